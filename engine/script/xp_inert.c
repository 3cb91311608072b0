/* See xp_inert.h. A lexer of the few tokens that prove a syntax error (ECMA-262, 12 and B.1.1); what it does not know is doubt. */
#include "xp_inert.h"

#include <string.h>

enum {
    I_CODE,
    I_WORD,
    I_LESS,       /* behind '<' */
    I_LESS_BANG,  /* behind "<!" on a fresh line */
    I_LESS_DASH,  /* behind "<!-" */
    I_DASH,       /* behind '-' on a fresh line */
    I_DASH_DASH,  /* behind "--" */
    I_SIGN,       /* behind '@', '#' or '\', which want a name */
    I_TAG,        /* behind "<script" and a blank */
    I_TAG_CLOSED, /* behind "<script>" */
    I_ATTRIBUTE,  /* the word behind the former … */
    I_STATEMENT,  /* … and behind the latter */
    I_AFTER,      /* the word behind a string */
    I_SLASH,
    I_REGEX,
    I_REGEX_ESCAPE,
    I_REGEX_CLASS,
    I_REGEX_CLASS_ESCAPE,
    I_FLAGS,
    I_LINE,
    I_BLOCK,
    I_BLOCK_STAR,
    I_STRING,
    I_STRING_ESCAPE,
    I_STRING_CR
};

void xp_inert_start(xp_inert *inert)
{
    memset(inert, 0, sizeof *inert);
    inert->fresh = true;
}

static void decide(xp_inert *inert, xp_inert_verdict verdict)
{
    if (!inert->verdict)
        inert->verdict = (uint8_t)verdict;
}

