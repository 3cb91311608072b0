/* Content Security Policies, as far as they decide whether a script of ours would run (CSP 3, https://www.w3.org/TR/CSP3/).
 *
 * A script that a policy blocks is worse than none: what it was to stand in for is gone, and the site's own scripts throw. So every
 * answer is yes only if all browsers that know CSP 3 are certain to agree, and what cannot be judged (a policy that was cut short, odd
 * bytes in a directive of scripts, a source that only looks like a nonce or a hash, more policies than can be kept) is a no to
 * everything, to xp_policies_block_inline() too.
 *
 * What the caller has to see to: a script's nonce counts only if its element has no attribute twice and no "<script" or "<style" in an
 * attribute (6.7.3.1, "Is element nonceable?"), and an element with an integrity attribute never runs an empty script. */
#ifndef XP_POLICY_H
#define XP_POLICY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { XP_POLICY_USES = 3, XP_POLICY_NONCES = 6, XP_POLICY_TEXT = 224 };

/* Into which lists of a header's policies the hash of a text of ours is put. Never where a first hash would take 'unsafe-inline' its effect, and
 * never beside 'none'. */
typedef enum {
    XP_HASH_BESIDE_HASHES, /* those that list hashes: for stripped pages, where the gate is wanted only beside scripts that run */
    XP_HASH_EVERYWHERE /* all that inline scripts do not run by 'unsafe-inline' by: for held pages, which cannot do without */
} xp_hash_goes;

/* All policies that a page has had so far, together. Nothing in it points to a policy's text: it may be copied. */
typedef struct {
    const char *gate_hash;           /* see xp_policies_init() */
    uint8_t goes;                    /* where it is put: xp_hash_goes */
    bool speaks;                     /* some policy says something of scripts */
    bool unsure;                     /* some policy cannot be judged */
    bool closed;                     /* some policy lets no inline script run */
    bool dynamic;                    /* some policy has 'strict-dynamic', or may have */
    uint8_t policies;                /* how many of them have a bit in what follows */
    uint8_t needing[XP_POLICY_USES]; /* bits of the policies that admit such a script by nonce only, or not at all */
    uint8_t nonces, used;            /* how many nonces there are, and the bytes of `text` that they take */
    struct {
        uint8_t len, policies; /* bits of the policies that list it */
    } nonce[XP_POLICY_NONCES];
    char text[XP_POLICY_TEXT]; /* the nonces, one behind the other */
} xp_policies;

/* No policy yet. `gate_hash` is the gate's hash as a policy tells it, or that of a held page's text, without quotes ("sha256-…"), and outlives
 * `all`; NULL if there is neither: then the caller adds nothing to headers, and xp_policies_admit_gate() answers by nonce and
 * 'unsafe-inline' only. */
void xp_policies_init(xp_policies *all, const char *gate_hash, xp_hash_goes goes);

/* The value of a header field Content-Security-Policy: policies with commas between them (2.2.2). The caller is going to put the gate's
 * hash where xp_policy_wants_hash() says, so the gate counts as admitted there. */
void xp_policies_add_header(xp_policies *all, const char *text, size_t len);

/* The content attribute of a meta (HTML 4.2.5.3), character references decoded. It counts for what comes after it. `cut`: there was more
 * than could be kept. */
void xp_policies_add_meta(xp_policies *all, const char *text, size_t len, bool cut);

/* No policy says anything of scripts: everything runs. */
static inline bool xp_policies_none(const xp_policies *all)
{
    return !all->speaks;
}

/* True if an inline script element of ours with this nonce (len 0: none) is certain to run. */
bool xp_policies_admit_inline(const xp_policies *all, const char *nonce, size_t len);

/* The same for the text whose hash is known, which may be listed. */
bool xp_policies_admit_gate(const xp_policies *all, const char *nonce, size_t len);

/* True if <script src="data:text/javascript,"> with this nonce is certain to run. */
bool xp_policies_admit_empty(const xp_policies *all, const char *nonce, size_t len);

/* True if a script of the page's with this nonce that is taken from where the parser found it, and put in by a script, runs only if it would have run
 * there: by 'strict-dynamic' scripts may put in what a parser may not (8.2), so there its nonce must be listed. */
bool xp_policies_admit_again(const xp_policies *all, const char *nonce, size_t len);

/* A nonce with which the gate is admitted, for a gate that stands before any script; NULL if none helps or none is needed. It points
 * into `all`. */
const char *xp_policies_nonce(const xp_policies *all, size_t *len);

/* True if a script may run by this nonce, for all that is known. */
bool xp_policies_may_list(const xp_policies *all, const char *nonce, size_t len);

/* A nonce for scripts that the site itself puts into the page: the first that all policies list which list any; NULL if there is none.
 * The other policies may let such scripts run by their addresses. It points into `all`. */
const char *xp_policies_shared_nonce(const xp_policies *all, size_t *len);

/* True if no inline script of the page can run, whatever its nonce and text. */
bool xp_policies_block_inline(const xp_policies *all);

/* True if some policy of a header field is certain to block an external script that stands in the page, with this address as it is written
 * there and this nonce (len 0: none). `self_host` is the page's host, its port may follow; NULL if it is not known. Nothing is certain where
 * a hash is listed, for the element may have an integrity attribute, nor of hosts where the address is relative, for the page's may be
 * another in front of a proxy, nor where it is the page's scheme that decides. */
bool xp_policy_blocks_url(const char *field, size_t len, const char *url, size_t url_len, const char *nonce,
                          size_t nonce_len, const char *self_host);

/* The same for an inline script, whose hash may be listed. */
bool xp_policy_blocks_inline(const char *field, size_t len, const char *nonce, size_t nonce_len);

/* Finds the next policy of a header field, from *from on, in which the gate's hash is to be put, and where: at *at, behind the sources of
 * the directive that scripts go by, so that " 'sha256-…'" can be put in there. False if there is none (any more); else *from is behind
 * that policy. These are the policies that `goes` speaks of and that do not list that hash already. */
bool xp_policy_wants_hash(const char *gate_hash, xp_hash_goes goes, const char *text, size_t len, size_t *from,
                          size_t *at);

#endif
