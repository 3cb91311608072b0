/* The attributes of a start tag that is there in one piece, by where they stand in it (WHATWG HTML 13.2.5.32 to 40). The tokenizer hands out
 * what they say, for the few elements of which that matters; here it is every attribute of any element, as it is written. */
#ifndef XP_ATTRS_H
#define XP_ATTRS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *name,
        *value; /* as they are written; a value without its quotes. Without a value, `value` is behind the name */
    size_t nname, nvalue;
    char quote;  /* round the value, or 0 */
    bool valued; /* there is a '=' */
} xp_attr_at;

/* Where the attributes of the tag begin whose '<' is at `tag`: behind its name. */
const char *xp_attrs_begin(const char *tag, const char *end);

/* The next attribute from *at on, in the order in which they are written and duplicates included; *at is then behind it. False: there are no
 * more, and *at is at the tag's '>', or at `end` if the tag does not end before that. */
bool xp_attrs_next(const char **at, const char *end, xp_attr_at *attr);

#endif
