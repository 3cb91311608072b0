/* Eight bytes at a time, in a word: what every machine can do. */
#ifndef XP_WORD_H
#define XP_WORD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define XP_EACH8(c) (UINT64_C(0x0101010101010101) * (unsigned char)(c))

/* The number of the lowest bit that is set; one is. */
static inline unsigned xp_lowest(uint64_t bits)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(bits);
#else
    unsigned n = 0;

    for (; !(bits & 1); bits >>= 1)
        n++;
    return n;
#endif
}

/* Eight bytes as they stand. They are compared and masked only, so that their order within the word does not matter. */
static inline uint64_t xp_load8(const char *p)
{
    uint64_t word;

    memcpy(&word, p, sizeof word);
    return word;
}

/* The same, the first byte the lowest. */
static inline uint64_t xp_load8_in_order(const char *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return xp_load8(p);
#else
    uint64_t word = 0;

    for (unsigned i = 0; i < 8; i++)
        word |= (uint64_t)(unsigned char)p[i] << 8 * i;
    return word;
#endif
}

/* All ones in the first `n` of eight bytes, which may be all of them. */
static inline uint64_t xp_first8(size_t n)
{
    static const char ONES[16] = { -1, -1, -1, -1, -1, -1, -1, -1 };

    return xp_load8(ONES + 8 - n);
}

static inline uint64_t xp_lower8(uint64_t word)
{
    uint64_t low = word & XP_EACH8(0x7F), from_a = low + XP_EACH8(0x80 - 'A'), above_z = low + XP_EACH8(0x7F - 'Z');

    return word | (from_a & ~above_z & ~word & XP_EACH8(0x80)) >> 2;
}

/* The highest bit of each byte that is `c`, which is ASCII. */
static inline uint64_t xp_is8(uint64_t word, char c)
{
    uint64_t other = word ^ XP_EACH8(c);

    return ~((other & XP_EACH8(0x7F)) + XP_EACH8(0x7F)) & ~other & XP_EACH8(0x80);
}

/* The same for each that is `c` or less; `c` is ASCII. */
static inline uint64_t xp_up_to8(uint64_t word, char c)
{
    return ~((word & XP_EACH8(0x7F)) + XP_EACH8(0x7F - c)) & ~word & XP_EACH8(0x80);
}

/* The highest bits of eight bytes, gathered: a product adds them up at its top, each in its place. */
static inline uint64_t xp_gather8(uint64_t highest)
{
    return (highest >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

#endif
