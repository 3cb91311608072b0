/* The tables of names: each name is found as itself, the letters that rule names out rule out none that matters, and nothing but the
 * whole name is taken for it. */
#include "tap.h"

#include "engine/xp_names.h"

static xp_element find(const char *text, size_t len, bool hot)
{
    char name[XP_NAME_MAX + 1] = { 0 };

    memcpy(name, text, len);
    return xp_element_of(name, len, hot);
}

static void test_elements(void)
{
    int found = 0, hot = 0, may = 0, cut = 0, count = XP_EL_COUNT - 1;

    for (int i = 1; i < XP_EL_COUNT; i++) {
        const char *text = xp_element_text((xp_element)i);
        bool is_hot = xp_element_flags((xp_element)i) & XP_F_HOT;
        size_t len = strlen(text);
        unsigned first = (unsigned)(text[0] - 'a');

        found += (int)find(text, len, false) == i;
        hot += (int)find(text, len, true) == (is_hot ? i : XP_EL_OTHER);
        may += !is_hot || (xp_may_be_hot(first, text[1], text[2]) &&
                           xp_may_be_hot(first, (char)(text[1] & ~32), (char)(text[2] & ~32)) &&
                           xp_stays_hot(first, text[3]) && (len < 4 || xp_stays_hot(first, (char)(text[3] & ~32))));
        cut += (int)find(text, len - 1, false) != i;
    }
    ok(found == count, "each element is found by its name");
    ok(hot == count, "among the hot ones only the hot are");
    ok(may == count, "the first four letters let every hot name pass, in capitals too");
    ok(cut == count, "a beginning is not the name");
    ok(!xp_may_be_hot('p' - 'a', ' ', 'c') && !xp_may_be_hot('p' - 'a', '>', 'x') &&
           !xp_may_be_hot('t' - 'a', 'd', '>') && !xp_may_be_hot('l' - 'a', 'i', '>') && !xp_stays_hot('t' - 'a', 'e'),
       "names that matter nowhere do not pass");
}

static void test_attributes(void)
{
    static const struct {
        const char *name;
        xp_attr attr;
    } CASES[] = { { "src", XP_AT_SRC },
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
                  { "data-src", XP_AT_LATE_SRC },
                  { "data-rocket-src", XP_AT_LATE_SRC },
                  { "consent-original-src-_", XP_AT_LATE_SRC },
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

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        ok(xp_attr_of(CASES[i].name, strlen(CASES[i].name)) == CASES[i].attr, "attribute '%s'", CASES[i].name);
    ok(xp_attr_of("HTTP-Equiv", 10) == XP_AT_HTTP_EQUIV && xp_attr_of("DATA-Src", 8) == XP_AT_LATE_SRC, "capitals");
}

int main(void)
{
    test_elements();
    test_attributes();
    return tap_done();
}
