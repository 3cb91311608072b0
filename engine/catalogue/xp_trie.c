/* Building tries, and the search at every place of a text: see xp_trie.h. */
#include "xp_trie.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *av, const void *bv)
{
    const xp_trie_key *a = av, *b = bv;
    int order = memcmp(a->text, b->text, a->len < b->len ? a->len : b->len);

    if (order)
        return order;
    if (a->len != b->len)
        return a->len < b->len ? -1 : 1;
    return (a->id > b->id) - (a->id < b->id);
}

/* How many bytes two keys have in common. */
static size_t shared(const xp_trie_key *a, const xp_trie_key *b)
{
    size_t i = 0;

    while (i < a->len && i < b->len && a->text[i] == b->text[i])
        i++;
    return i;
}

/* How much of the key i tells it from the others; `*before` is what it shares with the one before. */
static size_t depth_of(const xp_trie_key *keys, size_t n, size_t i, size_t *before)
{
    size_t depth = i + 1 < n ? shared(&keys[i], &keys[i + 1]) : 0;

    *before = i > 0 ? shared(&keys[i - 1], &keys[i]) : 0;
    if (*before > depth)
        depth = *before;
    return depth < keys[i].len ? depth + 1 : depth;
}

static uint32_t add(xp_trie *trie, uint32_t node, char c)
{
    uint32_t key = node << 8 | (unsigned char)c, at = xp_trie_hash(trie, key);

    for (; trie->slots[at].key != key; at = (at + 1) & trie->mask) {
        if (trie->slots[at].key)
            continue;
        trie->slots[at].key = key;
        if (node)
            trie->slots[node - 1].inner = 1;
        if (node && c == XP_TRIE_STAR)
            trie->slots[node - 1].star = 1;
        if (node && c == XP_TRIE_SLASH)
            trie->slots[node - 1].slash = 1;
        if (node && c == XP_TRIE_BACK)
            trie->slots[node - 1].back = 1;
        break;
    }
    return at + 1;
}

bool xp_trie_build(xp_trie *trie, xp_trie_key *keys, size_t n, void *(*alloc)(void *ctx, size_t size), void *ctx)
{
    size_t nodes = 0, before, depth;
    unsigned log;

    if (n > 0)
        qsort(keys, n, sizeof *keys, compare);
    for (size_t i = 0; i < n; i++) {
        depth = depth_of(keys, n, i, &before);
        nodes += depth > before ? depth - before : 0;
    }
    for (log = 4; (size_t)1 << log < 2 * nodes; log++)
        ;
    trie->shift = 32 - log;
    trie->mask = (UINT32_C(1) << log) - 1;
    trie->keys = keys;
    trie->slots = log > XP_TRIE_LOG_MAX ? NULL : alloc(ctx, sizeof *trie->slots << log);
    if (!trie->slots)
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t node = 0;

        depth = depth_of(keys, n, i, &before);
        keys[i].more = i + 1 < n && keys[i].len == keys[i + 1].len && shared(&keys[i], &keys[i + 1]) == keys[i].len;
        for (size_t k = 0; k < depth; k++)
            node = add(trie, node, keys[i].text[k]);
        if (!trie->slots[node - 1].keys)
            trie->slots[node - 1].keys = (uint32_t)(i + 1) & 0xFFFFFFF;
    }
    return true;
}

/* Adds a node, unless it is there or there is no room. */
static size_t note(uint32_t *seen, size_t n, uint32_t node)
{
    for (size_t i = 0; i < n; i++)
        if (seen[i] == node)
            return n;
    if (n < XP_TRIE_SEEN)
        seen[n++] = node;
    return n;
}

size_t xp_trie_anywhere(const xp_trie *trie, uint32_t node, const char *text, size_t n, uint32_t *seen)
{
    size_t found = xp_trie_at(trie, node)->keys ? note(seen, 0, node) : 0;

    for (size_t i = 0; i < n; i++) {
        uint32_t at = node;

        for (size_t k = i; k < n && (at = xp_trie_step(trie, at, text[k])) != 0; k++)
            if (xp_trie_at(trie, at)->keys || xp_trie_at(trie, at)->slash)
                found = note(seen, found, at);
    }
    return found;
}
