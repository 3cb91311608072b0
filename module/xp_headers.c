/* Promise one hangs on this file: a stripped page that is stored, revalidated or resumed would reach a person.
 *
 * The response's headers are done by a filter of their own that sits behind mod_headers', for `Header set Cache-Control` must not
 * undo no-store, and before CACHE_SAVE, which has to see Vary. It is in the chain of ordinary requests too (with XPurposeVary),
 * where it adds Vary to HTML and nothing else.
 *
 * XPurposeVary Off is for ordinary pages. A stripped one always says what it depends on, for there are caches that are told to
 * store whatever comes: only Vary keeps it apart from the full one there.
 *
 * What Vary names: a request that meets no rule of a class that is stripped is not stripped, and neither is one that is alike in
 * the headers which these rules read, whatever its others. So these are enough for it: `X-Purpose` by default. Prefetches are
 * among them, and Sec-Purpose in their Vary would keep browsers from showing what they have fetched. Where such a rule is met
 * the others decide whether it comes first, and all headers are named.
 *
 * A held page may be shown to anybody, from whatever cache it comes: it has all that counts, and that runs then. So no mistake here costs a
 * view; but a prerender that a cache answers with a plain page is counted unseen. Hence views name Sec-Purpose as well where pages
 * are held, and held pages are private: another cache would keep what it cannot revalidate.
 */
#include "xp_headers.h"

#include "http_log.h"
#include "http_protocol.h"
#include "apr_strings.h"

#include "xp_admit.h"
#include "xp_choice.h"
#include "xp_field.h"
#include "xp_named.h"
#include "xp_site.h"

APLOG_USE_MODULE(xpurpose);

static ap_filter_rec_t *handle;

/* ---- Looking at the response ----------------------------------------------------------------------------------------------- */

/* mod_headers acts later in the chain than the page is scanned, and where most administrators set their policy, some of them say
 * there that a file is packed. What it is going to do is found out by letting its filter do it to a copy of the request, with
 * nothing behind it. */
static apr_status_t swallow(ap_filter_t *f, apr_bucket_brigade *bb)
{
    (void)f;
    (void)bb;
    return APR_SUCCESS;
}

static void run_mod_headers(const ap_filter_t *mod_headers, request_rec *r)
{
    static ap_filter_rec_t NOWHERE = { .name = "XPURPOSE_NOWHERE", .filter_func.out_func = swallow };
    ap_filter_t end = { .frec = &NOWHERE, .r = r, .c = r->connection }, run = *mod_headers;
    ap_filter_t *first = r->output_filters, *first_proto = r->proto_output_filters;

    run.r = r;
    run.next = &end;
    r->output_filters = r->proto_output_filters = &run;
    run.frec->filter_func.out_func(&run, apr_brigade_create(r->pool, r->connection->bucket_alloc));
    r->output_filters = first;
    r->proto_output_filters = first_proto;
}

/* mod_headers' filter, if it is still to come. */
static ap_filter_t *find_mod_headers(const ap_filter_t *f)
{
    ap_filter_t *next = f->next;

    while (next && next->r == f->r && ap_cstr_casecmpn(next->frec->name, "fixup_headers_", 14))
        next = next->next;
    return next && next->r == f->r ? next : NULL;
}

/* The request as it will be behind mod_headers: itself, or the copy. */
static request_rec *foresee(const ap_filter_t *f, request_rec *copy)
{
    request_rec *r = f->r;
    const ap_filter_t *mod_headers = find_mod_headers(f);

    if (!mod_headers)
        return r;
    *copy = *r;
    copy->headers_out = apr_table_copy(r->pool, r->headers_out);
    copy->err_headers_out = apr_table_copy(r->pool, r->err_headers_out);
    copy->notes = apr_table_copy(r->pool, r->notes);
    copy->subprocess_env = apr_table_copy(r->pool, r->subprocess_env);
    run_mod_headers(mod_headers, copy);
    return copy;
}

