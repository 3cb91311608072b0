/* The engine alone, on pages in memory: how fast it is beside memchr(), what it costs with more patterns, and one pass of it for
 * callgrind to count.
 *
 *   engine pages ROUNDS FILE...     the engine on whole pages and in pieces, and memchr('<')
 *   engine patterns ROUNDS FILE...  the search for 25, 150 and 1,000 of the catalogue's literals
 *   engine once FILE...             each page once: callgrind counts scan_page() (--toggle-collect)
 *   engine strip FILE               the stripped page, so that what is measured is known to be right
 *   engine place WHERE FILE...      where a snippet goes in each page, for head-start, head-end or body-end, or all: callgrind counts place_page()
 *
 * XP_PIECE=N in the environment: `once`, `strip` and `place` feed pieces of N bytes. The first two let the contenders take turns, round
 * after round, so that a busy machine slows all of them; a figure is the sum over the pages of the least time that a page took
 * in any round. Each line is "name MB/s multiple-of-the-first", tab-separated, for bench.pl to read.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/catalogue/xp_match.h"
#include "engine/xp_place.h"
#include "engine/xp_scan.h"

enum { CONTENDERS_MAX = 4, PAGES_MAX = 256, SITE_ROWS = 1000 };
enum { PIECE = 8000 }; /* what a proxied response comes in */

typedef struct {
    char *bytes;
    size_t len;
} page;

