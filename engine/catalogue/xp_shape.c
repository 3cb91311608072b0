/* Patterns of values: see xp_shape.h. */
#include "xp_shape.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

typedef enum { DIGITS, HEX, CAPS, ID, KEY, WORD, HOST, UUID } kind;

typedef struct {
    kind of;
    size_t least, most; /* bytes of the run */
    size_t len;         /* of the shape in the pattern */
} shape;

enum {
    COUNT_MAX = 99,
    STEPS = 64, /* for a byte of text: as many as a pattern may have bytes, or nearly */
    UUID_LENGTH = 36
};

static bool is_hex(char c)
{
    return xp_is_digit(c) || (xp_lower(c) >= 'a' && xp_lower(c) <= 'f');
}

static bool is_of(kind of, char c)
{
    switch (of) {
    case DIGITS: return xp_is_digit(c);
    case HEX: return is_hex(c);
    case CAPS: return xp_is_digit(c) || (c >= 'A' && c <= 'Z');
    case ID: return xp_is_alnum(c);
    case KEY:
    case WORD: return xp_is_alnum(c) || c == '_' || c == '-';
    case HOST: return xp_is_alnum(c) || c == '_' || c == '-' || c == '.' || (unsigned char)c >= 0x80;
    default: return is_hex(c) || c == '-';
    }
}

/* Reads ":8>" or ":6+>" or ">" at *p, and goes on behind it. */
static bool read_count(const char **p, const char *end, shape *out)
{
    const char *at = *p;

    out->least = 1;
    out->most = (size_t)-1;
    if (at < end && *at == ':') {
        for (out->least = 0, at++; at < end && xp_is_digit(*at) && out->least <= COUNT_MAX; at++)
            out->least = out->least * 10 + (size_t)(*at - '0');
        if (out->least < 1 || out->least > COUNT_MAX || out->of >= HOST)
            return false;
        if (at < end && *at == '+')
            at++;
        else
            out->most = out->least;
    }
    *p = at + 1;
    return at < end && *at == '>';
}

/* Reads the shape that begins at pattern[0], a '<'. */
static bool read_shape(const char *pattern, size_t n, shape *out)
{
    static const char *const NAMES[] = { "digits", "hex", "caps", "id", "key", "word", "host", "uuid" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        size_t len = strlen(NAMES[i]);
        const char *p = pattern + 1 + len;

        if (n < 2 + len || memcmp(pattern + 1, NAMES[i], len) != 0)
            continue;
        out->of = (kind)i;
        if (!read_count(&p, pattern + n, out))
            return false;
        out->len = (size_t)(p - pattern);
        return true;
    }
    return false;
}

/* Whether letters and digits were drawn by lot: small letters alone may be a word, digits a date, both to 'f' a bundler's hash. */
static bool is_id(const char *text, size_t n)
{
    bool mixed = false, beyond = false;

    for (size_t i = 0; i < n; i++) {
        mixed |= text[i] < 'a';
        beyond |= !xp_is_digit(text[i]) && (text[i] < 'a' || text[i] > 'f');
    }
    return mixed && beyond;
}

/* Whether a run of word's bytes was drawn by lot: capitals, small letters and digits are among them. */
static bool is_key(const char *text, size_t n)
{
    unsigned kinds = 0;

    for (size_t i = 0; i < n; i++)
        kinds |= xp_is_digit(text[i]) ? 1U : !xp_is_alnum(text[i]) ? 0U : text[i] < 'a' ? 2U : 4U;
    return kinds == 7;
}

/* Whether the run is labels with dots between. */
static bool is_host(const char *text, size_t n)
{
    return n >= 3 && memchr(text, '.', n) && text[0] != '.' && text[n - 1] != '.';
}

static bool is_uuid(const char *text, size_t n)
{
    static const char FORM[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    for (size_t i = 0; i < UUID_LENGTH && n == UUID_LENGTH; i++)
        if ((FORM[i] == '-') != (text[i] == '-'))
            return false;
    return n == UUID_LENGTH;
}

/* How many bytes text[0, n) begins with that are the shape's; SIZE_MAX if they are not as it says. *steps becomes less. */
static size_t take_run(const shape *s, const char *text, size_t n, size_t *steps)
{
    size_t len = 0;

    while (len < n && len < *steps && is_of(s->of, text[len]))
        len++;
    *steps -= len;
    if (s->of == HOST && len > 0 && text[len - 1] == '.') /* a dot behind is not the host's */
        len--;
    if (len < s->least || len > s->most || (s->of == ID && !is_id(text, len)) || (s->of == KEY && !is_key(text, len)) ||
        (s->of == HOST && !is_host(text, len)) || (s->of == UUID && !is_uuid(text, len)))
        return (size_t)-1;
    return len;
}

/* One thing of the pattern, which is no star: how much of text[0, n) it takes, and in *len how long it is; SIZE_MAX if it is not there. */
static size_t take(const char *pattern, size_t npattern, size_t *len, const char *text, size_t n, size_t *steps)
{
    shape s;

    if (pattern[0] == '<' && read_shape(pattern, npattern, &s)) {
        *len = s.len;
        return take_run(&s, text, n, steps);
    }
    *len = 1;
    return n > 0 && *pattern == *text ? 1 : (size_t)-1;
}

/* Going back to the last star is enough: where what follows it matches first, it also ends first. */
bool xp_shape_matches(const char *pattern, size_t npattern, const char *text, size_t n)
{
    size_t p = 0, t = 0, star = (size_t)-1, resume = 0, steps = STEPS * (n + STEPS);

    while (steps > 0) {
        size_t len = 0, took = (size_t)-1;

        steps--;
        if (p < npattern && pattern[p] == '*') {
            star = ++p;
            resume = t;
            continue;
        }
        if (p >= npattern && t >= n)
            return true;
        if (p < npattern)
            took = take(pattern + p, npattern - p, &len, text + t, n - t, &steps);
        if (took <= n) {
            p += len;
            t += took;
        } else if (star <= npattern && resume < n) {
            p = star;
            t = ++resume;
        } else {
            return false;
        }
    }
    return false;
}

size_t xp_shape_literal(const char *pattern, size_t npattern)
{
    size_t n = 0;

    while (n < npattern && pattern[n] != '*' && pattern[n] != '<')
        n++;
    return n;
}

const char *xp_shape_check(const char *pattern, size_t npattern)
{
    shape s;

    for (size_t i = 0; i < npattern; i++) {
        if (pattern[i] != '<')
            continue;
        if (!read_shape(pattern + i, npattern - i, &s))
            return "has a '<' that begins no shape: <digits>, <hex>, <caps>, <id>, <key> or <word>, perhaps as "
                   "<caps:8> or "
                   "<caps:6+>, "
                   "<host> or <uuid>";
        i += s.len - 1;
        if (i + 1 < npattern && (pattern[i + 1] == '<' || is_of(s.of, pattern[i + 1])))
            return "can never match: behind a shape comes something that is part of it, as it goes on as far as may be";
    }
    return NULL;
}
