/* The grammar of header fields, and nothing else: plain strings in, verdicts out.
 * Free of httpd and APR, so that it can be fuzzed and tested alone. Every function takes linear time and allocates nothing.
 */
#ifndef XP_FIELD_H
#define XP_FIELD_H

#include <stdbool.h>
#include <stddef.h>

/* True if `text` is an RFC 9110 token, as the name of a header is. */
bool xp_field_is_token(const char *text);

/* True if every member of the comma-separated list is `word`, without regard to case and surrounding white space. An empty
 * member is a member. */
bool xp_field_all(const char *field, const char *word);

/* True if one member of the comma-separated list is `word`, without regard to case. */
bool xp_field_has(const char *field, const char *word);

/* A part of a field. */
typedef struct {
    const char *text;
    size_t len;
} xp_part;

/* The next member of a comma-separated list, in which quoted strings may hold commas, without white space round it; moves `*list` on.
 * False at the list's end. Empty members are passed over (RFC 9110, 5.6.1.2). */
bool xp_field_member(const char **list, xp_part *member);

/* Writes an Accept-Encoding (RFC 9110, 12.5.3) that prefers plain text, then gzip if `gzip` says so, then what else `field` admits,
 * in that order, and otherwise admits nothing that `field` does not; NULL stands for any coding. Where that goes beyond `room`, the NUL
 * included, nothing else is admitted: no client that is meant well knows that many codings. `room` is XP_FIELD_ACCEPT at least. */
void xp_field_accept(const char *field, bool gzip, char *out, size_t room);

enum { XP_FIELD_ACCEPT = 32 };

/* Writes an Accept-Encoding that admits no more than `field` does, and of that only what can be unpacked here: identity, and if `gzip` says so
 * gzip, x-gzip and deflate, weights as they stand. A `*` by which gzip is admitted becomes gzip. A refusal of plain text is not
 * handed on: it may be packed behind. "" if nothing is left, or `field` is NULL; what does not fit into `room` is left out. strlen(field) + 8 is enough
 * where no coding stands twice. */
void xp_field_accept_unpackable(const char *field, bool gzip, char *out, size_t room);

/* What `member` of a Cache-Control begins with, its directive's name (RFC 9111, 5.2): the name's length, 0 if it is none. Where a quoted string
 * does not end, the member is cut down to that: somebody else may see directives in what would be quoted. */
size_t xp_field_directive(xp_part *member);

/* What the content is packed in. */
typedef enum { XP_CODING_NONE, XP_CODING_GZIP, XP_CODING_DEFLATE, XP_CODING_OTHER } xp_coding;

/* The coding that a Content-Encoding field tells (RFC 9110, 8.4); OTHER if it tells several. What servers write there by mistake (none,
 * utf-8, text/html …) is no coding, and browsers do not take it for one. */
xp_coding xp_field_coding(const char *field);

/* Writes the entity tag (RFC 9110, 8.8.3) with `suffix` at its end, or before the codings that httpd's packing filters have put there
 * ("-gzip" …, DeflateAlterETag, BrotliAlterETag). False if it is no entity tag, has the suffix there already, or does not fit into `room`, which
 * strlen(tag) + strlen(suffix) + 1 is enough for. */
bool xp_field_tag_with(const char *tag, const char *suffix, char *out, size_t room);

/* Writes those tags of an If-None-Match or If-Match (RFC 9110, 13.1) that have the suffix where xp_field_tag_with() puts it, without it and in
 * their order; returns how many. All others are left out, "*" too, and so is what does not fit into `room`, which strlen(field) + 1 is
 * enough for. */
size_t xp_field_tags_without(const char *field, const char *suffix, char *out, size_t room);

/* Sec-Purpose, a structured-field list with parameters (RFC 9651). `want` is a token with parameters, such as
 * "prefetch;prerender" or "prefetch;!prerender": true if a member has that token, all these parameters with the value true,
 * and none of those after a '!'. A field that does not parse holds nothing. */
bool xp_field_purpose(const char *field, const char *want);

/* True if the field is one item of a structured field, and that this token; its parameters do not count (RFC 9651, 3.3). */
bool xp_field_is_item(const char *field, const char *token);

/* True if `want` is written as xp_field_purpose takes it. */
bool xp_field_is_purpose(const char *want);

/* True if the media type is text/html, whatever its parameters. */
bool xp_field_is_html(const char *content_type);

/* The first charset parameter of a media type, without its quotes; its length, 0 if there is none. */
size_t xp_field_charset(const char *content_type, const char **label);

/* How well an Accept field (RFC 9110, 12.5.1) takes a media type, whose parameter `version` is that (NULL: it has none): 0 for not at all, and of two types
 * the greater one is the better answer. That is the weight of the range that names the type most exactly, and with the same weight how exactly it does:
 * who names a type next to a plain star means the type. Other parameters of a range do not matter. A range that is not understood names nothing. */
unsigned xp_field_accepts(const char *field, const char *type, const char *version);

/* One entry of a Link header (RFC 8288). */
typedef struct {
    const char *text; /* the whole entry */
    size_t len;
    const char *url; /* between < and > */
    size_t url_len;
    bool hint; /* rel is preconnect, dns-prefetch, preload, modulepreload or prefetch */
} xp_link;

/* Reads the entry that begins at `field`; returns where the next one begins, or NULL after the last. */
const char *xp_field_link(const char *field, xp_link *link);

#endif
