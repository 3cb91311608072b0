/* See xp_js_uses.h.
 *
 * Of the grammar as much as tells what a brace is and where a function ends, in the language that snippets use. A bracket level is kept for each open bracket, and on it when the
 * code outside of it runs. The first pass learns what is local to functions, what the script defines and what it mentions, for all of
 * that may stand behind its use; the second tells.
 *
 * Rejected: to ask xp_js.c, which ends at the first word that is not accounted for and knows nothing of when; and scopes, which would have to
 * be kept for every function of a site's own script, to learn more of names than a vendor's global needs.
 */
#include "xp_js_uses.h"

#include <string.h>

#include "../bytes/xp_marks.h"
#include "xp_js_lex.h"
#include "xp_js_string.h"
#include "xp_js_words.h"

enum {
    DEPTH = 64,       /* open brackets; what is deeper is not looked at */
    LOCALS = 1024,    /* bits of these sets of names */
    MENTIONED = 2048, /* … */
    OWN = 512,
    SHORT = 2 /* a name that is no longer may be anything's: that it is merely mentioned says nothing */
};

/* What a bracket is. */
enum {
    LV_TOP,
    LV_GROUP,  /* ( */
    LV_CALL,   /* f( */
    LV_HEAD,   /* if ( */
    LV_PARAMS, /* function ( */
    LV_CATCH,  /* catch ( */
    LV_ARRAY,
    LV_INDEX,
    LV_BLOCK,
    LV_OBJECT,
    LV_BODY,   /* of a declared function, or a method */
    LV_BODY_E, /* of a function expression */
    LV_ARROW,  /* => without a brace: no bracket, but a function */
    LV_TEMPLATE
};

/* When a function is called; the first ones are XP_JS_USES and what follows it. */
enum { NOW, SOON, PERHAPS, LATER };

/* What the operand before is, as far as something may hang off it. */
enum { CH_NONE, CH_NAME, CH_WINDOW, CH_DOCUMENT };

enum { WANT_NONE, WANT_VAR, WANT_HEAD, WANT_FUNCTION, WANT_PARAMS, WANT_CATCH, WANT_BODY, WANT_ARROW };

static const char SOON_CALLED[] = " setTimeout setInterval requestAnimationFrame requestIdleCallback setImmediate "
                                  "queueMicrotask ready domReady $ jQuery load ";
static const char EVENT_CALLED[] =
    " addEventListener attachEvent on one bind live delegate observe listen addEvent AddEvent addListener ";
static const char LATER_CALLED[] = " push unshift click dblclick mousedown mouseup mouseenter mouseleave mouseover "
                                   "mouseout mousemove hover submit change select "
                                   "focus blur focusin focusout keyup keydown keypress scroll resize toggle touchstart "
                                   "touchend error unload beforeunload "
                                   "removeEventListener extend ";
static const char LOADING[] = " load onload DOMContentLoaded readystatechange onreadystatechange pageshow ready "
                              "turbolinks:load turbo:load page:load prerenderingchange visibilitychange ";
static const char HOOKS[] = " onload onpageshow onreadystatechange onprerenderingchange ";

typedef struct {
    uint8_t kind;
    uint8_t when;    /* when the code outside of it runs */
    uint8_t ternary; /* question marks that wait for their colon */
    uint8_t chain;   /* of an index: into what */
    bool var;        /* in a list of declarations? */
    bool value;      /* of an object: behind the colon */
    bool handed;     /* of a call: to a function that stands there */
    uint8_t ncallee,
        nevent; /* of a call: what is called, and the first string that is handed over; 0: neither is known … */
    uint32_t callee, event; /* … and where they stand */
} bracket;

