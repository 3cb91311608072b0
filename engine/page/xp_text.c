/* Inline scripts and styles: see xp_text.h. The search for literals and the judgement of words run side by side over the text;
 * the second stops at the first word that is not accounted for, which in a site's own script comes within its first line.
 * It costs many times what the first does, and so does reading whether a script is inert. Both are put off while they can be: a
 * script that lies in one piece is judged only if a literal was found in it, and read only if it is no snippet then.
 */
#include "xp_text.h"

#include <string.h>

static int owner_of(const void *ctx, const char *word, size_t len, bool defined)
{
    const xp_options *opt = ctx;

    return xp_rules_global(opt->rules, word, len, defined, opt->vendors);
}

/* Scripts may hold an address without its scheme and slashes, too. */
static bool is_vendors(const void *ctx, const char *url, size_t len)
{
    const xp_options *opt = ctx;
    char whole[2 + XP_JS_WORD] = "//";

    if (xp_rules_url(opt->rules, url, len, opt->vendors).vendor >= 0)
        return true;
    if (len > XP_JS_WORD)
        return false;
    memcpy(whole + 2, url, len);
    return xp_rules_url(opt->rules, whole, len + 2, opt->vendors).vendor >= 0;
}

void xp_text_begin(xp_text *text, const xp_options *options, bool is_style, xp_charset charset, uint64_t offset,
                   xp_cut_fn put, void *ctx)
{
    text->options = options;
    text->put = put;
    text->ctx = ctx;
    text->is_style = is_style;
    text->mixed = false;
    text->defuse = !is_style && !options->scripts_by_hash;
    text->kept = false;
    text->ncuts = 0;
    text->host_to = text->url_len = 0;
    text->urls = text->hits = text->rules = text->len = 0;
    text->nunread = 0;
    text->at = text->read = offset;
    text->lag = 0;
    text->piece = NULL;
    text->nmet = text->ndefused = 0;
    text->writes = false;
    xp_server_start(&text->server);
    xp_inert_start(&text->inert);
    text->first.vendor = -1;
    text->first_url = false;
    xp_match_start(&text->match, offset);
    xp_js_start(&text->js, owner_of, options, charset == XP_CHARSET_DOUBLEBYTE);
    xp_js_check_urls(&text->js, is_vendors);
}

static bool holds(const int16_t *vendors, unsigned n, int vendor)
{
    for (unsigned i = 0; i < n; i++)
        if (vendors[i] == vendor)
            return true;
    return false;
}

/* Lets `inert` read up to `next`, where all else has read to; what it has not read lies right before that. It is asked only about a
 * script that is no snippet, so it waits until one turns out to be none. */
static void catch_up(xp_text *text, const char *next)
{
    if (text->lag > 0 && !text->kept)
        xp_inert_feed(&text->inert, next - text->lag, text->lag);
    text->lag = 0;
}

/* The byte at `read`: before the piece that is being searched, or in it. */
static const char *next_byte(const xp_text *text)
{
    if (text->piece && text->read >= text->at)
        return text->piece + (text->read - text->at);
    return text->waits - (text->at - text->read);
}

/* Defuses the hosts that wait, as soon as the script is known to stay. */
static void flush(xp_text *text)
{
    if (!xp_text_stays(text))
        return;
    for (int i = 0; i < text->ncuts && text->inert.verdict != XP_INERT_YES; i++)
        text->put(text->ctx, &text->cuts[i]);
    text->ncuts = 0;
}

/* A host in a script's text: put by for now, or defused at once if the script is known to stay. */
static void found_host(xp_text *text, const xp_cut *host)
{
    if (text->ncuts + 1 == XP_TEXT_CUTS)
        catch_up(text, next_byte(text));
    if (text->inert.verdict == XP_INERT_YES)
        return;
    if (!holds(text->defused, text->ndefused, host->vendor) && text->ndefused < XP_TEXT_MET)
        text->defused[text->ndefused++] = host->vendor;
    if (xp_text_stays(text)) {
        flush(text); /* what was found before goes first */
        text->put(text->ctx, host);
        return;
    }
    text->cuts[text->ncuts++] = *host;
    text->kept = text->ncuts == XP_TEXT_CUTS;
    flush(text);
}

