/* What an element lacked that nearly went: xpurpose-explain --near. The engine tells of what stays (xp_near in page/xp_options.h); here it is
 * held against the whole catalogue, vendors that are off and uses that no row has included, and against what trackers look like. */
#ifndef XP_NEARLY_H
#define XP_NEARLY_H

#include "xp_report.h"

/* False if there is nothing to say of it: most of what stays is nobody's. `bytes` are the page's bytes [near->from, near->to), NULL if they
 * are not to be had. `guess`: whether what only looks like somebody's counts as well. `missed->at` and has_at are for the caller, who knows about lines. */
bool xp_nearly(const xp_options *options, const xp_near *near, const char *bytes, bool guess, xp_missed *missed);

#endif
