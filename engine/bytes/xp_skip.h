/* Skipping over bytes that cannot matter: the searches that most of a page is spent in.
 *
 * The runs between tags and inside them are short (a dozen bytes), so a call to memchr() costs more than it finds; the first
 * bytes are looked at here, 16 at a time, and only a long run goes to the C library, which has wider vectors. Where the
 * compiler knows neither SSE2 nor NEON, or XP_PORTABLE is defined, the vector is a word of eight bytes.
 */
#ifndef XP_SKIP_H
#define XP_SKIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "xp_ascii.h"
#include "xp_word.h"

#if defined(__SSE2__) && !defined(XP_PORTABLE)
#include <emmintrin.h>

enum { XP_STEP = 16 };

typedef __m128i xp_vec;

static inline xp_vec xp_vec_load(const char *p)
{
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static inline xp_vec xp_vec_is(xp_vec v, char c)
{
    return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

static inline xp_vec xp_vec_or(xp_vec a, xp_vec b)
{
    return _mm_or_si128(a, b);
}

static inline xp_vec xp_vec_up_to(xp_vec v, char c)
{
    return _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(c)), v);
}

/* Bits for the bytes that are set … */
static inline uint64_t xp_vec_mask(xp_vec v)
{
    return (unsigned)_mm_movemask_epi8(v);
}

/* … and the index of the first one; there is one. */
static inline unsigned xp_mask_first(uint64_t mask)
{
    return (unsigned)__builtin_ctz((unsigned)mask);
}
#elif defined(__ARM_NEON) && defined(__aarch64__) && !defined(__AARCH64EB__) && !defined(XP_PORTABLE)
#include <arm_neon.h>

enum { XP_STEP = 16 };

typedef uint8x16_t xp_vec;

static inline xp_vec xp_vec_load(const char *p)
{
    return vld1q_u8((const uint8_t *)p);
}

static inline xp_vec xp_vec_is(xp_vec v, char c)
{
    return vceqq_u8(v, vdupq_n_u8((uint8_t)c));
}

static inline xp_vec xp_vec_or(xp_vec a, xp_vec b)
{
    return vorrq_u8(a, b);
}

static inline xp_vec xp_vec_up_to(xp_vec v, char c)
{
    return vcleq_u8(v, vdupq_n_u8((uint8_t)c));
}

/* NEON has no movemask: narrowing by four bits leaves a nibble a byte. */
static inline uint64_t xp_vec_mask(xp_vec v)
{
    return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(v), 4)), 0);
}

static inline unsigned xp_mask_first(uint64_t mask)
{
    return (unsigned)__builtin_ctzll(mask) / 4;
}
#else

enum { XP_STEP = 8 };

/* The highest bit of a byte is set, or none. */
typedef uint64_t xp_vec;

static inline xp_vec xp_vec_load(const char *p)
{
    return xp_load8_in_order(p);
}

static inline xp_vec xp_vec_is(xp_vec v, char c)
{
    return xp_is8(v, c);
}

static inline xp_vec xp_vec_or(xp_vec a, xp_vec b)
{
    return a | b;
}

static inline xp_vec xp_vec_up_to(xp_vec v, char c)
{
    return xp_up_to8(v, c);
}

static inline uint64_t xp_vec_mask(xp_vec v)
{
    return v;
}

static inline unsigned xp_mask_first(uint64_t mask)
{
    return xp_lowest(mask) / 8;
}
#endif

/* The first `c` in [p, end), or end. */
static inline const char *xp_skip_to(const char *p, const char *end, char c)
{
    const char *found;

    for (int i = 0; i < 4 && end - p >= XP_STEP; i++) {
        uint64_t mask = xp_vec_mask(xp_vec_is(xp_vec_load(p), c));

        if (mask)
            return p + xp_mask_first(mask);
        p += XP_STEP;
    }
    found = end > p ? memchr(p, c, (size_t)(end - p)) : NULL;
    return found ? found : end;
}

/* The first `a` or `b` in [p, end), or end. */
static inline const char *xp_skip_to_either(const char *p, const char *end, char a, char b)
{
    for (; end - p >= XP_STEP; p += XP_STEP) {
        xp_vec v = xp_vec_load(p);
        uint64_t mask = xp_vec_mask(xp_vec_or(xp_vec_is(v, a), xp_vec_is(v, b)));

        if (mask)
            return p + xp_mask_first(mask);
    }
    while (p < end && *p != a && *p != b)
        p++;
    return p;
}

/* The first byte in [p, end) that is no white space, or end. */
static inline const char *xp_skip_space(const char *p, const char *end)
{
    if (p < end && *p == ' ') /* as nearly always, and no more of it */
        p++;
    while (p < end && xp_is_space(*p))
        p++;
    return p;
}

/* The first byte in [p, end) that is not above `c`, or end. Letters are above '>', and none above ' ' is white space. */
static inline const char *xp_skip_above(const char *p, const char *end, char c)
{
    for (; end - p >= XP_STEP; p += XP_STEP) {
        uint64_t mask = xp_vec_mask(xp_vec_up_to(xp_vec_load(p), c));

        if (mask)
            return p + xp_mask_first(mask);
    }
    while (p < end && (unsigned char)*p > (unsigned char)c)
        p++;
    return p;
}

/* A byte that ends a part of a URL or is changed in one: # ? \ or a tab or line end. */
static inline bool xp_is_in_url(char c)
{
    return (unsigned char)c < 64 ? UINT64_C(0x8000000800002600) >> c & 1 : c == '\\';
}

static inline xp_vec xp_vec_in_url(xp_vec v)
{
    xp_vec white = xp_vec_or(xp_vec_is(v, '\t'), xp_vec_or(xp_vec_is(v, '\n'), xp_vec_is(v, '\r')));

    return xp_vec_or(xp_vec_or(xp_vec_is(v, '#'), xp_vec_is(v, '?')), xp_vec_or(xp_vec_is(v, '\\'), white));
}

/* The first of them in [p, end), or end. */
static inline const char *xp_skip_in_url(const char *p, const char *end)
{
    for (; end - p >= XP_STEP; p += XP_STEP) {
        uint64_t mask = xp_vec_mask(xp_vec_in_url(xp_vec_load(p)));

        if (mask)
            return p + xp_mask_first(mask);
    }
    while (p < end && !xp_is_in_url(*p))
        p++;
    return p;
}

#endif
