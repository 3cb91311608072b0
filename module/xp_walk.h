/* Which sections of a server hold where, and what they make of our configuration: as the walks of httpd's core would for a request, as far
 * as that can be told without one. */
#ifndef XP_WALK_H
#define XP_WALK_H

#include "xp_config.h"

/* A server's sections, each an ap_conf_vector_t *, in the order in which they are merged. */
const apr_array_header_t *xp_walk_directories(const server_rec *s);
const apr_array_header_t *xp_walk_locations(const server_rec *s);
const apr_array_header_t *
xp_walk_files(const ap_conf_vector_t *section); /* within a section, or a server's lookup_defaults; … */
const apr_array_header_t *xp_walk_ifs(const ap_conf_vector_t *section); /* … NULL: there are none */

const xp_dir_conf *xp_walk_own(const ap_conf_vector_t *section); /* what it says itself; NULL: nothing */

/* What is in force in section number `at` of a server's, with all that is known to hold there, too. Of a directory that is all of it for
 * an index.html in it, but for .htaccess and sections that hold for some files or addresses. Of a location it is what locations say. `*more`: by its text it cannot
 * be known which others hold. */
const xp_dir_conf *xp_walk_directory(apr_pool_t *p, const server_rec *s, int at, int *more);
const xp_dir_conf *xp_walk_location(apr_pool_t *p, const server_rec *s, int at, int *more);

#endif
