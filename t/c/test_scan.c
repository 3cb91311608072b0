/* own catalogue: the engine as a whole on small pages, wherever they are cut: I1 (the cuts change nothing), I3 (a page without a match is
 * the same), I4 (twice is once), the promises of the façade, and the size of its state. */
#include "../../engine/page/xp_text.h"
#include "scan_kit.h"

#define STUB_OF_ACME  "<script data-xpurpose=\"acme\">window.acme=window.acme||[];</script>"
#define STUB          ACME STUB_OF_ACME
#define DART          "<!--xpurpose: dart-->"
#define DART_SECTION  DART "<script data-xpurpose=\"dart\">//<![CDATA[\nif(1<2)window.dart=1;\n//]]></script>"
#define HOLDS(vendor) "<script data-xpurpose=\"" vendor "\"></script>"
#define PAGE          "<!DOCTYPE html><html><head></head><body>text "
#define LOADER        "<script src=\"https://cdn.bolt.example/a.js\"></script>"
#define SNIPPET       "<script>acme.push('visit');</script>"
#define HIDE          ".veil-hide{opacity:0}"
#define FIFTY         "--------------------------------------------------"
#define CALL          "<script>acme.push(1);site()</script>"
#define EIGHT_CALLS   CALL CALL CALL CALL CALL CALL CALL CALL
#define PIXEL         "<img src=\"//bolt.example/t.gif?x\">"

enum { NO_STUBS = 1, TWICE_DIFFERS = 2 };

typedef struct {
    const char *name, *page, *want; /* want NULL: the page itself */
    xp_reason reason;
    unsigned flags;
    uint64_t limit; /* 0: as usual */
    unsigned hits;
} scan_case;

#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what is usual is not said in each */

