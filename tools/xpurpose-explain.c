/* xpurpose-explain: what the module would take out of a saved page, or let wait in it, and why, before it is switched on.
 *
 * One line an edit, in the form that editors know: file:line:column: vendor, form, and bytes and pattern of what goes, or what a script
 * that stays is kept from loading. With --strip the page goes to standard output as a preview would get it, or with --hold a prerender. The page is read in blocks
 * and fed to the same engine that httpd runs; only what the engine has not settled yet is kept, so that a page may be of any size.
 * A program of its own rather than a handler in httpd: it needs no server, no configuration and no permission.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../engine/page/xp_gate.h"
#include "../engine/xp_scan.h"
#include "xp_nearly.h"
#include "xp_print.h"
#include "xp_report.h"

enum { BLOCK = 65536, ELEMENT_LIMIT = 262144 };
enum { LONGEST_LINE = 16384 }; /* a stub of 4,096 bytes with a backslash before each */
enum { EXIT_TROUBLE = 1, EXIT_USAGE = 2 };

static const char USAGE[] =
    "usage: xpurpose-explain [option ...] file ...   ('-' is standard input)\n"
    "  --hold             what becomes of each element in a page that is held: it waits, is gated, or stays and why\n"
    "  --strip            write the stripped page, or with --hold the held one, to standard output instead of the "
    "report\n"
    "  --near             tell also of elements that nearly went: what was missing, and the directive that would add "
    "it\n"
    "  --json             the report as one JSON document for all files\n"
    "  --vendors LIST     which vendors to remove: names with commas, All or None; +name and -name change the default "
    "set\n"
    "  --all              the same as --vendors All\n"
    "  --no-stubs         put no stubs in place of what is removed\n"
    "  --gate MODE        what XPurposeGate is: On, Off or All (On)\n"
    "  --policy TEXT      the Content-Security-Policy that the server sends with the page\n"
    "  --charset LABEL    the charset that the server sends with the page\n"
    "  --element-limit N  let an element pass that is longer than N bytes (262144); also --hold-limit\n"
    "  --chunk N          feed the page in pieces of N bytes\n"
    "  --list             print the catalogue: name, class, whether it is removed by default, month of review, where "
    "to look it up\n"
    "  --list=conf        print all of it as directives, which httpd can Include in place of the one it was built "
    "with\n"
    "  --version          print the release, and of which month its catalogue is\n"
    "Exit status: 0 done, 1 a file could not be read or the output not written, 2 wrong usage.\n";

/* What the command line asked for. */
static struct {
    bool strip, near;
    size_t chunk;
    xp_vendor_set vendors;
    const char *policy; /* or NULL */
    xp_policies policies;
    xp_options options;
    xp_report report;
} tool = { .chunk = BLOCK, .options = { .hold_limit = ELEMENT_LIMIT, .stubs = true, .gate = XP_GATE_ON } };

/* The page being read. `held` is what the engine has not settled; its first `gone` bytes are done with. */
typedef struct {
    char *held;
    size_t len, room, gone;
    uint64_t offset; /* where held[gone] is */
    xp_place place;
    xp_summary found;
    xp_vendor_set seen;
} page;

/* ---- One page --------------------------------------------------------------------------------------------------------- */

static void count(xp_place *place, const char *from, const char *to)
{
    while (from < to) {
        const char *newline = memchr(from, '\n', (size_t)(to - from));

        if (!newline) {
            place->column += (uint64_t)(to - from);
            return;
        }
        place->line++;
        place->column = 1;
        from = newline + 1;
    }
}

/* Done with the page up to `offset`; its bytes are written if they stay. */
static void settle(page *p, uint64_t offset, bool stays)
{
    const char *from = p->held + p->gone;
    uint64_t wanted = offset < p->offset ? 0 : offset - p->offset;
    size_t n = wanted < p->len - p->gone ? (size_t)wanted : p->len - p->gone;

    if (n == 0)
        return;
    if (tool.strip && stays)
        fwrite(from, 1, n, stdout);
    count(&p->place, from, from + n);
    p->gone += n;
    p->offset += n;
}

