/* A filter for tests: a page leaves it in buckets of every kind, cut anywhere, with metadata, FLUSHes and buckets of nothing between, in
 * many brigades or in one. `SetOutputFilter CUTS`, for files; the query string "SEED,MAX,PASS" says how: the seed of chance, the largest
 * piece, and one in how many pieces ends a brigade (0: none).
 *
 * What was transient is overwritten as soon as the call that brought it has returned.
 *
 * And a filter that looks at what has become of a page: `SetOutputFilter LASTING` notes as "lasting" how many of its bytes came in
 * buckets that refer to memory which outlasts the request. `SetOutputFilter KINDS` notes as "kinds" how many came in buckets of which type,
 * with the type's name ("FILE 70000, HEAP 500"), and as "chain" which of the request's filters were in the chain when the last of them came.
 */
#include "httpd.h"
#include "http_config.h"
#include "http_request.h"
#include "util_filter.h"

#include "apr_mmap.h"
#include "apr_strings.h"

extern __attribute__((visibility("default"))) module cuts_module;

typedef struct {
    request_rec *r;
    apr_bucket_alloc_t *list;
    apr_bucket_brigade *saved, *out;
    char *page, *transient;
    apr_size_t len;
    apr_file_t *file;
    apr_bucket *mapped;
    apr_uint32_t chance;
    unsigned max, pass;
} cuts;

/* A number below `n`. */
static unsigned pick(cuts *c, unsigned n)
{
    c->chance = c->chance * 1664525u + 1013904223u;
    return (unsigned)(((apr_uint64_t)c->chance * n) >> 32);
}

static apr_status_t read_nothing(apr_bucket *e, const char **text, apr_size_t *len, apr_read_type_e block)
{
    (void)e, (void)block;
    *text = "";
    *len = 0;
    return APR_SUCCESS;
}

/* Of a type that nobody knows. */
static apr_bucket *metadata(cuts *c)
{
    static const apr_bucket_type_t TYPE = { "CUTS",
                                            5,
                                            APR_BUCKET_METADATA,
                                            apr_bucket_destroy_noop,
                                            read_nothing,
                                            apr_bucket_setaside_noop,
                                            apr_bucket_split_notimpl,
                                            apr_bucket_simple_copy };
    apr_bucket *e = apr_bucket_alloc(sizeof *e, c->list);

    APR_BUCKET_INIT(e);
    e->free = apr_bucket_free;
    e->list = c->list;
    e->type = &TYPE;
    e->length = 0;
    e->start = 0;
    e->data = NULL;
    return e;
}

static apr_bucket *of_file(cuts *c, apr_size_t at, apr_size_t len)
{
    apr_bucket *e = apr_bucket_file_create(c->file, (apr_off_t)at, len, c->r->pool, c->list);

    apr_bucket_file_enable_mmap(e, (int)pick(c, 2));
    return e;
}

static apr_bucket *of_map(cuts *c, apr_size_t at, apr_size_t len)
{
    apr_bucket *e;

    apr_bucket_copy(c->mapped, &e);
    e->start += (apr_off_t)at;
    e->length = len;
    return e;
}

static apr_bucket *piece(cuts *c, apr_size_t at, apr_size_t len)
{
    switch (pick(c, 6)) {
    case 0: return apr_bucket_heap_create(c->page + at, len, NULL, c->list);
    case 1: return apr_bucket_immortal_create(c->page + at, len, c->list);
    case 2: return apr_bucket_pool_create(c->page + at, len, c->r->pool, c->list);
    case 3: return of_file(c, at, len);
    case 4: return of_map(c, at, len);
    default: return apr_bucket_transient_create((char *)memcpy(c->transient + at, c->page + at, len), len, c->list);
    }
}

static void put(cuts *c, apr_bucket *e)
{
    APR_BRIGADE_INSERT_TAIL(c->out, e);
}

/* Now and then something that is no text. */
static void put_odd(cuts *c)
{
    switch (pick(c, 16)) {
    case 0: put(c, apr_bucket_flush_create(c->list)); break;
    case 1: put(c, metadata(c)); break;
    case 2: put(c, apr_bucket_immortal_create("", 0, c->list)); break;
    }
}

static apr_status_t pass(cuts *c, ap_filter_t *f)
{
    apr_status_t rv = ap_pass_brigade(f->next, c->out);

    apr_brigade_cleanup(c->out);
    memset(c->transient, '<', c->len);
    return rv;
}

static apr_status_t cut(cuts *c, ap_filter_t *f)
{
    apr_status_t rv = APR_SUCCESS;

    for (apr_size_t at = 0, n; at < c->len && rv == APR_SUCCESS; at += n) {
        n = 1 + pick(c, c->max);
        n = n < c->len - at ? n : c->len - at;
        put(c, piece(c, at, n));
        put_odd(c);
        if (c->pass && pick(c, c->pass) == 0)
            rv = pass(c, f);
    }
    put(c, apr_bucket_eos_create(c->list));
    return rv == APR_SUCCESS ? pass(c, f) : rv;
}

