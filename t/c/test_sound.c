/* Which texts of the site's may be put into pages: a table of texts that are sound, and one of those that are not and why. */
#include "engine/page/xp_sound.h"

#include "tap.h"

#define S   (1 << XP_HEAD_START)
#define E   (1 << XP_HEAD_END)
#define B   (1 << XP_BODY_END)
#define H   (S | E)
#define ALL (H | B)

static const char *const PLACE[] = { "head-start", "head-end", "body-end" };
static const char *const FAULT[] = { "none",      "long",      "empty", "open",   "unopened", "unended", "document",
                                     "ends head", "ambiguous", "NUL",   "nonces", "plain",    "quote" };

static xp_snippet_fault check(const char *text, size_t len, xp_where where)
{
    char *copy = tap_copy(text, len);
    xp_snippet_fault fault;
    bool sound = xp_snippet_check(copy, len, where, &fault);

    free(copy);
    if (sound != (fault.fault == XP_FAULT_NONE))
        fault.fault = XP_FAULT_NUL; /* which none of the tables' has */
    return fault;
}

/* ---- Sound ones: in all places that are named, and in the others they would end the head ------------------------------------ */

static const struct {
    int places;
    const char *text;
} SOUND[] = {
    { ALL, "<script></script>" },
    { ALL, " \n<script async src=\"https://www.example.com/a.js?x=1&amp;y=2\"></script>\n\t" },
    { ALL, "<SCRIPT>if (a < b && c > d) document.write('<p></p>');</Script >" },
    { ALL, "<script><!-- a();\n//--></script>" },
    { ALL, "<script><!--<script>a()</script>--></script>" },
    { ALL, "<!-- Begin --><script>a()</script><!-- End -->" },
    { ALL, "<link rel=preconnect href=https://x.example><meta name=a content=b><base href=/><title>a</title>" },
    { ALL, "<style>p > a { color: red }</style>" },
    { ALL, "<template><div><p>a</p></div><tr><td>b</td></tr></template>" },
    { ALL, "<noscript><link rel=stylesheet href=a.css><style>p{}</style><!-- a --> <meta name=a></noscript>" },
    { E | B, "<noscript><img height=1 width=1 alt=\"\" src=\"https://x.example/?a=1\"></noscript>" },
    { E | B, "<noscript><iframe src=\"https://x.example/ns.html\"></iframe></noscript><script>a()</script>" },
    { E | B, "<noscript><p><img src=a alt=b></p></noscript>" },
    { E | B, "<noscript>a</noscript>" },
    { E | B, "<noscript><script>a()</script></noscript>" },
    { B, "<div><p>a <b>c</b></p><br><hr/><img src=a></div>" },
    { B, "text, and a < b" },
    { B, "a &lt; b<br>" },
    { B, "<div><template shadowrootmode=open><p>a</p></template></div><template shadowrootmode=none></template>" },
    { ALL, "<script data-a='\"<' data-b=\"'\" src=a></script>" },
    { B, "<x-y-which-is-longer-than-any-name-of-ours a=1><b>a</b></x-y-which-is-longer-than-any-name-of-ours>" },
    { B, "<svg width=1><g><path d=a /><circle></circle></g><image href=a /></svg>" },
    { B, "<svg><title>a</title><foreignObject><div>a</div></foreignObject></svg>" },
    { B, "<svg><![CDATA[ <p> ]]><style>a{}</style></svg>" },
    { B, "<svg/>" },
    { B, "<math><mi>x</mi><mrow/></math>" },
    { B, "<table><caption>a</caption><colgroup><col></colgroup><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></"
         "table>" },
    { B, "<select><option>a</option></select><textarea></p></textarea><input type=hidden>" },
    { B, "<iframe></p></iframe><xmp></p></xmp><button>a</button>" },
    { B, "<font color=red>a</font>" },
    { B, "<a href=\"/?a=b>c\">d</a>" },
    { B, "<p>\xC3\xA9</p>" },
};

