/* See xp_inert.h. A lexer of the few tokens that prove a syntax error (ECMA-262, 12 and B.1.1); what it does not know is doubt. */
#include "xp_inert.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

typedef struct {
    const char *p, *end; /* what has not been read */
    enum { PERHAPS, INERT, NOT_INERT } verdict;
    bool cut;     /* … and not all that there is */
    bool code;    /* there is more than comments, strings and semicolons */
    bool any;     /* there was a token at all */
    bool fresh;   /* no token yet on this line */
    bool operand; /* the last token, on this line, was surely one: a string, a property */
    bool odd;     /* the word has a byte beyond ASCII */
    int dots;     /* these were the last tokens: 2 are two or more */
    size_t nword;
    char word[8];
} script;

/* The first verdict counts; the byte at `p` brings it. */
static void decide(script *js, bool inert)
{
    if (js->verdict == PERHAPS)
        js->verdict = inert && (js->p < js->end || !js->cut) ? INERT : NOT_INERT;
}

static bool is_beyond_ascii(char c)
{
    return (unsigned char)c >= 0x80;
}

static bool is_word_byte(char c)
{
    return xp_is_alnum(c) || c == '_' || c == '$' || is_beyond_ascii(c);
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static bool in(const char *list, char c)
{
    return c != '\0' && strchr(list, c);
}

/* The next byte. The text's end ends a word, or a line, as a line's end does. */
static char peek(const script *js)
{
    return js->p < js->end ? *js->p : '\n';
}

/* Skips a `c`, which is no line's end. */
static bool skip(script *js, char c)
{
    bool there = peek(js) == c;

    js->p += there;
    return there;
}

/* ---- Words -------------------------------------------------------------------------------------------------------------- */

/* It is kept in lower case: a tag's name has none. Eight letters are enough to tell. */
static void read_word(script *js)
{
    const char *p = js->p;

    js->code = true;
    js->odd = false;
    for (; p < js->end && is_word_byte(*p); p++)
        js->odd |= is_beyond_ascii(*p);
    js->nword = (size_t)(p - js->p) < sizeof js->word ? (size_t)(p - js->p) : sizeof js->word;
    for (size_t i = 0; i < js->nword; i++)
        js->word[i] = xp_lower(js->p[i]);
    js->p = p;
}

static bool word_is(const script *js, const char *text)
{
    return js->nword == strlen(text) && !memcmp(js->word, text, js->nword);
}

/* Words that may stand between two operands, or behind a module's name. */
static bool word_joins(const script *js)
{
    return word_is(js, "in") || word_is(js, "of") || word_is(js, "as") || word_is(js, "with") ||
           word_is(js, "assert") || word_is(js, "instance");
}

/* A word right behind an operand. */
static void word_behind(script *js)
{
    read_word(js);
    if (js->odd)
        decide(js, false); /* may be a space, or a line separator */
    else if (!word_joins(js))
        decide(js, true);
}

/* Behind "<script": "a<script src" is two names in a row, "a<script>var" a statement in an expression. */
static void tag(script *js)
{
    while (is_blank(peek(js)))
        js->p++;
    if (is_word_byte(peek(js))) {
        word_behind(js);
    } else if (skip(js, '>') && is_word_byte(peek(js))) {
        read_word(js);
        if (js->odd)
            decide(js, false);
        else if (word_is(js, "var"))
            decide(js, true);
    }
}

static void word(script *js)
{
    read_word(js);
    js->operand = js->dots == 1 && !js->odd;
    js->dots = 0;
}

/* ---- Comments, strings, regular expressions ------------------------------------------------------------------------------- */

static void line_comment(script *js)
{
    for (; !is_line_end(peek(js)); js->p++)
        if (is_beyond_ascii(*js->p)) {
            decide(js, false); /* may be a line separator */
            return;
        }
}

/* One that is not closed is an error. */
static void block_comment(script *js)
{
    do {
        js->p = memchr(js->p, '*', (size_t)(js->end - js->p));
        if (!js->p || ++js->p == js->end) {
            js->p = js->end;
            decide(js, true);
            return;
        }
    } while (*js->p != '/');
    js->p++;
    js->fresh = true; /* it may have held a line's end */
}

static void string(script *js)
{
    char quote = *js->p++;

    for (bool escaped = false; js->p < js->end; js->p++) {
        char c = *js->p;
        if (is_beyond_ascii(c) || (c == '$' && quote == '`')) {
            decide(js, false); /* may be half of a character; may hold code */
            return;
        }
        if (!escaped && c == quote) {
            js->p++;
            js->operand = true;
            return;
        }
        if (!escaped && is_line_end(c) && quote != '`')
            break;
        if (escaped && c == '\r' && js->end - js->p > 1 && js->p[1] == '\n')
            js->p++;
        escaped = !escaped && c == '\\';
    }
    decide(js, true); /* it is not closed */
}

static void regex(script *js)
{
    bool escaped = false, in_class = false;

    for (char c; c = peek(js), c != '/' || escaped || in_class; js->p++) {
        if (is_beyond_ascii(c) || is_line_end(c)) {
            decide(js, is_line_end(c));
            return;
        }
        if (!escaped && (c == '[' || c == ']'))
            in_class = c == '[';
        escaped = !escaped && c == '\\';
    }
    do
        js->p++;
    while (is_word_byte(peek(js)) && !is_beyond_ascii(*js->p));
    js->operand = true;
}

/* A slash behind a string divides, and quotes where nothing is before it; else it is not known. */
static void slash(script *js)
{
    bool divides = js->operand, quotes = !js->any;

    js->p++;
    js->operand = false;
    if (skip(js, '/')) {
        line_comment(js);
    } else if (skip(js, '*')) {
        block_comment(js);
    } else {
        js->any = js->code = true;
        if (!divides && quotes)
            regex(js);
        else if (!divides)
            decide(js, false);
    }
}

/* ---- Tokens --------------------------------------------------------------------------------------------------------------- */

/* '<' is an operator, and on a fresh line may begin a comment of one line: "<!--". */
static void less(script *js, bool first, bool fresh)
{
    js->p++;
    if (fresh && skip(js, '!')) {
        js->any = !first;
        if (skip(js, '-') && skip(js, '-'))
            line_comment(js);
        else
            decide(js, first);
        return;
    }
    if (first)
        decide(js, true); /* nothing is before it */
    js->code = true;
    if (peek(js) == '!') {
        decide(js, false); /* "a<!--b" is a comment to some */
    } else if (is_word_byte(peek(js))) {
        read_word(js);
        if (word_is(js, "script"))
            tag(js);
    }
}

/* '-' is one, too, and on a fresh line may begin the comment "-->". */
static void dash(script *js, bool first, bool fresh)
{
    js->p++;
    if (fresh && skip(js, '-') && skip(js, '>')) {
        js->any = !first;
        line_comment(js);
    } else {
        js->code = true;
    }
}

static void token(script *js)
{
    char c = *js->p;
    bool first = !js->any, fresh = js->fresh, operand = js->operand;

    js->any = true;
    js->fresh = js->operand = false;
    if (is_word_byte(c)) {
        if (operand)
            word_behind(js);
        else
            word(js);
        return;
    }
    js->dots = c != '.' ? 0 : js->dots > 0 ? 2 : 1;
    switch (c) {
    case '"':
    case '\'':
    case '`':
        if (operand && c != '`')
            decide(js, true);           /* two in a row */
        js->code = js->code || operand; /* a template there is a call */
        string(js);
        break;
    case '<': less(js, first, fresh); break;
    case '-': dash(js, first, fresh); break;
    case '@':
    case '#':
    case '\\':
        js->p++;
        decide(js, in("<>=,;.)]}", peek(js))); /* they want a name */
        break;
    default:
        if (c == '\x7F' || (unsigned char)c < ' ' || (first && in(">)]},*%=|&?:^", c)))
            decide(js, true); /* nothing begins so */
        js->code = js->code || c != ';';
        js->p++;
    }
}

bool xp_inert_is(const char *text, size_t len)
{
    script js = { .p = text, .fresh = true, .cut = len > XP_INERT_MAX };

    js.end = text + (js.cut ? XP_INERT_MAX : len);
    while (js.verdict == PERHAPS && js.p < js.end) {
        if (is_line_end(*js.p)) {
            js.fresh = true;
            js.operand = false;
            js.p++;
        } else if (is_blank(*js.p)) {
            js.p++;
        } else if (*js.p == '/') {
            slash(&js);
        } else {
            token(&js);
        }
    }
    return js.verdict == INERT || (js.verdict == PERHAPS && !js.code && !js.cut);
}
