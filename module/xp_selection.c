/* XPurposeVendors: see xp_selection.h.
 *
 * Vendor names become numbers when they are read, so that a merge and a request only deal with bits. The site's own vendors
 * (xp_site.c) therefore have to be defined before they are named. Of what class a vendor is, and which vendors a class has, is
 * known only once all is read; so lines, and what has been merged of them, are gone through again then. A .htaccess comes later. */
#include "xp_selection.h"

#include "apr_strings.h"

#include "xp_choice.h"
#include "xp_nearest.h"
#include "xp_site.h"

/* What is to be done again, in this order: a line's words, or a merge. */
typedef struct {
    xp_selection *to;
    const char *const *words; /* NULL: a merge */
    int n;
    const xp_selection *parent, *child;
} step;

static apr_array_header_t *steps; /* step; NULL: all is known */

void xp_selection_begin(apr_pool_t *pconf)
{
    steps = apr_array_make(pconf, 8, sizeof(step));
}

/* ---- Words ----------------------------------------------------------------------------------------------------------------- */

static int is_signed(const char *word)
{
    return *word == '+' || *word == '-';
}

/* The words for classes: "@pixel". */
static apr_array_header_t *classes_of(apr_pool_t *p)
{
    apr_array_header_t *classes = apr_array_make(p, 8, sizeof(const char *));
    const char *word;

    for (int cls = 0; (word = xp_catalogue_class(cls)); cls++)
        APR_ARRAY_PUSH(classes, const char *) = apr_pstrcat(p, "@", word, NULL);
    return classes;
}

static const char *complain_of_class(cmd_parms *cmd, const char *name)
{
    apr_pool_t *p = cmd->temp_pool;
    const apr_array_header_t *classes = classes_of(p);
    const char *guess;

    if (!ap_cstr_casecmp(name + 1, "All") || xp_site_find(name + 1) >= 0)
        return apr_psprintf(cmd->pool, "%s: '%s' is no class: write %s, without the @", cmd->cmd->name, name, name + 1);
    guess = xp_nearest_of(p, name, classes);
    return apr_psprintf(cmd->pool, "%s: '%s' is no class: %s%s %s", cmd->cmd->name, name, guess ? guess : "",
                        guess ? " The classes are" : "the classes are", xp_choice_list(p, classes));
}

/* What is meant by a word that stands for something else than a vendor; NULL: nothing is known of it. */
static const char *complain_of_word(cmd_parms *cmd, const char *word, const char *name)
{
    static const char *const MODES[] = { "Off", "On", "Default" };

    if (!*name)
        return apr_psprintf(cmd->pool, "%s: '%s' stands alone: write it before a name, without a space", cmd->cmd->name,
                            word);
    if (strpbrk(name, ", "))
        return apr_psprintf(cmd->pool,
                            "%s: '%s' is more than one name: put spaces between names, and no commas or quotes",
                            cmd->cmd->name, name);
    if (!ap_cstr_casecmp(name, "None"))
        return apr_psprintf(cmd->pool,
                            "%s: '%s' says that no vendor's code is removed: give None alone, without a sign",
                            cmd->cmd->name, word);
    if (xp_choice_find(name, MODES, 3) >= 0)
        return apr_psprintf(cmd->pool,
                            "%s: '%s' is no vendor: give None for no vendor, All for all, or names with + and - for "
                            "what differs from the default",
                            cmd->cmd->name, name);
    return NULL;
}

/* What is wrong with a name, which has no sign any more: NULL if it is a vendor's, a class's with an @, or All. */
static const char *check_name(cmd_parms *cmd, const char *name)
{
    const char *guess;

    if (*name == '@' ? xp_catalogue_class_of(name + 1) >= 0 : !ap_cstr_casecmp(name, "All") || xp_site_find(name) >= 0)
        return NULL;
    if (*name == '@')
        return complain_of_class(cmd, name);
    if (xp_catalogue_class_of(name) >= 0)
        return apr_psprintf(cmd->pool, "%s: '%s' is no vendor but a class: write @%s", cmd->cmd->name, name, name);
    if ((guess = xp_site_guess(cmd->temp_pool, name, classes_of(cmd->temp_pool))))
        return apr_psprintf(cmd->pool, "%s: '%s' is no vendor: %s One of your own: define it first with XPurposeVendor",
                            cmd->cmd->name, name, guess);
    return apr_psprintf(
        cmd->pool,
        "%s: '%s' is no vendor: give a name that xpurpose-explain --list prints, a class as @pixel, All, "
        "None, or define it first with XPurposeVendor",
        cmd->cmd->name, name);
}