static const scan_case CASES[] = {
    /* ---- Every kind of element ---- */
    { "a script that loads", PAGE "a" LOADER "b", PAGE "a" BOLT "b" },
    { "… of a vendor with a stub", PAGE "<script src=//stats.acme.example/a.js></script>b", PAGE STUB "b" },
    { "… twice: one stub", PAGE SNIPPET "b" SNIPPET "c", PAGE STUB "b" ACME "c" },
    { "… and stubs switched off", PAGE SNIPPET "b", PAGE ACME "b", 0, NO_STUBS },
    { "… by a first-party path", PAGE "<script src=\"/js/acme-stats.js\"></script>b", PAGE STUB "b" },
    { "an inline snippet", PAGE SNIPPET "b", PAGE STUB "b" },
    { "a mixed script stays as it is", PAGE "<script>site(); load('//cdn.bolt.example/a.js')</script>b", NULL },
    { "a mixed script without a loader", PAGE "<script>site(); acme.push('x')</script>b", NULL },
    { "an image", PAGE PIXEL "b", PAGE BOLT "b" },
    { "an image whose path is another", PAGE "<img src=\"//bolt.example/logo.gif\">b", NULL },
    { "an image in a srcset", PAGE "<img srcset=\"/a.png 1x, //bolt.example/t.gif 2x\">b", PAGE BOLT "b" },
    { "a script that a lazy loader loads, with a text that runs at once",
      PAGE "<script data-src=\"//cdn.bolt.example/a.js\">menu()</script>b", NULL },
    { "… or with none", PAGE "<script data-src=\"//cdn.bolt.example/a.js\"> </script>b", PAGE BOLT "b" },
    { "an image that a lazy loader loads", PAGE "<img data-src=\"//bolt.example/t.gif\">b", PAGE BOLT "b" },
    { "an image by its other name", PAGE "<image src=\"//bolt.example/t.gif\">b", PAGE BOLT "b" },
    { "… and a handler of the site's", PAGE "<image src=\"//bolt.example/t.gif\" onload=x()>b",
      PAGE "<image data-xpurpose=\"bolt\" srcset=\"\" "
           "src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\" src=\"//bolt.example/t.gif\" onload=x()>b" },
    { "… in a noscript", PAGE "<noscript><image src=\"//bolt.example/t.gif\"></image></noscript>b", PAGE BOLT "b" },
    { "… which opens a body", "<head></head><image src=\"//bolt.example/t.gif\"><body>", NULL },
    { "what a picture takes its image from",
      PAGE "<picture><source srcset=\"//bolt.example/t.gif 2x\"><source srcset=/b.png><img src=/a.png></picture>b",
      PAGE "<picture>" BOLT "<source srcset=/b.png><img src=/a.png></picture>b" },
    { "… and a film its pictures", PAGE "<video><source src=\"//bolt.example/t.gif\" type=video/mp4></video>b",
      PAGE "<video>" BOLT "</video>b" },
    { "… with a handler of the site's", PAGE "<video><source src=//bolt.example/t.gif onerror=x()></video>b", NULL },
    { "… elsewhere", PAGE "<svg><source src=//bolt.example/t.gif></source></svg>b", NULL },
    { "a frame", PAGE "<iframe height=0 src=\"https://veil.example/ns\"><p></iframe>b", PAGE VEIL "b" },
    { "a link hint", PAGE "<link rel=\"preconnect dns-prefetch\" href=\"//cdn.bolt.example\">b", PAGE BOLT "b" },
    { "… that is a style sheet as well",
      PAGE "<link rel=\"preload stylesheet\" as=style href=\"//cdn.bolt.example/a.css\">b", NULL },
    { "a style sheet is no hint", PAGE "<link rel=stylesheet href=\"//cdn.bolt.example/a.css\">b", NULL },
    { "an anti-flicker style", PAGE "<style>.veil-hide{opacity:0 !important}</style>b", PAGE VEIL "b" },
    { "… with a rule of the site's", PAGE "<style>.veil-hide{opacity:0} p{color:red}</style>b", NULL },
    { "… in so many rules as may be", PAGE "<style>" HIDE HIDE HIDE HIDE "</style>b", PAGE VEIL "b" },
    { "… and in one more", PAGE "<style>" HIDE HIDE HIDE HIDE HIDE "</style>b", NULL },
    { "… as text of a paragraph", PAGE ".veil-hide{opacity:0}", NULL },
    { "amp-analytics by its name",
      PAGE "<amp-analytics type=x><script type=\"application/json\">{\"a\":\"</b>\"}</script></amp-analytics>b",
      PAGE AMP "b" },
    { "amp-pixel", PAGE "<amp-pixel src=\"https://bolt.example/t.gif\"></amp-pixel>b", PAGE BOLT "b" },
    { "amp-analytics with anything else in it stays",
      PAGE "<amp-analytics><b>x</b><script type=\"application/json\">{}</script></amp-analytics>b", NULL },
    { "… but what is in it is judged", PAGE "<amp-analytics>" LOADER "</amp-analytics>b",
      PAGE "<amp-analytics>" BOLT "</amp-analytics>b" },
    { "A/B tests stay by default", PAGE "<script src=//chop.example/a.js></script>b", NULL },

    /* ---- Attributes ---- */
    { "names in capitals, single quotes, references",
      PAGE "<SCRIPT\nSRC='&#104;ttps://cdn&period;bolt.example/a.js'></SCRIPT>b", PAGE BOLT "b" },
    { "the first of two srcs counts", PAGE "<script src=/a.js src=//cdn.bolt.example/b.js></script>b", NULL },
    { "… and it may be empty", PAGE "<script src>acme.push('x')</script>b", NULL },
    { "white space in a URL", PAGE "<script src=\" \n//cdn.bolt\n.example/a.js \"></script>b", PAGE BOLT "b" },
    { "a URL in another attribute", PAGE "<script title=//cdn.bolt.example/a.js src=/b.js></script>b", NULL },
    { "a data script", PAGE "<script type=\"application/ld+json\">acme.push('x')</script>b", NULL },
    { "… with a src", PAGE "<script type=\"text/template\" src=//cdn.bolt.example/a.js></script>b", NULL },
    { "a module", PAGE "<script type=module src=//cdn.bolt.example/a.js></script>b", PAGE BOLT "b" },
    { "a type with space round it", PAGE "<script type=\" text/JavaScript \">acme.push('x')</script>b", PAGE STUB "b" },
    { "an empty type", PAGE "<script type=\"\">acme.push('x')</script>b", PAGE STUB "b" },
    { "a type of spaces", PAGE "<script type=\" \">acme.push('x')</script>b", NULL },
    { "a language", PAGE "<script language=JavaScript1.2>acme.push('x')</script>b", PAGE STUB "b" },
    { "… that is none", PAGE "<script language=vbs>acme.push('x')</script>b", NULL },
    { "… beside a type", PAGE "<script language=vbs type=text/javascript>acme.push('x')</script>b", PAGE STUB "b" },
    { "a type that an optimizer undoes",
      PAGE "<script type=\"0123abcd-text/javascript\" src=//cdn.bolt.example/a.js></script>b", PAGE BOLT "b" },
    { "… and its URL", PAGE "<script type=text/rocketscript data-rocket-src=//cdn.bolt.example/a.js></script>b",
      PAGE BOLT "b" },
    { "types that nobody runs, and that are no data: a vendor's script goes",
      PAGE "<script type=opt-in src=//cdn.bolt.example/a.js></script><script type=Text/CJS>acme.push('x')</script>b",
      PAGE BOLT STUB "b" },
    { "… as it does with JavaScript in other clothes",
      PAGE
      "<script type=text/babel>acme.push('x')</script><script type=text/jsx data-src=//cdn.bolt.example/a.js></script>",
      PAGE STUB BOLT },
    { "… but not what a highlighter shows",
      PAGE "<script type=text/plain class='line-numbers language-js' data-line=2>acme.push('x')</script>b", NULL },
    { "… but a mixed one is as it was", PAGE "<script type=lazy>site('//cdn.bolt.example/a.js')</script>b", NULL },
    { "… and what is no script is no dead one", PAGE "<script type=text/any><b src=//cdn.bolt.example/a.js></script>b",
      NULL },
    { "… nor are values", PAGE "<script type=text/any>{\"a\":\"//cdn.bolt.example/a.js\"}</script>b", NULL },
    { "… and others", PAGE "<script type=text/plain suppressedsrc=//cdn.bolt.example/a.js></script>b", PAGE BOLT "b" },
    { "… of a frame", PAGE "<iframe hidden nitro-lazy-src=//veil.example/ns src=about:blank></iframe>b",
      PAGE VEIL "b" },
    { "… of a hint", PAGE "<link rel=preload data-cmp-href=//cdn.bolt.example/a.js>b", PAGE BOLT "b" },
    { "… and of what is no link", PAGE "<img data-cmp-href=//bolt.example/t.gif src=/a.png>b", NULL },
    { "… beside a src that loads", PAGE "<script src=/a.js oldsrc=//cdn.bolt.example/a.js></script>b", NULL },
    { "… beside a href that does", PAGE "<link rel=preload href=/a.js old-href=//cdn.bolt.example/a.js>b", NULL },
    { "a script that waits for consent",
      PAGE "<script type=text/plain data-cookieconsent=statistics>acme.push('x')</script>b", PAGE STUB "b" },
    { "… by its class",
      PAGE "<script type=text/plain class=\"optanon-category-C2\" src=//cdn.bolt.example/a.js></script>b",
      PAGE BOLT "b" },
    { "… of another consent manager's", PAGE "<script type=text/plain class=trustecm>acme.push('x')</script>b",
      PAGE STUB "b" },
    { "… and a class of the site's", PAGE "<script type=text/plain class=example>acme.push('x')</script>b", NULL },
    { "plain text", PAGE "<script type=text/plain>acme.push('x')</script>b", NULL },
    { "what we put in ourselves", PAGE "<script data-xpurpose=acme>acme.push('x')</script>b", NULL },
    { "a nonce goes on to the stub", PAGE "<script nonce=\"r4nd0m+/=\">acme.push('x')</script>b",
      PAGE ACME "<script data-xpurpose=\"acme\" nonce=\"r4nd0m+/=\">window.acme=window.acme||[];</script>b" },
    { "… unless it is none", PAGE "<script nonce='\"><b>'>acme.push('x')</script>b", PAGE STUB "b" },
    { "… and only from the same script", PAGE "<script nonce=abc>x()</script>" SNIPPET "b",
      PAGE "<script nonce=abc>x()</script>" STUB "b" },

    /* ---- Proof ---- */
    { "a literal that is no proof by itself", PAGE "<script>acme.set('x')</script>b", NULL },
    { "… twice", PAGE "<script>acme.set('x');acme.set('y')</script>b", NULL },
    { "… beside another", PAGE "<script>acme.set('x');acme.map('y')</script>b", PAGE STUB "b" },
    { "… beside one that is", PAGE "<script>acme.set('x');acme.push('y')</script>b", PAGE STUB "b" },
    { "… beside the vendor's host in a comment", PAGE "<script>// stats.acme.example\nacme.set('x')</script>b", NULL },
    { "… behind the vendor's element", PAGE "<script src=//stats.acme.example></script><script>acme.set('x')</script>b",
      PAGE STUB ACME "b" },
    { "… behind one that has a handler",
      PAGE "<script src=//stats.acme.example onload=x()></script><script>acme.set(1)</script>b",
      PAGE STUB_OF_ACME "<script data-xpurpose=\"acme\" src=\"data:text/javascript,\" src=//stats.acme.example "
                        "onload=x()></script>" ACME "b" },
    { "… behind another's", PAGE "<script src=//cdn.bolt.example></script><script>acme.set('x')</script>b",
      PAGE BOLT "<script>acme.set('x')</script>b" },
    { "… before it", PAGE "<script>acme.set('x')</script><script src=//stats.acme.example></script>b",
      PAGE "<script>acme.set('x')</script>" STUB "b" },
    { "… behind a script that has proof, and stays",
      PAGE "<script>site();acme.push('x')</script><script>acme.set('x')</script>b",
      PAGE "<script>site();acme.push('x')</script>" STUB "b" },
    { "… behind one that has none", PAGE "<script>site();acme.map('x')</script><script>acme.set('x')</script>b", NULL },
    { "… behind a noscript's pixel",
      PAGE "<noscript><img src=//stats.acme.example/></noscript><script>acme.set('x')</script>b", PAGE STUB ACME "b" },
    { "a generic name", PAGE "<script src=/js/bolt-beat.js></script>b", NULL },
    { "… behind the vendor's element", PAGE PIXEL "<script src=/js/bolt-beat.js></script>b", PAGE BOLT BOLT "b" },

    /* ---- noscript, read both ways ---- */
    { "a noscript with a pixel", PAGE "<noscript>" PIXEL "</noscript>b", PAGE BOLT "b" },
    { "… in wrappers", PAGE "<noscript><p><a href=x>" PIXEL "</a></p><!-- c --></noscript>b", PAGE BOLT "b" },
    { "… with two", PAGE "<noscript>" PIXEL "<iframe src=//veil.example/ns></iframe></noscript>b", PAGE BOLT "b" },
    { "… beside text of the site's", PAGE "<noscript>Please enable it. " PIXEL "</noscript>b", NULL },
    { "… beside a picture of the site's", PAGE "<noscript><img src=/a.png>" PIXEL "</noscript>b", NULL },
    { "… in a wrapper that is not closed", PAGE "<noscript><div>" PIXEL "</noscript>b", NULL },
    { "… in a comment", PAGE "<noscript><!-- " PIXEL " --></noscript>b", NULL },
    { "… in a comment that the noscript does not end", PAGE "<noscript><!-- </noscript>" PIXEL "--></noscript>b",
      PAGE "<noscript><!-- </noscript>" BOLT "--></noscript>b" },
    { "… in an attribute", PAGE "<noscript><b title='" PIXEL "'></b></noscript>b", NULL },
    { "… in a textarea", PAGE "<noscript><textarea>" PIXEL "</textarea></noscript>b", NULL },
    { "… in an svg", PAGE "<noscript><svg><![CDATA[ > " PIXEL " ]]></svg></noscript>b", NULL },
    { "… with end tags that end nothing",
      PAGE "<noscript>" PIXEL "</img></span><div>" PIXEL "</IMG></script></div></iframe></source></noscript>b",
      PAGE BOLT "b" },
    { "… with one that makes an element", PAGE "<noscript>" PIXEL "</p></noscript>b", NULL },
    { "… and another", PAGE "<noscript>" PIXEL "</br></noscript>b", NULL },
    { "… with one that may end something outside", PAGE "<noscript>" PIXEL "</div></noscript>b", NULL },
    { "… or take an outer element apart", PAGE "<noscript>" PIXEL "</a></noscript>b", NULL },
    { "… or what is not known", PAGE "<noscript>" PIXEL "</section></noscript>b", NULL },
    { "… with one of a wrapper that is not the innermost",
      PAGE "<noscript><span><div>" PIXEL "</span></div></span></noscript>b", NULL },
    { "… in a head", "<!DOCTYPE html><head><noscript>" PIXEL "</img></noscript></head>",
      "<!DOCTYPE html><head>" BOLT "</head>" },
    { "… with many", PAGE "<noscript>" PIXEL PIXEL PIXEL PIXEL PIXEL "</noscript>b", PAGE BOLT "b" },
    { "a noscript in a head", "<!DOCTYPE html><head><noscript>" PIXEL "</noscript></head>",
      "<!DOCTYPE html><head>" BOLT "</head>" },
    { "a noscript between head and body opens the body", "<head></head><noscript>" PIXEL "</noscript><body>", NULL },
    { "a stub in place of a noscript", PAGE "<noscript><img src=//stats.acme.example/></noscript>b", PAGE STUB "b" },
    { "one that stays takes no stub", PAGE "<noscript>x <img src=//stats.acme.example/></noscript>" SNIPPET,
      PAGE "<noscript>x <img src=//stats.acme.example/></noscript>" STUB },
    { "a comment that names a vendor", PAGE "<script>// acme.push('x')\n</script>b", NULL },
    { "a text that cannot run and loads a vendor", PAGE "<script><script src=\"//cdn.bolt.example/a.js\"></script>b",
      PAGE BOLT "b" },
    { "an unclosed noscript", PAGE "<noscript>" PIXEL, NULL },

    /* ---- Blocks ---- */
    { "a site's block", PAGE "<!-- mark:begin --> <p>x</p> y <b>z</b><!-- c --> <!-- mark:end -->b",
      PAGE "<!-- mark:begin --> " MARK " " MARK MARK "<!-- c --> <!-- mark:end -->b" },
    { "a vendor's block: what holds something of the vendor's",
      PAGE "<!-- acme code begins --><script>x()</script><script>y();acme.push('z')</script><!-- acme code ends -->b",
      PAGE "<!-- acme code begins --><script>x()</script>" STUB "<!-- acme code ends -->b" },
    { "a vendor's block of nine is none, nor with one of them gone before",
      PAGE "<!-- acme code begins -->" LOADER EIGHT_CALLS "<!-- acme code ends -->b",
      PAGE "<!-- acme code begins -->" BOLT EIGHT_CALLS "<!-- acme code ends -->b" },
    { "… and nine pixels in an element of a site's",
      PAGE "<!-- mark:begin --><p>" PIXEL PIXEL PIXEL PIXEL PIXEL PIXEL PIXEL PIXEL PIXEL "</p><!-- mark:end -->b",
      PAGE "<!-- mark:begin --><p>" BOLT BOLT BOLT BOLT BOLT BOLT BOLT BOLT BOLT "</p><!-- mark:end -->b" },
    { "… but eight of either are", PAGE "<!-- acme code begins -->" EIGHT_CALLS "<!-- acme code ends -->b",
      PAGE "<!-- acme code begins -->" STUB ACME ACME ACME ACME ACME ACME ACME "<!-- acme code ends -->b" },
    { "… where a style of many rules vouches for nothing, wherever it is cut",
      PAGE "<!-- acme code begins --><style>" HIDE "/*" FIFTY FIFTY FIFTY "*/" HIDE HIDE HIDE HIDE
           "</style><!-- acme code ends -->b",
      NULL },
    { "a block that never ends", PAGE "<!-- mark:begin --><p>x</p>" LOADER, PAGE "<!-- mark:begin --><p>x</p>" BOLT },
    { "a block that does not balance", PAGE "<!-- mark:begin --><p>" LOADER "<!-- mark:end --></p>",
      PAGE "<!-- mark:begin --><p>" BOLT "<!-- mark:end --></p>" },
    { "… the other way", PAGE "<p><!-- mark:begin --></p>" LOADER "<!-- mark:end -->",
      PAGE "<p><!-- mark:begin --></p>" BOLT "<!-- mark:end -->" },
    { "a block with more than there is room for",
      PAGE "<!-- mark:begin --><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i><!-- mark:end -->",
      NULL },
    { "a block of rows stays", PAGE "<table><!-- mark:begin --><tr><td>x</td></tr><!-- mark:end --></table>", NULL },
    { "a block with a table of its own", PAGE "<!-- mark:begin --><table><tr><td>x</td></tr></table><!-- mark:end -->",
      PAGE "<!-- mark:begin -->" MARK "<!-- mark:end -->" },
    { "a block with an svg stays", PAGE "<!-- mark:begin --><svg></svg><!-- mark:end -->", NULL },
    { "a block that would open the body stays", "<head><!-- mark:begin --><p>x</p><!-- mark:end --></head>", NULL },
    { "… and so does one with text there", "<head><!-- mark:begin -->x<!-- mark:end --></head>", NULL },
    { "a block in a head", "<head><!-- mark:begin --><script>x()</script><!-- mark:end --></head>",
      "<head><!-- mark:begin -->" MARK "<!-- mark:end --></head>" },
    { "a block before any head", "<!-- mark:begin --><script>x()</script><!-- mark:end --><!DOCTYPE html>",
      "<!-- mark:begin -->" MARK HOLDS("mark") "<!-- mark:end --><!DOCTYPE html>" },
    { "a block in a template", PAGE "<template><!-- mark:begin --><p></p><!-- mark:end --></template>", NULL },
    { "a marker in a script", PAGE "<script>/*<!-- mark:begin -->*/</script><p></p><!-- mark:end -->", NULL },
    { "a loader within a block", PAGE "<!-- mark:begin --><div>" LOADER SNIPPET "</div><!-- mark:end -->",
      PAGE "<!-- mark:begin -->" MARK "<!-- mark:end -->" },

    /* ---- Where an element stands ---- */
    { "before any head: the place is kept", LOADER "<!DOCTYPE html> <p>", BOLT HOLDS("bolt") "<!DOCTYPE html> <p>" },
    { "… by the stub", SNIPPET " <title>x</title>", STUB " <title>x</title>" },
    { "… in an html element", "<html>" LOADER " <meta name=a>", "<html>" BOLT HOLDS("bolt") " <meta name=a>" },
    { "… by a link", "<link rel=preload href=//cdn.bolt.example/a.js> <p>", BOLT HOLDS("bolt") " <p>" },
    { "in a head", "<!DOCTYPE html><head>" LOADER "</head>", "<!DOCTYPE html><head>" BOLT "</head>" },
    { "between head and body", "<head></head>" LOADER "<body>", "<head></head>" BOLT "<body>" },
    { "an image there opens the body", "<head></head>" PIXEL "<body>", NULL },
    { "an image where a frameset may still come", "<p>" PIXEL "<frameset>", NULL },
    { "an image behind text", "<p>x" PIXEL "<frameset>" PIXEL, "<p>x" BOLT "<frameset>" BOLT },
    { "behind the body", PAGE "</body>" LOADER "</html>" LOADER, PAGE "</body>" BOLT "</html>" BOLT },
    { "in a table", PAGE "<table>" LOADER "<tr>" LOADER "<td>" LOADER, PAGE "<table>" BOLT "<tr>" BOLT "<td>" BOLT },
    { "in a select", PAGE "<select><option>" LOADER "</select>", PAGE "<select><option>" BOLT "</select>" },
    { "in a template nothing goes", PAGE "<template>" LOADER "<template></template>" PIXEL "</template>" LOADER,
      PAGE "<template>" LOADER "<template></template>" PIXEL "</template>" BOLT },
    { "in a shadow root",
      PAGE "<div><template shadowrootmode=open>" LOADER "<p>" PIXEL "<noscript>" PIXEL
           "</noscript></p></template></div>" LOADER,
      PAGE "<div><template shadowrootmode=open>" BOLT "<p>" BOLT "" BOLT "</p></template></div>" BOLT },
    { "… that is closed",
      PAGE "<x-y><TEMPLATE ShadowRootMode=' Closed'></template><template SHADOWROOTMODE='CLOSED'>" LOADER
           "</template></x-y>",
      PAGE "<x-y><TEMPLATE ShadowRootMode=' Closed'></template><template SHADOWROOTMODE='CLOSED'>" BOLT
           "</template></x-y>" },
    { "… or is none",
      PAGE "<div><template shadowrootmode=''>" LOADER "</template><template shadowroot=open>" LOADER
           "</template><template shadowrootmode=no>" LOADER "</template></div>",
      NULL },
    { "… nothing tells that it may: in a head", "<head><template shadowrootmode=open>" LOADER "</template></head>",
      NULL },
    { "… in an inert template",
      PAGE "<template><div><template shadowrootmode=open>" LOADER "</template>" LOADER "</div></template>" LOADER,
      PAGE "<template><div><template shadowrootmode=open>" LOADER "</template>" LOADER "</div></template>" BOLT },
    { "… and an inert template in it",
      PAGE "<div><template shadowrootmode=open><div><template>" LOADER "</template>" LOADER "</div></template></div>",
      PAGE "<div><template shadowrootmode=open><div><template>" LOADER "</template>" BOLT "</div></template></div>" },
    { "… and one of its own",
      PAGE "<div><template shadowrootmode=open><div><template shadowrootmode=open>" LOADER
           "</template></div></template></div>",
      PAGE "<div><template shadowrootmode=open><div><template shadowrootmode=open>" BOLT
           "</template></div></template></div>" },
    { "… which is in no element",
      PAGE "<div><template shadowrootmode=open><template shadowrootmode=open>" LOADER "</template></template></div>",
      NULL },
    { "… in an svg or a select",
      PAGE "<svg><desc><template shadowrootmode=open>" LOADER "</template></desc></svg><select>"
           "<template shadowrootmode=open>" LOADER "</template></select>",
      NULL },
    { "… where an image decides what becomes of rows",
      PAGE "<div><template shadowrootmode=open>" PIXEL "<tr>" PIXEL "</template></div>",
      PAGE "<div><template shadowrootmode=open>" PIXEL "<tr>" BOLT "</template></div>" },
    { "… and nobody else counts on its stub",
      PAGE "<div><template shadowrootmode=open>" SNIPPET "</template></div>" SNIPPET SNIPPET,
      PAGE "<div><template shadowrootmode=open>" STUB "</template></div>" STUB ACME },
    { "behind a byte order mark", "\xEF\xBB\xBF" LOADER "<p>", "\xEF\xBB\xBF" BOLT HOLDS("bolt") "<p>" },

    { "half a byte order mark is no text for certain", "\n\xE5<p><frameset>" LOADER, NULL, XP_REASON_AMBIGUOUS },

    /* ---- What is no element ---- */
    { "in a comment", PAGE "<!--" LOADER "-->", NULL },
    { "… that ends early", PAGE "<!-->" LOADER "-->", PAGE "<!-->" BOLT "-->" },
    { "… and another way", PAGE "<!-- --!>" LOADER "-->", PAGE "<!-- --!>" BOLT "-->" },
    { "in a title", PAGE "<title>" LOADER "</title>", NULL },
    { "in a textarea", PAGE "<textarea>" LOADER "</textarea>" LOADER, PAGE "<textarea>" LOADER "</textarea>" BOLT },
    { "in a style", PAGE "<style>" LOADER "</style>", NULL },
    { "in an iframe, xmp, noembed, noframes",
      PAGE "<iframe>" LOADER "</iframe><xmp>" LOADER "</xmp><noembed>" LOADER "</noembed><noframes>" LOADER
           "</noframes>",
      NULL },
    { "in an attribute", PAGE "<p title='" LOADER "'>", NULL },
    { "in a DOCTYPE", "<!DOCTYPE html '" LOADER,
      "<!DOCTYPE html '<script src=\"https://cdn.bolt.example/a.js\">"
      "</script>" },
    { "behind a plaintext", PAGE "<plaintext>" LOADER, NULL },
    { "a script that never ends", PAGE "<script src=//cdn.bolt.example/a.js>", NULL },
    { "… nor does this", PAGE "<script>acme.push('x');", NULL },
    { "a script within its comment", PAGE "<script><!--\nsite('<script>');</script>" LOADER "--></script>b", NULL },
    { "nested scripts are inert", PAGE "<script><script src=//cdn.bolt.example/a.js></script>b", PAGE BOLT "b" },
    { "a commented-out loader", PAGE "<script>/* <script src=//cdn.bolt.example/a.js> */ site()</script>b", NULL },

    /* ---- Foreign content ---- */
    { "a script in an svg is another element", PAGE "<svg><script src=//cdn.bolt.example/a.js></script></svg>" LOADER,
      PAGE "<svg><script src=//cdn.bolt.example/a.js></script></svg>" BOLT },
    { "… with addresses of its own",
      PAGE
      "<svg><script href=\"//cdn.bolt.example/a.js\"></script><g><script "
      "xlink:href=\"//cdn.bolt.example/a.js\"/><script href=\"//cdn.bolt.example/a.js\">ignored</script></g></svg>b",
      PAGE "<svg>" BOLT "<g>" BOLT BOLT "</g></svg>b" },
    { "… of which the first by name counts",
      PAGE "<svg><script xlink:href=//cdn.bolt.example/a.js href=/a.js></script><script href=/a.js "
           "xlink:href=//cdn.bolt.example/a.js></script></svg>b",
      NULL },
    { "… and which HTML and MathML do not know",
      PAGE "<script href=\"//cdn.bolt.example/a.js\"></script><math><script "
           "href=\"//cdn.bolt.example/a.js\"></script></math><svg><desc><script "
           "href=\"//cdn.bolt.example/a.js\"></script></desc></svg>",
      NULL },
    { "… and a snippet, with its stub", PAGE "<svg><script>acme.push('x')</script></svg>" SNIPPET,
      PAGE "<svg>" STUB "</svg>" ACME },
    { "… which is no markup",
      PAGE "<svg><script>acme.push('&lt;')</script><script><![CDATA[acme.push('x')]]></script></svg>", NULL },
    { "… but its stub is kept from that", PAGE "<svg><script href=//dart.example/a.js></script></svg>b",
      PAGE "<svg>" DART_SECTION "</svg>b" },
    { "… which comes once",
      PAGE "<svg><script href=//dart.example/a.js /></svg><script src=//dart.example/a.js></script>b",
      PAGE "<svg>" DART_SECTION "</svg>" DART "b" },
    { "… and a mixed one", PAGE "<svg><script>site('//cdn.bolt.example/a.js')</script></svg>b", NULL },
    { "… with anything in it",
      PAGE "<svg><script href=\"//cdn.bolt.example/a.js\"><g></g></script><g><script "
           "href=\"//cdn.bolt.example/a.js\"></g></script></svg><svg><script "
           "href=\"//cdn.bolt.example/a.js\"><p></script></svg>b",
      NULL },
    { "… where what is open is not known",
      PAGE "<div><svg><g></div><script href=\"//cdn.bolt.example/a.js\"/></g></svg>b", NULL, XP_REASON_AMBIGUOUS },
    { "… of other types, with handlers",
      PAGE "<svg><script type=text/plain href=//cdn.bolt.example/a.js></script><script "
           "href=//cdn.bolt.example/a.js onload=x()></script><script data-xpurpose=x "
           "href=//cdn.bolt.example/a.js></script></svg>b",
      NULL },
    { "an image in an svg",
      PAGE "<svg><image href=//bolt.example/t.gif?x /><image xlink:href=//bolt.example/t.gif?x></image></svg>b",
      PAGE "<svg>" BOLT BOLT "</svg>b" },
    { "… with anything in it", PAGE "<svg><image href=//bolt.example/t.gif?x><animate/></image></svg>b", NULL },
    { "… and a href elsewhere", PAGE "<image href=//bolt.example/t.gif?x>b", NULL },
    { "a style in an svg is markup, but an image that breaks out of it stays",
      PAGE "<svg><style><img src=//bolt.example/t.gif></style></svg>" PIXEL,
      PAGE "<svg><style><img src=//bolt.example/t.gif></style></svg>" BOLT },
    { "a title in an svg", PAGE "<svg><title>" LOADER "</title></svg>" LOADER,
      PAGE "<svg><title>" BOLT "</title></svg>" BOLT },
    { "a CDATA section", PAGE "<svg><![CDATA[" LOADER "]]></svg>" LOADER,
      PAGE "<svg><![CDATA[" LOADER "]]></svg>" BOLT },
    { "… is none in HTML", PAGE "<![CDATA[" LOADER "]]>",
      PAGE "<![CDATA[<script src=\"https://cdn.bolt.example/a.js\"></script>]]>" },
    { "a foreignObject", PAGE "<svg><foreignObject><div>" LOADER "</div></foreignObject>" LOADER "</svg>",
      PAGE "<svg><foreignObject><div>" BOLT "</div></foreignObject>" LOADER "</svg>" },
    { "… left in the wrong order", PAGE "<svg><foreignObject><p></foreignObject></svg>" LOADER,
      PAGE "<svg><foreignObject><p></foreignObject></svg>" BOLT },
    { "MathML text", PAGE "<math><mi>" LOADER "<mglyph>" LOADER "</mglyph></mi></math>" LOADER,
      PAGE "<math><mi>" BOLT "<mglyph>" LOADER "</mglyph></mi></math>" BOLT },
    { "annotations",
      PAGE "<math><annotation-xml encoding=text/html>" LOADER "</annotation-xml><annotation-xml>" LOADER
           "</annotation-xml></math>",
      PAGE "<math><annotation-xml encoding=text/html>" BOLT "</annotation-xml><annotation-xml>" LOADER
           "</annotation-xml></math>" },
    { "what breaks out", PAGE "<svg><g><p>" LOADER, PAGE "<svg><g><p>" BOLT },
    { "… and a font that does", PAGE "<svg><font>" LOADER "</font><font color=red>" LOADER,
      PAGE "<svg><font>" LOADER "</font><font color=red>" BOLT },
    { "an end tag that may close anything", PAGE "<div><svg><g></div>" LOADER "<p>" LOADER,
      PAGE "<div><svg><g></div>" BOLT "<p>" BOLT },
    { "… and a script with markup behind it",
      PAGE "<div><svg></div><script src=//cdn.bolt.example/a.js><b></script>" LOADER, NULL, XP_REASON_AMBIGUOUS },
    { "… and a snippet", PAGE "<div><svg></div><script>acme.push('//cdn.bolt.example/a.js')<b></script>" LOADER, NULL,
      XP_REASON_AMBIGUOUS },
    { "… and a style", PAGE "<div><svg></div><style></style>" LOADER, NULL, XP_REASON_AMBIGUOUS },
    { "… and a CDATA section", PAGE "<div><svg></div><![CDATA[x]]>" LOADER, NULL, XP_REASON_AMBIGUOUS },
    { "an svg in a select", PAGE "<select><svg><path/></svg></select>" LOADER,
      PAGE "<select><svg><path/></svg></select>" BOLT },
    { "an svg across the end of a template", PAGE "<template><svg></template>" LOADER,
      PAGE "<template><svg></template>" BOLT },
    { "the end of the body within an svg", PAGE "<svg></body></html><style><p>" PIXEL,
      PAGE "<svg></body></html><style><p>" BOLT },

    /* ---- Where a stream cannot know ---- */
    { "a title in a select", PAGE "<select><title>" LOADER "</title></select>" LOADER, NULL, XP_REASON_AMBIGUOUS },
    { "… and what went before is gone", PAGE LOADER "<select><style>x</style>" LOADER,
      PAGE BOLT "<select><style>x</style>" LOADER, XP_REASON_AMBIGUOUS, TWICE_DIFFERS },
    { "a select in a select ends it", PAGE "<select><select><style>x</style>" LOADER, NULL, XP_REASON_AMBIGUOUS },
    { "a select in a template", PAGE "<template><select></template><style>x</style>" LOADER,
      PAGE "<template><select></template><style>x</style>" BOLT },
    { "a template in a select", PAGE "<select><template></select></template><style>x</style>" LOADER, NULL,
      XP_REASON_AMBIGUOUS },
    { "a frameset", "<frameset><frame></frameset><noframes>" LOADER "</noframes>", NULL, XP_REASON_AMBIGUOUS },
    { "a frameset in a head whose template has text", "<head><template>x</template></head><frameset>" LOADER, NULL,
      XP_REASON_AMBIGUOUS },
    { "a frameset behind a hidden input", "<input type=hidden><frameset>" LOADER, NULL, XP_REASON_AMBIGUOUS },
    { "… and behind one that is seen", "<input type=text><frameset>" LOADER, "<input type=text><frameset>" BOLT },
    { "a column in a template", PAGE "<template><col><style>" LOADER "</style></template>" LOADER, NULL,
      XP_REASON_AMBIGUOUS },

    /* ---- The hold limit ---- */
    { "a script of exactly the limit", PAGE LOADER "b", PAGE BOLT "b", 0, 0, sizeof LOADER - 1, 0 },
    { "… and one byte more", PAGE LOADER "b", NULL, 0, 0, sizeof LOADER - 2, 1 },
    { "a snippet of exactly the limit", PAGE SNIPPET "b", PAGE STUB "b", 0, 0, sizeof SNIPPET - 1, 0 },
    { "… and one byte more", PAGE SNIPPET "b", NULL, 0, 0, sizeof SNIPPET - 2, 1 },
    { "a mixed script is not told from a snippet before it ends", PAGE "<script>site(); load('x')</script>b", NULL, 0,
      0, 20, 1 },
    { "a style that is too long to be held before it is too long to be judged",
      PAGE "<style>" FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY
          FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY "</style>b",
      NULL, 0, 0, 100, 1 },
    { "… and the other way round",
      PAGE "<style>" FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY
          FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY "</style>b",
      NULL, 0, 0, 1040, 0 },
    { "an image of exactly the limit", PAGE PIXEL "b", PAGE BOLT "b", 0, 0, sizeof PIXEL - 1, 0 },
    { "… and one byte more", PAGE PIXEL "b", NULL, 0, 0, sizeof PIXEL - 2, 1 },
    { "a noscript of one byte more", PAGE "<noscript>" PIXEL "</noscript>b", NULL, 0, 0,
      sizeof "<noscript>" PIXEL "</noscript>" - 2, 1 },
    { "a block of one byte more", PAGE "<!-- mark:begin --><p>x</p><!-- mark:end -->b", NULL, 0, 0,
      sizeof "<p>x</p><!-- mark:end -->" - 2, 0 },
    { "… and of exactly the limit", PAGE "<!-- mark:begin --><p>x</p><!-- mark:end -->b",
      PAGE "<!-- mark:begin -->" MARK "<!-- mark:end -->b", 0, 0, sizeof "<p>x</p><!-- mark:end -->" - 1, 0 },
    { "an end tag that never ends", PAGE "<script>acme.push('x')</script                                        ", NULL,
      0, 0, 40, 1 },
    { "a limit of nothing", PAGE LOADER PIXEL SNIPPET "b", NULL, 0, 0, 1, 3 },
};

