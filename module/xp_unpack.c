/* Pages that come packed although they were not asked for so. mod_deflate's output filter INFLATE does the unpacking, and here
 * are the filters round it; none of them is in the chain of a page that comes as it should.
 *
 *   XPURPOSE_ZLIB     turns deflate into gzip, if the page comes in that
 *   XPURPOSE_GUNZIP   INFLATE. Its own place is further ahead, where it is too late to go once the page is here
 *   XPURPOSE_SUM      keeps what FLUSHes of ours bring out for what comes next, and sums it up if the page comes in deflate
 *
 * INFLATE knows gzip (RFC 1952) alone, and is strict about its end: without the right checksum and length it takes the page for
 * broken, and the last of it is lost. What HTTP calls deflate is the same data in other wrapping: zlib's (RFC 1950), or, from servers
 * that have taken the name by its word, none at all (RFC 1951). The beginning is easily put in place of the other. For the end,
 * everything is flushed out of INFLATE once the data is complete; then checksum and length are those of what has come out. They
 * say nothing new, of course: whether the page is whole is told by zlib's own checksum, or else by INFLATE, which takes gzip's
 * trailer for more of the data if that has not come to its end, and then misses the trailer.
 *
 * Of a page that is broken INFLATE passes neither the end nor the error, nor the last of its text; the client would wait for more,
 * and take the next response for a part of this one. So the text is flushed out before the end, and if INFLATE fails then, an error
 * and an end of our own follow, by which httpd cuts the response off.
 *
 * A zlib of our own was set aside: it would be one more thing to link with, for the sake of servers that are hardly there any more.
 */
#include "xp_unpack.h"

#include "http_protocol.h"
#include "httpd.h"

#include "xp_headers.h"
#include "xp_named.h"

enum {
    CHECKSUM = 4, /* zlib's, at the end */
    SLICE = 65536 /* bytes taken at once: they are copied */
};

typedef enum { WRAP_UNKNOWN, WRAP_ZLIB, WRAP_NONE } wrap;

/* What the filters before and behind INFLATE have in common. */
typedef struct {
    void *inflate;            /* INFLATE's context */
    apr_bucket *flush;        /* a FLUSH on its way that is not the page's, or NULL */
    apr_bucket_brigade *kept; /* what it has brought out */
    apr_status_t passed;      /* what those behind have said last */
    apr_status_t failed;      /* what INFLATE has said, after which nothing is passed */
    int is_deflate;           /* the rest is for that */
    apr_bucket_brigade *out;
    wrap how;
    unsigned char last[CHECKSUM]; /* the newest bytes: two at the beginning, and zlib's checksum if nothing follows */
    apr_size_t nlast;
    apr_uint32_t crc, length, low, high; /* CRC-32 and length of what has come out, Adler-32's two halves */
} packed;

static ap_filter_rec_t *zlib_handle, *gunzip_handle, *sum_handle;
static ap_filter_rec_t *inflate; /* mod_deflate's, or NULL */

/* ---- Before INFLATE --------------------------------------------------------------------------------------------------------- */

/* RFC 1950, 2.2: method 8, a window of 32 KiB at most, a multiple of 31, no dictionary. */
static int is_zlib(const unsigned char *head)
{
    return (head[0] & 0x0f) == 8 && head[0] >> 4 <= 7 && (head[0] * 256 + head[1]) % 31 == 0 && !(head[1] & 0x20);
}

static void put(packed *d, const void *bytes, apr_size_t len)
{
    if (len)
        apr_brigade_write(d->out, NULL, NULL, bytes, len);
}

static void write_head(packed *d)
{
    static const char GZIP[] = { 0x1f, (char)0x8b, 8, 0, 0, 0, 0, 0, 0, (char)255 };

    d->how = is_zlib(d->last) ? WRAP_ZLIB : WRAP_NONE;
    if (d->how == WRAP_ZLIB)
        d->nlast = 0;
    put(d, GZIP, sizeof GZIP);
}

