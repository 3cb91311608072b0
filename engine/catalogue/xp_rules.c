/* The catalogue and the site's own rows, compiled.
 *
 * Everything that is looked up by a string lies in one trie (xp_trie.h), so that the number of rows does not count, nor what they have in
 * common: URL patterns by their host from its end and then by their path, first-party paths and words of a file's name, globals, the
 * texts of comments. Of a pattern with stars inside, what is before the first one (in a host, behind the last) and the longest piece beyond it are looked up. What
 * is found is a candidate, which is compared with the row. The literals for the text of scripts are handed to xp_match. Nothing is
 * written after set-up.
 */
#include "xp_rules.h"

#include <limits.h>
#include <string.h>

#include "../bytes/xp_skip.h"
#include "xp_compiled.h"
#include "xp_shape.h"
#include "xp_url.h"

/* ---- Vendors -------------------------------------------------------------------------------------------------------- */

/* The catalogue is in alphabetical order of its names, which are in small letters. */
int xp_catalogue_find(const char *name)
{
    size_t from = 0, to = xp_vendors_count;

    while (from < to) {
        size_t mid = from + (to - from) / 2;
        const char *a = xp_vendors[mid].name, *b = name;

        while (*a && *a == xp_lower(*b)) {
            a++;
            b++;
        }
        if (!*a && !*b)
            return (int)mid;
        if ((unsigned char)*a < (unsigned char)xp_lower(*b))
            from = mid + 1;
        else
            to = mid;
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

    return row && strstr(pattern, row->more) ? row->text : NULL;
}

/* Whether one of the words, with a blank between two, is in the text. */
static bool holds_one(const char *text, const char *words)
{
    for (const char *blank; words; words = blank ? blank + 1 : NULL) {
        size_t n = (blank = strchr(words, ' ')) ? (size_t)(blank - words) : strlen(words);

        for (const char *at = text; n && (at = strchr(at, *words)); at++)
            if (n == 1 || (at[1] == words[1] && !strncmp(at, words, n)))
                return true;
    }
    return false;
}

const char *xp_rules_makes(const xp_rules *rules, int vendor, const char *pattern, size_t *from)
{
    size_t at = rules->made_at[vendor], end = rules->made_at[vendor + 1];

    while (*from < end - at) {
        const xp_made_row *made = &rules->made[at + (*from)++];

        if (*made->names && (!made->words || holds_one(pattern, made->words)))
            return made->names;
    }
    return NULL;
}

const char *xp_rules_comment(const xp_rules *rules, int vendor)
{
    return rules->comments[vendor];
}

/* ---- Rows ----------------------------------------------------------------------------------------------------------- */

xp_hit xp_rules_row(const xp_rules *rules, int row)
{
    if (row < 0 || (size_t)row >= rules->nrows)
        return XP_NOBODY;
    return (xp_hit){ rules->vendor_of[row], rules->uses_of[row], xp_row_at(rules, (size_t)row)->text };
}

const xp_match *xp_rules_literals(const xp_rules *rules)
{
    return rules->literals;
}

bool xp_rules_is_url(const xp_rules *rules, int row)
{
    return xp_row_at(rules, (size_t)row)->kind == XP_URL;
}

static bool counts(const xp_rules *rules, int row, const xp_vendor_set *set)
{
    return xp_set_has(set, rules->vendor_of[row]);
}

unsigned xp_rules_doubt(const xp_rules *rules, int vendor)
{
    return rules->doubts[vendor];
}

/* ---- What the gate is told ------------------------------------------------------------------------------------------ */

const char *xp_rules_gates(const xp_rules *rules, int vendor, size_t *len)
{
    *len = rules->gates_at[vendor + 1] - rules->gates_at[vendor];
    return rules->gates + rules->gates_at[vendor];
}

const char *xp_rules_gated_row(const xp_rules *rules, int row, size_t *len)
{
    const char *text = rules->gates + rules->gate_of[row];

    *len = strcspn(text, " ") + 1;
    return text;
}

/* ---- URLs ----------------------------------------------------------------------------------------------------------- */

enum { AT_HOST = -1 };

/* What is sought for a URL: the longest pattern, and of those the first row. */
typedef struct {
    const xp_rules *rules;
    const xp_url *url;
    const xp_vendor_set *set;
    const xp_item *best;
    ptrdiff_t at; /* where in the path the pattern begins, or AT_HOST */
    bool spared;  /* a host's pattern matches, but of a vendor that is not in the set */
} search;

/* The bytes of the path that a pattern may look at: the query only if the pattern has one. */
static size_t visible(const xp_url *url, const xp_item *it)
{
    return url->npath + (memchr(it->text, '?', it->len) ? url->nquery : 0);
}

static bool is_better(const xp_item *it, const xp_item *best)
{
    return !best || it->len > best->len || (it->len == best->len && it->row < best->row);
}

/* Whether the host ends in the pattern's, which has `n` bytes, from a label's beginning on. A pattern with '*' has been stored
 * with "*." before it, for its own labels need not be the first. */
static bool host_matches(const char *pattern, size_t n, const char *host, size_t nhost)
{
    if (memchr(pattern, '*', n))
        return xp_url_glob(pattern, n, host, nhost, false) || xp_url_glob(pattern + 2, n - 2, host, nhost, false);
    return nhost >= n && !memcmp(pattern, host + nhost - n, n) && (nhost == n || host[nhost - n - 1] == '.');
}

static bool url_matches(const xp_item *it, const xp_url *url)
{
    const char *slash = memchr(it->text, '/', it->len);
    size_t host = slash ? (size_t)(slash - it->text) : it->len;

    return host_matches(it->text, host, url->host, url->nhost) &&
           (!slash || xp_url_glob(slash, it->len - host, url->path, visible(url, it), xp_is_open(it->text, it->len)));
}

static bool segment_matches(const xp_item *it, const xp_url *url, size_t at)
{
    size_t end = visible(url, it);

    if (xp_is_shaped(it->text))
        return at <= end && xp_shape_matches(it->text + 1, it->len - 1u, url->path + at, end - at);
    return at <= end &&
           xp_url_glob(it->text + 1, it->len - 1u, url->path + at, end - at, xp_is_open(it->text, it->len));
}

/* Compares the URL with the rows whose keys end at the node. */
static void consider(search *s, uint32_t node)
{
    for (const xp_trie_key *key = xp_trie_first(&s->rules->trie, node); key; key = xp_trie_next(key)) {
        const xp_item *it = &s->rules->items[key->id];
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
    uint32_t seen[XP_TRIE_SEEN], node = s->rules->roots[XP_KEY_HOSTS];

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
        if (all - at < 3) /* as no pattern is */
            break;
        s->at = (ptrdiff_t)at;
        follow(s, s->rules->roots[XP_KEY_PATHS], url->path + at, all - at);
    }
}

/* Whether `word` begins text[at, n), without regard to case. */
static bool is_at(const char *text, size_t n, size_t at, const char *word, size_t len)
{
    size_t same = 0;

    if (len > n - at)
        return false;
    while (same < len && xp_lower(text[at + same]) == xp_lower(word[same]))
        same++;
    return same == len;
}

/* Whether `word` stands at text[at], by itself and without regard to case. */
static bool is_word_at(const char *text, size_t n, size_t at, const char *word, size_t len)
{
    return is_at(text, n, at, word, len) && (at == 0 || !xp_is_alnum(text[at - 1])) &&
           (at + len == n || !xp_is_alnum(text[at + len]));
}

static bool has_word(const char *text, size_t n, const char *word, size_t len)
{
    for (size_t i = 0; i < n; i++)
        if (is_word_at(text, n, i, word, len))
            return true;
    return false;
}

/* A pattern for the host's first label, "smetrics.*": the first row. */
static const xp_item *find_label(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set)
{
    const xp_trie *trie = &rules->trie;
    const xp_item *best = NULL;
    uint32_t node = url->nhost ? rules->roots[XP_KEY_LABELS] : 0;

    for (size_t i = 0; node; node = i < url->nhost ? xp_trie_step(trie, node, url->host[i++]) : 0)
        for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
            const xp_item *it = &rules->items[key->id];

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
static const xp_item *find_file(const xp_rules *rules, const xp_url *url, const xp_vendor_set *set)
{
    const xp_trie *trie = &rules->trie;
    const xp_item *best = NULL;
    const char *name;
    size_t end = url->npath, from = end, n;

    if (!rules->roots[XP_KEY_FILES] || end < 4 || memcmp(url->path + end - 3, ".js", 3) || is_ad_server(url))
        return NULL;
    while (from > 0 && url->path[from - 1] != '/')
        from--;
    name = url->path + from;
    n = end - from > 3 ? end - from - 3 : 0;
    for (size_t at = 0; at < n; at++) {
        uint32_t node = at == 0 || !xp_is_alnum(name[at - 1]) ? rules->roots[XP_KEY_FILES] : 0;

        for (size_t i = at; node; node = i < n ? xp_trie_step(trie, node, xp_lower(name[i++])) : 0)
            for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
                const xp_item *it = &rules->items[key->id];

                if ((!best || it->row > best->row) && counts(rules, it->row, set) &&
                    is_word_at(name, n, at, it->text, it->len))
                    best = it;
            }
    }
    return best;
}

/* The longest pattern for one of the query's parameters, text[0, n). */
static const xp_item *match_parameter(const search *s, const char *text, size_t n, const xp_item *best)
{
    const xp_trie *trie = &s->rules->trie;
    uint32_t node = s->rules->roots[XP_KEY_QUERIES];

    for (size_t i = 0; node; node = i < n ? xp_trie_step(trie, node, text[i++]) : 0)
        for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
            const xp_item *it = &s->rules->items[key->id];

            if (is_better(it, best) && counts(s->rules, it->row, s->set) &&
                xp_shape_matches(it->text + 1, it->len - 1u, text, n))
                best = it;
        }
    return best;
}

