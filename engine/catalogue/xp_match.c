/* The search for many literals.
 *
 * Every literal is anchored at its first letter or '_', for that is where a word begins in the text, too: what comes before it
 * in the literal is punctuation and digits, and what comes before the literal is no part of a word. So xp_sieve need look only at
 * the places where words begin, and one look at four bytes decides nearly all of them. The eight bytes that may follow an
 * anchor (white space is free, slashes and quotes have several spellings) are enumerated when the literals are compiled, or four of
 * them where there are too many. Because all literals that begin at a place have the same anchor, hits come in order without a queue.
 *
 * All literals lie in one trie (xp_trie.h), as they are written from their anchor on, then from their anchor back. The bytes behind an
 * anchor tell where the walk down begins: at a door. What is found there is a candidate, which is compared.
 * Rejected: an automaton (a load that waits for the one before it at every byte, and megabytes of tables).
 */
#include "xp_match.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xp_shape.h"
#include "xp_sieve.h"
#include "xp_trie.h"

enum {
    WIDE = 8,
    NARROW = 4,     /* bytes of a key */
    FIXED = 16,     /* bytes that are compared first */
    SPELLINGS = 64, /* more of them are not worth a wide key */
    HITS = 64,      /* at one place; of more the order is not kept */
    NEAR = 3        /* so near the anchor white space is one byte at most, lest indentation look like a literal */
};

typedef struct {
    const unsigned char *text; /* normalized */
    uint16_t len;
    uint16_t host;  /* so many bytes compare without regard to case */
    uint8_t anchor; /* index of the first letter or '_' */
    uint8_t how;
    bool open;
    bool wide;        /* its doors have wide keys */
    const char *rest; /* what of a parameter's value comes behind the text, with stars and shapes */
    uint8_t nrest;
    int id;
    uint8_t fixed; /* bytes from the anchor on that there is one way to write, but for those in a key; FIXED at most */
    uint64_t gaps; /* bit i: white space is free before text[i] */
    uint64_t mask[2], bits[2]; /* they agree with `bits` in `mask` */
} needle;

/* Where the walk down the trie begins for one way to write some literals' first bytes: eight of them without regard to case, or four
 * where the spellings of white space, slashes and quotes would make too many of eight. */
typedef struct {
    uint64_t key;
    uint32_t node;
    uint8_t how;
    uint8_t used; /* bytes of the key that the node stands for */
    bool coded;   /* a slash or a dot is not written as itself in them */
    bool in_host; /* what follows them is without regard to case */
} door;

struct xp_match {
    xp_sieve sieve;
    unsigned log;    /* log2 of the number of slots */
    uint32_t *slots; /* by hash of the key: index + 1 of the key's first door */
    door *doors;     /* in order of the key; behind the last one with a key that is none */
    xp_trie trie;
    const needle *needles; /* by a key's id in the trie */
};

/* ---- Characters ----------------------------------------------------------------------------------------------------- */

static bool is_letter(unsigned char c) /* as the sieve understands it */
{
    return (unsigned)((c | 0x20) - 'a') < 26 || c == '_';
}

static bool is_alnum(unsigned char c)
{
    return (unsigned)((c | 0x20) - 'a') < 26 || (unsigned)(c - '0') < 10;
}

static bool is_word(unsigned char c)
{
    return is_alnum(c) || c == '_' || c == '$';
}

static bool is_label(unsigned char c)
{
    return is_alnum(c) || c == '_' || c == '-';
}

static bool is_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

static bool is_quote(unsigned char c)
{
    return c == '\'' || c == '"';
}

static unsigned char lower(unsigned char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool is_gap(const needle *lit, size_t i)
{
    return lit->gaps >> i & 1;
}

/* How much white space may stand before the literal's character i. */
static size_t gap_limit(const needle *lit, size_t i)
{
    return i - lit->anchor < NEAR ? 1 : XP_MATCH_WINDOW;
}

/* ---- Verification --------------------------------------------------------------------------------------------------- */

typedef struct {
    const unsigned char *text;
    size_t end;
} span;

/* The length of a slash or a dot that is written in hexadecimal at `at`, and in *c which of them it is; 0 if neither is. */
static size_t encoded_at(const unsigned char *text, size_t at, size_t end, unsigned char *c)
{
    static const struct {
        const char *before, *behind;
        size_t len;
    } WAYS[] = { { "%2", "", 3 }, { "\\x2", "", 4 }, { "\\u002", "", 6 }, { "\\u{2", "}", 6 } };

    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
        size_t n = strlen(WAYS[i].before), len = WAYS[i].len;
        unsigned char last;

        if (end - at < len || memcmp(text + at, WAYS[i].before, n) != 0 ||
            memcmp(text + at + n + 1, WAYS[i].behind, len - n - 1) != 0)
            continue;
        last = lower(text[at + n]);
        if (last != 'f' && last != 'e')
            return 0;
        *c = last == 'f' ? '/' : '.';
        return len;
    }
    return 0;
}