/* The host of the library's own, in the string that is being read, is defused for what `hit` says. */
static void found_server(xp_text *text, xp_hit hit)
{
    xp_cut host = {
        text->server.from, text->server.to, hit.pattern, (int16_t)hit.vendor, XP_FORM_SCRIPT_DEFUSED, false
    };

    xp_server_drop(&text->server);
    if (text->defuse)
        found_host(text, &host);
}

/* Judges the words of a piece, while it is open whether the script is a snippet. */
static void judge(xp_text *text, const char *bytes, size_t len)
{
    if (text->mixed || text->kept)
        return;
    xp_js_feed(&text->js, bytes, len);
    text->mixed = xp_js_is_mixed(&text->js);
}

/* `inert` reads these bytes, too, or lags behind while it is open whether the script is a snippet. */
static void read_inert(xp_text *text, const char *bytes, size_t len)
{
    if (!text->mixed && !text->kept && text->lag + len <= XP_INERT_MAX) {
        text->lag = (uint16_t)(text->lag + len);
        return;
    }
    catch_up(text, bytes);
    if (!text->kept)
        xp_inert_feed(&text->inert, bytes, len);
}

/* Everything reads alike: a host is found before it is known what follows it, wherever the cuts are. */
static void read_bytes(xp_text *text, const char *bytes, size_t len)
{
    while (len) {
        bool watches = text->server.begin < text->read + len;
        size_t n = watches ? xp_server_read(&text->server, bytes, len, text->read) : len;

        judge(text, bytes, n);
        read_inert(text, bytes, n);
        text->read += n;
        bytes += n;
        len -= n;
        if (len && holds(text->met, text->nmet, text->named.vendor))
            found_server(text, text->named);
        else if (len)
            xp_server_drop(&text->server);
    }
}

/* Reads up to `to`, which is never ahead of the search, which lags behind the text: so what is found then does not depend on the
 * cuts, and it is known before where vendors' URLs stand. */
static void read_to(xp_text *text, uint64_t to)
{
    if (text->read < text->at && text->read < to) {
        const char *from = next_byte(text);
        size_t n = (size_t)((to < text->at ? to : text->at) - text->read);

        read_bytes(text, from, n);
        if (text->piece) /* its bytes are elsewhere */
            catch_up(text, from + n);
    }
    if (text->read < to)
        read_bytes(text, next_byte(text), (size_t)(to - text->read));
    flush(text);
}

/* The bytes that have not been read: in the piece that waits, if there is one, else in what the search keeps. */
static const char *unread_bytes(const xp_text *text)
{
    uint64_t n = text->at - text->read;

    if (n && n <= text->nunread)
        return text->unread + (text->nunread - n);
    return (const char *)text->match.tail + text->match.ntail - n;
}

void xp_text_keep(xp_text *text)
{
    if (!text->is_style && !text->kept) { /* whether it is inert, or mixed, is told from all of it so far */
        const char *unread = unread_bytes(text);
        size_t n = (size_t)(text->at - text->read);

        catch_up(text, unread);
        xp_inert_feed(&text->inert, unread, n);
        judge(text, unread, n);
    }
    text->kept = true;
    flush(text);
}

/* Whether a row's literal at `from` says where a script loads from. A path alone says it only of a script: for a picture or a form it
 * is too common; and behind a host that has been found it is that URL's own. */
static bool is_load(const xp_text *text, int row, const char *pattern, uint64_t from)
{
    const char *script = strstr(pattern, ".js");

    if (!xp_rules_is_url(text->options->rules, row))
        return false;
    return pattern[0] != '/' ||
           (script && (!script[3] || script[3] == '?') && (!text->host_to || from > text->host_to + XP_URL_REACH));
}

/* Rows that are meant for styles begin as their selectors do. */
static bool is_selector(const char *pattern)
{
    return pattern[0] == '.' || pattern[0] == '#';
}

/* A path's reach is measured from the host's end, which is the same place once the host is defused. */
static void note_url(xp_text *text, uint64_t mid, uint64_t to)
{
    text->host_to = mid;
    text->url_len = (uint32_t)(to - mid);
}

/* Strings have been read up to here. A host that the catalogue knows is not looked for there. */
static void read_strings(xp_text *text, uint64_t to, bool host)
{
    if (text->server.begin == UINT64_MAX)
        return;
    read_to(text, to);
    if (host)
        xp_server_drop(&text->server);
}

