/* How xpurpose-explain says what it has found: one line each for people and editors, or one JSON document for programs. */
#ifndef XP_REPORT_H
#define XP_REPORT_H

#include "xp_saved.h"

/* An element that nearly went, or is not held. */
typedef struct {
    const char *what;    /* "nearly" or "stays" */
    const char *element; /* its name */
    const char *reason;  /* a word */
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

/* Words for why elements are left (an xp_left, or one more: they are too long) and why the rest of a page is not judged, NULL if it is. The
 * module's notes have the same. */
const char *xp_report_left(int why);
const char *xp_report_reason(xp_reason reason);

void xp_report_begin(xp_report *report);
void xp_report_file(xp_report *report, const char *name);
void xp_report_edit(xp_report *report, xp_place place, const xp_edit *edit);
void xp_report_missed(xp_report *report, xp_place place, const xp_missed *missed);
void xp_report_summary(xp_report *report, const xp_found *found);
void xp_report_trouble(xp_report *report, const char *trouble); /* instead of a summary */
void xp_report_end(xp_report *report);

#endif
