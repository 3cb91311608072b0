/* XPurposeInsert: see xp_insertion.h.
 *
 * What the configuration says is checked when it is read, and made ready once before the fork; from then on it is only read. A .htaccess is
 * read for a request: what it says is made in that request's pool, and nothing here that outlives a request is touched. */
#include "xp_insertion.h"

#include "http_log.h"
#include "apr_file_io.h"
#include "apr_lib.h"
#include "apr_sha1.h"
#include "apr_strings.h"

#include "xp_choice.h"
#include "xp_config.h"
#include "xp_scope.h"
#include "xp_site.h"

APLOG_USE_MODULE(xpurpose);

static const char *const PLACE[XP_PLACES + 1] = { "head-start", "head-end", "body-end", "None" };

/* A scope of the configuration that has such lines. */
typedef struct {
    xp_insertion *insertion;
    const xp_dir_conf *own; /* what it says besides, before anything is merged */
    server_rec *server;
    int is_section;
} scope;

int xp_insertion_used;

static struct {
    apr_array_header_t *scopes; /* scope */
} all;

void xp_insertion_begin(apr_pool_t *pconf)
{
    all.scopes = apr_array_make(pconf, 4, sizeof(scope));
    xp_insertion_used = 0;
}

/* ---- What is wrong with a text ----------------------------------------------------------------------------------------------- */

static const char *complain_of_head(apr_pool_t *p, const char *name, xp_where where)
{
    return apr_psprintf(p,
                        "%s would end the head: leave it out, or give all of it for body-end; %s takes script, style, "
                        "link, meta, base, title, "
                        "template and noscript%s",
                        *name ? apr_psprintf(p, "<%s>", name) : "text", PLACE[where],
                        where == XP_HEAD_START ? ", with nothing but link, style and meta in that" : "");
}

static const char *complain_of_reading(apr_pool_t *p, const char *name)
{
    if (!strcmp(name, "meta"))
        return "<meta> with a charset changes how the page is read: leave that to the page";
    if (!strcmp(name, "template"))
        return "<template> here may be read in more than one way, and with shadowrootmode hides the page: leave it out";
    return apr_psprintf(p, "browsers may read %s here in more than one way: leave it out",
                        *name ? apr_psprintf(p, "<%s>", name) : "what stands");
}

/* What is wrong and what would be right, as the end of a sentence. */
static const char *complain(apr_pool_t *p, const xp_snippet_fault *fault, xp_where where)
{
    const char *name = fault->name;

    switch (fault->fault) {
    case XP_FAULT_LONG: return apr_psprintf(p, "the text is too long: give %d bytes at most", XP_SNIPPET_MAX);
    case XP_FAULT_EMPTY: return "'' is no text: give markup, or None to insert nothing";
    case XP_FAULT_OPEN:
        return apr_psprintf(p, "<%s> is not closed: write </%s> where it ends, each element within the other", name,
                            name);
    case XP_FAULT_UNOPENED:
        return apr_psprintf(p, "</%s> closes nothing of this text: leave it out, or write <%s> before it", name, name);
    case XP_FAULT_UNENDED:
        if (!*name)
            return "a tag, a value or a comment begins here that does not end: close it";
        return apr_psprintf(p, "<%s> is not closed, and takes all that follows for its text: write </%s>", name, name);
    case XP_FAULT_DOCUMENT: return apr_psprintf(p, "<%s> is the page's: give what is to stand in it only", name);
    case XP_FAULT_ENDS_HEAD: return complain_of_head(p, name, where);
    case XP_FAULT_AMBIGUOUS: return complain_of_reading(p, name);
    case XP_FAULT_NUL: return "a byte is NUL, which no text has: give text";
    case XP_FAULT_NONCES:
        return apr_psprintf(p, "there are too many nonce attributes: give %d at most for one place", XP_SNIPPET_NONCES);
    case XP_FAULT_PLAIN:
        return "there is no '<' in the text, so people would see it: give markup, file:path for what is in a file, or "
               "None "
               "alone";
    case XP_FAULT_QUOTE:
        return apr_psprintf(p, "<%s> has a quote or a '<' among its attributes' names: close the quotes of all values",
                            name);
    default: return NULL;
    }
}

