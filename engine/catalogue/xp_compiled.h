/* The compiled rules' own types, which xp_compile.c fills and xp_rules.c looks up in. */
#ifndef XP_COMPILED_H
#define XP_COMPILED_H

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "xp_catalogue.h"
#include "xp_glance.h"
#include "xp_match.h"
#include "xp_trie.h"

/* A row, or one of its names, as it is compared. */
typedef struct {
    const char *text;
    uint16_t len;
    int row;
} xp_item;

/* Of each kind of key the first byte is its own. */
typedef enum {
    XP_KEY_HOSTS,
    XP_KEY_LABELS,
    XP_KEY_PATHS,
    XP_KEY_FILES,
    XP_KEY_NAMES,
    XP_KEY_BEGINS,
    XP_KEY_ENDS,
    XP_KEY_ELEMENTS,
    XP_KEY_QUERIES,
    XP_KEYS
} xp_key_kind;

enum { XP_ASKED = 512 };

/* The bit of an attribute's name, which has a byte at least, without regard to case. */
static inline unsigned xp_asked_bit(const char *name, size_t len)
{
    const unsigned char *p = (const unsigned char *)name;
    size_t sum = len * 61 + (p[0] | 0x20u) * 23u + (p[len / 2] | 0x20u) * 7u + (p[len - 1] | 0x20u);

    return (unsigned)(sum % XP_ASKED);
}

/* The bit of an element's name, in lower case: the names that rows may have differ in it. */
static inline unsigned xp_element_bit(const char *name)
{
    return ((unsigned char)name[0] + 2u * (unsigned char)name[1]) & 31;
}

/* A bit for each three bytes, without regard to case: the rest is looked at only where one is set. */
typedef uint32_t xp_threes[256];

/* The names of a makes row that the site has left there, and its words. */
typedef struct {
    const char *names, *words;
} xp_made_row;

struct xp_rules {
    const xp_pattern_row *extra; /* rows from xp_patterns_count on */
    size_t nrows;
    short *vendor_of;  /* by row */
    uint16_t *uses_of; /* by row: what it is for */
    int nvendors;
    const char *names[XP_VENDORS_MAX + 1];
    const char *stubs[XP_VENDORS_MAX];
    const char *spares[XP_VENDORS_MAX];
    xp_made_row *made;                    /* what vendors' files make, in the order of vendors, … */
    uint32_t made_at[XP_VENDORS_MAX + 2]; /* … and where a vendor's begins */
    const xp_pattern_row *short_stubs[XP_VENDORS_MAX];
    const char *comments[XP_VENDORS_MAX];
    xp_glance glance;              /* at URLs */
    uint64_t asked[XP_ASKED / 64]; /* names of attributes that are keys of element rows, … */
    uint32_t asked_letters;        /* … their first letters, … */
    uint32_t asked_elements;       /* … and what elements those are of, by xp_element_bit() */
    xp_trie trie;
    xp_item *items;          /* by a key's id */
    uint32_t roots[XP_KEYS]; /* where each kind of key begins; 0: there is none */
    xp_threes heads;         /* what globals begin with: most words that are looked up begin otherwise */
    xp_threes markers;       /* the texts of comments that begin or end a block */
    xp_threes begins, ends;  /* of these texts the first threes, `stride` of them */
    uint32_t *ends_of;       /* by a block's row: where the texts that end it are in the trie */
    size_t stride;           /* two less than the shortest marker has bytes */
    const xp_match *literals;
    char *gates;                           /* url rows as the gate reads them, by vendors, a blank behind each; … */
    uint32_t *gate_of;                     /* … where a row stands in it, … */
    uint32_t gates_at[XP_VENDORS_MAX + 2]; /* … and where a vendor's begin, and behind the last one's the known rows */
    uint8_t doubts[XP_VENDORS_MAX];        /* the numbers of those of whom something is in doubt */
};

static inline const xp_pattern_row *xp_row_at(const xp_rules *rules, size_t row)
{
    return row < xp_patterns_count ? &xp_patterns[row] : &rules->extra[row - xp_patterns_count];
}

static inline uint32_t xp_three_of(const char *three)
{
    const unsigned char *p = (const unsigned char *)three;

    return ((p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16) | 0x202020) * UINT32_C(0x9E3779B1) >> 19;
}

static inline void xp_three_add(uint32_t *set, const char *three)
{
    set[xp_three_of(three) >> 5] |= UINT32_C(1) << (xp_three_of(three) & 31);
}

static inline bool xp_three_has(const uint32_t *set, const char *three)
{
    uint32_t number = xp_three_of(three);

    return set[number >> 5] >> (number & 31) & 1;
}

/* A name's first three bytes, with blanks for those that it does not have. */
static inline void xp_head_of(char *head, const char *name, size_t len)
{
    memset(head, ' ', 3);
    memcpy(head, name, len < 3 ? len : 3);
}

/* What the row is for, XP_USE_*; -1 if its words do not say. */
int xp_row_uses(const xp_pattern_row *row);

/* Whether the site takes the catalogue's row away by `away`; of a global or makes row, the name text[0, len). */
bool xp_row_is_away(const xp_pattern_row *row, const char *text, size_t len, const xp_pattern_row *away);

/* Whether a url pattern is a file's name with shapes in it. */
static inline bool xp_is_shaped(const char *text)
{
    return *text == '/' && strchr(text, '<');
}

/* Whether a pattern may go on within a segment where it ends. */
static inline bool xp_is_open(const char *text, size_t len)
{
    return len < 1 || !xp_is_alnum(text[len - 1]);
}

#endif
