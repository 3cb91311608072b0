/* own catalogue: each case of the table in docs/parsing.md, "What a tree builder would say": at least one page whose reading tells whether
 * the engine does what its row says. A row without a page fails, and so does a page whose row is not in the table.
 * With the argument "pages" it prints them in hexadecimal, a line each, for the test that asks parse5.
 */
#include "scan_kit.h"

#define PAGE   "<!DOCTYPE html><html><head></head><body>text "
#define LOADER "<script src=\"https://cdn.bolt.example/a.js\"></script>"
#define PIXEL  "<img src=\"//bolt.example/t.gif?x\">"
#define STAYS  "<script src=/a.js></script>"
#define G10    "<g><g><g><g><g><g><g><g><g><g>"
#define G83    G10 G10 G10 G10 G10 G10 G10 G10 "<g><g><g>"

typedef struct {
    const char *row, *page;
    size_t len;
    const char *want; /* NULL: the page itself */
    size_t want_len;
    xp_reason reason;
} tree_case;

#define GOES(page, want) page, sizeof page - 1, want, sizeof want - 1, XP_REASON_NONE
#define PASSES(page)     page, sizeof page - 1, NULL, 0, XP_REASON_NONE
#define AMBIGUOUS(page)  page, sizeof page - 1, NULL, 0, XP_REASON_AMBIGUOUS
/* Raw text, of which nothing goes, and a script behind it, which does: or both are what they seem not to be. */
#define HIDDEN(before, el) GOES(before "<" el ">" LOADER "</" el ">" LOADER, before "<" el ">" LOADER "</" el ">" BOLT)

#define R_FOREIGN "`<svg>`, `<math>`"
#define R_POINT                                                                                                        \
    "integration points: `<foreignObject>`, `<desc>`, `<title>` in `svg`; `<mi>`, `<mo>`, `<mn>`, `<ms>`, `<mtext>`, " \
    "`<annotation-xml>` in `math`"
#define R_BREAKOUT "`<p>`, `<div>`, `<img>` and 41 others in foreign content"
#define R_FONT     "`<font>` in foreign content"
#define R_P_BR     "`</p>`, `</br>` in foreign content"
#define R_TEMPLATE "`</template>` in foreign content"
#define R_T_WITHIN "`<template>` in foreign content"
#define R_BODY     "`</body>`, `</html>` in foreign content"
#define R_END      "end tag in foreign content that closes nothing there (`<div><svg></div>`)"
#define R_D_BREAK  "doubt, then a tag that breaks out (`<p>`, `<div>`, `<img>` …)"
#define R_D_SCRIPT "doubt, then `<script>`"
#define R_D_RAW    "doubt, then raw text, `<template>`, `<![CDATA[`, `<script/>`"
#define R_D_ROOT   "doubt, then `<svg>` in `math`, `<math>` in `svg`"
#define R_D_APART  "doubt, an `<svg>` or `<math>` that is open all the same, then the end tag of what is outside of it"
#define R_D_LOOSE                                                                                                      \
    "HTML or doubt at unknown depth, then what HTML may follow in, or CDATA may: `<svg>`, `<mi>`, `<desc>`, "          \
    "`<mglyph>` …"
#define R_ORDER                                                                                                        \
    "end tag in an integration point that is not the innermost element's (`<foreignObject><p></foreignObject>`)"
#define R_IMPLIED "HTML elements open in an integration point, then `<![CDATA[`, `<mglyph>` or `<malignmark>`"
#define R_CELL    "table parts in an integration point"
#define R_DEEP    "more than 254 bytes of names of open foreign elements"
#define R_S_RAW                                                                                                        \
    "`<select>`, then `<style>`, `<title>`, `<xmp>`, `<iframe>`, `<noembed>`, `<noframes>`, `<noscript>`, "            \
    "`<plaintext>`"
