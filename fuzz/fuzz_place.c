/* Where snippets go. The input's first bytes are the options and the way the page is cut; the rest is the page. What must hold: places in
 * order, of what is not settled; each found or left out for a reason; the same as in one piece; and once a comment stands in each, they are
 * found again.
 */
#include "engine/xp_place.h"
#include "fuzz/kit.h"

enum { OPTIONS = 4, OUT_MAX = 1 << 16 };

typedef struct {
    course in;
    uint64_t last, at[XP_PLACES];
    bool found[XP_PLACES], any;
    xp_place *place;
    const xp_place_options *options;
    xp_place_reason reason;
} way;

static void on_found(void *ctx, xp_where where, uint64_t at)
{
    way *w = ctx;

    claim(where < XP_PLACES && w->options->snippets[where] && !w->found[where],
          "each place is found once, if it is asked for");
    claim(at >= w->in.settled && at <= w->in.fed, "what is settled has no place any more");
    claim(!w->any || at >= w->last, "places are found in order");
    w->found[where] = w->any = true;
    w->at[where] = w->last = at;
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    way *w = ctx;

    claim(to - from <= w->options->hold_limit, "no more is asked for than may be kept");
    return kept_of(&w->in, from, to);
}

static void feed(way *w, size_t len)
{
    char *piece = next_piece(&w->in, len);

    xp_place_feed(w->place, piece, len);
    piece_read(&w->in, piece, xp_place_settled(w->place));
    claim(w->in.fed - w->in.settled <= w->options->hold_limit, "no more is kept than may be");
}

static void run(way *w, xp_place_options options, const uint8_t *page, size_t len, unsigned seed)
{
    xp_place *place = malloc(xp_place_size()); /* anew, so that what the last page has left is nobody's */

    claim(place != NULL, "there is memory");
    memset(w, 0, sizeof *w);
    w->in.page = page;
    w->in.len = len;
    w->place = place;
    options.ctx = w;
    w->options = &options;
    xp_place_init(place, &options);
    while (w->in.fed < len)
        feed(w, next_cut(&seed, len - w->in.fed, 40));
    xp_place_end(place);
    claim(xp_place_settled(place) == len && xp_place_done(place), "in the end all is settled");
    w->reason = xp_place_reason_of(place);
    for (int i = 0; i < XP_PLACES; i++)
        claim(w->found[i] || !options.snippets[i] || w->reason, "what is left out has a reason");
    w->options = NULL;
    w->place = NULL;
    free(place);
}

static bool same(const way *a, const way *b)
{
    for (int i = 0; i < XP_PLACES; i++)
        if (a->found[i] != b->found[i] || a->at[i] != b->at[i])
            return false;
    return a->reason == b->reason;
}

/* One that is known by a word, one that is not ASCII, one that is nothing in particular. */
static const xp_snippet *snippet(int which)
{
    static const char KNOWN[] = "<script>gtag('config','G-ABCDEF1234')</script>", BEYOND[] = "<meta name=\"\xC3\xA9\">";
    static xp_snippet snippets[2];

    if (!snippets[0].text) {
        xp_snippet_read(&snippets[0], KNOWN, sizeof KNOWN - 1, NULL, 1, catalogue());
        xp_snippet_read(&snippets[1], BEYOND, sizeof BEYOND - 1, NULL, 1, catalogue());
    }
    return &snippets[which];
}

static xp_place_options options_of(const uint8_t *data)
{
    static const uint64_t LIMITS[] = { 262144, 262144, 1000, 200, 64, 10, 1, 0 };
    xp_place_options options = { .found = on_found, .kept = kept };

    options.rules = catalogue();
    options.hold_limit = LIMITS[data[0] & 7];
    options.charset = (xp_charset)(data[0] >> 3 & 3);
    for (int i = 0; i < XP_PLACES; i++) {
        options.snippets[i] = data[1] >> i & 1 ? NULL : snippet(data[1] >> (3 + i) & 1);
        options.lengths[i] = options.snippets[i] ? options.snippets[i]->len : 0;
    }
    return options;
}

static const char COMMENT[] = "<!---->";

/* How many places were found before `at`, and at it too if `with`, in bytes of comments. */
static size_t comments(const way *w, uint64_t at, bool with)
{
    size_t n = 0;

    for (int i = 0; i < XP_PLACES; i++)
        n += w->found[i] && (w->at[i] < at || (with && w->at[i] == at)) ? sizeof COMMENT - 1 : 0;
    return n;
}

/* A comment in each place changes no other: they are found again, each before its comment or behind it. */
static void fill(const way *w, const xp_place_options *options)
{
    static uint8_t out[OUT_MAX];
    static way again;
    size_t n = 0;

    if (w->in.len > OUT_MAX / 2 || options->charset == XP_CHARSET_UNKNOWN || options->hold_limit < 262144)
        return;
    for (size_t at = 0; at <= w->in.len; at++) {
        for (size_t more = comments(w, at, true) - comments(w, at, false); more; more -= sizeof COMMENT - 1) {
            memcpy(out + n, COMMENT, sizeof COMMENT - 1);
            n += sizeof COMMENT - 1;
        }
        if (at < w->in.len)
            out[n++] = w->in.page[at];
    }
    run(&again, *options, out, n, 0);
    claim(again.reason == w->reason, "comments give no reason");
    for (int i = 0; i < XP_PLACES; i++)
        claim(again.found[i] == w->found[i] &&
                  (!w->found[i] || (again.at[i] >= w->at[i] + comments(w, w->at[i], false) &&
                                    again.at[i] <= w->at[i] + comments(w, w->at[i], true))),
              "with comments in them places are found again, where they were");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static way whole, pieces;
    xp_place_options options;

    if (size < OPTIONS)
        return 0;
    options = options_of(data);
    run(&whole, options, data + OPTIONS, size - OPTIONS, 0);
    run(&pieces, options, data + OPTIONS, size - OPTIONS,
        1u + (unsigned)data[2] + ((unsigned)data[3] << 8) + ((unsigned)data[1] << 16));
    claim(same(&whole, &pieces), "the cuts change nothing");
    fill(&whole, &options);
    return 0;
}
