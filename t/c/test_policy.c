/* What Content Security Policies let run: as tables, and against the standard's algorithms written out once more, plainly. */
#include "engine/page/xp_policy.h"

#include "tap.h"

#define D43   "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/abcde"
#define GATE  "sha256-" D43 "="
#define OWN   "'" GATE "'"
#define URLED "'sha256-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcde='"
#define HASH  "'sha256-0000000000000000000000000000000000000000000='"
#define LONG                                                                                                           \
    "'sha384-00000000000000000000000000000000"                                                                         \
    "00000000000000000000000000000000'"
#define X64  "0000000000000000000000000000000000000000000000000000000000000000"
#define X512 "'sha512-" X64 "0000000000000000000000=='"

/* Policies: 'h' begins a field of the header, 'm' a meta. What they admit: an inline script, the gate, an empty one with a data: URL.
 * Of the page: 'n' if no policy speaks of scripts, 'b' if nothing inline runs, and the nonce for the gate. */
static const struct {
    const char *policies[4];
    const char *bare;   /* admitted without a nonce */
    const char *nonced; /* … with the nonce "abc" */
    const char *page;
} CASE[] = {
    { { NULL }, "ige", "ige", "n" },
    { { "h" }, "ige", "ige", "n" },
    { { "h;;, ;,", "m ; " }, "ige", "ige", "n" },
    { { "himg-src 'self'; frame-ancestors 'none'; upgrade-insecure-requests" }, "ige", "ige", "n" },
    { { "hstyle-src 'none'; script-src-attr 'none'; script-srcs 'none'; xscript-src 'none'" }, "ige", "ige", "n" },

    /* as any inline script may */
    { { "hscript-src 'unsafe-inline'" }, "ig", "ig", "" },
    { { "hscript-src 'self' 'unsafe-inline' 'unsafe-eval' https: *" }, "ig", "ig", "" },
    { { "hscript-src 'self' 'unsafe-inline' data:" }, "ige", "ige", "" },
    { { "hscript-src data: 'self'" }, "e", "e", "b" },
    { { "hscript-src DATA: 'Unsafe-Inline'" }, "ige", "ige", "" },
    { { "hscript-src 'unsafe-inline' 'unsafe-hashes' 'report-sample' 'wasm-unsafe-eval' 'https://x.example'" },
      "ig",
      "ig",
      "" },
    { { "mscript-src\n\t'self'\r\n\f'unsafe-inline'\n;\nimg-src *" }, "ig", "ig", "" },
    { { "hscript-src unsafe-inline" }, "", "", "b" },
    { { "hscript-src 'unsafe-inline" }, "", "", "b" },
    { { "hscript-src 'unsafe-inlines'" }, "", "", "b" },

    /* none may */
    { { "hscript-src 'none'" }, "", "", "b" },
    { { "hscript-src" }, "", "", "b" },
    { { "hscript-src ;" }, "", "", "b" },
    { { "hscript-src 'self' https://cdn.example" }, "", "", "b" },
    { { "hdefault-src 'self'" }, "", "", "b" },
    { { "hscript-src 'strict-dynamic' 'self'" }, "", "", "b" },
    { { "hscript-src 'strict-dynamic' data:" }, "", "", "b" },
    { { "hscript-src 'strict-dynamic' 'unsafe-inline'" }, "", "", "" },
    { { "hscript-src 'none' 'unsafe-inline'" }, "", "", "" },
    { { "hscript-src 'none' data:" }, "", "", "b" },

    /* by nonce */
    { { "hscript-src 'nonce-abc'" }, "", "ige", "abc" },
    { { "hscript-src 'nonce-ABC'" }, "", "", "ABC" },
    { { "hscript-src 'NONCE-abc'" }, "", "ige", "abc" },
    { { "hSCRIPT-SRC 'nonce-abc' 'UNSAFE-INLINE'" }, "", "ige", "abc" },
    { { "hscript-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'" }, "", "ige", "abc" },
    { { "hscript-src 'nonce-abc' data:" }, "e", "ige", "abc" },
    { { "hscript-src 'nonce-abc' data: 'strict-dynamic'" }, "", "ige", "abc" },
    { { "hscript-src 'nonce-x+/-_=' 'nonce-abc' 'nonce-abc='" }, "", "ige", "x+/-_=" },
    { { "hscript-src 'nonce-1' 'nonce-2' 'nonce-3' 'nonce-4' 'nonce-5' 'nonce-6' 'nonce-abc'" }, "", "", "1" },
    { { "hdefault-src 'nonce-abc'" }, "", "ige", "abc" },
    { { "mscript-src 'nonce-abc'" }, "", "ige", "abc" },

    /* what looks like one */
    { { "hscript-src 'nonce-'" }, "", "", "" },
    { { "hscript-src 'nonce-abc" }, "", "", "" },
    { { "hscript-src 'nonce-abc==='" }, "", "", "" },
    { { "hscript-src 'nonce-abc=d'" }, "", "", "" },
    { { "hscript-src 'nonce-{{abc}}' 'unsafe-inline'" }, "", "", "" },
    { { "hscript-src 'nonce-{{x}}' 'nonce-abc'" }, "", "ige", "abc" },
    { { "hscript-src nonce-abc" }, "", "", "b" },
    { { "hscript-src 'unsafe-inline' 'sha-256-" D43 "='" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'sha256-abc='" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'sha256-" D43 "'" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'sha256-" D43 "A'" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'sha256-" D43 "=" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'url-sha256-" D43 "='" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' data: 'strict-dynamic-url'" }, "", "", "" },
    { { "hscript-src '", "h'" }, "", "", "b" },

    /* by hash: the header gets the gate's, a meta does not */
    { { "hscript-src " HASH }, "g", "g", "" },
    { { "hscript-src 'Sha256-0000000000000000000000000000000000000000000='" }, "g", "g", "" },
    { { "hscript-src " HASH " 'unsafe-inline' 'self'" }, "g", "g", "" },
    { { "hdefault-src 'none'; script-src-elem " LONG }, "g", "g", "" },
    { { "hscript-src " X512 " 'strict-dynamic'" }, "g", "g", "" },
    { { "hscript-src 'nonce-abc' " HASH }, "g", "ige", "" },
    { { "hscript-src 'none' " HASH }, "", "", "" },
    { { "hscript-src 'none' 'nonce-abc' " HASH }, "", "ige", "abc" },
    { { "hscript-src " OWN }, "g", "g", "" },
    { { "hscript-src " URLED }, "g", "g", "" },
    { { "mscript-src " OWN }, "g", "g", "" },
    { { "mscript-src " HASH }, "", "", "" },
    { { "mscript-src " HASH " 'unsafe-inline'" }, "", "", "" },
    { { "mscript-src " HASH " 'nonce-abc'" }, "", "ige", "abc" },

    /* which directive */
    { { "hscript-src 'none'; script-src-elem 'unsafe-inline'" }, "ig", "ig", "" },
    { { "hscript-src-elem 'none'; script-src 'unsafe-inline'; default-src 'unsafe-inline'" }, "", "", "b" },
    { { "hdefault-src 'none'; script-src 'unsafe-inline'" }, "ig", "ig", "" },
    { { "hdefault-src 'none'; style-src 'unsafe-inline'" }, "", "", "b" },
    { { "hscript-src 'none'; script-src 'unsafe-inline'" }, "", "", "b" },
    { { "hscript-src 'unsafe-inline';; SCRIPT-SRC 'none'" }, "ig", "ig", "" },

    /* several policies */
    { { "hscript-src 'unsafe-inline', script-src 'nonce-abc'" }, "", "ig", "abc" },
    { { "hscript-src 'nonce-abc', script-src 'nonce-abc' 'nonce-d'" }, "", "ige", "abc" },
    { { "hscript-src 'nonce-d', script-src 'nonce-abc'" }, "", "", "" },
    { { "hscript-src 'nonce-abc'", "hscript-src 'self'" }, "", "", "b" },
    { { "hscript-src 'nonce-abc'", "hscript-src " HASH }, "", "g", "abc" },
    { { "hscript-src " HASH, "hdefault-src " HASH }, "g", "g", "" },
    { { "hscript-src " HASH, "hscript-src 'unsafe-inline'" }, "g", "g", "" },
    { { "hscript-src " HASH, "mscript-src " HASH }, "", "", "" },
    { { "hscript-src 'nonce-abc'", "mscript-src 'nonce-abc'" }, "", "ige", "abc" },
    { { "hscript-src 'nonce-abc'", "mscript-src 'nonce-abd'" }, "", "", "" },
    { { "hscript-src 'nonce-abc'", "mscript-src 'unsafe-inline'" }, "", "ig", "abc" },
    { { "himg-src *", "mscript-src 'none'", "mscript-src 'unsafe-inline'" }, "", "", "b" },
    { { "hscript-src *,script-src *,script-src *,script-src *,script-src *,script-src *,script-src *,script-src *" },
      "",
      "",
      "b" },
    { { "hscript-src *,script-src *,script-src *,script-src *,script-src *,script-src *,script-src *,script-src *",
        "hscript-src *" },
      "",
      "",
      "" },
    { { "mscript-src 'unsafe-inline', img-src *" }, "", "", "" },

    /* sandboxes */
    { { "hsandbox" }, "", "", "b" },
    { { "hsandbox allow-forms; script-src 'unsafe-inline' data: 'nonce-abc'" }, "", "", "b" },
    { { "hsandbox Allow-Scripts" }, "ige", "ige", "n" },
    { { "hsandbox allow-scripts; script-src 'nonce-abc'; sandbox" }, "", "ige", "abc" },
    { { "msandbox; report-uri /x; frame-ancestors 'none'" }, "ige", "ige", "n" },

    /* what does not forbid scripts */
    { { "hrequire-trusted-types-for 'script'; trusted-types 'none'" }, "ige", "ige", "n" },

    /* odd bytes */
    { { "himg-src \xc3\xbc; script-src 'unsafe-inline'" }, "ig", "ig", "" },
    { { "hscript-src 'unsafe-inline' \xc3\xbc" }, "", "", "" },
    { { "hscript-src 'none' \xc3\xbc; default-src 'unsafe-inline'" }, "", "", "" },
    { { "hscript-src\x0b'none'; script-src 'unsafe-inline'" }, "", "", "" },
    { { "h\xa0script-src 'none'" }, "", "", "" },
    { { "hscript-src 'nonce-abc'; default-src \x01" }, "", "", "" },
};