static void set_up(kit *k, const scan_case *c)
{
    kit_set(k);
    k->options.charset = XP_CHARSET_ASCII; /* nothing is put before a meta that may yet declare it: t/c/test_gating.c */
    k->options.stubs = !(c->flags & NO_STUBS);
    if (c->limit)
        k->options.hold_limit = c->limit;
}

/* Every way to cut the page in three, and into single bytes. */
static int bad_cuts(const scan_case *c, const kit *whole, kit *k)
{
    size_t len = whole->len;
    int bad = 0;

    for (size_t a = 0; a <= len; a++)
        for (size_t b = a; b <= len; b++) {
            kit_run(k, c->page, len, a, b);
            if (!kit_same(whole, k) && !bad++)
                diag("cut at %zu and %zu: %s, %d edits, reason %d, %u hits: %s", a, b,
                     k->broken ? k->broken : "differs", k->nedits, (int)k->reason, k->hits, k->out);
        }
    kit_run_bytes(k, c->page, len, 1);
    if (!kit_same(whole, k) && !bad++)
        diag("byte by byte: %s, %s", k->broken ? k->broken : "differs", k->out);
    return bad;
}

static void run(const scan_case *c)
{
    static kit whole, pieces, twice;
    const char *want = c->want ? c->want : c->page;
    size_t len = strlen(c->page);

    set_up(&whole, c);
    set_up(&pieces, c);
    set_up(&twice, c);
    kit_run(&whole, c->page, len, len, len);
    is_str(whole.out, want, "%s", c->name);
    is_str(whole.broken, NULL, "... as promised");
    is_int(whole.reason, c->reason, "... with the reason");
    is_int(whole.hits, c->hits, "... and as many that were too long");
    is_int(bad_cuts(c, &whole, &pieces), 0, "I1: ... the same wherever it is cut");
    if (!c->want)
        is_int(whole.nedits, 0, "I3: ... not a byte is touched");
    if (!(c->flags & TWICE_DIFFERS)) {
        kit_run(&twice, whole.out, whole.out_len, whole.out_len, whole.out_len);
        is_str(twice.out, whole.out, "I4: ... once is enough");
    }
}

