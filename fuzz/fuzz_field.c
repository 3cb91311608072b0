/* The grammar of header fields: signals, media types, Link, Content-Security-Policy. Fields are strings, so a NUL ends them. */
#include "fuzz/kit.h"
#include "module/xp_field.c"

static void links_of(const char *field, size_t len)
{
    size_t entries = 0;
    xp_link link;

    for (const char *p = field; p; entries++) {
        p = xp_field_link(p, &link);
        claim(entries <= len, "there are no more entries than bytes");
        claim(!link.len || (link.text >= field && link.text + link.len <= field + len), "an entry is within the field");
        claim(!link.hint || (link.url >= field && link.url + link.url_len <= field + len), "and so is its URL");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const WANTED[] = { "prefetch", "prefetch;prerender", "prefetch;!prerender", "a;b;c" };
    char *field = malloc(size + 1); /* exact, with the NUL that ends it */
    const char *label;
    size_t len;

    claim(field != NULL, "there is memory");
    if (size)
        memcpy(field, data, size);
    field[size] = '\0';
    len = strlen(field);
    for (size_t i = 0; i < sizeof WANTED / sizeof *WANTED; i++)
        xp_field_purpose(field, WANTED[i]);
    if (xp_field_is_purpose(field))
        xp_field_purpose("prefetch;prerender, a;b;c", field);
    xp_field_is_token(field);
    claim(!xp_field_all(field, "preview") || xp_field_has(field, "preview"), "all is some");
    xp_field_is_html(field);
    claim(xp_field_charset(field, &label) <= len, "a label is within the field");
    xp_field_csp_by_hash(field);
    links_of(field, len);
    free(field);
    return 0;
}
