/* See xp_plain.h, and xp_sweep.h for the steps. */
#include "xp_plain.h"

#include "xp_sweep.h"

enum { SHORTEST = 5 /* bytes of a tag that must be there: "</" and three of its name */ };

/* Goes on to the next block if it has a '<'; else, for text may be long and the C library's vectors wider, to one that begins with it. */
XP_INLINE bool find_lt(cursor *c, mark_fn mark)
{
    const char *p;

    if (!enter(c, c->block + BLOCK, mark))
        return false;
    if (c->m.lt)
        return true;
    p = c->block + BLOCK;
    p = p < c->end ? memchr(p, '<', (size_t)(c->end - p)) : NULL;
    return p && enter(c, p, mark);
}

/* The lowest bit that is set, and all below it. */
XP_INLINE uint64_t up_to_lowest(uint64_t bits)
{
    return bits ^ (bits - 1);
}

/* Goes on to the '>' of the tag at `lt`, which is the first '<' that is marked. False: it may matter, does not end in this chunk, or is
 * of an odd kind. */
XP_INLINE bool pass_tag(cursor *c, const char *lt, mark_fn mark, const xp_letters *letters)
{
    const char *name = lt + 1 + (lt[1] == '/');

    if (!xp_is_cold(letters, name[0], name[1], name[2]) && !xp_turns_cold(letters, name[0], name + 3, c->end))
        return false;
    c->m.in_tag &= ~up_to_lowest(c->m.lt);
    if (c->m.in_tag && c->block[xp_lowest(c->m.in_tag)] == '>') /* as nearly always */
        return true;
    return find_end(c, name, mark);
}

XP_INLINE const char *skip(const char *p, const char *end, mark_fn mark, const xp_letters *letters)
{
    cursor c = { NULL, end, { 0, 0 }, end };
    const char *last = end - SHORTEST; /* where a tag may begin */

    if (end - p <= SHORTEST)
        return xp_skip_to(p, end, '<');
    enter(&c, p, mark);
    for (;;) {
        const char *lt;

        if (!c.m.lt && !find_lt(&c, mark))
            return end;
        lt = c.block + xp_lowest(c.m.lt);
        if (lt > last || !pass_tag(&c, lt, mark, letters))
            return lt;
        c.m.lt &= ~up_to_lowest(c.m.in_tag);
    }
}

/* By kind of machine, and by which names matter. */
#define SKIP(kind, target, mark)                                                                                       \
    target static const char *skip_##kind(const char *p, const char *end)                                              \
    {                                                                                                                  \
        return skip(p, end, mark, &xp_hot_letters);                                                                    \
    }                                                                                                                  \
    target static const char *skip_##kind##_body(const char *p, const char *end)                                       \
    {                                                                                                                  \
        return skip(p, end, mark, &xp_body_letters);                                                                   \
    }

SKIP(portable, , mark_portable)
#if defined(XP_SSE2)
SKIP(baseline, , mark_sse2)
SKIP(avx2, XP_AVX2, mark_avx2)
#elif defined(XP_NEON)
SKIP(baseline, , mark_neon)
#else
#define skip_baseline      skip_portable
#define skip_baseline_body skip_portable_body
#endif

const char *xp_plain_skip(const char *p, const char *end)
{
#if defined(XP_SSE2)
    if (xp_has_avx2())
        return skip_avx2(p, end);
#endif
    return skip_baseline(p, end);
}

const char *xp_plain_skip_body(const char *p, const char *end)
{
#if defined(XP_SSE2)
    if (xp_has_avx2())
        return skip_avx2_body(p, end);
#endif
    return skip_baseline_body(p, end);
}

const char *xp_plain_skip_by(xp_plain_kind kind, bool body, const char *p, const char *end)
{
    if (kind == XP_PLAIN_BEST)
        return (body ? xp_plain_skip_body : xp_plain_skip)(p, end);
    if (kind == XP_PLAIN_BASELINE)
        return (body ? skip_baseline_body : skip_baseline)(p, end);
    return (body ? skip_portable_body : skip_portable)(p, end);
}
