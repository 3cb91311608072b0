/* xpurpose-explain --summary: what the pages of a site come to, for people or as one JSON document. */
#ifndef XP_SUMMARY_H
#define XP_SUMMARY_H

#include "xp_saved.h"

typedef enum {
    XP_SUMMARY_NOTHING, /* nothing would be done to any page */
    XP_SUMMARY_FOUND,   /* something would go, be gated or wait */
    XP_SUMMARY_TROUBLE  /* a file or folder could not be read; what could be is told of */
} xp_summarized;

/* Reads the `n` files and folders (xp_folders.h) and prints the summary. Of `reading` options and block count. */
xp_summarized xp_summarize(char *const *names, int n, const xp_reading *reading, bool json);

#endif
