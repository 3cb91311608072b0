/* The first look at URLs never settles what taking the URL apart would find: URLs made of the catalogue's rows and of a site's, as they
 * stand and with everything about them changed that a URL's parser does not mind, or does. */
#include "../../engine/catalogue/xp_compiled.h"
#include "../../engine/catalogue/xp_rules.h"

#include "tap.h"

enum { ROOM = 512, EACH = 60 };

/* Rows as a site may write them: stars anywhere, first labels, short ones, words behind digits and underscores. */
static const xp_pattern_row SITE[] = {
    { "own", XP_URL, "stats.own.example", NULL },
    { "own", XP_URL, "*.starred.example", NULL },
    { "own", XP_URL, "metrics*.own.net", NULL },
    { "own", XP_URL, "a*b.own-tracker.org/hit", NULL },
    { "own", XP_URL, "t*.own.io", NULL },
    { "own", XP_URL, "t.co", NULL },
    { "own", XP_URL, "9x.st", NULL },
    { "own", XP_URL, "4hits.example", NULL },
    { "own", XP_URL, "hits.*", NULL },
    { "own", XP_URL, "own-label.*", NULL },
    { "own", XP_URL, "own_label.*", NULL },
    { "own", XP_URL, "/own/beacon", NULL },
    { "own", XP_URL, "/_own_/hit.gif?site=", NULL },
    { "own", XP_URL, "/__o__.js", NULL },
    { "own", XP_URL, "/abc*.gif", NULL },
    { "own", XP_URL, "/0-hit*track*er.js", NULL },
    { "own", XP_URL, "/*own_counter*.js", NULL },
    { "own", XP_URL, "/*counts*.js", NULL },
    { "own", XP_URL, "/Own.Counter/", NULL },
    { "own", XP_URL, "/x/y/z/count", NULL },
    { "own", XP_URL, "own.example/p*/a/b/c", NULL },
    { "own", XP_URL, "*tailed.thatsite.net", NULL },
    { "own", XP_URL, "/qwe*", NULL },
    { "own", XP_URL, "/\xC3\xA9t\xC3\xA9/hit", NULL },
    { "own", XP_URL, "/tag", NULL },
    { "own", XP_URL, "?id=G-<caps:6+>", NULL },
    { "own", XP_URL, "?_own_=x*", NULL },
    { "own", XP_URL, "?9=9abcd<digits>", NULL },
    { "own", XP_URL, "?own-measurement=<uuid>", NULL },
};

enum { NSITE = sizeof SITE / sizeof *SITE };

static uint64_t seed = 1;

static unsigned below(unsigned n)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % n;
}

typedef struct {
    char bytes[ROOM];
    size_t len;
} text;

static void put(text *t, const char *s)
{
    for (; *s && t->len < ROOM; s++)
        t->bytes[t->len++] = *s;
}

#define ANY(...) any_of((const char *const[]){ __VA_ARGS__, NULL })

static const char *any_of(const char *const *words)
{
    unsigned n = 0;

    while (words[n])
        n++;
    return words[below(n)];
}

/* What may stand for a star. */
static void put_pattern(text *t, const char *row, size_t n)
{
    for (size_t i = 0; i < n && t->len < ROOM; i++)
        if (row[i] == '<') {
            put(t, row[i + 1] == 'u' ? "01234567-89ab-cdef-0123-456789abcdef" : ANY("123456", "1234567", "12"));
            while (row[i] != '>')
                i++;
        } else if (row[i] == '*')
            put(t, ANY("", "", "-", "_", ".", "1", "a", "-x.", "/", "foo.bar", "x_"));
        else
            t->bytes[t->len++] = row[i];
}

static void put_prefix(text *t)
{
    put(t,
        ANY("", "", "", "", " ", "\n ", "\x01", "https://web.archive.org/web/2015js_/", "/web/1/", "web/20240102im_/"));
    put(t, ANY("https://", "https://", "http://", "//", "HTTPS:", "http:/", "hTtP:////", "\\\\", "/\\", "ftp://",
               "data:", ""));
    put(t, ANY("", "", "", "user@", "a:b@c@", "www.google.com@"));
}

