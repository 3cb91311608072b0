/* The catalogue and the site's own rows, compiled.
 *
 * Everything that is looked up by a string lies in one trie (xp_trie.h), so that the number of rows does not count, nor what they have in
 * common: URL patterns by their host from its end and then by their path, first-party paths and words of a file's name, globals, the
 * texts of comments. Of a pattern with stars inside, what is before the first one and the longest piece beyond it are looked up. What
 * is found is a candidate, which is compared with the row. The literals for the text of scripts are handed to xp_match. Nothing is
 * written after set-up.
 */
#include "xp_rules.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "xp_skip.h"
#include "xp_trie.h"
#include "xp_url.h"

/* A row, or one of its names, as it is compared. */
typedef struct {
    const char *text;
    uint16_t len;
    int row;
} item;

/* Of each kind of key the first byte is its own. */
typedef enum { HOSTS, LABELS, PATHS, FILES, NAMES, BEGINS, ENDS, KINDS } lookup;

enum { AT_HOST = -1 };

/* A bit for each three bytes, without regard to case: the rest is looked at only where one is set. */
typedef uint32_t threes[256];

struct xp_rules {
    const xp_pattern_row *extra; /* rows from xp_patterns_count on */
    size_t nrows;
    short *vendor_of; /* by row */
    int nvendors;
    const char *names[XP_VENDORS_MAX + 1];
    const char *stubs[XP_VENDORS_MAX];
    const char *spares[XP_VENDORS_MAX];
    const xp_pattern_row *short_stubs[XP_VENDORS_MAX];
    xp_piece comments[XP_VENDORS_MAX];
    xp_vendor_set servers; /* the vendors with rows of that kind */
    xp_trie trie;
    item *items;           /* by a key's id */
    uint32_t roots[KINDS]; /* where each kind of key begins; 0: there is none */
    threes paths, markers; /* how paths begin, and the texts of comments that begin or end a block */
    threes begins, ends;   /* of these texts the first threes, `stride` of them */
    uint32_t *ends_of;     /* by a block's row: where the texts that end it are in the trie */
    size_t stride;         /* two less than the shortest marker has bytes */
    const xp_match *literals;
};

