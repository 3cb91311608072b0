/* See xp_look.h. The tokenizer is the page's own, on the stack, and is told to hand out whatever name comes. */
#include "xp_look.h"

#include <string.h>

#include "../bytes/xp_skip.h"
#include "../html/xp_tok.h"
#include "xp_judge.h"

enum { TINY = 2, FAR = 900 }; /* pixels */

typedef struct {
    xp_tok tok;
    uint8_t had; /* of several attributes of a name the first counts: a bit for each name */
    bool unseen;
    const xp_options *options;
    xp_candidates candidates;
    char *text; /* of a script that is in its address; … */
    size_t len;
    bool has_text; /* … there is one */
} reader;

/* ---- Values -------------------------------------------------------------------------------------------------------------------- */

/* A number at text[*at], without its sign and what is behind its point, up to a thousand; -1: there is none. Goes on behind it. */
static int number(const char *text, size_t len, size_t *at)
{
    size_t from = *at;
    int n = 0;

    for (; *at < len && xp_is_digit(text[*at]); ++*at)
        n = n < FAR ? 10 * n + text[*at] - '0' : n;
    if (*at + 1 < len && text[*at] == '.' && xp_is_digit(text[*at + 1])) {
        from = *at; /* ".5" is a number, too */
        for (++*at; *at < len && xp_is_digit(text[*at]); ++*at)
            n += n <= TINY && text[*at] != '0'; /* more than it says without */
    }
    return *at > from ? n : -1;
}

/* A length that shows nothing to speak of: "0", "1px", "2". */
static bool is_tiny(const char *text, size_t len, bool bare)
{
    size_t at = 0;
    int n;

    xp_trim(&text, &len);
    n = number(text, len, &at);
    if (n < 0 || n > TINY)
        return false;
    return n == 0 || (bare && at == len) || xp_is_word(text + at, len - at, "px");
}

/* "-9999px" */
static bool is_far(const char *text, size_t len)
{
    size_t at = 1;

    return len > 1 && *text == '-' && number(text, len, &at) >= FAR;
}

/* "rect(1px, 1px, 1px, 1px)": nothing but numbers that are tiny. */
static bool is_clipped(const char *text, size_t len)
{
    static const char RECT[] = "rect(";
    size_t at = sizeof RECT - 1;

    if (len < at || !xp_is_word(text, at, RECT))
        return false;
    while (at < len && text[at] != ')') {
        size_t from = at;

        while (at < len && text[at] != ',' && text[at] != ')' && !xp_is_space(text[at]))
            at++;
        if (at > from && !is_tiny(text + from, at - from, false))
            return false;
        at += at < len && text[at] != ')';
    }
    return at < len;
}

/* ---- Is it seen? --------------------------------------------------------------------------------------------------------------- */

/* Whether a declaration of a style hides what has it. */
static bool hides(const char *name, size_t nname, const char *value, size_t nvalue)
{
    const char *important = memchr(value, '!', nvalue);

    nvalue = important ? (size_t)(important - value) : nvalue;
    xp_trim(&name, &nname);
    xp_trim(&value, &nvalue);
    if (xp_is_word(name, nname, "display"))
        return xp_is_word(value, nvalue, "none");
    if (xp_is_word(name, nname, "visibility"))
        return xp_is_word(value, nvalue, "hidden");
    if (xp_is_word(name, nname, "opacity") || xp_is_word(name, nname, "width") || xp_is_word(name, nname, "height"))
        return is_tiny(value, nvalue, false);
    if (xp_is_word(name, nname, "left") || xp_is_word(name, nname, "top"))
        return is_far(value, nvalue);
    return xp_is_word(name, nname, "clip") && is_clipped(value, nvalue);
}

/* Strings, URLs and comments are for no such style: what one of them holds may be taken for a declaration only if it is written as one. */
static bool is_hiding_style(const char *style, size_t len)
{
    for (size_t from = 0, to; from < len; from = to + 1) {
        const char *colon;

        to = (size_t)(xp_skip_to(style + from, style + len, ';') - style);
        colon = memchr(style + from, ':', to - from);
        if (colon && hides(style + from, (size_t)(colon - style) - from, colon + 1, (size_t)(style + to - colon) - 1))
            return true;
    }
    return false;
}