/* The longest pattern for a parameter of the query, "?id=G-<caps:6+>". */
static const xp_item *find_query(const search *s)
{
    const char *at = s->url->path + s->url->npath, *end = at + s->url->nquery, *next;
    const xp_item *best = NULL;

    for (at += at < end; at < end && s->rules->roots[XP_KEY_QUERIES]; at = next + 1) {
        for (next = at; next < end && *next != '&' && *next != '?'; next++)
            ;
        best = match_parameter(s, at, (size_t)(next - at), best);
    }
    return best;
}

/* A letter, a capital, a digit. */
static int kind_of(char c)
{
    return xp_is_digit(c) ? 0 : xp_lower(c) == c ? 1 : 2;
}

/* What a bundler puts into a file's name: six characters or more in which letters, capitals and digits take turns, or eight or more
 * hexadecimal digits, not all of them of a date or a word. */
static bool is_hash(const char *piece, size_t n)
{
    size_t turns = 0, digits = 0, hex = 0;

    for (size_t i = 0; i < n; i++) {
        turns += i && kind_of(piece[i]) != kind_of(piece[i - 1]);
        digits += kind_of(piece[i]) == 0;
        hex += kind_of(piece[i]) == 0 || (xp_lower(piece[i]) >= 'a' && xp_lower(piece[i]) <= 'f');
    }
    return n >= 6 && (turns >= 3 || (n >= 8 && hex == n && digits && digits < n));
}

