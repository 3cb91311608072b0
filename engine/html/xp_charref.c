/* A tokenizer need not know character references: no reference ends a value or a tag. They matter when a URL is judged, and a
 * pattern is ASCII; so the thousands of names for other characters are not here.
 */
#include "xp_charref.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "../bytes/xp_skip.h"

static const struct {
    const char *name;
    char c;
} NAMED[] = {
    { "amp;", '&' },
    { "AMP;", '&' },
    { "lt;", '<' },
    { "LT;", '<' },
    { "gt;", '>' },
    { "GT;", '>' },
    { "quot;", '"' },
    { "QUOT;", '"' },
    { "apos;", '\'' },
    { "sol;", '/' },
    { "bsol;", '\\' },
    { "colon;", ':' },
    { "semi;", ';' },
    { "period;", '.' },
    { "comma;", ',' },
    { "quest;", '?' },
    { "equals;", '=' },
    { "num;", '#' },
    { "percnt;", '%' },
    { "plus;", '+' },
    { "lowbar;", '_' },
    { "UnderBar;", '_' },
    { "commat;", '@' },
    { "excl;", '!' },
    { "dollar;", '$' },
    { "lpar;", '(' },
    { "rpar;", ')' },
    { "ast;", '*' },
    { "midast;", '*' },
    { "Tab;", '\t' },
    { "NewLine;", '\n' },
    { "lsqb;", '[' },
    { "lbrack;", '[' },
    { "rsqb;", ']' },
    { "rbrack;", ']' },
    { "lcub;", '{' },
    { "lbrace;", '{' },
    { "rcub;", '}' },
    { "rbrace;", '}' },
    { "verbar;", '|' },
    { "vert;", '|' },
    { "VerticalLine;", '|' },
    { "Hat;", '^' },
    { "grave;", '`' },
    { "DiacriticalGrave;", '`' },
    /* These may lack the semicolon, but not before '=' or a letter or digit (13.2.5.73). */
    { "amp", '&' },
    { "AMP", '&' },
    { "lt", '<' },
    { "LT", '<' },
    { "gt", '>' },
    { "GT", '>' },
    { "quot", '"' },
    { "QUOT", '"' },
};

static int digit_of(char c, int base)
{
    if (xp_is_digit(c))
        return c - '0';
    if (base == 16 && (c | 0x20) >= 'a' && (c | 0x20) <= 'f')
        return (c | 0x20) - 'a' + 10;
    return -1;
}

/* "&#…" or "&#x…" at p: its length, or 0. */
static size_t numeric(const char *p, const char *end, char *out)
{
    const char *q = p + 2;
    int base = 10;
    uint32_t code = 0;
    const char *digits;

    if (q < end && (*q == 'x' || *q == 'X')) {
        base = 16;
        q++;
    }
    for (digits = q; q < end && digit_of(*q, base) >= 0; q++)
        if (code < 0x110000)
            code = code * (uint32_t)base + (uint32_t)digit_of(*q, base);
    if (q == digits)
        return 0;
    if (q < end && *q == ';')
        q++;
    *out = code > 0 && code < 0x80 ? (char)code : (char)0xFF;
    return (size_t)(q - p);
}

/* "&name;" at p, more than "&" and a byte: its length, or 0. */
static size_t named(const char *p, const char *end, char *out)
{
    size_t room = (size_t)(end - p) - 1, run = 0;

    while (run < room && xp_is_alnum(p[1 + run]))
        run++;
    if (run < room && p[1 + run] == '=') /* as nearly always: a query's parameter */
        return 0;
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++) {
        size_t n;
        char next;

        if (p[1] != NAMED[i].name[0]) /* nearly always */
            continue;
        n = strlen(NAMED[i].name);
        next = n < room ? p[1 + n] : ';';
        if (n > room || memcmp(p + 1, NAMED[i].name, n))
            continue;
        if (NAMED[i].name[n - 1] != ';' && (next == '=' || xp_is_alnum(next)))
            continue;
        *out = NAMED[i].c;
        return n + 1;
    }
    return 0;
}

/* What lies between references moves in one go. */
size_t xp_charref_decode(char *value, size_t len)
{
    const char *p = value, *end = value + len;
    char *out = value;

    for (;;) {
        const char *amp = xp_skip_to(p, end, '&');
        size_t n = 0;

        if (out != p)
            memmove(out, p, (size_t)(amp - p));
        out += amp - p;
        if (amp >= end)
            return (size_t)(out - value);
        *out = '&';
        if (end - amp > 2)
            n = amp[1] == '#' ? numeric(amp, end, out) : named(amp, end, out);
        out++;
        p = amp + (n ? n : 1);
    }
}
