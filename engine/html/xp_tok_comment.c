/* The tokenizer's comment, DOCTYPE and CDATA states. */
#include <string.h>

#include "../bytes/xp_skip.h"
#include "xp_tok_states.h"

static void keep_comment(xp_tok *tok, const char *p, const char *end)
{
    size_t room = (size_t)(XP_VALUE_MAX - tok->value_len), len = (size_t)(end - p);

    if (len > room)
        len = room;
    memcpy(tok->value + tok->value_len, p, len);
    tok->value_len = (uint16_t)(tok->value_len + len);
}

/* The '>' at p ends the comment. */
static const char *emit_comment(xp_tok *tok, const char *p)
{
    tok->sink->comment(tok->ctx, tok->value, tok->value_len, xp_tok_offset(tok, p + 1));
    return xp_tok_switch(tok, XP_ST_data, p);
}

/* 13.2.5.41 Bogus comment state. */
const char *xp_st_bogus_comment(xp_tok *tok, const char *p, const char *end)
{
    const char *gt = xp_skip_to(p, end, '>');

    return gt < end ? emit_comment(tok, gt) : end;
}

/* The first '-' in [p, end) that another one follows, or the last byte, or end. */
static const char *find_dashes(const char *p, const char *end)
{
    const char *dash = xp_skip_to(p, end, '-');

    while (end - dash >= 2 && dash[1] != '-')
        dash = xp_skip_to(dash + 2, end, '-');
    return dash;
}

/* Behind the comment whose "<!--" ends at p, if it is of the usual kind and lies within the chunk; else NULL. */
static const char *whole_comment(xp_tok *tok, const char *p, const char *end)
{
    const char *dash = p;
    size_t len;

    if (end - p < 3 || *p == '>' || (*p == '-' && p[1] != '-'))
        return NULL;
    dash = find_dashes(p, end);
    if (end - dash < 3 || dash[2] != '>')
        return NULL;
    len = dash - p < XP_VALUE_MAX ? (size_t)(dash - p) : XP_VALUE_MAX;
    tok->state = XP_ST_data;
    tok->sink->comment(tok->ctx, p, len, xp_tok_offset(tok, dash + 3));
    return dash + 3;
}

/* Behind "DOCTYPE", if that is what stands at p, and within the chunk; else NULL. */
static const char *whole_doctype(xp_tok *tok, const char *p, const char *end)
{
    static const char WORD[8] = "doctype";
    const size_t len = sizeof WORD - 1;

    if (end - p < (ptrdiff_t)sizeof WORD || (xp_lower8(xp_load8(p)) & xp_first8(len)) != xp_load8(WORD))
        return NULL;
    tok->value_len = 0;
    tok->doctype = true;
    return xp_tok_switch(tok, XP_ST_doctype, p + len - 1);
}

/* Whether the bytes held so far and c begin `word`, of which at least one byte is left. */
static bool leads_to(const xp_tok *tok, const char *word, char c, bool fold)
{
    size_t n = tok->nheld;

    if (n >= strlen(word) || word[n] != (fold ? xp_lower(c) : c))
        return false;
    for (size_t i = 0; i < n; i++)
        if (word[i] != (fold ? xp_lower(tok->held[i]) : tok->held[i]))
            return false;
    return true;
}

/* 13.2.5.42 Markup declaration open state: "--", "DOCTYPE" in any case, or, in foreign content, "[CDATA[". */
const char *xp_st_markup_declaration_open(xp_tok *tok, const char *p, const char *end)
{
    const char *behind = NULL;
    char first = tok->nheld ? tok->held[0] : *p;
    bool cdata = first == '[' && tok->sink->foreign(tok->ctx);

    if (!tok->nheld && end - p >= 2 && p[0] == '-' && p[1] == '-')
        behind = whole_comment(tok, p + 2, end);
    else if (!tok->nheld)
        behind = whole_doctype(tok, p, end);
    if (behind)
        return behind;
    for (; p < end; p++) {
        if (!leads_to(tok, "--", *p, false) && !leads_to(tok, "doctype", *p, true) &&
            !(cdata && leads_to(tok, "[CDATA[", *p, false))) {
            tok->value_len = tok->nheld = 0; /* these bytes hold no '>', and nobody reads a bogus comment's text */
            return xp_tok_reconsume(tok, XP_ST_bogus_comment, p);
        }
        xp_tok_hold(tok, *p);
        if (first == '-' && tok->nheld == 2) {
            tok->value_len = tok->nheld = 0;
            return xp_tok_switch(tok, XP_ST_comment_start, p);
        }
        if (tok->nheld == 7) {
            tok->value_len = tok->nheld = 0;
            tok->doctype |= first != '[';
            return xp_tok_switch(tok, first == '[' ? XP_ST_cdata_section : XP_ST_doctype, p);
        }
    }
    return p;
}