/* A response header from where httpd will take it. */
static const char *response_header(const request_rec *r, const char *name)
{
    const char *value = apr_table_get(r->err_headers_out, name);

    return value ? value : apr_table_get(r->headers_out, name);
}

/* Calls `note` for each field of this name; a backend's stand one by one in the table. Most are not there at all, which is known sooner. */
static void each_field(const request_rec *r, const char *name, apr_table_do_callback_fn_t *note, void *ctx)
{
    if (apr_table_get(r->headers_out, name))
        apr_table_do(note, ctx, r->headers_out, name, NULL);
    if (apr_table_get(r->err_headers_out, name))
        apr_table_do(note, ctx, r->err_headers_out, name, NULL);
}

static int note_coding(void *found, const char *name, const char *value)
{
    xp_coding *all = found, coding = xp_field_coding(value);

    (void)name;
    if (coding != XP_CODING_NONE)
        *all = *all == XP_CODING_NONE ? coding : XP_CODING_OTHER;
    return 1;
}

/* What the page is packed in, told in one field or in several. httpd puts what it knows itself in place of all fields. */
static xp_coding coding_of(const request_rec *r)
{
    xp_coding coding = XP_CODING_NONE;

    if (r->content_encoding)
        note_coding(&coding, NULL, r->content_encoding);
    else
        each_field(r, "Content-Encoding", note_coding, &coding);
    return coding;
}

void xp_headers_hurry(ap_filter_t *f)
{
    ap_filter_t *mod_headers = find_mod_headers(f);

    if (!mod_headers)
        return;
    ap_remove_output_filter(mod_headers);
    run_mod_headers(mod_headers, f->r);
}

static int note_no_transform(void *found, const char *name, const char *value)
{
    (void)name;
    *(int *)found |= xp_field_has(value, "no-transform");
    return 1;
}

/* True if `note` finds something in a field of this name. */
static int has(const request_rec *r, const char *name, apr_table_do_callback_fn_t *note)
{
    int found = 0;

    each_field(r, name, note, &found);
    return found;
}

/* No page, and no text of one that is there as a whole. */
static xp_verdict judge_kind(request_rec *r, const char *type)
{
    if (AP_STATUS_IS_HEADER_ONLY(r->status) || ap_is_HTTP_INFO(r->status) || !type || !xp_field_is_html(type))
        return XP_NOT_HTML_VERDICT;
    if (r->status == HTTP_PARTIAL_CONTENT || response_header(r, "Content-Range"))
        return XP_PARTIAL_VERDICT;
    return XP_STRIPPED_VERDICT;
}

/* In what it is written, and packed. `r` is what the response is, `later` what it will be. */
static xp_verdict judge_text(const request_rec *r, const request_rec *later, const char *type, xp_outlook *outlook)
{
    const char *label;
    size_t len = xp_field_charset(type, &label);
    xp_coding now = coding_of(r), then = later == r ? now : coding_of(later);

    outlook->charset = len ? xp_charset_of(label, len) : XP_CHARSET_UNKNOWN;
    if (outlook->charset == XP_CHARSET_UNSAFE)
        return XP_CHARSET_VERDICT;
    outlook->coding = now != XP_CODING_NONE && then != XP_CODING_OTHER ? now : then;
    return outlook->coding != XP_CODING_NONE ? XP_ENCODED_VERDICT : XP_STRIPPED_VERDICT;
}

static xp_verdict judge(request_rec *r, request_rec *later, xp_outlook *outlook)
{
    const char *type = ap_make_content_type(later, later->content_type);
    xp_verdict verdict = judge_kind(r, type);

    if (verdict != XP_STRIPPED_VERDICT)
        return verdict;
    if (r->proxyreq != PROXYREQ_NONE && has(r, "Cache-Control", note_no_transform))
        return XP_NO_TRANSFORM_VERDICT;
    return judge_text(r, later, type, outlook);
}

/* RFC 6266, 4.2: types that are not known are taken for attachment. */
static int is_attachment(const char *disposition)
{
    static const char INLINE[] = "inline";
    size_t len = strcspn(disposition, "; \t");

    return len && (len != sizeof INLINE - 1 || ap_cstr_casecmpn(disposition, INLINE, len));
}

