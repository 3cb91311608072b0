/* The bucket work. The engine speaks stream offsets; here they become splits and deletions, so that no byte of the page is copied
 * and files stay what they are.
 *
 * Two brigades, made once. `held` has what the engine has seen but not settled, at most an undecided element; `out` has what may
 * go. Data moves from held to out as it is settled and is deleted on the way if an edit says so. Metadata buckets stand in held
 * at their place between the data and move with it; only a FLUSH cannot wait for an undecided element: a second one is sent
 * ahead at once.
 *
 * When the whole response is in the first brigade nothing is passed before all of it is settled, so that httpd can tell its
 * exact Content-Length. That takes no memory as long as the data is in memory or mapped already; if it has to be read into
 * fresh memory, or falls into a great many pieces, streaming takes over.
 *
 * What waits for the next call is set aside, as buckets may only live as long as the call that brought them. Short pieces are
 * gathered in a buffer, or a page that arrives byte by byte would cost a hundred bytes of bookkeeping for each of its own.
 */
#include "xp_page.h"

#include "http_log.h"
#include "http_request.h"
#include "apr_strings.h"

#include "xp_count.h"
#include "xp_site.h"

APLOG_USE_MODULE(xpurpose);

enum {
    SLICE = 131072,            /* bytes fed at once while streaming */
    PASS_BYTES = 65536,        /* settled bytes that are passed on without waiting for more … */
    PASS_BUCKETS = 1024,       /* … or buckets */
    WHOLE_FRESH = 65536,       /* bytes read into fresh memory before streaming takes over … */
    WHOLE_BYTES = 1 << 24,     /* … or bytes in all */
    JOIN = 128,                /* bytes between two texts that are copied */
    LONG = 3 * XP_PIECE_LASTS, /* bytes from which on a text is referred to */
    SHORT = 512                /* bytes up to which a waiting piece is copied */
};

struct xp_page {
    ap_filter_t *f;
    xp_request *request;
    xp_scan *scan;
    xp_options options;
    xp_policies policies;
    xp_vendor_set vendors; /* that may be removed */
    xp_vendor_set met;     /* that were, or are kept from loading */
    apr_bucket_brigade *held, *out;
    apr_uint64_t left;   /* stream offset of the first byte in held … */
    apr_uint64_t fed;    /* … and of the one behind its last */
    apr_bucket *buffer;  /* the bucket at held's end that has room for short pieces, or NULL */
    apr_bucket *texts;   /* where the texts that are put in are kept, in no brigade, or NULL; … */
    apr_size_t used;     /* … so much of it is taken … */
    apr_bucket *text;    /* … and this bucket of out ends there, or NULL */
    char *joined;        /* what was asked for in one piece, while the engine reads it, or NULL */
    apr_bucket *flush;   /* a FLUSH in held that has been sent ahead, or NULL */
    apr_uint64_t ready;  /* bytes in out */
    unsigned nready;     /* buckets in out */
    apr_size_t fresh;    /* bytes read into fresh memory while whole */
    apr_status_t failed; /* an edit could not be carried out */
    unsigned edits;      /* of whatever form */
    unsigned cut;        /* elements that are gone, and … */
    apr_uint64_t bytes;  /* … how long they were */
    unsigned gated;      /* elements that stay, but do not load what they would */
    unsigned waiting;    /* elements that wait as a whole until somebody looks */
    apr_uint64_t passed; /* bytes that have been passed on … */
    int complete;        /* … and have all come by behind what else there is */
    int dry, whole, begun, ended;
};

/* ---- From held to out ------------------------------------------------------------------------------------------------------ */

/* A few bytes between two texts are copied behind the first: each bucket costs the kernel more than that. */
static int joins_text(xp_page *page, apr_bucket *e)
{
    const char *data;
    apr_size_t len;
    apr_bucket_heap *heap;

    if (!page->text || page->text != APR_BRIGADE_LAST(page->out) || e->length > JOIN ||
        apr_bucket_read(e, &data, &len, APR_NONBLOCK_READ) != APR_SUCCESS)
        return 0;
    heap = page->texts->data;
    if (heap->alloc_len - page->used < len)
        return 0;
    memcpy(heap->base + page->used, data, len);
    page->used += len;
    page->text->length += len;
    page->ready += len;
    apr_bucket_delete(e);
    return 1;
}

