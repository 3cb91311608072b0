/* The names that decide something: of elements, and of the attributes that are read.
 * Every other name is XP_EL_OTHER or XP_AT_OTHER. Compared in lower case; bytes beyond ASCII never match.
 */
#ifndef XP_NAMES_H
#define XP_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../bytes/xp_skip.h"

enum {
    XP_NAME_MAX = 23,   /* longer names match nothing */
    XP_ELEMENT_MAX = 15 /* no name below is longer */
};

/* What an element name means to a parser (WHATWG HTML 13.2.6). */
enum {
    XP_F_HOT = 1, /* matters in an ordinary body too; the other names only inside foreign content, blocks and heads */
    XP_F_RCDATA = 2,    /* its text is RCDATA */
    XP_F_RAWTEXT = 4,   /* its text is RAWTEXT, where scripting is on */
    XP_F_VOID = 8,      /* has no end tag */
    XP_F_HEAD = 16,     /* may stand in a head: does not open the body */
    XP_F_BREAKOUT = 32, /* ends foreign content (13.2.6.5) */
    XP_F_TABLE = 64,    /* part of a table: may close cells and what is in them */
    XP_F_ATTRS = 128,   /* its attributes are read */
    XP_F_FIXES = 256,   /* a frameset may be ignored after it (13.2.6.4.7) */
    XP_F_BODY = 512     /* decides which end tag ends a body, by what it is, opens, closes or hides */
};

