/* The search for literals alone: MB/s for 25, 150 and 1,000 literals, against memchr('<') on the same text.
 *
 *     match [FILE]
 *
 * The text is JavaScript of our own making (or FILE), then texts made to hurt: the beginnings of literals without their ends,
 * words that all begin like one, and occurrences without a break. Medians of seven runs.
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../engine/catalogue/xp_match.h"

enum { SIZE = 4 << 20, RUNS = 7, MOST = 1000 };

static char text[SIZE];
static size_t ntext = SIZE;
static char names[MOST][40];
static xp_literal literals[MOST];
static unsigned seed = 1;

static unsigned dice(unsigned sides)
{
    seed = seed * 1103515245 + 12345;
    return (seed >> 16) % sides;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void *zeroed(void *ctx, size_t size)
{
    (void)ctx;
    return calloc(1, size);
}

/* ---- Literals and texts --------------------------------------------------------------------------------------------- */

static const char *const WORD[] = { "track",  "stat", "pixel", "click",    "count",   "visit", "beacon",
                                    "metric", "tag",  "data",  "audience", "insight", "heat",  "page",
                                    "site",   "user", "event", "report",   "cdn",     "log" };
static const char *const TLD[] = { "com", "net", "io", "de", "ru", "co.uk" };
enum { NWORDS = sizeof WORD / sizeof *WORD, NTLDS = sizeof TLD / sizeof *TLD };

static const char *const SYLLABLE[] = { "ad", "be", "ci", "do",  "fla", "gro",  "hi",  "jo",  "ka",
                                        "lu", "mi", "no", "pix", "qua", "rev",  "sno", "tra", "ur",
                                        "ve", "wi", "xi", "yo",  "zen", "stat", "met", "lyt" };
enum { NSYLLABLES = sizeof SYLLABLE / sizeof *SYLLABLE };

/* Hosts, calls and paths in the catalogue's proportions: names made up of syllables, with a word of the trade in every fourth. */
static void make_literals(void)
{
    for (unsigned i = 0; i < MOST; i++) {
        static const xp_match_how HOW[] = { XP_MATCH_HOST, XP_MATCH_TEXT, XP_MATCH_PATH, XP_MATCH_HOST };
        const char *a = i % 4 ? SYLLABLE[dice(NSYLLABLES)] : WORD[dice(NWORDS)];
        const char *b = SYLLABLE[dice(NSYLLABLES)], *c = SYLLABLE[dice(NSYLLABLES)];

        switch (HOW[i % 4]) {
        case XP_MATCH_HOST: snprintf(names[i], sizeof names[i], "%s%s%s.%s", a, b, c, TLD[dice(NTLDS)]); break;
        case XP_MATCH_PATH: snprintf(names[i], sizeof names[i], "/%s%s-%s.js", a, b, c); break;
        case XP_MATCH_TEXT:
            snprintf(names[i], sizeof names[i], "%s%s%s.push('%s'", i % 8 < 4 ? "_" : "", a, b, c);
            break;
        }
        literals[i] = (xp_literal){ names[i], strlen(names[i]), HOW[i % 4], (int)i, false };
    }
    /* what the texts that are made to hurt are made of */
    for (unsigned i = 0; i < 16; i++) {
        snprintf(names[i], sizeof names[i], "trackstat.com/%c", 'a' + i);
        literals[i] = (xp_literal){ names[i], strlen(names[i]), XP_MATCH_HOST, (int)i, false };
    }
}

static const char *const LINE[] = {
    "  var %s = function (%s, options) {\n",
    "    if (typeof %s === 'undefined' || !%s.length) { return; }\n",
    "    document.getElementById('%s').className = \"%s active\";\n",
    "    $('.%s > li').on('click', function (e) { e.preventDefault(); %s(e.target); });\n",
    "function(t,e){return t.%s&&e.%s?t[n]=e:void 0},r=n(12),o=n(7);",
    "    /* Keep the %s in step with the %s when the window is resized. */\n",
    "this.%s=Math.max(0,a.%s-1),i+=o[u>>>2]&255<<8,",
    "    window.setTimeout(function () { self.%s(self.%s); }, 250);\n",
    "  };\n",
};
static const char *const IDENT[] = { "element", "carousel", "value",  "index",    "handler", "state",
                                     "menu",    "items",    "config", "callback", "product", "statusText",
                                     "pages",   "userName", "e",      "countdown" };

