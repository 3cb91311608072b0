/* What XPurposeVendor says: see xp_site.h.
 *
 * Three rules. A pattern that is said again, or that the catalogue has, is the same row: the last line's words for it hold. A row that is
 * taken away is away, whoever added it and wherever the line stands. None takes away all that is compiled in. So a list of
 * directives that xpurpose-explain --list=conf has printed elsewhere takes the catalogue's place, and the site's own lines hold as before.
 */
#include "xp_site.h"

#include "http_log.h"
#include "apr_hash.h"
#include "apr_lib.h"
#include "apr_strings.h"

#include "xp_choice.h"
#include "xp_hash.h"
#include "xp_nearest.h"

APLOG_USE_MODULE(xpurpose);

#define SIZE_OF(array) (int)(sizeof(array) / sizeof *(array))

enum { NO_CLASS = -1 };
enum { CLASS = XP_SPARE + 1 }; /* a word where a kind may stand */

/* A row and its vendor's number. */
typedef struct {
    xp_pattern_row row;
    int vendor, order;
} site_row;

/* A row that is taken away, and where that is said. */
typedef struct {
    xp_pattern_row row;
    const char *file;
    int line;
} taken_row;

static struct {
    apr_array_header_t *rows;  /* xp_pattern_row, in the order of their lines */
    apr_hash_t *said;          /* of these by key_of(): the number, and one more */
    apr_array_header_t *names; /* const char *: the site's own vendors */
    apr_array_header_t *taken; /* taken_row */
    apr_hash_t *away;          /* by key_of() */
    int none;                  /* nothing compiled in counts */
    int classes[XP_VENDORS_MAX];
    apr_array_header_t *extra; /* xp_pattern_row, in the order of vendors: what is compiled beside the catalogue's, … */
    apr_array_header_t *less; /* … what of the catalogue is not, … */
    apr_hash_t *replaced;     /* … and of that by key_of() what an extra row stands for */
    xp_rules *rules;
    xp_vendor_set defaults;
    apr_uint64_t digest; /* see xp_site_digest(); 0: not made yet */
} site;

void xp_site_begin(apr_pool_t *pconf)
{
    memset(&site, 0, sizeof site);
    site.rows = apr_array_make(pconf, 8, sizeof(xp_pattern_row));
    site.said = apr_hash_make(pconf);
    site.names = apr_array_make(pconf, 4, sizeof(const char *));
    site.taken = apr_array_make(pconf, 4, sizeof(taken_row));
    site.away = apr_hash_make(pconf);
    for (int i = 0; i < XP_VENDORS_MAX; i++)
        site.classes[i] = NO_CLASS;
}

const xp_rules *xp_site_rules(void)
{
    return site.rules;
}

const xp_vendor_set *xp_site_defaults(void)
{
    return &site.defaults;
}

int xp_site_find(const char *name)
{
    int vendor = xp_catalogue_find(name);

    for (int i = 0; vendor < 0 && i < site.names->nelts; i++)
        if (!ap_cstr_casecmp(APR_ARRAY_IDX(site.names, i, const char *), name))
            vendor = (int)xp_vendors_count + i;
    return vendor;
}

int xp_site_vendors(void)
{
    return (int)xp_vendors_count + site.names->nelts;
}

const char *xp_site_name(int vendor)
{
    return vendor < (int)xp_vendors_count ? xp_vendors[vendor].name
                                          : APR_ARRAY_IDX(site.names, vendor - (int)xp_vendors_count, const char *);
}

xp_class xp_site_class(int vendor)
{
    if (site.classes[vendor] != NO_CLASS)
        return (xp_class)site.classes[vendor];
    return vendor < (int)xp_vendors_count ? xp_vendors[vendor].cls : XP_CLASS_SITE;
}

const char *xp_site_guess(apr_pool_t *p, const char *typed, const apr_array_header_t *more)
{
    apr_array_header_t *names = apr_array_make(p, xp_site_vendors(), sizeof(const char *));

    for (int vendor = 0; vendor < xp_site_vendors(); vendor++)
        APR_ARRAY_PUSH(names, const char *) = xp_site_name(vendor);
    if (more)
        apr_array_cat(names, more);
    return xp_nearest_vendor(p, typed, names);
}