/* Ordered by length: the look-up depends on it. Hot names come first within each, for most that are looked up are hot. */
#define XP_ELEMENTS(X)                                                                                                 \
    X(A, "a", 0)                                                                                                       \
    X(B, "b", XP_F_BREAKOUT)                                                                                           \
    X(I, "i", XP_F_BREAKOUT)                                                                                           \
    X(P, "p", XP_F_BREAKOUT)                                                                                           \
    X(S, "s", XP_F_BREAKOUT)                                                                                           \
    X(U, "u", XP_F_BREAKOUT)                                                                                           \
    X(BR, "br", XP_F_BREAKOUT | XP_F_VOID | XP_F_FIXES)                                                                \
    X(DD, "dd", XP_F_BREAKOUT | XP_F_FIXES)                                                                            \
    X(DL, "dl", XP_F_BREAKOUT)                                                                                         \
    X(DT, "dt", XP_F_BREAKOUT | XP_F_FIXES)                                                                            \
    X(EM, "em", XP_F_BREAKOUT)                                                                                         \
    X(H1, "h1", XP_F_BREAKOUT)                                                                                         \
    X(H2, "h2", XP_F_BREAKOUT)                                                                                         \
    X(H3, "h3", XP_F_BREAKOUT)                                                                                         \
    X(H4, "h4", XP_F_BREAKOUT)                                                                                         \
    X(H5, "h5", XP_F_BREAKOUT)                                                                                         \
    X(H6, "h6", XP_F_BREAKOUT)                                                                                         \
    X(HR, "hr", XP_F_BREAKOUT | XP_F_VOID | XP_F_FIXES)                                                                \
    X(LI, "li", XP_F_BREAKOUT | XP_F_FIXES)                                                                            \
    X(MI, "mi", 0)                                                                                                     \
    X(MN, "mn", 0)                                                                                                     \
    X(MO, "mo", 0)                                                                                                     \
    X(MS, "ms", 0)                                                                                                     \
    X(OL, "ol", XP_F_BREAKOUT)                                                                                         \
    X(TD, "td", XP_F_TABLE)                                                                                            \
    X(TH, "th", XP_F_TABLE)                                                                                            \
    X(TR, "tr", XP_F_TABLE)                                                                                            \
    X(TT, "tt", XP_F_BREAKOUT)                                                                                         \
    X(UL, "ul", XP_F_BREAKOUT)                                                                                         \
    X(IMG, "img", XP_F_HOT | XP_F_BREAKOUT | XP_F_VOID | XP_F_ATTRS | XP_F_FIXES)                                      \
    X(SVG, "svg", XP_F_HOT | XP_F_BODY)                                                                                \
    X(XMP, "xmp", XP_F_HOT | XP_F_RAWTEXT | XP_F_FIXES | XP_F_BODY)                                                    \
    X(BIG, "big", XP_F_BREAKOUT)                                                                                       \
    X(COL, "col", XP_F_TABLE | XP_F_VOID)                                                                              \
    X(DIV, "div", XP_F_BREAKOUT)                                                                                       \
    X(PRE, "pre", XP_F_BREAKOUT | XP_F_FIXES)                                                                          \
    X(SUB, "sub", XP_F_BREAKOUT)                                                                                       \
    X(SUP, "sup", XP_F_BREAKOUT)                                                                                       \
    X(VAR, "var", XP_F_BREAKOUT)                                                                                       \
    X(WBR, "wbr", XP_F_VOID | XP_F_FIXES)                                                                              \
    X(LINK, "link", XP_F_HOT | XP_F_VOID | XP_F_HEAD | XP_F_ATTRS)                                                     \
    X(MATH, "math", XP_F_HOT | XP_F_BODY)                                                                              \
    X(META, "meta", XP_F_HOT | XP_F_BREAKOUT | XP_F_VOID | XP_F_HEAD | XP_F_ATTRS)                                     \
    X(AREA, "area", XP_F_VOID | XP_F_FIXES)                                                                            \
    X(BASE, "base", XP_F_VOID | XP_F_HEAD)                                                                             \
    X(BODY, "body", XP_F_BREAKOUT | XP_F_FIXES | XP_F_BODY)                                                            \
    X(CODE, "code", XP_F_BREAKOUT)                                                                                     \
    X(DESC, "desc", 0)                                                                                                 \
    X(FONT, "font", XP_F_ATTRS)                                                                                        \
    X(HEAD, "head", XP_F_BREAKOUT | XP_F_HEAD)                                                                         \
    X(HTML, "html", XP_F_HEAD | XP_F_BODY)                                                                             \
    X(MENU, "menu", XP_F_BREAKOUT)                                                                                     \
    X(NOBR, "nobr", XP_F_BREAKOUT)                                                                                     \
    X(RUBY, "ruby", XP_F_BREAKOUT)                                                                                     \
    X(SPAN, "span", XP_F_BREAKOUT)                                                                                     \
    X(STYLE, "style", XP_F_HOT | XP_F_RAWTEXT | XP_F_HEAD | XP_F_ATTRS | XP_F_BODY)                                    \
    X(TITLE, "title", XP_F_HOT | XP_F_RCDATA | XP_F_HEAD | XP_F_BODY)                                                  \
    X(IMAGE, "image", XP_F_HOT | XP_F_VOID | XP_F_ATTRS | XP_F_FIXES)                                                  \
    X(EMBED, "embed", XP_F_BREAKOUT | XP_F_VOID | XP_F_FIXES)                                                          \
    X(FRAME, "frame", XP_F_VOID)                                                                                       \
    X(INPUT, "input", XP_F_VOID | XP_F_ATTRS | XP_F_FIXES)                                                             \
    X(MTEXT, "mtext", 0)                                                                                               \
    X(PARAM, "param", XP_F_VOID)                                                                                       \
    X(SMALL, "small", XP_F_BREAKOUT)                                                                                   \
    X(TABLE, "table", XP_F_BREAKOUT | XP_F_FIXES | XP_F_BODY)                                                          \
    X(TBODY, "tbody", XP_F_TABLE)                                                                                      \
    X(TFOOT, "tfoot", XP_F_TABLE)                                                                                      \
    X(THEAD, "thead", XP_F_TABLE)                                                                                      \
    X(TRACK, "track", XP_F_VOID)                                                                                       \
    X(IFRAME, "iframe", XP_F_HOT | XP_F_RAWTEXT | XP_F_ATTRS | XP_F_FIXES | XP_F_BODY)                                 \
    X(SCRIPT, "script", XP_F_HOT | XP_F_HEAD | XP_F_ATTRS | XP_F_BODY)                                                 \
    X(SELECT, "select", XP_F_HOT | XP_F_FIXES | XP_F_BODY)                                                             \
    X(SOURCE, "source", XP_F_HOT | XP_F_VOID | XP_F_ATTRS)                                                             \
    X(CENTER, "center", XP_F_BREAKOUT)                                                                                 \
    X(KEYGEN, "keygen", XP_F_VOID | XP_F_FIXES)                                                                        \
    X(MGLYPH, "mglyph", 0)                                                                                             \
    X(STRIKE, "strike", XP_F_BREAKOUT)                                                                                 \
    X(STRONG, "strong", XP_F_BREAKOUT)                                                                                 \
    X(APPLET, "applet", XP_F_FIXES | XP_F_BODY)                                                                        \
    X(BUTTON, "button", XP_F_FIXES)                                                                                    \
    X(OBJECT, "object", XP_F_FIXES | XP_F_BODY)                                                                        \
    X(NOEMBED, "noembed", XP_F_HOT | XP_F_RAWTEXT | XP_F_BODY)                                                         \
    X(BGSOUND, "bgsound", XP_F_VOID | XP_F_HEAD)                                                                       \
    X(CAPTION, "caption", XP_F_TABLE)                                                                                  \
    X(LISTING, "listing", XP_F_BREAKOUT | XP_F_FIXES)                                                                  \
    X(MARQUEE, "marquee", XP_F_FIXES | XP_F_BODY)                                                                      \
    X(FRAMESET, "frameset", XP_F_HOT | XP_F_BODY)                                                                      \
    X(NOFRAMES, "noframes", XP_F_HOT | XP_F_RAWTEXT | XP_F_HEAD | XP_F_BODY)                                           \
    X(NOSCRIPT, "noscript", XP_F_HOT | XP_F_RAWTEXT | XP_F_HEAD | XP_F_ATTRS | XP_F_BODY)                              \
    X(TEMPLATE, "template", XP_F_HOT | XP_F_HEAD | XP_F_ATTRS | XP_F_BODY)                                             \
    X(TEXTAREA, "textarea", XP_F_HOT | XP_F_RCDATA | XP_F_FIXES | XP_F_BODY)                                           \
    X(BASEFONT, "basefont", XP_F_VOID | XP_F_HEAD)                                                                     \
    X(COLGROUP, "colgroup", XP_F_TABLE)                                                                                \
    X(AMP_PIXEL, "amp-pixel", XP_F_HOT | XP_F_ATTRS)                                                                   \
    X(PLAINTEXT, "plaintext", XP_F_HOT | XP_F_BODY)                                                                    \
    X(BLOCKQUOTE, "blockquote", XP_F_BREAKOUT)                                                                         \
    X(MALIGNMARK, "malignmark", 0)                                                                                     \
    X(AMP_ANALYTICS, "amp-analytics", XP_F_HOT | XP_F_ATTRS)                                                           \
    X(FOREIGNOBJECT, "foreignobject", 0)                                                                               \
    X(ANNOTATION_XML, "annotation-xml", XP_F_ATTRS)