/* The length of the byte at `at` of a URL, however it is written, and in *c which it is: a slash or a dot may be more than one. */
static size_t url_byte_at(const unsigned char *text, size_t at, size_t end, unsigned char *c)
{
    size_t n = 0;

    *c = text[at];
    if (*c == '\\' && end - at >= 2 && text[at + 1] == '/') {
        *c = '/';
        return 2;
    }
    if (*c == '\\' || *c == '%')
        n = encoded_at(text, at, end, c);
    return n ? n : 1;
}

/* What is written as %2F, \x2F or \u002F before `at`: '/', '.', '"' for either quote, or 0. */
static char encoded_before(const unsigned char *text, size_t at)
{
    unsigned char last;

    if (at < 3 || text[at - 2] != '2')
        return 0;
    last = lower(text[at - 1]);
    if (last != 'f' && last != 'e' && last != '2' && last != '7')
        return 0;
    if (text[at - 3] == '%' || (at >= 4 && memcmp(text + at - 4, "\\x", 2) == 0) ||
        (at >= 6 && memcmp(text + at - 6, "\\u00", 4) == 0))
        return last == 'f' ? '/' : last == 'e' ? '.' : '"';
    return 0;
}

/* Where the literal begins that has its anchor at `anchor`; SIZE_MAX if it has not. */
static size_t match_prefix(const needle *lit, const span *in, size_t anchor)
{
    size_t at = anchor;

    for (size_t i = lit->anchor; i > 0; i--) {
        if (at < 1)
            return SIZE_MAX;
        at--;
        if (lit->how == XP_MATCH_TEXT && lit->text[i - 1] == '\'') {
            if (!is_quote(in->text[at]))
                return SIZE_MAX;
            if (at > 0 && in->text[at - 1] == '\\')
                at--;
        } else if (in->text[at] != lit->text[i - 1]) {
            return SIZE_MAX;
        }
    }
    return at;
}

/* What a '*' in a path may stand for, in a script's text. */
static bool is_url_byte(unsigned char c)
{
    return c > ' ' && c != '\'' && c != '"' && c != '`' && c != '<' && c != '>' && c != '?' && c != '#';
}

/* The length of the literal's character i as it is written at `at`; 0 if something else is. */
static size_t url_char(const needle *lit, size_t i, const unsigned char *text, size_t at, size_t end)
{
    unsigned char c;
    size_t n;

    if (at >= end)
        return 0;
    n = url_byte_at(text, at, end, &c);
    return (i < lit->host ? lower(c) : c) == lit->text[i] ? n : 0;
}

/* Where the host and path end that have their anchor at `at`, and there their first `fixed` bytes; 0 if something else follows. */
static size_t match_url(const needle *lit, const unsigned char *text, size_t at, size_t fixed, size_t end, size_t *mid)
{
    size_t i = lit->anchor + fixed, star = SIZE_MAX, resume = 0;

    at += fixed;
    if (lit->host && i > lit->host)
        *mid = at - (i - lit->host); /* all that is fixed is written as itself */
    while (i < lit->len) {
        size_t n = 0;

        if (i == lit->host)
            *mid = at;
        if (lit->text[i] == '*') {
            star = ++i;
            resume = at;
        } else if (at < end && text[at] == lit->text[i]) { /* as nearly always */
            at++;
            i++;
        } else if ((n = url_char(lit, i, text, at, end)) > 0) {
            at += n;
            i++;
        } else if (star < lit->len && resume < end && is_url_byte(text[resume])) {
            i = star;
            at = ++resume;
        } else {
            return 0;
        }
    }
    return at;
}

static size_t skip_space(const unsigned char *text, size_t at, size_t end, size_t limit)
{
    for (; at < end && limit > 0 && is_space(text[at]); limit--)
        at++;
    return at;
}

/* Where the text ends that has its anchor at `at`, and there its first `fixed` bytes; 0 if something else follows. */
static size_t match_text(const needle *lit, const unsigned char *text, size_t at, size_t fixed, size_t end)
{
    at += fixed;
    for (size_t i = lit->anchor + fixed; i < lit->len; i++) {
        size_t before = at;

        if (at < end && text[at] == lit->text[i] && text[at] != ' ' && text[at] != '\'') { /* as nearly always */
            at++;
            continue;
        }
        if (is_gap(lit, i) || lit->text[i] == ' ')
            at = skip_space(text, at, end, gap_limit(lit, i));
        if (lit->text[i] == ' ') {
            if (at <= before)
                return 0;
            continue;
        }
        if (lit->text[i] == '\'') {
            if (at < end && text[at] == '\\')
                at++;
            if (at >= end || !is_quote(text[at]))
                return 0;
        } else if (at >= end || text[at] != lit->text[i]) {
            return 0;
        }
        at++;
    }
    return at;
}

