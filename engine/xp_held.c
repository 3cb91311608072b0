/* See xp_held.h. */
#include "xp_held.h"

#include "page/xp_hold.h"
#include "page/xp_text.h"

/* An element that waits, or is told what is to wait, if the page ends it. `hit`: whose it is, or nobody's: then it waits for its block's
 * sake, if it is one. */
static void open_held(struct xp_scan *s, xp_open open, xp_element el, xp_hit hit, xp_form form)
{
    bool block = s->block.row >= 0;

    xp_open_begin(s, open, el, hit.vendor < 0 && block ? s->block.hit : hit, form);
    s->quiet = false;
    s->cut.in_block = block && (form != XP_FORM_HELD || !xp_open_counts(s, hit));
    s->put_off = s->by_row = false;
}

/* A script that an optimizer puts off: what it loads once it runs is to wait then. */
static void open_put_off(struct xp_scan *s, xp_hit hit)
{
    open_held(s, s->facts.has_src ? XP_OPEN_LOAD : XP_OPEN_TEXT, XP_EL_SCRIPT, hit, XP_FORM_GATED);
    s->cut.in_block = false;
    s->put_off = true;
    if (xp_open_counts(s, hit))
        xp_items_add_vendor(&s->cut.items, s->options->rules, hit.vendor);
}

/* A script that runs now, or would if it had not to wait. */
static void open_running(struct xp_scan *s, xp_hit hit, bool by_row)
{
    bool mine = xp_open_counts(s, hit), late = mine && !by_row && s->facts.url.vendor < 0;

    if (late && s->facts.has_src) {
        if (!s->facts.asks)
            open_put_off(s, hit);
    } else if (xp_judge_is_inline_url(&s->facts)) {
        open_held(s, XP_OPEN_DATA, XP_EL_SCRIPT, hit, XP_FORM_SCRIPT_INLINE);
    } else if (!s->facts.has_src) {
        open_held(s, XP_OPEN_TEXT, XP_EL_SCRIPT, hit, XP_FORM_SCRIPT_INLINE);
        s->by_row = mine && by_row && xp_open_is_of_text(hit.pattern);
        if (late && !s->facts.asks)
            xp_items_add_vendor(&s->cut.items, s->options->rules, hit.vendor);
    } else if (mine || s->block.row >= 0) {
        open_held(s, XP_OPEN_LOAD, XP_EL_SCRIPT, hit, XP_FORM_HELD);
        if (mine)
            (s->async ? xp_waits_for_async : xp_waits_for)(&s->waits, hit.vendor);
    }
}

/* A picture or a frame: one that is going to load only later is let be. */
static void open_picture(struct xp_scan *s, xp_element el, xp_hit hit, bool by_row, uint64_t end)
{
    const xp_facts *facts = &s->facts;
    bool now = by_row || facts->url.vendor >= 0 || facts->set.vendor >= 0;

    if (facts->srcdoc ||
        (!now && s->block.row < 0)) /* a document that comes back as a text may be a policy's to refuse */
        return;
    open_held(s, XP_OPEN_LOAD, el, now ? hit : XP_NOBODY, XP_FORM_HELD);
    if (xp_element_flags(el) & XP_F_VOID) {
        xp_open_cut(s, end);
        s->open = XP_OPEN_NONE;
    }
}

/* Whether the tag lets the element wait, at a second look: one that says something of ours is what it is, and a script for browsers that know
 * no modules never runs where anything waits. */
static bool may_wait(struct xp_scan *s, xp_element el, uint64_t end)
{
    xp_hold_tag tag;
    xp_look look;

    if (!xp_open_look_at(s, end, &look))
        return false;
    if (el == XP_EL_SCRIPT && !s->facts.has_src && xp_hold_is_plain(look.tag, look.len))
        return true;
    if (!xp_hold_read(el, look.tag, look.len, &tag))
        return false;
    s->async = tag.async;
    return !tag.ours && !tag.nomodule && (el == XP_EL_SCRIPT || tag.n);
}

/* In a select old parsers drop what is no script, and what is put behind it. */
static bool is_picture(const struct xp_scan *s, xp_element el)
{
    return (el == XP_EL_IMG || el == XP_EL_IMAGE || el == XP_EL_SOURCE || el == XP_EL_IFRAME) && !s->tree.in_select;
}

/* What lets a held page go on stands before nearly all that waits: from there on the page was held at an earlier time, and passes. */
void xp_held_start(struct xp_scan *s, xp_element el, xp_hit hit, bool by_row, uint64_t end)
{
    bool mine = xp_open_counts(s, hit), late = s->facts.type == XP_TYPE_LATE && !s->facts.asks;

    if (mine)
        xp_signs_add(&s->signs, s->options->rules, hit.vendor);
    if (el == XP_EL_SCRIPT && s->facts.hold) {
        s->held = true;
        xp_open_stop(s);
        return;
    }
    if (s->doubtful || s->tree.templates || (xp_held_loads_else(s, el) && !mine && s->block.row < 0))
        return;
    if ((el != XP_EL_SCRIPT && !is_picture(s, el)) || !may_wait(s, el, end))
        return;
    if (el != XP_EL_SCRIPT)
        open_picture(s, el, hit, by_row && mine, end);
    else if (late && (mine || !s->facts.has_src))
        open_put_off(s, hit);
    else if (s->facts.type == XP_TYPE_SCRIPT)
        open_running(s, hit, by_row);
}

/* Whether what a held page's script loads is to wait. A snippet's is whatever becomes of the site's own. */
static bool is_told(const struct xp_scan *s, bool goes)
{
    return s->cut.items.n && (goes || s->put_off || s->effective.gate != XP_GATE_OFF);
}

void xp_held_end(struct xp_scan *s, const char *text, size_t len, uint64_t end)
{
    bool doublebyte = s->charset == XP_CHARSET_DOUBLEBYTE;
    xp_waits_names names = { .waits = &s->waits };
    const xp_text_hearer hearer = { xp_waits_meet, &names };
    xp_text_verdict verdict =
        xp_text_judge_script(&s->effective, text, len, doublebyte, &s->cut.items, &s->signs, &hearer);
    bool goes = s->by_row || (verdict.goes && !verdict.inert), waits;
    xp_hit hit = { .vendor = s->cut.vendor, .pattern = s->cut.pattern };

    if (verdict.hit.vendor >= 0)
        hit = verdict.hit;
    if (verdict.goes && !goes) /* nothing of it runs */
        s->cut.items.n = 0;
    if (s->put_off && goes && !s->cut.items.n)
        xp_items_add_vendor(&s->cut.items, s->options->rules, hit.vendor);
    names.known = verdict.goes && !verdict.inert;
    names.loads = verdict.loads;
    waits = !s->put_off && xp_waits_judge(&s->waits, &s->effective, text, len, doublebyte, goes, &s->cut.items, &names);
    s->cut.in_block &= !waits;
    s->cut.form = !waits && is_told(s, goes) ? XP_FORM_GATED : XP_FORM_HELD;
    if (waits || s->cut.form == XP_FORM_GATED || s->cut.in_block)
        xp_open_cut_for(s, hit, end);
    else if (s->options->near)
        xp_open_tell_text(s, text, len, verdict.hit);
}
