/* Where something is put into a start tag so that its element waits until somebody looks (docs/prerender.md).
 *
 * Attributes get another name, of ours, in front of which theirs still stands: nothing of the page's own text changes. A tag that says
 * something of the kind already is none for us: it was held before, or means something else by it.
 */
#ifndef XP_HOLD_H
#define XP_HOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../html/xp_names.h"

enum {
    XP_HOLD_PLACES = 8,
    XP_HOLD_COPY = 1000 /* bytes of an element that is copied for browsers whose scripting is off */
};

/* What a start tag has. */
typedef struct {
    uint8_t n;
    bool ours; /* an attribute that begins with data-xpurpose */
    bool src;
    bool async;
    bool nomodule; /* it is not run where modules are known */
    uint32_t end;  /* where it ends */
    uint32_t at
        [XP_HOLD_PLACES]; /* where the attributes' names begin that get another: a script's types, else what is loaded */
} xp_hold_tag;

/* Reads the start tag at `tag`, which is there as a whole and has `len` bytes at most. False: there are more places than there is room for. */
bool xp_hold_read(xp_element el, const char *tag, size_t len, xp_hold_tag *found);

/* Whether that would surely find a script's tag that says nothing of ours, nor nomodule, with places enough: at a glance, as nearly always. */
bool xp_hold_is_plain(const char *tag, size_t len);

/* Whether the element may stand as it is within a noscript behind it. */
bool xp_hold_may_copy(const char *element, size_t len);

#endif