/* 13.2.5.43 Comment start state. */
const char *xp_st_comment_start(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '-')
        return xp_tok_switch(tok, XP_ST_comment_start_dash, p);
    return *p == '>' ? emit_comment(tok, p) : xp_tok_reconsume(tok, XP_ST_comment, p);
}

/* 13.2.5.44 Comment start dash state. */
const char *xp_st_comment_start_dash(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '-')
        return xp_tok_switch(tok, XP_ST_comment_end, p);
    return *p == '>' ? emit_comment(tok, p) : xp_tok_reconsume(tok, XP_ST_comment, p);
}

/* 13.2.5.45 Comment state. The less-than sign states 13.2.5.46 to 49 count dashes as this one does and differ in parse errors only. */
const char *xp_st_comment(xp_tok *tok, const char *p, const char *end)
{
    const char *dash = find_dashes(p, end);

    keep_comment(tok, p, dash);
    return dash < end ? xp_tok_switch(tok, XP_ST_comment_end_dash, dash) : end;
}

/* 13.2.5.50 Comment end dash state. */
const char *xp_st_comment_end_dash(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '-')
        return xp_tok_switch(tok, XP_ST_comment_end, p);
    keep_comment(tok, "-", &"-"[1]);
    return xp_tok_reconsume(tok, XP_ST_comment, p);
}

/* 13.2.5.51 Comment end state. */
const char *xp_st_comment_end(xp_tok *tok, const char *p, const char *end)
{
    while (p < end && *p == '-')
        p++;
    if (p >= end)
        return p;
    if (*p == '>')
        return emit_comment(tok, p);
    if (*p == '!')
        return xp_tok_switch(tok, XP_ST_comment_end_bang, p);
    return xp_tok_reconsume(tok, XP_ST_comment, p);
}

/* 13.2.5.52 Comment end bang state. */
const char *xp_st_comment_end_bang(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '-')
        return xp_tok_switch(tok, XP_ST_comment_end_dash, p);
    return *p == '>' ? emit_comment(tok, p) : xp_tok_reconsume(tok, XP_ST_comment, p);
}

/* 13.2.5.53 to 68, the DOCTYPE states: whatever they hold, and in quotes too, a '>' ends them. */
const char *xp_st_doctype(xp_tok *tok, const char *p, const char *end)
{
    const char *gt = xp_skip_to(p, end, '>');

    if (tok->on_doctype)
        keep_comment(tok, p, gt);
    if (gt >= end)
        return end;
    if (tok->on_doctype)
        tok->on_doctype(tok->ctx, tok->value, tok->value_len, xp_tok_offset(tok, gt + 1));
    return xp_tok_switch(tok, XP_ST_data, gt);
}

/* 13.2.5.69 CDATA section state. */
const char *xp_st_cdata_section(xp_tok *tok, const char *p, const char *end)
{
    const char *bracket = xp_skip_to(p, end, ']');

    return bracket < end ? xp_tok_switch(tok, XP_ST_cdata_section_bracket, bracket) : end;
}

/* 13.2.5.70 CDATA section bracket state. */
const char *xp_st_cdata_section_bracket(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    return *p == ']' ? xp_tok_switch(tok, XP_ST_cdata_section_end, p) : xp_tok_reconsume(tok, XP_ST_cdata_section, p);
}

/* 13.2.5.71 CDATA section end state. */
const char *xp_st_cdata_section_end(xp_tok *tok, const char *p, const char *end)
{
    while (p < end && *p == ']')
        p++;
    if (p >= end)
        return p;
    return *p == '>' ? xp_tok_switch(tok, XP_ST_data, p) : xp_tok_reconsume(tok, XP_ST_cdata_section, p);
}
