/* The grammar of header fields: tables of what matches and what must not, and hostile bytes in buffers that end where they end. */
#include "../../module/xp_field.c"

#include "tap.h"

/* A copy of exactly its size, so that the sanitizer sees a look beyond its end. */
static char *exact(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);

    if (!copy)
        abort();
    memcpy(copy, text, size);
    return copy;
}

static void test_lists(void)
{
    static const struct {
        const char *field, *word;
        bool all, has;
    } CASE[] = {
        { "preview", "preview", true, true },
        { " PreView\t", "preview", true, true },
        { "preview, preview", "preview", true, true },
        { "preview,preview", "preview", true, true },
        { "preview, prefetch", "preview", false, true },
        { "prefetch ,preview", "preview", false, true },
        { "preview,", "preview", false, true },
        { ",preview", "preview", false, true },
        { "", "preview", false, false },
        { ",", "preview", false, false },
        { ": preview", "preview", false, false },
        { "previews", "preview", false, false },
        { "prev", "preview", false, false },
        { "preview\x01", "preview", false, false },
        { "preview\xa0", "preview", false, false },
        { "preview preview", "preview", false, false },
        { "\"preview\"", "preview", false, false },
        { "a value", "a value", true, true },
        { "a, b", "a, b", true, true },
        { "max-age=1, no-transform", "no-transform", false, true },
        { "max-age=1, no-transform-x", "no-transform", false, false },
        { "no-transform=\"x\"", "no-transform", false, true },
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *field = exact(CASE[i].field);

        ok(xp_field_all(field, CASE[i].word) == CASE[i].all, "'%s': every member is '%s': %d", field, CASE[i].word,
           CASE[i].all);
        ok(xp_field_has(field, CASE[i].word) == CASE[i].has, "'%s': a member is '%s': %d", field, CASE[i].word,
           CASE[i].has);
        free(field);
    }
}

/* The members of a list, each in brackets. */
static void member_list(const char *list, char *to, size_t size)
{
    xp_part member;

    *to = '\0';
    while (xp_field_member(&list, &member)) {
        size_t at = strlen(to);

        snprintf(to + at, size - at, "[%.*s]", (int)member.len, member.text);
    }
}

static void test_members(void)
{
    static const char *const CASE[][2] = {
        { "", "" },
        { " \t, ,,", "" },
        { "a", "[a]" },
        { ",a , b\t,,c d ,", "[a][b][c d]" },
        { "a;x=\"1, 2\", b", "[a;x=\"1, 2\"][b]" },
        { "\"a\\\", b\", c", "[\"a\\\", b\"][c]" },
        { "a\\\", b", "[a\\\", b]" },
        { "a, \"open, b ", "[a][\"open, b]" },
        { "\"open\\", "[\"open\\]" },
        { "\xff,\x01", "[\xff][\x01]" },
    };
    char list[256];

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *field = exact(CASE[i][0]);

        member_list(field, list, sizeof list);
        is_str(list, CASE[i][1], "members of '%s'", field);
        free(field);
    }
}

static const struct {
    const char *field, *accepted; /* after what is preferred */
    bool gzip;
} ACCEPT[] = {
    { NULL, ", *;q=0.001", false },
    { NULL, ", *;q=0.001", true },
    { "", "", true },
    { "gzip", ", gzip;q=0.001", false },
    { "gzip, deflate, br", ", deflate;q=0.001, br;q=0.001", true },
    { "br;q=1.0, gzip;q=0.8, *;q=0.1", ", br;q=0.001, *;q=0.001", true },
    { "br;q=0", ", br;q=0", true },
    { "*, br;q=0.000, gzip; Q=0.0", ", *;q=0.001, br;q=0, gzip;q=0", false },
    { "br;q=0., zstd;q=0.001, dcb;q=0.01;x", ", br;q=0, zstd;q=0.001, dcb;q=0.001", false },
    { "br;x=1;q=0;y, dcz;q=0 ;x", ", br;q=0, dcz;q=0", false },
    { "br;q=00.5", ", br;q=0.001", false },
    { "identity;q=0, IDENTITY, br", ", br;q=0.001", false },
    { "\"b;r\", c\x01, d\xff, e f, g/h, i", ", e;q=0.001, i;q=0.001", false },
    { "\"open, br", "", false },
    { "x-gzip", ", x-gzip;q=0.001", true },
};

