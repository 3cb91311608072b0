/* See xp_js.h. Is every word accounted for?
 *
 * A word is a name that stands alone or a property that hangs off something. What it may be follows from what it hangs off
 * (its chain): off a vendor's global nearly anything may, off the global object what is a vendor's or a loader's, off the
 * rest what is a loader's. A name that stands alone is a local name, a vendor's global, a root of the vocabulary, or unknown.
 * One bracket level is kept for each open bracket, because what a comma, a colon or a brace means depends on it; local names
 * live on a stack that goes back to its old height when their function ends. A name used in a function before it is declared
 * there waits until that function ends.
 *
 * Where the language is too rich (destructuring, classes, generators, methods, default parameters) the script is mixed, and
 * so it is when any of the bounded lists overflows. Everything errs to that side: a mixed script stays.
 */
#include "xp_js.h"

#include <string.h>

#include "../bytes/xp_marks.h"
#include "xp_js_lex.h"
#include "xp_js_string.h"

/* What a bracket is. */
enum {
    LV_TOP,
    LV_GROUP,        /* ( */
    LV_CALL,         /* f( */
    LV_WRITE,        /* document.write( */
    LV_HEAD,         /* if ( */
    LV_PARAMETERS,   /* of a declared function */
    LV_PARAMETERS_E, /* of a function expression */
    LV_PARAMETERS_A, /* of an arrow function */
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

/* The words that say what the first argument of a call to them must be. */
enum { ARGUMENTS = XP_W_EVENT | XP_W_ELEMENT | XP_W_ID | XP_W_ATTRIBUTE | XP_W_TIMER | XP_W_TAG };

/* A local name is its hash; the two lowest bits say what it stands for. */
enum { NAME_VENDOR = 1, NAME_LOCATION = 2, NAME_NAMESAKE = 3, NAME_BITS = 3 };

static const char HIDING[] = "async-hide";
static const char EVENTS[] =
    " load onload DOMContentLoaded readystatechange onreadystatechange pageshow visibilitychange prerenderingchange ";
static const char ELEMENTS[] = " script SCRIPT img IMG iframe IFRAME ";
static const char TAGS[] = " script SCRIPT head HEAD body BODY html HTML base link[rel='canonical'] ";
static const char ATTRIBUTES[] = " src type async defer id charset language lang crossorigin nonce integrity "
                                 "referrerpolicy fetchpriority nomodule width height alt ";

/* What tells a vendor that it may, or may not, follow the visitor: by itself it sends nothing. Functions are told so by their first argument or the
 * first of an array, or are called so. */
static const char CONSENT[] =
    " consent consentv2 setconsent consentGranted consentRevoked grantConsent revokeConsent holdConsent requireConsent "
    "requireCookieConsent setConsentGiven setCookieConsentGiven rememberConsentGiven rememberCookieConsentGiven "
    "forgetConsentGiven forgetCookieConsentGiven optUserOut forgetUserOptOut optOut optIn opt_out opt_in "
    "opt_out_tracking opt_in_tracking opt_out_capturing opt_in_capturing disableCookies ";
static const char NEITHER[] =
    " set js push apply call concat "; /* what may stand beside it, and sends nothing either */

enum { GIVEN = 32 };  /* parameters that are told apart */
enum { VENDORS = 3 }; /* whose globals are told apart: a snippet loads no more */

typedef struct {
    uint8_t kind;    /* what the bracket is */
    uint8_t chain;   /* what was called or indexed */
    uint8_t ternary; /* question marks that wait for their colon */
    uint8_t names;   /* names in scope when it was opened; in a call, arguments so far */
    bool var;        /* in a list of declarations? */
} bracket;

typedef struct {
    const xp_js_asks *asks;
    xp_js_lexer lex;
    bool mixed;
    uint8_t nvendors; /* whose globals were met */
    int vendors[VENDORS];
    unsigned loads;     /* elements made that load, by calls */
    unsigned addresses; /* strings that name a script, and are vendors' */
    unsigned strangers; /* … and are not, but may be where the vendor's is loaded from */
    uint32_t given;     /* a bit for each parameter under whose name something is put into an object */

    uint8_t prev;                             /* the last token */
    uint8_t chain;                            /* what the last operand was */
    uint8_t wants, fn_names;                  /* what a function or its like waits for, and the names outside of it */
    uint8_t depth, functions, nnames, nlater; /* how many */
    uint8_t target, alias;                    /* 1 + the local name on the left of the next, of the last = */
    uint8_t index, indexed;                   /* … the last one in brackets, that of the brackets just closed */
    uint8_t place;                            /* where the string stands, as far as it may be an address of its own */
    bool to_vendor;                           /* the last = was to a vendor's */
    bool to_src;                              /* it was to an element's src */
    bool in_ternary;                          /* the last colon was a question's */
    bool writes, writing;                     /* markup is written; a call that does it begins */
    bool hides, hide_name;                    /* hides the page; for a vendor */
    bool minds, consents, does_more;          /* what a vendor's functions are called for, if that is asked */

    xp_js_string string;                  /* the one read last */
    char word[XP_JS_WORD + XP_JS_PADDED]; /* the name read last, padded with NULs */
    size_t nword;
    uint32_t at;   /* where the token begins that is judged */
    unsigned what; /* what the tables of words say of it */
    unsigned arg;  /* what they say of the argument that comes next */

    bracket level[XP_JS_DEPTH];
    uint32_t name[XP_JS_NAMES], later[XP_JS_LATER];
    uint8_t later_in[XP_JS_LATER];  /* how many functions deep … */
    uint32_t later_at[XP_JS_LATER]; /* … and where */
} script;

static bracket *level(script *js)
{
    return &js->level[js->depth];
}

static void push(script *js, unsigned kind, unsigned chain, unsigned names)
{
    if (js->depth + 1 >= XP_JS_DEPTH) {
        js->mixed = true;
        return;
    }
    js->depth++;
    *level(js) = (bracket){ .kind = (uint8_t)kind, .chain = (uint8_t)chain, .names = (uint8_t)names };
}

/* The innermost bracket ends, which must be of one of these kinds. */
static bracket pop(script *js, unsigned from, unsigned to)
{
    bracket was = *level(js);

    if (was.kind < from || was.kind > to)
        js->mixed = true;
    else
        js->depth--;
    return was;
}

/* ---- Names ------------------------------------------------------------------------------------------------------------ */

/* Eight bytes at a time, which the padding of words is for. */
static uint32_t hash_of(const script *js)
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
static int find_local(const script *js, uint32_t hash, unsigned from)
{
    for (unsigned i = js->nnames; i > from; i--)
        if ((js->name[i - 1] & ~(uint32_t)NAME_BITS) == hash)
            return (int)(i - 1);
    return -1;
}

static void add_local(script *js, uint32_t hash)
{
    if (js->nnames < XP_JS_NAMES)
        js->name[js->nnames++] = hash;
    else
        js->mixed = true;
}

static int owner_of(const script *js, const char *word, size_t len, xp_js_does how)
{
    return js->asks->owner(js->asks->ctx, word, len, how);
}

/* Is the word a vendor's global? Then the script has to do with that vendor. */
static bool owned(script *js, const char *word, size_t len, xp_js_does how)
{
    int vendor = owner_of(js, word, len, how);

    if (vendor < 0)
        return false;
    for (unsigned i = 0; i < js->nvendors; i++)
        if (js->vendors[i] == vendor)
            return true;
    if (js->nvendors < VENDORS)
        js->vendors[js->nvendors++] = vendor;
    return true;
}

static bool name_owned(script *js, bool defined)
{
    return owned(js, js->word, js->nword, defined ? XP_JS_GIVES : XP_JS_ASKS);
}

/* Outside of functions a name belongs to the whole page: only a vendor's will do. */
static void unknown(script *js, uint32_t hash)
{
    if (js->functions == 0 || js->nlater == XP_JS_LATER) {
        js->mixed = true;
        return;
    }
    js->later[js->nlater] = hash;
    js->later_at[js->nlater] = js->at;
    js->later_in[js->nlater++] = js->functions;
}

static void declare(script *js, bool own_scope)
{
    js->target = 0;
    js->chain = CH_PLAIN;
    if (own_scope || js->functions > 0) {
        add_local(js, hash_of(js) |
                          (js->nword > 2 && owner_of(js, js->word, js->nword, XP_JS_OWNS) >= 0 ? NAME_NAMESAKE : 0));
        js->target = js->nnames;
    } else if (name_owned(js, true)) {
        js->chain = CH_VENDOR;
    } else {
        js->mixed = true;
    }
}

/* A function ends: its names go, and what was used before it was declared must have been, here or further out. */
static void leave_function(script *js, unsigned names)
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
        js->later_at[kept] = js->later_at[i];
        js->later_in[kept++] = js->later_in[i];
    }
    js->nlater = (uint8_t)kept;
    js->nnames = (uint8_t)names;
    js->functions--;
}