/* One of the vendor's literals was found; it ends at `to`. Does it do no more than begin a statement that names a host? */
static bool note_vendor(xp_text *text, int row, uint64_t from, uint64_t to)
{
    const xp_rules *rules = text->options->rules;
    xp_hit hit = xp_rules_row(rules, row);

    if (!xp_rules_has_servers(rules, hit.vendor))
        return false;
    xp_server_watch(&text->server, to);
    read_strings(text, from, false); /* what was named before is judged by what was met before, wherever the cuts are */
    if (!xp_rules_is_server(rules, row)) {
        if (!holds(text->met, text->nmet, hit.vendor) && text->nmet < XP_TEXT_MET)
            text->met[text->nmet++] = (int16_t)hit.vendor;
        return false;
    }
    xp_server_expect(&text->server, to);
    text->named = hit;
    return true;
}

/* Does the string that holds the path at `from` name its host, from which the path is in reach once the host is defused, too? */
static bool is_served(const xp_text *text, uint64_t from)
{
    const xp_server *server = &text->server;

    return xp_server_known(server) && server->to <= from && from - server->to <= XP_URL_REACH;
}

static void found_row(xp_text *text, int row, uint64_t from, uint64_t mid, uint64_t to)
{
    const xp_options *opt = text->options;
    xp_hit hit = xp_rules_row(opt->rules, row);
    bool is_url = is_load(text, row, hit.pattern, from);
    xp_cut cut = { from, mid, hit.pattern, (int16_t)hit.vendor, XP_FORM_SCRIPT_DEFUSED, false };

    if (text->is_style && !is_selector(hit.pattern))
        return;
    if (!xp_set_has(opt->vendors, hit.vendor)) {
        if (is_url && hit.pattern[0] != '/') {
            read_strings(text, from, true);
            note_url(text, mid, to); /* what stands behind a spared vendor's host is spared as well */
        }
        return;
    }
    if (!text->is_style && note_vendor(text, row, from, to))
        return;
    text->hits++;
    if (is_url && from < text->host_to + text->url_len)
        return; /* another row for the same URL */
    if (text->first.vendor < 0 || (is_url && !text->first_url)) {
        text->first = hit;
        text->first_url = is_url;
    }
    if (!is_url)
        return;
    text->urls++;
    xp_js_url_ahead(&text->js, from - text->read);
    read_strings(text, from, hit.pattern[0] != '/');
    if (text->mixed || text->kept || text->ncuts + 1 == XP_TEXT_CUTS) /* else there is time */
        read_to(text, from);
    if (!is_served(text, from)) {
        note_url(text, mid, to);
        xp_server_drop(&text->server); /* a path may look like a host's beginning */
        if (text->defuse)
            found_host(text, &cut);
        return;
    }
    note_url(text, text->server.to, to);
    found_server(text, hit);
}

static bool found(void *ctx, int row, uint64_t from, uint64_t mid, uint64_t to)
{
    xp_text *text = ctx;

    if (row >= 0) {
        found_row(text, row, from, mid, to);
        return true;
    }
    /* A host that was defused before: the script has been judged, and stays. The path behind the host is no other URL. */
    if (text->is_style)
        return true;
    if (row == XP_ID_WRITES) {
        text->writes = true;
        return true;
    }
    note_url(text, mid, to);
    read_to(text, from);
    catch_up(text, next_byte(text));
    xp_server_done(&text->server);
    text->kept = true;
    flush(text);
    return true;
}

/* Counts a style's rules, as far as it matters. */
static void count_rules(xp_text *text, const char *bytes, size_t len)
{
    const char *end = bytes + len;

    while (text->rules <= XP_STYLE_RULES && bytes < end && (bytes = memchr(bytes, '{', (size_t)(end - bytes)))) {
        text->rules++;
        bytes++;
    }
}

/* A style that is longer than a vendor's, or has more rules, is not looked at any further. */
static void feed_style(xp_text *text, const char *bytes, size_t len)
{
    text->at += len;
    text->mixed = text->mixed || len > XP_STYLE_MAX - text->len;
    if (text->mixed)
        return;
    text->len += (uint32_t)len;
    count_rules(text, bytes, len);
    text->mixed = text->rules > XP_STYLE_RULES;
    if (text->mixed)
        return;
    xp_match_feed(xp_rules_literals(text->options->rules), &text->match, bytes, len, found, text);
}