typedef struct {
    xp_js_lexer lex;
    const xp_js_listener *listener;
    bool telling; /* in the last pass */
    bool lost;    /* too deep */
    xp_js_deeds deeds;

    uint8_t prev, op;   /* the last token, and the first byte of the last operator */
    uint8_t chain;      /* what the last operand was */
    uint8_t wants;      /* what a function, a head or a declaration still waits for */
    uint8_t when;       /* when this code runs */
    uint8_t fn_when;    /* … and the function that is about to begin */
    uint8_t ncallee;    /* the length of what was just named, … */
    uint32_t callee;    /* … and where it stands */
    uint8_t depth;      /* open brackets */
    uint32_t functions; /* how many are open */
    bool fn_declared;   /* the function has a name in a statement of its own */
    bool lexical;       /* let or const, rather than var */
    bool invokes;       /* the last keyword was void or new */
    bool hook;          /* the last = was to a handler of loading */
    bool fn_value;      /* a function's body has just ended, and is a value */
    uint32_t at;        /* where the name read last begins … */
    size_t nword;
    xp_js_string string;
    char word[XP_JS_WORD + XP_JS_PADDED];
    bracket level[DEPTH];
    uint64_t local[LOCALS / 64];        /* names of parameters, and declared in functions */
    uint64_t mentioned[MENTIONED / 64]; /* where the script runs */
    uint64_t own[OWN / 64];             /* the page's, that get their value where the script runs */
} script;

static bracket *level(script *js)
{
    return &js->level[js->depth];
}

static void push(script *js, unsigned kind)
{
    bracket *l;

    if (js->depth + 1 == DEPTH) {
        js->lost = true;
        return;
    }
    js->depth++;
    l = level(js);
    *l = (bracket){ .kind = (uint8_t)kind, .when = js->when };
}

/* Of brackets that do not match some script may be made, but none that runs. */
static bracket pop(script *js)
{
    bracket was = *level(js);

    if (js->depth == 0)
        js->lost = true;
    else
        js->depth--;
    js->when = was.when;
    if (was.kind == LV_BODY || was.kind == LV_BODY_E || was.kind == LV_ARROW)
        js->functions--;
    return was;
}

/* ---- Names ------------------------------------------------------------------------------------------------------------- */

static uint64_t hash_of(const script *js)
{
    return xp_js_hash(js->word, js->nword);
}

/* Is it this word? */
#define IS(js, text) ((js)->nword == sizeof(text) - 1 && !memcmp((js)->word, text, sizeof(text) - 1))

static bool listed(const script *js, const char *list)
{
    return xp_js_listed(list, js->word, js->nword);
}

static bool is_local(const script *js)
{
    return js->functions > 0 && xp_js_names_has(js->local, LOCALS, hash_of(js));
}

static int owner_of(const script *js, const char *name, size_t len)
{
    return len > 0 ? js->listener->owner(js->listener->ctx, name, len) : -1;
}

static void add_local(script *js)
{
    if (owner_of(js, js->word, js->nword) >= 0)
        xp_js_names_add(js->local, LOCALS, hash_of(js));
}

/* A name of the page's gets its value. */
static void define(script *js, unsigned how, const char *name, size_t len)
{
    int owner = owner_of(js, name, len);

    if (owner < 0)
        return;
    if (js->when <= PERHAPS)
        xp_js_names_add(js->own, OWN, xp_js_hash(name, len));
    if (js->telling)
        js->listener->told(js->listener->ctx, (xp_js_use)how, owner, name, len);
}

/* What may be the global object gets a property (w.fbq = …), or a string may be a name of one (w[l] = …). */
static void may_define(script *js, const char *name, size_t len)
{
    if (len >= SHORT)
        define(js, XP_JS_DEFINES, name, len);
}

static void use_of(script *js, const char *name, size_t len, xp_js_token next)
{
    unsigned how = XP_JS_USES + js->when + (xp_js_goes_on(next) ? 0U : XP_JS_ONLY_ASKED);
    int owner = js->telling && js->when <= PERHAPS ? owner_of(js, name, len) : -1;

    if (owner >= 0 && !xp_js_names_has(js->own, OWN, xp_js_hash(name, len)))
        js->listener->told(js->listener->ctx, (xp_js_use)how, owner, name, len);
}

/* Whether what stands behind the = begins with the same name, as a queue does that may be there: X = X || [], X = window.X || []. */
static bool keeps(const script *js, xp_js_lexer ahead)
{
    xp_js_token token = xp_js_lex(&ahead);

    if (token != XP_T_NAME)
        return false;
    if (ahead.nword == js->nword && !memcmp(ahead.word, js->word, js->nword))
        return true;
    return xp_js_lex(&ahead) == XP_T_DOT && xp_js_lex(&ahead) == XP_T_NAME && ahead.nword == js->nword &&
           !memcmp(ahead.word, js->word, js->nword);
}