static void enter_function(script *js)
{
    if (js->functions == 0)
        js->given = 0;
    if (++js->functions == XP_JS_DEPTH)
        js->mixed = true;
}

/* An arrow function without braces ends where its expression does. */
static void end_arrows(script *js)
{
    while (level(js)->kind == LV_ARROW) {
        unsigned names = level(js)->names;
        js->depth--;
        leave_function(js, names);
    }
}

static void begin_arrow(script *js)
{
    js->wants = WANT_ARROW;
    js->fn_names = js->nnames;
    enter_function(js);
}

/* ---- Words ------------------------------------------------------------------------------------------------------------ */

/* What has to be looked at in the arguments of a call to this word. */
static void expect_argument(script *js, unsigned what, xp_js_token next)
{
    if (next != XP_T_PAREN)
        return;
    js->writes |= (what & XP_W_WRITES) != 0;
    js->writing = (what & XP_W_WRITES) != 0;
    js->arg = what & ARGUMENTS;
}

static void stands_for(script *js, unsigned at, uint32_t what)
{
    js->name[at] = (js->name[at] & ~(uint32_t)NAME_BITS) | what;
}

/* The name on the left of the `=` before stands for what the operand that ends here is. */
static void alias(script *js, xp_js_token next)
{
    if (js->alias == 0)
        return;
    if (js->chain == CH_VENDOR)
        stands_for(js, js->alias - 1u, NAME_VENDOR);
    else if (js->chain == CH_LOCATION && !xp_js_goes_on(next))
        stands_for(js, js->alias - 1u, NAME_LOCATION);
}