/* ---- Rows that are the same -------------------------------------------------------------------------------------------- */

static const char SHORTER[] = "shorter";

/* By what two rows are the same: vendor, kind and text, a host's letters without regard to case. Of blocks the end counts, too; a vendor
 * has one stub, one shorter one, and one row of words that spare. */
static const char *key_of(apr_pool_t *p, const xp_pattern_row *row, const char *text)
{
    int one = row->kind == XP_STUB || row->kind == XP_SPARE;
    char *key = apr_psprintf(p, "%s %d %s", row->vendor, (int)row->kind, one ? "" : text), *at;

    if (row->kind == XP_STUB && row->more)
        return apr_pstrcat(p, key, SHORTER, NULL);
    if (row->kind == XP_BLOCK && row->more)
        return apr_pstrcat(p, key, "\n", row->more, NULL);
    if (row->kind == XP_URL)
        for (at = key + strlen(row->vendor) + 3; *at && !strchr("/?", *at); at++)
            *at = (char)apr_tolower(*at);
    return key;
}

static int is_away(apr_pool_t *p, const xp_pattern_row *row, const char *text)
{
    xp_pattern_row plain = { row->vendor, row->kind, text, NULL };

    return apr_hash_count(site.away) && apr_hash_get(site.away, key_of(p, &plain, text), APR_HASH_KEY_STRING);
}

/* ---- The directive --------------------------------------------------------------------------------------------------------- */

#define SYNTAX                                                                                                         \
    "name url|inline|global|element|block|stub|makes|spare pattern..., -url and the like to take rows away, name "     \
    "class "                                                                                                           \
    "word, or None"

/* Makes the vendor if there is none. */
static const char *take_vendor(cmd_parms *cmd, const char *name)
{
    if (xp_site_find(name) >= 0)
        return NULL;
    if ((int)xp_vendors_count + site.names->nelts >= XP_VENDORS_MAX)
        return apr_psprintf(cmd->pool, "%s: '%s' is one vendor too many: %d is the limit, %d are in the catalogue",
                            cmd->cmd->name, name, XP_VENDORS_MAX, (int)xp_vendors_count);
    APR_ARRAY_PUSH(site.names, const char *) = name;
    return NULL;
}

/* What is wrong with a row, by itself or as one of a vendor's; of a stub or a list of names where. */
static const char *check_row(cmd_parms *cmd, const xp_pattern_row *row)
{
    enum { QUOTED = 24 };
    ptrdiff_t at;
    const char *wrong = xp_sense_check(row, &at);

    if (!wrong)
        return NULL;
    if (at == XP_SENSE_ALL)
        return apr_psprintf(cmd->pool, "%s: '%s' %s", cmd->cmd->name, row->text, wrong);
    if (row->kind != XP_STUB)
        return apr_psprintf(cmd->pool, "%s: '%.*s' %s", cmd->cmd->name, (int)strcspn(row->text + at, " "),
                            row->text + at, wrong);
    return apr_psprintf(cmd->pool, "%s: the stub of %s, at its character %d, '%.*s', %s", cmd->cmd->name, row->vendor,
                        (int)at + 1, QUOTED, row->text + at, wrong);
}

/* Takes one row, after making sure that the engine will. */
static const char *add_row(cmd_parms *cmd, xp_pattern_row row)
{
    const char *wrong = check_row(cmd, &row), *key, *error;
    apr_size_t at;

    if (wrong)
        return wrong;
    if ((error = take_vendor(cmd, row.vendor)))
        return error;
    key = key_of(cmd->pool, &row, row.text);
    at = (apr_size_t)apr_hash_get(site.said, key, APR_HASH_KEY_STRING);
    if (at) {
        xp_pattern_row *old = &APR_ARRAY_IDX(site.rows, at - 1, xp_pattern_row);

        if (row.kind == XP_SPARE)
            row.text = apr_pstrcat(cmd->pool, old->text, " ", row.text, NULL);
        *old = row;
        return NULL;
    }
    APR_ARRAY_PUSH(site.rows, xp_pattern_row) = row;
    apr_hash_set(site.said, key, APR_HASH_KEY_STRING, (void *)(apr_size_t)site.rows->nelts);
    return NULL;
}