static const xp_pattern_row *row_at(const xp_rules *rules, size_t row)
{
    return row < xp_patterns_count ? &xp_patterns[row] : &rules->extra[row - xp_patterns_count];
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static uint32_t number_of(const char *three)
{
    const unsigned char *p = (const unsigned char *)three;

    return ((p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16) | 0x202020) * UINT32_C(0x9E3779B1) >> 19;
}

static void add_three(uint32_t *set, const char *three)
{
    set[number_of(three) >> 5] |= UINT32_C(1) << (number_of(three) & 31);
}

static bool has_three(const uint32_t *set, const char *three)
{
    uint32_t number = number_of(three);

    return set[number >> 5] >> (number & 31) & 1;
}

/* ---- Vendors -------------------------------------------------------------------------------------------------------- */

int xp_catalogue_find(const char *name)
{
    for (size_t i = 0; i < xp_vendors_count; i++) {
        const char *a = xp_vendors[i].name, *b = name;

        while (*a && *a == lower(*b)) {
            a++;
            b++;
        }
        if (!*a && !*b)
            return (int)i;
    }
    return -1;
}

void xp_catalogue_default(xp_vendor_set *set)
{
    memset(set, 0, sizeof *set);
    for (size_t i = 0; i < xp_vendors_count; i++)
        if (xp_vendors[i].cls != XP_CLASS_ABTEST)
            xp_set_add(set, (int)i);
}

int xp_rules_vendors(const xp_rules *rules)
{
    return rules->nvendors;
}

const char *xp_rules_name(const xp_rules *rules, int vendor)
{
    return vendor >= 0 && vendor < rules->nvendors ? rules->names[vendor] : NULL;
}

xp_class xp_rules_class(const xp_rules *rules, int vendor)
{
    (void)rules;
    return (size_t)vendor < xp_vendors_count ? xp_vendors[vendor].cls : XP_CLASS_SITE;
}

const char *xp_rules_stub(const xp_rules *rules, int vendor)
{
    return rules->stubs[vendor];
}

const char *xp_rules_short_stub(const xp_rules *rules, int vendor, const char *pattern)
{
    const xp_pattern_row *row = rules->short_stubs[vendor];

    return row && strstr(pattern, row->end) ? row->text : NULL;
}

xp_piece xp_rules_comment(const xp_rules *rules, int vendor)
{
    return rules->comments[vendor];
}

/* ---- Rows ----------------------------------------------------------------------------------------------------------- */

static const xp_hit NOTHING = { -1, NULL };

xp_hit xp_rules_row(const xp_rules *rules, int row)
{
    if (row < 0 || (size_t)row >= rules->nrows)
        return NOTHING;
    return (xp_hit){ rules->vendor_of[row], row_at(rules, (size_t)row)->text };
}

const xp_match *xp_rules_literals(const xp_rules *rules)
{
    return rules->literals;
}

bool xp_rules_is_url(const xp_rules *rules, int row)
{
    return row_at(rules, (size_t)row)->kind == XP_URL;
}

bool xp_rules_is_server(const xp_rules *rules, int row)
{
    return row_at(rules, (size_t)row)->kind == XP_SERVER;
}

bool xp_rules_has_servers(const xp_rules *rules, int vendor)
{
    return xp_set_has(&rules->servers, vendor);
}

static bool counts(const xp_rules *rules, int row, const xp_vendor_set *set)
{
    return xp_set_has(set, rules->vendor_of[row]);
}

/* Whether a pattern may go on within a segment where it ends. */
static bool is_open(const char *text, size_t len)
{
    char last = len > 0 ? lower(text[len - 1]) : '/';

    return !(last >= 'a' && last <= 'z') && !(last >= '0' && last <= '9');
}

/* ---- URLs ----------------------------------------------------------------------------------------------------------- */

/* What is sought for a URL: the longest pattern, and of those the first row. */
typedef struct {
    const xp_rules *rules;
    const xp_url *url;
    const xp_vendor_set *set;
    const item *best;
    ptrdiff_t at; /* where in the path the pattern begins, or AT_HOST */
    bool spared;  /* a host's pattern matches, but of a vendor that is not in the set */
} search;

/* The bytes of the path that a pattern may look at: the query only if the pattern has one. */
static size_t visible(const xp_url *url, const item *it)
{
    return url->npath + (memchr(it->text, '?', it->len) ? url->nquery : 0);
}

static bool is_better(const item *it, const item *best)
{
    return !best || it->len > best->len || (it->len == best->len && it->row < best->row);
}

/* Whether the host ends in the pattern's, which has `n` bytes, from a label's beginning on. A pattern with '*' has been stored
 * with "*." before it, for its own labels need not be the first. */
static bool host_matches(const char *pattern, size_t n, const char *host, size_t nhost)
{
    if (memchr(pattern, '*', n))
        return xp_url_glob(pattern, n, host, nhost, false) || xp_url_glob(pattern + 2, n - 2, host, nhost, false);
    for (size_t i = 1; i <= n; i++)
        if (i > nhost || lower(pattern[n - i]) != host[nhost - i])
            return false;
    return nhost <= n || host[nhost - n - 1] == '.';
}

static bool url_matches(const item *it, const xp_url *url)
{
    const char *slash = memchr(it->text, '/', it->len);
    size_t host = slash ? (size_t)(slash - it->text) : it->len;

    return host_matches(it->text, host, url->host, url->nhost) &&
           (!slash || xp_url_glob(slash, it->len - host, url->path, visible(url, it), is_open(it->text, it->len)));
}

static bool segment_matches(const item *it, const xp_url *url, size_t at)
{
    size_t end = visible(url, it);

    return at <= end && xp_url_glob(it->text + 1, it->len - 1u, url->path + at, end - at, is_open(it->text, it->len));
}

/* Compares the URL with the rows whose keys end at the node. */
static void consider(search *s, uint32_t node)
{
    for (const xp_trie_key *key = xp_trie_first(&s->rules->trie, node); key; key = xp_trie_next(key)) {
        const item *it = &s->rules->items[key->id];
        bool in_set = counts(s->rules, it->row, s->set);

        if (!is_better(it, s->best))
            continue;
        if (s->at >= 0 ? in_set && segment_matches(it, s->url, (size_t)s->at) : url_matches(it, s->url)) {
            if (in_set)
                s->best = it;
            else
                s->spared = true;
        }
    }
}

/* Follows text[0, n) from the node on, and beyond a star what may stand anywhere. */
static void follow(search *s, uint32_t node, const char *text, size_t n)
{
    const xp_trie *trie = &s->rules->trie;
    uint32_t seen[XP_TRIE_SEEN];

    for (size_t i = 0; node; node = i < n ? xp_trie_step(trie, node, text[i++]) : 0) {
        const xp_trie_slot *slot = xp_trie_at(trie, node);

        if (slot->keys)
            consider(s, node);
        if (slot->star)
            for (size_t k = xp_trie_anywhere(trie, xp_trie_step(trie, node, XP_TRIE_STAR), text + i, n - i, seen);
                 k > 0;)
                consider(s, seen[--k]);
    }
}

/* A node at which a host's pattern ends, or its path begins. */
static void consider_host(search *s, uint32_t node)
{
    if (xp_trie_at(&s->rules->trie, node)->keys)
        consider(s, node);
    if (xp_trie_at(&s->rules->trie, node)->slash)
        follow(s, xp_trie_step(&s->rules->trie, node, XP_TRIE_SLASH), s->url->path + 1,
               s->url->npath + s->url->nquery - 1);
}

/* The longest pattern for the URL's host. */
static void find_host(search *s)
{
    const xp_trie *trie = &s->rules->trie;
    const xp_url *url = s->url;
    uint32_t seen[XP_TRIE_SEEN], node = s->rules->roots[HOSTS];

    if (!url->nhost)
        return;
    s->at = AT_HOST;
    for (size_t i = url->nhost; node; node = i > 0 ? xp_trie_step(trie, node, url->host[--i]) : 0) {
        const xp_trie_slot *slot = xp_trie_at(trie, node);

        if (slot->keys || slot->slash)
            consider_host(s, node);
        if (slot->star)
            for (size_t k = xp_trie_anywhere(trie, xp_trie_step(trie, node, XP_TRIE_STAR), url->host, i, seen); k > 0;)
                consider_host(s, seen[--k]);
    }
}

/* The longest pattern for any part of the path; a relative URL's beginning counts as a segment's. */
static void find_path(search *s)
{
    const xp_url *url = s->url;
    size_t all = url->npath + url->nquery;

    for (size_t i = 0, next; i < url->npath; i = next) {
        size_t at = i + (url->path[i] == '/');

        next = (size_t)(xp_skip_to(url->path + i + 1, url->path + url->npath, '/') - url->path);
        if (all - at >= 3 && has_three(s->rules->paths, url->path + at)) { /* seldom */
            s->at = (ptrdiff_t)at;
            follow(s, s->rules->roots[PATHS], url->path + at, all - at);
        }
    }
}

static bool is_word(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/* Whether `word` begins text[at, n), without regard to case. */
static bool is_at(const char *text, size_t n, size_t at, const char *word, size_t len)
{
    size_t same = 0;

    if (len > n - at)
        return false;
    while (same < len && lower(text[at + same]) == lower(word[same]))
        same++;
    return same == len;
}

/* Whether `word` stands at text[at], by itself and without regard to case. */
static bool is_word_at(const char *text, size_t n, size_t at, const char *word, size_t len)
{
    return is_at(text, n, at, word, len) && (at == 0 || !is_word(text[at - 1])) &&
           (at + len == n || !is_word(text[at + len]));
}

static bool has_word(const char *text, size_t n, const char *word, size_t len)
{
    for (size_t i = 0; i < n; i++)
        if (is_word_at(text, n, i, word, len))
            return true;
    return false;
}

/* A pattern for the host's first label, "smetrics.*": the first row. */
static const item *find_label(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set)
{
    const xp_trie *trie = &rules->trie;
    const item *best = NULL;
    uint32_t node = url->nhost ? rules->roots[LABELS] : 0;

    for (size_t i = 0; node; node = i < url->nhost ? xp_trie_step(trie, node, url->host[i++]) : 0)
        for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
            const item *it = &rules->items[key->id];

            if ((!best || it->row < best->row) && it->len < url->nhost && url->host[it->len] == '.' &&
                is_at(url->host, url->nhost, 0, it->text, it->len) && counts(rules, it->row, set))
                best = it;
        }
    return best;
}

/* An ad server's own reports are no visitor's analytics. */
static bool is_ad_server(const xp_url *url)
{
    return url->nhost > 4 && (!memcmp(url->host, "ad.", 3) || !memcmp(url->host, "ads.", 4));
}

/* A pattern for a word of the file's name, "/" and stars round "analytics", then ".js": the last row, so that the site's own come first. */
static const item *find_file(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set)
{
    const xp_trie *trie = &rules->trie;
    const item *best = NULL;
    const char *name;
    size_t end = url->npath, from = end, n;

    if (!rules->roots[FILES] || end < 4 || memcmp(url->path + end - 3, ".js", 3) || is_ad_server(url))
        return NULL;
    while (from > 0 && url->path[from - 1] != '/')
        from--;
    name = url->path + from;
    n = end - from > 3 ? end - from - 3 : 0;
    for (size_t at = 0; at < n; at++) {
        uint32_t node = at == 0 || !is_word(name[at - 1]) ? rules->roots[FILES] : 0;

        for (size_t i = at; node; node = i < n ? xp_trie_step(trie, node, lower(name[i++])) : 0)
            for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
                const item *it = &rules->items[key->id];

                if ((!best || it->row > best->row) && counts(rules, it->row, set) &&
                    is_word_at(name, n, at, it->text, it->len))
                    best = it;
            }
    }
    return best;
}