static void vocabulary_word(script *js, unsigned what, xp_js_token next)
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

/* A vendor's function is called for this. */
static void call_for(script *js, const char *what, size_t len)
{
    if (!js->minds || js->does_more)
        return;
    if (xp_js_listed(CONSENT, what, len))
        js->consents = true;
    else if (!xp_js_listed(NEITHER, what, len))
        js->does_more = true;
}

static bool is_vendors_call(const script *js, unsigned depth)
{
    const bracket *l = &js->level[depth];

    return l->kind == LV_CALL && (l->chain == CH_VENDOR || l->chain == CH_NAMESAKE);
}

/* The string that stands here is the first argument of such a call, or the first in an array that is. */
static void first_argument(script *js, unsigned before)
{
    bool in_array = before == XP_T_BRACKET && level(js)->kind == LV_ARRAY && js->depth > 0;

    if (before == XP_T_PAREN ? is_vendors_call(js, js->depth) : in_array && is_vendors_call(js, js->depth - 1u))
        call_for(js, js->string.text, js->string.cut ? 0 : js->string.len);
}

static void property(script *js, xp_js_token next)
{
    unsigned what = js->what, base = js->chain;
    bool assigned = next == XP_T_ASSIGN || next == XP_T_STEP;

    js->index = 0;
    js->to_src = next == XP_T_ASSIGN && js->nword == 3 && memcmp(js->word, "src", 3) == 0;
    if (base == CH_VENDOR || (base == CH_NAMESAKE && !(what & XP_W_PROPERTY))) {
        js->mixed |= (what & XP_W_NEVER) != 0;
        js->chain = CH_VENDOR;
        if (next == XP_T_PAREN)
            call_for(js, js->word, js->nword);
    } else if ((what & XP_W_PROPERTY) && !(base == CH_GLOBAL && assigned && !(what & XP_W_HOOK))) {
        js->mixed |= base == CH_LOCATION && (what & XP_W_LEAVES);
        js->mixed |= base == CH_BUILTIN && assigned && !(what & XP_W_HOOK);
        vocabulary_word(js, what, next);
    } else if (name_owned(js, assigned)) {
        js->chain = CH_VENDOR;
    } else if (base == CH_GLOBAL && (what & XP_W_ROOT) && !assigned) {
        vocabulary_word(js, what, next);
    } else {
        js->mixed = true;
    }
    alias(js, next);
}

static void local_name(script *js, int at, xp_js_token next)
{
    static const uint8_t CHAIN[] = { CH_PLAIN, CH_VENDOR, CH_LOCATION, CH_NAMESAKE }; /* by what the name stands for */
    unsigned was = js->name[at] & NAME_BITS;

    if (js->to_vendor && !xp_js_goes_on(next))
        stands_for(js, (unsigned)at, NAME_VENDOR);
    js->chain = CHAIN[was];
    js->index = (uint8_t)(at + 1);
    if (next == XP_T_ASSIGN)
        js->target = (uint8_t)(at + 1);
}

/* A name that stands alone. False if nobody accounts for it. */
static bool reference(script *js, uint32_t hash, xp_js_token next)
{
    int at = find_local(js, hash, 0);

    if (at < 0 && (js->what & XP_W_ROOT)) {
        vocabulary_word(js, js->what, next);
        alias(js, next);
        return true;
    }
    js->string.element = true;
    if (at >= 0)
        local_name(js, at, next);
    else if (name_owned(js, next == XP_T_ASSIGN))
        js->chain = CH_VENDOR;
    else
        return false;
    alias(js, next);
    return true;
}

