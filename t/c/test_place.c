/* Where snippets go. A page of the table has its places marked: {s} head-start, {h} head-end, {b} body-end; what is asked for is all three.
 * Each page is read in one piece, cut in two at every byte, and byte by byte, with every promise of the façade checked on the way.
 */
#include "tap.h"

#include "../../engine/xp_place.h"

#define SCRIPT "<script src=/stats.js></script>"
#define DOC    "<!DOCTYPE html>"
#define HEAD   DOC "<html><head>{s}"
#define BODY   HEAD "<title>x</title>{h}</head><body>"
#define K100   "----------------------------------------------------------------------------------------------------"
#define K900   K100 K100 K100 K100 K100 K100 K100 K100 K100

#define SEVENTY "----------------------------------------------------------------------"

typedef struct {
    const char *marked;
    size_t len;
    xp_place_reason reason;
} place_case;

#define NONE(page)                                                                                                     \
    {                                                                                                                  \
        page, sizeof page - 1, XP_PLACE_NONE                                                                           \
    }
#define WHY(page, why)                                                                                                 \
    {                                                                                                                  \
        page, sizeof page - 1, XP_PLACE_##why                                                                          \
    }

/* ---- A page's way through the engine ----------------------------------------------------------------------------------------------- */

typedef struct {
    const char *page;
    size_t len;
    xp_place_options options;
    xp_place *place;
    uint64_t fed, settled, held_most;
    uint64_t at[XP_PLACES];
    bool found[XP_PLACES];
    int nfound;
    uint64_t last;
    xp_place_reason reason;
    const char *broken;
    char *joined;
    int njoined;
} way;

static xp_snippet plain = { .text = SCRIPT, .len = sizeof SCRIPT - 1, .ascii = true };

static void breaks(way *w, const char *promise)
{
    if (!w->broken)
        w->broken = promise;
}

static void on_found(void *ctx, xp_where where, uint64_t at)
{
    way *w = ctx;

    if (where >= XP_PLACES || w->found[where] || !w->options.snippets[where])
        breaks(w, "each place is found once, if it is asked for");
    if (w->nfound && at < w->last)
        breaks(w, "places are found in order");
    if (at < w->settled || at > w->fed)
        breaks(w, "a place is not settled before it is found");
    w->found[where] = true;
    w->at[where] = w->last = at;
    w->nfound++;
}

static const char *on_kept(void *ctx, uint64_t from, uint64_t to)
{
    way *w = ctx;

    if (from < w->settled || from > to || to > w->fed || to - from > w->options.hold_limit)
        breaks(w, "only what is kept is asked for");
    free(w->joined);
    w->joined = tap_copy(w->page + from, (size_t)(to - from));
    w->njoined++;
    return w->joined;
}

static void begin(way *w, const char *page, size_t len)
{
    xp_place_options options = w->options;
    xp_place *place = w->place ? w->place : malloc(xp_place_size());

    if (!place)
        exit(99);
    memset(w, 0, sizeof *w);
    tap_forget(place, xp_place_size());
    w->place = place;
    w->page = page;
    w->len = len;
    w->options = options;
    w->options.found = on_found;
    w->options.kept = on_kept;
    w->options.ctx = w;
    xp_place_init(place, &w->options);
}

static void feed(way *w, size_t len)
{
    char *copy = tap_copy(w->page + w->fed, len);
    uint64_t settled;

    w->fed += len;
    xp_place_feed(w->place, copy, len);
    free(copy);
    free(w->joined);
    w->joined = NULL;
    settled = xp_place_settled(w->place);
    if (settled < w->settled || settled > w->fed)
        breaks(w, "what is settled stays settled");
    if (w->fed - settled > w->options.hold_limit)
        breaks(w, "no more is kept than may be");
    if (xp_place_done(w->place) && settled != w->fed)
        breaks(w, "what is done is settled");
    w->settled = settled;
    if (w->fed - settled > w->held_most)
        w->held_most = w->fed - settled;
}

static void end(way *w)
{
    xp_place_end(w->place);
    w->reason = xp_place_reason_of(w->place);
    if (!xp_place_done(w->place) || xp_place_settled(w->place) != w->len)
        breaks(w, "in the end all is settled");
    for (int i = 0; i < XP_PLACES; i++)
        if (w->options.snippets[i] && !w->found[i] && !w->reason)
            breaks(w, "what is left out has a reason");
}

static void run(way *w, const char *page, size_t len, size_t each, size_t first)
{
    begin(w, page, len);
    if (first)
        feed(w, first);
    while (w->fed < len)
        feed(w, len - w->fed < each ? (size_t)(len - w->fed) : each);
    end(w);
}

static bool same(const way *a, const way *b)
{
    for (int i = 0; i < XP_PLACES; i++)
        if (a->found[i] != b->found[i] || (a->found[i] && a->at[i] != b->at[i]))
            return false;
    return a->reason == b->reason && !b->broken;
}

/* The page with its marks. */
static const char *marked(const way *w, char *out)
{
    static const char *const MARKS[] = { "{s}", "{h}", "{b}" };
    size_t n = 0;

    for (size_t at = 0; at <= w->len; at++) {
        for (int i = 0; i < XP_PLACES; i++)
            if (w->found[i] && w->at[i] == at)
                n += (size_t)sprintf(out + n, "%s", MARKS[i]);
        if (at < w->len)
            out[n++] = w->page[at] ? w->page[at] : '0';
    }
    out[n] = '\0';
    return out;
}

