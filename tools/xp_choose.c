/* Which vendors: see xp_choose.h. As the module reads it (module/xp_selection.c), but for vendors of the site's own, which are not known here. */
#define _POSIX_C_SOURCE 200809L
#include "xp_choose.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "xp_meant.h"

enum { QUOTED = 128, CLASSES = XP_CLASS_SITE + 1, CLASS_WORD = 16 }; /* bytes of a word in a message */

static bool is_signed(const char *word)
{
    return *word == '+' || *word == '-';
}

/* ---- Words that are wrong -------------------------------------------------------------------------------------------------- */

/* The words for classes: "@pixel". */
static void name_classes(char words[CLASSES][CLASS_WORD], const char *names[CLASSES])
{
    for (int cls = 0; cls < CLASSES; cls++) {
        snprintf(words[cls], CLASS_WORD, "@%s", xp_catalogue_class(cls));
        names[cls] = words[cls];
    }
}

static void complain_of_class(const char *name, char wrong[XP_CHOOSE_TEXT])
{
    char classes[CLASSES][CLASS_WORD], guess[XP_MEANT_TEXT], list[(CLASS_WORD + 2) * CLASSES] = "";
    const char *names[CLASSES];

    if (!strcasecmp(name + 1, "All") || xp_catalogue_find(name + 1) >= 0) {
        snprintf(wrong, XP_CHOOSE_TEXT, "'%s' is no class: write %s, without the @", name, name + 1);
        return;
    }
    name_classes(classes, names);
    for (int cls = 0; cls < CLASSES; cls++)
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", cls ? ", " : "", classes[cls]);
    xp_meant_ask(guess, name, names, CLASSES, xp_likeliest);
    snprintf(wrong, XP_CHOOSE_TEXT, "'%.*s' is no class: %s%s %s", QUOTED, name, guess,
             *guess ? " The classes are" : "the classes are", list);
}

static void complain_of_vendor(const char *name, char wrong[XP_CHOOSE_TEXT])
{
    const char *names[XP_MEANT_NAMES];
    char classes[CLASSES][CLASS_WORD], guess[XP_MEANT_TEXT];

    for (size_t i = 0; i < xp_vendors_count; i++)
        names[i] = xp_vendors[i].name;
    name_classes(classes, names + xp_vendors_count);
    xp_meant_ask(guess, name, names, xp_vendors_count + CLASSES, xp_likeliest_vendors);
    snprintf(wrong, XP_CHOOSE_TEXT, "'%.*s' is no vendor: %s", QUOTED, name,
             *guess ? guess : "give a name that xpurpose-explain --list prints, a class as @pixel, All or None");
}

/* False: the word stands for something else than a vendor. */
static bool check_word(const char *word, char wrong[XP_CHOOSE_TEXT])
{
    static const char *const MODES[] = { "Off", "On", "Default" };
    const char *name = word + is_signed(word);

    *wrong = 0;
    if (!*name)
        snprintf(wrong, XP_CHOOSE_TEXT, "'%s' stands alone: write it before a name, without a space", word);
    if (!strcasecmp(name, "None"))
        snprintf(wrong, XP_CHOOSE_TEXT, "'%s' says that no vendor's code is removed: give None alone, without a sign",
                 word);
    for (size_t i = 0; i < sizeof MODES / sizeof *MODES; i++)
        if (!strcasecmp(name, MODES[i]))
            snprintf(wrong, XP_CHOOSE_TEXT,
                     "'%s' is no vendor: give None for no vendor, All for all, or names with + and - for what differs "
                     "from the default",
                     name);
    return !*wrong;
}

/* A word without its sign. */
static bool check_name(const char *name, char wrong[XP_CHOOSE_TEXT])
{
    if (*name == '@' ? xp_catalogue_class_of(name + 1) >= 0 : !strcasecmp(name, "All") || xp_catalogue_find(name) >= 0)
        return true;
    if (*name == '@')
        complain_of_class(name, wrong);
    else if (xp_catalogue_class_of(name) >= 0)
        snprintf(wrong, XP_CHOOSE_TEXT, "'%s' is no vendor but a class: write @%s", name, name);
    else
        complain_of_vendor(name, wrong);
    return false;
}

/* ---- The list ----------------------------------------------------------------------------------------------------------------- */

static void choose(xp_vendor_set *set, int vendor, bool on)
{
    if (on)
        xp_set_add(set, vendor);
    else
        xp_set_remove(set, vendor);
}

static void take_word(xp_vendor_set *set, const char *word)
{
    const char *name = word + is_signed(word);
    int cls = *name == '@' ? xp_catalogue_class_of(name + 1) : -1, one = *name == '@' ? -1 : xp_catalogue_find(name);
    bool all = !strcasecmp(name, "All");

    for (int vendor = 0; vendor < (int)xp_vendors_count; vendor++)
        if (all || vendor == one || (int)xp_vendors[vendor].cls == cls)
            choose(set, vendor, *word != '-');
}

bool xp_choose_vendors(xp_vendor_set *set, char *list, char wrong[XP_CHOOSE_TEXT])
{
    char *word = strtok(list, ", ");
    bool with_signs = word && is_signed(word);

    if (!word) {
        snprintf(wrong, XP_CHOOSE_TEXT, "'' is too little: give [+|-]name, [+|-]@class, All or None");
        return false;
    }
    if (!with_signs)
        *set = (xp_vendor_set){ { 0 } };
    for (bool first = true; word; first = false) {
        char *next = strtok(NULL, ", ");

        if (is_signed(word) != with_signs) {
            snprintf(wrong, XP_CHOOSE_TEXT, "'%.*s' is mixed with names %s + or -: give all of them a sign, or none",
                     QUOTED, word, with_signs ? "with" : "without");
            return false;
        }
        if (first && !next && !strcasecmp(word, "None"))
            return true;
        if (!check_word(word, wrong) || !check_name(word + is_signed(word), wrong))
            return false;
        take_word(set, word);
        word = next;
    }
    return true;
}