/* Whether one of the pieces of the file's name but the first is a hash. */
static bool is_bundle(const xp_url *url)
{
    size_t end = url->npath, from;

    for (; end > 0 && url->path[end - 1] != '/'; end = from ? from - 1 : 0) {
        for (from = end; from > 0 && xp_is_alnum(url->path[from - 1]); from--)
            ;
        if (from > 0 && url->path[from - 1] != '/' && is_hash(url->path + from, end - from))
            return true;
        if (from > 0 && url->path[from - 1] == '/')
            break;
    }
    return false;
}

/* A first-party path whose vendor spares it for one of its words, or because a bundler has named it. */
static bool is_spared(const xp_rules *rules, int row, const xp_url *url)
{
    const char *word = rules->spares[rules->vendor_of[row]];

    if (!word || *xp_row_at(rules, (size_t)row)->text != '/')
        return false;
    for (size_t len; *word; word += len + (word[len] == ' ')) {
        len = strcspn(word, " ");
        if (has_word(url->path, url->npath, word, len))
            return true;
    }
    return is_bundle(url);
}

/* Whether what was found for a path is to the point rather than what was found for the host. */
static bool goes_before(const xp_rules *rules, const xp_item *path, const xp_item *host)
{
    return path->len > host->len && !(rules->uses_of[path->row] & ~rules->uses_of[host->row] & XP_USE_KNOWN);
}

xp_hit xp_rules_take_apart(const xp_rules *rules, const char *value, size_t len, const xp_vendor_set *set)
{
    xp_url url;
    search s = { rules, &url, set, NULL, AT_HOST, false };
    const xp_item *host;

    if (!xp_url_parse(&url, value, len))
        return XP_NOBODY;
    find_host(&s);
    host = s.best;
    if (!host && s.spared) /* what stands on a spared vendor's host is that vendor's, whatever it is called */
        return XP_NOBODY;
    s.best = NULL;
    find_path(&s);
    if (host && !(s.best && goes_before(rules, s.best, host)))
        s.best = host;
    s.best = s.best ? s.best : find_label(rules, &url, set);
    s.best = s.best ? s.best : find_file(rules, &url, set);
    s.best = s.best ? s.best : find_query(&s);
    return s.best && !is_spared(rules, s.best->row, &url) ? xp_rules_row(rules, s.best->row) : XP_NOBODY;
}