static apr_status_t open_page(cuts *c)
{
    apr_pool_t *p = c->r->pool;
    apr_mmap_t *map;
    apr_status_t rv = apr_brigade_pflatten(c->saved, &c->page, &c->len, p);

    c->transient = apr_palloc(p, c->len);
    if (rv == APR_SUCCESS)
        rv = apr_file_open(&c->file, c->r->filename, APR_FOPEN_READ, APR_OS_DEFAULT, p);
    if (rv == APR_SUCCESS)
        rv = apr_mmap_create(&map, c->file, 0, c->len, APR_MMAP_READ, p);
    if (rv == APR_SUCCESS)
        c->mapped = apr_bucket_mmap_create(map, 0, c->len, c->list);
    return rv;
}

static cuts *begin(ap_filter_t *f)
{
    cuts *c = apr_pcalloc(f->r->pool, sizeof *c);

    c->r = f->r;
    c->list = f->c->bucket_alloc;
    c->saved = apr_brigade_create(f->r->pool, c->list);
    c->out = apr_brigade_create(f->r->pool, c->list);
    if (!f->r->args || sscanf(f->r->args, "%u,%u,%u", &c->chance, &c->max, &c->pass) != 3 || !c->max)
        return NULL;
    return c;
}

static apr_status_t filter(ap_filter_t *f, apr_bucket_brigade *bb)
{
    cuts *c = f->ctx = f->ctx ? f->ctx : begin(f);
    int last = !APR_BRIGADE_EMPTY(bb) && APR_BUCKET_IS_EOS(APR_BRIGADE_LAST(bb));
    apr_status_t rv;

    if (!c)
        return APR_EINVAL;
    rv = ap_save_brigade(f, &c->saved, &bb, f->r->pool);
    if (rv != APR_SUCCESS || !last)
        return rv;
    rv = open_page(c);
    if (rv == APR_SUCCESS)
        rv = cut(c, f);
    if (c->mapped)
        apr_bucket_destroy(c->mapped);
    return rv;
}

static apr_status_t count_lasting(ap_filter_t *f, apr_bucket_brigade *bb)
{
    apr_size_t *sum = f->ctx = f->ctx ? f->ctx : apr_pcalloc(f->r->pool, sizeof *sum);

    for (apr_bucket *e = APR_BRIGADE_FIRST(bb); e != APR_BRIGADE_SENTINEL(bb); e = APR_BUCKET_NEXT(e))
        if (APR_BUCKET_IS_IMMORTAL(e))
            *sum += e->length;
    apr_table_setn(f->r->notes, "lasting", apr_psprintf(f->r->pool, "%" APR_SIZE_T_FMT, *sum));
    return ap_pass_brigade(f->next, bb);
}

typedef struct {
    const char *name;
    apr_off_t bytes;
} kind;

static void count_kind(apr_array_header_t *kinds, const apr_bucket *e)
{
    kind *k = (kind *)kinds->elts;
    int i = 0;

    while (i < kinds->nelts && strcmp(k[i].name, e->type->name) != 0)
        i++;
    if (i == kinds->nelts)
        *(kind *)apr_array_push(kinds) = (kind){ .name = e->type->name };
    k = (kind *)kinds->elts + i;
    k->bytes += (apr_off_t)e->length;
}

static apr_status_t tell_kinds(ap_filter_t *f, apr_bucket_brigade *bb)
{
    apr_pool_t *p = f->r->pool;
    apr_array_header_t *kinds = f->ctx = f->ctx ? f->ctx : apr_array_make(p, 8, sizeof(kind));
    const char *text = "", *chain = "";

    for (apr_bucket *e = APR_BRIGADE_FIRST(bb); e != APR_BRIGADE_SENTINEL(bb); e = APR_BUCKET_NEXT(e))
        if (!APR_BUCKET_IS_METADATA(e))
            count_kind(kinds, e);
    for (int i = 0; i < kinds->nelts; i++) {
        const kind *k = (const kind *)kinds->elts + i;

        text = apr_psprintf(p, "%s%s%s %" APR_OFF_T_FMT, text, i ? ", " : "", k->name, k->bytes);
    }
    for (ap_filter_t *n = f->r->output_filters; n && n->r == f->r; n = n->next)
        chain = apr_pstrcat(p, chain, *chain ? " " : "", n->frec->name, NULL);
    apr_table_setn(f->r->notes, "kinds", text);
    apr_table_setn(f->r->notes, "chain", chain);
    return ap_pass_brigade(f->next, bb);
}

static void hooks(apr_pool_t *p)
{
    (void)p;
    ap_register_output_filter("KINDS", tell_kinds, NULL, AP_FTYPE_CONTENT_SET);
    ap_register_output_filter("LASTING", count_lasting, NULL, AP_FTYPE_CONTENT_SET);
    ap_register_output_filter("CUTS", filter, NULL, AP_FTYPE_RESOURCE);
}

AP_DECLARE_MODULE(cuts) = { STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, hooks, AP_MODULE_FLAG_NONE };
