/* mod_xsendfile, whose filter puts a file in place of the page, behind those that read pages. */
#ifndef XP_SENDER_H
#define XP_SENDER_H

#include "util_filter.h"

/* If a file is going to come in place of the page, puts another filter of f's kind, with this context, behind what does that, and is true. */
int xp_sender_follow(const ap_filter_t *f, void *ctx);

#endif
