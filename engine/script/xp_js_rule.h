/* Between the lexer (xp_js.c) and the rule (xp_js_rule.c): the tokens of a script, as far as the rule cares. */
#ifndef XP_JS_RULE_H
#define XP_JS_RULE_H

#include "xp_js.h"

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
    /* What only the rule tells apart; the lexer never hands these over. */
    XP_T_KEYWORD,   /* an operand follows */
    XP_T_BLOCKWORD, /* a statement follows */
    XP_T_HEAD_END,  /* the ) of an if or its kind */
    XP_T_BLOCK_END  /* the } of a block */
} xp_js_token;

typedef enum { XP_SLASH_DIVIDES, XP_SLASH_QUOTES, XP_SLASH_ODD } xp_js_slash;

void xp_js_settle(xp_js *js,
                  xp_js_token token); /* the word before is followed by this token, and what was wanted is met */
void xp_js_take(xp_js *js, xp_js_token token); /* does what the token means itself */

/* A word begins; what it is follows. Nothing waits for most of them. */
static inline void xp_js_name(xp_js *js)
{
    if (js->arg | js->wants | js->list | js->waiting)
        xp_js_settle(js, XP_T_NAME);
    js->fresh = false;
}

/* The next token is `token`; of strings it is only the beginning, and what they are follows. */
static inline void xp_js_next(xp_js *js, xp_js_token token)
{
    if (js->arg | js->wants | js->list | js->waiting)
        xp_js_settle(js, token);
    if (token == XP_T_DOT) {
        js->prev = XP_T_DOT;
        js->fresh = false;
    } else {
        xp_js_take(js, token);
    }
}

void xp_js_word(xp_js *js);    /* the word in js->word is complete */
void xp_js_string(xp_js *js);  /* so is the string */
void xp_js_address(xp_js *js); /* so is the string or template, which may be an address */

xp_js_slash xp_js_slash_means(const xp_js *js); /* division or regular expression? */
bool xp_js_in_template(const xp_js *js);        /* would a } here go back to a template's text? */
bool xp_js_closed(xp_js *js);                   /* the end: has everything ended that was begun? */

#endif
