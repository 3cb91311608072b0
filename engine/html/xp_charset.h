/* Charsets, as far as they matter to whoever looks for tags. */
#ifndef XP_CHARSET_H
#define XP_CHARSET_H

#include <stddef.h>

typedef enum {
    XP_CHARSET_UNKNOWN,    /* no label, or one that WHATWG Encoding does not know: meta and BOM may still tell */
    XP_CHARSET_ASCII,      /* ASCII-compatible, and no byte of ASCII is ever part of another character */
    XP_CHARSET_DOUBLEBYTE, /* Shift_JIS, GBK, gb18030, Big5: trail bytes may look like ASCII letters, '\\' or '`' */
    XP_CHARSET_UNSAFE      /* UTF-16/32, ISO-2022-*, HZ, UTF-7: a '<' may be anything */
} xp_charset;

/* The charset that a label (Content-Type's charset, meta) names. */
xp_charset xp_charset_of(const char *label, size_t len);

#endif