/* The name stands before a = of some kind. */
static void assigned(script *js)
{
    bool sets = js->lex.op == '=' && !keeps(js, js->lex);

    define(js, sets ? XP_JS_SETS : XP_JS_DEFINES, js->word, js->nword);
}

/* The name stands behind var or its like, or is a function's. */
static void declared(script *js)
{
    xp_js_lexer ahead = js->lex;
    bool sets = xp_js_lex(&ahead) == XP_T_ASSIGN && !keeps(js, ahead);

    define(js, sets ? XP_JS_SETS : XP_JS_DEFINES, js->word, js->nword);
}

/* What is declared in a block is neither the page's nor asked of it. */
static void declare(script *js, bool lexical)
{
    if (js->functions > 0)
        add_local(js);
    else if (lexical && js->depth > 0)
        xp_js_names_add(js->own, OWN, hash_of(js));
    else
        declared(js);
}

static bool lists(const script *js, const char *list, uint32_t at, size_t len)
{
    return xp_js_listed(list, (const char *)js->lex.text + at, len);
}

/* How long an event's name is: up to a blank or a dot, as jQuery reads it. */
static size_t event_length(const script *js, const bracket *l)
{
    size_t n = 0;

    while (n < l->nevent && js->lex.text[l->event + n] != ' ' && js->lex.text[l->event + n] != '.')
        n++;
    return n;
}

/* When a function is called that stands in these brackets, or in an array in them. */
static unsigned handed(const script *js)
{
    const bracket *l = &js->level[js->depth];

    if (l->kind == LV_ARRAY && js->depth > 0)
        l--;
    if (l->kind != LV_CALL || lists(js, LATER_CALLED, l->callee, l->ncallee))
        return LATER;
    if (lists(js, SOON_CALLED, l->callee, l->ncallee))
        return SOON;
    if (!lists(js, EVENT_CALLED, l->callee, l->ncallee))
        return PERHAPS;
    return lists(js, LOADING, l->event, event_length(js, l)) ? SOON : LATER;
}

/* A name that may be a function's, declared here or there: it is called, handed over or made a handler of loading where the script runs. */
static void mention(script *js, unsigned before, xp_js_token next)
{
    bool ends = xp_js_is_in(XP_T_SET(COMMA) | XP_T_SET(UNPAREN) | XP_T_SET(UNBRACKET), next);

    if (js->when <= PERHAPS &&
        (next == XP_T_PAREN || (ends && handed(js) < LATER) || (before == XP_T_ASSIGN && js->hook)))
        xp_js_names_add(js->mentioned, MENTIONED, hash_of(js));
}

/* ---- Functions ---------------------------------------------------------------------------------------------------------- */

/* When a function is called that stands behind this token. */
static unsigned called(script *js, unsigned before)
{
    const bracket *l = level(js);

    if (before == XP_T_PAREN && l->kind == LV_GROUP)
        return NOW;
    if ((before == XP_T_OPERATOR && js->op && strchr("!~+-", js->op)) || (before == XP_T_KEYWORD && js->invokes))
        return NOW;
    if (xp_js_is_in(XP_T_SET(PAREN) | XP_T_SET(COMMA) | XP_T_SET(BRACKET), before) && l->kind != LV_GROUP)
        return handed(js);
    return before == XP_T_ASSIGN && js->hook ? SOON : LATER;
}

static void begin_function(script *js, unsigned when)
{
    js->fn_when = (uint8_t)(when > js->when ? when : js->when);
}

static void open_body(script *js, unsigned kind)
{
    push(js, kind);
    js->functions++;
    js->when = js->fn_when;
    js->wants = WANT_NONE;
}

/* An arrow function without braces ends where its expression does. */
static void end_arrows(script *js)
{
    while (level(js)->kind == LV_ARROW)
        pop(js);
}

static bool begins_statement(unsigned before)
{
    return xp_js_is_in(XP_T_SET(START) | XP_T_SET(SEMICOLON) | XP_T_SET(BRACE) | XP_T_SET(BLOCK_END) |
                           XP_T_SET(HEAD_END) | XP_T_SET(BLOCKWORD),
                       before) ||
           xp_js_ends_operand(before);
}

static void function_name(script *js)
{
    if (!js->fn_declared)
        add_local(js);
    else
        declare(js, false);
    if (js->fn_declared && xp_js_names_has(js->mentioned, MENTIONED, hash_of(js)))
        begin_function(js, NOW);
    js->wants = WANT_PARAMS;
}