/* A page that people see: what they asked for, or what tells that there is none. Whoever says no-transform means this too, for what is put
 * in is no part of the page. */
static xp_verdict judge_for_insertion(request_rec *r, request_rec *later, xp_outlook *outlook)
{
    const char *type = ap_make_content_type(later, later->content_type);
    const char *disposition = response_header(later, "Content-Disposition");
    xp_verdict verdict = judge_kind(r, type);

    if (verdict != XP_STRIPPED_VERDICT)
        return verdict;
    if (r->status != HTTP_OK && r->status < HTTP_BAD_REQUEST)
        return XP_STATUS_VERDICT;
    if (has(r, "Cache-Control", note_no_transform) || has(later, "Cache-Control", note_no_transform))
        return XP_NO_TRANSFORM_VERDICT;
    if (disposition && is_attachment(disposition))
        return XP_ATTACHMENT_VERDICT;
    return judge_text(r, later, type, outlook);
}

/* True if mod_headers is going to change the field. */
static int differs(const request_rec *r, const request_rec *later, const char *name)
{
    const char *now = response_header(r, name), *then = response_header(later, name);

    return now && then ? strcmp(now, then) != 0 : now != then;
}

void xp_headers_judge_for_insertion(ap_filter_t *f, xp_outlook *outlook, const apr_array_header_t **policies)
{
    request_rec copy, *later = foresee(f, &copy);

    if (later != f->r && (differs(f->r, later, "ETag") || differs(f->r, later, "Last-Modified"))) {
        xp_headers_hurry(f); /* what tells of the page is told anew */
        later = f->r;
    }
    outlook->verdict = judge_for_insertion(f->r, later, outlook);
    *policies = xp_admit_fields(later);
}

/* The hash of what may be put in: without a script of ours nothing is held, so XPurposeGate has no say there. */
static const char *hash_for(const request_rec *r)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);

    if (xp_signal_request(r)->holds)
        return XP_HOLD_HASH;
    return xp_config_gate(conf) == XP_GATE_OFF ? NULL : XP_GATE_HASH;
}

static xp_hash_goes hash_rule(const xp_request *request)
{
    return request->holds ? XP_HASH_EVERYWHERE : XP_HASH_BESIDE_HASHES;
}

void xp_headers_judge(ap_filter_t *f, xp_outlook *outlook)
{
    request_rec copy, *later = foresee(f, &copy);

    outlook->verdict = judge(f->r, later, outlook);
    xp_admit_gather(later, hash_for(f->r), hash_rule(xp_signal_request(f->r)), &outlook->policies);
}

/* ---- Response ------------------------------------------------------------------------------------------------------------------------ */

/* Names in Vary what no field of it names yet. */
static void add_to_vary(request_rec *r, const char *names)
{
    const char *listed = apr_table_getm(r->pool, r->headers_out, "Vary");
    apr_array_header_t *missing;
    xp_part name;

    if (!listed) {
        apr_table_addn(r->headers_out, "Vary", names);
        return;
    }
    if (xp_field_has(listed, "*"))
        return;
    missing = apr_array_make(r->pool, 8, sizeof(const char *));
    while (xp_field_member(&names, &name)) {
        const char *word = apr_pstrmemdup(r->pool, name.text, name.len);

        if (!xp_field_has(listed, word))
            APR_ARRAY_PUSH(missing, const char *) = word;
    }
    if (missing->nelts)
        apr_table_mergen(r->headers_out, "Vary", xp_choice_list(r->pool, missing));
}

/* A 304 often comes without a type: then what the client asks for tells a page from an image. */
static int is_html(request_rec *r)
{
    const char *accept;

    if (r->content_type)
        return xp_field_is_html(r->content_type);
    accept = r->status == HTTP_NOT_MODIFIED ? apr_table_get(r->headers_in, "Accept") : NULL;
    return accept && ap_strstr_c(accept, "text/html") != NULL;
}

