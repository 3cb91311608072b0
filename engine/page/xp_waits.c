/* See xp_waits.h. */
#include "xp_waits.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../script/xp_js.h"
#include "../script/xp_js_uses.h"

enum { ASYNC = 0x8000 }; /* of a vendor's entry: only what is async waits */

void xp_waits_init(xp_waits *waits)
{
    memset(waits, 0, sizeof *waits);
}

/* One for which there is no place is not waited for. */
static void wait_for(xp_waits *waits, int vendor, unsigned how)
{
    unsigned entry = 1U + (unsigned)vendor;

    for (int i = 0; vendor >= 0 && i < XP_WAITS_VENDORS; i++) {
        unsigned old = waits->vendor[i];

        if (old && (old & ~(unsigned)ASYNC) != entry)
            continue;
        waits->vendor[i] = (uint16_t)(old ? old & (entry | how) : entry | how);
        return;
    }
}

void xp_waits_for(xp_waits *waits, int vendor)
{
    wait_for(waits, vendor, 0);
}

void xp_waits_for_async(xp_waits *waits, int vendor)
{
    wait_for(waits, vendor, ASYNC);
}

/* Whether that vendor's library waits; `soon`: the question comes when the page has been read. */
static bool is_waited_for(const xp_waits *waits, int vendor, bool soon)
{
    unsigned entry = 1U + (unsigned)vendor;

    for (int i = 0; i < XP_WAITS_VENDORS && waits->vendor[i]; i++)
        if (waits->vendor[i] == entry || (soon && waits->vendor[i] == (entry | ASYNC)))
            return true;
    return false;
}

static bool waits_for_any(const xp_waits *waits)
{
    return waits->vendor[0] || waits->waits[0] || waits->waits[1];
}

/* ---- What a script does with vendors' globals --------------------------------------------------------------------------- */

enum {
    NAMES = 128,
    MIXED = 8192,   /* bytes of a script that may wait though it does other work … */
    DEFINES = 16384 /* … and of one whose definitions are known: what is longer brings a library of its own */
};

typedef struct {
    const xp_waits *waits;
    const xp_options *options;
    const char *text;
    bool goes;
    bool calls;        /* it uses what is not there … */
    bool again;        /* it sets what has a value that something which waits is going to ask for */
    bool needs;        /* … and what only something that waits will define */
    uint64_t defs[2];  /* what it defines */
    uint64_t words[2]; /* that literals of vendors begin with for whom something waits */
} question;

static int owner_of(const xp_options *options, const char *name, size_t len)
{
    return xp_rules_global(options->rules, name, len, false, options->vendors);
}

/* Whether something that waits defines the name. */
static bool is_missing(const xp_waits *waits, int vendor, uint64_t hash, bool soon)
{
    return xp_js_names_has(waits->waits, NAMES, hash) || is_waited_for(waits, vendor, soon);
}

static bool cares(const void *ctx, const char *name, size_t len)
{
    const question *q = ctx;

    return owner_of(q->options, name, len) >= 0 || xp_js_names_has(q->words, NAMES, xp_js_hash(name, len));
}

/* What only perhaps is a definition counts where every word of the script is a vendor's. */
static void told(void *ctx, xp_js_use how, const char *name, size_t len)
{
    question *q = ctx;
    int vendor = owner_of(q->options, name, len);
    uint64_t hash = xp_js_hash(name, len);
    bool asked;

    if (how < XP_JS_USES) {
        q->again |=
            how == XP_JS_SETS && xp_js_names_has(q->waits->runs, NAMES, hash) && is_waited_for(q->waits, vendor, false);
        if (how <= XP_JS_DEFINES || q->goes)
            xp_js_names_add(q->defs, NAMES, hash);
        return;
    }
    if (xp_js_names_has(q->defs, NAMES, hash) || xp_js_names_has(q->waits->runs, NAMES, hash))
        return;
    asked = how & XP_JS_ONLY_ASKED;
    how &= ~(unsigned)XP_JS_ONLY_ASKED;
    q->calls |= how != XP_JS_USES_PERHAPS && !asked;
    q->needs |= vendor < 0 || is_missing(q->waits, vendor, hash, how == XP_JS_USES_SOON);
}

static bool is_word(char c)
{
    return xp_is_alnum(c) || c == '_' || c == '$';
}

/* Not every name that a library makes is in the catalogue as a global, but what scripts say to it is: "twttr.conversion". */
static bool in_mixed(void *ctx, int row, size_t from, size_t mid, size_t to)
{
    question *q = ctx;
    size_t end = from;

    (void)mid;
    if (xp_rules_is_url(q->options->rules, row) ||
        !is_waited_for(q->waits, xp_rules_row(q->options->rules, row).vendor, false))
        return true;
    while (end < to && is_word(q->text[end]))
        end++;
    if (end > from)
        xp_js_names_add(q->words, NAMES, xp_js_hash(q->text + from, end - from));
    return true;
}