static void test_accept(void)
{
    char list[512], wanted[512];

    for (size_t i = 0; i < sizeof ACCEPT / sizeof *ACCEPT; i++) {
        char *field = ACCEPT[i].field ? exact(ACCEPT[i].field) : NULL;

        snprintf(wanted, sizeof wanted, "identity%s%s", ACCEPT[i].gzip ? ", gzip;q=0.5" : "", ACCEPT[i].accepted);
        xp_field_accept(field, ACCEPT[i].gzip, list, sizeof list);
        is_str(list, wanted, "Accept-Encoding: %s", field ? field : "(none)");
        free(field);
    }
}

static const struct {
    const char *field, *zipped, *plain; /* what is left if gzip can be unpacked, and if not */
} UNPACKABLE[] = {
    { NULL, "", "" },
    { "", "", "" },
    { ", ,", "", "" },
    { "gzip, deflate, br, zstd", "gzip, deflate", "" },
    { "br", "", "" },
    { "br;q=1.0, x-gzip;q=0.8,identity ; q=0.5, compress", "x-gzip;q=0.8, identity ; q=0.5", "identity ; q=0.5" },
    { "GZIP , Deflate;Q=0.1", "GZIP, Deflate;Q=0.1", "" },
    { "gzip;q=0, deflate;q=0.000", "gzip;q=0, deflate;q=0.000", "" },
    { "gzip;x=1;q=0.5", "gzip;x=1;q=0.5", "" },
    { "gzip, gzip", "gzip, gzip", "" },

    /* what may still be packed is not refused plain */
    { "gzip, identity;q=0", "gzip", "" },
    { "br, identity;q=0.0", "", "" },
    { "identity;q=0.001", "identity;q=0.001", "identity;q=0.001" },

    /* any */
    { "*", "gzip", "" },
    { " *\t;q=0.5, br", "gzip\t;q=0.5", "" },
    { "br;q=1.0, *;q=0.1, deflate", "gzip;q=0.1, deflate", "" },
    { "*;q=0", "", "" },
    { "deflate, *;q=0", "deflate", "" },
    { "*, gzip", "gzip", "" },
    { "*, gzip;q=0", "gzip;q=0", "" },
    { "x-gzip;q=0.3, *", "x-gzip;q=0.3", "" },
    { "*;q=0, *", "", "" },
    { "*;q=0.7, *;q=0.9", "gzip;q=0.7", "" },
    { "**, *x", "", "" },

    /* what only looks like it */
    { "gzipped, xgzip, gzi, gzip/1, g zip", "", "" },
    { "\"gzip\", \"deflate", "", "" },
    { "deflate, gzip;x=\"open, br", "deflate", "" },
    { "deflate, gzip;x=\"a, br\"", "deflate", "" },
    { "*;x=\"a, br\"", "", "" },
    { "gzip\x01, \xff, deflate", "deflate", "" },
};

static void test_unpackable(void)
{
    for (size_t i = 0; i < sizeof UNPACKABLE / sizeof *UNPACKABLE; i++) {
        char *field = UNPACKABLE[i].field ? exact(UNPACKABLE[i].field) : NULL;
        size_t room = (field ? strlen(field) : 0) + 8;
        char *list = malloc(room);

        if (!list)
            abort();
        xp_field_accept_unpackable(field, true, list, room);
        is_str(list, UNPACKABLE[i].zipped, "unpackable of %s", field ? field : "(none)");
        xp_field_accept_unpackable(field, false, list, room);
        is_str(list, UNPACKABLE[i].plain, "… without INFLATE");
        free(list);
        free(field);
    }
}

/* 64 KB of one coding, of many, of refusals, into every room: as much as fits, or what is preferred. */
static void test_room(void)
{
    static const char *const PART[] = { "x", "x,", "br;q=0, ", "\"", "\"\\", ",", "*,", "br;q=0.0000000000," };
    enum { LEN = 65536, MOST = 96 };
    char *field = malloc(LEN + 1);
    size_t wrong = 0;

    if (!field)
        abort();
    for (size_t i = 0; i < sizeof PART / sizeof *PART; i++) {
        for (size_t n = 0; n < LEN; n++)
            field[n] = PART[i][n % strlen(PART[i])];
        field[LEN] = '\0';
        for (size_t room = XP_FIELD_ACCEPT; room < MOST; room++) {
            char *out = malloc(room);

            if (!out)
                abort();
            xp_field_accept(field, true, out, room);
            wrong += strcmp(out, "identity, gzip;q=0.5") != 0;
            xp_field_accept_unpackable(field, true, out, room);
            wrong += strlen(out) >= room;
            free(out);
        }
        xp_field_coding(field);
    }
    ok(wrong == 0, "64 KB go into no room");
    xp_field_accept("br, zstd", false, field, 35);
    is_str(field, "identity, br;q=0.001, zstd;q=0.001", "what just fits is there");
    xp_field_accept("br, zstd", false, field, 34);
    is_str(field, "identity", "and what does not goes as a whole");
    xp_field_accept_unpackable("deflate;q=0.1,gzip", true, field, 20);
    is_str(field, "deflate;q=0.1, gzip", "of what can be unpacked, too");
    xp_field_accept_unpackable("deflate;q=0.1,gzip", true, field, 19);
    is_str(field, "deflate;q=0.1", "member by member");
    xp_field_accept_unpackable("gzip", true, field, 1);
    is_str(field, "", "down to nothing");
    free(field);
}

