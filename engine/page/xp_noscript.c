/* The content of a noscript as markup, on a tokenizer of its own. */
#include "xp_noscript.h"

#include <string.h>

#include "../html/xp_tok.h"
#include "../html/xp_tree.h"
#include "xp_judge.h"

enum { DEPTH = 8 };

typedef struct {
    xp_edits *edits;
    xp_tok tok; /* reads the content as markup */
    xp_facts facts;
    xp_hit hit; /* whose pixel or frame was met first; vendor -1: nobody's */
    bool pure;  /* nothing but pixels, frames, and wrappers that close in order */
    bool kept;  /* the site keeps something of it */
    uint8_t depth;
    uint8_t open[DEPTH]; /* wrappers that are open */
} reader;

/* Elements that open and close within are allowed round a pixel, if they are closed in order. */
static bool is_wrapper(xp_element el)
{
    return el == XP_EL_A || el == XP_EL_DIV || el == XP_EL_P || el == XP_EL_SPAN || el == XP_EL_CENTER;
}

static void attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *ns = ctx;

    if (attr != XP_AT_NONCE && attr != XP_AT_HTTP_EQUIV && attr != XP_AT_CONTENT) /* nothing where scripts run */
        xp_judge_attr(&ns->facts, ns->edits, ns->tok.el, attr, value, len, cut);
}

/* An <img>, also by its other name, or <iframe>: a vendor's may go, any other keeps the noscript. */
static void loads(reader *ns, xp_element el)
{
    xp_hit hit = xp_judge_load(&ns->facts, el, true); /* where scripts run nobody sees it */

    if (hit.vendor < 0 || ns->facts.srcdoc)
        ns->pure = false;
    else if (ns->hit.vendor < 0)
        ns->hit = hit;
}

static void open_wrapper(reader *ns, xp_element el)
{
    if (ns->depth < DEPTH)
        ns->open[ns->depth++] = (uint8_t)el;
    else
        ns->pure = false;
}

static xp_model start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    reader *ns = ctx;

    (void)self_closing;
    (void)end;
    ns->kept |= ns->facts.keep;
    if (el == XP_EL_IMG || el == XP_EL_IMAGE || el == XP_EL_IFRAME)
        loads(ns, el);
    else if (is_wrapper(el))
        open_wrapper(ns, el);
    else
        ns->pure = false;
    xp_judge_begin(&ns->facts);
    return el == XP_EL_NOSCRIPT ? XP_MODEL_DATA : xp_tree_model(el); /* markup, with scripting off */
}

/* End tags that parsers drop, wherever a noscript may stand, if no such element is open within it: for them nothing but the rule "any other
 * end tag" is written (13.2.6.4.7), which stops at the noscript, since that is a special element; in a head all but a few are dropped
 * anyway (13.2.6.4.5). Not those of blocks, lists, cells and forms, which are looked for further out, nor those of formatting elements, of
 * which an outer one would be taken apart, nor </p> and </br>, which make elements. */
static bool is_dropped(xp_element el)
{
    return el == XP_EL_IMG || el == XP_EL_IMAGE || el == XP_EL_IFRAME || el == XP_EL_SCRIPT || el == XP_EL_STYLE ||
           el == XP_EL_LINK || el == XP_EL_META || el == XP_EL_EMBED || el == XP_EL_INPUT || el == XP_EL_PARAM ||
           el == XP_EL_SOURCE || el == XP_EL_SPAN;
}

static bool is_open(const reader *ns, xp_element el)
{
    return memchr(ns->open, (int)el, ns->depth) != NULL;
}

static void end_tag(void *ctx, xp_element el, uint64_t end)
{
    reader *ns = ctx;

    (void)end;
    if (ns->depth && ns->open[ns->depth - 1] == el)
        ns->depth--;
    else if (!is_dropped(el) || is_open(ns, el))
        ns->pure = false;
    xp_judge_begin(&ns->facts);
}

static void text(void *ctx, const char *text, size_t len)
{
    reader *ns = ctx;

    for (size_t i = 0; i < len && ns->pure; i++)
        ns->pure = xp_is_space(text[i]);
}

xp_hit xp_noscript_judge(xp_edits *edits, char *value, const char *content, size_t len, bool *kept)
{
    /* Where something foreign stands there is an svg or a math, and the noscript stays. */
    static const xp_sink SINK = { attr, start_tag, end_tag, xp_tok_no_comment, text, xp_tok_not_foreign };
    reader ns = { .edits = edits, .pure = true, .hit = XP_NOBODY };

    xp_tok_init(&ns.tok, &SINK, &ns, value, 0);
    ns.tok.all_tags = true;
    ns.tok.see_text = true;
    xp_judge_begin(&ns.facts);
    xp_tok_feed(&ns.tok, content, len);
    *kept = ns.kept;
    return ns.pure && !ns.kept && !ns.depth && xp_tok_at_rest(&ns.tok) ? ns.hit : XP_NOBODY;
}
