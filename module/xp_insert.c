/* A page gets the site's snippet on its way out. What comes before its place passes as it is settled, then the filter leaves the chain.
 *
 * HTTP sees another entity. It is made of two: what the handler knows, and the snippet. Hence its tag is made of both, and the handler is asked
 * about its own half only (xp_hide_validators). This holds for all that is read as a page, whatever it turns out to be: which bytes go out
 * depends on nothing but the configuration besides, which is in the suffix too, so that the tag tells them; and HEAD, which has no bytes, answers
 * as GET does.
 *
 * In a page that is held the snippet waits like everything else: the filter that holds comes behind this one, and sees it as a part of the
 * page. Preparing a held form of it once was set aside: what waits depends on what stands before it, and so do the texts that let it go on.
 */
#include "xp_insert.h"

#include "http_core.h"
#include "http_log.h"
#include "http_protocol.h"
#include "apr_strings.h"

#include "xp_count.h"
#include "xp_dav.h"
#include "xp_field.h"
#include "xp_hash.h"
#include "xp_headers.h"
#include "xp_hide.h"
#include "xp_named.h"
#include "xp_pump.h"
#include "xp_sender.h"
#include "xp_site.h"
#include "xp_unpack.h"

APLOG_USE_MODULE(xpurpose);

static ap_filter_rec_t *handle;

/* A page on its way through the filter. */
typedef struct {
    request_rec *r;
    xp_request *request;
    const xp_insertion *insertion;
    ap_filter_rec_t *behind; /* the filter that follows, or NULL, … */
    void *ctx;               /* … and its context */
    xp_pump *pump;           /* once the response's headers have been looked at, and it is a page */
    xp_place *place;
    xp_place_options options;
    const char *nonce;
    apr_size_t nonce_len;
    const char *tag; /* the entity's, which unpacking has changed; NULL: it has not */
    int blocked;     /* a policy does not let it run */
    unsigned done;   /* snippets that are in */
    int told, read;
} inserter;

/* ---- What is to be done --------------------------------------------------------------------------------------------------------- */

/* What goes into a frame (Fetch Metadata, 2.1). */
static int is_framed(const request_rec *r)
{
    static const char *const FRAMES[] = { "iframe", "frame", "fencedframe", "embed", "object" };
    const char *dest = apr_table_get(r->headers_in, "Sec-Fetch-Dest");

    for (size_t i = 0; dest && i < sizeof FRAMES / sizeof *FRAMES; i++)
        if (xp_field_is_item(dest, FRAMES[i]))
            return 1;
    return 0;
}

/* What is asked for cannot become a page of its own: it goes into a frame, or a script that says so puts it into a page. That a script or a
 * link asks (Sec-Fetch-Dest: empty) tells nothing: service workers pass pages on, and prefetches become pages. Nor does X-Requested-With by
 * itself: Android's web views name the app there whenever somebody opens a page in it. */
static int is_part(const request_rec *r)
{
    const char *with = apr_table_get(r->headers_in, "X-Requested-With");

    return is_framed(r) || (with && xp_field_all(with, "XMLHttpRequest")) ||
           apr_table_get(r->headers_in, "HX-Request") || apr_table_get(r->headers_in, "Turbo-Frame");
}

/* An internal redirect makes a GET of anything. */
static int is_read(const request_rec *r)
{
    while (r->prev)
        r = r->prev;
    return r->method_number == M_GET;
}

/* Whoever asks for a page of ours; a client that sends its requests through httpd asks for somebody else's. */
static int is_ours(const request_rec *r)
{
    return !r->main && r->proxyreq != PROXYREQ_PROXY && r->method_number == M_GET && is_read(r) &&
           !apr_table_get(r->subprocess_env, "no-xpurpose");
}

