/* What a request is for: told once, from what came over the wire, before any other module looks. */
#ifndef XP_SIGNAL_H
#define XP_SIGNAL_H

#include "xp_config.h"
#include "xp_subject.h"

/* What is known of a request beyond an ordinary view. A request without this record is one: it met no rule. */
typedef struct {
    xp_purpose purpose;
    unsigned classes;    /* bit 1 << purpose for each class that a rule was met of; the first has given `purpose` */
    int reads;           /* it came as GET or HEAD; an internal redirect makes a GET of anything */
    const char *vary;    /* headers that expressions have read */
    unsigned announced;  /* bit 1 << purpose for each class that a rule on Sec-Purpose was met of */
    int is_announced;    /* such a one has given `purpose` */
    xp_wanted wanted;    /* whether it is for a document, … */
    const char *told_by; /* … and by which headers; NULL if no rule on Sec-Purpose was met */

    int hides_coding;            /* Accept-Encoding has been taken off the request, … */
    const char *accept_encoding; /* … and was this, or NULL */
    const char *unpackable;      /* … of which this can be unpacked, once that has been asked */
    apr_table_t *conditions;     /* what else has been taken off it, or NULL */
    int hides_copy;              /* no_local_copy is ours */
    int altered;                 /* the answer may come out otherwise for that: it must not be stored */

    int inserting; /* xp_insert_plan: what is done about the site's own snippet, of this answer; … */
    int asks_half; /* … and the handler is asked about what it knows of the entity only, … */
    int asked;     /* … and has been: an answer before that is a cache's, and of the whole; … */
    int inserted;  /* … the response's fields are those of a page that it is put into, … */
    int spared;    /* … or of one that it is not, for what the request says: it must not be stored */

    int holds; /* the class is held here; else it is stripped */
    int eligible; /* the response has been or is being stripped: it must not be stored either, nor found again. Or it is being held */
    const char *gate_hash; /* what the response's policies get, so that the gate runs; NULL: nothing */
    int unpacked;          /* the response has come packed, and what unpacks it is in the chain */
    int reported;          /* the verdict is in the notes and has been counted */

    int watched;                 /* the filter that does the headers sees what passes behind the one that scans … */
    int recoded;                 /* … and finds it packed in between; … */
    apr_uint64_t arrived;        /* … so many bytes until now, and … */
    void (*arrives)(void *page); /* … calls this before the end goes on, unless NULL */
    void *page;
} xp_request;

/* NULL for an ordinary view. */
static inline xp_request *xp_signal_request(const request_rec *r)
{
    return ap_get_module_config(r->request_config, &xpurpose_module);
}

/* True if a request that has just been read from the wire can be nothing but an ordinary view, as most are: then there is no need to classify it.
 * A bit for each name of its headers tells that it cannot be one that rules read. Inline, since every request passes here. */
static inline int xp_signal_is_view(const request_rec *r)
{
    const xp_server_conf *conf = ap_get_module_config(r->server->module_config, &xpurpose_module);
    const apr_array_header_t *fields = apr_table_elts(r->headers_in);
    const apr_table_entry_t *field = (const apr_table_entry_t *)(const void *)fields->elts;

    for (const apr_table_entry_t *end = field + fields->nelts; field < end; field++)
        if (xp_config_glance(field->key, field->key_checksum) & conf->glance)
            return 0;
    return !conf->has_expr;
}

/* Classifies a request that has just been read, and counts it; NULL for an ordinary view. */
xp_request *xp_signal_classify(request_rec *r);

/* Gives a request that another one was redirected to what that one was told; NULL for an ordinary view. */
xp_request *xp_signal_inherit(request_rec *r);

/* Gives an ordinary view a record all the same. */
xp_request *xp_signal_record_view(request_rec *r);

/* Forgets what is known of an answer: another one is going to be made. */
void xp_signal_begin_answer(xp_request *request);

#endif
