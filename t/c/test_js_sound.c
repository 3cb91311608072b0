/* Whether a piece of JavaScript is whole, and where it is not. */
#include "engine/script/xp_js_sound.h"
#include "tap.h"

static void sound(const char *text)
{
    xp_js_fault fault = { "", 0 };

    ok(xp_js_is_sound(text, strlen(text), &fault), "whole: %.60s %s", text, fault.wrong);
}

static void broken(const char *text, size_t at, const char *why)
{
    xp_js_fault fault = { "", 0 };
    bool is = xp_js_is_sound(text, strlen(text), &fault);

    ok(!is && fault.at == at && strstr(fault.wrong, why), "not whole at %zu, %s: %.60s (%zu, %s)", at, why, text,
       fault.at, fault.wrong);
}

/* So many brackets, one within the other, and closed again. */
static const char *nested(size_t n)
{
    static char text[1024];

    memset(text, '(', n);
    memset(text + n, ')', n);
    text[2 * n] = '\0';
    return text;
}

static void whole(void)
{
    sound("");
    sound("window.Count={hit:function(){}};");
    sound("a='it\\'s';b=\"\\\"\";c=`x${{a:`}`}.a}y`;");
    sound("/* (a */ b // )\n--> (\n/**/");
    sound("a=b/c/d;e=/[/)]/.test(f);if(a)/\\)/.test(b);g=a[0]/2;h=(1)/2;k=i++/2");
    sound("function f(){return/[}]/}\n/}/.test(a);x={a:1}/2;y=typeof/a)/;else_=1");
    sound("if(a){}else/b(/.test(c);do/(/.test(b);while(0)");
    sound("x=>{};(a,b)=>({a});for(;;){}");
    sound("a.if(1)/2;b.return/2/c");
    sound("s='\xc3\xa9 \xe2\x80\xa8'");
    sound("a=1.5e+3/0x1f;b=.5");
    sound("a=b?.5:1;c=b?.d?.[0]?.(1)");
    sound("a?\?=b;c||=d;e&&=f;g**=2;n=1_000+0b1_0+0o17+0xFF_FFn+10n+1e-7+.5e+3+1..toFixed()");
    sound("a=/(?<y>\\d)-[\\]/)(]/dgimsuy;b=/[[a-z]--[aeiou]]/v");
    sound("s='\\u{1F600}\\x41 \\\n\xe2\x80\xa9'");
    sound("a=`x${`y${`z${1+{a:1}.a}`}`}`;b=`}${{}}${function(){return`}`}()}{`");
    sound(nested(128));
}

static void names(void)
{
    sound("class A{#x=1;static#y;static{A.#y=2}get#z(){return this.#x}async#w(){}has(o){return #x in o}}");
    sound("class B{a=1\n#b=2;static get=3;static static(){}/[}]/}");
    sound("var \xc3\xa9=1,ni\xc3\xb1o=2,\xe5\x8f\x98=3,a\xe2\x80\x8c=4;\xf0\x9d\x92\xb6/2/(b)");
    sound("a=b\\u0063/2;\\u{61}b/2/(c);jard\xc3\xadn/2/(b);in\xc3\xad/2/(b)");
    sound("caf\xe9=1"); /* in Latin 1 */
}

static void slashes(void)
{
    sound("with(a)/[)]/.test(b);while(a)/[)]/.test(b)");
    sound("for(a of b)/[)]/.test(a);async()=>{for await(a of b)/[)]/.test(a)}");
    sound("for(a of/[)]/)b();of=1;c=of/2;d=(e)");
    sound("function*g(){yield/[)]/;yield{a:1}/2;(b)}async()=>{await/[)]/}");
    sound("throw/[)]/.exec(a)");
    sound("switch(a){case/[)]/:break;case b?c:d:{e()}/[)]/.test(f);default:{g()}/[)]/.test(h)}");
    sound("a:{b()}/[)]/.test(c)");
    sound("a=b?{c:1}/2:{d:{e:1}/2}/2;f=(g)");
    sound("a={get b(){return/[)]/},if(){},'c':/[)]/,[d]:{e:1}/2};(f)");
    sound("do{a()}while(b)/[)]/.test(c);try{a()}catch{b()}finally{c()}/[)]/.test(d)");
    sound("a=b<c&&d>e;f=i++<9;g=h<!j");
}

static void unfinished(void)
{
    broken("a(b", 1, "not closed");
    broken("a(b;c[d", 5, "not closed");
    broken("function(){", 10, "not closed");
    broken("a)b", 1, "nothing has opened");
    broken("a=(b]", 4, "another bracket");
    broken("a={b:(c}", 7, "another bracket");
    broken("}", 0, "nothing has opened");
    broken("a='b", 2, "string");
    broken("a=\"b\nc\"", 2, "string");
    broken("x('it's')", 7, "string");
    broken("a=`b${c}", 7, "template");
    broken("a=`b${c", 2, "not closed");
    broken("a=`b", 2, "template");
    broken("a /* b", 2, "comment");
    broken("/*/", 0, "comment");
    broken("a=1;/*\xc3\xa9", 4, "comment");
    broken("a=/b", 2, "regular expression");
    broken("a=/[/]", 2, "regular expression");
    broken("a=/(b\n/", 2, "regular expression");
}

static void strange(void)
{
    broken("a=\xe2\x80\x9cz\xe2\x80\x9d", 2, "beyond ASCII");
    broken("a\xe2\x89\xa0z", 1, "beyond ASCII");
    broken("a=\\u00zz", 2, "no JavaScript");
    broken("a=\\", 2, "no JavaScript");
    broken("a=\\u{61", 2, "no JavaScript");
    broken("a#b", 1, "no JavaScript");
    broken("a=#", 2, "no JavaScript");
    broken("a=3px", 3, "no JavaScript");
    broken("x('</SCRIPT>')", 3, "</script");
    broken("x('<!--')", 3, "<!--");
    broken("x('<script>')", 3, "<script");
    broken(" <SCRIPT>a=1</SCRIPT>", 1, "has a tag");
    broken("<!-- a", 0, "has a tag");
    broken("<img src=a>", 0, "has a tag");
    broken("a=1;<b>c</b>", 4, "has a tag");
    broken("a=", 1, "still to come");
    broken("a=1;b===", 7, "still to come");
    broken("a,", 1, "still to come");
    broken("a => // b", 3, "still to come");
    broken(nested(129), 128, "128 brackets");
}

int main(void)
{
    whole();
    names();
    slashes();
    unfinished();
    strange();
    return tap_done();
}