/* Whether a query's parameter begins at `at`. */
static bool is_behind_and(const unsigned char *text, size_t at)
{
    if (at < 1)
        return false;
    if (text[at - 1] == '?' || text[at - 1] == '&')
        return true;
    return (at >= 5 && !memcmp(text + at - 5, "&amp;", 5)) || (at >= 4 && !memcmp(text + at - 4, "\\x26", 4)) ||
           (at >= 6 && !memcmp(text + at - 6, "\\u0026", 6));
}

/* Where the parameter ends of which the literal is found up to `at`; 0 if its value is another. */
static size_t match_rest(const needle *lit, const span *in, size_t at, size_t end)
{
    size_t to = at;

    while (to < end && is_url_byte(in->text[to]) && in->text[to] != '&' && in->text[to] != '\\')
        to++;
    if (to == end && end < in->end)
        return 0;
    return xp_shape_matches(lit->rest, lit->nrest, (const char *)in->text + at, to - at) ? to : 0;
}

static bool left_boundary(const needle *lit, const unsigned char *text, size_t from)
{
    unsigned char before = from > 0 ? text[from - 1] : ' ';
    char encoded;

    switch (lit->how) {
    case XP_MATCH_HOST: return !is_label(before) || encoded_before(text, from) != 0;
    case XP_MATCH_PATH:
        encoded = encoded_before(text, from);
        return before == '/' || before == '`' || is_quote(before) || encoded == '/' || encoded == '"';
    case XP_MATCH_QUERY: return is_behind_and(text, from);
    default: return !is_word(lit->text[0]) || !is_word(before);
    }
}

static bool right_boundary(const needle *lit, const span *in, size_t to)
{
    unsigned char c;
    size_t n;

    if (lit->open || !is_word(lit->text[lit->len - 1]) || to >= in->end)
        return true;
    if (lit->how == XP_MATCH_TEXT)
        return !is_word(in->text[to]);
    if (is_label(in->text[to]))
        return false;
    n = url_byte_at(in->text, to, in->end, &c);
    return c != '.' || in->end - to <= n || !is_alnum(in->text[to + n]);
}

typedef struct {
    const needle *lit;
    size_t from, mid, to;
} hit;

/* Whether the literal stands at `anchor`, where its first `fixed` bytes from the anchor on are. */
static bool verify(const needle *lit, const span *in, size_t anchor, size_t fixed, hit *out)
{
    size_t from = match_prefix(lit, in, anchor), to, mid = 0, end = in->end;

    if (from > anchor || !left_boundary(lit, in->text, from))
        return false;
    if (end - from > XP_MATCH_WINDOW)
        end = from + XP_MATCH_WINDOW;
    to = lit->how == XP_MATCH_TEXT ? match_text(lit, in->text, anchor, fixed, end)
                                   : match_url(lit, in->text, anchor, fixed, end, &mid);
    if (to <= anchor || !right_boundary(lit, in, to))
        return false;
    if (lit->how == XP_MATCH_QUERY) {
        to = match_rest(lit, in, to, end);
        from--;
    }
    *out = (hit){ lit, from, mid <= from ? to : mid, to };
    return to > anchor;
}

/* ---- Search --------------------------------------------------------------------------------------------------------- */

/* The order of what begins at the same anchor: the earlier beginning first, then hosts, then the longer literal. */
static int begins_before(const needle *lit)
{
    return lit->anchor + (lit->how == XP_MATCH_QUERY);
}

static bool comes_before(const needle *a, const needle *b)
{
    bool a_host = a->how == XP_MATCH_HOST, b_host = b->how == XP_MATCH_HOST;

    if (begins_before(a) != begins_before(b))
        return begins_before(a) > begins_before(b);
    if (a_host != b_host)
        return a_host;
    if (a->len != b->len)
        return a->len > b->len;
    return a < b;
}

/* One search, and what it has found at one place, in the order in which it is reported. */
typedef struct {
    const xp_match *match;
    span in;
    xp_match_fn found;
    void *ctx;
    bool stopped;
    size_t at;
    uint64_t bytes[2]; /* the first there, … */
    bool coded;        /* … of which a slash or a dot is not written as itself */
    size_t n;
    hit hits[HITS];
} finder;

static void report(finder *f)
{
    for (const hit *h = f->hits; h < f->hits + f->n && !f->stopped; h++)
        f->stopped = !f->found(f->ctx, h->lit->id, h->from, h->mid, h->to);
    f->n = 0;
}