/* As the module's notes count: the gate itself is no element of the page's, nor is what else is put in for one that waits. */
static void count_edit(page *p, const xp_edit *edit)
{
    if (edit->form == XP_FORM_GATE || edit->form == XP_FORM_HELD_TOO)
        return;
    if (xp_form_removes(edit->form)) {
        p->found.removed++;
        p->found.cut += edit->to - edit->from;
    } else if (edit->form == XP_FORM_HELD) {
        p->found.held++;
    } else {
        p->found.gated++;
    }
    xp_set_add(&p->seen, edit->vendor);
}

static void on_edit(void *ctx, const xp_edit *edit)
{
    page *p = ctx;

    settle(p, edit->from, true);
    for (int i = 0; tool.strip && i < edit->npieces; i++)
        fwrite(edit->pieces[i].text, 1, edit->pieces[i].len, stdout);
    if (!tool.strip && edit->form != XP_FORM_HELD_TOO)
        xp_report_edit(&tool.report, p->place, edit);
    settle(p, edit->to, false);
    count_edit(p, edit);
}

/* The page's bytes from `from` to `to`, if they are still there. */
static const char *bytes_at(const page *p, uint64_t from, uint64_t to)
{
    return from >= p->offset && to - p->offset <= p->len - p->gone ? p->held + p->gone + (from - p->offset) : NULL;
}

/* Where an offset is that is not done with. */
static xp_place place_of(const page *p, uint64_t offset)
{
    xp_place place = p->place;

    if (bytes_at(p, p->offset, offset))
        count(&place, p->held + p->gone, p->held + p->gone + (offset - p->offset));
    return place;
}

/* What was to be done to an element that is over: the engine is at another one by now. */
static bool waited(const xp_near *near)
{
    return near->why == XP_NEAR_CSP || near->why == XP_NEAR_CHARSET;
}

/* What is a vendor's and runs before anybody looks: of a held page that is told unasked, for it is what is not held. */
static bool only_stays(const xp_near *near)
{
    return tool.options.hold && (near->why == XP_NEAR_CSP || near->why == XP_NEAR_CHARSET || near->why == XP_NEAR_LONG);
}

static void on_near(void *ctx, const xp_near *near)
{
    const page *p = ctx;
    xp_missed missed;
    bool stays = only_stays(near);

    if (!(tool.near || stays) || !xp_nearly(&tool.options, near, bytes_at(p, near->from, near->to), &missed))
        return;
    missed.what = stays ? "stays" : "nearly";
    missed.has_at = near->why == XP_NEAR_WORD;
    if (missed.has_at)
        missed.at = place_of(p, near->at);
    xp_report_missed(&tool.report, place_of(p, waited(near) ? near->from : near->element), &missed);
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    const page *p = ctx;

    (void)to;
    return p->held + p->gone + (from - p->offset);
}

/* Room for `n` more bytes behind what is held: what is done with is let go first. False if there is no memory. */
static bool make_room(page *p, size_t n)
{
    size_t room = 2 * (p->len - p->gone + n);
    char *held;

    if (n <= p->room - p->len)
        return true;
    if (p->gone > 0) {
        memmove(p->held, p->held + p->gone, p->len - p->gone);
        p->len -= p->gone;
        p->gone = 0;
    }
    if (room <= p->room)
        return true;
    held = realloc(p->held, room);
    if (!held)
        return false;
    p->held = held;
    p->room = room;
    return true;
}

/* Reads the whole page through the engine. NULL, or what went wrong. */
static const char *scan_page(page *p, xp_scan *scan, FILE *in)
{
    tool.options.ctx = p;
    xp_scan_init(scan, &tool.options);
    for (;;) {
        size_t n;

        if (!make_room(p, tool.chunk))
            return "out of memory";
        n = fread(p->held + p->len, 1, tool.chunk, in);
        if (n == 0)
            break;
        p->len += n;
        xp_scan_feed(scan, p->held + p->len - n, n);
        settle(p, xp_scan_settled(scan), true);
    }
    if (ferror(in))
        return strerror(errno);
    xp_scan_end(scan);
    settle(p, p->offset + (p->len - p->gone), true);
    return NULL;
}

