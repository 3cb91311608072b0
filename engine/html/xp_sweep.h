/* Where tags end, found by the bytes that can decide it, which are marked 64 at a time with whatever vectors the machine has: what is done per
 * tag is then a few steps from mark to mark. For the loops that pass over tags which decide nothing (xp_plain.c, xp_head.c): each is
 * inlined into a variant for each kind of machine, and all that differs is how 64 bytes become two words of marks.
 *
 * Rejected: searching from where the last search has ended, 16 bytes at a time (twice the instructions: a tag is a dozen bytes long,
 * and each search looks at the same bytes again), and marking quotes and equals signs apart (more vectors, fewer steps, no gain).
 */
#ifndef XP_SWEEP_H
#define XP_SWEEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../bytes/xp_marks.h"
#include "../bytes/xp_skip.h"
#include "xp_names.h"

enum { BLOCK = 64 };

/* A bit for each of 64 bytes, the first the lowest. */
typedef struct {
    uint64_t lt;     /* < */
    uint64_t in_tag; /* > = " and ' */
} marks;

typedef marks (*mark_fn)(const char *block);

/* ---- 64 bytes to two words --------------------------------------------------------------------------------------------- */

/* The highest bit of each of eight ASCII bytes that is not `c`. */
XP_INLINE uint64_t differs8(uint64_t ascii, char c)
{
    return (ascii ^ XP_EACH8(c)) + XP_EACH8(0x7F);
}

XP_INLINE marks mark_portable(const char *block)
{
    marks m = { 0, 0 };

    for (unsigned i = 0; i < BLOCK; i += 8) {
        uint64_t word = xp_load8_in_order(block + i), ascii = word & XP_EACH8(0x7F), is_ascii = ~word & XP_EACH8(0x80);
        uint64_t other = differs8(ascii, '>') & differs8(ascii, '=') & differs8(ascii, '"') & differs8(ascii, '\'');

        m.lt |= xp_gather8(is_ascii & ~differs8(ascii, '<')) << i;
        m.in_tag |= xp_gather8(is_ascii & ~other) << i;
    }
    return m;
}

#if defined(XP_SSE2)

XP_INLINE void mark16(marks *m, const char *p, unsigned shift)
{
    __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i quote = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('"')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\'')));
    __m128i sign = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('>')), _mm_cmpeq_epi8(x, _mm_set1_epi8('=')));

    m->lt |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(x, _mm_set1_epi8('<'))) << shift;
    m->in_tag |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_or_si128(quote, sign)) << shift;
}

XP_INLINE marks mark_sse2(const char *block)
{
    marks m = { 0, 0 };

    for (unsigned i = 0; i < BLOCK; i += 16)
        mark16(&m, block + i, i);
    return m;
}

/* The low four bits tell the signs apart: each looks itself up, and whatever is not itself is none of them. */
XP_AVX2 XP_INLINE void mark32(marks *m, const char *p, unsigned shift)
{
    const __m256i signs = _mm256_setr_epi8(-1, 0, '"', 0, 0, 0, 0, '\'', 0, 0, 0, 0, 0, '=', '>', 0, /* twice */
                                           -1, 0, '"', 0, 0, 0, 0, '\'', 0, 0, 0, 0, 0, '=', '>', 0);
    __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)p);
    __m256i is_lt = _mm256_cmpeq_epi8(x, _mm256_set1_epi8('<')),
            is_sign = _mm256_cmpeq_epi8(x, _mm256_shuffle_epi8(signs, x));

    m->lt |= (uint64_t)(unsigned)_mm256_movemask_epi8(is_lt) << shift;
    m->in_tag |= (uint64_t)(unsigned)_mm256_movemask_epi8(is_sign) << shift;
}

XP_AVX2 XP_INLINE marks mark_avx2(const char *block)
{
    marks m = { 0, 0 };

    mark32(&m, block, 0);
    mark32(&m, block + 32, 32);
    return m;
}

#elif defined(XP_NEON)

XP_INLINE uint8x16_t is_either(uint8x16_t x, char a, char b)
{
    return vorrq_u8(vceqq_u8(x, vdupq_n_u8((uint8_t)a)), vceqq_u8(x, vdupq_n_u8((uint8_t)b)));
}