/* ---- Entity tags ------------------------------------------------------------------------------------------------------------------ */

#define XP "-xp0123456789ab"

static const struct {
    const char *tag, *with; /* NULL: it takes none */
} TAG[] = {
    { "\"a\"", "\"a" XP "\"" },
    { "W/\"a\"", "W/\"a" XP "\"" },
    { "\"\"", "\"" XP "\"" },
    { "W/\"\"", "W/\"" XP "\"" },
    { "\"1a2-5f,b\\\"", "\"1a2-5f,b\\" XP "\"" },
    { "\"!#~\x80\xff\"", "\"!#~\x80\xff" XP "\"" },

    /* before what has packed it */
    { "\"a-gzip\"", "\"a" XP "-gzip\"" },
    { "W/\"a-br\"", "W/\"a" XP "-br\"" },
    { "\"a-zstd\"", "\"a" XP "-zstd\"" },
    { "\"a-deflate\"", "\"a" XP "-deflate\"" },
    { "\"-gzip\"", "\"" XP "-gzip\"" },
    { "\"a-gzip-gzip-br\"", "\"a" XP "-gzip-gzip-br\"" },
    { "\"a-GZIP\"", "\"a-GZIP" XP "\"" },
    { "\"gzip\"", "\"gzip" XP "\"" },
    { "\"a-gzip-x\"", "\"a-gzip-x" XP "\"" },

    /* one that is there, and one that only looks like it */
    { "\"a" XP "\"", NULL },
    { "W/\"a" XP "\"", NULL },
    { "\"a" XP "-gzip\"", NULL },
    { "\"" XP "\"", NULL },
    { "\"a-gzip" XP "\"", NULL },
    { "\"a" XP "x\"", "\"a" XP "x" XP "\"" },
    { "\"a-xp0123456789ac\"", "\"a-xp0123456789ac" XP "\"" },
    { "\"xp0123456789ab\"", "\"xp0123456789ab" XP "\"" },

    /* none */
    { "", NULL },
    { "a", NULL },
    { "*", NULL },
    { "\"", NULL },
    { "W/", NULL },
    { "W/\"", NULL },
    { "w/\"a\"", NULL },
    { "W\"a\"", NULL },
    { "W/W/\"a\"", NULL },
    { "W/a", NULL },
    { "\"a", NULL },
    { "a\"", NULL },
    { " \"a\"", NULL },
    { "\"a\" ", NULL },
    { "\"a b\"", NULL },
    { "\"a\tb\"", NULL },
    { "\"a\"b\"", NULL },
    { "\"a\", \"b\"", NULL },
    { "\"a\x01\"", NULL },
    { "\"a\x7f\"", NULL },
};

/* What it gives is the longest that fits, and taking the suffix out again gives the tag. */
static void test_tags(void)
{
    for (size_t i = 0; i < sizeof TAG / sizeof *TAG; i++) {
        char *tag = exact(TAG[i].tag);
        size_t room = strlen(tag) + strlen(XP) + 1;
        char *out = malloc(room), *back = malloc(room);
        bool takes;

        if (!out || !back)
            abort();
        takes = xp_field_tag_with(tag, XP, out, room);
        is_str(takes ? out : NULL, TAG[i].with, "with a suffix: %s", tag);
        ok(!xp_field_tag_with(tag, XP, out, room - 1), "… in one byte less: not");
        if (TAG[i].with) {
            is_int(xp_field_tags_without(TAG[i].with, XP, back, room), 1, "… and it is found again");
            is_str(back, tag, "… and taken out");
            ok(!xp_field_tag_with(TAG[i].with, XP, back, room), "… and not put in twice");
        }
        free(tag);
        free(out);
        free(back);
    }
}