static void try_literal(finder *f, const needle *lit)
{
    size_t i, fixed = lit->fixed;
    hit h;

    if ((f->bytes[0] & lit->mask[0]) != lit->bits[0] || (f->bytes[1] & lit->mask[1]) != lit->bits[1]) {
        if (!f->coded)
            return;
        fixed = 0;
    }
    if (!verify(lit, &f->in, f->at, fixed, &h))
        return;
    if (f->n == HITS)
        report(f);
    for (i = f->n; i > 0 && comes_before(lit, f->hits[i - 1].lit); i--)
        ;
    if (i > 0 && f->hits[i - 1].lit == lit) /* two doors led here */
        return;
    for (size_t k = f->n++; k > i; k--)
        f->hits[k] = f->hits[k - 1];
    f->hits[i] = h;
}

static void try_node(finder *f, uint32_t node)
{
    for (const xp_trie_key *key = xp_trie_first(&f->match->trie, node); key; key = xp_trie_next(key))
        try_literal(f, &f->match->needles[key->id]);
}

/* A character of a text's literal as it is in a key, where '*' is no star. */
static char in_key(unsigned char c)
{
    return (char)(c == '*' ? '\x02' : is_quote(c) ? '\'' : c);
}

/* The next character of the text as literals have it, `*at` going on; '\0' if there is none. */
static unsigned char next_char(xp_match_how how, const span *in, size_t *at)
{
    const unsigned char *text = in->text;
    size_t p = *at;
    unsigned char c;

    if (p >= in->end)
        return '\0';
    *at = p + 1;
    if (is_letter(text[p])) /* as nearly always */
        return text[p];
    if (how != XP_MATCH_TEXT) {
        if (text[p] != '\\' && text[p] != '%')
            return text[p];
        *at = p + url_byte_at(text, p, in->end, &c);
        return c;
    }
    p = skip_space(text, p, in->end, XP_MATCH_WINDOW);
    if (p >= in->end)
        return '\0';
    if (p >= *at && is_word(text[*at - 2]) && is_word(text[p])) {
        *at = p;
        return ' ';
    }
    if (text[p] == '\\' && in->end - p >= 2 && is_quote(text[p + 1]))
        p++;
    *at = p + 1;
    return (unsigned char)in_key(text[p]);
}

/* The literals of a node, and those of which a piece stands somewhere beyond a star at text[star]. */
static void try_here(finder *f, uint32_t node, size_t star)
{
    const xp_trie *trie = &f->match->trie;
    uint32_t seen[XP_TRIE_SEEN];
    size_t left = f->in.end - star, k = 0;

    try_node(f, node);
    if (xp_trie_at(trie, node)->star)
        k = xp_trie_anywhere(trie, xp_trie_step(trie, node, XP_TRIE_STAR), (const char *)f->in.text + star,
                             left < XP_MATCH_WINDOW ? left : XP_MATCH_WINDOW, seen);
    while (k > 0)
        try_node(f, seen[--k]);
}

/* Goes back from the anchor. */
static void try_before(finder *f, uint32_t node, xp_match_how how, size_t star)
{
    const unsigned char *text = f->in.text;

    for (size_t at = f->at; node; at--) {
        try_here(f, node, star);
        if (at < 1)
            return;
        node = xp_trie_step(&f->match->trie, node, in_key(text[at - 1]));
        if (how == XP_MATCH_TEXT && is_quote(text[at - 1]) && at > 1 && text[at - 2] == '\\')
            at--;
    }
}

/* Goes on from the door down to the literals that the text may hold. */
static void try_door(finder *f, const door *from)
{
    const xp_trie *trie = &f->match->trie;
    size_t at = f->at + from->used;
    bool in_host = from->in_host;

    f->coded = from->coded;
    for (uint32_t node = at <= f->in.end ? from->node : 0; node;) {
        const xp_trie_slot *slot = xp_trie_at(trie, node);
        unsigned char c;

        if (slot->keys || slot->star || slot->back) {
            try_here(f, node, at);
            if (slot->back)
                try_before(f, xp_trie_step(trie, node, XP_TRIE_BACK), from->how, at);
        }
        if (!slot->inner)
            return;
        c = next_char(from->how, &f->in, &at);
        in_host = in_host && c != '/';
        node = c > XP_TRIE_BACK && c != XP_TRIE_STAR ? xp_trie_step(trie, node, (char)(in_host ? lower(c) : c)) : 0;
    }
}

static uint32_t slot_of(const xp_match *match, uint64_t key)
{
    return (uint32_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - match->log));
}

