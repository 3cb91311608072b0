/* The façade: tokens come from xp_tok, what they mean to a parser from xp_tree, what they are from xp_judge and its kin; here it is
 * decided which element goes, and how far the page is settled.
 *
 * At most one element is undecided at a time (within a block, the block). It is settled by its end tag, or by growing beyond what may be
 * judged or held. All limits count bytes of the page, never bytes of a chunk, so that the cuts change nothing.
 */
#include "xp_scan.h"

#include <string.h>

#include "bytes/xp_marks.h"
#include "page/xp_frame.h"
#include "page/xp_gate.h"
#include "page/xp_noscript.h"
#include "page/xp_text.h"
#include "script/xp_inert.h"
#include "xp_held.h"
#include "xp_open.h"

size_t xp_scan_size(void)
{
    return sizeof(xp_scan);
}

/* Whether all that waits may go from before the declaration, if its stubs come behind it. */
static bool all_may_go(const xp_scan *s, uint64_t declared_to)
{
    int64_t room = XP_EARLY - (int64_t)declared_to - s->edits.grown;

    for (int i = 0; i < s->early.n && room >= 0; i++) {
        int64_t growth = xp_edits_growth(&s->edits, &s->early.cuts[i]);

        room = growth > room ? -1 : room - growth;
    }
    return room >= 0;
}

/* Where the charset's declaration ends is known, or that there is none (0), or only that nobody will look for it any more (XP_EARLY).
 * `behind`: a script may stand where it ends. */
static void end_early(xp_scan *s, uint64_t declared_to, bool behind)
{
    unsigned n;

    if (s->early.known)
        return;
    xp_edits_pin(&s->edits, declared_to, true);
    n = xp_early_end(&s->early, behind && all_may_go(s, declared_to));
    xp_edits_put_stubs(&s->edits, s->early.cuts, n, declared_to);
}

static void give_up(xp_scan *s, xp_reason reason)
{
    if (s->reason)
        return;
    s->reason = (uint8_t)reason;
    xp_edits_pin(&s->edits, s->edits.pinned_to, true);
    xp_open_stop(s);
}

/* What the tokenizer must report, after anything that may have changed it. */
static inline void set_modes(xp_scan *s)
{
    bool free = s->block.row < 0 && s->open != XP_OPEN_AMP, plain = free && xp_tree_plain(&s->tree);

    s->tok.all_tags = !s->tagged || (!plain && !(free && xp_tree_calm(&s->tree))) ||
                      (s->gate_due && !s->tree.body_begun); /* then scripts matter, which are hot */
    s->tok.wanted = plain ? XP_F_HOT : XP_F_HOT | XP_F_FIXES;
    s->tok.see_text = !plain;
    s->tok.see_raw = s->watched;
}

static xp_tree_tag tag_of(const xp_scan *s, bool self_closing)
{
    xp_tree_tag tag = { s->tok.el,     s->tok.name,   s->tok.name_len, self_closing,
                        s->facts.font, s->facts.html, s->facts.hidden, s->facts.shadow };

    return tag;
}

/* ---- What nearly went --------------------------------------------------------------------------------------------------------- */

/* A start tag that ends at `end`, and nothing is done about it. `fixed`: nor could be. */
static void tell_tag(const xp_scan *s, uint64_t end, bool fixed)
{
    bool gone = s->cut.from == s->tok.from && s->cut.to == end;

    if (s->open == XP_OPEN_NONE && !gone && end - s->tok.from <= s->options->hold_limit)
        xp_open_tell(s, fixed ? XP_NEAR_PLACE : XP_NEAR_TAG, s->tok.from, end, XP_NOBODY, 0);
}

static bool is_space(const char *text, size_t len)
{
    xp_trim(&text, &len);
    return !len;
}

/* ---- Cuts ------------------------------------------------------------------------------------------------------------------- */

/* The document is in a body, and no frameset can replace it any more. */
static bool is_fixed(const xp_tree *tree)
{
    return tree->body_begun && tree->no_frameset;
}

/* Whether an element may be taken away without changing how the rest is parsed: img, iframe and their like open a body and forbid a
 * frameset; a noscript between head and body opens the body too. */
static bool may_go(const xp_tree *before, xp_element el)
{
    if (is_fixed(before))
        return true;
    if (el == XP_EL_NOSCRIPT)
        return before->body_begun || !before->head_ended;
    return (xp_element_flags(el) & XP_F_HEAD) && el != XP_EL_HEAD && el != XP_EL_HTML;
}

