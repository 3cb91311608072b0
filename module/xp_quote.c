#include "xp_quote.h"

#include "apr_strings.h"

/* How many bytes the character takes (RFC 3629); 0 if there is none: neither more bytes than it needs, nor half of a pair, nor beyond U+10FFFF. */
static apr_size_t utf8(const unsigned char *p)
{
    const unsigned char low = *p == 0xe0   ? 0xa0
                              : *p == 0xf0 ? 0x90
                                           : 0x80,
                        high = *p == 0xed   ? 0x9f
                               : *p == 0xf4 ? 0x8f
                                            : 0xbf;
    const apr_size_t len = *p < 0x80 ? 1 : *p < 0xc2 ? 0 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : *p < 0xf5 ? 4 : 0;

    for (apr_size_t i = 1; i < len; i++)
        if (p[i] < (i == 1 ? low : 0x80) || p[i] > (i == 1 ? high : 0xbf))
            return 0;
    return len;
}

static int is_plain(const unsigned char *p)
{
    return *p >= 0x20 && *p != 0x7f && *p != '"' && *p != '\\' && utf8(p);
}

const char *xp_quote(apr_pool_t *p, const char *text)
{
    static const char HEX[] = "0123456789abcdef";
    const unsigned char *from = (const unsigned char *)text;
    char *quoted, *to;

    while (*from && is_plain(from))
        from += utf8(from);
    if (!*from)
        return text;
    quoted = to = apr_palloc(p, 5 * strlen(text) + 1);
    for (from = (const unsigned char *)text; *from;) {
        apr_size_t len = is_plain(from) ? utf8(from) : 0;

        if (!len && (*from == '"' || *from == '\\'))
            *to++ = '\\', len = 1;
        if (!len) {
            memcpy(to, "\\\\x", 3);
            to[3] = HEX[*from >> 4];
            to[4] = HEX[*from++ & 15];
            to += 5;
        }
        while (len--)
            *to++ = (char)*from++;
    }
    *to = '\0';
    return quoted;
}
