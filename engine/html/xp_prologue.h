/* Whether a body is a document at all, told from what stands before its first '<'.
 *
 * JSON, JSONP and scripts are served as text/html now and then, and a tag that is taken out of a string of theirs breaks them. What
 * begins as no text of a page does (docs/parsing.md, "What is no document") passes whole. It is read byte by byte, in constant state,
 * and always decided when the first '<' comes, before which there is nothing to edit: so nothing waits for it.
 */
#ifndef XP_PROLOGUE_H
#define XP_PROLOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { XP_KEYWORD_MAX = 8 };

typedef enum { XP_PROLOGUE_OPEN, XP_PROLOGUE_DOCUMENT, XP_PROLOGUE_NO_DOCUMENT } xp_prologue_verdict;

typedef struct {
    uint8_t state;
    uint8_t kind;    /* what the word may be that is being read */
    uint8_t keyword; /* 1 + the row of the keyword that stands before, or 0 */
    uint8_t len;     /* of the word; XP_KEYWORD_MAX + 1: longer than any keyword */
    char lead; /* the sign before the statement's first word: ( ; ! + or, for a parenthesis behind a word, a blank */
    char sign; /* the sign that is being read, … */
    uint8_t signs; /* … and how many there are of it */
    bool named;    /* the keyword's name has been read */
    bool high;     /* the last byte was none of ASCII: the next may be its other half */
    char word[XP_KEYWORD_MAX];
    const char *opens; /* signs that tell code from here on */
} xp_prologue;

void xp_prologue_init(xp_prologue *prologue);

/* The next bytes, as long as the verdict is OPEN. */
xp_prologue_verdict xp_prologue_feed(xp_prologue *prologue, const char *bytes, size_t len);

#endif
