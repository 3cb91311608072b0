/* Compiling the rules: the catalogue's rows and the site's become keys of one trie, and literals for xp_match. Everything is allocated here. */
#include "xp_compiled.h"

#include <stdlib.h>
#include <string.h>

#include "xp_element.h"
#include "xp_rules.h"
#include "xp_shape.h"

enum { BEGUN = 1, SAID = 2 };

typedef struct {
    xp_rules *rules;
    xp_alloc_fn alloc;
    void *ctx;
    const xp_pattern_row *away; /* what the site takes away */
    size_t naway;
    uint8_t *said; /* by row: SAID if there is the same before it or it is taken away, BEGUN if one that begins alike */
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

        rules->comments[i] = text;
        for (int k = 0; k < 3; k++) {
            memcpy(text, PART[k], strlen(PART[k]));
            text += strlen(PART[k]);
        }
        text++;
    }
    return true;
}

/* The row as a literal for the text of scripts, unless it is for hints only. A '*' in a host would let through too much there, "*." before
 * it is idle. */
static bool literal_of(const xp_rules *rules, int number, xp_literal *out)
{
    const xp_pattern_row *row = xp_row_at(rules, (size_t)number);
    const char *text = row->text;
    size_t len = strlen(text), host;

    if (row->kind == XP_INLINE) {
        *out = (xp_literal){ text, len, XP_MATCH_TEXT, number, false };
        return xp_match_takes(out);
    }
    if (row->kind != XP_URL || !strncmp(text, "/*", 2) || xp_is_shaped(text) ||
        !(rules->uses_of[number] & XP_USE_LOADED))
        return false;
    if (*text == '?') {
        *out = (xp_literal){ text, len, XP_MATCH_QUERY, number, true };
        return xp_match_takes(out);
    }
    if (strncmp(text, "*.", 2) == 0) {
        text += 2;
        len -= 2;
    }
    host = strcspn(text, "/");
    while (len > 0 && text[len - 1] == '*')
        len--;
    *out = (xp_literal){ text, len, host < 1 ? XP_MATCH_PATH : XP_MATCH_HOST, number,
                         xp_is_open(row->text, strlen(row->text)) };
    return !memchr(text, '*', host) && xp_match_takes(out);
}

static bool build_literals(const builder *b)
{
    xp_literal *literals = b->alloc(b->ctx, (b->rules->nrows + 1) * sizeof *literals);
    size_t n = 0;

    if (!literals)
        return false;
    for (size_t i = 0; i < b->rules->nrows; i++)
        if (!b->rules->spares[b->rules->vendor_of[i]] && b->said[i] != SAID)
            n += literal_of(b->rules, (int)i, &literals[n]);
    b->rules->literals = xp_match_build(literals, n, b->alloc, b->ctx);
    return b->rules->literals != NULL;
}

/* ---- What the gate is told ---- */

static bool is_gated(const builder *b, size_t row)
{
    const char *text = xp_row_at(b->rules, row)->text;

    return xp_row_at(b->rules, row)->kind == XP_URL && b->said[row] != SAID && b->rules->uses_of[row] & XP_USE_LOADED &&
           !xp_is_shaped(text) && !b->rules->spares[b->rules->vendor_of[row]];
}

/* Writes the row as it stands in an attribute's value, of a parameter what comes before its first shape, with a blank behind, if there is
 * somewhere to write it; returns how long it is. */
static uint32_t write_gate(char *to, const char *text)
{
    size_t len = strlen(text);
    const char *end = text + (*text == '?' ? xp_shape_literal(text, len) : len);
    uint32_t n = 0;

    for (; text < end; text++) {
        const char *part = *text == '&' ? "&amp;" : text;
        uint32_t npart = *text == '&' ? 5 : 1;

        if (to)
            memcpy(to + n, part, npart);
        n += npart;
    }
    if (to)
        to[n] = ' ';
    return n + 1;
}

