/* own catalogue: what is put in rather than taken out: the gate and stubs before scripts that stay, marks in start tags, and where policies,
 * the charset's declaration or an attribute that is there already forbid it. In what is wanted, GATE stands for the gate's text. */
#include "../../engine/page/xp_gate.h"
#include "../../engine/page/xp_items.h"
#include "scan_kit.h"

#define PAGE         "<!DOCTYPE html><html><head></head><body>text "
#define MIXED(text)  "<script>site(); load('" text "')</script>"
#define TOLD(items)  "<script data-xpurpose-gate=\"" items "\">"
#define ACME_STUB    "<script data-xpurpose=\"acme\">window.acme=window.acme||[];</script>"
#define GATE         "<script data-xpurpose=\"gate\">GATE</script>"
#define NONCED(more) "<script nonce=abc>site(); load('//cdn.bolt.example/a.js')" more "</script>"
#define EVERYTHING                                                                                                     \
    "stats.acme.example /acme-stats.js bolt.example/t.gif cdn.bolt.example dart.example veil.example "                 \
    "veil.example/lib "
#define ALL_GATE       "<script data-xpurpose=\"gate\" data-xpurpose-gate=\"" EVERYTHING "\">GATE</script>"
#define SNIPPET        "<script>acme.push('visit');</script>"
#define PIXEL_SRC      "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
#define HASH           "sha256-AbCdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ="
#define KILO_BUT_A_BIT FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL
#define SEVEN                                                                                                          \
    MIXED("//veil.example")                                                                                            \
    MIXED("//veil.example")                                                                                            \
    MIXED("//veil.example")                                                                                            \
    MIXED("//veil.example") MIXED("//veil.example") MIXED("//veil.example") MIXED("//veil.example")
#define KILO FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL FILL
#define FILL "<!-- fifty bytes of a comment, so that it is far. -->"

#define DATA_MIXED "<script src=\"data:text/javascript,site();load('//veil.example/a.js')\"></script>"

enum { OFF = 1, ALL = 2, UNDECLARED = 4, NO_STUBS = 8 };

typedef struct {
    const char *name, *page, *want; /* want NULL: the page itself */
    unsigned flags;
    const char *policy;    /* of the header */
    unsigned csp, charset; /* elements left for these reasons */
} gate_case;

#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what is usual is not said in each */