static void accepts(void)
{
    for (size_t i = 0; i < sizeof SOUND / sizeof *SOUND; i++)
        for (int where = 0; where < XP_PLACES; where++) {
            bool here = SOUND[i].places >> where & 1;
            xp_snippet_fault fault = check(SOUND[i].text, strlen(SOUND[i].text), (xp_where)where);

            is_str(FAULT[fault.fault], FAULT[here ? XP_FAULT_NONE : XP_FAULT_ENDS_HEAD], "%s: %s", PLACE[where],
                   SOUND[i].text);
        }
}

/* ---- What is wrong: the first fault, where it is seen, and the name ---------------------------------------------------------- */

static const struct {
    int places;
    xp_fault fault;
    int at;
    const char *name, *text;
} BAD[] = {
    { ALL, XP_FAULT_EMPTY, 0, "", "" },
    { ALL, XP_FAULT_EMPTY, 3, "", " \n\t" },

    { ALL, XP_FAULT_PLAIN, 0, "", "None" },
    { ALL, XP_FAULT_PLAIN, 1, "", " conf/analytics.html" },
    { ALL, XP_FAULT_PLAIN, 0, "", "&#32;" },

    { ALL, XP_FAULT_QUOTE, 0, "script", "<script src=\"a.js></script>\n<script src=\"b.js\"></script>" },
    { ALL, XP_FAULT_QUOTE, 1, "link", " <link href='a.css>\n<link href='b.css'>" },
    { ALL, XP_FAULT_QUOTE, 0, "link", "<link rel=a <link>" },
    { ALL, XP_FAULT_QUOTE, 10, "link", "<noscript><link rel=\"a\"\"></noscript>" },

    { ALL, XP_FAULT_UNENDED, 0, "script", "<script>a()" },
    { ALL, XP_FAULT_UNENDED, 2, "script", " \n<script src=a />" },
    { ALL, XP_FAULT_UNENDED, 0, "script", "<script>a()</script" },
    { ALL, XP_FAULT_UNENDED, 0, "script", "<script><!--<script></script>" },
    { ALL, XP_FAULT_UNENDED, 0, "style", "<style>p{}</styl>" },
    { ALL, XP_FAULT_UNENDED, 0, "title", "<title>a" },
    { ALL, XP_FAULT_UNENDED, 0, "noscript", "<noscript><link rel=a>" },
    { ALL, XP_FAULT_UNENDED, 0, "", "<script src=\"a></script>" },
    { ALL, XP_FAULT_UNENDED, 0, "", "<link rel=a href='b>" },
    { ALL, XP_FAULT_UNENDED, 0, "", "<link rel=a" },
    { ALL, XP_FAULT_UNENDED, 17, "", "<script></script><!-- a" },
    { ALL, XP_FAULT_UNENDED, 17, "", "<script></script><!-- a -- >" },
    { ALL, XP_FAULT_UNENDED, 17, "", "<script></script><" },
    { ALL, XP_FAULT_UNENDED, 17, "", "<script></script><!" },
    { ALL, XP_FAULT_UNENDED, 17, "", "<script></script></" },
    { B, XP_FAULT_UNENDED, 0, "plaintext", "<plaintext>a" },
    { B, XP_FAULT_UNENDED, 5, "", "<svg><![CDATA[ a </svg>" },
    { B, XP_FAULT_UNENDED, 1, "textarea", "a<textarea>" },

    { ALL, XP_FAULT_OPEN, 0, "template", "<template><b>a</b>" },
    { B, XP_FAULT_OPEN, 0, "div", "<div>" },
    { B, XP_FAULT_OPEN, 0, "div", "<DIV/>" },
    { B, XP_FAULT_OPEN, 0, "p", "<p>a" },
    { B, XP_FAULT_OPEN, 5, "span", "<div><span></div>" },
    { B, XP_FAULT_OPEN, 3, "i", "<b><i></b></i>" },
    { B, XP_FAULT_OPEN, 9, "li", "<ul><li>a<li>b</ul>" },
    { B, XP_FAULT_OPEN, 0, "svg", "<svg><g/>" },
    { B, XP_FAULT_OPEN, 5, "path", "<svg><path></svg>" },
    { B, XP_FAULT_OPEN, 0, "x-y-which-is-longer-tha", "<x-y-which-is-longer-than-any-name-of-ours>" },

    { ALL, XP_FAULT_UNOPENED, 17, "script", "<script></script></script>" },
    { ALL, XP_FAULT_UNOPENED, 0, "div", "</div>" },
    { ALL, XP_FAULT_UNOPENED, 0, "p", "</P>" },
    { ALL, XP_FAULT_UNOPENED, 0, "br", "</br>" },
    { ALL, XP_FAULT_UNOPENED, 17, "meta", "<meta name=a a=b></meta>" },
    { H, XP_FAULT_ENDS_HEAD, 32, "", "<noscript><link rel='</noscript>'></noscript>" },
    { B, XP_FAULT_UNOPENED, 34, "noscript", "<noscript><link rel='</noscript>'></noscript>" },
    { ALL, XP_FAULT_UNOPENED, 10, "b", "<template></b></template>" },
    { B, XP_FAULT_UNOPENED, 45, "x-y-which-is-longer-tha",
      "<x-y-which-is-longer-than-any-name-of-ours-1></x-y-which-is-longer-than-any-name-of-ours-2>" },

    { ALL, XP_FAULT_DOCUMENT, 0, "!doctype", "<!DOCTYPE html><script></script>" },
    { ALL, XP_FAULT_DOCUMENT, 17, "!doctype", "<script></script><!doctype html>" },
    { ALL, XP_FAULT_DOCUMENT, 0, "html", "<html><script></script></html>" },
    { ALL, XP_FAULT_DOCUMENT, 0, "head", "<HEAD><script></script></HEAD>" },
    { ALL, XP_FAULT_DOCUMENT, 0, "head", "</head>" },
    { ALL, XP_FAULT_DOCUMENT, 17, "body", "<script></script></body>" },
    { ALL, XP_FAULT_DOCUMENT, 0, "body", "<body class=a>" },
    { ALL, XP_FAULT_DOCUMENT, 0, "frameset", "<frameset></frameset>" },
    { ALL, XP_FAULT_DOCUMENT, 0, "frame", "<frame src=a>" },
    { ALL, XP_FAULT_DOCUMENT, 10, "body", "<template><body></body></template>" },
    { ALL, XP_FAULT_DOCUMENT, 10, "body", "<noscript><body></noscript>" },

    { H, XP_FAULT_ENDS_HEAD, 18, "", "<script></script> a" },
    { H, XP_FAULT_ENDS_HEAD, 0, "", "\xEF\xBB\xBF<script></script>" },
    { H, XP_FAULT_ENDS_HEAD, 0, "", "&#32;<link rel=a>" },
    { H, XP_FAULT_ENDS_HEAD, 17, "img", "<script></script><img src=a>" },
    { H, XP_FAULT_ENDS_HEAD, 0, "iframe", "<iframe></iframe>" },
    { H, XP_FAULT_ENDS_HEAD, 0, "svg", "<svg></svg>" },
    { S, XP_FAULT_ENDS_HEAD, 10, "img", "<noscript><img src=a></noscript>" },
    { S, XP_FAULT_ENDS_HEAD, 10, "", "<noscript>a</noscript>" },
    { S, XP_FAULT_ENDS_HEAD, 10, "title", "<noscript><title></title></noscript>" },

    { S, XP_FAULT_ENDS_HEAD, 10, "template", "<noscript><template></noscript>" },
    { E | B, XP_FAULT_OPEN, 10, "template", "<noscript><template></noscript>" },
    { ALL, XP_FAULT_AMBIGUOUS, 0, "meta", "<meta charset=utf-8>" },
    { ALL, XP_FAULT_AMBIGUOUS, 1, "meta", " <META http-equiv=' Content-Type ' content='text/html; charset=utf-8'>" },
    { ALL, XP_FAULT_AMBIGUOUS, 0, "meta", "<meta http-equiv='content&#45;type' content='text/html; charset=utf-8'>" },
    { B, XP_FAULT_AMBIGUOUS, 40, "noscript",
      "<noscript><link a=\"</noscript><link b=\"><noscript></noscript></noscript>\">" },
    { ALL, XP_FAULT_AMBIGUOUS, 0, "template", "<template shadowrootmode=open><p>a</p></template>" },
    { B, XP_FAULT_AMBIGUOUS, 7, "template", "<p></p><TEMPLATE ShadowRootMode=closed></TEMPLATE>" },
    { B, XP_FAULT_AMBIGUOUS, 0, "td", "<td>a</td>" },
    { B, XP_FAULT_AMBIGUOUS, 5, "tr", "<div><tr></tr></div>" },
    { B, XP_FAULT_AMBIGUOUS, 5, "p", "<svg><p></p></svg>" },
    { B, XP_FAULT_AMBIGUOUS, 5, "font", "<svg><font color=red></font></svg>" },
    { B, XP_FAULT_AMBIGUOUS, 8, "svg", "<select><svg></svg></select>" },
    { B, XP_FAULT_AMBIGUOUS, 8, "style", "<select><style></style></select>" },
    { B, XP_FAULT_AMBIGUOUS, 23, "td", "<svg><foreignObject><b><td></td></b></foreignObject></svg>" },
};