void xp_text_pause(xp_text *text)
{
    if (!text->nunread)
        return;
    text->waits = unread_bytes(text) + (text->at - text->read);
    read_to(text, xp_match_done(&text->match));
    catch_up(text, next_byte(text));
    text->nunread = 0;
    flush(text);
}

/* Searches the next piece. Of the bytes before it, what has been searched is read while the search still keeps it. */
static void search(xp_text *text, const char *piece, size_t len)
{
    char waits[sizeof text->match.tail];
    uint64_t n = text->at - text->read, done;

    memcpy(waits, unread_bytes(text), (size_t)n);
    text->waits = waits + n;
    text->piece = piece;
    xp_match_feed(xp_rules_literals(text->options->rules), &text->match, piece, len, found, text);
    done = xp_match_done(&text->match);
    read_to(text, done < text->at ? done : text->at);
    text->at += len;
    text->piece = NULL;
}

/* Searches what waits for the end; afterwards its bytes are in waits[], unless they are in the last piece. */
static void search_end(xp_text *text, char waits[])
{
    uint64_t n = text->at - text->read;
    const char *unread = unread_bytes(text);

    if (n > text->nunread)
        unread = memcpy(waits, unread, (size_t)n);
    text->waits = unread + n;
    xp_match_end(xp_rules_literals(text->options->rules), &text->match, found, text);
}

void xp_text_feed(xp_text *text, const char *bytes, size_t len, bool lasting)
{
    if (text->is_style) {
        feed_style(text, bytes, len);
        return;
    }
    xp_text_pause(text);
    search(text, bytes, len);
    text->unread = bytes;
    text->nunread = len;
    if (!lasting)
        xp_text_pause(text);
}

void xp_text_abandon(xp_text *text)
{
    char waits[sizeof text->match.tail];

    if (text->is_style)
        return;
    search_end(text, waits);
    read_to(text, text->at);
    text->nunread = 0;
}

/* A style goes if every one of its rules is a vendor's. What was found before one turned out to stay depends on the cuts, and does not
 * count. */
static bool end_style(xp_text *text)
{
    if (text->mixed || text->kept) {
        text->first.vendor = -1;
        return false;
    }
    xp_match_end(xp_rules_literals(text->options->rules), &text->match, found, text);
    return text->rules && text->hits >= text->rules;
}

/* The words are accounted for; and a snippet that loads more than vendors' URLs would load something of the site's. */
static bool is_snippet(xp_text *text)
{
    int vendor;

    judge(text, next_byte(text), (size_t)(text->at - text->read));
    if (text->mixed)
        return false;
    text->mixed = xp_js_end(&text->js, &vendor) != XP_JS_SNIPPET || xp_js_loads(&text->js) > xp_js_urls(&text->js);
    return !text->mixed;
}

bool xp_text_end(xp_text *text)
{
    char waits[sizeof text->match.tail];

    if (text->is_style)
        return end_style(text);
    search_end(text, waits);
    if (text->kept)
        read_to(text, text->at);
    if (text->kept || text->first.vendor < 0) {
        catch_up(text, next_byte(text)); /* xp_text_follow asks */
        return false;
    }
    if (is_snippet(text))
        return true;
    read_to(text, text->at);
    if (text->kept) /* a host too many was the last */
        return false;
    catch_up(text, next_byte(text));
    text->inert.verdict = (uint8_t)xp_inert_end(&text->inert);
    if (text->inert.verdict == XP_INERT_YES)
        return text->urls > 0; /* a comment that only names a vendor may stay */
    flush(text);
    return false;
}

void xp_text_follow(const xp_text *text, uint64_t offset)
{
    for (unsigned i = 0; i < text->ndefused && text->writes && text->inert.verdict != XP_INERT_YES; i++) {
        xp_cut stub = { offset, offset, XP_WRITES, text->defused[i], XP_FORM_SCRIPT_DEFUSED, false };

        text->put(text->ctx, &stub);
    }
}

uint64_t xp_text_settled(const xp_text *text)
{
    uint64_t done = xp_match_done(&text->match);

    if (text->is_style)
        return UINT64_MAX;
    return text->server.from > 0 && text->server.from < done ? text->server.from : done;
}
