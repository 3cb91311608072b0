/* Text from outside: see xp_out.h. */
#include "xp_out.h"

#include <stdbool.h>
#include <string.h>

/* How many bytes at `p` are one character in UTF-8 (Unicode 16, table 3-7); 0: none are. */
static size_t character(const unsigned char *p, size_t n)
{
    size_t len = p[0] < 0x80                   ? 1
                 : p[0] >= 0xC2 && p[0] < 0xE0 ? 2
                 : (p[0] & 0xF0) == 0xE0       ? 3
                 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4
                                               : 0;

    if (len > n || (len > 2 && ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
                                (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))))
        return 0;
    for (size_t i = 1; i < len; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

static unsigned number_of(const unsigned char *p, size_t len)
{
    unsigned c = len == 1 ? p[0] : p[0] & (0xFFu >> (len + 1));

    for (size_t i = 1; i < len; i++)
        c = c << 6 | (p[i] & 0x3F);
    return c;
}

/* C0, DEL and C1 steer a terminal; so do, for whoever reads, the marks, embeddings, overrides and isolates of the bidirectional algorithm, and
 * the two that end a line. */
static bool steers(unsigned c)
{
    return c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void xp_out_text(FILE *to, const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;

    for (size_t i = 0, n; i < len; i += n ? n : 1) {
        unsigned c;

        n = character(p + i, len - i);
        c = n ? number_of(p + i, n) : p[i];
        if (n && !steers(c))
            fwrite(p + i, 1, n, to);
        else
            fprintf(to, n > 1 ? "\\u%04x" : "\\x%02x", c);
    }
}

void xp_out_string(FILE *to, const char *text)
{
    xp_out_text(to, text, strlen(text));
}

void xp_out_json(const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;

    putchar('"');
    for (size_t i = 0, n; i < len; i += n ? n : 1) {
        unsigned c;

        n = character(p + i, len - i);
        c = n ? number_of(p + i, n) : 0xFFFD;
        if (!n || steers(c))
            printf("\\u%04x", c);
        else if (c == '"' || c == '\\')
            printf("\\%c", (int)c);
        else
            fwrite(p + i, 1, n, stdout);
    }
    putchar('"');
}

void xp_out_json_key(const char *key)
{
    printf(", \"%s\": ", key);
}

void xp_out_json_string(const char *key, const char *text)
{
    xp_out_json_key(key);
    if (text)
        xp_out_json(text, strlen(text));
    else
        fputs("null", stdout);
}

void xp_out_json_number(const char *key, uint64_t n)
{
    xp_out_json_key(key);
    printf("%llu", (unsigned long long)n);
}

void xp_out_json_name(const char *name)
{
    const unsigned char *p = (const unsigned char *)name;
    size_t len = strlen(name), i = 0;

    fputs("\"name\": ", stdout);
    xp_out_json(name, len);
    for (size_t n; i < len && (n = character(p + i, len - i)); i += n)
        ;
    if (i == len)
        return;
    xp_out_json_key("name_hex");
    putchar('"');
    for (; *p; p++)
        printf("%02x", (unsigned)*p);
    putchar('"');
}