/* ---- Files ------------------------------------------------------------------------------------------------------------------- */

/* A text, and for messages the file that it is from; NULL: it stands in the configuration. */
typedef struct {
    const char *text, *file;
    size_t len;
} source;

static const char *check_file(apr_pool_t *p, const char *path, const apr_finfo_t *info)
{
    if (info->filetype == APR_DIR)
        return apr_psprintf(p, "'%s' is a folder: give a file", path);
    if (info->filetype != APR_REG)
        return apr_psprintf(p, "'%s' is a device or its like: give a file", path);
    if (info->size == 0)
        return apr_psprintf(p, "'%s' is empty: give a file with markup, or None to insert nothing", path);
    if (info->size > XP_SNIPPET_MAX)
        return apr_psprintf(p, "'%s' has %" APR_OFF_T_FMT " bytes: give %d at most", path, info->size, XP_SNIPPET_MAX);
    return NULL;
}

/* What editors of Windows call Unicode. */
static int is_utf16(const source *from)
{
    return from->len >= 2 && (!memcmp(from->text, "\xFF\xFE", 2) || !memcmp(from->text, "\xFE\xFF", 2));
}

/* A file's bytes, without the mark of UTF-8 before them, which would be text in a page. It may have changed since it was looked at. */
static apr_status_t read_bytes(apr_pool_t *p, const char *path, apr_size_t size, source *from)
{
    char *bytes = apr_palloc(p, size + 1);
    apr_file_t *file;
    apr_status_t rv = apr_file_open(&file, path, APR_FOPEN_READ | APR_FOPEN_BINARY, APR_OS_DEFAULT, p);

    if (rv != APR_SUCCESS)
        return rv;
    rv = apr_file_read_full(file, bytes, size, &from->len);
    apr_file_close(file);
    if (rv != APR_SUCCESS && rv != APR_EOF)
        return rv;
    bytes[from->len] = '\0';
    from->text = bytes;
    if (from->len >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
        from->text += 3;
        from->len -= 3;
    }
    return APR_SUCCESS;
}

static const char *read_file(cmd_parms *cmd, const char *name, source *from)
{
    apr_pool_t *p = cmd->pool;
    const char *path = ap_server_root_relative(p, name), *wrong;
    apr_finfo_t info;
    apr_status_t rv;

    if (ap_check_cmd_context(cmd, NOT_IN_HTACCESS))
        return apr_psprintf(p, "%s: 'file:%s' is not for .htaccess: give the text itself", cmd->cmd->name, name);
    if (!*name || !path)
        return apr_psprintf(p, "%s: 'file:%s' is no path: give file:path", cmd->cmd->name, name);
    rv = apr_stat(&info, path, APR_FINFO_TYPE | APR_FINFO_SIZE, cmd->temp_pool);
    wrong = rv == APR_SUCCESS ? check_file(p, path, &info) : NULL;
    if (rv == APR_SUCCESS && !wrong)
        rv = read_bytes(p, path, (apr_size_t)info.size, from);
    if (rv != APR_SUCCESS)
        wrong = apr_psprintf(p, "'%s' cannot be read: %pm", path, &rv);
    else if (!wrong && is_utf16(from))
        wrong = apr_psprintf(p, "'%s' is in UTF-16: give it in UTF-8", path);
    from->file = path;
    return wrong ? apr_psprintf(p, "%s: %s", cmd->cmd->name, wrong) : NULL;
}

/* ---- The directive ----------------------------------------------------------------------------------------------------------- */

static int line_of(const source *from, size_t at)
{
    int line = 1;

    for (size_t i = 0; i < at && i < from->len; i++)
        line += from->text[i] == '\n';
    return line;
}