/* True if other headers than those that views vary by have decided about this request, or might about one like it. Of a held class that is so
 * if another rule came before the one on Sec-Purpose: what was passed then must not be taken for what would be held. */
static int may_be_changed(const xp_dir_conf *conf, const xp_request *request)
{
    if (!request || !request->reads)
        return 0;
    return (request->classes & xp_config_stripped(conf)) ||
           (!request->is_announced && (request->announced & xp_config_held(conf)));
}

/* Where pages are held, what a request that was sent ahead gets depends on what it is for, which ordinary views need not tell. All that was
 * asked for like that says so, whatever has become of it: one place, and one rule. */
static void vary_by_dest(request_rec *r, const xp_dir_conf *conf, const xp_server_conf *server,
                         const xp_request *request)
{
    if (!request || !(xp_config_held(conf) & server->announced))
        return;
    if (request->told_by)
        add_to_vary(r, request->told_by);
    else if (apr_table_get(r->headers_in, "X-Purpose"))
        add_to_vary(r, "Sec-Fetch-Dest");
}

static void vary_response(request_rec *r, const xp_dir_conf *conf, const xp_request *request)
{
    const xp_server_conf *server = ap_get_module_config(r->server->module_config, &xpurpose_module);
    const char *names = may_be_changed(conf, request) ? server->vary_all : xp_config_vary_names(server, conf);

    if (names)
        add_to_vary(r, names);
    if (request && request->vary)
        add_to_vary(r, request->vary);
    vary_by_dest(r, conf, server, request);
}

/* Fields of one table of headers on their way into another. */
typedef struct {
    request_rec *r;
    xp_vendor_set vendors;
    apr_table_t *kept;
    int (*goes)(const char *name);
    int changed;
} sieve;

static int put_back(void *headers, const char *name, const char *value)
{
    apr_table_addn(headers, name, value);
    return 1;
}

/* The number of the vendor that an entry of a Link field would make the browser call, or -1. */
static int link_vendor(const sieve *s, const xp_link *link)
{
    const xp_rules *rules = xp_site_rules();
    int vendor = link->hint ? xp_rules_url_vendor(rules, link->url, link->url_len, &s->vendors) : -1;

    if (vendor >= 0)
        ap_log_rerror(APLOG_MARK, APLOG_TRACE1, 0, s->r, "Link: %.*s goes, vendor %s", (int)link->len, link->text,
                      xp_rules_name(rules, vendor));
    return vendor;
}

/* Keeps a Link field less the entries that would make the browser call a vendor. */
static int keep_links(void *ctx, const char *name, const char *value)
{
    sieve *s = ctx;
    char *text = apr_palloc(s->r->pool, strlen(value) + 2), *end = text;
    int dropped = 0;
    xp_link link;

    for (const char *p = value; p;) {
        p = xp_field_link(p, &link);
        if (link_vendor(s, &link) >= 0) {
            dropped = 1;
        } else if (link.len) {
            memcpy(end, link.text, link.len);
            end += link.len;
            *end++ = ',';
        }
    }
    if (!dropped) {
        apr_table_addn(s->kept, name, value);
    } else if (end > text) {
        end[-1] = '\0';
        apr_table_addn(s->kept, name, text);
    }
    s->changed |= dropped;
    return 1;
}

static void filter_links(request_rec *r, apr_table_t *headers, const xp_dir_conf *conf)
{
    sieve s = { .r = r };

    if (!apr_table_get(headers, "Link"))
        return;
    s.kept = apr_table_make(r->pool, 4);
    xp_selection_vendors(&conf->vendors, &s.vendors);
    apr_table_do(keep_links, &s, headers, "Link", NULL);
    if (!s.changed)
        return;
    apr_table_unset(headers, "Link");
    apr_table_do(put_back, headers, s.kept, NULL);
}

/* True if it is one of the names, which are in small letters. Most differ in the first. */
static int is_one_of(const char *name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((*name | 0x20) == *names[i] && !ap_cstr_casecmp(name, names[i]))
            return 1;
    return 0;
}

