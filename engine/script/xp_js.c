/* The lexer: bytes to tokens, one state a function, as ECMA-262 (12, Lexical Grammar, and B.1.1, HTML-like Comments) has them.
 *
 * It needs no look-ahead beyond one byte, so that the text may be cut anywhere. What it does not understand for certain makes
 * the script mixed: escapes in names, letters beyond ASCII outside of strings, a string that runs over the end of its line, a
 * slash after a block. What a word or string means is the rule's business (xp_js_rule.c); here strings are only searched for
 * markup, because what is written into the page by document.write() may be more than a vendor's pixel.
 *
 * Rejected: a parser (a grammar of 250 productions that changes every year, to learn less than the words tell), and
 * fingerprints of known snippets (every site's copy differs in its settings, its spaces and its age).
 */
#include "xp_js_rule.h"
#include "xp_js_words.h"
#include "../bytes/xp_skip.h"

#include <string.h>

enum {
    S_CODE,
    S_WORD,
    S_NUMBER,
    S_OPERATOR,
    S_SLASH,
    S_LINE,
    S_BLOCK,
    S_BLOCK_STAR,
    S_STRING,
    S_STRING_ESCAPE,
    S_STRING_CR,
    S_REGEX,
    S_REGEX_ESCAPE,
    S_REGEX_CLASS,
    S_REGEX_CLASS_ESCAPE,
    S_REGEX_FLAGS,
    S_TEMPLATE,
    S_TEMPLATE_ESCAPE,
    S_TEMPLATE_DOLLAR,
    S_RARE
};

typedef const unsigned char *bytes; /* where in the piece: each state takes what it can and gives the next place */

enum { TAG_NONE, TAG_OPENS, TAG_CLOSES };
enum { NO_ANCHOR, IN_TAG, IN_TEXT };

/* How much of an escaped '<' or '>' was read last: "%3c", "\x3c", "\u003c", "%3e". */
enum { E_NONE, E_PERCENT, E_PERCENT_3, E_BACKSLASH, E_U, E_U0, E_CODE, E_CODE_3, E_LESS, E_GREATER };

/* What a byte is in code: the number of a token that is one byte long, or one of these. */
enum { K_ODD, K_BLANK = 32, K_LINE_END, K_QUOTE, K_SLASH, K_UNBRACE, K_OPERATOR, K_DIGIT, K_LETTER };

#define FOUR(c, kind)    [c] = kind, [(c) + 1] = kind, [(c) + 2] = kind, [(c) + 3] = kind
#define SIXTEEN(c, kind) FOUR(c, kind), FOUR((c) + 4, kind), FOUR((c) + 8, kind), FOUR((c) + 12, kind)
#define LETTERS(c)                                                                                                     \
    FOUR(c, K_LETTER), FOUR((c) + 4, K_LETTER), FOUR((c) + 8, K_LETTER), FOUR((c) + 12, K_LETTER),                     \
        FOUR((c) + 16, K_LETTER), FOUR((c) + 20, K_LETTER), [(c) + 24] = K_LETTER, [(c) + 25] = K_LETTER

static const uint8_t CODE[256] = {
    LETTERS('a'),          LETTERS('A'),       ['_'] = K_LETTER,     ['$'] = K_LETTER,       FOUR('0', K_DIGIT),
    FOUR('4', K_DIGIT),    ['8'] = K_DIGIT,    ['9'] = K_DIGIT,      [' '] = K_BLANK,        ['\t'] = K_BLANK,
    ['\v'] = K_BLANK,      ['\f'] = K_BLANK,   ['\n'] = K_LINE_END,  ['\r'] = K_LINE_END,    ['"'] = K_QUOTE,
    ['\''] = K_QUOTE,      ['`'] = K_QUOTE,    ['/'] = K_SLASH,      ['.'] = K_OPERATOR,     ['='] = K_OPERATOR,
    ['<'] = K_OPERATOR,    ['>'] = K_OPERATOR, ['!'] = K_OPERATOR,   ['+'] = K_OPERATOR,     ['-'] = K_OPERATOR,
    ['*'] = K_OPERATOR,    ['%'] = K_OPERATOR, ['&'] = K_OPERATOR,   ['|'] = K_OPERATOR,     ['^'] = K_OPERATOR,
    ['?'] = K_OPERATOR,    ['('] = XP_T_PAREN, [')'] = XP_T_UNPAREN, ['['] = XP_T_BRACKET,   [']'] = XP_T_UNBRACKET,
    ['{'] = XP_T_BRACE,    ['}'] = K_UNBRACE,  [','] = XP_T_COMMA,   [';'] = XP_T_SEMICOLON, [':'] = XP_T_COLON,
    ['~'] = XP_T_OPERATOR,
};

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

