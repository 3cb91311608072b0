/* See xp_js_lex.h.
 *
 * Rejected: a parser (a grammar of 250 productions that changes every year, to learn less than the words tell), and
 * fingerprints of known snippets (every site's copy differs in its settings, its spaces and its age).
 */
#include "xp_js_lex.h"

#include <string.h>

#include "../bytes/xp_marks.h"

/* What a byte is in code: the number of a token that is one byte long, or one of these. */
enum { K_ODD, K_BLANK = 32, K_LINE_END, K_SLASH, K_OPERATOR, K_DIGIT, K_LETTER };

#define FOUR(c, kind) [c] = kind, [(c) + 1] = kind, [(c) + 2] = kind, [(c) + 3] = kind
#define LETTERS(c)                                                                                                     \
    FOUR(c, K_LETTER), FOUR((c) + 4, K_LETTER), FOUR((c) + 8, K_LETTER), FOUR((c) + 12, K_LETTER),                     \
        FOUR((c) + 16, K_LETTER), FOUR((c) + 20, K_LETTER), [(c) + 24] = K_LETTER, [(c) + 25] = K_LETTER

static const uint8_t CODE[256] = {
    LETTERS('a'),        LETTERS('A'),         ['_'] = K_LETTER,     ['$'] = K_LETTER,       FOUR('0', K_DIGIT),
    FOUR('4', K_DIGIT),  ['8'] = K_DIGIT,      ['9'] = K_DIGIT,      [' '] = K_BLANK,        ['\t'] = K_BLANK,
    ['\v'] = K_BLANK,    ['\f'] = K_BLANK,     ['\n'] = K_LINE_END,  ['\r'] = K_LINE_END,    ['"'] = XP_T_QUOTE,
    ['\''] = XP_T_QUOTE, ['`'] = XP_T_QUOTE,   ['/'] = K_SLASH,      ['.'] = K_OPERATOR,     ['='] = K_OPERATOR,
    ['<'] = K_OPERATOR,  ['>'] = K_OPERATOR,   ['!'] = K_OPERATOR,   ['+'] = K_OPERATOR,     ['-'] = K_OPERATOR,
    ['*'] = K_OPERATOR,  ['%'] = K_OPERATOR,   ['&'] = K_OPERATOR,   ['|'] = K_OPERATOR,     ['^'] = K_OPERATOR,
    ['?'] = K_OPERATOR,  ['('] = XP_T_PAREN,   [')'] = XP_T_UNPAREN, ['['] = XP_T_BRACKET,   [']'] = XP_T_UNBRACKET,
    ['{'] = XP_T_BRACE,  ['}'] = XP_T_UNBRACE, [','] = XP_T_COMMA,   [';'] = XP_T_SEMICOLON, [':'] = XP_T_COLON,
    ['~'] = K_OPERATOR,
};

/* Letters, digits, '_' and '$'. */
static bool is_word(unsigned char c)
{
    return CODE[c] >= K_DIGIT;
}

/* The byte so far ahead. The text's end ends what a line's end ends. */
static unsigned peek(const xp_js_lexer *lex, size_t ahead)
{
    return (size_t)(lex->end - lex->p) > ahead ? lex->p[ahead] : '\n';
}

/* ---- Comments ---------------------------------------------------------------------------------------------------------- */

/* What begins here and ends at `to` is a comment. */
static xp_js_token comment(xp_js_lexer *lex, const unsigned char *to)
{
    size_t from = (size_t)(lex->p - lex->text);

    for (; lex->nurls && *lex->urls < (size_t)(to - lex->text); lex->urls++, lex->nurls--)
        lex->commented += *lex->urls >= from;
    lex->p = to;
    return XP_T_START;
}

/* A line ends at U+2028 and U+2029 too: what follows would be code that looks like a comment. */
static xp_js_token line_comment(xp_js_lexer *lex, size_t mark)
{
    const unsigned char *p = lex->p += mark;

    for (; p < lex->end && !xp_js_is_line_end(*p); p++)
        if (*p == 0xe2 && lex->end - p > 2 && p[1] == 0x80 && (p[2] | 1) == 0xa9 && !lex->doublebyte)
            return XP_T_ODD;
    return comment(lex, p);
}

static xp_js_token block_comment(xp_js_lexer *lex)
{
    const unsigned char *to = lex->p += 2;

    do {
        to = memchr(to, '*', (size_t)(lex->end - to));
        if (!to || ++to == lex->end)
            return XP_T_ODD;
    } while (*to != '/');
    lex->fresh =
        lex->fresh || memchr(lex->p, '\n', (size_t)(to - lex->p)) || memchr(lex->p, '\r', (size_t)(to - lex->p));
    return comment(lex, to + 1);
}

/* ---- Tokens ------------------------------------------------------------------------------------------------------------ */

static xp_js_token word(xp_js_lexer *lex)
{
    const unsigned char *p = lex->p;

    lex->word = p;
    while (p < lex->end && is_word(*p))
        p++;
    lex->nword = (size_t)(p - lex->word);
    lex->p = p;
    lex->op = '\0'; /* it may be "in" or its like */
    return XP_T_NAME;
}

/* Digits, a point, an exponent with its sign, hexadecimal and the like. */
static xp_js_token number(xp_js_lexer *lex)
{
    bool point = false, exponent = false;
    unsigned c, before = 0;

    for (;; lex->p++, before = c) {
        c = peek(lex, 0);
        if (xp_js_is_digit(c) || c == '_')
            continue;
        if (c == '.' && !point)
            point = true;
        else if ((c == '+' || c == '-') && (before | 32) == 'e' && !exponent)
            exponent = true;
        else if ((c | 32) == 'x')
            point = exponent = true;
        else if (!xp_js_is_letter(c) || !strchr("abcdefon", (int)(c | 32)))
            break;
    }
    return is_word((unsigned char)c) ? XP_T_ODD : XP_T_VALUE;
}