/* True for headers by which one cache is told other things than Cache-Control says: nginx's, Akamai's, and what RFC 9213 calls
 * targeted fields, whose names end in Cache-Control; and for that itself. Surrogate-Control and Edge-Control tell more than that. */
static int is_targeted_field(const char *name)
{
    static const char SUFFIX[] = "cache-control";
    size_t len = strlen(name);

    return (len >= sizeof SUFFIX - 1 && (name[len - 1] | 0x20) == 'l' &&
            !ap_cstr_casecmp(name + len - (sizeof SUFFIX - 1), SUFFIX)) ||
           !ap_cstr_casecmp(name, "x-accel-expires");
}

/* True for what says how to store the answer. */
static int is_storage_field(const char *name)
{
    static const char *const NAMES[] = { "age", "expires" };

    return is_targeted_field(name) || is_one_of(name, NAMES, sizeof NAMES / sizeof *NAMES);
}

/* What tells of the full page's bytes: a tag, that parts of them may be asked for; and what tells of these bytes and no others: their date,
 * number, digests, and signatures that cover these. */
static const char *const IDENTITY[] = { "etag",           "accept-ranges",  "last-modified",
                                        "content-length", "content-md5",    "digest",
                                        "content-digest", "repr-digest",    "unencoded-digest",
                                        "signature",      "signature-input" };
enum { OF_THESE_BYTES = 2, IDENTITIES = sizeof IDENTITY / sizeof *IDENTITY };

static int is_identity_field(const char *name)
{
    return is_one_of(name, IDENTITY, IDENTITIES);
}

/* What goes of a stripped page's fields, and of a held one's. That may be looked at: Expires and Age tell the browser that keeps it how long
 * it is fresh, as they would of the plain page, and other caches are told that it is private. */
static int goes_of_stripped(const char *name)
{
    return is_storage_field(name) || is_identity_field(name);
}

static int goes_of_held(const char *name)
{
    return is_targeted_field(name) || is_identity_field(name);
}

/* What a cache could find a page again by, that nothing was put into for the sake of the request alone. */
static int goes_of_spared(const char *name)
{
    static const char *const NAMES[] = { "etag", "last-modified" };

    return is_storage_field(name) || is_one_of(name, NAMES, sizeof NAMES / sizeof *NAMES);
}

static int keep_others(void *ctx, const char *name, const char *value)
{
    sieve *s = ctx;

    if (s->goes(name))
        s->changed = 1;
    else
        apr_table_addn(s->kept, name, value);
    return 1;
}

static int keep_processing(void *ctx, const char *name, const char *value)
{
    apr_array_header_t *kept = ctx;
    xp_part member;

    (void)name;
    while (xp_field_member(&value, &member))
        if (!ap_cstr_casecmpn(member.text, "content=", 8) || !ap_cstr_casecmpn(member.text, "dca=", 4))
            APR_ARRAY_PUSH(kept, const char *) = apr_pstrmemdup(kept->pool, member.text, member.len);
    return 1;
}

/* Surrogate-Control and Edge-Control also tell a cache to process ESI, without which the page would be broken. */
static void forget_surrogate(request_rec *r, apr_table_t *headers, const char *name)
{
    apr_array_header_t *kept;

    if (!apr_table_get(headers, name))
        return;
    kept = apr_array_make(r->pool, 2, sizeof(const char *));
    APR_ARRAY_PUSH(kept, const char *) = "no-store";
    apr_table_do(keep_processing, kept, headers, name, NULL);
    apr_table_setn(headers, name, apr_array_pstrcat(r->pool, kept, ','));
}

/* A backend may send any number of fields, so they are looked at in one round rather than asked for one by one. */
static void drop(request_rec *r, apr_table_t *headers, int (*goes)(const char *name))
{
    sieve s = { .r = r, .goes = goes };

    if (apr_is_empty_table(headers))
        return;
    s.kept = apr_table_make(r->pool, apr_table_elts(headers)->nelts);
    apr_table_do(keep_others, &s, headers, NULL);
    if (s.changed) {
        apr_table_clear(headers);
        apr_table_do(put_back, headers, s.kept, NULL);
    }
}

