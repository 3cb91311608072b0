/* Elements that are judged by their text: inline scripts and styles. The text is there as a whole, in one piece.
 *
 * The cheapest question comes first: without a vendor's literal in it nothing more is asked. A script that names a vendor goes if that is proof
 * (xp_proof.h) and it is the vendor's snippet and nothing else, or if nothing of it can run; any other stays as it is, and is gated. A style goes if every one of its
 * rules is a vendor's.
 */
#ifndef XP_TEXT_H
#define XP_TEXT_H

#include "../catalogue/xp_rules.h"
#include "../script/xp_js.h"
#include "xp_items.h"
#include "xp_options.h"
#include "xp_signs.h"

enum {
    XP_SCRIPT_MAX = XP_JS_TEXT, /* bytes of a script that may be a snippet; a longer one stays */
    XP_STYLE_MAX = 1024         /* … of a style that only hides a page until a vendor shows it */
};

/* Who is told of the vendors' globals that stand in a script, in their order; of a snippet's all. */
typedef struct {
    void (*met)(void *ctx, xp_js_does how, int vendor, const char *word, size_t len);
    void *ctx;
} xp_text_hearer;

typedef struct {
    bool goes;
    bool inert; /* … since nothing of it can run */
    bool loads; /* it names what it may load */
    xp_hit
        hit; /* what speaks for it: the first URL, else the first literal that is proof, else the first; vendor -1: nothing does */
} xp_text_verdict;

/* `doublebyte`: the page is in a charset of that kind. `items`, which says whether it is a module, becomes what the gate is to be told of the
 * script: the rows that tell where it may load from, unless it only hands over data. `hearer`: who is told of its names, or NULL. `signs`: which vendors the page has shown so far, to which
 * the script adds what it shows, whatever becomes of it. */
xp_text_verdict xp_text_judge_script(const xp_options *options, const char *text, size_t len, bool doublebyte,
                                     xp_items *items, xp_signs *signs, const xp_text_hearer *hearer);

/* Of a script that names a vendor and stays: why, and where in it that is to be seen, if it is at a word (xp_js_where_mixed()). The arguments
 * are those of xp_text_judge_script(), which asks for less, as this costs time. */
xp_near_why xp_text_why(const xp_options *options, const char *text, size_t len, bool doublebyte, const xp_signs *signs,
                        size_t *at);

xp_text_verdict xp_text_judge_style(const xp_options *options, const char *text, size_t len);

#endif
