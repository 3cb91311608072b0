/* own catalogue: charsets. Those in which a byte of ASCII may be half of another character are stripped rightly, those in which a '<' may
 * be anything pass with a reason, and what the page says of itself counts in the standard's order. */
#include "scan_kit.h"

#define HEAD    "<!DOCTYPE html><html><head>"
#define BODY    "</head><body>text "
#define SNIPPET "<script>acme.push('x');</script>"
#define STUB    ACME "<script data-xpurpose=\"acme\">window.acme=window.acme||[];</script>"
#define LOADER  "<script src=\"//cdn.bolt.example/a.js\"></script>"

/* Two bytes, of which the second looks like ASCII. */
#define SJIS_BACKSLASH "\x95\x5C"
#define GBK_BACKSLASH  "\x81\x5C"
#define BIG5_BACKSLASH "\xA5\x5C"
#define SJIS_BACKTICK  "\x83\x60"

static const char CDATA[] = HEAD BODY "<svg><title><![CDATA[\x83]]> " LOADER " ]]>";

static const struct {
    const char *label;
    xp_charset charset;
} LABELS[] = { { "utf-8", XP_CHARSET_ASCII },
               { "UTF8", XP_CHARSET_ASCII },
               { "us-ascii", XP_CHARSET_ASCII },
               { "iso-8859-1", XP_CHARSET_ASCII },
               { "ISO_8859-15", XP_CHARSET_ASCII },
               { "iso8859-2", XP_CHARSET_ASCII },
               { "latin1", XP_CHARSET_ASCII },
               { "windows-1252", XP_CHARSET_ASCII },
               { "windows-1251", XP_CHARSET_ASCII },
               { "cp1250", XP_CHARSET_ASCII },
               { "koi8-r", XP_CHARSET_ASCII },
               { "macintosh", XP_CHARSET_ASCII },
               { "tis-620", XP_CHARSET_ASCII },
               { "euc-jp", XP_CHARSET_ASCII },
               { "Shift_JIS", XP_CHARSET_DOUBLEBYTE },
               { "sjis", XP_CHARSET_DOUBLEBYTE },
               { "windows-31j", XP_CHARSET_DOUBLEBYTE },
               { "gbk", XP_CHARSET_DOUBLEBYTE },
               { "gb2312", XP_CHARSET_DOUBLEBYTE },
               { "GB18030", XP_CHARSET_DOUBLEBYTE },
               { "big5", XP_CHARSET_DOUBLEBYTE },
               { "Big5-HKSCS", XP_CHARSET_DOUBLEBYTE },
               { "euc-kr", XP_CHARSET_DOUBLEBYTE },
               { "ks_c_5601-1987", XP_CHARSET_DOUBLEBYTE },
               { "windows-949", XP_CHARSET_DOUBLEBYTE },
               { "utf-16", XP_CHARSET_UNSAFE },
               { "UTF-16LE", XP_CHARSET_UNSAFE },
               { "utf-32", XP_CHARSET_UNSAFE },
               { "utf-7", XP_CHARSET_UNSAFE },
               { "iso-2022-jp", XP_CHARSET_UNSAFE },
               { "ISO-2022-KR", XP_CHARSET_UNSAFE },
               { "csiso2022jp", XP_CHARSET_UNSAFE },
               { "hz-gb-2312", XP_CHARSET_UNSAFE },
               { "unicode11utf8", XP_CHARSET_ASCII },
               { "cp819", XP_CHARSET_ASCII },
               { "ISO_8859-9:1989", XP_CHARSET_ASCII },
               { "x-user-defined", XP_CHARSET_ASCII },
               { "iso-ir-149", XP_CHARSET_DOUBLEBYTE },
               { "csksc56011987", XP_CHARSET_DOUBLEBYTE },
               { "utf-8/", XP_CHARSET_UNKNOWN },
               { "utf-8;", XP_CHARSET_UNKNOWN },
               { "utf-", XP_CHARSET_UNKNOWN },
               { "gb18030/", XP_CHARSET_UNKNOWN },
               { "windows-125", XP_CHARSET_UNKNOWN },
               { "latin1 latin1", XP_CHARSET_UNKNOWN },
               { "no-such-charset", XP_CHARSET_UNKNOWN },
               { "", XP_CHARSET_UNKNOWN } };

