/* The status page's style sheet: sheet.css beside this header, compiled in. */
#ifndef XP_SHEET_H
#define XP_SHEET_H

#include <stddef.h>

/* Followed by a NUL, which the length does not count. */
extern const char xp_sheet_text[];
extern const size_t xp_sheet_len;

#endif