/* What is asked for as an image or a script, and is a page all the same, is a part like any other. */
xp_insert_plan xp_insert_decide(request_rec *r, const xp_dir_conf *conf, xp_subject subject, int strips)
{
    if (subject == XP_SUBJECT_OTHER || !conf->insert->n || xp_config_mode(conf) == XP_OFF || !is_ours(r))
        return XP_INSERT_NOTHING;
    if (strips)
        return XP_INSERT_SKIPS;
    if (xp_dav_is_on(r))
        return XP_INSERT_DAV;
    return subject == XP_SUBJECT_PART || is_part(r) ? XP_INSERT_SPARES : XP_INSERT_TRIES;
}

static const xp_insertion *insertion_of(const request_rec *r)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);

    return conf->insert ? xp_insertion_of(r->pool, conf->insert) : NULL;
}

/* What the configuration of the request's place says besides, and the engine is told: how much may be held back, and the charset of pages that
 * name none; 0 where it says nothing. */
static apr_uint64_t hash_of_place(const request_rec *r)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    const core_dir_config *core = ap_get_core_module_config(r->per_dir_config);
    const char *charset = core->add_default_charset == ADD_DEFAULT_CHARSET_ON ? core->add_default_charset_name : "";

    if (conf->hold_limit == XP_UNSET && !*charset)
        return 0;
    return xp_hash_word(xp_hash_number(XP_HASH_BEGIN, (apr_uint64_t)conf->hold_limit), charset) >>
           (64 - 4 * XP_INSERTION_HASH);
}

static const char *suffix_of(const request_rec *r, const xp_insertion *insertion)
{
    return xp_insertion_suffix(r->pool, insertion, hash_of_place(r));
}

static void alter_coding(request_rec *r, xp_request *request, xp_insert_looks who)
{
    const int maps = who == XP_LOOKS_HANDLER && r->handler && !strcmp(r->handler, "type-map");

    xp_hide_unpackable(r, request, xp_unpack_is_possible());
    if (maps || (who == XP_LOOKS_NEGOTIATOR && (ap_allow_options(r) & OPT_MULTI)))
        xp_hide_negotiate(r, request, xp_unpack_is_possible());
}

void xp_insert_alter(request_rec *r, xp_request *request, xp_insert_looks who)
{
    const xp_insertion *insertion = insertion_of(r);

    if (!insertion)
        return;
    if (request->inserting == XP_INSERT_TRIES)
        alter_coding(r, request, who);
    if (who != XP_LOOKS_HANDLER)
        return;
    if (request->inserting == XP_INSERT_SPARES)
        xp_hide_all_conditions(r, request);
    else
        xp_hide_validators(r, request, suffix_of(r, insertion));
}

/* ---- Verdict --------------------------------------------------------------------------------------------------------------------- */

static void tell(inserter *s, xp_verdict verdict)
{
    if (s->told)
        return;
    s->told = 1;
    apr_table_setn(s->r->notes, "xpurpose-insert", xp_verdict_name(verdict));
    xp_count_insert(s->r->server, verdict);
    ap_log_rerror(APLOG_MARK, APLOG_DEBUG, 0, s->r, "snippet: %s", xp_verdict_name(verdict));
}

static xp_verdict verdict_of(const inserter *s)
{
    if (s->done)
        return s->blocked ? XP_INSERTED_CSP_VERDICT : XP_INSERTED_VERDICT;
    switch (xp_place_reason_of(s->place)) {
    case XP_PLACE_CHARSET: return XP_CHARSET_VERDICT;
    case XP_PLACE_NOT_HTML: return XP_NOT_HTML_VERDICT;
    case XP_PLACE_FRAGMENT: return XP_FRAGMENT_VERDICT;
    case XP_PLACE_FRAMESET: return XP_FRAMESET_VERDICT;
    case XP_PLACE_AMP: return XP_AMP_VERDICT;
    case XP_PLACE_PRESENT: return XP_PRESENT_VERDICT;
    default: return XP_AMBIGUOUS_VERDICT;
    }
}

/* Nobody sees what is blocked, so whoever looks after the site is told: once, since each page has the same policy. */
static void warn_of_policy(const inserter *s)
{
    if (xp_count_blocked() == 0)
        ap_log_rerror(APLOG_MARK, APLOG_WARNING, 0, s->r,
                      "the Content-Security-Policy of this page, and perhaps of others, does not let the snippet of "
                      "XPurposeInsert at %s run",
                      s->insertion->at);
}