static bool is_first(reader *r, uint8_t name)
{
    bool had = r->had & name;

    r->had |= name;
    return !had;
}

bool xp_look_hides(const char *name, size_t n, const char *value, size_t len)
{
    if (xp_is_word(name, n, "width") || xp_is_word(name, n, "height"))
        return is_tiny(value, len, true);
    return xp_is_word(name, n, "hidden") || (xp_is_word(name, n, "style") && is_hiding_style(value, len));
}

static void see_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *r = ctx;
    const char *name = r->tok.name_at;
    size_t n = r->tok.named_len;

    (void)attr;
    (void)cut;
    if ((xp_is_word(name, n, "width") && is_first(r, 1)) || (xp_is_word(name, n, "height") && is_first(r, 2)))
        r->unseen |= is_tiny(value, len, true);
    else if (xp_is_word(name, n, "style") && is_first(r, 4))
        r->unseen |= is_hiding_style(value, len);
    else if (xp_is_word(name, n, "hidden"))
        r->unseen = true;
}

/* ---- The tag ------------------------------------------------------------------------------------------------------------------- */

static xp_model start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    reader *r = ctx;

    (void)el;
    (void)self_closing;
    (void)end;
    r->tok.stopped = true;
    return XP_MODEL_DATA;
}

/* A sink that `attr` is the whole of. */
#define SINK_OF(attr)                                                                                                  \
    {                                                                                                                  \
        attr, start_tag, xp_tok_no_end_tag, xp_tok_no_comment, xp_tok_no_text, xp_tok_not_foreign                      \
    }

static void read_tag(reader *r, const xp_look *look, const xp_sink *sink)
{
    xp_tok_init(&r->tok, sink, r, look->value, 0);
    r->tok.all_tags = true;
    r->tok.asks = r->tok.asks_of = UINT32_MAX;
    xp_tok_feed(&r->tok, look->tag, look->len);
}

bool xp_look_unseen(const xp_look *look)
{
    static const xp_sink SINK = SINK_OF(see_attr);
    reader r;

    r.had = 0;
    r.unseen = false;
    read_tag(&r, look, &SINK);
    return r.unseen;
}

/* ---- Element rows -------------------------------------------------------------------------------------------------------------- */

static void find_row(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *r = ctx;

    (void)attr;
    (void)cut;
    xp_rules_candidates(r->options->rules, xp_element_text(r->tok.el), r->tok.name_at, r->tok.named_len, value, len,
                        r->options->vendors, &r->candidates);
}

static void meet_row(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *r = ctx;

    (void)attr;
    (void)cut;
    xp_rules_meet(r->options->rules, &r->candidates, r->tok.name_at, r->tok.named_len, value, len);
}

xp_hit xp_look_row(const xp_look *look)
{
    static const xp_sink FIND = SINK_OF(find_row), MEET = SINK_OF(meet_row);
    reader r;

    r.options = look->options;
    r.candidates.n = 0;
    read_tag(&r, look, &FIND);
    if (r.candidates.n)
        read_tag(&r, look, &MEET);
    return xp_rules_chosen(look->options->rules, &r.candidates);
}

/* ---- Scripts in their address ----------------------------------------------------------------------------------------------------- */

/* What is behind the comma of a data URL. */
typedef struct {
    const char *at, *end;
} source;

static int hex_of(char c)
{
    return xp_is_digit(c) ? c - '0' : xp_lower(c) >= 'a' && xp_lower(c) <= 'f' ? xp_lower(c) - 'a' + 10 : -1;
}

/* The next byte with its escape undone; -1 at the end, where a fragment begins. A URL's parser drops tabs and line ends. */
static int next_byte(source *in)
{
    while (in->at < in->end && (*in->at == '\t' || *in->at == '\n' || *in->at == '\r'))
        in->at++;
    if (in->at >= in->end || *in->at == '#')
        return -1;
    if (*in->at == '%' && in->end - in->at > 2 && hex_of(in->at[1]) >= 0 && hex_of(in->at[2]) >= 0) {
        in->at += 3;
        return hex_of(in->at[-2]) << 4 | hex_of(in->at[-1]);
    }
    return (unsigned char)*in->at++;
}

/* Six bits, or -1. */
static int digit_of(int c)
{
    if (c == '+' || c == '/')
        return c == '+' ? 62 : 63;
    if (c > 127 || !xp_is_alnum((char)c))
        return -1;
    return c <= '9' ? c - '0' + 52 : c <= 'Z' ? c - 'A' : c - 'a' + 26;
}