static int explain(const char *name)
{
    bool standard_input = !strcmp(name, "-");
    FILE *in = standard_input ? stdin : fopen(name, "rb");
    page p = { .place = { 1, 1 } };
    xp_scan *scan = malloc(xp_scan_size());
    const char *trouble = in ? NULL : strerror(errno);

    xp_report_file(&tool.report, name);
    if (!trouble)
        trouble = scan ? scan_page(&p, scan, in) : "out of memory";
    p.found.bytes = p.offset;
    p.found.vendors = &p.seen;
    p.found.scan = scan;
    if (trouble)
        xp_report_trouble(&tool.report, trouble);
    else if (!tool.strip)
        xp_report_summary(&tool.report, &p.found);
    if (in && !standard_input)
        fclose(in);
    free(scan);
    free(p.held);
    return trouble ? EXIT_TROUBLE : EXIT_SUCCESS;
}

/* ---- The command line --------------------------------------------------------------------------------------------------- */

static int wrong_usage(const char *what, const char *value)
{
    fprintf(stderr, "xpurpose-explain: %s '", what);
    xp_print_string(stderr, value);
    fprintf(stderr, "'\n%s", USAGE);
    return EXIT_USAGE;
}

static void list_catalogue(void)
{
    xp_vendor_set on = { { 0 } };

    xp_catalogue_default(&on);
    for (size_t i = 0; i < xp_vendors_count; i++)
        printf("%-28s %-10s %-3s %s %s\n", xp_vendors[i].name, xp_catalogue_class((int)xp_vendors[i].cls),
               xp_set_has(&on, (int)i) ? "on" : "off", xp_vendors[i].checked, xp_vendors[i].source);
}

static const char ABOUT_CONF[] =
    "# mod_xpurpose's catalogue of %s as directives, printed by xpurpose-explain %s --list=conf: %zu vendors, %zu "
    "rows.\n"
    "#\n"
    "# To use it in place of the one that a module was built with:\n"
    "#     Include conf/xpurpose-catalogue.conf\n"
    "# before the lines that name its vendors in XPurposeVendors.\n"
    "#\n"
    "# None leaves out what is compiled in, so that rows which this catalogue has dropped are gone, too. Without it "
    "these rows\n"
    "# come to the compiled-in ones, and what is not to hold is taken away one by one: XPurposeVendor name -url "
    "pattern.\n"
    "# The site's own XPurposeVendor lines hold as before: rows they take away stay away, rows they add are there. "
    "Where\n"
    "# such a line says something else of one of these patterns, the line that stands last holds.\n"
    "#\n"
    "# A module that does not know what a line says refuses it: take the list from a release that is no older than the "
    "module,\n"
    "# and try it with httpd -t. What is in force then, httpd -t -D DUMP_XPURPOSE prints.\n"
    "\n"
    "XPurposeVendor None\n";

static void list_directives(void)
{
    const xp_pattern_row *row = xp_patterns, *end = row + xp_patterns_count;
    char line[LONGEST_LINE];

    printf(ABOUT_CONF, xp_vendors_month, xp_version, xp_vendors_count, xp_patterns_count);
    for (size_t i = 0; i < xp_vendors_count; i++) {
        printf("XPurposeVendor %s class %s\n", xp_vendors[i].name, xp_catalogue_class((int)xp_vendors[i].cls));
        for (; row < end && !strcmp(row->vendor, xp_vendors[i].name); row++) {
            size_t n = xp_catalogue_line(row, line, sizeof line);

            fwrite(line, 1, n < sizeof line ? n : sizeof line, stdout);
            putchar('\n');
        }
    }
}

static void choose(int vendor, bool on)
{
    if (on)
        xp_set_add(&tool.vendors, vendor);
    else
        xp_set_remove(&tool.vendors, vendor);
}

