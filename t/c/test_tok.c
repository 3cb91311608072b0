/* The tokenizer against the standard, state by state, and the names that it looks up.
 *
 * Each case is read in one piece, cut in two at every byte, and byte by byte, every piece a copy of exactly its size, with and
 * without the short cut for tags that decide nothing. A small sink plays the tree builder: it knows which elements hold raw text, and
 * that CDATA sections exist within svg.
 */
#include "../../engine/html/xp_tok.h"

#include "tap.h"

enum { LOG_MAX = 8192 };

typedef struct {
    xp_tok tok;
    char value[XP_VALUE_MAX];
    char log[LOG_MAX], attrs[4 * XP_VALUE_MAX];
    size_t len, nattrs;
    bool in_text;
    int svg;
    const char *page;
    size_t page_len;
    uint64_t last; /* where the last token ended */
    bool wrong;    /* a token that does not stand where it says */
} reader;

static void put(reader *r, const char *text, size_t len)
{
    if (r->len + len < LOG_MAX) {
        memcpy(r->log + r->len, text, len);
        r->len += len;
    }
}

static void put_text(reader *r, const char *text)
{
    put(r, text, strlen(text));
}

static void end_of_text(reader *r)
{
    if (r->in_text)
        put_text(r, "]");
    r->in_text = false;
}

static void check_place(reader *r, uint64_t end)
{
    r->wrong = r->wrong || r->tok.from < r->last || end <= r->tok.from || end > r->page_len ||
               r->page[r->tok.from] != '<' || r->page[end - 1] != '>';
    r->last = end;
}

static void on_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    static const char *const NAMES[XP_AT_COUNT] = { "?",         "src",     "href",    "xlink",      "late-src",
                                                    "late-href", "srcset",  "rel",     "type",       "language",
                                                    "nonce",     "charset", "content", "http-equiv", "encoding",
                                                    "font",      "class",   "ours",    "data" };
    reader *r = ctx;
    char *at = r->attrs + r->nattrs;

    if (r->nattrs + len + 32 >= sizeof r->attrs)
        return;
    if (r->tok.asks)
        at += sprintf(at, " %.*s=", (int)r->tok.named_len, r->tok.name_at);
    else
        at += sprintf(at, " %s=", NAMES[attr]);
    memcpy(at, value, len);
    at += len;
    at += sprintf(at, "%s", cut ? "..." : "");
    r->nattrs = (size_t)(at - r->attrs);
}

/* A name that was longer than any of ours has '+' behind what was kept of it. */
static void put_name(reader *r)
{
    bool longer = r->tok.name_len > XP_NAME_MAX;

    put(r, r->tok.name, longer ? XP_NAME_MAX : r->tok.name_len);
    put_text(r, r->tok.name[XP_NAME_MAX] ? "!" : longer ? "+" : ""); /* the padding's last byte is nobody's */
}

static xp_model on_start(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    reader *r = ctx;
    unsigned flags = xp_element_flags(el);

    end_of_text(r);
    check_place(r, end);
    put_text(r, "<");
    put_name(r);
    put(r, r->attrs, r->nattrs);
    r->nattrs = 0;
    put_text(r, self_closing ? "/>" : ">");
    r->svg += el == XP_EL_SVG && !self_closing;
    if (r->svg)
        return XP_MODEL_DATA;
    if (el == XP_EL_SCRIPT)
        return XP_MODEL_SCRIPT;
    if (el == XP_EL_PLAINTEXT)
        return XP_MODEL_PLAINTEXT;
    return flags & XP_F_RCDATA ? XP_MODEL_RCDATA : flags & XP_F_RAWTEXT ? XP_MODEL_RAWTEXT : XP_MODEL_DATA;
}

static void on_end(void *ctx, xp_element el, uint64_t end)
{
    reader *r = ctx;

    end_of_text(r);
    check_place(r, end);
    put_text(r, "</");
    put_name(r);
    put_text(r, r->nattrs ? " with attributes>" : ">");
    r->svg -= el == XP_EL_SVG && r->svg;
}

static void on_comment(void *ctx, const char *text, size_t len, uint64_t end)
{
    reader *r = ctx;

    end_of_text(r);
    check_place(r, end);
    put_text(r, "<!--");
    put(r, text, len);
    put_text(r, "-->");
}

static void on_text(void *ctx, const char *text, size_t len)
{
    reader *r = ctx;

    if (!r->in_text)
        put_text(r, "[");
    r->in_text = true;
    put(r, text, len);
}

