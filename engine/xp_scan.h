/* The engine's façade, and the only header that the httpd side includes.
 *
 * A page goes in as pieces of any size; out come edits, in stream offsets: drop the bytes [from, to) and put a short text in
 * their place. The engine keeps no page bytes: the caller keeps everything from xp_scan_settled() on, and may let go of what
 * is before it. Nothing is allocated after set-up, nothing recurses, and every input takes linear time and constant space.
 */
#ifndef XP_SCAN_H
#define XP_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalogue/xp_vendors.h"

/* ---- Vendors ------------------------------------------------------------------------------------------------------ */

enum { XP_VENDORS_MAX = 512 }; /* catalogue and site together */

typedef struct {
    uint64_t bits[XP_VENDORS_MAX / 64];
} xp_vendor_set;

static inline void xp_set_add(xp_vendor_set *set, int vendor)
{
    set->bits[vendor / 64] |= UINT64_C(1) << (vendor % 64);
}

static inline void xp_set_remove(xp_vendor_set *set, int vendor)
{
    set->bits[vendor / 64] &= ~(UINT64_C(1) << (vendor % 64));
}

static inline bool xp_set_has(const xp_vendor_set *set, int vendor)
{
    return (set->bits[vendor / 64] >> (vendor % 64)) & 1;
}

/* A vendor is known by its number: the row in xp_vendors[], and from xp_vendors_count on the site's own vendors in the order
 * in which their first row stands in `extra` (see xp_rules_build). Without regard to case; -1 if the catalogue has no such name. */
int xp_catalogue_find(const char *name);

/* The vendors that are removed where nothing else is said: every class but abtest. Site vendors are not in it. */
void xp_catalogue_default(xp_vendor_set *set);

/* ---- Rules: the catalogue and the site's own rows, compiled once before the fork and never written after ------------- */

typedef struct xp_rules xp_rules;
typedef void *(*xp_alloc_fn)(void *ctx, size_t size); /* zeroed memory that lives as long as the rules, or NULL */

/* NULL if a row can be compiled, else what is wrong with it, as the end of a sentence: "'x' is too short: …". Static text. */
const char *xp_rules_check(const xp_pattern_row *row);

/* Compiles the catalogue and `n` rows of the site's. The rows' strings must live as long as the rules.
 * NULL if there is no memory, a row does not pass xp_rules_check(), or there are more than XP_VENDORS_MAX vendors or too many rows for
 * one table: hundreds of thousands. */
xp_rules *xp_rules_build(const xp_pattern_row *extra, size_t n, xp_alloc_fn alloc, void *ctx);

int xp_rules_vendors(const xp_rules *rules);                  /* how many vendors */
const char *xp_rules_name(const xp_rules *rules, int vendor); /* public name; NULL beyond the last */
xp_class xp_rules_class(const xp_rules *rules, int vendor);

/* The vendor in `set` that a request for this URL would call, judged as for the elements of a page; -1 if there is none. For
 * the hints in a Link header. */
int xp_rules_url_vendor(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set);

/* ---- Scanning a page ------------------------------------------------------------------------------------------------ */

/* The charset that a label (Content-Type's charset, meta) names, as far as it matters here. */
typedef enum {
    XP_CHARSET_UNKNOWN,    /* no label, or one that WHATWG Encoding does not know: meta and BOM may still tell */
    XP_CHARSET_ASCII,      /* ASCII-compatible, and no byte of ASCII is ever part of another character */
    XP_CHARSET_DOUBLEBYTE, /* Shift_JIS, GBK, gb18030, Big5: trail bytes may look like ASCII letters, '\\' or '`' */
    XP_CHARSET_UNSAFE      /* UTF-16/32, ISO-2022-*, HZ, UTF-7: a '<' may be anything */
} xp_charset;

xp_charset xp_charset_of(const char *label, size_t len);

typedef enum {
    XP_REASON_NONE,      /* the whole page has been judged so far */
    XP_REASON_AMBIGUOUS, /* what follows would mean different things to different parsers */
    XP_REASON_CHARSET,   /* a BOM, a meta or an escape sequence told of an unsafe charset */
    XP_REASON_NOT_HTML   /* it begins as data or a script does: the whole of it passes */
} xp_reason;

typedef enum {
    XP_FORM_SCRIPT_SRC,
    XP_FORM_SCRIPT_INLINE,
    XP_FORM_SCRIPT_DEFUSED, /* a host inside a script that stays */
    XP_FORM_NOSCRIPT,
    XP_FORM_IMG,
    XP_FORM_IFRAME,
    XP_FORM_LINK,
    XP_FORM_STYLE,
    XP_FORM_AMP,
    XP_FORM_BLOCK
} xp_form;

const char *xp_form_name(xp_form form); /* "script src", "inline script", … */

typedef struct {
    const char *text;
    size_t len;
} xp_piece;

/* One edit. Edits come in order and never overlap; the pieces together replace the bytes [from, to), which may be none. */
typedef struct {
    uint64_t from, to;
    const xp_piece *pieces; /* these and their texts are valid during the call only */
    int npieces;
    int vendor;
    const char *pattern; /* the catalogue row's text that decided; lives as long as the rules */
    xp_form form;
} xp_edit;

typedef void (*xp_edit_fn)(void *ctx, const xp_edit *edit);

typedef struct {
    const xp_rules *rules;
    const xp_vendor_set *vendors; /* which may be removed */
    uint64_t hold_limit;  /* bytes of an undecided element that the caller will keep; past it the element passes */
    xp_charset charset;   /* from Content-Type */
    bool stubs;           /* put the vendor's no-op in place of what was removed */
    bool scripts_by_hash; /* the CSP admits inline scripts by hash: no stub may be put in and no script's text edited */
    xp_edit_fn on_edit;
    void *ctx; /* handed to on_edit */
} xp_options;

typedef struct xp_scan xp_scan;

size_t xp_scan_size(void); /* bytes of one state; any alignment that malloc gives */

/* Begins a page. `options` and what it points to must outlive the state. */
void xp_scan_init(xp_scan *scan, const xp_options *options);

/* Takes the next `len` bytes of the page; on_edit may be called. What is decided does not depend on how the page is cut. */
void xp_scan_feed(xp_scan *scan, const char *bytes, size_t len);

/* The page has ended: whatever is undecided passes, and everything is settled. */
void xp_scan_end(xp_scan *scan);

/* Its first tag is one that a parser drops where no table is open: somebody's script will put it into one. It gets no stubs. */
bool xp_scan_is_fragment(const xp_scan *scan);

/* The offset up to which every byte has its verdict: outside the edits reported so far, they pass. */
uint64_t xp_scan_settled(const xp_scan *scan);

xp_reason xp_scan_reason(const xp_scan *scan); /* why the rest of the page passes unjudged, if it does */
unsigned
xp_scan_hold_limit_hits(const xp_scan *scan); /* elements that passed because they were longer than hold_limit */

#endif