/* Whose text the row is a part of: a generic name is nobody's, and told only by itself, where the page has to do with the vendor. */
static int gates_of(const xp_rules *rules, size_t row)
{
    return rules->uses_of[row] & XP_USE_KNOWN ? rules->nvendors : rules->vendor_of[row];
}

static bool build_gates(const builder *b)
{
    xp_rules *rules = b->rules;
    uint32_t *next = b->alloc(b->ctx, sizeof rules->gates_at); /* of each vendor: where the next row goes */
    uint32_t *at = rules->gates_at;

    rules->gate_of = b->alloc(b->ctx, (rules->nrows + 1) * sizeof *rules->gate_of);
    for (size_t i = 0; i < rules->nrows; i++)
        if (is_gated(b, i))
            at[gates_of(rules, i) + 1] += write_gate(NULL, xp_row_at(rules, i)->text);
    for (int v = 0; v <= rules->nvendors; v++)
        at[v + 1] += at[v];
    rules->gates = b->alloc(b->ctx, at[rules->nvendors + 1] + 1);
    if (!next || !rules->gates || !rules->gate_of)
        return false;
    memcpy(next, at, sizeof rules->gates_at);
    for (size_t i = 0; i < rules->nrows; i++)
        if (is_gated(b, i)) {
            uint32_t *to = &next[gates_of(rules, i)];

            rules->gate_of[i] = *to;
            *to += write_gate(rules->gates + *to, xp_row_at(rules, i)->text);
        }
    return true;
}

/* ---- Keys ---- */

/* Begins a key for `it`, with the byte of its kind. */
static void begin_key(builder *b, xp_key_kind kind, xp_item it)
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
        *b->text++ = in_lower ? xp_lower(text[i]) : text[i];
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

/* A host from its end to its last star, what is before it, then the path. The row is compared as its copy, the host in lower case. */
static void add_host(builder *b, const char *text, size_t len, int row)
{
    size_t host = strcspn(text, "/"), tail = host;
    char *copy = b->text;

    if (memchr(text, '*', host))
        put(b, "*.", 2, false);
    put(b, text, host, true);
    put(b, text + host, len - host, false);
    begin_key(b, XP_KEY_HOSTS, (xp_item){ copy, (uint16_t)(b->text - copy), row });
    while (tail > 0 && text[tail - 1] != '*')
        put_byte(b, xp_lower(text[--tail]));
    put_piece(b, text, tail, true);
    put_path(b, text + host, len - host);
    end_key(b);
}

static void add_url(builder *b, const char *text, size_t len, int row)
{
    xp_glance_add(&b->rules->glance, text);
    if (text[0] == '/' && text[1] == '*') {
        begin_key(b, XP_KEY_FILES, (xp_item){ text + 2, (uint16_t)(len - strlen("/**.js")), row });
        put(b, text + 2, len - strlen("/**.js"), true);
    } else if (text[0] == '?') {
        begin_key(b, XP_KEY_QUERIES, (xp_item){ text, (uint16_t)len, row });
        put(b, text + 1, xp_shape_literal(text, len) - 1, false);
    } else if (text[0] == '/') {
        begin_key(b, XP_KEY_PATHS, (xp_item){ text, (uint16_t)len, row });
        if (xp_is_shaped(text)) /* a file's name with shapes: by what comes before the first */
            put(b, text + 1, xp_shape_literal(text, len) - 1, false);
        else
            put_path(b, text + 1, len - 1);
    } else if (text[len - 1] == '*' && text[len - 2] == '.' && !memchr(text, '/', len)) {
        begin_key(b, XP_KEY_LABELS, (xp_item){ text, (uint16_t)(len - 2), row });
        put(b, text, len - 2, true);
    } else {
        add_host(b, text, len, row);
        return;
    }
    end_key(b);
}

/* Whether the site takes away the catalogue's row, or of its names text[0, len). */
static bool is_away(const builder *b, size_t row, const char *text, size_t len)
{
    for (size_t i = 0; row < xp_patterns_count && i < b->naway; i++)
        if (xp_row_is_away(&xp_patterns[row], text, len, &b->away[i]))
            return true;
    return false;
}

