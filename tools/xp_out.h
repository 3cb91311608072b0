/* What comes from outside on its way out: pages, names of files and arguments may hold anything, and neither a terminal nor a reader of JSON
 * may take that for more than text. */
#ifndef XP_OUT_H
#define XP_OUT_H

#include <stdint.h>
#include <stdio.h>

/* For people: bytes that are part of no UTF-8, controls, and what turns the direction of a line or ends it, as \x1b and \u202e. All else is as
 * it is, a backslash as well: what is printed may be meant for a configuration. The terminal is taken to read UTF-8. */
void xp_out_text(FILE *to, const char *text, size_t len);
void xp_out_string(FILE *to, const char *text);

/* For programs, to standard output. A string with its quotes: bytes that are part of no UTF-8 are U+FFFD, as browsers show them. */
void xp_out_json(const char *text, size_t len);

/* Members but the first: a comma, the key, and the text, null if it is NULL; or the number. */
void xp_out_json_key(const char *key);
void xp_out_json_string(const char *key, const char *text);
void xp_out_json_number(const char *key, uint64_t n);

/* The first member, "name", of something that has to do with a file. If the name is no UTF-8, "name_hex" follows, with its bytes as hex digits. */
void xp_out_json_name(const char *name);

#endif
