/* The engine alone, on pages in memory: how fast it is beside memchr(), what it costs with more patterns, and one pass of it for
 * callgrind to count.
 *
 *   engine pages ROUNDS FILE...     MB/s of the engine and of memchr('<'), in turns over the same buffer
 *   engine patterns ROUNDS FILE...  MB/s of the search for 25, 150 and 1,000 of the catalogue's literals, in turns
 *   engine once FILE [PIECE]        one page, in pieces of PIECE bytes: callgrind counts scan_page() (--toggle-collect)
 *   engine strip FILE [PIECE]       the stripped page, so that what is measured is known to be right
 *
 * Every figure is the median of ROUNDS rounds with the range behind it; within a round the contenders take turns, so that a busy
 * machine slows all of them. Each line is "name value unit ...", tab-separated, for bench.pl to read.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/catalogue/xp_match.h"
#include "engine/xp_scan.h"

enum { ROUNDS_MAX = 99, SITE_ROWS = 1000 };

typedef struct {
    const char *name;
    char *bytes;
    size_t len;
} page;

typedef struct {
    xp_options options;
    xp_vendor_set vendors;
    xp_scan *scan;
    const page *page;
    uint64_t written; /* of the page, when a stripped page is printed */
    uint64_t edits;
    char *joined;
    bool print;
} job;

__attribute__((noreturn)) static void die(const char *what)
{
    perror(what);
    exit(1);
}

static void *allocate(void *ctx, size_t size)
{
    (void)ctx;
    return calloc(1, size);
}

static page read_page(const char *file)
{
    page p = { strrchr(file, '/') ? strrchr(file, '/') + 1 : file, NULL, 0 };
    FILE *in = fopen(file, "rb");
    long len = 0;

    if (!in || fseek(in, 0, SEEK_END) || (len = ftell(in)) < 1 || fseek(in, 0, SEEK_SET))
        die(file);
    p.len = (size_t)len;
    p.bytes = malloc(p.len);
    if (!p.bytes || fread(p.bytes, 1, p.len, in) < p.len)
        die(file);
    fclose(in);
    return p;
}

/* CPU time, so that what else the machine does counts only as far as it takes the caches. */
static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* ---- What is measured -------------------------------------------------------------------------------------------------- */

static void on_edit(void *ctx, const xp_edit *edit)
{
    job *j = ctx;

    j->edits++;
    if (!j->print)
        return;
    fwrite(j->page->bytes + j->written, 1, (size_t)(edit->from - j->written), stdout);
    for (int i = 0; i < edit->npieces; i++)
        fwrite(edit->pieces[i].text, 1, edit->pieces[i].len, stdout);
    j->written = edit->to;
}

/* Copies, as a server has to. */
static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    job *j = ctx;
    char *joined = realloc(j->joined, (size_t)(to - from) + 1);

    if (!joined)
        die("no memory");
    j->joined = joined;
    return memcpy(joined, j->page->bytes + from, (size_t)(to - from));
}

static void set_up(job *j, const xp_rules *rules)
{
    memset(j, 0, sizeof *j);
    if (!rules)
        die("no rules");
    xp_catalogue_default(&j->vendors);
    for (int v = (int)xp_vendors_count; v < xp_rules_vendors(rules); v++)
        xp_set_add(&j->vendors, v);
    j->options.rules = rules;
    j->options.vendors = &j->vendors;
    j->options.hold_limit = 262144;
    j->options.charset = XP_CHARSET_ASCII;
    j->options.stubs = true;
    j->options.on_edit = on_edit;
    j->options.kept = kept;
    j->options.ctx = j;
    j->scan = malloc(xp_scan_size());
    if (!j->scan)
        die("no state");
}

/* A function of its own, so that callgrind can be told to count it and nothing else. */
__attribute__((noinline)) void scan_page(job *j, size_t piece);

void scan_page(job *j, size_t piece)
{
    xp_scan_init(j->scan, &j->options);
    for (size_t at = 0; at < j->page->len; at += piece)
        xp_scan_feed(j->scan, j->page->bytes + at, j->page->len - at < piece ? j->page->len - at : piece);
    xp_scan_end(j->scan);
}

