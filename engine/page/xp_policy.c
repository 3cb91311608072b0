/* Judging Content Security Policies. Each policy is looked at once and by itself; of those that ask for a nonce, bits and the nonces are
 * kept, so that nothing of a policy's text has to last. Everything is one pass per directive, whatever its length. */
#include "xp_policy.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

typedef struct {
    const char *p, *end;
} span;

/* What a list of sources holds. */
enum {
    S_UNSAFE_INLINE = 1,
    S_STRICT_DYNAMIC = 2,
    S_NONCE = 4,
    S_HASH = 8,
    S_GATE = 16, /* the gate's own hash */
    S_DATA = 32, /* the scheme data: */
    S_NONE = 64,
    S_ODD = 128 /* something that one browser may take for a nonce or a hash and another not */
};

/* For what a script is to be admitted; a place in xp_policies.needing. */
enum { USE_INLINE, USE_GATE, USE_EMPTY };

/* The directives that have a say in a script element, in the order of their fallback (6.8.4), and sandbox. */
enum { D_ELEM, D_SCRIPT, D_DEFAULT, D_SANDBOX, D_COUNT };

typedef struct {
    bool speaks, unsure, sandboxed;
    span list; /* the sources of the effective directive */
    unsigned sources;
} judgement;

/* ---- Spans --------------------------------------------------------------------------------------------------------------------- */

static size_t length(span s)
{
    return (size_t)(s.end - s.p);
}

/* The next part of `rest` that ends at `mark`, which is left out; false if there is none. */
static bool next_part(span *rest, char mark, span *part)
{
    const char *stop;

    if (!rest->p)
        return false;
    stop = rest->p < rest->end ? memchr(rest->p, mark, length(*rest)) : NULL;
    *part = (span){ rest->p, stop ? stop : rest->end };
    rest->p = stop ? stop + 1 : NULL;
    return true;
}

/* The next run of what is no white space. */
static bool next_word(span *rest, span *word)
{
    const char *p = rest->p;

    while (p < rest->end && xp_is_space(*p))
        p++;
    word->p = p;
    while (p < rest->end && !xp_is_space(*p))
        p++;
    word->end = rest->p = p;
    return word->p < word->end;
}

/* True if it begins with the word, which is in small letters. */
static bool begins(span s, const char *word)
{
    for (; *word; word++, s.p++)
        if (s.p == s.end || xp_lower(*s.p) != *word)
            return false;
    return true;
}

static bool is(span s, const char *word)
{
    return length(s) == strlen(word) && begins(s, word);
}

static bool holds(span s, const char *word)
{
    for (; s.p < s.end; s.p++)
        if (begins(s, word))
            return true;
    return false;
}

/* ---- Sources ------------------------------------------------------------------------------------------------------------------- */

static bool is_base64(char c)
{
    return xp_is_alnum(c) || c == '+' || c == '/' || c == '-' || c == '_';
}

/* How many characters of base64 a base64-value of 2.3.1 begins with, behind which at most two '=' may stand; 0 if it is none. */
static size_t base64_digits(span s)
{
    const char *p = s.p, *end;

    while (p < s.end && is_base64(*p))
        p++;
    for (end = p; end < s.end && end - p < 2 && *end == '=';)
        end++;
    return end == s.end ? (size_t)(p - s.p) : 0;
}

/* The nonce of a nonce-source, if it is one. */
static bool nonce_of(span word, span *nonce)
{
    static const char PREFIX[] = "'nonce-";

    if (!begins(word, PREFIX) || word.end[-1] != '\'' || length(word) <= sizeof PREFIX - 1)
        return false;
    *nonce = (span){ word.p + (sizeof PREFIX - 1), word.end - 1 };
    return base64_digits(*nonce) > 0;
}

/* A digest's two alphabets are one (6.7.3.3). */
static char plain_base64(char c)
{
    return c == '-' ? '+' : c == '_' ? '/' : c;
}

