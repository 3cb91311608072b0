/* Many strings, each found by its beginning, however many they are and whatever they share.
 *
 * A node is a beginning that some strings have in common; its slot in a hash table is found from its parent's and the next byte, so that
 * a step costs the same with ten strings or a million. A string is kept only as far as it differs from all others: what is found
 * is a candidate, which the caller compares. The first byte is the caller's, to keep strings of several kinds apart.
 * Two to four slots a node are 16 to 32 bytes; a string takes one node for each byte that it shares with none but its neighbours, and one more.
 */
#ifndef XP_TRIE_H
#define XP_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *text;
    uint16_t len;
    bool more; /* the next key has the same text */
    uint32_t id;
} xp_trie_key;

/* Bytes that stand for more than themselves in keys; a node tells whether one of them comes next. */
enum { XP_TRIE_STAR = '*', XP_TRIE_SLASH = '/', XP_TRIE_BACK = '\x01' };

typedef struct {
    uint32_t key;                           /* the parent and the byte; 0: nothing is here */
    uint32_t keys : 28;                     /* 1 + the first key that ends here */
    uint32_t inner : 1;                     /* something comes next … */
    uint32_t star : 1, slash : 1, back : 1; /* … the bytes above */
} xp_trie_slot;

typedef struct {
    unsigned shift; /* 32 - log2 of the number of slots */
    uint32_t mask;  /* that number - 1 */
    xp_trie_slot *slots;
    const xp_trie_key *keys;
} xp_trie;

enum { XP_TRIE_LOG_MAX = 23 }; /* a node's number and a byte are one key */

/* Sorts the keys, which stay the trie's: by their text, those of one text by their id. Memory as in xp_rules_build; false if
 * there is none, or there are more than four million nodes. */
bool xp_trie_build(xp_trie *trie, xp_trie_key *keys, size_t n, void *(*alloc)(void *ctx, size_t size), void *ctx);

static inline uint32_t xp_trie_hash(const xp_trie *trie, uint32_t key)
{
    return key * UINT32_C(0x9E3779B1) >> trie->shift;
}

/* The node that follows `node` by `c`; 0 is the beginning of all, and "there is none". */
static inline uint32_t xp_trie_step(const xp_trie *trie, uint32_t node, char c)
{
    uint32_t key = node << 8 | (unsigned char)c, at = xp_trie_hash(trie, key);

    for (;; at = (at + 1) & trie->mask) {
        if (trie->slots[at].key == key)
            return at + 1;
        if (!trie->slots[at].key)
            return 0;
    }
}

static inline const xp_trie_slot *xp_trie_at(const xp_trie *trie, uint32_t node)
{
    return &trie->slots[node - 1];
}

/* The first key that ends at the node, or NULL; then the next with the same text. */
static inline const xp_trie_key *xp_trie_first(const xp_trie *trie, uint32_t node)
{
    uint32_t first = xp_trie_at(trie, node)->keys;

    return first ? &trie->keys[first - 1] : NULL;
}

static inline const xp_trie_key *xp_trie_next(const xp_trie_key *key)
{
    return key->more ? key + 1 : NULL;
}

/* What may stand anywhere: the nodes that end keys, or go on with a slash, and are reached from `node` by the bytes at any place of
 * text[0, n) or by none, each once. `seen` has room for XP_TRIE_SEEN of them; what a text holds beyond that is not looked at.
 * Returns how many there are. */
enum { XP_TRIE_SEEN = 32 };

size_t xp_trie_anywhere(const xp_trie *trie, uint32_t node, const char *text, size_t n, uint32_t *seen);

#endif
