/* Element rows: see xp_element.h. */
#include "xp_element.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "xp_shape.h"

/* ---- Rows ----------------------------------------------------------------------------------------------------------- */

size_t xp_element_name(const char *row)
{
    return strcspn(row, "[#");
}

/* "#handle" is [id=handle]. */
static const char *read_id(const char *row, xp_condition *out)
{
    *out = (xp_condition){ "id", row + 1, 2, strcspn(row + 1, "[#"), false };
    return row + 1 + out->nvalue;
}

const char *xp_element_condition(const char *row, xp_condition *out)
{
    const char *end = strchr(row, ']');
    size_t len;

    if (*row == '#')
        return read_id(row, out);
    if (*row != '[' || !end)
        return NULL;
    row++;
    out->denies = *row == '!';
    row += out->denies;
    len = (size_t)(end - row);
    out->name = row;
    out->value = memchr(row, '=', len);
    out->nname = out->value ? (size_t)(out->value - row) : len;
    out->nvalue = out->value ? len - out->nname - 1 : 0;
    if (out->value)
        out->value++;
    return end + 1;
}

static bool is_word(const xp_condition *condition, const char *word)
{
    return xp_element_is_on(condition, word, strlen(word));
}

/* An attribute that says where something lies, by which no row is found: url rows are. */
static bool is_address(const xp_condition *condition)
{
    return is_word(condition, "src") || is_word(condition, "href") || is_word(condition, "srcset");
}

/* Attributes that many elements have, each with its own value … */
static const char *const NAMING[] = { "id", "class", "name", "title", "alt", "style", NULL };

/* … or with one of a few. */
static const char *const COMMON[] = {
    "as",     "async",       "border",   "charset", "crossorigin",  "defer",         "dir",      "height",
    "hidden", "lang",        "language", "media",   "integrity",    "frameborder",   "loading",  "nomodule",
    "nonce",  "rel",         "sizes",    "type",    "scrolling",    "allow",         "decoding", "referrerpolicy",
    "width",  "marginwidth", "align",    "sandbox", "marginheight", "fetchpriority", NULL
};

/* That these are there says little; what their value is may say all. */
static const char *const PRESENT[] = { "content",  "data-cfasync", "data-category", "data-href",
                                       "data-id",  "data-name",    "data-src",      "data-type",
                                       "data-url", "data-value",   "onerror",       "onload",
                                       "property", "role",         "tabindex",      "target",
                                       NULL };

static bool is_any(const xp_condition *c, const char *const *words)
{
    while (*words && !is_word(c, *words))
        words++;
    return *words != NULL;
}

/* Whether little else meets the condition: of what names things, four bytes of the name must be given. */
static bool is_telling(const xp_condition *c)
{
    size_t own = 0;

    if (c->denies || is_address(c) || is_any(c, COMMON) || (!c->value && is_any(c, PRESENT)))
        return false;
    if (!is_any(c, NAMING))
        return true;
    for (size_t i = 0; i < c->nvalue; i++) {
        if (c->value[i] == '<')
            while (i + 1 < c->nvalue && c->value[i] != '>')
                i++;
        else
            own += c->value[i] != '*';
    }
    return own >= 4;
}

bool xp_element_key(const char *row, xp_condition *out, int *number)
{
    const char *at = row + xp_element_name(row);

    for (*number = 0; *at && (at = xp_element_condition(at, out)) != NULL; ++*number)
        if (is_telling(out))
            return true;
    return false;
}

bool xp_element_is_on(const xp_condition *condition, const char *name, size_t nname)
{
    if (nname != condition->nname)
        return false;
    for (size_t i = 0; i < nname; i++)
        if (xp_lower(name[i]) != xp_lower(condition->name[i]))
            return false;
    return true;
}

/* Space round an address is no part of it. */
bool xp_element_is_met(const xp_condition *condition, const char *value, size_t nvalue)
{
    if (condition->denies)
        return false;
    if (!condition->value)
        return true;
    if (is_address(condition)) {
        while (nvalue > 0 && (unsigned char)value[nvalue - 1] <= ' ')
            nvalue--;
        for (; nvalue > 0 && (unsigned char)*value <= ' '; nvalue--)
            value++;
    }
    return xp_shape_matches(condition->value, condition->nvalue, value, nvalue);
}

/* ---- Checks --------------------------------------------------------------------------------------------------------- */

static bool is_known_element(const char *row, size_t n)
{
    static const char *const NAMES[] = { "script", "img", "iframe", "link" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strlen(NAMES[i]) == n && memcmp(NAMES[i], row, n) == 0)
            return true;
    return false;
}

static const char *check_condition(const xp_condition *c)
{
    if (c->nname < 1)
        return "has a condition without an attribute's name: it is [attribute], [!attribute], [attribute=value] or #id";
    for (size_t i = 0; i < c->nname; i++)
        if ((unsigned char)c->name[i] <= ' ' || strchr("\"'<>/*[!#", c->name[i]))
            return "has a character in an attribute's name that none has: a condition is [attribute], [!attribute], "
                   "[attribute=value] or #id";
    if (c->denies && c->value)
        return "has a negation with a value: [!attribute] means that the attribute is not there";
    if (c->value && c->nvalue < 1)
        return "has an empty value: [attribute] means that it is there, whatever its value";
    if (c->value && (*c->value == '"' || *c->value == '\''))
        return "has a value in quotes: they would be part of it";
    return c->value ? xp_shape_check(c->value, c->nvalue) : NULL;
}

const char *xp_element_check(const char *row)
{
    size_t name = xp_element_name(row);
    const char *at = row + name, *wrong;
    xp_condition c;
    int n = 0;

    if (strlen(row) > XP_ELEMENT_LONGEST)
        return "is longer than 128 bytes";
    for (const char *p = row; *p; p++)
        if ((unsigned char)*p < ' ' || *p == '\x7f')
            return "has a control character in it";
    if (!is_known_element(row, name))
        return "does not begin with the name of an element: script, img, iframe or link, and conditions such as "
               "[attribute=value] behind it";
    for (; *at; n++) {
        if (*at == '[' && !strchr(at, ']'))
            return "has a '[' without a ']'";
        if (!(at = xp_element_condition(at, &c)))
            return "has something behind a condition that is none: it is [attribute], [!attribute], [attribute=value] "
                   "or #id";
        if ((wrong = check_condition(&c)) != NULL)
            return wrong;
    }
    if (n > XP_ELEMENT_CONDITIONS)
        return "has more than eight conditions";
    return xp_element_key(row, &c, &n)
               ? NULL
               : "has no condition that tells enough: one on an attribute that is there and that is none "
                 "of those which many elements have, or an id with four characters or more";
}