static const struct {
    const char *field, *without;
    size_t n;
} TAGS[] = {
    { "", "", 0 },
    { " , \t,", "", 0 },
    { "*", "", 0 },
    { "\"a\"", "", 0 },
    { "\"a" XP "\"", "\"a\"", 1 },
    { "\"a" XP "\", \"b\", W/\"c" XP "-gzip\" ,\"d" XP "\"", "\"a\", W/\"c-gzip\", \"d\"", 3 },
    { ",,\"a" XP "\",\"b" XP "\",", "\"a\", \"b\"", 2 },
    { "*, \"a" XP "\"", "\"a\"", 1 },
    { "\"a" XP XP "\"", "\"a" XP "\"", 1 },
    { "\"a-gzip" XP "\"", "", 0 },
    { "\"a-gzip" XP "-br\", W/\"" XP "\"", "W/\"\"", 1 },
    { "\"a-xp0123456789ac\", \"a" XP "\"", "\"a\"", 1 },

    /* commas and backslashes are a tag's own */
    { "\"a,b" XP "\"", "\"a,b\"", 1 },
    { "W/\"a,b" XP "\", \"c" XP "\"", "W/\"a,b\", \"c\"", 2 },
    { "\"a\\" XP "\", \"b\\\", \"c" XP "\"", "\"a\\\", \"c\"", 2 },
    { "\"\xc3\xbc" XP "\"", "\"\xc3\xbc\"", 1 },

    /* what is no tag */
    { "a" XP ", \"b" XP "\"", "\"b\"", 1 },
    { "w/\"a" XP "\"", "", 0 },
    { "W/ \"a" XP "\"", "", 0 },
    { "\"a" XP, "", 0 },
    { "\"b" XP "\", \"a" XP, "\"b\"", 1 },
    { "\"a, \"b" XP "\"", "", 0 },
    { "\"a b" XP "\"", "", 0 },
    { "\"a" XP "\"x, \"b" XP "\"", "\"b\"", 1 },
    { "\"a" XP "\" \"b" XP "\", \"c" XP "\"", "\"c\"", 1 },
    { "x\"a" XP "\"", "", 0 },
    { "\"a" XP "\x01\"", "", 0 },
    { "W/, W, \"", "", 0 },
};

static void test_tag_lists(void)
{
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++) {
        char *field = exact(TAGS[i].field), *out = malloc(strlen(field) + 1);

        if (!out)
            abort();
        is_int(xp_field_tags_without(field, XP, out, strlen(field) + 1), TAGS[i].n, "tags that have it: %s", field);
        is_str(out, TAGS[i].without, "… without it");
        free(field);
        free(out);
    }
}

/* Lists of 64 KB, into every small room and into one of the field's size. */
static void test_tag_room(void)
{
    static const char *const PART[] = { "\"", "\"\"",  "\"a" XP "\",", "\"" XP "\"", "W/", "W/\"" XP "-gzip\"  ,",
                                        ",",  "-gzip", "\"a\", ",      "\"" XP "," };
    enum { LEN = 65536, MOST = 96 };
    char *field = malloc(LEN + 1), *out = malloc(LEN + 1);
    size_t over = 0, longest = 0;

    if (!field || !out)
        abort();
    for (size_t i = 0; i < sizeof PART / sizeof *PART; i++) {
        for (size_t n = 0; n < LEN; n++)
            field[n] = PART[i][n % strlen(PART[i])];
        field[LEN] = '\0';
        for (size_t room = 1; room < MOST; room++) {
            char *small = malloc(room);

            if (!small)
                abort();
            xp_field_tags_without(field, XP, small, room);
            over += strlen(small) >= room;
            over += xp_field_tag_with(field, XP, small, room);
            free(small);
        }
        xp_field_tags_without(field, XP, out, LEN + 1);
        longest = strlen(out) > longest ? strlen(out) : longest;
    }
    ok(over == 0 && longest > 1000, "64 KB of tags go into no small room, and %zu of them into a large one", longest);
    is_int(xp_field_tags_without("\"a" XP "\",\"b" XP "\"", XP, out, 9), 2, "what just fits is there");
    is_str(out, "\"a\", \"b\"", "… all of it");
    is_int(xp_field_tags_without("\"a" XP "\",\"b" XP "\"", XP, out, 8), 1, "and what does not is left out");
    is_str(out, "\"a\"", "… as a whole");
    free(field);
    free(out);
}