static bool is_gate_hash(span hash, const char *gate_hash)
{
    const size_t name = sizeof "sha256-" - 1;

    if (!gate_hash || length(hash) != strlen(gate_hash) || !begins(hash, "sha256-"))
        return false;
    for (size_t i = name; gate_hash[i]; i++)
        if (plain_base64(hash.p[i]) != gate_hash[i])
            return false;
    return true;
}

/* A hash-source. One whose digest is not of its algorithm's length is one for the standard and none for Chromium, which decodes it. */
static unsigned hash_of(span word, const char *gate_hash)
{
    static const struct {
        const char *prefix;
        size_t digits, padding;
    } KIND[] = { { "'sha256-", 43, 1 }, { "'sha384-", 64, 0 }, { "'sha512-", 86, 2 } };
    const size_t prefix = sizeof "'sha256-" - 1;

    for (size_t i = 0; i < sizeof KIND / sizeof *KIND; i++) {
        size_t digits = KIND[i].digits, end = prefix + digits + KIND[i].padding;

        if (length(word) == end + 1 && begins(word, KIND[i].prefix) && word.p[end] == '\'' &&
            base64_digits((span){ word.p + prefix, word.p + end }) == digits)
            return S_HASH | (is_gate_hash((span){ word.p + 1, word.p + end }, gate_hash) ? S_GATE : 0U);
    }
    return S_ODD;
}

static unsigned source_of(span word, const char *gate_hash)
{
    static const char *const ODD[] = { "'nonce", "'strict-dynamic", "'url-", "'eval-", "'ed25519-" };
    span nonce;

    if (*word.p != '\'')
        return is(word, "data:") ? S_DATA : 0;
    if (is(word, "'unsafe-inline'"))
        return S_UNSAFE_INLINE;
    if (is(word, "'strict-dynamic'"))
        return S_STRICT_DYNAMIC;
    if (is(word, "'none'"))
        return S_NONE;
    if (begins(word, "'sha"))
        return hash_of(word, gate_hash);
    if (nonce_of(word, &nonce))
        return S_NONCE;
    for (size_t i = 0; i < sizeof ODD / sizeof *ODD; i++)
        if (begins(word, ODD[i]))
            return S_ODD;
    return 0;
}

static unsigned sources_of(span list, const char *gate_hash)
{
    unsigned sources = 0;
    span word;

    while (next_word(&list, &word))
        sources |= source_of(word, gate_hash);
    return sources;
}

/* ---- One policy ---------------------------------------------------------------------------------------------------------------- */

/* Bytes that browsers have dealt with in several ways: the standard leaves out a directive that is not ASCII (2.2.1), Chromium one with
 * control characters in it, others have read over them. */
static bool has_odd_bytes(span s)
{
    for (; s.p < s.end; s.p++)
        if ((unsigned char)(*s.p - ' ') > '~' - ' ' && !xp_is_space(*s.p))
            return true;
    return false;
}

static bool may_be_ours(span directive)
{
    return holds(directive, "script-src") || holds(directive, "default-src") || holds(directive, "sandbox");
}

/* "Parse a serialized CSP" (2.2.1): the first directive of a name counts. */
static void read_directives(judgement *j, span policy, span lists[D_COUNT])
{
    static const char *const NAME[D_COUNT] = { "script-src-elem", "script-src", "default-src", "sandbox" };
    span directive, name;

    while (next_part(&policy, ';', &directive)) {
        if (has_odd_bytes(directive)) {
            j->unsure |= may_be_ours(directive);
            continue;
        }
        if (!next_word(&directive, &name))
            continue;
        for (int i = 0; i < D_COUNT; i++)
            if (!lists[i].p && is(name, NAME[i]))
                lists[i] = directive;
    }
}

/* HTML 7.1.5, parsing a sandboxing directive. */
static bool forbids_scripts(span flags)
{
    span word;

    while (next_word(&flags, &word))
        if (is(word, "allow-scripts"))
            return false;
    return true;
}

