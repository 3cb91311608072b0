/* For tests of the engine as a whole: a small catalogue of invented vendors, and a page's way through the engine in pieces, with every
 * promise of the façade checked on the way. */
#ifndef SCAN_KIT_H
#define SCAN_KIT_H

#include "../../engine/xp_scan.h"

#include "tap.h"

/* ---- The catalogue (the program is linked without engine/catalogue/xp_vendors.c) -------------------------------------------------- */

#define KIT_VENDOR(name, cls)                                                                                          \
    {                                                                                                                  \
        name, cls, "invented", "2026-11"                                                                               \
    }

const xp_vendor_row xp_vendors[] = {
    KIT_VENDOR("acme", XP_CLASS_ANALYTICS), KIT_VENDOR("amp-analytics", XP_CLASS_ANALYTICS),
    KIT_VENDOR("bolt", XP_CLASS_PIXEL),     KIT_VENDOR("chop", XP_CLASS_ABTEST),
    KIT_VENDOR("dart", XP_CLASS_ANALYTICS), KIT_VENDOR("mark", XP_CLASS_SITE),
    KIT_VENDOR("veil", XP_CLASS_TAGMANAGER)
};
const size_t xp_vendors_count = sizeof xp_vendors / sizeof *xp_vendors;

const xp_pattern_row xp_patterns[] = {
    { "acme", XP_URL, "stats.acme.example", NULL },
    { "acme", XP_URL, "/acme-stats.js", NULL },
    { "acme", XP_INLINE, "acme.push(", "proof" },
    { "acme", XP_INLINE, "acme.set(", NULL },
    { "acme", XP_INLINE, "acme.map(", NULL },
    { "acme", XP_GLOBAL, "acme acmeOwn", NULL },
    { "acme", XP_BLOCK, "acme code begins", "acme code ends" },
    { "acme", XP_STUB, "window.acme=window.acme||[];", NULL },
    { "bolt", XP_URL, "bolt.example/t.gif", NULL },
    { "bolt", XP_URL, "cdn.bolt.example", NULL },
    { "bolt", XP_URL, "/bolt-beat.js", "known" },
    { "bolt", XP_ELEMENT, "script#bolt-js", NULL },
    { "bolt", XP_ELEMENT, "script[!src][id=bolt-js-extra]", NULL },
    { "chop", XP_URL, "chop.example", NULL },
    { "dart", XP_URL, "dart.example", NULL },
    { "dart", XP_STUB, "if(1<2)window.dart=1;", NULL },
    { "mark", XP_BLOCK, "mark:begin", "mark:end" },
    { "veil", XP_ELEMENT, "img[data-veil][src=*/p.gif]", NULL },
    { "veil", XP_ELEMENT, "iframe[class=veil]", NULL },
    { "veil", XP_ELEMENT, "script[data-veil-site=<uuid>]", NULL },
    { "veil", XP_URL, "veil.example", NULL },
    { "veil", XP_URL, "veil.example/lib", NULL },
    { "veil", XP_INLINE, ".veil-hide{opacity:0", NULL },
    { "veil", XP_MAKES, "veilFor veil_1", "/lib" },
    { "veil", XP_MAKES, "Veil", "veil.example/lib" },
};
const size_t xp_patterns_count = sizeof xp_patterns / sizeof *xp_patterns;

/* What stands in place of an element. */
#define ACME "<!--xpurpose: acme-->"
#define AMP  "<!--xpurpose: amp-analytics-->"
#define BOLT "<!--xpurpose: bolt-->"
#define MARK "<!--xpurpose: mark-->"
#define VEIL "<!--xpurpose: veil-->"

/* ---- A page's way through the engine --------------------------------------------------------------------------------------- */

enum { KIT_EDITS = 64 };

typedef struct {
    uint64_t from, to;
    int vendor;
    xp_form form;
} kit_edit;

