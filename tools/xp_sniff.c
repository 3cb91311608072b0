/* Is it HTML: see xp_sniff.h. By how it begins, as https://mimesniff.spec.whatwg.org/ (7.1) has it, but for what may stand before that: a
 * comment or a processing instruction is passed over, since an SVG or a feed may begin with one as well. */
#include "xp_sniff.h"

#include <string.h>

#include "../engine/bytes/xp_ascii.h"

#define SIZE_OF(array) (sizeof(array) / sizeof *(array))

/* The text begins with `word`, which is in lower case. */
static bool begins(const char *text, size_t len, const char *word)
{
    size_t n = strlen(word);

    if (len < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (xp_lower(text[i]) != word[i])
            return false;
    return true;
}

static bool has_name_of_page(const char *name)
{
    static const char *const ENDS[] = { ".html", ".htm", ".shtml", ".xhtml", ".xht" };
    size_t len = strlen(name);

    for (size_t i = 0; i < SIZE_OF(ENDS); i++) {
        size_t n = strlen(ENDS[i]);

        if (len > n && begins(name + len - n, n, ENDS[i]))
            return true;
    }
    return false;
}

/* gzip, zstd, xz, bzip2 and zip; what Brotli begins with may be anything. */
bool xp_sniff_compressed(const char *bytes, size_t len)
{
    static const char *const MAGIC[] = { "\x1f\x8b", "\x28\xb5\x2f\xfd", "\xfd\x37zXZ", "BZh", "PK\x03\x04" };

    for (size_t i = 0; i < SIZE_OF(MAGIC); i++)
        if (len >= strlen(MAGIC[i]) && !memcmp(bytes, MAGIC[i], strlen(MAGIC[i])))
            return true;
    return false;
}

/* Where the text goes on behind the `end` of what begins there, or NULL if that is further down. */
static const char *behind(const char *p, const char *stop, const char *end)
{
    size_t n = strlen(end);

    for (; (size_t)(stop - p) >= n; p++)
        if (!memcmp(p, end, n))
            return p + n;
    return NULL;
}

/* A tag with one of these names is what a page begins with, or a part of one. */
static bool begins_as_page(const char *p, size_t len)
{
    static const char *const TAGS[] = { "html", "head", "body", "title", "meta", "link", "base", "script", "style",
                                        "div",  "p",    "a",    "b",     "br",   "h1",   "font", "table",  "iframe" };

    if (begins(p, len, "<!doctype") && len > 9 && xp_is_space(p[9])) {
        for (p += 9, len -= 9; len && xp_is_space(*p); p++)
            len--;
        return begins(p, len, "html");
    }
    for (size_t i = 0; len && *p == '<' && i < SIZE_OF(TAGS); i++) {
        size_t n = 1 + strlen(TAGS[i]);

        if (n < len && begins(p + 1, len - 1, TAGS[i]) && (xp_is_space(p[n]) || p[n] == '>' || p[n] == '/'))
            return true;
    }
    return false;
}

xp_sniffed xp_sniff(const char *name, const char *bytes, size_t len)
{
    const char *p = bytes, *stop = bytes + len;

    if (has_name_of_page(name))
        return XP_SNIFF_HTML;
    if (xp_sniff_compressed(bytes, len))
        return XP_SNIFF_COMPRESSED;
    if (begins(p, len, "\xef\xbb\xbf"))
        p += 3;
    while (p && p < stop) {
        if (xp_is_space(*p))
            p++;
        else if (begins(p, (size_t)(stop - p), "<!--"))
            p = behind(p + 4, stop, "-->");
        else if (begins(p, (size_t)(stop - p), "<?"))
            p = behind(p + 2, stop, ">");
        else
            break;
    }
    return p && begins_as_page(p, (size_t)(stop - p)) ? XP_SNIFF_HTML : XP_SNIFF_OTHER;
}