/* Behind a prefix of two bytes anything may come. */
static void add_head(xp_rules *rules, const char *name, size_t len, bool more)
{
    char head[3];

    xp_head_of(head, name, len);
    xp_three_add(rules->heads, head);
    for (head[2] = '$'; len < 3 && more && head[2] <= 'z'; head[2]++)
        xp_three_add(rules->heads, head);
}

static void add_names(builder *b, const char *text, int row)
{
    for (size_t len; *text; text += len + (text[len] == ' ')) {
        size_t n;

        len = strcspn(text, " ");
        if (is_away(b, (size_t)row, text, len))
            continue;
        n = text[len - 1] == '*' ? len - 1 : len;
        add_head(b->rules, text, n, n < len);
        begin_key(b, XP_KEY_NAMES, (xp_item){ text, (uint16_t)n, row });
        put(b, text, n, false);
        end_key(b);
    }
}

static void add_block(builder *b, const xp_pattern_row *row, int number)
{
    xp_item it = { row->text, (uint16_t)strlen(row->text), number };

    for (size_t i = 0; i < b->rules->stride; i++) {
        xp_three_add(b->rules->begins, row->text + i);
        xp_three_add(b->rules->ends, row->more + i);
    }
    xp_three_add(b->rules->markers, row->text);
    xp_three_add(b->rules->markers, row->more);
    if (!b->said[number]) {
        begin_key(b, XP_KEY_BEGINS, it);
        put(b, row->text, it.len, true);
        end_key(b);
    }
    begin_key(b, XP_KEY_ENDS, it);
    put(b, row->text, it.len, true);
    put_byte(b, XP_TRIE_BACK);
    put(b, row->more, strlen(row->more), true);
    end_key(b);
}

/* The name of the attribute that the row is found by, and its value as far as that is given. */
static void add_element(builder *b, const char *text, int row)
{
    xp_condition key;
    int number;
    unsigned bit;

    xp_element_key(text, &key, &number);
    bit = xp_asked_bit(key.name, key.nname);
    b->rules->asked[bit / 64] |= UINT64_C(1) << bit % 64;
    b->rules->asked_elements |= UINT32_C(1) << xp_element_bit(text);
    b->rules->asked_letters |= UINT32_C(1) << (*key.name & 31);
    begin_key(b, XP_KEY_ELEMENTS, (xp_item){ text, (uint16_t)strlen(text), row });
    put(b, key.name, key.nname, true);
    if (key.value) {
        put_byte(b, '=');
        put(b, key.value, xp_shape_literal(key.value, key.nvalue), false);
    }
    end_key(b);
}

static void add_row(builder *b, int number)
{
    const xp_pattern_row *row = xp_row_at(b->rules, (size_t)number);

    if (row->kind == XP_URL)
        add_url(b, row->text, strlen(row->text), number);
    else if (row->kind == XP_GLOBAL)
        add_names(b, row->text, number);
    else if (row->kind == XP_BLOCK)
        add_block(b, row, number);
    else if (row->kind == XP_ELEMENT)
        add_element(b, row->text, number);
}

