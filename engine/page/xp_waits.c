/* See xp_waits.h. */
#include "xp_waits.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../script/xp_js_uses.h"

enum {
    ASYNC = 0x8000,  /* of a vendor's entry: only what is async waits … */
    BROUGHT = 0x4000 /* … which a script of the site's brings, with what others need until it is there */
};

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

        if (old && (old & ~(unsigned)(ASYNC | BROUGHT)) != entry)
            continue;
        waits->vendor[i] = (uint16_t)(!old || old & how & ASYNC ? old | entry | how : entry);
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
        if (waits->vendor[i] == entry || (soon && (waits->vendor[i] & ~(unsigned)BROUGHT) == (entry | ASYNC)))
            return true;
    return false;
}

static bool is_brought(const xp_waits *waits, int vendor)
{
    for (int i = 0; i < XP_WAITS_VENDORS && waits->vendor[i]; i++)
        if (waits->vendor[i] == ((1U + (unsigned)vendor) | ASYNC | BROUGHT))
            return true;
    return false;
}

/* ---- What a script does with vendors' globals --------------------------------------------------------------------------- */

enum {
    NAMES = XP_WAITS_NAMES,
    SHORT = 2 /* bytes of a name that may be anything's */
};

typedef struct {
    const xp_waits *waits;
    const xp_options *options;
    const char *text;
    size_t len;
    bool calls;                /* it uses what is not there … */
    bool needs;                /* … and what only something that waits will define */
    bool again;                /* it sets what has a value that something which waits is going to ask for */
    uint64_t defs[NAMES / 64]; /* what it defines */
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

static int owner(const void *ctx, const char *name, size_t len)
{
    const question *q = ctx;

    return owner_of(q->options, name, len);
}

/* What only perhaps is a definition counts as well, for every word of the script is a vendor's. */
static void told(void *ctx, xp_js_use how, int vendor, const char *name, size_t len)
{
    question *q = ctx;
    uint64_t hash = xp_js_hash(name, len);
    bool asked;

    if (how < XP_JS_USES) {
        q->again |=
            how == XP_JS_SETS && xp_js_names_has(q->waits->runs, NAMES, hash) && is_waited_for(q->waits, vendor, false);
        xp_js_names_add(q->defs, NAMES, hash);
        return;
    }
    if (xp_js_names_has(q->defs, NAMES, hash) || xp_js_names_has(q->waits->runs, NAMES, hash) ||
        is_brought(q->waits, vendor))
        return;
    asked = how & XP_JS_ONLY_ASKED;
    how &= ~(unsigned)XP_JS_ONLY_ASKED;
    q->calls |= how != XP_JS_USES_PERHAPS && !asked;
    q->needs |= is_missing(q->waits, vendor, hash, how == XP_JS_USES_SOON);
}

static bool is_word(char c)
{
    return xp_is_alnum(c) || c == '_' || c == '$';
}

/* The next word from *at on, which becomes where it ends; its length, or 0. */
static size_t next_word(const char *text, size_t len, size_t *at)
{
    size_t from;

    while (*at < len && !is_word(text[*at]))
        ++*at;
    for (from = *at; *at < len && is_word(text[*at]); ++*at)
        ;
    return *at - from;
}

/* ---- What is seen without reading the script ------------------------------------------------------------------------------- */

/* Whether the word is in the text; it is searched for by its letter at `rare`, which few others have. */
static bool holds_exactly(const char *text, size_t len, const char *word, size_t rare)
{
    const char *end = text + len, *at = text + rare;
    size_t n = strlen(word);

    if (len < n)
        return false;
    for (end -= n - rare - 1; at < end && (at = memchr(at, word[rare], (size_t)(end - at))); at++)
        if (!memcmp(at - rare, word, n))
            return true;
    return false;
}

static bool has_create_element(const question *q)
{
    return holds_exactly(q->text, q->len, "createElement", 6);
}

static bool has_write(const question *q)
{
    return holds_exactly(q->text, q->len, "write", 0);
}

/* A loader defines what it names of its vendor's, in whatever way; its variables are letters. */
static void define_words(question *q, const xp_waits_names *names)
{
    if (names->known) {
        memcpy(q->defs, names->all, sizeof q->defs);
        return;
    }
    for (size_t at = 0, n; (n = next_word(q->text, q->len, &at));)
        if (n > 1 && owner_of(q->options, q->text + at - n, n) >= 0)
            xp_js_names_add(q->defs, NAMES, xp_js_hash(q->text + at - n, n));
}

void xp_waits_meet(void *ctx, xp_js_does how, int vendor, const char *name, size_t len)
{
    xp_waits_names *names = ctx;
    uint64_t hash = xp_js_hash(name, len);
    bool runs = xp_js_names_has(names->waits->runs, NAMES, hash);

    xp_js_names_add(names->all, NAMES, hash);
    if (how == XP_JS_OWNS)
        return;
    if (how == XP_JS_GIVES) {
        xp_js_names_add(names->defs, NAMES, hash);
        names->unsure |= runs && is_waited_for(names->waits, vendor, false);
    } else if (!runs && names->nopen < XP_WAITS_OPEN) {
        names->open[names->nopen++] = hash;
    } else {
        names->unsure |= !runs;
    }
}

/* Whether what was heard tells that it runs: it loads and writes nothing, and all that it uses is there, or gets its value from it. */
static bool is_settled(const question *q, const xp_waits_names *names)
{
    if (!names->known || names->loads || names->unsure)
        return false;
    for (int i = 0; i < names->nopen; i++)
        if (!xp_js_names_has(names->defs, NAMES, names->open[i]))
            return false;
    return !has_write(q) && !holds_exactly(q->text, q->len, "src", 2) && !holds_exactly(q->text, q->len, "Image", 0);
}

/* ---- The judgement ------------------------------------------------------------------------------------------------------ */

static void wait_for_items(xp_waits *waits, const xp_options *options, const xp_items *items, unsigned how)
{
    for (int i = 0; i < items->n; i++)
        wait_for(waits, xp_items_vendor(items, options->rules, i), how);
}

/* What the script does now, or later, for those that come after it. */
static void remember(xp_waits *waits, const question *q, const xp_items *items, xp_js_deeds deeds, bool wait, bool goes)
{
    uint64_t *names = wait ? waits->waits : waits->runs;

    for (int i = 0; i < NAMES / 64; i++)
        names[i] |= q->defs[i];
    if (deeds.writes)
        wait_for_items(waits, q->options, items, 0);
    else if (deeds.loads)
        wait_for_items(waits, q->options, items, goes ? ASYNC : ASYNC | BROUGHT);
}

/* What loads its vendor's library looks for settings that few sites make; the rest of the page counts on what it defines. Settings for one more
 * counter of the same vendor must not overtake the first one's library, which would count with them. */
static bool goes_waits(const question *q, xp_js_deeds deeds, bool has_items)
{
    bool is_loader = deeds.loads && has_items;

    return deeds.writes || q->calls || ((q->needs || q->again) && !is_loader) || (deeds.loads && !has_items);
}

/* Of a script whose every word is its vendor's. Most of them load its library and are as vendors hand them out: they need not be read. */
static bool judge_snippet(question *q, bool doublebyte, bool has_items, const xp_waits_names *names, xp_js_deeds *deeds)
{
    const xp_js_listener listener = { .owner = owner, .told = told, .ctx = q };

    if (has_items && has_create_element(q) && !has_write(q)) {
        deeds->loads = true;
        define_words(q, names);
        return false;
    }
    if (!has_items && is_settled(q, names)) {
        memcpy(q->defs, names->defs, sizeof q->defs);
        return false;
    }
    *deeds = xp_js_uses(q->text, q->len, doublebyte, &listener);
    return goes_waits(q, *deeds, has_items);
}

/* Of one that does other work as well: what it defines is not read. It is taken for the loader of those whose addresses it has; else a snippet that
 * needs what it defines waits, and does then what it would have done. */
static void note_mixed(const question *q, bool has_items, xp_js_deeds *deeds)
{
    deeds->loads = has_items;
    deeds->writes = has_items && holds_exactly(q->text, q->len, "document.write", 9);
}

bool xp_waits_judge(xp_waits *waits, const xp_options *options, const char *text, size_t len, bool doublebyte,
                    bool goes, const xp_items *items, const xp_waits_names *names)
{
    question q = { .waits = waits, .options = options, .text = text, .len = len };
    bool has_items = items->n || items->all, wait = false;
    xp_js_deeds deeds = { false, false };

    if (items->module || len > XP_JS_TEXT)
        return items->module && goes;
    if (goes)
        wait = judge_snippet(&q, doublebyte, has_items, names, &deeds);
    else
        note_mixed(&q, has_items, &deeds);
    remember(waits, &q, items, deeds, wait, goes);
    return wait;
}

/* ---- What stand-ins are for ------------------------------------------------------------------------------------------------ */

/* Whether what the property hangs off stands alone, as window does, and a loader's parameter. */
static bool is_near(const char *text, size_t from)
{
    size_t at = from - 1;

    while (at > 0 && is_word(text[at - 1]))
        at--;
    return at + 1 < from && (!at || text[at - 1] != '.');
}

static bool is_declared(const char *text, size_t from)
{
    static const char FUNCTION[] = "function";
    const size_t n = sizeof FUNCTION - 1;
    size_t to = from;

    while (to > 0 && xp_is_space(text[to - 1]))
        to--;
    return to < from && to >= n && !memcmp(text + to - n, FUNCTION, n) && (to == n || !is_word(text[to - n - 1]));
}

static size_t behind_space(const char *text, size_t len, size_t at)
{
    while (at < len && xp_is_space(text[at]))
        at++;
    return at;
}

typedef enum { NOT_MADE, MADE, QUEUE } made_how;

static bool is_at(const char *text, size_t len, size_t at, const char *what)
{
    size_t n = strlen(what);

    return at <= len && len - at >= n && !memcmp(text + at, what, n);
}

/* What the value at `at` is: others call what is a function, an object that is made anew, or what something answers; a literal is a setting,
 * and an empty list a queue. */
static made_how kind_of(const char *text, size_t len, size_t at)
{
    if (at < len && text[at] == '[')
        return is_at(text, len, behind_space(text, len, at + 1), "]") ? QUEUE : NOT_MADE;
    return at < len && (is_word(text[at]) || text[at] == '(') && !xp_is_digit(text[at]) ? MADE : NOT_MADE;
}

/* What a '=' behind the name [from, to) gives it that is neither one of two nor an arrow's; of `name || y` the second counts. A queue is one that keeps
 * what was there; else it is made anew. */
static made_how assigned(const char *text, size_t len, size_t from, size_t to)
{
    size_t at = behind_space(text, len, to), value, end;
    made_how how;

    if (at + 1 >= len || text[at] != '=' || text[at + 1] == '=' || text[at + 1] == '>')
        return NOT_MADE;
    value = end = behind_space(text, len, at + 1);
    while (end < len && (is_word(text[end]) || text[end] == '.'))
        end++;
    if (is_at(text, len, value, "true") || is_at(text, len, value, "false") || is_at(text, len, value, "null"))
        return NOT_MADE;
    at = behind_space(text, len, end);
    if (!is_at(text, len, at, "||")) {
        how = kind_of(text, len, value);
        return how == QUEUE ? MADE : how;
    }
    how = kind_of(text, len, behind_space(text, len, at + 2));
    if (how == QUEUE && (end - value < to - from || memcmp(text + end - (to - from), text + from, to - from) != 0))
        return MADE;
    return how;
}

/* What a loader gives to that which it is told the name of: w[l] = w[l] || []. */
static made_how given(const char *text, size_t len)
{
    for (size_t at = 0; at < len; at++) {
        if (text[at] != ']')
            continue;
        at = behind_space(text, len, at + 1);
        if (is_at(text, len, at, "||"))
            return kind_of(text, len, behind_space(text, len, at + 2));
        at--;
    }
    return NOT_MADE;
}

/* Where the loader's function ends that is called where it stands. */
static size_t behind_loader(const char *text, size_t len)
{
    for (size_t at = 0; at < len; at++)
        if (text[at] == '}' && (is_at(text, len, at, "})(") || is_at(text, len, at, "}(")))
            return at;
    return len;
}

/* A string of nothing else, between others, … */
static bool is_told(const char *text, size_t len, size_t from, size_t to)
{
    return from > 1 && to < len && (text[from - 1] == '\'' || text[from - 1] == '"') && text[to] == text[from - 1] &&
           (text[from - 2] == ',' || text[from - 2] == '(');
}

/* … which `loader` takes, and what that gives to what it is told. */
typedef struct {
    size_t end;
    made_how gives;
} loader_of;

/* A short name that stands alone is some function's own, nearly always. */
static made_how is_made(const char *text, size_t len, size_t from, size_t to, loader_of loader)
{
    if (to - from < SHORT)
        return NOT_MADE;
    if (from > loader.end && is_told(text, len, from, to))
        return loader.gives;
    if (from > 0 && text[from - 1] == '.')
        return is_near(text, from) ? assigned(text, len, from, to) : NOT_MADE;
    if (to - from <= SHORT)
        return NOT_MADE;
    return is_declared(text, from) ? MADE : assigned(text, len, from, to);
}

static bool is_among(const xp_made *made, int n, const char *word, size_t len)
{
    for (int i = 0; i < n; i++)
        if (made[i].name.len == len && !memcmp(made[i].name.text, word, len))
            return true;
    return false;
}

int xp_waits_made(const xp_options *options, const char *text, size_t len, xp_made *made)
{
    const loader_of loader = { behind_loader(text, len), given(text, len) };
    int count = 0;

    for (size_t at = 0, n; count < XP_WAITS_MADE && (n = next_word(text, len, &at));) {
        size_t from = at - n;
        made_how how;

        if (owner_of(options, text + from, n) < 0 || is_among(made, count, text + from, n))
            continue;
        how = is_made(text, len, from, at, loader);
        if (how != NOT_MADE)
            made[count++] = (xp_made){ { text + from, n }, how == QUEUE };
    }
    return count;
}
