/* Character references in attribute values (WHATWG HTML 13.2.5.72 to 80). */
#ifndef XP_CHARREF_H
#define XP_CHARREF_H

#include <stddef.h>

/* Decodes in place the references of value[0, len) that stand for ASCII characters, and gives the new length. A reference to
 * any other character becomes the byte 0xFF, which no pattern holds; names that stand for no ASCII character stay as they are. */
size_t xp_charref_decode(char *value, size_t len);

#endif
