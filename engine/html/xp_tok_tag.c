/* The tokenizer's data, tag, attribute and raw text states.
 *
 * Most of a page is tags that decide nothing: from the data state, xp_plain.c takes all that lie within the chunk in one go. It looks
 * at a tag's bytes at most once before the states do, so time stays linear.
 */
#include <string.h>

#include "../bytes/xp_skip.h"
#include "xp_charref.h"
#include "xp_head.h"
#include "xp_plain.h"
#include "xp_tok_states.h"

/* From the '<' at `lt`, the first in [lt, end) that is not surely text, or end. */
static const char *find_markup(const char *lt, const char *end)
{
    while (end - lt >= 2 && !xp_is_alpha(lt[1]) && lt[1] != '/' && lt[1] != '!' && lt[1] != '?')
        if (*++lt != '<')
            lt = xp_skip_to(lt, end, '<');
    return lt;
}

/* ---- Tags --------------------------------------------------------------------------------------------------------------- */

void xp_tok_begin_tag(xp_tok *tok, bool is_end)
{
    tok->is_end = is_end;
    tok->self_closing = false;
    tok->name_len = 0;
    tok->seen = 0;
    tok->el = XP_EL_OTHER;
    memset(tok->name, 0, sizeof tok->name);
}

/* A '<' or "</" that begins nothing is text after all. */
static const char *back_to_data(xp_tok *tok, const char *text, size_t len, const char *p)
{
    if (tok->see_text)
        tok->sink->text(tok->ctx, text, len);
    return xp_tok_reconsume(tok, XP_ST_data, p);
}

/* 13.2.5.6 Tag open state. */
const char *xp_st_tag_open(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '/')
        return xp_tok_switch(tok, XP_ST_end_tag_open, p);
    if (*p == '!') {
        tok->nheld = 0;
        return xp_tok_switch(tok, XP_ST_markup_declaration_open, p);
    }
    if (*p == '?') {
        tok->value_len = 0;
        return xp_tok_reconsume(tok, XP_ST_bogus_comment, p);
    }
    if (!xp_is_alpha(*p))
        return back_to_data(tok, "<", 1, p);
    xp_tok_begin_tag(tok, false);
    return xp_tok_reconsume(tok, XP_ST_tag_name, p);
}

/* 13.2.5.7 End tag open state. */
const char *xp_st_end_tag_open(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (xp_is_alpha(*p)) {
        xp_tok_begin_tag(tok, true);
        return xp_tok_reconsume(tok, XP_ST_tag_name, p);
    }
    if (*p == '>') /* "</>" is nothing at all, not even text */
        return xp_tok_switch(tok, XP_ST_data, p);
    tok->value_len = 0;
    return xp_tok_reconsume(tok, XP_ST_bogus_comment, p);
}

static xp_tok_state state_of(xp_model model)
{
    switch (model) {
    case XP_MODEL_RCDATA:
    case XP_MODEL_RAWTEXT: return XP_ST_raw_text;
    case XP_MODEL_SCRIPT: return XP_ST_script_data;
    case XP_MODEL_PLAINTEXT: return XP_ST_plaintext;
    default: return XP_ST_data;
    }
}

static inline bool is_dull(const xp_tok *tok)
{
    return tok->dull && (tok->el == XP_EL_LINK || tok->el == XP_EL_META);
}

/* The '>' at p ends the tag: hands it out and goes where the sink says. */
static const char *emit_tag(xp_tok *tok, const char *p)
{
    uint64_t to = xp_tok_offset(tok, p + 1);
    xp_model model = XP_MODEL_DATA;

    if (!xp_tok_wants(tok, tok->el) || is_dull(tok))
        return xp_tok_switch(tok, XP_ST_data, p);
    if (tok->is_end)
        tok->sink->end_tag(tok->ctx, tok->el, to);
    else
        model = tok->sink->start_tag(tok->ctx, tok->el, tok->self_closing, to);
    tok->raw_el = (uint8_t)tok->el;
    return xp_tok_switch(tok, state_of(model), p);
}