/* Types of which a vendor's snippet and loader go, and types of which nothing does. */
static const char *const LATE[] = { "text/babel",           "text/jsx",        "text/typescript",
                                    "text/partytown",       "text/cjs",        "opt-in",
                                    "application/deferred", "text/any",        "lazy",
                                    "text/x-cookieconsent", "javascript/lazy", "text/tracking",
                                    "application/consent",  "text/blocked",    "text/tbd",
                                    "text/x-ccm-loader",    "wpmeteor/defer",  "text/javascript-blocked",
                                    "module-shim",          "analytics",       "pmdelayedscript",
                                    "text/exampled" };
static const char *const DATA[] = { "application/json",
                                    "application/ld+json",
                                    "Application/LD+JSON",
                                    "text/x-json5",
                                    "application/geo+json",
                                    "importmap",
                                    "importmap-shim",
                                    "speculationrules",
                                    "text/template",
                                    "text/x-template",
                                    "x-tmpl-mustache",
                                    "text/x-jquery-tmpl",
                                    "text/ng-template",
                                    "text/x-handlebars",
                                    "text/x-handlebars-template",
                                    "text/mustache",
                                    "text/x-magento-init",
                                    "text/x-dwr-init",
                                    "text/html",
                                    "text/x-dothtml",
                                    "application/xml",
                                    "text/xsl",
                                    "image/svg+xml",
                                    "x-shader/x-vertex",
                                    "x-shader/x-fragment",
                                    "text/glsl",
                                    "text/wgsl",
                                    "math/tex",
                                    "math/tex; mode=display",
                                    "math/asciimath",
                                    "math/mml",
                                    "text/x-mathjax-config",
                                    "text/css",
                                    "text/less",
                                    "text/yaml",
                                    "text/csv",
                                    "text/markdown",
                                    "text/x-markdown",
                                    "application/graphql",
                                    "application/wasm",
                                    "application/toml",
                                    "text/x-kendo-template",
                                    "text/x-lodash-tpl",
                                    "text/ejs",
                                    "text/vue",
                                    "riot/tag",
                                    "text/x-ractive",
                                    "text/python",
                                    "text/vbscript",
                                    "text/coffeescript",
                                    "text/x-config",
                                    "application/settings+x",
                                    "text/x-code",
                                    "syntaxhighlighter",
                                    "text/example",
                                    "text/snippet",
                                    "javascript/worker",
                                    "text/mermaid",
                                    "text/data",
                                    "application/x-data",
                                    "IN/Share",
                                    "text/javascript; charset=utf-8",
                                    "text/javascriptsrc=/a.js",
                                    "text javascript",
                                    "audio/midi" };

