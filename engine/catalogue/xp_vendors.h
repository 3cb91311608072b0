/* What is analytics: the catalogue's data format. Rows only; engine/catalogue/xp_compile.c compiles them, and nothing else reads them.
 *
 * A vendor is a product with a public name. A pattern belongs to a vendor and is one of these kinds:
 *
 *   url     "host/path" or "/path". The host matches at a label boundary and without regard to case ("google-analytics.com"
 *           matches www.google-analytics.com), the path from its start to a segment boundary, or anywhere beyond where the
 *           pattern ends in '/', '-', '.', '=' or '*'. '*' stands for any run of bytes but '?' and '#'. A pattern that starts with '/' is
 *           a first-party path and matches at every segment boundary of any host's path ("/matomo.js", "/b/ss/").
 *           "label.*" is a host's first label on any domain ("smetrics.*"), and "/" with stars round a word and ".js" is a word of a
 *           script's file name, in any case.
 *           A file's name may have shapes, as in element rows ("/container_<id:8>.js"); it is not looked for in texts.
 *           "?name=value" is a query's parameter, whatever script has it, with shapes as in element rows ("?id=G-<caps:6+>").
 *           Patterns without such stars are looked for in the text of scripts as well, there also with escaped slashes.
 *           `more` has words that say which elements the row is for (`script`, `pixel`: a picture or a frame that nobody sees,
 *           since it is tiny, hidden, in a noscript or, a picture's, has a query; `picture` and `frame`: seen ones, too; `hint`: a link),
 *           `known`: only where the page has shown before that it has to do with the vendor, and `classic`: no module, nor what is preloaded as one. A host alone is for scripts,
 *           pixels and hints if nothing else is said, what has a path is for everything. Only what is for more than hints is looked for in texts.
 *   element "name[attribute=value]…": an element by its attributes, wherever it loads from: "script[data-website-id=<uuid>]",
 *           "script#burst-js". The name is script, img, iframe or link; "[attribute]" is there, "[!attribute]" is not; the first of the
 *           conditions is no negation and not on src, href or srcset. In a value '*' stands for any run of bytes, and a shape for a run of
 *           bytes of its kind, as long as may be: <digits>, <hex>, <caps> (capitals and digits), <id> (letters and digits, not a word, a
 *           date or small hexadecimal digits alone), <key> (a word with capitals, small letters and digits), <word> (letters, digits, '_',
 *           '-'), <host>, <uuid>; "<caps:8>" is eight of them, "<caps:6+>" six or more. Values compare with regard to case, but for hosts.
 *           `more`: `known`, as above.
 *   inline  a literal in the text of a JavaScript script or of a style. Case counts; ' and " are the same, and white space
 *           around punctuation may differ; at a word character's end the word must end. `more` may say `loads`: a script that holds it and
 *           loads one thing loads the vendor's, whatever its address ("'gtm.start'"); `proof`, or `weak`, where its text says wrongly whether a
 *           script with nothing else of the vendor's is the vendor's (xp_proof.h).
 *   global  names (separated by spaces) that the vendor's snippet defines or calls at top level: what hangs off them is the
 *           vendor's too. A name that ends in '*' is a prefix of names that the
 *           script uses, and of such with a number behind it: what else a script defines under a prefix may be the site's, so names that the
 *           vendor's snippet defines are listed one by one. They tell a snippet from a script that does other work too.
 *   block   the texts of two comments round the vendor's code: `text` begins it, `more` closes it.
 *   spare   words (separated by spaces): where one of them stands by itself in a path, or a hash in the file's name, none of the vendor's own
 *           first-party paths matches, and none is looked for in the text of scripts. They are for what is known by little more than a file's name.
 *   stub    JavaScript that makes the vendor's globals exist and do nothing. At most one row a vendor, and before it one with
 *           `more`: a shorter one, which does where only rows with that word in them have found something.
 *   makes   names (separated by spaces) of globals that the vendor's file defines as it runs, and that other scripts of a page call then. In a
 *           held page stand-ins have these names until that has run; settings, and what a snippet defines, are none. `more`: words
 *           (separated by spaces); only what rows with one of these in them find makes these.
 */
#ifndef XP_VENDORS_H
#define XP_VENDORS_H

#include <stddef.h>

typedef enum {
    XP_CLASS_ANALYTICS,
    XP_CLASS_TAGMANAGER,
    XP_CLASS_REPLAY,
    XP_CLASS_RUM,
    XP_CLASS_PIXEL,
    XP_CLASS_MARKETING,
    XP_CLASS_ABTEST, /* the only class that is off by default: without it a page may stay hidden */
    XP_CLASS_SITE    /* the site's own: made by XPurposeVendor or marked in its pages */
} xp_class;

typedef enum { XP_URL, XP_INLINE, XP_GLOBAL, XP_BLOCK, XP_STUB, XP_ELEMENT, XP_MAKES, XP_SPARE } xp_kind;

typedef struct {
    const char *name; /* public name: a-z, 0-9 and '-' */
    xp_class cls;
    const char *source;  /* where the facts can be looked up; how far they were is in docs/catalogue.md */
    const char *checked; /* when the row was last reviewed, YYYY-MM; "YYYY-MM lists" if only lists could be looked at */
} xp_vendor_row;

typedef struct {
    const char *vendor; /* a name of a vendor row */
    xp_kind kind;
    const char *text;
    const char *more; /* as said at each kind, or NULL */
} xp_pattern_row;

extern const char xp_vendors_month[];    /* of the review that is the latest, YYYY-MM: how old the catalogue is */
extern const xp_vendor_row xp_vendors[]; /* in alphabetical order of the name */
extern const size_t xp_vendors_count;
extern const xp_pattern_row xp_patterns[]; /* in alphabetical order of the vendor */
extern const size_t xp_patterns_count;

#endif
