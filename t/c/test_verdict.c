/* What becomes of a page has a name and a sentence: none is missing, none is there twice, and none needs escaping. */
#include "../../module/xp_verdict.c"

#include "tap.h"

static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~' || strchr("<>&\"", *text))
            return false;
    return true;
}

static void test_verdict(xp_verdict verdict)
{
    const char *name = xp_verdict_name(verdict), *sentence = xp_verdict_sentence(verdict);
    const size_t len = sentence ? strlen(sentence) : 0;

    if (!ok(len > 0, "%s has a sentence", name))
        return;
    ok(is_plain(sentence), "... in plain letters");
    ok(sentence[0] >= 'A' && sentence[0] <= 'Z' && sentence[len - 1] == '.', "... which begins and ends as one");
    for (int i = 0; i < (int)verdict; i++)
        ok(strcmp(sentence, xp_verdict_sentence((xp_verdict)i)) != 0, "... and is not that of %s",
           xp_verdict_name((xp_verdict)i));
}

int main(void)
{
    for (int i = 0; i < XP_VERDICT_COUNT; i++)
        test_verdict((xp_verdict)i);
    return tap_done();
}