typedef struct {
    xp_options options;
    xp_vendor_set vendors;
    xp_scan *scan;
    const page *page;
    size_t piece;     /* the page comes in pieces of so many bytes */
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
    page p = { NULL, 0 };
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

/* The clock with the least cost of its own: what else the machine does cannot shorten a pass, and the least counts. */
static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
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

/* In pieces of `piece` bytes, or in one. */
static void set_up(job *j, const xp_rules *rules, size_t piece)
{
    memset(j, 0, sizeof *j);
    j->piece = piece ? piece : SIZE_MAX;
    if (!rules)
        die("no rules");
    xp_catalogue_default(&j->vendors);
    for (int v = (int)xp_vendors_count; v < xp_rules_vendors(rules); v++)
        xp_set_add(&j->vendors, v);
    j->options.rules = rules;
    j->options.vendors = &j->vendors;
    j->options.hold_limit = 262144;
    j->options.charset = XP_CHARSET_ASCII;
    j->options.gate = XP_GATE_ON;
    j->options.stubs = true;
    j->options.on_edit = on_edit;
    j->options.kept = kept;
    j->options.ctx = j;
    j->scan = malloc(xp_scan_size());
    if (!j->scan)
        die("no state");
}

/* A function of its own, so that callgrind can be told to count it and nothing else. */
__attribute__((noinline)) void scan_page(job *j, const page *p);

void scan_page(job *j, const page *p)
{
    j->page = p;
    xp_scan_init(j->scan, &j->options);
    for (size_t at = 0; at < p->len; at += j->piece)
        xp_scan_feed(j->scan, p->bytes + at, p->len - at < j->piece ? p->len - at : j->piece);
    xp_scan_end(j->scan);
}

static volatile size_t sink; /* keeps the compiler from leaving out what nobody reads */

static void count_tags(void *ctx, const page *p)
{
    const char *at = p->bytes, *end = at + p->len;
    size_t n = 0;

    (void)ctx;
    while (at < end && (at = memchr(at, '<', (size_t)(end - at)))) {
        n++;
        at++;
    }
    sink = n;
}

static void scan(void *ctx, const page *p)
{
    scan_page(ctx, p);
}

static bool count_match(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    (void)id, (void)from, (void)mid, (void)to;
    ++*(size_t *)ctx;
    return true;
}

static void search(void *ctx, const page *p)
{
    size_t n = 0;

    xp_match_text(ctx, p->bytes, p->len, count_match, &n);
    sink = n;
}

/* ---- Turns ----------------------------------------------------------------------------------------------------------------- */

typedef struct {
    const char *name;
    void (*run)(void *ctx, const page *p);
    void *ctx;
} contender;

static double seconds(const contender *c, const page *p)
{
    double from = now();

    c->run(c->ctx, p);
    return now() - from;
}

/* A contender goes through all pages before the next one does, so that none finds what another has taught the processor of a page. */
static void race(const contender *c, size_t n, int rounds, char **files)
{
    static page pages[PAGES_MAX];
    static double least[CONTENDERS_MAX][PAGES_MAX];
    double bytes = 0, sum[CONTENDERS_MAX] = { 0 };
    size_t npages = 0;

    for (; files[npages] && npages < PAGES_MAX; npages++)
        pages[npages] = read_page(files[npages]);
    for (int round = 0; round < rounds; round++)
        for (size_t i = 0; i < n; i++)
            for (size_t at = 0; at < npages; at++) {
                double spent = seconds(&c[i], &pages[at]);

                if (!round || spent < least[i][at])
                    least[i][at] = spent;
            }
    for (size_t at = 0; at < npages; at++) {
        bytes += (double)pages[at].len;
        for (size_t i = 0; i < n; i++)
            sum[i] += least[i][at];
        free(pages[at].bytes);
    }
    for (size_t i = 0; i < n; i++)
        printf("%s\t%.0f\t%.3f\n", c[i].name, bytes / sum[i] / 1e6, sum[0] / sum[i]);
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

static void command_pages(int rounds, char **files)
{
    job whole, pieces, more;
    const contender c[] = { { "memchr('<')", count_tags, NULL },
                            { "engine", scan, &whole },
                            { "engine, pieces of 8,000", scan, &pieces },
                            { "engine, 1,000 rows more", scan, &more } };

    set_up(&whole, xp_rules_build(NULL, 0, allocate, NULL), 0);
    set_up(&pieces, whole.options.rules, PIECE);
    set_up(&more, xp_rules_build(site_rows(), SITE_ROWS, allocate, NULL), 0);
    race(c, sizeof c / sizeof *c, rounds, files);
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

        if ((row->kind != XP_URL && row->kind != XP_INLINE) || *row->text == '?')
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

static void command_patterns(int rounds, char **files)
{
    const contender c[] = { { "150", search, some_literals(150) },
                            { "25", search, some_literals(25) },
                            { "1,000", search, some_literals(1000) } };

    race(c, sizeof c / sizeof *c, rounds, files);
}

static void command_once(char **files, bool print)
{
    const char *piece = getenv("XP_PIECE");
    size_t bytes = 0;
    job j;

    set_up(&j, xp_rules_build(NULL, 0, allocate, NULL), piece ? strtoul(piece, NULL, 10) : 0);
    j.print = print;
    j.options.hold = getenv("XP_HOLD") != NULL;
    for (; *files; files++) {
        page p = read_page(*files);

        j.written = 0;
        scan_page(&j, &p);
        if (print)
            fwrite(p.bytes + j.written, 1, p.len - (size_t)j.written, stdout);
        bytes += p.len;
        free(p.bytes);
    }
    if (!print)
        printf("%zu\t%llu\n", bytes, (unsigned long long)j.edits);
}

/* ---- Places ------------------------------------------------------------------------------------------------------------------ */

typedef struct {
    xp_place_options options;
    xp_place *place;
    const page *page;
    size_t piece;
    unsigned found;
} placing;

static void on_found(void *ctx, xp_where where, uint64_t at)
{
    placing *p = ctx;

    (void)where, (void)at;
    p->found++;
}

static const char *in_page(void *ctx, uint64_t from, uint64_t to)
{
    const placing *p = ctx;

    (void)to;
    return p->page->bytes + from;
}

__attribute__((noinline)) void place_page(placing *p, const page *page);

void place_page(placing *p, const page *page)
{
    p->page = page;
    xp_place_init(p->place, &p->options);
    for (size_t at = 0; at < page->len && !xp_place_done(p->place); at += p->piece)
        xp_place_feed(p->place, page->bytes + at, page->len - at < p->piece ? page->len - at : p->piece);
    xp_place_end(p->place);
}

/* A snippet that is known by its words, as an administrator's is, so that scripts are looked at. */
static bool command_place(const char *where, char **files)
{
    static const char *const WHERE[] = { "head-start", "head-end", "body-end" };
    static const char TEXT[] =
        "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-A1B2C3D4E5\"></script>"
        "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}"
        "gtag('js',new Date());gtag('config','G-A1B2C3D4E5')</script>";
    static xp_snippet snippet;
    const char *piece = getenv("XP_PIECE");
    placing p = { .options = { .hold_limit = 262144, .charset = XP_CHARSET_ASCII, .found = on_found, .kept = in_page },
                  .piece = piece ? strtoul(piece, NULL, 10) : SIZE_MAX };
    size_t npages = 0;

    p.options.rules = xp_rules_build(NULL, 0, allocate, NULL);
    p.options.ctx = &p;
    p.place = malloc(xp_place_size());
    if (!p.place || !p.options.rules)
        die("no memory");
    xp_snippet_read(&snippet, TEXT, sizeof TEXT - 1, NULL, 1, p.options.rules);
    for (int i = 0; i < XP_PLACES; i++)
        if (!strcmp(where, WHERE[i]) || !strcmp(where, "all"))
            p.options.snippets[i] = &snippet;
    for (; files[npages]; npages++) {
        page one = read_page(files[npages]);

        place_page(&p, &one);
        free(one.bytes);
    }
    printf("%zu\t%u\n", npages, p.found);
    return p.found > 0;
}

int main(int argc, char **argv)
{
    int rounds = argc > 3 ? atoi(argv[2]) : 0;

    if (rounds > 0 && !strcmp(argv[1], "pages"))
        command_pages(rounds, argv + 3);
    else if (rounds > 0 && !strcmp(argv[1], "patterns"))
        command_patterns(rounds, argv + 3);
    else if (argc > 2 && (!strcmp(argv[1], "once") || !strcmp(argv[1], "strip")))
        command_once(argv + 2, !strcmp(argv[1], "strip"));
    else if (argc > 3 && !strcmp(argv[1], "place"))
        return !command_place(argv[2], argv + 3);
    else
        return fprintf(stderr,
                       "usage: %s pages|patterns ROUNDS FILE... | once FILE... | strip FILE | place WHERE FILE...\n",
                       argv[0]),
               2;
    return 0;
}