/* The page without its marks, and NULs as '0' in `shown`. */
static size_t unmark(const place_case *c, char *page, char *shown)
{
    size_t n = 0;

    for (size_t i = 0; i < c->len; i++) {
        if (c->len - i >= 3 && c->marked[i] == '{' && strchr("shb", c->marked[i + 1]) && c->marked[i + 2] == '}')
            i += 2;
        else
            page[n++] = c->marked[i];
    }
    for (size_t i = 0; i < c->len; i++)
        shown[i] = c->marked[i] ? c->marked[i] : '0';
    shown[c->len] = '\0';
    return n;
}

static void look(const place_case *c, const xp_place_options *options)
{
    static way whole, cut;
    static char page[1 << 15], shown[1 << 15], out[1 << 15];
    size_t len = unmark(c, page, shown);
    int bad = 0;

    whole.options = cut.options = *options;
    run(&whole, page, len, len ? len : 1, 0);
    is_str(marked(&whole, out), shown, "%.300s", shown);
    is_int(whole.reason, c->reason, "... and the reason");
    if (whole.broken)
        diag("does not hold: %s", whole.broken);
    for (size_t at = 1; at < len; at++) {
        run(&cut, page, len, len, at);
        bad += !same(&whole, &cut);
    }
    run(&cut, page, len, 1, 0);
    bad += !same(&whole, &cut) || whole.broken;
    if (cut.broken)
        diag("does not hold: %s", cut.broken);
    is_int(bad, 0, "... the same wherever it is cut");
}

static xp_place_options usual(void)
{
    xp_place_options options = { .hold_limit = 262144, .charset = XP_CHARSET_ASCII };

    for (int i = 0; i < XP_PLACES; i++) {
        options.snippets[i] = &plain;
        options.lengths[i] = plain.len;
    }
    return options;
}

static void look_at(const place_case *cases, size_t n, const xp_place_options *options)
{
    for (size_t i = 0; i < n; i++)
        look(&cases[i], options);
}

#define LOOK(cases, options) look_at(cases, sizeof cases / sizeof *cases, options)

/* ---- Is it a document? ------------------------------------------------------------------------------------------------------------- */

static const place_case DOCUMENTS[] = {
    NONE(DOC "<html><head>{s}<title>x</title>{h}</head><body>text{b}</body></html>\n"),
    NONE("<html><head>{s}{h}</head><body>{b}</body></html>"),
    NONE("<head>{s}<meta name=a>{h}</head><body>{b}</body>"),
    NONE("{s}{h}<body>text{b}</body>"),
    NONE("\xEF\xBB\xBF" DOC "{s}<title>x</title>{h}<p>{b}"),
    NONE(" \n\t\r\f<!-- a --><?xml version='1.0'?><!--b--> " DOC "{s}<title>x</title>{h}<p>{b}"),
    NONE("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML><HEAD\n>{s}{h}</Head >{b}</HTML></HTML>"),
    NONE(DOC "{s}{h}{b}"),
    NONE(DOC "\n{s}{h}{b}"),
    NONE("<html>{s}{h}{b}"),
    NONE("</><html>{s}{h}{b}"),
    WHY("", FRAGMENT),
    WHY(" \n", FRAGMENT),
    WHY("text", FRAGMENT),
    WHY("text" DOC "<html><head></head>", FRAGMENT),
    WHY("\xEF\xBB\xBF text " DOC, FRAGMENT),
    WHY("\xEF\xBB" DOC, FRAGMENT),
    WHY("\xEF" DOC, FRAGMENT),
    WHY("\xEF\xBB\xBF\xEF\xBB\xBF" DOC, FRAGMENT),
    WHY(" \xEF\xBB\xBF" DOC, FRAGMENT),
    WHY("\0" DOC, FRAGMENT),
    WHY("&#32;" DOC, FRAGMENT),
    WHY("<div>text</div>", FRAGMENT),
    WHY("<title>x</title>" DOC, FRAGMENT),
    WHY("<script></script><html>", FRAGMENT),
    WHY("<!-- a --><tr><td>", FRAGMENT),
    WHY("</head><html>", FRAGMENT),
    WHY("</p>" DOC, FRAGMENT),
    WHY("<frameset><frame></frameset>", FRAGMENT),
    WHY("< html><head>", FRAGMENT),
    WHY("<", FRAGMENT),
    WHY("<html", FRAGMENT),
    WHY("<!DOCTYPE html", FRAGMENT),
    WHY("<!-- <html> ", FRAGMENT),
    WHY("<htmlx><head></head>", FRAGMENT),
    WHY("{\"a\":\"<html><head></head>\"}", NOT_HTML),
    WHY("var a = '<html><head></head>';", NOT_HTML),
    WHY("cb({\"a\":1})", NOT_HTML),
    WHY("<!-- a -->{\"a\":\"<html>\"}", FRAGMENT),
};

/* ---- The head --------------------------------------------------------------------------------------------------------------------- */

