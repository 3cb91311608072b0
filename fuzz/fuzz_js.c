/* The snippet rule and the proof that a script is inert: whatever the text, neither depends on the cuts, and what is known once stays
 * known. The input's first three bytes say how it is cut, and whether the charset has lead bytes. */
#include "fuzz/kit.h"
#include "engine/script/xp_inert.h"
#include "engine/script/xp_js.h"

typedef struct {
    xp_js_verdict verdict;
    int vendor;
    unsigned loads;
    xp_inert_verdict inert;
} judgement;

static int owner(const void *ctx, const char *word, size_t len, bool defined)
{
    (void)ctx;
    (void)defined;
    return len >= 2 && word[0] == 'g' && word[1] == 'a' ? 0 : len == 4 && !memcmp(word, "_paq", 4) ? 1 : -1;
}

static judgement judge(const uint8_t *text, size_t len, bool doublebyte, uint32_t seed)
{
    static xp_js js;
    xp_inert inert;
    judgement j = { XP_JS_MIXED, -1, 0, XP_INERT_PERHAPS };
    bool mixed = false;
    uint8_t known = XP_INERT_PERHAPS;

    xp_js_start(&js, owner, NULL, doublebyte);
    xp_inert_start(&inert);
    for (size_t at = 0, n; at < len; at += n) {
        char *copy;

        seed = seed ? seed * 1664525u + 1013904223u : 0;
        n = seed ? 1 + (seed >> 8) % 12 : len;
        n = n < len - at ? n : len - at;
        copy = copy_of(text + at, n);
        xp_js_feed(&js, copy, n);
        xp_inert_feed(&inert, copy, n);
        free(copy);
        claim(!mixed || xp_js_is_mixed(&js), "a mixed script stays mixed");
        claim(!known || known == inert.verdict, "what is known of a script stays known");
        mixed = xp_js_is_mixed(&js);
        known = inert.verdict;
    }
    j.verdict = xp_js_end(&js, &j.vendor);
    j.loads = xp_js_loads(&js);
    j.inert = xp_inert_end(&inert);
    claim(!mixed || j.verdict == XP_JS_MIXED, "a mixed script ends as one");
    claim(j.inert != XP_INERT_PERHAPS, "in the end it is known");
    return j;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    judgement whole, pieces;

    if (size < 3)
        return 0;
    whole = judge(data + 3, size - 3, data[0] & 1, 0);
    pieces = judge(data + 3, size - 3, data[0] & 1, 1u + data[1] + ((uint32_t)data[2] << 8));
    claim(whole.verdict == pieces.verdict && whole.inert == pieces.inert, "the cuts change nothing");
    if (whole.verdict == XP_JS_SNIPPET)
        claim(whole.vendor == pieces.vendor && whole.loads == pieces.loads, "... nor whose it is and what it loads");
    return 0;
}