static const char *check_text(cmd_parms *cmd, const source *from, xp_where where, unsigned *nonces)
{
    xp_snippet_fault fault;
    const char *wrong;

    if (xp_snippet_check(from->text, from->len, where, &fault)) {
        *nonces = fault.nonces;
        return NULL;
    }
    wrong = complain(cmd->pool, &fault, where);
    if (!from->file)
        return apr_psprintf(cmd->pool, "%s: %s", cmd->cmd->name, wrong);
    return apr_psprintf(cmd->pool, "%s: %s:%d: %s", cmd->cmd->name, from->file, line_of(from, fault.at), wrong);
}

/* What lines are together that are sound: `from` is the last of them. */
static const char *check_sums(cmd_parms *cmd, const source *from, xp_where where, const xp_insertion_lines *lines)
{
    xp_snippet_fault fault = { XP_FAULT_NONE, 0, "", 0 };

    if (lines->len > XP_SNIPPET_MAX)
        fault.fault = XP_FAULT_LONG;
    else if (lines->nonces > XP_SNIPPET_NONCES)
        fault.fault = XP_FAULT_NONCES;
    else
        return NULL;
    return apr_psprintf(cmd->pool, "%s: %s%swith the lines before it for %s: %s", cmd->cmd->name,
                        from->file ? from->file : "", from->file ? ": " : "", PLACE[where],
                        complain(cmd->pool, &fault, where));
}

static void trim(source *from)
{
    while (from->len && apr_isspace(*from->text)) {
        from->text++;
        from->len--;
    }
    while (from->len && apr_isspace(from->text[from->len - 1]))
        from->len--;
}

/* Room grows by doubling, lest of many short lines all be copied for each. */
static void append(apr_pool_t *p, xp_insertion_lines *lines, const source *from)
{
    apr_size_t len = lines->len + (lines->text != NULL) + from->len;

    if (len >= lines->room) {
        char *old = lines->text;

        lines->room = 2 * len + 1;
        lines->text = apr_palloc(p, lines->room);
        if (old)
            memcpy(lines->text, old, lines->len + 1);
    }
    if (lines->len)
        lines->text[lines->len++] = '\n';
    memcpy(lines->text + lines->len, from->text, from->len);
    lines->len = len;
    lines->text[len] = '\0';
    if (lines->n < XP_SNIPPET_LINES)
        lines->ends[lines->n++] = len;
}

static void note_file(apr_pool_t *p, xp_insertion_lines *lines, const char *file)
{
    if (!lines->files)
        lines->files = apr_array_make(p, 1, sizeof(const char *));
    APR_ARRAY_PUSH(lines->files, const char *) = file;
}

/* Puts the text, which is sound, behind what the scope has for the place. */
static const char *add_text(cmd_parms *cmd, xp_insertion *insertion, xp_where where, source *from)
{
    const char *error;
    apr_size_t sum = 0;

    trim(from);
    append(cmd->pool, &insertion->lines[where], from);
    if (!ap_check_cmd_context(cmd, NOT_IN_HTACCESS))
        note_file(cmd->pool, &insertion->lines[where], from->file);
    if ((error = check_sums(cmd, from, where, &insertion->lines[where])))
        return error;
    for (int i = 0; i < XP_PLACES; i++)
        sum += insertion->lines[i].len;
    if (sum > XP_SNIPPET_MAX)
        return apr_psprintf(cmd->pool,
                            "%s: the texts of this scope have %" APR_SIZE_T_FMT " bytes together: give %d at most",
                            cmd->cmd->name, sum, XP_SNIPPET_MAX);
    insertion->n++;
    return NULL;
}

/* The scope's lines so far. Those of the configuration are remembered. */
static xp_insertion *insertion_of(cmd_parms *cmd, xp_dir_conf *conf)
{
    if (conf->insert)
        return conf->insert;
    conf->insert = apr_pcalloc(cmd->pool, sizeof *conf->insert);
    conf->insert->at = apr_psprintf(cmd->pool, "%s:%d", cmd->directive->filename, cmd->directive->line_num);
    if (!ap_check_cmd_context(cmd, NOT_IN_HTACCESS))
        APR_ARRAY_PUSH(all.scopes, scope) = (scope){ conf->insert, conf, cmd->server, cmd->path != NULL };
    return conf->insert;
}