static void test_types(void)
{
    static kit k;
    char page[500];

    kit_set(&k);
    for (size_t i = 0; i < sizeof LATE / sizeof *LATE + sizeof DATA / sizeof *DATA; i++) {
        bool late = i < sizeof LATE / sizeof *LATE;
        const char *type = late ? LATE[i] : DATA[i - sizeof LATE / sizeof *LATE];
        size_t len = (size_t)sprintf(page,
                                     PAGE "<script type='%s' src='//cdn.bolt.example/a.js'></script>"
                                          "<script type='%s'>acme.push('x')</script>",
                                     type, type);

        kit_run(&k, page, len, len, len);
        ok(k.nedits == (late ? 2 : 0) && !k.broken, "type %s is %s", type, late ? "late" : "data");
    }
}

/* A long page of all cases, in pieces of random sizes and of one byte. */
static void test_long_page(void)
{
    static kit whole, k;
    static char page[1 << 16];
    size_t len = 0;
    uint64_t seed = 1;
    int bad = 0;

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (!CASES[i].reason && !CASES[i].limit && !CASES[i].flags && !strstr(CASES[i].page, "plaintext") &&
            len + 500 < sizeof page)
            len += (size_t)sprintf(page + len,
                                   "%s</script></noscript></title></textarea>-->'\"></select></svg></template>",
                                   CASES[i].page);
    kit_set(&whole);
    kit_set(&k);
    kit_run(&whole, page, len, len, len);
    is_str(whole.broken, NULL, "a page of %zu bytes with %d edits", len, whole.nedits);
    ok(whole.nedits > 50, "... which is not nothing");
    kit_run_bytes(&k, page, len, 1);
    ok(kit_same(&whole, &k), "I1: ... the same byte by byte");
    for (int round = 0; round < 200; round++) {
        kit_begin(&k, page, len);
        while (k.fed < len) {
            size_t n;

            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            n = 1 + (size_t)(seed >> 33) % (round % 2 ? 20 : 3000);
            kit_feed(&k, n < len - k.fed ? n : len - (size_t)k.fed);
        }
        kit_end(&k);
        bad += !kit_same(&whole, &k);
    }
    is_int(bad, 0, "I1: ... and in 200 random ways to cut it");
}

