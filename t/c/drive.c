/* The engine as a filter program, for tests that are written in other languages: requests on standard input, answers on
 * standard output, each behind its length, until the input ends.
 *
 * A request is a line of words, then the page.
 *   strip CUT SEED STUBS GATE CHARSET POLICIES
 *                              strips the page with every vendor, with stubs if STUBS is 1, and with the gate Off, On or All, if GATE is 0,
 *                              1 or 2. CUT is 0 for one piece, N for pieces of N bytes, or -1 for pieces of random sizes. CHARSET is what
 *                              the header says of it, or "-"; the rest of the line is its Content-Security-Policy, if it is not empty.
 *                              The answer is one line: reason, hold-limit hits, elements left for the charset, and for policies; then a
 *                              line an edit: from, to, bytes put in, vendor or "-", form; an empty line; the stripped page. What the
 *                              engine promised is checked on the way: edits in order and undecided, settled never beyond them and never
 *                              back.
 *   hold CUT SEED DOCUMENT GATE CHARSET POLICIES
 *                              the same of a held page; nothing but documents if DOCUMENT is 1.
 *   places CUT SEED CHARSET    where snippets go, of which the page has none: reason, then for head-start, head-end and body-end the offset or
 *                              "-". What the engine promised is checked on the way.
 *   tokens MODEL ELEMENT CUT   the tokens of the page, of which the beginning is in that content model: a line a token.
 *   sound WHERE                whether the page, as a snippet of the site's, may be put there: 0, or the fault's number; where; and the name.
 *   inert                      whether the page, as a script, is inert: 1 yes, 0 no.
 * Lengths are four bytes, the lowest first.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../engine/page/xp_sound.h"
#include "../../engine/script/xp_inert.h"
#include "../../engine/xp_place.h"
#include "../../engine/xp_scan.h"
#include "../../engine/html/xp_tok.h"
#include "../../engine/html/xp_tok_states.h"

static void die(const char *what)
{
    fprintf(stderr, "drive: %s\n", what);
    exit(3);
}

/* ---- Bytes that grow -------------------------------------------------------------------------------------------------- */

typedef struct {
    char *bytes;
    size_t len, room;
} buffer;

static void append(buffer *b, const char *bytes, size_t len)
{
    if (b->room - b->len < len) {
        b->room = 2 * (b->len + len);
        b->bytes = realloc(b->bytes, b->room);
        if (!b->bytes)
            die("out of memory");
    }
    if (len)
        memcpy(b->bytes + b->len, bytes, len);
    b->len += len;
}

