/* Policies: one more of them never lets more run, a nonce never less, and a header with the gate's hash in it is to the engine what it was
 * before. The input's first byte says what is a meta's, and where the hash goes; the rest is policies, with a line's end between fields. */
#include "fuzz/kit.h"
#include "engine/page/xp_policy.h"

#define HASH "sha256-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+/abcde="

enum { ANSWERS = 9 };

static void add(xp_policies *all, const char *field, size_t len, bool in_meta)
{
    char *copy = copy_of(field, len);

    if (in_meta)
        xp_policies_add_meta(all, copy, len, false);
    else
        xp_policies_add_header(all, copy, len);
    free(copy);
}

static void ask(const xp_policies *all, bool *answers)
{
    static const char *const NONCE[] = { "", "abc", "x" };

    for (size_t i = 0; i < 3; i++) {
        size_t len = strlen(NONCE[i]);

        *answers++ = xp_policies_admit_inline(all, NONCE[i], len);
        *answers++ = xp_policies_admit_gate(all, NONCE[i], len);
        *answers++ = xp_policies_admit_empty(all, NONCE[i], len);
    }
}

static void compare(const bool *was, const bool *is, bool same, const char *what)
{
    for (int i = 0; i < ANSWERS; i++)
        claim(same ? was[i] == is[i] : was[i] || !is[i], what);
}

/* What is certain to be blocked by a field of its own. */
static void blocked(const char *field, size_t size)
{
    static const char *const URL[] = { "https://cdn.example/a.js", "//www.site.example:8080", "https://[::1]/" };
    char *text = copy_of(field, size);
    xp_policies all;
    bool bare = xp_policy_blocks_inline(text, size, "", 0), nonced = xp_policy_blocks_inline(text, size, "abc", 3);
    bool relative = xp_policy_blocks_url(text, size, "a.js", 4, "", 0, "www.site.example");

    xp_policies_init(&all, NULL, XP_HASH_BESIDE_HASHES);
    xp_policies_add_header(&all, text, size);
    claim(bare || !nonced, "a nonce lets no less run");
    claim(!bare || !xp_policies_admit_inline(&all, "", 0), "what is certain to be blocked is not admitted");
    claim(!nonced || !xp_policies_admit_inline(&all, "abc", 3), "with a nonce, too");
    claim(bare || !xp_policies_block_inline(&all), "a page that runs nothing inline runs this neither");
    claim(!(bare || relative) || !xp_policies_none(&all), "nothing is blocked by no policy");
    for (size_t i = 0; i < 3; i++) {
        size_t len = strlen(URL[i]);
        char *url = copy_of(URL[i], len);
        bool is = xp_policy_blocks_url(text, size, url, len, "", 0, "www.site.example");

        claim(is || !xp_policy_blocks_url(text, size, url, len, "abc", 3, "www.site.example"), "nor of an address");
        claim(is || !xp_policy_blocks_url(text, size, url, len, "", 0, NULL), "a host that is known lets no more run");
        claim(is || !relative || i == 2, "what is blocked wherever it comes from is blocked from there");
        free(url);
    }
    free(text);
}

static void check(const xp_policies *all, const bool *answers)
{
    size_t len = 0;
    const char *nonce = xp_policies_nonce(all, &len);

    for (int i = 0; i < ANSWERS; i++)
        claim(answers[i] || !(answers[i % 3] || xp_policies_none(all)),
              "a nonce does no harm, and without a policy all runs");
    for (int i = 0; i < ANSWERS; i += 3) {
        claim(!answers[i] || answers[i + 1], "the gate runs where any script of ours does");
        claim(!answers[i] || !xp_policies_block_inline(all), "what is blocked does not run");
    }
    claim(!nonce || (len && !answers[1] && xp_policies_admit_gate(all, nonce, len)),
          "a nonce that is told helps, and is needed");
}

/* The field with the hash where it is wanted; `room` is enough. */
static size_t with_hash(const char *field, size_t len, xp_hash_goes goes, char *room)
{
    size_t from = 0, at, done = 0, n = 0, last = 0;

    while (xp_policy_wants_hash(HASH, goes, field, len, &from, &at)) {
        claim(at > done && at <= len && from > last && at <= from, "places come in order");
        memcpy(room + n, field + done, at - done);
        n += at - done;
        memcpy(room + n, " '" HASH "'", sizeof HASH + 2);
        n += sizeof HASH + 2;
        done = at;
        last = from;
    }
    memcpy(room + n, field + done, len - done);
    n += len - done;
    from = 0;
    claim(!xp_policy_wants_hash(HASH, goes, room, n, &from, &at), "once is enough");
    return n;
}

static void fields(const char *text, size_t size, bool meta, xp_hash_goes goes)
{
    xp_policies all, written;
    bool before[ANSWERS], answers[ANSWERS], theirs[ANSWERS];
    char *room = malloc(size * 8 + 1);

    claim(room != NULL, "there is memory");
    xp_policies_init(&all, HASH, goes);
    xp_policies_init(&written, HASH, goes);
    ask(&all, before);
    for (size_t from = 0, len; from <= size; from += len + 1, meta = !meta) {
        const char *stop = from < size ? memchr(text + from, '\n', size - from) : NULL;

        len = stop ? (size_t)(stop - text) - from : size - from;
        add(&all, text + from, len, meta);
        blocked(text + from, len);
        add(&written, meta ? text + from : room, meta ? len : with_hash(text + from, len, goes, room), meta);
        ask(&all, answers);
        ask(&written, theirs);
        compare(before, answers, false, "one more policy lets no more run");
        compare(answers, theirs, true, "the hash changes nothing but that it is there");
        check(&all, answers);
        memcpy(before, answers, sizeof before);
    }
    free(room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 && size < 20000)
        fields((const char *)data + 1, size - 1, data[0] & 1, data[0] & 2 ? XP_HASH_EVERYWHERE : XP_HASH_BESIDE_HASHES);
    return 0;
}
