/* What a row of the catalogue or of the site's own may look like. Everything is refused here that compiling could not make
 * sense of, and what would be matched by accident: a pattern of three letters, a host without a dot. The messages finish the
 * sentence "'<text>' …", for the administrator who typed it.
 */
#include <string.h>

#include "../bytes/xp_ascii.h"
#include "xp_compiled.h"
#include "xp_element.h"
#include "xp_match.h"
#include "xp_proof.h"
#include "xp_rules.h"
#include "xp_shape.h"

enum { LONGEST_STUB = 4096 };

/* Whether `text` holds `word`, without regard to case. */
static bool holds(const char *text, const char *word)
{
    size_t n = strlen(word);

    for (; *text; text++) {
        size_t i = 0;

        while (i < n && text[i] && (text[i] | 0x20) == (word[i] | 0x20))
            i++;
        if (i >= n)
            return true;
    }
    return false;
}

/* The gate bears its name where stubs bear their vendor's; the others are words of directives and attributes. Asked of each row at the start. */
bool xp_catalogue_may_name(const char *name)
{
    static const char *const WORDS[] = { "all", "none", "gate", "keep" };
    enum { LONGEST_WORD = 4 };
    size_t n = 0;

    while ((name[n] >= 'a' && name[n] <= 'z') || xp_is_digit(name[n]) || name[n] == '-')
        n++;
    for (size_t i = 0; n <= LONGEST_WORD && i < sizeof WORDS / sizeof *WORDS; i++)
        if (!strcmp(name, WORDS[i]))
            return false;
    return n >= 1 && n <= XP_VENDOR_NAME && !name[n] && name[0] != '-';
}

static const char *check_query(const char *text)
{
    xp_literal literal = { text, strlen(text), XP_MATCH_QUERY, 0, true };
    size_t name = strcspn(text + 1, "=") + 1, n = literal.len;

    for (size_t i = 1; i < n; i++)
        if ((unsigned char)text[i] <= ' ' || text[i] == '\x7f' || strchr("\"'\\#`&?", text[i]))
            return "has a character in it that no query's parameter has";
    if (name < 2 || name + 1 >= n || xp_shape_literal(text, n) < name)
        return "is no query's parameter: it is written \"?name=value\", and the value may have stars and shapes";
    if (xp_shape_check(text, n))
        return xp_shape_check(text, n);
    return xp_match_takes(&literal)
               ? NULL
               : "is too short: it takes five characters before its first star or shape, the name and "
                 "'=' counted in";
}

/* A file's name with shapes in it. */
static const char *check_file(const char *text)
{
    size_t n = strlen(text), literal = xp_shape_literal(text, n);

    if (*text != '/' || strchr(text + 1, '/') || strchr(text, '?'))
        return "has a shape elsewhere than in a file's name, \"/name-<word:8>.js\", or in a query's parameter";
    return literal < 4 ? "is too short: a file's name takes three characters before its first star or shape"
                       : xp_shape_check(text, n);
}