/* Writes all but the newest bytes, which wait in `last` until more of them are known. */
static void take(packed *d, const char *data, apr_size_t len)
{
    apr_size_t room, old, fresh;

    for (; d->how == WRAP_UNKNOWN && len; len--) {
        d->last[d->nlast++] = (unsigned char)*data++;
        if (d->nlast == 2)
            write_head(d);
    }
    room = d->how == WRAP_NONE ? 0 : CHECKSUM;
    old = d->nlast + len <= room ? 0 : d->nlast + len - room;
    old = old < d->nlast ? old : d->nlast;
    put(d, d->last, old);
    d->nlast -= old;
    memmove(d->last, d->last + old, d->nlast);
    fresh = d->nlast + len <= room ? 0 : d->nlast + len - room;
    put(d, data, fresh);
    memcpy(d->last + d->nlast, data + fresh, len - fresh);
    d->nlast += len - fresh;
}

static apr_status_t pass(ap_filter_t *f, packed *d)
{
    apr_status_t rv = APR_BRIGADE_EMPTY(d->out) ? APR_SUCCESS : ap_pass_brigade(f->next, d->out);

    apr_brigade_cleanup(d->out);
    return rv;
}

/* Makes INFLATE hand out all that it has. */
static apr_status_t flush(ap_filter_t *f, packed *d)
{
    d->flush = apr_bucket_flush_create(f->c->bucket_alloc);
    APR_BRIGADE_INSERT_TAIL(d->out, d->flush);
    return pass(f, d);
}

static void write_number(packed *d, apr_uint32_t n)
{
    const char bytes[] = { (char)n, (char)(n >> 8), (char)(n >> 16), (char)(n >> 24) };

    put(d, bytes, sizeof bytes);
}

static int is_checksum(const packed *d)
{
    const unsigned char sum[] = { (unsigned char)(d->high >> 8), (unsigned char)d->high, (unsigned char)(d->low >> 8),
                                  (unsigned char)d->low };

    return d->nlast == CHECKSUM && !memcmp(d->last, sum, CHECKSUM);
}

/* The data is at its end. Where the checksum should be there may be data all the same, from a server that leaves it out. */
static apr_status_t finish(ap_filter_t *f, packed *d)
{
    apr_status_t rv;

    if (d->how == WRAP_UNKNOWN)
        write_head(d);
    rv = flush(f, d);
    if (rv == APR_SUCCESS && d->nlast && !is_checksum(d)) {
        put(d, d->last, d->nlast);
        rv = flush(f, d);
    }
    write_number(d, d->crc);
    write_number(d, d->length);
    return rv;
}

/* Reads without blocking; before it has to block, what there is goes. */
static apr_status_t read_bucket(ap_filter_t *f, packed *d, apr_bucket *e, const char **data, apr_size_t *len)
{
    apr_status_t rv = apr_bucket_read(e, data, len, APR_NONBLOCK_READ);

    if (!APR_STATUS_IS_EAGAIN(rv))
        return rv;
    APR_BRIGADE_INSERT_TAIL(d->out, apr_bucket_flush_create(f->c->bucket_alloc));
    rv = pass(f, d);
    return rv == APR_SUCCESS ? apr_bucket_read(e, data, len, APR_BLOCK_READ) : rv;
}

static apr_status_t zlib(ap_filter_t *f, apr_bucket_brigade *bb)
{
    packed *d = f->ctx;
    apr_status_t rv = APR_SUCCESS;

    if (!d)
        return xp_named_pass(f, bb);
    while (rv == APR_SUCCESS && !APR_BRIGADE_EMPTY(bb)) {
        apr_bucket *e = APR_BRIGADE_FIRST(bb);
        const char *data;
        apr_size_t len;

        if (APR_BUCKET_IS_METADATA(e)) {
            if (APR_BUCKET_IS_EOS(e)) {
                rv = finish(f, d);
                ap_remove_output_filter(f);
            }
            APR_BUCKET_REMOVE(e);
            APR_BRIGADE_INSERT_TAIL(d->out, e);
        } else {
            rv = read_bucket(f, d, e, &data, &len);
            if (rv != APR_SUCCESS)
                break;
            if (len > SLICE && apr_bucket_split(e, SLICE) == APR_SUCCESS)
                len = SLICE;
            take(d, data, len);
            apr_bucket_delete(e);
        }
        if (rv == APR_SUCCESS)
            rv = pass(f, d);
    }
    return rv;
}

/* ---- INFLATE ------------------------------------------------------------------------------------------------------------------ */

/* INFLATE's context is not ours, so it is called by a filter that is in no chain. */
static apr_status_t run_inflate(const ap_filter_t *f, apr_bucket_brigade *bb)
{
    packed *d = f->ctx;
    ap_filter_t run = *f;
    apr_status_t rv;

    run.ctx = d->inflate;
    rv = inflate->filter_func.out_func(&run, bb);
    d->inflate = run.ctx;
    return rv;
}