/* Whether it may within a template: in a shadow root only, where what is no script, style or hint may be what makes a parser drop a
 * table's parts behind it. */
static bool may_go_within(const xp_tree *before, xp_element el)
{
    return xp_tree_in_shadow(before) &&
           (before->shadow_body || el == XP_EL_SCRIPT || el == XP_EL_STYLE || el == XP_EL_LINK);
}

/* What may be held of a script or style whose text can still be judged: a style that is too long to be a vendor's stays, and so does a
 * script that is not gated. */
static uint64_t longest_text(const xp_scan *s)
{
    if (s->open_el == XP_EL_STYLE)
        return XP_STYLE_MAX;
    return s->quiet || s->effective.gate == XP_GATE_OFF ? XP_SCRIPT_MAX : UINT64_MAX;
}

/* Is the open script or style, whose text goes on to `text_to` at least, too long to be judged? Only if that is known before it is too long
 * to be held, for one of both decides, wherever the pieces end. */
static bool is_long(const xp_scan *s, uint64_t text_to)
{
    uint64_t most = longest_text(s), head = s->text_from - s->from;

    return text_to - s->text_from > most && most <= s->options->hold_limit && head <= s->options->hold_limit - most;
}

/* At `offset`, what has grown beyond the limit passes. A long text is known to stay, and matters within a block only. */
static void let_pass(xp_scan *s, uint64_t offset, uint64_t text_to)
{
    uint64_t limit = s->options->hold_limit;

    if (s->block.row >= 0 && offset > s->block.from && offset - s->block.from > limit)
        xp_block_abort(&s->block);
    if (s->early.n && offset - s->early.cuts[0].from > limit)
        end_early(s, XP_EARLY, false);
    if (s->block.row < 0 && s->open == XP_OPEN_TEXT && is_long(s, text_to)) {
        s->open = XP_OPEN_NONE;
    } else if (s->open != XP_OPEN_NONE && offset > s->from && offset - s->from > limit) {
        xp_open_pass_long(s, offset);
        s->open = XP_OPEN_NONE;
    }
    set_modes(s);
}

static inline void enforce_limits(xp_scan *s, uint64_t offset, uint64_t text_to)
{
    if (s->block.row >= 0 || s->open != XP_OPEN_NONE || s->early.n) /* hardly ever */
        let_pass(s, offset, text_to);
}

/* What comes first is neither a doctype nor <html>, where only what begins so is to be judged. */
static bool is_headless(const xp_scan *s, xp_element el)
{
    bool root = s->tok.doctype || (el == XP_EL_HTML && !s->tok.is_end);

    return s->options->document && (s->worded || !root);
}

/* A stub in a part of a table is for no page's scripts: those that want it are where the part goes; and such a part is no page to hold. False: nothing
 * is judged. */
XP_APART static bool note_first_tag(xp_scan *s, xp_element el)
{
    s->tagged = true;
    s->fragment = (xp_element_flags(el) & XP_F_TABLE) != 0;
    if (is_headless(s, el) || (s->fragment && s->options->hold))
        give_up(s, XP_REASON_FRAGMENT);
    if (s->fragment) {
        s->effective.stubs = s->gate_due = false;
        s->effective.gate = XP_GATE_OFF;
    }
    return !s->reason;
}

/* ---- Start tags ---------------------------------------------------------------------------------------------------------------- */

static xp_form form_of(xp_element el, bool loads)
{
    switch (el) {
    case XP_EL_SCRIPT: return loads ? XP_FORM_SCRIPT_SRC : XP_FORM_SCRIPT_INLINE;
    case XP_EL_IMG:
    case XP_EL_IMAGE:
    case XP_EL_SOURCE: return XP_FORM_IMG;
    case XP_EL_IFRAME: return XP_FORM_IFRAME;
    case XP_EL_LINK: return XP_FORM_LINK;
    default: return XP_FORM_AMP;
    }
}

/* A vendor's element. One that has a handler calls the site, and stays; whether it is called at all is a matter of when it is given its src,
 * if it has none yet, or of what else there is to choose from. `by_row`: it is one whatever it loads. */