static bool on_foreign(void *ctx)
{
    const reader *r = ctx;

    return r->svg > 0;
}

static void begin(reader *r, const char *page, size_t len, bool all)
{
    static const xp_sink SINK = { on_attr, on_start, on_end, on_comment, on_text, on_foreign };

    memset(r, 0, sizeof *r);
    r->page = page;
    r->page_len = len;
    xp_tok_init(&r->tok, &SINK, r, r->value, 0);
    r->tok.all_tags = r->tok.see_text = all;
    r->tok.see_raw = true;
}

static void feed(reader *r, const char *bytes, size_t len)
{
    char *copy = tap_copy(bytes, len);

    xp_tok_feed(&r->tok, copy, len);
    free(copy);
}

static const char *finish(reader *r)
{
    end_of_text(r);
    put(r, "", 1);
    return r->log;
}

/* ---- The cases -------------------------------------------------------------------------------------------------------------- */

/* What is read from a page: <name attributes>, </name>, <!--comment-->, [text]. Of attributes only those that the engine reads are
 * told, and only on elements where they matter. A token that the end of the page cuts short is none. */
typedef struct {
    const char *page, *want;
} tok_case;

static const tok_case CASES[] = {
    /* 13.2.5.1 data, 13.2.5.6 tag open */
    { "", "" },
    { "text", "[text]" },
    { "a<b", "[a]" },
    { "a<", "[a]" },
    { "a < b <> <1>", "[a < b <> <1>]" },
    { "<<b>", "[<]<b>" },
    { "<\xC3\xA9>", "[<\xC3\xA9>]" },
    { "&lt;b>", "[&lt;b>]" },
    { "<?php echo '>' ?>", "<!---->[' ?>]" },
    { "<?xml version='1.0'?><b>", "<!----><b>" },

    /* 13.2.5.7 end tag open */
    { "a</", "[a]" },
    { "a</>b", "[ab]" },
    { "</ b>c", "<!---->[c]" },
    { "</1>c", "<!---->[c]" },
    { "</b", "" },

    /* 13.2.5.8 tag name */
    { "<B><Div></DIV>", "<b><div></div>" },
    { "<b\n><b\t><b\f><b\r><b ><b/>", "<b><b><b><b><b><b/>" },
    { "<a-b:c.d_1>", "<a-b:c.d_1>" },
    { "<scr<ipt>x</script>", "<scr<ipt>[x]</script>" },
    { "<abcdefghijklmnopqrstuvW>", "<abcdefghijklmnopqrstuvw>" },
    { "<abcdefghijklmnopqrstuvwx>", "<abcdefghijklmnopqrstuvw+>" },
    { "</abcdefghijklmnopqrstuvwxyzabcdefghijklmno x>", "</abcdefghijklmnopqrstuvw+>" },
    { "</div x=\"a>b\" y='>' z=>t", "</div>[t]" },
    { "</script src=x>t", "</script>[t]" },

    /* 13.2.5.32 before attribute name, 33 attribute name, 34 after attribute name */
    { "<img src=a>", "<img src=a>" },
    { "<img SRC=a>", "<img src=a>" },
    { "<img  src  =  a  >", "<img src=a>" },
    { "<img\nsrc\n=\n'a'\n>", "<img src=a>" },
    { "<img\rsrc\r=\ra>", "<img src=a>" },
    { "<img/src=a>", "<img src=a>" },
    { "<img//src=a//>", "<img src=a//>" },
    { "<img / src=a />", "<img src=a/>" },
    { "<img / src=a / >", "<img src=a>" },
    { "<img src>", "<img src=>" },
    { "<img src/>", "<img src=/>" },
    { "<img src alt>", "<img src=>" },
    { "<img src=>", "<img src=>" },
    { "<img src= >", "<img src=>" },
    { "<img =src=a>", "<img>" },
    { "<img ==src=a>", "<img>" },
    { "<img =>t", "<img>[t]" },
    { "<img = >t", "<img>[t]" },
    { "<img src==a>", "<img src==a>" },
    { "<img src<=a>", "<img>" },
    { "<img \"src=a>t", "<img>[t]" },
    { "<img 'src'=a>t", "<img>[t]" },
    { "<img x'y=\"a>b\">t", "<img>[t]" },
    { "<img src=a src=b>", "<img src=a>" },
    { "<img src src=b>", "<img src=>" },
    { "<img Src=a sRC=b>", "<img src=a>" },
    { "<img data-src=a data-lazy-src=b>", "<img late-src=a late-src=b>" },
    { "<img s\xC3rc=a>", "<img>" },
    { "<a src=x>", "<a>" },
    { "<img abcdefghijklmnopqrstuvwxyzabcdefghijk=\"a>b\">t", "<img>[t]" },

    /* 13.2.5.35 before attribute value, 36 to 38 attribute values, 39 after attribute value (quoted) */
    { "<img src=\"a>b\">t", "<img src=a>b>[t]" },
    { "<img src='a>\"b'>t", "<img src=a>\"b>[t]" },
    { "<img src=\"a'b\">", "<img src=a'b>" },
    { "<img src=a'b\"c`d<e=f>t", "<img src=a'b\"c`d<e=f>[t]" },
    { "<img src=a/>t", "<img src=a/>[t]" },
    { "<img src=a/b/ >t", "<img src=a/b/>[t]" },
    { "<img src=\"a\"rel='b'type=c>", "<img src=a rel=b type=c>" },
    { "<img src=\"a\"/>", "<img src=a/>" },
    { "<img src=\"a\"=b>t", "<img src=a>[t]" },
    { "<img src=\"a\"\">\">t", "<img src=a>[\">t]" },
    { "<img src=\"a<b>c</b>\">t", "<img src=a<b>c</b>>[t]" },
    { "<img src=\"a\nb\">", "<img src=a\nb>" },
    { "<img src=\"", "" },
    { "<img src=\">", "" },
    { "<img src='a", "" },
    { "<img src=a", "" },
    { "<img src", "" },
    { "<img ", "" },
    { "<div title=\"x", "" },
    { "<div a='b'c=\"d\"e>t", "<div>[t]" },
    { "<div a=b=\"c>d\">t", "<div>[d\">t]" },
    { "<div a = \"b>c\" >t", "<div>[t]" },
    { "<div a= 'b>c'>t", "<div>[t]" },
    { "<div a\n=\"b>c\">t", "<div>[t]" },
    { "<div \"a>b\">t", "<div>[b\">t]" },
    { "<div ='a>b'>t", "<div>[b'>t]" },
    { "<div a-='b>c'>t", "<div>[t]" },
    { "<div a/='b>c'>t", "<div>[c'>t]" },
    { "<div a=''b>t", "<div>[t]" },

    /* 13.2.5.40 self-closing start tag */
    { "<br/ >", "<br>" },
    { "<br/a>", "<br>" },
    { "<br/", "" },
    { "<script/>alert(1)</script>", "<script/>[alert(1)]</script>" },

    /* 13.2.5.72 to 80 character references in the values that are judged */
    { "<img src=&#47;&#x2f;a&#X2F>", "<img src=//a/>" },
    { "<img src=a&amp;b&ampc&amp=d&amp>", "<img src=a&b&ampc&amp=d&>" },
    { "<img src='&sol;&colon;&period;'>", "<img src=/:.>" },
    { "<img src='&#0;&#128512;&#x110000;&#99999999999;'>", "<img src=\xFF\xFF\xFF\xFF>" },
    { "<img src='&#;&#x;&#xg;&;&'>", "<img src=&#;&#x;&#xg;&;&>" },
    { "<img src='&eacute;&nosuch;'>", "<img src=&eacute;&nosuch;>" },
    { "<img src='&quot;>'>t", "<img src=\">>[t]" },

    /* 13.2.5.42 markup declaration open, 41 bogus comment */
    { "<!>a", "<!---->[a]" },
    { "<!-", "" },
    { "<!->a", "<!---->[a]" },
    { "<!x>a", "<!---->[a]" },
    { "<!doctypehtml>a", "[a]" },
    { "<!DocType>a", "[a]" },
    { "<!doctyp e>a", "<!---->[a]" },
    { "<![CDATA[a>b]]>c", "<!---->[b]]>c]" },
    { "<!ELEMENT br EMPTY>a", "<!---->[a]" },

    /* 13.2.5.43 to 52 comments */
    { "<!---->a", "<!---->[a]" },
    { "<!-->a", "<!---->[a]" },
    { "<!--->a", "<!---->[a]" },
    { "<!-- b -->a", "<!-- b -->[a]" },
    { "<!--b--!>a", "<!--b-->[a]" },
    { "<!--b--!a-->c", "<!--ba-->[c]" },
    { "<!--b--!-->c", "<!--b-->[c]" },
    { "<!--b--!--!>c", "<!--b-->[c]" },
    { "<!--b--- >c-->d", "<!--b >c-->[d]" },
    { "<!--b--->c", "<!--b-->[c]" },
    { "<!------>c", "<!---->[c]" },
    { "<!----!>c", "<!---->[c]" },
    { "<!--->-->c", "<!---->[-->c]" },
    { "<!--b->c-->d", "<!--b->c-->[d]" },
    { "<!--b-- >c-->d", "<!--b >c-->[d]" },
    { "<!--<!-->c", "<!--<!-->[c]" },
    { "<!--<!--->c", "<!--<!-->[c]" },
    { "<!--<!-- -->c", "<!--<! -->[c]" },
    { "<!--<!>c-->d", "<!--<!>c-->[d]" },
    { "<!--<!->c-->d", "<!--<!->c-->[d]" },
    { "<!--<<!-->c", "<!--<<!-->[c]" },
    { "<!--<script>--></script>", "<!--<script>--></script>" },
    { "<!-- <b", "" },
    { "<!--b--", "" },
    { "<!--b--!", "" },

    /* 13.2.5.53 to 68 DOCTYPE */
    { "<!DOCTYPE html PUBLIC \"a>b\" 'c'>d", "[b\" 'c'>d]" },
    { "<!DOCTYPE html SYSTEM 'a\"b'>d", "[d]" },
    { "<!DOCTYPE html [ <!ENTITY a> ]>d", "[ ]>d]" },
    { "<!DOCTYPE html", "" },

    /* 13.2.5.69 to 71 CDATA sections, within foreign content only */
    { "<svg><![CDATA[<b>]]></svg>", "<svg></svg>" },
    { "<svg><![CDATA[a]]b]>c]]]]>d</svg>", "<svg>[d]</svg>" },
    { "<svg><![CDATA[]]></svg>", "<svg></svg>" },
    { "<svg><![cdata[a>b]]></svg>", "<svg><!---->[b]]>]</svg>" },
    { "<svg><![CDATAa>b</svg>", "<svg><!---->[b]</svg>" },
    { "<svg></svg><![CDATA[<b>]]>", "<svg></svg><!---->[]]>]" },
    { "<svg><![CDATA[ </svg>", "<svg>" },

    /* 13.2.5.2 RCDATA, 9 to 11 */
    { "<title>a<b>&lt;</title>c", "<title>[a<b>&lt;]</title>[c]" },
    { "<title>a</titl></titles></ title></title>b", "<title>[a</titl></titles></ title>]</title>[b]" },
    { "<title></TITLE\n>b", "<title></title>[b]" },
    { "<title></title/>b", "<title></title>[b]" },
    { "<title></title x='>'>b", "<title></title>[b]" },
    { "<title></</title>b", "<title>[</]</title>[b]" },
    { "<title></t</title>b", "<title>[</t]</title>[b]" },
    { "<title><</title>b", "<title>[<]</title>[b]" },
    { "<title><!--</title>-->", "<title>[<!--]</title>[-->]" },
    { "<title>a</title", "<title>[a]" },
    { "<title>a</titl", "<title>[a]" },
    { "<textarea>\na</textarea>b", "<textarea>[\na]</textarea>[b]" },
    { "<title>a</title\0>b</title>", "<title>[a]" },

    /* 13.2.5.3 RAWTEXT, 12 to 14 */
    { "<style>a</b></style>c", "<style>[a</b>]</style>[c]" },
    { "<style><!--</style>-->c", "<style>[<!--]</style>[-->c]" },
    { "<xmp></xm></xmp>", "<xmp>[</xm>]</xmp>" },
    { "<iframe><script></iframe>a", "<iframe>[<script>]</iframe>[a]" },
    { "<noembed></iframe></noembed>a", "<noembed>[</iframe>]</noembed>[a]" },
    { "<noframes><p></noframes>a", "<noframes>[<p>]</noframes>[a]" },
    { "<noscript><p></noscript>a", "<noscript>[<p>]</noscript>[a]" },

    /* 13.2.5.5 PLAINTEXT */
    { "<plaintext><b></plaintext>", "<plaintext>[<b></plaintext>]" },

    /* 13.2.5.4 script data, 15 to 17 */
    { "<script>a<b</script>c", "<script>[a<b]</script>[c]" },
    { "<script>a</b></script>c", "<script>[a</b>]</script>[c]" },
    { "<script>'<scr'+'ipt>'</script>c", "<script>['<scr'+'ipt>']</script>[c]" },
    { "<script></scrip></scripts></script>c", "<script>[</scrip></scripts>]</script>[c]" },
    { "<script>a</SCRIPT >c", "<script>[a]</script>[c]" },
    { "<script>a</script/>c", "<script>[a]</script>[c]" },
    { "<script>a</script x=\"</script>\">c", "<script>[a]</script>[c]" },
    { "<script>a</script", "<script>[a]" },
    { "<script>a<", "<script>[a]" },
    { "<script>a<!", "<script>[a<!]" },
    { "<script><</script>c", "<script>[<]</script>[c]" },
    { "<script></<</script>c", "<script>[</<]</script>[c]" },

    /* 13.2.5.18 and 19 script data escape start, 20 to 25 escaped */
    { "<script><!-</script>c", "<script>[<!-]</script>[c]" },
    { "<script><!a</script>c", "<script>[<!a]</script>[c]" },
    { "<script><!-a<script></script>c", "<script>[<!-a<script>]</script>[c]" },
    { "<script><!--</script>c", "<script>[<!--]</script>[c]" },
    { "<script><!-- a //--></script>c", "<script>[<!-- a //-->]</script>[c]" },
    { "<script><!--></script>c", "<script>[<!-->]</script>[c]" },
    { "<script><!--><script></script>c", "<script>[<!--><script>]</script>[c]" },
    { "<script><!---></script>c", "<script>[<!--->]</script>[c]" },
    { "<script><!--<</script>c", "<script>[<!--<]</script>[c]" },
    { "<script><!--a-b--c</b></script>d", "<script>[<!--a-b--c</b>]</script>[d]" },
    { "<script><!--</scrip</script>c", "<script>[<!--</scrip]</script>[c]" },
    { "<script><!--</x<script></script>c</script>d", "<script>[<!--</x<script></script>c]</script>[d]" },
    { "<script><!--a", "<script>[<!--a]" },

    /* 13.2.5.26 script data double escape start, 27 to 31 double escaped */
    { "<script><!--<script></script>c</script>d", "<script>[<!--<script></script>c]</script>[d]" },
    { "<script><!--<script>--></script>d", "<script>[<!--<script>-->]</script>[d]" },
    { "<script><!--<SCRIPT/a</sCript/></script>d", "<script>[<!--<SCRIPT/a</sCript/>]</script>[d]" },
    { "<script><!--<scripts></script>d", "<script>[<!--<scripts>]</script>[d]" },
    { "<script><!--<scrip></script>d", "<script>[<!--<scrip>]</script>[d]" },
    { "<script><!--<scriptscript ></script>d", "<script>[<!--<scriptscript >]</script>[d]" },
    { "<script><!--<script ><script></script></script>d", "<script>[<!--<script ><script></script>]</script>[d]" },
    { "<script><!--<script></scrip></script></script>d", "<script>[<!--<script></scrip></script>]</script>[d]" },
    { "<script><!--<script></ script></script></script>d", "<script>[<!--<script></ script></script>]</script>[d]" },
    { "<script><!--<script>-</script>-</script>d", "<script>[<!--<script>-</script>-]</script>[d]" },
    { "<script><!--<script>--</script></script>d", "<script>[<!--<script>--</script>]</script>[d]" },
    { "<script><!--<script>---></script>d", "<script>[<!--<script>--->]</script>[d]" },
    { "<script><!--<script>-<-</script></script>d", "<script>[<!--<script>-<-</script>]</script>[d]" },
    { "<script><!--<a<script></script></script>d", "<script>[<!--<a<script></script>]</script>[d]" },
    { "<script><!--<script></script><script></script></script>d",
      "<script>[<!--<script></script><script></script>]</script>[d]" },
    { "<script><!--<script></script", "<script>[<!--<script></script]" },
    /* … of which nothing may be left over for the next raw text */
    { "<script><!--</script><title></x<script></title>d", "<script>[<!--]</script><title>[</x<script>]</title>[d]" },
    { "<script><!--</script><script></x<script></script>d",
      "<script>[<!--]</script><script>[</x<script>]</script>[d]" },

    /* CR, LF, and what is no space */
    { "<img\vsrc=a>", "<img\vsrc=a>" },
    { "<img\xC2\xA0src=a>", "<img\xC2\xA0src=a>" },
    { "<script>a</script\v></script>", "<script>[a</script\v>]</script>" },
    { "<script>a</script\f>c", "<script>[a]</script>[c]" },
    { "<script>a</script\r\n>c", "<script>[a]</script>[c]" },
};

