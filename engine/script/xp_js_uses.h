/* Which names of the page a script defines, and which it uses, and when: as it runs, or later.
 *
 * Names that stand alone, and what hangs off `window` and its like. No grammar, but what is local to a function is not the page's, and what
 * stands in a function counts only if that is called while the page is read or has just been read. A function's body does if it is called
 * where it stands, is handed to a timer or to an event of loading, or has a name that is mentioned where the script runs. What is
 * handed to something else may be called at any time; what is for a click, is pushed into a queue, or is kept as a method or a value
 * is called later.
 *
 * It is for scripts whose every word is a vendor's, in the language that these use: of classes and patterns nothing is known. Nothing is certain
 * where the same short name is used for many things; then a name counts as local, or as defined. Two passes
 * over the text, whatever it is. Where the lexer gives up, this ends.
 */
#ifndef XP_JS_USES_H
#define XP_JS_USES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How a name is used. */
typedef enum {
    XP_JS_SETS,    /* it gets its value here, whatever it was before */
    XP_JS_DEFINES, /* it gets one here if it has none (X = X || …), or is a function's; or what may be the global object gets a property of
                      that name (w.fbq = …); or a string of that text gets a name, or is handed to a function that stands there (w[l] = …) */
    XP_JS_USES,    /* its value is asked for, as the script runs … */
    XP_JS_USES_SOON,     /* … when the page has been read, or a timer is due … */
    XP_JS_USES_PERHAPS,  /* … in a function that is handed to another */
    XP_JS_ONLY_ASKED = 8 /* added to these three: nothing hangs off it, as where it is looked whether there is any */
} xp_js_use;

/* What else the script does, wherever in it. */
typedef struct {
    bool writes; /* markup, by document.write() or its like */
    bool loads;  /* makes an element that loads, gives one its address, or asks for something */
} xp_js_deeds;

/* Who is told of the names, in the order in which they stand; not of uses of a name that the script itself defines where it runs. */
typedef struct {
    int (*owner)(const void *ctx, const char *name,
                 size_t len); /* a vendor's number; -1: of that name nothing is told */
    void (*told)(void *ctx, xp_js_use how, int owner, const char *name, size_t len);
    void *ctx;
} xp_js_listener;

xp_js_deeds xp_js_uses(const char *text, size_t len, bool doublebyte, const xp_js_listener *listener);

/* A small set of names: what is in it is found in it, and now and then something else. `bits` is a power of two, 64 at least. */
static inline uint64_t xp_js_hash(const char *name, size_t len)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)name[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 29;
}

static inline void xp_js_names_add(uint64_t *names, unsigned bits, uint64_t hash)
{
    for (int i = 0; i < 3; i++, hash >>= 16)
        names[hash % bits / 64] |= UINT64_C(1) << hash % 64;
}

static inline bool xp_js_names_has(const uint64_t *names, unsigned bits, uint64_t hash)
{
    for (int i = 0; i < 3; i++, hash >>= 16)
        if (!(names[hash % bits / 64] >> hash % 64 & 1))
            return false;
    return true;
}

#endif