/* A first-party path whose vendor spares it for one of its words. */
static bool is_spared(const xp_rules *rules, int row, const xp_url *url)
{
    const char *word = rules->spares[rules->vendor_of[row]];

    if (!word || *row_at(rules, (size_t)row)->text != '/')
        return false;
    for (size_t len; *word; word += len + (word[len] == ' ')) {
        len = strcspn(word, " ");
        if (has_word(url->path, url->npath, word, len))
            return true;
    }
    return false;
}

xp_hit xp_rules_url(const xp_rules *rules, const char *value, size_t len, const xp_vendor_set *set)
{
    xp_url url;
    search s = { rules, &url, set, NULL, AT_HOST, false };
    const item *host;

    if (!xp_url_parse(&url, value, len))
        return NOTHING;
    find_host(&s);
    host = s.best;
    if (!host && s.spared) /* what stands on a spared vendor's host is that vendor's, whatever it is called */
        return NOTHING;
    s.best = NULL;
    find_path(&s);
    if (host && !(s.best && s.best->len > host->len))
        s.best = host;
    s.best = s.best ? s.best : find_label(rules, &url, set);
    s.best = s.best ? s.best : find_file(rules, &url, set);
    return s.best && !is_spared(rules, s.best->row, &url) ? xp_rules_row(rules, s.best->row) : NOTHING;
}