static const place_case HEADS[] = {
    /* The honoured </head>, and what looks like one. */
    NONE(HEAD
         "<!-- </head> --><title></head></title><script>'</head>'</script><meta content=\"</head>\">{h}</head><p>{b}"),
    NONE(HEAD
         "<style></head></style><noscript></head></noscript><noframes></head></noframes>{h}</head><body>{b}</body>"),
    NONE(HEAD "<template></head><p>x</template>{h}</head><body>{b}</body>"),
    NONE(HEAD "<template><svg><desc><a><b></svg><p></template>{h}<p>x{b}</body>"),
    NONE(HEAD "<template><svg><desc><a><b></svg><p></template>{h}</head>x{b}</body>"),
    NONE(HEAD "<template><template></head></template></head></template>\n{h}</head >x{b}"),
    NONE(HEAD "<script><!--<script></head></script></head>--></script>{h}</head>x{b}"),
    NONE(HEAD "<script></scrip></script\n x></title ><style></styl></style ><title></titl</title\t>{h}</head>x{b}"),
    NONE(HEAD "<link><base><basefont><bgsound>\n<!--x--> {h}</HEAD x=y>\n<body>{b}</body>"),
    NONE(HEAD "</title></p></div></template>{h}</head><body>{b}</body>"),
    NONE(HEAD "<html lang=a><head lang=b>{h}</head></head><head><body>{b}</body>"),
    /* What is passed over in one go, and what only looks like it. */
    NONE(HEAD
         "<META NAME=\"a\"\nCONTENT = \"b></head>\"><link title=\"'\" rel='\">'>\n<title></title><meta>{h}</head>x{b}"),
    NONE(HEAD "<meta content='></head>' name=c><link href=x/><link/rel=\"a>b\"/><meta x>{h}</head>x{b}"),
    NONE(HEAD "<SCRIPT>a<b&&c</script x></d</ScRiPt><STYLE>\n</TITLE></style></StYlE>{h}</head>x{b}"),
    NONE(HEAD "<script a=\"</script>\">1</script\n><script><!</script><style/></head></style/>{h}</head>x{b}"),
    NONE(HEAD "<script><!--</script><script>--></script>{h}</head>x{b}"),
    NONE(HEAD "<meta \"=\"x>y\">{h}</head>x{b}"),
    NONE(HEAD "<meta a=b\"c=\"d>{h}e\"></head>x{b}"),
    NONE(HEAD "<meta a=b=\"c>{h}d\"></head>x{b}"),
    NONE(HEAD "<meta =\"x>{h}y\"></head>x{b}"),
    NONE(HEAD "<meta/=\"x>{h}y\"></head>x{b}"),
    NONE(HEAD "<meta a='b'\"c=\"d>\">{h}</head>x{b}"),
    NONE(HEAD "<link rel=a>{h}<links></head>x{b}"),
    NONE(HEAD "<link rel=a>{h}<titles></titles></head>x{b}"),
    NONE(HEAD "<link rel=a>{h}<met></head>x{b}"),
    NONE(HEAD "<link rel=a>{h}<link\0rel=a></head>x{b}"),
    /* Started late: before what begins one, not before white space and comments. */
    NONE(DOC " <html> <!--x--> {s}<title>x</title>{h}<body>{b}"),
    NONE(DOC " <html> <!--x--> {s}<script>1</script> {h}</head>x{b}"),
    NONE(DOC "<!--x--></p></title>{s}{h}</head>x{b}"),
    NONE(DOC "<html><head/>{s}{h}</head/>x{b}"),
    NONE(DOC "{s}<template></head></template>{h}<p>{b}"),
    /* Ended by something else. */
    NONE(HEAD "<title>x</title>\n{h}<body>{b}</body>"),
    NONE(HEAD "<title>x</title>\n{h}<div></head></div>{b}</body>"),
    NONE(HEAD "<title>x</title>\n {h}text</head>{b}"),
    NONE(HEAD "<title>x</title>{h}&#32;</head>{b}"),
    NONE(HEAD "<title>x</title>{h}\0</head>{b}"),
    NONE(HEAD "<title>x</title>{h}< </head>{b}"),
    NONE(HEAD "<title>x</title>{h}\xC3\xA9</head>{b}"),
    NONE(HEAD "<title>x</title>{h}{b}</body></head>"),
    NONE(HEAD "<title>x</title>{h}{b}</html></head>"),
    NONE(HEAD "<title>x</title>{h}</br></head>{b}"),
    NONE(HEAD "<title>x</title>{h}<img></head>{b}"),
    NONE(HEAD "<title>x</title>{h}<svg></head></svg>{b}"),
    NONE(HEAD "<title>x</title>{h}<x-a></head>{b}"),
    NONE(HEAD "<title>x</title> {h}{b}"),
    NONE(DOC "{s}{h}text{b}"),
    NONE(DOC "\n {s}{h}<p>text{b}"),
    NONE(DOC "{s}{h}{b}</body>"),
    NONE(DOC "{s}{h}{b}</html>"),
    NONE(DOC "{s}{h}</br>{b}</html>"),
    WHY(DOC "\0", AMBIGUOUS),
    WHY(DOC "\n<html>\0<!--x--><head></head>", AMBIGUOUS),
    WHY(DOC "&#32;<head></head>", AMBIGUOUS),
    /* Behind it: what a head holds goes into it all the same. */
    NONE(HEAD "{h}</head>\n<!--x--><script>1</script><title>x</title></head><body>{b}</body>"),
    WHY(HEAD "{h}</head><noscript>x</noscript><frameset></body>", FRAMESET),
    NONE(HEAD "{h}</head><noscript>x</noscript></head><body>{b}</body>"),
    /* The page ends within something. */
    WHY(HEAD "<title>x", AMBIGUOUS),
    WHY(HEAD "<script>x</script", AMBIGUOUS),
    WHY(HEAD "<template><p>", AMBIGUOUS),
    WHY(HEAD "<!-- x", AMBIGUOUS),
    WHY(HEAD "<meta name=x", AMBIGUOUS),
    WHY(HEAD "</hea", AMBIGUOUS),
    WHY(HEAD "<", AMBIGUOUS),
    WHY(HEAD "{h}</head><script>", AMBIGUOUS),
    WHY(HEAD "{h}</head><!--", AMBIGUOUS),
};