bool xp_rules_may_know(const xp_rules *rules, const char *url, size_t len)
{
    return xp_glance_at(&rules->glance, url, len);
}

xp_hit xp_rules_url(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set)
{
    return xp_rules_may_know(rules, url, len) ? xp_rules_take_apart(rules, url, len, set) : XP_NOBODY;
}

int xp_rules_url_vendor(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set)
{
    xp_hit hit = xp_rules_url(rules, url, len, set);

    return hit.uses & XP_USE_HINT && !(hit.uses & XP_USE_KNOWN) ? hit.vendor : -1;
}

/* ---- Globals and blocks --------------------------------------------------------------------------------------------- */

static bool is_number(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return len > 0;
}

/* Whether the item, a name or a prefix of names, is what a script calls `name`. What a script defines under a vendor's prefix may be the
 * site's, unless it is numbered ("yaCounter123"). */
static bool is_called(const xp_item *it, const char *name, size_t len, bool defined)
{
    if (it->len > len || memcmp(it->text, name, it->len) != 0)
        return false;
    return it->text[it->len] != '*' ? it->len == len : !defined || is_number(name + it->len, len - it->len);
}

/* Of the rows with the name the first; else of those with a prefix of it. */
int xp_rules_global(const xp_rules *rules, const char *name, size_t len, bool defined, const xp_vendor_set *set)
{
    const xp_trie *trie = &rules->trie;
    int best[2] = { INT_MAX, INT_MAX }; /* a name's, a prefix's */
    uint32_t node = rules->roots[XP_KEY_NAMES];
    char head[3];

    xp_head_of(head, name, len);
    if (!xp_three_has(rules->heads, head))
        return -1;
    for (size_t i = 0; node; node = i < len ? xp_trie_step(trie, node, name[i++]) : 0)
        for (const xp_trie_key *key = xp_trie_first(trie, node); key; key = xp_trie_next(key)) {
            const xp_item *it = &rules->items[key->id];
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
    uint32_t node = rules->roots[XP_KEY_BEGINS];

    for (size_t i = at; node; node = i < len ? xp_trie_step(&rules->trie, node, xp_lower(comment[i++])) : 0)
        for (const xp_trie_key *key = xp_trie_first(&rules->trie, node); key; key = xp_trie_next(key)) {
            const xp_item *it = &rules->items[key->id];

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
        if (xp_three_has(rules->begins, comment + at))
            for (size_t back = 0; back < rules->stride && back <= at; back++)
                if (xp_three_has(rules->markers, comment + at - back))
                    best = begin_at(rules, comment, len, at - back, set, best);
    return best == INT_MAX ? -1 : best;
}

/* Whether at comment[at] what the row `begun` begins is ended, by that row or another one that begins alike: a vendor may have several. */
static bool end_at(const xp_rules *rules, uint32_t node, int begun, const char *comment, size_t len, size_t at)
{
    for (size_t i = at; node; node = i < len ? xp_trie_step(&rules->trie, node, xp_lower(comment[i++])) : 0)
        for (const xp_trie_key *key = xp_trie_first(&rules->trie, node); key; key = xp_trie_next(key)) {
            int other = rules->items[key->id].row;
            const xp_pattern_row *row = xp_row_at(rules, (size_t)other);

            if (is_at(comment, len, at, row->more, strlen(row->more)) &&
                rules->vendor_of[other] == rules->vendor_of[begun] &&
                strcmp(row->text, xp_row_at(rules, (size_t)begun)->text) == 0)
                return true;
        }
    return false;
}

bool xp_rules_block_end(const xp_rules *rules, int row, const char *comment, size_t len)
{
    for (size_t at = 0; len >= 3 && at <= len - 3; at += rules->stride)
        if (xp_three_has(rules->ends, comment + at))
            for (size_t back = 0; back < rules->stride && back <= at; back++)
                if (xp_three_has(rules->markers, comment + at - back) &&
                    end_at(rules, rules->ends_of[row], row, comment, len, at - back))
                    return true;
    return false;
}
