/* Names of JavaScript as the standard has them (ECMA-262, 12.7), with letters beyond ASCII and escapes. */
#ifndef XP_JS_NAME_H
#define XP_JS_NAME_H

#include <stddef.h>

/* How many bytes from p on, up to `end`, are letters, digits, '_', '$' or escapes such as \u0061; signs beyond ASCII end a name. Text that
 * is not UTF-8 is taken for letters. */
size_t xp_js_name(const unsigned char *p, const unsigned char *end);

#endif