int xp_rules_url_vendor(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set)
{
    return xp_rules_url(rules, url, len, set).vendor;
}

/* ---- Globals and blocks --------------------------------------------------------------------------------------------- */

/* Whether the item, a name or a prefix of names, is what a script calls `name`. */
static bool is_called(const item *it, const char *name, size_t len, bool defined)
{
    bool is_prefix = it->text[it->len] == '*';

    return it->len <= len && (is_prefix || it->len >= len) && !memcmp(it->text, name, it->len) &&
           !(defined && is_prefix && it->text[it->len + 1] == '.');
}

/* Of the rows with the name the first; else of those with a prefix of it. */
int xp_rules_global(const xp_rules *rules, const char *name, size_t len, bool defined, const xp_vendor_set *set)
{
    const xp_trie *trie = &rules->trie;
    int best[2] = { INT_MAX, INT_MAX }; /* a name's, a prefix's */
    uint32_t node = rules->roots[NAMES];

    for (size_t i = 0; node; node = i < len ? xp_trie_step(trie, node, name[i++]) : 0)
        for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
            const item *it = &rules->items[key->id];
            int *first = &best[it->text[it->len] == '*'];

            if (it->row < *first && is_called(it, name, len, defined) && counts(rules, it->row, set))
                *first = it->row;
        }
    if (best[0] == INT_MAX)
        best[0] = best[1];
    return best[0] == INT_MAX ? -1 : rules->vendor_of[best[0]];
}

