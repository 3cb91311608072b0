/* Charts as inline SVG, which need neither style sheet nor script: lengths are percentages, so that they are as wide as there is room, and
 * letters and lines stay as they are. Each repeats what a table says. */
#ifndef XP_CHART_H
#define XP_CHART_H

#include "xp_past.h"

/* The classes that a chart of the past shows, each with its line: told apart by colour and by how they are broken. What matters most comes first. */
enum { XP_CHART_LINES = 3 };
typedef struct {
    xp_purpose purpose;
    const char *many, *colour, *dashes;
} xp_chart_line;
extern const xp_chart_line xp_chart_lines[XP_CHART_LINES];

/* What they were in each step. There has to be one. */
void xp_chart_past(request_rec *r, const xp_past *past);

/* A piece of a line, for the legend. */
void xp_chart_line_key(request_rec *r, const xp_chart_line *line);

/* Begins a chart of so many bars, which </svg> ends. */
void xp_chart_bars(request_rec *r, int rows);

/* A bar: what it is for, and its parts one behind the other. `most`: what would be as long as there is room. */
enum { XP_CHART_PARTS = 4 }; /* removed, gated, held, found by DryRun */
void xp_chart_bar(request_rec *r, int row, const char *name, const unsigned long part[XP_CHART_PARTS], double most);

/* A piece of a bar, for the legend. */
void xp_chart_part_key(request_rec *r, int part);

#endif
