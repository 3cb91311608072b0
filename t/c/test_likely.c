/* What somebody has probably meant who typed a word that is none. */
#include "engine/catalogue/xp_catalogue.h"
#include "tap.h"

typedef size_t guess_fn(const char *typed, const char *const *names, size_t n, const char **guesses);

/* What is guessed of the catalogue's names, a blank between two. */
static const char *guessed(guess_fn *guess, const char *typed)
{
    static char found[32768];
    const char *names[XP_VENDORS_MAX], *guesses[XP_VENDORS_MAX];
    size_t n, len = 0;

    for (size_t i = 0; i < xp_vendors_count; i++)
        names[i] = xp_vendors[i].name;
    n = guess(typed, names, xp_vendors_count, guesses);
    *found = '\0';
    for (size_t i = 0; i < n; i++)
        len += (size_t)snprintf(found + len, sizeof found - len, "%s%s", i ? " " : "", guesses[i]);
    return found;
}

static void is_meant(const char *typed, const char *want)
{
    is_str(guessed(xp_likeliest, typed), want, "what '%s' means", typed);
}

static void is_vendor(const char *typed, const char *want)
{
    is_str(guessed(xp_likeliest_vendors, typed), want, "who '%s' is", typed);
}

static void speaks(const char *word, const char *vendor, bool want)
{
    ok(xp_catalogue_speaks(xp_catalogue_find(vendor), word) == want, "%s is%s known by '%s'", vendor,
       want ? "" : " not", word);
}

int main(void)
{
    static char endless[4096];

    is_meant("google-analytisc", "google-analytics");
    is_meant("GoogleAnalytics", "google-analytics");
    is_meant("google_tag_manager", "google-tag-manager");
    is_meant("hotajr", "hotjar");
    is_meant("motomo", "matomo");
    is_meant("gtm", "google-tag-manager");
    is_meant("ga", "google-analytics");
    is_meant("GA4", "google-analytics");
    is_meant("4", "");
    is_meant("tag-manager", "google-tag-manager");
    is_meant("hotjar-2", "hotjar");
    is_meant("adobe-a", "adobe-advertising adobe-analytics");
    is_meant("nonesuch", "");
    is_meant("x", "");
    is_meant("", "");
    is_meant("---", "");
    is_meant("\xc3\xa9", "");
    memset(endless, 'a', sizeof endless - 1);
    is_meant(endless, "");
    ok(xp_likely("matomo", endless) == 0, "a text without end is like nothing");
    ok(xp_likely("On", "Off") == 0, "of two letters both count");
    ok(xp_likely("dry-run", "DryRun") > xp_likely("DryRunn", "DryRun"), "case and hyphens count less than letters");
    ok(xp_likely("/piwick.js", "/piwik.js") > xp_likely("/piwick.js", "/piwik.php"), "one letter before two");

    speaks("piwik", "matomo", true);
    speaks("Omniture", "adobe-analytics", true);
    speaks("facebook", "meta-pixel", true);
    speaks("faceboo", "meta-pixel", false);
    speaks("acebook", "meta-pixel", false);
    speaks("facebook", "matomo", false);
    speaks("connect.facebook", "meta-pixel", false);
    speaks("connect.facebook.net", "meta-pixel", true);
    speaks("www.Google-Analytics.com", "google-analytics", true);
    speaks("google-analytics.co", "google-analytics", false);
    speaks("www.", "google-analytics", false);
    speaks(".", "google-analytics", false);
    speaks("", "matomo", false);
    speaks("facebook", "nonesuch", false);

    is_vendor("facebook", "meta-pixel");
    is_vendor("piwik", "piwik-pro matomo");
    is_vendor("gtm", "google-tag-manager");
    is_vendor("GA", "google-analytics");
    is_vendor("nonesuch", "");
    ok(xp_likeliest("matomo", NULL, 0, NULL) == 0, "of no names none is meant");
    return tap_done();
}
