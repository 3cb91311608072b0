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
#include "xp_pump.h"

#include <string.h>

#include "http_protocol.h"

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

struct xp_pump {
    ap_filter_t *f;
    const xp_pump_engine *engine;
    void *ctx; /* handed to the engine's functions */
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
    apr_uint64_t passed; /* bytes that have been passed on */
    int broken;          /* an error has come by: the end that follows is none */
    int whole, begun, ended;
};

/* ---- From held to out ------------------------------------------------------------------------------------------------------ */

/* A few bytes between two texts are copied behind the first: each bucket costs the kernel more than that. */
static int joins_text(xp_pump *pump, apr_bucket *e)
{
    const char *data;
    apr_size_t len;
    apr_bucket_heap *heap;

    if (!pump->text || pump->text != APR_BRIGADE_LAST(pump->out) || e->length > JOIN ||
        apr_bucket_read(e, &data, &len, APR_NONBLOCK_READ) != APR_SUCCESS)
        return 0;
    heap = pump->texts->data;
    if (heap->alloc_len - pump->used < len)
        return 0;
    memcpy(heap->base + pump->used, data, len);
    pump->used += len;
    pump->text->length += len;
    pump->ready += len;
    apr_bucket_delete(e);
    return 1;
}

static void release(xp_pump *pump, apr_bucket *e)
{
    if (e == pump->buffer)
        pump->buffer = NULL;
    if (e == pump->flush)
        pump->flush = NULL;
    if (!APR_BUCKET_IS_METADATA(e)) {
        if (joins_text(pump, e))
            return;
        pump->ready += e->length;
    }
    APR_BUCKET_REMOVE(e);
    APR_BRIGADE_INSERT_TAIL(pump->out, e);
    pump->nready++;
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
static apr_status_t settle(xp_pump *pump, apr_uint64_t upto, int drop)
{
    while (!APR_BRIGADE_EMPTY(pump->held)) {
        apr_bucket *e = APR_BRIGADE_FIRST(pump->held);

        if (!APR_BUCKET_IS_METADATA(e)) {
            if (pump->left >= upto)
                break;
            if (e->length > upto - pump->left) {
                apr_bucket *before = APR_BUCKET_PREV(e);
                apr_status_t rv = split(e, (apr_size_t)(upto - pump->left));

                if (e == pump->buffer)
                    pump->buffer = NULL;
                if (rv != APR_SUCCESS)
                    return rv;
                e = APR_BUCKET_NEXT(before);
            }
            pump->left += e->length;
            if (drop) {
                if (e == pump->buffer)
                    pump->buffer = NULL;
                apr_bucket_delete(e);
                continue;
            }
        }
        release(pump, e);
    }
    return APR_SUCCESS;
}

static apr_status_t pass(xp_pump *pump)
{
    apr_status_t rv = APR_SUCCESS;

    pump->whole = 0;
    pump->passed += pump->ready;
    pump->ready = pump->nready = 0;
    pump->text = NULL;
    if (pump->engine->passes)
        pump->engine->passes(pump->ctx);
    if (!APR_BRIGADE_EMPTY(pump->out)) {
        rv = ap_pass_brigade(pump->f->next, pump->out);
        apr_brigade_cleanup(pump->out);
    }
    if (pump->ended || rv != APR_SUCCESS) /* the client has gone: there will be no end to report at */
        pump->engine->is_over(pump->ctx);
    return rv;
}

/* ---- Edits ------------------------------------------------------------------------------------------------------------------------ */

/* Room for `len` bytes of text at the end of out. Whatever is larger than a bucket's own bookkeeping takes two pages of memory when
 * it is allocated by itself, so the texts of a page share a buffer; apr_brigade_write() leaves a shared one alone. */
static char *room_for(xp_pump *pump, apr_size_t len)
{
    apr_bucket_alloc_t *list = pump->f->c->bucket_alloc;
    apr_bucket_heap *heap = pump->texts ? pump->texts->data : NULL;

    if (!heap || heap->alloc_len - pump->used < len) {
        apr_size_t room = len > APR_BUCKET_BUFF_SIZE ? len : APR_BUCKET_BUFF_SIZE;

        if (pump->texts)
            apr_bucket_destroy(pump->texts);
        pump->texts = apr_bucket_heap_create(apr_bucket_alloc(room, list), room, apr_bucket_free, list);
        pump->used = 0;
        pump->text = NULL;
        heap = pump->texts->data;
    }
    if (!pump->text || pump->text != APR_BRIGADE_LAST(pump->out)) {
        apr_bucket_copy(pump->texts, &pump->text);
        pump->text->start = (apr_off_t)pump->used;
        pump->text->length = 0;
        APR_BRIGADE_INSERT_TAIL(pump->out, pump->text);
        pump->nready++;
    }
    pump->text->length += len;
    pump->used += len;
    pump->ready += len;
    return heap->base + pump->used - len;
}

/* Puts a long text into out where it lies: in the module, or in the pool of this process's configuration. A process that a graceful
 * restart ends keeps both until its last request is answered, as it keeps the rules themselves. */
static void refer_to(xp_pump *pump, const xp_piece *piece)
{
    apr_bucket *e = apr_bucket_immortal_create(piece->text, piece->len, pump->f->c->bucket_alloc);

    APR_BRIGADE_INSERT_TAIL(pump->out, e);
    pump->ready += piece->len;
    pump->nready++;
}

/* Copies the short pieces from `piece` on; returns the first long one, or `end`. To refer to a text takes two buckets, so a stub of two
 * kilobytes is copied sooner. */
static const xp_piece *copy(xp_pump *pump, const xp_piece *piece, const xp_piece *end)
{
    const xp_piece *from = piece;
    apr_size_t len = 0;
    char *text;

    while (piece < end && piece->len < LONG)
        len += piece++->len;
    if (!len)
        return piece;
    text = room_for(pump, len);
    for (; from < piece; text += from++->len)
        memcpy(text, from->text, from->len);
    return piece;
}

/* Puts the pieces that replace an element, or stand before what stays, into out. */
static void insert(xp_pump *pump, const xp_piece *pieces, int n)
{
    const xp_piece *end = pieces + n;

    for (const xp_piece *piece = copy(pump, pieces, end); piece < end; piece = copy(pump, piece + 1, end))
        refer_to(pump, piece);
}

void xp_pump_edit(xp_pump *pump, apr_uint64_t from, apr_uint64_t to, const xp_piece *pieces, int n)
{
    if (pump->failed == APR_SUCCESS)
        pump->failed = settle(pump, from, 0);
    if (pump->failed != APR_SUCCESS)
        return;
    insert(pump, pieces, n);
    pump->failed = settle(pump, to, 1);
}

/* ---- Texts in one piece -------------------------------------------------------------------------------------------------------- */

static void let_go(xp_pump *pump)
{
    if (pump->joined)
        apr_bucket_free(pump->joined);
    pump->joined = NULL;
}

/* Copies the bytes [from, to) out of held, where they are all in memory by now. They stand near its end, which may be far from its
 * beginning: a block of comments may hold a great many scripts in a great many buckets. */
const char *xp_pump_kept(xp_pump *pump, apr_uint64_t from, apr_uint64_t to)
{
    apr_uint64_t at = pump->fed;

    let_go(pump);
    pump->joined = apr_bucket_alloc((apr_size_t)(to - from) + 1, pump->f->c->bucket_alloc);
    for (apr_bucket *e = APR_BRIGADE_LAST(pump->held); at > from && e != APR_BRIGADE_SENTINEL(pump->held);
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
            memcpy(pump->joined + (begin - from), data + (begin - at), (apr_size_t)(end - begin));
    }
    return at > from ? NULL : pump->joined;
}
/* ---- The page's course -------------------------------------------------------------------------------------------------------------- */

xp_pump *xp_pump_begin(ap_filter_t *f, const xp_pump_engine *engine, void *ctx)
{
    xp_pump *pump = apr_pcalloc(f->r->pool, sizeof *pump);

    pump->f = f;
    pump->engine = engine;
    pump->ctx = ctx;
    pump->held = apr_brigade_create(f->r->pool, f->c->bucket_alloc);
    pump->out = apr_brigade_create(f->r->pool, f->c->bucket_alloc);
    return pump;
}

apr_uint64_t xp_pump_passed(const xp_pump *pump)
{
    return pump->passed;
}

int xp_pump_has_ended(const xp_pump *pump)
{
    return pump->ended;
}

/* Everything that is still held goes: the page has ended, or the rest of it is not judged, or does not come. */
static apr_status_t end(xp_pump *pump, int cut_off)
{
    const int drop = cut_off && pump->engine->drops_undecided;
    apr_status_t rv;

    if (pump->ended)
        return APR_SUCCESS;
    pump->ended = 1;
    if (!drop)
        pump->engine->end(pump->ctx);
    rv = settle(pump, APR_UINT64_MAX, drop);
    if (pump->texts)
        apr_bucket_destroy(pump->texts);
    pump->texts = pump->text = NULL;
    return pump->failed != APR_SUCCESS ? pump->failed : rv;
}

/* A bucket of nothing before `e`, behind which there is room for `len` bytes: in the last one's memory, if there is any left. Whatever
 * else stands between them, memory is no more than what is gathered, and a page. */
static apr_bucket *room_before(xp_pump *pump, apr_bucket *e, apr_size_t len)
{
    apr_bucket_alloc_t *list = pump->f->c->bucket_alloc;
    apr_bucket *last = pump->buffer, *buffer;
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
static void gather(xp_pump *pump, apr_bucket *e, const char *data, apr_size_t len)
{
    apr_bucket *buffer = pump->buffer;
    apr_bucket_heap *heap = buffer ? buffer->data : NULL;

    if (!buffer || APR_BUCKET_PREV(e) != buffer || heap->alloc_len - (apr_size_t)buffer->start - buffer->length < len) {
        buffer = pump->buffer = room_before(pump, e, len);
        heap = buffer->data;
    }
    memcpy(heap->base + buffer->start + buffer->length, data, len);
    buffer->length += len;
    apr_bucket_delete(e);
}

/* Makes what is left of the newest bucket outlive this call. */
static apr_status_t keep(xp_pump *pump)
{
    apr_bucket *e = APR_BRIGADE_LAST(pump->held);
    const char *data;
    apr_size_t len;
    apr_status_t rv;

    if (APR_BRIGADE_EMPTY(pump->held) || APR_BUCKET_IS_METADATA(e))
        return APR_SUCCESS;
    if (e->length > SHORT) {
        rv = apr_bucket_setaside(e, pump->f->r->pool);
        if (rv != APR_ENOTIMPL)
            return rv;
    }
    rv = apr_bucket_read(e, &data, &len, APR_BLOCK_READ);
    if (rv == APR_SUCCESS)
        gather(pump, e, data, len);
    return rv;
}

/* Reads without blocking; before it has to block it passes on what is settled. */
static apr_status_t read_bucket(xp_pump *pump, apr_bucket *e, const char **data, apr_size_t *len)
{
    int fresh = e->length == (apr_size_t)-1 || APR_BUCKET_IS_FILE(e);
    apr_status_t rv = apr_bucket_read(e, data, len, APR_NONBLOCK_READ);

    if (APR_STATUS_IS_EAGAIN(rv)) {
        APR_BRIGADE_INSERT_TAIL(pump->out, apr_bucket_flush_create(pump->f->c->bucket_alloc));
        rv = pass(pump);
        if (rv == APR_SUCCESS)
            rv = apr_bucket_read(e, data, len, APR_BLOCK_READ);
    }
    if (rv == APR_SUCCESS && fresh && !APR_BUCKET_IS_MMAP(e))
        pump->fresh += *len;
    return rv;
}

static apr_status_t take_data(xp_pump *pump, apr_bucket *e)
{
    const char *data;
    apr_size_t len;
    apr_status_t rv = read_bucket(pump, e, &data, &len);

    if (rv != APR_SUCCESS) {
        /* What came before the fault is the client's, as it would be without us. */
        if (end(pump, 1) == APR_SUCCESS)
            pass(pump);
        pump->engine->is_over(pump->ctx);
        return rv;
    }
    if (!pump->whole && len > SLICE && apr_bucket_split(e, SLICE) == APR_SUCCESS)
        len = SLICE;
    APR_BUCKET_REMOVE(e);
    APR_BRIGADE_INSERT_TAIL(pump->held, e);
    pump->fed += len;
    pump->engine->feed(pump->ctx, data, len);
    let_go(pump);
    rv = pump->failed;
    if (rv == APR_SUCCESS)
        rv = settle(pump, pump->engine->settled(pump->ctx), 0);
    return rv == APR_SUCCESS ? keep(pump) : rv;
}

/* What a FLUSH in held has kept apart becomes one bucket again, if it is the newest buffer and the one before it. */
static void delete_flush(xp_pump *pump)
{
    apr_bucket *before = APR_BUCKET_PREV(pump->flush), *next = APR_BUCKET_NEXT(pump->flush);

    apr_bucket_delete(pump->flush);
    pump->flush = NULL;
    if (next != pump->buffer || before == APR_BRIGADE_SENTINEL(pump->held) || !APR_BUCKET_IS_HEAP(before) ||
        before->data != next->data || before->start + (apr_off_t)before->length != next->start)
        return;
    before->length += next->length;
    pump->buffer = before;
    apr_bucket_delete(next);
}

/* Nothing settled may be left waiting behind a FLUSH, nor may the FLUSH overtake what it stands behind. So one goes ahead, and
 * one keeps the place; of several that keep a place the last will do. */
static apr_status_t take_flush(xp_pump *pump, apr_bucket *e)
{
    if (!APR_BRIGADE_EMPTY(pump->held)) {
        if (pump->flush)
            delete_flush(pump);
        pump->flush = e;
        APR_BUCKET_REMOVE(e);
        APR_BRIGADE_INSERT_TAIL(pump->held, e);
        e = apr_bucket_flush_create(pump->f->c->bucket_alloc);
    } else {
        APR_BUCKET_REMOVE(e);
    }
    APR_BRIGADE_INSERT_TAIL(pump->out, e);
    return pass(pump);
}

/* An error is not the end: a filter before us may pass it ahead of text that it still has. */
static apr_status_t take_metadata(xp_pump *pump, apr_bucket *e)
{
    apr_status_t rv = APR_SUCCESS;

    if (APR_BUCKET_IS_FLUSH(e) && !pump->whole)
        return take_flush(pump, e);
    pump->broken |= AP_BUCKET_IS_ERROR(e);
    if (APR_BUCKET_IS_EOS(e))
        rv = end(pump, pump->broken);
    APR_BUCKET_REMOVE(e);
    APR_BRIGADE_INSERT_TAIL(APR_BRIGADE_EMPTY(pump->held) ? pump->out : pump->held, e);
    return rv;
}

/* Enough has gathered in out, or the page has turned out too large or too scattered to be passed on as a whole. */
static int is_due(const xp_pump *pump)
{
    if (pump->nready >= PASS_BUCKETS)
        return 1;
    return pump->whole ? pump->fresh > WHOLE_FRESH || pump->ready > WHOLE_BYTES : pump->ready >= PASS_BYTES;
}

static int holds_end(const apr_bucket_brigade *bb)
{
    const apr_bucket *e = APR_BRIGADE_LAST(bb);

    while (e != APR_BRIGADE_SENTINEL(bb) && APR_BUCKET_IS_METADATA(e) && !APR_BUCKET_IS_EOS(e))
        e = APR_BUCKET_PREV(e);
    return e != APR_BRIGADE_SENTINEL(bb) && APR_BUCKET_IS_EOS(e);
}

apr_status_t xp_pump_take(xp_pump *pump, apr_bucket_brigade *bb)
{
    apr_status_t rv = APR_SUCCESS;

    pump->whole = !pump->begun && holds_end(bb);
    pump->begun = 1;
    while (rv == APR_SUCCESS && !pump->ended && !APR_BRIGADE_EMPTY(bb)) {
        apr_bucket *e = APR_BRIGADE_FIRST(bb);

        rv = APR_BUCKET_IS_METADATA(e) ? take_metadata(pump, e) : take_data(pump, e);
        if (rv == APR_SUCCESS && pump->engine->is_done(pump->ctx))
            rv = end(pump, 0);
        if (rv == APR_SUCCESS && is_due(pump))
            rv = pass(pump);
    }
    if (rv != APR_SUCCESS) {
        pump->ready = pump->nready = 0;
        pump->text = NULL;
        apr_brigade_cleanup(pump->out); /* what has not been set aside does not outlive this call */
        return rv;
    }
    if (pump->ended) {
        APR_BRIGADE_CONCAT(pump->out, bb);
        ap_remove_output_filter(pump->f);
    }
    return pass(pump);
}
