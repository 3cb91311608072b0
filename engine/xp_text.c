/* Inline scripts and styles: see xp_text.h. The search for literals and the judgement of words run side by side over the text;
 * the second stops at the first word that is not accounted for, which in a site's own script comes within its first line.
 * It costs twenty times what the first does, so it is put off while it can be: a script that lies in one piece and in which no
 * literal was found is never judged at all.
 */
#include "xp_text.h"

#include <string.h>

static int owner_of(const void *ctx, const char *word, size_t len, bool defined)
{
    const xp_options *opt = ctx;

    return xp_rules_global(opt->rules, word, len, defined, opt->vendors);
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
    text->url_to = 0;
    text->urls = text->hits = text->rules = text->len = 0;
    text->nunread = 0;
    text->at = text->read = offset;
    xp_inert_start(&text->inert);
    memset(&text->first, 0, sizeof text->first);
    text->first.vendor = -1;
    xp_match_start(&text->match, offset);
    xp_js_start(&text->js, owner_of, options, charset == XP_CHARSET_DOUBLEBYTE);
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
    if (text->inert.verdict == XP_INERT_YES)
        return;
    if (xp_text_stays(text)) {
        text->put(text->ctx, host);
        return;
    }
    text->cuts[text->ncuts++] = *host;
    text->kept = text->ncuts == XP_TEXT_CUTS;
    flush(text);
}

/* Lets `inert` read up to `to`. The search lags behind the text, and this must not run ahead of it: what is found then does not
 * depend on the cuts. */
static void read_to(xp_text *text, uint64_t to)
{
    uint64_t n;

    if (text->read < text->at && text->read < to) {
        n = (to < text->at ? to : text->at) - text->read;
        xp_inert_feed(&text->inert, text->waits, (size_t)n);
        text->waits += n;
        text->read += n;
    }
    if (text->read < to) {
        xp_inert_feed(&text->inert, text->piece + (text->read - text->at), (size_t)(to - text->read));
        text->read = to;
    }
    flush(text);
}

void xp_text_keep(xp_text *text)
{
    if (!text->is_style) {
        text->waits = (const char *)text->match.tail + text->match.ntail - (text->at - text->read);
        read_to(text, text->at);
    }
    text->kept = true;
    flush(text);
}

/* Whether a row's literal at `from` says where a script loads from. A path alone says it only of a script: for a picture or a form it
 * is too common; and behind a host that has been found it is that URL's own. */
static bool is_load(const xp_text *text, int row, const char *pattern, uint64_t from)
{
    size_t len = strlen(pattern);

    if (!xp_rules_is_url(text->options->rules, row))
        return false;
    return pattern[0] != '/' ||
           (!strcmp(pattern + len - 2, "js") && (!text->url_to || from > text->url_to + XP_URL_REACH));
}

/* Rows that are meant for styles begin as their selectors do. */
static bool is_selector(const char *pattern)
{
    return pattern[0] == '.' || pattern[0] == '#';
}

static void found(void *ctx, int row, uint64_t from, uint64_t mid, uint64_t to)
{
    xp_text *text = ctx;
    const xp_options *opt = text->options;
    xp_hit hit = xp_rules_row(opt->rules, row);
    bool is_url = is_load(text, row, hit.pattern, from);
    xp_cut cut = { from, mid, hit.pattern, (int16_t)hit.vendor, XP_FORM_SCRIPT_DEFUSED, false };

    if (text->is_style && !is_selector(hit.pattern))
        return;
    if (!xp_set_has(opt->vendors, hit.vendor)) {
        if (is_url && hit.pattern[0] != '/')
            text->url_to = to; /* what stands behind a spared vendor's host is spared as well */
        return;
    }
    text->hits++;
    if (is_url && from < text->url_to)
        return; /* another row for the same URL */
    if (text->first.vendor < 0 || (is_url && text->first.form != XP_FORM_SCRIPT_DEFUSED)) {
        text->first = cut;
        if (!is_url)
            text->first.form = XP_FORM_SCRIPT_INLINE;
    }
    if (!is_url)
        return;
    text->urls++;
    text->url_to = to;
    read_to(text, from);
    if (text->defuse)
        found_host(text, &cut);
}

/* A style longer than a vendor's is not looked at any further. */
static void feed_style(xp_text *text, const char *bytes, size_t len)
{
    text->at += len;
    text->mixed = text->mixed || len > XP_STYLE_MAX - text->len;
    if (text->mixed)
        return;
    text->len += (uint32_t)len;
    for (size_t i = 0; i < len; i++)
        text->rules += bytes[i] == '{';
    xp_match_feed(xp_rules_literals(text->options->rules), &text->match, bytes, len, found, text);
}

/* The words of the piece that waits. */
void xp_text_pause(xp_text *text)
{
    size_t len = text->nunread;

    text->nunread = 0;
    if (!len || text->mixed || text->kept)
        return;
    xp_js_feed(&text->js, text->unread, len);
    text->mixed = xp_js_is_mixed(&text->js);
    flush(text);
}

/* Searches the next piece, or without one what waits for the end. */
static void search(xp_text *text, const char *piece, size_t len)
{
    const xp_match *literals = xp_rules_literals(text->options->rules);
    char waits[sizeof text->match.tail];
    size_t n = (size_t)(text->at - text->read);

    memcpy(waits, text->match.tail + text->match.ntail - n, n);
    text->waits = waits;
    text->piece = piece;
    if (piece)
        xp_match_feed(literals, &text->match, piece, len, found, text);
    else
        xp_match_end(literals, &text->match, found, text);
    read_to(text, piece ? xp_match_done(&text->match) : text->at);
    text->at += len;
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
    if (!text->is_style)
        search(text, NULL, 0);
}

/* A style goes if every one of its rules is a vendor's. */
static bool end_style(xp_text *text)
{
    if (text->mixed || text->kept)
        return false;
    xp_match_end(xp_rules_literals(text->options->rules), &text->match, found, text);
    return text->rules && text->hits >= text->rules;
}

bool xp_text_end(xp_text *text)
{
    int vendor;

    if (text->is_style)
        return end_style(text);
    search(text, NULL, 0);
    if (text->kept || text->first.vendor < 0)
        return false;
    text->inert.verdict = (uint8_t)xp_inert_end(&text->inert);
    if (text->inert.verdict == XP_INERT_YES)
        return text->urls > 0; /* a comment that only names a vendor may stay */
    flush(text);
    xp_text_pause(text);
    if (text->mixed)
        return false;
    /* A snippet that loads more than vendors' URLs loads something of the site's. */
    if (xp_js_end(&text->js, &vendor) == XP_JS_SNIPPET && xp_js_loads(&text->js) <= text->urls)
        return true;
    xp_text_keep(text);
    return false;
}

uint64_t xp_text_settled(const xp_text *text)
{
    return text->is_style ? UINT64_MAX : xp_match_done(&text->match);
}