static const place_case FRAMESETS[] = {
    WHY(HEAD "</head><frameset><frame></frameset>", FRAMESET),
    WHY(HEAD "<title>x</title></head> <!-- x --><script>1</script> <frameset>", FRAMESET),
    WHY(HEAD "<title>x</title><frameset>", FRAMESET),
    WHY(DOC "<frameset>", FRAMESET),
    WHY("<html><frameset>", FRAMESET),
    WHY(HEAD "{h}</head><div><frameset></body>", FRAMESET),
    NONE(HEAD "{h}</head><body><frameset>{b}</body>"),
    WHY(HEAD "{h}</head><div></body> <!-- x --><p></p></html><frameset>", FRAMESET),
    NONE(HEAD "{h}</head><div>{b}</body> <!-- x --><p></p></html>\n"),
    NONE(HEAD "{h}</head><div>{b}</body>x<frameset>"),
    WHY(HEAD "{h}</head><p></body><math><mi><frameset>", FRAMESET),
    WHY(HEAD "{h}</head><p></body><template><col><style></style></template><frameset>", AMBIGUOUS),
    WHY(HEAD "{h}</head><template><col><style></style></template><frameset>", AMBIGUOUS),
    NONE(HEAD "{h}</head>x<frameset>{b}</body>"),
    WHY(HEAD "<template><frameset></template></head>", AMBIGUOUS),
    WHY("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Frameset//EN\" \"http://www.w3.org/a.dtd\"><html><head></head>"
        "<frameset>",
        FRAMESET),
    WHY("<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01 FRAMESET//EN'><head>{h}</head><body>{b}</body>", FRAMESET),
    NONE(DOC "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01 Frameset//EN'><head>{s}{h}</head><body>{b}</body>"),
};

/* ---- The body ---------------------------------------------------------------------------------------------------------------------- */

static const place_case BODIES[] = {
    NONE(BODY "text{b}</body>"), NONE(BODY "text{b}</BODY\n x></body></html>"), NONE(BODY "<p>text<b>{b}</html>"),
    NONE(BODY "<!-- </body> --><script>'</body>'</script><style></body></style><textarea></body></textarea><p "
              "title=\"</body>\">{b}</body>"),
    NONE(BODY
         "<xmp></body></xmp><iframe></body></iframe><noembed></body></noembed><noscript></body></noscript>{b}</body>"),
    NONE(BODY "<template></body></html></template>{b}</body>"), NONE(BODY "<svg></body><path/></html></svg>{b}</body>"),
    NONE(BODY "<svg><desc></body></desc></svg>{b}</body>"), NONE(BODY "<math><mi></body></mi></math>{b}</body>"),
    NONE(BODY "<select></body><option></html></select>{b}</body>"), NONE(BODY "</bodyx></body-a>{b}</body>"),
    NONE(BODY "</ body><body></br></head>text{b}</body>"),
    /* Tables, and what else ends a scope. */
    NONE(BODY "<table></body><tr></html><td></body></table>{b}</body>"),
    NONE(BODY "<table><tr><td><table><tr><td></body></table></body></table>{b}</body>"),
    NONE(BODY "<table><caption></body></table>{b}</html>"), NONE(BODY "<table><tr><td></body>text{b}"),
    NONE(BODY "<table></body>{b}"), NONE(BODY "<table><tr><td><object></body></object></body></table>{b}</body>"),
    NONE(BODY "<table><tr><td><object></table>{b}</body>"),
    NONE(BODY "<select><table></select><object></table></body></object></html>{b}"),
    NONE(BODY "<table><tr><table></table><object></table></body></object></html>{b}"),
    NONE(BODY "<table><tr><td><table></table></table><table><td><object></table>{b}</body>"),
    NONE(BODY "<object><table></object></body></table></body></object>{b}</body>"),
    NONE(BODY "<object></body></object>{b}</body>"), NONE(BODY "<object><div></object>{b}</body>"),
    NONE(BODY "<applet><marquee></applet></body></marquee></body></applet>{b}</body>"),
    NONE(BODY "</table></object>{b}</body>"), NONE(BODY "<template><table></template>{b}</body>"),
    NONE(BODY "<template><table></table><object></template>{b}</body>"),
    NONE(BODY "<table><template></table></template></body></table>{b}</body>"),
    NONE(BODY "<svg><table></body></table>{b}</body>"),
    NONE(BODY "<table><tr><table></table></body></html>{b}"), /* it holds more than is open */
    NONE(BODY "<select><table></select></table>{b}</body>"),
    NONE(BODY
         "<table><tr><td><select></table></select></body></table>{b}</body>"), /* older parsers end the table there */
};

#define TABLES8                                                                                                        \
    "<table><tr><td><table><tr><td><table><tr><td><table><tr><td><table><tr><td><table><tr><td><table><tr><td><table>" \
    "<tr><td>"
#define ENDS8 "</table></table></table></table></table></table></table></table>"

static const place_case ENDS[] = {
    NONE(BODY TABLES8 TABLES8 TABLES8 TABLES8 "</body>" ENDS8 ENDS8 ENDS8 ENDS8 "{b}</body>"),
    NONE(BODY TABLES8 TABLES8 TABLES8 TABLES8 "<table></table>" ENDS8 ENDS8 ENDS8 ENDS8 "</body>{b}"), /* no room */
    NONE(BODY "<button>{b}</body>"),
    NONE(BODY "<p>text\n{b}"),
    NONE(BODY "<p>text<!-- x -->{b}"),
    NONE(BODY "&lt{b}"),
    NONE(BODY "text{b}</body><!--"),
    WHY(BODY "text<", AMBIGUOUS),
    WHY(BODY "text</", AMBIGUOUS),
    WHY(BODY "text</bod", AMBIGUOUS),
    WHY(BODY "text</body", AMBIGUOUS),
    WHY(BODY "<p", AMBIGUOUS),
    WHY(BODY "<p title='", AMBIGUOUS),
    WHY(BODY "<!-- </body>", AMBIGUOUS),
    WHY(BODY "<!--x--", AMBIGUOUS),
    WHY(BODY "<!x", AMBIGUOUS),
    WHY(BODY "<textarea></body>", AMBIGUOUS),
    WHY(BODY "<script>'</body>'", AMBIGUOUS),
    WHY(BODY "<plaintext></plaintext></body>", AMBIGUOUS),
    WHY(BODY "<template></body></html>", AMBIGUOUS),
    WHY(BODY "<svg></body></html>", AMBIGUOUS),
    WHY(BODY "<select></body></html>", AMBIGUOUS),
    WHY(BODY "<svg><desc><p></desc></body>", AMBIGUOUS),
    WHY(BODY "<table><tr><td><math><mi></table><svg><desc><title></title></math><caption></html>", AMBIGUOUS),
    WHY(BODY "<select><style></style></select></body>", AMBIGUOUS),
    WHY(BODY "<div><svg></div><script><</script></svg></body>", AMBIGUOUS),
    NONE(BODY "<div><svg></div><script>1</script></svg>{b}</body>"),
    WHY(BODY "<div><svg></div><![CDATA[x]]></svg></body>", AMBIGUOUS),
    NONE(BODY "<svg><![CDATA[</svg></body>]]></svg>{b}</body>"),
};