static void choose_all(bool on)
{
    for (int i = 0; i < (int)xp_vendors_count; i++)
        choose(i, on);
}

/* As XPurposeVendors: words without a sign make a new set, words with one change the default set. `list` is cut up. */
static int choose_vendors(char *list)
{
    bool fresh = list[0] != '+' && list[0] != '-';

    if (fresh)
        choose_all(false);
    for (char *word = strtok(list, ", "); word; word = strtok(NULL, ", ")) {
        bool sign = *word == '+' || *word == '-';
        int vendor = xp_catalogue_find(word + sign);

        if (sign == fresh)
            return wrong_usage("a sign is for every vendor or for none:", word);
        if (!strcmp(word, "All") || !strcmp(word, "None"))
            choose_all(*word == 'A');
        else if (vendor < 0)
            return wrong_usage("no such vendor (see --list):", word);
        else
            choose(vendor, *word != '-');
    }
    return EXIT_SUCCESS;
}

/* A whole number from 1 to 1 GiB, else 0. */
static size_t number(const char *text)
{
    char *end;
    unsigned long n = strtoul(text, &end, 10);

    return *text < '0' || *text > '9' || *end || n > 1UL << 30 ? 0 : (size_t)n;
}

static int choose_gate(const char *mode)
{
    static const char *const MODE[] = { "Off", "On", "All" }; /* as xp_gate_mode */

    for (int i = 0; i < 3; i++)
        if (!strcmp(mode, MODE[i])) {
            tool.options.gate = (xp_gate_mode)i;
            return EXIT_SUCCESS;
        }
    return wrong_usage("--gate wants On, Off or All, not", mode);
}

/* An option that takes a value; EXIT_SUCCESS if it is one and the value is good. */
static int option_with_value(const char *option, char *value)
{
    if (!strcmp(option, "--vendors"))
        return choose_vendors(value);
    if (!strcmp(option, "--gate"))
        return choose_gate(value);
    if (!strcmp(option, "--policy")) {
        tool.policy = value;
        return EXIT_SUCCESS;
    }
    if (!strcmp(option, "--charset")) {
        tool.options.charset = xp_charset_of(value, strlen(value));
        return EXIT_SUCCESS;
    }
    if (!strcmp(option, "--element-limit") || !strcmp(option, "--hold-limit")) {
        tool.options.hold_limit = number(value);
        return tool.options.hold_limit ? EXIT_SUCCESS : wrong_usage("a limit is a number of bytes, not", value);
    }
    tool.chunk = number(value);
    return tool.chunk ? EXIT_SUCCESS : wrong_usage("--chunk wants a number of bytes, not", value);
}

static bool wants_value(const char *option)
{
    static const char *const WITH_VALUE[] = { "--vendors",       "--gate",       "--policy", "--charset",
                                              "--element-limit", "--hold-limit", "--chunk" };

    for (size_t i = 0; i < sizeof WITH_VALUE / sizeof *WITH_VALUE; i++)
        if (!strcmp(option, WITH_VALUE[i]))
            return true;
    return false;
}

/* Takes the options off the front of argv; *first becomes the index of what follows them. */
static int take_options(int argc, char **argv, int *first)
{
    int i = 1, status = EXIT_SUCCESS;

    for (; i < argc && argv[i][0] == '-' && argv[i][1] && status == EXIT_SUCCESS; i++) {
        if (!strcmp(argv[i], "--")) {
            i++;
            break;
        }
        if (wants_value(argv[i])) {
            status = i + 1 < argc ? option_with_value(argv[i], argv[i + 1]) : wrong_usage("no value for", argv[i]);
            i++;
        } else if (!strcmp(argv[i], "--strip")) {
            tool.strip = true;
        } else if (!strcmp(argv[i], "--json")) {
            tool.report.json = true;
        } else if (!strcmp(argv[i], "--hold")) {
            tool.options.hold = true;
        } else if (!strcmp(argv[i], "--near")) {
            tool.near = true;
        } else if (!strcmp(argv[i], "--all")) {
            choose_all(true);
        } else if (!strcmp(argv[i], "--no-stubs")) {
            tool.options.stubs = false;
        } else {
            status = wrong_usage("no such option:", argv[i]);
        }
    }
    *first = i;
    if (status == EXIT_SUCCESS && tool.strip && tool.near)
        return wrong_usage("a stripped page is no report: with --strip there is no", "--near");
    if (status == EXIT_SUCCESS && tool.strip && tool.report.json)
        return wrong_usage("a stripped page is no report: with --strip there is no", "--json");
    return status;
}

