/* XPurposeInsert as configured: the lines of one scope, checked, read and hashed. */
#ifndef XP_INSERTION_H
#define XP_INSERTION_H

#include "httpd.h"
#include "http_config.h"

#include "../engine/xp_place.h"

enum { XP_INSERTION_HASH = 12 }; /* hex digits */

/* The lines for one place, each of them sound. */
typedef struct {
    char *text; /* one behind the other, NUL-terminated; NULL: there are none */
    apr_size_t len, room;
    unsigned nonces;                   /* their nonce attributes */
    apr_size_t ends[XP_SNIPPET_LINES]; /* where the first of them end, … */
    int n;                             /* … so many */
    apr_array_header_t
        *files; /* const char *: where each of the configuration's lines is from; NULL: it stands there */
} xp_insertion_lines;

/* What a scope says. Lines add up in their order, an inner scope's take the place of an outer one's, None empties. */
typedef struct xp_insertion {
    xp_insertion_lines lines[XP_PLACES];
    const char *at;                  /* "file:line" of the first line, for messages */
    int n;                           /* lines; 0: None */
    int ready;                       /* what follows has been made, */
    xp_snippet *snippets[XP_PLACES]; /* … NULL: nothing goes there, … */
    int has_nonces;                  /* … some text has a nonce attribute, … */
    apr_uint64_t hash;  /* … and of all that decides what goes into a page: XP_INSERTION_HASH hex digits, … */
    const char *suffix; /* … which tags end in */
} xp_insertion;

/* Forgets what an earlier reading of the configuration has gathered; for pre_config. */
void xp_insertion_begin(apr_pool_t *pconf);

/* The setter: `place text`, `place file:path` or None. `dir` is an xp_dir_conf. */
const char *xp_insertion_set(cmd_parms *cmd, void *dir, int argc, char *const argv[]);

/* Warns of scopes that insert nothing, since XPurpose is not On there, and of texts that a page's charset may change; once the whole
 * configuration has been read. */
void xp_insertion_warn(const server_rec *s);

/* Makes all that the configuration has ready; for post_config, once rules are compiled. */
void xp_insertion_compile(apr_pool_t *pconf);

/* Of what a scope says for a place, for people: "head-end file:/etc/a.html, text (310 bytes)"; NULL: nothing. */
const char *xp_insertion_describe(apr_pool_t *p, const xp_insertion *insertion, int where);

/* What a scope inserts, made ready (in `p`, if it comes from .htaccess); NULL for nothing. */
const xp_insertion *xp_insertion_of(apr_pool_t *p, xp_insertion *insertion);

/* What entity tags of pages with it end in, where the configuration of the page's place decides besides: `place` is a hash of that, 0 where it
 * says nothing. NULL: there are to be no tags. With a nonce in it the page is another one each time, or as soon as the policy is. */
const char *xp_insertion_suffix(apr_pool_t *p, const xp_insertion *insertion, apr_uint64_t place);

/* Whether any such line has been met, in .htaccess too: before that no request need ask further. */
extern int xp_insertion_used;

static inline int xp_insertion_is_used(void)
{
    return __atomic_load_n(&xp_insertion_used, __ATOMIC_RELAXED);
}

#endif