#define PAGE_CASE(name, label, page, want)                                                                             \
    {                                                                                                                  \
        name, label, page, sizeof page - 1, want, sizeof want - 1                                                      \
    }
#define SAME_CASE(name, label, page)                                                                                   \
    {                                                                                                                  \
        name, label, page, sizeof page - 1, page, sizeof page - 1                                                      \
    }

static const struct {
    const char *name, *label; /* the label of Content-Type, or NULL */
    const char *page;
    size_t len;
    const char *want;
    size_t want_len;
} STRIPPED[] = {
    PAGE_CASE("UTF-8", "utf-8", HEAD BODY "\xE6\x97\xA5<b title='\xE6\x9C\xAC'>" SNIPPET,
              HEAD BODY "\xE6\x97\xA5<b title='\xE6\x9C\xAC'>" STUB),
    PAGE_CASE("ISO-8859-1", "iso-8859-1", HEAD BODY "caf\xE9" SNIPPET, HEAD BODY "caf\xE9" STUB),
    PAGE_CASE("windows-1251", "windows-1251", HEAD BODY "\xCF\xF0\xE8\xE2\xE5\xF2" SNIPPET,
              HEAD BODY "\xCF\xF0\xE8\xE2\xE5\xF2" STUB),
    PAGE_CASE("nothing said", NULL, HEAD BODY "\xE9" LOADER, HEAD BODY "\xE9" BOLT),
    PAGE_CASE("Shift_JIS: a backslash in an attribute", "Shift_JIS", HEAD BODY "<b title='" SJIS_BACKSLASH "'>" SNIPPET,
              HEAD BODY "<b title='" SJIS_BACKSLASH "'>" STUB),
    PAGE_CASE("... in a string of a snippet", "Shift_JIS",
              HEAD BODY "<script>acme.push('" SJIS_BACKSLASH "');</script>b", HEAD BODY STUB "b"),
    PAGE_CASE("... said by a meta", NULL,
              HEAD "<meta charset=shift_jis>" BODY "<script>acme.push('" SJIS_BACKSLASH "');</script>b",
              HEAD "<meta charset=shift_jis>" BODY STUB "b"),
    SAME_CASE("... which in another charset is no string", "utf-8",
              HEAD BODY "<script>acme.push('" SJIS_BACKSLASH "');</script>b"),
    PAGE_CASE("Shift_JIS: a backtick", "Shift_JIS", HEAD BODY "<script>acme.push('" SJIS_BACKTICK "');</script>" LOADER,
              HEAD BODY STUB BOLT),
    PAGE_CASE("Shift_JIS: half a character before a tag", "Shift_JIS", HEAD BODY "\x95<b>" SNIPPET,
              HEAD BODY "\x95<b>" STUB),
    PAGE_CASE("GBK", "gbk", HEAD BODY GBK_BACKSLASH "<script>acme.push('" GBK_BACKSLASH "');</script>b",
              HEAD BODY GBK_BACKSLASH STUB "b"),
    PAGE_CASE("GB18030, four bytes", "gb18030",
              HEAD BODY "\x81\x30\x81\x30<script>acme.push('\x81\x30\x81\x30');</script>b",
              HEAD BODY "\x81\x30\x81\x30" STUB "b"),
    PAGE_CASE("Big5", "big5", HEAD BODY BIG5_BACKSLASH "<script>acme.push('\xA4\x48');</script>b",
              HEAD BODY BIG5_BACKSLASH STUB "b"),
    SAME_CASE("... where Shift_JIS would read something else, there is doubt", "big5",
              HEAD BODY "<script>acme.push('" BIG5_BACKSLASH "');</script>b"),
    PAGE_CASE("EUC-JP", "euc-jp", HEAD BODY "\xC6\xFC\xCB\xDC" SNIPPET, HEAD BODY "\xC6\xFC\xCB\xDC" STUB),
    PAGE_CASE("EUC-KR", "euc-kr", HEAD BODY "\xC7\xD1\x81\x41" SNIPPET, HEAD BODY "\xC7\xD1\x81\x41" STUB),
    PAGE_CASE("a letter that is half of a character is no attribute's first", "Shift_JIS",
              HEAD BODY "<script \x83src=//cdn.bolt.example/a.js></script>" LOADER,
              HEAD BODY "<script \x83src=//cdn.bolt.example/a.js></script>" BOLT),
    SAME_CASE("a CDATA section that is none", "Shift_JIS", HEAD BODY "<![CDATA[\x83]]" LOADER ">"),
    PAGE_CASE("a byte order mark of UTF-8", NULL, "\xEF\xBB\xBF" HEAD BODY SNIPPET, "\xEF\xBB\xBF" HEAD BODY STUB),
    PAGE_CASE("... which outranks a meta", NULL, "\xEF\xBB\xBF" HEAD "<meta charset=iso-2022-jp>" BODY SNIPPET,
              "\xEF\xBB\xBF" HEAD "<meta charset=iso-2022-jp>" BODY STUB),
    PAGE_CASE("the header outranks a meta", "utf-8", HEAD "<meta charset=iso-2022-jp>" BODY SNIPPET,
              HEAD "<meta charset=iso-2022-jp>" BODY STUB),
    PAGE_CASE("the first meta counts", NULL, HEAD "<meta charset=utf-8><meta charset=iso-2022-jp>" BODY SNIPPET,
              HEAD "<meta charset=utf-8><meta charset=iso-2022-jp>" BODY STUB),
    PAGE_CASE("a meta that says UTF-16 cannot be right", NULL, HEAD "<meta charset=utf-16>" BODY SNIPPET,
              HEAD "<meta charset=utf-16>" BODY STUB),
    PAGE_CASE("a content type in a meta", NULL,
              HEAD "<meta http-equiv=Content-Type content=\"text/html; charset = 'utf-8'\">" BODY "\x1B" SNIPPET,
              HEAD "<meta http-equiv=Content-Type content=\"text/html; charset = 'utf-8'\">" BODY "\x1B" STUB),
    PAGE_CASE("a content that names none", NULL,
              HEAD "<meta http-equiv=content-type content='charset utf-8=charse='>" BODY LOADER,
              HEAD "<meta http-equiv=content-type content='charset utf-8=charse='>" BODY BOLT),
    PAGE_CASE("an escape byte where a charset was declared", "iso-8859-1", HEAD BODY "\x1B$B" SNIPPET,
              HEAD BODY "\x1B$B" STUB),
};