static void add(xp_policies *all, const char *policy, size_t len)
{
    char *text = tap_copy(policy + 1, len - 1); /* nothing of it may be needed later on, nor read beyond its end */

    if (*policy == 'h')
        xp_policies_add_header(all, text, len - 1);
    else
        xp_policies_add_meta(all, text, len - 1, false);
    tap_forget(text, len - 1);
    free(text);
}

static const char *uses(const xp_policies *all, const char *nonce, char *text)
{
    size_t len = strlen(nonce);
    char *end = text;

    if (xp_policies_admit_inline(all, nonce, len))
        *end++ = 'i';
    if (xp_policies_admit_gate(all, nonce, len))
        *end++ = 'g';
    if (xp_policies_admit_empty(all, nonce, len))
        *end++ = 'e';
    *end = '\0';
    return text;
}

static const char *of_page(const xp_policies *all, char *text)
{
    size_t len = 0;
    const char *nonce = xp_policies_nonce(all, &len);

    sprintf(text, "%s%s%.*s", xp_policies_none(all) ? "n" : "", xp_policies_block_inline(all) ? "b" : "", (int)len,
            nonce ? nonce : "");
    return text;
}

static void test_cases(void)
{
    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        xp_policies all;
        char text[64], name[512] = "";

        xp_policies_init(&all, GATE, XP_HASH_BESIDE_HASHES);
        for (int k = 0; k < 4 && CASE[i].policies[k]; k++) {
            add(&all, CASE[i].policies[k], strlen(CASE[i].policies[k]));
            snprintf(name + strlen(name), sizeof name - strlen(name), " [%s]", CASE[i].policies[k]);
        }
        is_str(uses(&all, "", text), CASE[i].bare, "without a nonce:%s", name);
        is_str(uses(&all, "abc", text), CASE[i].nonced, "with one:%s", name);
        is_str(of_page(&all, text), CASE[i].page, "the page:%s", name);
    }
}