static const char *check_url(const char *text)
{
    size_t host = strcspn(text, "/"), n = strlen(text);
    bool has_shape = strchr(text, '<') != NULL;

    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)text[i] <= ' ' || text[i] == '\x7f')
            return "has a space or a control character in it: give each pattern by itself, \"host/path\" or \"/path\"";
        if (strchr(has_shape ? "\"'\\#`" : "\"'>\\#`", text[i]))
            return "has a character in it that no URL has: a url pattern is \"host/path\" or \"/path\", in which '*' "
                   "is "
                   "anything and nothing else is special";
    }
    if (has_shape)
        return check_file(text);
    if (strstr(text, "//"))
        return "has '//' in it: a url pattern is \"host/path\" or \"/path\", without a scheme";
    if (host < 1 && text[1] == '*')
        return n < 10 || strcmp(text + n - 4, "*.js") != 0 || strcspn(text + 2, "*/?") != n - 6
                   ? "begins with '*': a word of a script's name is written \"/*word*.js\", with four letters or more"
                   : NULL;
    if (host < 1)
        return n < 4 || memchr(text, '*', 4) ? "is too short: a path takes three characters after its slash" : NULL;
    for (size_t i = 0; i < host; i++)
        if (!xp_is_alnum(text[i]) && !strchr("-_.*", text[i]) && (unsigned char)text[i] < 0x80)
            return "has a host with a character that no host has: a url pattern is \"host/path\" or \"/path\"";
    if (text[0] == '.' || text[host - 1] == '.' || strstr(text, ".."))
        return "has a host with an empty label: a host is \"stats.example.com\", or \"*.example.com\" for all below it";
    if (n > 5 && n == host && !strcmp(text + n - 2, ".*"))
        return strcspn(text, "*.") != n - 2
                   ? "has a '*' for its last labels but more than one before: give the first alone, \"stats.*\""
                   : NULL;
    while (host > 0 && text[host - 1] != '.' && text[host - 1] != '*')
        host--;
    if (host < 1)
        return "has a host without a dot: a first-party path begins with '/'";
    return text[host - 1] == '*'
               ? "has a '*' in the last label of its host: give that, \"*.example.com\", or a first label "
                 "of three letters or more, \"stats.*\""
               : NULL;
}

static const char *check_inline(const char *text)
{
    xp_literal literal = { text, strlen(text), XP_MATCH_TEXT, 0, false };

    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == '\x7f')
            return "has a control character in it: give what stands on one line";
    return xp_match_takes(&literal) ? NULL
                                    : "is too short to be looked for: it takes five characters, four of them from its "
                                      "first letter or '_' on, and that within the first thirteen";
}

/* Names separated by single spaces, each of word characters, perhaps with a '*' at its end. */
static const char *check_global(const char *text)
{
    while (*text) {
        size_t n = strcspn(text, " "), word = 0;

        while (word < n && (xp_is_alnum(text[word]) || text[word] == '_' || text[word] == '$'))
            word++;
        if (n < 1 || n > XP_MATCH_LONGEST)
            return "is no list of names: names of 1 to 64 characters with a space between two";
        if (word < n && (text[word] != '*' || word < 2 || word + 1 < n))
            return "has something in it that is no name: letters, digits, '_' and '$', and '*' after two or more of "
                   "them";
        text += n;
        if (*text == ' ' && !*++text)
            return "ends in a space: give names with one space between two";
    }
    return NULL;
}

/* Names as they are, for a browser is told them. */
static const char *check_makes(const char *text)
{
    const char *wrong = check_global(text);

    if (wrong)
        return wrong;
    if (strchr(text, '*'))
        return "has a '*' in it: names of what is made are whole";
    for (; *text; text += strcspn(text, " "), text += *text == ' ')
        if (*text >= '0' && *text <= '9')
            return "has a name in it that begins with a digit";
    return NULL;
}

static const char *check_block(const char *text, const char *end)
{
    if (!end || !*end)
        return "needs the text of the comment that ends the block as well";
    if (strlen(text) < XP_MATCH_MIN || strlen(end) < XP_MATCH_MIN)
        return "is too short: a marker takes five characters";
    if (strlen(end) > XP_MATCH_LONGEST)
        return "has an end that is longer than 64 bytes: give a part of it";
    if (strstr(text, "--") || strstr(end, "--"))
        return "has '--' in it, which ends a comment: give the comment's text without <!-- and -->";
    return NULL;
}

static const char *check_stub(const char *text)
{
    if (strlen(text) > LONGEST_STUB)
        return "is longer than 4096 bytes";
    if (holds(text, "</script") || holds(text, "<script") || holds(text, "<!--"))
        return "holds '</script', '<script' or '<!--', which would end it or what follows it elsewhere than it should";
    return NULL;
}

/* ---- What a row is for ---- */

/* The bit of a word in `more`; 0 if it is none of these. */
static unsigned use_named(const char *word, size_t n)
{
    unsigned use;

    for (int i = 0; xp_catalogue_word(i, &use); i++)
        if (strlen(xp_catalogue_word(i, &use)) == n && !memcmp(xp_catalogue_word(i, &use), word, n))
            return use;
    return 0;
}

