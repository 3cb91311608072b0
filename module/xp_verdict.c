/* See xp_verdict.h. */
#include "xp_verdict.h"

const char *xp_verdict_name(xp_verdict verdict)
{
#define XP_VERDICT_TEXT(name, text, about) text,
    static const char *const NAME[] = { XP_VERDICTS(XP_VERDICT_TEXT) };
#undef XP_VERDICT_TEXT

    return NAME[verdict];
}

int xp_verdict_is(xp_verdict verdict, int about)
{
#define XP_VERDICT_ABOUT(name, text, about) XP_ABOUT_##about,
    static const unsigned char ABOUT[] = { XP_VERDICTS(XP_VERDICT_ABOUT) };
#undef XP_VERDICT_ABOUT

    return (ABOUT[verdict] & about) != 0;
}

const char *xp_left_name(xp_left why)
{
    return why == XP_LEFT_CSP ? "csp" : "charset";
}
