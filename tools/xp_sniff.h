/* Whether a file is a page, without reading all of it: by its name, or by how it begins. */
#ifndef XP_SNIFF_H
#define XP_SNIFF_H

#include <stdbool.h>
#include <stddef.h>

enum { XP_SNIFF_BYTES = 2048, XP_SNIFF_MAGIC = 6 };

typedef enum { XP_SNIFF_HTML, XP_SNIFF_OTHER, XP_SNIFF_COMPRESSED } xp_sniffed;

/* `bytes` are the file's first, XP_SNIFF_BYTES of them or all there are. A name that ends as those of pages do is enough, whatever is in it. */
xp_sniffed xp_sniff(const char *name, const char *bytes, size_t len);

/* Whether what begins so, with XP_SNIFF_MAGIC bytes or all there are, has been compressed, and no page begins so. */
bool xp_sniff_compressed(const char *bytes, size_t len);

#endif
