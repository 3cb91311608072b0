/* What a terminal gets, and a pipe or a file does not: colours, and a line that says how far it has come. */
#ifndef XP_TERMINAL_H
#define XP_TERMINAL_H

#include <stdint.h>

typedef enum { XP_PLAIN, XP_HEADING, XP_WARNING } xp_ink;

/* What is printed to standard output from here on is such; nothing happens where that is no terminal, TERM is dumb or unset, or NO_COLOR is
 * set (https://no-color.org/). */
void xp_terminal_ink(xp_ink ink);

/* The line, on standard error: there from a second after the beginning on, brought up to date ten times a second. It is to be cleared before
 * anything else is printed, and may come again. */
void xp_progress_begin(void);
void xp_progress(uint64_t pages, uint64_t others, uint64_t bytes);
void xp_progress_clear(void);

#endif