static void release(xp_page *page, apr_bucket *e)
{
    if (e == page->buffer)
        page->buffer = NULL;
    if (e == page->flush)
        page->flush = NULL;
    if (!APR_BUCKET_IS_METADATA(e)) {
        if (joins_text(page, e))
            return;
        page->ready += e->length;
    }
    APR_BUCKET_REMOVE(e);
    APR_BRIGADE_INSERT_TAIL(page->out, e);
    page->nready++;
}

/* Splits off the first `n` bytes. A bucket that cannot be split is copied, which only a foreign type can make necessary. */
static apr_status_t split(apr_bucket *e, apr_size_t n)
{
    apr_status_t rv = apr_bucket_split(e, n);
    const char *data;
    apr_size_t len;
    apr_bucket *copy;

    if (rv == APR_SUCCESS)
        return rv;
    rv = apr_bucket_read(e, &data, &len, APR_BLOCK_READ);
    if (rv != APR_SUCCESS || len < n)
        return rv == APR_SUCCESS ? APR_EGENERAL : rv;
    copy = apr_bucket_heap_create(data + n, len - n, NULL, e->list);
    APR_BUCKET_INSERT_AFTER(e, copy);
    copy = apr_bucket_heap_create(data, n, NULL, e->list);
    APR_BUCKET_INSERT_BEFORE(e, copy);
    apr_bucket_delete(e);
    return APR_SUCCESS;
}

/* Moves what is before the stream offset `upto` from held to out, or deletes it. Metadata moves in any case. */
static apr_status_t settle(xp_page *page, apr_uint64_t upto, int drop)
{
    while (!APR_BRIGADE_EMPTY(page->held)) {
        apr_bucket *e = APR_BRIGADE_FIRST(page->held);

        if (!APR_BUCKET_IS_METADATA(e)) {
            if (page->left >= upto)
                break;
            if (e->length > upto - page->left) {
                apr_bucket *before = APR_BUCKET_PREV(e);
                apr_status_t rv = split(e, (apr_size_t)(upto - page->left));

                if (e == page->buffer)
                    page->buffer = NULL;
                if (rv != APR_SUCCESS)
                    return rv;
                e = APR_BUCKET_NEXT(before);
            }
            page->left += e->length;
            if (drop) {
                if (e == page->buffer)
                    page->buffer = NULL;
                apr_bucket_delete(e);
                continue;
            }
        }
        release(page, e);
    }
    return APR_SUCCESS;
}

static apr_status_t pass(xp_page *page)
{
    apr_status_t rv = APR_SUCCESS;

    page->whole = 0;
    page->passed += page->ready;
    page->ready = page->nready = 0;
    page->text = NULL;
    if (page->ended && !page->request->eligible) /* nobody tells when it has arrived */
        xp_page_report(page);
    if (!APR_BRIGADE_EMPTY(page->out)) {
        rv = ap_pass_brigade(page->f->next, page->out);
        apr_brigade_cleanup(page->out);
    }
    if (page->ended || rv != APR_SUCCESS) /* the client has gone: there will be no end to report at */
        xp_page_report(page);
    return rv;
}

/* ---- Edits ------------------------------------------------------------------------------------------------------------------------ */

/* Room for `len` bytes of text at the end of out. Whatever is larger than a bucket's own bookkeeping takes two pages of memory when
 * it is allocated by itself, so the texts of a page share a buffer; apr_brigade_write() leaves a shared one alone. */
static char *room_for(xp_page *page, apr_size_t len)
{
    apr_bucket_alloc_t *list = page->f->c->bucket_alloc;
    apr_bucket_heap *heap = page->texts ? page->texts->data : NULL;

    if (!heap || heap->alloc_len - page->used < len) {
        apr_size_t room = len > APR_BUCKET_BUFF_SIZE ? len : APR_BUCKET_BUFF_SIZE;

        if (page->texts)
            apr_bucket_destroy(page->texts);
        page->texts = apr_bucket_heap_create(apr_bucket_alloc(room, list), room, apr_bucket_free, list);
        page->used = 0;
        page->text = NULL;
        heap = page->texts->data;
    }
    if (!page->text || page->text != APR_BRIGADE_LAST(page->out)) {
        apr_bucket_copy(page->texts, &page->text);
        page->text->start = (apr_off_t)page->used;
        page->text->length = 0;
        APR_BRIGADE_INSERT_TAIL(page->out, page->text);
        page->nready++;
    }
    page->text->length += len;
    page->used += len;
    page->ready += len;
    return heap->base + page->used - len;
}