static void test_codings(void)
{
    static const struct {
        const char *field;
        xp_coding is;
    } CASE[] = {
        { "", XP_CODING_NONE },
        { ", ,", XP_CODING_NONE },
        { "identity", XP_CODING_NONE },
        { "none", XP_CODING_NONE },
        { "UTF-8", XP_CODING_NONE },
        { "utf-8, none", XP_CODING_NONE },
        { "iso-8859-15", XP_CODING_NONE },
        { "text/html; charset=utf-8", XP_CODING_NONE },
        { "gzip", XP_CODING_GZIP },
        { " X-GZip\t", XP_CODING_GZIP },
        { "gzip;q=1", XP_CODING_GZIP },
        { "gzip, none", XP_CODING_GZIP },
        { "identity,gzip", XP_CODING_GZIP },
        { "deflate", XP_CODING_DEFLATE },
        { "gzip, gzip", XP_CODING_OTHER },
        { "deflate, gzip", XP_CODING_OTHER },
        { "br", XP_CODING_OTHER },
        { "zstd, none", XP_CODING_OTHER },
        { "gzipped", XP_CODING_OTHER },
        { "\"gzip\"", XP_CODING_OTHER },
        { "\"none, none", XP_CODING_OTHER },
        { "text/", XP_CODING_OTHER },
        { "\xff", XP_CODING_OTHER },
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *field = exact(CASE[i].field);
        xp_coding is = xp_field_coding(field);

        ok(is == CASE[i].is, "Content-Encoding: %s: %d, is %d", field, CASE[i].is, is);
        free(field);
    }
}

enum { NONE = 0, PREFETCH = 1, PRERENDER = 2 };
static const struct {
    const char *field;
    int is;
} PURPOSE[] = {
    { "prefetch", PREFETCH },
    { "  Prefetch  ", PREFETCH },
    { "prefetch;prerender", PRERENDER },
    { "prefetch; prerender", PRERENDER },
    { "prefetch;  prerender;preview", PRERENDER },
    { "prefetch;x=1;prerender", PRERENDER },
    { "prefetch;prerender=?1", PRERENDER },
    { "prefetch;prerender=?0", PREFETCH },
    { "prefetch;prerender;prerender=?0", PREFETCH },
    { "prefetch;prerender=?0;prerender", PRERENDER },
    { "prefetch;prerender=1", PREFETCH },
    { "prefetch;prerender=\"x\"", PREFETCH },
    { "prefetch;prerendering", PREFETCH },
    { "prefetch;anonymous-client-ip", PREFETCH },
    { "prefetch, prefetch", PREFETCH },
    { "prefetch, prefetch;prerender", PREFETCH | PRERENDER },
    { "x, prefetch", PREFETCH },
    { "(a b;c=1);d, prefetch;prerender", PRERENDER },
    { "1, -2.5, \"s\\\"t\\\\\", :YWJj:, ?0, @1659578233, %\"f%c3%bc\", prefetch", PREFETCH },
    { "prefetch;x=123456789012.5;y=%\"a b\"", PREFETCH },
    { "(prefetch)", NONE },
    { "()", NONE },
    { "\"prefetch\"", NONE },
    { "prefetch/x", NONE },
    { "prefetchx", NONE },
    { "", NONE },
    { " ", NONE },
    { ",", NONE },
    { "prefetch,", NONE },
    { ",prefetch", NONE },
    { "prefetch;", NONE },
    { "prefetch;;prerender", NONE },
    { "prefetch ;prerender", NONE },
    { "prefetch;Prerender", NONE },
    { "prefetch;prerender=", NONE },
    { "prefetch;prerender=?2", NONE },
    { "prefetch;prerender=?", NONE },
    { "prefetch;x=\"open", NONE },
    { "prefetch;x=\"a\\", NONE },
    { "prefetch;x=\"a\\b\"", NONE },
    { "prefetch;x=:ab", NONE },
    { "prefetch;x=1.", NONE },
    { "prefetch;x=1.2345", NONE },
    { "prefetch;x=1234567890123456", NONE },
    { "prefetch;x=1234567890123.1", NONE },
    { "prefetch;x=@1.5", NONE },
    { "prefetch;x=%x", NONE },
    { "prefetch;x=%\"%C3\"", NONE },
    { "prefetch;x=%\"%", NONE },
    { "prefetch x", NONE },
    { "prefetch, (a", NONE },
    { "prefetch, (a b)c", NONE },
    { "prefetch\x01", NONE },
    { "prefetch;x=\"\x7f\"", NONE },
    { "prefetch;x=\"\xc3\xbc\"", NONE },
    { "-", NONE },
    { "@", NONE },
    { "?", NONE },
    { "%", NONE },
    { ":", NONE },
};