/* The first word that is wrong, and why; NULL: none. */
static const char *check_line(cmd_parms *cmd, int argc, char *const argv[])
{
    const char *error = NULL;

    if (argc < 1)
        return apr_psprintf(cmd->pool, "%s: '' is too little: give [+|-]name, [+|-]@class, All or None",
                            cmd->cmd->name);
    if (argc == 1 && !ap_cstr_casecmp(argv[0], "None"))
        return NULL;
    for (int i = 0; i < argc && !error; i++) {
        const char *word = argv[i];

        if (is_signed(word) != is_signed(argv[0]))
            error = apr_psprintf(cmd->pool, "%s: '%s' is mixed with names %s + or -: give all of them a sign, or none",
                                 cmd->cmd->name, word, is_signed(word) ? "without" : "with");
        else if (!(error = complain_of_word(cmd, word, word + is_signed(word))))
            error = check_name(cmd, word + is_signed(word));
    }
    return error;
}

static void take_word(xp_selection *selection, const char *word)
{
    xp_vendor_set *set = *word == '-' ? &selection->off : &selection->on;
    xp_vendor_set *other = *word == '-' ? &selection->on : &selection->off;
    const char *name = word + is_signed(word);
    int cls = *name == '@' ? xp_catalogue_class_of(name + 1) : -1;
    int one = *name == '@' ? -1 : xp_site_find(name);

    if (!ap_cstr_casecmp(name, "All")) {
        memset(set, 0xff, sizeof *set);
        memset(other, 0, sizeof *other);
    }
    for (int vendor = 0; vendor < xp_site_vendors(); vendor++)
        if (vendor == one || (int)xp_site_class(vendor) == cls) {
            xp_set_add(set, vendor);
            xp_set_remove(other, vendor);
        }
}

static void take_line(xp_selection *selection, const char *const *words, int n)
{
    if (!is_signed(words[0]))
        *selection = (xp_selection){ .fresh = 1 };
    for (int i = 0; i < n; i++)
        if (n > 1 || ap_cstr_casecmp(words[i], "None"))
            take_word(selection, words[i]);
}

const char *xp_selection_set(cmd_parms *cmd, xp_selection *selection, int argc, char *const argv[])
{
    const char **words = apr_palloc(cmd->pool, ((size_t)argc + 1) * sizeof *words),
               *error = check_line(cmd, argc, argv);

    if (error)
        return error;
    for (int i = 0; i < argc; i++)
        words[i] = apr_pstrdup(cmd->pool, argv[i]);
    take_line(selection, words, argc);
    if (!ap_check_cmd_context(cmd, NOT_IN_HTACCESS))
        APR_ARRAY_PUSH(steps, step) = (step){ selection, words, argc, NULL, NULL };
    return NULL;
}

/* ---- Merging ----------------------------------------------------------------------------------------------------------------- */

static void merge(xp_selection *to, const xp_selection *parent, const xp_selection *child)
{
    to->fresh = child->fresh || parent->fresh;
    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++) {
        uint64_t kept = child->fresh ? 0 : ~UINT64_C(0);

        to->on.bits[i] = (parent->on.bits[i] & kept & ~child->off.bits[i]) | child->on.bits[i];
        to->off.bits[i] = (parent->off.bits[i] & kept & ~child->on.bits[i]) | child->off.bits[i];
    }
}

void xp_selection_merge(xp_selection *to, const xp_selection *parent, const xp_selection *child)
{
    merge(to, parent, child);
    if (steps)
        APR_ARRAY_PUSH(steps, step) = (step){ to, NULL, 0, parent, child };
}

void xp_selection_settle(void)
{
    for (int i = 0; i < steps->nelts; i++)
        *APR_ARRAY_IDX(steps, i, step).to = (xp_selection){ 0 };
    for (int i = 0; i < steps->nelts; i++) {
        const step *it = &APR_ARRAY_IDX(steps, i, step);

        if (it->words)
            take_line(it->to, it->words, it->n);
        else
            merge(it->to, it->parent, it->child);
    }
    steps = NULL;
}

void xp_selection_vendors(const xp_selection *selection, xp_vendor_set *set)
{
    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++) {
        uint64_t inherited = selection->fresh ? 0 : xp_site_defaults()->bits[i];

        set->bits[i] = (inherited & ~selection->off.bits[i]) | selection->on.bits[i];
    }
}