/* ---- The page's course ------------------------------------------------------------------------------------------------------------- */

static void feed(void *ctx, const char *bytes, apr_size_t len)
{
    inserter *s = ctx;

    s->read |= len > 0;
    xp_place_feed(s->place, bytes, len);
}

static void end(void *ctx)
{
    xp_place_end(((inserter *)ctx)->place);
}

static apr_uint64_t settled(void *ctx)
{
    return xp_place_settled(((inserter *)ctx)->place);
}

static int is_done(void *ctx)
{
    return xp_place_done(((inserter *)ctx)->place);
}

/* httpd's own filter takes parts of what is sent; but a date tells nothing of that. What is hidden for a page that is stripped or held is not
 * ours: there are no parts of those. */
static void restore(request_rec *r, xp_request *request)
{
    const char *condition;

    if (!request->asks_half)
        return;
    xp_hide_restore(r, request);
    condition = apr_table_get(r->headers_in, "If-Range");
    if (request->inserted && condition && *condition != '"') {
        apr_table_unset(r->headers_in, "If-Range");
        apr_table_unset(r->headers_in, "Range");
        apr_table_unset(r->headers_in, "Request-Range");
    }
}

/* It is a page, or what says that somebody has it. */
static void mark(const inserter *s)
{
    s->request->inserted = 1;
    if (s->tag)
        apr_table_setn(s->r->headers_out, "ETag", s->tag);
    xp_headers_mark_inserted(s->r, suffix_of(s->r, s->insertion));
    restore(s->r, s->request);
}

/* An answer without a body, as HEAD has, tells nothing of the page. */
static void is_over(void *ctx)
{
    inserter *s = ctx;

    if (s->read || !s->r->header_only)
        tell(s, verdict_of(s));
}

static void found(void *ctx, xp_where where, uint64_t at)
{
    inserter *s = ctx;
    xp_piece pieces[XP_SNIPPET_PIECES];
    int n = xp_snippet_write(s->insertion->snippets[where], xp_place_present(s->place, where), s->nonce, s->nonce_len,
                             pieces);

    s->done++;
    xp_pump_edit(s->pump, at, at, pieces, n);
    ap_log_rerror(APLOG_MARK, APLOG_TRACE1, 0, s->r, "snippet of %" APR_SIZE_T_FMT " bytes at %" APR_UINT64_T_FMT,
                  s->insertion->snippets[where]->len, at);
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    return xp_pump_kept(((inserter *)ctx)->pump, from, to);
}

/* ---- Policies -------------------------------------------------------------------------------------------------------------------------- */

/* True if the policy of some field lets no script of the snippet run that it lets no other way. */
static int is_blocked(const inserter *s, const xp_snippet *snippet, const char *field)
{
    const size_t len = strlen(field);

    if (snippet->runs_inline && xp_policy_blocks_inline(field, len, snippet->inline_nonced ? s->nonce : "",
                                                        snippet->inline_nonced ? s->nonce_len : 0))
        return 1;
    for (int i = 0; i < snippet->urls; i++) {
        const xp_span *url = &snippet->url[i];

        if (xp_policy_blocks_url(field, len, snippet->text + url->from, url->to - url->from,
                                 snippet->url_nonced[i] ? s->nonce : "", snippet->url_nonced[i] ? s->nonce_len : 0,
                                 ap_get_server_name(s->r)))
            return 1;
    }
    return 0;
}