/* The same of a page that no cache may have. */
static void forget(request_rec *r, apr_table_t *headers, int (*goes)(const char *name))
{
    drop(r, headers, goes);
    forget_surrogate(r, headers, "Surrogate-Control");
    forget_surrogate(r, headers, "Edge-Control");
}

/* mod_cache takes what is not to be stored for a reason to throw away what it has. But that is the full page, or the style sheet
 * as people get it, and still good. */
static void spare_stored(request_rec *r)
{
    apr_table_setn(r->subprocess_env, "no-cache", "1");
    for (ap_filter_t *f = r->output_filters, *next; f; f = next) { /* an internal redirect brings another one */
        next = f->next;
        if (!ap_cstr_casecmp(f->frec->name, "CACHE_REMOVE_URL"))
            ap_remove_output_filter(f);
    }
}

/* True for directives that are for shared caches, or would keep the page beyond its time. */
static int is_for_shared(const char *name, size_t len)
{
    static const char *const NAMES[] = { "private", "public", "s-maxage", "immutable" };
    static const char STALE[] = "stale-";

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strlen(NAMES[i]) == len && !ap_cstr_casecmpn(name, NAMES[i], len))
            return 1;
    return len >= sizeof STALE - 1 && !ap_cstr_casecmpn(name, STALE, sizeof STALE - 1);
}

static int keep_directives(void *ctx, const char *name, const char *value)
{
    apr_array_header_t *kept = ctx;
    xp_part member;

    (void)name;
    while (xp_field_member(&value, &member)) {
        size_t len = xp_field_directive(&member);

        if (len && !is_for_shared(member.text, len))
            APR_ARRAY_PUSH(kept, const char *) = apr_pstrmemdup(kept->pool, member.text, member.len);
    }
    return 1;
}

/* What Cache-Control says of a held page: `private`, of all of it, and whatever else the plain page says to the browser that keeps it.
 * no-store is none of ours: it would keep the page out of the back-forward cache, and Back would count again. */
static const char *private_control(request_rec *r)
{
    apr_array_header_t *kept = apr_array_make(r->pool, 4, sizeof(const char *));

    APR_ARRAY_PUSH(kept, const char *) = "private";
    apr_table_do(keep_directives, kept, r->headers_out, "Cache-Control", NULL);
    apr_table_do(keep_directives, kept, r->err_headers_out, "Cache-Control", NULL);
    return xp_choice_list(r->pool, kept);
}

/* Takes fields away, and says in Cache-Control what is to be done instead. */
static void mark(request_rec *r, int (*goes)(const char *name), const char *control)
{
    forget(r, r->headers_out, goes);
    forget(r, r->err_headers_out, goes);
    apr_table_setn(r->headers_out, "Cache-Control", control);
    spare_stored(r);
}

/* The answer to a request that we have altered is for this request alone. */
static void mark_altered(request_rec *r, const xp_request *request)
{
    if (request->holds)
        mark(r, is_targeted_field, private_control(r));
    else
        mark(r, is_storage_field,
             has(r, "Cache-Control", note_no_transform) ? "private, no-store, no-transform" : "private, no-store");
}

/* So is a stripped page, and nothing must take it for the full one. Nor must it a held one, which a browser may keep. */
static void mark_changed(request_rec *r, const xp_request *request)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);

    if (request->holds) {
        mark(r, goes_of_held, private_control(r));
    } else {
        mark(r, goes_of_stripped, "private, no-store");
        filter_links(r, r->headers_out, conf);
        filter_links(r, r->err_headers_out, conf);
    }
    if (request->gate_hash)
        xp_admit_gate(r, request->gate_hash, hash_rule(request));
}

