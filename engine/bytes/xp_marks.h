/* 64 bytes as 64 bits: what the loops have in common that look at a text in such blocks (xp_plain.c, xp_sieve.c).
 *
 * Each has its loop once, inlined into a variant for each kind of machine: SSE2 is there on every x86-64 and NEON on every aarch64;
 * AVX2 is taken where the processor has it; and without vectors, or with XP_PORTABLE, eight bytes are looked at in a word.
 */
#ifndef XP_MARKS_H
#define XP_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "xp_word.h"

#if defined(__GNUC__)
#define XP_INLINE static inline __attribute__((always_inline))
#define XP_APART  __attribute__((noinline)) /* so that the loop that calls it keeps its registers */
#else
#define XP_INLINE static inline
#define XP_APART
#endif

#if defined(XP_PORTABLE) || !defined(__GNUC__)
/* no vectors */
#elif defined(__SSE2__)
#include <immintrin.h>
#define XP_SSE2 1
#define XP_AVX2 __attribute__((target("avx2,bmi,bmi2")))

/* Asked once a call: a load and a test. */
static inline bool xp_has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#include <arm_neon.h>
#define XP_NEON 1

/* A bit for each of 64 bytes that are all ones or all zeros: each keeps the one bit of its place among eight, and adding neighbours
 * three times gathers them. */
XP_INLINE uint64_t xp_gather(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d)
{
    const uint8x16_t bit = vreinterpretq_u8_u64(vdupq_n_u64(UINT64_C(0x8040201008040201)));
    uint8x16_t low = vpaddq_u8(vandq_u8(a, bit), vandq_u8(b, bit)),
               high = vpaddq_u8(vandq_u8(c, bit), vandq_u8(d, bit));
    uint8x16_t sum = vpaddq_u8(low, high);

    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}
#endif

#endif