static bool is_digit(unsigned c)
{
    return c - '0' < 10;
}

static bool is_letter(unsigned c)
{
    return (c | 32) - 'a' < 26;
}

/* Letters, digits, '_' and '$'. */
static bool is_word(unsigned char c)
{
    return CODE[c] >= K_DIGIT;
}

static bool is_line_end(unsigned c)
{
    return c == '\n' || c == '\r';
}

static bytes give_up(xp_js *js, bytes p)
{
    js->mixed = true;
    return p;
}

/* The byte is taken; what follows is for `state`. */
static bytes go(xp_js *js, unsigned state, bytes p)
{
    js->state = (uint8_t)state;
    return p + 1;
}

/* Goes on with the same byte in another state. */
static bytes back(xp_js *js, unsigned state, bytes p)
{
    js->state = (uint8_t)state;
    return p;
}

/* ---- What strings hold ------------------------------------------------------------------------------------------------ */

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

static void tag_ends(xp_js *js, bool with_string)
{
    bool opens = js->tagging == TAG_OPENS;

    js->tagging = TAG_NONE;
    if (js->ntag == 0 && !with_string)
        return;
    js->anchor = opens && !with_string && xp_js_listed(" a span ", js->tag, js->ntag) ? IN_TAG : NO_ANCHOR;
    if (js->ntag >= sizeof js->tag) {
        js->markup = true;
    } else if (with_string) {
        js->markup |= !begins_one(HARMLESS, js->tag, js->ntag);
        js->written += opens && begins_one(LOADING, js->tag, js->ntag);
    } else {
        js->markup |= !xp_js_listed(HARMLESS, js->tag, js->ntag);
        js->written += opens && xp_js_listed(LOADING, js->tag, js->ntag);
    }
}