static void empty(xp_insertion *insertion)
{
    memset(insertion->lines, 0, sizeof insertion->lines);
    insertion->n = 0;
}

#define SYNTAX "head-start, head-end or body-end and a text or file:path, or None"

const char *xp_insertion_set(cmd_parms *cmd, void *dir, int argc, char *const argv[])
{
    xp_insertion *insertion = insertion_of(cmd, dir);
    const char *error;
    int where = 0;
    unsigned nonces = 0;
    source from = { NULL, NULL, 0 };

    xp_scope_note(cmd, dir);
    if (argc == 1 && !ap_cstr_casecmp(argv[0], "None")) {
        empty(insertion);
        return NULL;
    }
    if (argc > 1 && !ap_cstr_casecmp(argv[0], "None"))
        return apr_psprintf(cmd->pool, "%s: '%s' goes on behind None: give None alone", cmd->cmd->name, argv[1]);
    if (argc < 1)
        return apr_psprintf(cmd->pool, "%s: '' is too little: give " SYNTAX, cmd->cmd->name);
    if ((error = xp_choice_set(cmd, &where, argv[0], PLACE, XP_PLACES + 1)))
        return error;
    if (argc < 2)
        return apr_psprintf(cmd->pool, "%s: '%s' is too little: give " SYNTAX, cmd->cmd->name, argv[0]);
    if (argc > 2)
        return apr_psprintf(cmd->pool, "%s: '%s' goes on behind the text: put quotes round all of it", cmd->cmd->name,
                            argv[2]);
    __atomic_store_n(&xp_insertion_used, 1, __ATOMIC_RELAXED); /* by whichever thread reads a .htaccess */
    from.text = argv[1];
    from.len = strlen(argv[1]);
    if (!ap_cstr_casecmpn(argv[1], "file:", 5) && (error = read_file(cmd, argv[1] + 5, &from)))
        return error;
    if ((error = check_text(cmd, &from, (xp_where)where, &nonces)))
        return error;
    insertion->lines[where].nonces += nonces;
    return add_text(cmd, insertion, (xp_where)where, &from);
}

/* ---- When all is read -------------------------------------------------------------------------------------------------------- */

/* Whether what the scope inserts is surely inserted nowhere. What a section says of itself holds; what it does not say it has from others, which
 * need not be the server, and what a server has is for its sections, too. */
static int is_idle(const scope *it, const server_rec *first)
{
    if (it->is_section && it->own->mode != XP_UNSET)
        return it->own->mode == XP_OFF;
    return !xp_config_switches_on(it->server, first);
}

static int is_ascii(const char *text)
{
    while (*text && !((unsigned char)*text & 0x80))
        text++;
    return !*text;
}

static void warn_of_bytes(const scope *it, const server_rec *s)
{
    for (int i = 0; i < XP_PLACES; i++)
        if (it->insertion->lines[i].text && !is_ascii(it->insertion->lines[i].text))
            ap_log_error(APLOG_MARK, APLOG_WARNING, 0, s,
                         "%s: XPurposeInsert: the text for %s has bytes beyond ASCII, which pages in another charset "
                         "read otherwise, or do not get: write character references, or \\u in scripts",
                         it->insertion->at, PLACE[i]);
}

void xp_insertion_warn(const server_rec *s)
{
    for (int i = 0; i < all.scopes->nelts; i++) {
        const scope *it = &APR_ARRAY_IDX(all.scopes, i, scope);

        if (!it->insertion->n)
            continue;
        warn_of_bytes(it, s);
        if (is_idle(it, s))
            ap_log_error(APLOG_MARK, APLOG_WARNING, 0, s,
                         "%s: XPurposeInsert inserts nothing, for XPurpose is not On here", it->insertion->at);
    }
}

