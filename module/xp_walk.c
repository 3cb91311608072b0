/* See xp_walk.h; it goes by server/request.c of httpd: ap_directory_walk() and ap_location_walk(). */
#include "xp_walk.h"

#include "http_core.h"
#include "apr_fnmatch.h"
#include "apr_strings.h"

static const core_dir_config *core_of(const ap_conf_vector_t *section)
{
    return ap_get_core_module_config(section);
}

const apr_array_header_t *xp_walk_directories(const server_rec *s)
{
    const core_server_config *core = ap_get_core_module_config(s->module_config);

    return core->sec_dir;
}

const apr_array_header_t *xp_walk_locations(const server_rec *s)
{
    const core_server_config *core = ap_get_core_module_config(s->module_config);

    return core->sec_url;
}

const apr_array_header_t *xp_walk_files(const ap_conf_vector_t *section)
{
    return core_of(section)->sec_file;
}

const apr_array_header_t *xp_walk_ifs(const ap_conf_vector_t *section)
{
    return core_of(section)->sec_if;
}

const xp_dir_conf *xp_walk_own(const ap_conf_vector_t *section)
{
    return ap_get_module_config(section, &xpurpose_module);
}

/* ---- Texts --------------------------------------------------------------------------------------------------------------------- */

static int has_stars(const core_dir_config *core)
{
    return core->d_is_fnmatch;
}

/* The part of a section's path that stands for itself: what is before its first wildcard, up to a slash; of an expression the root. */
static const char *certain_part(apr_pool_t *p, const core_dir_config *core)
{
    apr_size_t n;

    if (core->r)
        return "/";
    if (!has_stars(core))
        return core->d;
    n = strcspn(core->d, "*?[\\");
    while (n > 1 && core->d[n - 1] != '/')
        n--;
    return n ? apr_pstrmemdup(p, core->d, n) : "/";
}

static int slashes(const char *path, apr_size_t n)
{
    int count = 0;

    for (apr_size_t i = 0; i < n; i++)
        count += path[i] == '/';
    return count;
}

/* Whether a directory's pattern matches the path, which ends in a slash, or one of the folders round it. */
static int matches_folder(apr_pool_t *p, const char *pattern, const char *path)
{
    int depth = slashes(pattern, strlen(pattern));

    for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        apr_size_t n = (apr_size_t)(slash + 1 - path);

        if (slashes(path, n) == depth &&
            apr_fnmatch(pattern, apr_pstrmemdup(p, path, n), APR_FNM_PATHNAME) == APR_SUCCESS)
            return 1;
    }
    return 0;
}

/* An expression is held against a file's whole name: here a usual one's. */
static int holds_in_directory(apr_pool_t *p, const core_dir_config *core, const char *path)
{
    if (core->r)
        return ap_regexec(core->r, apr_pstrcat(p, path, "index.html", NULL), 0, NULL, 0) == 0;
    return has_stars(core) ? matches_folder(p, core->d, path) : !strncmp(core->d, path, strlen(core->d));
}

static int holds_at_location(apr_pool_t *p, const core_dir_config *core, const char *path)
{
    apr_size_t n;

    (void)p;
    if (core->r)
        return ap_regexec(core->r, path, 0, NULL, 0) == 0;
    if (has_stars(core))
        return apr_fnmatch(core->d, path, APR_FNM_PATHNAME) == APR_SUCCESS;
    n = strlen(core->d);
    return !strncmp(core->d, path, n) && (!n || core->d[n - 1] == '/' || !path[n] || path[n] == '/');
}

/* ---- Merging ------------------------------------------------------------------------------------------------------------------- */

typedef int holds_fn(apr_pool_t *p, const core_dir_config *core, const char *path);

/* Of sections with wildcards only the one that is asked about is known to hold where that has some, too. Expressions come behind paths
 * if they are of directories, which httpd has sorted; of locations each has its place. */
static const xp_dir_conf *walk(apr_pool_t *p, const apr_array_header_t *sections, int at, const xp_dir_conf *base,
                               holds_fn *holds, int *more)
{
    const core_dir_config *asked = core_of(APR_ARRAY_IDX(sections, at, ap_conf_vector_t *));
    const char *path = certain_part(p, asked);

    *more = asked->r || has_stars(asked);
    for (int i = 0; i < sections->nelts; i++) {
        const ap_conf_vector_t *section = APR_ARRAY_IDX(sections, i, ap_conf_vector_t *);
        const core_dir_config *core = core_of(section);
        const xp_dir_conf *own = xp_walk_own(section);

        if (!own)
            continue;
        if (i == at || (!(*more && (core->r || has_stars(core))) && holds(p, core, path)))
            base = xp_config_merge_dir(p, (void *)base, (void *)own);
    }
    return base;
}

const xp_dir_conf *xp_walk_directory(apr_pool_t *p, const server_rec *s, int at, int *more)
{
    return walk(p, xp_walk_directories(s), at, xp_walk_own(s->lookup_defaults), holds_in_directory, more);
}

const xp_dir_conf *xp_walk_location(apr_pool_t *p, const server_rec *s, int at, int *more)
{
    return walk(p, xp_walk_locations(s), at, xp_config_create_dir(p, NULL), holds_at_location, more);
}