/* A name that stands alone, `next` behind it. */
static void use(script *js, xp_js_token next)
{
    uint32_t hash = hash_of(js);

    if (next == XP_T_ARROW) {
        begin_arrow(js);
        add_local(js, hash);
    } else if (!reference(js, hash, next)) {
        js->chain = CH_PLAIN;
        unknown(js, hash);
    }
}

static void new_statement(script *js)
{
    end_arrows(js);
    level(js)->var = false;
    level(js)->ternary = 0;
}

/* Is `function` after this token a declaration? */
static bool begins_statement(unsigned before)
{
    return xp_js_is_in(XP_T_SET(START) | XP_T_SET(SEMICOLON) | XP_T_SET(BRACE) | XP_T_SET(BLOCK_END) |
                           XP_T_SET(HEAD_END) | XP_T_SET(BLOCKWORD),
                       before) ||
           xp_js_ends_operand(before);
}

static void keyword(script *js, xp_js_keyword word)
{
    static const uint8_t BECOMES[] = {
        [XP_K_OPERATOR] = XP_T_KEYWORD, [XP_K_BLOCK] = XP_T_BLOCKWORD,  [XP_K_HEAD] = XP_T_BLOCKWORD,
        [XP_K_VAR] = XP_T_KEYWORD,      [XP_K_FUNCTION] = XP_T_KEYWORD, [XP_K_CATCH] = XP_T_BLOCKWORD,
        [XP_K_THIS] = XP_T_VALUE,       [XP_K_VALUE] = XP_T_VALUE,      [XP_K_INFIX] = XP_T_OPERATOR
    };
    unsigned before = js->prev;

    if (xp_js_ends_operand(before) && word != XP_K_INFIX)
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

static void function_name(script *js)
{
    bool declared = js->wants == WANT_NAME;

    declare(js, !declared);
    if (declared)
        js->fn_names = js->nnames;
    js->wants = declared ? WANT_PAREN : WANT_PAREN_E;
}

/* The name is declared here, rather than used. */
static bool declares(script *js, unsigned before)
{
    unsigned kind = level(js)->kind;

    if (kind >= LV_PARAMETERS && kind <= LV_CATCH &&
        xp_js_is_in(XP_T_SET(PAREN) | XP_T_SET(COMMA) | XP_T_SET(SPREAD), before)) {
        if (kind == LV_PARAMETERS_A)
            add_local(js, hash_of(js));
        else
            declare(js, true);
    } else if (js->wants == WANT_VAR) {
        js->wants = WANT_NONE;
        level(js)->var = true;
        declare(js, false);
    } else if (js->wants != WANT_NONE) {
        function_name(js);
    } else {
        return false;
    }
    return true;
}

/* ---- Strings ---------------------------------------------------------------------------------------------------------- */

static void argument_string(script *js, const xp_js_string *string)
{
    unsigned arg = js->arg;
    const char *list = arg == XP_W_EVENT ? EVENTS : arg == XP_W_ELEMENT ? ELEMENTS : arg & XP_W_TAG ? TAGS : ATTRIBUTES;
    bool data = arg == XP_W_ATTRIBUTE && string->len > 5 && memcmp(string->text, "data-", 5) == 0;

    js->arg = 0;
    js->mixed |=
        string->cut || arg == XP_W_ID || arg == XP_W_TIMER || (!data && !xp_js_listed(list, string->text, string->len));
}

/* w['name'] is w.name. */
static void index_string(script *js, const xp_js_string *string)
{
    unsigned what = string->cut ? 0 : xp_js_look_up(string->text, string->len);
    bracket *l = level(js);

    if (l->chain == CH_VENDOR)
        js->mixed |= (what & XP_W_NEVER) != 0;
    else if (!string->cut && owned(js, string->text, string->len, XP_JS_SPELLS))
        l->chain = CH_VENDOR;
    else
        js->mixed |= l->chain == CH_GLOBAL || l->chain == CH_BUILTIN || (what & ~(unsigned)XP_W_ROOT) != XP_W_PROPERTY;
}

/* Where a string stands: joined to what comes before it, or one of two that a condition chooses from, it is no address of its own. */
enum { PLACE_PART, PLACE_ARGUMENT, PLACE_SRC, PLACE_VALUE };

static unsigned place_of(const script *js)
{
    switch (js->prev) {
    case XP_T_QUESTION: return PLACE_PART;
    case XP_T_COLON: return js->in_ternary ? PLACE_PART : PLACE_VALUE;
    case XP_T_OPERATOR: return js->lex.op == '+' ? PLACE_PART : PLACE_VALUE;
    case XP_T_PAREN:
    case XP_T_COMMA:
    case XP_T_BRACKET: return PLACE_ARGUMENT;
    case XP_T_ASSIGN: return js->to_src ? PLACE_SRC : PLACE_VALUE;
    default: return PLACE_VALUE;
    }
}

/* What a vendor's function is called with is that vendor's business; what stands in an object may be anything. */
static bool is_data(const script *js, bool in_object)
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
static bool names_script(const script *js, const char *text, size_t len)
{
    const char *end = text + len, *dot = file_in(text, end);

    if (dot == text) /* a suffix */
        return false;
    return dot ? !is_data(js, !memchr(text, '/', len)) : has_query(text, end) && !is_data(js, false);
}

/* Whether the string is where a loader's address may be: it becomes a src, or is handed to a function that is called where it stands. */
static bool is_loaders(const script *js)
{
    return js->place == PLACE_SRC ||
           (js->place == PLACE_ARGUMENT && js->functions == 0 && js->level[js->depth].kind == LV_CALL);
}

static void address(script *js, const char *text, size_t len)
{
    bool vendors;

    if (!js->asks->is_vendors || js->place == PLACE_PART)
        return;
    if (!names_script(js, text, len) && !(js->place != PLACE_VALUE && is_absolute(text, len) && !is_data(js, true)))
        return;
    vendors = js->asks->is_vendors(js->asks->ctx, text, len);
    js->addresses += vendors;
    if (!vendors && js->asks->loads && is_loaders(js))
        js->strangers++;
    else
        js->mixed |= !vendors;
}

/* Whether the function that the string is handed to makes a global of that name, which others will ask for. */
static bool is_given_name(const script *js, unsigned before)
{
    const bracket *l = &js->level[js->depth];

    return xp_js_is_in(XP_T_SET(PAREN) | XP_T_SET(COMMA), before) && js->functions == 0 && l->kind == LV_CALL &&
           l->chain != CH_VENDOR && l->names < GIVEN && (js->given >> l->names & 1);
}

static void string(script *js, unsigned quote, bool indexes)
{
    const xp_js_string *text = &js->string;

    js->mixed |= xp_js_string_read(&js->string, &js->lex, quote) == XP_T_ODD;
    address(js, text->text, text->len);
    js->hide_name |= text->len == sizeof HIDING - 1 && !text->cut && !memcmp(text->text, HIDING, text->len);
    if (js->arg)
        argument_string(js, text);
    else if (level(js)->kind == LV_INDEX && indexes)
        index_string(js, text);
}

/* ---- Tokens ----------------------------------------------------------------------------------------------------------- */

/* The first argument of a call that has to be looked at: a string is judged when it is complete. */
static void check_argument(script *js, xp_js_token next)
{
    unsigned arg = js->arg;

    if (next == XP_T_VALUE && js->prev == XP_T_PAREN)
        return;
    js->arg = 0;
    if (next == XP_T_NAME)
        js->mixed |= arg == XP_W_EVENT || (arg & XP_W_ATTRIBUTE);
    else
        js->mixed |= arg != XP_W_TIMER || next != XP_T_PAREN;
}

static bool accepts(unsigned wants, xp_js_token next)
{
    static const uint32_t ACCEPTED[] = {
        [WANT_NONE] = UINT32_MAX,
        [WANT_VAR] = XP_T_SET(NAME),
        [WANT_HEAD] = XP_T_SET(PAREN),
        [WANT_NAME] = XP_T_SET(NAME) | XP_T_SET(PAREN),
        [WANT_NAME_E] = XP_T_SET(NAME) | XP_T_SET(PAREN),
        [WANT_PAREN] = XP_T_SET(PAREN),
        [WANT_PAREN_E] = XP_T_SET(PAREN),
        [WANT_CATCH] = XP_T_SET(PAREN) | XP_T_SET(BRACE),
        [WANT_BODY] = XP_T_SET(BRACE),
        [WANT_BODY_E] = XP_T_SET(BRACE),
        [WANT_BODY_C] = XP_T_SET(BRACE),
        [WANT_ARROW] = XP_T_SET(ARROW),
        [WANT_ARROW_BODY] = UINT32_MAX,
    };

    return xp_js_is_in(ACCEPTED[wants], next);
}

/* This token is what something before it has waited for, or should have been. */
static void meet(script *js, xp_js_token token)
{
    if (js->arg)
        check_argument(js, token);
    if (js->wants == WANT_ARROW_BODY && token != XP_T_BRACE) {
        push(js, LV_ARROW, CH_PLAIN, js->fn_names);
        js->wants = WANT_NONE;
    }
    js->mixed |= !accepts(js->wants, token);
}

static void open_paren(script *js)
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
    } else if (xp_js_ends_operand(js->prev) || js->prev == XP_T_DOT) {
        push(js, js->writing ? LV_WRITE : LV_CALL, js->chain, 0);
        js->string.element &= !js->writing;
        js->writing = false;
    } else if (xp_js_is_arrow_list(&js->lex)) {
        begin_arrow(js);
        push(js, LV_PARAMETERS_A, CH_PLAIN, js->fn_names);
        js->wants = WANT_NONE;
    } else {
        push(js, LV_GROUP, CH_PLAIN, 0);
    }
}

