/* own catalogue: what is no document is not edited, what is one is, wherever it is cut; and parts of tables get no stubs. */
#include "scan_kit.h"

#define LOADER  "<script src=\"https://cdn.bolt.example/a.js\"></script>"
#define SNIPPET "<script>acme.push('visit');</script>"
#define STUB    ACME "<script data-xpurpose=\"acme\">window.acme=window.acme||[];</script>"
#define BOM     "\xEF\xBB\xBF"

/* What is no document, but for a digit and the tags that follow, which would go from a page. */
static const char *const CODE[] = {
    /* JSON */
    "{\"html\":\"", "{ }", "{\n  \"a\": [1]}", "[\"", "[ ]", "[1,2]", "\"", "'", "`", "\"a\\\"", "[[", "{{",
    /* what keeps it from being run */
    ")]}'\n{\"a\":\"", ")]}',[\"", "])}while(1);", "while(1);[\"", "while (true) ;", "for(;;);{", "for (;;);{",
    "throw 1; ", "throw 1;", "throw new Error('", "throw 'x';", "/*-secure-", "//OK[1", "{}&&{\"a\":\"",
    /* JSONP */
    "cb({\"a\":\"", "cb(\"", "cb (\n{\"a\":\"", "cb( [", "/**/cb(", "/**/ typeof cb === 'function' && cb(", "// x\ncb(",
    "typeof cb === 'function' && cb(", "typeof cb=='function'", "typeof(cb)", "typeof window.cb !== 'undefined'",
    "jQuery1124_1700000000({", "$cb(", "_(1", "a.b.c({", "angular.callbacks._0({", "cb && cb(", "cb&&cb(", "cb?.(\"",
    "a?.b(\"", "a?.[0", "window['cb'](", "cb[0](", "callback(null", "\xC3\xA9t\xC3\xA9({", "fr\xC3\xA9(1", ";cb({",
    ";/**/cb(",
    /* scripts */
    "$(function(){", "$(document).ready(", "$ = 1", "jQuery(function($){", "jQuery.fn.x = ", "document.write('",
    "document\n .write('", "window.x=1", "window.x = \"", "window.x\n=\n'", "x='", "x = y", "x += '", "x|=1", "x||(x='",
    "x || y", "x==='", "x == '", "x != '", "x -= 1", "x =\n'", "x=>'", "x => {", "window.a=window.a||[];",
    "\"use strict\";", "'use strict';", "'<p>", "x = '<p>", "export default '<p>", "throw \"<p>", "module.exports = '",
    "self.webpackChunk=", "function f(a){", "function f (a){", "function(", "function (", "function*g(",
    "function * g(", "async function f(", "async()=>{", "async () => {", "async x=>{", "async function(", "class A{",
    "class A {", "class A extends B{", "class A extends B.C {", "class A extends f(", "var a='", "var a;", "var a, b",
    "var\ta\n=\n'", "let a = '", "let {a} = '", "let[a]=", "const a=`", "const {a}=", "const [a] = '",
    "var \xC3\xA9 = '", "import x from 'y';", "import x from\"y\";", "import {x} from 'y'", "import{x}from'y'",
    "import * as x from 'y'", "import*as x from'y'", "import 'y';", "import\"y\";", "import x, {y} from 'z'",
    "import('y')", "import.meta.x = '", "export default {", "export default function(", "export default class A{",
    "export default function f(", "export default 'x'", "export {x}", "export*from'x'", "export const a = '",
    "export function f(", "export async function f(", "export class A{", "new X('", "new a.B('", "new Image().src='",
    "void function(){", "void(0)", "delete a.b[0]", "delete x['", "await f('", "await import('x')", "if(a){",
    "if (a) {", "for(var i", "for (const a of b)", "for await (", "while(x", "while (x", "switch(a", "switch (a) {",
    "with(a", "try{", "try {", "do{", "do {", "typeof x&&x(", "let async = '", "var a1_$ = '", "a-=-1",
    /* minified ones */
    "!function(e){", "+function(){", "-function(){", "~function(){", "! function(){", ";function f(){", ";(function(){",
    ";!function(){", ";;!function(){", "(function(){", "( function(){", "((function(){", "(!function(){",
    "-(function(){", "+(()=>{", "(()=>{", "(() => {", "((e,t)=>{", "((e, t) => {", "(e=>{", "(a)=>{", "(async()=>{",
    "(async () =>", "(async function(){", "(async e=>", "!(function(){", "!(()=>{", ";(()=>{", ";(0,a.b)(", "!(0,a.b)(",
    "new (function(", "with (a", "!async function(){", "(window.w=window.w||[]).push('", "(self.w=self.w||[])",
    "(a||b)('", "({a:'", "([1,'", "(\"a\"", ";var a='", ";x='", ";'use strict';", ";[1", ";{a", "!window.x=", "!x.y('",
    "(a.b.c('", ";//x\n", "(/**/", "()=>{", "$ (function(){", "define ([", "x (async function("
};

