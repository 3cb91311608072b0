/* What an administrator may type: a row of any kind, a stub above all, and a word that is none. Whatever it is, no byte beyond it is read,
 * what is wrong is said of a place in it, and what is whole stays whole in a function and behind itself, but not with a bracket more. The
 * input's first byte is the row's kind; its first line is the row's text, of a stub all of it, and the second what goes with it. */
#include "fuzz/kit.h"
#include "engine/catalogue/xp_catalogue.h"
#include "engine/script/xp_js_sound.h"
#include "engine/script/xp_sense.h"

/* Of the three texts, one behind the other. `deep`: or it has brackets beyond the limit. */
static bool is_sound(bool deep, const char *before, const char *text, size_t len, const char *behind)
{
    size_t n = strlen(before), m = strlen(behind);
    char *whole = malloc(n + len + m > 0 ? n + len + m : 1);
    xp_js_fault fault = { NULL, SIZE_MAX };
    bool sound;

    claim(whole != NULL, "there is memory");
    memcpy(whole, before, n);
    memcpy(whole + n, text, len);
    memcpy(whole + n + len, behind, m);
    sound = xp_js_is_sound(whole, n + len + m, &fault);
    claim(sound || (fault.wrong && fault.at <= n + len + m), "what is wrong is said of a place");
    free(whole);
    return sound || (deep && strstr(fault.wrong, "128 brackets"));
}

/* Of a script that is whole. */
static void stays_whole(const char *text, size_t len)
{
    char *twice = malloc(len + 4);

    claim(twice != NULL, "there is memory");
    memcpy(twice, text, len);
    memcpy(twice + len, "\n;\n", 4);
    claim(is_sound(false, "", text, len, "\n"), "a line's end ends nothing");
    claim(is_sound(true, "(function(){\n", text, len, "\n})()"), "it is whole in a function");
    claim(is_sound(false, "'a'+`b${c}`;/d/.e;\n", text, len, ""), "it is whole behind another");
    claim(!is_sound(false, "", text, len, "\n('"), "not with a string that does not end");
    claim(!is_sound(false, "", text, len, "\n]"), "nor with a bracket that nothing has opened");
    if (!memchr(text, '?', len)) /* a question that nothing answers stays open */
        claim(is_sound(false, twice, text, len, ""), "it is whole behind itself");
    free(twice);
}

static void ask(xp_kind kind, const char *text, const char *more)
{
    xp_pattern_row row = { "site", kind, text, more };
    ptrdiff_t at = -2;
    const char *wrong = xp_sense_check(&row, &at);

    if (wrong)
        claim(at == XP_SENSE_ALL || (at >= 0 && (size_t)at <= strlen(text)), "what is wrong is said of a place");
    else
        claim(!xp_rules_check(&row), "what makes sense can be compiled");
}

static void guess(const char *typed, const char *other)
{
    const char *vendor = xp_vendors[strlen(typed) % xp_vendors_count].name;
    unsigned itself = xp_likely(typed, typed);

    claim(!itself || itself >= xp_likely(typed, other), "nothing is likelier than the word itself");
    claim(xp_likely(typed, vendor) <= XP_LIKELY_SURE + 1, "nothing is surer than sure");
    xp_catalogue_speaks((int)(strlen(typed) % xp_vendors_count), typed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text, *line;
    xp_kind kind;

    if (size < 1)
        return 0;
    kind = (xp_kind)(*data++ % (XP_SPARE + 1));
    size--;
    if (is_sound(false, "", (const char *)data, size, "") && size < 4096 && !memchr(data, '\0', size))
        stays_whole((const char *)data, size);
    text = malloc(size + 1);
    claim(text != NULL, "there is memory");
    memcpy(text, data, size);
    text[size] = '\0';
    line = kind == XP_STUB ? NULL : strchr(text, '\n');
    if (line)
        *line++ = '\0';
    ask(kind, text, line);
    guess(text, line ? line : "matomo");
    free(text);
    return 0;
}
