/* A script's tokens, as far as the rule cares: ECMA-262 (12, Lexical Grammar, and B.1.1, HTML-like Comments).
 *
 * What it does not understand for certain is odd, and makes the script mixed: escapes in names, letters beyond ASCII outside of
 * strings, what is not closed. The grammar knows what the lexer cannot: what a slash is, and whether a brace goes back to a template.
 */
#ifndef XP_JS_LEX_H
#define XP_JS_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    XP_T_START,
    XP_T_NAME,
    XP_T_VALUE, /* number, string, regular expression, template; this, true, null */
    XP_T_PAREN,
    XP_T_UNPAREN,
    XP_T_BRACKET,
    XP_T_UNBRACKET,
    XP_T_BRACE,
    XP_T_UNBRACE,
    XP_T_DOLLAR, /* ${ in a template */
    XP_T_UNDOLLAR,
    XP_T_DOT,
    XP_T_COMMA,
    XP_T_SEMICOLON,
    XP_T_COLON,
    XP_T_QUESTION,
    XP_T_ASSIGN, /* = and its kind */
    XP_T_STEP,   /* ++ and -- */
    XP_T_ARROW,
    XP_T_OPERATOR,
    XP_T_SPREAD, /* ... */
    XP_T_SLASH,  /* divides or quotes: xp_js_lex_division() or xp_js_lex_regex() goes on */
    XP_T_QUOTE,  /* of a string or template: xp_js_string_read() goes on */
    XP_T_ODD,    /* this and what follows end a script */
    XP_T_END,
    /* What only the rule tells apart; the lexer never hands these over. */
    XP_T_KEYWORD,   /* an operand follows */
    XP_T_BLOCKWORD, /* a statement follows */
    XP_T_HEAD_END,  /* the ) of an if or its kind */
    XP_T_BLOCK_END  /* the } of a block */
} xp_js_token;

typedef struct {
    const unsigned char *text, *p, *end; /* the script, and what of it comes next */
    const unsigned char *word;           /* the last name; its end is where the next token was looked for */
    size_t nword;
    const size_t *urls; /* where the vendors' URLs to come begin; how many they are, and how many stood in comments */
    size_t nurls, commented;
    bool doublebyte;
    bool fresh;       /* the last token is the first of its line */
    unsigned char op; /* the first byte of the last operator */
} xp_js_lexer;

xp_js_token xp_js_lex(xp_js_lexer *lex);

/* The slash before divides: what operator is it? */
xp_js_token xp_js_lex_division(xp_js_lexer *lex);

/* It quotes: XP_T_VALUE, or XP_T_ODD. */
xp_js_token xp_js_lex_regex(xp_js_lexer *lex);

/* Is the parenthesis before an arrow function's parameters? At another parenthesis it is none, so no token is looked at more than twice. */
static inline bool xp_js_is_arrow_list(const xp_js_lexer *lex)
{
    xp_js_lexer ahead = *lex;
    xp_js_token token;

    do {
        token = xp_js_lex(&ahead);
        if (token == XP_T_SPREAD)
            token = xp_js_lex(&ahead);
        if (token == XP_T_NAME)
            token = xp_js_lex(&ahead);
    } while (token == XP_T_COMMA);
    return token == XP_T_UNPAREN && xp_js_lex(&ahead) == XP_T_ARROW;
}

/* Sets of tokens, a bit each. */
#define XP_T_SET(token) (UINT32_C(1) << XP_T_##token)

static inline bool xp_js_is_in(uint32_t set, unsigned token)
{
    return set >> token & 1;
}

static inline bool xp_js_ends_operand(unsigned token)
{
    return xp_js_is_in(XP_T_SET(NAME) | XP_T_SET(VALUE) | XP_T_SET(UNPAREN) | XP_T_SET(UNBRACKET) | XP_T_SET(UNBRACE),
                       token);
}

/* Does what an operand is go on with this token: a property, a call, an index? */
static inline bool xp_js_goes_on(unsigned token)
{
    return xp_js_is_in(XP_T_SET(DOT) | XP_T_SET(PAREN) | XP_T_SET(BRACKET), token);
}

static inline bool xp_js_is_digit(unsigned c)
{
    return c - '0' < 10;
}

static inline bool xp_js_is_letter(unsigned c)
{
    return (c | 32) - 'a' < 26;
}

static inline bool xp_js_is_line_end(unsigned c)
{
    return c == '\n' || c == '\r';
}

#endif
