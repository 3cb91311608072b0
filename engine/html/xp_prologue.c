/* See xp_prologue.h. A state for each place in a statement's beginning; what no state expects is text, and text is a document's.
 *
 * The two errors do not weigh the same. A script that is edited breaks; a page that passes sends its hits, which is the lesser evil
 * but the likelier one. So a beginning counts as code if no prose begins so, and markup behind an operator tells prose.
 * Rejected: a lexer's whole grammar (what comes first decides); style sheets (they hold no tag of a vendor's).
 */
#include "xp_prologue.h"

#include <string.h>

#include "../bytes/xp_skip.h"

typedef enum {
    START,  /* white space and byte order marks */
    MARK,   /* EF */
    MARK_2, /* EF BB */
    GUARD,  /* ")" or "]", perhaps of what keeps JSON from being run: )]}' and ])} */
    SLASH,  /* "/" */
    LEAD,   /* a sign before the first word, and white space */
    WORD,
    GAP,      /* white space behind a word */
    DOT,      /* "." behind a word */
    QUESTION, /* "?." */
    OPERATOR, /* a sign that may be the first of an operator's */
    EQUALS,   /* "=" behind a word or an operator's sign */
    VALUE,    /* an expression or a list must follow */
    LIST,     /* "(a," of an arrow function */
    CLOSED,   /* "()" or "(a)" of an arrow function */
    ARROW,    /* "()=" */
    DOCUMENT,
    NO_DOCUMENT
} state;

/* What a word may be. */
typedef enum {
    FIRST,  /* a keyword that begins a statement, or a name */
    NAME,   /* behind a keyword: another one, or the name that it declares */
    THIRD,  /* behind that name: a keyword */
    MEMBER, /* behind a dot */
} kind;

enum {
    EXPRESSION = 1, /* what follows is read as a statement's beginning is */
    INNER = 2,      /* begins no statement */
    FUNCTION = 4    /* counts behind any sign: prose has no "+function" */
};

/* What makes code of a word that prose has too. Only those that can begin a script (not "return", "else"), and mostly stand there. */
static const struct {
    char word[XP_KEYWORD_MAX + 1];
    const char *opens; /* signs behind it, and … */
    const char *names; /* … signs behind the name that follows */
    unsigned flags;
} KEYWORDS[] = {
    { "var", "{[", ",;", 0 },
    { "let", "{[", ",;", 0 },
    { "const", "{[", ",;", 0 },
    { "function", "(*", "(", FUNCTION },
    { "async", "(", "", FUNCTION },
    { "class", "", "{", 0 },
    { "extends", "", "{", INNER },
    { "import", "{*\"'", ",", 0 },
    { "from", "\"'", "", INNER },
    { "export", "{*", "", 0 },
    { "default", "({[\"'", ";", INNER },
    { "throw", "({[\"'0123456789", "", 0 },
    { "typeof", "(", "", EXPRESSION },
    { "void", "(", "", EXPRESSION },
    { "new", "", "", EXPRESSION },
    { "delete", "", "", EXPRESSION },
    { "await", "(", "", EXPRESSION },
    { "if", "(", "", 0 },
    { "for", "(", "", 0 },
    { "while", "(", "", 0 },
    { "switch", "(", "", 0 },
    { "with", "(", "", 0 },
    { "try", "{", "", 0 },
    { "do", "{", "", 0 },
};

/* ---- Bytes ---------------------------------------------------------------------------------------------------------------- */

static bool is_high(char c)
{
    return (unsigned char)c >= 0x80;
}

static bool begins_word(char c)
{
    return xp_is_alpha(c) || c == '_' || c == '$' || is_high(c);
}

static bool is_among(char c, const char *signs)
{
    return c && strchr(signs, c);
}

/* ---- Words ---------------------------------------------------------------------------------------------------------------- */

static state begin_word(xp_prologue *p, char c, kind as)
{
    p->kind = (uint8_t)as;
    p->word[0] = c;
    p->len = 1;
    p->high = is_high(c);
    return WORD;
}