/* What a row of its kind is for if it does not say. */
static int default_uses(const xp_pattern_row *row)
{
    size_t n = strlen(row->text);

    if (row->kind == XP_ELEMENT)
        return XP_USE_ALL;
    if (row->kind == XP_INLINE)
        return xp_proof_is(row->text) ? XP_USE_PROOF : 0;
    if (row->kind != XP_URL)
        return 0;
    if (*row->text == '?')
        return XP_USE_SCRIPT;
    return strchr(row->text, '/') || (n > 1 && !strcmp(row->text + n - 2, ".*"))
               ? XP_USE_ALL
               : XP_USE_SCRIPT | XP_USE_PIXEL | XP_USE_HINT;
}

int xp_row_uses(const xp_pattern_row *row)
{
    unsigned may = xp_catalogue_may(row->kind);
    int uses = default_uses(row), said = 0;
    const char *word = may ? row->more : NULL;

    for (size_t n; word && *word; word += n + strspn(word + n, " ")) {
        unsigned use = use_named(word, n = strcspn(word, " "));

        if (!(use & may))
            return -1;
        said |= (int)use;
    }
    if (said & XP_USE_LOADS && !(said & XP_USE_WEAK))
        said |= XP_USE_PROOF;
    if (said & XP_USE_WEAK)
        uses = 0;
    return said & XP_USE_ALL ? said : uses | said;
}

static const char *check_uses(const xp_pattern_row *row)
{
    if (xp_row_uses(row) >= 0)
        return NULL;
    if (row->kind == XP_INLINE)
        return "is said to be something else than loads, proof or weak";
    if (row->kind == XP_ELEMENT)
        return "is said to be for something else than 'known'";
    return "is said to be for something else than script, pixel, picture, frame, hint, known or classic";
}

/* ---- Rows that are taken away ---- */

static bool is_named(const char *vendor, const char *name)
{
    while (*vendor && *vendor == xp_lower(*name)) {
        vendor++;
        name++;
    }
    return !*vendor && !*name;
}

/* The same text, the first `lower` bytes without regard to case. */
static bool is_same_text(const char *a, size_t n, const char *b, size_t lower)
{
    if (strlen(b) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (i < lower ? xp_lower(a[i]) != xp_lower(b[i]) : a[i] != b[i])
            return false;
    return true;
}

bool xp_row_is_away(const xp_pattern_row *row, const char *text, size_t len, const xp_pattern_row *away)
{
    if (!away->vendor)
        return true;
    if (row->kind != away->kind || !is_named(row->vendor, away->vendor))
        return false;
    return row->kind == XP_STUB ||
           (away->text && is_same_text(text, len, away->text, row->kind == XP_URL ? strcspn(text, "/?") : 0));
}

/* ---- All of a row ---- */

const char *xp_rules_check(const xp_pattern_row *row)
{
    const char *wrong;

    if (!row->vendor || !xp_catalogue_may_name(row->vendor))
        return "has no vendor: a vendor's name is 1 to 31 of a-z, 0-9 and '-', does not begin with '-', and is not "
               "all, none, gate or keep";
    if (!row->text || !*row->text)
        return "is empty";
    if ((row->kind == XP_URL || row->kind == XP_INLINE || row->kind == XP_BLOCK) &&
        strlen(row->text) > XP_MATCH_LONGEST)
        return "is longer than 64 bytes: give a part of it";
    switch (row->kind) {
    case XP_URL: wrong = *row->text == '?' ? check_query(row->text) : check_url(row->text); break;
    case XP_INLINE: wrong = check_inline(row->text); break;
    case XP_GLOBAL:
    case XP_SPARE: return check_global(row->text);
    case XP_MAKES: return check_makes(row->text);
    case XP_BLOCK: return check_block(row->text, row->more);
    case XP_STUB: return check_stub(row->text);
    case XP_ELEMENT: wrong = xp_element_check(row->text); break;
    default: return "is of no kind: url, inline, global, block, stub, element, makes or spare";
    }
    return wrong ? wrong : check_uses(row);
}
