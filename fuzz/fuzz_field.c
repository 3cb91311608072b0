/* The grammar of header fields: signals, media types, codings, Link. Fields are strings, so a NUL ends them. */
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

static void members_of(const char *field, size_t len)
{
    const char *list = field;
    xp_part member;

    for (const char *before = field; xp_field_member(&list, &member); before = list) {
        claim(list > before && list <= field + len, "a member moves the list on, within the field");
        claim(member.len > 0 && member.text >= before && member.text + member.len <= list,
              "it is not empty, and there");
        claim(!strchr(" \t,", member.text[0]) && !strchr(" \t", member.text[member.len - 1]), "nothing is round it");
    }
    claim(list == field + len && !xp_field_member(&list, &member), "and then the list is at its end");
}

/* Whether a member of the list names this coding, and is refused or not. */
static bool names(const char *list, const xp_part *coding, bool refused)
{
    xp_part member;

    while (xp_field_member(&list, &member)) {
        size_t len = name_of(&member);

        if (len == name_of(coding) && !memcmp(member.text, coding->text, len) && is_refused(&member) == refused)
            return true;
    }
    return false;
}

/* In a buffer that ends where `room` says. */
static void accepted(const char *field, bool gzip, size_t room)
{
    static const char *const FIRST[] = { "identity", "gzip" };
    char *out = malloc(room);
    const char *list = out;
    size_t n = 0;
    xp_part member;

    claim(out != NULL, "there is memory");
    xp_field_accept(field, gzip, out, room);
    claim(memchr(out, '\0', room) != NULL, "the list ends within its room");
    for (; xp_field_member(&list, &member); n++) {
        if (n < 1u + gzip)
            claim(equals(member.text, name_of(&member), FIRST[n]) && !is_refused(&member),
                  "what is preferred comes first");
        else
            claim(names(field ? field : "*", &member, is_refused(&member)), "the rest is as the field has it");
    }
    claim(n >= 1u + gzip, "identity is admitted, and gzip if it can be unpacked");
    for (list = field; n > 1u + gzip && field && xp_field_member(&list, &member);)
        claim(!token_of(&member) || !is_refused(&member) || equals(member.text, name_of(&member), "identity") ||
                  (gzip && equals(member.text, name_of(&member), "gzip")) || names(out, &member, true),
              "what the field refuses is refused");
    free(out);
}

/* What of Accept-Encoding is handed on: no coding that the field does not admit, and none that nobody here can unpack. */
static void unpackable(const char *field, bool gzip, size_t room)
{
    static const char *const KNOWN[] = { "identity", "gzip", "x-gzip", "deflate" };
    char *out = malloc(room);
    const char *list = out;
    xp_part member;

    claim(out != NULL, "there is memory");
    xp_field_accept_unpackable(field, gzip, out, room);
    claim(memchr(out, '\0', room) != NULL, "what can be unpacked ends within its room");
    while (xp_field_member(&list, &member)) {
        const xp_part any = { "*", 1 };
        size_t len = token_of(&member), known = 0;

        while (known < 4 && !equals(member.text, len, KNOWN[known]))
            known++;
        claim(known < (gzip ? 4u : 1u), "it can be unpacked");
        claim(names(field, &member, is_refused(&member)) || (known == 1 && names(field, &any, false)),
              "the field has it, or any");
    }
    free(out);
}

/* Whether a list names the tag, by weak comparison (RFC 9110, 8.8.3.2). */
static bool has_tag(const char *field, const char *tag)
{
    xp_part member, opaque, wanted;

    if (!opaque_of(tag, strlen(tag), &wanted))
        return false;
    while (next_tag(&field, &member))
        if (opaque_of(member.text, member.len, &opaque) && opaque.len == wanted.len &&
            !memcmp(opaque.text, wanted.text, wanted.len))
            return true;
    return false;
}

/* Each tag that is told had the suffix, and gets it back; the field names it then. */
static void tags_of(const char *field, size_t len, const char *suffix, size_t room)
{
    char *out = malloc(room), *tag = malloc(len + strlen(suffix) + 1);
    size_t tags, n = 0;
    const char *list = out;
    xp_part member;

    claim(out && tag, "there is memory");
    tags = xp_field_tags_without(field, suffix, out, room);
    claim(memchr(out, '\0', room) != NULL && strlen(out) <= len, "the tags end within their room, and are not longer");
    for (; next_tag(&list, &member); n++) {
        char *copy = malloc(member.len + 1);

        claim(copy != NULL, "there is memory");
        memcpy(copy, member.text, member.len);
        copy[member.len] = '\0';
        claim(has_tag(out, copy), "a list names what is in it");
        if (xp_field_tag_with(copy, suffix, tag, len + strlen(suffix) + 1))
            claim(has_tag(field, tag), "with the suffix it is the field's");
        free(copy);
    }
    claim(n == tags, "there are as many as it says");
    free(out);
    free(tag);
}

