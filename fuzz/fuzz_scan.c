/* The engine as a whole. The input's first bytes are the options and the way the page is cut; the rest is the page. What must hold: edits
 * in order, of nothing that is settled; what stays has nothing put in but before it and behind the name in its start tag; the same edits
 * as in one piece; the same page the second time.
 */
#include "engine/bytes/xp_ascii.h"
#include "engine/page/xp_gate.h"
#include "engine/xp_scan.h"
#include "fuzz/kit.h"

enum { OPTIONS = 4, OUT_MAX = 1 << 20 };

typedef struct {
    course in;
    uint64_t done;
    xp_scan *scan;
    bool hold;
    xp_reason reason;
    unsigned hits, left[XP_LEFT_REASONS];
    size_t out_len;
    uint8_t out[OUT_MAX];
} way;

static void put(way *w, const void *bytes, size_t len)
{
    if (len > OUT_MAX - w->out_len)
        len = OUT_MAX - w->out_len;
    memcpy(w->out + w->out_len, bytes, len);
    w->out_len += len;
}

static bool is_before(const way *w, uint64_t at, const char *word)
{
    size_t len = strlen(word);

    for (size_t i = 0; i < len; i++)
        if (w->in.len - at < len || (w->in.page[at + i] | 0x20) != word[i])
            return false;
    return true;
}

static bool is_behind(const way *w, uint64_t at, const char *start)
{
    size_t len = strlen(start);

    for (size_t i = 0; i < len; i++)
        if (at < len || (w->in.page[at - len + i] | 0x20) != (start[i] | 0x20))
            return false;
    return true;
}

/* Names of what a script makes: nothing that ends the attribute which they stand in. */
static bool is_naming(const xp_edit *edit)
{
    static const char HEAD[] = " data-xpurpose-makes=\"";

    if (edit->form != XP_FORM_HELD_TOO || edit->npieces < 3 || edit->pieces[0].len != sizeof HEAD - 1 ||
        memcmp(edit->pieces[0].text, HEAD, sizeof HEAD - 1) != 0 || *edit->pieces[edit->npieces - 1].text != '"')
        return false;
    for (int i = 1; i < edit->npieces - 1; i++)
        for (size_t k = 0; k < edit->pieces[i].len; k++)
            if (!strchr("$_ +", edit->pieces[i].text[k]) && !xp_is_alnum(edit->pieces[i].text[k]))
                return false;
    return true;
}

/* What lets an element wait: a type, and names; another name of an attribute; or a copy behind the element. */
static bool is_holding(const way *w, const xp_edit *edit)
{
    uint64_t at = edit->from;
    bool type = is_behind(w, at, "<script") && (edit->form == XP_FORM_HELD || is_naming(edit));

    if (type)
        return true;
    if (edit->npieces == 3)
        return edit->form == XP_FORM_HELD_TOO && is_behind(w, at, ">");
    return is_before(w, at, "src") || (edit->form == XP_FORM_HELD_TOO && is_before(w, at, "type"));
}

/* An element that stays is the page's own. */
static void check_insertion(const way *w, const xp_edit *edit)
{
    uint64_t at = edit->from;

    claim(edit->from == edit->to, "what stays stays whole");
    if (edit->form == XP_FORM_HELD || edit->form == XP_FORM_HELD_TOO)
        claim(is_holding(w, edit), "what waits is set aside by its names");
    else if (edit->form == XP_FORM_GATE)
        claim((at < w->in.len && w->in.page[at] == '<') || is_behind(w, at, ">"),
              "a gate stands before a tag, or stubs behind a declaration");
    else
        claim(is_behind(w, at, "<script") ||
                  (edit->form == XP_FORM_SET_ASIDE && (is_behind(w, at, "<img") || is_behind(w, at, "<iframe"))),
              "an attribute is put behind the name");
}

static void on_edit(void *ctx, const xp_edit *edit)
{
    way *w = ctx;

    claim(edit->from >= w->done && edit->from >= w->in.settled && edit->to >= edit->from && edit->to <= w->in.len,
          "edits come in order, and of nothing that is settled");
    claim(edit->to > edit->from || edit->npieces, "an edit changes something");
    claim(!w->hold || !xp_form_removes(edit->form), "nothing of a held page goes");
    if (!xp_form_removes(edit->form))
        check_insertion(w, edit);
    put(w, w->in.page + w->done, (size_t)(edit->from - w->done));
    for (int i = 0; i < edit->npieces; i++)
        put(w, edit->pieces[i].text, edit->pieces[i].len);
    w->done = edit->to;
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    return kept_of(&((way *)ctx)->in, from, to);
}

static void feed(way *w, size_t len)
{
    char *piece = next_piece(&w->in, len);

    xp_scan_feed(w->scan, piece, len);
    piece_read(&w->in, piece, xp_scan_settled(w->scan));
}