/* NULs are bytes like others, but no name of ours has one. */
static const struct {
    const char *page;
    size_t len;
    const char *want;
    size_t want_len;
} NUL_CASES[] = {
#define NUL_CASE(page, want)                                                                                           \
    {                                                                                                                  \
        page, sizeof page - 1, want, sizeof want - 1                                                                   \
    }
    NUL_CASE("a\0b<b>", "[a\0b]<b>"),
    NUL_CASE("<\0b>", "[<\0b>]"),
    NUL_CASE("<script\0>a<b></b>", "<script\0>[a]<b></b>"),
    NUL_CASE("<img src=a\0b>", "<img src=a\0b>"),
    NUL_CASE("<img src\0=a>", "<img>"),
    NUL_CASE("<img\0src=a>", "<img\0src=a>"),
    NUL_CASE("<!--a\0b-->", "<!--a\0b-->"),
    NUL_CASE("<script>a\0</script>", "<script>[a\0]</script>"),
    NUL_CASE("<script>a</script\0></script>", "<script>[a</script\0>]</script>"),
    NUL_CASE("</\0>", "<!---->"),
#undef NUL_CASE
};

/* ---- Running them -------------------------------------------------------------------------------------------------------------- */

static size_t read_cut(reader *r, const char *page, size_t len, size_t cut, bool all)
{
    begin(r, page, len, all);
    feed(r, page, cut);
    feed(r, page + cut, len - cut);
    finish(r);
    return r->len - 1;
}