static void try_key(finder *f, uint64_t key)
{
    const xp_match *match = f->match;
    uint32_t mask = (UINT32_C(1) << match->log) - 1;

    for (uint32_t slot = slot_of(match, key), number; (number = match->slots[slot]) != 0; slot = (slot + 1) & mask) {
        const door *d = &match->doors[number - 1];

        for (; d->key == key; d++)
            try_door(f, d);
        if (d > &match->doors[number - 1])
            return;
    }
}

/* Reports everything that has its anchor at `at`, in order; `bytes` are what is there, FIXED at least. */
static void look_up(finder *f, size_t at, const unsigned char *bytes)
{
    f->at = at;
    memcpy(f->bytes, bytes, sizeof f->bytes);
    for (int wide = 0; wide < 2; wide++)
        try_key(f, wide ? xp_sieve_wide(bytes) : xp_sieve_narrow(bytes));
    if (f->n > 0)
        report(f);
}

void xp_match_text(const xp_match *match, const char *text, size_t len, xp_match_fn found, void *ctx)
{
    xp_sieve_pass pass;
    size_t at;
    finder f; /* too large to be cleared */

    f.match = match;
    f.in = (span){ (const unsigned char *)text, len };
    f.found = found;
    f.ctx = ctx;
    f.stopped = false;
    f.n = 0;
    xp_sieve_start(&pass, f.in.text, len);
    while (!f.stopped && (at = xp_sieve_next(&match->sieve, &pass)) < len) {
        look_up(&f, at, pass.place);
        if (!f.stopped && encoded_before(f.in.text, at + 1) != 0)
            look_up(&f, at + 1, pass.place + 1);
    }
}

/* ---- Compiling ------------------------------------------------------------------------------------------------------ */

/* Brings a literal into the form in which it is compared; `out` has room for literal->len bytes. PATH loses its first slash, QUERY its
 * '?' and its stars and shapes, a host its capitals, TEXT the white space around punctuation and the difference between quotes. Returns the length. */
static size_t normalize(const xp_literal *literal, unsigned char *out)
{
    const unsigned char *in = (const unsigned char *)literal->text;
    size_t len = literal->len, n = 0, i = literal->how == XP_MATCH_PATH && len > 0 && in[0] == '/';
    bool host = literal->how == XP_MATCH_HOST, space = false;

    if (literal->how == XP_MATCH_QUERY) {
        len = xp_shape_literal(literal->text, len);
        i = 1;
    }
    for (; i < len; i++) {
        unsigned char c = in[i];

        if (literal->how != XP_MATCH_TEXT) {
            host = host && c != '/';
            out[n++] = host ? lower(c) : c;
            continue;
        }
        if (is_space(c)) {
            space = n > 0;
            continue;
        }
        if (c == '\\' && i + 1 < len && is_quote(in[i + 1]))
            c = in[++i];
        if (space && is_word(out[n - 1]) && is_word(c))
            out[n++] = ' ';
        out[n++] = is_quote(c) ? '\'' : c;
        space = false;
    }
    return n;
}

/* From the first word on, white space is free on both sides of whatever is no part of a word. */
static void find_gaps(needle *lit)
{
    lit->gaps = 0;
    if (lit->how == XP_MATCH_TEXT)
        for (size_t i = lit->anchor + 1u; i < lit->len; i++) {
            unsigned char a = lit->text[i - 1], b = lit->text[i];

            if (a != ' ' && b != ' ' && (!is_word(a) || !is_word(b)))
                lit->gaps |= UINT64_C(1) << i;
        }
}

/* The bytes from the anchor on, as far as there is one way to write them. Of those in a key the door says how they are written. */
static void find_fixed(needle *lit)
{
    unsigned char mask[FIXED] = { 0 }, bits[FIXED] = { 0 };
    size_t key = lit->wide ? WIDE : NARROW;

    lit->fixed = 0;
    for (size_t i = 0; i < FIXED && lit->anchor + i < lit->len; i++) {
        unsigned char c = lit->text[lit->anchor + i];

        if (lit->how == XP_MATCH_TEXT ? is_gap(lit, lit->anchor + i) || c == ' ' || c == '\''
                                      : c == '*' || (i >= key && (c == '/' || c == '.')))
            break;
        mask[i] = lit->anchor + i < lit->host && c >= 'a' && c <= 'z' ? 0xDF : 0xFF;
        bits[i] = c & mask[i];
        lit->fixed = (uint8_t)(i + 1);
    }
    memcpy(lit->mask, mask, sizeof mask);
    memcpy(lit->bits, bits, sizeof bits);
}