static const gate_case CASES[] = {
    /* ---- Which scripts, and what they are told ---- */
    { "a mixed script", PAGE MIXED("//cdn.bolt.example/a.js") "b",
      PAGE GATE TOLD("cdn.bolt.example ") "site(); load('//cdn.bolt.example/a.js')</script>b" },
    { "two: one gate", PAGE MIXED("//cdn.bolt.example/a.js") MIXED("//veil.example/x"),
      PAGE GATE TOLD("cdn.bolt.example ") "site(); load('//cdn.bolt.example/a.js')</script>" TOLD(
          "veil.example ") "site(); load('//veil.example/x')</script>" },
    { "the vendor's stub comes first", PAGE MIXED("//stats.acme.example/a.js"),
      PAGE ACME_STUB GATE TOLD("stats.acme.example ") "site(); load('//stats.acme.example/a.js')</script>" },
    { "… unless it is there", PAGE SNIPPET MIXED("//stats.acme.example/a.js"),
      PAGE ACME ACME_STUB GATE TOLD("stats.acme.example ") "site(); load('//stats.acme.example/a.js')</script>" },
    { "… or stubs are off", PAGE MIXED("//stats.acme.example/a.js"),
      PAGE GATE TOLD("stats.acme.example ") "site(); load('//stats.acme.example/a.js')</script>", NO_STUBS },
    { "a first-party path", PAGE MIXED("/js/acme-stats.js"),
      PAGE ACME_STUB GATE TOLD("/acme-stats.js ") "site(); load('/js/acme-stats.js')</script>" },
    { "a host with a path", PAGE MIXED("https://bolt.example/t.gif?x"),
      PAGE GATE TOLD("bolt.example/t.gif ") "site(); load('https://bolt.example/t.gif?x')</script>" },
    { "a module: whatever is the vendor's",
      PAGE "<script type=module>site(); import('https://cdn.bolt.example/a.js')</script>",
      PAGE GATE "<script data-xpurpose-gate=\"bolt.example/t.gif cdn.bolt.example \" type=module>site(); "
                "import('https://cdn.bolt.example/a.js')</script>" },
    { "… once", PAGE "<script type=module>site('//cdn.bolt.example/a','//bolt.example/t.gif')</script>",
      PAGE GATE "<script data-xpurpose-gate=\"bolt.example/t.gif cdn.bolt.example \" "
                "type=module>site('//cdn.bolt.example/a','//bolt.example/t.gif')</script>" },
    { "a script that waits for consent",
      PAGE "<script type=text/plain data-cookieconsent=x>site('//cdn.bolt.example/a')</script>",
      PAGE GATE "<script data-xpurpose-gate=\"cdn.bolt.example \" type=text/plain "
                "data-cookieconsent=x>site('//cdn.bolt.example/a')</script>" },
    { "gates switched off", PAGE MIXED("//cdn.bolt.example/a.js"), NULL, OFF },
    { "data", PAGE "<script type=application/json>{\"a\":\"//cdn.bolt.example/a.js\"}</script>", NULL },
    { "React's rows", PAGE "<script>self.__next_f.push([1,\"T1a,//cdn.bolt.example/a.js\"])</script>", NULL },
    { "… in brackets", PAGE "<script>(self.__next_f=self.__next_f||[]).push([0,'//cdn.bolt.example/']);x()</script>",
      NULL },
    { "a template", PAGE "<template>" MIXED("//cdn.bolt.example/a.js") "</template>", NULL },
    { "foreign content", PAGE "<svg>" MIXED("//cdn.bolt.example/a.js") "</svg>", NULL },
    { "who knows what content", PAGE "<div><svg></div>" MIXED("//cdn.bolt.example/a.js"), NULL },
    { "… where a stub would be markup if it is foreign", PAGE "<div><svg></div><script src=//dart.example></script>b",
      PAGE "<div><svg></div><!--xpurpose: dart--><script data-xpurpose=\"dart\">//<![CDATA[\nif(1<2)window.dart=1;\n"
           "//]]></script>b" },
    { "… unless the stub is not", PAGE "<div><svg></div><script src=//stats.acme.example></script>b",
      PAGE "<div><svg></div>" ACME ACME_STUB "b" },
    { "a part of a table, where no script of a page's stands", "<tr><td>" MIXED("//cdn.bolt.example/a.js"), NULL },
    { "names in capitals, spaces", PAGE "<SCRIPT\n>site('//cdn.bolt.example/')</SCRIPT>",
      PAGE GATE "<SCRIPT data-xpurpose-gate=\"cdn.bolt.example \"\n>site('//cdn.bolt.example/')</SCRIPT>" },
    { "a slash", PAGE "<script/id=a>site('//cdn.bolt.example/')</script>",
      PAGE GATE "<script data-xpurpose-gate=\"cdn.bolt.example \"/id=a>site('//cdn.bolt.example/')</script>" },
    { "before any head", MIXED("//cdn.bolt.example/a.js") " <title>x</title>",
      GATE TOLD("cdn.bolt.example ") "site(); load('//cdn.bolt.example/a.js')</script> <title>x</title>" },
    { "a vendor that is spared", PAGE MIXED("//chop.example/a.js"), NULL },

    /* ---- A generic name counts where the page has to do with the vendor ---- */
    { "a generic name", PAGE MIXED("/js/bolt-beat.js"), NULL },
    { "… behind the vendor's element", PAGE "<script src=//cdn.bolt.example/a.js></script>" MIXED("/js/bolt-beat.js"),
      PAGE BOLT GATE TOLD("/bolt-beat.js ") "site(); load('/js/bolt-beat.js')</script>" },
    { "… behind a script that names it", PAGE MIXED("//cdn.bolt.example/a.js") MIXED("/js/bolt-beat.js"),
      PAGE GATE TOLD("cdn.bolt.example ") "site(); load('//cdn.bolt.example/a.js')</script>" TOLD(
          "/bolt-beat.js ") "site(); load('/js/bolt-beat.js')</script>" },
    { "… in front of it", PAGE MIXED("/js/bolt-beat.js") "<script src=//cdn.bolt.example/a.js></script>",
      PAGE MIXED("/js/bolt-beat.js") BOLT },
    { "… behind another vendor's", PAGE "<script src=//dart.example></script>" MIXED("/js/bolt-beat.js"),
      PAGE
      "<!--xpurpose: dart--><script data-xpurpose=\"dart\">if(1<2)window.dart=1;</script>" MIXED("/js/bolt-beat.js") },

    /* ---- What is an address ---- */
    { "a property", PAGE "<script>site(); window.cdn.bolt.example(1)</script>", NULL },
    { "a word in a text", PAGE "<script>site('see veil.example for more')</script>", NULL },
    { "a whole string", PAGE MIXED("veil.example"),
      PAGE GATE TOLD("veil.example ") "site(); load('veil.example')</script>" },
    { "a label before it", PAGE "<script>site(\"eu.veil.example/a\")</script>",
      PAGE GATE TOLD("veil.example ") "site(\"eu.veil.example/a\")</script>" },
    { "escaped slashes", PAGE "<script>site('https:\\/\\/veil.example\\/a')</script>",
      PAGE GATE TOLD("veil.example ") "site('https:\\/\\/veil.example\\/a')</script>" },
    { "… by number", PAGE "<script>site('https:\\x2f\\x2fveil.example')</script>",
      PAGE GATE TOLD("veil.example ") "site('https:\\x2f\\x2fveil.example')</script>" },
    { "within a longer text", PAGE "<script>site('<script src=https://veil.example/a><\\/script>')</script>",
      PAGE GATE TOLD("veil.example ") "site('<script src=https://veil.example/a><\\/script>')</script>" },
    { "behind what a template puts in", PAGE "<script>site(`https://${r}.veil.example/a`)</script>",
      PAGE GATE TOLD("veil.example ") "site(`https://${r}.veil.example/a`)</script>" },
    { "… and a path of that host", PAGE "<script>site(`https://${r}/acme-stats.js`)</script>",
      PAGE ACME_STUB GATE TOLD("/acme-stats.js ") "site(`https://${r}/acme-stats.js`)</script>" },
    { "… and a block of code", PAGE "<script>if(x){}veil.example=1;site()</script>", NULL },
    { "a comment behind slashes", PAGE "<script>// veil.example is nothing\nsite()</script>", NULL },
    { "a quote that ends a string before it", PAGE "<script>site('a'+veil.example)</script>", NULL },

    /* ---- Handlers of the site's ---- */
    { "a script's handler", PAGE "<script src=//cdn.bolt.example/a.js onload=go()></script>b",
      PAGE "<script data-xpurpose=\"bolt\" src=\"data:text/javascript,\" src=//cdn.bolt.example/a.js "
           "onload=go()></script>b" },
    { "… behind the stub", PAGE "<script src=//stats.acme.example/a.js onerror=go() integrity=sha384-x></script>b",
      PAGE ACME_STUB "<script data-xpurpose=\"acme\" src=\"data:text/javascript,\" integrity=\"\" "
                     "src=//stats.acme.example/a.js onerror=go() integrity=sha384-x></script>b" },
    { "an image's", PAGE "<img onload=go() src=//bolt.example/t.gif>b",
      PAGE "<img data-xpurpose=\"bolt\" srcset=\"\" src=\"" PIXEL_SRC "\" onload=go() src=//bolt.example/t.gif>b" },
    { "a frame's", PAGE "<iframe onload=go() width=0 src=//veil.example/></iframe>b",
      PAGE "<iframe data-xpurpose=\"veil\" src=\"about:blank\" onload=go() width=0 src=//veil.example/></iframe>b" },
    { "a link's", PAGE "<link rel=preload onload=go() href=//cdn.bolt.example/a.js>b", NULL },
    { "of a script that is given its src late", PAGE "<script onload=go() data-src=//cdn.bolt.example/a.js></script>b",
      NULL },
    { "a policy", PAGE "<script src=//cdn.bolt.example/a.js onload=go()></script>b", NULL, 0,
      "script-src 'unsafe-inline' *.example", 1 },
    { "… that lets scripts of no bytes run", PAGE "<script src=//cdn.bolt.example/a.js onload=go()></script>b",
      PAGE "<script data-xpurpose=\"bolt\" src=\"data:text/javascript,\" src=//cdn.bolt.example/a.js "
           "onload=go()></script>b",
      0, "script-src 'unsafe-inline' data: *.example" },

    /* ---- data-src beside src ---- */
    { "a src that works", PAGE "<script src=/app.js data-acme-src=//cdn.bolt.example/a.js></script>b", NULL },
    { "… of an image", PAGE "<img src=/photo.jpg data-hit-src=//bolt.example/t.gif>b", NULL },
    { "… with a srcset that counts", PAGE "<img src=/photo.jpg srcset=//bolt.example/t.gif>b", PAGE BOLT "b" },
    { "a src that is empty", PAGE "<img src data-src=//bolt.example/t.gif>b", PAGE BOLT "b" },
    { "… or keeps a place", PAGE "<img src=\"data:image/gif;base64,x\" data-src=//bolt.example/t.gif>b",
      PAGE BOLT "b" },
    { "… by a picture of nothing", PAGE "<img src=/i/Blank.gif data-src=//bolt.example/t.gif>b", PAGE BOLT "b" },
    { "… by a page of nothing", PAGE "<iframe hidden src=about:blank data-src=//veil.example/></iframe>b",
      PAGE VEIL "b" },
    { "a late type", PAGE "<script type=text/rocketscript src=/a.js data-src=//cdn.bolt.example/a.js></script>b",
      PAGE BOLT "b" },

    /* ---- What is there already ---- */
    { "a script that says so already",
      PAGE "<script data-xpurpose-gate=\"veil.example \">site('//veil.example')</script>", NULL },
    { "… behind our gate is told by us",
      PAGE MIXED("//veil.example") "<script id=a data-xpurpose-gate=/>site('//cdn.bolt.example/')</script>",
      PAGE GATE TOLD(
          "veil.example ") "site(); load('//veil.example')</script><script data-xpurpose-gate=\"cdn.bolt.example \" "
                           "id=a data-xpurpose-gate=/>site('//cdn.bolt.example/')</script>" },
    { "… and one that names nobody is told nothing",
      PAGE MIXED("//veil.example") "<script data-xpurpose-gate=/>site()</script><script src=/a.js "
                                   "data-xpurpose-gate=/></script>",
      PAGE GATE TOLD("veil.example ") "site(); load('//veil.example')</script><script data-xpurpose-gate=\"\" "
                                      "data-xpurpose-gate=/>site()</script><script data-xpurpose-gate=\"\" src=/a.js "
                                      "data-xpurpose-gate=/></script>" },
    { "… but not where an attribute that is there twice could cost it its nonce",
      PAGE NONCED("") "<script nonce=abc data-xpurpose-gate=/ >site('//cdn.bolt.example/')</script>",
      PAGE "<script data-xpurpose=\"gate\" nonce=\"abc\">GATE</script><script data-xpurpose-gate=\"cdn.bolt.example \" "
           "nonce=abc>site(); load('//cdn.bolt.example/a.js')</script>"
           "<script nonce=abc data-xpurpose-gate=/ >site('//cdn.bolt.example/')</script>",
      0, "script-src 'nonce-abc'" },
    { "… which is one that a policy knows",
      PAGE NONCED("") "<script nonce=x data-xpurpose-gate=/ >site('//cdn.bolt.example/')</script>",
      PAGE "<script data-xpurpose=\"gate\" nonce=\"abc\">GATE</script><script data-xpurpose-gate=\"cdn.bolt.example \" "
           "nonce=abc>site(); load('//cdn.bolt.example/a.js')</script>"
           "<script data-xpurpose-gate=\"cdn.bolt.example \" nonce=x data-xpurpose-gate=/ "
           ">site('//cdn.bolt.example/')</script>",
      0, "script-src 'nonce-abc'" },
    { "a gate of somebody's", PAGE "<script data-xpurpose=gate>site()</script>" MIXED("//veil.example"),
      PAGE "<script data-xpurpose=gate>site()</script>" GATE TOLD(
          "veil.example ") "site(); load('//veil.example')</script>" },

    /* ---- Policies ---- */
    { "one that says nothing of scripts", PAGE MIXED("//veil.example"),
      PAGE GATE TOLD("veil.example ") "site(); load('//veil.example')</script>", 0, "img-src 'self'" },
    { "inline scripts run", PAGE MIXED("//veil.example"),
      PAGE GATE TOLD("veil.example ") "site(); load('//veil.example')</script>", 0, "default-src 'unsafe-inline'" },
    { "… with this nonce", PAGE NONCED(""),
      PAGE "<script data-xpurpose=\"gate\" nonce=\"abc\">GATE</script><script data-xpurpose-gate=\"cdn.bolt.example \" "
           "nonce=abc>site(); load('//cdn.bolt.example/a.js')</script>",
      0, "script-src 'nonce-abc'" },
    { "… with another one", PAGE NONCED(""), NULL, 0, "script-src 'nonce-abcd'", 1 },
    { "… by hash: the gate's is added", PAGE MIXED("//veil.example"),
      PAGE GATE TOLD("veil.example ") "site(); load('//veil.example')</script>", 0, "script-src '" HASH "'" },
    { "… of another policy by nonce, which it has not", PAGE MIXED("//veil.example"), NULL, 0,
      "script-src '" HASH "', script-src 'nonce-abc'", 1 },
    { "no inline script runs: nor does this", PAGE MIXED("//veil.example"), NULL, 0, "script-src 'self'" },
    { "a policy of a meta, by hash",
      "<!DOCTYPE html><meta http-equiv=content-security-policy content=\"script-src '" HASH
      "'\">" MIXED("//veil.example"),
      NULL, 0, NULL, 1 },
    { "… whose content comes first",
      "<!DOCTYPE html><meta content=\"script-src 'unsafe-inline'\" http-equiv=content-security-policy>" MIXED(
          "//veil.example"),
      NULL, 0, NULL, 1 },
    { "a vendor's file whose stub could not run", PAGE "<script src=/acme-stats.js></script>b", NULL, 0,
      "script-src 'self'", 1 },
    { "… and one that needs none", PAGE "<script src=//cdn.bolt.example/a.js></script>b", PAGE BOLT "b", 0,
      "script-src 'self'" },
    { "… nor does an image", PAGE "<img src=//stats.acme.example/?x>b", PAGE ACME "b", 0, "script-src 'self'" },
    { "a snippet allowed by hash is gated instead",
      PAGE "<script>acme.push('visit', '//stats.acme.example/')</script>b",
      PAGE GATE TOLD("stats.acme.example ") "acme.push('visit', '//stats.acme.example/')</script>b", 0,
      "script-src '" HASH "'" },
    { "… unless there is nothing to be gated", PAGE SNIPPET "b", NULL, 0, "script-src '" HASH "'", 1 },
    { "… and where nothing is gated", PAGE "<script>acme.push('visit', '//stats.acme.example/')</script>b", NULL, OFF,
      "script-src '" HASH "'", 1 },
    { "… but by nonce it goes", PAGE "<script nonce=abc>acme.push('visit')</script>b",
      PAGE ACME "<script data-xpurpose=\"acme\" nonce=\"abc\">window.acme=window.acme||[];</script>b", 0,
      "script-src '" HASH "' 'nonce-abc'" },
    { "before any head an empty script needs no leave", "<script src=//cdn.bolt.example/a.js></script> <p>",
      BOLT "<script data-xpurpose=\"bolt\"></script> <p>", 0, "script-src 'self'" },

    /* ---- The charset's declaration ---- */
    { "comes: the script stays", "<!DOCTYPE html><head>" MIXED("//veil.example") "<meta charset=utf-8>", NULL,
      UNDECLARED, NULL, 0, 1 },
    { "… from before the last byte in reach",
      "<!DOCTYPE html><head>" MIXED("//veil.example") KILO_BUT_A_BIT "<meta charset=utf-8>", NULL, UNDECLARED, NULL, 0,
      1 },
    { "does not come", "<!DOCTYPE html><head>" MIXED("//veil.example") "<p>b",
      "<!DOCTYPE html><head>" GATE TOLD("veil.example ") "site(); load('//veil.example')</script><p>b", UNDECLARED },
    { "comes too late", "<!DOCTYPE html><head>" MIXED("//veil.example") KILO "<meta charset=utf-8>",
      "<!DOCTYPE html><head>" GATE TOLD("veil.example ") "site(); load('//veil.example')</script>" KILO
                                                         "<meta charset=utf-8>",
      UNDECLARED },
    { "comes, in a charset that is not for us",
      "<!DOCTYPE html><head>" MIXED("//veil.example") "<meta charset=iso-2022-jp>", NULL, UNDECLARED, NULL, 0, 1 },
    { "too many wait for it", "<!DOCTYPE html><head>" SEVEN "<meta charset=utf-8>", NULL, UNDECLARED, NULL, 0, 7 },
    { "does not come before the page is given up", "<!DOCTYPE html><head>" MIXED("//veil.example") "<frameset>", NULL,
      UNDECLARED, NULL, 0, 1 },
    { "has come", "<!DOCTYPE html><head><meta charset=utf-8>" MIXED("//veil.example"),
      "<!DOCTYPE html><head><meta charset=utf-8>" GATE TOLD("veil.example ") "site(); load('//veil.example')</script>",
      UNDECLARED },
    { "will never be seen, beyond so many bytes", "<!DOCTYPE html><head>" KILO MIXED("//veil.example"),
      "<!DOCTYPE html><head>" KILO GATE TOLD("veil.example ") "site(); load('//veil.example')</script>", UNDECLARED },
    { "a stub may not move it either",
      "<!DOCTYPE html><head>" SNIPPET "<script src=/a.js></script>" KILO_BUT_A_BIT "<meta charset=utf-8>", NULL,
      UNDECLARED, NULL, 0, 1 },
    { "… but behind it, if no script stands between",
      "<!DOCTYPE html><head>" SNIPPET SNIPPET KILO_BUT_A_BIT "<meta charset=utf-8><p>",
      "<!DOCTYPE html><head>" ACME ACME KILO_BUT_A_BIT "<meta charset=utf-8>" ACME_STUB "<p>", UNDECLARED },
    { "… that does not go with it",
      "<!DOCTYPE html><head>" SNIPPET "<script>site()</script>" KILO_BUT_A_BIT "<meta charset=utf-8><p>", NULL,
      UNDECLARED, NULL, 0, 1 },
    { "… nor where a policy has a say in what goes",
      "<!DOCTYPE html><head>" SNIPPET KILO_BUT_A_BIT "<meta charset=utf-8>", NULL, UNDECLARED,
      "script-src 'unsafe-inline'", 0, 1 },
    { "… nor where it would stand in a template",
      "<!DOCTYPE html><head>" SNIPPET KILO_BUT_A_BIT "<template><meta charset=utf-8></template>", NULL, UNDECLARED,
      NULL, 0, 1 },
    { "… unless it stays in reach", "<!DOCTYPE html><head>" SNIPPET "<meta charset=utf-8>",
      "<!DOCTYPE html><head>" ACME ACME_STUB "<meta charset=utf-8>", UNDECLARED },
    { "… but in place of something longer it may stand",
      "<!DOCTYPE html><head><script>acme.push('visit','/* a long snippet that is longer than what stands in its place "
      "*/')/* and so on, and so on */</script><meta charset=utf-8>",
      "<!DOCTYPE html><head>" ACME ACME_STUB "<meta charset=utf-8>", UNDECLARED },
    { "… or where what went before has made room",
      "<!DOCTYPE html><head><script src=//cdn.bolt.example/a.js>" FILL FILL "</script>" SNIPPET "<meta charset=utf-8>",
      "<!DOCTYPE html><head>" BOLT ACME ACME_STUB "<meta charset=utf-8>", UNDECLARED },
    { "a byte order mark", "\xEF\xBB\xBF<!DOCTYPE html><head>" MIXED("//veil.example"),
      "\xEF\xBB\xBF<!DOCTYPE html><head>" GATE TOLD("veil.example ") "site(); load('//veil.example')</script>",
      UNDECLARED },

    /* ---- Blocks ---- */
    { "within a block that is one it goes",
      PAGE "<!-- acme code begins -->" MIXED("//stats.acme.example/a.js") "<!-- acme code ends -->",
      PAGE "<!-- acme code begins -->" ACME ACME_STUB "<!-- acme code ends -->" },
    { "within one that is none it is gated", PAGE "<!-- acme code begins --><p>" MIXED("//stats.acme.example/a.js"),
      PAGE "<!-- acme code begins --><p>" ACME_STUB GATE TOLD(
          "stats.acme.example ") "site(); load('//stats.acme.example/a.js')</script>" },

    /* ---- The whole catalogue ---- */
    { "at the beginning of the head", "<!DOCTYPE html><html><head> <title>x</title></head>",
      "<!DOCTYPE html><html><head> " ALL_GATE "<title>x</title></head>", ALL },
    { "… where no tag begins it", "<!DOCTYPE html><p>x", "<!DOCTYPE html>" ALL_GATE "<p>x", ALL },
    { "… and before scripts that are gated", "<!DOCTYPE html>" MIXED("//veil.example"),
      "<!DOCTYPE html>" ALL_GATE TOLD("veil.example ") "site(); load('//veil.example')</script>", ALL },
    { "… but not in a part of a table", "<tr><td>x", NULL, ALL },
    { "… nor before what a browser looks for first", "<!DOCTYPE html><head><meta charset=utf-8><title>x</title>",
      "<!DOCTYPE html><head><meta charset=utf-8>" ALL_GATE "<title>x</title>", ALL | UNDECLARED },
    { "… unless that is not there", "<!DOCTYPE html><body><p>x<script>z()</script>",
      "<!DOCTYPE html>" ALL_GATE "<body><p>x<script>z()</script>", ALL | UNDECLARED },
    { "… with the header's nonce", "<!DOCTYPE html><script nonce=abc>acme.push(1)</script>",
      "<!DOCTYPE html><script data-xpurpose=\"gate\" nonce=\"abc\" data-xpurpose-gate=\"" EVERYTHING
      "\">GATE</script>" ACME "<script data-xpurpose=\"acme\" nonce=\"abc\">window.acme=window.acme||[];</script>",
      ALL, "script-src 'nonce-abc'" },
    { "… which is nobody else's",
      PAGE "<!-- acme code begins --><script>x();acme.push('z')</script><!-- acme code ends -->b",
      "<!DOCTYPE html><html><head></head><script data-xpurpose=\"gate\" nonce=\"abc\" data-xpurpose-gate=\"" EVERYTHING
      "\">GATE</script><body>text <!-- acme code begins --><script>x();acme.push('z')</script><!-- acme code ends -->b",
      ALL, "script-src 'nonce-abc'", 1 },
    { "… unless it could not run", "<!DOCTYPE html><title>x</title>", NULL, ALL, "script-src 'self'", 1 },
    { "a script in its address", PAGE DATA_MIXED "b",
      PAGE GATE
      "<script data-xpurpose-gate=\"veil.example \" src=\"data:text/javascript,site();load('//veil.example/a.js')\">"
      "</script>b" },
    { "… where inline scripts are blocked, and it is not", PAGE DATA_MIXED "b", NULL, 0, "script-src 'self' data:", 1 },
    { "… and where it is", PAGE DATA_MIXED "b", NULL, 0, "script-src 'self'" },
    { "… and one that is to be in it",
      PAGE "<script type=rocketscript data-src=\"data:text/javascript,site();load('//veil.example/a.js')\"></script>b",
      NULL, 0, "script-src data:", 1 },
    { "what the site keeps is no gate", "<!DOCTYPE html><script data-xpurpose=keep>x()</script><title>x</title>",
      "<!DOCTYPE html>" ALL_GATE "<script data-xpurpose=keep>x()</script><title>x</title>", ALL },
    { "… and is not told",
      PAGE MIXED("//veil.example") "<script data-xpurpose=keep>site(); load('//veil.example')</script>",
      PAGE GATE TOLD("veil.example ") "site(); load('//veil.example')</script>"
                                      "<script data-xpurpose=keep>site(); load('//veil.example')</script>" },
    { "a gate of somebody's in its place", "<!DOCTYPE html><script data-xpurpose=gate>GAT</script><title>x</title>",
      "<!DOCTYPE html><script data-xpurpose=gate>GAT</script>" ALL_GATE "<title>x</title>", ALL },
};

