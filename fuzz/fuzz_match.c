/* The search for literals: whatever the text, the same is found by every variant, in order, and where a naive reading of
 * the text finds a plain word too; and the same among many literals that begin alike. */
#include "fuzz/kit.h"

enum {
    FOUND_MAX = 4096,
    ALIKE = 30,
    OTHERS = 100
}; /* the others' ids begin at OTHERS, and what is found of them does not count */

typedef struct {
    size_t n;
    size_t at[FOUND_MAX][4];
    size_t last;
} finds;

static bool on_found(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    finds *f = ctx;
    size_t row[4] = { (size_t)id, from, mid, to };

    claim(from >= f->last && from < to && from <= mid && mid <= to && to - from <= XP_MATCH_WINDOW,
          "finds come in order");
    f->last = from;
    if (id >= OTHERS)
        return true;
    if (f->n < FOUND_MAX)
        memcpy(f->at[f->n], row, sizeof row);
    f->n++;
    return true;
}

/* The literals, and `alike` others for each that begin or end as it does. */
static xp_match *compiled(int alike)
{
    static const xp_literal LITERALS[] = {
        { "stats.example", 13, XP_MATCH_HOST, 0, false },
        { "stats.example/a.js", 18, XP_MATCH_HOST, 1, false },
        { "example", 7, XP_MATCH_HOST, 2, false },
        { "/matomo.js", 10, XP_MATCH_PATH, 3, false },
        { "/b/ss/", 6, XP_MATCH_PATH, 4, true },
        { "_paq.push", 9, XP_MATCH_TEXT, 5, false },
        { "ga('create'", 11, XP_MATCH_TEXT, 6, true },
        { "abcdef", 6, XP_MATCH_TEXT, 7, true },
        { "_gaq||[]", 8, XP_MATCH_TEXT, 8, false },
        { "dataLayer", 9, XP_MATCH_TEXT, 9, false },
        { "statsx.example.org/p", 20, XP_MATCH_HOST, 10, true },
        { "aaaaaa", 6, XP_MATCH_TEXT, 11, true },
        { "?id=G-<caps:6+>", 15, XP_MATCH_QUERY, 12, true },
        { "?id=x*y", 7, XP_MATCH_QUERY, 13, true },
    };

    enum { N = sizeof LITERALS / sizeof *LITERALS };
    static xp_literal all[N * (ALIKE + 1)];
    static char texts[N * ALIKE][32];
    size_t n = N;

    memcpy(all, LITERALS, sizeof LITERALS);
    for (size_t i = 0; i < N; i++)
        for (int k = 0; k < alike; k++, n++) {
            char *text = texts[n - N];
            int len = k % 3 ? snprintf(text, sizeof texts[0], "%s%c%d", LITERALS[i].text, k % 3 == 1 ? 'q' : '-', k)
                            : snprintf(text, sizeof texts[0], "%d%s", k, LITERALS[i].text);

            all[n] = (xp_literal){ text, (size_t)len, LITERALS[i].how, OTHERS, false };
        }
    return xp_match_build(all, n, for_good, NULL);
}

static void search(const xp_match *match, const uint8_t *text, size_t len, finds *f)
{
    char *copy = copy_of(text, len);

    f->n = 0;
    f->last = 0;
    xp_match_text(match, copy, len, on_found, f);
    free(copy);
}

/* A word that may stand within a word is found wherever it stands. */
static size_t plain_finds(const uint8_t *text, size_t len)
{
    size_t n = 0;

    for (size_t i = 0; i + 6 <= len; i++)
        n += !memcmp(text + i, "abcdef", 6) && (i == 0 || !((text[i - 1] | 32) >= 'a' && (text[i - 1] | 32) <= 'z')) &&
             (i == 0 || !((text[i - 1] >= '0' && text[i - 1] <= '9') || text[i - 1] == '_' || text[i - 1] == '$' ||
                          text[i - 1] >= 0x80));
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static finds all, same;
    static xp_match *match, *crowd;
    size_t plain = 0;

    match = match ? match : compiled(0);
    crowd = crowd ? crowd : compiled(ALIKE);
    claim(match && crowd, "the literals compile");
    xp_match_variant(match, 0);
    search(match, data, size, &all);
    for (int variant = 0; variant < 4; variant++) {
        xp_match_variant(match, variant);
        search(variant < 3 ? match : crowd, data, size, &same);
        claim(all.n == same.n && !memcmp(all.at, same.at, sizeof *all.at * (all.n < FOUND_MAX ? all.n : FOUND_MAX)),
              variant < 3 ? "the vectors do not matter" : "nor do other literals");
    }
    for (size_t i = 0; i < all.n && i < FOUND_MAX; i++)
        plain += all.at[i][0] == 7;
    if (all.n < FOUND_MAX)
        claim(plain >= plain_finds(data, size), "a plain word is found");
    return 0;
}
