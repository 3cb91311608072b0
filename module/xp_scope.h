/* Which sections of the configuration say something of ours, and where they stand. */
#ifndef XP_SCOPE_H
#define XP_SCOPE_H

#include "httpd.h"
#include "http_config.h"

typedef struct {
    const void *dir; /* the section's xp_dir_conf, before it is merged with any other */
    const server_rec *server;
    const ap_directive_t *section; /* NULL: none; the line stands in the server's own configuration */
} xp_scope;

/* Forgets what an earlier reading of the configuration has gathered; for pre_config. */
void xp_scope_begin(apr_pool_t *pconf);

/* For the setters of what may be said in sections. Of a .htaccess nothing is remembered. */
void xp_scope_note(cmd_parms *cmd, const void *dir);

/* The scope that has this configuration; NULL: it says nothing. */
const xp_scope *xp_scope_of(const void *dir);

/* All of them, as xp_scope, in their order. */
const apr_array_header_t *xp_scope_all(void);

#endif