/* Infra, "forgiving-base64 decode"; false if it is none. `text` may be what is read, for it never gets ahead of that. */
static bool from_base64(source *in, char *text, size_t *len)
{
    uint32_t bits = 0;
    size_t digits = 0, padding = 0, n = 0;

    for (int c; (c = next_byte(in)) >= 0;) {
        if (xp_is_space((char)c))
            continue;
        if (c == '=' && padding < 2) {
            padding++;
            continue;
        }
        if (padding || digit_of(c) < 0)
            return false;
        bits = bits << 6 | (uint32_t)digit_of(c);
        if (digits++ % 4)
            text[n++] = (char)(bits >> (6 - 2 * ((digits - 1) % 4)));
    }
    *len = n;
    return digits % 4 != 1 && (!padding || (digits + padding) % 4 == 0);
}

static bool from_url(const char *url, size_t len, char *text, size_t *to)
{
    static const char BASE64[] = "base64";
    const size_t scheme = sizeof "data:" - 1, base64 = sizeof BASE64 - 1;
    const char *comma, *type, *end;
    source in;
    size_t n;

    xp_trim(&url, &len);
    comma = memchr(url, ',', len);
    if (!comma || !xp_judge_is_data_url(url, (size_t)(comma - url)))
        return false;
    type = url + scheme;
    end = xp_skip_to(type, comma, ';');
    n = (size_t)(end - type);
    xp_trim(&type, &n);
    if (!xp_judge_is_javascript(type, n))
        return false;
    in = (source){ comma + 1, url + len };
    for (end = comma; end > url && end[-1] == ' '; end--)
        ;
    if ((size_t)(end - url) > base64 && xp_is_word(end - base64, base64, BASE64)) {
        for (end -= base64; end > url && end[-1] == ' '; end--)
            ;
        if (end[-1] == ';')
            return from_base64(&in, text, to);
    }
    for (int c; (c = next_byte(&in)) >= 0;)
        text[(*to)++] = (char)c;
    return true;
}

static void take_script(reader *r, const char *value, size_t len, bool cut)
{
    r->has_text = !cut && from_url(value, len, r->text, &r->len);
    r->tok.stopped = true;
    r->tok.value_max = 0; /* what is behind it in this tag would be read to the same place */
}

static void see_src(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    if (attr == XP_AT_SRC)
        take_script(ctx, value, len, cut);
}

static void see_late_src(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *r = ctx;

    if (attr == XP_AT_LATE_SRC && !r->had && xp_judge_is_data_url(value, len)) {
        r->had = 1;
        take_script(r, value, len, cut);
    }
}

static void see_document(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *r = ctx;

    if (attr != XP_AT_SRCDOC)
        return;
    r->has_text = !cut && len <= XP_LOOK_TEXT;
    r->len = r->has_text ? len : 0;
    memmove(r->text, value, r->len);
    r->tok.stopped = true;
    r->tok.value_max = 0;
}

/* What `sink` makes of one attribute, in `text`, which is the room for its value, too. */
static bool read_text(const xp_look *look, const xp_sink *sink, char *text, size_t *len)
{
    reader r;

    r.text = text;
    r.len = 0;
    r.had = 0;
    r.has_text = false;
    xp_tok_init(&r.tok, sink, &r, text, 0);
    r.tok.all_tags = true;
    r.tok.value_max = XP_LOOK_TEXT;
    xp_tok_feed(&r.tok, look->tag, look->len);
    *len = r.len;
    return r.has_text;
}

bool xp_look_script(const xp_look *look, char text[XP_LOOK_TEXT], size_t *len)
{
    static const xp_sink SINK = SINK_OF(see_src);

    return read_text(look, &SINK, text, len);
}

bool xp_look_late_script(const xp_look *look, char text[XP_LOOK_TEXT], size_t *len)
{
    static const xp_sink SINK = SINK_OF(see_late_src);

    return read_text(look, &SINK, text, len);
}

bool xp_look_document(const xp_look *look, char text[XP_LOOK_TEXT], size_t *len)
{
    static const xp_sink SINK = SINK_OF(see_document);

    return read_text(look, &SINK, text, len);
}