static const char *const PROSE[] = { "",
                                     "Hello",
                                     "Hello. World",
                                     "Hello.World",
                                     "Hello.World ",
                                     "www.example.com",
                                     "example.com,",
                                     "e.g. this",
                                     "i.e.",
                                     "Node.js is here",
                                     "U.S. news",
                                     "Error (404)",
                                     "Error (404",
                                     "Error",
                                     "Welcome to the site",
                                     "(c) 2020",
                                     "(c)",
                                     "(c) ",
                                     "Hello, ",
                                     "Hello,",
                                     "Hello!",
                                     "What?",
                                     "What??",
                                     "What?.",
                                     "Hello: ",
                                     "Hello; ",
                                     "Hello\n",
                                     "Hello\n\n",
                                     "2020(c)",
                                     "1. ",
                                     "404",
                                     "-1",
                                     "+49 (0) 30",
                                     "+49(0)",
                                     "(+49) 30",
                                     "(0) 30",
                                     "1=1",
                                     "3.14(",
                                     "- item",
                                     "-- item",
                                     "--",
                                     "- item(s)",
                                     "+ more = better",
                                     "~ 5",
                                     "~x",
                                     "-foo.bar(",
                                     "! Warning",
                                     "!important",
                                     "!!",
                                     "![a](b.png)",
                                     "(see a, b and c) ",
                                     "(a, b) c",
                                     "(a, b",
                                     "(a; b)",
                                     "(see example.com)",
                                     "(e.g. this)",
                                     "(",
                                     "((",
                                     "()",
                                     "() ",
                                     "()=",
                                     "() = ",
                                     ";",
                                     "; ",
                                     ";;",
                                     ";)",
                                     "!",
                                     ":-(",
                                     "*",
                                     "* item",
                                     "# Title",
                                     "@media print{",
                                     ".a{",
                                     "#a{",
                                     "body{",
                                     "body {",
                                     "a:hover{",
                                     "&nbsp;",
                                     "&#123;",
                                     "%",
                                     ">",
                                     "?>",
                                     "]]>",
                                     "]",
                                     ")",
                                     ") ",
                                     "/",
                                     "/path",
                                     "/ ",
                                     "\\",
                                     "|",
                                     "http://example.com/",
                                     "https://a.example/?b=(",
                                     "me@example.com",
                                     "a:b",
                                     "C++ is",
                                     "C++",
                                     "C# (",
                                     "A & B",

                                     "A&&&&gt;B",
                                     "A && &amp; B",
                                     "Name=&nbsp;",
                                     "Name(&nbsp;",
                                     "[&nbsp;",
                                     "{ &nbsp;",

                                     "A&B",
                                     "AT&T (",
                                     "A-B",
                                     "A - B (",
                                     "A/B",
                                     "and/or (",
                                     "v1.2",
                                     "50% = ",
                                     "5 = 5",
                                     "Title\n=====\n",
                                     "Title ====",
                                     "Title ==> ",

                                     "Name (s)",
                                     "Name ()",
                                     "Name (a = b)",
                                     "Name (",
                                     "let us try {",
                                     "for all if (",
                                     "new.example site = ",
                                     "A -.b(",
                                     "Hello, you) => ",
                                     "Hello) => ",
                                     "-{ Menu }-",
                                     "- {",
                                     "Name [a",

                                     "Hello (function ",
                                     "Hello (functional) ",
                                     "+functional(",
                                     "Hello (c(",
                                     "let us go",
                                     "let it be; ",
                                     "let me (",
                                     "let me",
                                     "for sale (",
                                     "for you",

                                     "functional (",
                                     "new products (",
                                     "new",
                                     "new (",
                                     "new products.",
                                     "if you (",
                                     "do not {",
                                     "try our {",
                                     "try it (",
                                     "class schedule (",
                                     "class time extends until",
                                     "class A extends",
                                     "import prices (",
                                     "import prices from China",
                                     "import duty and (",
                                     "export data (",
                                     "export",
                                     "export data",
                                     "default (none)",
                                     "default settings",
                                     "extends far",
                                     "from 'Alice'",
                                     "from",
                                     "throw away (",
                                     "typeof",
                                     "void where (",
                                     "with love (",
                                     "while you (",
                                     "while you wait",
                                     "switch to (",
                                     "delete all (",
                                     "await news (",
                                     "async replication (",
                                     "(async replication) ",
                                     "var",
                                     "var a",
                                     "var a (",
                                     "constant (",

                                     "async",

                                     "x y = z",
                                     "x y(",
                                     "return to (",
                                     "return x(",

                                     "\xC3\x89t\xC3\xA9 (",
                                     "\xC2\xABx\xC2\xBB",
                                     "\xEF\xBC\x88",
                                     "\xEF\xBB",
                                     "\xEF",
                                     "\xEF\xBB (",
                                     "\xEF (",
                                     "\x83\x5B\x83\x8D",
                                     "\x83[a",
                                     "\x83[",
                                     "\x83\\a",
                                     "\xB0{a",
                                     "\x01{",
                                     "Hello\x01(",
                                     "\x0B{",
                                     "\xC2\xA0{",
                                     "Hello /* ",
                                     "a // b",
                                     "a*b",
                                     "a, b = c",
                                     "a... b(",
                                     "a. b(",
                                     "a .",
                                     "a ?b(",
                                     "a?.1",
                                     "a ?. " };

