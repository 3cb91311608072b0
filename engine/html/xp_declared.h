/* What a page itself tells of its charset: a byte order mark, a meta, or an escape sequence of one that declares nothing. */
#ifndef XP_DECLARED_H
#define XP_DECLARED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "xp_charset.h"

/* A declaration stands in a page's first so many bytes (HTML 4.2.5.4), and browsers look for it there (13.2.3.2). */
enum { XP_EARLY = 1024 };

/* The charset that a meta's charset attribute names, and the one that its content attribute does, if it is a content type's. A page whose
 * meta could be read is not in UTF-16, whatever it says (HTML 13.2.3.2). */
xp_charset xp_declared_of_meta(const char *value, size_t len);
xp_charset xp_declared_of_content(const char *value, size_t len);

/* What a page begins with; all zero at first. */
typedef struct {
    uint8_t len;
    unsigned char bytes[4];
} xp_beginning;

/* No byte order mark is longer than what is known. */
static inline bool xp_beginning_known(const xp_beginning *beginning)
{
    return beginning->len == sizeof beginning->bytes;
}

/* Takes the page's next bytes. A byte order mark outranks every declaration (WHATWG Encoding 6, "BOM sniff"): true if there is one by now,
 * and *charset is that one's. */
bool xp_declared_mark(xp_beginning *beginning, const char *bytes, size_t len, xp_charset *charset);

/* In a page that declares nothing, an escape sequence of ISO-2022-JP shifts what every byte means. A page that does declare its charset
 * does so early, so one slice after the other is searched, and read, until then: how many of the next `len` bytes, which stand at
 * `offset`, are read before it is asked again. `*escape`: what stands behind them is no such page's any more. */
size_t xp_declared_slice(uint64_t offset, const char *bytes, size_t len, bool *escape);

#endif