/* Puts a long text into out where it lies: in the module, or in the pool of this process's configuration. A process that a graceful
 * restart ends keeps both until its last request is answered, as it keeps the rules themselves. */
static void refer_to(xp_page *page, const xp_piece *piece)
{
    apr_bucket *e = apr_bucket_immortal_create(piece->text, piece->len, page->f->c->bucket_alloc);

    APR_BRIGADE_INSERT_TAIL(page->out, e);
    page->ready += piece->len;
    page->nready++;
}

/* Copies the short pieces from `piece` on; returns the first long one, or `end`. To refer to a text takes two buckets, so a stub of two
 * kilobytes is copied sooner. */
static const xp_piece *copy(xp_page *page, const xp_piece *piece, const xp_piece *end)
{
    const xp_piece *from = piece;
    apr_size_t len = 0;
    char *text;

    while (piece < end && piece->len < LONG)
        len += piece++->len;
    if (!len)
        return piece;
    text = room_for(page, len);
    for (; from < piece; text += from++->len)
        memcpy(text, from->text, from->len);
    return piece;
}

/* Puts the pieces that replace an element, or stand before what stays, into out. */
static void insert(xp_page *page, const xp_edit *edit)
{
    const xp_piece *end = edit->pieces + edit->npieces;

    for (const xp_piece *piece = copy(page, edit->pieces, end); piece < end; piece = copy(page, piece + 1, end))
        refer_to(page, piece);
}

static void log_edit(const xp_page *page, const xp_edit *edit)
{
    apr_uint64_t bytes = edit->to - edit->from;
    int removes = xp_form_removes(edit->form);

    for (int i = 0; !removes && i < edit->npieces; i++)
        bytes += edit->pieces[i].len;
    ap_log_rerror(APLOG_MARK, APLOG_TRACE1, 0, page->f->r,
                  "%s at %" APR_UINT64_T_FMT ", %" APR_UINT64_T_FMT " bytes%s: vendor %s, pattern %s",
                  xp_form_name(edit->form), edit->from, bytes, removes ? "" : " put in",
                  edit->vendor >= 0 ? xp_rules_name(xp_site_rules(), edit->vendor) : "-",
                  edit->pattern ? edit->pattern : "-");
}

/* The gate itself is no element of the page's: what it is put in for counts. Nor is what else is put in for an element that waits. */
static void count_edit(xp_page *page, const xp_edit *edit)
{
    if (xp_form_removes(edit->form)) {
        page->cut++;
        page->bytes += edit->to - edit->from;
        xp_count_cut(edit->vendor, edit->to - edit->from);
    } else if (edit->form == XP_FORM_HELD) {
        page->waiting++;
        xp_count_held(edit->vendor);
    } else if (edit->form != XP_FORM_GATE && edit->form != XP_FORM_HELD_TOO) {
        page->gated++;
        xp_count_gated(edit->vendor);
    }
}

static void note_edit(xp_page *page, const xp_edit *edit)
{
    page->edits++;
    count_edit(page, edit);
    if (edit->form != XP_FORM_GATE && edit->vendor >= 0)
        xp_set_add(&page->met, edit->vendor);
    if (APLOG_R_IS_LEVEL(page->f->r, APLOG_TRACE1))
        log_edit(page, edit);
}

static void on_edit(void *ctx, const xp_edit *edit)
{
    xp_page *page = ctx;

    note_edit(page, edit);
    if (page->dry || page->failed != APR_SUCCESS)
        return;
    page->failed = settle(page, edit->from, 0);
    if (page->failed != APR_SUCCESS)
        return;
    insert(page, edit);
    page->failed = settle(page, edit->to, 1);
}

/* ---- Texts in one piece -------------------------------------------------------------------------------------------------------- */

static void let_go(xp_page *page)
{
    if (page->joined)
        apr_bucket_free(page->joined);
    page->joined = NULL;
}

/* Copies the bytes [from, to) out of held, where they are all in memory by now. They stand near its end, which may be far from its
 * beginning: a block of comments may hold a great many scripts in a great many buckets. */