static void test_purpose(void)
{
    for (size_t i = 0; i < sizeof PURPOSE / sizeof *PURPOSE; i++) {
        char *field = exact(PURPOSE[i].field);
        int is = (xp_field_purpose(field, "prefetch;!prerender") ? PREFETCH : 0) |
                 (xp_field_purpose(field, "prefetch;prerender") ? PRERENDER : 0);

        ok(is == PURPOSE[i].is, "Sec-Purpose: %s", field);
        free(field);
    }
    ok(xp_field_is_purpose("prefetch") && xp_field_is_purpose("prefetch;prerender;!preview"), "how it is asked for");
    ok(!xp_field_is_purpose("") && !xp_field_is_purpose("a;") && !xp_field_is_purpose("a b") &&
           !xp_field_is_purpose("a;B") && !xp_field_is_purpose("a;b=1") && !xp_field_is_purpose("a,b"),
       "and how not");
}

static void test_items(void)
{
    static const struct {
        const char *field;
        bool is;
    } CASE[] = {
        { "document", true },
        { " document  ", true },
        { "document;a", true },
        { "document; a=1;b=\"x, y\"", true },
        { "document;a=", false },
        { "document;A", false },
        { "document ;a", false },
        { "Document", false },
        { "documents", false },
        { "doc", false },
        { "", false },
        { " ", false },
        { "\"document\"", false },
        { "document, document", false },
        { "document,", false },
        { "document empty", false },
        { "(document)", false },
        { "?1", false },
        { "\tdocument", false },
        { "document\x01", false },
        { "document\xa0", false },
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *field = exact(CASE[i].field);

        ok(xp_field_is_item(field, "document") == CASE[i].is, "an item: %s", field);
        free(field);
    }
}

/* The directives of a list, each with its name's length. */
static void test_directives(void)
{
    static const char *const CASE[][2] = {
        { "max-age=60, Public", "[max-age=60 7][Public 6]" },
        { "private=\"X-Foo, public\", no-cache", "[private=\"X-Foo, public\" 7][no-cache 8]" },
        { "no-cache=\"Set-Cookie, public", "[no-cache 8]" },
        { "no-cache=\"a\\\", public", "[no-cache 8]" },
        { "max-age = 60, \"public\", =1", "[max-age = 60 7][\"public\" 0][=1 0]" },
        { "public; max-age=60", "[public; max-age=60 6]" },
        { "\"open", "[ 0]" },
        { "a\\\"b\", c", "[a\\\"b\" 1][c 1]" },
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *field = exact(CASE[i][0]), list[256] = "";
        const char *rest = field;
        xp_part member;

        while (xp_field_member(&rest, &member)) {
            size_t name = xp_field_directive(&member), at = strlen(list);

            snprintf(list + at, sizeof list - at, "[%.*s %d]", (int)member.len, member.text, (int)name);
        }
        is_str(list, CASE[i][1], "directives of %s", field);
        free(field);
    }
}

static void test_types(void)
{
    static const struct {
        const char *type, *charset;
        bool html;
    } CASE[] = {
        { "text/html", "", true },
        { " Text/HTML ; Charset=UTF-8", "UTF-8", true },
        { "text/html;charset=\"utf-16\"", "utf-16", true },
        { "text/html; a=\"; charset=x\"; charset=y", "y", true },
        { "text/html; xcharset=a; charset=b; charset=c", "b", true },
        { "text/html;charset=", "", true },
        { "text/html;charset=\"open", "open", true },
        { "text/html;a=\"open", "", true },
        { "text/html;", "", true },
        { "text/htmlx", "", false },
        { "text/html, text/html", "", false },
        { "text/htm", "", false },
        { "application/xhtml+xml; charset=utf-8", "utf-8", false },
        { "", "", false },
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *type = exact(CASE[i].type);
        const char *label = "";
        size_t len = xp_field_charset(type, &label);

        ok(xp_field_is_html(type) == CASE[i].html, "'%s' is HTML: %d", type, CASE[i].html);
        ok(len == strlen(CASE[i].charset) && !memcmp(label, CASE[i].charset, len), "'%s': charset '%s'", type,
           CASE[i].charset);
        free(type);
    }
}

/* "url|h" for a hint, "url|-" for another entry, one after the other. */
static void link_list(const char *field, char *to, size_t size)
{
    xp_link link;

    *to = '\0';
    for (const char *p = field; p;) {
        size_t at = strlen(to);

        p = xp_field_link(p, &link);
        snprintf(to + at, size - at, "%.*s|%c ", (int)link.url_len, link.url_len ? link.url : "",
                 link.hint ? 'h' : '-');
    }
}