static void judge(judgement *j, span policy, const char *gate_hash, bool in_meta)
{
    span lists[D_COUNT] = { { NULL, NULL } };

    memset(j, 0, sizeof *j);
    read_directives(j, policy, lists);
    j->sandboxed = !in_meta && lists[D_SANDBOX].p && forbids_scripts(lists[D_SANDBOX]);
    for (int i = D_ELEM; i <= D_DEFAULT && !j->list.p; i++)
        j->list = lists[i];
    if (j->list.p && !j->sandboxed)
        j->sources = sources_of(j->list, gate_hash);
    j->speaks = j->list.p || j->sandboxed || j->unsure;
}

/* A hash is put where one is effective already, or a nonce, as it takes nothing from anybody there; else only where no 'unsafe-inline' is: that may
 * have an effect beside 'strict-dynamic' too, on styles by default-src and in browsers that do not know the word. And not beside 'none',
 * which says that none should be. */
static bool wants_hash(const judgement *j, xp_hash_goes goes)
{
    if (j->unsure || j->sandboxed || !j->list.p || (j->sources & (S_GATE | S_NONE)))
        return false;
    if (goes == XP_HASH_BESIDE_HASHES)
        return j->sources & S_HASH;
    return (j->sources & (S_HASH | S_NONCE)) || !(j->sources & S_UNSAFE_INLINE);
}

/* Bits of the uses for which the policy asks for no nonce. */
static unsigned admitted(const judgement *j, bool hash_is_added)
{
    unsigned uses = 0;

    if (j->sandboxed)
        return 0;
    if (!j->list.p)
        return 1U << USE_INLINE | 1U << USE_GATE | 1U << USE_EMPTY;
    /* 6.7.3.2, "Does a source list allow all inline behavior for type?" */
    if ((j->sources & ~(unsigned)S_DATA) == S_UNSAFE_INLINE)
        uses |= 1U << USE_INLINE | 1U << USE_GATE;
    if ((j->sources & S_GATE) || hash_is_added)
        uses |= 1U << USE_GATE;
    /* 6.7.1.1: with 'strict-dynamic' what the parser inserts runs by its nonce only. */
    if ((j->sources & S_DATA) && !(j->sources & (S_STRICT_DYNAMIC | S_NONE | S_ODD)))
        uses |= 1U << USE_EMPTY;
    return uses;
}

/* Nothing in the list can be what lets an inline script run. An 'unsafe-inline' without effect has one in browsers that do not know what
 * takes it. */
static bool is_closed(const judgement *j)
{
    return j->sandboxed || (j->list.p && !(j->sources & (S_UNSAFE_INLINE | S_NONCE | S_HASH | S_ODD)));
}

/* ---- All of them --------------------------------------------------------------------------------------------------------------- */

void xp_policies_init(xp_policies *all, const char *gate_hash, xp_hash_goes goes)
{
    memset(all, 0, sizeof *all);
    all->gate_hash = gate_hash;
    all->goes = (uint8_t)goes;
}

/* The number of the nonce; -1 if it is not known. */
static int find_nonce(const xp_policies *all, const char *nonce, size_t len)
{
    const char *text = all->text;

    for (int i = 0; i < all->nonces; text += all->nonce[i++].len)
        if (all->nonce[i].len == len && memcmp(text, nonce, len) == 0)
            return i;
    return -1;
}

/* One for which there is no place is not known, and admits nothing. */
static void keep_nonce(xp_policies *all, span nonce, unsigned policy)
{
    int known = find_nonce(all, nonce.p, length(nonce));

    if (known >= 0) {
        all->nonce[known].policies = (uint8_t)(all->nonce[known].policies | policy);
        return;
    }
    if (all->nonces == XP_POLICY_NONCES || length(nonce) > sizeof all->text - all->used)
        return;
    memcpy(all->text + all->used, nonce.p, length(nonce));
    all->used = (uint8_t)(all->used + length(nonce));
    all->nonce[all->nonces].len = (uint8_t)length(nonce);
    all->nonce[all->nonces++].policies = (uint8_t)policy;
}

