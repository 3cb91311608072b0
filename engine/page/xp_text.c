/* Inline scripts and styles: see xp_text.h. */
#include "xp_text.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../script/xp_inert.h"

enum {
    URL_REACH = 64,      /* bytes behind a host within which a path is that host's */
    URLS = 8,            /* a script that names as many loads more than a snippet does */
    ADDRESS_REACH = 256, /* bytes before a host within which an address begins */
    PUSH_REACH = 64,     /* bytes within which a script that hands over data says so */
    STYLE_RULES = 4,     /* a style with more does more than hide a page */
    WEAK = 8             /* literals that are no proof by themselves: of more, two of a vendor's are among the first */
};

/* How much what was found says. */
typedef enum { SAYS_NOTHING, SAYS_LITTLE, SAYS_ENOUGH, SAYS_URL } weight;

/* What a text names. */
typedef struct {
    const xp_options *options;
    const char *text;
    xp_items *items; /* a script's, for the gate */
    xp_signs *signs; /* what the page has shown before */
    xp_hit first;    /* of those that say most … */
    weight says;     /* … and how much that is */
    int weak[WEAK];  /* rows that are no proof by themselves */
    unsigned nweak;
    size_t loader;         /* 1 + where a literal stands whose vendor is what the script loads */
    bool loads;            /* … and no vendor's URL tells it */
    size_t host_to;        /* where the last URL's host ends; 0: there was none … */
    size_t url_to;         /* … and as much of it as was found */
    size_t urls[URLS];     /* where vendors' URLs begin */
    unsigned nurls, nhits; /* how many of them, and of a style's literals */
} names;

/* ---- Scripts ---------------------------------------------------------------------------------------------------------------- */

static int owner_of(const void *ctx, const char *word, size_t len, xp_js_does how)
{
    const xp_options *opt = ctx;

    return xp_rules_global(opt->rules, word, len, how != XP_JS_ASKS, opt->vendors);
}

/* Scripts may hold an address without its scheme and slashes, too. */
static bool is_vendors(const void *ctx, const char *url, size_t len)
{
    const xp_options *opt = ctx;
    char whole[2 + XP_JS_WORD] = "//";

    if (xp_rules_url(opt->rules, url, len, opt->vendors).vendor >= 0)
        return true;
    if (len > XP_JS_WORD)
        return false;
    memcpy(whole + 2, url, len);
    return xp_rules_url(opt->rules, whole, len + 2, opt->vendors).vendor >= 0;
}

/* The same questions where somebody hears of the answers. */
typedef struct {
    const xp_options *options;
    const xp_text_hearer *hearer;
} heard;

static int owner_heard(const void *ctx, const char *word, size_t len, xp_js_does how)
{
    const heard *h = ctx;
    int vendor = owner_of(h->options, word, len, how);

    if (vendor >= 0)
        h->hearer->met(h->hearer->ctx, how, vendor, word, len);
    return vendor;
}

static bool is_vendors_heard(const void *ctx, const char *url, size_t len)
{
    return is_vendors(((const heard *)ctx)->options, url, len);
}

/* A path right behind a host is part of that host's address. */
static bool is_own_path(const names *in, const char *pattern, size_t from)
{
    return pattern[0] != '/' || !in->host_to || from > in->host_to + URL_REACH;
}

/* Whether a row's literal at `from` says where a script loads from. A path alone says it only of a script: for a picture or a form it
 * is too common; and behind a host that has been found it is that URL's own. */