/* The token goes on for `n` bytes. */
static xp_js_token take(xp_js_lexer *lex, size_t n, xp_js_token token)
{
    lex->p += n;
    return token;
}

/* `n` dots. */
static xp_js_token dots(xp_js_lexer *lex, size_t n)
{
    if (n == 1)
        return xp_js_is_digit(peek(lex, 1)) ? number(lex) : take(lex, 1, XP_T_DOT);
    return n == 3 ? take(lex, 3, XP_T_SPREAD) : XP_T_ODD;
}

/* A byte, some of them `n` times in a row, and then perhaps a '=' that makes it an assignment; and what is made in another way. */
static xp_js_token operator_token(xp_js_lexer *lex, unsigned c, size_t n)
{
    unsigned next = peek(lex, n);

    switch (c) {
    case '.': return dots(lex, n);
    case '?':
        if (n == 1 && next == '.' && !xp_js_is_digit(peek(lex, 2)))
            return take(lex, 2, XP_T_DOT);
        if (n == 1)
            return take(lex, 1, XP_T_QUESTION);
        break;
    case '=':
        if (n == 1 && next == '>')
            return take(lex, 2, XP_T_ARROW);
        return take(lex, n, n == 1 ? XP_T_ASSIGN : XP_T_OPERATOR);
    case '!': return take(lex, next != '=' ? 1 : peek(lex, 2) != '=' ? 2 : 3, XP_T_OPERATOR);
    case '+':
    case '-':
        if (n == 2)
            return take(lex, 2, XP_T_STEP);
        break;
    default: break;
    }
    if (next != '=')
        return take(lex, n, XP_T_OPERATOR);
    return take(lex, n + 1, n == 1 && (c == '<' || c == '>') ? XP_T_OPERATOR : XP_T_ASSIGN);
}

static xp_js_token punctuator(xp_js_lexer *lex)
{
    static const uint8_t IN_A_ROW[256] = {
        ['.'] = 3, ['='] = 3, ['>'] = 3, ['<'] = 2, ['+'] = 2, ['-'] = 2, ['*'] = 2, ['&'] = 2, ['|'] = 2, ['?'] = 2
    };
    unsigned c = lex->op = *lex->p;
    size_t n = 1;

    while (n < IN_A_ROW[c] && peek(lex, n) == c)
        n++;
    if (c == '<' && peek(lex, 1) == '!' && peek(lex, 2) == '-' && peek(lex, 3) == '-')
        return line_comment(lex, 4);
    if (c == '-' && n == 2 && peek(lex, 2) == '>' && lex->fresh)
        return line_comment(lex, 3);
    return operator_token(lex, c, n);
}

static xp_js_token slash(xp_js_lexer *lex)
{
    unsigned next = peek(lex, 1);

    return next == '/' ? line_comment(lex, 2) : next == '*' ? block_comment(lex) : take(lex, 1, XP_T_SLASH);
}

/* The white space beyond ASCII that copying leaves in snippets: U+00A0, in UTF-8 and in Latin 1, and U+FEFF. How long it is. */
static size_t rare_blank(const xp_js_lexer *lex)
{
    switch (lex->doublebyte ? 0 : *lex->p) {
    case 0xa0: return 1;
    case 0xc2: return peek(lex, 1) == 0xa0 ? 2 : 0;
    case 0xef: return peek(lex, 1) == 0xbb && peek(lex, 2) == 0xbf ? 3 : 0;
    default: return 0;
    }
}

/* What is not told by a byte alone. XP_T_START: it was no token. */
XP_APART static xp_js_token other_token(xp_js_lexer *lex, unsigned kind)
{
    size_t n;

    switch (kind) {
    case K_LINE_END: lex->fresh = true; return take(lex, 1, XP_T_START);
    case K_SLASH: return slash(lex);
    case K_OPERATOR: return punctuator(lex);
    case K_DIGIT: return number(lex);
    default: n = rare_blank(lex); return n ? take(lex, n, XP_T_START) : XP_T_ODD;
    }
}

xp_js_token xp_js_lex(xp_js_lexer *lex)
{
    lex->fresh = lex->p == lex->text;
    for (;;) {
        const unsigned char *p = lex->p;
        unsigned kind = K_BLANK;
        xp_js_token other;

        while (p < lex->end && (kind = CODE[*p]) == K_BLANK)
            p++;
        lex->p = p;
        if (kind == K_BLANK)
            return XP_T_END;
        if (kind == K_LETTER)
            return word(lex);
        if (kind < K_BLANK && kind != K_ODD)
            return take(lex, 1, (xp_js_token)kind);
        other = other_token(lex, kind);
        if (other != XP_T_START)
            return other;
    }
}

xp_js_token xp_js_lex_division(xp_js_lexer *lex)
{
    lex->op = '/';
    return peek(lex, 0) == '=' ? take(lex, 1, XP_T_ASSIGN) : XP_T_OPERATOR;
}

xp_js_token xp_js_lex_regex(xp_js_lexer *lex)
{
    bool in_class = false;

    for (unsigned c; c = peek(lex, 0), c != '/' || in_class; lex->p++) {
        if (c == '[' || c == ']')
            in_class = c == '[';
        if (c == '\\') {
            lex->p++;
            c = peek(lex, 0);
        }
        if (xp_js_is_line_end(c) || (c >= 0x80 && lex->doublebyte))
            return XP_T_ODD;
    }
    do
        lex->p++;
    while (is_word((unsigned char)peek(lex, 0)));
    return XP_T_VALUE;
}