static const struct {
    const char *name, *label;
    const char *page;
    size_t len;
    const char *want;
    size_t want_len;
} PASSED[] = {
    SAME_CASE("UTF-16 by header", "utf-16", HEAD BODY SNIPPET),
    SAME_CASE("ISO-2022-JP by header", "iso-2022-jp", HEAD BODY SNIPPET),
    SAME_CASE("HZ by header", "hz-gb-2312", HEAD BODY "~{<:Ky2;NpJ)~}" SNIPPET),
    SAME_CASE("UTF-7 by header", "utf-7", HEAD BODY "+ADw-script+AD4-" SNIPPET),
    SAME_CASE("UTF-16 by byte order mark, big end first", NULL, "\xFE\xFF\0<\0s\0c\0r\0i\0p\0t\0>" SNIPPET),
    SAME_CASE("UTF-16 by byte order mark, little end first", NULL, "\xFF\xFE<\0s\0c\0r\0i\0p\0t\0>\0" SNIPPET),
    SAME_CASE("... which outranks the header", "utf-8", "\xFF\xFE" SNIPPET),
    SAME_CASE("UTF-32 by byte order mark", NULL, "\xFF\xFE\0\0" SNIPPET),
    SAME_CASE("... big end first", NULL, "\0\0\xFE\xFF" SNIPPET),
    SAME_CASE("ISO-2022-JP by meta", NULL, HEAD "<meta charset=\"ISO-2022-JP\">" BODY SNIPPET),
    SAME_CASE("... by a content type in a meta", NULL,
              HEAD "<meta content=\"text/html;charset=iso-2022-kr\" http-equiv=\"content-type\">" BODY SNIPPET),
    SAME_CASE(
        "... that says more than one thing", NULL,
        HEAD
        "<meta http-equiv=content-type content='a=b;charset;=charset CharSet\n =\t\"iso-2022-jp\" charset=utf-8'>" BODY
            SNIPPET),
    SAME_CASE("... at its beginning and end", NULL,
              HEAD "<meta http-equiv=content-type content=charset=iso-2022-jp>" BODY SNIPPET),
    SAME_CASE("HZ by meta", NULL, HEAD "<meta charset=hz-gb-2312>" BODY SNIPPET),
    SAME_CASE("UTF-7 by meta", NULL, HEAD "<meta charset=utf-7>" BODY SNIPPET),
    SAME_CASE("an escape sequence where nothing was declared", NULL, HEAD BODY "\x1B$B" SNIPPET),
    SAME_CASE("... and what is declared later comes too late", NULL, HEAD "\x1B$B<meta charset=utf-8>" BODY SNIPPET),
    SAME_CASE("... in a script", NULL, HEAD BODY "<script>acme.push('\x1B$B');</script>"),
    PAGE_CASE("... and what went before is gone", NULL, HEAD BODY LOADER "\x1B$B" LOADER,
              HEAD BODY BOLT "\x1B$B" LOADER),
};

