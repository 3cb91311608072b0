/* What the strings of a script hold: each one's text, and whether it might be markup. What is written into the page by document.write()
 * may be more than a vendor's pixel. */
#ifndef XP_JS_STRING_H
#define XP_JS_STRING_H

#include "xp_js_lex.h"
#include "xp_js_words.h"

typedef struct {
    char text[XP_JS_WORD + XP_JS_PADDED]; /* of the string that was read last, padded with NULs */
    uint8_t len;
    bool cut; /* it was longer, or had an escape in it */

    /* All strings so far. */
    bool markup;      /* one holds markup that matters */
    bool element;     /* … an element, since this was cleared */
    unsigned written; /* elements that load in them */

    /* How far what might be markup has been read. */
    uint8_t tagging, ntag, handler, anchor, escape, lead;
    char tag[9];
} xp_js_string;

/* Reads a string, or the part of a template that ends here or at a "${", from behind its quote: XP_T_VALUE, XP_T_DOLLAR or XP_T_ODD. */
xp_js_token xp_js_string_read(xp_js_string *string, xp_js_lexer *lex, unsigned quote);

#endif