static volatile size_t sink; /* keeps the compiler from leaving out what nobody reads */

static void find_each(const page *p, int c)
{
    const char *at = p->bytes, *end = at + p->len;
    size_t n = 0;

    while (at < end && (at = memchr(at, c, (size_t)(end - at)))) {
        n++;
        at++;
    }
    sink = n;
}

static bool count_match(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    (void)id, (void)from, (void)mid, (void)to;
    ++*(size_t *)ctx;
    return true;
}

static void search_page(const page *p, const xp_match *match)
{
    size_t n = 0;

    xp_match_text(match, p->bytes, p->len, count_match, &n);
    sink = n;
}

/* ---- Turns ----------------------------------------------------------------------------------------------------------------- */

typedef struct {
    const char *name;
    void (*run)(void *ctx, const page *p);
    void *ctx;
    double rate[ROUNDS_MAX]; /* MB/s of each round */
} contender;

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Repeats until a round of a small page lasts long enough for the clock. */
static double rate_of(const contender *c, const page *p, double seconds)
{
    double from = now(), spent;
    size_t n = 0;

    do {
        c->run(c->ctx, p);
        n++;
        spent = now() - from;
    } while (spent < seconds);
    return (double)n * (double)p->len / spent / 1e6;
}

static void race(contender *c, int n, int rounds, const page *p, double seconds)
{
    double ratio[ROUNDS_MAX];

    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < n; i++)
            c[i].rate[r] = rate_of(&c[i], p, seconds);
    for (int i = 0; i < n; i++) {
        for (int r = 0; r < rounds; r++)
            ratio[r] = c[i].rate[r] / c[0].rate[r];
        if (i)
            qsort(c[i].rate, (size_t)rounds, sizeof *c[i].rate, compare);
        qsort(ratio, (size_t)rounds, sizeof *ratio, compare);
        if (i)
            printf("%s\t%s\t%.0f\t%.0f\t%.0f\t%.3f\n", p->name, c[i].name, c[i].rate[rounds / 2], c[i].rate[0],
                   c[i].rate[rounds - 1], ratio[rounds / 2]);
    }
    qsort(c[0].rate, (size_t)rounds, sizeof *c[0].rate, compare);
    printf("%s\t%s\t%.0f\t%.0f\t%.0f\t1.000\n", p->name, c[0].name, c[0].rate[rounds / 2], c[0].rate[0],
           c[0].rate[rounds - 1]);
}

static void run_memchr(void *ctx, const page *p)
{
    (void)ctx;
    find_each(p, '<');
}

static void run_memchr_absent(void *ctx, const page *p)
{
    (void)ctx;
    find_each(p, 1);
}

static void run_scan(void *ctx, const page *p)
{
    job *j = ctx;

    j->page = p;
    scan_page(j, p->len);
}

static void run_scan_pieces(void *ctx, const page *p)
{
    job *j = ctx;

    j->page = p;
    scan_page(j, 8000); /* what a proxied response comes in */
}

static void run_search(void *ctx, const page *p)
{
    search_page(p, ctx);
}

/* ---- Commands --------------------------------------------------------------------------------------------------------------- */

/* A thousand rows of a site's own, of the kinds that are searched for in scripts. */
static const xp_pattern_row *site_rows(void)
{
    static xp_pattern_row rows[SITE_ROWS];
    static char text[SITE_ROWS][48];

    for (int i = 0; i < SITE_ROWS; i++) {
        unsigned mixed = (unsigned)i * 2654435761u;

        if (i % 2)
            snprintf(text[i], sizeof text[i], "%c%c%c%c%u.example.com/t%d.js", 'a' + mixed % 26,
                     'a' + (mixed >> 8) % 26, 'a' + (mixed >> 16) % 26, 'a' + (mixed >> 24) % 26, mixed % 97, i);
        else
            snprintf(text[i], sizeof text[i], "%c%c%c%cTracker%d.send(", 'a' + mixed % 26, 'a' + (mixed >> 8) % 26,
                     'a' + (mixed >> 16) % 26, 'a' + (mixed >> 24) % 26, i);
        rows[i] = (xp_pattern_row){ "measured", i % 2 ? XP_URL : XP_INLINE, text[i], NULL };
    }
    return rows;
}

