/* See xp_js_string.h. */
#include "xp_js_string.h"

#include <string.h>

typedef const unsigned char *bytes;

enum { TAG_NONE, TAG_OPENS, TAG_CLOSES };
enum { NO_ANCHOR, IN_TAG, IN_TEXT };

/* How much of an escaped '<' or '>' was read last: "%3c", "\x3c", "\u003c", "%3e". */
enum { E_NONE, E_PERCENT, E_PERCENT_3, E_BACKSLASH, E_U, E_U0, E_CODE, E_CODE_3, E_LESS, E_GREATER };

#define FOUR(c, kind)    [c] = kind, [(c) + 1] = kind, [(c) + 2] = kind, [(c) + 3] = kind
#define SIXTEEN(c, kind) FOUR(c, kind), FOUR((c) + 4, kind), FOUR((c) + 8, kind), FOUR((c) + 12, kind)

/* What a byte is in a string: plain, or a gap that an attribute may follow, or anything else that has to be looked at. */
enum { TX_PLAIN, TX_GAP, TX_MATTERS };

static const uint8_t TEXT[256] = {
    [' '] = TX_GAP,
    ['/'] = TX_GAP,
    ['\0'] = TX_MATTERS,
    ['\n'] = TX_MATTERS,
    ['\r'] = TX_MATTERS,
    ['"'] = TX_MATTERS,
    ['\''] = TX_MATTERS,
    ['`'] = TX_MATTERS,
    ['$'] = TX_MATTERS,
    ['%'] = TX_MATTERS,
    ['<'] = TX_MATTERS,
    ['\\'] = TX_MATTERS,
    SIXTEEN(0x80, TX_MATTERS),
    SIXTEEN(0x90, TX_MATTERS),
    SIXTEEN(0xa0, TX_MATTERS),
    SIXTEEN(0xb0, TX_MATTERS),
    SIXTEEN(0xc0, TX_MATTERS),
    SIXTEEN(0xd0, TX_MATTERS),
    SIXTEEN(0xe0, TX_MATTERS),
    SIXTEEN(0xf0, TX_MATTERS),
};

static const char HARMLESS[] = " a br iframe img noscript script span ";
static const char LOADING[] = " iframe img script ";

/* A string's end may cut a tag's name short ("<scr" + "ipt"): then the first letters have to do. */
static bool begins_one(const char *list, const char *name, size_t len)
{
    for (; *list; list++)
        if (*list == ' ' && strncmp(list + 1, name, len) == 0)
            return true;
    return false;
}

static void tag_ends(xp_js_string *s, bool with_string)
{
    bool opens = s->tagging == TAG_OPENS;

    s->tagging = TAG_NONE;
    if (s->ntag == 0 && !with_string)
        return;
    s->anchor = opens && !with_string && xp_js_listed(" a span ", s->tag, s->ntag) ? IN_TAG : NO_ANCHOR;
    if (s->ntag >= sizeof s->tag) {
        s->markup = true;
    } else if (with_string) {
        s->markup |= !begins_one(HARMLESS, s->tag, s->ntag);
        s->written += opens && begins_one(LOADING, s->tag, s->ntag);
    } else {
        s->markup |= !xp_js_listed(HARMLESS, s->tag, s->ntag);
        s->written += opens && xp_js_listed(LOADING, s->tag, s->ntag);
    }
}

static void tag_byte(xp_js_string *s, unsigned c)
{
    if (xp_js_is_letter(c) || (xp_js_is_digit(c) && s->ntag > 0)) {
        if (s->ntag < sizeof s->tag)
            s->tag[s->ntag++] = (char)(c | 32);
    } else if (s->ntag == 0 && (c == '/' || c == '\\')) {
        s->tagging = TAG_CLOSES;
    } else {
        s->markup |= s->ntag == 0 && c == '!';
        tag_ends(s, false);
    }
}

static unsigned next_escape(unsigned escape, unsigned c)
{
    if (c == '%' || c == '\\')
        return c == '%' ? E_PERCENT : E_BACKSLASH;
    switch (escape) {
    case E_PERCENT: return c == '3' ? E_PERCENT_3 : E_NONE;
    case E_PERCENT_3: return (c | 32) == 'c' ? E_LESS : (c | 32) == 'e' ? E_GREATER : E_NONE;
    case E_BACKSLASH: return (c | 32) == 'x' ? E_CODE : (c | 32) == 'u' ? E_U : E_NONE;
    case E_U: return c == '0' ? E_U0 : E_NONE;
    case E_U0: return c == '0' ? E_CODE : E_NONE;
    case E_CODE: return c == '3' ? E_CODE_3 : E_NONE;
    case E_CODE_3: return (c | 32) == 'c' ? E_LESS : E_NONE;
    default: return E_NONE;
    }
}