XP_INLINE marks mark_neon(const char *block)
{
    uint8x16_t x[4], lt[4], in_tag[4];

    for (int i = 0; i < 4; i++) {
        x[i] = vld1q_u8((const uint8_t *)block + 16 * i);
        lt[i] = vceqq_u8(x[i], vdupq_n_u8('<'));
        in_tag[i] = vorrq_u8(is_either(x[i], '"', '\''), is_either(x[i], '>', '='));
    }
    return (marks){ xp_gather(lt[0], lt[1], lt[2], lt[3]), xp_gather(in_tag[0], in_tag[1], in_tag[2], in_tag[3]) };
}
#endif

/* ---- From mark to mark ---------------------------------------------------------------------------------------------------- */

/* What is marked of the 64 bytes at `block`, less what has been passed. */
typedef struct {
    const char *block, *end;
    marks m;
    const char *rest; /* the end as well, or NULL: only whole blocks are looked at */
} cursor;

/* The last bytes, fewer than 64. */
static XP_APART marks mark_rest(const char *block, size_t len)
{
    char rest[BLOCK] = { 0 };

    memcpy(rest, block, len);
    return mark_portable(rest);
}

/* Goes on to the block at `block`; false at the end. */
XP_INLINE bool enter(cursor *c, const char *block, mark_fn mark)
{
    c->block = block;
    if (c->end - block >= BLOCK)
        c->m = mark(block);
    else if (block < c->rest)
        c->m = mark_rest(block, (size_t)(c->end - block));
    else
        return false;
    return true;
}

/* The next byte that matters within a tag, or NULL. */
XP_INLINE const char *next_in_tag(cursor *c, mark_fn mark)
{
    while (!c->m.in_tag)
        if (!enter(c, c->block + BLOCK, mark))
            return NULL;
    return c->block + xp_lowest(c->m.in_tag);
}

/* Drops the mark that was found. */
XP_INLINE void pop(cursor *c)
{
    c->m.in_tag &= c->m.in_tag - 1;
}

/* The next one of them at `p` or behind it. */
XP_INLINE const char *next_from(cursor *c, const char *p, mark_fn mark)
{
    while (p - c->block >= BLOCK)
        if (!enter(c, c->block + BLOCK, mark))
            return NULL;
    c->m.in_tag &= ~UINT64_C(0) << (p - c->block);
    return next_in_tag(c, mark);
}

/* From the quote that opens a value, the next that is marked, over the value; NULL: it does not end in this chunk. */
XP_INLINE const char *past_quoted(cursor *c, char quote, mark_fn mark)
{
    const char *p = next_in_tag(c, mark);

    do {
        pop(c);
        p = next_in_tag(c, mark);
    } while (p && *p != quote);
    if (!p)
        return NULL;
    pop(c);
    return next_in_tag(c, mark);
}

/* From the '=' at `eq` over the value: the next byte that matters in the tag. NULL: there is none, or something is odd. */
XP_INLINE const char *past_value(cursor *c, const char *eq, mark_fn mark)
{
    const char *p = eq + 1;

    /* A '=' that no name leads to is part of a name; spaces, quotes and '/', which end none, are not above '/'. */
    if ((unsigned char)eq[-1] <= '/' || p >= c->end)
        return NULL;
    pop(c);
    if (*p == '"' || *p == '\'')
        return past_quoted(c, *p, mark);
    if (xp_is_space(*p))
        return NULL;
    while (p < c->end && *p != '>' && !xp_is_space(*p))
        p++;
    return p < c->end ? next_from(c, p, mark) : NULL;
}

/* Whether the name at `name` ends before the `stop` behind it, which ends none; no space within eight bytes is not looked for any further. */
XP_INLINE bool ends_before(const char *name, const char *stop, const char *end)
{
    uint64_t space = end - name < 8 ? 0 : xp_up_to8(xp_load8_in_order(name), ' ');
    const char *at = space ? name + xp_lowest(space) / 8 : xp_end_of_name(name, end);

    return at < stop && (!space || xp_is_space(*at));
}

/* From `p`, the first mark behind a tag's name, goes on to the tag's '>'. Where neither '=' nor a quote comes before the first '>', that is
 * it, whatever else is in the tag. False: it does not end in this chunk, or is of an odd kind. */
XP_INLINE bool to_end(cursor *c, const char *p, mark_fn mark)
{
    while (p && *p != '>')
        p = *p == '=' ? past_value(c, p, mark) : NULL; /* a quote that no '=' leads to is part of a name or a value */
    return p;
}

/* The same of the tag whose name stands at `name`. */
XP_INLINE bool find_end(cursor *c, const char *name, mark_fn mark)
{
    const char *p = next_in_tag(c, mark);

    if (p && *p != '>' && !ends_before(name, p, c->end))
        return false;
    return to_end(c, p, mark);
}

#endif