/* What must be kept of a page is never more than the limit and one tag, and nothing once it is over. */
static void test_held(void)
{
    static kit k;
    static char page[8192];
    size_t len = (size_t)sprintf(page, "%s", PAGE "<script>var a = 1; // ");

    memset(page + len, 'x', 4000);
    len += 4000;
    len += (size_t)sprintf(page + len, "\n</script>" LOADER);
    kit_set(&k);
    k.options.hold_limit = 2000;
    kit_run_bytes(&k, page, len, 10);
    ok(k.held_most <= 2000 + 10, "no more than the limit is held: %d", (int)k.held_most);
    is_int(k.nedits, 1, "... and what comes then is judged");
}

/* A snippet of `len` bytes, between `before` and `after`; gives the page's length. */
static size_t long_snippet(char *page, const char *before, size_t len, const char *after)
{
    size_t n = (size_t)sprintf(page, "%s<script>acme.push('//cdn.bolt.example/a.js');", before);
    size_t end = n + len - strlen("acme.push('//cdn.bolt.example/a.js');");

    memset(page + n, ' ', end - n);
    return end + (size_t)sprintf(page + end, "</script>%s", after);
}

/* As long as it may be, a script is a snippet; longer, it is known to stay before it ends, and nothing of it is kept. */
static void test_long_scripts(void)
{
    static kit whole, k;
    static char page[XP_SCRIPT_MAX + 4096];

    kit_set(&whole);
    kit_set(&k);
    for (size_t more = 0; more < 2; more++) {
        size_t len = long_snippet(page, PAGE, XP_SCRIPT_MAX + more, "b");

        kit_run_bytes(&whole, page, len, len);
        is_int(whole.nedits, more ? 0 : 1, "a script %s", more ? "of one byte more" : "as long as a snippet may be");
        is_int(whole.hits, 0, "... which the hold limit has nothing to do with");
        for (size_t each = 1; each < 100000; each = each * 7 + 3) {
            kit_run_bytes(&k, page, len, each);
            ok(kit_same(&whole, &k), "... the same in pieces of %zu", each);
        }
    }
    long_snippet(page, PAGE, XP_SCRIPT_MAX + 3000, "");
    kit_begin(&k, page, strlen(page));
    kit_feed(&k, XP_SCRIPT_MAX + 1000);
    ok(k.settled > XP_SCRIPT_MAX, "of a longer one nothing is kept: %d", (int)(k.fed - k.settled));
    kit_end(&k);
}