/* ---- Scripts of nobody's ------------------------------------------------------------------------------------------------ */

/* Whether a word may be the name of a global: no number, and no property but of window, self or globalThis, by their last letter. */
static bool is_global(const char *begin, const char *word)
{
    return !xp_is_digit(*word) && (word == begin || word[-1] != '.' || (word - begin > 1 && strchr("wfs", word[-2])));
}

/* Whether a name in the text may be one that something which waits defines. Strings and comments may look as if they had one. */
static bool may_need(const xp_waits *waits, const xp_options *options, const char *text, size_t len)
{
    const char *begin = text, *end = text + len, *word;

    while (text < end) {
        int vendor;

        while (text < end && !is_word(*text))
            text++;
        for (word = text; text < end && is_word(*text); text++)
            ;
        vendor = text > word && is_global(begin, word) ? owner_of(options, word, (size_t)(text - word)) : -1;
        if (vendor >= 0 && is_missing(waits, vendor, xp_js_hash(word, (size_t)(text - word)), true))
            return true;
    }
    return false;
}

/* Whether a name in the text that an = is behind may be a vendor's global. */
static bool may_define(const xp_options *options, const char *text, size_t len)
{
    const char *end = text + len, *word_end, *word;

    for (const char *at = text; (at = memchr(at, '=', (size_t)(end - at))); at++) {
        for (word_end = at; word_end > text && xp_is_space(word_end[-1]); word_end--)
            ;
        for (word = word_end; word > text && is_word(word[-1]); word--)
            ;
        if (word < word_end && owner_of(options, word, (size_t)(word_end - word)) >= 0)
            return true;
    }
    return false;
}

/* Whether a script that is not a vendor's alone may call what waits. A long one does other work, which is not to wait for it. */
static bool may_call(question *q, size_t len)
{
    if (len > MIXED || !waits_for_any(q->waits))
        return false;
    xp_match_text(xp_rules_literals(q->options->rules), q->text, len, in_mixed, q);
    return q->words[0] || q->words[1] || may_need(q->waits, q->options, q->text, len);
}

static bool may_write(const char *text, size_t len)
{
    const char *end = text + len;

    for (; (text = memchr(text, 'w', (size_t)(end - text))); text++)
        if (end - text >= 5 && !memcmp(text, "write", 5))
            return true;
    return false;
}

/* ---- The judgement ------------------------------------------------------------------------------------------------------ */

static void wait_for_items(xp_waits *waits, const xp_options *options, const xp_items *items, unsigned how)
{
    for (int i = 0; i < items->n; i++)
        wait_for(waits, xp_items_vendor(items, options->rules, i), how);
}

/* What the script does now, or later, for those that come after it. */
static void remember(xp_waits *waits, const question *q, const xp_items *items, xp_js_deeds deeds, bool wait)
{
    uint64_t *names = wait ? waits->waits : waits->runs;

    names[0] |= q->defs[0];
    names[1] |= q->defs[1];
    if (deeds.writes)
        wait_for_items(waits, q->options, items, 0);
    else if (deeds.loads)
        wait_for_items(waits, q->options, items, ASYNC);
}

/* What loads its vendor's library looks for settings that few sites make; the rest of the page counts on what it defines. Settings for one more
 * counter of the same vendor must not overtake the first one's library, which would count with them. */
static bool goes_waits(const question *q, xp_js_deeds deeds, bool has_items)
{
    bool is_loader = deeds.loads && has_items;

    return deeds.writes || q->calls || ((q->needs || q->again) && !is_loader) || (deeds.loads && !has_items);
}

bool xp_waits_judge(xp_waits *waits, const xp_options *options, const char *text, size_t len, bool doublebyte,
                    bool goes, const xp_items *items, bool module)
{
    question q = { .waits = waits, .options = options, .text = text, .goes = goes };
    xp_js_listener listener = { .cares = cares, .told = told, .ctx = &q };
    bool has_items = items->n || items->all, wait;
    xp_js_deeds deeds = { .loads = has_items };

    if (module || len > XP_JS_TEXT)
        return module && goes;
    listener.uses = goes || may_call(&q, len);
    if (listener.uses || (len <= DEFINES && (may_define(options, text, len) || (has_items && may_write(text, len)))))
        deeds = xp_js_uses(text, len, doublebyte, &listener);
    wait = goes ? goes_waits(&q, deeds, has_items) : q.needs;
    remember(waits, &q, items, deeds, wait);
    return wait;
}
