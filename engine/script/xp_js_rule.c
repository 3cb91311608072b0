/* The rule: is every word accounted for?
 *
 * A word is a name that stands alone or a property that hangs off something. What it may be follows from what it hangs off
 * (its chain): off a vendor's global nearly anything may, off the global object what is a vendor's or a loader's, off the
 * rest what is a loader's. A name that stands alone is a local name, a vendor's global, a root of the vocabulary, or unknown.
 * One bracket level is kept for each open bracket, because what a comma, a colon or a brace means depends on it; local names
 * live on a stack that goes back to its old height when their function ends. A name used in a function before it is declared
 * there waits until that function ends.
 *
 * Where the language is too rich (destructuring, classes, generators, methods, default parameters) the script is mixed, and
 * so it is when any of the bounded lists overflows. Everything errs to that side: a mixed script stays, only its hosts go.
 */
#include "xp_js_rule.h"
#include "xp_js_words.h"

#include <string.h>

/* What a bracket is. */
enum {
    LV_TOP,
    LV_GROUP,        /* ( */
    LV_CALL,         /* f( */
    LV_WRITE,        /* document.write( */
    LV_HEAD,         /* if ( */
    LV_PARAMETERS,   /* of a declared function */
    LV_PARAMETERS_E, /* of a function expression */
    LV_CATCH,        /* catch ( */
    LV_ARRAY,        /* [ */
    LV_INDEX,        /* a[ */
    LV_BLOCK,        /* { */
    LV_OBJECT,       /* = { */
    LV_BODY,         /* of a declared function */
    LV_BODY_E,       /* of a function expression */
    LV_BODY_C,       /* of a catch */
    LV_ARROW,        /* => without a brace: no bracket, but a scope */
    LV_TEMPLATE      /* ${ */
};

/* What the operand that has just ended is, as far as something may hang off it. */
enum { CH_PLAIN, CH_VENDOR, CH_GLOBAL, CH_LOCATION, CH_BUILTIN, CH_NAMESAKE };

/* What a function, a catch, a head or a declaration still waits for. */
enum {
    WANT_NONE,
    WANT_VAR,
    WANT_HEAD,
    WANT_NAME,
    WANT_NAME_E,
    WANT_PAREN,
    WANT_PAREN_E,
    WANT_CATCH,
    WANT_BODY,
    WANT_BODY_E,
    WANT_BODY_C,
    WANT_ARROW,
    WANT_ARROW_BODY
};

/* What the first argument of a call must be. */
enum { ARG_ANY, ARG_EVENT, ARG_ELEMENT, ARG_ID, ARG_ATTRIBUTE, ARG_TIMER, ARG_TAG };

enum { LIST_NONE, LIST_OPEN, LIST_CLOSED };

/* A local name is its hash; the two lowest bits say what it stands for. */
enum { NAME_VENDOR = 1, NAME_LOCATION = 2, NAME_NAMESAKE = 3, NAME_BITS = 3 };

static const char HIDING[] = "async-hide";
static const char EVENTS[] =
    " load onload DOMContentLoaded readystatechange onreadystatechange pageshow visibilitychange prerenderingchange ";
static const char ELEMENTS[] = " script SCRIPT img IMG iframe IFRAME ";
static const char TAGS[] = " script SCRIPT head HEAD body BODY html HTML base ";
static const char ATTRIBUTES[] = " src type async defer id charset language lang crossorigin nonce integrity "
                                 "referrerpolicy fetchpriority width height alt ";

static xp_js_level *level(xp_js *js)
{
    return &js->level[js->depth];
}

static void push(xp_js *js, unsigned kind, unsigned chain, unsigned names)
{
    if (js->depth + 1 >= XP_JS_DEPTH) {
        js->mixed = true;
        return;
    }
    js->depth++;
    *level(js) = (xp_js_level){ .kind = (uint8_t)kind, .chain = (uint8_t)chain, .names = (uint8_t)names };
}

/* Sets of tokens, a bit each. */
#define SET(token) (UINT32_C(1) << XP_T_##token)

static bool is_in(uint32_t set, unsigned token)
{
    return set >> token & 1;
}

static bool ends_operand(unsigned token)
{
    return is_in(SET(NAME) | SET(VALUE) | SET(UNPAREN) | SET(UNBRACKET) | SET(UNBRACE), token);
}