static void open_load(xp_scan *s, xp_element el, xp_hit hit, bool by_row, uint64_t end)
{
    bool has_tag_for_end = !(xp_element_flags(el) & XP_F_VOID);
    bool loads_now = by_row ? s->facts.has_src : s->facts.url.vendor >= 0;
    xp_form form = form_of(el, s->facts.has_src || !by_row);

    xp_signs_add(&s->signs, s->options->rules, hit.vendor);
    if (s->facts.handler && (!loads_now || s->facts.srcdoc || el == XP_EL_LINK || el == XP_EL_SOURCE || s->doubtful))
        return;
    xp_open_begin(s, el == XP_EL_AMP_PIXEL ? XP_OPEN_AMP : XP_OPEN_LOAD, el, hit,
                  s->facts.handler ? XP_FORM_SET_ASIDE : form);
    s->cut.integrity = s->facts.integrity;
    s->bare = el == XP_EL_SCRIPT && !s->facts.has_src && s->facts.type == XP_TYPE_SCRIPT &&
              !(by_row && xp_open_is_of_text(hit.pattern));
    if (!has_tag_for_end) {
        xp_open_cut(s, end);
        s->open = XP_OPEN_NONE;
    }
}

/* What a script says of the gate is not ours, and the gate would take it for ours. It is let be where it may run by its nonce, which an
 * attribute that is there twice would take its effect from, and where somebody has marked the block as a vendor's anyway. */
static bool may_deny(const xp_scan *s, bool nonced)
{
    return s->edits.gated && s->block.row < 0 && !xp_edits_keep_tag(&s->edits, nonced);
}

/* The start tag of a script that is not going to be judged. */
static void deny_mark(xp_scan *s, uint64_t end)
{
    if (!s->facts.marked || s->tree.templates || !may_deny(s, s->facts.nonce) || !xp_open_is_kept(s, end))
        return;
    xp_open_begin(s, XP_OPEN_NONE, XP_EL_SCRIPT, XP_NOBODY, XP_FORM_GATED);
    s->cut.from = s->cut.to = s->tok.from;
    xp_open_decide(s, &s->cut);
}

/* Whether the element is surely not seen. One that cannot be held may as well be. */
static bool is_unseen(xp_scan *s, uint64_t end)
{
    xp_look look;

    return xp_open_look_at(s, end, &look) ? xp_look_unseen(&look) : !xp_open_is_kept(s, end);
}

/* The vendor that the element loads from, if it is an element that goes for that. */
static xp_hit load_of(xp_scan *s, xp_element el, uint64_t end)
{
    xp_hit unseen, seen;

    if (!s->facts.hit) /* nearly always */
        return XP_NOBODY;
    unseen = xp_judge_load(&s->facts, el, true);
    if (unseen.vendor < 0 || el == XP_EL_SCRIPT || el == XP_EL_LINK)
        return unseen;
    seen = xp_judge_load(&s->facts, el, false);
    return seen.vendor < 0 && is_unseen(s, end) ? unseen : seen;
}

/* The vendor whose elements make up a frame's document. */
static xp_hit document_of(xp_scan *s, uint64_t end)
{
    char text[XP_LOOK_TEXT];
    xp_look look;
    size_t len;

    if (!xp_open_look_at(s, end, &look) || !xp_look_document(&look, text, &len))
        return XP_NOBODY;
    return xp_frame_judge(&s->edits, s->value, text, len, s->charset == XP_CHARSET_DOUBLEBYTE, is_unseen(s, end));
}

/* The element row that the element meets, if it is one that may go for that. */
static xp_hit row_of(xp_scan *s, xp_element el, uint64_t end)
{
    xp_look look;

    if (s->facts.ours || (el == XP_EL_SCRIPT && !xp_judge_is_script(&s->facts)))
        return XP_NOBODY;
    return xp_open_look_at(s, end, &look) ? xp_look_row(&look) : XP_NOBODY;
}