/* The row before `best` whose marker stands at comment[at] and begins a block; else `best`. */
static int begin_at(const xp_rules *rules, const char *comment, size_t len, size_t at, const xp_vendor_set *set,
                    int best)
{
    uint32_t node = rules->roots[BEGINS];

    for (size_t i = at; node; node = i < len ? xp_trie_step(&rules->trie, node, lower(comment[i++])) : 0)
        for (const xp_trie_key *key = xp_trie_first(&rules->trie, node); key; key = xp_trie_next(key)) {
            const item *it = &rules->items[key->id];

            /* "End SiteCatalyst code version" holds what begins the block, too */
            if (it->row < best && counts(rules, it->row, set) && is_at(comment, len, at, it->text, it->len) &&
                !xp_rules_block_end(rules, it->row, comment, len))
                best = it->row;
        }
    return best;
}

/* One place in `stride` is looked at, for a marker is so long that it holds one. */
int xp_rules_block_begin(const xp_rules *rules, const char *comment, size_t len, const xp_vendor_set *set)
{
    int best = INT_MAX;

    for (size_t at = 0; len >= 3 && at <= len - 3; at += rules->stride)
        if (has_three(rules->begins, comment + at))
            for (size_t back = 0; back < rules->stride && back <= at; back++)
                if (has_three(rules->markers, comment + at - back))
                    best = begin_at(rules, comment, len, at - back, set, best);
    return best == INT_MAX ? -1 : best;
}

/* Whether at comment[at] what the row `begun` begins is ended, by that row or another one that begins alike: a vendor may have several. */
static bool end_at(const xp_rules *rules, uint32_t node, int begun, const char *comment, size_t len, size_t at)
{
    for (size_t i = at; node; node = i < len ? xp_trie_step(&rules->trie, node, lower(comment[i++])) : 0)
        for (const xp_trie_key *key = xp_trie_first(&rules->trie, node); key; key = xp_trie_next(key)) {
            int other = rules->items[key->id].row;
            const xp_pattern_row *row = row_at(rules, (size_t)other);

            if (is_at(comment, len, at, row->end, strlen(row->end)) &&
                rules->vendor_of[other] == rules->vendor_of[begun] &&
                strcmp(row->text, row_at(rules, (size_t)begun)->text) == 0)
                return true;
        }
    return false;
}

bool xp_rules_block_end(const xp_rules *rules, int row, const char *comment, size_t len)
{
    for (size_t at = 0; len >= 3 && at <= len - 3; at += rules->stride)
        if (has_three(rules->ends, comment + at))
            for (size_t back = 0; back < rules->stride && back <= at; back++)
                if (has_three(rules->markers, comment + at - back) &&
                    end_at(rules, rules->ends_of[row], row, comment, len, at - back))
                    return true;
    return false;
}

/* ---- Compiling ------------------------------------------------------------------------------------------------------ */

enum { BEGUN = 1, SAID = 2 };

typedef struct {
    xp_rules *rules;
    xp_alloc_fn alloc;
    void *ctx;
    uint8_t *said;     /* by row: SAID if there is the same one before it, BEGUN if one that begins alike */
    xp_trie_key *keys; /* while they are gathered */
    size_t n;
    char *text; /* room for their texts */
} builder;

/* The vendor with this name, which may be new; -1 if there are too many. */
static int vendor_named(xp_rules *rules, const char *name)
{
    int known = xp_catalogue_find(name);

    for (int i = (int)xp_vendors_count; known < 0 && i < rules->nvendors; i++)
        if (strcmp(rules->names[i], name) == 0)
            known = i;
    if (known >= 0 || rules->nvendors >= XP_VENDORS_MAX)
        return known;
    rules->names[rules->nvendors] = name;
    return rules->nvendors++;
}

static bool make_comments(const builder *b)
{
    static const char BEFORE[] = "<!--xpurpose: ", AFTER[] = "-->";
    xp_rules *rules = b->rules;
    size_t size = 0;
    char *text;

    for (int i = 0; i < rules->nvendors; i++)
        size += sizeof BEFORE + strlen(rules->names[i]) + sizeof AFTER;
    if (!(text = b->alloc(b->ctx, size + 1)))
        return false;
    for (int i = 0; i < rules->nvendors; i++) {
        const char *const PART[] = { BEFORE, rules->names[i], AFTER };
        xp_piece *comment = &rules->comments[i];

        comment->text = text;
        for (int k = 0; k < 3; k++) {
            memcpy(text, PART[k], strlen(PART[k]));
            text += strlen(PART[k]);
        }
        comment->len = (size_t)(text++ - comment->text);
    }
    return true;
}

