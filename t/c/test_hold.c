/* own catalogue: held pages: which elements wait, which are told what is to wait, and that nothing else of the page changes. In what is wanted,
 * HOLD stands for the text that lets it all go on. */
#include "../../engine/page/xp_hold.h"
#include "../../engine/page/xp_policy.h"
#include "scan_kit.h"

#define PAGE                     "<!DOCTYPE html><html><head></head><body>text "
#define HOLD                     "<script data-xpurpose=\"hold\">HOLD</script>"
#define HELD                     "type=\"xpurpose/held\""
#define LIBRARY                  "<script src=//stats.acme.example/a.js></script>"
#define HELD_LIB                 "<script " HELD " src=//stats.acme.example/a.js></script>"
#define MIXED(text)              "<script>site(); load('" text "')</script>"
#define TOLD(items)              "<script data-xpurpose-gate=\"" items "\">"
#define MAKES(names)             " data-xpurpose-makes=\"" names "\""
#define TOLD_MAKES(items, names) "<script data-xpurpose-gate=\"" items "\"" MAKES(names) ">"
#define SNIPPET                  "<script>acme.push('visit');</script>"
#define LOADER                                                                                                         \
    "<script>(function(d){var "                                                                                        \
    "s=d.createElement('script');s.src='//cdn.bolt.example/a.js';d.head.appendChild(s)})(document)</script>"
#define COPY(text) "<noscript data-xpurpose=\"hold\">" text "</noscript>"
#define PIXEL      "<img src=//bolt.example/t.gif?x>"
#define HELD_PIXEL "<img data-xpurpose-src=//bolt.example/t.gif?x>" COPY(PIXEL)
#define EVERYTHING                                                                                                     \
    "stats.acme.example /acme-stats.js bolt.example/t.gif cdn.bolt.example dart.example veil.example "                 \
    "veil.example/lib "
#define ONLY(what) "<meta http-equiv=Content-Security-Policy content=\"script-src " what "\">"
#define FIFTY      "<!-- fifty bytes of a comment, so that it is far. -->"
#define KILO_BUT_A_BIT                                                                                                 \
    FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY              \
        "<!-- twenty bytes more -->"
#define LONG_VALUE                                                                                                     \
    "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
#define HASH "sha256-AbCdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ="

enum { OFF = 1, ALL = 2, UNDECLARED = 4, DOCUMENT = 8 };

typedef struct {
    const char *name, *page, *want; /* want NULL: the page itself */
    unsigned flags;
    const char *policy;    /* of the header */
    unsigned csp, charset; /* elements left for these reasons */
    xp_reason reason;
} hold_case;

#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what is usual is not said in each */

