/* See xp_js_sound.h. The lexer is that of the rule for snippets (xp_js_lex.h). Names that it takes for odd are read here: with letters
 * beyond ASCII or escapes in them (xp_js_name.h), and private ones.
 *
 * What a slash is, and whether a brace begins an object, goes by the token before (ECMA-262, 12), and where that does not tell by the
 * bracket round it. Of one thing too little is known: behind the body of a function or class that is an operand a slash divides, which
 * nobody writes. */
#include "xp_js_sound.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "xp_js_lex.h"
#include "xp_js_name.h"
#include "xp_js_string.h"
#include "xp_js_words.h"

enum { DEPTH = 128 };

typedef struct {
    uint8_t closes; /* the token that closes it; XP_T_UNDOLLAR: goes back to a template */
    uint8_t then;   /* what it is to what follows: XP_T_UNPAREN, XP_T_HEAD_END, XP_T_UNBRACE, XP_T_BLOCK_END … */
    size_t at;
    size_t questions; /* within it, without a colon as yet */
} bracket;

typedef struct {
    xp_js_lexer lex;
    xp_js_string string;
    bracket open[DEPTH + 1]; /* the first one is round all */
    unsigned depth;
    unsigned prev;         /* the last token */
    xp_js_keyword keyword; /* … if it is a name: which of the language's own */
    xp_js_fault *fault;
} script;

static bool fail(script *js, size_t at, const char *wrong)
{
    *js->fault = (xp_js_fault){ wrong, at };
    return false;
}

static size_t here(const script *js)
{
    return (size_t)(js->lex.p - js->lex.text);
}

/* Behind these an operand is expected: a slash begins a regular expression, and a brace an object. */
static bool wants_operand(const script *js)
{
    if (js->prev == XP_T_NAME)
        return js->keyword == XP_K_OPERATOR || js->keyword == XP_K_INFIX;
    return !xp_js_ends_operand(js->prev) && js->prev != XP_T_STEP;
}

static bool is_object(const script *js)
{
    return wants_operand(js) && !xp_js_is_in(XP_T_SET(START) | XP_T_SET(SEMICOLON) | XP_T_SET(ARROW) | XP_T_SET(BRACE) |
                                                 XP_T_SET(HEAD_END) | XP_T_SET(BLOCK_END),
                                             js->prev);
}

static bool push(script *js, unsigned closes, unsigned then, size_t at)
{
    if (js->depth == DEPTH)
        return fail(js, at, "has more than 128 brackets within each other: write it with fewer");
    js->open[++js->depth] = (bracket){ (uint8_t)closes, (uint8_t)then, at, 0 };
    return true;
}

static bool pop(script *js, unsigned token, size_t at)
{
    const bracket *last = &js->open[js->depth];

    if (!js->depth)
        return fail(js, at, "closes a bracket there that nothing has opened: leave it out, or open it");
    if (last->closes != token && !(last->closes == XP_T_UNDOLLAR && token == XP_T_UNBRACE))
        return fail(js, at, "closes another bracket there than was opened last: close each within the other");
    js->depth--;
    js->prev = last->then;
    return true;
}

/* A string, or of a template what comes up to its end or its next expression. */
static bool read_string(script *js, unsigned quote, size_t at)
{
    xp_js_token token = xp_js_string_read(&js->string, &js->lex, quote);

    if (token == XP_T_ODD)
        return fail(js, at,
                    quote == '`' ? "begins a template there that does not end: write the second `"
                                 : "begins a string there that does not end on its line: write the second quote");
    js->prev = token;
    return token != XP_T_DOLLAR || push(js, XP_T_UNDOLLAR, XP_T_UNDOLLAR, at);
}

static bool slash(script *js, size_t at)
{
    if (!wants_operand(js)) {
        js->prev = xp_js_lex_division(&js->lex);
        return true;
    }
    js->prev = XP_T_VALUE;
    return xp_js_lex_regex(&js->lex) != XP_T_ODD ||
           fail(js, at, "begins a regular expression there that does not end on its line: write the second slash");
}

