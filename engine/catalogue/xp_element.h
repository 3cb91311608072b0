/* Element rows as they are written: "script[data-site=<uuid>][!async]", "script#handle" (see xp_vendors.h). */
#ifndef XP_ELEMENT_H
#define XP_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

enum { XP_ELEMENT_LONGEST = 128, XP_ELEMENT_CONDITIONS = 8 };

/* One condition. */
typedef struct {
    const char *name, *value; /* value: NULL if it is enough that the attribute is there */
    size_t nname, nvalue;
    bool denies; /* the attribute must not be there */
} xp_condition;

/* Reads the condition that begins at row[0]; returns where the next one begins, or NULL if it is none. */
const char *xp_element_condition(const char *row, xp_condition *out);

/* The length of the element's name; the first condition is behind it. */
size_t xp_element_name(const char *row);

/* The row's key, by which it is found: the first condition that few elements meet; it is no negation and not on src, href or srcset.
 * *number is the condition's. False if there is none. */
bool xp_element_key(const char *row, xp_condition *out, int *number);

/* Whether the condition is on an attribute of that name, and what it says of a value that is there. */
bool xp_element_is_on(const xp_condition *condition, const char *name, size_t nname);
bool xp_element_is_met(const xp_condition *condition, const char *value, size_t nvalue);

/* NULL if the row is one, else what is wrong, as the end of a sentence: "'x' has …". */
const char *xp_element_check(const char *row);

#endif