typedef enum {
    XP_EL_OTHER,
#define XP_ENUM(id, text, flags) XP_EL_##id,
    XP_ELEMENTS(XP_ENUM)
#undef XP_ENUM
        XP_EL_COUNT
} xp_element;

/* `name` is in lower case and padded with NULs to at least XP_ELEMENT_MAX + 1 bytes. */
xp_element xp_element_of(const char *name, size_t len);

/* Which names matter, by their first letters. By the first byte of a tag's name, in either case: the second bytes and the third bytes that
 * none of them has, by their low six bits; what begins no name has no bits. By the first letter: the fourth bytes that they have. None has
 * fewer than three letters. */
typedef struct {
    uint64_t not_second[256], not_third[256], fourth[26];
} xp_letters;

extern const xp_letters xp_hot_letters;  /* of hot names */
extern const xp_letters xp_body_letters; /* of those with XP_F_BODY */

/* Whether a name that begins with these bytes is one, and surely none that matters. What is no letter may be taken for one, but never a
 * space or '>', which end most short names. */
static inline bool xp_is_cold(const xp_letters *letters, char first, char second, char third)
{
    unsigned char at = (unsigned char)first;

    return (letters->not_second[at] >> (second & 63) | letters->not_third[at] >> (third & 63)) & 1;
}

