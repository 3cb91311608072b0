/* Rows as lines of XPurposeVendor: the words of that directive, and how a line is written so that httpd reads the same row again.
 *
 * httpd's parser (ap_getword_conf) ends a word at white space, or, if it begins with a quote, at the next such quote; there a backslash
 * stands before a quote or a backslash that is meant as such. */
#include <string.h>

#include "../bytes/xp_ascii.h"
#include "xp_rules.h"

const char *xp_catalogue_kind(int kind)
{
    static const char *const KIND[] = {
        [XP_URL] = "url",   [XP_INLINE] = "inline",   [XP_GLOBAL] = "global", [XP_BLOCK] = "block",
        [XP_STUB] = "stub", [XP_ELEMENT] = "element", [XP_MAKES] = "makes",   [XP_SPARE] = "spare"
    };

    return kind >= 0 && kind < (int)(sizeof KIND / sizeof *KIND) ? KIND[kind] : NULL;
}

const char *xp_catalogue_class(int cls)
{
    static const char *const CLASS[] = { [XP_CLASS_ANALYTICS] = "analytics", [XP_CLASS_TAGMANAGER] = "tagmanager",
                                         [XP_CLASS_REPLAY] = "replay",       [XP_CLASS_RUM] = "rum",
                                         [XP_CLASS_PIXEL] = "pixel",         [XP_CLASS_MARKETING] = "marketing",
                                         [XP_CLASS_ABTEST] = "abtest",       [XP_CLASS_SITE] = "site" };

    return cls >= 0 && cls < (int)(sizeof CLASS / sizeof *CLASS) ? CLASS[cls] : NULL;
}

int xp_catalogue_class_of(const char *word)
{
    const char *name;

    for (int cls = 0; (name = xp_catalogue_class(cls)); cls++)
        if (xp_is_word(word, strlen(word), name))
            return cls;
    return -1;
}

const char *xp_catalogue_word(int number, unsigned *use)
{
    static const struct {
        const char *word;
        unsigned use;
    } WORD[] = { { "script", XP_USE_SCRIPT }, { "pixel", XP_USE_PIXEL }, { "picture", XP_USE_PICTURE },
                 { "frame", XP_USE_FRAME },   { "hint", XP_USE_HINT },   { "classic", XP_USE_CLASSIC },
                 { "known", XP_USE_KNOWN },   { "loads", XP_USE_LOADS }, { "proof", XP_USE_PROOF },
                 { "weak", XP_USE_WEAK } };

    if (number < 0 || number >= (int)(sizeof WORD / sizeof *WORD))
        return NULL;
    *use = WORD[number].use;
    return WORD[number].word;
}

unsigned xp_catalogue_may(xp_kind kind)
{
    switch (kind) {
    case XP_URL: return XP_USE_ALL | XP_USE_KNOWN | XP_USE_CLASSIC;
    case XP_ELEMENT: return XP_USE_KNOWN;
    case XP_INLINE: return XP_USE_LOADS | XP_USE_PROOF | XP_USE_WEAK;
    default: return 0;
    }
}

/* What is written goes here as long as there is room; `n` counts on. */
typedef struct {
    char *to;
    size_t room, n;
} line;

static void put(line *l, char c)
{
    if (l->n < l->room)
        l->to[l->n] = c;
    l->n++;
}

static void put_text(line *l, const char *text)
{
    while (*text)
        put(l, *text++);
}

/* A word that may stand without quotes. */
static bool is_plain(const char *word)
{
    for (; *word; word++)
        if (!xp_is_alnum(*word) && !strchr("-_./*?=&:,", *word))
            return false;
    return true;
}

static void put_word(line *l, const char *word)
{
    bool plain = is_plain(word);

    put(l, ' ');
    if (!plain)
        put(l, '"');
    for (; *word; word++) {
        if (*word == '"' || *word == '\\')
            put(l, '\\');
        put(l, *word);
    }
    if (!plain)
        put(l, '"');
}

size_t xp_catalogue_line(const xp_pattern_row *row, char *to, size_t room)
{
    line l = { to, room, 0 };

    put_text(&l, "XPurposeVendor ");
    put_text(&l, row->vendor);
    put(&l, ' ');
    put_text(&l, xp_catalogue_kind((int)row->kind));
    if (row->more && row->kind != XP_BLOCK) {
        put(&l, ':');
        for (const char *p = row->more; *p; p++)
            put(&l, *p == ' ' ? ',' : *p);
    }
    put_word(&l, row->text);
    if (row->more && row->kind == XP_BLOCK)
        put_word(&l, row->more);
    return l.n;
}
