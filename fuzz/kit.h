/* What the fuzz targets share: the compiled catalogue, exact-size copies, cuts that a number chooses, and a page that is fed in pieces. */
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

/* A page on its way through an engine, which may ask for what is not settled. */
typedef struct {
    const uint8_t *page;
    size_t len, fed;
    uint64_t settled;
    char *joined;
} course;

/* The next `len` bytes as a copy of exactly their size. */
static inline char *next_piece(course *c, size_t len)
{
    char *copy = copy_of(c->page + c->fed, len);

    c->fed += len;
    return copy;
}

/* The piece has been read. */
static inline void piece_read(course *c, char *piece, uint64_t settled)
{
    free(piece);
    free(c->joined);
    c->joined = NULL;
    claim(settled >= c->settled && settled <= c->fed, "what is settled stays settled");
    c->settled = settled;
}

/* A copy of exactly what is asked for, which is gone when the next is. */
static inline const char *kept_of(course *c, uint64_t from, uint64_t to)
{
    claim(from >= c->settled && from <= to && to <= c->fed, "only what is kept is asked for");
    free(c->joined);
    c->joined = copy_of(c->page + from, (size_t)(to - from));
    return c->joined;
}

#endif
