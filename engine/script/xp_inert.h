/* Can a script's text run at all?
 *
 * Scripts are nested by mistake: <script><script src="…"></script>. The inner tag is the outer script's text then, no parser of
 * JavaScript takes it, and nothing of it ever runs; nor does anything of a text that is all comments and strings. Such a script may go
 * whole, whatever its words are. The answer is yes only where there is no doubt, and doubt comes early: at a slash that may divide or
 * quote, a byte beyond ASCII in a string, or after XP_INERT_MAX bytes.
 */
#ifndef XP_INERT_H
#define XP_INERT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { XP_INERT_MAX = 1024 };

typedef enum { XP_INERT_PERHAPS, XP_INERT_YES, XP_INERT_NO } xp_inert_verdict;

typedef struct {
    uint16_t len;
    uint8_t state, verdict;
    uint8_t nword;
    char quote;
    bool code;    /* there is more than comments, strings and semicolons */
    bool any;     /* there was a token at all */
    bool fresh;   /* no token yet on this line */
    bool operand; /* the last token, on this line, was surely one: a string, a property */
    uint8_t dots; /* these were the last tokens */
    bool less;    /* the last token was a '<', right before */
    bool odd;     /* the word has a byte beyond ASCII */
    char word[8];
} xp_inert;

void xp_inert_start(xp_inert *inert);
void xp_inert_feed(xp_inert *inert, const char *text, size_t len);

/* The text has ended. */
xp_inert_verdict xp_inert_end(const xp_inert *inert);

/* Can nothing of this script's text run? */
bool xp_inert_is(const char *text, size_t len);

#endif