static void read_policies(inserter *s, const apr_array_header_t *fields)
{
    xp_policies policies;
    const char *nonce;
    size_t len = 0;

    s->nonce = "";
    if (!fields)
        return;
    xp_policies_init(&policies, NULL, XP_HASH_BESIDE_HASHES);
    for (int i = 0; i < fields->nelts; i++) {
        const char *field = APR_ARRAY_IDX(fields, i, const char *);

        xp_policies_add_header(&policies, field, strlen(field));
    }
    nonce = xp_policies_shared_nonce(&policies, &len);
    if (nonce && len) {
        s->nonce = apr_pstrmemdup(s->r->pool, nonce, len);
        s->nonce_len = len;
    }
    for (int i = 0; i < fields->nelts && !s->blocked; i++)
        for (int where = 0; where < XP_PLACES && !s->blocked; where++)
            if (s->insertion->snippets[where])
                s->blocked = is_blocked(s, s->insertion->snippets[where], APR_ARRAY_IDX(fields, i, const char *));
    if (s->blocked)
        warn_of_policy(s);
}

/* ---- The filter --------------------------------------------------------------------------------------------------------------------------- */

static inserter *make(request_rec *r, const inserter *of)
{
    inserter *s = apr_pmemdup(r->pool, of, sizeof *of);

    s->r = r;
    return s;
}

static void begin_page(ap_filter_t *f, inserter *s, const xp_outlook *outlook)
{
    /* Whoever asks for the rest by the tag has what he has as a part of the whole page. */
    static const xp_pump_engine ENGINE = { feed, end, settled, is_done, NULL, is_over, .drops_undecided = 1 };
    const xp_dir_conf *conf = ap_get_module_config(s->r->per_dir_config, &xpurpose_module);

    s->pump = xp_pump_begin(f, &ENGINE, s);
    for (int i = 0; i < XP_PLACES; i++) {
        const xp_snippet *snippet = s->insertion->snippets[i];

        s->options.snippets[i] = snippet;
        if (snippet)
            s->options.lengths[i] = xp_snippet_length(snippet, s->nonce_len);
    }
    s->options.rules = xp_site_rules();
    s->options.hold_limit = xp_config_hold_limit(conf);
    s->options.charset = outlook->charset;
    s->options.found = found;
    s->options.kept = kept;
    s->options.ctx = s;
    s->place = apr_palloc(s->r->pool, xp_place_size());
    xp_place_init(s->place, &s->options);
}

/* The answer is known: what becomes of it? INSERTED stands for: it is to be read. */
static xp_verdict verdict_of_answer(inserter *s, const xp_outlook *outlook)
{
    static const xp_verdict WHY[] = { XP_OFF_VERDICT, XP_SKIPPED_VERDICT, XP_DAV_VERDICT, XP_FRAGMENT_VERDICT,
                                      XP_INSERTED_VERDICT };

    if (outlook->verdict == XP_NOT_HTML_VERDICT || outlook->verdict == XP_STATUS_VERDICT)
        return outlook->verdict;
    if (s->request->inserting == XP_INSERT_TRIES && outlook->verdict != XP_STRIPPED_VERDICT)
        return outlook->verdict;
    s->request->spared = s->request->inserting == XP_INSERT_SPARES;
    return WHY[s->request->inserting];
}

/* A 304 of who has been asked as the client asked: a cache's, which names the whole's tag already, or perhaps an image's. */
static int is_asked_whole(const inserter *s)
{
    return s->r->status == HTTP_NOT_MODIFIED && !s->request->asked;
}

/* Most answers that are no page say so by a type that nobody makes a page's afterwards. */
static int is_asset(const request_rec *r)
{
    return r->content_type && xp_subject_is_asset(r);
}