static const place_case AMP[] = {
    WHY(DOC "<html amp><head></head>", AMP),
    WHY("<html lang=en AMP4ads><head></head>", AMP),
    WHY(DOC "<html amp4email=''><head></head>", AMP),
    WHY(DOC "<html \xE2\x9A\xA1 lang=\"en\"><head></head>", AMP),
    WHY(DOC "<html \xE2\x9A\xA1\xEF\xB8\x8F><head></head>", AMP),
    WHY(DOC "<html \xE2\x9A\xA1"
            "4ads><head></head>",
        AMP),
    WHY(DOC "<html x='y'\xE2\x9A\xA1"
            "4email='z'><head></head>",
        AMP),
    NONE(DOC "<html class=\"amp\" data-amp amps ampx4ads amp5 am \xE2\x9A><head>{s}{h}</head>{b}</html>"),
    NONE(DOC "<html><html amp><head amp>{s}{h}</head>x{b}</html>"),
    NONE(DOC "<html><head>{s}{h}</head>x<html amp>{b}</html>"),
};

static const place_case MARKED[] = {
    WHY("<!--xpurpose:inserted-->" DOC "<html><head></head>", PRESENT),
    WHY(HEAD "<!-- XPURPOSE:inserted\n--></head><body></body>", PRESENT),
    WHY(HEAD "{h}</head><!--xpurpose:inserted--><body></body>", PRESENT),
    WHY(HEAD "{h}</head><body><p><!--xpurpose:inserted--></p></body>", PRESENT),
    NONE(HEAD "{h}</head><body><p><!--xpurpose:inserted x--><!--xpurpose: inserted--><?xpurpose:inserted>{b}</body>"),
    WHY(HEAD "<script data-xpurpose=inserted></script></head><body></body>", PRESENT),
    WHY(HEAD "<style DATA-xpurpose=' Inserted '></style></head><body></body>", PRESENT),
    WHY(HEAD "{h}</head><body data-xpurpose=\"inserted\"></body>", PRESENT),
    WHY(DOC "<html data-xpurpose=\"inserted\"><head></head><body></body>", PRESENT),
    WHY(BODY "<script data-xpurpose=inserted src=a></script></body>", PRESENT),
    WHY(BODY "<iframe data-xpurpose='inserted'></iframe></body>", PRESENT),
    NONE(BODY "<script data-xpurpose=keep></script><script data-xpurposes=inserted></script>{b}</body>"),
    WHY(DOC "{s}<script data-xpurpose=inserted></script></head></body>", PRESENT),
    NONE(BODY "{b}</body><!--xpurpose:inserted-->"),
};

/* ---- What it is known by ------------------------------------------------------------------------------------------------------------ */

#define ONE  "gtag('config','G-ABCDEF1234');"
#define TWO  "gtag('config','AW-123456789');"
#define BOTH "<script>" ONE TWO "</script>"

#define FOUR   "<script>1</script>\n<script></script><script src=a></script><title>x</title><script>2</script>"
#define TWELVE FOUR FOUR FOUR

static const place_case KNOWN[] = {
    WHY(HEAD BOTH "</head><body></body>", PRESENT),
    WHY(HEAD "<script>" ONE "</script><meta><script >" TWO "</script></head><body></body>", PRESENT),
    WHY(HEAD "{h}</head>" BOTH "<body></body>", PRESENT),
    WHY(BODY "<p><script async>go();\n" TWO ONE "</script\n></body>", PRESENT),
    NONE(HEAD "<script>" ONE "</script><meta content=\"" TWO "\">{h}</head><body>" TWO "<p title=\"" TWO
              "\">{b}</body>"),
    NONE(HEAD "<template>" BOTH "</template>{h}</head>x{b}</body>"),
    NONE(HEAD "{h}</head><body><svg>" BOTH "</svg><div><svg></div>" BOTH "</svg>{b}</body>"),
    NONE(HEAD "<!--" BOTH "--><title>" BOTH "</title><noscript>" BOTH "</noscript>{h}</head>x{b}</body>"),
    NONE(HEAD "{h}</head><body>{b}</body>" BOTH),
    /* Before and behind more than are looked at at once. */
    WHY(HEAD TWELVE BOTH "</head><body></body>", PRESENT),
    WHY(HEAD BOTH TWELVE "</head><body></body>", PRESENT),
    WHY(HEAD "<script>" ONE "</script>" TWELVE "<script>" TWO "</script></head><body></body>", PRESENT),
    WHY(HEAD "<script>" ONE "</script>{h}</head><body><script>" TWO "</script></body>", PRESENT),
    NONE(HEAD TWELVE "<script>" TWO "</script >{h}</head><body>{b}</body>"),
    /* It is there, whatever comes of the page. */
    WHY(HEAD BOTH "<template><p>", PRESENT),
    WHY(HEAD BOTH "<title>x", PRESENT),
    WHY(HEAD BOTH "<frameset>", PRESENT),
};