/* ---- Words -------------------------------------------------------------------------------------------------------------- */

static void new_statement(script *js)
{
    end_arrows(js);
    level(js)->var = false;
    level(js)->ternary = 0;
}

/* Is what stands here the name of an object's property? */
static bool is_key(script *js)
{
    return level(js)->kind == LV_OBJECT && !level(js)->value;
}

static void begin_function_word(script *js, unsigned before)
{
    js->fn_declared = begins_statement(before);
    begin_function(js, js->fn_declared ? LATER : called(js, before));
    js->wants = WANT_FUNCTION;
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
    js->prev = BECOMES[word];
    js->chain = CH_NONE;
    switch (word) {
    case XP_K_HEAD: js->wants = WANT_HEAD; break;
    case XP_K_VAR:
        js->wants = WANT_VAR;
        js->lexical = js->word[0] != 'v';
        break;
    case XP_K_CATCH: js->wants = WANT_CATCH; break;
    case XP_K_FUNCTION: begin_function_word(js, before); break;
    default: break;
    }
    js->op = '\0';
    js->invokes = IS(js, "void") || IS(js, "new");
}

/* The name is declared here, rather than used. */
static bool declares(script *js, unsigned before)
{
    unsigned kind = level(js)->kind;

    if (kind == LV_PARAMS && xp_js_is_in(XP_T_SET(PAREN) | XP_T_SET(COMMA) | XP_T_SET(SPREAD), before)) {
        add_local(js);
    } else if (kind == LV_CATCH) {
        declare(js, true);
    } else if (js->wants == WANT_VAR) {
        js->wants = WANT_NONE;
        level(js)->var = true;
        declare(js, js->lexical);
    } else if (js->wants == WANT_FUNCTION) {
        function_name(js);
    } else {
        return false;
    }
    return true;
}

static bool is_set(const script *js, xp_js_token next)
{
    return next == XP_T_ASSIGN && (js->lex.op == '=' || js->lex.op == '|' || js->lex.op == '?');
}

static void note_deeds(script *js, xp_js_token next)
{
    unsigned what = js->nword > SHORT ? xp_js_look_up(js->word, js->nword) : 0;

    js->deeds.writes |= next == XP_T_PAREN && what < XP_W_KEYWORD && (what & XP_W_WRITES);
    js->deeds.loads |= (what < XP_W_KEYWORD && (what & XP_W_LOADS)) || IS(js, "XMLHttpRequest") || IS(js, "fetch") ||
                       IS(js, "sendBeacon") || IS(js, "import");
    if (next == XP_T_PAREN) {
        js->callee = js->at;
        js->ncallee = (uint8_t)js->nword;
    }
}

/* window.name in brackets of a call is handed over, whether it is there or not. */
static bool is_handed(const script *js, xp_js_token next)
{
    return js->level[js->depth].kind == LV_CALL && (next == XP_T_COMMA || next == XP_T_UNPAREN);
}

static bool is_window(const script *js)
{
    return IS(js, "window") || IS(js, "self") || IS(js, "globalThis");
}

static void property(script *js, xp_js_token next)
{
    unsigned base = js->chain;

    note_deeds(js, next);
    js->deeds.loads |= next == XP_T_ASSIGN && IS(js, "src");
    js->hook = next == XP_T_ASSIGN && (base == CH_WINDOW || base == CH_DOCUMENT) && listed(js, HOOKS);
    js->chain = base == CH_WINDOW && IS(js, "document") ? CH_DOCUMENT : CH_NONE;
    if (base == CH_NAME && is_set(js, next))
        may_define(js, js->word, js->nword);
    else if (base == CH_WINDOW && is_set(js, next))
        assigned(js);
    else if (base == CH_WINDOW && !is_handed(js, next))
        use_of(js, js->word, js->nword, next);
}

/* A name that stands alone. */
static void use(script *js, unsigned before, xp_js_token next)
{
    js->chain = is_window(js) ? CH_WINDOW : IS(js, "document") ? CH_DOCUMENT : CH_NAME;
    if (js->chain != CH_NAME)
        return;
    note_deeds(js, next);
    mention(js, before, next);
    js->hook = next == XP_T_ASSIGN && listed(js, HOOKS);
    if (is_set(js, next)) {
        if (!is_local(js))
            assigned(js);
        return;
    }
    if (!is_local(js) && (js->nword > SHORT || xp_js_goes_on(next)))
        use_of(js, js->word, js->nword, next);
}

