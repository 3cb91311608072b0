/* See xp_open.h. */
#include "xp_open.h"

#include <string.h>

#include "page/xp_text.h"

void xp_open_stop(struct xp_scan *s)
{
    s->open = XP_OPEN_NONE;
    s->tok.stopped = true;
    xp_block_abort(&s->block);
    xp_early_end(&s->early, false);
}

void xp_open_tell(const struct xp_scan *s, xp_near_why why, uint64_t from, uint64_t to, xp_hit hit, uint64_t at)
{
    const xp_near near = {
        why, s->open == XP_OPEN_NONE ? s->tok.from : s->from, from, to, at, hit.vendor, hit.pattern
    };

    if (s->options->near)
        s->options->near(s->options->ctx, &near);
}

void xp_open_pass_long(struct xp_scan *s, uint64_t to)
{
    xp_hit hit = { .vendor = s->cut.vendor, .pattern = s->cut.pattern };

    s->hold_hits++;
    xp_open_tell(s, XP_NEAR_LONG, s->from, to, s->open == XP_OPEN_LOAD ? hit : XP_NOBODY, 0);
}

void xp_open_tell_text(const struct xp_scan *s, const char *text, size_t len, xp_hit hit)
{
    bool doublebyte = s->charset == XP_CHARSET_DOUBLEBYTE;
    xp_near_why why = XP_NEAR_TEXT;
    size_t at = len;

    if (hit.vendor >= 0)
        why = xp_text_why(&s->effective, text, len, doublebyte, &s->signs, &at);
    xp_open_tell(s, why, s->text_from, s->text_from + len, hit, s->text_from + at);
}

const char *xp_open_whole(const struct xp_scan *s, uint64_t from, uint64_t to)
{
    if (from >= s->piece_at)
        return s->piece + (from - s->piece_at);
    return s->options->kept(s->options->ctx, from, to);
}

/* The element of a held page, which may have waited for others, is read once more. */
static bool put_held(struct xp_scan *s, const xp_cut *cut)
{
    const char *element = xp_open_whole(s, cut->from, cut->to);

    return !element || xp_edits_hold(&s->edits, cut, element);
}

bool xp_open_put(void *ctx, const xp_cut *cut)
{
    struct xp_scan *s = ctx;
    const unsigned *left = s->edits.left, charset = left[XP_LEFT_CHARSET], csp = left[XP_LEFT_CSP];
    bool done = cut->form == XP_FORM_HELD ? put_held(s, cut) : xp_edits_put(&s->edits, cut);
    xp_hit hit = { .vendor = cut->vendor, .pattern = cut->pattern };

    if (left[XP_LEFT_CHARSET] > charset || left[XP_LEFT_CSP] > csp)
        xp_open_tell(s, left[XP_LEFT_CSP] > csp ? XP_NEAR_CSP : XP_NEAR_CHARSET, cut->from, cut->to, hit, 0);

    if (!done && cut->form == XP_FORM_GATE && s->early.known)
        s->gate_due = true;
    return done;
}

static void leave_for_charset(struct xp_scan *s, const xp_cut *cut)
{
    xp_hit hit = { .vendor = cut->vendor, .pattern = cut->pattern };

    s->edits.left[XP_LEFT_CHARSET]++;
    xp_open_tell(s, XP_NEAR_CHARSET, cut->from, cut->to, hit, 0);
}

/* A cut for which there is no room to wait. */
static void drop(struct xp_scan *s, const xp_cut *cut)
{
    if (cut->form == XP_FORM_GATE)
        s->gate_due = true;
    else
        leave_for_charset(s, cut);
}

void xp_open_decide(void *ctx, const xp_cut *cut)
{
    struct xp_scan *s = ctx;
    unsigned dropped = xp_early_cut(&s->early, cut);

    if (!dropped)
        return;
    for (unsigned i = 0; i + 1 < dropped; i++)
        drop(s, &s->early.cuts[i]);
    drop(s, cut);
}

void xp_open_cut(struct xp_scan *s, uint64_t to)
{
    s->cut.from = s->from;
    s->cut.to = to;
    if (to - s->from <= s->options->hold_limit)
        xp_block_cut(&s->block, &s->cut);
    else
        xp_open_pass_long(s, to);
}

void xp_open_begin(struct xp_scan *s, xp_open open, xp_element el, xp_hit hit, xp_form form)
{
    s->open = (uint8_t)open;
    s->open_el = (uint8_t)el;
    s->from = s->tok.from;
    s->cut.pattern = hit.pattern;
    s->cut.vendor = (int16_t)hit.vendor;
    s->cut.form = (uint8_t)form;
    s->cut.el = (uint8_t)el;
    s->cut.items = (xp_items){ .module = s->facts.module };
    s->cut.nonced = s->facts.nonce;
    s->cut.doubtful = s->doubtful;
    s->cut.shadow = xp_tree_in_shadow(&s->tree);
    s->in_svg = s->bare = s->cut.data = false;
    s->quiet = s->facts.type == XP_TYPE_ODD || s->cut.shadow;
    s->marked = s->facts.marked;
    s->late = s->facts.late_data && !s->facts.handler; /* what loads calls the site then */
    xp_edits_judge(&s->edits, s->facts.nonce && !s->facts.ours);
}

bool xp_open_is_of_text(const char *row)
{
    return strchr(row, '#') || strstr(row, "[id=") || strstr(row, "[!src]");
}

bool xp_open_look_at(struct xp_scan *s, uint64_t end, xp_look *look)
{
    look->options = &s->effective;
    look->value = s->value;
    look->len = (size_t)(end - s->tok.from);
    look->tag = xp_open_is_kept(s, end) ? xp_open_whole(s, s->tok.from, end) : NULL;
    return look->tag;
}

void xp_open_cut_for(struct xp_scan *s, xp_hit hit, uint64_t end)
{
    s->cut.pattern = hit.pattern;
    s->cut.vendor = (int16_t)hit.vendor;
    xp_open_cut(s, end);
}