#define LOADER(id) "<script async src=\"https://www.googletagmanager.com/gtag/js?id=" id "\"></script>"

/* Others', two of which are all that can be put off. */
#define OTHERS                                                                                                         \
    "<script async src=\"https://connect.facebook.net/en_US/fbevents.js\"></script>"                                   \
    "<script async src=\"https://static.hotjar.com/c/hotjar-123456.js?sv=6\"></script>"                                \
    "<script async src=\"https://mc.yandex.ru/metrika/tag.js\"></script>"

/* The snippet loads a library, which may stand before what it is for. */
static const place_case LOADED[] = {
    WHY("<head>" LOADER("G-OTHER12345") "<script>" ONE "</script></head><body></body>", PRESENT),
    WHY("<head>" LOADER("G-OTHER12345") "{h}</head><body><script>" ONE "</script></body>", PRESENT),
    WHY("<head>" LOADER("G-OTHER12345") "{h}</head ><body>" TWELVE "<script>" ONE "</script></body>", PRESENT),
    WHY("<head><script>" ONE "</script>{h}</head><body>" LOADER("G-OTHER12345") "</body>", PRESENT),
    WHY("<head>" OTHERS LOADER("G-OTHER12345") "{h}</head><body><script>" ONE "</script></body>", PRESENT),
    WHY("<head>" LOADER("G-OTHER12345") OTHERS "{h}</head><body>" OTHERS "<script>" ONE "</script></body>", PRESENT),
    NONE("<head>" OTHERS "{h}</head><body><script>" ONE "</script>{b}</body>"),
    NONE("<head><script>" ONE
         "</script>{h}</head><body><script src=\"/x.js\"></script>{b}</body>" LOADER("G-OTHER12345")),
};

/* One place only is looked for. */
static const place_case KNOWN_ALONE[] = {
    WHY("<head>" BOTH "</head><body></body>", PRESENT),
    WHY("<head>" TWELVE BOTH "</head><body></body>", PRESENT),
    WHY("<head>" BOTH TWELVE "</head><body></body>", PRESENT),
    WHY("<head><script>" ONE "</script>" TWELVE "<script>" TWO "</script><base></head>", PRESENT),
    NONE("<head><script>x</script><script>" ONE "</script>{h}</head><body><script>" TWO "</script></body>"),
    NONE("<head><script>x</script><script>y</script>{h}</head>" BOTH),
    WHY("<head>" BOTH "<template><p>", PRESENT),
};

static void *grab(void *ctx, size_t size)
{
    static void *kept[64];
    static size_t n;

    (void)ctx;
    return n < sizeof kept / sizeof *kept ? kept[n++] = calloc(1, size) : NULL;
}

static void test_known(void)
{
    static const char LOADS[] = LOADER("G-ABCDEF1234") "<script>" ONE "</script>";
    static xp_snippet known, loads;
    const size_t len = sizeof BOTH - 1, nloads = sizeof LOADS - 1;
    xp_place_options options = usual();

    options.rules = xp_rules_build(NULL, 0, grab, NULL);
    xp_snippet_read(&known, BOTH, len, NULL, 1, options.rules);
    is_int(known.line[0].known.words, 2, "the snippet is known by two words");
    for (int i = 0; i < XP_PLACES; i++)
        options.snippets[i] = &known;
    LOOK(KNOWN, &options);
    options.hold_limit = len - 1; /* it is not asked about */
    look(&(place_case)NONE("<head>{s}" BOTH "{h}</head>x{b}</body>"), &options);
    options.hold_limit = len;
    look(&(place_case)WHY("<head>{s}" BOTH "</head>x</body>", PRESENT), &options);

    look(&(place_case)NONE("<head>{s}<script>/*" SEVENTY "*/" ONE TWO "</script>{h}</head>x{b}</body>"), &options);

    /* One of them is there, the others are not. */
    options.hold_limit = 262144;
    options.snippets[XP_HEAD_START] = options.snippets[XP_BODY_END] = &plain;
    look(&(place_case)WHY(HEAD BOTH "</head><body>{b}</body>", PRESENT), &options);

    options.snippets[XP_HEAD_START] = options.snippets[XP_BODY_END] = NULL;
    LOOK(KNOWN_ALONE, &options);

    xp_snippet_read(&loads, LOADS, nloads, &nloads, 1, options.rules);
    is_int(loads.line[0].known.loads, 1, "this one loads a library");
    options.snippets[XP_HEAD_END] = options.snippets[XP_BODY_END] = &loads;
    LOOK(LOADED, &options);
}

/* ---- The charset --------------------------------------------------------------------------------------------------------------------- */

#define UTF8 "<meta charset=utf-8>"