/* Behind the name of the tag at `lt`, if it is of seven letters at most and lies within the chunk, as nearly all do; else NULL. */
static const char *short_name(xp_tok *tok, const char *lt, const char *end)
{
    bool is_end = end - lt >= 2 && lt[1] == '/';
    const char *name = lt + 1 + is_end;
    uint64_t stops, lower;
    size_t len;

    if (end - name < 8 || !xp_is_alpha(*name))
        return NULL;
    stops = xp_up_to8(xp_load8_in_order(name), '>'); /* letters are above */
    len = stops ? xp_lowest(stops) / 8 : 8;
    if (len == 8 || !xp_ends_name(name[len]))
        return NULL;
    xp_tok_begin_tag(tok, is_end);
    lower = xp_lower8(xp_load8(name)) & xp_first8(len);
    memcpy(tok->name, &lower, sizeof lower);
    tok->name_len = (uint8_t)len;
    tok->el = xp_element_of(tok->name, len);
    tok->state = XP_ST_before_attribute_name;
    return name + len;
}

/* Over what decides nothing in a head. */
static const char *pass_head(xp_tok *tok, const char *p, const char *end)
{
    const char *behind;

    p = xp_head_skip(p, end, &behind);
    while (behind) {
        tok->on_script(tok->ctx, p, (size_t)(behind - p));
        p = behind;
        if (tok->stopped)
            break;
        p = xp_head_skip(p, end, &behind);
    }
    return p;
}

/* 13.2.5.1 Data state. */
const char *xp_st_data(xp_tok *tok, const char *p, const char *end)
{
    bool plain = !tok->all_tags && !tok->see_text;
    const char *lt;

    if (!plain && tok->dull && ((p = pass_head(tok, p, end)) >= end || tok->stopped))
        return p;
    lt = !plain ? xp_skip_to(p, end, '<') : tok->body_only ? xp_plain_skip_body(p, end) : xp_plain_skip(p, end);

    lt = find_markup(lt, end);
    if (tok->see_text && lt > p) {
        tok->from = xp_tok_offset(tok, p);
        tok->sink->text(tok->ctx, p, (size_t)(lt - p));
    }
    if (lt >= end)
        return end;
    tok->from = xp_tok_offset(tok, lt);
    p = short_name(tok, lt, end);
    if (!p)
        return xp_tok_switch(tok, XP_ST_tag_open, lt);
    return *p == '>' ? emit_tag(tok, p) : xp_st_before_attribute_name(tok, p, end);
}

/* Adds a piece of the name in lower case, as far as there is room; then notes that it is longer than any of ours. */
static void add_to_name(xp_tok *tok, const char *p, const char *end)
{
    size_t room = tok->name_len < XP_NAME_MAX ? (size_t)XP_NAME_MAX - tok->name_len : 0;
    const char *stop = (size_t)(end - p) > room ? p + room : end;

    while (p < stop)
        tok->name[tok->name_len++] = xp_lower(*p++);
    if (stop < end)
        tok->name_len = XP_NAME_MAX + 1;
}

/* 13.2.5.8 Tag name state. */
const char *xp_st_tag_name(xp_tok *tok, const char *p, const char *end)
{
    const char *name = p;

    p = xp_end_of_name(p, end);
    add_to_name(tok, name, p);
    if (p >= end)
        return p;
    tok->el = xp_element_of(tok->name, tok->name_len);
    return xp_tok_reconsume(tok, XP_ST_before_attribute_name, p);
}

/* ---- Attributes ----------------------------------------------------------------------------------------------------------- */

static void begin_attribute(xp_tok *tok)
{
    tok->attr_len = 0;
    tok->reading = false;
    tok->value_len = 0;
    tok->value_cut = false;
}

/* Only of start tags, and of some elements. */
static bool wants_attributes(const xp_tok *tok)
{
    return !tok->is_end && (xp_element_flags(tok->el) & XP_F_ATTRS) && xp_tok_wants(tok, tok->el) && !is_dull(tok);
}