/* What is longer than may be held is so before it is too long to be judged, however it is cut. */
static void test_long_texts_and_low_limits(void)
{
    static const uint64_t BESIDE[] = { 0, 1, 8, 9, 16, 17, 18, 19, 20, 21, 24, 40 };
    static kit whole, k;
    static char page[XP_SCRIPT_MAX + 4096];
    size_t len = long_snippet(page, PAGE, XP_SCRIPT_MAX + 1000, "</scrip </script >b");

    kit_set(&whole);
    kit_set(&k);
    whole.options.charset = k.options.charset = XP_CHARSET_ASCII; /* else it is read in slices */
    for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++) {
        whole.options.hold_limit = k.options.hold_limit = i ? XP_SCRIPT_MAX + BESIDE[i] : 4096;
        kit_run_bytes(&whole, page, len, len);
        is_int(whole.hits, whole.options.hold_limit < XP_SCRIPT_MAX + strlen("<script>"),
               "a long script, %d bytes may be held", (int)k.options.hold_limit);
        for (size_t each = 1; each < 100000; each = each * 7 + 3) {
            kit_run_bytes(&k, page, len, each);
            ok(kit_same(&whole, &k), "... the same in pieces of %zu", each);
        }
    }
}

/* Whatever a script does, what stands in a vendor's block and names the vendor goes. */
static void test_long_script_in_block(void)
{
    static kit whole, k;
    static char page[XP_SCRIPT_MAX + 4096];
    size_t len = long_snippet(page, PAGE "<!-- acme code begins -->", XP_SCRIPT_MAX + 1000, "<!-- acme code ends -->b");

    kit_set(&whole);
    kit_set(&k);
    kit_run_bytes(&whole, page, len, len);
    is_int(whole.nedits, 1, "a long script that names a vendor goes with its block");
    kit_run_bytes(&k, page, len, 5000);
    ok(kit_same(&whole, &k), "... the same in pieces");
}