static const place_case UNDECLARED[] = {
    NONE(DOC "<html><head><title>x</title>" UTF8 "{s}<meta name=a>{h}</head><body>{b}</body>"),
    NONE("<head><script>1</script><meta http-equiv=Content-Type content='text/html; "
         "charset=iso-8859-1'>{s}{h}</head>x{b}"),
    NONE(DOC UTF8 "{s}{h}<p>{b}"),
    NONE("<head><!--" K900 SEVENTY "-->" UTF8 "{s}{h}</head>x{b}"), /* nothing is moved, so no room is wanted */
    NONE("<head>{s}<script charset=utf-8></script><meta name=a>{h}</head>x{b}"),
    NONE("<head>{s}<meta charset=nobodys><meta content='charset=utf-8'><meta name=charset>{h}</head>x{b}"),
    NONE("<head>{s}<template>" UTF8 "</template>{h}</head>x{b}"),
    NONE("<head>{s}<noscript>" UTF8 "</noscript>{h}</head>x{b}"),
    NONE("<head>{s}{h}</head>" UTF8 "<p>x{b}</body>"),
    NONE("<head>{s}{h}</head><body><p>" UTF8 "x{b}</body>"),
    NONE("<head>{s}{h}</head><body>x{b}</body></html><!-- no more -->"),
    NONE("<head>{s}{h}</head><body>x{b}"),
    NONE("\xEF\xBB\xBF<head>{s}<meta charset=utf-7>{h}</head>x{b}"),
    NONE("<head><meta charset=utf-16>{s}<meta charset=utf-7>{h}\x1B</head>x{b}"),
    WHY("<head><meta charset=utf-7></head>x", CHARSET),
    WHY("<head><title>\x1B$B</title>" UTF8 "</head>x", CHARSET),
    WHY("<head><title>x</title></head><p>\x1B$B</body>", CHARSET),
    WHY("\xFE\xFF<head></head>", CHARSET),
    WHY("\xFF\xFE<head></head>", CHARSET),
    WHY("\0\0\xFE\xFF<head></head>", CHARSET),
    WHY("\0\0<head></head>", FRAGMENT),
    WHY("><head \x1B", FRAGMENT),
    WHY("\0\x1B<head>", FRAGMENT),
    WHY("<head><template><col><style>", AMBIGUOUS),
    /* Browsers have looked by then. */
    NONE("<head>{s}<!--" K900 K100 "-----------x-->" UTF8 "{h}</head>x{b}</body>"),
    NONE("<head>{s}{h}</head><!--" K900 K100 "x-->" UTF8 "x{b}</body>"),
    WHY("<head>{s}</head><!--" K900 K100 "-----------x--><meta charset=utf-7>", CHARSET),
    WHY("<head>{s}<title>x</title>{h}</head><!--" K900 K100 "-----------x--><p>\x1B", CHARSET),
    /* It may be there before the place, or behind it. */
    WHY("<head><script data-xpurpose=inserted></script>" UTF8 "</head>", PRESENT),
    WHY("<head>{s}<script data-xpurpose=inserted></script></head>", PRESENT),
    WHY("<head><!--xpurpose:inserted-->" UTF8 "</head>", PRESENT),
    NONE("<head>" UTF8 "{s}{h}</head>x{b}</body><!--xpurpose:inserted-->"),
};

/* The page's bytes up to the declaration's end are `to`, what stands before it are two snippets of 31 bytes. */
static void test_room(void)
{
    static const struct {
        size_t to;
        bool start, end;
    } ROOMS[] = { { 900, true, true },        { 1024 - 62, true, true },   { 1024 - 61, true, false },
                  { 1024 - 31, true, false }, { 1024 - 30, false, false }, { 1024, false, false },
                  { 1025, true, true } };
    static way w;
    static char page[2000];

    for (size_t i = 0; i < sizeof ROOMS / sizeof *ROOMS; i++) {
        size_t len =
            (size_t)sprintf(page, "<head></head><body><p title=%*s>" UTF8 "</body>", (int)(ROOMS[i].to - 49), "x");

        w.options = usual();
        w.options.charset = XP_CHARSET_UNKNOWN;
        for (size_t cut = 1; cut <= len; cut += 37) {
            run(&w, page, len, len, cut);
            if (w.broken || w.found[XP_HEAD_START] != ROOMS[i].start || w.found[XP_HEAD_END] != ROOMS[i].end ||
                !w.found[XP_BODY_END] || w.reason != (ROOMS[i].end ? XP_PLACE_NONE : XP_PLACE_CHARSET))
                break;
        }
        ok(w.fed == len && !w.broken && w.found[XP_HEAD_START] == ROOMS[i].start &&
               w.found[XP_HEAD_END] == ROOMS[i].end,
           "a declaration that ends at %zu: %s", ROOMS[i].to,
           ROOMS[i].end     ? "room for both"
           : ROOMS[i].start ? "room for one"
                            : "no room");
        is_int(w.reason, ROOMS[i].end ? XP_PLACE_NONE : XP_PLACE_CHARSET, "... and the reason");
    }
}

static void test_charsets(void)
{
    static const char TEXT[] = "<meta name=\"caf\xC3\xA9\">";
    const xp_snippet beyond = { .text = TEXT, .len = sizeof TEXT - 1 };
    xp_place_options options = usual();

    options.charset = XP_CHARSET_UNKNOWN;
    LOOK(UNDECLARED, &options);
    test_room();
    options.snippets[XP_HEAD_END] = &beyond;
    look(&(place_case)NONE("<head>" UTF8 "{s}{h}</head>x{b}</body>"), &options);
    look(&(place_case)NONE("<head><meta charset=utf-8/><title>x</title><meta charset=utf-8>{s}{h}</head>x{b}</body>"),
         &options);
    look(&(place_case)WHY("<head><meta charset=gbk>{s}</head>x{b}</body>", CHARSET), &options);
    look(&(place_case)WHY("<head><meta charset=gbk>{s}</head>x<svg><![CDATA[x]]></svg></body>", CHARSET), &options);
    options.charset = XP_CHARSET_DOUBLEBYTE;
    look(&(place_case)WHY("<head>{s}<meta charset=utf-8></head>x{b}</body>", CHARSET), &options);
    options = usual();
    options.charset = XP_CHARSET_DOUBLEBYTE;
    look(&(place_case)NONE("<head>{s}{h}</head>x{b}</body>"), &options);
    look(&(place_case)WHY("<head>{s}{h}</head>x<svg><![CDATA[x]]></svg></body>", AMBIGUOUS), &options);
    options.charset = XP_CHARSET_UNSAFE;
    look(&(place_case)WHY("<head></head>x</body>", CHARSET), &options);
}

