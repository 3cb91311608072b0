/* A preview's images, style sheets and films say "preview" as well. If their conditions and ranges were taken off the request, a
 * player that asks for the first two bytes would get the whole film, and if their codings were, a cache would be given a style sheet
 * unpacked. So what is no page has to be told beforehand, from little.
 *
 * Names are trusted less than files. /wiki/File:Map.png is a page in many applications: the browser's word comes first, of a name
 * that a program answers to only those types count that pages are made of, and if it is a page all the same it is stripped, as far
 * as that can be done with a request that has not been changed.
 */
#include "xp_subject.h"

#include "http_core.h"

#include "xp_field.h"

/* ---- Sec-Fetch-Dest (Fetch Metadata, 2.1) ------------------------------------------------------------------------------- */

typedef enum { DEST_UNKNOWN, DEST_DOCUMENT, DEST_OTHER } dest;

/* Values that are not known do not count, as the specification wants it; "empty" is what a script or a prefetch asks for, and what
 * goes into embed or object may be anything. */
static dest dest_of(const request_rec *r)
{
    static const char *const DOCUMENT[] = { "document", "iframe", "frame", "fencedframe" };
    static const char *const OTHER[] = { "image",        "script",       "style",           "font",
                                         "audio",        "video",        "track",           "json",
                                         "manifest",     "worker",       "sharedworker",    "serviceworker",
                                         "audioworklet", "paintworklet", "report",          "xslt",
                                         "webidentity",  "text",         "speculationrules" };
    const char *value = apr_table_get(r->headers_in, "Sec-Fetch-Dest");

    for (size_t i = 0; value && i < sizeof DOCUMENT / sizeof *DOCUMENT; i++)
        if (xp_field_all(value, DOCUMENT[i]))
            return DEST_DOCUMENT;
    for (size_t i = 0; value && i < sizeof OTHER / sizeof *OTHER; i++)
        if (xp_field_all(value, OTHER[i]))
            return DEST_OTHER;
    return DEST_UNKNOWN;
}

static int is_item(const request_rec *r, const char *header, const char *token)
{
    const char *value = apr_table_get(r->headers_in, header);

    return value && xp_field_is_item(value, token);
}

/* "empty" is what a speculation rule's prefetch may say as well, but only that navigates. */
xp_wanted xp_subject_wanted(const request_rec *r, const char **read)
{
    *read = "Sec-Fetch-Dest";
    if (!apr_table_get(r->headers_in, *read))
        return XP_WANTED_UNTOLD;
    if (is_item(r, *read, "document") || is_item(r, *read, "iframe") || is_item(r, *read, "frame"))
        return XP_WANTED_DOCUMENT;
    if (!is_item(r, *read, "empty"))
        return XP_WANTED_OTHER;
    *read = "Sec-Fetch-Dest, Sec-Fetch-Mode";
    return is_item(r, "Sec-Fetch-Mode", "navigate") ? XP_WANTED_DOCUMENT : XP_WANTED_OTHER;
}

/* ---- Types and names ---------------------------------------------------------------------------------------------------- */

/* What is embedded in pages or downloaded beside them; prefixes. Types of programs (text/x-perl, application/x-httpd-php) are
 * not here, as little as those that end like a domain name (.com). */