static void tag_of(const char *field, size_t len, const char *suffix)
{
    size_t room = len + strlen(suffix) + 1;
    char *with = malloc(room), *without = malloc(room);

    claim(with && without, "there is memory");
    if (xp_field_tag_with(field, suffix, with, room)) {
        claim(strlen(with) == room - 1, "a suffix is put in whole");
        claim(!xp_field_tag_with(with, suffix, without, room), "and once");
        claim(xp_field_tags_without(with, suffix, without, room) == 1 && !strcmp(without, field),
              "taken out, it is gone");
    }
    free(with);
    free(without);
}

static unsigned accepts(const char *field)
{
    return xp_field_accepts(field, "text/plain", "0.0.4");
}

/* With `before` and a comma in front of the field: there, no quoted string of the field is open. */
static unsigned accepts_behind(const char *before, const char *field, size_t len)
{
    char *longer = malloc(strlen(before) + len + 2);
    unsigned how;

    claim(longer != NULL, "there is memory");
    sprintf(longer, "%s,%s", before, field);
    how = accepts(longer);
    free(longer);
    return how;
}

/* The field's members in the opposite order; false if the last one ends in an open quoted string, which others behind it would go into. */
static bool turned(const char *field, size_t len, char *out)
{
    char *to = out + len;
    xp_part member = { "", 0 };
    bool open = false;

    for (*to = '\0'; xp_field_member(&field, &member); open = ends_quoted(&member)) {
        if (*to)
            *--to = ',';
        to -= member.len;
        memcpy(to, member.text, member.len);
    }
    memmove(out, to, strlen(to) + 1);
    return !open;
}

/* What a media type is worth depends on nothing but the ranges that name it: not on their order, nor on others beside them, nor on case. */
static void accepts_of(const char *field, size_t len)
{
    const unsigned how = accepts(field), exact = how % 8;
    char *other = malloc(len + 1);

    claim(other != NULL, "there is memory");
    claim(how <= 8 * 1000 + 4 && exact <= 4 && !how == !exact, "a type is taken with a weight, and for a reason");
    claim(!xp_field_accepts(field, "text/html", NULL) || strpbrk(field, "*hH"), "... and if a range names it");
    claim(accepts_behind("image/x-a;q=1;text/plain,text/html", field, len) == how, "ranges of others do not matter");
    claim(accepts_behind("*/*;q=0", field, len) == how, "nor does it that all others are refused");
    claim(accepts_behind("text/plain;version=0.0.4", field, len) == 8 * 1000 + 4, "the most exact range decides");
    claim(exact == 4 || !accepts_behind("text/plain;version=0.0.4;q=0", field, len), "... and may refuse");
    claim(!turned(field, len, other) || accepts(other) == how, "the order does not matter");
    for (size_t i = 0; i <= len; i++)
        other[i] = lower(field[i]);
    claim(accepts(other) == how, "nor does case");
    free(other);
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
    claim(!xp_field_is_item(field, "prefetch") || !strcspn(field, "p "), "an item begins the field");
    claim(!xp_field_all(field, "preview") || xp_field_has(field, "preview"), "all is some");
    xp_field_is_html(field);
    accepts_of(field, len);
    claim(xp_field_charset(field, &label) <= len, "a label is within the field");
    links_of(field, len);
    members_of(field, len);
    for (size_t room = XP_FIELD_ACCEPT; room <= 512; room += size % 97 + 90) {
        accepted(field, false, room);
        accepted(field, true, room);
    }
    for (size_t room = 1; room <= len + 8; room += size % 97 + 90 + len / 8) {
        unpackable(field, false, room);
        unpackable(field, true, room);
        tags_of(field, len, "-xp0123456789ab", room);
    }
    tags_of(field, len, "-xp0123456789ab", len + 1);
    tags_of(field, len, "-a", len + 1);
    tag_of(field, len, "-xp0123456789ab");
    tag_of(field, len, "-a");
    claim(xp_field_coding(field) <= XP_CODING_OTHER, "a coding is one of four");
    free(field);
    return 0;
}