/* An HTML start tag that stands where it may go: is it, or may it become, one that does? */
static void judge_start(xp_scan *s, xp_element el, uint64_t end)
{
    xp_hit hit = el == XP_EL_IFRAME && s->facts.srcdoc ? document_of(s, end) : load_of(s, el, end), amp;
    bool by_row = s->facts.asked && !xp_open_counts(s, hit);

    s->text_from = end;
    if (by_row)
        hit = row_of(s, el, end);
    if (s->options->hold) {
        if (xp_held_matters(s, el, hit))
            xp_held_start(s, el, hit, by_row, end);
    } else if (xp_open_counts(s, hit)) {
        open_load(s, el, hit, by_row, end);
    } else if (s->facts.ours && s->facts.handler) { /* set aside at an earlier time */
        xp_block_gone(&s->block);
    } else if (el == XP_EL_STYLE || (el == XP_EL_SCRIPT && !s->facts.has_src && xp_judge_is_script(&s->facts))) {
        xp_open_begin(s, XP_OPEN_TEXT, el, hit, el == XP_EL_STYLE ? XP_FORM_STYLE : XP_FORM_SCRIPT_INLINE);
    } else if (el == XP_EL_SCRIPT && xp_judge_is_inline_url(&s->facts) && xp_judge_is_script(&s->facts) &&
               !(s->facts.handler && s->doubtful)) {
        xp_open_begin(s, XP_OPEN_DATA, el, hit, s->facts.handler ? XP_FORM_SET_ASIDE : XP_FORM_SCRIPT_INLINE);
        s->cut.integrity = s->facts.integrity;
    } else if (el == XP_EL_SCRIPT) {
        deny_mark(s, end);
    } else if (el == XP_EL_NOSCRIPT) {
        xp_open_begin(s, XP_OPEN_NOSCRIPT, el, hit, XP_FORM_NOSCRIPT);
    } else if (el == XP_EL_AMP_ANALYTICS) {
        amp.vendor = xp_catalogue_find("amp-analytics");
        amp.pattern = "amp-analytics";
        if (amp.vendor >= 0 && xp_set_has(s->options->vendors, amp.vendor))
            xp_open_begin(s, XP_OPEN_AMP, el, amp, XP_FORM_AMP);
    }
}

/* A script or image of svg's, which stands there for certain. Its stub may stand there, too, where it runs; but the site's handlers and what is
 * mixed are left alone. */
static void judge_svg(xp_scan *s, xp_element el, bool self_closing, uint64_t end)
{
    xp_hit hit = xp_judge_linked(&s->facts, el);
    bool loads = xp_open_counts(s, hit);
    bool runs = el == XP_EL_SCRIPT && !s->facts.linked && s->facts.type == XP_TYPE_SCRIPT && !self_closing;

    if (s->options->hold || s->facts.handler || s->facts.ours || s->facts.has_src || (!loads && !runs))
        return;
    s->text_from = end;
    s->doubtful = true;
    s->cut.in_head = false;
    xp_open_begin(s, loads ? XP_OPEN_LOAD : XP_OPEN_TEXT, el, hit, form_of(el, loads));
    s->in_svg = s->quiet = true;
    if (loads)
        xp_signs_add(&s->signs, s->options->rules, hit.vendor);
    if (self_closing) {
        xp_open_cut(s, end);
        s->open = XP_OPEN_NONE;
    }
}

/* Another tag within svg's script: nothing is known of what becomes of it. */
static void leave_svg(xp_scan *s)
{
    if (s->open && s->in_svg)
        s->open = XP_OPEN_NONE;
}

/* Whether a script may stand before the tag without changing how the rest is parsed: before the body nearly anywhere, then before another. */
static bool takes_script(const xp_scan *s, xp_element el, bool in_body)
{
    return s->block.row < 0 && s->open == XP_OPEN_NONE && !s->doubtful &&
           (in_body ? el == XP_EL_SCRIPT : el != XP_EL_HTML && el != XP_EL_HEAD);
}

/* The gate with the whole catalogue is due, and may stand before the tag; unless that is of a script of ours, from an earlier time: the gate,
 * or a stub, before which it was not put then. */
static void put_gate(xp_scan *s, xp_element el, bool in_body, uint64_t end)
{
    const xp_cut cut = { .from = s->tok.from, .to = s->tok.from, .vendor = -1, .form = XP_FORM_GATE };

    if (el == XP_EL_SCRIPT && s->facts.hold && s->options->hold) {
        s->gate_due = false;
    } else if (el == XP_EL_SCRIPT && s->facts.ours && !s->facts.keep && !s->facts.has_src) {
        xp_open_begin(s, XP_OPEN_GATE, el, XP_NOBODY, XP_FORM_GATE);
        s->text_from = end;
    } else if (takes_script(s, el, in_body) && xp_open_is_kept(s, end)) {
        s->gate_due = false;
        xp_open_decide(s, &cut);
    }
}

/* What a meta says of the page as a whole. */
static void judge_meta(xp_scan *s, uint64_t end, bool takes_script)
{
    xp_charset charset = s->facts.charset;

    if (!charset && s->facts.content_type)
        charset = s->facts.content;
    if (s->charset != XP_CHARSET_UNKNOWN || charset == XP_CHARSET_UNKNOWN)
        return;
    xp_block_abort(&s->block); /* what stands before it is judged by what was known there */
    s->charset = (uint8_t)charset;
    end_early(s, end, takes_script);
    if (charset == XP_CHARSET_UNSAFE)
        give_up(s, XP_REASON_CHARSET);
}