/* Takes a row away; whether there is one can be said only once everything is read. */
static const char *take_away(cmd_parms *cmd, xp_pattern_row row)
{
    taken_row taken = { row, cmd->directive->filename, cmd->directive->line_num };

    taken.row.more = NULL;
    APR_ARRAY_PUSH(site.taken, taken_row) = taken;
    apr_hash_set(site.away, key_of(cmd->pool, &taken.row, row.text), APR_HASH_KEY_STRING, "");
    return NULL;
}

/* Words with a comma between two, as the catalogue has them. */
static const char *names_of(apr_pool_t *p, const char *words)
{
    char *names = apr_pstrdup(p, words);

    for (char *at = strchr(names, ','); at; at = strchr(at, ','))
        *at = ' ';
    return names;
}

/* What may stand behind the kind and a colon; `more` has it in the order of the words. */
static const char *take_words(cmd_parms *cmd, xp_pattern_row *row, const char *words, const char *whole)
{
    const char *words_of[32], *word;
    apr_array_header_t *more = apr_array_make(cmd->pool, 8, sizeof(const char *));
    unsigned said = 0, use;
    int n = 0, at = 0;

    if (row->kind == XP_STUB && *words) {
        row->more = words;
        return NULL;
    }
    if (row->kind == XP_MAKES && words[strspn(words, ",")]) {
        row->more = names_of(cmd->pool, words);
        return NULL;
    }
    for (int i = 0; (word = xp_catalogue_word(i, &use)); i++)
        if (use & xp_catalogue_may(row->kind))
            words_of[n++] = word;
    if (!n)
        return apr_psprintf(cmd->pool, "%s: '%s' says more of %s than there is to say: give %s alone", cmd->cmd->name,
                            whole, xp_catalogue_kind((int)row->kind), xp_catalogue_kind((int)row->kind));
    do {
        const char *error;

        word = ap_getword(cmd->pool, &words, ',');
        if ((error = xp_choice_set(cmd, &at, *word ? word : whole, words_of, n)))
            return error;
        said |= 1u << at;
    } while (*words);
    for (int i = 0; i < n; i++)
        if (said >> i & 1)
            APR_ARRAY_PUSH(more, const char *) = words_of[i];
    row->more = apr_array_pstrcat(cmd->pool, more, ' ');
    return NULL;
}

/* What is meant by a word where a kind goes: an address without one, a name and a kind in the wrong order, an end to a vendor. */
static const char *complain_of_kind(cmd_parms *cmd, const char *vendor, const char *word, const char *const *kinds,
                                    int n, const char *error)
{
    static const char *const NOTHING[] = { "off", "none", "no" };

    if (xp_choice_find(vendor, kinds, n) >= 0)
        return apr_psprintf(cmd->pool, "%s. The vendor's name comes first: %s %s %s ...", error, cmd->cmd->name,
                            strpbrk(word, "./") ? "our-counter" : word, vendor);
    if (strpbrk(word, "./"))
        return apr_psprintf(cmd->pool, "%s. Before an address stands what it is: %s %s url %s", error, cmd->cmd->name,
                            vendor, word);
    if (xp_choice_find(word, NOTHING, SIZE_OF(NOTHING)) >= 0)
        return apr_psprintf(cmd->pool, "%s. To leave its code in pages: XPurposeVendors -%s", error, vendor);
    return error;
}

