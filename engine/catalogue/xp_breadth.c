/* See xp_breadth.h. Lists are short: they hold what an administrator might write in good faith, or by a slip. */
#include "xp_breadth.h"

#include <stdbool.h>
#include <string.h>

#include "../bytes/xp_ascii.h"

/* What is no host's last label, but the end of a file's name. */
static const char FILES[] = " js mjs cjs css php html htm asp aspx jsp cgi gif png jpg jpeg svg webp xml json txt ";

/* Labels below a country under which names are registered, and hosts below which everybody has one. */
static const char SECOND[] = " ac co com edu gob gov gv ltd mil ne net nom or org plc sch ";
static const char SHARED[] = " cloudfront.net amazonaws.com s3.amazonaws.com akamaihd.net azureedge.net "
                             "azurewebsites.net blob.core.windows.net appspot.com web.app firebaseapp.com run.app "
                             "github.io gitlab.io githubusercontent.com herokuapp.com netlify.app vercel.app pages.dev "
                             "workers.dev b-cdn.net blogspot.com wordpress.com myshopify.com googleapis.com "
                             "ajax.googleapis.com storage.googleapis.com code.jquery.com jsdelivr.net cdn.jsdelivr.net "
                             "unpkg.com cdnjs.cloudflare.com bootstrapcdn.com ";

/* First labels that hosts have on any site. */
static const char FIRST[] =
    " asset assets blog cdn content css file files image images img login mail media script scripts "
    "secure shop static style styles upload uploads www ";

static const char FOLDERS[] = " asset assets build cdn content css dist files font fonts image images img lib libs "
                              "media module modules node_modules _next _nuxt plugin plugins public script scripts "
                              "static styles theme themes upload uploads vendor wp-admin wp-content wp-includes js ";

static const char PAGES[] = " favicon.ico index.html index.htm index.php robots.txt jquery.js jquery.min.js "
                            "bootstrap.js bootstrap.min.js react.production.min.js ";

/* Words in the names of files that are not one vendor's. */
static const char NAMES[] = " async base bootstrap bundle chunk client common config core custom default footer form "
                            "frame global header helper helpers index init inline jquery lazy load loader main menu "
                            "modal module page plugin plugins polyfill polyfills public react runtime script scripts "
                            "site slider theme util utils vendor vendors widget ";

static const char PARAMETERS[] =
    " _ async cache callback cb defer hash hl id key lang language locale mod onload r rand "
    "random render rev rnd src t time timestamp ts u url v ver version ";

static const char ENDINGS[] = " css gif htm html http https jpg jpeg js json mjs min php png svg webp www ";

static const char COMMENTS[] = " begin begins body comment comments content container ending finish footer header main "
                               "menu module navigation script scripts section sidebar start starts style styles widget "
                               "wrapper ";

/* Whether text[0, n) is in the list, which has a blank before and behind each word, without regard to case. */
static bool is_listed(const char *list, const char *text, size_t n)
{
    for (const char *p = list; n && p[1]; p += 1 + strcspn(p + 1, " ")) {
        size_t same = 0;

        while (same < n && p[1 + same] == xp_lower(text[same]))
            same++;
        if (same == n && p[1 + n] == ' ')
            return true;
    }
    return false;
}

static size_t letters(const char *text, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += xp_is_alnum(text[i]) || (unsigned char)text[i] >= 0x80;
    return count;
}

/* ---- Hosts ---- */

/* Where the last label begins of host[0, n). */
static size_t last_label(const char *host, size_t n)
{
    while (n > 0 && host[n - 1] != '.')
        n--;
    return n;
}

/* How many bytes at the host's end nobody has for himself: "com", "co.uk". */
static size_t suffix(const char *host, size_t n)
{
    size_t last = last_label(host, n), second = last ? last_label(host, last - 1) : 0;

    return n - (n - last == 2 && last && is_listed(SECOND, host + second, last - 1 - second) ? second : last);
}

