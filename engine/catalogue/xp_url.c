/* Splitting URLs: see xp_url.h. One pass brings the URL into plain form in a buffer; the rest are pointers into it. */
#include "xp_url.h"

#include <string.h>

#include "../bytes/xp_skip.h"

static bool is_scheme(char c)
{
    return xp_is_alnum(c) || c == '+' || c == '-' || c == '.';
}

/* Copies the URL up to its fragment into text[]; returns the length, and in *query where the query begins. */
static size_t clean(char text[XP_URL_MAX], const char *value, size_t len, size_t *query)
{
    const char *p = value, *end = value + len, *stop;
    size_t n = 0, path = 0;
    bool in_path = true;

    while (p < end && (unsigned char)*p <= ' ')
        p++;
    while (end > p && (unsigned char)end[-1] <= ' ')
        end--;
    for (; p < end && n < XP_URL_MAX; p = stop + 1) {
        stop = xp_skip_in_url(p, (size_t)(end - p) < XP_URL_MAX - n ? end : p + (XP_URL_MAX - n));
        memcpy(text + n, p, (size_t)(stop - p));
        n += (size_t)(stop - p);
        if (stop >= end || n >= XP_URL_MAX || *stop == '#')
            break;
        if (*stop == '?' && in_path) {
            in_path = false;
            path = n;
        }
        if (*stop == '?' || *stop == '\\')
            text[n++] = *stop == '\\' && in_path ? '/' : *stop;
    }
    *query = in_path ? n : path;
    return n;
}

/* The length of "http:" or "https:" at the beginning; 0 if there is no scheme, SIZE_MAX if it is another. */
static size_t scheme_of(const char *text, size_t n)
{
    static const char HTTPS[] = "https";
    size_t len = 0, same = 0;

    if (n < 1 || !xp_is_alpha(text[0]))
        return 0;
    while (len < n && is_scheme(text[len])) {
        same += same == len && len < 5 && xp_lower(text[len]) == HTTPS[len];
        len++;
    }
    if (len >= n || text[len] != ':')
        return 0;
    return same == len && len >= 4 ? len + 1 : (size_t)-1;
}

enum { ARCHIVED_MIN = sizeof "web/1/http:" - 1 };

/* The URL that is archived below text[]: its offset after "/web/<digits><letters>_/"; 0 if there is none. */
static size_t archived(const char *text, size_t n)
{
    if (n < ARCHIVED_MIN || !memchr(text + ARCHIVED_MIN - 1, ':', n - ARCHIVED_MIN + 1)) /* nearly always */
        return 0;
    for (size_t i = 0; i + 4 < n; i++) {
        size_t at = i + 4, digits, scheme;

        if (memcmp(text + i, "web/", 4) != 0 || (i > 0 && text[i - 1] != '/'))
            continue;
        for (digits = at; at < n && xp_is_digit(text[at]); at++)
            ;
        if (at <= digits)
            continue;
        while (at < n && (xp_is_alpha(text[at]) || text[at] == '_'))
            at++;
        if (at >= n || text[at] != '/')
            continue;
        at++;
        scheme = scheme_of(text + at, n - at);
        if (scheme > 0 && scheme < n)
            return at;
    }
    return 0;
}

static int hex_digit(char c)
{
    if (xp_is_digit(c))
        return c - '0';
    c = xp_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A forbidden domain code point (URL 3.2). */
static bool is_forbidden(char c)
{
    return (unsigned char)c <= ' ' || c == '\x7f' || strchr("#%/:<>?@[\\]^|", c);
}

/* Decodes a host in which there is a '%', in place; it becomes empty if that makes no host of it. */
static void decode(char *host, size_t *nhost)
{
    size_t n = 0;

    for (size_t i = 0; i < *nhost; i++, n++) {
        int high = host[i] == '%' && *nhost - i > 2 ? hex_digit(host[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(host[i + 2]) : -1;

        host[n] = xp_lower(low >= 0 ? (char)(high * 16 + low) : host[i]);
        i += low >= 0 ? 2 : 0;
        if (is_forbidden(host[n])) {
            *nhost = 0;
            return;
        }
    }
    *nhost = n;
}

/* Splits "user@Host.:80/path" at text[from], which is not its beginning; what is before the path becomes lower case in place. */
static void split(xp_url *url, size_t from, size_t n)
{
    char *text = url->text;
    size_t host = from, port = 0, end;

    for (end = from; end < n && text[end] != '/'; end++) {
        text[end] = xp_lower(text[end]);
        if (text[end] == '@') {
            host = end + 1;
            port = 0;
        } else if (text[end] == ':' && !port) {
            port = end;
        }
    }
    url->host = text + host;
    url->nhost = (port ? port : end) - host;
    if (memchr(text + host, '%', url->nhost))
        decode(text + host, &url->nhost);
    if (url->nhost > 0 && url->host[url->nhost - 1] == '.')
        url->nhost--;
    url->path = text + end;
    url->npath = n - end;
    if (end >= n) { /* a host's path is "/" at least */
        memmove(text + n + 1, text + n, url->nquery);
        text[n] = '/';
        url->npath = 1;
    }
}

bool xp_url_parse(xp_url *url, const char *value, size_t len)
{
    size_t n, at = 0, inner, scheme, all;

    all = clean(url->text, value, len, &n);
    url->nquery = all - n;
    while ((inner = archived(url->text + at, n - at)) > 0)
        at += inner;
    scheme = scheme_of(url->text + at, n - at);
    if (scheme > n)
        return false;
    if (scheme > 0 || (n - at >= 2 && memcmp(url->text + at, "//", 2) == 0)) {
        for (at += scheme; at < n && url->text[at] == '/'; at++)
            ;
        split(url, at, n);
        return url->nhost > 0 && url->nhost <= XP_URL_HOST;
    }
    url->host = url->text;
    url->nhost = 0;
    url->path = url->text + at;
    url->npath = n - at;
    return n > at;
}

bool xp_url_glob(const char *pattern, size_t npattern, const char *text, size_t n, bool open)
{
    size_t p = 0, t = 0, star = (size_t)-1, resume = 0;

    for (;;) {
        if (p < npattern && pattern[p] == '*') {
            star = ++p;
            resume = t;
        } else if (p < npattern && t < n && pattern[p] == text[t]) {
            p++;
            t++;
        } else if (p >= npattern && (open || t >= n || text[t] == '/' || text[t] == '&')) {
            return true;
        } else if (star <= npattern && resume < n) {
            p = star;
            t = ++resume;
        } else {
            return false;
        }
    }
}
