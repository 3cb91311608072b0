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

int main(void)
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
    sound(nested(128));

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
    broken("a=/b", 2, "regular expression");
    broken("a=/[/]", 2, "regular expression");
    broken("a=/(b\n/", 2, "regular expression");
    broken("var \xc3\xa9=1", 4, "beyond ASCII");
    broken("a=\\u0062", 2, "no JavaScript");
    broken("a#b", 1, "no JavaScript");
    broken("x('</SCRIPT>')", 3, "</script");
    broken("x('<!--')", 3, "<!--");
    broken("x('<script>')", 3, "<script");
    broken(nested(129), 128, "128 brackets");
    return tap_done();
}
