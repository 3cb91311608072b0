/* The first look at a URL: see xp_glance.h. In a URL and in rows '_' counts as no letter here, since words of a file's name are found
 * behind one, too.
 */
#include "xp_glance.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../bytes/xp_word.h"
#include "xp_shape.h"
#include "xp_url.h"

enum {
    WIDE = 8, /* the bytes by which the sieve knows a word, … */
    NARROW = 4,
    BLOCK = 16 /* … and those that are copied at once */
};

/* Folders that anybody has. */
static bool is_folder(const char *word)
{
    static const char *const FOLDERS[] = { "assets/", "content/", "includes/", "modules/", "plugins/",
                                           "public/", "scripts/", "static/",   "themes/",  "uploads/" };

    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
        if (strncmp(word, FOLDERS[i], strlen(FOLDERS[i])) == 0)
            return true;
    return false;
}

/* The word of row[0, n) that tells most, and how many of its bytes are sure to follow it, as far as the sieve looks: the first that has
 * all it looks at, or the last; else the one with the most. Where the row begins a word may, but not behind a star. What tells little is
 * taken where there is nothing else. */
static const char *choose(const char *row, size_t n, bool last, size_t *len)
{
    const char *word = row;
    bool is_poor = false;

    *len = 0;
    for (size_t i = 0, room; i < n; i++) {
        bool folder, better;

        if (!xp_is_alpha(row[i]) || (i > 0 && (xp_is_alpha(row[i - 1]) || row[i - 1] == '*')))
            continue;
        for (room = 0; room < WIDE && i + room < n && row[i + room] != '*'; room++)
            ;
        folder = is_folder(row + i);
        better = room > *len || (last && room == WIDE);
        if (*len > 0 && folder != is_poor)
            better = !folder && room >= NARROW;
        if (better) {
            *len = room;
            word = row + i;
            is_poor = folder;
        }
    }
    return word;
}

void xp_glance_init(xp_glance *glance)
{
    xp_sieve_choose(&glance->sieve, XP_SIEVE_BEST);
}

void xp_glance_add(xp_glance *glance, const char *row)
{
    unsigned char key[WIDE];
    size_t host = strcspn(row, "/"), begin = host ? 0 : strspn(row, "/*"), len;
    const char *word;

    if (*row == '?')
        word = choose(row + 1, xp_shape_literal(row, strlen(row)) - 1, false, &len);
    else
        word = choose(row + begin, (host ? host : strcspn(row, "<")) - begin, !host, &len);

    for (size_t i = 0; i < len; i++)
        key[i] = (unsigned char)(word[i] == '_' ? '-' : word[i]);
    if (len < NARROW - 1)
        glance->blind = true;
    else if (len == NARROW - 1 ||
             (len == WIDE - 1 && word[len - 1] == '.')) /* a label: by four it would be too many words */
        for (int any = 0; any < 256; any++) {
            key[len] = (unsigned char)any;
            xp_sieve_add(&glance->sieve, key, len == WIDE - 1);
        }
    else
        xp_sieve_add(&glance->sieve, key, len == WIDE);
}

/* Copies '-' for '_' into text[0, len), which has room for a block more; returns whether a byte in it is `odd`, or one of those that the
 * parser drops or takes for another: tabs and line ends, which are not told from other controls, and '\\'. */
static inline bool copy_over(char *text, size_t len, unsigned char odd)
{
    unsigned char any[BLOCK] = { 0 }, all = 0;

    for (size_t i = 0; i < len; i += BLOCK)
        for (size_t k = 0; k < BLOCK; k++) {
            unsigned char c = (unsigned char)text[i + k];

            any[k] |= (unsigned char)((c == '\\') | (c < ' ') | (c == odd));
            text[i + k] = (char)(c == '_' ? '-' : c);
        }
    for (size_t k = 0; k < BLOCK; k++)
        all |= any[k];
    return all;
}

/* Whether a host may have a '%' in it, which the parser decodes: what stands behind "//" or ":" up to the next slash may be one. */
static bool is_encoded(const char *url, size_t len)
{
    const char *end = url + len, *next;

    for (const char *at = url; at < end; at = next + 1) {
        const char *percent;

        next = memchr(at, '/', (size_t)(end - at));
        next = next ? next : end;
        percent = memchr(at, '%', (size_t)(next - at));
        if (percent && ((at - url >= 2 && (at[-2] == '/' || at[-2] == ':')) || memchr(at, ':', (size_t)(percent - at))))
            return true;
    }
    return false;
}

/* Copies the URL, with '-' for '_'; false if something in it is not what it seems. */
static bool copy(char *text, const char *url, size_t len)
{
    memcpy(text, url, len);
    memset(text + len, ' ', BLOCK);
    return !copy_over(text, len, '%') || (!copy_over(text, len, '\\') && !is_encoded(url, len));
}

bool xp_glance_at(const xp_glance *glance, const char *url, size_t len)
{
    char text[XP_URL_MAX + BLOCK];
    xp_sieve_pass pass;

    if (glance->blind || len > XP_URL_MAX || !copy(text, url, len))
        return true;
    xp_sieve_start(&pass, (const unsigned char *)text, len);
    return xp_sieve_next(&glance->sieve, &pass) < len;
}