static void set_up(kit *k, const gate_case *c)
{
    static xp_policies policies;

    kit_set(k);
    k->options.gate = c->flags & OFF ? XP_GATE_OFF : c->flags & ALL ? XP_GATE_ALL : XP_GATE_ON;
    k->options.stubs = !(c->flags & NO_STUBS);
    k->options.charset = c->flags & UNDECLARED ? XP_CHARSET_UNKNOWN : XP_CHARSET_ASCII;
    if (!c->policy)
        return;
    xp_policies_init(&policies, XP_GATE_HASH, XP_HASH_BESIDE_HASHES);
    xp_policies_add_header(&policies, c->policy, strlen(c->policy));
    k->options.policies = &policies;
}

static void run(const gate_case *c)
{
    static kit whole;
    size_t len = strlen(c->page);

    set_up(&whole, c);
    kit_run(&whole, c->page, len, len, len);
    is_str(kit_shortened(&whole, xp_gate_text, xp_gate_len, "GATE"), c->want ? c->want : c->page, "%s", c->name);
    is_str(whole.broken, NULL, "... as promised");
    is_int(whole.left[XP_LEFT_CSP], c->csp, "... with as many left for a policy");
    is_int(whole.left[XP_LEFT_CHARSET], c->charset, "... and for the charset");
    kit_settles(&whole);
}