static const char *kept(void *ctx, apr_uint64_t from, apr_uint64_t to)
{
    xp_page *page = ctx;
    apr_uint64_t at = page->fed;

    let_go(page);
    page->joined = apr_bucket_alloc((apr_size_t)(to - from) + 1, page->f->c->bucket_alloc);
    for (apr_bucket *e = APR_BRIGADE_LAST(page->held); at > from && e != APR_BRIGADE_SENTINEL(page->held);
         e = APR_BUCKET_PREV(e)) {
        apr_uint64_t begin, end;
        const char *data;
        apr_size_t len;

        if (APR_BUCKET_IS_METADATA(e))
            continue;
        if (apr_bucket_read(e, &data, &len, APR_BLOCK_READ) != APR_SUCCESS || len > at)
            return NULL;
        end = at < to ? at : to;
        at -= len;
        begin = at < from ? from : at;
        if (begin < end)
            memcpy(page->joined + (begin - from), data + (begin - at), (apr_size_t)(end - begin));
    }
    return at > from ? NULL : page->joined;
}

/* ---- Verdict ---------------------------------------------------------------------------------------------------------------------- */

/* True if something else has gone on behind us than we have passed. What packs pages changes every length but that of nothing. */
static int is_late(const xp_page *page)
{
    const xp_request *request = page->request;

    if (!request->watched || (request->recoded && page->passed))
        return 0;
    return request->arrived != page->passed;
}

/* Of a page in which something was done. */
static xp_verdict verdict_of_edited(const xp_page *page)
{
    if (page->dry)
        return XP_DRYRUN_VERDICT;
    if (xp_scan_left(page->scan, XP_LEFT_CSP))
        return page->options.hold ? XP_HELD_CSP_VERDICT : XP_STRIPPED_CSP_VERDICT;
    if (xp_scan_left(page->scan, XP_LEFT_CHARSET))
        return page->options.hold ? XP_HELD_CHARSET_VERDICT : XP_STRIPPED_CHARSET_VERDICT;
    return page->options.hold ? XP_HELD_VERDICT : XP_STRIPPED_VERDICT;
}

static xp_verdict verdict_of(const xp_page *page)
{
    if (page->complete && xp_scan_reason(page->scan) == XP_REASON_NONE && is_late(page))
        return XP_LATE_VERDICT;
    if (page->edits)
        return verdict_of_edited(page);
    switch (xp_scan_reason(page->scan)) {
    case XP_REASON_AMBIGUOUS: return XP_AMBIGUOUS_VERDICT;
    case XP_REASON_CHARSET: return XP_CHARSET_VERDICT;
    case XP_REASON_NOT_HTML: return XP_NOT_HTML_VERDICT;
    case XP_REASON_FRAGMENT: return XP_FRAGMENT_VERDICT;
    case XP_REASON_NONE: break;
    }
    if (!page->dry && xp_scan_left(page->scan, XP_LEFT_CSP))
        return XP_CSP_VERDICT;
    if (!page->dry && xp_scan_left(page->scan, XP_LEFT_CHARSET))
        return XP_CHARSET_VERDICT;
    if (xp_scan_hold_limit_hits(page->scan))
        return XP_HOLD_LIMIT_VERDICT;
    return page->dry ? XP_DRYRUN_VERDICT : XP_CLEAN_VERDICT;
}

static const char *names_of(apr_pool_t *p, const xp_vendor_set *set)
{
    const xp_rules *rules = xp_site_rules();
    apr_array_header_t *names = apr_array_make(p, 8, sizeof(const char *));

    for (int i = 0; i < xp_rules_vendors(rules); i += set->bits[i / 64] ? 1 : 64 - i % 64)
        if (xp_set_has(set, i))
            APR_ARRAY_PUSH(names, const char *) = xp_rules_name(rules, i);
    return apr_array_pstrcat(p, names, ',');
}

void xp_page_pass(request_rec *r, xp_request *request, xp_verdict verdict)
{
    if (request->reported)
        return;
    request->reported = 1;
    apr_table_setn(r->notes, "xpurpose", xp_verdict_name(verdict));
    xp_count_page(verdict, 0);
    ap_log_rerror(APLOG_MARK, APLOG_DEBUG, 0, r, "%s: %s", xp_purpose_name(request->purpose), xp_verdict_name(verdict));
}