/* Is text because of the markup that follows. */
static const char *const MARKED[] = { "A && ",    "A || ",           "Name=",       "Name = ", "Name == ", "Name => ",
                                      "Name(",    "Name( ",          "[",           "[ ",      "{",        "{\n",
                                      "let us, ", "function room (", "variable = ", "async (", "try {",    "for (" };

static const char *const BEFORE[] = { "", " ", "\n", "\t\r\n\f ", BOM, BOM BOM BOM, BOM "\n" BOM " ", ("\n\n" BOM) };

enum { PLACE = 512 };

/* Everywhere cut in two, and byte by byte, the same comes out. */
static int bad_cuts(const kit *whole, kit *k)
{
    int bad = 0;

    for (size_t at = 0; at <= whole->len; at++) {
        kit_run(k, whole->page, whole->len, at, at);
        bad += !kit_same(whole, k);
    }
    kit_run_bytes(k, whole->page, whole->len, 1);
    return bad + !kit_same(whole, k);
}

static bool is_whole(const kit *k)
{
    return k->nedits == 0 && k->reason == XP_REASON_NOT_HTML && k->out_len == k->len && !k->broken;
}

static bool is_edited(const kit *k)
{
    return k->nedits == 2 && k->reason == XP_REASON_NONE && !k->broken;
}

/* `begin` behind everything that may stand before it, in every charset that is looked at. */
static void test_beginning(const char *begin, bool (*right)(const kit *), const char *end, const char *what)
{
    static kit whole, pieces;
    char page[PLACE];
    int wrong = 0, cuts = 0;

    kit_set(&whole);
    whole.options.stubs = false; /* which would not stand before a meta that may yet come */
    for (int charset = XP_CHARSET_UNKNOWN; charset < XP_CHARSET_UNSAFE; charset++)
        for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
            int len = snprintf(page, sizeof page, "%s%s%s<p>a</p>" LOADER "<b>" SNIPPET, BEFORE[i], begin, end);

            whole.options.charset = (xp_charset)charset;
            kit_run(&whole, page, (size_t)len, (size_t)len, (size_t)len);
            wrong += !right(&whole);
            if (charset == XP_CHARSET_UNKNOWN) {
                kit_set(&pieces);
                pieces.options.stubs = false;
                cuts += bad_cuts(&whole, &pieces);
            }
        }
    is_int(wrong, 0, "%s %s", begin, what);
    is_int(cuts, 0, "I1: ... wherever it is cut");
}

/* What is undecided ends with the page; what is decided waits for nothing. */
static void test_long(void)
{
    enum { LONG = 1 << 20 };
    static const struct {
        char c;
        const char *name, *end;
    } FILL[] = { { 'a', "a name", "({\"" },
                 { ' ', "white space", "{\"" },
                 { '(', "parentheses", "function(0" },
                 { ';', "semicolons", "x='" } };
    static kit k;
    char *page = malloc(LONG + sizeof LOADER + 16);

    if (!page)
        exit(99);
    kit_set(&k);
    k.options.charset = XP_CHARSET_ASCII;
    for (size_t i = 0; i < sizeof FILL / sizeof *FILL; i++) {
        size_t len = LONG;

        memset(page, FILL[i].c, LONG);
        len += (size_t)sprintf(page + len, "%s" LOADER, FILL[i].end);
        kit_run_bytes(&k, page, len, 4096);
        ok(is_whole(&k), "1 MB of %s, and then code", FILL[i].name);
        is_int(k.held_most, 0, "... of which nothing is held");
        memcpy(page + LONG, ") " LOADER, sizeof LOADER + 1);
        kit_run_bytes(&k, page, LONG + sizeof LOADER + 1, 4096);
        is_int(k.nedits, 1, "... and then prose");
    }
    free(page);
}