/* "url", "-url", "url:script,known". */
static const char *take_kind(cmd_parms *cmd, xp_pattern_row *row, const char *word, int *away)
{
    const char *kinds[CLASS + 1], *rest = word + (*word == '-'), *whole = apr_pstrdup(cmd->pool, word);
    const char *name = ap_getword(cmd->pool, &rest, ':'), *error;
    int kind = 0, n = 0;

    *away = *word == '-';
    for (; xp_catalogue_kind(n); n++)
        kinds[n] = xp_catalogue_kind(n);
    kinds[n++] = "class";
    if ((error = xp_choice_set(cmd, &kind, *name ? name : word, kinds, *away ? n - 2 : n)))
        return complain_of_kind(cmd, row->vendor, word, kinds, n, error);
    row->kind = (xp_kind)kind;
    if (!strchr(word, ':'))
        return NULL;
    if (*away || kind == CLASS)
        return apr_psprintf(cmd->pool, "%s: '%s' says more than there is to say: give %s%s alone", cmd->cmd->name, word,
                            *away ? "-" : "", name);
    return take_words(cmd, row, rest, whole);
}

static const char *take_class(cmd_parms *cmd, const char *name, int argc, char *const argv[])
{
    const char *classes[XP_CLASS_SITE + 1], *error;
    int cls = 0;

    if (argc != 3)
        return apr_psprintf(cmd->pool, "%s: '%s' is one word too many: a vendor has one class", cmd->cmd->name,
                            argv[3]);
    for (int i = 0; xp_catalogue_class(i); i++)
        classes[i] = xp_catalogue_class(i);
    if (!(error = xp_choice_set(cmd, &cls, argv[2], classes, SIZE_OF(classes))) && !(error = take_vendor(cmd, name)))
        site.classes[xp_site_find(name)] = cls;
    return error;
}

static const char *take_patterns(cmd_parms *cmd, xp_pattern_row row, int away, int argc, char *const argv[])
{
    int step = row.kind == XP_BLOCK && !away ? 2 : 1;
    const char *error = NULL;

    if (argc % 2 && step == 2)
        return apr_psprintf(cmd->pool, "%s: '%s' begins a block that nothing ends: give begin and end", cmd->cmd->name,
                            argv[argc - 1]);
    if (row.kind == XP_STUB && argc > 3)
        return apr_psprintf(
            cmd->pool, "%s: '%s' is a second stub of %s: give one, in quotes, and with a backslash before those in it",
            cmd->cmd->name, argv[3], row.vendor);
    for (int i = 2; !error && i < argc; i += step) {
        row.text = apr_pstrdup(cmd->pool, argv[i]);
        if (step == 2)
            row.more = apr_pstrdup(cmd->pool, argv[i + 1]);
        error = away ? take_away(cmd, row) : add_row(cmd, row);
    }
    return error;
}

const char *xp_site_set_vendor(cmd_parms *cmd, void *dir, int argc, char *const argv[])
{
    const char *error = ap_check_cmd_context(cmd, GLOBAL_ONLY);
    xp_pattern_row row = { 0 };
    int away = 0;
    char *name;

    (void)dir;
    if (error)
        return error;
    if (argc == 1 && !ap_cstr_casecmp(argv[0], "None")) {
        site.none = 1;
        return NULL;
    }
    if (argc < 2)
        return apr_psprintf(cmd->pool, "%s: '%s' is too little: give " SYNTAX, cmd->cmd->name, argc ? argv[0] : "");
    name = apr_pstrdup(cmd->pool, argv[0]);
    ap_str_tolower(name);
    if (!xp_catalogue_may_name(name))
        return apr_psprintf(
            cmd->pool,
            "%s: '%s' is no vendor's name: give a-z, 0-9 and '-', at most %d, and not all, none, gate or keep",
            cmd->cmd->name, argv[0], XP_VENDOR_NAME);
    row.vendor = name;
    if ((error = take_kind(cmd, &row, argv[1], &away)))
        return error;
    if (away && row.kind == XP_STUB && argc == 2) {
        row.text = "";
        return take_away(cmd, row);
    }
    if (argc < 3)
        return apr_psprintf(cmd->pool, "%s: '%s' is too little: give " SYNTAX, cmd->cmd->name, argv[1]);
    if ((int)row.kind == CLASS)
        return take_class(cmd, name, argc, argv);
    return take_patterns(cmd, row, away, argc, argv);
}

