/* The second look at a start tag.
 *
 * As a tag comes, only what is cheap is noted of its attributes (xp_judge.h). Where that has found something, and more must be known of the
 * element before it goes, the tag is read a second time, now that it is there as a whole, with every attribute by its name.
 */
#ifndef XP_LOOK_H
#define XP_LOOK_H

#include "xp_edits.h"

/* A start tag in one piece. */
typedef struct {
    const xp_options *options;
    const char *tag;
    size_t len;
    char *value; /* room for attribute values (see xp_tok_init) */
} xp_look;

/* Whether nobody sees the picture or the frame: it is no more than two pixels wide or high, by an attribute or its style, or its style
 * or the attribute `hidden` hides it, or puts it out of the window. What a style sheet says is not known. */
bool xp_look_unseen(const xp_look *look);

/* Whether one attribute, of any element, says so. */
bool xp_look_hides(const char *name, size_t nname, const char *value, size_t nvalue);

/* The element row that the tag meets; vendor -1 if none. */
xp_hit xp_look_row(const xp_look *look);

enum { XP_LOOK_TEXT = 4096 };

/* The text of a script that its src holds, as "data:text/javascript,…" (Fetch, "data: URLs"). False: that is no such address, or has
 * more than XP_LOOK_TEXT bytes: it is more than a loader, and stays as it is. */
bool xp_look_script(const xp_look *look, char text[XP_LOOK_TEXT], size_t *len);

/* The same of what becomes its src: the first of data-src and its like that is an address of that scheme. */
bool xp_look_late_script(const xp_look *look, char text[XP_LOOK_TEXT], size_t *len);

/* A frame's document, with its references decoded, which is in srcdoc. False: there is none of so many bytes at most. */
bool xp_look_document(const xp_look *look, char text[XP_LOOK_TEXT], size_t *len);

#endif