static const char *no_memory(void *ctx, uint64_t from, uint64_t to)
{
    (void)ctx;
    (void)from;
    (void)to;
    return NULL;
}

/* A text that cannot be had in one piece. */
static void test_no_memory(void)
{
    static kit k;
    static const char TEXT[] = PAGE SNIPPET "<noscript>" PIXEL "</noscript>" LOADER "b";

    kit_set(&k);
    kit_run_bytes(&k, TEXT, sizeof TEXT - 1, 4);
    is_int(k.nedits, 3, "three elements go");
    is_int(k.njoined, 2, "... two of which are judged by their text");
    k.options.kept = no_memory;
    kit_run_bytes(&k, TEXT, sizeof TEXT - 1, 4);
    is_str(k.broken, NULL, "without memory for it");
    is_int(k.nedits, 1, "... these stay");
    kit_run_bytes(&k, TEXT, sizeof TEXT - 1, sizeof TEXT - 1);
    is_int(k.nedits, 3, "... but where it lies in one piece none is needed");
}

int main(void)
{
    note("state: %zu bytes", xp_scan_size());
    ok(xp_scan_size() <= 4096, "the state of a page fits into 4 KiB: %zu bytes", xp_scan_size());
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        run(&CASES[i]);
    test_types();
    test_long_page();
    test_held();
    test_long_scripts();
    test_long_texts_and_low_limits();
    test_long_script_in_block();
    test_no_memory();
    return tap_done();
}
