/* Bytes by what they are in ASCII, one by one and eight at a time. */
#ifndef XP_ASCII_H
#define XP_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ASCII white space; CR counts, since the input stream's preprocessing makes LF of it (13.2.3.5). */
static inline bool xp_is_space(char c)
{
    return (unsigned char)c <= ' ' && UINT64_C(0x100003600) >> c & 1;
}

static inline bool xp_is_alpha(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline char xp_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Eight bytes as they stand. They are compared and masked only, so that their order within the word does not matter. */
static inline uint64_t xp_load8(const char *p)
{
    uint64_t word;

    memcpy(&word, p, sizeof word);
    return word;
}

/* All ones in the first `n` of eight bytes, which may be all of them. */
static inline uint64_t xp_first8(size_t n)
{
    static const char ONES[16] = { -1, -1, -1, -1, -1, -1, -1, -1 };

    return xp_load8(ONES + 8 - n);
}

#define XP_EACH8(c) (UINT64_C(0x0101010101010101) * (c))

static inline uint64_t xp_lower8(uint64_t word)
{
    uint64_t low = word & XP_EACH8(0x7F), from_a = low + XP_EACH8(0x80 - 'A'), above_z = low + XP_EACH8(0x7F - 'Z');

    return word | (from_a & ~above_z & ~word & XP_EACH8(0x80)) >> 2;
}

#endif