static size_t read_bytes(reader *r, const char *page, size_t len, bool all)
{
    begin(r, page, len, all);
    for (size_t i = 0; i < len; i++)
        feed(r, page + i, 1);
    finish(r);
    return r->len - 1;
}

static void run(const char *page, size_t len, const char *want, size_t want_len)
{
    static reader r, hot;
    size_t got = read_cut(&r, page, len, 0, true), hot_len;
    int bad = 0;

    is_mem(r.log, got, want, want_len, "%s", len ? page : "nothing at all");
    ok(!r.wrong, "... and its tokens stand where they say");
    for (size_t cut = 1; cut < len; cut++) {
        got = read_cut(&r, page, len, cut, true);
        bad += r.wrong || got != want_len || memcmp(r.log, want, want_len) != 0;
    }
    got = read_bytes(&r, page, len, true);
    bad += r.wrong || got != want_len || memcmp(r.log, want, want_len) != 0;
    is_int(bad, 0, "... the same wherever it is cut");

    /* Of hot tags and raw text alone, the same is seen with the short cut (in one piece) and without it (byte by byte). */
    bad = 0;
    hot_len = read_cut(&hot, page, len, 0, false);
    for (size_t cut = 1; cut < len; cut++)
        bad += read_cut(&r, page, len, cut, false) != hot_len || memcmp(r.log, hot.log, hot_len) != 0;
    bad += read_bytes(&r, page, len, false) != hot_len || memcmp(r.log, hot.log, hot_len) != 0;
    is_int(bad, 0, "... and the short cut changes nothing");
}

