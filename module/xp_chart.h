/* Charts as inline SVG, which need neither style sheet nor script: lengths are percentages, so that they are as wide as there is room, and
 * letters and lines stay as they are. Each repeats what a table says. */
#ifndef XP_CHART_H
#define XP_CHART_H

#include "xp_past.h"

/* Previews, prerenders and prefetches in each step. There has to be one. */
void xp_chart_past(request_rec *r, const xp_past *past);

/* Begins a chart of so many bars, which </svg> ends. */
void xp_chart_bars(request_rec *r, int rows);

/* A bar: what it is for, and its parts one behind the other. `most`: what would be as long as there is room. */
enum { XP_CHART_PARTS = 3 }; /* removed, gated, held */
void xp_chart_bar(request_rec *r, int row, const char *name, const unsigned long part[XP_CHART_PARTS], double most);

#endif
