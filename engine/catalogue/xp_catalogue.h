/* Vendors and rules as those see them that choose: who may be removed, and the rows that a site adds. */
#ifndef XP_CATALOGUE_H
#define XP_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "xp_vendors.h"

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

/* Whether a vendor may be called so. */
enum { XP_VENDOR_NAME = 31 }; /* bytes at most */
bool xp_catalogue_may_name(const char *name);

/* How likely it is that whoever typed `typed`, which is no name, meant `name`: 0, or the more the likelier; from XP_LIKELY_SURE on nothing
 * else need be thought of. */
enum { XP_LIKELY_SURE = 5 };
unsigned xp_likely(const char *typed, const char *name);

/* Whether the catalogue's rows of a vendor say the word: letters and digits as a host's label, a file's name, a global; with a dot as a
 * host. */
bool xp_catalogue_speaks(int vendor, const char *word);

/* Those of the `n` names that are likeliest, in their order, into `guesses`, which has room for all of them; returns how many: none, if none is
 * likely at all. */
size_t xp_likeliest(const char *typed, const char *const *names, size_t n, const char **guesses);

/* The same where names[i] is vendor i's, as far as there are vendors. If few are likely, and none surely, those follow that the catalogue speaks of by that name. */
size_t xp_likeliest_vendors(const char *typed, const char *const *names, size_t n, const char **guesses);

/* The words for kinds and classes in XPurposeVendor; NULL beyond the last. */
const char *xp_catalogue_kind(int kind);
const char *xp_catalogue_class(int cls);

/* The class that the word stands for, without regard to case; -1: none. */
int xp_catalogue_class_of(const char *word);

/* The words that `more` may say of rows whose `more` is words, in the order in which they are written; NULL beyond the last. `*use` becomes a
 * word's bit (XP_USE_*), and xp_catalogue_may() has the bits of all that a row of that kind may say. */
const char *xp_catalogue_word(int number, unsigned *use);
unsigned xp_catalogue_may(xp_kind kind);

/* Writes the row as a line of XPurposeVendor, without a newline or a NUL, as far as there is room; returns how long it is. httpd reads the
 * same row in it if there is neither a newline nor "${" in the row. */
size_t xp_catalogue_line(const xp_pattern_row *row, char *to, size_t room);

/* The vendors that are removed where nothing else is said: every class but abtest. Site vendors are not in it. */
void xp_catalogue_default(xp_vendor_set *set);

/* The catalogue and the site's own rows, compiled once before the fork and never written after. */
typedef struct xp_rules xp_rules;
typedef void *(*xp_alloc_fn)(void *ctx, size_t size); /* zeroed memory that lives as long as the rules, or NULL */

/* NULL if a row can be compiled, else what is wrong with it, as the end of a sentence: "'x' is too short: …". Static text. */
const char *xp_rules_check(const xp_pattern_row *row);

/* Compiles the catalogue and `n` rows of the site's. The rows' strings must live as long as the rules.
 * NULL if there is no memory, a row does not pass xp_rules_check(), or there are more than XP_VENDORS_MAX vendors or too many rows for
 * one table: hundreds of thousands. */
xp_rules *xp_rules_build(const xp_pattern_row *extra, size_t n, xp_alloc_fn alloc, void *ctx);

/* As xp_rules_build(), but without the `naway` rows, told by vendor, kind and text (a host without regard to case): of a global or makes row
 * each name by itself, of a block the text that begins it, and a stub whatever its text. `more` does not count, and what the catalogue does not
 * have is not missed. They need not outlive the call. One without a vendor takes away all of the catalogue's rows. */
xp_rules *xp_rules_build_without(const xp_pattern_row *extra, size_t n, const xp_pattern_row *away, size_t naway,
                                 xp_alloc_fn alloc, void *ctx);

int xp_rules_vendors(const xp_rules *rules);                  /* how many vendors */
const char *xp_rules_name(const xp_rules *rules, int vendor); /* public name; NULL beyond the last */
xp_class xp_rules_class(const xp_rules *rules, int vendor);

/* The vendor in `set` that a hint for this URL would call, judged as for the elements of a page that says nothing of its vendors;
 * -1 if there is none. For the hints in a Link header. */
int xp_rules_url_vendor(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set);

#endif