/* Room for a row's keys and their texts: a name has one byte more, a URL its copy. */
static void measure(const xp_pattern_row *row, size_t *keys, size_t *bytes)
{
    size_t len = strlen(row->text);

    if (row->kind == XP_GLOBAL)
        *keys += len / 2 + 1;
    else if (row->kind == XP_URL || row->kind == XP_BLOCK || row->kind == XP_ELEMENT)
        *keys += 2;
    if (row->kind == XP_GLOBAL || row->kind == XP_URL || row->kind == XP_BLOCK || row->kind == XP_ELEMENT)
        *bytes += 2 * len + 8 + (row->more ? strlen(row->more) : 0);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Where in the trie the ends of what begins with `begun` are, however little of it tells it from the others. */
static uint32_t find_ends(const xp_rules *rules, const char *begun)
{
    uint32_t node = rules->roots[XP_KEY_ENDS], next = node;
    size_t n = strlen(begun);

    for (size_t i = 0; i <= n && next; i++) {
        next = xp_trie_step(&rules->trie, node, i < n ? xp_lower(begun[i]) : (char)XP_TRIE_BACK);
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
        const xp_pattern_row *row = xp_row_at(rules, i);

        measure(row, &keys, &bytes);
        if (row->kind == XP_BLOCK)
            rules->stride = smaller(rules->stride, smaller(strlen(row->text), strlen(row->more)) - 2);
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
    for (int kind = 0; kind < XP_KEYS; kind++)
        rules->roots[kind] = xp_trie_step(&rules->trie, 0, (char)('0' + kind));
    for (size_t i = 0; i < rules->nrows; i++)
        if (xp_row_at(rules, i)->kind == XP_BLOCK)
            rules->ends_of[i] = find_ends(rules, xp_row_at(rules, i)->text);
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

    order = order ? order : compare_text(a->more, b->more);
    return order ? order : (a > b) - (a < b);
}

/* Takes note of the site's rows that stand there more than once, for the first one is enough; and of the first of those that differ in
 * how they end. */
static bool find_doubled(builder *b, size_t n)
{
    const xp_pattern_row **rows = b->alloc(b->ctx, (n + 1) * sizeof *rows), *extra = b->rules->extra, *first = NULL;
    uint8_t *said = b->said + xp_patterns_count;

    if (!rows)
        return false;
    for (size_t i = 0; i < n; i++)
        rows[i] = &extra[i];
    if (n > 0)
        qsort(rows, n, sizeof *rows, compare);
    for (size_t i = 0; i < n; i++) {
        bool alike = first && compare_beginnings(first, rows[i]) == 0;

        if (alike && compare_text(rows[i - 1]->more, rows[i]->more) == 0) {
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

/* Takes note of the catalogue's rows that are not to be there; of names, add_names() and names_left() ask for each. */
static bool find_away(builder *b)
{
    b->said = b->alloc(b->ctx, b->rules->nrows + 1);
    for (size_t i = 0; b->said && i < xp_patterns_count; i++)
        if (xp_patterns[i].kind != XP_GLOBAL && is_away(b, i, xp_patterns[i].text, strlen(xp_patterns[i].text)))
            b->said[i] = SAID;
    return b->said != NULL;
}

/* A literal of a vendor that is the site's own is proof, unless the site says otherwise. */
static uint16_t uses_of(const xp_pattern_row *row, int vendor)
{
    int uses = xp_row_uses(row);

    if (row->kind == XP_INLINE && vendor >= (int)xp_vendors_count && !(uses & XP_USE_WEAK))
        uses |= XP_USE_PROOF;
    return (uint16_t)uses;
}

/* Numbers the vendors of whom something is in doubt. */
static void number_doubts(xp_rules *rules)
{
    unsigned n = 0;

    for (size_t i = 0; i < rules->nrows; i++) {
        uint8_t *doubt = &rules->doubts[rules->vendor_of[i]];
        uint16_t uses = rules->uses_of[i];
        bool weak = xp_row_at(rules, i)->kind == XP_INLINE && !(uses & XP_USE_PROOF);

        if (!*doubt && n < XP_DOUBTS && (weak || uses & XP_USE_KNOWN))
            *doubt = (uint8_t)++n;
    }
}

/* The vendor of row `i`, which is mostly that of the row before. */
static int vendor_of(xp_rules *rules, size_t i, const xp_pattern_row *row)
{
    if (i > 0 && strcmp(row->vendor, xp_row_at(rules, i - 1)->vendor) == 0)
        return rules->vendor_of[i - 1];
    return vendor_named(rules, row->vendor);
}

/* Numbers the vendors, and takes note of the stubs. */
static bool build_vendors(const builder *b)
{
    xp_rules *rules = b->rules;

    for (size_t i = 0; i < xp_vendors_count; i++)
        rules->names[i] = xp_vendors[i].name;
    rules->nvendors = (int)xp_vendors_count;
    for (size_t i = 0; i < rules->nrows; i++) {
        const xp_pattern_row *row = xp_row_at(rules, i);
        int vendor = xp_rules_check(row) ? -1 : vendor_of(rules, i, row);

        if (vendor < 0)
            return false;
        rules->vendor_of[i] = (short)vendor;
        rules->uses_of[i] = uses_of(row, vendor);
        if (b->said[i] == SAID)
            continue;
        if (row->kind == XP_SPARE)
            rules->spares[vendor] = row->text;
        if (row->kind == XP_STUB && row->more)
            rules->short_stubs[vendor] = row;
        else if (row->kind == XP_STUB)
            rules->stubs[vendor] = row->text;
    }
    number_doubts(rules);
    return make_comments(b);
}

/* ---- What files make ---- */

/* Of a row's names those that the site does not take away; NULL if there is no memory. */
static const char *names_left(const builder *b, size_t row)
{
    const char *text = xp_row_at(b->rules, row)->text;
    char *left = b->naway ? b->alloc(b->ctx, strlen(text) + 2) : NULL, *to = left;

    if (!b->naway)
        return text;
    for (size_t n; left && *text; text += n + (text[n] == ' ')) {
        n = strcspn(text, " ");
        if (is_away(b, row, text, n))
            continue;
        memcpy(to, text, n);
        to[n] = ' ';
        to += n + 1;
    }
    if (left && to > left)
        to[-1] = '\0';
    return left;
}

static bool is_made(const builder *b, size_t row)
{
    return xp_row_at(b->rules, row)->kind == XP_MAKES && b->said[row] != SAID;
}

/* Rows of one vendor stand together, in their order: however many others have, they are found at once. */
static bool build_made(const builder *b)
{
    xp_rules *rules = b->rules;
    uint32_t *next =
        rules->made_at + 1; /* by vendor: where its next one goes, and in the end where the next vendor's begin */

    for (size_t i = 0; i < rules->nrows; i++)
        next[rules->vendor_of[i] + 1] += is_made(b, i);
    for (int vendor = 0; vendor < XP_VENDORS_MAX; vendor++)
        next[vendor + 1] += next[vendor];
    rules->made = b->alloc(b->ctx, (next[XP_VENDORS_MAX] + 1) * sizeof *rules->made);
    for (size_t i = 0; rules->made && i < rules->nrows; i++) {
        xp_made_row made = { NULL, xp_row_at(rules, i)->more };

        if (!is_made(b, i))
            continue;
        if (!(made.names = names_left(b, i)))
            return false;
        rules->made[next[rules->vendor_of[i]]++] = made;
    }
    return rules->made != NULL;
}

xp_rules *xp_rules_build(const xp_pattern_row *extra, size_t n, xp_alloc_fn alloc, void *ctx)
{
    return xp_rules_build_without(extra, n, NULL, 0, alloc, ctx);
}

xp_rules *xp_rules_build_without(const xp_pattern_row *extra, size_t n, const xp_pattern_row *away, size_t naway,
                                 xp_alloc_fn alloc, void *ctx)
{
    xp_rules *rules = alloc(ctx, sizeof *rules);
    builder b = { .rules = rules, .alloc = alloc, .ctx = ctx, .away = away, .naway = naway };

    if (!rules || xp_vendors_count > XP_VENDORS_MAX)
        return NULL;
    rules->extra = extra;
    xp_glance_init(&rules->glance);
    rules->nrows = xp_patterns_count + n;
    rules->vendor_of = alloc(ctx, (rules->nrows + 1) * sizeof *rules->vendor_of);
    rules->uses_of = alloc(ctx, (rules->nrows + 1) * sizeof *rules->uses_of);
    if (!rules->vendor_of || !rules->uses_of || !find_away(&b) || !build_vendors(&b) || !build_made(&b) ||
        !find_doubled(&b, n) || !build_trie(&b) || !build_literals(&b) || !build_gates(&b))
        return NULL;
    return rules;
}
