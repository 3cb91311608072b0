/* Whether a piece of JavaScript is whole: brackets are closed, and so are strings, comments and regular expressions, no tag stands
 * where a value goes, and no operator at the end. More a lexer cannot tell; that it runs, and what it does, is not asked. */
#ifndef XP_JS_SOUND_H
#define XP_JS_SOUND_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *wrong; /* and what would be right, as the end of a sentence; static text */
    size_t at;         /* in bytes from the text's beginning */
} xp_js_fault;

/* False if it is not whole: then `*fault` says why and where. One pass, no allocation. */
bool xp_js_is_sound(const char *text, size_t len, xp_js_fault *fault);

#endif