/* Within amp-analytics only its own data scripts may stand. */
static void start_within_amp(xp_scan *s, xp_element el)
{
    if (el != XP_EL_SCRIPT || !xp_judge_is_data(&s->facts) || s->facts.has_src || s->facts.keep)
        s->open = XP_OPEN_NONE;
}

static xp_model sink_start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    xp_scan *s = ctx;
    xp_tree_tag tag = tag_of(s, self_closing);
    xp_model model = XP_MODEL_DATA;
    bool goes = may_go(&s->tree, el), in_head = !s->tree.head_begun, in_template = s->tree.templates > 0;
    bool keeps = in_template && !may_go_within(&s->tree, el);
    bool breaks_out = (xp_element_flags(el) & XP_F_BREAKOUT) && s->tree.open.used, in_body = s->tree.body_begun;
    xp_tree_kind kind;

    enforce_limits(s, end, s->tok.from);
    if (!s->tagged && !note_first_tag(s, el))
        return model;
    kind = xp_tree_start(&s->tree, &tag, &model);
    if (kind == XP_TREE_AMBIGUOUS) {
        give_up(s, XP_REASON_AMBIGUOUS);
        return model;
    }
    s->watched = kind == XP_TREE_DOUBTFUL;
    leave_svg(s);
    if (!goes && s->block.row >= 0)
        xp_block_abort(&s->block);
    if (s->block.row >= 0)
        xp_block_start_tag(&s->block, &tag, s->tok.from, end, in_head, s->facts.ours, s->facts.keep);
    if (s->open == XP_OPEN_AMP)
        start_within_amp(s, el);
    if (kind != XP_TREE_FOREIGN && s->open == XP_OPEN_NONE) {
        s->doubtful = kind == XP_TREE_DOUBTFUL;
        if (el == XP_EL_SCRIPT)
            xp_early_script(&s->early);
        if (s->gate_due && !in_template && !breaks_out)
            put_gate(s, el, in_body, end);
        if (el == XP_EL_META)
            judge_meta(s, end, goes && !in_template && !breaks_out && !s->doubtful);
        else if (goes && !keeps && !breaks_out && s->open == XP_OPEN_NONE) {
            s->cut.in_head = in_head;
            if (!s->facts.keep)
                judge_start(s, el, end);
        }
        if (s->options->near && !in_template)
            tell_tag(s, end, !goes || breaks_out);
    }
    if (kind == XP_TREE_FOREIGN && (el == XP_EL_SCRIPT || el == XP_EL_IMAGE) && s->open == XP_OPEN_NONE && goes &&
        !keeps && xp_tree_in_svg(&s->tree))
        judge_svg(s, el, self_closing, end);
    if (xp_element_flags(el) & XP_F_ATTRS)
        xp_judge_begin(&s->facts);
    set_modes(s);
    return model;
}

static void sink_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    xp_scan *s = ctx;

    if (attr == XP_AT_HTTP_EQUIV && s->block.row >= 0 && s->tok.el == XP_EL_META && xp_judge_is_policy(value, len))
        xp_block_abort(&s->block); /* what stands before it is judged without it */
    if (s->tok.asked && attr != XP_AT_SRC && attr != XP_AT_HREF)
        s->facts.asked |= xp_rules_key(s->options->rules, s->tok.name_at, s->tok.named_len, value, len);
    xp_judge_attr(&s->facts, &s->edits, s->tok.el, attr, value, len, cut);
}

/* ---- End tags ------------------------------------------------------------------------------------------------------------------ */

/* Whether the script, which stays, is to be told what the gate minds. One that says so already has been told by us at an earlier time, when
 * the gate was put in too. */
static bool wants_mark(const xp_scan *s)
{
    if (s->effective.gate == XP_GATE_OFF || s->doubtful || s->quiet)
        return false;
    return s->marked ? may_deny(s, s->cut.nonced) : s->cut.items.n > 0;
}

/* The script stays. If it was told by us once, it counts in its block as if that were now. */
static void end_mixed(xp_scan *s, xp_hit hit, uint64_t end)
{
    s->cut.form = XP_FORM_GATED;
    if (wants_mark(s))
        xp_open_cut_for(s, hit, end);
    else if (s->marked && s->cut.items.n)
        xp_block_gone(&s->block);
}