/* In some charsets the second half of a character looks like one of @ to ~, which are what may stand in no name. */
static bool goes_on(xp_prologue *p, char c)
{
    bool half = p->high && c >= '@' && c <= '~';

    if (!half && !begins_word(c) && !xp_is_digit(c))
        return false;
    p->high = is_high(c);
    if (p->len < XP_KEYWORD_MAX)
        p->word[p->len] = c;
    if (p->len <= XP_KEYWORD_MAX)
        p->len++;
    return true;
}

/* The word's row and one, or 0. */
static uint8_t keyword_of(const xp_prologue *p)
{
    for (size_t i = 0; i < sizeof KEYWORDS / sizeof *KEYWORDS; i++)
        if (strlen(KEYWORDS[i].word) == p->len && !memcmp(KEYWORDS[i].word, p->word, p->len))
            return (uint8_t)(i + 1);
    return 0;
}

/* What is expected behind the word that has ended. False: it is prose. */
static bool take_word(xp_prologue *p)
{
    uint8_t keyword = p->kind == MEMBER ? 0 : keyword_of(p);
    unsigned flags = keyword ? KEYWORDS[keyword - 1].flags : 0;

    if (p->kind == MEMBER) /* opens what its first word does */
        return true;
    if (p->kind == FIRST && (flags & INNER))
        keyword = 0;
    if (p->kind == FIRST && (p->lead == '+' || p->lead == ' ') && !(flags & FUNCTION))
        return false;
    if (p->kind == THIRD && !(flags & INNER))
        return false;
    p->named = p->kind == NAME && !keyword;
    if (p->named) {
        p->opens = KEYWORDS[p->keyword - 1].names;
        return true;
    }
    p->keyword = keyword;
    p->opens = keyword ? KEYWORDS[keyword - 1].opens : "";
    return true;
}

/* A word behind a word and white space. */
static state next_word(xp_prologue *p, char c)
{
    if (!p->keyword || p->kind == MEMBER)
        return DOCUMENT;
    if (p->named)
        return begin_word(p, c, THIRD);
    return begin_word(p, c, KEYWORDS[p->keyword - 1].flags & EXPRESSION ? FIRST : NAME);
}

/* ---- States ----------------------------------------------------------------------------------------------------------------- */

/* What a statement begins with. */
static state begin(xp_prologue *p, char c)
{
    if (begins_word(c))
        return begin_word(p, c, FIRST);
    switch (c) {
    case '"':
    case '\'':
    case '`': return NO_DOCUMENT;
    case '{':
    case '[': return VALUE;
    case '/': return SLASH;
    case '(':
    case ';':
    case '!': p->lead = c; return LEAD;
    case '+':
    case '-':
    case '~': p->lead = '+'; return LEAD;
    default: return DOCUMENT;
    }
}

static state at_start(xp_prologue *p, char c)
{
    if (xp_is_space(c))
        return START;
    if (c == '\xEF')
        return MARK;
    if (c == ')' || c == ']') {
        p->sign = c;
        return GUARD;
    }
    return begin(p, c);
}

/* Prose has brackets too, and signs before its words: the less code-like the sign, the more must follow. */
static state behind_lead(xp_prologue *p, char c)
{
    if (xp_is_space(c))
        return LEAD;
    if (begins_word(c))
        return begin_word(p, c, FIRST);
    switch (p->lead) {
    case '(': return c == ')' ? CLOSED : begin(p, c);
    case ';': return c == '(' ? NO_DOCUMENT : begin(p, c);
    case '!': return c == '(' ? NO_DOCUMENT : is_among(c, "!+-~") ? begin(p, c) : DOCUMENT;
    case '+': return is_among(c, "(!+-~") ? begin(p, c) : DOCUMENT;
    default: return is_among(c, "{[") ? VALUE : DOCUMENT;
    }
}

