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

const char *xp_verdict_sentence(xp_verdict verdict)
{
    static const char *const SENTENCE[XP_VERDICT_COUNT] = {
        [XP_STRIPPED_VERDICT] = "Analytics was removed, or kept from loading.",
        [XP_STRIPPED_CSP_VERDICT] = "The same, but something stayed: the page's Content-Security-Policy forbids what "
                                    "would stop it.",
        [XP_STRIPPED_CHARSET_VERDICT] = "The same, but something stayed: what would stop it would move the page's meta "
                                        "charset too far down.",
        [XP_HELD_VERDICT] = "Analytics waits in the browser until somebody looks.",
        [XP_HELD_CSP_VERDICT] = "The same, but something does not wait: the page's Content-Security-Policy forbids "
                                "what would hold it.",
        [XP_HELD_CHARSET_VERDICT] = "The same, but something does not wait: what would hold it would move the page's "
                                    "meta charset too far down.",
        [XP_CLEAN_VERDICT] = "No analytics was found.",
        [XP_DRYRUN_VERDICT] = "DryRun: the page was looked through, and nothing was changed.",
        [XP_NOT_HTML_VERDICT] = "The answer is no HTML page.",
        [XP_CHARSET_VERDICT] = "The page's charset does not let it be read, or what would be put in would move the "
                               "meta charset too far down.",
        [XP_CSP_VERDICT] = "The page's Content-Security-Policy forbids what would have to be put in.",
        [XP_ENCODED_VERDICT] = "The page came in a coding that cannot be unpacked.",
        [XP_PARTIAL_VERDICT] = "The answer is only a part of the page (Content-Range).",
        [XP_NO_TRANSFORM_VERDICT] = "The answer forbids to change it (Cache-Control: no-transform).",
        [XP_AMBIGUOUS_VERDICT] = "The page can be read in two ways.",
        [XP_HOLD_LIMIT_VERDICT] = "An element is longer than XPurposeElementLimit.",
        [XP_LATE_VERDICT] = "Another filter has changed the page behind this one.",
        [XP_FRAGMENT_VERDICT] = "It is a part of a page, or a script or a frame has asked for it.",
        [XP_UNSUPPORTED_VERDICT] = "It cannot be held: the signal was another than Sec-Purpose.",
        [XP_METHOD_VERDICT] = "The request was neither GET nor HEAD.",
        [XP_OFF_VERDICT] = "XPurpose is Off there, or no-xpurpose is set.",
        [XP_INSERTED_VERDICT] = "The snippet was put in.",
        [XP_INSERTED_CSP_VERDICT] = "The snippet was put in, but the page's Content-Security-Policy does not let it "
                                    "run.",
        [XP_SKIPPED_VERDICT] = "The class is stripped there, so the snippet was left out.",
        [XP_FRAMESET_VERDICT] = "The document is one of frames.",
        [XP_AMP_VERDICT] = "AMP forbids scripts of others.",
        [XP_PRESENT_VERDICT] = "The page has the snippet already, or says so.",
        [XP_ATTACHMENT_VERDICT] = "The answer is to be stored, not looked at (Content-Disposition: attachment).",
        [XP_STATUS_VERDICT] = "Nobody looks at answers with this status.",
        [XP_DAV_VERDICT] = "DAV is on there: an editor would write the snippet into the file.",
    };

    return SENTENCE[verdict];
}

const char *xp_left_name(xp_left why)
{
    return why == XP_LEFT_CSP ? "csp" : "charset";
}