static xp_js_token close_paren(script *js)
{
    bracket was = pop(js, LV_GROUP, LV_CATCH);
    bool carries = xp_js_ends_operand(js->prev) && js->chain != CH_VENDOR && js->chain != CH_NAMESAKE;

    js->fn_names = was.names;
    switch (was.kind) {
    case LV_PARAMETERS: js->wants = WANT_BODY; break;
    case LV_PARAMETERS_E: js->wants = WANT_BODY_E; break;
    case LV_PARAMETERS_A: js->wants = WANT_ARROW; break;
    case LV_CATCH: js->wants = WANT_BODY_C; break;
    case LV_HEAD: return XP_T_HEAD_END;
    case LV_WRITE: js->mixed |= !js->string.element; /* fall through */
    case LV_CALL: js->chain = was.chain == CH_VENDOR ? CH_VENDOR : CH_PLAIN; break;
    default: js->chain = carries ? js->chain : CH_PLAIN;
    }
    return XP_T_UNPAREN;
}

static void open_bracket(script *js)
{
    bool index = xp_js_ends_operand(js->prev) || js->prev == XP_T_DOT;

    push(js, index ? LV_INDEX : LV_ARRAY, js->chain, 0);
}

static void close_bracket(script *js)
{
    bracket was = pop(js, LV_ARRAY, LV_INDEX);

    js->chain = was.kind == LV_INDEX && was.chain == CH_VENDOR ? CH_VENDOR : CH_PLAIN;
    js->indexed = js->prev == XP_T_NAME ? js->index : 0;
}