/* ---- Names ---------------------------------------------------------------------------------------------------------------------- */

static void test_names(void)
{
    int lost = 0, confused = 0;

    for (int el = 1; el < XP_EL_COUNT; el++) {
        char name[XP_NAME_MAX + 1] = { 0 };
        size_t len = strlen(xp_element_text((xp_element)el));

        memcpy(name, xp_element_text((xp_element)el), len);
        if (xp_element_of(name, len) != (xp_element)el) {
            diag("%s is not found", name);
            lost++;
        }
        name[len - 1] ^= 1;
        confused += xp_element_of(name, len) == (xp_element)el;
        name[len - 1] ^= 1;
        name[len] = 'x';
        confused += xp_element_of(name, len + 1) != XP_EL_OTHER && len + 1 <= XP_ELEMENT_MAX &&
                    strlen(xp_element_text(xp_element_of(name, len + 1))) != len + 1;
    }
    is_int(lost, 0, "all %d element names are found", XP_EL_COUNT - 1);
    is_int(confused, 0, "... and none that is like them");
}

static void test_long_value(void)
{
    static reader r;
    static char page[4 * XP_VALUE_MAX];
    size_t len = (size_t)sprintf(page, "<img src=\"");

    memset(page + len, 'a', 2 * XP_VALUE_MAX);
    len += 2 * XP_VALUE_MAX;
    len += (size_t)sprintf(page + len, "\" type=b>t");
    for (int whole = 0; whole < 2; whole++) {
        if (whole)
            read_cut(&r, page, len, 0, true);
        else
            read_bytes(&r, page, len, true);
        is_int(strspn(r.log + 9, "a"), XP_VALUE_MAX, "of a long value the beginning is kept");
        is_str(r.log + 9 + XP_VALUE_MAX, "... type=b>[t]", "... and it is said that it was longer");
    }
}