/* ---- Brackets ----------------------------------------------------------------------------------------------------------- */

static void open_call(script *js)
{
    bool handed = js->fn_value;

    push(js, LV_CALL);
    level(js)->callee = js->callee;
    level(js)->ncallee = handed ? 0 : js->ncallee;
    level(js)->handed = handed;
    js->ncallee = 0;
}

static void open_paren(script *js)
{
    unsigned wants = js->wants, before = js->prev;

    js->wants = WANT_NONE;
    if (is_key(js)) {
        begin_function(js, LATER);
        js->fn_declared = true;
        push(js, LV_PARAMS);
    } else if (wants == WANT_FUNCTION || wants == WANT_PARAMS) {
        push(js, LV_PARAMS);
    } else if (wants == WANT_CATCH) {
        push(js, LV_CATCH);
    } else if (wants == WANT_HEAD) {
        push(js, LV_HEAD);
    } else if (xp_js_ends_operand(before) || before == XP_T_DOT) {
        open_call(js);
    } else if (xp_js_is_arrow_list(&js->lex)) {
        begin_function(js, called(js, before));
        js->fn_declared = false;
        push(js, LV_PARAMS);
    } else {
        push(js, LV_GROUP);
    }
}

static xp_js_token close_paren(script *js)
{
    bool value = js->fn_value;
    bracket was;

    end_arrows(js);
    was = pop(js);
    js->chain = CH_NONE;
    js->ncallee = 0;
    js->fn_value = value && was.kind == LV_GROUP;
    if (was.kind == LV_PARAMS)
        js->wants = WANT_BODY;
    return was.kind == LV_HEAD ? XP_T_HEAD_END : XP_T_UNPAREN;
}

static void open_bracket(script *js)
{
    unsigned chain = js->chain;

    js->wants = WANT_NONE;
    push(js, (xp_js_ends_operand(js->prev) || js->prev == XP_T_DOT) && !is_key(js) ? LV_INDEX : LV_ARRAY);
    level(js)->chain = (uint8_t)chain;
}

static bool is_object(script *js)
{
    if (js->prev == XP_T_COLON)
        return level(js)->kind == LV_OBJECT || level(js)->chain;
    return xp_js_is_in(XP_T_SET(ASSIGN) | XP_T_SET(OPERATOR) | XP_T_SET(SPREAD) | XP_T_SET(PAREN) | XP_T_SET(BRACKET) |
                           XP_T_SET(COMMA) | XP_T_SET(QUESTION) | XP_T_SET(DOLLAR) | XP_T_SET(ARROW) |
                           XP_T_SET(KEYWORD),
                       js->prev);
}

static void open_brace(script *js)
{
    if (js->wants == WANT_BODY)
        open_body(js, js->fn_declared ? LV_BODY : LV_BODY_E);
    else if (js->wants == WANT_ARROW)
        open_body(js, LV_BODY_E);
    else {
        js->wants = WANT_NONE; /* names in patterns are not looked at */
        push(js, is_object(js) ? LV_OBJECT : LV_BLOCK);
    }
}

static xp_js_token close_brace(script *js)
{
    bracket was;

    end_arrows(js);
    was = pop(js);
    js->chain = CH_NONE;
    js->ncallee = 0;
    js->fn_value = was.kind == LV_BODY_E;
    return was.kind == LV_OBJECT || was.kind == LV_BODY_E ? XP_T_UNBRACE : XP_T_BLOCK_END;
}

static void colon(script *js)
{
    if (level(js)->ternary == 0)
        end_arrows(js);
    level(js)->chain = level(js)->ternary > 0; /* for is_object() */
    if (level(js)->ternary > 0)
        level(js)->ternary--;
    else
        level(js)->value = level(js)->kind == LV_OBJECT;
}

static void comma(script *js)
{
    end_arrows(js);
    level(js)->value = false;
    if (level(js)->var)
        js->wants = WANT_VAR;
}

/* Parameters that are patterns, or have values, were not seen to be any: nothing is known of such a function's names. */
static void arrow(script *js)
{
    if (js->wants != WANT_BODY)
        js->fn_when = LATER;
    js->wants = WANT_ARROW;
}