static bool is_object(const script *js)
{
    if (js->prev == XP_T_COLON)
        return js->level[js->depth].kind == LV_OBJECT || js->in_ternary;
    return xp_js_is_in(XP_T_SET(ASSIGN) | XP_T_SET(OPERATOR) | XP_T_SET(SPREAD) | XP_T_SET(PAREN) | XP_T_SET(BRACKET) |
                           XP_T_SET(COMMA) | XP_T_SET(QUESTION) | XP_T_SET(DOLLAR) | XP_T_SET(ARROW) |
                           XP_T_SET(KEYWORD),
                       js->prev);
}

static void open_brace(script *js)
{
    unsigned names = js->fn_names;

    switch (js->wants) {
    case WANT_BODY: push(js, LV_BODY, CH_PLAIN, names); break;
    case WANT_BODY_E:
    case WANT_ARROW_BODY: push(js, LV_BODY_E, CH_PLAIN, names); break;
    case WANT_BODY_C: push(js, LV_BODY_C, CH_PLAIN, names); break;
    default:
        js->does_more |= js->minds && js->prev == XP_T_PAREN && is_vendors_call(js, js->depth);
        push(js, is_object(js) ? LV_OBJECT : LV_BLOCK, CH_PLAIN, 0);
    }
    js->wants = WANT_NONE;
}

static xp_js_token close_brace(script *js)
{
    bracket was = pop(js, LV_BLOCK, LV_BODY_C);

    js->chain = CH_PLAIN;
    if (was.kind == LV_BODY || was.kind == LV_BODY_E)
        leave_function(js, was.names);
    if (was.kind == LV_BODY_C)
        js->nnames = was.names;
    return was.kind == LV_OBJECT || was.kind == LV_BODY_E ? XP_T_UNBRACE : XP_T_BLOCK_END;
}

static void arrow(script *js)
{
    js->mixed |= js->wants != WANT_ARROW;
    js->wants = WANT_ARROW_BODY;
}

static void colon(script *js)
{
    if (level(js)->ternary == 0)
        end_arrows(js);
    js->in_ternary = level(js)->ternary > 0;
    if (js->in_ternary)
        level(js)->ternary--;
}

static void comma(script *js)
{
    end_arrows(js);
    if (level(js)->kind == LV_CALL && level(js)->names < GIVEN)
        level(js)->names++;
    if (level(js)->var)
        js->wants = WANT_VAR;
}

static void question(script *js)
{
    if (++level(js)->ternary == 0)
        js->mixed = true;
}

static void assign(script *js)
{
    js->to_vendor = xp_js_ends_operand(js->prev) && js->chain == CH_VENDOR;
    js->alias = js->target;
    if (js->prev == XP_T_UNBRACKET && js->indexed > 0 && js->indexed <= GIVEN)
        js->given |= UINT32_C(1) << (js->indexed - 1);
}