static void command_pages(int rounds, char **files, double seconds)
{
    job alone, more;
    contender c[] = { { "memchr('<')", run_memchr, NULL, { 0 } },
                      { "memchr, no hit", run_memchr_absent, NULL, { 0 } },
                      { "engine", run_scan, &alone, { 0 } },
                      { "engine, pieces of 8,000", run_scan_pieces, &alone, { 0 } },
                      { "engine, 1,000 rows more", run_scan, &more, { 0 } } };

    set_up(&alone, xp_rules_build(NULL, 0, allocate, NULL));
    set_up(&more, xp_rules_build(site_rows(), SITE_ROWS, allocate, NULL));
    for (; *files; files++) {
        page p = read_page(*files);

        race(c, sizeof c / sizeof *c, rounds, &p, seconds);
        free(p.bytes);
    }
}

/* Every so many-th of the literals that the catalogue's rows are searched for by, so that all kinds are there. */
static xp_match *some_literals(size_t wanted)
{
    static xp_literal all[8192];
    xp_literal *some = calloc(wanted, sizeof *some);
    size_t n = 0;

    for (size_t i = 0; i < xp_patterns_count && n < sizeof all / sizeof *all; i++) {
        const xp_pattern_row *row = &xp_patterns[i];
        xp_match_how how = row->kind != XP_URL ? XP_MATCH_TEXT : *row->text == '/' ? XP_MATCH_PATH : XP_MATCH_HOST;

        if (row->kind != XP_URL && row->kind != XP_INLINE)
            continue;
        all[n] = (xp_literal){ row->text, strcspn(row->text, "*"), how, (int)i, false };
        n += xp_match_takes(&all[n]);
    }
    if (!some || n < wanted)
        die("not so many literals in the catalogue");
    for (size_t i = 0; i < wanted; i++)
        some[i] = all[i * n / wanted];
    return xp_match_build(some, wanted, allocate, NULL);
}

static void command_patterns(int rounds, char **files, double seconds)
{
    contender c[] = { { "150", run_search, some_literals(150), { 0 } },
                      { "25", run_search, some_literals(25), { 0 } },
                      { "1,000", run_search, some_literals(1000), { 0 } } };

    for (; *files; files++) {
        page p = read_page(*files);

        race(c, sizeof c / sizeof *c, rounds, &p, seconds);
        free(p.bytes);
    }
}

static void command_once(const char *file, size_t piece, bool print)
{
    job j;
    page p = read_page(file);

    set_up(&j, xp_rules_build(NULL, 0, allocate, NULL));
    j.page = &p;
    j.print = print;
    scan_page(&j, piece ? piece : p.len);
    if (print)
        fwrite(p.bytes + j.written, 1, p.len - (size_t)j.written, stdout);
    else
        printf("%zu\t%llu\n", p.len, (unsigned long long)j.edits);
    free(p.bytes);
}

int main(int argc, char **argv)
{
    const char *seconds = getenv("XP_SECONDS"); /* how long each turn lasts */
    double turn = seconds ? atof(seconds) : 0.05;
    int rounds = argc > 2 ? atoi(argv[2]) : 0;

    if (argc > 3 && rounds > 0 && rounds <= ROUNDS_MAX && !strcmp(argv[1], "pages"))
        command_pages(rounds, argv + 3, turn);
    else if (argc > 3 && rounds > 0 && rounds <= ROUNDS_MAX && !strcmp(argv[1], "patterns"))
        command_patterns(rounds, argv + 3, turn);
    else if (argc > 2 && (!strcmp(argv[1], "once") || !strcmp(argv[1], "strip")))
        command_once(argv[2], argc > 3 ? (size_t)atol(argv[3]) : 0, !strcmp(argv[1], "strip"));
    else
        return fprintf(stderr, "usage: %s pages|patterns ROUNDS FILE... | once|strip FILE [PIECE]\n", argv[0]), 2;
    return 0;
}