/* A URL that the row is about, in one of many ways to write it. */
static void make(text *t, const char *row)
{
    size_t host = *row == '?' ? 0 : strcspn(row, "/");

    t->len = 0;
    if (*row == '?') {
        if (below(2)) {
            put_prefix(t);
            put(t, "first.example");
        }
        put(t, ANY("", "/", "/x.js", "/a/b", "x"));
        put(t, ANY("?", "?", "?a=1&", "?a&", "?a?", "&", "#?"));
        row++;
    } else if (host > 0) {
        put_prefix(t);
        put(t, ANY("", "", "www.", "a.b.", "x-1.", "evil"));
        put_pattern(t, row, host);
        put(t, ANY("", "", "", ".", ":8080", ".:1", "example"));
    } else {
        if (below(4)) {
            put_prefix(t);
            put(t, ANY("first.example", "www.example.org", "a", "ad.example:80"));
        }
        put(t, ANY("", "", "/js", "/a/b_c", "/1\\2", "/x.y"));
        put(t, ANY("/", "/", "/", "\\", ""));
        row += *row == '/';
    }
    put_pattern(t, row + host, strlen(row + host));
    put(t, ANY("", "", "?x=1", "#top", "/x", "&y", "?//a/b.js#", " ", "\t", "js", ".js"));
}

/* Changes a byte or a few. */
static void mutate(text *t)
{
    size_t at = t->len ? below((unsigned)t->len) : 0, n = t->len - at;

    switch (t->len ? below(9) : 0) {
    case 5: /* a byte in hexadecimal */
        if (t->len + 3 < ROOM) {
            char byte[4];

            memmove(t->bytes + at + 2, t->bytes + at, n);
            snprintf(byte, sizeof byte, below(2) ? "%%%02x" : "%%%02X", (unsigned char)t->bytes[at]);
            memcpy(t->bytes + at, byte, 3);
            t->len += 2;
        }
        break;
    case 1: /* the other case */
        for (size_t i = at; i < t->len; i++)
            if (((unsigned char)t->bytes[i] | 0x20u) - 'a' < 26)
                t->bytes[i] = (char)(t->bytes[i] ^ 0x20);
        break;
    case 2: /* a byte more */
        if (t->len < ROOM) {
            memmove(t->bytes + at + 1, t->bytes + at, n);
            t->bytes[at] =
                ANY("\t", "\n", "\r", "\\", "/", ".", "_", "-", "%", "@", ":", "?", "#", "a", "\x7f", "\xff")[0];
            t->len++;
        }
        break;
    case 3: /* a byte less */
        memmove(t->bytes + at, t->bytes + at + 1, n - 1);
        t->len--;
        break;
    case 4:
        for (size_t i = at; i < t->len; i++)
            if (t->bytes[i] == '/')
                t->bytes[i] = '\\';
        break;
    case 7: t->len = at; break;
    case 6: t->bytes[at] = (char)below(256); break;
    default: break;
    }
}

static void *allocs[64];
static size_t nallocs;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    return nallocs < sizeof allocs / sizeof *allocs ? allocs[nallocs++] = calloc(1, size) : NULL;
}

typedef struct {
    const xp_rules *rules;
    int judged, found, settled, bad;
} run;

/* In a copy of its own size, so that a sanitizer sees every read beyond. */
static void judge(run *r, const char *bytes, size_t len)
{
    xp_vendor_set set;
    char *url = tap_copy(bytes, len);
    xp_hit fast, slow;

    memset(&set, 0xFF, sizeof set);
    fast = xp_rules_url(r->rules, url, len, &set);
    slow = xp_rules_take_apart(r->rules, url, len, &set);
    r->judged++;
    r->found += slow.vendor >= 0;
    r->settled += !xp_glance_at(&r->rules->glance, url, len);
    if ((fast.vendor != slow.vendor || fast.pattern != slow.pattern) && r->bad++ < 10)
        diag("%.*s is %s's: got %s", (int)len, bytes, slow.pattern ? slow.pattern : "nobody",
             fast.pattern ? fast.pattern : "nobody");
    free(url);
}

/* The URLs of one row. */
static void judge_row(run *r, const xp_pattern_row *row, int each)
{
    text t;

    for (int k = 0; row->kind == XP_URL && k < each; k++) {
        make(&t, row->text);
        for (int changes = k % 4; changes > 0; changes--)
            mutate(&t);
        judge(r, t.bytes, t.len);
    }
}

