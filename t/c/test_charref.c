/* Character references: each by itself, and in texts made of all of them with runs of others between. */
#include "../../engine/html/xp_charref.h"

#include "tap.h"

static const struct {
    const char *from, *to;
} PARTS[] = {
    { "&amp;", "&" },
    { "&amp", "&" },
    { "&AMP;", "&" },
    { "&lt", "<" },
    { "&quot;", "\"" },
    { "&sol;", "/" },
    { "&period;", "." },
    { "&colon", "&colon" },
    { "&Amp;", "&Amp;" },
    { "&eacute;", "&eacute;" },
    { "&#38;", "&" },
    { "&#x26", "&" },
    { "&#X2f;", "/" },
    { "&#0;", "\xFF" },
    { "&#233;", "\xFF" },
    { "&#x110000;", "\xFF" },
    { "&#99999999999", "\xFF" },
    { "&#;", "&#;" },
    { "&#x;", "&#x;" },
    { "&#xg", "&#xg" },
    { "&", "&" },
    { "&&", "&&" },
    { "&;", "&;" },
    { "&amp=", "&amp=" },
    { "&ampx", "&ampx" },
    { "&Tab;", "\t" },
    { "&lowbar;", "_" },
    { "&&amp;", "&&" },
    { "&amp;amp;", "&amp;" },
    { "&amp;&#35;", "&#" },
};
enum { PART = sizeof PARTS / sizeof *PARTS };

/* Nothing of a reference begins or ends in them. */
static const char *const RUNS[] = { "-",   " ",  "/", "-a run of sixteen bytes and some more, which takes vectors-",
                                    "-=-", "|;|" };
enum { RUN = sizeof RUNS / sizeof *RUNS };

static void check(const char *from, size_t n, const char *want, size_t nwant, const char *name)
{
    char *value = tap_copy(from, n); /* of its own size, so that a sanitizer sees every read beyond */
    size_t len = xp_charref_decode(value, n);

    is_mem(value, len, want, nwant, "%s", name);
    free(value);
}

int main(void)
{
    unsigned seed = 1;

    for (size_t i = 0; i < PART; i++)
        check(PARTS[i].from, strlen(PARTS[i].from), PARTS[i].to, strlen(PARTS[i].to), PARTS[i].from);
    check("", 0, "", 0, "nothing");
    for (int i = 0; i < 100; i++) {
        char from[2000] = "", to[2000] = "";

        for (int k = i % 12; k >= 0; k--) {
            size_t part = (seed = seed * 1664525u + 1013904223u) >> 16;

            strcat(strcat(from, PARTS[part % PART].from), RUNS[part / PART % RUN]);
            strcat(strcat(to, PARTS[part % PART].to), RUNS[part / PART % RUN]);
        }
        check(from, strlen(from), to, strlen(to), from);
    }
    return tap_done();
}