/* Fills in what follows from the normalized text; false if it cannot be searched for. */
static bool describe(needle *lit)
{
    size_t anchor = 0, host = 0;

    while (anchor < lit->len && !is_letter(lit->text[anchor]))
        anchor++;
    if (lit->len < XP_MATCH_MIN || lit->len > XP_MATCH_LONGEST || anchor > XP_MATCH_PREFIX || lit->len - anchor < 4)
        return false;
    if (lit->how != XP_MATCH_TEXT && (memchr(lit->text, '/', anchor) || memchr(lit->text, '*', anchor + 4)))
        return false;
    if (lit->how == XP_MATCH_HOST)
        while (host < lit->len && lit->text[host] != '/')
            host++;
    lit->anchor = (uint8_t)anchor;
    lit->host = (uint16_t)host;
    find_gaps(lit);
    return true;
}

static bool compile(const xp_literal *from, unsigned char *room, needle *lit)
{
    bool fits = from->len <= XP_MATCH_LONGEST + 1 && (from->how != XP_MATCH_QUERY || (from->len && *from->text == '?'));

    lit->text = room;
    lit->len = (uint16_t)(fits ? normalize(from, room) : 0);
    lit->how = (uint8_t)from->how;
    lit->open = from->open || from->how == XP_MATCH_QUERY;
    lit->id = from->id;
    lit->nrest = (uint8_t)(from->how == XP_MATCH_QUERY && lit->len ? from->len - 1 - lit->len : 0);
    lit->rest = (const char *)room + lit->len;
    if (lit->nrest)
        memcpy(room + lit->len, from->text + from->len - lit->nrest, lit->nrest);
    return describe(lit);
}

bool xp_match_takes(const xp_literal *from)
{
    unsigned char room[XP_MATCH_LONGEST + 1];
    needle lit;

    return compile(from, room, &lit);
}

/* The first byte from `from` on that a key does not go beyond: a star, or what may be written in several ways. */
static size_t stop_of(const needle *lit, size_t from)
{
    size_t i = from;

    if (lit->how == XP_MATCH_TEXT)
        while (i < lit->len && !(lit->text[i] == '\\' && i + 1u < lit->len && lit->text[i + 1] == '\''))
            i++;
    else
        while (i < lit->len && lit->text[i] != '*' && lit->text[i] != '%' && lit->text[i] != '\\')
            i++;
    return i;
}

/* The longest of the pieces of a path beyond its first star. */
static size_t longest_piece(const needle *lit, size_t star, size_t *len)
{
    size_t best = star;

    *len = 0;
    for (size_t at = star, next; at < lit->len; at = next + 1) {
        for (next = at; next < stop_of(lit, at) && lit->text[next] != '/' && lit->text[next] != '.';)
            next++;
        if (next - at > *len) {
            best = at;
            *len = next - at;
        }
    }
    return best;
}

static char root_of(const needle *lit)
{
    return (char)(lit->how + (lit->wide ? '4' : '0'));
}

static char key_char(const needle *lit, size_t i)
{
    return lit->how == XP_MATCH_TEXT ? in_key(lit->text[i]) : (char)lit->text[i];
}

/* A literal's key: from the anchor on, then from the anchor back, then a piece beyond the star. Returns its length. */
static size_t spell_key(const needle *lit, char *key)
{
    size_t stop = stop_of(lit, lit->anchor), n = 0, piece, len;

    key[n++] = root_of(lit);
    for (size_t i = lit->anchor; i < stop; i++)
        key[n++] = key_char(lit, i);
    if (lit->anchor > 0)
        key[n++] = XP_TRIE_BACK;
    for (size_t i = lit->anchor; i > 0; i--)
        key[n++] = in_key(lit->text[i - 1]);
    if (lit->how == XP_MATCH_TEXT || stop >= lit->len || lit->text[stop] != '*' || stop < lit->host)
        return n;
    piece = longest_piece(lit, stop, &len);
    if (len > 0) {
        key[n++] = XP_TRIE_STAR;
        memcpy(key + n, lit->text + piece, len);
    }
    return n + len;
}

static bool make_trie(xp_match *match, const needle *lits, size_t n, void *(*alloc)(void *, size_t), void *ctx)
{
    size_t size = 1;
    xp_trie_key *keys;
    char *text;

    for (size_t i = 0; i < n; i++)
        size += lits[i].len + 3u;
    keys = alloc(ctx, (n + 1) * sizeof *keys);
    text = alloc(ctx, size);
    if (!keys || !text)
        return false;
    for (size_t i = 0; i < n; i++) {
        keys[i] = (xp_trie_key){ text, (uint16_t)spell_key(&lits[i], text), false, (uint32_t)i };
        text += keys[i].len;
    }
    match->needles = lits;
    return xp_trie_build(&match->trie, keys, n, alloc, ctx);
}

/* The first bytes of a literal, of which `used` spell its first `chars` characters from the anchor on. */
typedef struct {
    unsigned char bytes[WIDE];
    uint8_t n, used, chars;
} beginning;

