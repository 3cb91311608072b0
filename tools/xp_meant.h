/* What somebody has probably meant who typed a word that is none, as a question for a message. As the module asks it (module/xp_nearest.c). */
#ifndef XP_MEANT_H
#define XP_MEANT_H

#include "../engine/xp_scan.h"

enum {
    XP_MEANT_TEXT = 512,                                /* room for any question */
    XP_MEANT_NAMES = XP_VENDORS_MAX + XP_CLASS_SITE + 1 /* any vendor, or any class */
};

/* Which of the engine's two says who is likely: xp_likeliest() or xp_likeliest_vendors(). */
typedef size_t xp_meant_fn(const char *typed, const char *const *names, size_t n, const char **guesses);

/* Writes "did you mean a, b or c?" to `to`, or "" if none of the `n` names is likely, which are XP_MEANT_NAMES at most; of many the first. */
void xp_meant_ask(char to[XP_MEANT_TEXT], const char *typed, const char *const *names, size_t n,
                  xp_meant_fn *likeliest);

#endif