/* A colon is a condition's, a property's, or that of a case or a label, behind which a statement follows. */
static void colon(script *js)
{
    bracket *round = &js->open[js->depth];

    js->prev = round->questions || round->then == XP_T_UNBRACE ? XP_T_COLON : XP_T_SEMICOLON;
    round->questions -= round->questions > 0;
}

/* ---- Names ---- */

static bool is_word(const script *js, const char *word)
{
    return js->lex.nword == strlen(word) && !memcmp(js->lex.word, word, js->lex.nword);
}

/* Which of the language's words it is, as far as what follows depends on that: `of` is one only between a variable and what it runs over. */
static xp_js_keyword keyword(const script *js)
{
    char word[XP_JS_WORD + 1 + XP_JS_PADDED] = { 0 };
    size_t n = js->lex.nword < XP_JS_WORD ? js->lex.nword : XP_JS_WORD;
    bool in_head = js->depth && js->open[js->depth].then == XP_T_HEAD_END;
    unsigned what;

    if (js->prev == XP_T_DOT)
        return XP_K_NONE;
    if (is_word(js, "of") && !(in_head && !wants_operand(js) && js->keyword != XP_K_VAR))
        return XP_K_NONE;
    if (is_word(js, "await"))
        return js->prev == XP_T_NAME && js->keyword == XP_K_HEAD ? XP_K_HEAD : XP_K_OPERATOR;
    if (is_word(js, "with"))
        return XP_K_HEAD;
    if (is_word(js, "yield"))
        return XP_K_OPERATOR;
    memcpy(word, js->lex.word, n);
    what = xp_js_look_up(word, n);
    return what >= XP_W_KEYWORD ? xp_js_keyword_of(what) : XP_K_NONE;
}

static bool name(script *js)
{
    js->keyword = keyword(js);
    js->prev = js->keyword == XP_K_BLOCK ? XP_T_BLOCK_END : XP_T_NAME; /* a statement follows */
    return true;
}

/* Whether a private name may stand there: not behind another one, "a#b", unless that is a word such as "static". */
static bool may_be_private(const script *js)
{
    return wants_operand(js) || js->lex.fresh ||
           (js->prev == XP_T_NAME &&
            (is_word(js, "static") || is_word(js, "get") || is_word(js, "set") || is_word(js, "async")));
}

/* How long what the lexer does not know is, if that is a name, or the rest of one. */
static size_t odd_name(const script *js)
{
    const unsigned char *p = js->lex.p, *end = js->lex.end;
    size_t n;

    if (p == end)
        return 0;
    if (*p != '#')
        return *p >= 0x80 || *p == '\\' ? xp_js_name(p, end) : 0;
    n = may_be_private(js) ? xp_js_name(p + 1, end) : 0;
    return n ? n + 1 : 0;
}

static bool odd(script *js, size_t at)
{
    const unsigned char *text = js->lex.text, *p = js->lex.p, *end = js->lex.end;
    bool in_comment = at >= 2 && text[at - 2] == '/' && (text[at - 1] == '*' || text[at - 1] == '/');
    size_t n = in_comment ? 0 : odd_name(js);

    if (n) {
        js->lex.p += n;
        js->prev = XP_T_NAME;
        js->keyword = XP_K_NONE;
        return true;
    }
    if (in_comment && text[at - 1] == '*')
        return fail(js, at - 2, "begins a comment there that does not end: write */");
    if (p < end && *p >= 0x80)
        return fail(js, at,
                    "has a sign beyond ASCII there that is in no string: write quotes as \" or ', and what else it is "
                    "in ASCII");
    return fail(js, at, "has something there that is no JavaScript: take it out, or put it in quotes");
}

static const char TAG[] = "has a tag there: give the JavaScript alone, without <script>, <!-- and the like round it";

