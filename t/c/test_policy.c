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
    test_shared_nonce();
    test_cut_anywhere();
    test_random();
    test_size();
    return tap_done();
}
