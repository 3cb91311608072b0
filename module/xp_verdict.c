/* See xp_verdict.h. */
#include "xp_verdict.h"

const char *xp_verdict_name(xp_verdict verdict)
{
#define XP_VERDICT_TEXT(name, text) text,
    static const char *const NAME[] = { XP_VERDICTS(XP_VERDICT_TEXT) };
#undef XP_VERDICT_TEXT

    return NAME[verdict];
}

const char *xp_left_name(xp_left why)
{
    return why == XP_LEFT_CSP ? "csp" : "charset";
}
