/* Many literals at once in the text of a script. Knows nothing of HTML, of JavaScript or of vendors.
 *
 * Each literal's every occurrence is reported once, in the order of where it begins (at equal places hosts first, then the longest
 * literal, unless more than can be sorted occur there). Work is linear: at each place that the sieve lets through, a walk down a trie
 * finds the few literals that can be there; each is compared, XP_MATCH_WINDOW bytes at most.
 */
#ifndef XP_MATCH_H
#define XP_MATCH_H

#include <stdbool.h>
#include <stddef.h>

enum { XP_MATCH_WINDOW = 128 }; /* no occurrence is longer than this, escapes and white space included */

typedef enum {
    XP_MATCH_HOST, /* "host" or "host/path": case-insensitive host at a label boundary; a slash may be written /, \/, %2F, \x2F, \u002F, \u{2F}, a dot ., %2E and so on; '*' in the path is any run of a URL's bytes */
    XP_MATCH_PATH, /* "/path": preceded by a slash (however written), or without its first slash by a quote. The slash is no part of it */
    XP_MATCH_TEXT, /* case counts; ', ", \' and \" are the same; white space around punctuation is free from the first word on (one
                     byte of it at most within the first three characters); whole words */
    XP_MATCH_QUERY /* "?name=value", or behind '&', which may be written &amp;, \x26 or \u0026, from the last byte of that on; the
                      value, which ends where no byte of a query's parameter is, may have stars and shapes (xp_shape.h) */
} xp_match_how;

typedef struct {
    const char *text;
    size_t len;
    xp_match_how how;
    int id;
    bool open; /* it may go on at its right end, even within a word */
} xp_literal;

typedef struct xp_match xp_match; /* compiled: read-only, shared */

enum {
    XP_MATCH_MIN = 5,      /* bytes of a literal, of which four from its first letter or '_' on */
    XP_MATCH_LONGEST = 64, /* bytes of a literal */
    XP_MATCH_PREFIX = 12   /* bytes before its first letter or '_' */
};

/* Whether a literal can be searched for: its length is within these limits, and no slash before, no '*' before or soon after its first letter. */
bool xp_match_takes(const xp_literal *literal);

/* Compiles `n` literals; those that xp_match_takes() refuses are left out. Memory as in xp_rules_build; NULL if there is none. */
xp_match *xp_match_build(const xp_literal *literals, size_t n, void *(*alloc)(void *ctx, size_t size), void *ctx);

/* For tests and benchmarks, between building and use: the best code for this processor (0, the default), code without vectors
 * (1), or vectors that every processor of this kind has (2). */
void xp_match_variant(xp_match *match, int variant);

/* What was found: the literal's id, and the offsets of it; for XP_MATCH_HOST `mid` is where the host ends, else = to. Returns whether the
 * search goes on. */
typedef bool (*xp_match_fn)(void *ctx, int id, size_t from, size_t mid, size_t to);

/* Searches a text that lies in one piece, until `found` returns false. Offsets are from its beginning. */
void xp_match_text(const xp_match *match, const char *text, size_t len, xp_match_fn found, void *ctx);

#endif