/* Does what an operand is go on with this token: a property, a call, an index? */
static bool goes_on(unsigned token)
{
    return is_in(SET(DOT) | SET(PAREN) | SET(BRACKET), token);
}

/* ---- Names ------------------------------------------------------------------------------------------------------------ */

/* Eight bytes at a time, which the padding of words is for. */
static uint32_t hash_of(const xp_js *js)
{
    uint64_t hash = js->nword, eight;
    unsigned i = 0;

    do {
        memcpy(&eight, js->word + i, sizeof eight);
        hash = (hash ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
        i += 8;
    } while (i < js->nword);
    return (uint32_t)hash & ~(uint32_t)NAME_BITS;
}

/* The place of a local name from `from` up, or -1. */
static int find_local(const xp_js *js, uint32_t hash, unsigned from)
{
    for (unsigned i = js->nnames; i > from; i--)
        if ((js->name[i - 1] & ~(uint32_t)NAME_BITS) == hash)
            return (int)(i - 1);
    return -1;
}

static void add_local(xp_js *js, uint32_t hash)
{
    if (js->nnames < XP_JS_NAMES)
        js->name[js->nnames++] = hash;
    else
        js->mixed = true;
}

static bool is_owned(const xp_js *js)
{
    return js->owner(js->owner_ctx, js->word, js->nword, true) >= 0;
}

/* Is the word a vendor's global? Then the script has to do with that vendor. */
static bool owned(xp_js *js, bool defined)
{
    int vendor = js->owner(js->owner_ctx, js->word, js->nword, defined);

    if (vendor < 0)
        return false;
    if (js->vendor < 0)
        js->vendor = vendor;
    for (unsigned i = 0; i < js->nvendors; i++)
        if (js->vendors[i] == vendor)
            return true;
    if (js->nvendors < sizeof js->vendors / sizeof *js->vendors)
        js->vendors[js->nvendors++] = (int16_t)vendor;
    return true;
}

/* Outside of functions a name belongs to the whole page: only a vendor's will do. */
static void unknown(xp_js *js, uint32_t hash)
{
    if (js->functions == 0 || js->nlater == XP_JS_LATER) {
        js->mixed = true;
        return;
    }
    js->later[js->nlater] = hash;
    js->later_in[js->nlater++] = js->functions;
}

static void declare(xp_js *js, bool own_scope)
{
    js->target = 0;
    js->chain = CH_PLAIN;
    if (own_scope || js->functions > 0) {
        add_local(js, hash_of(js) | (js->nword > 2 && is_owned(js) ? NAME_NAMESAKE : 0));
        js->target = js->nnames;
    } else if (owned(js, true)) {
        js->chain = CH_VENDOR;
    } else {
        js->mixed = true;
    }
}

/* A function ends: its names go, and what was used before it was declared must have been, here or further out. */
static void leave_function(xp_js *js, unsigned names)
{
    unsigned kept = 0;

    for (unsigned i = 0; i < js->nlater; i++) {
        if (js->later_in[i] == js->functions) {
            if (find_local(js, js->later[i], names) >= 0)
                continue;
            js->later_in[i]--;
            js->mixed |= js->later_in[i] == 0;
        }
        js->later[kept] = js->later[i];
        js->later_in[kept++] = js->later_in[i];
    }
    js->nlater = (uint8_t)kept;
    js->nnames = (uint8_t)names;
    js->functions--;
}

static void enter_function(xp_js *js)
{
    if (++js->functions == XP_JS_DEPTH)
        js->mixed = true;
}

/* An arrow function without braces ends where its expression does. */
static void end_arrows(xp_js *js)
{
    while (level(js)->kind == LV_ARROW) {
        unsigned names = level(js)->names;
        js->depth--;
        leave_function(js, names);
    }
}

/* ---- Parentheses that may be an arrow function's parameters -------------------------------------------------------------- */

static void list_is_none(xp_js *js)
{
    unsigned waiting = js->list == LIST_NONE ? 0 : js->list_unknown;

    js->list = LIST_NONE;
    for (unsigned i = 0; i < js->nlist; i++)
        if (waiting >> i & 1)
            unknown(js, js->listed[i]);
}

static void begin_arrow(xp_js *js)
{
    js->wants = WANT_ARROW;
    js->fn_names = js->nnames;
    enter_function(js);
}

/* ---- Words ------------------------------------------------------------------------------------------------------------ */

/* What has to be looked at in the arguments of a call to this word. */
static void expect_argument(xp_js *js, unsigned what, xp_js_token next)
{
    if (next != XP_T_PAREN)
        return;
    js->writes |= (what & XP_W_WRITES) != 0;
    js->writing = (what & XP_W_WRITES) != 0;
    if (what & XP_W_EVENT)
        js->arg = ARG_EVENT;
    else if (what & XP_W_ELEMENT)
        js->arg = ARG_ELEMENT;
    else if (what & XP_W_ID)
        js->arg = ARG_ID;
    else if (what & XP_W_ATTRIBUTE)
        js->arg = ARG_ATTRIBUTE;
    else if (what & XP_W_TIMER)
        js->arg = ARG_TIMER;
    else if (what & XP_W_TAG)
        js->arg = ARG_TAG;
}

static void stands_for(xp_js *js, unsigned at, uint32_t what)
{
    js->name[at] = (js->name[at] & ~(uint32_t)NAME_BITS) | what;
}

/* The name on the left of the `=` before stands for what the operand that ends here is. */
static void alias(xp_js *js, xp_js_token next)
{
    if (js->alias == 0)
        return;
    if (js->chain == CH_VENDOR)
        stands_for(js, js->alias - 1u, NAME_VENDOR);
    else if (js->chain == CH_LOCATION && !goes_on(next))
        stands_for(js, js->alias - 1u, NAME_LOCATION);
}

static void vocabulary_word(xp_js *js, unsigned what, xp_js_token next)
{
    bool assigned = next == XP_T_ASSIGN || next == XP_T_STEP;

    js->mixed |= assigned && (what & XP_W_KEEP);
    js->loads += (what & XP_W_LOADS) != 0;
    js->hides |= (what & XP_W_HIDES) != 0;
    js->chain = what & XP_W_GLOBAL ? CH_GLOBAL : what & XP_W_LOCATION ? CH_LOCATION : CH_PLAIN;
    if (js->chain == CH_PLAIN && (what & XP_W_BUILTIN))
        js->chain = CH_BUILTIN;
    expect_argument(js, what, next);
}

static void property(xp_js *js, xp_js_token next)
{
    unsigned what = js->what, base = js->chain;
    bool assigned = next == XP_T_ASSIGN || next == XP_T_STEP;

    js->to_src = next == XP_T_ASSIGN && js->nword == 3 && memcmp(js->word, "src", 3) == 0;
    if (base == CH_VENDOR || (base == CH_NAMESAKE && !(what & XP_W_PROPERTY))) {
        js->mixed |= (what & XP_W_NEVER) != 0;
        js->chain = CH_VENDOR;
    } else if ((what & XP_W_PROPERTY) && !(base == CH_GLOBAL && assigned && !(what & XP_W_HOOK))) {
        js->mixed |= base == CH_LOCATION && (what & XP_W_LEAVES);
        js->mixed |= base == CH_BUILTIN && assigned && !(what & XP_W_HOOK);
        vocabulary_word(js, what, next);
    } else if (owned(js, assigned)) {
        js->chain = CH_VENDOR;
    } else if (base == CH_GLOBAL && (what & XP_W_ROOT) && !assigned) {
        vocabulary_word(js, what, next);
    } else {
        js->mixed = true;
    }
    alias(js, next);
}

static void local_name(xp_js *js, int at, xp_js_token next)
{
    static const uint8_t CHAIN[] = { CH_PLAIN, CH_VENDOR, CH_LOCATION, CH_NAMESAKE }; /* by what the name stands for */
    unsigned was = js->name[at] & NAME_BITS;

    if (js->to_vendor && !goes_on(next))
        stands_for(js, (unsigned)at, NAME_VENDOR);
    js->chain = CHAIN[was];
    if (next == XP_T_ASSIGN)
        js->target = (uint8_t)(at + 1);
}

/* A name that stands alone. False if nobody accounts for it. */
static bool reference(xp_js *js, uint32_t hash, xp_js_token next)
{
    int at = find_local(js, hash, 0);

    if (at < 0 && (js->what & XP_W_ROOT)) {
        vocabulary_word(js, js->what, next);
        alias(js, next);
        return true;
    }
    js->wrote = true;
    if (at >= 0)
        local_name(js, at, next);
    else if (owned(js, next == XP_T_ASSIGN))
        js->chain = CH_VENDOR;
    else
        return false;
    alias(js, next);
    return true;
}

/* One of the names in a parenthesis that may turn out to be an arrow function's parameters. */
static bool listed(xp_js *js, uint32_t hash, xp_js_token next)
{
    if (js->list != LIST_OPEN || js->depth != js->list_depth || js->nlist == XP_JS_LIST ||
        (js->before != XP_T_PAREN && js->before != XP_T_COMMA && js->before != XP_T_SPREAD) ||
        (next != XP_T_COMMA && next != XP_T_UNPAREN))
        return false;
    js->listed[js->nlist] = hash;
    if (!reference(js, hash, next))
        js->list_unknown |= (uint8_t)(1u << js->nlist);
    js->nlist++;
    return true;
}

/* The word that was read last, now that it is known what follows. */
static void settle(xp_js *js, xp_js_token next)
{
    uint32_t hash;

    js->waiting = js->to_src = false;
    if (js->before == XP_T_DOT) {
        property(js, next);
    } else if (js->key && next == XP_T_COLON && level(js)->ternary == 0) {
        js->chain = CH_PLAIN;
    } else {
        hash = hash_of(js);
        if (next == XP_T_ARROW) {
            begin_arrow(js);
            add_local(js, hash);
        } else if (!listed(js, hash, next) && !reference(js, hash, next)) {
            js->chain = CH_PLAIN;
            unknown(js, hash);
        }
    }
    js->to_vendor = false;
}

static void new_statement(xp_js *js)
{
    end_arrows(js);
    level(js)->var = false;
    level(js)->ternary = 0;
}

/* Is `function` after this token a declaration? */
static bool begins_statement(unsigned before)
{
    return is_in(SET(START) | SET(SEMICOLON) | SET(BRACE) | SET(BLOCK_END) | SET(HEAD_END) | SET(BLOCKWORD), before) ||
           ends_operand(before);
}

static void keyword(xp_js *js, xp_js_keyword word)
{
    static const uint8_t BECOMES[] = {
        [XP_K_OPERATOR] = XP_T_KEYWORD, [XP_K_BLOCK] = XP_T_BLOCKWORD,  [XP_K_HEAD] = XP_T_BLOCKWORD,
        [XP_K_VAR] = XP_T_KEYWORD,      [XP_K_FUNCTION] = XP_T_KEYWORD, [XP_K_CATCH] = XP_T_BLOCKWORD,
        [XP_K_THIS] = XP_T_VALUE,       [XP_K_VALUE] = XP_T_VALUE,      [XP_K_INFIX] = XP_T_OPERATOR
    };
    unsigned before = js->prev;

    list_is_none(js);
    if (ends_operand(before) && word != XP_K_INFIX)
        new_statement(js);
    js->mixed |= js->wants != WANT_NONE;
    js->prev = BECOMES[word];
    js->chain = word == XP_K_THIS && js->functions == 0 ? CH_GLOBAL : CH_PLAIN;
    switch (word) {
    case XP_K_HEAD: js->wants = WANT_HEAD; break;
    case XP_K_VAR: js->wants = WANT_VAR; break;
    case XP_K_CATCH: js->wants = WANT_CATCH; break;
    case XP_K_FUNCTION:
        js->wants = begins_statement(before) ? WANT_NAME : WANT_NAME_E;
        js->fn_names = js->nnames;
        break;
    default: break;
    }
}

static void function_name(xp_js *js)
{
    bool declared = js->wants == WANT_NAME;

    declare(js, !declared);
    if (declared)
        js->fn_names = js->nnames;
    js->wants = declared ? WANT_PAREN : WANT_PAREN_E;
}

static bool is_parameter(const xp_js *js)
{
    unsigned kind = js->level[js->depth].kind;

    return (kind == LV_PARAMETERS || kind == LV_PARAMETERS_E || kind == LV_CATCH) &&
           (js->before == XP_T_PAREN || js->before == XP_T_COMMA || js->before == XP_T_SPREAD);
}

/* A word that is no keyword and hangs off nothing: declared here, or used. */
static void name(xp_js *js)
{
    if (ends_operand(js->before))
        new_statement(js);
    js->prev = XP_T_NAME;
    if (is_parameter(js)) {
        declare(js, true);
    } else if (js->wants == WANT_VAR) {
        js->wants = WANT_NONE;
        level(js)->var = true;
        declare(js, false);
    } else if (js->wants != WANT_NONE) {
        function_name(js);
    } else {
        js->waiting = true;
    }
}

void xp_js_word(xp_js *js)
{
    js->mixed |= js->cut;
    js->before = js->prev;
    js->key = level(js)->kind == LV_OBJECT && is_in(SET(BRACE) | SET(COMMA), js->before);
    js->what = 0;
    if (js->nword > 1 || js->before == XP_T_DOT) /* as most names are not in a minified script */
        js->what = xp_js_look_up(js->word, js->nword);
    if (js->before == XP_T_DOT) {
        js->prev = XP_T_NAME;
        js->waiting = true;
    } else if (js->what >= XP_W_KEYWORD && !js->key) {
        keyword(js, xp_js_keyword_of(js->what));
    } else {
        name(js);
    }
}

/* ---- Strings ---------------------------------------------------------------------------------------------------------- */

static bool harmless_attribute(const xp_js *js)
{
    return xp_js_listed(ATTRIBUTES, js->word, js->nword) || (js->nword > 5 && memcmp(js->word, "data-", 5) == 0);
}

static void argument_string(xp_js *js)
{
    unsigned arg = js->arg;

    js->arg = ARG_ANY;
    js->mixed |= js->cut || arg == ARG_ID || arg == ARG_TIMER ||
                 (arg == ARG_EVENT && !xp_js_listed(EVENTS, js->word, js->nword)) ||
                 (arg == ARG_ELEMENT && !xp_js_listed(ELEMENTS, js->word, js->nword)) ||
                 (arg == ARG_TAG && !xp_js_listed(TAGS, js->word, js->nword)) ||
                 (arg == ARG_ATTRIBUTE && !harmless_attribute(js));
}

/* w['name'] is w.name. */
static void index_string(xp_js *js)
{
    unsigned what = js->cut ? 0 : xp_js_look_up(js->word, js->nword);
    xp_js_level *l = level(js);

    if (l->chain == CH_VENDOR)
        js->mixed |= (what & XP_W_NEVER) != 0;
    else if (!js->cut && owned(js, true))
        l->chain = CH_VENDOR;
    else
        js->mixed |= l->chain == CH_GLOBAL || l->chain == CH_BUILTIN || (what & ~(unsigned)XP_W_ROOT) != XP_W_PROPERTY;
}

/* Where a string stands: joined to what comes before it, or one of two that a condition chooses from, it is no address of its own. */
enum { PLACE_PART, PLACE_ARGUMENT, PLACE_VALUE };

static unsigned place_of(const xp_js *js)
{
    switch (js->prev) {
    case XP_T_QUESTION: return PLACE_PART;
    case XP_T_COLON: return js->in_ternary ? PLACE_PART : PLACE_VALUE;
    case XP_T_OPERATOR: return js->op[0] == '+' ? PLACE_PART : PLACE_VALUE;
    case XP_T_PAREN:
    case XP_T_COMMA:
    case XP_T_BRACKET: return PLACE_ARGUMENT;
    case XP_T_ASSIGN: return js->to_src ? PLACE_ARGUMENT : PLACE_VALUE;
    default: return PLACE_VALUE;
    }
}

/* What a vendor's function is called with is that vendor's business; what stands in an object may be anything. */
static bool is_data(const xp_js *js, bool in_object)
{
    for (unsigned i = js->depth; i > 0; i--) {
        unsigned kind = js->level[i].kind;

        if ((kind == LV_CALL && js->level[i].chain == CH_VENDOR) || (kind == LV_OBJECT && in_object))
            return true;
        if (kind >= LV_BODY)
            return false;
    }
    return false;
}

/* "https://host.example/…" or "//host.example/…" */
static bool is_absolute(const char *text, size_t len)
{
    size_t host = len > 8 && memcmp(text, "https://", 8) == 0 ? 8 : len > 7 && memcmp(text, "http://", 7) == 0 ? 7 : 2;
    const char *dot;

    if (len <= host || memcmp(text + host - 2, "//", 2) != 0)
        return false;
    dot = memchr(text + host, '.', len - host);
    return dot && memchr(dot, '/', len - (size_t)(dot - text));
}

/* Where `text` holds ".js" at its end or before its query. */
static const char *file_in(const char *text, const char *end)
{
    for (; (text = memchr(text, '.', (size_t)(end - text))); text++)
        if (end - text >= 3 && memcmp(text, ".js", 3) == 0 && (end - text == 3 || text[3] == '?'))
            break;
    return text;
}

/* Whether `text` holds "/js?". */
static bool has_query(const char *text, const char *end)
{
    for (const char *at = text; (at = memchr(at, '?', (size_t)(end - at))); at++)
        if (at - text >= 3 && memcmp(at - 3, "/js", 3) == 0)
            return true;
    return false;
}

/* Does the string name a script? An event may be called "gtm.js". */
static bool names_script(const xp_js *js)
{
    const char *end = js->word + js->nword, *dot = file_in(js->word, end);

    if (dot == js->word) /* a suffix */
        return false;
    return dot ? !is_data(js, !memchr(js->word, '/', js->nword)) : has_query(js->word, end) && !is_data(js, false);
}

void xp_js_address(xp_js *js)
{
    bool address, vendors;

    if (!js->is_vendors || js->place == PLACE_PART || js->mixed)
        return;
    address =
        names_script(js) || (js->place == PLACE_ARGUMENT && is_absolute(js->word, js->nword) && !is_data(js, true));
    if (!address)
        return;
    vendors = js->is_vendors(js->owner_ctx, js->word, js->nword);
    js->mixed |= !vendors;
    js->addresses = (uint8_t)(js->addresses + (vendors && js->addresses < UINT8_MAX));
}

void xp_js_string(xp_js *js)
{
    xp_js_address(js);
    if (js->nword == sizeof HIDING - 1 && !js->cut && memcmp(js->word, HIDING, js->nword) == 0)
        js->hide_name = true;
    if (js->arg != ARG_ANY)
        argument_string(js);
    else if (level(js)->kind == LV_INDEX && js->first)
        index_string(js);
}

/* ---- Tokens ----------------------------------------------------------------------------------------------------------- */

/* The first argument of a call that has to be looked at: a string is judged when it is complete. */
static void check_argument(xp_js *js, xp_js_token next)
{
    unsigned arg = js->arg;

    if (next == XP_T_VALUE && js->prev == XP_T_PAREN)
        return;
    js->arg = ARG_ANY;
    if (next == XP_T_NAME)
        js->mixed |= arg == ARG_EVENT || arg == ARG_ATTRIBUTE;
    else
        js->mixed |= arg != ARG_TIMER || next != XP_T_PAREN;
}

static bool accepts(unsigned wants, xp_js_token next)
{
    static const uint32_t ACCEPTED[] = {
        [WANT_NONE] = UINT32_MAX,
        [WANT_VAR] = SET(NAME),
        [WANT_HEAD] = SET(PAREN),
        [WANT_NAME] = SET(NAME) | SET(PAREN),
        [WANT_NAME_E] = SET(NAME) | SET(PAREN),
        [WANT_PAREN] = SET(PAREN),
        [WANT_PAREN_E] = SET(PAREN),
        [WANT_CATCH] = SET(PAREN) | SET(BRACE),
        [WANT_BODY] = SET(BRACE),
        [WANT_BODY_E] = SET(BRACE),
        [WANT_BODY_C] = SET(BRACE),
        [WANT_ARROW] = SET(ARROW),
        [WANT_ARROW_BODY] = UINT32_MAX,
    };

    return is_in(ACCEPTED[wants], next);
}

/* This token is what something before it has waited for, or should have been. */
static void meet(xp_js *js, xp_js_token token)
{
    uint32_t in_list = SET(NAME) | SET(COMMA) | SET(UNPAREN) | SET(SPREAD);

    if (js->arg != ARG_ANY)
        check_argument(js, token);
    if (js->wants == WANT_ARROW_BODY && token != XP_T_BRACE) {
        push(js, LV_ARROW, CH_PLAIN, js->fn_names);
        js->wants = WANT_NONE;
    }
    js->mixed |= !accepts(js->wants, token);
    if (!is_in(js->list == LIST_CLOSED ? SET(ARROW) : in_list, token))
        list_is_none(js);
}

static void open_paren(xp_js *js)
{
    if (js->wants == WANT_NAME || js->wants == WANT_NAME_E || js->wants == WANT_PAREN || js->wants == WANT_PAREN_E) {
        bool declared = js->wants == WANT_NAME || js->wants == WANT_PAREN;
        enter_function(js);
        push(js, declared ? LV_PARAMETERS : LV_PARAMETERS_E, CH_PLAIN, js->fn_names);
        js->wants = WANT_NONE;
    } else if (js->wants == WANT_CATCH) {
        push(js, LV_CATCH, CH_PLAIN, js->nnames);
        js->wants = WANT_NONE;
    } else if (js->wants == WANT_HEAD) {
        push(js, LV_HEAD, CH_PLAIN, 0);
        js->wants = WANT_NONE;
    } else if (ends_operand(js->prev) || js->prev == XP_T_DOT) {
        push(js, js->writing ? LV_WRITE : LV_CALL, js->chain, 0);
        js->wrote &= !js->writing;
        js->writing = false;
    } else {
        push(js, LV_GROUP, CH_PLAIN, 0);
        js->list = LIST_OPEN;
        js->list_depth = js->depth;
        js->nlist = js->list_unknown = 0;
    }
}

static xp_js_token close_paren(xp_js *js)
{
    xp_js_level was = *level(js);
    bool carries = ends_operand(js->prev) && js->chain != CH_VENDOR && js->chain != CH_NAMESAKE;

    if (was.kind < LV_GROUP || was.kind > LV_CATCH) {
        js->mixed = true;
        return XP_T_UNPAREN;
    }
    js->depth--;
    js->fn_names = was.names;
    switch (was.kind) {
    case LV_PARAMETERS: js->wants = WANT_BODY; break;
    case LV_PARAMETERS_E: js->wants = WANT_BODY_E; break;
    case LV_CATCH: js->wants = WANT_BODY_C; break;
    case LV_HEAD: return XP_T_HEAD_END;
    case LV_WRITE: js->mixed |= !js->wrote; /* fall through */
    case LV_CALL: js->chain = was.chain == CH_VENDOR ? CH_VENDOR : CH_PLAIN; break;
    default:
        js->chain = carries ? js->chain : CH_PLAIN;
        if (js->list == LIST_OPEN && js->list_depth == js->depth + 1)
            js->list = LIST_CLOSED;
    }
    return XP_T_UNPAREN;
}

static void open_bracket(xp_js *js)
{
    bool index = ends_operand(js->prev) || js->prev == XP_T_DOT;

    push(js, index ? LV_INDEX : LV_ARRAY, js->chain, 0);
}

static void close_bracket(xp_js *js)
{
    xp_js_level was = *level(js);

    if (was.kind != LV_INDEX && was.kind != LV_ARRAY) {
        js->mixed = true;
        return;
    }
    js->depth--;
    js->chain = was.kind == LV_INDEX && was.chain == CH_VENDOR ? CH_VENDOR : CH_PLAIN;
}

static bool is_object(const xp_js *js)
{
    if (js->prev == XP_T_COLON)
        return js->level[js->depth].kind == LV_OBJECT || js->in_ternary;
    return is_in(SET(ASSIGN) | SET(OPERATOR) | SET(SPREAD) | SET(PAREN) | SET(BRACKET) | SET(COMMA) | SET(QUESTION) |
                     SET(DOLLAR) | SET(ARROW) | SET(KEYWORD),
                 js->prev);
}

static void open_brace(xp_js *js)
{
    unsigned names = js->fn_names;

    switch (js->wants) {
    case WANT_BODY: push(js, LV_BODY, CH_PLAIN, names); break;
    case WANT_BODY_E:
    case WANT_ARROW_BODY: push(js, LV_BODY_E, CH_PLAIN, names); break;
    case WANT_BODY_C: push(js, LV_BODY_C, CH_PLAIN, names); break;
    default: push(js, is_object(js) ? LV_OBJECT : LV_BLOCK, CH_PLAIN, 0);
    }
    js->wants = WANT_NONE;
}

static xp_js_token close_brace(xp_js *js)
{
    xp_js_level was = *level(js);

    if (was.kind < LV_BLOCK || was.kind > LV_BODY_C) {
        js->mixed = true;
        return XP_T_UNBRACE;
    }
    js->depth--;
    js->chain = CH_PLAIN;
    if (was.kind == LV_BODY || was.kind == LV_BODY_E)
        leave_function(js, was.names);
    if (was.kind == LV_BODY_C)
        js->nnames = was.names;
    return was.kind == LV_OBJECT || was.kind == LV_BODY_E ? XP_T_UNBRACE : XP_T_BLOCK_END;
}

static void close_template(xp_js *js)
{
    if (level(js)->kind != LV_TEMPLATE) {
        js->mixed = true;
        return;
    }
    js->depth--;
    js->chain = CH_PLAIN;
}

static void arrow(xp_js *js)
{
    if (js->wants != WANT_ARROW) {
        if (js->list != LIST_CLOSED) {
            js->mixed = true;
            return;
        }
        begin_arrow(js);
        for (unsigned i = 0; i < js->nlist; i++)
            add_local(js, js->listed[i]);
    }
    js->list = LIST_NONE;
    js->wants = WANT_ARROW_BODY;
}

static void colon(xp_js *js)
{
    if (level(js)->ternary == 0)
        end_arrows(js);
    js->in_ternary = level(js)->ternary > 0;
    if (js->in_ternary)
        level(js)->ternary--;
}

static void comma(xp_js *js)
{
    end_arrows(js);
    if (level(js)->var)
        js->wants = WANT_VAR;
}

static void question(xp_js *js)
{
    if (++level(js)->ternary == 0)
        js->mixed = true;
}

static void assign(xp_js *js)
{
    js->to_vendor = ends_operand(js->prev) && js->chain == CH_VENDOR;
    js->alias = js->target;
}

/* Does what the token means for brackets and statements; returns what it is for the next one. */
static xp_js_token take(xp_js *js, xp_js_token token)
{
    switch (token) {
    case XP_T_PAREN: open_paren(js); break;
    case XP_T_UNPAREN: end_arrows(js); return close_paren(js);
    case XP_T_BRACKET: open_bracket(js); break;
    case XP_T_UNBRACKET:
        end_arrows(js);
        close_bracket(js);
        break;
    case XP_T_BRACE: open_brace(js); break;
    case XP_T_UNBRACE: end_arrows(js); return close_brace(js);
    case XP_T_DOLLAR: push(js, LV_TEMPLATE, CH_PLAIN, 0); break;
    case XP_T_UNDOLLAR:
        end_arrows(js);
        close_template(js);
        return XP_T_VALUE;
    case XP_T_COMMA: comma(js); break;
    case XP_T_SEMICOLON: new_statement(js); break;
    case XP_T_COLON: colon(js); break;
    case XP_T_QUESTION: question(js); break;
    case XP_T_ASSIGN: assign(js); break;
    case XP_T_ARROW: arrow(js); break;
    case XP_T_STEP: return ends_operand(js->prev) && !js->fresh ? (xp_js_token)js->prev : XP_T_OPERATOR;
    default: break;
    }
    return token;
}

/* What may come between an `=` and the name of what is assigned. */
static void forget_alias(xp_js *js, xp_js_token next)
{
    js->to_vendor = false;
    js->alias = 0;
    if (next != XP_T_ASSIGN)
        js->target = 0;
}

void xp_js_settle(xp_js *js, xp_js_token token)
{
    if (js->arg | js->wants | js->list)
        meet(js, token);
    if (js->waiting)
        settle(js, token);
}

void xp_js_take(xp_js *js, xp_js_token token)
{
    forget_alias(js, token);
    if (token == XP_T_VALUE) {
        if (ends_operand(js->prev))
            new_statement(js);
        js->place = (uint8_t)place_of(js);
        js->first = js->prev == XP_T_BRACKET;
        js->chain = CH_PLAIN;
    }
    js->prev = (uint8_t)take(js, token);
    js->fresh = false;
}

xp_js_slash xp_js_slash_means(const xp_js *js)
{
    if (ends_operand(js->prev))
        return XP_SLASH_DIVIDES;
    return js->prev == XP_T_BLOCK_END ? XP_SLASH_ODD : XP_SLASH_QUOTES;
}

bool xp_js_in_template(const xp_js *js)
{
    unsigned at = js->depth;

    while (js->level[at].kind == LV_ARROW)
        at--;
    return js->level[at].kind == LV_TEMPLATE;
}

bool xp_js_closed(xp_js *js)
{
    xp_js_next(js, XP_T_SEMICOLON);
    return !js->mixed && js->depth == 0 && js->wants == WANT_NONE;
}