/* Takes the ways to write a literal's first bytes; counts them, at least. */
typedef struct {
    const needle *lit;
    size_t size; /* bytes of a key */
    size_t n;    /* of these so far */
    door *into;  /* NULL: it only counts */
    const xp_trie *trie;
} speller;

/* Counting further would change nothing. */
static bool is_enough(const speller *to)
{
    return to->n > SPELLINGS && to->size >= WIDE;
}

/* The node that stands for the literal's first `n` characters from the anchor on, or for so many of them as tell it from others. */
static uint32_t node_of(const xp_trie *trie, const needle *lit, size_t n)
{
    uint32_t node = xp_trie_step(trie, 0, root_of(lit)), next = node;

    for (size_t i = lit->anchor; next && i < lit->anchor + n; i++)
        if ((next = xp_trie_step(trie, node, key_char(lit, i))) != 0)
            node = next;
    return node;
}

static void put(speller *to, const beginning *b)
{
    const needle *lit = to->lit;
    uint64_t key = to->size < WIDE ? xp_sieve_narrow(b->bytes) : xp_sieve_wide(b->bytes);

    if (to->into)
        to->into[to->n] = (door){ key,
                                  node_of(to->trie, lit, b->chars),
                                  lit->how,
                                  b->used,
                                  lit->how != XP_MATCH_TEXT && b->chars < to->size,
                                  lit->anchor + b->chars <= lit->host };
    to->n++;
}

static void spell(speller *to, const beginning *b);

/* The literal's next character in each of its spellings. The depth is bounded by the key's size. */
static void spell_char(speller *to, const beginning *b)
{
    static const char *const SLASH[] = { "/", "\\/", "%2f", "\\x2f", "\\u002f", "\\u{2f}", NULL };
    static const char *const DOT[] = { ".", "%2e", "\\x2e", "\\u002e", "\\u{2e}", NULL };
    static const char *const QUOTE[] = { "'", "\"", "\\'", "\\\"", NULL };
    unsigned char c = to->lit->text[to->lit->anchor + b->chars];
    bool is_text = to->lit->how == XP_MATCH_TEXT;
    const char *const itself[] = { (const char[]){ (char)c, '\0' }, NULL };
    const char *const *with = is_text && c == '\''   ? QUOTE
                              : !is_text && c == '/' ? SLASH
                              : !is_text && c == '.' ? DOT
                                                     : itself;

    for (; *with; with++) {
        beginning longer = *b;
        const char *p = *with;

        while (*p && longer.n < to->size)
            longer.bytes[longer.n++] = (unsigned char)*p++;
        if (!*p) {
            longer.used = longer.n;
            longer.chars++;
        }
        spell(to, &longer);
    }
}

/* White space comes next, `limit` bytes at most: each kind of it in each place. */
static void spell_gap(speller *to, const beginning *b, size_t limit)
{
    static const char SPACE[] = " \t\n\f\r";
    bool is_space = to->lit->text[to->lit->anchor + b->chars] == ' ';

    for (const char *space = SPACE; *space && !is_enough(to); space++) {
        beginning longer = *b;

        longer.bytes[longer.n++] = (unsigned char)*space;
        if (longer.n < to->size && limit > 1)
            spell_gap(to, &longer, limit - 1);
        if (is_space) {
            longer.used = longer.n;
            longer.chars++;
        }
        if (is_space || longer.n >= to->size)
            spell(to, &longer);
        else
            spell_char(to, &longer);
    }
}

/* Puts every key that begins so. */
static void spell(speller *to, const beginning *b)
{
    const needle *lit = to->lit;
    size_t i = lit->anchor + (size_t)b->chars;

    if (b->n >= to->size) {
        put(to, b);
        return;
    }
    if (is_enough(to))
        return;
    if (is_gap(lit, i) || lit->text[i] == ' ')
        spell_gap(to, b, gap_limit(lit, i));
    if (lit->text[i] != ' ')
        spell_char(to, b);
}

/* Returns how many keys of this size the literal has; puts their doors into `into`, unless it is NULL. */
static size_t spellings(const needle *lit, size_t size, door *into, const xp_trie *trie)
{
    speller to = { lit, size, 0, into, trie };

    spell(&to, &(beginning){ .n = 0 });
    return to.n;
}

/* In how many ways the first eight bytes can be written; SIZE_MAX if there are not so many before the end or a '*'. */
static size_t wide_spellings(const needle *lit)
{
    const unsigned char *star = memchr(lit->text, '*', lit->len);
    size_t len = star ? (size_t)(star - lit->text) : lit->len;

    return len < lit->anchor + (size_t)WIDE ? SIZE_MAX : spellings(lit, WIDE, NULL, NULL);
}