static void compile(run *r, const xp_pattern_row *rows, size_t n)
{
    while (nallocs > 0)
        free(allocs[--nallocs]);
    r->rules = xp_rules_build(rows, n, grab, NULL);
    if (!r->rules)
        exit(99);
}

static void test_catalogue(void)
{
    run r = { 0 };

    compile(&r, NULL, 0);
    for (size_t i = 0; i < xp_patterns_count; i++)
        judge_row(&r, &xp_patterns[i], EACH);
    is_int(r.bad, 0, "%d URLs are judged alike, of which %d are somebody's", r.judged, r.found);
    ok(r.found > r.judged / 4, "many of them are");
    ok(r.settled > r.judged / 20, "and many are settled at once: %d", r.settled);
}

/* Each row by itself, so that no other one's words help it; then all of them. */
static void test_site(void)
{
    run r = { 0 };

    for (size_t i = 0; i <= NSITE; i++) {
        compile(&r, i < NSITE ? &SITE[i] : SITE, i < NSITE ? 1 : NSITE);
        for (size_t k = 0; k < NSITE; k++)
            if (i == k || i == NSITE)
                judge_row(&r, &SITE[k], 10 * EACH);
    }
    is_int(r.bad, 0, "%d URLs of %d rows are judged alike, of which %d are somebody's", r.judged, NSITE, r.found);
    ok(r.found > r.judged / 4 && r.settled > r.judged / 20, "many of them are, and %d are settled at once", r.settled);
}

/* A row as nobody would write it: true if it may be one all the same. */
static bool make_row(char *row)
{
    static const char BYTES[] = "abcdEf1_-.*/?%=~aabbccst._-*/\xC3.../";
    size_t n = 4 + below(22), i = 0;
    unsigned kind = below(4);

    if (kind < 2)
        row[i++] = '/';
    if (kind == 1)
        row[i++] = '*';
    while (i < n)
        row[i++] = BYTES[below(sizeof BYTES - 1)];
    strcpy(row + n, kind == 1 ? "*.js" : kind == 2 ? ANY(".com", ".*") : "");
    return !xp_rules_check(&(xp_pattern_row){ "own", XP_URL, row, NULL });
}

static void test_made(void)
{
    run r = { 0 };
    char bytes[40];
    int rows = 0;

    while (rows < 60)
        if (make_row(bytes)) {
            xp_pattern_row row = { "own", XP_URL, bytes, NULL };

            compile(&r, &row, 1);
            judge_row(&r, &row, EACH);
            rows++;
        }
    is_int(r.bad, 0, "%d URLs of %d rows out of any bytes are judged alike", r.judged, rows);
    ok(r.found > r.judged / 5 && r.settled > r.judged / 20, "%d are somebody's, %d settled at once", r.found,
       r.settled);
}

/* Rows that leave the first look nothing to look for. */
static void test_blind(void)
{
    static const xp_pattern_row BLIND[] = {
        { "own", XP_URL, "x*.io", NULL },
        { "own", XP_URL, "/123/45", NULL },
        { "own", XP_URL, "51.la", NULL },
    };

    for (size_t i = 0; i < sizeof BLIND / sizeof *BLIND; i++) {
        run r = { 0 };

        compile(&r, &BLIND[i], 1);
        judge_row(&r, &BLIND[i], EACH);
        is_int(r.bad, 0, "'%s' has no word to look for", BLIND[i].text);
        is_int(r.settled, 0, "so nothing is settled at once");
    }
}

/* What nobody's URLs look like, and what the first look must not settle. */
static void test_settles(void)
{
    static const char *const ORDINARY[] = {
        "https://www.example.com/wp-content/uploads/2024/05/some_picture-300x200.jpg",
        "/assets/js/jquery.min.js?ver=3.7.1",
        "//cdn.example.net/static/app.css",
        "img/logo.png",
        "#",
        "",
        "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    };
    run r = { 0 };

    compile(&r, SITE, NSITE);
    for (size_t i = 0; i < sizeof ORDINARY / sizeof *ORDINARY; i++) {
        r.settled = 0;
        judge(&r, ORDINARY[i], strlen(ORDINARY[i]));
        is_int(r.settled, 1, "one look is enough for '%s'", ORDINARY[i]);
    }
}

int main(void)
{
    test_catalogue();
    test_site();
    test_made();
    test_blind();
    test_settles();
    return tap_done();
}
