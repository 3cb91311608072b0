/* own catalogue: the second look at a start tag, on small pages, wherever they are cut: I1 (the cuts change nothing), I4 (twice is once). */
#include "scan_kit.h"

#define PAGE     "<!DOCTYPE html><html><head></head><body>text "
#define PIC(say) "<img src=//stats.acme.example/a.gif" say ">"
#define DOC(of)  "<iframe srcdoc=\"" of "\"></iframe>"
#define DATA(of) "<script src=\"data:" of "\"></script>"
#define STUB     ACME "<script data-xpurpose=\"acme\">window.acme=window.acme||[];</script>"

typedef struct {
    const char *name, *page, *want; /* want NULL: the page itself */
} look_case;

static const look_case CASES[] = {
    /* ---- Pictures of a vendor whose row is for pixels ---- */
    { "a picture that is seen stays", PAGE PIC("") "b", NULL },
    { "… one with a query is none", PAGE "<img src=//stats.acme.example/a.gif?x>b", PAGE STUB "b" },
    { "… and one that is two pixels wide", PAGE PIC(" width=2") "b", PAGE STUB "b" },
    { "… but not three", PAGE PIC(" width=3") "b", NULL },
    { "… in pixels", PAGE PIC(" height=' 1px '") "b", PAGE STUB "b" },
    { "… or per cent", PAGE PIC(" height=1%") "b", NULL },
    { "… and a half", PAGE PIC(" height=2.5") "b", NULL },
    { "… which is next to nothing", PAGE PIC(" height=.0") "b", PAGE STUB "b" },
    { "… of no width", PAGE PIC(" WIDTH") "b", NULL },
    { "… of one below nothing", PAGE PIC(" width=-1") "b", NULL },
    { "… in the first of two widths", PAGE PIC(" width=88 width=1") "b", NULL },
    { "hidden", PAGE "<img hidden src='//stats.acme.example/a.gif'>b", PAGE STUB "b" },
    { "… by what follows its address", PAGE "<img alt='' src='//stats.acme.example/a.gif' hidden=''/>b",
      PAGE STUB "b" },
    { "… for screen readers", PAGE PIC(" aria-hidden=true") "b", NULL },
    { "display:none", PAGE PIC(" style='border:0; DISPLAY : none!important'") "b", PAGE STUB "b" },
    { "… with references", PAGE PIC(" style='display&colon;none'") "b", PAGE STUB "b" },
    { "display:block", PAGE PIC(" style=display:block") "b", NULL },
    { "display:none in a string", PAGE PIC(" style='--x:display:none'") "b", NULL },
    { "visibility", PAGE PIC(" style=visibility:hidden") "b", PAGE STUB "b" },
    { "visibility: visible", PAGE PIC(" style=visibility:visible") "b", NULL },
    { "opacity", PAGE PIC(" style=opacity:0.0") "b", PAGE STUB "b" },
    { "half of it", PAGE PIC(" style=opacity:.5") "b", NULL },
    { "all of it", PAGE PIC(" style=opacity:1") "b", NULL },
    { "a width in a style", PAGE PIC(" style=width:1px") "b", PAGE STUB "b" },
    { "… of a border", PAGE PIC(" style=border-width:1px") "b", NULL },
    { "… without a unit", PAGE PIC(" style=width:1") "b", NULL },
    { "… in another", PAGE PIC(" style=width:1em") "b", NULL },
    { "… of nothing in another", PAGE PIC(" style=height:0em") "b", PAGE STUB "b" },
    { "out of the window", PAGE PIC(" style=position:absolute;left:-9999px") "b", PAGE STUB "b" },
    { "… not so far", PAGE PIC(" style=position:absolute;left:-99px") "b", NULL },
    { "… to the other side", PAGE PIC(" style=position:absolute;left:9999px") "b", NULL },
    { "clipped", PAGE PIC(" style='position:absolute;clip:rect(0 0 1px 1px)'") "b", PAGE STUB "b" },
    { "… with commas", PAGE PIC(" style='position:absolute;clip:rect(1px,1px, 1px,1px)'") "b", PAGE STUB "b" },
    { "… to a part of it", PAGE PIC(" style='position:absolute;clip:rect(0 0 9px 9px)'") "b", NULL },
    { "… to nothing that is said", PAGE PIC(" style='clip:auto'") "b", NULL },
    { "… to what does not end", PAGE PIC(" style='clip:rect(0 0'") "b", NULL },
    { "another attribute of that value", PAGE PIC(" class=hidden border=0 data-style=display:none") "b", NULL },
    { "the lazy loader's address", PAGE "<img data-src=//stats.acme.example/a.gif width=1>b", PAGE STUB "b" },
    { "… of a picture", PAGE "<img data-src=//stats.acme.example/a.gif>b", NULL },
    { "a row with a path is for pictures, too", PAGE "<img src=//bolt.example/t.gif>b", PAGE BOLT "b" },
    { "in a noscript none is seen", PAGE "<noscript>" PIC("") "</noscript>b", PAGE STUB "b" },

    /* ---- Frames ---- */
    { "a frame that is seen stays", PAGE "<iframe src=//stats.acme.example/optout></iframe>b", NULL },
    { "… whatever its query", PAGE "<iframe src=//stats.acme.example/optout?x></iframe>b", NULL },
    { "… and one of nothing goes", PAGE "<iframe src=//stats.acme.example/ns width=0 height=0></iframe>b",
      PAGE STUB "b" },
    { "… in a noscript, too", PAGE "<noscript><iframe src=//stats.acme.example/ns></iframe></noscript>b",
      PAGE STUB "b" },

    /* ---- Rows that speak of an element ---- */
    { "a script of that id, wherever it lies", PAGE "<script id=bolt-js src=/a.js></script>b", PAGE BOLT "b" },
    { "… its id behind its address", PAGE "<script src='/a.js' ID='bolt-js'></script>b", PAGE BOLT "b" },
    { "… with a reference in it", PAGE "<script src=/a.js id='bolt&#45;js'></script>b", PAGE BOLT "b" },
    { "… of another case", PAGE "<script src=/a.js id=Bolt-js></script>b", NULL },
    { "… whose text is its own", PAGE "<script id=bolt-js>site()</script>b", PAGE BOLT "b" },
    { "… of a longer id", PAGE "<script id=bolt-js2>site()</script>b", NULL },
    { "… in the second of two ids", PAGE "<script id=a id=bolt-js>site()</script>b", NULL },
    { "another element of that id", PAGE "<img id=bolt-js src=/a.gif><style id=bolt-js></style>b", NULL },
    { "… that has no address", PAGE "<script id=bolt-js-extra>var a={}</script>b", PAGE BOLT "b" },
    { "… but this one has", PAGE "<script id=bolt-js-extra src=/a.js></script>b", NULL },
    { "… or was given one behind", PAGE "<script src id=bolt-js-extra></script>b", NULL },
    { "a value of that shape",
      PAGE "<script defer src=/x.js data-veil-site='a1b2c3d4-0000-4000-8000-00000000abcd'></script>b", PAGE VEIL "b" },
    { "… of another", PAGE "<script defer src=/x.js data-veil-site='a1b2c3d4'></script>b", NULL },
    { "a module", PAGE "<script type=module id=bolt-js src=/a.js></script>b", PAGE BOLT "b" },
    { "a script that is put off", PAGE "<script type=text/rocketscript id=bolt-js data-src=/a.js></script>b",
      PAGE BOLT "b" },
    { "data", PAGE "<script type=application/json id=bolt-js-extra>{}</script>b", NULL },
    { "a template", PAGE "<script type=text/template id=bolt-js data-src=/a.js></script>b", NULL },
    { "plain text", PAGE "<script type=text/plain id=bolt-js>x()</script>b", NULL },
    { "a script of ours", PAGE "<script data-xpurpose=bolt id=bolt-js></script>b", NULL },
    { "a picture", PAGE "<img data-veil src=/x/p.gif>b", PAGE VEIL "b" },
    { "… of another address", PAGE "<img data-veil src=/x/q.gif>b", NULL },
    { "a frame", PAGE "<iframe class=veil src=/x></iframe>b", PAGE VEIL "b" },
    { "… of a longer class", PAGE "<iframe class=veil2 src=/x></iframe>b", NULL },
    { "a script with a handler is set aside", PAGE "<script id=bolt-js onload=go() src=/a.js></script>b",
      PAGE "<script data-xpurpose=\"bolt\" src=\"data:text/javascript,\" id=bolt-js onload=go() src=/a.js></script>b" },
    { "… unless it loads nothing yet", PAGE "<script id=bolt-js onload=go() data-src=/a.js></script>b", NULL },
    { "a vendor's address comes first", PAGE "<script id=bolt-js src=//veil.example/a.js></script>b", PAGE VEIL "b" },
    { "a seen picture of one vendor's that is another's by a row",
      PAGE "<img src=//stats.acme.example/x/p.gif data-veil>b", PAGE VEIL "b" },

    /* ---- What the site keeps ---- */
    { "a script that loads", PAGE "<script data-xpurpose=keep src=//stats.acme.example/a></script>b", NULL },
    { "… in capitals", PAGE "<script src=//stats.acme.example/a data-xpurpose=KEEP></script>b", NULL },
    { "… by another word", PAGE "<script id=bolt-js src=/a.js data-x=keep></script>b", PAGE BOLT "b" },
    { "a snippet", PAGE "<script data-xpurpose=keep>acme.push('x')</script>b", NULL },
    { "a mixed script", PAGE "<script data-xpurpose=keep>site(); load('//stats.acme.example/a.js')</script>b", NULL },
    { "an element of a row", PAGE "<script data-xpurpose=keep id=bolt-js>x()</script>b", NULL },
    { "a picture", PAGE "<img data-xpurpose=keep src=//stats.acme.example/a.gif?x>b", NULL },
    { "a frame", PAGE "<iframe data-xpurpose=keep src=//stats.acme.example/ns width=0></iframe>b", NULL },
    { "a hint", PAGE "<link data-xpurpose=keep rel=preload href=//stats.acme.example/a>b", NULL },
    { "a style", PAGE "<style data-xpurpose=keep>.veil-hide{opacity:0}</style>b", NULL },
    { "a noscript", PAGE "<noscript data-xpurpose=keep>" PIC("?x") "</noscript>b", NULL },
    { "… for what is in it", PAGE "<noscript>" PIC("?x data-xpurpose=keep") "</noscript>b", NULL },
    { "AMP's",
      PAGE "<amp-analytics data-xpurpose=keep></amp-analytics><amp-pixel data-xpurpose=keep src="
           "//stats.acme.example/a></amp-pixel>b",
      NULL },
    { "… for what is in it",
      PAGE "<amp-analytics><script type=application/json data-xpurpose=keep>{}</script></amp-analytics>b", NULL },
    { "in a block", PAGE "<!-- mark:begin --><p>x</p><script data-xpurpose=keep>x()</script><i></i><!-- mark:end -->b",
      PAGE "<!-- mark:begin -->" MARK "<script data-xpurpose=keep>x()</script>" MARK "<!-- mark:end -->b" },
    { "… and all that is round it, but for what goes anyway",
      PAGE "<!-- mark:begin --><p>x<img data-xpurpose=keep src=a>" PIC("?x") "</p><i></i><!-- mark:end -->b",
      PAGE "<!-- mark:begin --><p>x<img data-xpurpose=keep src=a>" STUB "</p>" MARK "<!-- mark:end -->b" },
    { "… of a vendor's",
      PAGE "<!-- acme code begins --><p>x<script data-xpurpose=keep>acme.push('x')</script></p>"
           "<p>y<script>acme.push('x')</script></p><!-- acme code ends -->b",
      PAGE "<!-- acme code begins --><p>x<script data-xpurpose=keep>acme.push('x')</script></p>" STUB
           "<!-- acme code ends -->b" },
    { "… in a noscript",
      PAGE "<!-- mark:begin --><noscript><p>" PIC("?x data-xpurpose=keep") "</p></noscript><i></i><!-- mark:end -->b",
      PAGE "<!-- mark:begin --><noscript><p>" PIC("?x data-xpurpose=keep") "</p></noscript>" MARK
                                                                           "<!-- mark:end -->b" },
    { "… and all that is round the noscript",
      PAGE "<!-- mark:begin --><p>x<noscript><b>y</b><script data-xpurpose=keep src=/a.js></script></noscript></p>"
           "<!-- mark:end -->b",
      NULL },
    { "… in one that is of its own, for the next",
      PAGE "<!-- mark:begin --><noscript>x<img data-xpurpose=keep></noscript><noscript>x</noscript><!-- mark:end -->b",
      PAGE "<!-- mark:begin --><noscript>x<img data-xpurpose=keep></noscript>" MARK "<!-- mark:end -->b" },
    { "one beside it goes", PAGE "<script data-xpurpose=keep id=bolt-js>x()</script><script id=bolt-js></script>b",
      PAGE "<script data-xpurpose=keep id=bolt-js>x()</script>" BOLT "b" },

    /* ---- Scripts in their address ---- */
    { "a snippet", PAGE DATA("text/javascript,acme.push('visit')") "b", PAGE STUB "b" },
    { "… of another type, with a charset", PAGE DATA("application/javascript;charset=utf-8,acme.push('visit')") "b",
      PAGE STUB "b" },
    { "… of ecmascript, in capitals", PAGE "<script src=' DATA:Text/ECMAScript ,acme.push(1)'></script>b",
      PAGE STUB "b" },
    { "… of no type of a script's", PAGE DATA("text/plain,acme.push('visit')") "b", NULL },
    { "… of none", PAGE DATA(",acme.push('visit')//") "b", NULL },
    { "… with escapes", PAGE DATA("text/javascript,acme%2Epush%28%27visit%27%29") "b", PAGE STUB "b" },
    { "… with one that is none", PAGE DATA("text/javascript,acme%2epush('%zz%')") "b", PAGE STUB "b" },
    { "… with references", PAGE DATA("text/javascript,acme.push(&quot;visit&quot;)") "b", PAGE STUB "b" },
    { "… that ends at a fragment", PAGE DATA("text/javascript,acme.push(1)#site()") "b", PAGE STUB "b" },
    { "… in base64", PAGE DATA("text/javascript;base64,YWNtZS5wdXNoKCd2aXNpdCcp") "b", PAGE STUB "b" },
    { "… with padding", PAGE DATA("text/javascript;charset=utf-8; BASE64 ,YWNtZS5wdXNoKCd4Jyk7Cg==") "b",
      PAGE STUB "b" },
    { "… without it, in lines", PAGE DATA("text/javascript;base64,YWNtZS5w\n dXNoKCd4%0AJyk7Cg") "b", PAGE STUB "b" },
    { "… with too much", PAGE DATA("text/javascript;base64,YWNtZS5wdXNoKCd4Jyk7Cg=") "b", NULL },
    { "… with something behind", PAGE DATA("text/javascript;base64,YWNtZS5wdXNoKCd4Jyk7Cg==YQ") "b", NULL },
    { "… with a digit that is none", PAGE DATA("text/javascript;base64,YWNtZS5wdXNo_KCd4Jyk7Cg==") "b", NULL },
    { "… cut short", PAGE DATA("text/javascript;base64,YWNtZS5wdXNoKCd4Jyk7C") "b", NULL },
    { "… by the name of a parameter only", PAGE DATA("text/javascript;xbase64,acme.push(1)") "b", PAGE STUB "b" },
    { "… before what would be read to its place",
      PAGE "<script src=\"data:text/javascript,acme.push(&quot;x&quot;)\" title=\"site(&quot;x&quot;);site()\">"
           "</script>b",
      PAGE STUB "b" },
    { "… beside a text that never runs", PAGE "<script src='data:text/javascript,acme.push(1)'>site()</script>b",
      PAGE STUB "b" },
    { "what is nobody's", PAGE DATA("text/javascript,site('visit')") "b", NULL },
    { "what does nothing", PAGE DATA("text/javascript,") DATA("text/javascript;base64,") "b", NULL },
    { "a script without its comma", PAGE DATA("text/javascript;base64") "b", NULL },
    { "a snippet of data", PAGE "<script type=application/json src='data:text/javascript,acme.push(1)'></script>b",
      NULL },
    { "a snippet with a handler", PAGE "<script onload=go() src='data:text/javascript,acme.push(1)'></script>b",
      PAGE "<script data-xpurpose=\"acme\">window.acme=window.acme||[];</script><script data-xpurpose=\"acme\" "
           "src=\"data:text/javascript,\" onload=go() src='data:text/javascript,acme.push(1)'></script>b" },
    { "a mixed one stays where nothing is gated", PAGE DATA("text/javascript,site();load('//veil.example/a.js')") "b",
      NULL },
    { "one that is going to be its address", PAGE "<script data-src=\"data:text/javascript,acme.push(1)\"></script>b",
      PAGE STUB "b" },
    { "… in base64, of a type that is put off",
      PAGE "<script type=litespeed/javascript data-src=\"data:text/javascript;base64,YWNtZS5wdXNoKCd2aXNpdCcp\"> \n"
           "</script>b",
      PAGE STUB "b" },
    { "… of a name of its own, behind another that is none",
      PAGE "<script type=rocketlazyloadscript data-old-src=/a.js data-rocket-src='data:text/javascript,acme.push(1)' "
           "data-new-src='data:text/javascript,site()'></script>b",
      PAGE STUB "b" },
    { "… of the site's", PAGE "<script data-src='data:text/javascript,site()'></script>b", NULL },
    { "… of data", PAGE "<script type=application/json data-src='data:text/javascript,acme.push(1)'></script>b", NULL },
    { "… of no script's type", PAGE "<script data-src='data:text/plain,acme.push(1)'></script>b", NULL },
    { "… beside a text that runs", PAGE "<script data-src='data:text/javascript,acme.push(1)'>site()</script>b", NULL },
    { "… beside the site's", PAGE "<script src=/a.js data-src='data:text/javascript,acme.push(1)'></script>b", NULL },
    { "… with a handler", PAGE "<script onload=go() data-src='data:text/javascript,acme.push(1)'></script>b", NULL },
    { "… beside one that is there",
      PAGE "<script src='data:text/javascript,site()' data-src='data:text/javascript,acme.push(1)'></script>b", NULL },
    { "a snippet that never ends", PAGE "<script src='data:text/javascript,acme.push(1)'>", NULL },

    /* ---- Frames with a document ---- */
    { "a vendor's scripts in it",
      PAGE DOC("<script async src=//stats.acme.example/a></script><script>acme.push(1)</script>") "b", PAGE STUB "b" },
    { "… behind references that are decoded twice",
      PAGE DOC("<!doctype html> <html><head><meta charset=utf-8><title>x</title></head><body><!-- c -->"
               "<script>acme.push(&amp;quot;x&amp;quot;,&quot;y&quot;)</script></body></html>") "b",
      PAGE DOC("<!doctype html> <html><head><meta charset=utf-8><title>x</title></head><body><!-- c -->"
               "<script>acme.push(&amp;quot;x&amp;quot;,&quot;y&quot;)</script></body></html>") "b" },
    { "… in a whole document, with references",
      PAGE DOC("<!doctype html> &lt;html><head><meta charset=utf-8><title>x</title></head><body><!-- c "
               "--><script>acme.push(&quot;y&quot;)</script></body></html>") "b",
      PAGE STUB "b" },
    { "a pixel", PAGE DOC("<img src=//stats.acme.example/a.gif width=1>") "b", PAGE STUB "b" },
    { "a picture", PAGE DOC("<img src=//stats.acme.example/a.gif>") "b", NULL },
    { "a noscript", PAGE DOC("<noscript><img src=//stats.acme.example/a.gif></noscript>") "b", PAGE STUB "b" },
    { "… of the site's", PAGE DOC("<noscript>x</noscript><script>acme.push(1)</script>") "b", NULL },
    { "a text beside it", PAGE DOC("<script>acme.push(1)</script>x") "b", NULL },
    { "… which nobody sees",
      PAGE "<iframe hidden srcdoc='<div><p>x</p></div><script>acme.push(1)</script>y'></iframe>b", PAGE STUB "b" },
    { "… with a name", PAGE "<iframe hidden srcdoc='<p id=x>x</p><script>acme.push(1)</script>'></iframe>b", NULL },
    { "… and a form", PAGE "<iframe hidden srcdoc='<form></form><script>acme.push(1)</script>'></iframe>b", NULL },
    { "… alone", PAGE "<iframe hidden srcdoc='<p>x</p>'></iframe>b", NULL },
    { "an element beside it", PAGE DOC("<p></p><script>acme.push(1)</script>") "b", NULL },
    { "a paragraph's end", PAGE DOC("<script>acme.push(1)</script></p>") "b", NULL },
    { "a script of the site's", PAGE DOC("<script>acme.push(1)</script><script>site()</script>") "b", NULL },
    { "… that it loads", PAGE DOC("<script>acme.push(1)</script><script src=/a.js></script>") "b", NULL },
    { "a mixed script", PAGE DOC("<script>acme.push(1);site()</script>") "b", NULL },
    { "a script that does not end", PAGE DOC("<script>acme.push(1)") "b", NULL },
    { "a script with a handler", PAGE DOC("<script onload=go() src=//stats.acme.example/a></script>") "b", NULL },
    { "a body with one", PAGE DOC("<body onload=go()><script>acme.push(1)</script>") "b", NULL },
    { "a refresh", PAGE DOC("<meta charset=utf-8 http-equiv=refresh content=1><script>acme.push(1)</script>") "b",
      NULL },
    { "what is kept in it", PAGE DOC("<script data-xpurpose=keep>acme.push(1)</script>") "b", NULL },
    { "nothing", PAGE DOC("") "b", NULL },
    { "a document beside a vendor's address",
      PAGE "<iframe width=0 src=//stats.acme.example/ns srcdoc='<p>x'></iframe>b", NULL },
    { "a vendor's document beside the site's address",
      PAGE "<iframe src=/a srcdoc='<script>acme.push(1)</script>'></iframe>b", PAGE STUB "b" },
    { "a frame with a handler", PAGE "<iframe onload=go() src=/a srcdoc='<script>acme.push(1)</script>'></iframe>b",
      NULL },
    { "a frame in a noscript", PAGE "<noscript><iframe src=//stats.acme.example/ns srcdoc='<p>x'></iframe></noscript>b",
      NULL },

    /* ---- What cannot be seen ---- */
    { "an AMP pixel", PAGE "<amp-pixel src=//stats.acme.example/a></amp-pixel>b", PAGE STUB "b" },
    { "a script", PAGE "<script src=//stats.acme.example/a></script>b", PAGE STUB "b" },
    { "a hint", PAGE "<link rel=preload href=//stats.acme.example/a>b", PAGE STUB "b" },
};