/* Which attribute it is, and whether its value is wanted: once only. */
static bool begin_value(xp_tok *tok, xp_attr attr, const char *name, size_t len)
{
    static const uint32_t MANY = UINT32_C(1) << XP_AT_OTHER | UINT32_C(1) << XP_AT_LATE_SRC |
                                 UINT32_C(1) << XP_AT_LATE_HREF | UINT32_C(1) << XP_AT_DATA | UINT32_C(1) << XP_AT_FONT;
    uint32_t bit = UINT32_C(1) << attr;

    tok->attr = (uint8_t)attr;
    tok->asked = tok->asks >> (*name & 31) & 1 && tok->asks_of >> (tok->el & 31) & 1;
    tok->reading = (attr != XP_AT_OTHER || tok->asked) && !(tok->seen & bit);
    if (!tok->reading)
        return false;
    tok->name_at = name;
    tok->named_len = len < UINT16_MAX ? (uint16_t)len : UINT16_MAX;
    /* These stand for many names: a second one need not be a duplicate. */
    if (!(MANY & bit))
        tok->seen |= bit;
    return true;
}

static void end_of_attribute_name(xp_tok *tok)
{
    tok->attr = XP_AT_OTHER;
    if (wants_attributes(tok) && tok->attr_len <= XP_ATTR_MAX)
        begin_value(tok, xp_attr_of(tok->attr_name, tok->attr_len), tok->attr_name, tok->attr_len);
}

static void keep_value(xp_tok *tok, const char *p, const char *end)
{
    size_t room = (size_t)(tok->value_max - tok->value_len), len = (size_t)(end - p);

    if (!tok->reading)
        return;
    if (len > room) {
        tok->value_cut = true;
        len = room;
    }
    memcpy(tok->value + tok->value_len, p, len);
    tok->value_len = (uint16_t)(tok->value_len + len);
}

static void end_of_attribute(xp_tok *tok)
{
    size_t len;

    if (!tok->reading)
        return;
    tok->reading = false;
    len = xp_charref_decode(tok->value, tok->value_len);
    tok->sink->attr(tok->ctx, (xp_attr)tok->attr, tok->value, len, tok->value_cut);
}

/* Of a value that is longer only the end is looked for at first, for which the C library has wider vectors. */
enum { PLAIN_MAX = 256 };

/* An attribute that lies within the chunk: its value need not be copied if it is plain, that is short and without references. */
static void whole_attribute(xp_tok *tok, const char *name, size_t len, const char *value, const char *end, bool plain)
{
    xp_attr attr = xp_attr_of(name, len);

    if (!begin_value(tok, attr, name, len))
        return;
    if (plain) {
        tok->reading = false;
        tok->sink->attr(tok->ctx, attr, value, (size_t)(end - value), false);
        return;
    }
    tok->value_len = 0;
    tok->value_cut = false;
    keep_value(tok, value, end);
    end_of_attribute(tok);
}

/* White space, and attributes as nearly all are: a name and a quoted value, both within the chunk and nothing but '=' between. Gives
 * the first byte of anything else. Of an attribute that goes on in the next chunk each byte is looked at twice at most. */
static const char *quoted_attributes(xp_tok *tok, const char *p, const char *end)
{
    bool wanted = wants_attributes(tok);

    for (;;) {
        const char *eq, *value, *limit, *stop, *close;

        p = xp_skip_space(p, end);
        if (p >= end || *p == '>')
            return p;
        for (eq = p; (eq = xp_skip_above(eq, end, '>')) < end && *eq != '=' && !xp_ends_name(*eq); eq++)
            ;
        if (end - eq < 8 || *eq != '=' || eq == p || (eq[1] != '"' && eq[1] != '\''))
            return p;
        value = eq + 2;
        limit = end - value > PLAIN_MAX ? value + PLAIN_MAX : end;
        stop = close = xp_skip_to_either(value, limit, eq[1], '&');
        if (stop < end && *stop != eq[1])
            close = xp_skip_to(stop, end, eq[1]);
        if (close >= end)
            return p;
        if (wanted)
            whole_attribute(tok, p, (size_t)(eq - p), value, close, stop == close);
        p = close + 1;
    }
}

