/* Element and attribute names: tables and look-ups. */
#include "xp_names.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

static const char ELEMENT[XP_EL_COUNT][XP_ELEMENT_MAX + 1] = { "",
#define XP_ROW(id, text, flags) text,
                                                               XP_ELEMENTS(XP_ROW)
#undef XP_ROW
};

const uint16_t xp_element_flag_table[XP_EL_COUNT] = { 0,
#define XP_ROW(id, text, flags) flags,
                                                      XP_ELEMENTS(XP_ROW)
#undef XP_ROW
};

/* The first name of each length; names of length n stand from FIRST[n] to FIRST[n + 1]. */
static const unsigned char FIRST[XP_ELEMENT_MAX + 2] = { 1,
                                                         1,
                                                         XP_EL_BR,
                                                         XP_EL_IMG,
                                                         XP_EL_LINK,
                                                         XP_EL_STYLE,
                                                         XP_EL_IFRAME,
                                                         XP_EL_NOEMBED,
                                                         XP_EL_FRAMESET,
                                                         XP_EL_AMP_PIXEL,
                                                         XP_EL_BLOCKQUOTE,
                                                         XP_EL_AMP_ANALYTICS,
                                                         XP_EL_AMP_ANALYTICS,
                                                         XP_EL_AMP_ANALYTICS,
                                                         XP_EL_ANNOTATION_XML,
                                                         XP_EL_COUNT,
                                                         XP_EL_COUNT };

/* A letter in either case, by the low six bits of its code. */
#define BIT(letter) (UINT64_C(1) << ((letter) - 'a' + 1) | UINT64_C(1) << ((letter) - 'a' + 33))

/* By the first letter of a name: the second, third and fourth letters that hot names have. */
#define HOT_NAMES(X)                                                                                                   \
    X('a', BIT('m'), BIT('p'), NONE)                                                                                   \
    X('b', NONE, NONE, NONE)                                                                                           \
    X('c', NONE, NONE, NONE)                                                                                           \
    X('d', NONE, NONE, NONE)                                                                                           \
    X('e', NONE, NONE, NONE)                                                                                           \
    X('f', BIT('r'), BIT('a'), BIT('m'))                                                                               \
    X('g', NONE, NONE, NONE)                                                                                           \
    X('h', NONE, NONE, NONE)                                                                                           \
    X('i', BIT('f') | BIT('m'), BIT('a') | BIT('g') | BIT('r'), BIT('a') | BIT('g'))                                   \
    X('j', NONE, NONE, NONE)                                                                                           \
    X('k', NONE, NONE, NONE)                                                                                           \
    X('l', BIT('i'), BIT('n'), BIT('k'))                                                                               \
    X('m', BIT('a') | BIT('e'), BIT('t'), BIT('a') | BIT('h'))                                                         \
    X('n', BIT('o'), BIT('e') | BIT('f') | BIT('s'), BIT('c') | BIT('m') | BIT('r'))                                   \
    X('o', NONE, NONE, NONE)                                                                                           \
    X('p', BIT('l'), BIT('a'), BIT('i'))                                                                               \
    X('q', NONE, NONE, NONE)                                                                                           \
    X('r', NONE, NONE, NONE)                                                                                           \
    X('s', BIT('c') | BIT('e') | BIT('o') | BIT('t') | BIT('v'), BIT('g') | BIT('l') | BIT('r') | BIT('u') | BIT('y'), \
      BIT('e') | BIT('i') | BIT('l') | BIT('r'))                                                                       \
    X('t', BIT('e') | BIT('i'), BIT('m') | BIT('t') | BIT('x'), BIT('l') | BIT('p') | BIT('t'))                        \
    X('u', NONE, NONE, NONE)                                                                                           \
    X('v', NONE, NONE, NONE)                                                                                           \
    X('w', NONE, NONE, NONE)                                                                                           \
    X('x', BIT('m'), BIT('p'), NONE)                                                                                   \
    X('y', NONE, NONE, NONE)                                                                                           \
    X('z', NONE, NONE, NONE)