static void append_line(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void append_line(buffer *b, const char *format, ...)
{
    char line[512];
    va_list args;
    int n;

    va_start(args, format);
    n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    append(b, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

/* ---- The page in pieces --------------------------------------------------------------------------------------------------- */

typedef void (*feed_fn)(void *ctx, const char *bytes, size_t len);

/* Each piece is a copy of exactly its size, so that the sanitizers see every read beyond it. */
static void feed_piece(feed_fn feed, void *ctx, const char *bytes, size_t len)
{
    char *copy = malloc(len ? len : 1);

    if (!copy)
        die("out of memory");
    memcpy(copy, bytes, len);
    feed(ctx, copy, len);
    free(copy);
}

static void feed_cut(feed_fn feed, void *ctx, const char *page, size_t len, long cut, uint64_t seed)
{
    for (size_t at = 0, n; at < len; at += n) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
        n = cut > 0 ? (size_t)cut : cut < 0 ? 1 + (size_t)(seed >> 33) % ((seed >> 60) ? 9 : 2000) : len;
        n = n < len - at ? n : len - at;
        feed_piece(feed, ctx, page + at, n);
    }
}

/* ---- strip ------------------------------------------------------------------------------------------------------------------ */

typedef struct {
    xp_scan *scan;
    const char *page;
    size_t fed;
    uint64_t done;    /* page bytes that are in `out` or were dropped */
    uint64_t settled; /* what the engine said last */
    buffer edits, out;
} strip;

static const xp_rules *rules;
static xp_vendor_set all;

/* Stays until the end, where a leak checker finds it in use. */
static void *grab(void *ctx, size_t size)
{
    static void *kept[64];
    static size_t n;

    (void)ctx;
    return n < sizeof kept / sizeof *kept ? kept[n++] = calloc(1, size) : NULL;
}

static void set_up(void)
{
    rules = xp_rules_build(NULL, 0, grab, NULL);
    if (!rules)
        die("the catalogue does not compile");
    xp_catalogue_default(&all);
}

static void on_edit(void *ctx, const xp_edit *edit)
{
    strip *s = ctx;
    size_t put = 0;

    if (edit->from < s->done || edit->to < edit->from || edit->from < s->settled)
        die("an edit of what is settled");
    append(&s->out, s->page + s->done, (size_t)(edit->from - s->done));
    for (int i = 0; i < edit->npieces; i++) {
        append(&s->out, edit->pieces[i].text, edit->pieces[i].len);
        put += edit->pieces[i].len;
    }
    s->done = edit->to;
    append_line(&s->edits, "%llu %llu %zu %s %s\n", (unsigned long long)edit->from, (unsigned long long)edit->to, put,
                edit->vendor < 0 ? "-" : xp_rules_name(rules, edit->vendor), xp_form_name(edit->form));
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    const strip *s = ctx;

    if (from < s->settled || from > to)
        die("what is settled is asked for");
    return s->page + from;
}

static void strip_feed(void *ctx, const char *bytes, size_t len)
{
    strip *s = ctx;

    xp_scan_feed(s->scan, bytes, len);
    s->fed += len;
    if (xp_scan_settled(s->scan) < s->settled || xp_scan_settled(s->scan) > s->fed)
        die("settled goes back, or beyond the page");
    s->settled = xp_scan_settled(s->scan);
}

/* What a request's words ask for. */
static xp_options options_of(const char *words, bool hold, long *cut, unsigned long long *seed)
{
    static xp_policies policies;
    xp_options options = { .rules = rules, .vendors = &all, .hold_limit = 262144, .on_edit = on_edit, .kept = kept };
    char charset[32];
    int flag = 0, gate = 0, used = 0;

    if (sscanf(words, "%ld %llu %d %d %31s %n", cut, seed, &flag, &gate, charset, &used) != 5 || gate < 0 || gate > 2)
        die("strip CUT SEED STUBS GATE CHARSET POLICIES");
    options.hold = hold;
    options.document = hold && flag;
    options.stubs = !hold && flag;
    options.gate = (xp_gate_mode)gate;
    options.charset = xp_charset_of(charset, strlen(charset));
    if (words[used]) {
        xp_gate_begin_policies(&policies, hold);
        xp_policies_add_header(&policies, words + used, strlen(words + used));
        options.policies = &policies;
    }
    return options;
}

static void do_strip(const char *words, bool hold, const char *page, size_t len, buffer *answer)
{
    strip s = { .page = page };
    long cut = 0;
    unsigned long long seed = 0;
    xp_options options = options_of(words, hold, &cut, &seed);

    options.ctx = &s;
    s.scan = malloc(xp_scan_size());
    if (!s.scan)
        die("out of memory");
    xp_scan_init(s.scan, &options);
    feed_cut(strip_feed, &s, page, len, cut, seed);
    xp_scan_end(s.scan);
    if (xp_scan_settled(s.scan) != len)
        die("the end is not settled");
    append(&s.out, page + s.done, len - (size_t)s.done);
    append_line(answer, "%d %u %u %u\n", (int)xp_scan_reason(s.scan), xp_scan_hold_limit_hits(s.scan),
                xp_scan_left(s.scan, XP_LEFT_CHARSET), xp_scan_left(s.scan, XP_LEFT_CSP));
    append(answer, s.edits.bytes, s.edits.len);
    append(answer, "\n", 1);
    append(answer, s.out.bytes, s.out.len);
    free(s.edits.bytes);
    free(s.out.bytes);
    free(s.scan);
}

/* ---- places ------------------------------------------------------------------------------------------------------------------ */

typedef struct {
    xp_place *place;
    const char *page;
    uint64_t fed, settled, last;
    char at[XP_PLACES][24];
} places;

static void on_found(void *ctx, xp_where where, uint64_t at)
{
    places *p = ctx;

    if (at < p->settled || at < p->last || at > p->fed || *p->at[where] != '-')
        die("a place that is settled, found before, or out of order");
    p->last = at;
    snprintf(p->at[where], sizeof p->at[where], "%llu", (unsigned long long)at);
}

static const char *places_kept(void *ctx, uint64_t from, uint64_t to)
{
    const places *p = ctx;

    if (from < p->settled || from > to || to > p->fed)
        die("what is settled is asked for");
    return p->page + from;
}

static void places_feed(void *ctx, const char *bytes, size_t len)
{
    places *p = ctx;

    p->fed += len;
    xp_place_feed(p->place, bytes, len);
    if (xp_place_settled(p->place) < p->settled || xp_place_settled(p->place) > p->fed)
        die("settled goes back, or beyond the page");
    p->settled = xp_place_settled(p->place);
}

static void do_places(const char *words, const char *page, size_t len, buffer *answer)
{
    static const xp_snippet SNIPPET = { .ascii = true };
    xp_place_options options = { .hold_limit = 262144, .found = on_found, .kept = places_kept };
    places p = { .page = page };
    char charset[32];
    long cut;
    unsigned long long seed;

    if (sscanf(words, "%ld %llu %31s", &cut, &seed, charset) != 3)
        die("places CUT SEED CHARSET");
    for (int i = 0; i < XP_PLACES; i++) {
        options.snippets[i] = &SNIPPET;
        options.lengths[i] = 100;
        strcpy(p.at[i], "-");
    }
    options.charset = xp_charset_of(charset, strlen(charset));
    options.ctx = &p;
    p.place = malloc(xp_place_size());
    if (!p.place)
        die("out of memory");
    xp_place_init(p.place, &options);
    feed_cut(places_feed, &p, page, len, cut, seed);
    xp_place_end(p.place);
    if (xp_place_settled(p.place) != len || !xp_place_done(p.place))
        die("the end is not settled");
    append_line(answer, "%d %s %s %s\n", (int)xp_place_reason_of(p.place), p.at[XP_HEAD_START], p.at[XP_HEAD_END],
                p.at[XP_BODY_END]);
    free(p.place);
}

/* ---- tokens ------------------------------------------------------------------------------------------------------------------- */

typedef struct {
    xp_tok tok;
    buffer *answer;
    xp_model first; /* what the beginning is in; the rest is data, whatever the tags are */
} tokens;

static void on_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    (void)ctx, (void)attr, (void)value, (void)len, (void)cut;
}

static xp_model on_start(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    tokens *t = ctx;

    (void)el;
    append_line(t->answer, "start %llu %llu %d ", (unsigned long long)t->tok.from, (unsigned long long)end,
                self_closing);
    append(t->answer, t->tok.name, t->tok.name_len > XP_NAME_MAX ? XP_NAME_MAX : t->tok.name_len);
    append(t->answer, "\n", 1);
    return XP_MODEL_DATA;
}

static void on_end(void *ctx, xp_element el, uint64_t end)
{
    tokens *t = ctx;

    (void)el;
    append_line(t->answer, "end %llu %llu 0 ", (unsigned long long)t->tok.from, (unsigned long long)end);
    append(t->answer, t->tok.name, t->tok.name_len > XP_NAME_MAX ? XP_NAME_MAX : t->tok.name_len);
    append(t->answer, "\n", 1);
}

static void on_comment(void *ctx, const char *text, size_t len, uint64_t end)
{
    tokens *t = ctx;

    (void)text, (void)len;
    append_line(t->answer, "comment %llu %llu 0\n", (unsigned long long)t->tok.from, (unsigned long long)end);
}

static void on_text(void *ctx, const char *text, size_t len)
{
    (void)ctx, (void)text, (void)len;
}

static bool on_foreign(void *ctx)
{
    (void)ctx;
    return false;
}

static void tokens_feed(void *ctx, const char *bytes, size_t len)
{
    tokens *t = ctx;

    xp_tok_feed(&t->tok, bytes, len);
}

/* Where a content model begins, as after a start tag. */
static void set_model(xp_tok *tok, const char *model, const char *element)
{
    char name[XP_NAME_MAX + 1] = { 0 };

    if (strlen(element) <= XP_NAME_MAX)
        memcpy(name, element, strlen(element));
    tok->raw_el = (uint8_t)xp_element_of(name, strlen(name));
    if (!strcmp(model, "raw"))
        tok->state = XP_ST_raw_text;
    else if (!strcmp(model, "script"))
        tok->state = XP_ST_script_data;
    else if (!strcmp(model, "plaintext"))
        tok->state = XP_ST_plaintext;
    else if (!strcmp(model, "cdata"))
        tok->state = XP_ST_cdata_section;
}

static void do_tokens(const char *words, const char *page, size_t len, buffer *answer)
{
    static const xp_sink SINK = { on_attr, on_start, on_end, on_comment, on_text, on_foreign };
    static char value[XP_VALUE_MAX];
    char model[16], element[32];
    tokens t = { .answer = answer };
    long cut;

    if (sscanf(words, "%15s %31s %ld", model, element, &cut) != 3)
        die("tokens MODEL ELEMENT CUT");
    xp_tok_init(&t.tok, &SINK, &t, value, 0);
    t.tok.all_tags = true;
    set_model(&t.tok, model, element);
    feed_cut(tokens_feed, &t, page, len, cut, 0);
}

/* ---- inert -------------------------------------------------------------------------------------------------------------------- */

static void do_sound(const char *words, const char *text, size_t len, buffer *answer)
{
    xp_snippet_fault fault;
    int where;

    if (sscanf(words, "%d", &where) != 1 || where < 0 || where >= XP_PLACES)
        die("sound WHERE");
    xp_snippet_check(text, len, (xp_where)where, &fault);
    append_line(answer, "%d %zu %s\n", (int)fault.fault, fault.at, fault.name);
}

static void do_inert(const char *text, size_t len, buffer *answer)
{
    append_line(answer, "%d\n", xp_inert_is(text, len));
}

/* ---- Requests ------------------------------------------------------------------------------------------------------------------- */

static bool read_request(buffer *request)
{
    unsigned char size[4];
    size_t len;

    if (fread(size, 1, 4, stdin) != 4)
        return false;
    len = (size_t)size[0] | (size_t)size[1] << 8 | (size_t)size[2] << 16 | (size_t)size[3] << 24;
    request->len = 0;
    if (request->room < len + 1) {
        request->room = len + 1;
        request->bytes = realloc(request->bytes, request->room);
    }
    if (!request->bytes || fread(request->bytes, 1, len, stdin) != len)
        die("a request is cut short");
    request->len = len;
    return true;
}

static void write_answer(const buffer *answer)
{
    unsigned char size[4];

    for (int i = 0; i < 4; i++)
        size[i] = (unsigned char)(answer->len >> 8 * i);
    fwrite(size, 1, 4, stdout);
    if (answer->len)
        fwrite(answer->bytes, 1, answer->len, stdout);
    fflush(stdout);
}

int main(void)
{
    buffer request = { 0 }, answer = { 0 };

    set_up();
    while (read_request(&request)) {
        char *newline = memchr(request.bytes, '\n', request.len);
        size_t len;

        if (!newline)
            die("a request has no line of words");
        *newline = '\0';
        len = request.len - (size_t)(newline + 1 - request.bytes);
        answer.len = 0;
        if (!strncmp(request.bytes, "strip ", 6))
            do_strip(request.bytes + 6, false, newline + 1, len, &answer);
        else if (!strncmp(request.bytes, "hold ", 5))
            do_strip(request.bytes + 5, true, newline + 1, len, &answer);
        else if (!strncmp(request.bytes, "places ", 7))
            do_places(request.bytes + 7, newline + 1, len, &answer);
        else if (!strncmp(request.bytes, "tokens ", 7))
            do_tokens(request.bytes + 7, newline + 1, len, &answer);
        else if (!strncmp(request.bytes, "sound ", 6))
            do_sound(request.bytes + 6, newline + 1, len, &answer);
        else if (!strcmp(request.bytes, "inert"))
            do_inert(newline + 1, len, &answer);
        else
            die("unknown request");
        write_answer(&answer);
    }
    free(request.bytes);
    free(answer.bytes);
    return 0;
}