/* An attribute whose name begins with "on": a space or quote, then "on", letters, '='. */
static void handler_byte(xp_js_string *s, unsigned c)
{
    if (c == ' ' || c == '"' || c == '\'' || c == '/')
        s->handler = 1;
    else if (s->handler == 1 || s->handler == 2)
        s->handler = (c | 32) == (s->handler == 1 ? 'o' : 'n') ? s->handler + 1 : 0;
    else if (s->handler > 2 && xp_js_is_letter(c))
        s->handler = 4;
    else {
        s->markup |= s->handler == 4 && c == '=';
        s->handler = 0;
    }
}

/* The text of a link or a span that is written is something to read. */
static void anchor_byte(xp_js_string *s, unsigned c)
{
    if (s->anchor == IN_TAG && (c == '>' || s->escape == E_GREATER)) {
        s->anchor = IN_TEXT;
    } else if (s->anchor == IN_TEXT && c != ' ') {
        s->markup |= c != '<' && c != '%' && c != '\\';
        s->anchor = NO_ANCHOR;
    }
}

static void text_byte(xp_js_string *s, unsigned c)
{
    if (s->len < XP_JS_WORD && c != 0)
        s->text[s->len++] = (char)c;
    else
        s->cut = true;
    s->escape = (uint8_t)next_escape(s->escape, c);
    handler_byte(s, c);
    anchor_byte(s, c);
    if (s->tagging)
        tag_byte(s, c);
    if (c == '<' || s->escape == E_LESS) {
        s->element = true;
        s->tagging = TAG_OPENS;
        s->ntag = 0;
    }
}

/* Bytes that can neither end the text nor begin anything in it are taken in runs, which is most of them. */
static bytes text_run(xp_js_string *s, bytes p, bytes end)
{
    bytes from = p;
    size_t n;

    if (s->tagging || s->handler || s->anchor || s->escape || s->lead)
        return p;
    while (p < end)
        if (TEXT[*p] == TX_PLAIN)
            p++;
        else if (TEXT[*p] == TX_GAP && end - p > 1 && TEXT[p[1]] == TX_PLAIN && (p[1] | 32) != 'o')
            p += 2;
        else
            break;
    n = (size_t)(p - from);
    if (n > (size_t)XP_JS_WORD - s->len) {
        n = (size_t)XP_JS_WORD - s->len;
        s->cut = true;
    }
    memcpy(s->text + s->len, from, n);
    s->len = (uint8_t)(s->len + n);
    return p;
}

static void escape_byte(xp_js_string *s, unsigned c)
{
    s->cut |= xp_js_is_letter(c) || xp_js_is_digit(c);
    s->markup |= c >= '1' && c <= '7'; /* octal: could be anything */
    if (c == 'x' || c == 'u')
        text_byte(s, '\\');
    text_byte(s, c == 'n' || c == 'r' || c == 't' ? ' ' : c);
}

static uint8_t lead_of(const xp_js_lexer *lex, unsigned c)
{
    return lex->doublebyte && c >= 0x81 ? (uint8_t)c : 0;
}

/* In a double-byte charset: `c` is the second half of a character. False if that is not certain, and makes a difference: half-width
 * katakana of Shift_JIS stand alone, but GBK has lead bytes in their place. */
static bool trail_byte(xp_js_string *s, unsigned c)
{
    bool certain = s->lead < 0xa1 || s->lead > 0xdf || (c != '\\' && c != '`');

    s->lead = 0;
    s->escape = (uint8_t)next_escape(s->escape, c);
    s->cut = true;
    return certain;
}

/* What is behind a backslash; a line's end there is no text. */
static void read_escape(xp_js_string *s, xp_js_lexer *lex)
{
    unsigned c = lex->p < lex->end ? *lex->p++ : '\n';

    if (c == '\r' && lex->p < lex->end && *lex->p == '\n')
        lex->p++;
    if (xp_js_is_line_end(c))
        return;
    s->lead = lead_of(lex, c);
    escape_byte(s, c);
}

/* XP_T_START: the string goes on. */
static xp_js_token read_byte(xp_js_string *s, xp_js_lexer *lex, unsigned quote)
{
    unsigned c = *lex->p++;

    if (s->lead && c >= 0x40)
        return trail_byte(s, c) ? XP_T_START : XP_T_ODD;
    s->lead = lead_of(lex, c);
    if (c == quote)
        return XP_T_VALUE;
    if (xp_js_is_line_end(c) && quote != '`')
        return XP_T_ODD;
    if (c == '$' && quote == '`' && lex->p < lex->end && *lex->p == '{') {
        lex->p++;
        return XP_T_DOLLAR;
    }
    if (c == '\\')
        read_escape(s, lex);
    else
        text_byte(s, c);
    return XP_T_START;
}

xp_js_token xp_js_string_read(xp_js_string *s, xp_js_lexer *lex, unsigned quote)
{
    xp_js_token token = XP_T_START;

    s->len = s->lead = s->handler = s->escape = 0;
    s->cut = false;
    s->tagging = TAG_NONE;
    while (token == XP_T_START && (lex->p = text_run(s, lex->p, lex->end)) < lex->end)
        token = read_byte(s, lex, quote);
    memset(s->text + s->len, 0, XP_JS_PADDED);
    if (s->tagging)
        tag_ends(s, true);
    return token == XP_T_START ? XP_T_ODD : token;
}