/* ---- When all is read: what is taken away ---------------------------------------------------------------------------------- */

/* Whether a row is so many rows as it has names. */
static int has_names(const xp_pattern_row *row)
{
    return row->kind == XP_GLOBAL || row->kind == XP_MAKES;
}

/* Of a row's text what is left when the names that are taken away are gone: of global and makes rows some, of others all or nothing.
 * NULL: nothing. */
static const char *left_of(apr_pool_t *p, const xp_pattern_row *row)
{
    apr_array_header_t *left = apr_array_make(p, 8, sizeof(const char *));
    const char *names = row->text;

    if (!has_names(row))
        return is_away(p, row, row->text) ? NULL : row->text;
    while (*names) {
        const char *name = ap_getword(p, &names, ' ');

        if (!is_away(p, row, name))
            APR_ARRAY_PUSH(left, const char *) = name;
    }
    return left->nelts ? apr_array_pstrcat(p, left, ' ') : NULL;
}

/* The texts by which the vendor's rows of that kind are known: of a global or makes row its names. */
static void gather(apr_pool_t *p, const xp_pattern_row *row, const xp_pattern_row *like, apr_array_header_t *texts)
{
    const char *names = row->text;

    if (row->kind != like->kind || strcmp(row->vendor, like->vendor) != 0)
        return;
    if (!has_names(row))
        APR_ARRAY_PUSH(texts, const char *) = row->text;
    while (has_names(row) && *names)
        APR_ARRAY_PUSH(texts, const char *) = ap_getword(p, &names, ' ');
}

/* NULL, or what is wrong with taking that row away. */
static const char *check_taken(apr_pool_t *p, const xp_pattern_row *row)
{
    apr_array_header_t *texts = apr_array_make(p, 16, sizeof(const char *));
    const char *key = key_of(p, row, row->text);

    if (xp_site_find(row->vendor) < 0) {
        const char *guess = xp_site_guess(p, row->vendor, NULL);

        return apr_psprintf(p,
                            "'%s' is no vendor: %sgive a name that xpurpose-explain --list prints, or that is made "
                            "with XPurposeVendor",
                            row->vendor, guess ? apr_pstrcat(p, guess, " Or ", NULL) : "");
    }
    for (size_t i = 0; i < xp_patterns_count; i++)
        gather(p, &xp_patterns[i], row, texts);
    for (int i = 0; i < site.rows->nelts; i++)
        gather(p, &APR_ARRAY_IDX(site.rows, i, xp_pattern_row), row, texts);
    for (int i = 0; i < texts->nelts; i++) {
        xp_pattern_row plain = { row->vendor, row->kind, APR_ARRAY_IDX(texts, i, const char *), NULL };

        if (!strcmp(key, key_of(p, &plain, plain.text)))
            return NULL;
    }
    if (row->kind == XP_STUB)
        return apr_psprintf(p, "'%s' has no stub to take away", row->vendor);
    return apr_psprintf(p, "'%s' is no %s row of %s: %s", row->text, xp_catalogue_kind((int)row->kind), row->vendor,
                        xp_nearest(p, row->text, texts));
}

int xp_site_check(apr_pool_t *ptemp, server_rec *s)
{
    for (int i = 0; i < site.taken->nelts; i++) {
        const taken_row *taken = &APR_ARRAY_IDX(site.taken, i, taken_row);
        const char *wrong = check_taken(ptemp, &taken->row);

        if (wrong) {
            ap_log_error(APLOG_MARK, APLOG_STARTUP | APLOG_CRIT, 0, s, "Syntax error on line %d of %s:", taken->line,
                         taken->file);
            ap_log_error(APLOG_MARK, APLOG_STARTUP | APLOG_CRIT, 0, s, "XPurposeVendor: %s", wrong);
            return HTTP_INTERNAL_SERVER_ERROR;
        }
    }
    memset(&site.defaults, 0, sizeof site.defaults);
    for (int i = 0; i < xp_site_vendors(); i++)
        if (xp_site_class(i) != XP_CLASS_ABTEST)
            xp_set_add(&site.defaults, i);
    return OK;
}

