/* The variants of xp_plain_skip() hold each other in check, and what it skips is held against what may be skipped. */
#include <stdlib.h>
#include <string.h>

#include "engine/html/xp_plain.h"
#include "tap.h"

/* How many bytes are skipped; every variant must agree, wherever the text lies in a block. `body`: only what decides where a body ends is
 * not skipped. */
static size_t skipped(const char *text, size_t len, bool body)
{
    size_t best = (size_t)((body ? xp_plain_skip_body : xp_plain_skip)(text, text + len) - text);

    for (int kind = XP_PLAIN_BEST; kind <= XP_PLAIN_PORTABLE; kind++)
        if ((size_t)(xp_plain_skip_by((xp_plain_kind)kind, body, text, text + len) - text) != best)
            return (size_t)-1;
    return best;
}

/* The text, with 0 to 130 bytes before and behind it, is skipped up to `at`; SIZE_MAX: all of it. */
static void is_skipped(const char *text, size_t at, bool body, const char *what)
{
    char room[512];
    size_t len = strlen(text), wrong = 0;

    for (size_t before = 0; before < 131; before++)
        for (size_t behind = 8; behind < 131; behind += 61) {
            size_t all = before + len + behind, want = at == (size_t)-1 ? all : before + at;

            memset(room, 'x', sizeof room);
            memcpy(room + before, text, len);
            wrong += skipped(room, all, body) != want;
        }
    ok(wrong == 0, "%s%s: %s", what, body ? ", where a body's end is looked for" : "", text);
}

static void test_tags(void)
{
    static const char *const PLAIN[] = { "<p>",
                                         "</p>",
                                         "<a href=\"x\" title='a > b'>",
                                         "</a title=\"<script>\">",
                                         "<li class=x data-a=\"b\" hidden>",
                                         "<b data-x='\"<img src=y>\"'>",
                                         "<time datetime=\"2026\">",
                                         "<A HREF=x/>",
                                         "<o:p ></o:p>",
                                         "<td\n\tcolspan=2\r\nrowspan=2>" };
    static const char *const LEFT[] = { "<img src=x>", "<IMG SRC=x>",   "</svg>",       "<script>",
                                        "<!-- x -->",  "<?x?>",         "< p>",         "</ p>",
                                        "<3",          "<a =\"x\">",    "<a b= \"x\">", "<a\"b\">",
                                        "<a b\"c=\">", "<a=\"<img>\">", "<a b=\"x\"",   "<a b=x" };
    static const char *const BODY[] = {
        "</body>", "</HTML>", "<table class=\"a\">", "</object>", "<script>", "<!---->"
    };
    static const char *const NO_BODY[] = { "<img src=x>", "<link rel=\"a\">", "<meta charset='a'>",
                                           "<tbody>",     "</header>",        "<option value=\"</body>\">" };

    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        is_skipped(PLAIN[i], (size_t)-1, false, "skipped");
    for (size_t i = 0; i < sizeof LEFT / sizeof *LEFT; i++)
        is_skipped(LEFT[i], 0, false, "left to the states");
    is_skipped("<p><b>x</b><img>", 11, false, "skipped up to the image");
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        is_skipped(PLAIN[i], (size_t)-1, true, "skipped");
    for (size_t i = 0; i < sizeof BODY / sizeof *BODY; i++) {
        is_skipped(BODY[i], 0, true, "left to the states");
        is_skipped(NO_BODY[i], (size_t)-1, true, "skipped");
    }
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void test_random(void)
{
    static const char BYTES[] =
        "<<<>>==\"\"''//ab pimgscript \n!\xBC\xBE\xBD\xA2\xA7"; /* the last: signs with the highest bit */
    unsigned seed = 1;
    size_t differ = 0, stopped = 0;

    for (int round = 0; round < 200000; round++) {
        char text[200];
        size_t len = next_random(&seed) % sizeof text, got;
        bool body = next_random(&seed) & 1;

        for (size_t i = 0; i < len; i++)
            text[i] = BYTES[next_random(&seed) % (sizeof BYTES - 1)];
        got = skipped(text, len, body);
        differ += got == (size_t)-1;
        stopped += got < len && text[got] == '<';
    }
    ok(differ == 0, "200,000 random texts: the variants agree");
    ok(stopped > 1000, "and stop at a '<'");
}

int main(void)
{
    test_tags();
    test_random();
    return tap_done();
}