/* Of every length, with a reference at their ends and without. */
static void test_values(void)
{
    static reader whole, r;
    static char page[2 * XP_VALUE_MAX];
    int bad = 0;

    for (int len = 0; len < XP_VALUE_MAX + 20; len++)
        for (int with = 0; with < 2; with++) {
            size_t page_len =
                       (size_t)sprintf(page, "<img src='%0*d%s' alt=x>text behind it", len, 0, with ? "&amp;b" : ""),
                   want = read_cut(&whole, page, page_len, 0, false);

            bad += read_bytes(&r, page, page_len, false) != want || memcmp(r.log, whole.log, want) != 0;
        }
    is_int(bad, 0, "values of every length are read in one go as byte by byte");
}

static void test_asks(void)
{
    static const char PAGE[] = "<img Id=a src=b alt='&amp;' i='d' = id=e data-x>";
    static const struct {
        uint32_t asks;
        const char *want;
    } ASKED[] = { { UINT32_C(1) << ('i' & 31), "<img id=a src=b i=d id=e data-x=>" },
                  { UINT32_MAX, "<img id=a src=b alt=& i=d == id=e data-x=>" } };
    static reader r;

    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++)
        for (size_t cut = 0; cut < sizeof PAGE; cut++) {
            begin(&r, PAGE, sizeof PAGE - 1, false);
            r.tok.asks = ASKED[i].asks;
            r.tok.asks_of = UINT32_MAX;
            feed(&r, PAGE, cut);
            feed(&r, PAGE + cut, sizeof PAGE - 1 - cut);
            is_str(finish(&r), ASKED[i].want, "names that are asked for");
        }
}

