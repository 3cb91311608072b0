/* mod_dav leaves a GET of what lies in a file system to httpd, and sets no handler that would tell. It exports a function that does; since a
 * module that is linked with another one's function cannot be loaded without that, it is looked up where it is. */
#include "xp_dav.h"

#include "http_config.h"
#include "apr_dso.h"

static const void *(*provider_of)(request_rec *r); /* dav_get_provider(), or NULL */

void xp_dav_setup(void)
{
    const module *dav = ap_find_linked_module("mod_dav.c");
    apr_dso_handle_sym_t found = NULL;

    if (!dav || !dav->dynamic_load_handle ||
        apr_dso_sym(&found, dav->dynamic_load_handle, "dav_get_provider") != APR_SUCCESS)
        found = NULL;
    memcpy(&provider_of, &found, sizeof provider_of);
}

int xp_dav_is_on(request_rec *r)
{
    return (r->handler && !strcmp(r->handler, "dav-handler")) || (provider_of && provider_of(r));
}