/* The same of names with XP_F_BODY. */
#define BODY_NAMES(X)                                                                                                  \
    X('a', BIT('p'), BIT('p'), BIT('l'))                                                                               \
    X('b', BIT('o'), BIT('d'), BIT('y'))                                                                               \
    X('c', NONE, NONE, NONE)                                                                                           \
    X('d', NONE, NONE, NONE)                                                                                           \
    X('e', NONE, NONE, NONE)                                                                                           \
    X('f', BIT('r'), BIT('a'), BIT('m'))                                                                               \
    X('g', NONE, NONE, NONE)                                                                                           \
    X('h', BIT('t'), BIT('m'), BIT('l'))                                                                               \
    X('i', BIT('f'), BIT('r'), BIT('a'))                                                                               \
    X('j', NONE, NONE, NONE)                                                                                           \
    X('k', NONE, NONE, NONE)                                                                                           \
    X('l', NONE, NONE, NONE)                                                                                           \
    X('m', BIT('a'), BIT('r') | BIT('t'), BIT('h') | BIT('q'))                                                         \
    X('n', BIT('o'), BIT('e') | BIT('f') | BIT('s'), BIT('c') | BIT('m') | BIT('r'))                                   \
    X('o', BIT('b'), BIT('j'), BIT('e'))                                                                               \
    X('p', BIT('l'), BIT('a'), BIT('i'))                                                                               \
    X('q', NONE, NONE, NONE)                                                                                           \
    X('r', NONE, NONE, NONE)                                                                                           \
    X('s', BIT('c') | BIT('e') | BIT('t') | BIT('v'), BIT('g') | BIT('l') | BIT('r') | BIT('y'),                       \
      BIT('e') | BIT('i') | BIT('l'))                                                                                  \
    X('t', BIT('a') | BIT('e') | BIT('i'), BIT('b') | BIT('m') | BIT('t') | BIT('x'), BIT('l') | BIT('p') | BIT('t'))  \
    X('u', NONE, NONE, NONE)                                                                                           \
    X('v', NONE, NONE, NONE)                                                                                           \
    X('w', NONE, NONE, NONE)                                                                                           \
    X('x', BIT('m'), BIT('p'), NONE)                                                                                   \
    X('y', NONE, NONE, NONE)                                                                                           \
    X('z', NONE, NONE, NONE)
#define NONE                   UINT64_C(0)
#define COLD(first, letters)   [first] = ~(letters), [(first) - 'a' + 'A'] = ~(letters),
#define SECOND(first, a, b, c) COLD(first, a)
#define THIRD(first, a, b, c)  COLD(first, b)
#define FOURTH(first, a, b, c) [(first) - 'a'] = c,
#define LETTERS(names)                                                                                                 \
    {                                                                                                                  \
        .not_second = { names(SECOND) }, .not_third = { names(THIRD) }, .fourth = { names(FOURTH) }                    \
    }

const xp_letters xp_hot_letters = LETTERS(HOT_NAMES);
const xp_letters xp_body_letters = LETTERS(BODY_NAMES);

xp_element xp_element_of(const char *name, size_t len)
{
    uint64_t head = xp_load8(name), tail = xp_load8(name + 8);

    if (len > XP_ELEMENT_MAX)
        return XP_EL_OTHER;
    for (unsigned i = FIRST[len]; i < FIRST[len + 1]; i++)
        if (head == xp_load8(ELEMENT[i]) && tail == xp_load8(ELEMENT[i] + 8))
            return (xp_element)i;
    return XP_EL_OTHER;
}

const char *xp_element_text(xp_element el)
{
    return ELEMENT[el];
}

