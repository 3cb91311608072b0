/* What the engine has been told of a policy and what is written into the header is one fact: both ask xp_policy_wants_hash(), the engine by
 * way of xp_policies_add_header(). Policies that only report (Content-Security-Policy-Report-Only) let everything run; they get the hash
 * too, so that the site is told of its own scripts only. */
#include "xp_admit.h"

#include "apr_strings.h"
#include "apr_tables.h"

static const char FIELD[] = "Content-Security-Policy", REPORTING[] = "Content-Security-Policy-Report-Only";

static int note(void *policies, const char *name, const char *value)
{
    (void)name;
    xp_policies_add_header(policies, value, strlen(value));
    return 1;
}

/* httpd sends the fields of both tables. */
void xp_admit_gather(const request_rec *r, const char *hash, xp_hash_goes goes, xp_policies *policies)
{
    xp_policies_init(policies, hash, goes);
    apr_table_do(note, policies, r->headers_out, FIELD, NULL);
    apr_table_do(note, policies, r->err_headers_out, FIELD, NULL);
}

static int list(void *fields, const char *name, const char *value)
{
    (void)name;
    APR_ARRAY_PUSH((apr_array_header_t *)fields, const char *) = value;
    return 1;
}

const apr_array_header_t *xp_admit_fields(const request_rec *r)
{
    apr_array_header_t *fields;

    if (!apr_table_get(r->headers_out, FIELD) && !apr_table_get(r->err_headers_out, FIELD)) /* most pages have none */
        return NULL;
    fields = apr_array_make(r->pool, 2, sizeof(const char *));
    apr_table_do(list, fields, r->headers_out, FIELD, NULL);
    apr_table_do(list, fields, r->err_headers_out, FIELD, NULL);
    return fields;
}

/* The field with the hash in it; the field itself if none of its policies wants it. */
static const char *with_hash(apr_pool_t *p, const char *field, const char *hash, xp_hash_goes goes)
{
    size_t len = strlen(field), from = 0, done = 0, at;
    apr_array_header_t *parts = NULL;

    while (xp_policy_wants_hash(hash, goes, field, len, &from, &at)) {
        parts = parts ? parts : apr_array_make(p, 4, sizeof(const char *));
        APR_ARRAY_PUSH(parts, const char *) = apr_psprintf(p, "%.*s '%s'", (int)(at - done), field + done, hash);
        done = at;
    }
    return parts ? apr_pstrcat(p, apr_array_pstrcat(p, parts, 0), field + done, NULL) : field;
}

/* In place, so that all fields keep their order. */
static void add_to(apr_table_t *headers, apr_pool_t *p, const char *hash, xp_hash_goes goes)
{
    const apr_array_header_t *fields = apr_table_elts(headers);
    apr_table_entry_t *field = (apr_table_entry_t *)(void *)fields->elts;

    for (const apr_table_entry_t *end = field + fields->nelts; field < end; field++)
        if (!ap_cstr_casecmp(field->key, FIELD) || !ap_cstr_casecmp(field->key, REPORTING))
            field->val = (char *)with_hash(p, field->val, hash, goes);
}

void xp_admit_gate(request_rec *r, const char *hash, xp_hash_goes goes)
{
    add_to(r->headers_out, r->pool, hash, goes);
    add_to(r->err_headers_out, r->pool, hash, goes);
}