static void keep_nonces(xp_policies *all, span list, unsigned policy)
{
    span word, nonce;

    while (next_word(&list, &word))
        if (nonce_of(word, &nonce))
            keep_nonce(all, nonce, policy);
}

static void add(xp_policies *all, span policy, bool in_meta)
{
    judgement j;
    unsigned uses, bit;

    judge(&j, policy, all->gate_hash, in_meta);
    all->speaks |= j.speaks;
    all->unsure |= j.unsure;
    all->closed |= is_closed(&j);
    all->dynamic |= (j.sources & (S_STRICT_DYNAMIC | S_ODD)) != 0;
    uses = admitted(&j, !in_meta && all->gate_hash && wants_hash(&j, (xp_hash_goes)all->goes));
    if (uses == (1U << XP_POLICY_USES) - 1)
        return;
    if (all->policies == 8) {
        all->unsure = true;
        return;
    }
    bit = 1U << all->policies++;
    for (int use = 0; use < XP_POLICY_USES; use++)
        if (!(uses & 1U << use))
            all->needing[use] = (uint8_t)(all->needing[use] | bit);
    if (j.sources & S_NONCE)
        keep_nonces(all, j.list, bit);
}

void xp_policies_add_header(xp_policies *all, const char *text, size_t len)
{
    span field = { text, text + len }, policy;

    while (next_part(&field, ',', &policy))
        add(all, policy, false);
}

/* Chromium splits a meta's policy at commas, the standard does not. */
void xp_policies_add_meta(xp_policies *all, const char *text, size_t len, bool cut)
{
    if (cut || (len && memchr(text, ',', len)))
        all->speaks = all->unsure = true;
    else
        add(all, (span){ text, text + len }, true);
}

static bool admits(const xp_policies *all, int use, const char *nonce, size_t len)
{
    int known;

    if (all->unsure)
        return false;
    if (!all->needing[use])
        return true;
    known = find_nonce(all, nonce, len);
    return known >= 0 && !(all->needing[use] & ~all->nonce[known].policies);
}

bool xp_policies_may_list(const xp_policies *all, const char *nonce, size_t len)
{
    return all->unsure || all->nonces == XP_POLICY_NONCES || find_nonce(all, nonce, len) >= 0;
}

bool xp_policies_admit_again(const xp_policies *all, const char *nonce, size_t len)
{
    return !all->unsure && (!all->dynamic || (len && admits(all, USE_INLINE, nonce, len)));
}

bool xp_policies_admit_inline(const xp_policies *all, const char *nonce, size_t len)
{
    return admits(all, USE_INLINE, nonce, len);
}

bool xp_policies_admit_gate(const xp_policies *all, const char *nonce, size_t len)
{
    return admits(all, USE_GATE, nonce, len);
}

bool xp_policies_admit_empty(const xp_policies *all, const char *nonce, size_t len)
{
    return admits(all, USE_EMPTY, nonce, len);
}

const char *xp_policies_nonce(const xp_policies *all, size_t *len)
{
    const char *text = all->text;

    if (all->unsure || !all->needing[USE_GATE])
        return NULL;
    for (int i = 0; i < all->nonces; text += all->nonce[i++].len)
        if (!(all->needing[USE_GATE] & ~all->nonce[i].policies)) {
            *len = all->nonce[i].len;
            return text;
        }
    return NULL;
}

const char *xp_policies_shared_nonce(const xp_policies *all, size_t *len)
{
    const char *text = all->text;
    unsigned listing = 0;

    for (int i = 0; i < all->nonces; i++)
        listing |= all->nonce[i].policies;
    for (int i = 0; i < all->nonces; text += all->nonce[i++].len)
        if (all->nonce[i].policies == listing) {
            *len = all->nonce[i].len;
            return text;
        }
    return NULL;
}

bool xp_policies_block_inline(const xp_policies *all)
{
    return all->closed && !all->unsure;
}

