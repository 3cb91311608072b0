/* The tables of names: each name is found as itself, the letters that rule names out rule out none that matters, and nothing but the
 * whole name is taken for it. */
#include "tap.h"

#include <ctype.h>

#include "engine/html/xp_names.h"

static xp_element find(const char *text, size_t len)
{
    char name[XP_NAME_MAX + 1] = { 0 };

    memcpy(name, text, len);
    return xp_element_of(name, len);
}

/* Whether the first four letters say that the name is none of those that matter. */
static bool is_out(const xp_letters *letters, const char *name, const char *end)
{
    return xp_is_cold(letters, name[0], name[1], name[2]) || xp_turns_cold(letters, name[0], name + 3, end);
}

static void test_elements(void)
{
    int found = 0, cut = 0, count = XP_EL_COUNT - 1;

    for (int i = 1; i < XP_EL_COUNT; i++) {
        const char *text = xp_element_text((xp_element)i);
        size_t len = strlen(text);

        found += (int)find(text, len) == i;
        cut += (int)find(text, len - 1) != i;
    }
    ok(found == count, "each element is found by its name");
    ok(cut == count, "a beginning is not the name");
}

static void test_letters(const xp_letters *letters, unsigned flag, const char *what)
{
    static const char late[] = { 'e' }; /* as in "time" */
    int may = 0, odd = 0, count = XP_EL_COUNT - 1;

    for (int i = 1; i < XP_EL_COUNT; i++) {
        const char *text = xp_element_text((xp_element)i);
        size_t len = strlen(text);
        char capitals[XP_ELEMENT_MAX + 1] = "";

        for (size_t k = 0; k < len; k++)
            capitals[k] = (char)(text[k] >= 'a' && text[k] <= 'z' ? text[k] & ~32 : text[k]);
        may += !(xp_element_flags((xp_element)i) & flag) ||
               !(is_out(letters, text, text + len) || is_out(letters, capitals, capitals + len));
    }
    ok(may == count, "%s: the first four letters let every name pass, in capitals too", what);
    ok(xp_is_cold(letters, 'p', ' ', 'c') && xp_is_cold(letters, 'P', '>', 'x') && xp_is_cold(letters, 't', 'd', '>') &&
           xp_is_cold(letters, 'l', 'i', '>') && xp_is_cold(letters, 'd', 'i', 'v') &&
           xp_turns_cold(letters, 'T', late, late + 1),
       "%s: names that matter nowhere do not pass", what);
    for (int c = 0; c < 256; c++)
        odd += !(c < 128 && isalpha(c)) &&
               (xp_is_cold(letters, (char)c, 'z', 'z') || xp_turns_cold(letters, (char)c, late, late + 1));
    ok(odd == 0, "%s: what begins no name is not told by what follows", what);
}

/* With another name's bytes behind it. */
static xp_attr find_attribute(const char *text)
{
    char name[64];

    snprintf(name, sizeof name, "%s=srcset", text);
    return xp_attr_of(name, strlen(text));
}

static const struct {
    const char *name;
    xp_attr attr;
} ATTRIBUTES[] = { { "src", XP_AT_SRC },
                   { "rel", XP_AT_REL },
                   { "href", XP_AT_HREF },
                   { "type", XP_AT_TYPE },
                   { "face", XP_AT_FONT },
                   { "size", XP_AT_FONT },
                   { "color", XP_AT_FONT },
                   { "class", XP_AT_CLASS },
                   { "nonce", XP_AT_NONCE },
                   { "srcset", XP_AT_SRCSET },
                   { "imagesrcset", XP_AT_SRCSET },
                   { "uc-src", XP_AT_LATE_SRC },
                   { "charset", XP_AT_CHARSET },
                   { "content", XP_AT_CONTENT },
                   { "language", XP_AT_LANGUAGE },
                   { "encoding", XP_AT_ENCODING },
                   { "http-equiv", XP_AT_HTTP_EQUIV },
                   { "data-xpurpose", XP_AT_OURS },
                   { "xlink:href", XP_AT_XLINK },
                   { "shadowrootmode", XP_AT_SHADOW },
                   { "data-src", XP_AT_LATE_SRC },
                   { "data-rocket-src", XP_AT_LATE_SRC },
                   { "consent-original-src-_", XP_AT_LATE_SRC },
                   { "suppressedsrc", XP_AT_LATE_SRC },
                   { "nitro-lazy-src", XP_AT_LATE_SRC },
                   { "asrc", XP_AT_LATE_SRC },
                   { "bysrc", XP_AT_LATE_SRC },
                   { "_mce_src", XP_AT_LATE_SRC },
                   { "late-href", XP_AT_LATE_HREF },
                   { "data-cmp-href", XP_AT_LATE_HREF },
                   { "-href", XP_AT_LATE_HREF },
                   { "xhref", XP_AT_OTHER },
                   { "late_href", XP_AT_OTHER },
                   { "data-href-of", XP_AT_DATA },
                   { "srcsrc-", XP_AT_OTHER },
                   { ":src", XP_AT_OTHER },
                   { "\"src", XP_AT_OTHER },
                   { "data-=src", XP_AT_DATA },
                   { "async", XP_AT_OTHER },
                   { "data-", XP_AT_DATA },
                   { "data-xpurposes", XP_AT_DATA },
                   { "data-cookieconsent", XP_AT_DATA },
                   { "", XP_AT_OTHER },
                   { "s", XP_AT_OTHER },
                   { "sr", XP_AT_OTHER },
                   { "srd", XP_AT_OTHER },
                   { "srcs", XP_AT_OTHER },
                   { "data", XP_AT_OTHER },
                   { "contents", XP_AT_OTHER },
                   { "data-a-name-that-is-longer-than-names-are", XP_AT_OTHER } };

static void test_attributes(void)
{
    for (size_t i = 0; i < sizeof ATTRIBUTES / sizeof *ATTRIBUTES; i++) {
        char capitals[64] = "";
        int near = 0;

        for (size_t k = 0; ATTRIBUTES[i].name[k]; k++) {
            char other[64] = "";

            capitals[k] = (char)toupper(ATTRIBUTES[i].name[k]);
            for (int bit = 1; bit < 256; bit <<= 1) {
                strcpy(other, ATTRIBUTES[i].name);
                other[k] = (char)(other[k] ^ bit);
                near += bit != 32 && other[k] && ATTRIBUTES[i].attr == find_attribute(other);
            }
        }
        ok(find_attribute(ATTRIBUTES[i].name) == ATTRIBUTES[i].attr, "attribute '%s'", ATTRIBUTES[i].name);
        ok(find_attribute(capitals) == ATTRIBUTES[i].attr, "... in capitals");
        if (ATTRIBUTES[i].attr != XP_AT_OTHER && ATTRIBUTES[i].attr != XP_AT_DATA &&
            ATTRIBUTES[i].attr != XP_AT_LATE_SRC && ATTRIBUTES[i].attr != XP_AT_LATE_HREF)
            ok(near == 0, "... and by no other letter");
    }
}

int main(void)
{
    test_elements();
    test_letters(&xp_hot_letters, XP_F_HOT, "hot names");
    test_letters(&xp_body_letters, XP_F_BODY, "names that decide where a body ends");
    test_attributes();
    return tap_done();
}