/* A script or style that stays may still tell whose block it stands in. */
static void end_text(xp_scan *s, const char *text, size_t len, uint64_t end)
{
    xp_text_verdict verdict;

    if (s->options->hold) {
        xp_held_end(s, text, len, end);
        return;
    }
    verdict = s->open_el == XP_EL_STYLE
                  ? xp_text_judge_style(&s->effective, text, len)
                  : xp_text_judge_script(&s->effective, text, len, s->charset == XP_CHARSET_DOUBLEBYTE, &s->cut.items,
                                         &s->signs, NULL);

    if (verdict.hit.vendor >= 0)
        xp_block_vouch(&s->block);
    if (!verdict.goes) {
        if (s->open_el == XP_EL_SCRIPT) {
            if (s->options->near)
                xp_open_tell_text(s, text, len, verdict.hit);
            end_mixed(s, verdict.hit, end);
        }
        return;
    }
    if (s->quiet && xp_inert_is(text, len)) /* nor would data of an unknown kind run */
        return;
    if (s->marked || s->quiet)
        s->cut.items.n = 0; /* where it cannot go it stays as it is, not told a second time */
    xp_open_cut_for(s, verdict.hit, end);
}

/* What is marked as ours where the gate was due: is it the gate? */
static void end_gate(xp_scan *s, const char *text, size_t len)
{
    s->gate_due = s->options->hold || len != xp_gate_len || memcmp(text, xp_gate_text, len) != 0;
}

static void end_noscript(xp_scan *s, const char *content, size_t len, uint64_t end)
{
    bool kept;
    xp_hit hit = xp_noscript_judge(&s->edits, s->value, content, len, &kept);

    xp_signs_add(&s->signs, s->options->rules, hit.vendor);
    if (kept)
        xp_block_keep(&s->block);
    if (hit.vendor >= 0)
        xp_open_cut_for(s, hit, end);
    else
        xp_open_tell(s, XP_NEAR_NOSCRIPT, s->text_from, s->tok.from, XP_NOBODY, 0);
}

/* A script whose src holds it, or is going to, is judged as if it were its text. */
static void end_data(xp_scan *s, uint64_t end)
{
    char text[XP_LOOK_TEXT];
    xp_look look = { .options = &s->effective, .len = (size_t)(s->text_from - s->from) };
    size_t len;

    s->cut.data = true;
    look.tag = xp_open_whole(s, s->from, s->text_from);
    if (look.tag && (s->open == XP_OPEN_TEXT ? xp_look_late_script : xp_look_script)(&look, text, &len))
        end_text(s, text, len, end);
}

/* A script that is going to load a vendor's, or has a vendor's attributes, with a text that runs now. */
static void end_bare(xp_scan *s, const char *text, size_t len, uint64_t end)
{
    if (is_space(text, len)) {
        xp_open_cut(s, end);
    } else {
        s->cut.form = XP_FORM_SCRIPT_INLINE;
        end_text(s, text, len, end);
    }
}

static void end_open(xp_scan *s, uint64_t end)
{
    bool judged = s->open == XP_OPEN_TEXT || s->open == XP_OPEN_NOSCRIPT || s->open == XP_OPEN_GATE || s->bare;
    const char *text = judged ? xp_open_whole(s, s->text_from, s->tok.from) : NULL;
    size_t len = (size_t)(s->tok.from - s->text_from);

    if (s->open == XP_OPEN_DATA)
        end_data(s, end);
    else if (!judged)
        xp_open_cut(s, end);
    else if (text && s->bare)
        end_bare(s, text, len, end);
    else if (text && s->in_svg && (memchr(text, '<', len) || memchr(text, '&', len)))
        s->open = XP_OPEN_NONE; /* what it is made of does not stand there as it is */
    else if (text && s->open == XP_OPEN_TEXT && s->late && is_space(text, len))
        end_data(s, end);
    else if (text && s->open == XP_OPEN_TEXT)
        end_text(s, text, len, end);
    else if (text && s->open == XP_OPEN_GATE)
        end_gate(s, text, len);
    else if (text)
        end_noscript(s, text, len, end);
    s->open = XP_OPEN_NONE;
}

static void sink_end_tag(void *ctx, xp_element el, uint64_t end)
{
    xp_scan *s = ctx;
    xp_tree_tag tag = tag_of(s, false);

    enforce_limits(s, end, s->tok.from);
    if (!s->tagged && !note_first_tag(s, el))
        return;
    s->watched = false;
    xp_tree_end(&s->tree, &tag);
    if (s->open && s->open_el == el)
        end_open(s, end);
    else if (s->open == XP_OPEN_AMP && el != XP_EL_SCRIPT)
        s->open = XP_OPEN_NONE;
    leave_svg(s);
    if (s->block.row >= 0)
        xp_block_end_tag(&s->block, &tag, s->tok.from, end);
    set_modes(s);
}