bool xp_policy_wants_hash(const char *gate_hash, xp_hash_goes goes, const char *text, size_t len, size_t *from,
                          size_t *at)
{
    span field = { *from <= len ? text + *from : NULL, text + len }, policy;
    judgement j;

    while (next_part(&field, ',', &policy)) {
        judge(&j, policy, gate_hash, false);
        if (wants_hash(&j, goes)) {
            while (j.list.end > j.list.p && xp_is_space(j.list.end[-1]))
                j.list.end--;
            *at = (size_t)(j.list.end - text);
            *from = field.p ? (size_t)(field.p - text) : len + 1;
            return true;
        }
    }
    return false;
}

/* ---- What is certain to be blocked --------------------------------------------------------------------------------------------- */

/* Where an external script comes from, as far as sources tell that apart. */
typedef struct {
    bool relative; /* its host is the page's, or that of a base element */
    span host, path;
    int port;
} address;

/* What comes before the first of the marks, or all; `rest` begins with that mark then. */
static span cut_before(span *rest, const char *marks)
{
    span head = *rest;

    while (rest->p < rest->end && !memchr(marks, *rest->p, strlen(marks)))
        rest->p++;
    head.end = rest->p;
    return head;
}

/* True if it can be compared as it stands: a name, without IDNA, escapes, and what URL parsers take for a number. */
static bool is_plain_host(span s)
{
    if (s.p == s.end || !xp_is_alpha(s.end[-1]))
        return false;
    for (; s.p < s.end; s.p++)
        if (!xp_is_alnum(*s.p) && *s.p != '-' && *s.p != '.' && *s.p != '_')
            return false;
    return true;
}

/* The same of a path, in which a segment that begins with a dot may go. */
static bool is_plain_path(span s)
{
    static const char MARKS[] = "/-_.~@:+";

    for (char before = ' '; s.p < s.end; before = *s.p++)
        if ((!xp_is_alnum(*s.p) && !memchr(MARKS, *s.p, sizeof MARKS - 1)) || (before == '/' && *s.p == '.'))
            return false;
    return true;
}

/* The port behind a colon; 0 for none and for those that a scheme stands for, -1 for any and for what is none. */
static int port_of(span s)
{
    int n = 0;

    for (s.p += s.p < s.end; s.p < s.end; s.p++) {
        if (!xp_is_digit(*s.p) || n > 6553)
            return -1;
        n = n * 10 + (*s.p - '0');
    }
    return n == 80 || n == 443 ? 0 : n;
}

/* False if it is not certain what a URL parser makes of it. */
static bool read_address(address *a, span url)
{
    span rest, scheme, authority;
    bool absolute;

    memset(a, 0, sizeof *a);
    while (url.p < url.end && (unsigned char)url.end[-1] <= ' ')
        url.end--;
    while (url.p < url.end && (unsigned char)*url.p <= ' ')
        url.p++;
    rest = url;
    scheme = cut_before(&rest, ":/?#");
    absolute = rest.p < rest.end && *rest.p == ':';
    if (absolute && !is(scheme, "https") && !is(scheme, "http"))
        return false;
    rest.p = absolute ? rest.p + 1 : url.p;
    a->relative = !begins(rest, "//");
    if (a->relative)
        return !absolute;
    rest.p += 2;
    authority = cut_before(&rest, "/\\?#");
    a->path = cut_before(&rest, "?#");
    a->host = cut_before(&authority, ":");
    a->port = port_of(authority);
    return is_plain_host(a->host) && a->port >= 0;
}

static bool same_host(span a, span b)
{
    if (length(a) != length(b))
        return false;
    for (; a.p < a.end; a.p++, b.p++)
        if (xp_lower(*a.p) != xp_lower(*b.p))
            return false;
    return true;
}

static bool host_may_match(span source, span host)
{
    bool wild = begins(source, "*.");

    source.p += wild;
    if (!is_plain_host(source)) /* "*" too */
        return true;
    if (wild && length(host) > length(source))
        host.p = host.end - length(source);
    return same_host(source, host);
}

