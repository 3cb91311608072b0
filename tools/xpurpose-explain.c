/* xpurpose-explain: what the module would take out of a saved page, or let wait in it, and why, before it is switched on.
 *
 * One line an edit, in the form that editors know: file:line:column: vendor, form, and bytes and pattern of what goes, or what a script
 * that stays is kept from loading. With --strip the page goes to standard output as a preview would get it, or with --hold a prerender.
 * A program of its own rather than a handler in httpd: it needs no server, no configuration and no permission.
 */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../engine/page/xp_gate.h"
#include "xp_choose.h"
#include "xp_list.h"
#include "xp_meant.h"
#include "xp_nearly.h"
#include "xp_out.h"
#include "xp_report.h"
#include "xp_summary.h"

enum { BLOCK = 65536, ELEMENT_LIMIT = 262144 };
enum { EXIT_TROUBLE = 1, EXIT_USAGE = 2, EXIT_FOUND = 3 };

static const char USAGE[] =
    "usage: xpurpose-explain [option ...] file ...   ('-' is standard input)\n"
    "       xpurpose-explain --summary [option ...] file-or-folder ...\n"
    "  --summary          what all pages come to, those below folders as well: by vendor what goes, what passes and "
    "why, the slowest\n"
    "  --hold             what becomes of each element in a page that is held: it waits, is gated, or stays and why\n"
    "  --strip            write the stripped page, or with --hold the held one, to standard output instead of the "
    "report\n"
    "  --near             tell also of elements that nearly went: what was missing, and the directive that would add "
    "it\n"
    "  --json             the report as one JSON document for all files; also with --list and --version\n"
    "  --vendors LIST     which vendors to remove: names and @classes with commas, All or None; +name and -@class "
    "change "
    "the default set\n"
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
    "Exit status: 0 done, 1 a file could not be read or the output not written, 2 wrong usage, 3 with --summary: "
    "something would go.\n";

/* What the command line asked for. */
static struct {
    bool summary, strip, near, no_stubs;
    xp_vendor_set vendors;
    const char *policy; /* or NULL */
    xp_policies policies;
    xp_reading reading;
    xp_report report;
} tool = { .reading = { .block = BLOCK, .options = { .hold_limit = ELEMENT_LIMIT, .gate = XP_GATE_ON } } };

/* ---- One page --------------------------------------------------------------------------------------------------------- */

static void on_edit(void *ctx, const xp_saved *page, const xp_edit *edit)
{
    if (edit->form != XP_FORM_HELD_TOO)
        xp_report_edit(ctx, page->place, edit);
}

/* What was to be done to an element that is over: the engine is at another one by now. */
static bool waited(const xp_near *near)
{
    return near->why == XP_NEAR_CSP || near->why == XP_NEAR_CHARSET;
}

/* What is a vendor's and runs before anybody looks: of a held page that is told unasked, for it is what is not held. */
static bool only_stays(const xp_near *near)
{
    return tool.reading.options.hold &&
           (near->why == XP_NEAR_CSP || near->why == XP_NEAR_CHARSET || near->why == XP_NEAR_LONG);
}

static void on_near(void *ctx, const xp_saved *page, const xp_near *near)
{
    xp_missed missed;
    bool stays = only_stays(near);

    if (!(tool.near || stays) ||
        !xp_nearly(&tool.reading.options, near, xp_saved_bytes(page, near->from, near->to), true, &missed))
        return;
    missed.what = stays ? "stays" : "nearly";
    missed.has_at = near->why == XP_NEAR_WORD;
    if (missed.has_at)
        missed.at = xp_saved_place(page, near->at);
    xp_report_missed(ctx, xp_saved_place(page, waited(near) ? near->from : near->element), &missed);
}

static int explain(const char *name)
{
    bool standard_input = !strcmp(name, "-");
    FILE *in = standard_input ? stdin : fopen(name, "rb");
    const char *trouble = in ? NULL : strerror(errno);
    xp_saved page = { 0 };

    xp_report_file(&tool.report, name);
    if (!trouble)
        trouble = xp_saved_read(&page, &tool.reading, in);
    if (trouble)
        xp_report_trouble(&tool.report, trouble);
    else if (!tool.strip)
        xp_report_summary(&tool.report, &page.found);
    if (in && !standard_input)
        fclose(in);
    xp_saved_end(&page);
    return trouble ? EXIT_TROUBLE : EXIT_SUCCESS;
}

/* ---- Saying no ------------------------------------------------------------------------------------------------------------ */

/* `likely`: what would be right perhaps. */
static int no_such(const char *what, const char *value, const char *const *likely, size_t n)
{
    char meant[XP_MEANT_TEXT];

    xp_meant_ask(meant, value, likely, n, xp_likeliest);
    fprintf(stderr, "xpurpose-explain: %s '", what);
    xp_out_string(stderr, value);
    fprintf(stderr, "'%s%s\n%s", *meant ? "; " : "", meant, USAGE);
    return EXIT_USAGE;
}