/* Takes the token, which begins at `at`. */
static bool take(script *js, xp_js_token token, size_t at)
{
    switch (token) {
    case XP_T_ODD: return odd(js, at);
    case XP_T_NAME: return name(js);
    case XP_T_SLASH: return slash(js, at);
    case XP_T_QUOTE: return read_string(js, js->lex.p[-1], at);
    case XP_T_PAREN:
        if (!push(js, XP_T_UNPAREN, js->prev == XP_T_NAME && js->keyword == XP_K_HEAD ? XP_T_HEAD_END : XP_T_UNPAREN,
                  at))
            return false;
        break;
    case XP_T_BRACKET:
        if (!push(js, XP_T_UNBRACKET, XP_T_UNBRACKET, at))
            return false;
        break;
    case XP_T_BRACE:
        if (!push(js, XP_T_UNBRACE, is_object(js) ? XP_T_UNBRACE : XP_T_BLOCK_END, at))
            return false;
        break;
    case XP_T_UNPAREN:
    case XP_T_UNBRACKET:
    case XP_T_UNBRACE:
        if (!pop(js, token, at))
            return false;
        return js->prev != XP_T_UNDOLLAR || read_string(js, '`', at);
    case XP_T_OPERATOR:
        if (js->lex.op == '<' && wants_operand(js))
            return fail(js, at, TAG);
        break;
    case XP_T_QUESTION: js->open[js->depth].questions++; break;
    case XP_T_COLON: colon(js); return true;
    default: break;
    }
    js->prev = token;
    return true;
}

/* Where the first of what would end the script's element, or make the parser overlook its end, stands in the text; `len`: nowhere. */
static size_t find_markup(const char *text, size_t len)
{
    static const char *const MARKUP[] = { "</script", "<script", "<!--" };

    for (size_t i = 0; i < len; i++)
        for (size_t m = 0; text[i] == '<' && m < sizeof MARKUP / sizeof *MARKUP; m++) {
            size_t n = strlen(MARKUP[m]), same = 0;

            while (same < n && i + same < len && (text[i + same] | 0x20) == (MARKUP[m][same] | 0x20))
                same++;
            if (same == n)
                return i;
        }
    return len;
}

static bool is_blank(const char *text, size_t n)
{
    size_t i = 0;

    while (i < n && xp_is_space(text[i]))
        i++;
    return i == n;
}

/* All has been read, of which the last token begins at `at`. */
static bool finish(script *js, size_t at)
{
    if (js->depth)
        return fail(js, js->open[js->depth].at, "opens a bracket there that is not closed: close it");
    return !xp_js_is_in(XP_T_SET(OPERATOR) | XP_T_SET(ASSIGN) | XP_T_SET(DOT) | XP_T_SET(COMMA) | XP_T_SET(QUESTION) |
                            XP_T_SET(ARROW) | XP_T_SET(SPREAD),
                        js->prev) ||
           fail(js, at, "ends there, where a value is still to come: write it, or leave the operator out");
}

bool xp_js_is_sound(const char *text, size_t len, xp_js_fault *fault)
{
    const unsigned char *from = (const unsigned char *)text;
    script js = { .lex = { .text = from, .p = from, .end = from + len }, .prev = XP_T_START, .fault = fault };
    size_t markup = find_markup(text, len), at = 0;
    xp_js_token token;

    if (markup < len)
        return fail(
            &js, markup,
            is_blank(text, markup)
                ? TAG
                : "holds '</script', '<script' or '<!--' there, which would end it or what follows it elsewhere "
                  "than it should: put a backslash behind the '<'");
    while ((token = xp_js_lex(&js.lex)) != XP_T_END) {
        at = here(&js);
        if (token == XP_T_NAME)
            at = (size_t)(js.lex.word - from);
        else if (token != XP_T_ODD)
            at--;
        if (!take(&js, token, at))
            return false;
    }
    return finish(&js, at);
}
