/* See xp_head.h, and xp_sweep.h for the steps. Text goes by the C library's vectors, which are wider, from '<' to '<'. */
#include "xp_head.h"

#include "xp_sweep.h"

enum { SHORTEST = 9 /* bytes of an element that must be there, so that eight of its name may be read */ };

/* A name of eight letters at most, in small ones. */
typedef struct {
    uint64_t word;
    size_t len;
} short_name;

/* Whether eight bytes begin with the word. A byte that differs from a small letter in that bit only is the same letter, or a capital. */
XP_INLINE bool begins(uint64_t eight, const char *word, size_t len)
{
    char padded[8] = "";

    memcpy(padded, word, len);
    return !(((eight | XP_EACH8(0x20)) ^ xp_load8(padded)) & xp_first8(len));
}

/* What an element is, by its name. */
typedef enum { KIND_OTHER, KIND_VOID, KIND_TEXT, KIND_SCRIPT } kind_of_element;

XP_INLINE kind_of_element kind_of(const char *p, short_name *name)
{
    const uint64_t eight = xp_load8(p);
    kind_of_element what = KIND_OTHER;

    if (begins(eight, "meta", 4) || begins(eight, "link", 4)) {
        what = KIND_VOID;
        name->len = 4;
    } else if (begins(eight, "script", 6)) {
        what = KIND_SCRIPT;
        name->len = 6;
    } else if (begins(eight, "style", 5) || begins(eight, "title", 5)) {
        what = KIND_TEXT;
        name->len = 5;
    }
    if (what == KIND_OTHER || !xp_ends_name(p[name->len]))
        return KIND_OTHER;
    name->word = xp_lower8(eight) & xp_first8(name->len);
    return what;
}

/* Behind the '>' of the tag at `lt`, or NULL: it does not end in this chunk, or is of an odd kind. */
XP_INLINE const char *past_tag(cursor *c, const char *lt, mark_fn mark)
{
    if (!enter(c, lt, mark))
        return NULL;
    if (!(c->m.in_tag && c->block[xp_lowest(c->m.in_tag)] == '>') && !to_end(c, next_in_tag(c, mark), mark))
        return NULL;
    return c->block + xp_lowest(c->m.in_tag) + 1;
}

/* Whether attributes may be among them that speak to us. */
static bool may_speak(const char *p, const char *end)
{
    static const char WORD[] = "xpurpose";
    const size_t len = sizeof WORD - 1;

    for (; (p = xp_skip_to_either(p, end, 'x', 'X')) < end; p++)
        if ((size_t)(end - p) >= len && xp_is_word(p, len, WORD))
            return true;
    return false;
}

/* From an element's text behind its end tag. NULL: that is not in this chunk, or is of an odd kind; or a script's text is, for in a comment
 * not every end tag ends it (13.2.5.18 to 31). */
static const char *past_text(const char *p, const char *end, short_name name, bool script)
{
    for (; (p = xp_skip_to(p, end, '<')) < end; p++) {
        if (end - p < SHORTEST + 1 || (script && p[1] == '!'))
            return NULL;
        if (p[1] == '/' && (xp_lower8(xp_load8(p + 2)) & xp_first8(name.len)) == name.word &&
            xp_ends_name(p[2 + name.len]))
            return p[2 + name.len] == '>' ? p + 3 + name.len : NULL;
    }
    return NULL;
}

XP_INLINE const char *skip(const char *p, const char *end, mark_fn mark, const char **behind)
{
    cursor c = { NULL, end, { 0, 0 }, NULL };

    *behind = NULL;
    for (;;) {
        const char *lt = end - p > 1 && *p == '\n' && p[1] == '<' ? p + 1 : xp_skip_space(p, end), *to; /* mostly so */
        short_name name;
        kind_of_element what;

        if (end - lt < SHORTEST || *lt != '<')
            return lt;
        what = kind_of(lt + 1, &name);
        to = what == KIND_OTHER ? NULL : past_tag(&c, lt, mark);
        if (to && what >= KIND_TEXT)
            to = may_speak(lt + 1 + name.len, to) ? NULL : past_text(to, end, name, what == KIND_SCRIPT);
        if (!to)
            return lt;
        if (what == KIND_SCRIPT) {
            *behind = to;
            return lt;
        }
        p = to;
    }
}

/* By kind of machine. */
#define SKIP(kind, target, mark)                                                                                       \
    target static const char *skip_##kind(const char *p, const char *end, const char **behind)                         \
    {                                                                                                                  \
        return skip(p, end, mark, behind);                                                                             \
    }

SKIP(portable, , mark_portable)
#if defined(XP_SSE2)
SKIP(baseline, , mark_sse2)
SKIP(avx2, XP_AVX2, mark_avx2)
#elif defined(XP_NEON)
SKIP(baseline, , mark_neon)
#else
#define skip_baseline skip_portable
#endif

const char *xp_head_skip(const char *p, const char *end, const char **behind)
{
#if defined(XP_SSE2)
    if (xp_has_avx2())
        return skip_avx2(p, end, behind);
#endif
    return skip_baseline(p, end, behind);
}

const char *xp_head_skip_by(xp_plain_kind kind, const char *p, const char *end, const char **behind)
{
    if (kind == XP_PLAIN_BEST)
        return xp_head_skip(p, end, behind);
    return (kind == XP_PLAIN_BASELINE ? skip_baseline : skip_portable)(p, end, behind);
}