static const char *check_host(const char *host, size_t n)
{
    size_t last = last_label(host, n), own;

    if (n > 2 && !memcmp(host + n - 2, ".*", 2))
        return is_listed(FIRST, host, n - 2)
                   ? "is what hosts of any site begin with: give the vendor's label, \"stats.*\", or a whole host"
                   : NULL;
    if (is_listed(FILES, host + last, n - last))
        return "is a file's name where a host goes: a file on whatever host is written with a slash, \"/count.js\"";
    for (; n > 2 && !memcmp(host, "*.", 2); n -= 2)
        host += 2;
    own = n - suffix(host, n);
    if (own < 1)
        return "is what names are registered under, and holds everybody's sites: give the name of one, "
               "\"stats.example.com\"";
    if (is_listed(SHARED, host, n))
        return "is where everybody's files are: give the host of yours below it, or a path as well, "
               "\"d1.example.net/count.js\"";
    if (memchr(host, '*', own) && letters(host, own) < 3)
        return "leaves nearly all of a host's name to the '*': give a label of the vendor's, \"*.stats.example.com\"";
    return NULL;
}

/* ---- Paths ---- */

static bool is_folder(const char *path)
{
    for (const char *p = path; *p; p += strcspn(p, "/")) {
        p += *p == '/';
        if (*p && !is_listed(FOLDERS, p, strcspn(p, "/")))
            return false;
    }
    return true;
}

/* Whether it is written as a regular expression is. */
static bool is_regex(const char *path, size_t n)
{
    return path[n - 1] == '$' || path[1] == '^' || strstr(path, "/.*") || strpbrk(path, "|()[]{}");
}

static const char *check_path(const char *path)
{
    size_t n = strlen(path);

    if (is_regex(path, n))
        return "is written as a regular expression, which it is not: '*' is anything, and nothing else is special, "
               "\"/js/count*.js\"";
    if (is_folder(path))
        return "is a folder that every site has, and would take all that is in it: give the file as well, "
               "\"/js/count.js\"";
    if (is_listed(PAGES, path + 1, n - 1))
        return "is a file that many sites have and that counts nothing: give that of the vendor, \"/js/count.js\"";
    if (path[1] == '*' && n > 6 && is_listed(NAMES, path + 2, strcspn(path + 2, "*")))
        return "is a word of what sites call their own files: give one that only the vendor's have, \"/*beacon*.js\"";
    return NULL;
}

/* ---- Queries ---- */

/* Whether a value has letters or digits outside of shapes. */
static bool says_value(const char *value)
{
    for (; *value; value++) {
        if (*value == '<')
            value += strcspn(value, ">");
        if (!*value)
            return false;
        if (xp_is_alnum(*value))
            return true;
    }
    return false;
}

static const char *check_query(const char *text)
{
    size_t name = strcspn(text + 1, "=");

    if (is_listed(PARAMETERS, text + 1, name) && !says_value(text + 1 + name))
        return "is a parameter that any script may have: give what the vendor's value begins with, \"?id=G-<caps:6+>\"";
    return NULL;
}

static const char *check_url(const char *text)
{
    size_t host = strcspn(text, "/");

    if (*text == '?')
        return check_query(text);
    if (host < 1)
        return check_path(text);
    return letters(text + host, strlen(text + host)) ? NULL : check_host(text, host);
}

/* ---- Words ---- */

static const char *check_spare(const char *words)
{
    for (; *words; words += strcspn(words, " "), words += *words == ' ')
        if (is_listed(ENDINGS, words, strcspn(words, " ")))
            return "has a word in it that nearly every address has, so that nothing would be found: give words such as "
                   "\"admin locale\"";
    return NULL;
}

static const char *check_marker(const char *text)
{
    if (letters(text, strlen(text)) < 3)
        return "has no word in it that a comment could be known by: give one of the vendor's, \"counter begins\"";
    if (is_listed(COMMENTS, text, strlen(text)))
        return "is a word that comments have anywhere: give more of the text, \"counter begins\"";
    if (!strncmp(text, "[if", 3) || !strncmp(text, "[endif", 6))
        return "is a conditional comment, in which anything may stand: give a text of the vendor's, \"counter begins\"";
    return NULL;
}

const char *xp_breadth_check(const xp_pattern_row *row)
{
    const char *wrong;

    switch (row->kind) {
    case XP_URL: return check_url(row->text);
    case XP_SPARE: return check_spare(row->text);
    case XP_BLOCK:
        if (!strcmp(row->text, row->more))
            return "begins the block and ends it: give what tells the second comment from the first, \"counter ends\"";
        wrong = check_marker(row->text);
        return wrong ? wrong : check_marker(row->more);
    default: return NULL;
    }
}