/* A path that ends in a slash stands for all that is below it. */
static bool path_may_match(span source, span path)
{
    size_t len = length(source);

    if (!len || !is_plain_path(source) || !is_plain_path(path))
        return true;
    if (source.end[-1] != '/')
        return len == length(path) && !memcmp(source.p, path.p, len);
    return len == 1 || (len <= length(path) && !memcmp(source.p, path.p, len));
}

static bool may_be_self(const address *a, const char *self_host)
{
    span self = { self_host, self_host ? self_host + strlen(self_host) : NULL };

    if (a->relative || !self_host)
        return true;
    self = cut_before(&self, ":");
    return !is_plain_host(self) || same_host(self, a->host);
}

/* 6.7.2.8, "Does url match expression in origin with redirect count?", and the parts of it: false if it is certain that it does not.
 * Which of http and https it is does not matter here: the one may become the other on the way. */
static bool may_match(span source, const address *a, const char *self_host)
{
    span rest = source, scheme = cut_before(&rest, ":"), authority;

    if (is(source, "*"))
        return true;
    if (is(source, "'self'"))
        return may_be_self(a, self_host);
    if (*source.p == '\'')
        return false;
    if (length(rest) == 1 || begins(rest, "://")) {
        if (!is(scheme, "https") && !is(scheme, "http") && !is(scheme, "wss") && !is(scheme, "ws"))
            return !is_plain_host(scheme);
        if (length(rest) == 1)
            return true;
        source.p = rest.p + 3;
    }
    if (a->relative)
        return true;
    authority = cut_before(&source, "/");
    if (!host_may_match(cut_before(&authority, ":"), a->host) || !path_may_match(source, a->path))
        return false;
    return port_of(authority) < 0 || port_of(authority) == a->port;
}

static bool any_may_match(span list, span url, const char *self_host)
{
    address a;
    span word;

    if (!read_address(&a, url))
        return true;
    while (next_word(&list, &word))
        if (may_match(word, &a, self_host))
            return true;
    return false;
}

/* True if it says nothing of scripts, or something in it by which any script may run, whatever it is. */
static bool may_run(const judgement *j, const char *nonce, size_t len)
{
    span list = j->list, word, listed;

    if (!list.p || j->unsure || (j->sources & (S_HASH | S_ODD)))
        return true;
    while (len && next_word(&list, &word))
        if (nonce_of(word, &listed) && length(listed) == len && memcmp(listed.p, nonce, len) == 0)
            return true;
    return false;
}

/* A sandbox without scripts. */
static bool runs_nothing(const judgement *j)
{
    return j->sandboxed && !j->unsure;
}

/* Judges the policies of a field up to the next by which a script with this nonce runs only if something else of its list admits it. */
static bool next_strict(span *rest, const char *nonce, size_t nonce_len, judgement *j)
{
    span policy;

    while (next_part(rest, ',', &policy)) {
        judge(j, policy, NULL, false);
        if (runs_nothing(j) || !may_run(j, nonce, nonce_len))
            return true;
    }
    return false;
}

/* 6.7.1.1, "Script directives pre-request check". */
bool xp_policy_blocks_url(const char *field, size_t len, const char *url, size_t url_len, const char *nonce,
                          size_t nonce_len, const char *self_host)
{
    span rest = { field, field + len };
    judgement j;

    while (next_strict(&rest, nonce, nonce_len, &j))
        if (runs_nothing(&j) || (j.sources & S_STRICT_DYNAMIC) ||
            !any_may_match(j.list, (span){ url, url + url_len }, self_host))
            return true;
    return false;
}

/* 6.7.3.2, "Does a source list allow all inline behavior for type?" */
bool xp_policy_blocks_inline(const char *field, size_t len, const char *nonce, size_t nonce_len)
{
    span rest = { field, field + len };
    judgement j;

    while (next_strict(&rest, nonce, nonce_len, &j))
        if (runs_nothing(&j) || (j.sources & (S_UNSAFE_INLINE | S_NONCE | S_STRICT_DYNAMIC)) != S_UNSAFE_INLINE)
            return true;
    return false;
}