/* Every way to cut the page in two, some to cut it in three, and into single bytes. */
static int bad_cuts(const look_case *c, const kit *whole, kit *k)
{
    size_t len = whole->len;
    int bad = 0;

    for (size_t a = 0; a <= len; a++)
        for (size_t b = a; b <= len; b += 7) {
            kit_run(k, c->page, len, a, b);
            if (!kit_same(whole, k) && !bad++)
                diag("cut at %zu and %zu: %s: %s", a, b, k->broken ? k->broken : "differs", k->out);
        }
    kit_run_bytes(k, c->page, len, 1);
    return bad + !kit_same(whole, k);
}

static void run(const look_case *c)
{
    static kit whole, pieces, twice;
    size_t len = strlen(c->page);

    kit_set(&whole);
    kit_set(&pieces);
    kit_set(&twice);
    kit_run(&whole, c->page, len, len, len);
    is_str(whole.out, c->want ? c->want : c->page, "%s", c->name);
    is_str(whole.broken, NULL, "... as promised");
    is_int(bad_cuts(c, &whole, &pieces), 0, "I1: ... the same wherever it is cut");
    kit_run(&twice, whole.out, whole.out_len, whole.out_len, whole.out_len);
    is_str(twice.out, whole.out, "I4: ... once is enough");
}