/* The row as a literal for the text of scripts. A '*' in a host would let through too much there, "*." before it is idle. */
static bool literal_of(const xp_pattern_row *row, int number, xp_literal *out)
{
    const char *text = row->text;
    size_t len = strlen(text), host;

    if (row->kind == XP_INLINE || row->kind == XP_SERVER) {
        *out = (xp_literal){ text, len, XP_MATCH_TEXT, number, false };
        return xp_match_takes(out);
    }
    if (row->kind != XP_URL || !strncmp(text, "/*", 2))
        return false;
    if (strncmp(text, "*.", 2) == 0) {
        text += 2;
        len -= 2;
    }
    host = strcspn(text, "/");
    while (len > 0 && text[len - 1] == '*')
        len--;
    *out = (xp_literal){ text, len, host < 1 ? XP_MATCH_PATH : XP_MATCH_HOST, number,
                         is_open(row->text, strlen(row->text)) };
    return !memchr(text, '*', host) && xp_match_takes(out);
}

static bool build_literals(const builder *b)
{
    xp_literal *literals = b->alloc(b->ctx, (b->rules->nrows + 2) * sizeof *literals);
    size_t n = 0;

    if (!literals)
        return false;
    for (size_t i = 0; i < b->rules->nrows; i++)
        if (!b->rules->spares[b->rules->vendor_of[i]] && b->said[i] != SAID)
            n += literal_of(row_at(b->rules, i), (int)i, &literals[n]);
    literals[n++] = (xp_literal){ XP_NOWHERE, sizeof XP_NOWHERE - 1, XP_MATCH_HOST, XP_ID_NOWHERE, true };
    literals[n++] = (xp_literal){ XP_WRITES, sizeof XP_WRITES - 1, XP_MATCH_TEXT, XP_ID_WRITES, false };
    b->rules->literals = xp_match_build(literals, n, b->alloc, b->ctx);
    return b->rules->literals != NULL;
}

/* ---- Keys ---- */

/* Begins a key for `it`, with the byte of its kind. */
static void begin_key(builder *b, lookup kind, item it)
{
    xp_trie_key *key = &b->keys[b->n];

    *key = (xp_trie_key){ b->text, 0, false, (uint32_t)b->n };
    b->rules->items[b->n++] = it;
    *b->text++ = (char)('0' + kind);
}

/* Copies what the key is made of next, in lower case if it is compared without regard to case. */
static void put(builder *b, const char *text, size_t n, bool in_lower)
{
    for (size_t i = 0; i < n; i++)
        *b->text++ = in_lower ? lower(text[i]) : text[i];
}

static void put_byte(builder *b, int byte)
{
    *b->text++ = (char)byte;
}

static void end_key(builder *b)
{
    xp_trie_key *key = &b->keys[b->n - 1];

    key->len = (uint16_t)(b->text - key->text);
}

/* A star and the longest of the pieces between stars, if there is one. */
static void put_piece(builder *b, const char *text, size_t n, bool in_lower)
{
    size_t from = 0, len = 0;

    for (size_t at = 0, next; at < n; at = next + 1) {
        for (next = at; next < n && text[next] != '*'; next++)
            ;
        if (next - at > len) {
            from = at;
            len = next - at;
        }
    }
    if (len > 0) {
        put_byte(b, XP_TRIE_STAR);
        put(b, text + from, len, in_lower);
    }
}

/* A path up to its first star, and what is beyond it. */
static void put_path(builder *b, const char *path, size_t n)
{
    const char *star = memchr(path, '*', n);
    size_t before = star ? (size_t)(star - path) : n;

    put(b, path, before, false);
    put_piece(b, path + before, n - before, false);
}

/* A host from its end to its last star, what is before it, then the path. */
static void add_host(builder *b, const char *text, size_t len, int row)
{
    size_t host = strcspn(text, "/"), tail = host;
    bool is_glob = memchr(text, '*', host) != NULL;
    char *copy = b->text;

    if (is_glob) {
        put(b, "*.", 2, false);
        put(b, text, host, true);
        put(b, text + host, len - host, false);
    }
    begin_key(b, HOSTS, (item){ is_glob ? copy : text, (uint16_t)(is_glob ? len + 2 : len), row });
    while (tail > 0 && text[tail - 1] != '*')
        put_byte(b, lower(text[--tail]));
    put_piece(b, text, tail, true);
    put_path(b, text + host, len - host);
    end_key(b);
}

