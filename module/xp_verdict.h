/* How a page came out. Every reason for which a page passes, or an element of it stays, has a name that the log and the counters show. */
#ifndef XP_VERDICT_H
#define XP_VERDICT_H

#include "../engine/xp_scan.h"

#define XP_VERDICTS(X)                                                                                                 \
    X(STRIPPED, "stripped")                                                                                            \
    X(STRIPPED_CSP, "stripped:csp")                                                                                    \
    X(STRIPPED_CHARSET, "stripped:charset")                                                                            \
    X(HELD, "held")                                                                                                    \
    X(HELD_CSP, "held:csp")                                                                                            \
    X(HELD_CHARSET, "held:charset")                                                                                    \
    X(CLEAN, "clean")                                                                                                  \
    X(DRYRUN, "dryrun")                                                                                                \
    X(NOT_HTML, "passed:not-html")                                                                                     \
    X(CHARSET, "passed:charset")                                                                                       \
    X(CSP, "passed:csp")                                                                                               \
    X(ENCODED, "passed:encoded")                                                                                       \
    X(PARTIAL, "passed:partial")                                                                                       \
    X(NO_TRANSFORM, "passed:no-transform")                                                                             \
    X(AMBIGUOUS, "passed:ambiguous")                                                                                   \
    X(HOLD_LIMIT, "passed:hold-limit")                                                                                 \
    X(LATE, "passed:late")                                                                                             \
    X(FRAGMENT, "passed:fragment")                                                                                     \
    X(UNSUPPORTED, "passed:unsupported")                                                                               \
    X(METHOD, "passed:method")                                                                                         \
    X(OFF, "passed:off")

typedef enum {
#define XP_VERDICT_ENUM(name, text) XP_##name##_VERDICT,
    XP_VERDICTS(XP_VERDICT_ENUM)
#undef XP_VERDICT_ENUM
        XP_VERDICT_COUNT
} xp_verdict;

const char *xp_verdict_name(xp_verdict verdict);

/* Why elements stayed: the word behind the colon. */
const char *xp_left_name(xp_left why);

#endif
