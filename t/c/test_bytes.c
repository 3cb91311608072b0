/* The searches that look at many bytes at once are held against ones that look at each. */
#include <stdlib.h>
#include <string.h>

#include "engine/bytes/xp_skip.h"
#include "tap.h"

enum { LEN = 96 };

static bool ends_part(char c)
{
    return c && strchr("#?\\\t\n\r", c);
}

static bool is_either(char c)
{
    return c == '"' || c == '&';
}

static bool is_low(char c)
{
    return (unsigned char)c <= '>';
}

static bool is_quote(char c)
{
    return c == '"';
}

static const char *slow(const char *p, const char *end, bool (*is)(char))
{
    while (p < end && !is(*p))
        p++;
    return p;
}

/* Wrong answers about text[from, to). */
static int wrong_about(const char *text, size_t from, size_t to)
{
    const char *p = text + from, *end = text + to;

    return (xp_skip_to(p, end, '"') != slow(p, end, is_quote)) +
           (xp_skip_to_either(p, end, '"', '&') != slow(p, end, is_either)) +
           (xp_skip_above(p, end, '>') != slow(p, end, is_low)) + (xp_skip_in_url(p, end) != slow(p, end, ends_part));
}

static void test_skips(void)
{
    static const char RARE[] = "\"&>#?\\\t\n\r: ";
    unsigned seed = 1;
    int wrong = 0;

    for (int round = 0; round < 400; round++) {
        char *text = malloc(LEN); /* of this very size, so that reading beyond it is seen */

        for (size_t i = 0; i < LEN; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = seed >> 28 ? (char)(0x40 + (seed >> 16 & 0xBF)) : RARE[(seed >> 16) % 11];
        }
        for (size_t from = 0; from <= LEN; from++)
            wrong += wrong_about(text, from, LEN);
        for (size_t to = 0; to < LEN; to++)
            wrong += wrong_about(text, 0, to);
        free(text);
    }
    ok(wrong == 0, "every search stops where one byte by byte does");
}

static void test_words(void)
{
    int lower = 0, equal = 0, up_to = 0;

    for (int c = 0; c < 256; c++)
        for (size_t at = 0; at < 8; at++) {
            char bytes[8], want[8];
            uint64_t word;

            memset(bytes, c ^ 0xFF, sizeof bytes);
            bytes[at] = (char)c;
            for (size_t i = 0; i < sizeof bytes; i++)
                want[i] = xp_lower(bytes[i]);
            word = xp_load8_in_order(bytes);
            lower += xp_lower8(xp_load8(bytes)) != xp_load8(want);
            for (int other = 1; other < 127; other++) {
                uint64_t there = UINT64_C(0x80) << 8 * at, elsewhere = XP_EACH8(0x80) & ~there;

                equal +=
                    xp_is8(word, (char)other) != ((c == other ? there : 0) | ((c ^ 0xFF) == other ? elsewhere : 0));
                up_to +=
                    xp_up_to8(word, (char)other) != ((c <= other ? there : 0) | ((c ^ 0xFF) <= other ? elsewhere : 0));
            }
        }
    ok(lower == 0, "eight bytes are put into lower case as one is");
    ok(equal == 0, "... and compared");
    ok(up_to == 0, "... and ranked");
}

static void test_spaces(void)
{
    static const char TEXT[] = "  \t\r\n\f  x";

    ok(xp_skip_space(TEXT, TEXT + 9) == TEXT + 8 && xp_skip_space(TEXT, TEXT + 1) == TEXT + 1 &&
           xp_skip_space(TEXT + 8, TEXT + 9) == TEXT + 8,
       "white space is passed");
    ok(xp_load8("abcdefg") == (xp_load8("abcdefgh") & xp_first8(7)) && !(xp_load8("abcdefgh") & xp_first8(0)),
       "what is behind a short name is masked");
}

int main(void)
{
    test_skips();
    test_words();
    test_spaces();
    return tap_done();
}
