/* The tokenizer itself: from state to state until the chunk ends. */
#include "xp_tok.h"

#include <string.h>

#include "xp_tok_states.h"

void xp_tok_init(xp_tok *tok, const xp_sink *sink, void *ctx, char *value, uint64_t offset)
{
    memset(tok, 0, sizeof *tok);
    tok->sink = sink;
    tok->ctx = ctx;
    tok->value = value;
    tok->value_max = XP_VALUE_MAX;
    tok->base = offset;
    tok->from = offset;
    tok->state = XP_ST_data;
    tok->wanted = XP_F_HOT;
}

void xp_tok_feed(xp_tok *tok, const char *bytes, size_t len)
{
    static const char *(*const STEP[XP_ST_COUNT])(xp_tok *, const char *, const char *) = {
#define XP_ROW(name) xp_st_##name,
        XP_STATES(XP_ROW)
#undef XP_ROW
    };
    const char *p = bytes, *end = bytes + len;

    tok->chunk = bytes;
    while (p < end && !tok->stopped)
        p = STEP[tok->state](tok, p, end);
    tok->base += len;
    tok->chunk = NULL;
}

bool xp_tok_at_rest(const xp_tok *tok)
{
    return tok->state == XP_ST_data;
}

static bool in_tag(const xp_tok *tok)
{
    return tok->state > XP_ST_end_tag_open && tok->state <= XP_ST_self_closing_start_tag;
}

uint64_t xp_tok_text_end(const xp_tok *tok)
{
    return in_tag(tok) ? tok->from : tok->base - tok->nheld;
}

uint64_t xp_tok_begun(const xp_tok *tok)
{
    if (in_tag(tok) || tok->state == XP_ST_tag_open || tok->state == XP_ST_end_tag_open)
        return tok->from;
    return tok->base - tok->nheld;
}

/* Only a start tag may begin an edit, and only one that matters. */
uint64_t xp_tok_settled(const xp_tok *tok)
{
    bool named = tok->state > XP_ST_tag_name;

    if (tok->state == XP_ST_tag_open)
        return tok->from;
    if (!in_tag(tok) || tok->is_end || (named && !xp_tok_wants(tok, tok->el)))
        return tok->base;
    return tok->from;
}

void xp_tok_no_end_tag(void *ctx, xp_element el, uint64_t end)
{
    (void)ctx;
    (void)el;
    (void)end;
}

void xp_tok_no_comment(void *ctx, const char *text, size_t len, uint64_t end)
{
    (void)ctx;
    (void)text;
    (void)len;
    (void)end;
}

void xp_tok_no_text(void *ctx, const char *text, size_t len)
{
    (void)ctx;
    (void)text;
    (void)len;
}

bool xp_tok_not_foreign(void *ctx)
{
    (void)ctx;
    return false;
}