const char *xp_insertion_describe(apr_pool_t *p, const xp_insertion *insertion, int where)
{
    enum { SHOWN = 4 };
    const xp_insertion_lines *lines = &insertion->lines[where];
    const char *text = PLACE[where];
    int n = lines->files ? lines->files->nelts : 0;

    if (!lines->text)
        return NULL;
    for (int i = 0; i < n && i < SHOWN; i++) {
        const char *file = APR_ARRAY_IDX(lines->files, i, const char *);

        text = apr_pstrcat(p, text, i ? ", " : " ", file ? "file:" : "text", file, NULL);
    }
    return apr_psprintf(p, "%s%s (%" APR_SIZE_T_FMT " bytes)", text,
                        n > SHOWN ? apr_psprintf(p, " and %d more", n - SHOWN) : "", lines->len);
}

/* ---- Making it ready --------------------------------------------------------------------------------------------------------- */

/* Changes with whatever makes the engine find another place in the same page, or none. */
static const char EDITION[] = "2";

static void hash_part(apr_sha1_ctx_t *sha1, const void *bytes, apr_size_t len)
{
    char head[32];

    apr_snprintf(head, sizeof head, "%" APR_SIZE_T_FMT " ", len);
    apr_sha1_update(sha1, head, (unsigned)strlen(head));
    apr_sha1_update(sha1, bytes, (unsigned)len);
}

/* Of all that decides which bytes go into a page: the texts and where one line of them ends, the rules by which a page is seen to have them, and
 * this file's edition. */
static void hash(xp_insertion *insertion)
{
    unsigned char digest[APR_SHA1_DIGESTSIZE];
    const apr_uint64_t rules = xp_site_digest();
    apr_sha1_ctx_t sha1;

    apr_sha1_init(&sha1);
    hash_part(&sha1, EDITION, sizeof EDITION - 1);
    hash_part(&sha1, &rules, sizeof rules);
    for (int i = 0; i < XP_PLACES; i++) {
        const xp_insertion_lines *lines = &insertion->lines[i];

        hash_part(&sha1, lines->text ? lines->text : "", lines->len);
        hash_part(&sha1, lines->ends, (apr_size_t)lines->n * sizeof lines->ends[0]);
    }
    apr_sha1_final(digest, &sha1);
    for (int i = 0; i < XP_INSERTION_HASH / 2; i++)
        insertion->hash = insertion->hash << 8 | digest[i];
}

static const char *suffix_of(apr_pool_t *p, apr_uint64_t hash)
{
    return apr_psprintf(p, "-xp%0*" APR_UINT64_T_HEX_FMT, XP_INSERTION_HASH, hash);
}

const char *xp_insertion_suffix(apr_pool_t *p, const xp_insertion *insertion, apr_uint64_t place)
{
    if (insertion->has_nonces)
        return NULL;
    return place ? suffix_of(p, insertion->hash ^ place) : insertion->suffix;
}

static void make_ready(apr_pool_t *p, xp_insertion *insertion)
{
    for (int i = 0; i < XP_PLACES; i++) {
        const xp_insertion_lines *lines = &insertion->lines[i];

        if (!lines->text)
            continue;
        insertion->snippets[i] = apr_palloc(p, sizeof *insertion->snippets[i]);
        xp_snippet_read(insertion->snippets[i], lines->text, lines->len, lines->ends, lines->n, xp_site_rules());
        insertion->has_nonces |= insertion->snippets[i]->nonces > 0;
    }
    hash(insertion);
    insertion->suffix = suffix_of(p, insertion->hash);
    insertion->ready = 1;
}

void xp_insertion_compile(apr_pool_t *pconf)
{
    for (int i = 0; i < all.scopes->nelts; i++)
        make_ready(pconf, APR_ARRAY_IDX(all.scopes, i, scope).insertion);
}

const xp_insertion *xp_insertion_of(apr_pool_t *p, xp_insertion *insertion)
{
    if (!insertion || !insertion->n)
        return NULL;
    if (!insertion->ready)
        make_ready(p, insertion);
    return insertion;
}
