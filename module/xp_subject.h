/* What a request asks for, as far as that can be told before there is an answer. */
#ifndef XP_SUBJECT_H
#define XP_SUBJECT_H

#include "httpd.h"

typedef enum {
    XP_SUBJECT_PAGE, /* may be a page, as far as is known */
    XP_SUBJECT_ASSET, /* has the name of what pages are made of, but a program answers: nothing of the request is to be changed */
    XP_SUBJECT_PART, /* is wanted for something in a page; only an address that is no page's would be right for that */
    XP_SUBJECT_OTHER /* is no page for certain */
} xp_subject;

/* What a request asks for, as far as is known by now. Asked in this order: what the browser wants it for (Sec-Fetch-Dest); the type
 * that a file is going to be sent as; that of its name, for what programs and backends make. */
xp_subject xp_subject_of(const request_rec *r);

/* The same for an answer that httpd makes of an error: its type has nothing to do with the name. */
xp_subject xp_subject_of_error(const request_rec *r);

/* Whether it is what pages are made of by its type, or if it has none yet by its name, whatever the browser wants it for. */
int xp_subject_is_asset(const request_rec *r);

/* Whether a request is for a document, by Sec-Fetch-Dest alone. */
typedef enum { XP_WANTED_UNTOLD, XP_WANTED_DOCUMENT, XP_WANTED_OTHER } xp_wanted;

/* OTHER is also what can be read in more than one way: only what is a document for certain is to be held. `*read`: the headers that decide, as
 * a Vary list. */
xp_wanted xp_subject_wanted(const request_rec *r, const char **read);

#endif