static bool is_word_byte(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26 || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
           (unsigned char)c >= 0x80;
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

static bool word_is(const xp_inert *inert, const char *text)
{
    return inert->nword == strlen(text) && !memcmp(inert->word, text, inert->nword);
}

/* Words that may stand between two operands, or behind a module's name. */
static bool word_joins(const xp_inert *inert)
{
    return word_is(inert, "in") || word_is(inert, "of") || word_is(inert, "as") || word_is(inert, "with") ||
           word_is(inert, "assert") || word_is(inert, "instance");
}

/* Kept in lower case: a tag's name has none. Eight letters are enough to tell. */
static void add_to_word(xp_inert *inert, char c)
{
    inert->odd = inert->odd || (unsigned char)c >= 0x80;
    if (inert->nword < sizeof inert->word)
        inert->word[inert->nword++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static void begin_word(xp_inert *inert, char c, uint8_t state)
{
    inert->state = state;
    inert->nword = 0;
    inert->odd = false;
    inert->code = true;
    add_to_word(inert, c);
}

static void begin_string(xp_inert *inert, char c)
{
    if (inert->operand && c != '`')
        decide(inert, XP_INERT_YES);             /* two in a row */
    inert->code = inert->code || inert->operand; /* a template there is a call */
    inert->quote = c;
    inert->state = I_STRING;
}

/* A token begins. */
static void token(xp_inert *inert, char c)
{
    bool first = !inert->any, fresh = inert->fresh, operand = inert->operand, word = is_word_byte(c);

    inert->any = true;
    inert->fresh = inert->less = false;
    if (c == '"' || c == '\'' || c == '`') {
        inert->dots = 0;
        begin_string(inert, c);
        return;
    }
    inert->operand = false;
    inert->dots = c == '.' ? (uint8_t)(1 + (inert->dots > 0)) : word ? inert->dots : 0;
    if (c == ';')
        return;
    if (c == '<') {
        inert->state = I_LESS;
        inert->any = !first;
        inert->fresh = fresh;
    } else if (c == '-' && fresh) {
        inert->state = I_DASH;
        inert->any = !first;
    } else if (c == '@' || c == '#' || c == '\\') {
        inert->state = I_SIGN;
    } else if (word) {
        begin_word(inert, c, operand ? I_AFTER : I_WORD);
    } else {
        inert->code = true;
        if (c == '\x7F' || (unsigned char)c < ' ' || (first && in(">)]},*%=|&?:^", c)))
            decide(inert, XP_INERT_YES); /* nothing begins so */
    }
}

static void code(xp_inert *inert, char c)
{
    inert->state = I_CODE;
    if (is_line_end(c)) {
        inert->fresh = true;
        inert->less = inert->operand = false;
    } else if (is_blank(c)) {
        inert->less = false;
    } else if (c == '/') {
        inert->state = I_SLASH;
        inert->less = false;
    } else {
        token(inert, c);
    }
}

static void in_word(xp_inert *inert, char c)
{
    bool tag = inert->less && word_is(inert, "script");

    if (is_word_byte(c)) {
        add_to_word(inert, c);
    } else if (tag && (is_blank(c) || c == '>')) {
        inert->state = c == '>' ? I_TAG_CLOSED : I_TAG;
    } else {
        inert->operand = inert->dots == 1 && !inert->odd;
        inert->dots = 0;
        code(inert, c);
    }
}

/* Behind '<': its operand, or "<!--". */
static void in_less(xp_inert *inert, char c)
{
    if (c == '!' && inert->fresh) {
        inert->state = I_LESS_BANG;
        return;
    }
    if (!inert->any)
        decide(inert, XP_INERT_YES); /* an operator, and nothing before it */
    inert->any = inert->code = true;
    inert->fresh = false;
    if (c == '!') {
        decide(inert, XP_INERT_NO); /* "a<!--b" is a comment to some */
    } else if (is_word_byte(c)) {
        begin_word(inert, c, I_WORD);
        inert->less = true;
    } else {
        code(inert, c);
    }
}

/* "<!--" and, at the beginning of a line, "-->" begin a comment of one line. */
static void in_html_comment(xp_inert *inert, char c)
{
    if (c == '-' && inert->state != I_DASH_DASH) {
        inert->state = inert->state == I_LESS_BANG ? I_LESS_DASH : inert->state == I_DASH ? I_DASH_DASH : I_LINE;
    } else if (c == '>' && inert->state == I_DASH_DASH) {
        inert->state = I_LINE;
    } else if (inert->state < I_DASH) {
        decide(inert, inert->any ? XP_INERT_NO : XP_INERT_YES);
    } else {
        inert->any = inert->code = true;
        code(inert, c);
    }
}

/* "a<script src" is two names in a row, "a<script>var" a statement in an expression. */
static void in_tag(xp_inert *inert, char c)
{
    if (inert->state == I_TAG && is_blank(c))
        return;
    if (inert->state == I_TAG && c == '>')
        inert->state = I_TAG_CLOSED;
    else if (is_word_byte(c))
        begin_word(inert, c, inert->state == I_TAG ? I_ATTRIBUTE : I_STATEMENT);
    else
        code(inert, c);
}

static void in_tag_word(xp_inert *inert, char c)
{
    if (is_word_byte(c))
        add_to_word(inert, c);
    else if (inert->odd)
        decide(inert, XP_INERT_NO); /* may be a space, or a line separator */
    else if (inert->state == I_STATEMENT ? word_is(inert, "var") : !word_joins(inert))
        decide(inert, XP_INERT_YES);
    else
        code(inert, c);
}

static void in_comment(xp_inert *inert, char c)
{
    if (inert->state == I_LINE) {
        if (is_line_end(c))
            code(inert, c);
        else if ((unsigned char)c >= 0x80)
            decide(inert, XP_INERT_NO); /* may be a line separator */
    } else if (inert->state == I_BLOCK_STAR && c == '/') {
        inert->state = I_CODE;
        inert->fresh = true; /* it may have held a line's end */
    } else {
        inert->state = c == '*' ? I_BLOCK_STAR : I_BLOCK;
    }
}

static void in_string(xp_inert *inert, char c)
{
    if ((unsigned char)c >= 0x80 || (inert->quote == '`' && c == '$')) {
        decide(inert, XP_INERT_NO); /* may be half of a character; may hold code */
    } else if (inert->state == I_STRING_ESCAPE) {
        inert->state = c == '\r' ? I_STRING_CR : I_STRING;
    } else if (inert->state == I_STRING_CR && c == '\n') {
        inert->state = I_STRING;
    } else if (c == inert->quote) {
        inert->state = I_CODE;
        inert->operand = true;
    } else if (is_line_end(c) && inert->quote != '`') {
        decide(inert, XP_INERT_YES); /* runs over the end of its line */
    } else {
        inert->state = c == '\\' ? I_STRING_ESCAPE : I_STRING;
    }
}

/* A slash behind a string divides, and quotes where nothing is before it; else it is not known. */
static void in_slash(xp_inert *inert, char c)
{
    bool divides = inert->operand, quotes = !inert->any;

    inert->operand = false;
    if (c == '/' || c == '*') {
        inert->state = c == '/' ? I_LINE : I_BLOCK;
        return;
    }
    inert->any = inert->code = true;
    if (divides)
        code(inert, c);
    else if (quotes)
        inert->state = c == '[' ? I_REGEX_CLASS : c == '\\' ? I_REGEX_ESCAPE : I_REGEX;
    else
        decide(inert, XP_INERT_NO);
}

static void in_regex(xp_inert *inert, char c)
{
    bool class = inert->state == I_REGEX_CLASS || inert->state == I_REGEX_CLASS_ESCAPE;

    if ((unsigned char)c >= 0x80)
        decide(inert, XP_INERT_NO);
    else if (is_line_end(c))
        decide(inert, XP_INERT_YES);
    else if (inert->state == I_REGEX_ESCAPE || inert->state == I_REGEX_CLASS_ESCAPE)
        inert->state = class ? I_REGEX_CLASS : I_REGEX;
    else if (c == '\\')
        inert->state = class ? I_REGEX_CLASS_ESCAPE : I_REGEX_ESCAPE;
    else if (c == '[' || c == ']')
        inert->state = c == '[' ? I_REGEX_CLASS : I_REGEX;
    else if (c == '/' && !class)
        inert->state = I_FLAGS;
}

static void in_flags(xp_inert *inert, char c)
{
    if ((unsigned char)c >= 0x80)
        decide(inert, XP_INERT_NO);
    if (is_word_byte(c))
        return;
    inert->operand = true; /* an operand as a string is */
    code(inert, c);
}

static void step(xp_inert *inert, char c)
{
    switch (inert->state) {
    case I_CODE: code(inert, c); break;
    case I_WORD: in_word(inert, c); break;
    case I_LESS: in_less(inert, c); break;
    case I_LESS_BANG:
    case I_LESS_DASH:
    case I_DASH:
    case I_DASH_DASH: in_html_comment(inert, c); break;
    case I_SIGN: decide(inert, in("<>=,;.)]}", c) ? XP_INERT_YES : XP_INERT_NO); break;
    case I_TAG:
    case I_TAG_CLOSED: in_tag(inert, c); break;
    case I_ATTRIBUTE:
    case I_STATEMENT:
    case I_AFTER: in_tag_word(inert, c); break;
    case I_SLASH: in_slash(inert, c); break;
    case I_REGEX:
    case I_REGEX_ESCAPE:
    case I_REGEX_CLASS:
    case I_REGEX_CLASS_ESCAPE: in_regex(inert, c); break;
    case I_FLAGS: in_flags(inert, c); break;
    case I_LINE:
    case I_BLOCK:
    case I_BLOCK_STAR: in_comment(inert, c); break;
    default: in_string(inert, c); break;
    }
}

static bool is_printable(char c)
{
    return (unsigned char)(c - ' ') < 0x7f - ' ';
}

/* The end of the bytes from `p` on that leave a string or regular expression as it is. */
static const char *skip_text(const char *p, const char *end, char mark)
{
    while (p < end && is_printable(*p) && *p != mark && *p != '\\' && *p != '$' && *p != '[' && *p != ']')
        p++;
    return p;
}

/* The same of a comment; no printable character is '\n'. */
static const char *skip_comment(const char *p, const char *end, char mark)
{
    while (p < end && is_printable(*p) && *p != mark)
        p++;
    return p;
}

/* Takes the rest of a word, as far as it is ASCII. */
static const char *take_word(xp_inert *inert, const char *p, const char *end)
{
    while (p < end && is_printable(*p) && is_word_byte(*p))
        add_to_word(inert, *p++);
    return p;
}

/* Takes what comes in runs; the first byte of anything else is for step(). */
static const char *take_run(xp_inert *inert, const char *p, const char *end)
{
    switch (inert->state) {
    case I_CODE:
        if (!inert->less)
            while (p < end && *p == ' ')
                p++;
        return p;
    case I_WORD:
    case I_ATTRIBUTE:
    case I_STATEMENT:
    case I_AFTER: return take_word(inert, p, end);
    case I_STRING: return skip_text(p, end, inert->quote);
    case I_REGEX: return skip_text(p, end, '/');
    case I_LINE: return skip_comment(p, end, '\n');
    case I_BLOCK: return skip_comment(p, end, '*');
    default: return p;
    }
}

void xp_inert_feed(xp_inert *inert, const char *text, size_t len)
{
    size_t room = (size_t)XP_INERT_MAX - inert->len, n = len < room ? len : room;
    const char *end = text + n;

    while (text < end && !inert->verdict) {
        text = take_run(inert, text, end);
        if (text < end)
            step(inert, *text++);
    }
    inert->len = (uint16_t)(inert->len + n);
    if (n < len)
        decide(inert, XP_INERT_NO);
}

xp_inert_verdict xp_inert_end(const xp_inert *inert)
{
    xp_inert last = *inert;

    if (!last.verdict)
        step(&last, '\n'); /* ends a word as the text's end does */
    if (last.verdict)
        return (xp_inert_verdict)last.verdict;
    switch (last.state) {
    case I_BLOCK:
    case I_BLOCK_STAR:
    case I_STRING:
    case I_STRING_ESCAPE:
    case I_STRING_CR: return XP_INERT_YES; /* not closed */
    case I_CODE: return last.code ? XP_INERT_NO : XP_INERT_YES;
    default: return XP_INERT_NO;
    }
}

bool xp_inert_is(const char *text, size_t len)
{
    xp_inert inert;

    xp_inert_start(&inert);
    xp_inert_feed(&inert, text, len);
    return xp_inert_end(&inert) == XP_INERT_YES;
}
