/* The catalogue and the site's own rows, compiled.
 *
 * Everything that is looked up by a string lies in a hash table whose items are rows in their order: URL patterns by the last
 * labels of their host, or by its first if they end in ".*"; first-party paths by the three bytes after their slash, or all together
 * if they are a word of a file's name; globals by name, and prefixes of globals by their first two bytes. A URL's host is looked up once for each of its labels, its path once for each segment, so the number
 * of rows does not count. The literals for the text of scripts are handed to xp_match. Nothing is written after set-up.
 */
#include "xp_rules.h"

#include <string.h>

#include "xp_skip.h"
#include "xp_url.h"

typedef struct {
    uint32_t hash;
    uint32_t next; /* index + 1 of the next item in the chain */
    const char *text;
    size_t len;
    int row;
} item;

typedef struct {
    unsigned log;
    uint32_t *heads; /* index + 1 of a chain's first item */
    item *items;
    size_t n;
} table;

enum { HOSTS, LABELS, PATHS, FILES, NAMES, PREFIXES, TABLES };

struct xp_rules {
    const xp_pattern_row *extra; /* rows from xp_patterns_count on */
    size_t nrows;
    short *vendor_of; /* by row */
    int *blocks;      /* rows of that kind */
    int nblocks;
    int nvendors;
    const char *names[XP_VENDORS_MAX + 1];
    const char *stubs[XP_VENDORS_MAX];
    const char *spares[XP_VENDORS_MAX];
    const xp_pattern_row *short_stubs[XP_VENDORS_MAX];
    xp_piece comments[XP_VENDORS_MAX];
    xp_vendor_set servers; /* the vendors with rows of that kind */
    table tables[TABLES];
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

/* ---- The hash tables ------------------------------------------------------------------------------------------------ */

static uint32_t hash_add(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * UINT32_C(16777619);
}

static uint32_t hash_of(const char *text, size_t n)
{
    uint32_t hash = UINT32_C(2166136261);

    for (size_t i = 0; i < n; i++)
        hash = hash_add(hash, text[i]);
    return hash;
}

/* Of the three bytes that first-party paths are found by, in fewer steps. */
static uint32_t hash_of_path(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;

    return (p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16) * UINT32_C(0x9E3779B1);
}

static uint32_t hash_of_lower(const char *text, size_t n)
{
    uint32_t hash = hash_of("", 0);

    for (size_t i = 0; i < n; i++)
        hash = hash_add(hash, lower(text[i]));
    return hash;
}

static uint32_t head_of(const table *t, uint32_t hash)
{
    return (hash ^ hash >> 15) & ((UINT32_C(1) << t->log) - 1);
}

static void table_add(table *t, uint32_t hash, const char *text, size_t len, int row)
{
    uint32_t *head = &t->heads[head_of(t, hash)];

    t->items[t->n] = (item){ hash, *head, text, len, row };
    *head = (uint32_t)++t->n;
}

/* The first item with this hash, from the chain's index `at` on; NULL if there is none. */
static const item *table_next(const table *t, uint32_t at, uint32_t hash)
{
    for (; at; at = t->items[at - 1].next)
        if (t->items[at - 1].hash == hash)
            return &t->items[at - 1];
    return NULL;
}

static inline const item *table_find(const table *t, uint32_t hash)
{
    uint32_t head = t->heads[head_of(t, hash)];

    return head ? table_next(t, head, hash) : NULL; /* nearly always NULL */
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

/* The bytes of the path that a pattern may look at: the query only if the pattern has one. */
static size_t visible(const xp_url *url, const item *it)
{
    return url->npath + (memchr(it->text, '?', it->len) ? url->nquery : 0);
}

static bool longer(const item *it, const item *best)
{
    return !best || it->len > best->len;
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

/* The longest pattern for the URL's host; `*spared`: there is one, but of a vendor that is not in the set. The host is hashed from
 * its end, so that one pass serves all its suffixes. */
static const item *find_host(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set, bool *spared)
{
    const table *t = &rules->tables[HOSTS];
    const item *best = NULL;
    uint32_t hash = hash_of("", 0);

    for (size_t i = url->nhost; i > 0; i--) {
        hash = hash_add(hash, url->host[i - 1]);
        if (i > 1 && url->host[i - 2] != '.')
            continue;
        for (const item *it = table_find(t, hash); it; it = table_next(t, it->next, hash))
            if (longer(it, best) && url_matches(it, url)) {
                if (counts(rules, it->row, set))
                    best = it;
                else
                    *spared = true;
            }
    }
    return best;
}

/* The longest pattern for any part of the path; a relative URL's beginning counts as a segment's. */
static const item *find_path(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set, const item *best)
{
    const table *t = &rules->tables[PATHS];
    size_t all = url->npath + url->nquery;

    for (size_t i = 0, next; i < url->npath; i = next) {
        size_t at = i + (url->path[i] == '/');
        uint32_t hash;

        next = (size_t)(xp_skip_to(url->path + i + 1, url->path + url->npath, '/') - url->path);
        if (all - at < 3)
            continue;
        hash = hash_of_path(url->path + at);
        for (const item *it = table_find(t, hash); it; it = table_next(t, it->next, hash)) {
            size_t end = visible(url, it);

            if (longer(it, best) && counts(rules, it->row, set) && at <= end &&
                xp_url_glob(it->text + 1, it->len - 1, url->path + at, end - at, is_open(it->text, it->len)))
                best = it;
        }
    }
    return best;
}

static bool is_word(char c)
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/* Whether `word` stands in text[0, n), by itself and without regard to case. */
static bool has_word(const char *text, size_t n, const char *word, size_t len)
{
    for (size_t i = 0; i + len <= n; i++) {
        size_t same = 0;

        while (same < len && lower(text[i + same]) == lower(word[same]))
            same++;
        if (same == len && (i == 0 || !is_word(text[i - 1])) && (i + len == n || !is_word(text[i + len])))
            return true;
    }
    return false;
}

/* A pattern for the host's first label: "smetrics.*". */
static const item *find_label(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set)
{
    const table *t = &rules->tables[LABELS];
    size_t n = 0;
    uint32_t hash;

    if (!url->nhost)
        return NULL;
    while (n < url->nhost && url->host[n] != '.')
        n++;
    hash = hash_of(url->host, n);
    for (const item *it = table_find(t, hash); it; it = table_next(t, it->next, hash))
        if (it->len == n && n < url->nhost && has_word(url->host, n, it->text, n) && counts(rules, it->row, set))
            return it;
    return NULL;
}

/* An ad server's own reports are no visitor's analytics. */
static bool is_ad_server(const xp_url *url)
{
    return url->nhost > 4 && (!memcmp(url->host, "ad.", 3) || !memcmp(url->host, "ads.", 4));
}

/* A pattern for a word of the file's name: "/" and stars round "analytics", then ".js". */
static const item *find_file(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set)
{
    const table *t = &rules->tables[FILES];
    size_t end = url->npath, from = end;

    if (!t->n || end < 4 || memcmp(url->path + end - 3, ".js", 3) || is_ad_server(url))
        return NULL;
    while (from > 0 && url->path[from - 1] != '/')
        from--;
    for (size_t i = 0; i < t->n; i++)
        if (counts(rules, t->items[i].row, set) &&
            has_word(url->path + from, end - from - 3, t->items[i].text, t->items[i].len))
            return &t->items[i];
    return NULL;
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
    const item *best;
    bool spared = false;
    xp_url url;

    if (!xp_url_parse(&url, value, len))
        return NOTHING;
    best = find_host(rules, &url, set, &spared);
    if (!best && spared) /* what stands on a spared vendor's host is that vendor's, whatever it is called */
        return NOTHING;
    best = find_path(rules, &url, set, best);
    best = best ? best : find_label(rules, &url, set);
    best = best ? best : find_file(rules, &url, set);
    return best && !is_spared(rules, best->row, &url) ? xp_rules_row(rules, best->row) : NOTHING;
}

int xp_rules_url_vendor(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set)
{
    return xp_rules_url(rules, url, len, set).vendor;
}

/* ---- Globals and blocks --------------------------------------------------------------------------------------------- */

/* The first row in the chain of `hash` whose text the name is, or begins with. */
static int find_name(const xp_rules *rules, int which, uint32_t hash, const char *name, size_t len, bool defined,
                     const xp_vendor_set *set)
{
    const table *t = &rules->tables[which];

    for (const item *it = table_find(t, hash); it; it = table_next(t, it->next, hash))
        if (it->len <= len && (which == PREFIXES || it->len >= len) && memcmp(it->text, name, it->len) == 0 &&
            !(defined && it->text[it->len] == '*' && it->text[it->len + 1] == '.') && counts(rules, it->row, set))
            return rules->vendor_of[it->row];
    return -1;
}

int xp_rules_global(const xp_rules *rules, const char *name, size_t len, bool defined, const xp_vendor_set *set)
{
    int vendor = find_name(rules, NAMES, hash_of(name, len), name, len, defined, set);

    return vendor < 0 && len >= 2 ? find_name(rules, PREFIXES, hash_of(name, 2), name, len, defined, set) : vendor;
}

/* Whether `text` holds `word`, without regard to case but for the first byte, which is `first`. */
static bool holds_from(const char *text, size_t len, const char *word, size_t n, char first)
{
    const char *end = text + (len - n + 1);

    for (; text < end && (text = memchr(text, first, (size_t)(end - text))); text++) {
        size_t i = 1;

        while (i < n && lower(text[i]) == lower(word[i]))
            i++;
        if (i >= n)
            return true;
    }
    return false;
}

/* Whether `text` holds `word`, which is not empty, without regard to case. */
static bool holds(const char *text, size_t len, const char *word)
{
    size_t n = strlen(word);
    char small = lower(word[0]), capital = (char)(small >= 'a' && small <= 'z' ? small - 0x20 : small);

    return len >= n && (holds_from(text, len, word, n, small) || holds_from(text, len, word, n, capital));
}

int xp_rules_block_begin(const xp_rules *rules, const char *comment, size_t len, const xp_vendor_set *set)
{
    for (int i = 0; i < rules->nblocks; i++) {
        int row = rules->blocks[i];

        /* "End SiteCatalyst code version" holds what begins the block, too */
        if (counts(rules, row, set) && holds(comment, len, row_at(rules, (size_t)row)->text) &&
            !xp_rules_block_end(rules, row, comment, len))
            return row;
    }
    return -1;
}

bool xp_rules_block_end(const xp_rules *rules, int row, const char *comment, size_t len)
{
    const xp_pattern_row *begun = row_at(rules, (size_t)row);

    for (int i = 0; i < rules->nblocks; i++) {
        const xp_pattern_row *other = row_at(rules, (size_t)rules->blocks[i]);

        /* a vendor may have several rows with the same beginning */
        if (rules->vendor_of[rules->blocks[i]] == rules->vendor_of[row] && strcmp(other->text, begun->text) == 0 &&
            holds(comment, len, other->end))
            return true;
    }
    return false;
}

/* ---- Compiling ------------------------------------------------------------------------------------------------------ */

typedef struct {
    xp_rules *rules;
    xp_alloc_fn alloc;
    void *ctx;
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
        if (!b->rules->spares[b->rules->vendor_of[i]])
            n += literal_of(row_at(b->rules, i), (int)i, &literals[n]);
    literals[n++] = (xp_literal){ XP_NOWHERE, sizeof XP_NOWHERE - 1, XP_MATCH_HOST, XP_ID_NOWHERE, true };
    literals[n++] = (xp_literal){ XP_WRITES, sizeof XP_WRITES - 1, XP_MATCH_TEXT, XP_ID_WRITES, false };
    b->rules->literals = xp_match_build(literals, n, b->alloc, b->ctx);
    return b->rules->literals != NULL;
}

/* Which table takes the row's (or one of its names') `text`. */
static int table_of(xp_kind kind, const char *text, size_t len)
{
    if (kind == XP_URL && text[0] == '/')
        return text[1] == '*' ? FILES : PATHS;
    if (kind == XP_URL)
        return text[len - 1] == '*' && text[len - 2] == '.' && !memchr(text, '/', len) ? LABELS : HOSTS;
    return text[len - 1] == '*' || text[len - 1] == '.' ? PREFIXES : NAMES;
}

/* The hash under which a host pattern is found: its labels after the last '*', from the end. */
static uint32_t host_hash(const char *text, size_t n)
{
    uint32_t hash = hash_of("", 0);
    size_t from = n;

    while (from > 0 && text[from - 1] != '*')
        from--;
    while (from > 0 && from < n && text[from - 1] != '.')
        from++;
    for (size_t i = n; i > from; i--)
        hash = hash_add(hash, lower(text[i - 1]));
    return hash;
}

static bool add_host(const builder *b, const char *text, size_t len, int row)
{
    size_t host = strcspn(text, "/");
    uint32_t hash = host_hash(text, host);
    char *copy;

    if (memchr(text, '*', host)) {
        if (!(copy = b->alloc(b->ctx, len + 3)))
            return false;
        memcpy(copy, "*.", 2);
        memcpy(copy + 2, text, len);
        for (size_t i = 0; i < host + 2; i++)
            copy[i] = lower(copy[i]);
        text = copy;
        len += 2;
    }
    table_add(&b->rules->tables[HOSTS], hash, text, len, row);
    return true;
}

static bool add_item(const builder *b, xp_kind kind, const char *text, size_t len, int row)
{
    table *t = &b->rules->tables[table_of(kind, text, len)];

    switch (table_of(kind, text, len)) {
    case HOSTS: return add_host(b, text, len, row);
    case LABELS: table_add(t, hash_of_lower(text, len - 2), text, len - 2, row); break;
    case FILES: table_add(t, 0, text + 2, len - strlen("/**.js"), row); break;
    case PATHS: table_add(t, hash_of_path(text + 1), text, len, row); break;
    case NAMES: table_add(t, hash_of(text, len), text, len, row); break;
    case PREFIXES: table_add(t, hash_of(text, 2), text, strcspn(text, "*"), row); break;
    }
    return true;
}

/* Calls `each` for the row's text, or for each of the names in it from the last to the first. */
static bool each_text(const builder *b, int number,
                      bool (*each)(const builder *b, xp_kind kind, const char *text, size_t len, int row))
{
    const xp_pattern_row *row = row_at(b->rules, (size_t)number);
    size_t end = strlen(row->text), at;

    if (row->kind == XP_URL)
        return each(b, row->kind, row->text, end, number);
    if (row->kind != XP_GLOBAL)
        return true;
    for (; end > 0; end = at > 0 ? at - 1 : 0) {
        for (at = end; at > 0 && row->text[at - 1] != ' '; at--)
            ;
        if (!each(b, row->kind, row->text + at, end - at, number))
            return false;
    }
    return true;
}

static bool count_item(const builder *b, xp_kind kind, const char *text, size_t len, int row)
{
    (void)row;
    b->rules->tables[table_of(kind, text, len)].n++;
    return true;
}

/* Counts, allocates, then fills from the last row to the first, so that chains are in the order of rows. */
static bool build_tables(const builder *b)
{
    xp_rules *rules = b->rules;

    for (size_t i = 0; i < rules->nrows; i++)
        each_text(b, (int)i, count_item);
    for (int i = 0; i < TABLES; i++) {
        table *t = &rules->tables[i];

        for (t->log = 4; (size_t)1 << t->log < 2 * t->n; t->log++)
            ;
        t->heads = b->alloc(b->ctx, sizeof *t->heads << t->log);
        t->items = b->alloc(b->ctx, (t->n + 1) * sizeof *t->items);
        if (!t->heads || !t->items)
            return false;
        t->n = 0;
    }
    for (size_t i = rules->nrows; i > 0; i--)
        if (!each_text(b, (int)i - 1, add_item))
            return false;
    return true;
}

/* Numbers the vendors, and takes note of the stubs and blocks. */
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
        if (row->kind == XP_BLOCK)
            rules->blocks[rules->nblocks++] = (int)i;
    }
    return make_comments(b);
}

xp_rules *xp_rules_build(const xp_pattern_row *extra, size_t n, xp_alloc_fn alloc, void *ctx)
{
    xp_rules *rules = alloc(ctx, sizeof *rules);
    builder b = { rules, alloc, ctx };

    if (!rules || xp_vendors_count > XP_VENDORS_MAX)
        return NULL;
    rules->extra = extra;
    rules->nrows = xp_patterns_count + n;
    rules->vendor_of = alloc(ctx, (rules->nrows + 1) * sizeof *rules->vendor_of);
    rules->blocks = alloc(ctx, (rules->nrows + 1) * sizeof *rules->blocks);
    if (!rules->vendor_of || !rules->blocks || !build_vendors(&b) || !build_tables(&b) || !build_literals(&b))
        return NULL;
    return rules;
}