static const hold_case CASES[] = {
    /* ---- Scripts that wait ---- */
    { "a vendor's script", PAGE LIBRARY "b", PAGE HOLD HELD_LIB "b" },
    { "two: one text", PAGE LIBRARY LIBRARY, PAGE HOLD HELD_LIB HELD_LIB },
    { "its type gets another name", PAGE "<script type=\"text/javascript\" src=//dart.example></script>",
      PAGE HOLD "<script " HELD " data-xpurpose-type=\"text/javascript\" src=//dart.example></script>" },
    { "… a module's too, and what else it has stays",
      PAGE "<SCRIPT async onload='go()' TYPE = module integrity=x crossorigin src='https://dart.example'></SCRIPT >",
      PAGE HOLD "<SCRIPT " HELD " async onload='go()' data-xpurpose-TYPE = module integrity=x crossorigin "
                "src='https://dart.example'></SCRIPT >" },
    { "… each of several, and where nothing stands between",
      PAGE "<script/type=''src=//dart.example type='a>b' type/></script>",
      PAGE HOLD "<script " HELD "/data-xpurpose-type=''src=//dart.example data-xpurpose-type='a>b' "
                "data-xpurpose-type/></script>" },
    { "… but no other, nor what only looks like it",
      PAGE "<script data-type=x =type=y type2 x=\"type=z\" y=type src=//dart.example></script>",
      PAGE HOLD "<script " HELD " data-type=x =type=y type2 x=\"type=z\" y=type src=//dart.example></script>" },
    { "with more types than are counted it stays",
      PAGE "<script type type type type type type type type type src=//dart.example></script>", NULL },
    { "one that a row of its attributes tells",
      PAGE "<script src=/u.js data-veil-site=01234567-89ab-cdef-0123-456789abcdef></script>",
      PAGE HOLD "<script " HELD " src=/u.js data-veil-site=01234567-89ab-cdef-0123-456789abcdef></script>" },
    { "before any head", "<!DOCTYPE html>" LIBRARY "<title>x</title>",
      "<!DOCTYPE html>" HOLD HELD_LIB "<title>x</title>" },
    { "a call of what waits", PAGE LIBRARY SNIPPET,
      PAGE HOLD HELD_LIB "<script " HELD ">acme.push('visit');</script>" },
    { "not without its end tag", PAGE "<script src=//dart.example>", NULL },

    /* ---- What they make ---- */
    { "a file that makes names", PAGE "<script async type=module src=//veil.example/lib/2.js></script>" LIBRARY,
      PAGE HOLD "<script " HELD MAKES("veilFor veil_1 Veil") " async data-xpurpose-type=module "
                                                             "src=//veil.example/lib/2.js></script>" HELD_LIB },
    { "… others of the vendor make none", PAGE "<script src=//veil.example/a.js></script><img src=//veil.example/lib>",
      PAGE HOLD "<script " HELD " src=//veil.example/a.js></script><img data-xpurpose-src=//veil.example/lib>" COPY(
          "<img src=//veil.example/lib>") },
    { "a script that loads it", PAGE MIXED("//veil.example/lib/2.js") MIXED("//veil.example/a.js"),
      PAGE HOLD TOLD_MAKES("veil.example/lib veil.example ",
                           "veilFor veil_1 Veil") "site(); "
                                                  "load('//veil.example/lib/2.js')</script>" TOLD(
                                                      "veil.example ") "site(); "
                                                                       "load('//veil.example/"
                                                                       "a.js')</script>" },
    { "an inline script that waits", PAGE LIBRARY "<script title=\"acmeOwn='>'\">acmeOwn=acme.push('visit')</script>",
      PAGE HOLD HELD_LIB
      "<script " HELD MAKES("acmeOwn") " title=\"acmeOwn='>'\">acmeOwn=acme.push('visit')</script>" },
    { "… not in its tag", PAGE LIBRARY "<script title='acmeOwn=1'>acme.push('visit')</script>",
      PAGE HOLD HELD_LIB "<script " HELD " title='acmeOwn=1'>acme.push('visit')</script>" },

    /* ---- Scripts that are told ---- */
    { "a mixed script", PAGE MIXED("//cdn.bolt.example/a.js") "b",
      PAGE HOLD TOLD("cdn.bolt.example ") "site(); load('//cdn.bolt.example/a.js')</script>b" },
    { "without stubs", PAGE MIXED("//stats.acme.example/a.js"),
      PAGE HOLD TOLD("stats.acme.example ") "site(); load('//stats.acme.example/a.js')</script>" },
    { "… not with gates off", PAGE MIXED("//cdn.bolt.example/a.js"), NULL, OFF },
    { "a loader", PAGE LOADER,
      PAGE HOLD TOLD(
          "cdn.bolt.example ") "(function(d){var s=d.createElement('script');s.src='//cdn.bolt.example/a.js';"
                               "d.head.appendChild(s)})(document)</script>" },
    { "… with gates off, too", PAGE LOADER,
      PAGE HOLD TOLD(
          "cdn.bolt.example ") "(function(d){var s=d.createElement('script');s.src='//cdn.bolt.example/a.js';"
                               "d.head.appendChild(s)})(document)</script>",
      OFF },
    { "an optimizer's", PAGE "<script type=rocketlazyloadscript data-x=1 data-rocket-src=//dart.example></script>",
      PAGE HOLD "<script data-xpurpose-gate=\"dart.example \" type=rocketlazyloadscript data-x=1 "
                "data-rocket-src=//dart.example></script>" },
    { "… with its src", PAGE "<script type=abc-text/javascript src=//cdn.bolt.example></script>" LIBRARY,
      PAGE HOLD "<script data-xpurpose-gate=\"bolt.example/t.gif cdn.bolt.example \" type=abc-text/javascript "
                "src=//cdn.bolt.example></script>" HELD_LIB },
    { "… of a text", PAGE "<script type=rocketlazyloadscript>site('//veil.example')</script>",
      PAGE HOLD
      "<script data-xpurpose-gate=\"veil.example \" type=rocketlazyloadscript>site('//veil.example')</script>" },
    { "… that is the vendor's alone", PAGE "<script type=rocketlazyloadscript>acme.push('visit')</script>",
      PAGE HOLD "<script data-xpurpose-gate=\"stats.acme.example /acme-stats.js \" "
                "type=rocketlazyloadscript>acme.push('visit')</script>" },
    { "one that gets its src later", PAGE "<script data-src=//dart.example></script>",
      PAGE HOLD "<script data-xpurpose-gate=\"dart.example \" data-src=//dart.example></script>" },
    { "a script in its address",
      PAGE "<script src=\"data:text/javascript,site();load('//veil.example/a.js')\"></script>",
      PAGE HOLD
      "<script data-xpurpose-gate=\"veil.example \" src=\"data:text/javascript,site();load('//veil.example/a.js')\">"
      "</script>" },

    /* ---- Pictures and frames ---- */
    { "a picture", PAGE PIXEL "b", PAGE HOLD HELD_PIXEL "b" },
    { "… with all that it loads",
      PAGE "<IMG\nSRCSET='//bolt.example/t.gif?a 2x'alt=''src = \"//bolt.example/t.gif?b\" onload=go()/>",
      PAGE HOLD "<IMG\ndata-xpurpose-SRCSET='//bolt.example/t.gif?a 2x'alt=''data-xpurpose-src = "
                "\"//bolt.example/t.gif?b\" onload=go()/>" COPY(
                    "<IMG\nSRCSET='//bolt.example/t.gif?a 2x'alt=''src = \"//bolt.example/t.gif?b\" onload=go()/>") },
    { "a row's", PAGE "<img data-veil src=/x/p.gif>",
      PAGE HOLD "<img data-veil data-xpurpose-src=/x/p.gif>" COPY("<img data-veil src=/x/p.gif>") },
    { "a frame", PAGE "<iframe height=0 src=//veil.example/ns>x</iframe>b",
      PAGE HOLD "<iframe height=0 data-xpurpose-src=//veil.example/ns>x</iframe>" COPY(
          "<iframe height=0 src=//veil.example/ns>x</iframe>") "b" },
    { "a picture's source", PAGE "<picture><source srcset=//bolt.example/t.gif?x><img src=a></picture>",
      PAGE "<picture>" HOLD "<source data-xpurpose-srcset=//bolt.example/t.gif?x><img src=a></picture>" },
    { "one that is not loaded yet", PAGE "<img src=/blank.gif data-src=//bolt.example/t.gif?x>", NULL },
    { "one that would end a copy", PAGE "<img alt='</NOSCRIPT' src=//bolt.example/t.gif?x>", NULL },
    { "one that is long",
      PAGE "<img alt='" LONG_VALUE LONG_VALUE LONG_VALUE LONG_VALUE LONG_VALUE LONG_VALUE LONG_VALUE LONG_VALUE
          LONG_VALUE LONG_VALUE "' src=//bolt.example/t.gif?x>",
      NULL },
    { "in a select", PAGE "<select>" PIXEL, NULL },
    { "where a body may not be open yet", "<!DOCTYPE html>" PIXEL, NULL },

    /* ---- What stays ---- */
    { "a site's own scripts", PAGE "<script src=/site.js></script><script>site()</script>", NULL },
    { "noscript, styles and hints",
      PAGE "<noscript>" PIXEL "</noscript><style>.veil-hide{opacity:0}</style>"
           "<link rel=preconnect href=//veil.example>",
      NULL },
    { "templates", PAGE "<template>" LIBRARY PIXEL "</template>", NULL },
    { "shadow roots", PAGE "<div><template shadowrootmode=open>" LIBRARY PIXEL "</template></div>", NULL },
    { "svg", PAGE "<svg><script href=//dart.example /><image href=//bolt.example/t.gif?x /></svg>", NULL },
    { "what may be svg's", PAGE "<div><svg></div>" LIBRARY, NULL },
    { "AMP", PAGE "<amp-analytics><script type=application/json>{}</script></amp-analytics>", NULL },
    { "data", PAGE "<script type=application/json>{\"a\":\"//cdn.bolt.example/a.js\"}</script>", NULL },
    { "what waits for consent",
      PAGE "<script type=text/plain data-cookieconsent=x src=//dart.example></script>"
           "<script type=text/plain class=optanon>site('//cdn.bolt.example/a')</script>"
           "<script type=javascript/blocked src=//dart.example></script>"
           "<script type=rocketlazyloadscript class=cmplz-x data-src=//dart.example></script>"
           "<script class=cmplazyload data-cmp-src=//dart.example></script>",
      NULL },
    { "what no browser runs where anything waits", PAGE "<script nomodule src=//dart.example></script>", NULL },
    { "what the site keeps",
      PAGE "<script data-xpurpose=keep src=//dart.example></script><img data-xpurpose=keep "
           "src=//bolt.example/t.gif?x>",
      NULL },
    { "what says something of ours",
      PAGE
      "<script type=xpurpose/held src=//dart.example></script><script data-xpurpose-type=a src=//dart.example></script>"
      "<img src=//bolt.example/t.gif?x data-xpurpose-src=y><script "
      "data-xpurpose-gate=a>load('//veil.example')</script>",
      NULL },

    { "what was held before, from there on", PAGE PIXEL "<script data-xpurpose=hold></script>" PIXEL LIBRARY,
      PAGE HOLD HELD_PIXEL "<script data-xpurpose=hold></script>" PIXEL LIBRARY },

    /* ---- Blocks ---- */
    { "a vendor's block is none",
      PAGE "<!-- acme code begins --><p>a</p><script>x()</script>" LIBRARY "<!-- acme code ends -->",
      PAGE "<!-- acme code begins --><p>a</p><script>x()</script>" HOLD HELD_LIB "<!-- acme code ends -->" },
    { "a site's waits as a whole",
      PAGE "<!--mark:begin--><p>a</p><script>x()</script><script type=module src=/a></script>" MIXED(
          "//veil.example") "<img src=a.gif><iframe src=b></iframe><script "
                            "type=text/x-data>d</script><!--mark:end-->" PIXEL,
      PAGE "<!--mark:begin--><p>a</p>" HOLD "<script " HELD ">x()</script><script " HELD
           " data-xpurpose-type=module src=/a></script><script " HELD ">site(); load('//veil.example')</script>"
           "<img data-xpurpose-src=a.gif>" COPY("<img src=a.gif>") "<iframe data-xpurpose-src=b></iframe>" COPY(
               "<iframe src=b></iframe>") "<script type=text/x-data>d</script><!--mark:end-->" HELD_PIXEL },
    { "… not without its end",
      PAGE "<!--mark:begin--><script>x()</script><img src=a.gif>" MIXED("//veil.example") LIBRARY,
      PAGE "<!--mark:begin--><script>x()</script><img src=a.gif>" HOLD TOLD(
          "veil.example ") "site(); load('//veil.example')</script>" HELD_LIB },
    { "… nor what the site keeps in it",
      PAGE "<!--mark:begin--><script data-xpurpose=keep>x()</script><script>y()</script><!--mark:end-->",
      PAGE "<!--mark:begin--><script data-xpurpose=keep>x()</script>" HOLD "<script " HELD
           ">y()</script><!--mark:end-->" },
    { "… nor if it holds more than there is room for",
      PAGE "<!--mark:begin--><img src=a><img src=a><img src=a><img src=a><img src=a><img src=a><img src=a><img src=a>"
           "<img src=a>" LIBRARY "<!--mark:end-->",
      PAGE "<!--mark:begin--><img src=a><img src=a><img src=a><img src=a><img src=a><img src=a><img src=a><img src=a>"
           "<img src=a>" HOLD HELD_LIB "<!--mark:end-->" },

    /* ---- Policies ---- */
    { "the script's own nonce", PAGE "<script nonce=abc src=//dart.example></script>",
      PAGE "<script data-xpurpose=\"hold\" nonce=\"abc\">HOLD</script><script " HELD
           " nonce=abc src=//dart.example></script>",
      0, "script-src 'nonce-abc'" },
    { "… which need not be told where the hash is listed", PAGE PIXEL, PAGE HOLD HELD_PIXEL, 0,
      "script-src 'nonce-abc'" },
    { "… else the policy's", "<!DOCTYPE html>" ONLY("'nonce-abc'") "<body>t" PIXEL,
      "<!DOCTYPE html>" ONLY(
          "'nonce-abc'") "<body>t<script data-xpurpose=\"hold\" nonce=\"abc\">HOLD</script>" HELD_PIXEL },
    { "what scripts put in runs: only what has the nonce is put in",
      PAGE "<script nonce=abc src=//dart.example></script>" LIBRARY SNIPPET
           "<script nonce=abd src=//dart.example></script>",
      PAGE "<script data-xpurpose=\"hold\" nonce=\"abc\">HOLD</script><script " HELD
           " nonce=abc src=//dart.example></script>" LIBRARY SNIPPET "<script nonce=abd src=//dart.example></script>",
      0, "script-src 'nonce-abc' 'strict-dynamic'", 3 },
    { "… and without one nothing", PAGE LIBRARY SNIPPET, NULL, 0, "script-src 'strict-dynamic' '" HASH "'", 2 },
    { "… nor what has another than the text", PAGE "<script nonce=abc src=//dart.example></script>" LIBRARY,
      PAGE "<script data-xpurpose=\"hold\" nonce=\"abc\">HOLD</script><script " HELD
           " nonce=abc src=//dart.example></script>" LIBRARY,
      0, "script-src 'nonce-abc' https:", 1 },
    { "inline scripts are allowed", PAGE LIBRARY, PAGE HOLD HELD_LIB, 0, "script-src * 'unsafe-inline'" },
    { "a hash can be added", PAGE LIBRARY, PAGE HOLD HELD_LIB, 0, "script-src * '" HASH "'" },
    { "a meta that forbids it",
      "<!DOCTYPE html><meta http-equiv=Content-Security-Policy content=\"script-src *\"><body>t" LIBRARY PIXEL, NULL, 0,
      NULL, 2 },
    { "what does not run needs nothing",
      "<!DOCTYPE html><meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><body>t" LOADER, NULL },
    { "… nor does what waits for what does not run", "<!DOCTYPE html>" ONLY("'none'") "<body>t" LIBRARY SNIPPET, NULL,
      0, NULL, 1 },
    { "once the text is there no policy matters",
      "<!DOCTYPE html>" LIBRARY "<meta http-equiv=Content-Security-Policy content=\"script-src *\"><body>t" LIBRARY,
      "<!DOCTYPE html>" HOLD HELD_LIB
      "<meta http-equiv=Content-Security-Policy content=\"script-src *\"><body>t" HELD_LIB },

    /* ---- The charset's declaration ---- */
    { "none comes", "<!DOCTYPE html>" LIBRARY "<title>x</title>", "<!DOCTYPE html>" HOLD HELD_LIB "<title>x</title>",
      UNDECLARED },
    { "it comes soon: the text goes behind it",
      "<!DOCTYPE html><script src=//dart.example></script><meta charset=utf-8>b",
      "<!DOCTYPE html><script " HELD " src=//dart.example></script><meta charset=utf-8>" HOLD "b", UNDECLARED },
    { "… and so do others that wait",
      "<!DOCTYPE html><script src=//dart.example></script><script type='' src=//veil.example></script><meta "
      "charset=utf-8>b",
      "<!DOCTYPE html><script " HELD " src=//dart.example></script><script " HELD
      " data-xpurpose-type='' src=//veil.example></script><meta charset=utf-8>" HOLD "b",
      UNDECLARED },
    { "… unless something runs between, which may call it",
      "<!DOCTYPE html><script src=//dart.example></script><script src=/app.js></script><meta charset=utf-8>b", NULL,
      UNDECLARED, NULL, 0, 1 },
    { "… unless it is to be told", "<!DOCTYPE html>" MIXED("//veil.example") LIBRARY "<meta charset=utf-8>b", NULL,
      UNDECLARED, NULL, 0, 2 },
    { "… or there is no room", "<!DOCTYPE html>" LIBRARY KILO_BUT_A_BIT "<meta charset=utf-8>b", NULL, UNDECLARED, NULL,
      0, 1 },
    { "… or a policy forbids it", "<!DOCTYPE html>" ONLY("*") LIBRARY "<meta charset=utf-8>b", NULL, UNDECLARED, NULL,
      1, 0 },
    { "behind it", "<!DOCTYPE html><meta charset=utf-8>" LIBRARY, "<!DOCTYPE html><meta charset=utf-8>" HOLD HELD_LIB,
      UNDECLARED },

    /* ---- The whole catalogue ---- */
    { "at the beginning", "<!DOCTYPE html><title>x</title>" LIBRARY,
      "<!DOCTYPE html><script data-xpurpose=\"hold\" data-xpurpose-gate=\"" EVERYTHING
      "\">HOLD</script><title>x</title>" HELD_LIB,
      ALL },
    { "… once, wherever something waits first", "<!DOCTYPE html>text" PIXEL LIBRARY,
      "<!DOCTYPE html>text<script data-xpurpose=\"hold\" data-xpurpose-gate=\"" EVERYTHING
      "\">HOLD</script>" HELD_PIXEL HELD_LIB,
      ALL },

    /* ---- What is no document ---- */
    { "a fragment", "<p>a</p>" LIBRARY, NULL, DOCUMENT, NULL, 0, 0, XP_REASON_FRAGMENT },
    { "… that begins with text", " \n<!-- x -->text<!DOCTYPE html>" LIBRARY, NULL, DOCUMENT, NULL, 0, 0,
      XP_REASON_FRAGMENT },
    { "… with an end tag", "</html>" LIBRARY, NULL, DOCUMENT, NULL, 0, 0, XP_REASON_FRAGMENT },
    { "… and code is nobody's", "var a = '" LIBRARY "';", NULL, DOCUMENT, NULL, 0, 0, XP_REASON_NOT_HTML },
    { "… nor what is in a charset of its own", "\xFE\xFFx" LIBRARY, NULL, DOCUMENT, NULL, 0, 0, XP_REASON_CHARSET },
    { "a document by its doctype", "\xEF\xBB\xBF <!-- x --><?xml version='1.0'?><!doctype html>text" LIBRARY,
      "\xEF\xBB\xBF <!-- x --><?xml version='1.0'?><!doctype html>text" HOLD HELD_LIB, DOCUMENT },
    { "… by its root", "\n<!-- x --><HTML lang=en>" LIBRARY, "\n<!-- x --><HTML lang=en>" HOLD HELD_LIB, DOCUMENT },
    { "nobody asks", "<p>a</p>" LIBRARY, "<p>a</p>" HOLD HELD_LIB },
    { "… but a table's part is none", "<tr><td>" LIBRARY, NULL, 0, NULL, 0, 0, XP_REASON_FRAGMENT },
};