static bool is_load(const names *in, int row, const char *pattern, size_t from)
{
    const char *script = strstr(pattern, ".js");

    if (!xp_rules_is_url(in->options->rules, row))
        return false;
    return pattern[0] != '/' || (script && (!script[3] || script[3] == '?') && is_own_path(in, pattern, from));
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

/* A byte that stands before a host within an address, escapes included. */
static bool is_in_address(char c)
{
    return xp_is_alnum(c) || (unsigned char)c >= 0x80 || (c && strchr("-._~%/\\@", c));
}

/* Whether what stands at `from` is part of an address as scripts write them, rather than a property or a word in a text: the string
 * begins with it, or a scheme, slashes or what a template puts in come before it. */
static bool is_address(const char *text, size_t from)
{
    size_t at = from;

    while (at > 0 && from - at < ADDRESS_REACH && is_in_address(text[at - 1])) {
        at--;
        if (text[at] == '/' && at > 0 && text[at - 1] == '/')
            return true;
    }
    if (at == 0 || from - at == ADDRESS_REACH)
        return false;
    return is_quote(text[at - 1]) || (text[at - 1] == '}' && at < from && strchr("./", text[at])) ||
           (text[at - 1] == ':' && at < from && strchr("/\\%", text[at]));
}

/* React's rows, whose lengths stand before them: they load nothing by themselves. */
static bool is_pushed_data(const char *text, size_t len)
{
    static const char QUEUE[] = "self.__next_f";
    const char *end = text + (len < PUSH_REACH ? len : PUSH_REACH);

    while (text < end && (xp_is_space(*text) || *text == '('))
        text++;
    return (size_t)(end - text) >= sizeof QUEUE - 1 && !memcmp(text, QUEUE, sizeof QUEUE - 1);
}

/* A vendor's literal that is no proof by itself: is it, with what was found before? */
static bool is_proved(names *in, int row, xp_hit hit)
{
    bool again = false;

    for (unsigned i = 0; i < in->nweak; i++) {
        if (in->weak[i] != row && xp_rules_row(in->options->rules, in->weak[i]).vendor == hit.vendor)
            return true;
        again |= in->weak[i] == row;
    }
    if (!again && in->nweak < WEAK)
        in->weak[in->nweak++] = row;
    return xp_signs_has(in->signs, in->options->rules, hit.vendor);
}

static weight weigh(names *in, int row, xp_hit hit, bool is_url)
{
    if (is_url)
        return SAYS_URL;
    if (xp_rules_is_url(in->options->rules, row))
        return SAYS_LITTLE;
    return hit.uses & XP_USE_PROOF || is_proved(in, row, hit) ? SAYS_ENOUGH : SAYS_LITTLE;
}

static void note(names *in, xp_hit hit, weight says)
{
    if (says > in->says) {
        in->first = hit;
        in->says = says;
    }
    if (says >= SAYS_ENOUGH)
        xp_signs_add(in->signs, in->options->rules, hit.vendor);
}

static void note_url(names *in, size_t mid, size_t to)
{
    in->host_to = mid;
    in->url_to = to;
}

/* A vendor's literal. */
static void take(names *in, int row, xp_hit hit, size_t from, size_t mid, size_t to)
{
    const xp_rules *rules = in->options->rules;
    bool is_url = is_load(in, row, hit.pattern, from);
    bool names_url = xp_rules_is_url(rules, row) && is_address(in->text, from);

    if (names_url && is_own_path(in, hit.pattern, from)) {
        xp_items_add(in->items, rules, row);
        xp_signs_add(in->signs, rules, hit.vendor);
    }
    if (is_url && from < in->url_to) /* another row for the same URL */
        return;
    if (hit.uses & XP_USE_LOADS && !in->loader)
        in->loader = from + 1;
    note(in, hit, weigh(in, row, hit, is_url && names_url));
    if (is_url) {
        note_url(in, mid, to);
        if (in->nurls < URLS)
            in->urls[in->nurls++] = from;
    }
}

static bool in_script(void *ctx, int row, size_t from, size_t mid, size_t to)
{
    names *in = ctx;
    xp_hit hit = xp_rules_row(in->options->rules, row);

    if (hit.uses & XP_USE_KNOWN && !xp_signs_has(in->signs, in->options->rules, hit.vendor))
        return true;
    if (xp_set_has(in->options->vendors, hit.vendor))
        take(in, row, hit, from, mid, to);
    else if (hit.pattern[0] != '/' && is_load(in, row, hit.pattern, from))
        note_url(in, mid, to); /* what stands behind a spared vendor's host is spared as well */
    return true;
}

/* Where no URL is a vendor's, what says that the script loads its vendor's stands for one. */
static void add_loader(names *in)
{
    if (in->nurls > 0 || !in->loader)
        return;
    in->loads = true;
    in->urls[in->nurls++] = in->loader - 1;
}

/* What the text names, and what is to be asked of its words then. */
static xp_js_asks find_names(names *in, size_t len)
{
    xp_match_text(xp_rules_literals(in->options->rules), in->text, len, in_script, in);
    add_loader(in);
    return (xp_js_asks){ owner_of, is_vendors, in->options, in->loads };
}

xp_text_verdict xp_text_judge_script(const xp_options *options, const char *text, size_t len, bool doublebyte,
                                     xp_items *items, xp_signs *signs, const xp_text_hearer *hearer)
{
    names in = { .options = options, .text = text, .items = items, .signs = signs, .first = XP_NOBODY };
    xp_js_asks asks = find_names(&in, len);
    xp_text_verdict verdict = { .hit = in.first };
    const heard whom = { options, hearer };

    if (items->n && is_pushed_data(text, len))
        items->n = 0;
    if (in.first.vendor < 0 || len > XP_SCRIPT_MAX)
        return verdict;
    if (hearer)
        asks = (xp_js_asks){ owner_heard, is_vendors_heard, &whom, in.loads };
    verdict.loads = in.nurls > 0;
    verdict.goes =
        in.says >= SAYS_ENOUGH && in.nurls < URLS && xp_js_is_snippet(text, len, &asks, doublebyte, in.urls, in.nurls);
    if (!verdict.goes && in.nurls > in.loads) /* a comment that only names a vendor may stay */
        verdict.goes = verdict.inert = xp_inert_is(text, len);
    return verdict;
}

xp_near_why xp_text_why(const xp_options *options, const char *text, size_t len, bool doublebyte, const xp_signs *signs,
                        size_t *at)
{
    xp_items items = { .n = 0 };
    xp_signs shown = *signs; /* to which this adds nothing that lasts */
    names in = { .options = options, .text = text, .items = &items, .signs = &shown, .first = XP_NOBODY };

    xp_js_asks asks;

    *at = len;
    if (len > XP_SCRIPT_MAX)
        return XP_NEAR_LOADS;
    asks = find_names(&in, len);
    *at = xp_js_where_mixed(text, len, &asks, doublebyte, in.urls, in.nurls);
    if (*at < len)
        return XP_NEAR_WORD;
    return in.says < SAYS_ENOUGH ? XP_NEAR_PROOF : XP_NEAR_LOADS;
}

/* ---- Styles ----------------------------------------------------------------------------------------------------------------- */

/* Rows that are meant for styles begin as their selectors do. */
static bool in_style(void *ctx, int row, size_t from, size_t mid, size_t to)
{
    names *in = ctx;
    xp_hit hit = xp_rules_row(in->options->rules, row);

    (void)from;
    (void)mid;
    (void)to;
    if ((hit.pattern[0] != '.' && hit.pattern[0] != '#') || !xp_set_has(in->options->vendors, hit.vendor))
        return true;
    if (in->first.vendor < 0)
        in->first = hit;
    in->nhits++;
    return true;
}

/* How many rules a style has, as far as it matters. */
static unsigned count_rules(const char *text, size_t len)
{
    const char *end = text + len;
    unsigned rules = 0;

    while (rules <= STYLE_RULES && text < end && (text = memchr(text, '{', (size_t)(end - text)))) {
        rules++;
        text++;
    }
    return rules;
}

xp_text_verdict xp_text_judge_style(const xp_options *options, const char *text, size_t len)
{
    names in = { .options = options, .first = XP_NOBODY };
    xp_text_verdict verdict = { .hit = in.first };
    unsigned rules = len > XP_STYLE_MAX ? 0 : count_rules(text, len);

    if (!rules || rules > STYLE_RULES)
        return verdict;
    xp_match_text(xp_rules_literals(options->rules), text, len, in_style, &in);
    verdict.hit = in.first;
    verdict.goes = in.nhits >= rules;
    return verdict;
}
