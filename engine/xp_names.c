/* Element and attribute names: tables and look-ups. */
#include "xp_names.h"

#include <string.h>

static const struct {
    char text[XP_ELEMENT_MAX + 1];
    unsigned char len;
    unsigned char flags;
} ELEMENT[XP_EL_COUNT] = { { "", 0, 0 },
#define XP_ROW(id, text, flags) { text, sizeof text - 1, flags },
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

xp_element xp_element_of(const char *name, size_t len, bool hot)
{
    if (len > XP_ELEMENT_MAX)
        return XP_EL_OTHER;
    for (unsigned i = FIRST[len]; i < FIRST[len + 1]; i++) {
        if (hot && !(ELEMENT[i].flags & XP_F_HOT))
            return XP_EL_OTHER;
        if (!memcmp(ELEMENT[i].text, name, XP_ELEMENT_MAX + 1))
            return (xp_element)i;
    }
    return XP_EL_OTHER;
}

unsigned xp_element_flags(xp_element el)
{
    return ELEMENT[el].flags;
}

const char *xp_element_text(xp_element el)
{
    return ELEMENT[el].text;
}

static bool is(const char *name, size_t len, const char *text)
{
    return len == strlen(text) && !memcmp(name, text, len);
}

static bool begins(const char *name, size_t len, const char *text)
{
    return len >= strlen(text) && !memcmp(name, text, strlen(text));
}

static bool ends(const char *name, size_t len, const char *text)
{
    return len >= strlen(text) && !memcmp(name + len - strlen(text), text, strlen(text));
}

xp_attr xp_attr_of(const char *name, size_t len)
{
    static const struct {
        const char *text;
        xp_attr attr;
    } EXACT[] = { { "src", XP_AT_SRC },
                  { "href", XP_AT_HREF },
                  { "srcset", XP_AT_SRCSET },
                  { "imagesrcset", XP_AT_SRCSET },
                  { "rel", XP_AT_REL },
                  { "type", XP_AT_TYPE },
                  { "language", XP_AT_LANGUAGE },
                  { "nonce", XP_AT_NONCE },
                  { "charset", XP_AT_CHARSET },
                  { "content", XP_AT_CONTENT },
                  { "http-equiv", XP_AT_HTTP_EQUIV },
                  { "encoding", XP_AT_ENCODING },
                  { "color", XP_AT_FONT },
                  { "face", XP_AT_FONT },
                  { "size", XP_AT_FONT },
                  { "class", XP_AT_CLASS },
                  { "data-xpurpose", XP_AT_OURS },
                  { "uc-src", XP_AT_LATE_SRC } };

    for (size_t i = 0; i < sizeof EXACT / sizeof *EXACT; i++)
        if (is(name, len, EXACT[i].text))
            return EXACT[i].attr;
    if (!begins(name, len, "data-"))
        return XP_AT_OTHER;
    return ends(name, len, "src") ? XP_AT_LATE_SRC : XP_AT_DATA;
}