static void test_charsets(void)
{
    static const struct {
        const char *name, *page;
        xp_charset charset;
        xp_reason reason;
    } PAGES[] = {
        { "code in UTF-16", "{\"a\"", XP_CHARSET_UNSAFE, XP_REASON_CHARSET },
        { "code behind UTF-16's mark", "\xFE\xFF({\"a\"", XP_CHARSET_ASCII, XP_REASON_CHARSET },
        { "an escape sequence before code", "\x1B$B{\"a\"", XP_CHARSET_UNKNOWN, XP_REASON_CHARSET },
        { "code before an escape sequence", "{\"a\x1B$B\"", XP_CHARSET_UNKNOWN, XP_REASON_NOT_HTML },
        { "... within a name", "cb\x1B({\"a\"", XP_CHARSET_UNKNOWN, XP_REASON_CHARSET },
    };
    static kit whole, pieces;

    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        size_t len = strlen(PAGES[i].page);

        kit_set(&whole);
        whole.options.charset = XP_CHARSET_ASCII;
        kit_set(&pieces);
        pieces.options.charset = XP_CHARSET_ASCII;
        whole.options.charset = pieces.options.charset = PAGES[i].charset;
        kit_run(&whole, PAGES[i].page, len, len, len);
        is_int(whole.reason, PAGES[i].reason, "%s: the reason", PAGES[i].name);
        is_int(bad_cuts(&whole, &pieces), 0, "I1: ... wherever it is cut");
    }
}

/* ---- Parts of tables -------------------------------------------------------------------------------------------------------- */

static const struct {
    const char *page, *want;
    bool fragment;
} PARTS[] = {
    { "<tr><td>" SNIPPET, "<tr><td>" ACME, true },
    { "<td>" SNIPPET "<td>" SNIPPET, "<td>" ACME "<td>" ACME, true },
    { "\n <th a=b>" SNIPPET, "\n <th a=b>" ACME, true },
    { "<tbody>" SNIPPET, "<tbody>" ACME, true },
    { "<thead>" SNIPPET, "<thead>" ACME, true },
    { "<TFOOT>" SNIPPET, "<TFOOT>" ACME, true },
    { "<caption>" SNIPPET, "<caption>" ACME, true },
    { "<col>" SNIPPET, "<col>" ACME, true },
    { "<colgroup>" SNIPPET, "<colgroup>" ACME, true },
    { "</td>" SNIPPET, "</td>" ACME "<script data-xpurpose=\"acme\"></script>", true },
    { "<!-- a --><tr>" SNIPPET, "<!-- a --><tr>" ACME, true },
    { "text<tr><td>" SNIPPET, "text<tr><td>" ACME, true },
    { "text<td a='<p>'>" SNIPPET, "text<td a='<p>'>" ACME, true },
    { "<table><tr><td>" SNIPPET, "<table><tr><td>" STUB, false },
    { "<li><tr>" SNIPPET, "<li><tr>" STUB, false },
    { "<option>" SNIPPET, "<option>" STUB, false },
    { "<dt>" SNIPPET, "<dt>" STUB, false },
    { "text</p><tr>" SNIPPET, "text</p><tr>" STUB, false },
    { "<trx><td>" SNIPPET, "<trx><td>" STUB, false },
    { SNIPPET "<td>", STUB "<td>", false },
    { "text", "text", false },
};

static void test_parts(void)
{
    static kit whole, pieces;

    kit_set(&whole);
    whole.options.charset = XP_CHARSET_ASCII;
    kit_set(&pieces);
    pieces.options.charset = XP_CHARSET_ASCII;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        size_t len = strlen(PARTS[i].page);

        kit_run(&whole, PARTS[i].page, len, len, len);
        is_str(whole.out, PARTS[i].want, "%s", PARTS[i].page);
        is_int(xp_scan_is_fragment(whole.scan), PARTS[i].fragment, "... %s",
               PARTS[i].fragment ? "gets no stub" : "is none");
        is_int(bad_cuts(&whole, &pieces), 0, "I1: ... wherever it is cut");
        is_int(xp_scan_is_fragment(pieces.scan), PARTS[i].fragment, "... byte by byte too");
    }
}

int main(void)
{
    for (size_t i = 0; i < sizeof CODE / sizeof *CODE; i++)
        test_beginning(CODE[i], is_whole, "0", "is no document");
    for (size_t i = 0; i < sizeof PROSE / sizeof *PROSE; i++)
        test_beginning(PROSE[i], is_edited, "0", "is text");
    for (size_t i = 0; i < sizeof MARKED / sizeof *MARKED; i++) {
        test_beginning(MARKED[i], is_edited, "", "before a tag is text");
        test_beginning(MARKED[i], is_whole, "0", "is none");
    }
    test_long();
    test_charsets();
    test_parts();
    return tap_done();
}
