/* What an administrator may write, and what a page may ask: pattern rows out of the input's lines, checked and compiled, and URLs,
 * names and comments judged by them. A row that passes the check must compile; a judgement names a vendor that is in the set. */
#include "fuzz/kit.h"

enum { ROWS = 4, ALLOCS = 64 };

typedef struct {
    void *got[ALLOCS];
    size_t n;
} arena;

static void *grab(void *ctx, size_t size)
{
    arena *a = ctx;

    return a->n < ALLOCS ? a->got[a->n++] = calloc(1, size) : NULL;
}

static void drop(arena *a)
{
    while (a->n > 0)
        free(a->got[--a->n]);
}

/* Cuts the next line off, NUL-terminated. */
static char *line(char **rest)
{
    char *text = *rest, *newline = strchr(text, '\n');

    *rest = newline ? newline + 1 : text + strlen(text);
    if (newline)
        *newline = '\0';
    return text;
}

static void ask(const xp_rules *rules, const char *text, size_t len)
{
    xp_vendor_set set = { { 0 } };
    xp_hit hit, apart;
    int row;

    for (int i = 0; i < xp_rules_vendors(rules); i += 1 + (int)(len % 3))
        xp_set_add(&set, i);
    hit = xp_rules_url(catalogue(), text, len, &set);
    claim(hit.vendor < 0 || (xp_set_has(&set, hit.vendor) && hit.pattern), "a URL's vendor is in the set");
    hit = xp_rules_url(rules, text, len, &set);
    apart = xp_rules_take_apart(rules, text, len, &set);
    claim(hit.vendor == apart.vendor && hit.pattern == apart.pattern, "what one look settles is nobody's");
    claim(xp_rules_url_vendor(rules, text, len, &set) ==
              ((hit.uses & (XP_USE_HINT | XP_USE_KNOWN)) == XP_USE_HINT ? hit.vendor : -1),
          "a link's vendor is its URL's, if that is for hints");
    for (int defined = 0; defined < 2; defined++) {
        int owner = xp_rules_global(catalogue(), text, len, defined, &set);

        claim(owner < 0 || xp_set_has(&set, owner), "a name's owner is in the set");
    }
    row = xp_rules_block_begin(catalogue(), text, len, &set);
    if (row >= 0)
        claim(!xp_rules_block_end(catalogue(), row, text, len), "what begins a block does not end it");
    claim(xp_catalogue_find("no such vendor") < 0, "no vendor has such a name");
}

/* What rows say of elements whose attribute is what a row has for its first condition. */
static void ask_element(const xp_rules *rules, const xp_pattern_row *row)
{
    static const char *const NAMES[] = { "script", "img", "iframe", "link" };
    xp_candidates found = { .n = 0 };
    const char *own = row->text + strcspn(row->text, "[#"), *value;
    size_t nown, nvalue;
    xp_vendor_set set;
    xp_hit hit;

    memset(&set, 0xFF, sizeof set);
    own += *own != '\0';
    nown = strcspn(own, "=]");
    value = own + nown + (own[nown] == '=');
    nvalue = strcspn(value, "]");
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        xp_rules_candidates(rules, NAMES[i], own, nown, value, nvalue, &set, &found);
        claim(!found.n || xp_rules_key(rules, own, nown, value, nvalue), "a candidate's key is met");
        xp_rules_meet(rules, &found, own, nown, value, nvalue);
    }
    hit = xp_rules_chosen(rules, &found);
    claim(hit.vendor < 0 || (hit.pattern && hit.uses), "an element's row has a vendor and a use");
}

/* The site's own rows cost a compilation of everything: once in a while is enough. */
static void compile(xp_pattern_row *rows, size_t n, const char *text)
{
    arena a = { { NULL }, 0 };
    xp_rules *rules = xp_rules_build(rows, n, grab, &a);

    claim(rules != NULL, "rows that pass the check compile");
    ask(rules, text, strlen(text));
    drop(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const xp_rules *rules = catalogue();
    xp_pattern_row rows[ROWS];
    char *text = malloc(size + 1), *rest = text;
    size_t n = 0;

    claim(text != NULL, "there is memory");
    memcpy(text, data, size);
    text[size] = '\0';
    ask(rules, text, size);
    while (*rest && n < ROWS) {
        xp_pattern_row row = { "site", XP_URL, NULL, NULL };

        row.kind = (xp_kind)((unsigned char)*rest % 6);
        if (*rest == 's' || *rest == 'i' || *rest == 'l') /* as elements' names begin */
            row.kind = XP_ELEMENT;
        row.text = line(&rest);
        row.more = row.kind == XP_BLOCK || size % 5 == 0 ? line(&rest) : NULL;
        if (!xp_rules_check(&row))
            rows[n++] = row;
        if (row.kind == XP_ELEMENT)
            ask_element(catalogue(), &row);
    }
    if (n && size % 256 == 0)
        compile(rows, n, text);
    free(text);
    return 0;
}