static void run(way *w, xp_options options, const uint8_t *page, size_t len, uint32_t seed)
{
    free(w->scan); /* anew, so that what the last page has left is nobody's */
    w->scan = malloc(xp_scan_size());
    claim(w->scan != NULL, "there is memory");
    w->in.page = page;
    w->hold = options.hold;
    w->in.len = len;
    w->in.fed = w->out_len = 0;
    w->done = w->in.settled = 0;
    options.ctx = w;
    xp_scan_init(w->scan, &options);
    while (w->in.fed < len) {
        size_t n = len - w->in.fed;

        seed = seed ? seed * 1664525u + 1013904223u : 0;
        if (seed >> 29 && n > 1 + (seed >> 8) % 40) /* the lowest bits of such numbers alternate */
            n = 1 + (seed >> 8) % 40;
        feed(w, n);
    }
    xp_scan_end(w->scan);
    claim(xp_scan_settled(w->scan) == len, "in the end all is settled");
    w->reason = xp_scan_reason(w->scan);
    w->hits = xp_scan_hold_limit_hits(w->scan);
    for (int i = 0; i < XP_LEFT_REASONS; i++)
        w->left[i] = xp_scan_left(w->scan, (xp_left)i);
    put(w, page + w->done, len - (size_t)w->done);
}

static int same(const way *a, const way *b)
{
    return a->out_len == b->out_len && !memcmp(a->out, b->out, a->out_len) && a->reason == b->reason &&
           a->hits == b->hits && !memcmp(a->left, b->left, sizeof a->left);
}

/* A header's policies; NULL: there are none. */
static const xp_policies *policies_of(unsigned number, bool hold)
{
    static const char *const HEADERS[] = {
        "script-src 'self' 'unsafe-inline'",
        "script-src 'nonce-abc'",
        "script-src 'nonce-abc' 'nonce-def' data:, default-src 'nonce-abc'",
        "script-src '" XP_GATE_HASH "'",
        "script-src 'sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=' 'nonce-abc'",
        "script-src 'self'",
        "default-src 'self', script-src 'nonce-'",
        "img-src *"
    };
    static xp_policies policies;

    if (number < 8)
        return NULL;
    xp_gate_begin_policies(&policies, hold);
    xp_policies_add_header(&policies, HEADERS[number & 7], strlen(HEADERS[number & 7]));
    return &policies;
}

static xp_options options_of(const uint8_t *data)
{
    static const uint64_t LIMITS[] = { 262144, 262144, 1000, 200, 64, 10, 1, 0 };
    static const xp_gate_mode GATES[] = { XP_GATE_ON, XP_GATE_OFF, XP_GATE_ALL, XP_GATE_ON };
    static xp_vendor_set set;
    xp_options options = { .vendors = &set, .on_edit = on_edit, .kept = kept };

    for (int i = 0; i < xp_rules_vendors(catalogue()); i++)
        xp_set_add(&set, i);
    options.rules = catalogue();
    options.stubs = data[0] & 1;
    options.gate = GATES[(data[0] >> 1 & 1) | (data[0] >> 6 & 2)];
    options.hold = data[3] & 1;
    options.document = data[3] >> 1 & 1;
    options.policies = policies_of(data[3] >> 4, options.hold);
    options.charset = (xp_charset)(data[0] >> 2 & 3);
    options.hold_limit = LIMITS[data[0] >> 4 & 7];
    return options;
}

/* Whether a meta's policy may come while something waits for the charset's declaration. */
static bool has_early_policy(const way *w, const xp_options *options)
{
    static const char WORD[] = "security-policy";
    size_t len = w->in.len < 1024 ? w->in.len : 1024;

    for (size_t i = sizeof WORD - 1; options->charset == XP_CHARSET_UNKNOWN && i <= len; i++)
        if (is_behind(w, i, WORD))
            return true;
    return false;
}

/* Whether the second time may find more, with less behind it: what would have moved the charset's declaration has room then; and a policy that
 * came while something waited comes too late to be waited for. */
static bool has_more_room(const way *w, const xp_options *options)
{
    return w->left[XP_LEFT_CHARSET] || has_early_policy(w, options);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static way whole, pieces, twice;
    xp_options options;

    if (size < OPTIONS)
        return 0;
    options = options_of(data);
    run(&whole, options, data + OPTIONS, size - OPTIONS, 0);
    run(&pieces, options, data + OPTIONS, size - OPTIONS,
        1u + (uint32_t)data[1] + ((uint32_t)data[2] << 8) + ((uint32_t)data[3] << 16));
    claim(same(&whole, &pieces), "the cuts change nothing");
    if (!whole.reason && !has_more_room(&whole, &options) && options.hold_limit == 262144 && whole.out_len < OUT_MAX) {
        run(&twice, options, whole.out, whole.out_len, 0);
        claim(twice.out_len == whole.out_len && !memcmp(twice.out, whole.out, whole.out_len), "once is enough");
    }
    return 0;
}