#define R_S_SCRIPT  "`<select>`, then `<script>`, `<textarea>`"
#define R_S_SVG     "`<select>`, then `<svg>`, `<math>`"
#define R_S_CLOSED  "`<select>` closed by `<input>`, by a table's part, by a second `<select>`"
#define R_S_NESTED  "`<template>` within `<select>`, and the reverse"
#define R_SHADOW    "`<template shadowrootmode>`"
#define R_COL       "`<col>` in a `<template>`, then raw text, `svg` or `math`"
#define R_FRAMESET  "`<frameset>` where the body may still be replaced"
#define R_F_LATE    "`<frameset>` behind text, an image, a `<body>` tag …"
#define R_FOSTER    "what is foster-parented out of a table"
#define R_NOSCRIPT  "`<noscript>`"
#define R_N_STRAY   "end tag in a `<noscript>` without its element"
#define R_N_HEAD    "`<noscript>` in a head"
#define R_N_BETWEEN "`<noscript>` between head and body"
#define R_N_END     "`<noscript>` whose end tag is no end with scripting off"
#define R_NUL       "NUL before the head"
#define R_REFERENCE "`&` in text before the body"

static const tree_case CASES[] = {
    { R_FOREIGN, HIDDEN(PAGE "<svg><style>" STAYS "</style></svg>", "style") },
    { R_FOREIGN, GOES(PAGE "<svg>" LOADER "<xmp>" LOADER "</xmp></svg>" LOADER,
                      PAGE "<svg>" LOADER "<xmp>" LOADER "</xmp></svg>" BOLT) },
    { R_FOREIGN, GOES(PAGE "<math><style>" LOADER "</style><![CDATA[>" LOADER "]]></math>" LOADER,
                      PAGE "<math><style>" LOADER "</style><![CDATA[>" LOADER "]]></math>" BOLT) },
    { R_FOREIGN, GOES(PAGE "<svg><desc/><title/></svg><svg/><math/>" LOADER,
                      PAGE "<svg><desc/><title/></svg><svg/><math/>" BOLT) },
    { R_FOREIGN, HIDDEN(PAGE "<svg/><math/>", "xmp") },

    { R_POINT, GOES(PAGE "<svg><foreignObject>" LOADER "</foreignObject><desc>" LOADER "</desc><title>" LOADER
                         "</title>" LOADER "</svg>",
                    PAGE "<svg><foreignObject>" BOLT "</foreignObject><desc>" BOLT "</desc><title>" BOLT
                         "</title>" LOADER "</svg>") },
    { R_POINT, GOES(PAGE "<math><mi>" LOADER "</mi><mo>" LOADER "</mo><mn>" LOADER "</mn><ms>" LOADER
                         "</ms><mtext>" LOADER "</mtext>" LOADER "</math>",
                    PAGE "<math><mi>" BOLT "</mi><mo>" BOLT "</mo><mn>" BOLT "</mn><ms>" BOLT "</ms><mtext>" BOLT
                         "</mtext>" LOADER "</math>") },
    { R_POINT, GOES(PAGE "<math><mi><mglyph><style>" LOADER "</style></mglyph><malignmark>" LOADER
                         "</malignmark>" LOADER "</mi></math>",
                    PAGE "<math><mi><mglyph><style>" LOADER "</style></mglyph><malignmark>" LOADER "</malignmark>" BOLT
                         "</mi></math>") },
    { R_POINT, GOES(PAGE "<math><annotation-xml encoding=Text/HTML>" LOADER
                         "</annotation-xml><annotation-xml encoding='application/xhtml+xml'>" LOADER
                         "</annotation-xml><annotation-xml encoding=text/xml>" LOADER "</annotation-xml></math>",
                    PAGE "<math><annotation-xml encoding=Text/HTML>" BOLT
                         "</annotation-xml><annotation-xml encoding='application/xhtml+xml'>" BOLT
                         "</annotation-xml><annotation-xml encoding=text/xml>" LOADER "</annotation-xml></math>") },
    { R_POINT, GOES(PAGE "<math><annotation-xml><svg><desc>" LOADER "</desc></svg></annotation-xml></math>",
                    PAGE "<math><annotation-xml><svg><desc>" BOLT "</desc></svg></annotation-xml></math>") },
    { R_POINT, HIDDEN(PAGE "<svg><desc><p>", "style") },
    { R_POINT, PASSES(PAGE "<math><desc>" LOADER "</desc><title>" LOADER "</title></math><svg><mi>" LOADER "</svg>") },
    { R_POINT, PASSES(PAGE "<svg><annotation-xml encoding=text/html>" LOADER "</annotation-xml></svg>") },
    { R_POINT, HIDDEN(PAGE "<svg><desc><br><input></desc></svg>", "style") },
    { R_POINT, HIDDEN(PAGE "<svg><desc><abcdefghijklmnopqrstuvwxyz>", "style") },
    { R_POINT, HIDDEN(PAGE "<svg><desc><html><head><body><frameset><frame></desc></svg>", "style") },

    { R_BREAKOUT, HIDDEN(PAGE "<svg><svg><g><p>", "style") },
    { R_BREAKOUT, HIDDEN(PAGE "<math><mrow><div>", "title") },
    { R_BREAKOUT, HIDDEN(PAGE "<svg><path><img src=/a.png>", "xmp") },
    { R_BREAKOUT, GOES(PAGE "<svg><desc><svg><p>" LOADER "</p></desc>" LOADER,
                       PAGE "<svg><desc><svg><p>" BOLT "</p></desc>" LOADER) },
    { R_BREAKOUT, PASSES(PAGE "<svg><g><a>" LOADER "<q>" LOADER "</svg>") },

    { R_FONT, GOES(PAGE "<svg><font class=a>" LOADER "</font><font color=red>" LOADER,
                   PAGE "<svg><font class=a>" LOADER "</font><font color=red>" BOLT) },
    { R_FONT, HIDDEN(PAGE "<svg><g><font face=x>", "style") },
    { R_FONT, HIDDEN(PAGE "<math><font size=1>", "style") },

    { R_P_BR, HIDDEN(PAGE "<svg><g></p>", "style") },
    { R_P_BR, HIDDEN(PAGE "<math><mrow></br>", "style") },
    { R_P_BR, GOES(PAGE "<svg><desc></p></desc><style>" LOADER "</style></svg>" LOADER,
                   PAGE "<svg><desc></p></desc><style>" LOADER "</style></svg>" BOLT) },

    { R_TEMPLATE, HIDDEN(PAGE "<template><svg></template>", "style") },
    { R_TEMPLATE, GOES(PAGE "<svg><desc><template><svg><g></template>" LOADER "</desc>" LOADER,
                       PAGE "<svg><desc><template><svg><g></template>" BOLT "</desc>" LOADER) },
    { R_TEMPLATE, HIDDEN(PAGE "<svg><desc><template><b></template></desc></svg>", "style") },

    { R_T_WITHIN, AMBIGUOUS(PAGE "<template><svg><template></template>" LOADER) },
    { R_T_WITHIN, AMBIGUOUS(PAGE "<template><svg><template></template><![CDATA[<p>" LOADER "]]>") },
    { R_T_WITHIN, HIDDEN(PAGE "<template><svg><template/></svg></template>", "style") },
    { R_T_WITHIN, HIDDEN(PAGE "<svg><template></template></svg>", "style") },
    { R_T_WITHIN, HIDDEN(PAGE "<math><annotation-xml><template></template><svg><desc>", "style") },
    { R_T_WITHIN, HIDDEN(PAGE "<svg><desc></template></desc></svg>", "style") },
    { R_T_WITHIN, GOES(PAGE "<svg></template><style>" LOADER "</style></svg>" LOADER,
                       PAGE "<svg></template><style>" LOADER "</style></svg>" BOLT) },

    { R_BODY, GOES(PAGE "<svg></body></html><style>" LOADER "</style><p>" LOADER,
                   PAGE "<svg></body></html><style>" LOADER "</style><p>" BOLT) },

    { R_END, HIDDEN(PAGE "<div><svg></div></svg>", "style") },
    { R_END, HIDDEN(PAGE "<svg></div></svg>", "style") },
    { R_END,
      GOES(PAGE "<div><svg><g></div><path/></g></svg>" LOADER, PAGE "<div><svg><g></div><path/></g></svg>" BOLT) },
    { R_END, GOES(PAGE "<div><svg></div></svg><svg><style>" LOADER "</style></svg>" LOADER,
                  PAGE "<div><svg></div></svg><svg><style>" LOADER "</style></svg>" BOLT) },
    { R_END, HIDDEN(PAGE "<template><svg></x><g></g></svg></template>", "style") },
    { R_END, HIDDEN(PAGE "<div><svg></div><col></svg>", "style") },
    { R_END, HIDDEN("<div><svg></div><g></svg>", "style") },

    { R_D_BREAK, HIDDEN(PAGE "<div><svg></div><p>", "style") },
    { R_D_BREAK, HIDDEN(PAGE "<div><svg></div><img src=/a.png>", "title") },
    { R_D_BREAK, HIDDEN(PAGE "<svg><foreignObject><p></foreignObject><p>", "style") },

    { R_D_SCRIPT, GOES(PAGE "<div><svg></div>" LOADER "<script>a()</script><p>" LOADER,
                       PAGE "<div><svg></div>" BOLT "<script>a()</script><p>" BOLT) },
    { R_D_SCRIPT, AMBIGUOUS(PAGE "<div><svg></div><script>a<b</script><p>" LOADER) },
    { R_D_SCRIPT, AMBIGUOUS(PAGE "<div><svg></div><script><p></script>" LOADER) },

    { R_D_RAW, AMBIGUOUS(PAGE "<div><svg></div><style></style><p>" LOADER) },
    { R_D_RAW, AMBIGUOUS(PAGE "<div><svg><g></div></g><style></style><p>" LOADER) },
    { R_D_RAW, AMBIGUOUS(PAGE "<div><svg></div><plaintext><p>" LOADER) },
    { R_D_RAW, AMBIGUOUS(PAGE "<div><svg></div><template></template><p>" LOADER) },
    { R_D_RAW, AMBIGUOUS(PAGE "<div><svg></div><![CDATA[x]]><p>" LOADER) },
    { R_D_RAW, AMBIGUOUS(PAGE "<div><svg></div><script/><p>" LOADER) },

    { R_D_ROOT,
      AMBIGUOUS(PAGE "<div><math></div><svg><desc><p></p></desc><style><!--</style>" LOADER "--></style></svg>") },
    { R_D_ROOT,
      AMBIGUOUS(PAGE "<div><svg></div><math><mi><p></p></mi><style><!--</style>" LOADER "--></style></math>") },
    { R_D_ROOT, GOES(PAGE "<div><svg></div><svg><desc>" LOADER "</desc></svg>",
                     PAGE "<div><svg></div><svg><desc>" BOLT "</desc></svg>") },
    { R_D_APART,
      AMBIGUOUS(PAGE "<table><tr><td><math><mi></table><svg></math><style><!--</style>" LOADER "--></style></svg>") },
    { R_D_APART, AMBIGUOUS(PAGE "<table><tr><td><svg><desc></table><svg><g></desc><style>" LOADER "</style></svg>") },
    { R_D_APART, GOES(PAGE "<table><tr><td><math><mi></table><svg></svg></math>" LOADER,
                      PAGE "<table><tr><td><math><mi></table><svg></svg></math>" BOLT) },
    { R_D_APART, GOES(PAGE "<table><tr><td><math><mi></table><svg></math><p>" LOADER,
                      PAGE "<table><tr><td><math><mi></table><svg></math><p>" BOLT) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<svg><foreignObject><p></foreignObject><svg></svg><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<svg><foreignObject><p></foreignObject><math></math><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<svg><foreignObject><p></foreignObject><desc></desc><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<math><mi><p></mi><mtext></mtext><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<math><mi><b><i></b><mglyph><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<math><mi><b><i></b><malignmark><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<svg><desc><b><i></b><![CDATA[x]]><p>" LOADER) },
    { R_D_LOOSE, AMBIGUOUS(PAGE "<svg><desc><b><i></b><select><svg></svg></select><p>" LOADER) },
    { R_D_LOOSE, HIDDEN(PAGE "<svg><foreignObject><p></foreignObject><g><path></g><p>", "style") },

    { R_ORDER, GOES(PAGE "<svg><foreignObject><p></foreignObject></svg>" LOADER,
                    PAGE "<svg><foreignObject><p></foreignObject></svg>" BOLT) },
    { R_ORDER, AMBIGUOUS(PAGE "<svg><foreignObject><p></foreignObject><style></style>" LOADER) },
    { R_ORDER, HIDDEN(PAGE "<svg><desc><b><i></b>", "style") },

    { R_IMPLIED, AMBIGUOUS(PAGE "<svg><desc><p><div></div><![CDATA[ > " LOADER "]]>") },
    { R_IMPLIED, AMBIGUOUS(PAGE "<svg><foreignObject><li><li></li><![CDATA[ > " LOADER "]]>") },
    { R_IMPLIED, AMBIGUOUS(PAGE "<math><mi><p><div></div><mglyph><style><!--</style>" LOADER "<!-- --></mglyph>") },
    { R_IMPLIED, AMBIGUOUS(PAGE "<math><mtext><b><malignmark>" LOADER) },
    { R_IMPLIED, GOES(PAGE "<svg><desc><p>x</p></desc><![CDATA[>" LOADER "]]></svg>" LOADER,
                      PAGE "<svg><desc><p>x</p></desc><![CDATA[>" LOADER "]]></svg>" BOLT) },
    { R_CELL, HIDDEN(PAGE "<table><tr><td><svg><desc><td>", "style") },
    { R_CELL, HIDDEN(PAGE "<svg><foreignObject><table><tr><td></td></tr></table>", "title") },
    { R_CELL, AMBIGUOUS(PAGE "<table><tr><td><svg><desc><td></td></desc><style></style><p>" LOADER) },

    { R_DEEP, HIDDEN(PAGE "<svg>" G83 "</svg>", "style") },
    { R_DEEP, AMBIGUOUS(PAGE "<svg>" G83 "<g></svg>" LOADER) },
    { R_DEEP, AMBIGUOUS(PAGE "<div><svg></div>" G83 "<g></svg>" LOADER) },

    { R_S_RAW, AMBIGUOUS(PAGE "<select><style></style>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><title></title>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><option><xmp></xmp>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><iframe></iframe>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><noembed></noembed>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><noframes></noframes>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><noscript></noscript>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<select><plaintext>" LOADER) },
    { R_S_RAW, AMBIGUOUS(PAGE "<div><svg></div><select></svg><style></style>" LOADER) },
    { R_S_RAW, HIDDEN(PAGE "<select></select>", "style") },

    { R_S_SCRIPT, HIDDEN(PAGE "<select><option>", "textarea") },
    { R_S_SCRIPT, GOES(PAGE "<select><script>'<style>'</script>" LOADER "</select>" LOADER,
                       PAGE "<select><script>'<style>'</script>" BOLT "</select>" BOLT) },

    { R_S_SVG, HIDDEN(PAGE "<select><svg><path/></svg></select>", "style") },
    { R_S_SVG, HIDDEN(PAGE "<select><math></math></select>", "style") },
    { R_S_SVG, AMBIGUOUS(PAGE "<select><svg><style></style></svg></select>" LOADER) },
    { R_S_SVG, AMBIGUOUS(PAGE "<select><math><![CDATA[x]]></math></select>" LOADER) },

    { R_S_CLOSED, AMBIGUOUS(PAGE "<select><input><style></style>" LOADER) },
    { R_S_CLOSED, AMBIGUOUS(PAGE "<table><tr><td><select></table><style></style>" LOADER) },
    { R_S_CLOSED, AMBIGUOUS(PAGE "<select><select><style></style>" LOADER) },
    { R_S_CLOSED, HIDDEN(PAGE "<select><input></select>", "style") },

    { R_S_NESTED, AMBIGUOUS(PAGE "<select><template></select></template><style></style>" LOADER) },
    { R_S_NESTED, HIDDEN(PAGE "<select><template></template></select>", "style") },
    { R_S_NESTED, HIDDEN(PAGE "<template><select></template>", "style") },

    { R_SHADOW, GOES(PAGE "<p><template shadowrootmode=open>" LOADER "</template>" LOADER,
                     PAGE "<p><template shadowrootmode=open>" BOLT "</template>" BOLT) },
    { R_SHADOW, GOES(PAGE "<p><template shadowrootmode=closed><i>" PIXEL "<template>" LOADER "</template></template>",
                     PAGE "<p><template shadowrootmode=closed><i>" BOLT "<template>" LOADER "</template></template>") },
    { R_SHADOW, PASSES(PAGE "<template><p><template shadowrootmode=open>" LOADER "</template>" LOADER "</template>") },
    { R_SHADOW, PASSES("<head><template shadowrootmode=open>" LOADER "</template></head>") },
    { R_SHADOW, PASSES(PAGE "<p><template shadowrootmode=open>" PIXEL "</template>") },
    { R_SHADOW, AMBIGUOUS(PAGE "<p><template shadowrootmode=open><col>" LOADER "</template>") },
    { R_COL, AMBIGUOUS(PAGE "<template><col><style></style></template>" LOADER) },
    { R_COL, AMBIGUOUS(PAGE "<template><col><svg></svg></template>" LOADER) },
    { R_COL, AMBIGUOUS(PAGE "<template><col><math></math></template>" LOADER) },
    { R_COL, HIDDEN(PAGE "<template><col></template>", "style") },
    { R_COL, HIDDEN(PAGE "<table><col></table>", "style") },

    { R_FRAMESET, AMBIGUOUS("<frameset><frame></frameset><noframes>" LOADER "</noframes>") },
    { R_FRAMESET, AMBIGUOUS("<head></head><frameset>" LOADER) },
    { R_FRAMESET, AMBIGUOUS("<p><input type=hidden><frameset>" LOADER) },
    { R_FRAMESET, AMBIGUOUS("<div><svg></div><frameset>" LOADER) },
    { R_FRAMESET, AMBIGUOUS("<head><template><p>x</template></head><frameset>" LOADER) },

    { R_F_LATE, HIDDEN("<p>x<frameset>", "style") },
    { R_F_LATE, HIDDEN("<img src=/a.png><frameset>", "style") },
    { R_F_LATE, HIDDEN("<body><frameset>", "style") },
    { R_F_LATE, HIDDEN("<input><frameset><frame>", "style") },
    { R_F_LATE, HIDDEN("x<frameset>", "style") },

    { R_FOSTER, GOES(PAGE "<table>a" LOADER "b<tr>c" PIXEL "d<td>" LOADER "</table>",
                     PAGE "<table>a" BOLT "b<tr>c" BOLT "d<td>" BOLT "</table>") },
    { R_FOSTER, HIDDEN(PAGE "<table>", "style") },
    { R_FOSTER, HIDDEN(PAGE "<table><tr><p>x", "textarea") },
    { R_FOSTER, GOES(PAGE "<table><svg><style>" LOADER "</style></svg><tr>" LOADER,
                     PAGE "<table><svg><style>" LOADER "</style></svg><tr>" BOLT) },

    { R_NOSCRIPT, GOES(PAGE "<noscript>" PIXEL "</noscript>", PAGE BOLT) },
    { R_NOSCRIPT, PASSES(PAGE "<noscript><a title='" PIXEL "'></a></noscript>") },
    { R_NOSCRIPT, GOES(PAGE "<noscript><div></noscript>" PIXEL, PAGE "<noscript><div></noscript>" BOLT) },
    { R_N_STRAY, GOES(PAGE "<div><a><noscript>" PIXEL "</img></span></noscript>", PAGE "<div><a>" BOLT) },
    { R_N_STRAY, PASSES(PAGE "<div><noscript>" PIXEL "</div></noscript>") },
    { R_N_STRAY, PASSES(PAGE "<a><noscript>" PIXEL "</a></noscript>") },
    { R_N_STRAY, PASSES(PAGE "<noscript>" PIXEL "</p></noscript><noscript>" PIXEL "</br></noscript>") },
    { R_N_HEAD, GOES("<head><noscript>" PIXEL "</noscript></head>", "<head>" BOLT "</head>") },
    { R_N_BETWEEN, PASSES("<head></head><noscript>" PIXEL "</noscript><body>") },
    { R_N_BETWEEN, PASSES("<head></head><link rel=x href=y><noscript>" PIXEL "</noscript><body>") },
    { R_N_BETWEEN, PASSES("<head></head><template></body></template><noscript>" PIXEL "</noscript><body>") },
    { R_N_BETWEEN, GOES("<head></head></body><noscript>" PIXEL "</noscript>", "<head></head></body>" BOLT) },
    { R_N_BETWEEN, GOES("<head></head></html><noscript>" PIXEL "</noscript>", "<head></head></html>" BOLT) },
    { R_N_BETWEEN, GOES("<head></head></br><noscript>" PIXEL "</noscript>", "<head></head></br>" BOLT) },
    { R_N_END, GOES(PAGE "<noscript><!-- </noscript>" PIXEL "--></noscript>",
                    PAGE "<noscript><!-- </noscript>" BOLT "--></noscript>") },
    { R_N_END,
      GOES(PAGE "<noscript><style></noscript>" PIXEL "</style>", PAGE "<noscript><style></noscript>" BOLT "</style>") },

    { R_NUL, PASSES("\0" PIXEL) },
    { R_NUL, AMBIGUOUS("\0<frameset>" LOADER) },
    { R_REFERENCE, PASSES("&#32;" PIXEL) },
    { R_REFERENCE, AMBIGUOUS("&#32;<frameset>" LOADER) },
    { R_REFERENCE, GOES("&#32;<p>x" PIXEL, "&#32;<p>x" BOLT) },
};

enum { NCASES = sizeof CASES / sizeof *CASES };

static int bad_cuts(const kit *whole, kit *k)
{
    int bad = 0;

    for (size_t cut = 0; cut <= whole->len; cut++) {
        kit_run(k, whole->page, whole->len, cut, cut);
        bad += !kit_same(whole, k);
    }
    kit_run_bytes(k, whole->page, whole->len, 1);
    return bad + !kit_same(whole, k);
}

static void run(const tree_case *c)
{
    static kit whole, pieces;
    const char *want = c->want ? c->want : c->page;
    size_t want_len = c->want ? c->want_len : c->len;

    kit_set(&whole);
    kit_set(&pieces);
    kit_run(&whole, c->page, c->len, c->len, c->len);
    is_mem(whole.out, whole.out_len, want, want_len, "%s: %s", c->row, c->page);
    is_int(whole.reason, c->reason, "... given up or not");
    is_int(bad_cuts(&whole, &pieces), 0, "... wherever it is cut");
}

/* Start tags after which a frameset is dropped (13.2.6.4.7), and some after which it is not. */
static void test_frameset_ok(void)
{
    static const char *const FORBID[] = { "pre",    "listing",  "li",     "dd",     "dt",     "table",
                                          "img",    "image",    "embed",  "br",     "wbr",    "area",
                                          "hr",     "textarea", "xmp",    "keygen", "button", "applet",
                                          "object", "marquee",  "iframe", "select", "input" };
    static const char *const ALLOW[] = {
        "p", "div", "a", "h1", "form", "ul", "svg", "span", "x-y", "input type=hidden"
    };
    static kit k;
    char page[200];

    kit_set(&k);
    for (size_t i = 0; i < sizeof FORBID / sizeof *FORBID; i++) {
        size_t len = (size_t)sprintf(page, "<%s></%s><frameset>" LOADER, FORBID[i], FORBID[i]);

        kit_run(&k, page, len, len, len);
        ok(k.nedits == 1 && !k.reason, "a frameset behind <%s> is dropped", FORBID[i]);
    }
    for (size_t i = 0; i < sizeof ALLOW / sizeof *ALLOW; i++) {
        size_t len = (size_t)sprintf(page, "<%s></%s><frameset>" LOADER, ALLOW[i], ALLOW[i]);

        kit_run(&k, page, len, len, len);
        ok(!k.nedits && k.reason == XP_REASON_AMBIGUOUS, "a frameset behind <%s> is not", ALLOW[i]);
    }
}

/* ---- The table ---------------------------------------------------------------------------------------------------------------- */

/* The next row's first cell, of the table in the section on tree builders; false: there is none. */
static bool next_row(FILE *in, char *cell, size_t size)
{
    static bool within;
    char line[2000];

    while (fgets(line, sizeof line, in)) {
        const char *end = strstr(line, " | ");

        if (!strncmp(line, "## ", 3))
            within = !strcmp(line, "## What a tree builder would say\n");
        if (!within || strncmp(line, "| ", 2) != 0 || !strncmp(line, "| case ", 7) || !end)
            continue;
        snprintf(cell, size, "%.*s", (int)(end - line - 2), line + 2);
        return true;
    }
    return false;
}

static void test_table(void)
{
    bool found[NCASES] = { false };
    FILE *in = fopen("docs/parsing.md", "r");
    char cell[500];
    int rows = 0;

    if (!in) {
        ok(false, "docs/parsing.md can be read from here");
        return;
    }
    for (; next_row(in, cell, sizeof cell); rows++) {
        int pages = 0;

        for (int i = 0; i < NCASES; i++)
            if (!strcmp(CASES[i].row, cell)) {
                found[i] = true;
                pages++;
            }
        ok(pages > 0, "the row '%s' has %d pages", cell, pages);
    }
    fclose(in);
    ok(rows > 20, "there are %d rows", rows);
    for (int i = 0; i < NCASES; i++)
        if (!found[i])
            ok(false, "there is a row '%s'", CASES[i].row);
}

static int print_pages(void)
{
    for (int i = 0; i < NCASES; i++) {
        for (size_t at = 0; at < CASES[i].len; at++)
            printf("%02x", (unsigned)(unsigned char)CASES[i].page[at]);
        putchar('\n');
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "pages"))
        return print_pages();
    for (int i = 0; i < NCASES; i++)
        run(&CASES[i]);
    test_frameset_ok();
    test_table();
    return tap_done();
}
