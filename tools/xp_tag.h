/* A start tag's attributes, for looking at one that the engine has passed over. */
#ifndef XP_TAG_H
#define XP_TAG_H

#include <stdbool.h>
#include <stddef.h>

enum { XP_TAG_ATTRS = 32, XP_TAG_TEXT = 8192 };

typedef struct {
    char name[16]; /* in lower case, as are the attributes' */
    int n;
    struct {
        const char *name, *value;
    } attrs[XP_TAG_ATTRS];
    char text[XP_TAG_TEXT];
} xp_tag;

/* Reads a tag as HTML does (13.2.5.32 and on) where it is written well; what is beyond the limits is left out. False: it is no start tag. */
bool xp_tag_read(xp_tag *tag, const char *bytes, size_t len);

const char *xp_tag_value(const xp_tag *tag, const char *name); /* NULL if there is no such attribute */

#endif