static void add_url(builder *b, const char *text, size_t len, int row)
{
    if (text[0] == '/' && text[1] == '*') {
        begin_key(b, FILES, (item){ text + 2, (uint16_t)(len - strlen("/**.js")), row });
        put(b, text + 2, len - strlen("/**.js"), true);
    } else if (text[0] == '/') {
        add_three(b->rules->paths, text + 1);
        begin_key(b, PATHS, (item){ text, (uint16_t)len, row });
        put_path(b, text + 1, len - 1);
    } else if (text[len - 1] == '*' && text[len - 2] == '.' && !memchr(text, '/', len)) {
        begin_key(b, LABELS, (item){ text, (uint16_t)(len - 2), row });
        put(b, text, len - 2, true);
    } else {
        add_host(b, text, len, row);
        return;
    }
    end_key(b);
}

static void add_names(builder *b, const char *text, int row)
{
    for (size_t len; *text; text += len + (text[len] == ' ')) {
        size_t n;

        len = strcspn(text, " ");
        n = text[len - 1] == '*' || text[len - 1] == '.' ? strcspn(text, "*") : len;
        begin_key(b, NAMES, (item){ text, (uint16_t)n, row });
        put(b, text, n, false);
        end_key(b);
    }
}

static void add_block(builder *b, const xp_pattern_row *row, int number)
{
    item it = { row->text, (uint16_t)strlen(row->text), number };

    for (size_t i = 0; i < b->rules->stride; i++) {
        add_three(b->rules->begins, row->text + i);
        add_three(b->rules->ends, row->end + i);
    }
    add_three(b->rules->markers, row->text);
    add_three(b->rules->markers, row->end);
    if (!b->said[number]) {
        begin_key(b, BEGINS, it);
        put(b, row->text, it.len, true);
        end_key(b);
    }
    begin_key(b, ENDS, it);
    put(b, row->text, it.len, true);
    put_byte(b, XP_TRIE_BACK);
    put(b, row->end, strlen(row->end), true);
    end_key(b);
}

static void add_row(builder *b, int number)
{
    const xp_pattern_row *row = row_at(b->rules, (size_t)number);

    if (row->kind == XP_URL)
        add_url(b, row->text, strlen(row->text), number);
    else if (row->kind == XP_GLOBAL)
        add_names(b, row->text, number);
    else if (row->kind == XP_BLOCK)
        add_block(b, row, number);
}

/* Room for a row's keys and their texts: a name has one byte more, a URL with stars its copy. */
static void measure(const xp_pattern_row *row, size_t *keys, size_t *bytes)
{
    size_t len = strlen(row->text);

    if (row->kind == XP_GLOBAL)
        *keys += len / 2 + 1;
    else if (row->kind == XP_URL || row->kind == XP_BLOCK)
        *keys += 2;
    if (row->kind == XP_GLOBAL || row->kind == XP_URL || row->kind == XP_BLOCK)
        *bytes += 2 * len + 8 + (row->end ? strlen(row->end) : 0);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Where in the trie the ends of what begins with `begun` are, however little of it tells it from the others. */
static uint32_t find_ends(const xp_rules *rules, const char *begun)
{
    uint32_t node = rules->roots[ENDS], next = node;
    size_t n = strlen(begun);

    for (size_t i = 0; i <= n && next; i++) {
        next = xp_trie_step(&rules->trie, node, i < n ? lower(begun[i]) : (char)XP_TRIE_BACK);
        node = next ? next : node;
    }
    return node;
}

static bool build_trie(builder *b)
{
    xp_rules *rules = b->rules;
    size_t keys = 1, bytes = 1;

    rules->stride = XP_MATCH_LONGEST;
    for (size_t i = 0; i < rules->nrows; i++) {
        const xp_pattern_row *row = row_at(rules, i);

        measure(row, &keys, &bytes);
        if (row->kind == XP_BLOCK)
            rules->stride = smaller(rules->stride, smaller(strlen(row->text), strlen(row->end)) - 2);
    }
    b->keys = b->alloc(b->ctx, keys * sizeof *b->keys);
    b->text = b->alloc(b->ctx, bytes);
    rules->items = b->alloc(b->ctx, keys * sizeof *rules->items);
    rules->ends_of = b->alloc(b->ctx, (rules->nrows + 1) * sizeof *rules->ends_of);
    if (!b->keys || !b->text || !rules->items || !rules->ends_of)
        return false;
    for (size_t i = 0; i < rules->nrows; i++)
        if (b->said[i] != SAID)
            add_row(b, (int)i);
    if (!xp_trie_build(&rules->trie, b->keys, b->n, b->alloc, b->ctx))
        return false;
    for (int kind = 0; kind < KINDS; kind++)
        rules->roots[kind] = xp_trie_step(&rules->trie, 0, (char)('0' + kind));
    for (size_t i = 0; i < rules->nrows; i++)
        if (row_at(rules, i)->kind == XP_BLOCK)
            rules->ends_of[i] = find_ends(rules, row_at(rules, i)->text);
    return true;
}

/* ---- Rows that say the same ---- */

static int compare_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL);
}