typedef struct {
    /* What is asked for. */
    const char *page;
    size_t len;
    xp_options options;
    xp_vendor_set set;
    /* What came out. */
    char *out;
    size_t out_len, out_room;
    kit_edit edits[KIT_EDITS];
    int nedits;
    xp_reason reason;
    unsigned hits, left[XP_LEFT_REASONS];
    /* On the way. */
    xp_scan *scan;
    uint64_t fed, done, settled;
    uint64_t held_most; /* how many bytes the caller had to keep at most */
    const char *broken; /* the promise that was broken first */
    char *joined;       /* what was asked for last in one piece */
    int njoined;        /* how often */
} kit;

static const xp_rules *kit_rules;

static void *kit_grab(void *ctx, size_t size)
{
    static void *kept[64];
    static size_t n;

    (void)ctx;
    return n < sizeof kept / sizeof *kept ? kept[n++] = calloc(1, size) : NULL;
}

static void kit_out(kit *k, const char *bytes, size_t len)
{
    if (k->out_room - k->out_len < len + 1) {
        k->out_room = 2 * (k->out_len + len + 1);
        k->out = realloc(k->out, k->out_room);
        if (!k->out)
            exit(99);
    }
    memcpy(k->out + k->out_len, bytes, len);
    k->out_len += len;
    k->out[k->out_len] = '\0';
}

static void kit_break(kit *k, const char *promise)
{
    if (!k->broken)
        k->broken = promise;
}

static void kit_on_edit(void *ctx, const xp_edit *edit)
{
    kit *k = ctx;
    kit_edit e = { edit->from, edit->to, edit->vendor, edit->form };

    if (edit->from < k->done)
        kit_break(k, "edits come in order and never overlap");
    if (edit->from < k->settled)
        kit_break(k, "nothing that is settled is edited");
    if (edit->to < edit->from || edit->to > k->len)
        kit_break(k, "edits lie in the page");
    if (edit->to == edit->from && !edit->npieces)
        kit_break(k, "an edit changes something");
    if (edit->vendor >= 0 && (!edit->pattern || !*edit->pattern))
        kit_break(k, "an edit has a reason");
    if (k->broken)
        return;
    kit_out(k, k->page + k->done, (size_t)(edit->from - k->done));
    for (int i = 0; i < edit->npieces; i++)
        kit_out(k, edit->pieces[i].text, edit->pieces[i].len);
    k->done = edit->to;
    if (k->nedits < KIT_EDITS)
        k->edits[k->nedits] = e;
    k->nedits++;
}

/* A copy of exactly what is asked for, which is gone when the next is. */
static const char *kit_kept(void *ctx, uint64_t from, uint64_t to)
{
    kit *k = ctx;

    if (from < k->settled || from > to || to > k->fed)
        kit_break(k, "only what is kept is asked for");
    if (to - from > k->options.hold_limit)
        kit_break(k, "no more is asked for than may be held");
    free(k->joined);
    k->joined = tap_copy(k->page + from, (size_t)(to - from));
    k->njoined++;
    return k->joined;
}

/* The options stand in k->options, which kit_set() has filled with what is usual. */
static void kit_begin(kit *k, const char *page, size_t len)
{
    if (!k->scan)
        k->scan = malloc(xp_scan_size());
    if (!k->scan)
        exit(99);
    tap_forget(k->scan, xp_scan_size());
    k->page = page;
    k->len = len;
    k->out_len = 0;
    k->nedits = 0;
    k->njoined = 0;
    k->fed = k->done = k->settled = k->held_most = 0;
    k->broken = NULL;
    k->options.vendors = &k->set;
    k->options.ctx = k;
    kit_out(k, "", 0);
    xp_scan_init(k->scan, &k->options);
}

/* The next `len` bytes, as a copy of exactly that size. */
static void kit_feed(kit *k, size_t len)
{
    char *copy = tap_copy(k->page + k->fed, len);
    uint64_t settled;

    k->fed += len;
    xp_scan_feed(k->scan, copy, len);
    free(copy);
    free(k->joined);
    k->joined = NULL;
    settled = xp_scan_settled(k->scan);
    if (settled < k->settled)
        kit_break(k, "what is settled stays settled");
    if (settled > k->fed)
        kit_break(k, "only what was fed is settled");
    k->settled = settled;
    if (k->fed - settled > k->held_most)
        k->held_most = k->fed - settled;
}