static void test_ends(void)
{
    static reader r;
    static const struct {
        const char *page;
        bool rest;
        uint64_t settled;
    } ENDS[] = { { "text", true, 4 },       { "text<", false, 4 },          { "text</", false, 6 },
                 { "a<scrip", false, 1 },   { "a<script", false, 1 },       { "a<script ", false, 1 },
                 { "a<div ", false, 6 },    { "a</script ", false, 10 },    { "a<!-- ", false, 6 },
                 { "<script>a", false, 9 }, { "<script>a</scr", false, 14 } };

    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        begin(&r, ENDS[i].page, strlen(ENDS[i].page), false);
        feed(&r, ENDS[i].page, strlen(ENDS[i].page));
        ok(xp_tok_at_rest(&r.tok) == ENDS[i].rest, "at the end of '%s' it is%s at rest", ENDS[i].page,
           ENDS[i].rest ? "" : " not");
        is_int(xp_tok_settled(&r.tok), ENDS[i].settled, "... and settled up to there");
    }
}

/* ---- What is made by chance ----------------------------------------------------------------------------------------------------- */

static const char *const NAMES[] = { "img",      "IMG",      "script",     "sCript",  "link",   "a",   "p",
                                     "noscript", "textarea", "amp-pixel",  "title",   "iframe", "h1",  "svg",
                                     "i\x01mg",  "im\xC9",   "blockquote", "scripts", "style",  "x:y", "meta" };
static const char *const ATTRIBUTES[] = {
    "src",   "SRC",  "srcset",   "data-src",      "data-x",  "alt",
    "type",  "TyPe", "content",  "http-equiv",    "charset", "s\x01rc",
    "s\"rc", "=src", "language", "data-xpurpose", "async",   "a-name-of-no-interest"
};
static const char *const VALUES[] = { "a",         "",   "a b", "a&amp;b&lt", "it's", "say \"x\"",
                                      "<img src>", "=b", "/",   "a>b",        "\n",   "a&b" };
static const char *const BETWEEN[] = { " ", " ", " ", "\n\t", "/", " / ", "", "\f", "\x01" };
static const char *const RAW[] = { "</script>", "</SCRIPT ", "<!--", "-->",         "<script>",
                                   "<script",   "</scrip",   "-",    "</title>",    "</textarea/x>",
                                   "</style>",  "<",         "</",   ">",           "</iframe>",
                                   "--!>",      "text",      "<br>", "</noscript>", "<x y=\"</script>\">" };

#define ANY(of) of[chance(sizeof of / sizeof *of)]

static unsigned seed = 1;

static unsigned chance(size_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (unsigned)((seed >> 8) % n);
}

