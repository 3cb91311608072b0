/* See xp_proof.h. */
#include "xp_proof.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

enum {
    SHORT_NAME = 4,   /* letters of a name that may be anybody's */
    SHORT_PREFIX = 3, /* … and of what a name begins with up to a '_', as in "et_areas" */
    COMMAND = 2,      /* letters of the word that tells a function what to do */
    PHRASE = 8        /* letters of a string that nobody else has */
};

/* Names of products that a site may have given to something of its own, in lower case. */
static const char ORDINARY[] =
    " amplitude analytics bootstrapper clarity fathom gomez munchkin plausible reinvigorate treasure trekkie "
    "umami webvitals ";

static bool is_quote(char c)
{
    return c == '\'' || c == '"';
}

static bool is_word(char c)
{
    return xp_is_alnum(c) || c == '_' || c == '$';
}

static size_t count_letters(const char *text)
{
    size_t n = 0;

    for (; *text; text++)
        n += is_word(*text);
    return n;
}

static bool is_ordinary(const char *name, size_t len)
{
    for (const char *at = ORDINARY + 1; *at; at += strcspn(at, " ") + 1) {
        size_t same = 0;

        while (same < len && at[same] == xp_lower(name[same]))
            same++;
        if (same == len && at[len] == ' ')
            return true;
    }
    return false;
}

/* "et_areas", but neither "_paq" nor "et_eC_Wrapper". */
static bool is_prefixed(const char *name, size_t len)
{
    const char *dash = memchr(name, '_', len);

    return dash && dash - name <= SHORT_PREFIX && !memchr(dash + 1, '_', len - (size_t)(dash + 1 - name));
}

/* The name that the text begins with, behind what says nothing. */
static const char *name_in(const char *text)
{
    if (!strncmp(text, "new ", 4))
        text += 4;
    return strncmp(text, "window.", 7) ? text : text + 7;
}

bool xp_proof_is(const char *text)
{
    const char *name = name_in(text);
    size_t len = 0;

    while (is_word(name[len]))
        len++;
    if (strpbrk(text, "/#{") && !memchr(text, '(', strlen(text))) /* an address, or a style's */
        return true;
    if (is_quote(*name))
        return count_letters(name) >= PHRASE;
    if (*name == '_' && len > 2)
        return true;
    if (len > 0 && name[len] == '(' && is_quote(name[len + 1]) && count_letters(name + len) >= COMMAND)
        return true;
    return len > SHORT_NAME && !is_prefixed(name, len) && !is_ordinary(name, len);
}