static const char *no_memory(void *ctx, uint64_t from, uint64_t to)
{
    (void)ctx;
    (void)from;
    (void)to;
    return NULL;
}

/* A tag that cannot be had in one piece is taken for one that is seen; one that is longer than may be held is not asked for. */
static void test_not_there(void)
{
    static const char TEXT[] = PAGE PIC(" width=1") "b";
    static kit k;

    kit_set(&k);
    k.options.kept = no_memory;
    kit_run_bytes(&k, TEXT, sizeof TEXT - 1, 4);
    is_int(k.nedits, 0, "without memory a picture stays");
    is_int(k.hits, 0, "... and is not too long for it");
    kit_set(&k);
    k.options.hold_limit = sizeof PIC(" width=1") - 2;
    kit_run_bytes(&k, TEXT, sizeof TEXT - 1, 4);
    is_str(k.broken, NULL, "what may not be held is not asked for");
    is_int(k.nedits, 0, "... and stays");
    is_int(k.hits, 1, "... as too long");
}

/* As long as it may be, and one byte longer. */
static void test_long_script(void)
{
    static char page[8192];
    static kit k;

    kit_set(&k);
    for (int more = 0; more < 2; more++) {
        size_t begin = (size_t)sprintf(page, "%s<script async src=\"", PAGE),
               len = begin + (size_t)sprintf(page + begin, "data:text/javascript,acme.push('visit');");

        memset(page + len, '\n', 8000 - len);
        len = begin + 4096 + (size_t)more;
        len += (size_t)sprintf(page + len, "\"></script>b");
        kit_run(&k, page, len, len, len);
        is_int(k.nedits, 1 - more, "a script in its address of %d bytes", 4096 + more);
        kit_run_bytes(&k, page, len, 100);
        is_int(k.nedits, 1 - more, "... in pieces");
        is_str(k.broken, NULL, "... as promised");
    }
}

int main(void)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        run(&CASES[i]);
    test_not_there();
    test_long_script();
    return tap_done();
}