/* ---- When all is read: what is compiled ------------------------------------------------------------------------------------- */

/* The catalogue's rows by key_of(), if there are rows to be held against them. */
static apr_hash_t *index_catalogue(apr_pool_t *p)
{
    apr_hash_t *index = apr_hash_make(p);

    for (size_t i = 0; site.rows->nelts && !site.none && i < xp_patterns_count; i++)
        apr_hash_set(index, key_of(p, &xp_patterns[i], xp_patterns[i].text), APR_HASH_KEY_STRING, &xp_patterns[i]);
    return index;
}

static int is_same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

/* A row of the site's as it is compiled, if it is: less what is taken away, and in the place of the catalogue's row that says the same. */
static void settle_row(apr_pool_t *p, apr_pool_t *ptemp, const xp_pattern_row *said, apr_hash_t *index,
                       apr_array_header_t *rows)
{
    site_row it = { *said, xp_site_find(said->vendor), rows->nelts };
    const char *key = key_of(ptemp, said, said->text);
    const xp_pattern_row *old = apr_hash_get(index, key, APR_HASH_KEY_STRING);

    it.row.text = left_of(p, said);
    if (!it.row.text || (old && is_same(old->text, it.row.text) && is_same(old->more, it.row.more)))
        return;
    if (old && said->kind == XP_SPARE)
        it.row.text = apr_pstrcat(p, old->text, " ", it.row.text, NULL);
    else if (old && !(said->kind == XP_STUB && said->more)) /* of shorter stubs the last one holds */
        APR_ARRAY_PUSH(site.less, xp_pattern_row) = *old;
    if (old)
        apr_hash_set(site.replaced, key, APR_HASH_KEY_STRING, "");
    if (old && said->kind == XP_STUB && !said->more) /* the shorter one went with it */
        apr_hash_set(site.replaced, apr_pstrcat(ptemp, key, SHORTER, NULL), APR_HASH_KEY_STRING, "");
    APR_ARRAY_PUSH(rows, site_row) = it;
}

/* The engine numbers vendors by their first row; one that has no row, but a name in XPurposeVendors, gets one that does nothing. */
static const char IDLE[] = "none";

static void settle_vendors(apr_pool_t *p, apr_array_header_t *rows)
{
    char *has_row = apr_pcalloc(p, XP_VENDORS_MAX);

    for (int i = 0; i < rows->nelts; i++)
        has_row[APR_ARRAY_IDX(rows, i, site_row).vendor] = 1;
    for (int i = 0; i < site.names->nelts; i++) {
        int vendor = (int)xp_vendors_count + i;
        site_row idle = { { APR_ARRAY_IDX(site.names, i, const char *), XP_SPARE, IDLE, NULL }, vendor, 0 };

        if (!has_row[vendor])
            APR_ARRAY_PUSH(rows, site_row) = idle;
    }
}

static int in_order(const void *av, const void *bv)
{
    const site_row *a = av, *b = bv;

    return a->vendor != b->vendor ? a->vendor - b->vendor : a->order - b->order;
}

/* Makes of what was said what is compiled, in `p`. */
static void settle(apr_pool_t *p, apr_pool_t *ptemp)
{
    apr_array_header_t *rows = apr_array_make(ptemp, site.rows->nelts + 1, sizeof(site_row));
    apr_hash_t *index = index_catalogue(ptemp);

    site.less = apr_array_make(p, site.taken->nelts + 1, sizeof(xp_pattern_row));
    site.replaced = apr_hash_make(ptemp);
    if (site.none)
        APR_ARRAY_PUSH(site.less, xp_pattern_row) = (xp_pattern_row){ NULL, XP_URL, NULL, NULL };
    for (int i = 0; i < site.taken->nelts; i++)
        APR_ARRAY_PUSH(site.less, xp_pattern_row) = APR_ARRAY_IDX(site.taken, i, taken_row).row;
    for (int i = 0; i < site.rows->nelts; i++)
        settle_row(p, ptemp, &APR_ARRAY_IDX(site.rows, i, xp_pattern_row), index, rows);
    settle_vendors(ptemp, rows);
    qsort(rows->elts, (size_t)rows->nelts, sizeof(site_row), in_order);
    site.extra = apr_array_make(p, rows->nelts + 1, sizeof(xp_pattern_row));
    for (int i = 0; i < rows->nelts; i++)
        APR_ARRAY_PUSH(site.extra, xp_pattern_row) = APR_ARRAY_IDX(rows, i, site_row).row;
}