/* Rows that are many become their vendors, and vendors that are many become all. */
static void test_items(void)
{
    xp_piece pieces[XP_ITEMS_PIECES];
    xp_items items = { .n = 0 };
    xp_vendor_set set = { { 0 } };
    static kit k;

    kit_set(&k);
    for (int i = 0; i < 2; i++)
        for (int row = 0; row < 2; row++)
            xp_items_add(&items, kit_rules, row);
    is_int(items.n, 2, "a row counts once");
    items.n = XP_ITEMS_MAX;
    for (int i = 0; i < XP_ITEMS_MAX; i++)
        items.of[i] = (int16_t)(i % 2);
    xp_items_add(&items, kit_rules, 8);
    is_int(items.n, 2, "rows that are too many become their vendors");
    is_int(xp_items_vendor(&items, kit_rules, 1), 2, "... each of them");
    xp_items_add(&items, kit_rules, 9);
    is_int(items.n, 2, "... who need not be told apart");
    is_int(xp_items_write(&items, kit_rules, &k.set, pieces), 2, "... and are written as such");
    is_int((int)pieces[0].len, (int)strlen("stats.acme.example /acme-stats.js "), "... with all of their rows");
    items.n = XP_ITEMS_MAX;
    for (int i = 0; i < XP_ITEMS_MAX; i++)
        items.of[i] = (int16_t) ~(i + 6); /* of no vendors' */
    xp_items_add(&items, kit_rules, 9);
    ok(items.all, "vendors that are too many become all");
    xp_set_add(&set, 0);
    xp_set_add(&set, 2);
    is_int(xp_items_write(&items, kit_rules, &set, pieces), 2, "... that may be removed: two runs");
}

int main(void)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        run(&CASES[i]);
    test_items();
    return tap_done();
}