static void kit_end(kit *k)
{
    xp_scan_end(k->scan);
    if (xp_scan_settled(k->scan) != k->fed)
        kit_break(k, "in the end all is settled");
    if (k->fed != k->len)
        kit_break(k, "the test feeds the page");
    k->reason = xp_scan_reason(k->scan);
    k->hits = xp_scan_hold_limit_hits(k->scan);
    for (int i = 0; i < XP_LEFT_REASONS; i++)
        k->left[i] = xp_scan_left(k->scan, (xp_left)i);
    if (!k->broken)
        kit_out(k, k->page + k->done, (size_t)(k->len - k->done));
}

/* Page in pieces: up to a, up to b, the rest. */
static void kit_run(kit *k, const char *page, size_t len, size_t a, size_t b)
{
    kit_begin(k, page, len);
    kit_feed(k, a);
    kit_feed(k, b - a);
    kit_feed(k, len - b);
    kit_end(k);
}

static void kit_run_bytes(kit *k, const char *page, size_t len, size_t each)
{
    kit_begin(k, page, len);
    for (size_t at = 0; at < len; at += each)
        kit_feed(k, len - at < each ? len - at : each);
    kit_end(k);
}

/* Is what came out of both the same? */
static bool kit_same(const kit *a, const kit *b)
{
    if (b->broken || a->out_len != b->out_len || memcmp(a->out, b->out, a->out_len) != 0 || a->nedits != b->nedits ||
        a->reason != b->reason || a->hits != b->hits || memcmp(a->left, b->left, sizeof a->left) != 0)
        return false;
    for (int i = 0; i < a->nedits && i < KIT_EDITS; i++)
        if (a->edits[i].from != b->edits[i].from || a->edits[i].to != b->edits[i].to ||
            a->edits[i].vendor != b->edits[i].vendor || a->edits[i].form != b->edits[i].form)
            return false;
    return true;
}

static void kit_set(kit *k)
{
    static const xp_options USUAL = {
        .hold_limit = 262144, .charset = XP_CHARSET_ASCII, .stubs = true, .on_edit = kit_on_edit, .kept = kit_kept
    };

    if (!kit_rules)
        kit_rules = xp_rules_build(NULL, 0, kit_grab, NULL);
    if (!kit_rules) {
        diag("the catalogue does not compile");
        exit(99);
    }
    memset(&k->set, 0, sizeof k->set);
    xp_catalogue_default(&k->set);
    xp_set_add(&k->set, 5); /* the site's own */
    k->options = USUAL;
    k->options.rules = kit_rules;
}

/* What came out, with one of our scripts' text as one word. */
static TAP_UNUSED const char *kit_shortened(const kit *k, const char *text, size_t len, const char *word)
{
    static char out[1 << 16];
    char *to = out;

    for (const char *at = k->out, *found;; at = found + len) {
        found = strstr(at, text);
        to += sprintf(to, "%.*s%s", found ? (int)(found - at) : (int)strlen(at), at, found ? word : "");
        if (!found)
            return out;
    }
}

/* `whole` has had its page in one piece: it is the same wherever it is cut, and what came out stays as it is when it comes again. */
static TAP_UNUSED void kit_settles(const kit *whole)
{
    static kit pieces, twice;
    size_t len = whole->len;
    int bad = 0;

    pieces.options = twice.options = whole->options;
    pieces.set = twice.set = whole->set;
    for (size_t at = 0; at <= len; at++) {
        kit_run(&pieces, whole->page, len, at, at + (len - at) / 2);
        bad += !kit_same(whole, &pieces);
    }
    kit_run_bytes(&pieces, whole->page, len, 1);
    is_int(bad + !kit_same(whole, &pieces), 0, "I1: ... the same wherever it is cut");
    kit_run(&twice, whole->out, whole->out_len, whole->out_len, whole->out_len);
    is_str(twice.out, whole->out, "I4: ... once is enough");
}

#endif