/* Begins a page; false if the answer passes, or is looked at further behind. */
static int begin(ap_filter_t *f, inserter *s, apr_bucket_brigade *bb)
{
    const apr_array_header_t *policies;
    xp_outlook outlook;
    xp_verdict verdict;

    if (AP_BUCKET_IS_ERROR(APR_BRIGADE_FIRST(bb)))
        return 0;
    if (xp_sender_follow(f, make(s->r, s))) {
        s->behind = NULL;
        return 0;
    }
    if (is_asked_whole(s))
        return 0;
    if (s->r->status == HTTP_NOT_MODIFIED && s->request->inserting == XP_INSERT_TRIES) {
        mark(s);
        xp_unpack_forget(s->r); /* what was packed has gone out unpacked */
        return 0;
    }
    if (is_asset(s->r)) {
        restore(s->r, s->request);
        tell(s, XP_NOT_HTML_VERDICT);
        return 0;
    }
    xp_headers_judge_for_insertion(f, &outlook, &policies);
    s->tag = s->tag ? s->tag : apr_table_get(s->r->headers_out, "ETag");
    if (s->request->inserting == XP_INSERT_TRIES && outlook.verdict == XP_ENCODED_VERDICT && !s->request->unpacked &&
        xp_unpack_insert(f, bb, outlook.coding)) {
        s->request->unpacked = 1;
        ap_add_output_filter_handle(handle, make(s->r, s), f->r, f->c);
        s->behind = NULL;
        return 0;
    }
    verdict = verdict_of_answer(s, &outlook);
    if (verdict != XP_INSERTED_VERDICT) {
        if (!s->request->spared)
            restore(s->r, s->request);
        tell(s, verdict);
        return 0;
    }
    read_policies(s, policies);
    mark(s);
    begin_page(f, s, &outlook);
    return 1;
}

/* A condition that names the tag of what the handler has, or another one's, does not hold for the page that goes out (RFC 9110, 13.1.1).
 * That it is a page the handler could not be told beforehand. */
static int fails_match(const inserter *s)
{
    const char *match, *tag;

    if (!s->request->asks_half || s->r->status != HTTP_OK || !apr_table_get(s->r->headers_in, "If-Match"))
        return 0;
    match = apr_table_getm(s->r->pool, s->r->headers_in, "If-Match");
    tag = apr_table_get(s->r->headers_out, "ETag");
    return *match != '*' && !(tag && ap_find_etag_strong(s->r->pool, match, tag));
}

static apr_status_t refuse(ap_filter_t *f, apr_bucket_brigade *bb)
{
    apr_bucket_alloc_t *list = f->c->bucket_alloc;

    apr_brigade_cleanup(bb);
    APR_BRIGADE_INSERT_TAIL(bb, ap_bucket_error_create(HTTP_PRECONDITION_FAILED, NULL, f->r->pool, list));
    APR_BRIGADE_INSERT_TAIL(bb, apr_bucket_eos_create(list));
    ap_remove_output_filter(f);
    return ap_pass_brigade(f->next, bb);
}

/* What the page goes through next, once it is here for certain. */
static void add_behind(ap_filter_t *f, inserter *s)
{
    ap_filter_t *behind;

    if (!s->behind)
        return;
    behind = apr_pmemdup(f->r->pool, f, sizeof *f);
    behind->frec = s->behind;
    behind->ctx = s->ctx;
    f->next = behind;
    s->behind = NULL;
}

static apr_status_t insert(ap_filter_t *f, apr_bucket_brigade *bb)
{
    inserter *s = f->ctx;

    if (!s)
        return xp_named_pass(f, bb);
    if (APR_BRIGADE_EMPTY(bb))
        return APR_SUCCESS;
    if (!s->pump && !begin(f, s, bb)) {
        add_behind(f, s);
        ap_remove_output_filter(f);
        return ap_pass_brigade(f->next, bb);
    }
    if (!s->read && fails_match(s))
        return refuse(f, bb);
    add_behind(f, s);
    return xp_pump_take(s->pump, bb);
}

void xp_insert_add(request_rec *r, xp_request *request, ap_filter_rec_t *behind, void *ctx)
{
    const inserter of = { .r = r, .request = request, .insertion = insertion_of(r), .behind = behind, .ctx = ctx };

    if (of.insertion)
        ap_add_output_filter_handle(handle, make(r, &of), r, r->connection);
    else if (behind)
        ap_add_output_filter_handle(behind, ctx, r, r->connection);
}

void xp_insert_register(void)
{
    handle = ap_register_output_filter("XPURPOSE_INSERT", insert, NULL, (ap_filter_type)(AP_FTYPE_CONTENT_SET - 1));
}
