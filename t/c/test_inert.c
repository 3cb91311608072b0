/* Which texts of scripts are provably inert, and which are not. t/17-inert.t asks a JavaScript engine about many more. */
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
    { true, "<a" },
    { true, "/[/]a" },
    { true, "'a'/*\n*/--> site()" },
    { true, "<!-- a\n/b" },
    { true, "--> a\n/b" },
    { true, "/\na/" },
    { false, "'a'\n<!-b" },
    { false, "/a/\xC2\xA0.b" },
    { false, "f(...new b)" },
    { false, "a.b\xC2\xA0in c" },
    { false, "@b class {}" },
    { false, "#a" },
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

/* The verdict on an exact-size copy, so that a sanitizer sees a read beyond it. */
static bool is_inert(const char *text, size_t len)
{
    char *copy = tap_copy(text, len);
    bool inert = xp_inert_is(copy, len);

    free(copy);
    return inert;
}

/* The text's end ends what a line's end ends, wherever the text is cut short. */
static int wrong_ends(const char *text)
{
    size_t len = strlen(text);
    char *copy = tap_copy(text, len + 1);
    int wrong = 0;

    for (size_t n = 0; n <= len; n++) {
        char was = copy[n];
        copy[n] = '\n';
        wrong += is_inert(text, n) != is_inert(copy, n + 1);
        copy[n] = was;
    }
    free(copy);
    return wrong;
}

static void test_length(void)
{
    static char text[XP_INERT_MAX + 20] = "//";

    memset(text + 2, 'x', sizeof text - 2);
    ok(is_inert(text, XP_INERT_MAX), "as long as may be");
    ok(!is_inert(text, XP_INERT_MAX + 1), "... and longer");
    text[0] = text[1] = '\'';
    text[2] = ';';
    text[XP_INERT_MAX - 1] = '\'';
    ok(is_inert(text, XP_INERT_MAX), "what is not closed");
    ok(!is_inert(text, XP_INERT_MAX + 1), "... may be closed further on");
    memcpy(text, "<script src=", 12);
    ok(is_inert(text, XP_INERT_MAX + 1), "but what is proven is proven");
}

int main(void)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        ok(is_inert(CASES[i].text, strlen(CASES[i].text)) == CASES[i].inert, "%s: %s",
           CASES[i].inert ? "inert" : "not inert", CASES[i].text);
        is_int(wrong_ends(CASES[i].text), 0, "... wherever it is cut short");
    }
    test_length();
    return tap_done();
}