/* The rules' memory is given back all at once, as httpd's pools do. */
typedef union block {
    union block *next;
    long double aligned;
} block;

static void *zeroed(void *ctx, size_t size)
{
    block **all = ctx, *one = calloc(1, sizeof *one + size);

    if (!one)
        return NULL;
    one->next = *all;
    *all = one;
    return one + 1;
}

static void release(block *all)
{
    while (all) {
        block *next = all->next;

        free(all);
        all = next;
    }
}

/* As the module does it: where the gate's hash helps, it is put into the header. */
static void take_policy(void)
{
    if (!tool.policy)
        return;
    if (tool.options.hold || tool.options.gate != XP_GATE_OFF)
        xp_gate_begin_policies(&tool.policies, tool.options.hold);
    else
        xp_policies_init(&tool.policies, NULL, XP_HASH_BESIDE_HASHES);
    xp_policies_add_header(&tool.policies, tool.policy, strlen(tool.policy));
    tool.options.policies = &tool.policies;
}

static int explain_all(int n, char **names)
{
    block *memory = NULL;
    int status = EXIT_SUCCESS;

    tool.options.rules = xp_rules_build(NULL, 0, zeroed, &memory);
    tool.options.vendors = &tool.vendors;
    tool.options.near = tool.near || (tool.options.hold && !tool.strip) ? on_near : NULL;
    tool.report.hold = tool.options.hold;
    take_policy();
    if (!tool.options.rules) {
        fputs("xpurpose-explain: the catalogue could not be compiled\n", stderr);
        status = EXIT_TROUBLE;
    }
    tool.report.rules = tool.options.rules;
    xp_report_begin(&tool.report);
    for (int i = 0; tool.options.rules && i < n; i++)
        if (explain(names[i]) != EXIT_SUCCESS)
            status = EXIT_TROUBLE;
    xp_report_end(&tool.report);
    release(memory);
    return status;
}

/* What asks about the program and not about a page: it says so, and true is returned. */
static bool about(const char *option)
{
    if (!strcmp(option, "--help"))
        fputs(USAGE, stdout);
    else if (!strcmp(option, "--version"))
        printf("xpurpose-explain (mod_xpurpose) %s\nCatalogue of %s, %zu vendors.\nApache License 2.0; without "
               "warranty.\n",
               xp_version, xp_vendors_month, xp_vendors_count);
    else
        return false;
    return true;
}

static int run(int argc, char **argv)
{
    int first, status;

    if (argc == 2 && about(argv[1]))
        return EXIT_SUCCESS;
    if (argc == 2 && !strncmp(argv[1], "--list", 6)) {
        if (!argv[1][6])
            list_catalogue();
        else if (!strcmp(argv[1] + 6, "=conf"))
            list_directives();
        else
            return wrong_usage("no such list:", argv[1]);
        return EXIT_SUCCESS;
    }
    status = take_options(argc, argv, &first);
    if (status == EXIT_SUCCESS && first >= argc)
        status = wrong_usage("no file after", argv[argc - 1]);
    return status == EXIT_SUCCESS ? explain_all(argc - first, argv + first) : status;
}

int main(int argc, char **argv)
{
    int status;

    tool.options.on_edit = on_edit;
    tool.options.kept = kept;
    xp_catalogue_default(&tool.vendors);
    status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("xpurpose-explain: output");
        return EXIT_TROUBLE;
    }
    return status;
}