static void test_links(void)
{
    static const char *const CASE[][2] = {
        { "<a>; rel=preload", "a|h " },
        { "<a>;rel=\"x Preconnect\";as=style, <b,c>; rel=next", "a|h b,c|- " },
        { "<a>; title=\"x, <b>; rel=preload\"; rel=author", "a|- " },
        { "<a>; title=\"\\\", <b>; rel=preload\", <c>;rel=dns-prefetch", "a|- c|h " },
        { "<a>; rel=author; rel=preload", "a|- " },
        { "<a>", "a|- " },
        { "<a", "a|- " },
        { "a; rel=preload", "|- " },
        { "<a>; rel=\"preload", "a|h " },
        { "<a>; title=\"open", "a|- " },
        { "<a>; title=\"x\\", "a|- " },
        { "", "|- " },
        { ",,<a>; rel=modulepreload", "a|h " },
        { "<>;rel=preload", "|h " },
        { "<a>;rel=preloader", "a|- " },
    };
    char list[512];

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        char *field = exact(CASE[i][0]);

        link_list(field, list, sizeof list);
        is_str(list, CASE[i][1], "Link: %s", field);
        free(field);
    }
}

/* Random bytes that these grammars like, of every length up to 40, in buffers of exactly that size; and 8 KB of each. */
/* Of the four forms of the status page, in its order, the one that a client gets. */
static const char *best_of(const char *field)
{
    static const char *const FORM[][3] = { { "text/html", NULL, "html" },
                                           { "application/json", NULL, "json" },
                                           { "text/plain", "0.0.4", "text" },
                                           { "application/openmetrics-text", "1.0.0", "open" } };
    const char *best = "none";
    unsigned most = 0;

    for (size_t i = 0; i < sizeof FORM / sizeof *FORM; i++) {
        unsigned how = xp_field_accepts(field, FORM[i][0], FORM[i][1]);

        if (how > most) {
            most = how;
            best = FORM[i][2];
        }
    }
    return best;
}

#define OPEN "application/openmetrics-text"