/* Rows that begin alike stand together, and of those the ones that end alike; then in their order. */
static int compare_beginnings(const xp_pattern_row *a, const xp_pattern_row *b)
{
    int order = a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind) : strcmp(a->text, b->text);

    return order ? order : strcmp(a->vendor, b->vendor);
}

static int compare(const void *av, const void *bv)
{
    const xp_pattern_row *a = *(const xp_pattern_row *const *)av, *b = *(const xp_pattern_row *const *)bv;
    int order = compare_beginnings(a, b);

    order = order ? order : compare_text(a->end, b->end);
    return order ? order : (a > b) - (a < b);
}

/* Takes note of the site's rows that stand there more than once, for the first one is enough; and of the first of those that differ in
 * how they end. */
static bool find_doubled(builder *b, size_t n)
{
    const xp_pattern_row **rows = b->alloc(b->ctx, (n + 1) * sizeof *rows), *extra = b->rules->extra, *first = NULL;
    uint8_t *said = b->said = b->alloc(b->ctx, b->rules->nrows + 1);

    if (!rows || !said)
        return false;
    said += xp_patterns_count;
    for (size_t i = 0; i < n; i++)
        rows[i] = &extra[i];
    if (n > 0)
        qsort(rows, n, sizeof *rows, compare);
    for (size_t i = 0; i < n; i++) {
        bool alike = first && compare_beginnings(first, rows[i]) == 0;

        if (alike && compare_text(rows[i - 1]->end, rows[i]->end) == 0) {
            said[rows[i] - extra] = SAID;
        } else if (alike) {
            said[(first > rows[i] ? first : rows[i]) - extra] = BEGUN;
            first = first > rows[i] ? rows[i] : first;
        } else {
            first = rows[i];
        }
    }
    return true;
}

/* Numbers the vendors, and takes note of the stubs. */
static bool build_vendors(const builder *b)
{
    xp_rules *rules = b->rules;

    for (size_t i = 0; i < xp_vendors_count; i++)
        rules->names[i] = xp_vendors[i].name;
    rules->nvendors = (int)xp_vendors_count;
    for (size_t i = 0; i < rules->nrows; i++) {
        const xp_pattern_row *row = row_at(rules, i);
        int vendor = xp_rules_check(row) ? -1 : vendor_named(rules, row->vendor);

        if (vendor < 0)
            return false;
        rules->vendor_of[i] = (short)vendor;
        if (row->kind == XP_SPARE)
            rules->spares[vendor] = row->text;
        if (row->kind == XP_SERVER)
            xp_set_add(&rules->servers, vendor);
        if (row->kind == XP_STUB && row->end)
            rules->short_stubs[vendor] = row;
        else if (row->kind == XP_STUB)
            rules->stubs[vendor] = row->text;
    }
    return make_comments(b);
}

xp_rules *xp_rules_build(const xp_pattern_row *extra, size_t n, xp_alloc_fn alloc, void *ctx)
{
    xp_rules *rules = alloc(ctx, sizeof *rules);
    builder b = { .rules = rules, .alloc = alloc, .ctx = ctx };

    if (!rules || xp_vendors_count > XP_VENDORS_MAX)
        return NULL;
    rules->extra = extra;
    rules->nrows = xp_patterns_count + n;
    rules->vendor_of = alloc(ctx, (rules->nrows + 1) * sizeof *rules->vendor_of);
    if (!rules->vendor_of || !build_vendors(&b) || !find_doubled(&b, n) || !build_trie(&b) || !build_literals(&b))
        return NULL;
    return rules;
}