/* ---- What is kept -------------------------------------------------------------------------------------------------------------------- */

#define SIXTY "------------------------------------------------------------"

static const place_case LIMITED[] = {
    WHY("                                                             " DOC "<head></head>", FRAGMENT),
    WHY("                                                             {\"a\":1}", FRAGMENT),
    WHY("                                                        {\"a\":1}", NOT_HTML),
    WHY("<!--" SIXTY "-->" DOC "<head></head>", FRAGMENT),
    WHY("<html title='" SIXTY "'><head></head>", FRAGMENT),
    NONE("<head>{s}{h}</head><!--" SIXTY "--><body>{b}</body>"),
    WHY("<head>{s}{h}</head><!--" SIXTY "--><frameset>", FRAMESET),
    WHY(DOC "<html title='" SIXTY "' amp><head></head>", AMBIGUOUS),
    NONE("<head>{s}<meta title='" SIXTY "'><style title='" SIXTY "'>x</style><script title='" SIXTY
         "'>x</script>{h}</head>x{b}"),
    NONE("<head>{s}<title>" SIXTY "</title><base title='" SIXTY "'><noscript title='" SIXTY
         "'></noscript>{h}</head>x{b}"),
    WHY("<head>{s}<title>x</title><body title='" SIXTY "'>x</body>", AMBIGUOUS),
    WHY("<head>{s}<title>x</title></head title='" SIXTY "'>x</body>", AMBIGUOUS),
    NONE("<head>{s}{h}</head>x<p title='" SIXTY "'></p title='" SIXTY "'>{b}</body>"),
    WHY("<head>{s}{h}</head>x</body title='" SIXTY "'>", AMBIGUOUS),
};

/* How much of a page that comes byte by byte has to be kept at most. */
static void keeps(const char *page, int where, uint64_t most, const char *what)
{
    static way w;

    w.options = usual();
    for (int i = 0; i < XP_PLACES; i++)
        if (i != where)
            w.options.snippets[i] = NULL;
    run(&w, page, strlen(page), 1, 0);
    ok(w.found[where] && w.nfound == 1 && !w.broken, "%s: the place is found", what);
    ok(w.held_most <= most, "... and %d bytes are kept at most", (int)w.held_most);
}

static void test_kept(void)
{
    static way w;
    xp_place_options options = usual();

    options.hold_limit = 60;
    LOOK(LIMITED, &options);
    options.charset = XP_CHARSET_UNKNOWN;
    look(&(place_case)WHY("<head><title>" SIXTY "</title></head>x" SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY
                              SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY SIXTY "{b}</body>",
                          CHARSET),
         &options);
    look(&(place_case)WHY("<head></head><div><svg></div><script>" SIXTY "<</script>", CHARSET), &options);
    /* What may be an end tag is held back, and the limit may be met before it is known to be none. */
    look(&(place_case)WHY("<head></head><div><svg></div><script>xxxxxxxxxxxxxxxxxxxxxxxxxxxxx<>", CHARSET), &options);
    look(&(place_case)WHY("<head></head><div><svg></div><script>xxxxxxxxxxxxxxxxxxxxxxxxxxxx<>", AMBIGUOUS), &options);
    look(&(place_case)WHY("<head></head><div><svg></div><script>xxxxxxxxxxxxxxxxxxxxxxxx</scriq>", CHARSET), &options);
    look(&(place_case)WHY("<head></head><div><svg></div><script>xxxxxxxxxxxxxxxxxxxxxxx</sCripx>", CHARSET), &options);
    look(&(place_case)WHY("<head></head><div><svg></div><g " SIXTY "><![CDATA[x]]>", CHARSET), &options);
    keeps("<html><head><title>xxxxxxxxxxxxxxxxxxxxxxxx</title></head><body>xxxxxxxxxxxxxxxxxxxxxxxxx</body>",
          XP_HEAD_END, 12, "head-end");
    keeps("<html><head><script>xxxxxxxxxxxxxxxxxxxxxxx</script></head><body>xxxxxxxxxxxxxxxxxxxxxxxxx</body>",
          XP_BODY_END, 12, "body-end");
    keeps("<html><head><script>xxxxxxxxxxxxxxxxxxxxxxx</script></head><body>xxxxxxxxxxxxxxxxxxxxxxxxx</body>",
          XP_HEAD_START, 12, "head-start");

    w.options = usual();
    for (int i = 0; i < XP_PLACES; i++)
        w.options.snippets[i] = NULL;
    begin(&w, "<html>", 6);
    ok(xp_place_done(w.place), "nothing is asked for, and nothing is read");
    w.options.snippets[XP_HEAD_END] = &plain;
    begin(&w, " <!-- a --> <!DOCTYPE html>x", 28);
    feed(&w, 26);
    is_int(w.settled, 0, "nothing is settled until it is a document");
    feed(&w, 1);
    is_int(w.settled, 27, "... by its DOCTYPE");
    begin(&w, "<html><head></head><body></body>", 32);
    feed(&w, 25);
    ok(w.found[XP_HEAD_END] && xp_place_done(w.place), "once the last place is found, nothing more is read");
    feed(&w, 7);
    end(&w);
    ok(!w.broken, "... and the rest passes");
}

int main(void)
{
    xp_place_options options = usual();

    note("state: %zu bytes", xp_place_size());
    ok(xp_place_size() <= 2048, "the state of a page has 2 KiB at most");
    LOOK(DOCUMENTS, &options);
    LOOK(HEADS, &options);
    LOOK(FRAMESETS, &options);
    LOOK(BODIES, &options);
    LOOK(ENDS, &options);
    LOOK(AMP, &options);
    LOOK(MARKED, &options);
    test_known();
    test_charsets();
    test_kept();
    return tap_done();
}