static void tag_byte(xp_js *js, unsigned c)
{
    if (is_letter(c) || (is_digit(c) && js->ntag > 0)) {
        if (js->ntag < sizeof js->tag)
            js->tag[js->ntag++] = (char)(c | 32);
    } else if (js->ntag == 0 && (c == '/' || c == '\\')) {
        js->tagging = TAG_CLOSES;
    } else {
        js->markup |= js->ntag == 0 && c == '!';
        tag_ends(js, false);
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
static void handler_byte(xp_js *js, unsigned c)
{
    if (c == ' ' || c == '"' || c == '\'' || c == '/')
        js->handler = 1;
    else if (js->handler == 1 || js->handler == 2)
        js->handler = (c | 32) == (js->handler == 1 ? 'o' : 'n') ? js->handler + 1 : 0;
    else if (js->handler > 2 && is_letter(c))
        js->handler = 4;
    else {
        js->markup |= js->handler == 4 && c == '=';
        js->handler = 0;
    }
}

/* The text of a link or a span that is written is something to read. */
static void anchor_byte(xp_js *js, unsigned c)
{
    if (js->anchor == IN_TAG && (c == '>' || js->escape == E_GREATER)) {
        js->anchor = IN_TEXT;
    } else if (js->anchor == IN_TEXT && c != ' ') {
        js->markup |= c != '<' && c != '%' && c != '\\';
        js->anchor = NO_ANCHOR;
    }
}

static void text_byte(xp_js *js, unsigned c)
{
    if (js->nword < XP_JS_WORD && c != 0)
        js->word[js->nword++] = (char)c;
    else
        js->cut = true;
    js->escape = (uint8_t)next_escape(js->escape, c);
    handler_byte(js, c);
    anchor_byte(js, c);
    if (js->tagging)
        tag_byte(js, c);
    if (c == '<' || js->escape == E_LESS) {
        js->wrote = true;
        js->tagging = TAG_OPENS;
        js->ntag = 0;
    }
}

/* Bytes that can neither end the text nor begin anything in it are taken in runs, which is most of them. */
static bytes text_run(xp_js *js, bytes p, bytes end)
{
    bytes from = p;
    size_t n;

    if (js->tagging || js->handler || js->anchor || js->escape || js->lead)
        return p;
    while (p < end)
        if (TEXT[*p] == TX_PLAIN)
            p++;
        else if (TEXT[*p] == TX_GAP && end - p > 1 && TEXT[p[1]] == TX_PLAIN && (p[1] | 32) != 'o')
            p += 2;
        else
            break;
    n = (size_t)(p - from);
    if (n > (size_t)XP_JS_WORD - js->nword) {
        n = (size_t)XP_JS_WORD - js->nword;
        js->cut = true;
    }
    memcpy(js->word + js->nword, from, n);
    js->nword = (uint8_t)(js->nword + n);
    return p;
}

static void word_begins(xp_js *js)
{
    memset(js->word, 0, sizeof js->word); /* look-ups and hashes want it padded */
    js->nword = 0;
    js->cut = false;
}

static void text_begins(xp_js *js)
{
    word_begins(js);
    js->lead = js->handler = js->escape = 0;
    js->tagging = TAG_NONE;
}

static void text_ends(xp_js *js)
{
    if (js->tagging)
        tag_ends(js, true);
}

static void escape_byte(xp_js *js, unsigned c)
{
    js->cut |= is_letter(c) || is_digit(c);
    js->markup |= c >= '1' && c <= '7'; /* octal: could be anything */
    if (c == 'x' || c == 'u')
        text_byte(js, '\\');
    text_byte(js, c == 'n' || c == 'r' || c == 't' ? ' ' : c);
}

/* In a double-byte charset: is `c` the second half of a character? Half-width katakana of Shift_JIS stand alone, but GBK
 * has lead bytes in their place: where that would make a difference nothing is certain. */
static bool is_trail(xp_js *js, unsigned c)
{
    unsigned lead = js->lead;

    js->lead = 0;
    if (lead == 0 || c < 0x40) {
        js->lead = (uint8_t)(js->doublebyte && c >= 0x81 ? c : 0);
        return false;
    }
    if (lead >= 0xa1 && lead <= 0xdf && (c == '\\' || c == '`'))
        js->mixed = true;
    js->escape = (uint8_t)next_escape(js->escape, c);
    js->cut = true;
    return true;
}

/* ---- The states ------------------------------------------------------------------------------------------------------- */

enum { SHORT = 16 }; /* nearly all words are shorter */

/* How long the word at `p` is, or SHORT if it is longer. There are as many bytes. */
static size_t short_word(bytes p)
{
#if XP_VECTOR
    xp_vec v = xp_vec_load((const char *)p), letters = xp_vec_in(xp_vec_or(v, xp_vec_all(' ')), 'a', 'z');
    xp_vec word =
        xp_vec_or(xp_vec_or(letters, xp_vec_in(v, '0', '9')), xp_vec_or(xp_vec_is(v, '_'), xp_vec_is(v, '$')));

    return xp_vec_first(xp_vec_is(word, '\0'));
#else
    size_t n = 0;

    while (n < SHORT && is_word(p[n]))
        n++;
    return n;
#endif
}

static bytes end_word(xp_js *js, bytes p)
{
    xp_js_word(js);
    return *p == '\\' ? give_up(js, p) : back(js, S_CODE, p);
}

static bytes st_word(xp_js *js, bytes p, bytes end)
{
    for (; p < end && is_word(*p); p++)
        if (js->nword < XP_JS_WORD)
            js->word[js->nword++] = (char)*p;
        else
            js->cut = true;
    return p < end ? end_word(js, p) : p;
}

static bytes begin_word(xp_js *js, bytes p, bytes end)
{
    size_t n = end - p >= SHORT ? short_word(p) : SHORT;

    xp_js_name(js);
    if (n == SHORT) {
        word_begins(js);
        js->state = S_WORD;
        return st_word(js, p, end);
    }
    memcpy(js->word, p, SHORT);
    memset(js->word + n, 0, SHORT);
    js->nword = (uint8_t)n;
    js->cut = false;
    return end_word(js, p + n);
}

static bytes begin_string(xp_js *js, bytes p)
{
    xp_js_next(js, XP_T_VALUE);
    text_begins(js);
    js->quote = *p;
    return go(js, *p == '`' ? S_TEMPLATE : S_STRING, p);
}

static bytes begin_number(xp_js *js, bool point, bytes p)
{
    xp_js_next(js, XP_T_VALUE);
    js->point = point;
    js->exponent = false;
    js->rare = 0;
    return back(js, S_NUMBER, p);
}

static bytes close_brace(xp_js *js, bytes p)
{
    if (xp_js_in_template(js)) {
        xp_js_next(js, XP_T_UNDOLLAR);
        text_begins(js);
        return go(js, S_TEMPLATE, p);
    }
    xp_js_next(js, XP_T_UNBRACE);
    return p + 1;
}

static xp_js_token operator_token(unsigned c)
{
    return c == '.' ? XP_T_DOT : c == '=' ? XP_T_ASSIGN : c == '?' ? XP_T_QUESTION : XP_T_OPERATOR;
}

/* Most operators stand alone, which the next byte tells if it is there. */
static bytes begin_operator(xp_js *js, bytes p, bytes end)
{
    js->op[0] = (char)*p;
    if (end - p > 1 && CODE[p[1]] != K_OPERATOR && (CODE[p[1]] != K_DIGIT || *p != '.')) {
        xp_js_next(js, operator_token(*p));
        return p + 1;
    }
    js->nop = 0;
    return back(js, S_OPERATOR, p);
}

static bytes odd(xp_js *js, bytes p)
{
    if (*p < 0x80 || js->doublebyte)
        return give_up(js, p);
    if (*p == 0xa0)
        return p + 1;
    js->rare = 0;
    return back(js, S_RARE, p);
}

/* What is neither a word nor a token of one byte. */
static bytes begin_other(xp_js *js, unsigned kind, bytes p, bytes end)
{
    switch (kind) {
    case K_OPERATOR: return begin_operator(js, p, end);
    case K_QUOTE: return begin_string(js, p);
    case K_UNBRACE: return close_brace(js, p);
    case K_DIGIT: return begin_number(js, false, p);
    case K_SLASH: return go(js, S_SLASH, p);
    case K_LINE_END: js->fresh = true; return p + 1;
    default: return odd(js, p);
    }
}

static bytes st_code(xp_js *js, bytes p, bytes end)
{
    while (p < end && !js->mixed) {
        unsigned kind = CODE[*p];
        if (kind == K_LETTER) {
            p = begin_word(js, p, end);
        } else if (kind - 1 < K_BLANK - 1) {
            xp_js_next(js, (xp_js_token)kind);
            p++;
        } else if (kind == K_BLANK) {
            p++;
        } else {
            p = begin_other(js, kind, p, end);
            if (js->state != S_CODE)
                return p;
        }
    }
    return p;
}

/* The white space beyond ASCII that copying leaves in snippets: U+00A0 and U+FEFF, in UTF-8. */
static bytes st_rare(xp_js *js, bytes p)
{
    static const unsigned char SPACES[][4] = { { 0xc2, 0xa0 }, { 0xef, 0xbb, 0xbf } };
    unsigned which = js->rare ? js->rare / 4 : *p == 0xef, at = js->rare % 4;

    if (SPACES[which][at] != *p)
        return give_up(js, p);
    js->rare = (uint8_t)(which * 4 + at + 1);
    return go(js, SPACES[which][at + 1] ? S_RARE : S_CODE, p);
}

/* Digits, a point, an exponent with its sign, hexadecimal and the like: `rare` is the byte before. */
static bool is_number(xp_js *js, unsigned c)
{
    if (is_digit(c) || c == '_')
        return true;
    if (c == '.' && !js->point)
        return js->point = true;
    if ((c == '+' || c == '-') && (js->rare | 32) == 'e' && !js->exponent)
        return js->exponent = true;
    if ((c | 32) == 'x')
        return js->point = js->exponent = true;
    return is_letter(c) && strchr("abcdefon", (int)(c | 32));
}

static bytes st_number(xp_js *js, bytes p, bytes end)
{
    for (; p < end; js->rare = *p++)
        if (!is_number(js, *p))
            return is_word(*p) ? give_up(js, p) : back(js, S_CODE, p);
    return p;
}

/* What may follow the first byte of a punctuator, and how the longer ones go on: all of them, and the two that begin a comment. */
static bool goes_on(const xp_js *js, unsigned char c)
{
    static const char *const SECOND[128] = {
        ['='] = "=>", ['!'] = "=",  ['<'] = "=<!", ['>'] = "=>", ['+'] = "=+", ['-'] = "=-", ['*'] = "=*",
        ['%'] = "=",  ['&'] = "=&", ['|'] = "=|",  ['^'] = "=",  ['?'] = "?.", ['.'] = "."
    };
    static const char LONG[][5] = { "===", "!==", "**=", "<<=",  ">>=",  ">>>=",
                                    "...", "&&=", "||=", "?\?=", "<!--", "-->" };

    if (CODE[c] != K_OPERATOR)
        return false;
    if (js->nop == 1)
        return strchr(SECOND[(unsigned char)js->op[0]], c);
    for (size_t i = 0; i < sizeof LONG / sizeof *LONG; i++)
        if (!memcmp(LONG[i], js->op, js->nop) && LONG[i][js->nop] == (char)c)
            return c != '>' || LONG[i][0] == '>' || js->fresh;
    return false;
}

static bool op_is(const xp_js *js, const char *text)
{
    return strlen(text) == js->nop && memcmp(js->op, text, js->nop) == 0;
}

static xp_js_token op_token(const xp_js *js)
{
    char first = js->op[0], last = js->op[js->nop - 1];

    if (js->nop == 1)
        return operator_token((unsigned char)first);
    if (op_is(js, "?."))
        return XP_T_DOT;
    if (op_is(js, "..."))
        return XP_T_SPREAD;
    if (op_is(js, "=>"))
        return XP_T_ARROW;
    if (op_is(js, "++") || op_is(js, "--"))
        return XP_T_STEP;
    if (last != '=' || first == '=' || first == '!' || op_is(js, "<=") || op_is(js, ">="))
        return XP_T_OPERATOR;
    return XP_T_ASSIGN;
}

static bytes end_operator(xp_js *js, bytes p)
{
    if (op_is(js, ".."))
        return give_up(js, p);
    if (is_digit(*p) && (op_is(js, ".") || op_is(js, "?."))) {
        if (js->nop == 2)
            xp_js_next(js, XP_T_QUESTION);
        return begin_number(js, true, p);
    }
    xp_js_next(js, op_token(js));
    return back(js, S_CODE, p);
}

static bytes st_operator(xp_js *js, bytes p, bytes end)
{
    for (; p < end; p++) {
        if (js->nop > 0 && !goes_on(js, *p))
            return end_operator(js, p);
        js->op[js->nop++] = (char)*p;
        if (op_is(js, "<!--") || op_is(js, "-->")) {
            js->rare = 0;
            return go(js, S_LINE, p);
        }
    }
    return p;
}

static bytes st_slash(xp_js *js, bytes p)
{
    js->rare = 0;
    if (*p == '/')
        return go(js, S_LINE, p);
    if (*p == '*')
        return go(js, S_BLOCK, p);
    switch (xp_js_slash_means(js)) {
    case XP_SLASH_ODD: return give_up(js, p);
    case XP_SLASH_QUOTES: xp_js_next(js, XP_T_VALUE); return back(js, S_REGEX, p);
    case XP_SLASH_DIVIDES: break;
    }
    xp_js_next(js, *p == '=' ? XP_T_ASSIGN : XP_T_OPERATOR);
    return *p == '=' ? go(js, S_CODE, p) : back(js, S_CODE, p);
}

/* A line ends at U+2028 and U+2029 too: what follows would be code that looks like a comment. */
static bytes st_line(xp_js *js, bytes p, bytes end)
{
    for (; p < end; p++) {
        unsigned c = *p;
        if (is_line_end(c)) {
            js->fresh = true;
            return go(js, S_CODE, p);
        }
        if (js->rare == 2 && (c == 0xa8 || c == 0xa9) && !js->doublebyte)
            return give_up(js, p);
        js->rare = c == 0xe2 ? 1 : c == 0x80 && js->rare == 1 ? 2 : 0;
    }
    return p;
}

static bytes st_block(xp_js *js, bytes p, bytes end)
{
    for (; p < end && *p != '*'; p++)
        js->fresh |= is_line_end(*p);
    return p < end ? go(js, S_BLOCK_STAR, p) : p;
}

static bytes st_block_star(xp_js *js, bytes p)
{
    if (*p == '/')
        return go(js, S_CODE, p);
    return *p == '*' ? p + 1 : back(js, S_BLOCK, p);
}

static bytes st_string(xp_js *js, bytes p, bytes end)
{
    p = text_run(js, p, end);
    if (p == end)
        return p;
    if (is_trail(js, *p))
        return p + 1;
    if (*p == js->quote) {
        text_ends(js);
        xp_js_string(js);
        return go(js, S_CODE, p);
    }
    if (*p == '\\')
        return go(js, S_STRING_ESCAPE, p);
    if (is_line_end(*p))
        return give_up(js, p);
    text_byte(js, *p);
    return p + 1;
}

static bytes st_string_escape(xp_js *js, bytes p)
{
    if (*p == '\r')
        return go(js, S_STRING_CR, p);
    if (*p != '\n' && !is_trail(js, *p)) /* a lead byte is noted there */
        escape_byte(js, *p);
    return go(js, S_STRING, p);
}

static bytes st_string_cr(xp_js *js, bytes p)
{
    return *p == '\n' ? go(js, S_STRING, p) : back(js, S_STRING, p);
}

static bytes regex_byte(xp_js *js, unsigned state, bytes p)
{
    if (is_line_end(*p) || (js->doublebyte && *p >= 0x80))
        return give_up(js, p);
    return go(js, state, p);
}

static bytes st_regex(xp_js *js, bytes p)
{
    if (*p == '/')
        return go(js, S_REGEX_FLAGS, p);
    return regex_byte(js, *p == '\\' ? S_REGEX_ESCAPE : *p == '[' ? S_REGEX_CLASS : S_REGEX, p);
}

static bytes st_regex_class(xp_js *js, bytes p)
{
    return regex_byte(js, *p == '\\' ? S_REGEX_CLASS_ESCAPE : *p == ']' ? S_REGEX : S_REGEX_CLASS, p);
}

static bytes st_regex_flags(xp_js *js, bytes p)
{
    return is_word(*p) ? p + 1 : back(js, S_CODE, p);
}

static bytes st_template(xp_js *js, bytes p, bytes end)
{
    p = text_run(js, p, end);
    if (p == end)
        return p;
    if (is_trail(js, *p))
        return p + 1;
    if (*p == '`') {
        text_ends(js);
        xp_js_address(js);
        return go(js, S_CODE, p);
    }
    if (*p == '\\' || *p == '$')
        return go(js, *p == '$' ? S_TEMPLATE_DOLLAR : S_TEMPLATE_ESCAPE, p);
    text_byte(js, *p);
    return p + 1;
}

static bytes st_template_escape(xp_js *js, bytes p)
{
    if (!is_line_end(*p) && !is_trail(js, *p))
        escape_byte(js, *p);
    return go(js, S_TEMPLATE, p);
}

static bytes st_template_dollar(xp_js *js, bytes p)
{
    if (*p != '{') {
        text_byte(js, '$');
        return back(js, S_TEMPLATE, p);
    }
    text_ends(js);
    xp_js_next(js, XP_T_DOLLAR);
    return go(js, S_CODE, p);
}

/* Takes what the state can take of [p, end), which is not empty. Gives the place of the next byte. */
static bytes take(xp_js *js, bytes p, bytes end)
{
    switch (js->state) {
    case S_CODE: return st_code(js, p, end);
    case S_WORD: return st_word(js, p, end);
    case S_NUMBER: return st_number(js, p, end);
    case S_OPERATOR: return st_operator(js, p, end);
    case S_SLASH: return st_slash(js, p);
    case S_LINE: return st_line(js, p, end);
    case S_BLOCK: return st_block(js, p, end);
    case S_BLOCK_STAR: return st_block_star(js, p);
    case S_STRING: return st_string(js, p, end);
    case S_STRING_ESCAPE: return st_string_escape(js, p);
    case S_STRING_CR: return st_string_cr(js, p);
    case S_REGEX: return st_regex(js, p);
    case S_REGEX_ESCAPE: return regex_byte(js, S_REGEX, p);
    case S_REGEX_CLASS: return st_regex_class(js, p);
    case S_REGEX_CLASS_ESCAPE: return regex_byte(js, S_REGEX_CLASS, p);
    case S_REGEX_FLAGS: return st_regex_flags(js, p);
    case S_TEMPLATE: return st_template(js, p, end);
    case S_TEMPLATE_ESCAPE: return st_template_escape(js, p);
    case S_TEMPLATE_DOLLAR: return st_template_dollar(js, p);
    default: return st_rare(js, p);
    }
}

/* ---- The interface ---------------------------------------------------------------------------------------------------- */

void xp_js_start(xp_js *js, xp_js_owner_fn owner, const void *owner_ctx, bool doublebyte)
{
    memset(js, 0, offsetof(xp_js, word));
    js->level[0] = (xp_js_level){ 0 };
    js->owner = owner;
    js->owner_ctx = owner_ctx;
    js->doublebyte = doublebyte;
    js->vendor = -1;
    js->fresh = true;
}

void xp_js_url_ahead(xp_js *js, uint64_t distance)
{
    if (js->nurls < XP_JS_URLS && distance < XP_JS_TEXT - js->len)
        js->url[js->nurls++] = (uint16_t)(js->len + distance);
}

/* text[from, to) of the script is in a comment. */
static void pass_comment(xp_js *js, uint32_t from, uint32_t to)
{
    for (unsigned i = 0; i < js->nurls; i++)
        js->commented = (uint8_t)(js->commented + (js->url[i] >= from && js->url[i] < to));
}

void xp_js_feed(xp_js *js, const char *text, size_t len)
{
    bytes start = (bytes)text, p = start, end = p + len, next;

    if (len > XP_JS_TEXT - js->len)
        js->mixed = true;
    for (; p < end && !js->mixed; p = next) {
        bool in_comment = js->state >= S_LINE && js->state <= S_BLOCK_STAR;

        next = take(js, p, end);
        if (in_comment)
            pass_comment(js, js->len + (uint32_t)(p - start), js->len + (uint32_t)(next - start));
    }
    js->len += js->mixed ? 0 : (uint32_t)len;
}

void xp_js_check_urls(xp_js *js, xp_js_url_fn is_vendors)
{
    js->is_vendors = is_vendors;
}

bool xp_js_is_mixed(const xp_js *js)
{
    return js->mixed;
}

unsigned xp_js_loads(const xp_js *js)
{
    return js->loads + (js->writes ? js->written : 0);
}

unsigned xp_js_urls(const xp_js *js)
{
    unsigned found = (unsigned)(js->nurls - js->commented);

    return found > js->addresses ? found : js->addresses;
}

xp_js_verdict xp_js_end(xp_js *js, int *vendor)
{
    xp_js_feed(js, "\n", js->len < XP_JS_TEXT ? 1 : 0); /* ends what a line's end ends */
    js->mixed |= js->state != S_CODE || js->prev == XP_T_START || !xp_js_closed(js);
    js->mixed |= js->writes && js->markup;
    js->mixed |= js->hides && !js->hide_name;
    js->mixed |= js->vendor < 0 && xp_js_loads(js) == 0; /* nothing a vendor would want */
    js->mixed |= xp_js_loads(js) > 1 && xp_js_loads(js) > js->nvendors;
    *vendor = js->vendor;
    return js->mixed ? XP_JS_MIXED : XP_JS_SNIPPET;
}

bool xp_js_is_snippet(const char *text, size_t len, const xp_js_asks *asks, bool doublebyte, const size_t *urls,
                      size_t nurls)
{
    xp_js js;
    int vendor;

    xp_js_start(&js, asks->owner, asks->ctx, doublebyte);
    xp_js_check_urls(&js, asks->is_vendors);
    for (size_t i = 0; i < nurls; i++)
        xp_js_url_ahead(&js, urls[i]);
    xp_js_feed(&js, text, len);
    return xp_js_end(&js, &vendor) == XP_JS_SNIPPET && xp_js_loads(&js) <= xp_js_urls(&js);
}