static void *pool_alloc(void *pool, size_t size)
{
    return apr_pcalloc(pool, size);
}

static apr_uint64_t digest_rows(apr_uint64_t hash, const xp_pattern_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *words[] = { rows[i].vendor, rows[i].text, rows[i].more };

        hash = xp_hash_number(hash, (apr_uint64_t)rows[i].kind);
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            hash = xp_hash_word(hash, words[w] ? words[w] : "");
    }
    return hash;
}

/* Made where it is asked for, which few sites do; two threads that do so at once make the same of it. */
apr_uint64_t xp_site_digest(void)
{
    apr_uint64_t hash = __atomic_load_n(&site.digest, __ATOMIC_RELAXED);

    if (hash)
        return hash;
    hash = digest_rows(XP_HASH_BEGIN, xp_patterns, xp_patterns_count);
    hash = digest_rows(hash, (const xp_pattern_row *)site.extra->elts, (size_t)site.extra->nelts);
    hash = digest_rows(hash, (const xp_pattern_row *)site.less->elts, (size_t)site.less->nelts);
    __atomic_store_n(&site.digest, hash, __ATOMIC_RELAXED);
    return hash;
}

int xp_site_compile(apr_pool_t *pconf, apr_pool_t *ptemp, server_rec *s)
{
    settle(pconf, ptemp);
    site.rules =
        xp_rules_build_without((const xp_pattern_row *)site.extra->elts, (size_t)site.extra->nelts,
                               (const xp_pattern_row *)site.less->elts, (size_t)site.less->nelts, pool_alloc, pconf);
    if (!site.rules) {
        ap_log_error(APLOG_MARK, APLOG_CRIT, 0, s, "the catalogue and XPurposeVendor's %d patterns do not compile",
                     site.rows->nelts);
        return HTTP_INTERNAL_SERVER_ERROR;
    }
    return OK;
}

/* ---- httpd -t -D DUMP_XPURPOSE ------------------------------------------------------------------------------------------------ */

static void dump_row(apr_pool_t *p, apr_file_t *out, xp_pattern_row row)
{
    size_t n;
    char *line;

    row.text = left_of(p, &row);
    if (!row.text || row.text == IDLE)
        return;
    n = xp_catalogue_line(&row, NULL, 0);
    line = apr_palloc(p, n + 1);
    xp_catalogue_line(&row, line, n);
    line[n] = '\n';
    apr_file_write_full(out, line, n + 1, NULL);
}

void xp_site_dump(apr_pool_t *p, apr_file_t *out)
{
    size_t row = 0;
    int extra = 0;

    settle(p, p);
    apr_file_printf(out, "XPurposeVendor None\n");
    for (int v = 0; v < xp_site_vendors(); v++) {
        const char *name = xp_site_name(v);

        apr_file_printf(out, "XPurposeVendor %s class %s\n", name, xp_catalogue_class((int)xp_site_class(v)));
        for (; row < xp_patterns_count && !strcmp(xp_patterns[row].vendor, name); row++)
            if (!site.none &&
                !apr_hash_get(site.replaced, key_of(p, &xp_patterns[row], xp_patterns[row].text), APR_HASH_KEY_STRING))
                dump_row(p, out, xp_patterns[row]);
        for (; extra < site.extra->nelts && !strcmp(APR_ARRAY_IDX(site.extra, extra, xp_pattern_row).vendor, name);
             extra++)
            dump_row(p, out, APR_ARRAY_IDX(site.extra, extra, xp_pattern_row));
    }
}
