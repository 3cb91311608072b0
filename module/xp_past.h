/* What came in each step of the last hours, from the moments that are kept (xp_count.h). */
#ifndef XP_PAST_H
#define XP_PAST_H

#include "xp_count.h"

/* What came between two moments. */
typedef struct {
    unsigned long from, to; /* seconds since the epoch */
    unsigned long requests[XP_PURPOSES];
    int gap; /* it is much longer than it should be: nobody knows when in it the requests came */
} xp_past_step;

typedef struct {
    int n;                               /* steps, … */
    xp_past_step step[XP_COUNT_MOMENTS]; /* … the latest first, each of which ends where the one before it begins */
    unsigned long set_back;              /* the clock was set back then: nothing before can be told; 0: it was not */
} xp_past;

/* Fills it. Reads while moments are being added. */
void xp_past_read(const xp_counters *c, xp_past *past);

/* The greatest count of the class in a step that is no gap. */
unsigned long xp_past_most(const xp_past *past, xp_purpose purpose);

#endif