/* ---- Strings ------------------------------------------------------------------------------------------------------------ */

/* window["name"] */
static void index_string(script *js)
{
    xp_js_lexer ahead = js->lex;
    xp_js_token next;

    if (xp_js_lex(&ahead) != XP_T_UNBRACKET)
        return;
    next = xp_js_lex(&ahead);
    if (next == XP_T_ASSIGN && ahead.op == '=')
        define(js, XP_JS_DEFINES, js->string.text, js->string.len);
    else
        use_of(js, js->string.text, js->string.len, next);
}

static void string(script *js, unsigned before)
{
    bracket *l = level(js);

    if (js->string.cut)
        return;
    if (l->kind == LV_CALL && !l->nevent && (before == XP_T_PAREN || before == XP_T_COMMA)) {
        l->event = (uint32_t)(js->lex.p - js->lex.text) - 1U - js->string.len;
        l->nevent = js->string.len;
    }
    if (before == XP_T_ASSIGN || (l->kind == LV_CALL && l->handed && (before == XP_T_PAREN || before == XP_T_COMMA)))
        may_define(js, js->string.text, js->string.len);
    if (l->kind == LV_INDEX && l->chain == CH_WINDOW && before == XP_T_BRACKET)
        index_string(js);
}

/* ---- Tokens ------------------------------------------------------------------------------------------------------------- */

static bool in_template(const script *js)
{
    unsigned at = js->depth;

    while (js->level[at].kind == LV_ARROW)
        at--;
    return js->level[at].kind == LV_TEMPLATE;
}

static xp_js_token next_token(script *js)
{
    xp_js_token token = xp_js_lex(&js->lex);

    if (token == XP_T_SLASH)
        token = xp_js_ends_operand(js->prev) ? xp_js_lex_division(&js->lex) : xp_js_lex_regex(&js->lex);
    if (token == XP_T_UNBRACE && in_template(js))
        token = XP_T_UNDOLLAR;
    return token;
}

static void keep_word(script *js)
{
    js->nword = js->lex.nword < XP_JS_WORD ? js->lex.nword : XP_JS_WORD;
    js->at = (uint32_t)(js->lex.word - js->lex.text);
    memcpy(js->word, js->lex.word, js->nword);
    memset(js->word + js->nword, 0, XP_JS_PADDED);
}

/* The value of an arrow function without braces begins. */
static void begin_value(script *js, xp_js_token token)
{
    if (js->wants != WANT_ARROW || token == XP_T_BRACE)
        return;
    open_body(js, LV_ARROW);
}

/* What a name is follows from what it hangs off, and from what comes next: that token is given back. */
static xp_js_token name(script *js)
{
    unsigned before = js->prev, what;
    bool key = before != XP_T_DOT && is_key(js);
    xp_js_token next;

    keep_word(js);
    what = before == XP_T_DOT || key ? 0 : xp_js_look_up(js->word, js->nword);
    if (what >= XP_W_KEYWORD) {
        keyword(js, xp_js_keyword_of(what));
        return XP_T_START;
    }
    if (xp_js_ends_operand(before))
        new_statement(js);
    if (before != XP_T_DOT && !key && declares(js, before)) {
        js->prev = XP_T_NAME;
        return XP_T_START;
    }
    js->prev = XP_T_NAME;
    next = next_token(js);
    if (before == XP_T_DOT) {
        property(js, next);
    } else if (key) {
        js->chain = CH_NONE;
    } else if (next == XP_T_ARROW) {
        add_local(js);
        begin_function(js, called(js, before));
        js->wants = WANT_BODY;
    } else {
        use(js, before, next);
    }
    return next;
}

/* A string in one piece that is as short as names are is what may be asked of; of others it is enough where they end. */
static xp_js_token read_string(script *js, unsigned quote)
{
    const unsigned char *from = js->lex.p, *p = from, *end = js->lex.end;
    size_t len;

    if (js->lex.doublebyte)
        return xp_js_string_read(&js->string, &js->lex, quote);
    for (; p < end && *p != quote && !xp_js_is_line_end(*p); p++)
        if (*p == '\\')
            return xp_js_string_read(&js->string, &js->lex, quote);
    if (p == end || *p != quote)
        return XP_T_ODD;
    len = (size_t)(p - from);
    js->lex.p = p + 1;
    js->string.cut = len > XP_JS_WORD;
    js->string.len = (uint8_t)(js->string.cut ? 0 : len);
    memcpy(js->string.text, from, js->string.len);
    memset(js->string.text + js->string.len, 0, XP_JS_PADDED);
    return XP_T_VALUE;
}

