/* Many literals at once in a stream of script text. Knows nothing of HTML, of JavaScript or of vendors.
 *
 * Each literal's every occurrence is reported once, in the order of where it begins (at equal places the longest first), and
 * the same however the text is cut: the last XP_MATCH_WINDOW bytes wait in the state until what follows is known.
 */
#ifndef XP_MATCH_H
#define XP_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { XP_MATCH_WINDOW = 128 }; /* no occurrence is longer than this, escapes and white space included */

typedef enum {
    XP_MATCH_HOST, /* "host" or "host/path": case-insensitive host at a label boundary; a slash may be written /, \/, %2F, \x2F, \u002F */
    XP_MATCH_PATH, /* "/path": preceded by a slash (however written), or without its first slash by a quote */
    XP_MATCH_TEXT  /* case counts; ' and " are the same; white space around punctuation is free; whole words */
} xp_match_how;

typedef struct {
    const char *text;
    size_t len;
    xp_match_how how;
    int id;
} xp_literal;

typedef struct xp_match xp_match; /* compiled: read-only, shared */

/* Compiles `n` literals (each at least XP_MATCH_MIN bytes). Memory as in xp_rules_build; NULL if there is none. */
enum { XP_MATCH_MIN = 5 };
xp_match *xp_match_build(const xp_literal *literals, size_t n, void *(*alloc)(void *ctx, size_t size), void *ctx);

/* One search in one script's text. */
typedef struct {
    uint64_t offset; /* stream offset of the next byte */
    size_t ntail;    /* bytes in tail[] */
    unsigned char
        tail[2 * XP_MATCH_WINDOW]; /* the end of what has been searched; enough for what comes before and after */
} xp_match_state;

/* What was found: the literal's id, and the stream offsets of it; for XP_MATCH_HOST `mid` is where the host ends, else = to. */
typedef void (*xp_match_fn)(void *ctx, int id, uint64_t from, uint64_t mid, uint64_t to);

void xp_match_start(xp_match_state *state, uint64_t offset);
void xp_match_feed(const xp_match *match, xp_match_state *state, const char *text, size_t len, xp_match_fn found,
                   void *ctx);
void xp_match_end(const xp_match *match, xp_match_state *state, xp_match_fn found, void *ctx);

/* Everything that begins before this stream offset has been reported. */
uint64_t xp_match_done(const xp_match_state *state);

#endif