/* INFLATE takes no request but the first, not even one that it has been redirected to. It looks only when it begins; an empty
 * bucket makes it begin, and nothing comes out. */
static apr_status_t begin_inflate(ap_filter_t *f)
{
    request_rec *prev = f->r->prev;
    apr_bucket_brigade *nothing = apr_brigade_create(f->r->pool, f->c->bucket_alloc);
    apr_status_t rv;

    APR_BRIGADE_INSERT_TAIL(nothing, apr_bucket_immortal_create("", 0, f->c->bucket_alloc));
    f->r->prev = NULL;
    rv = run_inflate(f, nothing);
    f->r->prev = prev;
    return rv;
}

/* Brings out the text that stands before the end, or before an error, which would overtake it. At the end of deflate that is done
 * already, and what stands there now is a trailer that may have been taken for text. */
static void flush_before_end(packed *d, apr_bucket_brigade *bb)
{
    apr_bucket *e = APR_BRIGADE_FIRST(bb), *flush;

    while (e != APR_BRIGADE_SENTINEL(bb) && !APR_BUCKET_IS_EOS(e) && !AP_BUCKET_IS_ERROR(e))
        e = APR_BUCKET_NEXT(e);
    if (e == APR_BRIGADE_SENTINEL(bb) || (d->is_deflate && APR_BUCKET_IS_EOS(e)))
        return;
    flush = apr_bucket_flush_create(bb->bucket_alloc);
    APR_BUCKET_INSERT_BEFORE(e, flush);
    if (APR_BUCKET_IS_EOS(e))
        d->flush = flush;
}

/* With text there is a page, and it is cut off; without, httpd makes an answer of the error. */
static apr_status_t break_off(ap_filter_t *f)
{
    packed *d = f->ctx;
    apr_bucket_alloc_t *list = f->c->bucket_alloc;
    apr_bucket_brigade *bb = apr_brigade_create(f->r->pool, list);
    apr_status_t rv = APR_SUCCESS;

    d->flush = NULL;
    if (!APR_BRIGADE_EMPTY(d->kept)) {
        APR_BRIGADE_INSERT_TAIL(bb, apr_bucket_flush_create(list));
        rv = ap_pass_brigade(f->next, bb);
        apr_brigade_cleanup(bb);
    }
    if (rv != APR_SUCCESS)
        return rv;
    APR_BRIGADE_INSERT_TAIL(bb, ap_bucket_error_create(HTTP_BAD_GATEWAY, NULL, f->r->pool, list));
    APR_BRIGADE_INSERT_TAIL(bb, apr_bucket_eos_create(list));
    return ap_pass_brigade(f->next, bb);
}

static apr_status_t gunzip(ap_filter_t *f, apr_bucket_brigade *bb)
{
    packed *d = f->ctx;
    apr_status_t rv;

    if (!d)
        return xp_named_pass(f, bb);
    rv = d->failed;
    if (rv != APR_SUCCESS || APR_BRIGADE_EMPTY(bb)) {
        apr_brigade_cleanup(bb);
        return rv;
    }
    if (!d->inflate)
        rv = begin_inflate(f);
    flush_before_end(d, bb);
    if (rv == APR_SUCCESS)
        rv = run_inflate(f, bb);
    if (rv == APR_SUCCESS)
        return rv;
    d->failed = rv;
    if (d->passed == APR_SUCCESS && (rv = break_off(f)) != APR_SUCCESS)
        d->failed = rv;
    return d->failed;
}

/* ---- Behind INFLATE ------------------------------------------------------------------------------------------------------------- */

/* RFC 1952, 8 and RFC 1950, 9. Few pages come here: half a byte at a time is fast enough. */
static void sum_up(packed *d, const char *data, apr_size_t len)
{
    static const apr_uint32_t CRC[] = { 0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4,
                                        0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                        0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c };
    apr_uint32_t crc = ~d->crc;

    for (apr_size_t i = 0; i < len; i++) {
        crc ^= (unsigned char)data[i];
        crc = crc >> 4 ^ CRC[crc & 15];
        crc = crc >> 4 ^ CRC[crc & 15];
        d->low = (d->low + (unsigned char)data[i]) % 65521;
        d->high = (d->high + d->low) % 65521;
    }
    d->crc = ~crc;
    d->length += (apr_uint32_t)len;
}