static int wrong_usage(const char *what, const char *value)
{
    return no_such(what, value, NULL, 0);
}

/* ---- Options ---------------------------------------------------------------------------------------------------------------- */

#define SIZE_OF(array) (sizeof(array) / sizeof *(array))

static int choose_vendors(char *list)
{
    char wrong[XP_CHOOSE_TEXT];

    if (xp_choose_vendors(&tool.vendors, list, wrong))
        return EXIT_SUCCESS;
    fputs("xpurpose-explain: --vendors: ", stderr);
    xp_out_string(stderr, wrong);
    fprintf(stderr, "\n%s", USAGE);
    return EXIT_USAGE;
}

static int choose_every_vendor(char *value)
{
    char all[] = "All";

    (void)value;
    return choose_vendors(all);
}

/* A whole number from 1 to 1 GiB, else 0. */
static size_t number(const char *text)
{
    char *end;
    unsigned long n = strtoul(text, &end, 10);

    return *text < '0' || *text > '9' || *end || n > 1UL << 30 ? 0 : (size_t)n;
}

static int choose_gate(char *mode)
{
    static const char *const MODE[] = { "Off", "On", "All" }; /* as xp_gate_mode */

    for (size_t i = 0; i < SIZE_OF(MODE); i++)
        if (!strcasecmp(mode, MODE[i])) {
            tool.reading.options.gate = (xp_gate_mode)i;
            return EXIT_SUCCESS;
        }
    return no_such("--gate wants On, Off or All, not", mode, MODE, SIZE_OF(MODE));
}

static int take_policy_text(char *value)
{
    tool.policy = value;
    return EXIT_SUCCESS;
}

static int choose_charset(char *label)
{
    tool.reading.options.charset = xp_charset_of(label, strlen(label));
    return EXIT_SUCCESS;
}

static int choose_limit(char *value)
{
    tool.reading.options.hold_limit = number(value);
    return tool.reading.options.hold_limit ? EXIT_SUCCESS : wrong_usage("a limit is a number of bytes, not", value);
}

static int choose_block(char *value)
{
    tool.reading.block = number(value);
    return tool.reading.block ? EXIT_SUCCESS : wrong_usage("--chunk wants a number of bytes, not", value);
}

/* What sets a flag, takes the word that follows, or does neither. */
typedef struct {
    const char *name;
    bool *flag, takes_value;
    int (*take)(char *value);
} option;

static const option OPTIONS[] = {
    { "--hold", &tool.reading.options.hold, false, NULL },
    { "--summary", &tool.summary, false, NULL },
    { "--strip", &tool.strip, false, NULL },
    { "--near", &tool.near, false, NULL },
    { "--json", &tool.report.json, false, NULL },
    { "--vendors", NULL, true, choose_vendors },
    { "--all", NULL, false, choose_every_vendor },
    { "--no-stubs", &tool.no_stubs, false, NULL },
    { "--gate", NULL, true, choose_gate },
    { "--policy", NULL, true, take_policy_text },
    { "--charset", NULL, true, choose_charset },
    { "--element-limit", NULL, true, choose_limit },
    { "--hold-limit", NULL, true, choose_limit },
    { "--chunk", NULL, true, choose_block },
};

static void help(void)
{
    fputs(USAGE, stdout);
}

/* They ask about the program and not about a page, and stand alone but for --json, if there is an answer as that. */
static const struct {
    const char *name;
    void (*answer)(void), (*as_json)(void);
} QUESTIONS[] = {
    { "--list", xp_list_vendors, xp_list_as_json },
    { "--list=conf", xp_list_directives, NULL },
    { "--version", xp_list_release, xp_list_release_as_json },
    { "--help", help, NULL },
};

static int no_such_option(const char *typed)
{
    const char *names[SIZE_OF(OPTIONS) + SIZE_OF(QUESTIONS)];
    size_t name = strcspn(typed, "="), n = 0;

    for (size_t i = 0; i < SIZE_OF(QUESTIONS); i++)
        if (!strcmp(typed, QUESTIONS[i].name))
            return wrong_usage("it stands alone:", typed);
    for (size_t i = 0; i < SIZE_OF(OPTIONS); i++)
        if (strlen(OPTIONS[i].name) == name && !strncmp(typed, OPTIONS[i].name, name))
            return wrong_usage(OPTIONS[i].takes_value ? "the value is a word of its own, without '=':"
                                                      : "this option takes no value:",
                               typed);
    for (size_t i = 0; i < SIZE_OF(OPTIONS); i++)
        names[n++] = OPTIONS[i].name;
    for (size_t i = 0; i < SIZE_OF(QUESTIONS); i++)
        names[n++] = QUESTIONS[i].name;
    return no_such("no such option:", typed, names, n);
}