/* ---- Comments and text ------------------------------------------------------------------------------------------------------------ */

/* In a held page a vendor's markers say nothing that its elements do not. */
static void begin_block(xp_scan *s, int row, uint64_t from)
{
    xp_hit hit = xp_rules_row(s->options->rules, row);
    bool site = xp_rules_class(s->options->rules, hit.vendor) == XP_CLASS_SITE;

    if (site || !s->options->hold)
        xp_block_begin(&s->block, row, hit, site, from);
}

static void sink_comment(void *ctx, const char *text, size_t len, uint64_t end)
{
    xp_scan *s = ctx;
    int row;

    enforce_limits(s, end, s->tok.from);
    if (s->open == XP_OPEN_AMP) /* it may be what stands in place of something */
        s->open = XP_OPEN_NONE;
    if (s->block.row >= 0) {
        xp_block_comment(&s->block, text, len, s->tok.from);
        if (s->block.row >= 0 && xp_rules_block_end(s->options->rules, s->block.row, text, len))
            xp_block_end(&s->block);
    } else if (!s->tree.templates && !s->tree.open.used) {
        row = xp_rules_block_begin(s->options->rules, text, len, s->options->vendors);
        if (row >= 0)
            begin_block(s, row, end);
    }
    set_modes(s);
}

/* What stands before any tag, and is no doctype's. That it is a text is told when a tag comes, for by then it may be known as no page's. */
XP_APART static void note_text(xp_scan *s, const char *text, size_t len)
{
    if (!s->tok.doctype && !is_space(text, len))
        s->worded = true;
}

static void data_text(xp_scan *s, const char *text, size_t len)
{
    uint64_t from = s->tok.from;
    bool fixed = is_fixed(&s->tree);

    for (; len && from < 3; text++, len--, from++)
        if ((unsigned char)*text < 0x80) { /* else perhaps of a byte order mark, which is no text */
            xp_tree_text(&s->tree, text, 1);
            s->worded |= !s->tok.doctype && !xp_is_space(*text);
        }
    if (!s->tagged)
        note_text(s, text, len);
    xp_tree_text(&s->tree, text, len);
    xp_block_text(&s->block, text, len, from, fixed);
    set_modes(s);
}

/* The stream offset of a byte of text that the tokenizer hands out: of its chunk, or the '<' that it has held back. */
static uint64_t offset_of(const xp_scan *s, const char *text, const char *at)
{
    return text == s->tok.held ? s->tok.from : s->tok.base + (uint64_t)(at - s->tok.chunk);
}

static void sink_text(void *ctx, const char *text, size_t len)
{
    xp_scan *s = ctx;
    const char *markup = s->watched ? memchr(text, '<', len) : NULL;

    if (markup)
        len = (size_t)(markup - text);
    if (!s->watched)
        data_text(s, text, len);
    if (markup) {
        uint64_t at = offset_of(s, text, markup);

        enforce_limits(s, at, at); /* as they are where a piece ends here */
        give_up(s, XP_REASON_AMBIGUOUS);
    }
}

/* What ends a CDATA section may be the halves of two characters, in some charsets. */
static bool sink_foreign(void *ctx)
{
    xp_scan *s = ctx;
    bool foreign = xp_tree_foreign(&s->tree);

    if (xp_tree_doubtful(&s->tree) || (foreign && s->charset == XP_CHARSET_DOUBLEBYTE))
        give_up(s, XP_REASON_AMBIGUOUS);
    return foreign;
}

/* ---- The façade ---------------------------------------------------------------------------------------------------------------------- */

/* Has the tokenizer hand out what rows of the catalogue may ask for. */
static void ask(xp_scan *s)
{
    static const xp_element OF[] = { XP_EL_SCRIPT, XP_EL_IMG, XP_EL_IFRAME, XP_EL_LINK };

    s->tok.asks = xp_rules_asked_letters(s->options->rules);
    for (size_t i = 0; i < sizeof OF / sizeof *OF; i++)
        if (xp_rules_asks_of(s->options->rules, xp_element_text(OF[i])))
            s->tok.asks_of |= UINT32_C(1) << (OF[i] & 31);
}

