/* The gate's text as it is compiled in, and what an item means to the engine; with its own catalogue, which is empty.
 * With the argument "gate" or "hold" it prints the text, with "items" it answers lines "item<TAB>URL" by 1 if the item is found in the URL, or 0. */
#include "../../engine/catalogue/xp_rules.h"
#include "../../engine/page/xp_gate.h"

#include "tap.h"

#include <ctype.h>

const xp_vendor_row xp_vendors[] = { { "alpha", XP_CLASS_ANALYTICS, "", "" } };
const size_t xp_vendors_count = 1;
const xp_pattern_row xp_patterns[] = { { "alpha", XP_GLOBAL, "alpha", NULL } };
const size_t xp_patterns_count = 1;

static void *allocs[64];
static size_t nallocs;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    return nallocs < sizeof allocs / sizeof *allocs ? allocs[nallocs++] = calloc(1, size) : NULL;
}

static bool finds(const char *item, const char *url)
{
    xp_pattern_row row = { "alpha", XP_URL, item, NULL };
    xp_rules *rules = xp_rules_build(&row, 1, grab, NULL);
    xp_vendor_set set = { { 1 } };
    bool found = rules && xp_rules_take_apart(rules, url, strlen(url), &set).vendor == 0;

    while (nallocs > 0)
        free(allocs[--nallocs]);
    return found;
}

/* What the gate is told of a query's parameter; t/js/gate_text.mjs takes it for granted. */
static void test_told(void)
{
    xp_pattern_row rows[] = { { "alpha", XP_URL, "?id=G-<caps:6+>", NULL },
                              { "alpha", XP_URL, "?site=<digits>-x", NULL } };
    xp_rules *rules = xp_rules_build(rows, 2, grab, NULL);
    size_t len = 0;
    const char *text = rules ? xp_rules_gates(rules, 0, &len) : "";

    ok(len == 14 && !memcmp(text, "?id=G- ?site= ", 14), "a query's parameter as far as it says which: %.*s", (int)len,
       text);
    while (nallocs > 0)
        free(allocs[--nallocs]);
}

static int answer(void)
{
    char line[4096];

    while (fgets(line, sizeof line, stdin)) {
        char *url = strchr(line, '\t');

        if (!url)
            return 1;
        *url++ = '\0';
        url[strcspn(url, "\n")] = '\0';
        puts(finds(line, url) ? "1" : "0");
    }
    return 0;
}

/* Whether the text holds the word, in any case. */
static bool holds(const char *word)
{
    size_t n = strlen(word);

    for (size_t i = 0; i + n <= xp_gate_len; i++) {
        size_t same = 0;

        while (same < n && tolower((unsigned char)xp_gate_text[i + same]) == word[same])
            same++;
        if (same == n)
            return true;
    }
    return false;
}

int main(int argc, char **argv)
{
    size_t strange = 0;

    if (argc > 1 && !strcmp(argv[1], "items"))
        return answer();
    if (argc > 1 && !strcmp(argv[1], "hold"))
        return fwrite(xp_hold_text, 1, xp_hold_len, stdout) != xp_hold_len;
    if (argc > 1)
        return fwrite(xp_gate_text, 1, xp_gate_len, stdout) != xp_gate_len;

    for (size_t i = 0; i < xp_gate_len; i++)
        strange += xp_gate_text[i] < ' ' || xp_gate_text[i] > '~';
    ok(xp_gate_len > 1000 && xp_gate_text[xp_gate_len] == '\0', "%zu bytes and a NUL", xp_gate_len);
    ok(strange == 0, "printable ASCII on one line");
    ok(!holds("</script") && !holds("<script") && !holds("<!--"), "nothing that a tokenizer takes for something else");
    ok(!strncmp(XP_GATE_HASH, "sha256-", 7) && strlen(XP_GATE_HASH) == 51, "its hash: %s", XP_GATE_HASH);
    test_told();
    return tap_done();
}