static const struct {
    const char *field, *best;
} ACCEPTS[] = {
    /* Prometheus 2.5, 2.34, 2.42, 2.53, 3.0 and 3.14, the older ones with protobuf, VictoriaMetrics */
    { OPEN "; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", "text" },
    { OPEN "; version=1.0.0," OPEN "; version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", "open" },
    { OPEN ";version=1.0.0," OPEN ";version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", "open" },
    { OPEN ";version=1.0.0;q=0.5," OPEN ";version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", "open" },
    { OPEN ";version=1.0.0;escaping=allow-utf-8;q=0.6," OPEN ";version=0.0.1;q=0.5,"
           "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
      "open" },
    { "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.5," OPEN
      ";version=1.0.0;escaping=allow-utf-8;q=0.4,*/*;q=0.3",
      "text" },
    { "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6," OPEN
      ";version=1.0.0;q=0.5," OPEN ";version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
      "open" },
    { "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,text/"
      "plain;version=0.0.4;q=0.3",
      "text" },
    { "text/plain;version=0.0.4;q=1,*/*;q=0.1", "text" },
    /* Browsers: Firefox, Chrome, an old WebKit that prefers XML, Internet Explorer; curl; Java; axios */
    { "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html" },
    { "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
      "application/signed-exchange;v=b3;q=0.7",
      "html" },
    { "application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5", "html" },
    { "image/jpeg, application/x-ms-application, image/gif, application/xaml+xml, */*", "html" },
    { "*/*", "html" },
    { "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "html" },
    { "application/json, text/plain, */*", "json" },
    /* Weights */
    { "text/html;q=0.1, application/json;q=0.2", "json" },
    { "text/html;q=0.1, application/json;q=0.10", "html" },
    { "text/html;q=0.123, application/json;q=0.124", "json" },
    { "text/html;q=0.1239, application/json;q=0.1231", "html" },
    { "text/html; Q=0.1, application/json ; q=\"0.2\"", "json" },
    { "text/html;q=0, */*;q=0.1", "json" },
    { "text/html;q=0.000, application/*;q=0, */*;q=0.001", "text" },
    { "*/*;q=0", "none" },
    { "text/html;q=0.5, */*", "json" },
    { "text/html;q=0.5;q=1, application/json;q=0.6", "json" },
    { "text/html;q=0.5;level=\"a, b\", application/json;q=0.6", "json" },
    { "text/html;q=0.5;version=1", "html" },
    /* The more exact range, wherever it stands */
    { "text/*, application/json;q=0.9", "html" },
    { "text/*;q=0.9, text/plain;q=0.2, application/json;q=0.8", "html" },
    { "application/*, application/json;q=0.1", "open" },
    { "application/json;q=0.1, application/*", "open" },
    { "text/plain;q=0.1, text/plain;version=0.0.4;q=0.9, text/html;q=0.5", "text" },
    { "text/plain;version=0.0.4;q=0.1, text/plain;q=0.9, text/html;q=0.5", "html" },
    { "application/json;q=0.2, application/json;q=0.9, text/html;q=0.5", "json" },
    { "text/plain, */*", "text" },
    { "text/*", "html" },
    { "application/*", "json" },
    /* Versions and other parameters */
    { OPEN, "open" },
    { OPEN ";version=0.0.1", "none" },
    { OPEN ";version=1.0.0;charset=utf-8", "open" },
    { OPEN ";charset=utf-8;version=\"1.0.0\"", "open" },
    { OPEN ";VERSION=1.0.0", "open" },
    { OPEN ";version=\"1.0.0", "open" },
    { OPEN ";version=\"1.0.0\\\"\"", "none" },
    { OPEN ";version=1.0", "none" },
    { OPEN ";version=1.0.00", "none" },
    { OPEN ";version", "none" },
    { OPEN ";version=", "none" },
    { OPEN ";x=\";version=2;q=0\"", "open" },
    { OPEN ";x=\"\\\";q=0\"", "open" },
    { "text/html;version=1", "none" },
    { "text/html;level=1", "html" },
    { "TEXT/HTML", "html" },
    /* What is no range, or no weight */
    { "", "none" },
    { " , ,", "none" },
    { "text", "none" },
    { "text/", "none" },
    { "/html", "none" },
    { "/*", "none" },
    { "*/html", "none" },
    { "tex/*", "none" },
    { "text/h*", "none" },
    { "text/html/x", "none" },
    { "text/htmlx", "none" },
    { "text/html;q=", "none" },
    { "text/html;q", "none" },
    { "text/html;q=.", "none" },
    { "text/html;q=1.5", "none" },
    { "text/html;q=2", "none" },
    { "text/html;q=-1", "none" },
    { "text/html;q=0.5x", "none" },
    { "text/html;q=1e9", "none" },
    { "text/html;q=99999999999999999999", "none" },
    { "text/html;q=0.99999999999999999999", "html" },
    { "text/html;;; ;q=0.5;", "html" },
    { "text/html;=;\";", "html" },
    { "text/html;@/()?q=0", "html" },
    { "text/html\x01", "none" },
};

static void test_accepts(void)
{
    for (size_t i = 0; i < sizeof ACCEPTS / sizeof *ACCEPTS; i++) {
        char *field = exact(ACCEPTS[i].field);

        is_str(best_of(field), ACCEPTS[i].best, "Accept: %s", field);
        free(field);
    }
}

static void test_hostile(void)
{
    static const char LIKED[] = "prefetch;prerender=?1,\"\\<>()%@:'- .=rel=preload charset=\x01\xff";
    uint32_t seed = 1;
    char text[8193], list[65536];
    int sum = 0;

    for (unsigned n = 0; n < 60000; n++) {
        size_t len = n % 6000 ? n % 41 : sizeof text - 1;
        const char *label;
        char *copy;

        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = LIKED[(seed >> 16) % (sizeof LIKED - 1)];
        }
        text[len] = '\0';
        copy = exact(text);
        sum += xp_field_all(copy, "prefetch") + xp_field_has(copy, "prefetch") + xp_field_is_token(copy);
        sum += xp_field_purpose(copy, "prefetch;!prerender") + xp_field_is_purpose(copy) + xp_field_is_html(copy);
        sum += xp_field_charset(copy, &label) <= len;
        sum += xp_field_is_item(copy, "prefetch");
        sum += xp_field_accepts(copy, "text/plain", "0.0.4") <= 8004;
        sum += xp_field_tags_without(copy, "-", list, sizeof list) > 0;
        xp_field_accept_unpackable(copy, true, list, sizeof list);
        if (len < 41)
            link_list(copy, list, sizeof list);
        free(copy);
    }
    ok(sum > 0, "60,000 hostile fields");
}

int main(void)
{
    test_lists();
    test_members();
    test_accept();
    test_unpackable();
    test_room();
    test_tags();
    test_tag_lists();
    test_tag_room();
    test_codings();
    test_purpose();
    test_items();
    test_directives();
    test_types();
    test_links();
    test_accepts();
    test_hostile();
    return tap_done();
}
