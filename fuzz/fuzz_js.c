/* The snippet rule, the proof that a script is inert, and what names a script uses: whatever the text, no byte beyond it is read, its end ends
 * what a line's end ends, one more of the vendors' URLs found does no harm, a snippet with the site's work behind it is none, and of a name
 * that nobody cares about nothing is told. The input's first byte says
 * whether the charset has lead bytes, the second how many URLs there are, the third where they begin. */
#include "fuzz/kit.h"
#include "engine/script/xp_inert.h"
#include "engine/script/xp_js.h"
#include "engine/script/xp_js_uses.h"

static int owner(const void *ctx, const char *word, size_t len, xp_js_does how)
{
    (void)ctx;
    (void)how;
    return len >= 2 && word[0] == 'g' && word[1] == 'a' ? 0 : len == 4 && !memcmp(word, "_paq", 4) ? 1 : -1;
}

static bool is_vendors(const void *ctx, const char *url, size_t len)
{
    (void)ctx;
    return len > 8 && !memcmp(url, "https://", 8);
}

/* Of the text with `behind` at its end. */
static bool is_snippet(const uint8_t *input, size_t size, const char *behind, size_t more)
{
    const xp_js_asks ASKS = { owner, is_vendors, NULL, (input[1] & 4) != 0 };
    size_t urls[] = { input[2], input[2], input[2], input[2], SIZE_MAX }, n = input[1] % 4u,
           len = size - 3 + strlen(behind);
    char *text = calloc(1, len + 1), *copy;
    bool snippet;

    claim(text != NULL, "there is memory");
    memcpy(text, input + 3, size - 3);
    memcpy(text + size - 3, behind, strlen(behind));
    copy = copy_of(text, len);
    snippet = xp_js_is_snippet(copy, len, &ASKS, input[0] & 1, urls + (4 - n), n + more);
    if (!more && !*behind) {
        bool inert = xp_inert_is(copy, len);
        text[len] = '\n';
        claim(size - 3 >= XP_INERT_MAX || inert == xp_inert_is(text, len + 1), "the end is a line's end, and no more");
    }
    free(copy);
    free(text);
    return snippet;
}

static int whose(const void *ctx, const char *name, size_t len)
{
    (void)ctx;
    return len > 0 && name[0] != 'd' ? name[0] : -1;
}

static void told(void *ctx, xp_js_use how, int owner_told, const char *name, size_t len)
{
    (void)ctx;
    claim(owner_told >= 0 && owner_told == whose(NULL, name, len) && len <= XP_JS_WORD, "a name that is somebody's");
    claim((how & ~(unsigned)XP_JS_ONLY_ASKED) <= XP_JS_USES_PERHAPS, "of a known kind");
}

static void uses(const uint8_t *input, size_t size)
{
    const xp_js_listener LISTENER = { whose, told, NULL };
    char *copy = copy_of((const char *)input + 3, size - 3);

    xp_js_uses(copy, size - 3, input[0] & 1, &LISTENER);
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool snippet;

    if (size < 3)
        return 0;
    if (size > 3)
        uses(data, size);
    snippet = is_snippet(data, size, "", 0);
    claim(size - 3 >= XP_JS_TEXT || snippet == is_snippet(data, size, "\n", 0), "the end is a line's end");
    if (snippet) {
        claim(is_snippet(data, size, "", 1), "one more URL does no harm");
        claim(!is_snippet(data, size, "\n;site()", 0), "a snippet with the site's work behind it is none");
    }
    return 0;
}
