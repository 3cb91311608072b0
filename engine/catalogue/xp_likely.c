/* What somebody has probably meant who typed a word that is none: for messages of httpd -t and of xpurpose-explain.
 *
 * Names are taken for what people make of them: without regard to case and hyphens, the beginning of a name or one of its words
 * ("adobe"), its initials ("gtm"), and with letters put in, left out, changed or swapped. A vendor is known by what its rows
 * say as well: a product's older name lives on in those of its files and hosts ("piwik.js", "connect.facebook.net"). */
#include <string.h>

#include "../bytes/xp_ascii.h"
#include "xp_catalogue.h"

enum { LONGEST = 128 }; /* longer texts are like nothing */

/* How sure it is. */
enum { NOT_AT_ALL, TYPED_WORSE, GOES_ON, BEGINS, TYPED_BADLY, INITIALS = XP_LIKELY_SURE, SAME };

/* The word's letters and digits in lower case, and how many; of one that has none of them all that it has. */
static size_t strip(char *to, const char *word)
{
    size_t n = 0;

    for (const char *p = word; *p && n + 1 < LONGEST; p++)
        if (xp_is_alnum(*p))
            to[n++] = xp_lower(*p);
    for (const char *p = word; *p && n < 1; p++)
        to[n++] = *p;
    to[n] = '\0';
    return n;
}

/* How many letters are put in, left out, changed or swapped with the next one (Levenshtein 1965, Damerau 1964). */
static size_t distance(const char *a, size_t m, const char *b, size_t n)
{
    size_t rows[3][LONGEST], *before = rows[0], *last = rows[1], *row = rows[2];

    for (size_t j = 0; j <= n; j++)
        last[j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t *free_row = before;

        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t changed = last[j - 1] + (a[i - 1] != b[j - 1]);
            size_t less = last[j] < row[j - 1] ? last[j] + 1 : row[j - 1] + 1;

            row[j] = changed < less ? changed : less;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        before = last;
        last = row;
        row = free_row;
    }
    return last[n];
}

static bool begins(const char *text, size_t n, const char *with, size_t len)
{
    return len <= n && !memcmp(text, with, len);
}

/* Whether `typed` begins one of the words of `name`, from the second on, or is the first letters of all of them. */
static bool begins_word(const char *name, const char *typed, size_t n)
{
    char word[LONGEST];

    for (const char *p = name + strcspn(name, "-_"); *p; p += strcspn(p, "-_"))
        if (begins(word, strip(word, ++p), typed, n))
            return true;
    return false;
}

static bool is_initials(const char *name, const char *typed, size_t n)
{
    size_t i = 0;

    for (const char *p = name; *p; p += strcspn(p, "-"), p += *p == '-', i++)
        if (i >= n || xp_lower(*p) != typed[i])
            return false;
    return i == n && n > 1;
}

unsigned xp_likely(const char *typed, const char *name)
{
    char a[LONGEST], b[LONGEST];
    size_t m = strip(a, typed), n = strip(b, name), differ, most, numbered = m;

    if (strlen(typed) >= LONGEST || strlen(name) >= LONGEST || m < 1)
        return NOT_AT_ALL;
    if (m == n && !memcmp(a, b, n))
        return SAME;
    while (numbered > 0 && xp_is_digit(a[numbered - 1])) /* "ga4" */
        numbered--;
    if (is_initials(name, a, m) || is_initials(name, a, numbered))
        return INITIALS;
    differ = distance(a, m, b, n);
    most = m < 3 ? 0 : m < 6 ? 1 : m < 9 ? 2 : 3;
    if (differ <= 1 && most)
        return TYPED_BADLY;
    if (m > 2 && (begins(b, n, a, m) || begins_word(name, a, m)))
        return BEGINS;
    if (n > 2 && begins(a, m, b, n))
        return GOES_ON;
    return differ <= most ? TYPED_WORSE : NOT_AT_ALL;
}

/* Whether `word` stands in the text by itself, without regard to case. */
static bool has_word(const char *text, const char *word, size_t n)
{
    for (const char *p = text; *p; p++) {
        size_t same = 0;

        while (same < n && xp_lower(p[same]) == word[same])
            same++;
        if (same == n && (p == text || !xp_is_alnum(p[-1])) && !xp_is_alnum(p[n]))
            return true;
    }
    return false;
}

/* Whether the text is of an address on that host, with "www." or without. */
static bool has_host(const char *text, const char *host)
{
    size_t n, same = 0;

    text += strncmp(text, "*.", 2) ? 0 : 2;
    text += strncmp(text, "www.", 4) ? 0 : 4;
    host += strncmp(host, "www.", 4) ? 0 : 4;
    n = strlen(host);

    while (same < n && xp_lower(text[same]) == xp_lower(host[same]))
        same++;
    return n && same == n && (!text[n] || text[n] == '/');
}

bool xp_catalogue_speaks(int vendor, const char *word)
{
    char lower[LONGEST];
    size_t n = strip(lower, word);
    bool is_host = strchr(word, '.') != NULL;

    if (vendor < 0 || (size_t)vendor >= xp_vendors_count || n < 2 || (n != strlen(word) && !is_host))
        return false;
    for (size_t i = 0; i < xp_patterns_count; i++) {
        const xp_pattern_row *row = &xp_patterns[i];

        if (strcmp(row->vendor, xp_vendors[vendor].name) != 0)
            continue;
        if (is_host ? row->kind == XP_URL && has_host(row->text, word)
                    : (row->kind == XP_URL || row->kind == XP_GLOBAL) && has_word(row->text, lower, n))
            return true;
    }
    return false;
}

size_t xp_likeliest(const char *typed, const char *const *names, size_t n, const char **guesses)
{
    unsigned best = NOT_AT_ALL + 1;
    size_t found = 0;

    for (size_t i = 0; i < n; i++) {
        unsigned likely = xp_likely(typed, names[i]);

        if (likely > best) {
            found = 0;
            best = likely;
        }
        if (likely == best)
            guesses[found++] = names[i];
    }
    return found;
}

size_t xp_likeliest_vendors(const char *typed, const char *const *names, size_t n, const char **guesses)
{
    enum { MANY = 3 };
    size_t found = xp_likeliest(typed, names, n, guesses);

    if (found >= MANY || (found && xp_likely(typed, guesses[0]) >= XP_LIKELY_SURE))
        return found;
    for (size_t i = 0; i < n; i++)
        if (xp_catalogue_speaks((int)i, typed) && !xp_likely(typed, names[i]))
            guesses[found++] = names[i];
    return found;
}