/* The same where the hash of a held page's text goes wherever it takes nothing: only what differs from above, and what must not. */
static const struct {
    const char *policies[3];
    const char *bare;
    const char *nonced;
    const char *page;
} HELD[] = {
    { { NULL }, "ige", "ige", "n" },
    { { "himg-src 'self'" }, "ige", "ige", "n" },
    { { "hscript-src 'unsafe-inline'" }, "ig", "ig", "" },

    /* what runs nothing inline lets this one run */
    { { "hscript-src 'self' https://cdn.example" }, "g", "g", "b" },
    { { "hscript-src" }, "g", "g", "b" },
    { { "hdefault-src 'self'" }, "g", "g", "b" },
    { { "hdefault-src 'none'; script-src-elem *" }, "g", "g", "b" },
    { { "hscript-src 'strict-dynamic'" }, "g", "g", "b" },
    { { "hscript-src data:" }, "ge", "ge", "b" },
    { { "hscript-src 'self' 'nonce-'" }, "g", "g", "" },

    /* nor is a nonce needed for it */
    { { "hscript-src 'nonce-abc'" }, "g", "ige", "" },
    { { "hdefault-src 'nonce-abc' 'unsafe-inline'" }, "g", "ige", "" },
    { { "hscript-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'" }, "g", "ige", "" },
    { { "hscript-src " HASH " 'unsafe-inline'" }, "g", "g", "" },

    /* beside an 'unsafe-inline' that has an effect, or may have one somewhere */
    { { "hscript-src 'unsafe-inline' 'strict-dynamic'" }, "", "", "" },
    { { "hdefault-src 'unsafe-inline' 'strict-dynamic'" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'sha256-abc='" }, "", "", "" },
    { { "hscript-src 'unsafe-inline' 'nonce-{{abc}}'" }, "", "", "" },
    { { "hdefault-src 'unsafe-inline'; script-src 'self'" }, "g", "g", "b" },
    { { "hscript-src 'unsafe-inline'; script-src-elem 'self'" }, "g", "g", "b" },

    /* where it cannot be put */
    { { "hscript-src 'none'" }, "", "", "b" },
    { { "hdefault-src 'none'" }, "", "", "b" },
    { { "hscript-src 'none' 'nonce-abc'" }, "", "ige", "abc" },
    { { "hsandbox; script-src 'nonce-abc'" }, "", "", "b" },
    { { "hscript-src 'self' \xc3\xbc" }, "", "", "" },
    { { "mscript-src 'self'" }, "", "", "b" },
    { { "mscript-src 'nonce-abc'" }, "", "ige", "abc" },
    { { "mscript-src " OWN }, "g", "g", "" },

    /* several */
    { { "hscript-src 'self', script-src 'unsafe-inline'" }, "g", "g", "b" },
    { { "hscript-src 'self', script-src 'none'" }, "", "", "b" },
    { { "hscript-src 'self'", "hscript-src 'nonce-abc'" }, "g", "g", "b" },
    { { "hscript-src 'self'", "mscript-src 'nonce-abc'" }, "", "g", "babc" },
};

static void test_held(void)
{
    for (size_t i = 0; i < sizeof HELD / sizeof *HELD; i++) {
        xp_policies all;
        char text[64], name[512] = "";

        xp_policies_init(&all, GATE, XP_HASH_EVERYWHERE);
        for (int k = 0; k < 3 && HELD[i].policies[k]; k++) {
            add(&all, HELD[i].policies[k], strlen(HELD[i].policies[k]));
            snprintf(name + strlen(name), sizeof name - strlen(name), " [%s]", HELD[i].policies[k]);
        }
        is_str(uses(&all, "", text), HELD[i].bare, "held, without a nonce:%s", name);
        is_str(uses(&all, "abc", text), HELD[i].nonced, "held, with one:%s", name);
        is_str(of_page(&all, text), HELD[i].page, "held, the page:%s", name);
    }
}

static void test_off(void)
{
    static const char *const POLICY[] = { "hscript-src " HASH, "hscript-src " OWN, "hscript-src " OWN,
                                          "hscript-src 'self'" };

    for (size_t i = 0; i < sizeof POLICY / sizeof *POLICY; i++) {
        xp_policies all;

        xp_policies_init(&all, NULL, i % 2 ? XP_HASH_EVERYWHERE : XP_HASH_BESIDE_HASHES);
        add(&all, POLICY[i], strlen(POLICY[i]));
        ok(!xp_policies_admit_gate(&all, "", 0), "no hash is added where the gate is off: %s", POLICY[i]);
    }
}

static void test_cut(void)
{
    xp_policies all;

    xp_policies_init(&all, GATE, XP_HASH_BESIDE_HASHES);
    xp_policies_add_meta(&all, "img-src", 7, true);
    ok(!xp_policies_none(&all) && !xp_policies_admit_inline(&all, "", 0) && !xp_policies_block_inline(&all),
       "of a meta that was cut nothing is known");
    xp_policies_init(&all, GATE, XP_HASH_BESIDE_HASHES);
    xp_policies_add_header(&all, "script-src 'nonce-abc'\0 'nonce-d'", 33);
    ok(!xp_policies_admit_inline(&all, "abc", 3) && !xp_policies_block_inline(&all), "a NUL is an odd byte");
}

/* ---- Where the hash goes ----------------------------------------------------------------------------------------------------------- */

/* Where it is put, a bar for each. */
static void places(const char *field, xp_hash_goes goes, char *marked)
{
    size_t len = strlen(field), from = 0, at, done = 0, n = 0;
    char *text = tap_copy(field, len);

    while (xp_policy_wants_hash(GATE, goes, text, len, &from, &at) && n < 400) {
        n += (size_t)sprintf(marked + n, "%.*s|", (int)(at - done), text + done);
        done = at;
    }
    sprintf(marked + n, "%.*s", (int)(len - done), text + done);
    free(text);
}

static void test_places(void)
{
    static const char *const PLACE[][2] = {
        { "script-src " HASH, "script-src " HASH "|" },
        { "script-src " HASH " 'self' ; img-src *", "script-src " HASH " 'self'| ; img-src *" },
        { "default-src " HASH ",img-src *, script-src-elem 'self' " X512 "\t",
          "default-src " HASH "|,img-src *, script-src-elem 'self' " X512 "|\t" },
        { "script-src " HASH "; script-src-elem 'self'", "script-src " HASH "; script-src-elem 'self'" },
        { "script-src " HASH "; script-src 'self'", "script-src " HASH "|; script-src 'self'" },
        { "script-src " HASH " " OWN ", script-src " HASH, "script-src " HASH " " OWN ", script-src " HASH "|" },
        { "script-src " HASH " 'none'", "script-src " HASH " 'none'" },
        { "script-src 'unsafe-inline' 'sha256-abc='", "script-src 'unsafe-inline' 'sha256-abc='" },
        { "script-src 'unsafe-inline'", "script-src 'unsafe-inline'" },
        { "script-src 'nonce-abc'", "script-src 'nonce-abc'" },
        { "sandbox; script-src " HASH, "sandbox; script-src " HASH },
        { "style-src " HASH, "style-src " HASH },
        { ",", "," },
        { "", "" },
    };

    for (size_t i = 0; i < sizeof PLACE / sizeof *PLACE; i++) {
        char marked[512];

        places(PLACE[i][0], XP_HASH_BESIDE_HASHES, marked);
        is_str(marked, PLACE[i][1], "the hash's places: %s", PLACE[i][0]);
    }
}

static void test_places_held(void)
{
    static const char *const PLACE[][2] = {
        { "script-src 'self'", "script-src 'self'|" },
        { "script-src", "script-src|" },
        { "script-src ; img-src *", "script-src| ; img-src *" },
        { "default-src 'self'; img-src *", "default-src 'self'|; img-src *" },
        { "default-src 'self'; script-src 'nonce-abc' ", "default-src 'self'; script-src 'nonce-abc'| " },
        { "script-src 'self'; script-src-elem 'strict-dynamic' " HASH,
          "script-src 'self'; script-src-elem 'strict-dynamic' " HASH "|" },
        { "script-src 'self', script-src 'unsafe-inline', default-src *",
          "script-src 'self'|, script-src 'unsafe-inline', default-src *|" },
        { "script-src 'self' " OWN, "script-src 'self' " OWN },
        { "script-src 'none'", "script-src 'none'" },
        { "script-src 'nonce-abc' 'none'", "script-src 'nonce-abc' 'none'" },
        { "default-src 'unsafe-inline' 'strict-dynamic'", "default-src 'unsafe-inline' 'strict-dynamic'" },
        { "sandbox; script-src 'self'", "sandbox; script-src 'self'" },
        { "sandbox allow-scripts; script-src 'self'", "sandbox allow-scripts; script-src 'self'|" },
        { "style-src 'self'", "style-src 'self'" },
        { "script-src 'self' \xff", "script-src 'self' \xff" },
        { "", "" },
    };

    for (size_t i = 0; i < sizeof PLACE / sizeof *PLACE; i++) {
        char marked[512];

        places(PLACE[i][0], XP_HASH_EVERYWHERE, marked);
        is_str(marked, PLACE[i][1], "a held page's places: %s", PLACE[i][0]);
    }
}

/* ---- What is certain to be blocked ----------------------------------------------------------------------------------------------- */

#define CDN "https://cdn.example/js/a.js"

/* By a field of the header, on www.site.example: an external script of this address, and an inline one. */
static const struct {
    const char *field, *url;
    bool bare;   /* blocked without a nonce */
    bool nonced; /* … with the nonce "abc" */
} BLOCKED[] = {
    { "", CDN, false, false },
    { "img-src 'none'; script-src-attr 'none'", CDN, false, false },
    { "script-src *", CDN, false, false },
    { "script-src 'none'", CDN, true, true },
    { "script-src", CDN, true, true },
    { "script-src 'unsafe-inline'", CDN, true, true },
    { "default-src 'none'", CDN, true, true },
    { "default-src 'none'; script-src https:", CDN, false, false },
    { "script-src https:; script-src-elem 'none'", CDN, true, true },
    { "script-src *, img-src *, script-src 'none'", CDN, true, true },
    { "sandbox", CDN, true, true },
    { "sandbox allow-scripts", CDN, false, false },

    /* schemes */
    { "script-src https:", CDN, false, false },
    { "script-src HTTP:", CDN, false, false },
    { "script-src https:", "http://cdn.example/a.js", false, false },
    { "script-src wss:", CDN, false, false },
    { "script-src data: blob:", CDN, true, true },
    { "script-src data: blob:", "/a.js", true, true },
    { "script-src data:", "data:text/javascript,", false, false },
    { "script-src blob:", "//cdn.example/a.js", true, true },
    { "script-src odd+scheme:", CDN, false, false },

    /* hosts */
    { "script-src cdn.example", CDN, false, false },
    { "script-src cdn.example", "//CDN.Example/a.js", false, false },
    { "script-src CDN.EXAMPLE", " \n" CDN "\t ", false, false },
    { "script-src https://cdn.example", "http://cdn.example/a.js", false, false },
    { "script-src http://cdn.example wss://x.example", CDN, false, false },
    { "script-src ftp://cdn.example", CDN, true, true },
    { "script-src www.cdn.example xcdn.example cdn.example.com dn.example", CDN, true, true },
    { "script-src *.example", CDN, false, false },
    { "script-src https://*.cdn.example", "https://a.b.cdn.example/", false, false },
    { "script-src *.cdn.example", CDN, true, true },
    { "script-src *.cdn.example", "https://xcdn.example/", true, true },
    { "script-src https://*", CDN, false, false },
    { "script-src example *.com", CDN, true, true },
    { "script-src www.googletagmanager.com", "https://www.googletagmanager.com/gtag/js?id=G-1&amp;l=d", false, false },
    { "script-src *.google-analytics.com", "https://www.googletagmanager.com/gtag/js?id=G-1", true, true },

    /* ports */
    { "script-src cdn.example:443", CDN, false, false },
    { "script-src cdn.example:80", CDN, false, false },
    { "script-src cdn.example", "https://cdn.example:443/a.js", false, false },
    { "script-src cdn.example", "https://cdn.example:/a.js", false, false },
    { "script-src cdn.example", "https://cdn.example:8443/a.js", true, true },
    { "script-src cdn.example:8443", "https://cdn.example:8443/a.js", false, false },
    { "script-src cdn.example:08443", "https://cdn.example:8443/a.js", false, false },
    { "script-src cdn.example:8443", CDN, true, true },
    { "script-src cdn.example:8443", "https://cdn.example:8444", true, true },
    { "script-src cdn.example:*", "https://cdn.example:8443/a.js", false, false },
    { "script-src *:*", "https://cdn.example:8443/a.js", false, false },
    { "script-src *", "https://cdn.example:8443/a.js", false, false },
    { "script-src https://*", "https://cdn.example:8443/a.js", true, true },
    { "script-src cdn.example:99999999999999999999", CDN, false, false },

    /* paths */
    { "script-src cdn.example/", CDN, false, false },
    { "script-src cdn.example/js/", CDN, false, false },
    { "script-src cdn.example/js/a.js", CDN "?x#y", false, false },
    { "script-src cdn.example/js/a.js?v", CDN, false, false },
    { "script-src cdn.example/js", CDN, true, true },
    { "script-src cdn.example/js/a", CDN, true, true },
    { "script-src cdn.example/js/a.js/", CDN, true, true },
    { "script-src cdn.example/JS/", CDN, true, true },
    { "script-src cdn.example/css/ cdn.example:443/js/b.js", CDN, true, true },
    { "script-src cdn.example/", "https://cdn.example", false, false },
    { "script-src cdn.example/x/", "https://cdn.example?/x/", true, true },
    { "script-src cdn.example/css/", "https://cdn.example/js/../css/a.js", false, false },
    { "script-src cdn.example/%6as/", CDN, false, false },
    { "script-src cdn.example/css/", "https://cdn.example/css&#47;a.js", false, false },

    /* the page's own */
    { "script-src 'self'", CDN, true, true },
    { "script-src 'SELF'", "https://www.site.example/a.js", false, false },
    { "script-src 'self'", "//WWW.site.example:8080/a.js", false, false },
    { "script-src 'self'", "/a.js", false, false },
    { "script-src 'self'", "a.js", false, false },
    { "script-src 'self'", "https://site.example/a.js", true, true },
    { "script-src https://other.example", "/a.js", false, false },
    { "script-src 'none'", "/a.js", true, true },

    /* addresses of which nothing is certain */
    { "script-src 'self'", "https:/cdn.example/", false, false },
    { "script-src 'self'", "https:cdn.example", false, false },
    { "script-src 'self'", "https:///cdn.example/", false, false },
    { "script-src 'self'", "https://u:p@cdn.example/", false, false },
    { "script-src 'self'", "https://c%64n.example/", false, false },
    { "script-src 'self'", "https://cdn&#46;example/", false, false },
    { "script-src 'self'", "ht\ntps://cdn.example/", false, false },
    { "script-src 'self'", "\\\\cdn.example/", false, false },
    { "script-src 'self'", "https://cdn.example./", false, false },
    { "script-src 'self'", "https://0x7f.1/", false, false },
    { "script-src 'self'", "https://[::1]/", false, false },
    { "script-src 'self'", "javascript:1", false, false },
    { "script-src 'self'", "", false, false },

    /* nonces, and who needs one */
    { "script-src 'nonce-abc'", CDN, true, false },
    { "script-src 'self' 'nonce-abc'", CDN, true, false },
    { "script-src 'nonce-abc' cdn.example", CDN, false, false },
    { "script-src 'nonce-ABC' 'nonce-ab' 'nonce-abcd'", CDN, true, true },
    { "script-src 'nonce-abc', script-src 'nonce-abd'", CDN, true, true },
    { "script-src 'nonce-abc', script-src https:", CDN, true, false },
    { "script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'", CDN, true, false },
    { "script-src 'strict-dynamic' cdn.example *", CDN, true, true },
    { "script-src 'strict-dynamic'", "/a.js", true, true },

    /* what is not certain */
    { "script-src " HASH, CDN, false, false },
    { "script-src 'strict-dynamic' " X512, CDN, false, false },
    { "script-src 'nonce-{{x}}'", CDN, false, false },
    { "script-src 'none' \xc3\xbc", CDN, false, false },
    { "script-src 'self' \xc3\xbc; default-src 'none'", CDN, false, false },
    { "sandbox \x01; sandbox", CDN, false, false },
    { "script-src 'none' cdn.example", CDN, false, false },
    { "script-src *.", CDN, false, false },
    { "script-src http://", CDN, false, false },
    { "script-src :", CDN, false, false },
    { "script-src 127.0.0.1 [::1]", CDN, false, false },
};

static bool blocks_url(const char *field, const char *url, const char *nonce, const char *host)
{
    char *text = tap_copy(field, strlen(field)), *address = tap_copy(url, strlen(url));
    bool blocks = xp_policy_blocks_url(text, strlen(field), address, strlen(url), nonce, strlen(nonce), host);

    free(text);
    free(address);
    return blocks;
}

static void test_blocked_urls(void)
{
    for (size_t i = 0; i < sizeof BLOCKED / sizeof *BLOCKED; i++) {
        const char *field = BLOCKED[i].field, *url = BLOCKED[i].url;

        is_int(blocks_url(field, url, "", "www.site.example"), BLOCKED[i].bare, "[%s] %s", field, url);
        is_int(blocks_url(field, url, "abc", "www.site.example"), BLOCKED[i].nonced, "… with a nonce");
    }
    ok(blocks_url("script-src 'self'", "https://a.example/", "", "b.example:8080"), "a host with its port");
    ok(!blocks_url("script-src 'self'", "https://a.example/", "", "A.example:8080"), "… is the same host");
    ok(!blocks_url("script-src 'self'", CDN, "", NULL), "of an unknown host nothing is certain");
    ok(!blocks_url("script-src 'self'", CDN, "", "[::1]:80"), "nor of one that cannot be compared");
    ok(blocks_url("script-src https://a.example", CDN, "", NULL), "others do not depend on it");
}

static void test_blocked_inline(void)
{
    static const struct {
        const char *field;
        bool bare, nonced;
    } INLINE[] = {
        { "", false, false },
        { "img-src 'none'; style-src 'self'", false, false },
        { "script-src 'unsafe-inline'", false, false },
        { "script-src 'unsafe-inline' 'self' * data:", false, false },
        { "script-src 'none' 'unsafe-inline'", false, false },
        { "script-src 'none'", true, true },
        { "script-src", true, true },
        { "default-src 'self' https: *", true, true },
        { "default-src 'self'; script-src 'unsafe-inline'", false, false },
        { "script-src-elem 'self'; script-src 'unsafe-inline'", true, true },
        { "script-src 'unsafe-inline', default-src 'self'", true, true },
        { "script-src 'nonce-abc'", true, false },
        { "script-src 'nonce-abc' 'unsafe-inline'", true, false },
        { "script-src 'nonce-ABC' 'unsafe-inline'", true, true },
        { "script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'", true, false },
        { "script-src 'strict-dynamic' 'unsafe-inline'", true, true },
        { "script-src 'nonce-abc', script-src 'nonce-abd'", true, true },
        { "script-src 'nonce-abc', script-src 'unsafe-inline'", true, false },
        { "script-src " HASH, false, false },
        { "script-src 'nonce-abd' " HASH, false, false },
        { "script-src 'unsafe-inline' 'nonce-{{x}}'", false, false },
        { "script-src 'self' \xc3\xbc", false, false },
        { "script-src 'self' \xc3\xbc, script-src 'self'", true, true },
        { "sandbox allow-forms", true, true },
        { "sandbox allow-scripts", false, false },
    };

    for (size_t i = 0; i < sizeof INLINE / sizeof *INLINE; i++) {
        size_t len = strlen(INLINE[i].field);
        char *text = tap_copy(INLINE[i].field, len);

        is_int(xp_policy_blocks_inline(text, len, "", 0), INLINE[i].bare, "inline: [%s]", INLINE[i].field);
        is_int(xp_policy_blocks_inline(text, len, "abc", 3), INLINE[i].nonced, "… with a nonce");
        free(text);
    }
}

/* ---- A nonce for what the site puts in -------------------------------------------------------------------------------------------- */

/* Whatever is gathered for the gate. */
static void test_shared_nonce(void)
{
    static const struct {
        const char *policies[4], *nonce;
    } SHARED[] = {
        { { NULL }, NULL },
        { { "h" }, NULL },
        { { "hscript-src 'self'" }, NULL },
        { { "hscript-src 'nonce-a' 'strict-dynamic'" }, "a" },
        { { "hscript-src 'self' 'nonce-a'" }, "a" },
        { { "hdefault-src 'nonce-a'" }, "a" },
        { { "hdefault-src 'nonce-a'; script-src 'self'" }, NULL },
        { { "hscript-src 'nonce-a'; script-src-elem 'nonce-b'" }, "b" },
        { { "hscript-src 'nonce-a' 'nonce-b'" }, "a" },
        { { "hscript-src " HASH " 'nonce-a' 'unsafe-inline'" }, "a" },
        { { "hscript-src 'nonce-a' 'nonce-b', script-src 'nonce-b'" }, "b" },
        { { "hscript-src 'nonce-a' 'nonce-b'", "hscript-src 'nonce-b'" }, "b" },
        { { "hscript-src 'nonce-a', script-src 'nonce-b'" }, NULL },
        { { "hscript-src https:, script-src 'nonce-a'" }, "a" },
        { { "hscript-src 'nonce-a'", "hdefault-src 'self'", "himg-src *" }, "a" },
        { { "hscript-src 'nonce-a'", "hscript-src 'unsafe-inline'" }, "a" },
        { { "hscript-src 'nonce-a'", "hscript-src \xc3" }, "a" },
        { { "hscript-src 'nonce-{{x}}'" }, NULL },
        { { "hscript-src 'nonce-a=='" }, "a==" },
        { { "hsandbox; script-src 'nonce-a'" }, NULL },
    };

    for (size_t i = 0; i < 2 * (sizeof SHARED / sizeof *SHARED); i++) {
        const char *const *policies = SHARED[i / 2].policies, *nonce;
        xp_policies all;
        size_t len = 0;
        char text[64];

        xp_policies_init(&all, i % 2 ? GATE : NULL, i % 2 ? XP_HASH_EVERYWHERE : XP_HASH_BESIDE_HASHES);
        for (int k = 0; k < 4 && policies[k]; k++)
            add(&all, policies[k], strlen(policies[k]));
        nonce = xp_policies_shared_nonce(&all, &len);
        snprintf(text, sizeof text, "%.*s", (int)len, nonce ? nonce : "");
        is_str(nonce ? text : NULL, SHARED[i / 2].nonce, "a nonce that all share: %s %s",
               policies[0] ? policies[0] : "none", policies[0] && policies[1] ? policies[1] : "");
    }
}

/* ---- The standard once more -------------------------------------------------------------------------------------------------------- */

/* Slow and literal: each policy is split into strings, and each question runs over them. No knowledge of what browsers do otherwise. */

enum { MANY = 4096 };

typedef struct {
    char text[MANY + 1];
    char *words[MANY];
    int nwords;
} source_list;

static bool same(const char *a, const char *b)
{
    for (; *a && *b; a++, b++)
        if ((*a >= 'A' && *a <= 'Z' ? *a + 32 : *a) != (*b >= 'A' && *b <= 'Z' ? *b + 32 : *b))
            return false;
    return *a == *b;
}

/* The sources that count for a script element, or false if none do. */
static bool effective(const char *policy, size_t len, source_list *list)
{
    static const char *const NAME[] = { "script-src-elem", "script-src", "default-src" };

    for (int want = 0; want < 3; want++)
        for (size_t from = 0, to; from <= len; from = to + 1) {
            bool ascii = true;

            for (to = from; to < len && policy[to] != ';'; to++)
                ascii = ascii && (unsigned char)policy[to] < 128;
            if (!ascii || to - from > MANY)
                continue;
            memcpy(list->text, policy + from, to - from);
            list->text[to - from] = '\0';
            list->nwords = 0;
            for (char *p = strtok(list->text, " \t\n\f\r"); p; p = strtok(NULL, " \t\n\f\r"))
                list->words[list->nwords++] = p;
            if (list->nwords && same(list->words[0], NAME[want]))
                return true;
        }
    return false;
}

static bool is_nonce_or_hash(const char *word)
{
    static const char *const PREFIX[] = { "'nonce-", "'sha256-", "'sha384-", "'sha512-" };
    static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";

    for (int i = 0; i < 4; i++) {
        size_t n = strlen(PREFIX[i]), digits, padding;
        char head[16] = "";

        snprintf(head, n + 1, "%s", word);
        if (!same(head, PREFIX[i]))
            continue;
        digits = strspn(word + n, DIGITS);
        padding = strspn(word + n + digits, "=");
        if (digits && padding <= 2 && strcmp(word + n + digits + padding, "'") == 0)
            return true;
    }
    return false;
}

static bool lists(const source_list *list, const char *word)
{
    for (int i = 1; i < list->nwords; i++)
        if (same(list->words[i], word))
            return true;
    return false;
}

static bool lists_nonce(const source_list *list, const char *nonce)
{
    for (int i = 1; i < list->nwords; i++) {
        size_t n = strlen(list->words[i]);

        if (is_nonce_or_hash(list->words[i]) && (list->words[i][1] | 32) == 'n' && n == strlen(nonce) + 8 &&
            memcmp(list->words[i] + 7, nonce, n - 8) == 0)
            return true;
    }
    return false;
}

/* 6.7.3.2 and 6.7.3.3, for a script that no hash is of; `any` asks whether there is any nonce or hash by which some script may run. */
static bool runs_inline(const char *policy, size_t len, const char *nonce, bool any)
{
    static source_list list;
    bool all = false;

    if (!effective(policy, len, &list))
        return true;
    if (lists(&list, "'unsafe-inline'"))
        all = !lists(&list, "'strict-dynamic'");
    for (int i = 1; i < list.nwords; i++)
        if (is_nonce_or_hash(list.words[i])) {
            all = false;
            if (any)
                return true;
        }
    return all || (*nonce && lists_nonce(&list, nonce));
}

/* 6.7.1.1, for an empty script that the parser has inserted. */
static bool runs_empty(const char *policy, size_t len, const char *nonce)
{
    static source_list list;

    if (!effective(policy, len, &list) || (*nonce && lists_nonce(&list, nonce)))
        return true;
    return !lists(&list, "'strict-dynamic'") && lists(&list, "data:");
}

/* No answer is yes that the standard does not give. The policies are of one header field each. */
static int wrong(const char *policy, size_t len)
{
    static const char *const NONCES[] = { "", "abc", "ab", "a" };
    xp_policies all;
    int n = 0;

    xp_policies_init(&all, NULL, XP_HASH_BESIDE_HASHES);
    add(&all, policy, len);
    for (size_t i = 0; i < sizeof NONCES / sizeof *NONCES; i++) {
        const char *nonce = NONCES[i];
        bool in = true, empty = true;

        for (size_t from = 1, to; from <= len; from = to + 1) {
            for (to = from; to < len && policy[to] != ','; to++)
                ;
            in = in && runs_inline(policy + from, to - from, nonce, false);
            empty = empty && runs_empty(policy + from, to - from, nonce);
        }
        n += xp_policies_admit_inline(&all, nonce, strlen(nonce)) && !in;
        n += xp_policies_admit_gate(&all, nonce, strlen(nonce)) && !in;
        n += xp_policies_admit_empty(&all, nonce, strlen(nonce)) && !empty;
        n += xp_policies_none(&all) && !in;
    }
    return n;
}

static bool any_may_run(const char *policy, size_t len)
{
    for (size_t from = 1, to; from <= len; from = to + 1) {
        for (to = from; to < len && policy[to] != ','; to++)
            ;
        if (!runs_inline(policy + from, to - from, "", true))
            return false;
    }
    return true;
}

static int wrongly_blocked(const char *policy, size_t len)
{
    xp_policies all;

    xp_policies_init(&all, NULL, XP_HASH_BESIDE_HASHES);
    add(&all, policy, len);
    return xp_policies_block_inline(&all) && any_may_run(policy, len);
}

static void test_cut_anywhere(void)
{
    int bad = 0, blocked = 0, n = 0;

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++)
        for (int k = 0; k < 4 && CASE[i].policies[k]; k++) {
            const char *policy = CASE[i].policies[k];

            if (*policy != 'h' || strstr(policy, "sandbox"))
                continue;
            for (size_t len = 1; len <= strlen(policy); len++, n++) {
                int now = wrong(policy, len);

                if (now)
                    diag("a wrong yes: %.*s", (int)len, policy);
                bad += now;
                blocked += wrongly_blocked(policy, len);
            }
        }
    ok(bad == 0, "no wrong yes in %d cut policies", n);
    ok(blocked == 0, "… and none blocks what may run");
}

/* Words that policies are made of, in any order and number, up to 8 KB of them. */
static void test_random(void)
{
    static const char *const WORD[] = { "script-src",
                                        "script-src-elem",
                                        "default-src",
                                        "Script-Src ",
                                        ";",
                                        ";",
                                        ",",
                                        " ",
                                        "\t",
                                        "'unsafe-inline'",
                                        "'none'",
                                        "'self'",
                                        "data:",
                                        "https:",
                                        "*",
                                        "'nonce-abc'",
                                        "'nonce-ab'",
                                        "'strict-dynamic'",
                                        HASH,
                                        OWN,
                                        "'",
                                        "\xc3",
                                        "\x01",
                                        "'nonce-a='",
                                        "'NONCE-abc'",
                                        "img-src",
                                        "sandbox",
                                        "'sha256-",
                                        "=",
                                        " ",
                                        "report",
                                        "script-src-attr",
                                        "'unsafe-hashes'" };
    const size_t nwords = sizeof WORD / sizeof *WORD;
    static char text[8300];
    uint32_t seed = 1;
    int bad = 0, yes = 0;

    for (int n = 0; n < 40000; n++) {
        size_t words = n % 4000 ? (size_t)n % 17 : 3000, len = 1;
        xp_policies all;

        text[0] = 'h';
        while (words-- && len < 8192) {
            seed = seed * 1664525u + 1013904223u;
            len += (size_t)sprintf(text + len, "%s%s", WORD[(seed >> 16) % nwords], seed & 0x80000000u ? " " : "");
        }
        if (strstr(text, "sandbox")) /* the plain one knows nothing of these */
            continue;
        bad += wrong(text, len) + wrongly_blocked(text, len);
        xp_policies_init(&all, NULL, XP_HASH_BESIDE_HASHES);
        add(&all, text, len);
        yes += xp_policies_admit_inline(&all, "abc", 3) && !xp_policies_none(&all);
    }
    ok(bad == 0, "no wrong yes in random policies");
    ok(yes > 200, "… of which some are right: %d", yes);
}

/* ---- The standard's matching of addresses, plainly --------------------------------------------------------------------------------- */

typedef struct {
    char scheme[16], host[64], path[64];
    int port; /* 0: the scheme's own */
} parts;

/* Takes "scheme://host:port/path" apart; each of them but the host may be missing. */
static void take_apart(parts *to, const char *text)
{
    const char *sep = strstr(text, "://");

    memset(to, 0, sizeof *to);
    if (sep) {
        snprintf(to->scheme, sizeof to->scheme, "%.*s", (int)(sep - text), text);
        text = sep + 3;
    }
    snprintf(to->host, sizeof to->host, "%.*s", (int)strcspn(text, ":/"), text);
    text += strcspn(text, ":/");
    if (*text == ':') {
        to->port = text[1] == '*' ? -1 : atoi(text + 1);
        text += strcspn(text, "/");
    }
    snprintf(to->path, sizeof to->path, "%s", text);
}

/* "scheme-part matches": the first one may be upgraded to the second. */
static bool scheme_matches(const char *a, const char *b)
{
    return same(a, b) || (same(a, "http") && same(b, "https")) || (same(a, "wss") && same(b, "https")) ||
           (same(a, "ws") && (same(b, "http") || same(b, "https")));
}

static bool path_matches(const char *a, const char *b)
{
    size_t len = strlen(a);

    if (!len || (same(a, "/") && !*b))
        return true;
    return a[len - 1] == '/' ? !strncmp(a, b, len) : !strcmp(a, b);
}

/* 6.7.2.8 for sources and addresses of the lists below, in a page of this scheme and www.site.example. */
static bool matches(const char *source, const parts *url, const char *page)
{
    int own = same(url->scheme, "https") ? 443 : 80, port = url->port ? url->port : own;
    size_t len = strlen(source);
    parts s;

    if (same(source, "*"))
        return true;
    if (same(source, "'self'"))
        return same(url->host, "www.site.example") && port == own && (same(url->scheme, "https") || same(page, "http"));
    if (*source == '\'')
        return false;
    if (source[len - 1] == ':') {
        snprintf(s.scheme, sizeof s.scheme, "%.*s", (int)len - 1, source);
        return scheme_matches(s.scheme, url->scheme);
    }
    take_apart(&s, source);
    if (!scheme_matches(*s.scheme ? s.scheme : page, url->scheme))
        return false;
    if (strncmp(s.host, "*.", 2) == 0) {
        if (strlen(url->host) < strlen(s.host) || !same(url->host + strlen(url->host) - strlen(s.host) + 1, s.host + 1))
            return false;
    } else if (!same(s.host, "*") && !same(s.host, url->host)) {
        return false;
    }
    return (s.port == -1 || (s.port ? s.port : own) == port) && path_matches(s.path, url->path);
}

/* 6.7.1.1 for a script that the parser has inserted. */
static bool runs_external(const char *policy, size_t len, const char *nonce, const char *url, const char *page)
{
    static source_list list;
    parts address;

    if (!effective(policy, len, &list) || (*nonce && lists_nonce(&list, nonce)))
        return true;
    if (lists(&list, "'strict-dynamic'"))
        return false;
    take_apart(&address, url);
    for (int i = 1; i < list.nwords; i++)
        if (matches(list.words[i], &address, page))
            return true;
    return false;
}

/* No script is told to be blocked that the standard lets run: by no nonce or this one, in a page of either scheme. */
static int wrongly_certain(const char *field, size_t len, const char *url, int *certain)
{
    static const char *const NONCES[] = { "", "abc" }, *const PAGES[] = { "http", "https" };
    char *text = tap_copy(field, len);
    int n = 0;

    for (int i = 0; i < 4; i++) {
        const char *nonce = NONCES[i / 2], *page = PAGES[i % 2];
        size_t nnonce = strlen(nonce);
        bool external = true, in = true;
        bool out = xp_policy_blocks_url(text, len, url, strlen(url), nonce, nnonce, "www.site.example");

        for (size_t from = 0, to; from <= len; from = to + 1) {
            for (to = from; to < len && field[to] != ','; to++)
                ;
            external = external && runs_external(field + from, to - from, nonce, url, page);
            in = in && runs_inline(field + from, to - from, nonce, false);
        }
        *certain += out;
        n += out && external;
        n += xp_policy_blocks_inline(text, len, nonce, nnonce) && in;
    }
    free(text);
    return n;
}

static void test_random_addresses(void)
{
    static const char *const URL[] = { "https://cdn.example/js/a.js",      "http://cdn.example/js/a.js",
                                       "https://www.site.example/js/a.js", "http://www.site.example:8080/",
                                       "https://a.cdn.example:8443/js",    "https://cdn.example" };
    static const char *const WORD[] = { "script-src ",
                                        "script-src-elem ",
                                        "default-src ",
                                        "; ",
                                        ", ",
                                        "*",
                                        "'self'",
                                        "'none'",
                                        "https:",
                                        "http:",
                                        "data:",
                                        "wss:",
                                        "cdn.example",
                                        "*.example",
                                        "*.cdn.example",
                                        "https://cdn.example",
                                        "http://*.example",
                                        "cdn.example:*",
                                        "*:8443",
                                        "https://*:443",
                                        "cdn.example/js/",
                                        "cdn.example/js",
                                        "cdn.example/js/a.js",
                                        "*.example/js",
                                        "www.site.example:8080/",
                                        "http://cdn.example:80",
                                        "'nonce-abc'",
                                        "'nonce-abd'",
                                        HASH,
                                        "'unsafe-inline'",
                                        "'strict-dynamic'",
                                        "'unsafe-eval'",
                                        "cdn.example/",
                                        "*.site.example" };
    uint32_t seed = 7;
    int bad = 0, certain = 0;

    for (int n = 0; n < 30000; n++) {
        char field[512] = "script-src ";
        int now;

        for (int words = n % 9; words--;) {
            seed = seed * 1664525u + 1013904223u;
            sprintf(field + strlen(field), "%s ", WORD[(seed >> 16) % (sizeof WORD / sizeof *WORD)]);
        }
        now = wrongly_certain(field, strlen(field), URL[n % 6], &certain);
        if (now && !bad)
            diag("not certain: [%s] %s", field, URL[n % 6]);
        bad += now;
    }
    ok(bad == 0, "nothing that may run is told to be blocked");
    ok(certain > 10000, "… and %d of 120,000 scripts are", certain);
}

static void test_size(void)
{
    static char text[1 << 16];
    xp_policies all;

    for (size_t i = 0; i + 8 <= sizeof text; i += 8)
        memcpy(text + i, "scrip-x;", 8);
    memcpy(text + sizeof text - 16, "script-src *;;;;", 16);
    xp_policies_init(&all, GATE, XP_HASH_BESIDE_HASHES);
    xp_policies_add_header(&all, text, sizeof text);
    ok(xp_policies_block_inline(&all), "8,000 directives, and the last one counts");
    ok(sizeof all <= 300, "%zu bytes for all policies of a page", sizeof all);
}

int main(void)
{
    test_cases();
    test_held();
    test_off();
    test_cut();
    test_places();
    test_places_held();
    test_blocked_urls();
    test_blocked_inline();
    test_shared_nonce();
    test_cut_anywhere();
    test_random();
    test_random_addresses();
    test_size();
    return tap_done();
}