static int is_asset_type(const char *type)
{
    static const char *const ASSET[] = {
        "image/",
        "audio/",
        "video/",
        "font/",
        "text/css",
        "text/javascript",
        "text/ecmascript",
        "text/plain",
        "text/csv",
        "text/vtt",
        "text/xml",
        "text/calendar",
        "application/javascript",
        "application/x-javascript",
        "application/ecmascript",
        "application/json",
        "application/ld+json",
        "application/manifest+json",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/wasm",
        "application/pdf",
        "application/zip",
        "application/gzip",
        "application/octet-stream",
        "application/ogg",
        "application/font",
        "application/x-font",
        "application/vnd.ms-",
        "application/vnd.openxmlformats",
        "application/vnd.oasis",
        "application/vnd.apple.mpegurl",
        "application/x-mpegurl",
        "application/x-7z",
        "application/x-apple-diskimage",
        "application/x-bittorrent",
        "application/x-bzip",
        "application/x-debian",
        "application/x-gzip",
        "application/x-iso",
        "application/x-ms",
        "application/x-rar",
        "application/x-redhat",
        "application/x-rpm",
        "application/x-tar",
        "application/x-xz",
    };

    for (size_t i = 0; i < sizeof ASSET / sizeof *ASSET; i++)
        if (!ap_cstr_casecmpn(type, ASSET[i], strlen(ASSET[i])))
            return 1;
    return 0;
}

/* The same by a path's extension, where mod_mime has not said anything yet. Java's servers put ";jsessionid=…" behind it. */
static int is_asset_name(const char *path)
{
    static const char *const ASSET[] = { "css",  "js",   "mjs", "json", "map", "png",  "jpg",  "jpeg", "gif",  "svg",
                                         "webp", "avif", "ico", "bmp",  "mp3", "m4a",  "ogg",  "oga",  "wav",  "flac",
                                         "mp4",  "m4v",  "ogv", "webm", "mov", "m3u8", "ts",   "vtt",  "woff", "woff2",
                                         "ttf",  "otf",  "eot", "pdf",  "zip", "gz",   "wasm", "xml",  "txt" };
    const char *end = path + strcspn(path, "?"), *p = end, *dot = NULL;

    for (; p > path && p[-1] != '/'; p--) {
        if (p[-1] == ';') {
            end = p - 1;
            dot = NULL;
        } else if (p[-1] == '.' && !dot) {
            dot = p;
        }
    }
    if (!dot || (*dot | 0x20) == 'h') /* as nearly all pages are called */
        return 0;
    for (size_t i = 0; i < sizeof ASSET / sizeof *ASSET; i++)
        if ((*dot | 0x20) == *ASSET[i] && strlen(ASSET[i]) == (size_t)(end - dot) &&
            !ap_cstr_casecmpn(dot, ASSET[i], (size_t)(end - dot)))
            return 1;
    return 0;
}

/* True for types that stand for a program: httpd takes them for the handler's name where no handler is set. */
static int is_magic_type(const char *type)
{
    const char *slash = ap_strchr_c(type, '/');

    return !slash || !ap_cstr_casecmpn(type, "httpd/", 6) || !ap_cstr_casecmpn(slash, "/x-", 3);
}

/* Until a name has been mapped to anything it is a file's: rewrite rules that look at Accept-Encoding choose among files. */
static int is_file(const request_rec *r)
{
    if (!r->filename)
        return 1;
    return r->finfo.filetype == APR_REG && r->proxyreq == PROXYREQ_NONE &&
           (!r->handler || !strcmp(r->handler, "default-handler"));
}

int xp_subject_is_asset(const request_rec *r)
{
    if (r->content_type)
        return !xp_field_is_html(r->content_type) &&
               (is_asset_type(r->content_type) || (is_file(r) && !is_magic_type(r->content_type)));
    return is_asset_name(r->filename ? r->filename : r->uri);
}

xp_subject xp_subject_of(const request_rec *r)
{
    const dest wanted = dest_of(r);

    if (is_file(r) && xp_subject_is_asset(r))
        return XP_SUBJECT_OTHER;
    if (wanted == DEST_OTHER)
        return XP_SUBJECT_PART;
    if (is_file(r))
        return XP_SUBJECT_PAGE;
    return wanted == DEST_UNKNOWN && xp_subject_is_asset(r) ? XP_SUBJECT_ASSET : XP_SUBJECT_PAGE;
}

xp_subject xp_subject_of_error(const request_rec *r)
{
    return dest_of(r) == DEST_OTHER ? XP_SUBJECT_PART : XP_SUBJECT_PAGE;
}
