/* A script element in one piece, taken apart: its tag, its text, and what its attributes say of it. */
#ifndef XP_APART_H
#define XP_APART_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    size_t from, to;
} xp_span;

typedef struct {
    xp_span tag;  /* the start tag */
    xp_span text; /* what is between the tags */
    xp_span src;  /* the address as it is written, white space round it not counted */
    bool has_src; /* there is one: the text does not run */
    bool nonce;   /* it has a nonce attribute */
    bool runs;    /* by its type a browser runs it: a classic script or a module */
    bool script;  /* … or it becomes a script when a consent manager or an optimizer says so: it is no data */
} xp_apart;

/* Takes the element apart whose '<' is the first of the bytes and that ends with the last of them; offsets are from `base` on. */
xp_apart xp_apart_take(const char *element, size_t len, size_t base);

#endif
