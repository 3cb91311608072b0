/* How a page came out, and its site's snippet. Every reason for which a page passes, or an element of it stays, has a name that the log and the counters show. */
#ifndef XP_VERDICT_H
#define XP_VERDICT_H

#include "../engine/xp_scan.h"

/* What a verdict can be about: what becomes of a page's analytics, what of the site's snippet (XPurposeInsert), or both. */
enum { XP_ABOUT_PAGE = 1, XP_ABOUT_SITE = 2, XP_ABOUT_BOTH = 3 };

#define XP_VERDICTS(X)                                                                                                 \
    X(STRIPPED, "stripped", PAGE)                                                                                      \
    X(STRIPPED_CSP, "stripped:csp", PAGE)                                                                              \
    X(STRIPPED_CHARSET, "stripped:charset", PAGE)                                                                      \
    X(HELD, "held", PAGE)                                                                                              \
    X(HELD_CSP, "held:csp", PAGE)                                                                                      \
    X(HELD_CHARSET, "held:charset", PAGE)                                                                              \
    X(CLEAN, "clean", PAGE)                                                                                            \
    X(DRYRUN, "dryrun", PAGE)                                                                                          \
    X(NOT_HTML, "passed:not-html", BOTH)                                                                               \
    X(CHARSET, "passed:charset", BOTH)                                                                                 \
    X(CSP, "passed:csp", PAGE)                                                                                         \
    X(ENCODED, "passed:encoded", BOTH)                                                                                 \
    X(PARTIAL, "passed:partial", BOTH)                                                                                 \
    X(NO_TRANSFORM, "passed:no-transform", BOTH)                                                                       \
    X(AMBIGUOUS, "passed:ambiguous", BOTH)                                                                             \
    X(HOLD_LIMIT, "passed:hold-limit", PAGE)                                                                           \
    X(LATE, "passed:late", PAGE)                                                                                       \
    X(FRAGMENT, "passed:fragment", BOTH)                                                                               \
    X(UNSUPPORTED, "passed:unsupported", PAGE)                                                                         \
    X(METHOD, "passed:method", PAGE)                                                                                   \
    X(OFF, "passed:off", BOTH)                                                                                         \
    X(INSERTED, "inserted", SITE)                                                                                      \
    X(INSERTED_CSP, "inserted:csp", SITE)                                                                              \
    X(SKIPPED, "skipped", SITE)                                                                                        \
    X(FRAMESET, "passed:frameset", SITE)                                                                               \
    X(AMP, "passed:amp", SITE)                                                                                         \
    X(PRESENT, "passed:present", SITE)                                                                                 \
    X(ATTACHMENT, "passed:attachment", SITE)                                                                           \
    X(STATUS, "passed:status", SITE)                                                                                   \
    X(DAV, "passed:dav", SITE)

typedef enum {
#define XP_VERDICT_ENUM(name, text, about) XP_##name##_VERDICT,
    XP_VERDICTS(XP_VERDICT_ENUM)
#undef XP_VERDICT_ENUM
        XP_VERDICT_COUNT
} xp_verdict;

const char *xp_verdict_name(xp_verdict verdict);

/* The same in words, for people: a sentence in plain ASCII without anything that HTML would have escaped. */
const char *xp_verdict_sentence(xp_verdict verdict);

/* True if it can be about that. */
int xp_verdict_is(xp_verdict verdict, int about);

/* Why elements stayed: the word behind the colon. */
const char *xp_left_name(xp_left why);

#endif