/* What the sieve must let through for a literal's door: its key; and F with the bytes of it that there is room for, since an encoded slash
 * ends so, and E for a host's, since a dot does. */
static void add_to_sieve(xp_sieve *sieve, const door *d, const needle *lit)
{
    unsigned char key[WIDE + 1] = { 'f' };
    uint32_t narrow = (uint32_t)d->key;

    if (lit->wide)
        memcpy(key + 1, &d->key, sizeof d->key);
    else
        memcpy(key + 1, &narrow, sizeof narrow);
    xp_sieve_add(sieve, key + 1, lit->wide);
    if (lit->how != XP_MATCH_TEXT && lit->anchor < 1)
        xp_sieve_add(sieve, key, lit->wide);
    key[0] = 'e';
    if (lit->how == XP_MATCH_HOST && lit->anchor < 1)
        xp_sieve_add(sieve, key, lit->wide);
}

static int compare(const void *av, const void *bv)
{
    const door *a = av, *b = bv;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    return a->used != b->used ? a->used - b->used : a->coded - b->coded;
}

/* Sorts the doors, and drops the double ones. */
static size_t sort_doors(door *d, size_t n)
{
    size_t kept = 0;

    if (n > 0)
        qsort(d, n, sizeof *d, compare);
    for (size_t i = 0; i < n; i++)
        if (kept < 1 || compare(&d[kept - 1], &d[i]) != 0)
            d[kept++] = d[i];
    memset(d + kept, 0, (n + 1 - kept) * sizeof *d);
    return kept;
}

static void enter(xp_match *match, uint32_t number)
{
    uint32_t mask = (UINT32_C(1) << match->log) - 1, slot = slot_of(match, match->doors[number - 1].key);

    while (match->slots[slot])
        slot = (slot + 1) & mask;
    match->slots[slot] = number;
}

/* Makes the doors of all literals, of which there are `most` before those that are the same are dropped. */
static bool make_doors(xp_match *match, const needle *lits, size_t n, size_t most, void *(*alloc)(void *, size_t),
                       void *ctx)
{
    door *d = match->doors = alloc(ctx, (most + 1) * sizeof *d);
    size_t ndoors = 0;

    if (!d)
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t first = ndoors;

        ndoors += spellings(&lits[i], lits[i].wide ? WIDE : NARROW, d + first, &match->trie);
        for (size_t k = first; k < ndoors; k++)
            add_to_sieve(&match->sieve, &d[k], &lits[i]);
    }
    ndoors = sort_doors(d, ndoors);
    for (match->log = 4; (size_t)1 << match->log < 2 * ndoors; match->log++)
        ;
    match->slots = alloc(ctx, sizeof *match->slots << match->log);
    for (size_t i = ndoors; match->slots && i > 0; i--)
        if (i < 2 || d[i - 2].key != d[i - 1].key)
            enter(match, (uint32_t)i);
    return match->slots != NULL;
}

/* Copies what can be searched for; returns how many, or SIZE_MAX without memory. */
static size_t copy_literals(const xp_literal *from, size_t n, needle **lits, void *(*alloc)(void *, size_t), void *ctx)
{
    size_t size = 1, taken = 0;
    unsigned char *room;

    for (size_t i = 0; i < n; i++)
        size += from[i].len;
    *lits = alloc(ctx, (n + 1) * sizeof **lits);
    room = alloc(ctx, size);
    if (!*lits || !room)
        return SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        if (!compile(from + i, room, *lits + taken))
            continue;
        room += (*lits)[taken].len + (*lits)[taken].nrest;
        taken++;
    }
    return taken;
}

xp_match *xp_match_build(const xp_literal *literals, size_t n, void *(*alloc)(void *ctx, size_t size), void *ctx)
{
    xp_match *match = alloc(ctx, sizeof *match);
    size_t ndoors = 0;
    needle *lits;

    if (!match || (n = copy_literals(literals, n, &lits, alloc, ctx)) == SIZE_MAX)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t all = wide_spellings(&lits[i]);

        lits[i].wide = all <= SPELLINGS;
        find_fixed(&lits[i]);
        ndoors += lits[i].wide ? all : spellings(&lits[i], NARROW, NULL, NULL);
    }
    if (!make_trie(match, lits, n, alloc, ctx) || !make_doors(match, lits, n, ndoors, alloc, ctx))
        return NULL;
    xp_match_variant(match, 0);
    return match;
}

void xp_match_variant(xp_match *match, int variant)
{
    xp_sieve_choose(&match->sieve, variant == 1 ? XP_SIEVE_PORTABLE : variant == 2 ? XP_SIEVE_BASELINE : XP_SIEVE_BEST);
}
