/* The first look at a URL: may any row be about it?
 *
 * Nearly every address of a page is nobody's, and to take it apart costs far more than to see so. What a row looks for begins in a URL
 * where none of its letters goes before: behind a slash, a dot, an "@", a star's beginning. So one word of each row goes into a
 * sieve, of a host's the first, of a path's the last, which tell most; and only a URL that has a word beginning as one of these do is
 * taken apart. Where the rows have no such words, every URL is.
 */
#ifndef XP_GLANCE_H
#define XP_GLANCE_H

#include "xp_sieve.h"

typedef struct {
    xp_sieve sieve;
    bool blind; /* there is a row without a word of three letters or more */
} xp_glance;

void xp_glance_init(xp_glance *glance);

/* Adds a row's text, which xp_rules_check has passed. */
void xp_glance_add(xp_glance *glance, const char *row);

/* False if no row matches the URL, whatever the vendors. */
bool xp_glance_at(const xp_glance *glance, const char *url, size_t len);

#endif