static size_t make_javascript(char *out, size_t room)
{
    size_t n = 0;

    while (n + 256 < room) {
        const char *line = LINE[dice(sizeof LINE / sizeof *LINE)];
        const char *a = IDENT[dice(16)], *b = IDENT[dice(16)];

        for (; *line; line++) {
            if (line[0] == '%') {
                n += (size_t)snprintf(out + n, room - n, "%s", a);
                a = b;
                line++;
            } else {
                out[n++] = *line;
            }
        }
    }
    return n;
}

static void repeat(const char *unit)
{
    size_t len = strlen(unit);

    for (ntext = 0; ntext + len < SIZE; ntext += len)
        memcpy(text + ntext, unit, len);
}

/* ---- Measuring ------------------------------------------------------------------------------------------------------ */

static size_t hits;

static bool found(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    (void)ctx;
    hits += (size_t)(id >= 0 && from < to && mid <= to);
    return true;
}

static double run_match(const xp_match *match, size_t piece)
{
    double start = now();

    hits = 0;
    for (size_t at = 0; at < ntext; at += piece)
        xp_match_text(match, text + at, ntext - at < piece ? ntext - at : piece, found, NULL);
    return now() - start;
}

static double run_memchr(void)
{
    const char *p = text, *end = text + ntext;
    double start = now();

    hits = 0;
    while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
        hits++;
        p++;
    }
    return now() - start;
}

/* Median MB/s; without a match that of memchr. */
static double measure(const xp_match *match, size_t piece)
{
    double took[RUNS];

    for (int i = 0; i < RUNS; i++)
        took[i] = match ? run_match(match, piece) : run_memchr();
    qsort(took, RUNS, sizeof *took, by_value);
    return (double)ntext / took[RUNS / 2] / 1e6;
}

static void report(const char *what, size_t n, size_t piece)
{
    static const char *const VARIANT[] = { "best", "portable", "baseline" };
    xp_match *match = xp_match_build(literals, n, zeroed, NULL);
    double floor = measure(NULL, 0);

    for (int variant = 0; variant < 3; variant++) {
        double mbs;

        xp_match_variant(match, variant);
        mbs = measure(match, piece);
        printf("%-34s %5zu literals  %-9s %7.0f MB/s  %5.2f x memchr  %zu hits\n", what, n, VARIANT[variant], mbs,
               mbs / floor, hits);
    }
}

int main(int argc, char **argv)
{
    static const size_t NUMBER[] = { 25, 150, 1000 };
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;

    make_literals();
    ntext = file ? fread(text, 1, SIZE, file) : make_javascript(text, SIZE);
    printf("text of %zu bytes, memchr('<') %.0f MB/s\n", ntext, measure(NULL, 0));
    for (int i = 0; i < 3; i++)
        report(file ? "file" : "JavaScript", NUMBER[i], SIZE);
    report("texts of 8000 bytes", MOST, 8000);
    report("texts of 100 bytes", MOST, 100);
    repeat("trackstat.com/ ");
    report("sixteen literals but for the end", MOST, SIZE);
    repeat("trackstat.com/a ");
    report("nothing but occurrences", MOST, SIZE);
    repeat("trackstatistics ");
    report("eight bytes of a literal", MOST, SIZE);
    repeat("trac trac. ");
    report("four bytes of a literal", MOST, SIZE);
    repeat("a.");
    report("words of one letter", MOST, SIZE);
    repeat("abcdefgh");
    report("one long word", MOST, SIZE);
    return 0;
}