void xp_scan_init(xp_scan *s, const xp_options *options)
{
    static const xp_sink SINK = { sink_attr, sink_start_tag, sink_end_tag, sink_comment, sink_text, sink_foreign };

    memset(s, 0, sizeof *s);
    s->options = options;
    s->effective = *options;
    s->effective.stubs &= !options->hold;
    s->charset = (uint8_t)options->charset;
    s->gate_due = options->gate == XP_GATE_ALL;
    xp_edits_init(&s->edits, &s->effective);
    xp_edits_pin(&s->edits, s->charset == XP_CHARSET_UNKNOWN ? XP_EARLY : 0, s->charset != XP_CHARSET_UNKNOWN);
    xp_prologue_init(&s->prologue);
    xp_tree_init(&s->tree);
    xp_tok_init(&s->tok, &SINK, s, s->value, 0);
    ask(s);
    xp_block_init(&s->block, xp_open_decide, s);
    if (options->hold)
        xp_block_hold(&s->block);
    xp_early_init(&s->early, xp_open_put, s, options->charset != XP_CHARSET_UNKNOWN);
    xp_judge_begin(&s->facts);
    xp_waits_init(&s->waits);
    set_modes(s);
    if (options->charset == XP_CHARSET_UNSAFE)
        give_up(s, XP_REASON_CHARSET);
}

/* A byte order mark tells, whatever is declared. */
static void sniff_mark(xp_scan *s, const char *bytes, size_t len)
{
    xp_charset charset;

    if (!xp_declared_mark(&s->beginning, bytes, len, &charset))
        return;
    s->charset = (uint8_t)charset;
    end_early(s, 0, false);
    if (charset == XP_CHARSET_UNSAFE)
        give_up(s, XP_REASON_CHARSET);
}

/* There is nothing to judge in what is no document. */
static void begin(xp_scan *s, xp_prologue_verdict verdict)
{
    s->begun = verdict != XP_PROLOGUE_OPEN;
    if (verdict == XP_PROLOGUE_NO_DOCUMENT)
        give_up(s, XP_REASON_NOT_HTML);
}

static void feed(xp_scan *s, const char *bytes, size_t len)
{
    if (!s->begun)
        begin(s, xp_prologue_feed(&s->prologue, bytes, len));
    xp_tok_feed(&s->tok, bytes, len);
    s->offset += len;
    enforce_limits(s, s->offset - s->tok.nheld, xp_tok_text_end(&s->tok)); /* held bytes may be text, or the end tag */
}

void xp_scan_feed(xp_scan *s, const char *bytes, size_t len)
{
    s->piece = bytes;
    s->piece_at = s->offset;
    if (!xp_beginning_known(&s->beginning))
        sniff_mark(s, bytes, len);
    while (len && s->charset == XP_CHARSET_UNKNOWN && !s->reason) {
        bool escape;
        size_t n = xp_declared_slice(s->offset, bytes, len, &escape);

        feed(s, bytes, n);
        if (s->offset >= XP_EARLY)
            end_early(s, 0, false);
        bytes += n;
        len -= n;
        if (escape && s->charset == XP_CHARSET_UNKNOWN)
            give_up(s, XP_REASON_CHARSET);
    }
    feed(s, bytes, len);
}

void xp_scan_end(xp_scan *s)
{
    s->piece_at = UINT64_MAX; /* there is none any more: what is still to be read is the caller's to find */
    if (!s->reason)
        end_early(s, 0, false);
    xp_open_stop(s);
    s->ended = true;
}

/* Undecided are: the start tag that is being read, the element that is open, the block, and what waits for a charset; each only as
 * long as it may be held. */
uint64_t xp_scan_settled(const xp_scan *s)
{
    uint64_t settled = xp_tok_settled(&s->tok);

    if (s->reason || s->ended || s->held)
        return s->offset;
    if (s->offset - settled > s->options->hold_limit)
        settled = s->offset;
    if (s->open && s->from < settled)
        settled = s->from;
    if (s->block.row >= 0 && s->block.from < settled)
        settled = s->block.from;
    if (s->early.n && s->early.cuts[0].from < settled)
        settled = s->early.cuts[0].from;
    return settled;
}

xp_reason xp_scan_reason(const xp_scan *s)
{
    return (xp_reason)s->reason;
}

bool xp_scan_is_fragment(const xp_scan *s)
{
    return s->fragment;
}

unsigned xp_scan_hold_limit_hits(const xp_scan *s)
{
    return s->hold_hits;
}

unsigned xp_scan_left(const xp_scan *s, xp_left why)
{
    return s->edits.left[why];
}