/* A sign behind a word, or behind the white space that follows it. */
static state behind_word(xp_prologue *p, char c, bool gap)
{
    if (is_among(c, p->opens))
        return is_among(c, "\"'") ? NO_DOCUMENT : VALUE; /* a string may hold markup */
    switch (c) {
    case '.': return DOT;
    case '=': p->signs = 1; return EQUALS;
    case '[': return gap ? DOCUMENT : VALUE;
    case '(':
        if (!gap)
            return VALUE;
        p->lead = ' ';
        return LEAD;
    case ')': return p->lead == '(' ? CLOSED : DOCUMENT;
    case ',': return p->lead == '(' ? LIST : DOCUMENT;
    default: p->sign = c; return is_among(c, "+-*/%&|^!?") ? OPERATOR : DOCUMENT;
    }
}

static state in_word(xp_prologue *p, char c)
{
    if (goes_on(p, c))
        return WORD;
    if (!take_word(p))
        return DOCUMENT;
    return xp_is_space(c) ? GAP : behind_word(p, c, false);
}

/* What is no byte order mark begins a word all the same. */
static state in_mark(xp_prologue *p, char c, char expected, state next)
{
    if (c == expected)
        return next;
    begin_word(p, '\xEF', FIRST);
    return in_word(p, c);
}

static state in_gap(xp_prologue *p, char c)
{
    if (xp_is_space(c))
        return GAP;
    return begins_word(c) ? next_word(p, c) : behind_word(p, c, true);
}

static state in_operator(xp_prologue *p, char c)
{
    if (c == '=' || (c == p->sign && is_among(c, "&|")))
        return VALUE;
    return p->sign == '?' && c == '.' ? QUESTION : DOCUMENT;
}

/* No expression begins with markup. */
static state in_value(char c)
{
    return xp_is_space(c) ? VALUE : c == '<' || c == '&' ? DOCUMENT : NO_DOCUMENT;
}

/* Up to three signs are an operator, and so is "=>"; a row of them underlines a heading. */
static state in_equals(xp_prologue *p, char c)
{
    if (c == '=')
        return ++p->signs > 3 ? DOCUMENT : EQUALS;
    if (c == '>')
        return p->signs == 1 ? VALUE : DOCUMENT;
    return in_value(c);
}

static state in_list(char c)
{
    if (c == ')')
        return CLOSED;
    return xp_is_space(c) || c == ',' || begins_word(c) || xp_is_digit(c) ? LIST : DOCUMENT;
}

static state step(xp_prologue *p, char c)
{
    switch ((state)p->state) {
    case START: return at_start(p, c);
    case MARK: return in_mark(p, c, '\xBB', MARK_2);
    case MARK_2: return in_mark(p, c, '\xBF', START);
    case GUARD: return (p->sign == ')' ? c == ']' : c == ')') ? NO_DOCUMENT : DOCUMENT;
    case SLASH: return c == '/' || c == '*' ? NO_DOCUMENT : DOCUMENT;
    case LEAD: return behind_lead(p, c);
    case WORD: return in_word(p, c);
    case GAP: return in_gap(p, c);
    case DOT: return begins_word(c) ? begin_word(p, c, MEMBER) : DOCUMENT;
    case QUESTION: return begins_word(c) ? begin_word(p, c, MEMBER) : is_among(c, "([") ? VALUE : DOCUMENT;
    case OPERATOR: return in_operator(p, c);
    case EQUALS: return in_equals(p, c);
    case VALUE: return in_value(c);
    case LIST: return in_list(c);
    case CLOSED: return xp_is_space(c) ? CLOSED : c == '=' ? ARROW : DOCUMENT;
    case ARROW: return c == '>' ? NO_DOCUMENT : DOCUMENT;
    default: return (state)p->state;
    }
}

/* ---- The façade --------------------------------------------------------------------------------------------------------------- */

void xp_prologue_init(xp_prologue *p)
{
    memset(p, 0, sizeof *p);
    p->opens = "";
}

xp_prologue_verdict xp_prologue_feed(xp_prologue *p, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len && p->state < DOCUMENT; i++)
        p->state = (uint8_t)step(p, bytes[i]);
    if (p->state < DOCUMENT)
        return XP_PROLOGUE_OPEN;
    return p->state == DOCUMENT ? XP_PROLOGUE_DOCUMENT : XP_PROLOGUE_NO_DOCUMENT;
}
