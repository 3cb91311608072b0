/* What the fuzz targets share: the compiled catalogue, exact-size copies, and cuts that a number chooses. */
#ifndef FUZZ_KIT_H
#define FUZZ_KIT_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/catalogue/xp_rules.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void claim(bool held, const char *what)
{
    if (held)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

/* Memory for the rules, which live as long as the process: kept in sight of the leak checker. */
static inline void *for_good(void *ctx, size_t size)
{
    static void *last;
    void **room = calloc(1, sizeof *room * 2 + size);

    (void)ctx;
    claim(room != NULL, "there is memory");
    room[0] = last;
    last = room;
    return room + 2;
}

static inline const xp_rules *catalogue(void)
{
    static const xp_rules *rules;

    if (!rules)
        rules = xp_rules_build(NULL, 0, for_good, NULL);
    return rules;
}

/* A copy that the sanitizers see every read beyond; to be freed. */
static inline char *copy_of(const void *bytes, size_t len)
{
    char *copy = malloc(len ? len : 1);

    claim(copy != NULL, "there is memory");
    if (len)
        memcpy(copy, bytes, len);
    return copy;
}

/* How long the next piece is, of `left` bytes: all of them if *seed is 0, else as the seed has it. */
static inline size_t next_cut(unsigned *seed, size_t left, unsigned most)
{
    size_t n = 1 + (*seed >> 16) % most;

    if (!*seed)
        return left;
    *seed = *seed * 1103515245u + 12345u;
    return n < left ? n : left;
}

#endif
