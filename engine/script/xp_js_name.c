/* See xp_js_name.h. Which letters are some (ID_Start, ID_Continue: thousands of them) is not asked, only which characters are certainly none. */
#include "xp_js_name.h"

#include <stdbool.h>
#include <string.h>

#include "xp_js_lex.h"

/* The character at p, in UTF-8, and how long it is; what is not UTF-8 is a letter of whatever charset. */
static size_t decode(const unsigned char *p, const unsigned char *end, unsigned *c)
{
    size_t n = *p >= 0xf0 ? 4 : *p >= 0xe0 ? 3 : 2;

    *c = *p & (0xffu >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if ((size_t)(end - p) <= i || (p[i] & 0xc0) != 0x80) {
            *c = 'a';
            return 1;
        }
        *c = *c << 6 | (p[i] & 0x3f);
    }
    return n;
}

/* Punctuation and signs, which are in no name: what word processors make of quotes and hyphens, above all. */
static bool is_sign(unsigned c)
{
    static const unsigned SIGNS[][2] = { { 0x80, 0xa9 },     { 0xab, 0xb4 },     { 0xb6, 0xb6 },
                                         { 0xb8, 0xb9 },     { 0xbb, 0xbf },     { 0xd7, 0xd7 },
                                         { 0xf7, 0xf7 },     { 0x2000, 0x200b }, { 0x200e, 0x203e },
                                         { 0x2041, 0x2070 }, { 0x2190, 0x2bff }, { 0x3000, 0x3004 },
                                         { 0x3008, 0x3020 }, { 0xff01, 0xff0f }, { 0x1f000, 0x1faff } };

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (c >= SIGNS[i][0] && c <= SIGNS[i][1])
            return true;
    return false;
}

/* An escape in a name, \u0061 or \u{61}: how long it is; 0: it is none. */
static size_t escape(const unsigned char *p, const unsigned char *end)
{
    static const char HEX[] = "0123456789abcdefABCDEF";
    bool braced = end - p > 2 && p[2] == '{';
    size_t from = braced ? 3 : 2, n = from, most = braced ? 9 : 6;

    if (end - p < 2 || p[1] != 'u')
        return 0;
    while (n < most && (size_t)(end - p) > n && memchr(HEX, p[n], sizeof HEX - 1))
        n++;
    if (braced)
        return n > from && (size_t)(end - p) > n && p[n] == '}' ? n + 1 : 0;
    return n == most ? n : 0;
}

size_t xp_js_name(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *from = p;
    unsigned c;

    while (p < end) {
        size_t n = *p == '\\'   ? escape(p, end)
                   : *p >= 0x80 ? decode(p, end, &c)
                                : xp_js_is_letter(*p) || xp_js_is_digit(*p) || *p == '_' || *p == '$';

        if (!n || (*p >= 0x80 && is_sign(c)))
            break;
        p += n;
    }
    return (size_t)(p - from);
}
