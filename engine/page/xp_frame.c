/* The document of a frame as markup, on a tokenizer of its own. */
#include "xp_frame.h"

#include <string.h>

#include "../html/xp_tok.h"
#include "../html/xp_tree.h"
#include "xp_judge.h"
#include "xp_look.h"
#include "xp_noscript.h"
#include "xp_text.h"

typedef struct {
    xp_edits *edits;
    xp_tok tok; /* reads the document */
    xp_facts facts;
    xp_hit hit;           /* whose element was met first; vendor -1: nobody's */
    const char *document; /* … */
    size_t text_from;     /* where the text of a script or a noscript begins; 0: its text does not matter */
    bool doublebyte;
    bool hidden; /* the frame is not seen */
    bool unseen; /* the tag that is being read hides its element */
    bool pure;   /* nothing but a vendor's elements so far, and what a document consists of */
} reader;

static void attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    reader *r = ctx;

    if (attr == XP_AT_HTTP_EQUIV)
        r->pure = false;
    else if (attr == XP_AT_OTHER)
        r->unseen |= xp_look_hides(r->tok.name_at, r->tok.named_len, value, len);
    else if (attr != XP_AT_NONCE && attr != XP_AT_CONTENT)
        xp_judge_attr(&r->facts, r->edits, r->tok.el, attr, value, len, cut);
}

static void belongs_to(reader *r, xp_hit hit)
{
    if (hit.vendor < 0 || hit.uses & XP_USE_KNOWN)
        r->pure = false;
    else if (r->hit.vendor < 0)
        r->hit = hit;
}

static bool is_part(xp_element el)
{
    return el == XP_EL_HTML || el == XP_EL_HEAD || el == XP_EL_BODY;
}

/* What only shows something, where that is not seen. */
static bool is_text_of(const reader *r, xp_element el)
{
    return r->hidden && (el == XP_EL_P || el == XP_EL_DIV || el == XP_EL_SPAN);
}

/* Parts of a document, which say nothing themselves. Of attributes that a body may have some load, and some are scripts. */
static bool is_frame_of_document(const reader *r, xp_element el, uint64_t end)
{
    if (el == XP_EL_META)
        return r->facts.charset != XP_CHARSET_UNKNOWN;
    if (el == XP_EL_TITLE)
        return true;
    return (is_part(el) || is_text_of(r, el)) && end - r->tok.from == strlen(xp_element_text(el)) + 2;
}

static xp_model start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    reader *r = ctx;

    (void)self_closing;
    r->text_from = 0;
    if (r->facts.handler || r->facts.keep || r->facts.ours || r->facts.srcdoc)
        r->pure = false;
    if (el == XP_EL_NOSCRIPT || (el == XP_EL_SCRIPT && !r->facts.has_src && xp_judge_is_script(&r->facts)))
        r->text_from = (size_t)end;
    else if (el == XP_EL_SCRIPT || el == XP_EL_IMG || el == XP_EL_IFRAME)
        belongs_to(r, xp_judge_load(&r->facts, el, r->unseen));
    else if (!is_frame_of_document(r, el, end))
        r->pure = false;
    xp_judge_begin(&r->facts);
    r->unseen = false;
    return xp_tree_model(el);
}

/* What is within a script or a noscript. */
static xp_hit judge_text(reader *r, xp_element el)
{
    const char *text = r->document + r->text_from;
    size_t len = (size_t)r->tok.from - r->text_from;
    xp_items items = { .n = 0 };
    xp_signs signs; /* of this document */
    xp_text_verdict verdict;
    bool kept; /* then it is nobody's, and the frame stays */

    if (el == XP_EL_NOSCRIPT)
        return xp_noscript_judge(r->edits, r->tok.value, text, len, &kept);
    memset(&signs, 0, sizeof signs);
    verdict = xp_text_judge_script(r->edits->options, text, len, r->doublebyte, &items, &signs, NULL);
    return verdict.goes ? verdict.hit : XP_NOBODY;
}

static void end_tag(void *ctx, xp_element el, uint64_t end)
{
    reader *r = ctx;

    (void)end;
    if (r->text_from && (el == XP_EL_SCRIPT || el == XP_EL_NOSCRIPT)) {
        xp_hit hit = judge_text(r, el);

        hit.uses = 0; /* which a text's row says of other things */
        belongs_to(r, hit);
    } else if (el != XP_EL_SCRIPT && el != XP_EL_IFRAME && el != XP_EL_TITLE && !is_part(el) && !is_text_of(r, el)) {
        r->pure = false;
    }
    r->text_from = 0;
    xp_judge_begin(&r->facts);
}

static void text(void *ctx, const char *text, size_t len)
{
    reader *r = ctx;

    for (size_t i = 0; i < len && r->pure && !r->hidden; i++)
        r->pure = xp_is_space(text[i]);
}

xp_hit xp_frame_judge(xp_edits *edits, char *value, const char *document, size_t len, bool doublebyte, bool unseen)
{
    /* Where something foreign stands there is an svg or a math, and the frame stays. */
    static const xp_sink SINK = { attr, start_tag, end_tag, xp_tok_no_comment, text, xp_tok_not_foreign };
    reader r = {
        .edits = edits, .hit = XP_NOBODY, .document = document, .doublebyte = doublebyte, .hidden = unseen, .pure = true
    };

    xp_tok_init(&r.tok, &SINK, &r, value, 0);
    r.tok.all_tags = true;
    r.tok.see_text = true;
    r.tok.asks = r.tok.asks_of = UINT32_MAX;
    xp_judge_begin(&r.facts);
    xp_tok_feed(&r.tok, document, len);
    return r.pure && xp_tok_at_rest(&r.tok) ? r.hit : XP_NOBODY;
}