/* Counts what stayed, and tells it for the log; "" if there is nothing. */
static const char *report_left(const xp_page *page)
{
    const char *text = "";

    for (int why = 0; why < XP_LEFT_REASONS; why++) {
        unsigned n = xp_scan_left(page->scan, (xp_left)why);

        xp_count_left((xp_left)why, n);
        if (n)
            text = apr_psprintf(page->f->r->pool, "%s, %u left for %s", text, n, xp_left_name((xp_left)why));
    }
    return text;
}

void xp_page_report(xp_page *page)
{
    static const char *const WHY[] = { "", ", rest of the page ambiguous", ", rest of the page in an unsafe charset",
                                       ", data or a script", ", no document" };
    request_rec *r = page->f->r;
    xp_verdict verdict = verdict_of(page);
    unsigned hits = xp_scan_hold_limit_hits(page->scan);
    const char *names, *left;

    if (page->request->reported)
        return;
    page->request->reported = 1;
    left = report_left(page);
    names = names_of(r->pool, &page->met);
    apr_table_setn(r->notes, "xpurpose", xp_verdict_name(verdict));
    apr_table_setn(r->notes, "xpurpose-cut", apr_itoa(r->pool, (int)page->cut));
    apr_table_setn(r->notes, "xpurpose-bytes", apr_off_t_toa(r->pool, (apr_off_t)page->bytes));
    apr_table_setn(r->notes, "xpurpose-gated", apr_itoa(r->pool, (int)page->gated));
    if (page->options.hold)
        apr_table_setn(r->notes, "xpurpose-held", apr_itoa(r->pool, (int)page->waiting));
    if (*names)
        apr_table_setn(r->notes, "xpurpose-vendors", names);
    xp_count_page(verdict, hits);
    ap_log_rerror(APLOG_MARK, APLOG_DEBUG, 0, r,
                  "%s: %s, %u elements, %" APR_UINT64_T_FMT
                  " bytes, %u gated, %u held%s%s, %u past the hold limit%s%s%s",
                  xp_purpose_name(page->request->purpose), xp_verdict_name(verdict), page->cut, page->bytes,
                  page->gated, page->waiting, *names ? " of " : "", names, hits, left, WHY[xp_scan_reason(page->scan)],
                  xp_scan_is_fragment(page->scan) ? ", part of a table: no stubs" : "");
}

static void arrives(void *ctx)
{
    xp_page *page = ctx;

    page->complete = 1;
    if (page->ended)
        xp_page_report(page);
}

/* ---- The page's course -------------------------------------------------------------------------------------------------------------- */

xp_page *xp_page_begin(ap_filter_t *f, xp_request *request, const xp_outlook *outlook, int dry)
{
    request_rec *r = f->r;
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    xp_page *page = apr_pcalloc(r->pool, sizeof *page);

    page->f = f;
    page->request = request;
    page->dry = dry;
    page->held = apr_brigade_create(r->pool, f->c->bucket_alloc);
    page->out = apr_brigade_create(r->pool, f->c->bucket_alloc);
    xp_config_vendors(conf, &page->vendors);
    page->options.rules = xp_site_rules();
    page->options.vendors = &page->vendors;
    page->options.hold_limit = xp_config_hold_limit(conf);
    page->options.charset = outlook->charset;
    page->options.gate = xp_config_gate(conf);
    page->options.hold = request->holds;
    page->options.document = request->holds && request->wanted == XP_WANTED_UNTOLD;
    page->options.stubs = !request->holds && xp_config_stubs(conf);
    page->policies = outlook->policies;
    page->options.policies = &page->policies;
    page->options.on_edit = on_edit;
    page->options.kept = kept;
    page->options.ctx = page;
    request->arrives = arrives;
    request->page = page;
    page->scan = apr_palloc(r->pool, xp_scan_size());
    xp_scan_init(page->scan, &page->options);
    return page;
}

/* Everything that is still held goes: the page has ended, or the rest of it is not judged. */
static apr_status_t end(xp_page *page)
{
    apr_status_t rv;

    if (page->ended)
        return APR_SUCCESS;
    page->ended = 1;
    xp_scan_end(page->scan);
    if (xp_scan_reason(page->scan) == XP_REASON_NOT_HTML || xp_scan_reason(page->scan) == XP_REASON_FRAGMENT)
        page->request->eligible = 0; /* its headers can stay as they are */
    rv = settle(page, APR_UINT64_MAX, 0);
    if (page->texts)
        apr_bucket_destroy(page->texts);
    page->texts = page->text = NULL;
    return page->failed != APR_SUCCESS ? page->failed : rv;
}