/* The tag is that of the page with what is put in; `suffix` NULL: there is none. */
static void mark_tag(request_rec *r, apr_table_t *headers, const char *suffix)
{
    const char *tag = apr_table_get(headers, "ETag");
    size_t room;
    char *with;

    if (!tag)
        return;
    if (!suffix) {
        apr_table_unset(headers, "ETag");
        return;
    }
    room = strlen(tag) + strlen(suffix) + 1;
    with = apr_palloc(r->pool, room);
    if (xp_field_tag_with(tag, suffix, with, room))
        apr_table_setn(headers, "ETag", with);
    else
        apr_table_unset(headers, "ETag");
}

/* Takes off what tells of the bytes without what is put in. */
static void drop_identity(apr_table_t *headers)
{
    for (int i = OF_THESE_BYTES; i < IDENTITIES; i++)
        apr_table_unset(headers, IDENTITY[i]);
}

void xp_headers_mark_inserted(request_rec *r, const char *suffix)
{
    drop_identity(r->headers_out);
    drop_identity(r->err_headers_out);
    mark_tag(r, r->headers_out, suffix);
    mark_tag(r, r->err_headers_out, suffix);
}

static int has_end(const apr_bucket_brigade *bb)
{
    const apr_bucket *e = APR_BRIGADE_LAST(bb);

    while (e != APR_BRIGADE_SENTINEL(bb) && !APR_BUCKET_IS_EOS(e))
        e = APR_BUCKET_PREV(e);
    return e != APR_BRIGADE_SENTINEL(bb);
}

/* Counts what goes on behind the filter that scans: another one may put in a page of its own there. */
static void watch(xp_request *request, const apr_bucket_brigade *bb)
{
    for (apr_bucket *e = APR_BRIGADE_FIRST(bb); e != APR_BRIGADE_SENTINEL(bb); e = APR_BUCKET_NEXT(e))
        if (!APR_BUCKET_IS_METADATA(e) && e->length != (apr_size_t)-1)
            request->arrived += e->length;
}

static void begin(request_rec *r, xp_request *request)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    const int is_changed = request && request->eligible;

    if (is_changed) {
        mark_changed(r, request);
        request->watched = 1;
        request->recoded = coding_of(r) != XP_CODING_NONE;
    } else if (request && request->spared) {
        mark(r, goes_of_spared, "private, no-store");
    } else if (request && request->altered && r->status != HTTP_NOT_MODIFIED) {
        mark_altered(r, request);
    }
    if ((xp_config_mode(conf) == XP_ON && xp_config_vary(conf) && (is_html(r) || (request && request->inserted))) ||
        is_changed)
        vary_response(r, conf, request);
}

/* Contexts: what this filter has to remember is whether it has begun. */
static char added, begun;

void xp_headers_add(request_rec *r)
{
    ap_add_output_filter_handle(handle, &added, r, r->connection);
}

static void end(request_rec *r, const xp_request *request)
{
    if (!request->eligible)
        forget(r, r->trailers_out, is_identity_field);
    else
        forget(r, r->trailers_out, request->holds ? goes_of_held : goes_of_stripped);
    if (request->arrives)
        request->arrives(request->page);
}

/* The backend's trailers are there with the end of the page, and HTTP/2 sends them. */
static apr_status_t filter(ap_filter_t *f, apr_bucket_brigade *bb)
{
    request_rec *r = f->r;
    xp_request *request = xp_signal_request(r);

    if (!f->ctx)
        return xp_named_pass(f, bb);
    if (APR_BRIGADE_EMPTY(bb))
        return APR_SUCCESS;
    if (f->ctx == &added) {
        f->ctx = &begun;
        begin(r, request);
    }
    if (!request || (!request->eligible && !request->inserted)) {
        ap_remove_output_filter(f);
    } else {
        watch(request, bb);
        if (has_end(bb)) {
            end(r, request);
            ap_remove_output_filter(f);
        }
    }
    return ap_pass_brigade(f->next, bb);
}

void xp_headers_register(void)
{
    handle = ap_register_output_filter("XPURPOSE_HEADERS", filter, NULL, AP_FTYPE_CONTENT_SET);
}