/* Does what the token means for brackets and statements; returns what it is for the next one. */
static xp_js_token take(script *js, xp_js_token token)
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
        pop(js, LV_TEMPLATE, LV_TEMPLATE);
        js->chain = CH_PLAIN;
        return XP_T_VALUE;
    case XP_T_COMMA: comma(js); break;
    case XP_T_SEMICOLON: new_statement(js); break;
    case XP_T_COLON: colon(js); break;
    case XP_T_QUESTION: question(js); break;
    case XP_T_ASSIGN: assign(js); break;
    case XP_T_ARROW: arrow(js); break;
    case XP_T_STEP: return xp_js_ends_operand(js->prev) && !js->lex.fresh ? (xp_js_token)js->prev : XP_T_OPERATOR;
    default: break;
    }
    return token;
}

/* What may come between an `=` and the name of what is assigned. */
static void forget_alias(script *js, xp_js_token next)
{
    js->to_vendor = false;
    js->alias = 0;
    if (next != XP_T_ASSIGN)
        js->target = 0;
}

/* What a slash is. */
static xp_js_token slash(script *js)
{
    if (xp_js_ends_operand(js->prev))
        return xp_js_lex_division(&js->lex);
    return js->prev == XP_T_BLOCK_END ? XP_T_ODD : xp_js_lex_regex(&js->lex);
}

/* Would a } here go back to a template's text? */
static bool in_template(const script *js)
{
    unsigned at = js->depth;

    while (js->level[at].kind == LV_ARROW)
        at--;
    return js->level[at].kind == LV_TEMPLATE;
}

/* This token comes next: what something before it has waited for, or should have been. */
XP_INLINE xp_js_token meets(script *js, xp_js_token token)
{
    if (js->arg | js->wants)
        meet(js, token == XP_T_QUOTE ? XP_T_VALUE : token);
    return token;
}

XP_INLINE xp_js_token next_token(script *js)
{
    xp_js_token token = xp_js_lex(&js->lex);

    if (token == XP_T_SLASH)
        token = slash(js);
    if (token == XP_T_UNBRACE && in_template(js))
        token = XP_T_UNDOLLAR;
    return meets(js, token);
}

enum { SHORT = 16 }; /* nearly all names are no longer */

static void keep_word(script *js)
{
    const unsigned char *word = js->lex.word;
    size_t n = js->lex.nword;

    js->at = (uint32_t)(word - js->lex.text);
    js->mixed |= n > XP_JS_WORD;
    js->nword = n > XP_JS_WORD ? XP_JS_WORD : n;
    if (n <= SHORT && js->lex.end - word >= SHORT)
        memcpy(js->word, word, SHORT); /* a load and a store */
    else
        memcpy(js->word, word, js->nword);
    memset(js->word + js->nword, 0, XP_JS_PADDED);
}

/* What a name is follows from what it hangs off and, unless it is the language's own or declared here, from what comes next: that
 * token is given back. */
static xp_js_token name(script *js)
{
    unsigned before = js->prev;
    bool key = level(js)->kind == LV_OBJECT && xp_js_is_in(XP_T_SET(BRACE) | XP_T_SET(COMMA), before);
    xp_js_token next;

    keep_word(js);
    js->what = 0;
    if (js->nword > 1 || before == XP_T_DOT) /* as most names are not in a minified script */
        js->what = xp_js_look_up(js->word, js->nword);
    if (before != XP_T_DOT && js->what >= XP_W_KEYWORD && !key) {
        keyword(js, xp_js_keyword_of(js->what));
        return XP_T_START;
    }
    if (xp_js_ends_operand(before))
        new_statement(js);
    js->prev = XP_T_NAME;
    if (before != XP_T_DOT && declares(js, before))
        return XP_T_START;
    next = next_token(js);
    js->to_src = false;
    if (before == XP_T_DOT)
        property(js, next);
    else if (key && next == XP_T_COLON && level(js)->ternary == 0)
        js->chain = CH_PLAIN;
    else
        use(js, next);
    js->to_vendor = false;
    return next;
}

/* Goes on with a template, up to its end or to an expression in it. */
static xp_js_token template(script *js)
{
    xp_js_token token = xp_js_string_read(&js->string, &js->lex, '`');

    if (token != XP_T_VALUE)
        return meets(js, token);
    address(js, js->string.text, js->string.len);
    return XP_T_START;
}

