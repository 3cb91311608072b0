/* The variants of xp_head_skip() hold each other in check, and what it passes over is held against what it may. */
#include <stdlib.h>
#include <string.h>

#include "engine/html/xp_head.h"
#include "tap.h"

enum { DIFFERS = -1 };

/* How many bytes are passed over, script elements included; every variant must agree, wherever the text lies in a block. */
static long passed(const char *text, size_t len, int *scripts)
{
    long all[XP_PLAIN_PORTABLE + 1] = { 0 };

    for (int kind = XP_PLAIN_BEST; kind <= XP_PLAIN_PORTABLE; kind++) {
        const char *end = text + len, *behind = text;

        for (*scripts = 0; behind; *scripts += behind != NULL) {
            const char *p = xp_head_skip_by((xp_plain_kind)kind, behind, end, &behind);

            all[kind] = (behind ? behind : p) - text;
        }
        if (all[kind] != all[0])
            return DIFFERS;
    }
    return all[0];
}

/* The text, with white space before it and a head's end behind, is passed over up to `at`; -1: all of it. */
static void is_passed(const char *text, int at, int scripts, const char *what)
{
    static const char BEHIND[] =
        "</head><body><p>what follows, so that there is another block of 64 bytes behind the text</p></body>";
    char room[512];
    size_t len = strlen(text);
    int wrong = 0, found;

    for (size_t before = 0; before < 131; before++) {
        memset(room, '\n', before);
        memcpy(room + before, text, len);
        memcpy(room + before + len, BEHIND, sizeof BEHIND - 1);
        wrong += passed(room, before + len + sizeof BEHIND - 1, &found) != (long)before + (at < 0 ? (long)len : at) ||
                 found != scripts;
    }
    ok(wrong == 0, "%s: %s", what, text);
}

static void test_elements(void)
{
    static const char *const PASSED[] = { "<meta name=\"a\" content='b > c'>",
                                          "<LINK rel=stylesheet href=/a.css>\t\f\r\n <link\nhref=\"b\" />",
                                          "<title>a < b </titles></title>",
                                          "<style>a{content:\"</p>\"}</style><STYLE media=x></style>",
                                          "<meta><link/><title></TITLE>" };
    static const char *const SCRIPT[] = { "<script async src=\"x\"></script>",
                                          "<script>if (a < b && c > d) {}</SCRIPT>",
                                          "<ScRiPt type='a'>'</scripts>' + '</'</script>" };
    static const char *const LEFT[] = { "<base href=x>",
                                        "<!-- x -->",
                                        "<noscript></noscript>",
                                        "</meta>",
                                        "<metas>",
                                        "<met>",
                                        "x<meta>",
                                        "<meta/a\"b>",
                                        "<meta a= \"b\">",
                                        "<meta =\"b\">",
                                        "<style></style >",
                                        "<title></title/>",
                                        "<script><!--</script>",
                                        "<script></script\n>",
                                        "<style>x",
                                        "<style data-xpurpose=\"keep\"></style>",
                                        "<script\nDATA-XPURPOSE=x></script>",
                                        "<template></template>",
                                        "<titleabc>",
                                        "< meta>" };

    for (size_t i = 0; i < sizeof PASSED / sizeof *PASSED; i++)
        is_passed(PASSED[i], -1, 0, "passed over");
    for (size_t i = 0; i < sizeof SCRIPT / sizeof *SCRIPT; i++)
        is_passed(SCRIPT[i], -1, 1, "passed over, and handed out");
    for (size_t i = 0; i < sizeof LEFT / sizeof *LEFT; i++)
        is_passed(LEFT[i], 0, 0, "left to the states");
    is_passed("<meta><script></script>\n<link><script>1</script><base>", 48, 2, "up to what is not");
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void test_random(void)
{
    static const char *const PIECES[] = {
        "<meta ",    "<link ", "<title>", "</title>", "<style ", "</style>", "<script",
        "</script>", ">",      "\"",      "'",        "=",       "/",        " ",
        "\n",        "a",      "<",       "!",        "x",       "xpurpose", "\xBC\xBE\xBD",
        "<script>"
    };
    unsigned seed = 1;
    int differ = 0, some = 0, scripts, handed = 0;

    for (int round = 0; round < 200000; round++) {
        char text[400], *copy;
        size_t len = 0, n = next_random(&seed) % 40;
        long got;

        for (size_t i = 0; i < n; i++) {
            const char *piece = PIECES[next_random(&seed) % (sizeof PIECES / sizeof *PIECES)];

            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        copy = malloc(len +
                      1); /* so that not a byte beyond is read; at the end a variant must not know more than another */
        memcpy(copy, text, len);
        got = passed(copy, len, &scripts);
        free(copy);
        differ += got == DIFFERS;
        some += got > 0;
        handed += scripts;
    }
    ok(differ == 0, "200,000 random texts: the variants agree");
    ok(some > 1000 && handed > 100, "and pass over something, and hand out scripts");
}

int main(void)
{
    test_elements();
    test_random();
    return tap_done();
}