static void refuses(void)
{
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        for (int where = 0; where < XP_PLACES; where++) {
            xp_snippet_fault fault = check(BAD[i].text, strlen(BAD[i].text), (xp_where)where);

            if (!(BAD[i].places >> where & 1))
                continue;
            is_str(FAULT[fault.fault], FAULT[BAD[i].fault], "%s: %s", PLACE[where], BAD[i].text);
            is_int(fault.at, BAD[i].at, "... at");
            is_str(fault.name, BAD[i].name, "... of");
        }
}

/* ---- Limits ------------------------------------------------------------------------------------------------------------------ */

static void limits(void)
{
    static char text[XP_SNIPPET_MAX + 200];
    xp_snippet_fault fault;
    size_t n = 0;

    memset(text, ' ', sizeof text);
    memcpy(text + 50, "<script>", 8);
    memset(text + 58, 'a', XP_SNIPPET_MAX - 17);
    memcpy(text + 50 + XP_SNIPPET_MAX - 9, "</script>", 9);
    fault = check(text, sizeof text, XP_HEAD_END);
    is_str(FAULT[fault.fault], "none", "%d bytes, and white space round them", XP_SNIPPET_MAX);
    memcpy(text + 50 + XP_SNIPPET_MAX - 8, "</script>", 9);
    text[50 + XP_SNIPPET_MAX - 9] = 'a';
    fault = check(text, sizeof text, XP_HEAD_END);
    is_str(FAULT[fault.fault], "long", "one more");

    fault = check("<script>\0</script>", 18, XP_HEAD_END);
    is_str(FAULT[fault.fault], "NUL", "a NUL");
    is_int(fault.at, 8, "... at");

    for (int i = 0; i < XP_SNIPPET_NONCES; i++, n += 18)
        memcpy(text + n, "<link NONCE rel=a>", 18);
    memcpy(text + n, "<noscript><link nonce></noscript>", 33);
    fault = check(text, n + 33, XP_HEAD_END);
    is_str(FAULT[fault.fault], "none", "%d nonce attributes, and one in a noscript", XP_SNIPPET_NONCES);
    memcpy(text + n, "<style nonce=''></style>", 24);
    fault = check(text, n + 24, XP_HEAD_END);
    is_str(FAULT[fault.fault], "nonces", "one more");
    is_int(fault.at, n, "... at");
    is_str(fault.name, "style", "... of");

    for (n = 0; n < XP_SNIPPET_DEPTH; n++) {
        memcpy(text + 3 * n, "<b>", 3);
        memcpy(text + 3 * XP_SNIPPET_DEPTH + 4 * n, "</b>", 4);
    }
    fault = check(text, 7 * XP_SNIPPET_DEPTH, XP_BODY_END);
    is_str(FAULT[fault.fault], "none", "%d elements within each other", XP_SNIPPET_DEPTH);
    memmove(text + 3, text, 7 * XP_SNIPPET_DEPTH);
    memcpy(text + 3 + 7 * XP_SNIPPET_DEPTH, "</b>", 4);
    fault = check(text, 7 * XP_SNIPPET_DEPTH + 7, XP_BODY_END);
    is_str(FAULT[fault.fault], "ambiguous", "more");
}

int main(void)
{
    accepts();
    refuses();
    limits();
    return tap_done();
}