/* 13.2.5.32 Before attribute name state. */
const char *xp_st_before_attribute_name(xp_tok *tok, const char *p, const char *end)
{
    p = quoted_attributes(tok, p, end);
    if (p >= end)
        return p;
    if (*p == '>') /* as nearly always */
        return emit_tag(tok, p);
    if (*p == '/')
        return xp_st_after_attribute_name(tok, p, end);
    begin_attribute(tok);
    if (*p == '=') { /* a name may begin with it */
        tok->attr_name[tok->attr_len++] = *p++;
    }
    return xp_tok_reconsume(tok, XP_ST_attribute_name, p);
}

/* 13.2.5.33 Attribute name state. */
const char *xp_st_attribute_name(xp_tok *tok, const char *p, const char *end)
{
    for (; p < end; p++) {
        if (*p == '=' || xp_ends_name(*p)) {
            end_of_attribute_name(tok);
            if (*p == '=')
                return xp_tok_switch(tok, XP_ST_before_attribute_value, p);
            return xp_tok_reconsume(tok, XP_ST_after_attribute_name, p);
        }
        if (tok->attr_len < XP_ATTR_MAX)
            tok->attr_name[tok->attr_len++] = xp_lower(*p);
        else
            tok->attr_len = XP_ATTR_MAX + 1;
    }
    return p;
}

/* 13.2.5.34 After attribute name state; and, since both do the same with '/' and '>', the end of 13.2.5.32. */
const char *xp_st_after_attribute_name(xp_tok *tok, const char *p, const char *end)
{
    while (p < end && xp_is_space(*p))
        p++;
    if (p >= end)
        return p;
    if (*p == '=')
        return xp_tok_switch(tok, XP_ST_before_attribute_value, p);
    end_of_attribute(tok); /* it has no value */
    if (*p == '/')
        return xp_tok_switch(tok, XP_ST_self_closing_start_tag, p);
    if (*p == '>')
        return emit_tag(tok, p);
    return xp_tok_reconsume(tok, XP_ST_before_attribute_name, p);
}

/* 13.2.5.35 Before attribute value state. */
const char *xp_st_before_attribute_value(xp_tok *tok, const char *p, const char *end)
{
    while (p < end && xp_is_space(*p))
        p++;
    if (p >= end)
        return p;
    if (*p == '"' || *p == '\'') {
        tok->quote = *p;
        return xp_tok_switch(tok, XP_ST_attribute_value_quoted, p);
    }
    return xp_tok_reconsume(tok, XP_ST_attribute_value_unquoted, p); /* which ends at once at a '>' */
}

/* 13.2.5.36 and 37 Attribute value (double-quoted) and (single-quoted) states. */
const char *xp_st_attribute_value_quoted(xp_tok *tok, const char *p, const char *end)
{
    const char *quote = xp_skip_to(p, end, tok->quote);

    keep_value(tok, p, quote);
    if (quote >= end)
        return end;
    end_of_attribute(tok);
    return xp_tok_switch(tok, XP_ST_after_attribute_value_quoted, quote);
}

/* 13.2.5.38 Attribute value (unquoted) state. */
const char *xp_st_attribute_value_unquoted(xp_tok *tok, const char *p, const char *end)
{
    const char *stop = p;

    while (stop < end && *stop != '>' && !xp_is_space(*stop))
        stop++;
    keep_value(tok, p, stop);
    if (stop >= end)
        return end;
    end_of_attribute(tok);
    return xp_tok_reconsume(tok, XP_ST_before_attribute_name, stop);
}

/* 13.2.5.39 After attribute value (quoted) state: a missing space is a parse error and nothing else. */
const char *xp_st_after_attribute_value_quoted(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    return xp_tok_reconsume(tok, XP_ST_before_attribute_name, p);
}

/* 13.2.5.40 Self-closing start tag state. */
const char *xp_st_self_closing_start_tag(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '>') {
        tok->self_closing = true;
        return emit_tag(tok, p);
    }
    return xp_tok_reconsume(tok, XP_ST_before_attribute_name, p);
}

