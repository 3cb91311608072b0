/* Which texts of scripts are provably inert, and which are not, wherever they are cut. t/17-inert.t asks a JavaScript engine about many more. */
#include "../../engine/script/xp_inert.h"

#include "tap.h"

static const struct {
    bool inert;
    const char *text;
} CASES[] = {
    /* nothing runs */
    { true, "" },
    { true, " \n;" },
    { true, "// site()" },
    { true, "/* site() */" },
    { true, "<!-- site()\n//-->" },
    { true, "-->" },
    { true, "'use strict';" },
    { true, "/* site() " },
    { false, "site()" },
    { false, "// a\nsite()" },
    { false, "/* a */site()" },
    { false, "<!-- a\nsite()\n//-->" },
    { false, "1" },

    /* nested scripts */
    { true, "<script src=a>" },
    { true, "site();<script src=a>" },
    { true, "site()<SCRIPT\tasync src='a'>" },
    { true, "'x'<script>var a" },
    { true, "console.log(\"<script src=\"a\">" },
    { true, "console.log('<script src=a>" },
    { true, "'<script src=a>\n';" },
    { false, "i<script" },
    { false, "i<script.length;a" },
    { false, "i<scripts src" },
    { false, "i<script in x" },
    { false, "i<script>x" },
    { false, "i<script\nsrc" },
    { false, "/* <script src=a> */ site()" },
    { false, "// <script src=a>\nsite()" },
    { false, "document.write('<script src=a><\\/script>')" },
    { false, "document.write('<script src=a></scr'+'ipt>')" },
    { false, "$('<script>',{src:'a'})" },

    /* what proves an error */
    { true, "'a' b" },
    { true, "'a' 'b'" },
    { true, "a.b c" },
    { true, "> a" },
    { true, "/a" },
    { true, "/a/ b" },
    { true, "a=`b" },
    { false, "'a' in b" },
    { false, "'a'\nb" },
    { false, "'a'/**/b" },
    { false, "'a'`b`" },
    { false, "'a\\\r\nb';a" },
    { false, "a.b instanceof c" },
    { false, "/a/.b" },

    /* doubt */
    { false, "a/b/'" },
    { false, "a`${b}" },
    { false, "'\xC3\xA9" },
    { false, "// \xE2\x80\xA8 site()" },
    { false, "a<!--b" },
    { false, "a\n<!--b" },
    { false, "'a'\xE2\x80\xA8 b" },
};

static xp_inert_verdict verdict(const char *text, size_t len, size_t cut, size_t each)
{
    xp_inert inert;

    xp_inert_start(&inert);
    for (size_t at = 0, n; at < len; at += n) {
        char *copy;

        n = at == 0 && cut ? cut : each;
        n = n < len - at ? n : len - at;
        copy = tap_copy(text + at, n);
        xp_inert_feed(&inert, copy, n);
        free(copy);
    }
    return xp_inert_end(&inert);
}

static void test_length(void)
{
    static char text[XP_INERT_MAX + 20] = "//";

    memset(text + 2, 'x', XP_INERT_MAX - 2);
    ok(verdict(text, XP_INERT_MAX, 0, XP_INERT_MAX) == XP_INERT_YES, "as long as may be");
    text[XP_INERT_MAX] = 'x';
    ok(verdict(text, XP_INERT_MAX + 1, 0, XP_INERT_MAX + 1) == XP_INERT_NO, "... and longer");
    memcpy(text, "<script src=", 12);
    ok(verdict(text, XP_INERT_MAX + 1, 0, XP_INERT_MAX + 1) == XP_INERT_YES, "... but what is proven is proven");
}

int main(void)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t len = strlen(CASES[i].text);
        xp_inert_verdict want = CASES[i].inert ? XP_INERT_YES : XP_INERT_NO;
        int bad = verdict(CASES[i].text, len, 0, 1) != want;

        for (size_t cut = 1; cut < len; cut++)
            bad += verdict(CASES[i].text, len, cut, len) != want;
        ok(verdict(CASES[i].text, len, 0, len) == want, "%s: %s", CASES[i].inert ? "inert" : "not inert",
           CASES[i].text);
        is_int(bad, 0, "... wherever it is cut");
    }
    test_length();
    ok(xp_inert_is("<script src=", 12) && !xp_inert_is("a", 1), "in one call");
    return tap_done();
}