static void set_up(kit *k, const hold_case *c)
{
    static xp_policies policies;

    kit_set(k);
    k->options.hold = true;
    k->options.document = c->flags & DOCUMENT;
    k->options.gate = c->flags & OFF ? XP_GATE_OFF : c->flags & ALL ? XP_GATE_ALL : XP_GATE_ON;
    k->options.charset = c->flags & UNDECLARED ? XP_CHARSET_UNKNOWN : XP_CHARSET_ASCII;
    if (!c->policy)
        return;
    xp_policies_init(&policies, XP_HOLD_HASH, XP_HASH_EVERYWHERE);
    xp_policies_add_header(&policies, c->policy, strlen(c->policy));
    k->options.policies = &policies;
}

static void run(const hold_case *c)
{
    static kit whole;
    size_t len = strlen(c->page);
    int bad = 0;

    set_up(&whole, c);
    kit_run(&whole, c->page, len, len, len);
    is_str(kit_shortened(&whole, xp_hold_text, xp_hold_len, "HOLD"), c->want ? c->want : c->page, "%s", c->name);
    is_str(whole.broken, NULL, "... as promised");
    is_int(whole.left[XP_LEFT_CSP], c->csp, "... with as many left for a policy");
    is_int(whole.left[XP_LEFT_CHARSET], c->charset, "... and for the charset");
    is_int(whole.reason, c->reason, "... and that reason");
    for (int i = 0; i < whole.nedits && i < KIT_EDITS; i++)
        bad += whole.edits[i].from != whole.edits[i].to;
    is_int(bad, 0, "... nothing is taken away");
    kit_settles(&whole);
}