/* ---- RCDATA, RAWTEXT, PLAINTEXT ----------------------------------------------------------------------------------------- */

void xp_tok_hold(xp_tok *tok, char c)
{
    tok->held[tok->nheld++] = c;
}

void xp_tok_release(xp_tok *tok)
{
    xp_tok_raw(tok, tok->held, tok->held + tok->nheld);
    tok->nheld = 0;
}

const char *xp_tok_end_raw(xp_tok *tok, xp_tok_state less_than, const char *lt, const char *end)
{
    const char *name = xp_element_text((xp_element)tok->raw_el);
    size_t len = strlen(name);

    tok->from = xp_tok_offset(tok, lt);
    if ((size_t)(end - lt) <= len + 2) {
        tok->nheld = 0;
        xp_tok_hold(tok, '<');
        return xp_tok_switch(tok, less_than, lt);
    }
    xp_tok_begin_tag(tok, true);
    memcpy(tok->name, name, len);
    tok->name_len = (uint8_t)len;
    tok->el = (xp_element)tok->raw_el;
    tok->state = XP_ST_before_attribute_name;
    return xp_st_before_attribute_name(tok, lt + 2 + len, end);
}

/* 13.2.5.2 RCDATA and 13.2.5.3 RAWTEXT states: character references apart, which nobody reads here, they are the same.
 * A '<' that is known to begin no end tag is text and does not end the run. */
const char *xp_st_raw_text(xp_tok *tok, const char *p, const char *end)
{
    const char *lt = xp_skip_to(p, end, '<'), *name = xp_element_text((xp_element)tok->raw_el);

    while (end - lt >= 2 && !(lt[1] == '/' && xp_may_be_name(lt + 2, end, name)))
        lt = xp_skip_to(lt + 1, end, '<');
    xp_tok_raw(tok, p, lt);
    return lt < end ? xp_tok_end_raw(tok, XP_ST_raw_text_less_than_sign, lt, end) : end;
}

static xp_tok_state raw_state(const xp_tok *tok)
{
    if (tok->raw_el != XP_EL_SCRIPT)
        return XP_ST_raw_text;
    return tok->escaped ? XP_ST_script_data_escaped : XP_ST_script_data;
}

/* 13.2.5.9 RCDATA and 13.2.5.12 RAWTEXT less-than sign states. */
const char *xp_st_raw_text_less_than_sign(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '/') {
        xp_tok_hold(tok, '/');
        return xp_tok_switch(tok, XP_ST_raw_text_end_tag_open, p);
    }
    xp_tok_release(tok);
    return xp_tok_reconsume(tok, XP_ST_raw_text, p);
}

/* 13.2.5.10, 13, 16 and 24 … end tag open states. In the script data escaped state what follows a failure is that state. */
const char *xp_st_raw_text_end_tag_open(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    xp_tok_begin_tag(tok, true);
    return xp_tok_reconsume(tok, XP_ST_raw_text_end_tag_name, p);
}

/* 13.2.5.11, 14, 17 and 25 … end tag name states: only the end tag of the element itself ends its text. */
const char *xp_st_raw_text_end_tag_name(xp_tok *tok, const char *p, const char *end)
{
    const char *want = xp_element_text((xp_element)tok->raw_el);

    for (; p < end; p++) {
        char c = xp_lower(*p), next = want[tok->name_len];

        if (next == '\0' && (c == '>' || c == '/' || xp_is_space(c))) {
            tok->el = (xp_element)tok->raw_el;
            tok->nheld = 0;
            return xp_tok_reconsume(tok, XP_ST_before_attribute_name, p);
        }
        if (next == '\0' || c != next) {
            xp_tok_release(tok);
            return xp_tok_reconsume(tok, raw_state(tok), p);
        }
        tok->name[tok->name_len++] = c;
        xp_tok_hold(tok, *p);
    }
    return p;
}

/* 13.2.5.5 PLAINTEXT state: there is no way out. */
const char *xp_st_plaintext(xp_tok *tok, const char *p, const char *end)
{
    xp_tok_raw(tok, p, end);
    return end;
}