/* Ordered by length. */
static const struct {
    char text[16];
    uint8_t attr;
} ATTRIBUTE[] = { { "src", XP_AT_SRC },
                  { "rel", XP_AT_REL },
                  { "type", XP_AT_TYPE },
                  { "href", XP_AT_HREF },
                  { "face", XP_AT_FONT },
                  { "size", XP_AT_FONT },
                  { "class", XP_AT_CLASS },
                  { "nonce", XP_AT_NONCE },
                  { "color", XP_AT_FONT },
                  { "srcset", XP_AT_SRCSET },
                  { "onload", XP_AT_HANDLER },
                  { "srcdoc", XP_AT_SRCDOC },
                  { "content", XP_AT_CONTENT },
                  { "charset", XP_AT_CHARSET },
                  { "onerror", XP_AT_HANDLER },
                  { "language", XP_AT_LANGUAGE },
                  { "encoding", XP_AT_ENCODING },
                  { "integrity", XP_AT_INTEGRITY },
                  { "http-equiv", XP_AT_HTTP_EQUIV },
                  { "xlink:href", XP_AT_XLINK },
                  { "imagesrcset", XP_AT_SRCSET },
                  { "data-xpurpose", XP_AT_OURS },
                  { "shadowrootmode", XP_AT_SHADOW } };

/* The first row of each length; longer names have none. */
static const uint8_t FIRST_ATTRIBUTE[] = { 0, 0, 0, 0, 2, 6, 9, 12, 15, 17, 18, 20, 21, 21, 22, 23 };

/* `text` holds lower-case letters and '-'; a name holds no CR, which is the one other byte that would be taken for a '-'. */
static inline bool is_same(const char *name, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((name[i] | 0x20) != text[i])
            return false;
    return true;
}

#define LETTER(c) (UINT32_C(1) << ((c)&31))

/* Whether a name ends in one of the letters that those end in which put something off: nearly none does. */
static inline bool may_be_late(const char *name, size_t len)
{
    return len > 3 && (LETTER('c') | LETTER('f')) >> (name[len - 1] & 31) & 1;
}

static xp_attr late_of(const char *name, size_t len)
{
    char joint = name[len - 4];

    if (is_same(name + len - 3, "src", 3)) /* not `"src` or `=src`, which are slips, nor `:src`, whose value is code */
        return xp_is_alnum(joint) || joint == '-' || joint == '_' ? XP_AT_LATE_SRC : XP_AT_OTHER;
    return len > 4 && name[len - 5] == '-' && is_same(name + len - 4, "href", 4) ? XP_AT_LATE_HREF : XP_AT_OTHER;
}

xp_attr xp_attr_of(const char *name, size_t len)
{
    static const uint32_t FIRST_LETTERS = LETTER('c') | LETTER('d') | LETTER('e') | LETTER('f') | LETTER('h') |
                                          LETTER('i') | LETTER('l') | LETTER('n') | LETTER('o') | LETTER('r') |
                                          LETTER('s') | LETTER('t') | LETTER('x');
    size_t tail = len > 8 ? len - 8 : 0;
    uint64_t head;
    xp_attr late;

    if (len > XP_ATTR_MAX)
        return XP_AT_OTHER;
    if (!(FIRST_LETTERS >> (name[0] & 31) & 1))
        return may_be_late(name, len) ? late_of(name, len) : XP_AT_OTHER;
    head = (xp_load8(name) | XP_EACH8(0x20)) & xp_first8(len - tail);
    if (len + 1 < sizeof FIRST_ATTRIBUTE)
        for (size_t i = FIRST_ATTRIBUTE[len]; i < FIRST_ATTRIBUTE[len + 1]; i++)
            if (head == xp_load8(ATTRIBUTE[i].text) && is_same(name + 8, ATTRIBUTE[i].text + 8, tail))
                return (xp_attr)ATTRIBUTE[i].attr;
    if (len >= 20 && is_same(name, "consent-original-src", 20)) /* and a number of underscores */
        return XP_AT_LATE_SRC;
    late = may_be_late(name, len) ? late_of(name, len) : XP_AT_OTHER;
    if (late != XP_AT_OTHER || len < 5 || (head & xp_first8(5)) != xp_load8("data-\0\0"))
        return late;
    return len == 18 && is_same(name + 5, "xpurpose-gate", 13) ? XP_AT_GATE : XP_AT_DATA;
}
