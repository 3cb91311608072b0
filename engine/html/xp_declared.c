/* See xp_declared.h. */
#include "xp_declared.h"

#include <string.h>

#include "../bytes/xp_skip.h"

enum { FIRST = 256, SLICE = 16384 };

/* ---- A meta's words ------------------------------------------------------------------------------------------------------------ */

static bool is_utf_16(const char *label, size_t len)
{
    static const char WORD[] = "utf-16";
    const size_t n = sizeof WORD - 1;

    for (size_t i = 0; i + n <= len; i++)
        if (xp_is_word(label + i, n, WORD))
            return true;
    return false;
}

xp_charset xp_declared_of_meta(const char *value, size_t len)
{
    xp_trim(&value, &len);
    return is_utf_16(value, len) ? XP_CHARSET_ASCII : xp_charset_of(value, len);
}

/* Where the value of "charset=" begins in a content attribute, which seldom has any '='; else NULL. */
static const char *find_charset(const char *value, const char *end)
{
    static const char WORD[] = "charset";
    const size_t n = sizeof WORD - 1;

    for (const char *p = value; (p = xp_skip_to(p, end, '=')) < end; p++) {
        const char *word = p;

        while (word > value && xp_is_space(word[-1]))
            word--;
        if ((size_t)(word - value) >= n && xp_is_word(word - n, n, WORD))
            return p + 1;
    }
    return NULL;
}

/* HTML 2.5.3, extracting a character encoding from a meta element. */
xp_charset xp_declared_of_content(const char *value, size_t len)
{
    const char *end = value + len, *p = find_charset(value, end), *to;
    char quote = '\0';

    if (!p)
        return XP_CHARSET_UNKNOWN;
    while (p < end && xp_is_space(*p))
        p++;
    if (p < end && (*p == '"' || *p == '\''))
        quote = *p++;
    for (to = p; to < end && (quote ? *to != quote : *to != ';' && !xp_is_space(*to)); to++)
        ;
    return xp_declared_of_meta(p, (size_t)(to - p));
}

/* ---- The beginning --------------------------------------------------------------------------------------------------------------- */

bool xp_declared_mark(xp_beginning *beginning, const char *bytes, size_t len, xp_charset *charset)
{
    static const struct {
        unsigned char bytes[4];
        uint8_t len, charset;
    } MARKS[] = { { { 0xEF, 0xBB, 0xBF, 0 }, 3, XP_CHARSET_ASCII },
                  { { 0xFE, 0xFF, 0, 0 }, 2, XP_CHARSET_UNSAFE },
                  { { 0xFF, 0xFE, 0, 0 }, 2, XP_CHARSET_UNSAFE },
                  { { 0x00, 0x00, 0xFE, 0xFF }, 4, XP_CHARSET_UNSAFE } };
    bool found = false;

    for (size_t i = 0; i < len && !xp_beginning_known(beginning); i++) {
        beginning->bytes[beginning->len++] = (unsigned char)bytes[i];
        for (size_t m = 0; m < sizeof MARKS / sizeof *MARKS; m++)
            if (beginning->len == MARKS[m].len && !memcmp(beginning->bytes, MARKS[m].bytes, MARKS[m].len)) {
                *charset = (xp_charset)MARKS[m].charset;
                found = true;
            }
    }
    return found;
}

/* How many of the first `n` bytes end with a tag, all if there is none: what a cut goes through is read byte by byte. */
static size_t to_tag(const char *bytes, size_t n)
{
    size_t end = n;

    while (end && bytes[end - 1] != '>')
        end--;
    return end ? end : n;
}

/* Nearly every page that declares its charset does so with its first tags: those are the first slice. */
static size_t size_of_slice(uint64_t offset, const char *bytes, size_t len)
{
    uint64_t most = offset < FIRST ? FIRST : offset < XP_EARLY ? XP_EARLY - offset : SLICE;

    if (len <= most)
        return len;
    return offset < FIRST ? to_tag(bytes, (size_t)most) : (size_t)most;
}

size_t xp_declared_slice(uint64_t offset, const char *bytes, size_t len, bool *escape)
{
    const size_t n = size_of_slice(offset, bytes, len);
    const char *found = n ? memchr(bytes, 0x1B, n) : NULL;

    *escape = found;
    return found ? (size_t)(found - bytes) : n;
}