/* Whether a name that is not cold for its first three bytes is so for the fourth, which is at `p` if that is before `end`. Hardly a name
 * that does not matter is left then. */
static inline bool xp_turns_cold(const xp_letters *letters, char first, const char *p, const char *end)
{
    unsigned letter = ((unsigned char)first | 0x20u) - 'a';
    bool is_letter = p < end && ((unsigned char)*p | 0x20u) - 'a' < 26;

    return letter < 26 && is_letter && !(letters->fourth[letter] >> (*p & 63) & 1);
}

extern const uint16_t xp_element_flag_table[XP_EL_COUNT];

static inline unsigned xp_element_flags(xp_element el)
{
    return xp_element_flag_table[el];
}

const char *xp_element_text(xp_element el); /* "" for OTHER */

/* Attributes whose values are read. */
typedef enum {
    XP_AT_OTHER,
    XP_AT_SRC,
    XP_AT_HREF,
    XP_AT_XLINK,     /* xlink:href, which is a href in svg that has none */
    XP_AT_LATE_SRC,  /* any other name that ends in src: becomes src when a consent manager or a lazy loader says so */
    XP_AT_LATE_HREF, /* a name that ends in -href, likewise */
    XP_AT_SRCSET,    /* srcset, imagesrcset */
    XP_AT_REL,
    XP_AT_TYPE,
    XP_AT_LANGUAGE,
    XP_AT_NONCE,
    XP_AT_CHARSET,
    XP_AT_CONTENT,
    XP_AT_HTTP_EQUIV,
    XP_AT_ENCODING,
    XP_AT_FONT, /* color, face, size: with one of them <font> breaks out of foreign content */
    XP_AT_CLASS,
    XP_AT_OURS,    /* data-xpurpose: what we put in ourselves */
    XP_AT_GATE,    /* data-xpurpose-gate: what we have put into a start tag, if it was we */
    XP_AT_SHADOW,  /* shadowrootmode */
    XP_AT_HANDLER, /* onload and its like */
    XP_AT_INTEGRITY,
    XP_AT_SRCDOC,
    XP_AT_DATA, /* any other data-*: consent managers mark the scripts that they delay with one */
    XP_AT_COUNT
} xp_attr;

enum { XP_ATTR_MAX = 39 }; /* longer names are none of these */

/* Without regard to case. Eight bytes can be read at `name`, however short it is. */
xp_attr xp_attr_of(const char *name, size_t len);

/* ---- Names where they stand ----------------------------------------------------------------------------------------------- */

/* Ends a tag's or an attribute's name. Letters are told apart by one comparison. */
static inline bool xp_ends_name(char c)
{
    return (unsigned char)c <= '>' && (c == '>' || c == '/' || xp_is_space(c));
}

/* The first byte in [p, end) that ends a tag's name, or end. */
static inline const char *xp_end_of_name(const char *p, const char *end)
{
    while ((p = xp_skip_above(p, end, '>')) < end && !xp_ends_name(*p))
        p++;
    return p;
}

/* Whether `name`, all lower-case letters, stands at p and is all that stands there; true if the chunk ends too soon to tell. */
static inline bool xp_may_be_name(const char *p, const char *end, const char *name)
{
    for (; p < end && *name; p++, name++)
        if ((*p | 0x20) != *name)
            return false;
    return p >= end || *p == '>' || *p == '/' || xp_is_space(*p);
}

#endif
