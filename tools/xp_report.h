/* How xpurpose-explain says what it has found: one line each for people and editors, or one JSON document for programs. */
#ifndef XP_REPORT_H
#define XP_REPORT_H

#include "xp_saved.h"

/* Why an element stays that may have to do with a vendor; the first as xp_left says. */
typedef enum {
    XP_WHY_CHARSET = XP_LEFT_CHARSET,
    XP_WHY_CSP = XP_LEFT_CSP,
    XP_WHY_HOLD_LIMIT = XP_LEFT_REASONS,
    /* It is a vendor's … */
    XP_WHY_OFF,     /* … who is not removed */
    XP_WHY_KEPT,    /* … and says that it is to stay */
    XP_WHY_MIXED,   /* … but not his alone */
    XP_WHY_USE,     /* … but his rows are for other elements */
    XP_WHY_HANDLER, /* … and the site waits for it */
    XP_WHY_PLACE,   /* … but without it the page would be another */
    XP_WHY_DOUBT,   /* … but who knows what a parser makes of it */
    XP_WHY_SURE,    /* so many; it may be a vendor's, and may not: */
    XP_WHY_TYPE = XP_WHY_SURE,
    XP_WHY_MODULE,
    XP_WHY_KNOWN,
    XP_WHY_ELEMENT,
    XP_WHY_PROOF,
    XP_WHY_LOOKS
} xp_why;

/* An element that nearly went, or is not held. */
typedef struct {
    const char *what;    /* "nearly" or "stays" */
    const char *element; /* its name */
    xp_why why;
    char says[512];      /* what was missing, as a sentence without its stop */
    int vendor;          /* -1: nobody's as far as is known */
    const char *pattern; /* or NULL */
    bool has_at;
    xp_place at;          /* what is spoken of, if it is within the element */
    char directive[1024]; /* what an administrator may write, or "" */
    char refused[1024];   /* … or what XPurposeVendor would say to it, or "" */
} xp_missed;

typedef struct {
    const xp_rules *rules;
    bool json, hold;
    const char *file;      /* the page that is being told of */
    unsigned files, items; /* how many have been begun */
} xp_report;

/* Words for why elements stay and why the rest of a page is not judged, NULL if it is. The module's notes have the same. */
const char *xp_report_why(xp_why why);
const char *xp_report_reason(xp_reason reason);

void xp_report_begin(xp_report *report);
void xp_report_file(xp_report *report, const char *name);
void xp_report_edit(xp_report *report, xp_place place, const xp_edit *edit);
void xp_report_missed(xp_report *report, xp_place place, const xp_missed *missed);
void xp_report_summary(xp_report *report, const xp_found *found);
void xp_report_trouble(xp_report *report, const char *trouble); /* instead of a summary */
void xp_report_end(xp_report *report);

#endif