/* Goes on with a template, up to its end or to an expression in it. */
static xp_js_token template(script *js)
{
    return xp_js_string_read(&js->string, &js->lex, '`') == XP_T_VALUE ? XP_T_START : XP_T_DOLLAR;
}

/* A string, template, number or regular expression. */
static xp_js_token value(script *js, xp_js_token token)
{
    unsigned before = js->prev, quote = token == XP_T_QUOTE ? js->lex.p[-1] : 0;

    if (xp_js_ends_operand(before))
        new_statement(js);
    js->chain = CH_NONE;
    js->ncallee = 0;
    js->prev = XP_T_VALUE;
    if (quote == '`')
        return template(js);
    if (quote && read_string(js, quote) == XP_T_ODD)
        return XP_T_ODD;
    if (quote)
        string(js, before);
    return XP_T_START;
}

/* Does what the token means for brackets and statements; returns what it is for the next one. */
static xp_js_token take(script *js, xp_js_token token)
{
    switch (token) {
    case XP_T_PAREN: open_paren(js); break;
    case XP_T_UNPAREN: return close_paren(js);
    case XP_T_BRACKET: open_bracket(js); break;
    case XP_T_UNBRACKET:
        end_arrows(js);
        pop(js);
        js->chain = CH_NONE;
        js->ncallee = 0;
        break;
    case XP_T_BRACE: open_brace(js); break;
    case XP_T_UNBRACE: return close_brace(js);
    case XP_T_DOLLAR: push(js, LV_TEMPLATE); break;
    case XP_T_UNDOLLAR:
        end_arrows(js);
        pop(js);
        return XP_T_VALUE;
    case XP_T_COMMA: comma(js); break;
    case XP_T_SEMICOLON: new_statement(js); break;
    case XP_T_COLON: colon(js); break;
    case XP_T_QUESTION: level(js)->ternary++; break;
    case XP_T_ARROW: arrow(js); break;
    case XP_T_OPERATOR: js->op = js->lex.op; break;
    case XP_T_STEP: return xp_js_ends_operand(js->prev) && !js->lex.fresh ? (xp_js_token)js->prev : XP_T_OPERATOR;
    default: break;
    }
    return token;
}

/* Looks at a token. Gives the next, if that has been looked at, or XP_T_START. */
static xp_js_token look(script *js, xp_js_token token)
{
    begin_value(js, token);
    if (token != XP_T_UNPAREN && token != XP_T_PAREN && token != XP_T_DOT)
        js->fn_value = false;
    if (token == XP_T_NAME)
        return name(js);
    if (token == XP_T_DOT) {
        js->prev = XP_T_DOT;
        return XP_T_START;
    }
    if (token == XP_T_VALUE || token == XP_T_QUOTE)
        return value(js, token);
    js->prev = (uint8_t)take(js, token);
    js->hook = js->hook && token == XP_T_ASSIGN;
    if (token == XP_T_PAREN)
        js->fn_value = false;
    return token == XP_T_UNDOLLAR ? template(js) : XP_T_START;
}

static void pass(script *js, const char *text, size_t len, bool doublebyte)
{
    const unsigned char *begin = (const unsigned char *)text;
    xp_js_token token = XP_T_START;

    js->lex = (xp_js_lexer){ .text = begin, .p = begin, .end = begin + len, .doublebyte = doublebyte };
    js->prev = XP_T_START;
    js->chain = js->wants = js->when = js->depth = 0;
    js->functions = 0;
    js->hook = js->fn_value = js->invokes = js->lost = false;
    js->level[0] = (bracket){ .kind = LV_TOP };
    do {
        if (token == XP_T_START)
            token = next_token(js);
        if (token < XP_T_ODD)
            token = look(js, token);
    } while (token < XP_T_ODD && !js->lost);
}

xp_js_deeds xp_js_uses(const char *text, size_t len, bool doublebyte, const xp_js_listener *listener)
{
    script js = { .listener = listener };

    pass(&js, text, len, doublebyte);
    js.telling = true;
    pass(&js, text, len, doublebyte);
    return js.deeds;
}
