/* What somebody meant who typed a name that there is not. */
#ifndef XP_MEANT_H
#define XP_MEANT_H

#include <stddef.h>

typedef struct {
    const char *typed;
    size_t len;
    const char *name; /* the nearest so far that is near enough, or NULL */
    size_t differs;   /* in so many letters, whatever their case */
} xp_meant;

/* Begins with the `len` bytes of `typed`, and holds a name that there is against it. Both are kept, not copied. */
void xp_meant_begin(xp_meant *meant, const char *typed, size_t len);
void xp_meant_consider(xp_meant *meant, const char *name);

#endif
