/* The sieve in front of the search: which places of a text may begin one of many words?
 *
 * A word begins where a letter or '_' follows something else. Such places are found 64 bytes at a time with whatever vectors
 * the machine has; the first four bytes of each (without regard to case) are looked up in a bitmap, and of the few that are found
 * there the first eight, or the same four by another hash, in another. In JavaScript one byte in nine begins a word, and with a
 * thousand literals one word in thirty comes through, so that the search behind the sieve hardly counts. Rejected: a shift table (its
 * loads wait for each other: half the speed), a Teddy-like nibble filter (lets all letters through beyond a hundred literals), gathers
 * (slow since their microcode was mended).
 */
#ifndef XP_SIEVE_H
#define XP_SIEVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    XP_SIEVE_LOG = 11, /* log2 of the first bitmap's words: it is 8 KiB, a quarter of the first-level cache; … */
    XP_SIEVE_LOG2 =
        14, /* … and of the second's, which is seldom looked at and holds far more: each way to write a dot or a slash */
    XP_SIEVE_SLACK = 24 /* bytes of a place that can be read; beyond the text's end they are zero */
};

/* One pass over a text. */
typedef struct {
    const unsigned char *text, *block; /* the 64 bytes before `at`, or a copy of them */
    size_t at, end;                    /* at: the next 64 bytes */
    uint64_t starts;                   /* what is left of the 64 bytes before */
    uint64_t inside;                   /* 1 if the byte before `at` was a letter or '_' */
    const unsigned char *place;        /* the bytes of the last place found */
    unsigned char last[64 + XP_SIEVE_SLACK];
} xp_sieve_pass;

typedef struct xp_sieve xp_sieve;
struct xp_sieve {
    size_t (*next)(const xp_sieve *sieve, xp_sieve_pass *pass);
    uint32_t first[1 << XP_SIEVE_LOG];   /* every word's first four bytes */
    uint32_t second[1 << XP_SIEVE_LOG2]; /* … and the first eight, but for words that are known by four */
};

/* Four or eight bytes without regard to case. */
static inline uint32_t xp_sieve_narrow(const unsigned char *p)
{
    uint32_t key;

    memcpy(&key, p, sizeof key);
    return key | UINT32_C(0x20202020);
}

static inline uint64_t xp_sieve_wide(const unsigned char *p)
{
    uint64_t key;

    memcpy(&key, p, sizeof key);
    return key | UINT64_C(0x2020202020202020);
}

typedef enum { XP_SIEVE_BEST, XP_SIEVE_PORTABLE, XP_SIEVE_BASELINE } xp_sieve_kind;

/* Chooses the variant: the best that this processor has, or one of the others for tests and benchmarks. */
void xp_sieve_choose(xp_sieve *sieve, xp_sieve_kind kind);

/* Lets through what begins with these bytes: eight if `is_wide`, else four. */
void xp_sieve_add(xp_sieve *sieve, const unsigned char *bytes, bool is_wide);

void xp_sieve_start(xp_sieve_pass *pass, const unsigned char *text, size_t len);

/* The next place in the pass that may begin a word of the sieve's, or the text's end. */
static inline size_t xp_sieve_next(const xp_sieve *sieve, xp_sieve_pass *pass)
{
    return sieve->next(sieve, pass);
}

#endif