/* A FLUSH of ours goes no further, and what it has brought out, no more than INFLATE has room for, waits for the next brigade: a page
 * that comes whole goes whole. */
static apr_status_t sum(ap_filter_t *f, apr_bucket_brigade *bb)
{
    packed *d = f->ctx;
    int keep = 0;

    if (!d)
        return xp_named_pass(f, bb);
    for (apr_bucket *e = APR_BRIGADE_FIRST(bb), *next; e != APR_BRIGADE_SENTINEL(bb); e = next) {
        const char *data;
        apr_size_t len;

        next = APR_BUCKET_NEXT(e);
        if (e == d->flush) {
            d->flush = NULL;
            keep = 1;
            apr_bucket_delete(e);
        } else if (d->is_deflate && !APR_BUCKET_IS_METADATA(e)) {
            apr_status_t rv = apr_bucket_read(e, &data, &len, APR_BLOCK_READ);

            if (rv != APR_SUCCESS)
                return rv;
            sum_up(d, data, len);
        }
    }
    if (keep)
        return ap_save_brigade(f, &d->kept, &bb, f->r->pool);
    APR_BRIGADE_PREPEND(bb, d->kept);
    d->passed = APR_BRIGADE_EMPTY(bb) ? APR_SUCCESS : ap_pass_brigade(f->next, bb);
    return d->passed;
}

/* ---- Setting up ----------------------------------------------------------------------------------------------------------------- */

void xp_unpack_register(void)
{
    const ap_filter_type place = (ap_filter_type)(AP_FTYPE_CONTENT_SET - 1);

    zlib_handle = ap_register_output_filter("XPURPOSE_ZLIB", zlib, NULL, place);
    gunzip_handle = ap_register_output_filter("XPURPOSE_GUNZIP", gunzip, NULL, place);
    sum_handle = ap_register_output_filter("XPURPOSE_SUM", sum, NULL, place);
}

void xp_unpack_setup(void)
{
    inflate = ap_get_output_filter_handle("INFLATE");
}

int xp_unpack_is_possible(void)
{
    return inflate != NULL;
}

/* An answer to HEAD has no body, though a script's pipe does not tell before it is read. Nor has one that fails to come. */
static int has_body(const apr_bucket_brigade *bb)
{
    apr_bucket *e = APR_BRIGADE_FIRST(bb);

    for (; e != APR_BRIGADE_SENTINEL(bb) && !APR_BUCKET_IS_EOS(e); e = APR_BUCKET_NEXT(e)) {
        const char *data;
        apr_size_t len;

        if (!APR_BUCKET_IS_METADATA(e) && (apr_bucket_read(e, &data, &len, APR_BLOCK_READ) != APR_SUCCESS || len))
            return 1;
    }
    return e == APR_BRIGADE_SENTINEL(bb);
}

static void set_coding(request_rec *r, const char *coding)
{
    apr_table_unset(r->headers_out, "Content-Encoding");
    apr_table_unset(r->err_headers_out, "Content-Encoding");
    r->content_encoding = NULL;
    if (coding)
        apr_table_setn(r->headers_out, "Content-Encoding", coding);
}

void xp_unpack_forget(request_rec *r)
{
    set_coding(r, NULL);
}

int xp_unpack_insert(ap_filter_t *f, apr_bucket_brigade *bb, xp_coding coding)
{
    const int is_deflate = coding == XP_CODING_DEFLATE;
    packed *d;

    if (!inflate || (!is_deflate && coding != XP_CODING_GZIP))
        return 0;
    xp_headers_hurry(f);
    if (!has_body(bb)) {
        set_coding(f->r, NULL);
        return 1;
    }
    set_coding(f->r, "gzip");
    d = apr_pcalloc(f->r->pool, sizeof *d);
    d->kept = apr_brigade_create(f->r->pool, f->c->bucket_alloc);
    d->is_deflate = is_deflate;
    if (is_deflate) {
        d->out = apr_brigade_create(f->r->pool, f->c->bucket_alloc);
        d->low = 1;
        ap_add_output_filter_handle(zlib_handle, d, f->r, f->c);
    }
    ap_add_output_filter_handle(gunzip_handle, d, f->r, f->c);
    ap_add_output_filter_handle(sum_handle, d, f->r, f->c);
    return 1;
}
