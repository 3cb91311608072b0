/* URLs as far as rules need them: the host and the path of what stands in an attribute, and '*' patterns.
 *
 * What the URL Standard's parser does to a URL of a page served over http or https (URL 4.4, special schemes) is done here, too:
 * white space and controls at the ends and tabs and line ends within go, '\' is '/', user info and port are set aside, any
 * number of slashes begins the authority, a host is percent-decoded (URL 3.5). What it does that no loader relies on is not: IDNA, "..".
 */
#ifndef XP_URL_H
#define XP_URL_H

#include <stdbool.h>
#include <stddef.h>

enum {
    XP_URL_MAX = 2048, /* bytes of a URL that count; what comes after them matches nothing */
    XP_URL_HOST = 255  /* no name that resolves is longer */
};

/* host is in lower case and without a dot at its end; empty for a relative URL. path begins with '/', unless the URL is relative
 * and begins with a name. The query, with its '?', follows the path. They point into text[]. */
typedef struct {
    char text[XP_URL_MAX + 1]; /* with room for the slash that a host's path is if there is no other */
    const char *host, *path;
    size_t nhost, npath, nquery;
} xp_url;

/* False if the URL is none of http, https or relative, or its host has a byte that none may have: nothing is fetched from a host then.
 * What the Wayback Machine has archived ("/web/2015js_/http://host/path") is the inner URL. */
bool xp_url_parse(xp_url *url, const char *value, size_t len);

/* Whether the text begins with the pattern, in which '*' stands for any run of bytes. Unless `open`, the pattern must end
 * where a segment or the text does. Takes at most npattern * n steps. */
bool xp_url_glob(const char *pattern, size_t npattern, const char *text, size_t n, bool open);

#endif