/* Takes the option argv[*i], and its value with it. */
static int take_option(int argc, char **argv, int *i)
{
    for (size_t k = 0; k < SIZE_OF(OPTIONS); k++) {
        const option *one = &OPTIONS[k];

        if (strcmp(argv[*i], one->name) != 0)
            continue;
        if (one->flag)
            *one->flag = true;
        else if (one->takes_value && ++*i >= argc)
            return wrong_usage("no value for", one->name);
        return one->take ? one->take(argv[*i]) : EXIT_SUCCESS;
    }
    return no_such_option(argv[*i]);
}

/* Whether the options go together. */
static int agree(void)
{
    if (tool.strip && tool.near)
        return wrong_usage("a stripped page is no report: with --strip there is no", "--near");
    if (tool.strip && tool.report.json)
        return wrong_usage("a stripped page is no report: with --strip there is no", "--json");
    if (tool.summary && (tool.strip || tool.near))
        return wrong_usage("it is about single pages: with --summary there is no", tool.strip ? "--strip" : "--near");
    return EXIT_SUCCESS;
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
        status = take_option(argc, argv, &i);
    }
    *first = i;
    return status == EXIT_SUCCESS ? agree() : status;
}

/* ---- All pages ---------------------------------------------------------------------------------------------------------------- */

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
    if (tool.reading.options.hold || tool.reading.options.gate != XP_GATE_OFF)
        xp_gate_begin_policies(&tool.policies, tool.reading.options.hold);
    else
        xp_policies_init(&tool.policies, NULL, XP_HASH_BESIDE_HASHES);
    xp_policies_add_header(&tool.policies, tool.policy, strlen(tool.policy));
    tool.reading.options.policies = &tool.policies;
}

/* What the engine is to do, and whom it tells. False: the catalogue could not be compiled. */
static bool prepare(block **memory)
{
    xp_reading *reading = &tool.reading;

    reading->options.rules = xp_rules_build(NULL, 0, zeroed, memory);
    reading->options.vendors = &tool.vendors;
    reading->options.stubs = !tool.no_stubs;
    reading->places = !tool.strip;
    reading->to = tool.strip ? stdout : NULL;
    reading->edit = tool.strip ? NULL : on_edit;
    reading->near = tool.near || (reading->options.hold && !tool.strip) ? on_near : NULL;
    reading->ctx = &tool.report;
    tool.report.hold = reading->options.hold;
    tool.report.rules = reading->options.rules;
    take_policy();
    if (!reading->options.rules)
        fputs("xpurpose-explain: the catalogue could not be compiled\n", stderr);
    return reading->options.rules;
}

/* Nobody reads on where the output cannot be written. */
static int explain_all(int n, char **names)
{
    int status = EXIT_SUCCESS;

    xp_report_begin(&tool.report);
    for (int i = 0; i < n && !ferror(stdout); i++)
        if (explain(names[i]) != EXIT_SUCCESS)
            status = EXIT_TROUBLE;
    xp_report_end(&tool.report);
    return status;
}

static int summarize(int n, char **names)
{
    static const int STATUS[] = {
        [XP_SUMMARY_NOTHING] = EXIT_SUCCESS, [XP_SUMMARY_FOUND] = EXIT_FOUND, [XP_SUMMARY_TROUBLE] = EXIT_TROUBLE
    };

    return STATUS[xp_summarize(names, n, &tool.reading, tool.report.json)];
}

static int look(int n, char **names)
{
    block *memory = NULL;
    int status = EXIT_TROUBLE;

    if (prepare(&memory))
        status = tool.summary ? summarize(n, names) : explain_all(n, names);

    release(memory);
    return status;
}

/* Whether the arguments are a question, alone or with --json before or behind it; it is answered then. */
static bool answered(int argc, char **argv)
{
    bool first = argc == 3 && !strcmp(argv[1], "--json"), json = first || (argc == 3 && !strcmp(argv[2], "--json"));
    const char *asked = argc == 2 || json ? argv[1 + first] : "";

    for (size_t i = 0; i < SIZE_OF(QUESTIONS); i++)
        if (!strcmp(asked, QUESTIONS[i].name) && (!json || QUESTIONS[i].as_json)) {
            json ? QUESTIONS[i].as_json() : QUESTIONS[i].answer();
            return true;
        }
    return false;
}

static int run(int argc, char **argv)
{
    int first, status;

    if (answered(argc, argv))
        return EXIT_SUCCESS;
    status = take_options(argc, argv, &first);
    if (status == EXIT_SUCCESS && first >= argc)
        status = wrong_usage("no file after", argv[argc - 1]);
    return status == EXIT_SUCCESS ? look(argc - first, argv + first) : status;
}

int main(int argc, char **argv)
{
    int status;

    xp_catalogue_default(&tool.vendors);
    status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("xpurpose-explain: output");
        return EXIT_TROUBLE;
    }
    return status;
}