/* A bucket of nothing before `e`, behind which there is room for `len` bytes: in the last one's memory, if there is any left. Whatever
 * else stands between them, memory is no more than what is gathered, and a page. */
static apr_bucket *room_before(xp_page *page, apr_bucket *e, apr_size_t len)
{
    apr_bucket_alloc_t *list = page->f->c->bucket_alloc;
    apr_bucket *last = page->buffer, *buffer;
    apr_size_t used = last ? (apr_size_t)last->start + last->length : 0;

    if (last && ((apr_bucket_heap *)last->data)->alloc_len - used >= len) {
        apr_bucket_copy(last, &buffer);
        buffer->start = (apr_off_t)used;
    } else {
        apr_size_t room = len > APR_BUCKET_BUFF_SIZE ? len : APR_BUCKET_BUFF_SIZE;

        buffer = apr_bucket_heap_create(apr_bucket_alloc(room, list), room, apr_bucket_free, list);
    }
    buffer->length = 0;
    APR_BUCKET_INSERT_BEFORE(e, buffer);
    return buffer;
}

/* Copies a short piece to the buffer at the end of held. */
static void gather(xp_page *page, apr_bucket *e, const char *data, apr_size_t len)
{
    apr_bucket *buffer = page->buffer;
    apr_bucket_heap *heap = buffer ? buffer->data : NULL;

    if (!buffer || APR_BUCKET_PREV(e) != buffer || heap->alloc_len - (apr_size_t)buffer->start - buffer->length < len) {
        buffer = page->buffer = room_before(page, e, len);
        heap = buffer->data;
    }
    memcpy(heap->base + buffer->start + buffer->length, data, len);
    buffer->length += len;
    apr_bucket_delete(e);
}

/* Makes what is left of the newest bucket outlive this call. */
static apr_status_t keep(xp_page *page)
{
    apr_bucket *e = APR_BRIGADE_LAST(page->held);
    const char *data;
    apr_size_t len;
    apr_status_t rv;

    if (APR_BRIGADE_EMPTY(page->held) || APR_BUCKET_IS_METADATA(e))
        return APR_SUCCESS;
    if (e->length > SHORT) {
        rv = apr_bucket_setaside(e, page->f->r->pool);
        if (rv != APR_ENOTIMPL)
            return rv;
    }
    rv = apr_bucket_read(e, &data, &len, APR_BLOCK_READ);
    if (rv == APR_SUCCESS)
        gather(page, e, data, len);
    return rv;
}

/* Reads without blocking; before it has to block it passes on what is settled. */
static apr_status_t read_bucket(xp_page *page, apr_bucket *e, const char **data, apr_size_t *len)
{
    int fresh = e->length == (apr_size_t)-1 || APR_BUCKET_IS_FILE(e);
    apr_status_t rv = apr_bucket_read(e, data, len, APR_NONBLOCK_READ);

    if (APR_STATUS_IS_EAGAIN(rv)) {
        APR_BRIGADE_INSERT_TAIL(page->out, apr_bucket_flush_create(page->f->c->bucket_alloc));
        rv = pass(page);
        if (rv == APR_SUCCESS)
            rv = apr_bucket_read(e, data, len, APR_BLOCK_READ);
    }
    if (rv == APR_SUCCESS && fresh && !APR_BUCKET_IS_MMAP(e))
        page->fresh += *len;
    return rv;
}

static apr_status_t take_data(xp_page *page, apr_bucket *e)
{
    const char *data;
    apr_size_t len;
    apr_status_t rv = read_bucket(page, e, &data, &len);

    if (rv != APR_SUCCESS) {
        /* What came before the fault is the client's, as it would be without us. */
        if (end(page) == APR_SUCCESS)
            pass(page);
        xp_page_report(page);
        return rv;
    }
    if (!page->whole && len > SLICE && apr_bucket_split(e, SLICE) == APR_SUCCESS)
        len = SLICE;
    APR_BUCKET_REMOVE(e);
    APR_BRIGADE_INSERT_TAIL(page->held, e);
    page->fed += len;
    xp_scan_feed(page->scan, data, len);
    let_go(page);
    rv = page->failed;
    if (rv == APR_SUCCESS)
        rv = settle(page, xp_scan_settled(page->scan), 0);
    return rv == APR_SUCCESS ? keep(page) : rv;
}

