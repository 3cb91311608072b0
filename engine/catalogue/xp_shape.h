/* Patterns of values: in element rows, of a query's parameters and of files' names (see xp_vendors.h).
 *
 * A value is matched as a whole. '*' stands for any run of bytes, also for none; a shape for a run of bytes of its kind that goes as far
 * as such bytes do, so that there is one way to read it: <digits>, <hex>, <caps> (capitals and digits), <id> (letters and digits, not a
 * word, a date or small hexadecimal digits alone), <key> (a word with capitals, small letters and digits), <word> (letters, digits, '_',
 * '-'), <host> (two labels or more, of any case), <uuid>. But for the last two, ":8" is a run of eight bytes, ":6+" one of six or more.
 */
#ifndef XP_SHAPE_H
#define XP_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[0, n) is what the pattern says. Takes a number of steps that is linear in n: what would take more does not match. */
bool xp_shape_matches(const char *pattern, size_t npattern, const char *text, size_t n);

/* How many bytes of the pattern stand for themselves before its first star or shape. */
size_t xp_shape_literal(const char *pattern, size_t npattern);

/* NULL if it is a pattern, else what is wrong, as the end of a sentence. */
const char *xp_shape_check(const char *pattern, size_t npattern);

#endif