static void run(const char *name, const char *label, const char *page, size_t len, const char *want, size_t want_len,
                xp_reason reason)
{
    static kit whole, pieces;
    int bad = 0;

    kit_set(&whole);
    kit_set(&pieces);
    whole.options.charset = pieces.options.charset = label ? xp_charset_of(label, strlen(label)) : XP_CHARSET_UNKNOWN;
    kit_run(&whole, page, len, len, len);
    is_mem(whole.out, whole.out_len, want, want_len, "%s", name);
    ok(!whole.broken && whole.reason == reason, "... with the reason");
    for (size_t a = 0; a <= len; a++) {
        kit_run(&pieces, page, len, a, a);
        bad += !kit_same(&whole, &pieces);
    }
    kit_run_bytes(&pieces, page, len, 1);
    bad += !kit_same(&whole, &pieces);
    is_int(bad, 0, "I1: ... wherever it is cut");
}

int main(void)
{
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        is_int(xp_charset_of(LABELS[i].label, strlen(LABELS[i].label)), LABELS[i].charset, "the label '%s'",
               LABELS[i].label);
    for (size_t i = 0; i < sizeof STRIPPED / sizeof *STRIPPED; i++)
        run(STRIPPED[i].name, STRIPPED[i].label, STRIPPED[i].page, STRIPPED[i].len, STRIPPED[i].want,
            STRIPPED[i].want_len, XP_REASON_NONE);
    for (size_t i = 0; i < sizeof PASSED / sizeof *PASSED; i++)
        run(PASSED[i].name, PASSED[i].label, PASSED[i].page, PASSED[i].len, PASSED[i].want, PASSED[i].want_len,
            XP_REASON_CHARSET);
    run("Shift_JIS: a bracket that is half of a character ends no CDATA section", "Shift_JIS", CDATA, sizeof CDATA - 1,
        CDATA, sizeof CDATA - 1, XP_REASON_AMBIGUOUS);
    return tap_done();
}