/* What a FLUSH in held has kept apart becomes one bucket again, if it is the newest buffer and the one before it. */
static void delete_flush(xp_page *page)
{
    apr_bucket *before = APR_BUCKET_PREV(page->flush), *next = APR_BUCKET_NEXT(page->flush);

    apr_bucket_delete(page->flush);
    page->flush = NULL;
    if (next != page->buffer || before == APR_BRIGADE_SENTINEL(page->held) || !APR_BUCKET_IS_HEAP(before) ||
        before->data != next->data || before->start + (apr_off_t)before->length != next->start)
        return;
    before->length += next->length;
    page->buffer = before;
    apr_bucket_delete(next);
}

/* Nothing settled may be left waiting behind a FLUSH, nor may the FLUSH overtake what it stands behind. So one goes ahead, and
 * one keeps the place; of several that keep a place the last will do. */
static apr_status_t take_flush(xp_page *page, apr_bucket *e)
{
    if (!APR_BRIGADE_EMPTY(page->held)) {
        if (page->flush)
            delete_flush(page);
        page->flush = e;
        APR_BUCKET_REMOVE(e);
        APR_BRIGADE_INSERT_TAIL(page->held, e);
        e = apr_bucket_flush_create(page->f->c->bucket_alloc);
    } else {
        APR_BUCKET_REMOVE(e);
    }
    APR_BRIGADE_INSERT_TAIL(page->out, e);
    return pass(page);
}

/* An error is not the end: a filter before us may pass it ahead of text that it still has. */
static apr_status_t take_metadata(xp_page *page, apr_bucket *e)
{
    apr_status_t rv = APR_SUCCESS;

    if (APR_BUCKET_IS_FLUSH(e) && !page->whole)
        return take_flush(page, e);
    if (APR_BUCKET_IS_EOS(e))
        rv = end(page);
    APR_BUCKET_REMOVE(e);
    APR_BRIGADE_INSERT_TAIL(APR_BRIGADE_EMPTY(page->held) ? page->out : page->held, e);
    return rv;
}

/* Enough has gathered in out, or the page has turned out too large or too scattered to be passed on as a whole. */
static int is_due(const xp_page *page)
{
    if (page->nready >= PASS_BUCKETS)
        return 1;
    return page->whole ? page->fresh > WHOLE_FRESH || page->ready > WHOLE_BYTES : page->ready >= PASS_BYTES;
}

static int holds_end(const apr_bucket_brigade *bb)
{
    const apr_bucket *e = APR_BRIGADE_LAST(bb);

    while (e != APR_BRIGADE_SENTINEL(bb) && APR_BUCKET_IS_METADATA(e) && !APR_BUCKET_IS_EOS(e))
        e = APR_BUCKET_PREV(e);
    return e != APR_BRIGADE_SENTINEL(bb) && APR_BUCKET_IS_EOS(e);
}

apr_status_t xp_page_take(xp_page *page, apr_bucket_brigade *bb)
{
    apr_status_t rv = APR_SUCCESS;

    page->whole = !page->begun && holds_end(bb);
    page->begun = 1;
    while (rv == APR_SUCCESS && !page->ended && !APR_BRIGADE_EMPTY(bb)) {
        apr_bucket *e = APR_BRIGADE_FIRST(bb);

        rv = APR_BUCKET_IS_METADATA(e) ? take_metadata(page, e) : take_data(page, e);
        if (rv == APR_SUCCESS && xp_scan_reason(page->scan) != XP_REASON_NONE)
            rv = end(page);
        if (rv == APR_SUCCESS && is_due(page))
            rv = pass(page);
    }
    if (rv != APR_SUCCESS) {
        page->ready = page->nready = 0;
        page->text = NULL;
        apr_brigade_cleanup(page->out); /* what has not been set aside does not outlive this call */
        return rv;
    }
    if (page->ended) {
        APR_BRIGADE_CONCAT(page->out, bb);
        ap_remove_output_filter(page->f);
    }
    return pass(page);
}