static size_t make_tag(char *at)
{
    const char *quote = ANY(((const char *const[]){ "\"", "\"", "'", "" }));
    size_t len = (size_t)sprintf(at, "<%s%s", chance(5) ? "" : "/", ANY(NAMES));

    for (unsigned n = chance(6); n > 0; n--) {
        len += (size_t)sprintf(at + len, "%s%s", ANY(BETWEEN), ANY(ATTRIBUTES));
        if (chance(8))
            len += (size_t)sprintf(at + len, "%s%s%s%s", chance(9) ? "=" : " = ", quote, ANY(VALUES), quote);
    }
    return len + (size_t)sprintf(at + len, "%s", ANY(((const char *const[]){ ">", ">", ">", "/>", " >", "" })));
}

/* What is read within a chunk in one go is the same as what the states read byte by byte. */
static void test_generated(void)
{
    static reader whole, r;
    size_t bad = 0, tags = 0;

    for (int round = 0; round < 1500; round++) {
        char page[2048];
        size_t len = 0, want;
        bool all = round % 2;

        for (unsigned n = 1 + chance(4); n > 0; n--) {
            len += make_tag(page + len);
            for (unsigned k = chance(5); k > 0; k--)
                len += (size_t)sprintf(page + len, "%s", ANY(RAW));
        }
        want = read_cut(&whole, page, len, 0, all);
        tags += strchr(whole.log, '<') != NULL;
        for (size_t cut = 1; cut <= len; cut++) {
            size_t got = cut < len ? read_cut(&r, page, len, cut, all) : read_bytes(&r, page, len, all);

            bad += whole.wrong || r.wrong || got != want || memcmp(r.log, whole.log, want) != 0;
        }
    }
    is_int(bad, 0, "1,500 pages made by chance: the same wherever they are cut");
    ok(tags > 1000, "... and there were tags");
}

static void on_doctype(void *ctx, const char *text, size_t len, uint64_t end)
{
    reader *r = ctx;

    end_of_text(r);
    check_place(r, end);
    put_text(r, "<!DOCTYPE");
    put(r, text, len);
    put_text(r, ">");
}

/* What stands in a DOCTYPE is handed out to whoever asks. */
static void test_doctypes(void)
{
    static const char PAGE[] =
        "<!doctype>a<!DocType html PUBLIC \"-//b>c'><!doctypex><!--doctype--><!doctyp e><!DOCTYPE d";
    static const char WANT[] = "<!DOCTYPE>[a]<!DOCTYPE html PUBLIC \"-//b>[c'>]<!DOCTYPEx><!--doctype--><!---->";
    static reader r;
    int bad = 0;

    for (size_t cut = 0; cut < sizeof PAGE; cut++) {
        begin(&r, PAGE, sizeof PAGE - 1, true);
        r.tok.on_doctype = on_doctype;
        feed(&r, PAGE, cut);
        feed(&r, PAGE + cut, sizeof PAGE - 1 - cut);
        bad += strcmp(finish(&r), WANT) != 0 || r.wrong;
    }
    is_int(bad, 0, "DOCTYPEs are handed out, wherever the page is cut");
}

/* Where the tag begins that is being read, after each byte: T, where one is, as "<" and "</" may be; else behind the byte. */
static void test_begun(void)
{
    static const char PAGE[] = "a<b c='<'>d</e f>< g</<!-- <h> --><script></x></script >";
    static const char WANT[] = ".TTTTTTTT..TTTTT.T..TT............TTTTTTT.TT..TTTTTTTTT.";
    static reader r;
    int bad = 0;
    uint64_t from = 0;

    begin(&r, PAGE, sizeof PAGE - 1, true);
    for (size_t i = 0; i + 1 < sizeof PAGE; i++) {
        if (WANT[i] == 'T' && WANT[i - 1] != 'T')
            from = i;
        feed(&r, PAGE + i, 1);
        bad += xp_tok_begun(&r.tok) != (WANT[i] == 'T' ? from : i + 1);
    }
    is_int(bad, 0, "it is known where a tag begins that is being read");
}

int main(void)
{
    test_names();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        run(CASES[i].page, strlen(CASES[i].page), CASES[i].want, strlen(CASES[i].want));
    for (size_t i = 0; i < sizeof NUL_CASES / sizeof *NUL_CASES; i++)
        run(NUL_CASES[i].page, NUL_CASES[i].len, NUL_CASES[i].want, NUL_CASES[i].want_len);
    test_long_value();
    test_values();
    test_asks();
    test_ends();
    test_doctypes();
    test_begun();
    test_generated();
    return tap_done();
}
