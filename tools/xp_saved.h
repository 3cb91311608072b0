/* A saved page, read in blocks through the engine that httpd runs. Only what the engine has not settled yet is kept, so that a page may be of
 * any size. */
#ifndef XP_SAVED_H
#define XP_SAVED_H

#include <stdio.h>

#include "../engine/xp_scan.h"

/* Both count from 1; columns are bytes. */
typedef struct {
    uint64_t line, column;
} xp_place;

/* What has been found in a page. */
typedef struct {
    uint64_t bytes;        /* of the page */
    uint64_t removed, cut; /* elements removed, and their bytes */
    uint64_t gated, held;  /* those that stay but do not load what they would, and those that wait as a whole */
    uint64_t nanoseconds;  /* of the processor, which the engine took */
    xp_vendor_set vendors; /* of whom something was found */
    const xp_scan *scan;   /* what else there is to ask; gone after xp_saved_end() */
} xp_found;

typedef struct xp_saved xp_saved;

/* What is asked of a page, and who is told. NULL: nobody. */
typedef struct {
    xp_options options; /* the engine's, but for its functions and ctx */
    size_t block;       /* how many bytes are read at once */
    bool places;        /* whether xp_saved_place() is called */
    FILE *to;           /* where the page goes as it would be sent */
    void (*edit)(void *ctx, const xp_saved *page, const xp_edit *edit); /* xp_saved_here() is where */
    void (*near)(void *ctx, const xp_saved *page, const xp_near *near);
    void (*went_on)(void *ctx, size_t bytes); /* so many more have been read */
    void *ctx;
} xp_reading;

struct xp_saved {
    const xp_reading *reading;
    xp_found found;
    /* `held` is what the engine has not settled; its first `gone` bytes are done with. */
    char *held;
    size_t len, room, gone;
    uint64_t offset; /* where held[gone] is */
    xp_place place;  /* … in lines */
    xp_options options;
    xp_scan *scan;
};

/* Reads `in` to its end. NULL, or what went wrong: what is compressed is no page yet. xp_saved_end() is due either way; `reading` has to live until then. */
const char *xp_saved_read(xp_saved *page, const xp_reading *reading, FILE *in);
void xp_saved_end(xp_saved *page);

/* While it is read: the page's bytes from `from` to `to`, NULL if they are done with; and where an offset is that is not. */
const char *xp_saved_bytes(const xp_saved *page, uint64_t from, uint64_t to);
xp_place xp_saved_place(const xp_saved *page, uint64_t offset);

/* Whether an edit is counted: the gate itself is no element of the page's, nor is what else is put in for one that waits. So the module's
 * notes count. */
static inline bool xp_saved_counts(const xp_edit *edit)
{
    return edit->form != XP_FORM_GATE && edit->form != XP_FORM_HELD_TOO;
}

#endif