/* Names of attributes, by where they stand. */
static void test_places(void)
{
    static const struct {
        xp_element el;
        const char *tag;
        int n, first, last;
    } TAGS[] = { { XP_EL_SCRIPT, "<script>type=x", 0, 0, 0 },
                 { XP_EL_SCRIPT, "<script/type=x>", 1, 8, 8 },
                 { XP_EL_SCRIPT, "<script a = 'type=x' type = y TYPE>", 2, 21, 30 },
                 { XP_EL_SCRIPT, "<script a=>type=x", 0, 0, 0 },
                 { XP_EL_SCRIPT, "<script a=b/type=x>", 0, 0, 0 },
                 { XP_EL_SCRIPT, "<script a\"=type type='x>", 1, 16, 16 },
                 { XP_EL_SCRIPT, "<script =type type\f=\fx>", 1, 14, 14 },
                 { XP_EL_IMG, "<img src=a srcset type=b src>", 3, 5, 25 },
                 { XP_EL_IMG, "<img src", 1, 5, 5 } };

    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++) {
        size_t len = strlen(TAGS[i].tag);
        char *copy = tap_copy(TAGS[i].tag, len);
        xp_hold_tag tag;

        ok(xp_hold_read(TAGS[i].el, copy, len, &tag), "%s", TAGS[i].tag);
        is_int(tag.n, TAGS[i].n, "... so many");
        if (tag.n) {
            is_int((int)tag.at[0], TAGS[i].first, "... the first");
            is_int((int)tag.at[tag.n - 1], TAGS[i].last, "... the last");
        }
        free(copy);
    }
}

/* What is not read is as if it were: a tag that says nothing of ours, nor nomodule, with places enough. */
static void test_plain(void)
{
    static const struct {
        const char *tag;
        bool plain;
    } TAGS[] = { { "<script>", true },
                 { "<SCRIPT TYPE=text/javascript ID=a-js-extra>", true },
                 { "<script nomodule>", false },
                 { "<script NOMODULE>", false },
                 { "<script a=1 data-xpurpose-x>", false },
                 { "<script DATA-XPURPOSE>", false },
                 { "<script type type type type type type type>", true },
                 { "<script/type/type/type/type/type/type/type/type/type>", false } };

    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++) {
        size_t len = strlen(TAGS[i].tag);
        char *copy = tap_copy(TAGS[i].tag, len);
        xp_hold_tag tag;
        bool waits = xp_hold_read(XP_EL_SCRIPT, copy, len, &tag) && !tag.ours && !tag.nomodule;

        is_int(xp_hold_is_plain(copy, len), TAGS[i].plain, "%s: at a glance", TAGS[i].tag);
        is_int(waits, TAGS[i].plain, "... and when it is read");
        free(copy);
    }
}

int main(void)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        run(&CASES[i]);
    test_places();
    test_plain();
    return tap_done();
}