/* A string, template, number or regular expression. */
static xp_js_token value(script *js, xp_js_token token)
{
    unsigned before = js->prev, quote = token == XP_T_QUOTE ? js->lex.p[-1] : 0;

    if (xp_js_ends_operand(before))
        new_statement(js);
    js->place = (uint8_t)place_of(js);
    js->chain = CH_PLAIN;
    js->prev = XP_T_VALUE;
    if (quote == '`') {
        js->mixed |= is_given_name(js, before);
        return template(js);
    }
    if (quote) {
        string(js, quote, before == XP_T_BRACKET);
        if (js->minds)
            first_argument(js, before);
        if (is_given_name(js, before))
            js->mixed |= js->string.cut || !owned(js, js->string.text, js->string.len, XP_JS_GIVES);
    }
    return XP_T_START;
}

/* Judges a token. Gives the next, if that has been looked at, or XP_T_START. */
XP_INLINE xp_js_token judge(script *js, xp_js_token token)
{
    if (token == XP_T_NAME)
        return name(js);
    if (token == XP_T_DOT) {
        js->prev = XP_T_DOT;
        return XP_T_START;
    }
    js->at = (uint32_t)(js->lex.p - 1 - js->lex.text);
    forget_alias(js, token);
    if (token == XP_T_VALUE || token == XP_T_QUOTE)
        return value(js, token);
    js->prev = (uint8_t)take(js, token);
    return token == XP_T_UNDOLLAR ? template(js) : XP_T_START;
}

/* ---- The whole text ------------------------------------------------------------------------------------------------------- */

/* Every word is accounted for, and everything has ended that was begun. */
static bool is_accounted_for(script *js)
{
    xp_js_token token = XP_T_START;

    do {
        if (token == XP_T_START)
            token = next_token(js);
        if (token < XP_T_ODD)
            token = judge(js, token);
    } while (token < XP_T_ODD && !js->mixed);
    end_arrows(js);
    return token == XP_T_END && !js->mixed && js->depth == 0 && js->wants == WANT_NONE;
}

static xp_js_lexer lexer_of(const char *text, size_t len, bool doublebyte, const size_t *urls, size_t nurls)
{
    const unsigned char *begin = (const unsigned char *)text;

    return (xp_js_lexer){
        .text = begin, .p = begin, .end = begin + len, .urls = urls, .nurls = nurls, .doublebyte = doublebyte
    };
}

static bool holds(const char *text, const char *end, const char *word)
{
    size_t n = strlen(word);

    for (; (text = memchr(text, word[0], (size_t)(end - text))); text++)
        if ((size_t)(end - text) >= n && !memcmp(text, word, n))
            break;
    return text;
}

/* Whether a snippet that has been read only tells vendors what the visitor consents to. It is read again for that, if a word of it may say so. */
static bool only_consents(const script *read)
{
    static const char *const PARTS[] = { "onsent", "opt", "OptOut", "isableCookies" }; /* of all of CONSENT */
    const char *text = (const char *)read->lex.text, *end = (const char *)read->lex.end;
    script js = { .asks = read->asks, .minds = true };
    size_t i = 0;

    while (i < sizeof PARTS / sizeof *PARTS && !holds(text, end, PARTS[i]))
        i++;
    if (i == sizeof PARTS / sizeof *PARTS)
        return false;
    js.lex = lexer_of(text, (size_t)(end - text), read->lex.doublebyte, read->lex.urls, read->lex.nurls);
    return is_accounted_for(&js) && js.consents && !js.does_more;
}

bool xp_js_is_snippet(const char *text, size_t len, const xp_js_asks *asks, bool doublebyte, const size_t *urls,
                      size_t nurls)
{
    script js = { .asks = asks, .lex = lexer_of(text, len, doublebyte, urls, nurls) };
    size_t loads, found;

    if (len > XP_JS_TEXT || !is_accounted_for(&js) || (js.writes && js.string.markup) || (js.hides && !js.hide_name))
        return false;
    loads = js.loads + (js.writes ? js.string.written : 0);
    if (js.strangers > loads)
        return false;
    if (loads == 0) /* then without a vendor's global it is nothing a vendor would want, and what visitors want stays */
        return js.nvendors > 0 && !only_consents(&js);
    found = nurls - js.lex.commented;
    if (js.asks->loads && (loads > 1 || js.strangers > 1 || js.addresses > 0))
        return false;
    return (loads == 1 || loads <= js.nvendors) && loads <= (found > js.addresses ? found : js.addresses);
}

size_t xp_js_where_mixed(const char *text, size_t len, const xp_js_asks *asks, bool doublebyte, const size_t *urls,
                         size_t nurls)
{
    script js = { .asks = asks, .lex = lexer_of(text, len, doublebyte, urls, nurls) };

    if (is_accounted_for(&js))
        return len;
    for (unsigned i = 0; i < js.nlater; i++)
        if (js.later_in[i] == 0) /* all functions round it have ended, and none has declared it */
            return js.later_at[i];
    return js.mixed ? js.at : (size_t)(js.lex.p - js.lex.text);
}
