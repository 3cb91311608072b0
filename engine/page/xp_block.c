/* Comment-marked blocks: see xp_block.h. */
#include "xp_block.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

void xp_block_init(xp_block *block, xp_cut_fn put, void *ctx)
{
    memset(block, 0, sizeof *block);
    block->put = put;
    block->ctx = ctx;
    block->row = -1;
}

void xp_block_begin(xp_block *block, int row, xp_hit hit, bool all, uint64_t from)
{
    block->row = row;
    block->hit = hit;
    block->all = all;
    block->from = from;
    block->in_run = block->in_text = false;
    block->ndecided = block->nruns = block->ngone = block->nmarked = 0;
    block->open.used = 0;
}

void xp_block_hold(xp_block *block)
{
    block->hold = true;
}

/* Whether there is nothing to do but for the block's sake. */
static bool is_block_only(const xp_cut *cut)
{
    return cut->in_block && cut->form == XP_FORM_HELD;
}

void xp_block_abort(xp_block *block)
{
    int n = block->row < 0 ? 0 : block->ndecided;

    block->row = -1;
    for (int i = 0; i < n; i++)
        if (!is_block_only(&block->decided[i]))
            block->put(block->ctx, &block->decided[i]);
}

void xp_block_cut(xp_block *block, const xp_cut *cut)
{
    if (block->row >= 0 && block->ndecided + block->ngone == XP_BLOCK_CUTS)
        xp_block_abort(block);
    if (block->row >= 0)
        block->decided[block->ndecided++] = *cut;
    else if (!is_block_only(cut))
        block->put(block->ctx, cut);
    block->vouched = true;
}

void xp_block_vouch(xp_block *block)
{
    block->vouched = true;
}

void xp_block_keep(xp_block *block)
{
    block->kept = true;
}

void xp_block_gone(xp_block *block)
{
    if (block->row < 0)
        return;
    if (block->ndecided + block->ngone == XP_BLOCK_CUTS)
        xp_block_abort(block);
    else
        block->ngone++;
    block->vouched = true;
}

static void begin_run(xp_block *block, uint64_t from, bool in_head)
{
    if (block->in_run)
        return;
    block->in_run = true;
    block->in_head = in_head;
    block->vouched = block->all;
    block->marked = block->kept = false;
    block->run = from;
}

static void end_run(xp_block *block, uint64_t to)
{
    xp_cut cut = { .from = block->run,
                   .to = to,
                   .pattern = block->hit.pattern,
                   .vendor = (int16_t)block->hit.vendor,
                   .form = XP_FORM_BLOCK,
                   .in_head = block->in_head,
                   .nonced = true }; /* whichever of the elements has it */

    block->in_run = block->in_text = false;
    if (block->hold || block->kept || (!block->vouched && !block->marked))
        return;
    if (block->nruns + block->nmarked == XP_BLOCK_CUTS)
        xp_block_abort(block);
    else if (block->vouched)
        block->runs[block->nruns++] = cut;
    else
        block->nmarked++;
}

/* Bare text ends where the next token begins. */
static void end_text(xp_block *block, uint64_t to)
{
    if (block->in_text)
        end_run(block, to);
}

/* Elements that are no block's: a part of the document, of a table outside, or foreign content. */
static bool is_beyond(const xp_block *block, xp_element el)
{
    return el == XP_EL_SVG || el == XP_EL_MATH || el == XP_EL_BODY || el == XP_EL_HTML || el == XP_EL_HEAD ||
           (!block->open.used && (xp_element_flags(el) & XP_F_TABLE));
}

void xp_block_start_tag(xp_block *block, const xp_tree_tag *tag, uint64_t from, uint64_t to, bool in_head, bool ours,
                        bool keep)
{
    if (block->row < 0)
        return;
    end_text(block, from);
    begin_run(block, from, in_head);
    if (ours && !block->open.used)
        block->vouched = false;
    block->kept |= keep;
    if (is_beyond(block, tag->el))
        xp_block_abort(block);
    else if (!(xp_element_flags(tag->el) & XP_F_VOID) && !xp_stack_push(&block->open, tag->name, tag->len, 0))
        xp_block_abort(block);
    else if (!block->open.used)
        end_run(block, to);
}

void xp_block_end_tag(xp_block *block, const xp_tree_tag *tag, uint64_t from, uint64_t to)
{
    if (block->row < 0)
        return;
    end_text(block, from);
    if (!xp_stack_top_is(&block->open, tag->name, tag->len)) {
        xp_block_abort(block);
        return;
    }
    xp_stack_pop(&block->open);
    if (!block->open.used)
        end_run(block, to);
}

void xp_block_text(xp_block *block, const char *text, size_t len, uint64_t from, bool fixed)
{
    if (block->row < 0 || block->in_run)
        return;
    for (size_t i = 0; i < len; i++)
        if (!xp_is_space(text[i])) {
            begin_run(block, from + i, false);
            block->in_text = true;
            if (!fixed)
                xp_block_abort(block);
            return;
        }
}

static bool is_ours(const char *text, size_t len)
{
    static const char MARK[] = "xpurpose: ";

    return len >= sizeof MARK - 1 && !memcmp(text, MARK, sizeof MARK - 1);
}

void xp_block_comment(xp_block *block, const char *text, size_t len, uint64_t from)
{
    bool alone;

    if (block->row < 0)
        return;
    end_text(block, from);
    if (!is_ours(text, len))
        return;
    if (block->ndecided + block->ngone == XP_BLOCK_CUTS) {
        xp_block_abort(block);
        return;
    }
    block->ngone++;
    alone = !block->in_run;
    begin_run(block, from, false);
    block->marked = true;
    if (alone) {
        block->vouched = false; /* a comment stays */
        end_run(block, from);
    }
}

/* What was decided before `to`, and outside of what goes anyway: from `n` on. */
static int put_decided(xp_block *block, int n, uint64_t to)
{
    for (; n < block->ndecided && block->decided[n].from < to; n++) {
        if (block->decided[n].in_block)
            block->decided[n].form = XP_FORM_HELD;
        block->put(block->ctx, &block->decided[n]);
    }
    return n;
}

void xp_block_end(xp_block *block)
{
    int n = 0;

    if (block->open.used) {
        xp_block_abort(block);
        return;
    }
    block->row = -1;
    for (int i = 0; i < block->nruns; i++) {
        n = put_decided(block, n, block->runs[i].from);
        while (n < block->ndecided && block->decided[n].from < block->runs[i].to)
            n++;
        block->put(block->ctx, &block->runs[i]);
    }
    put_decided(block, n, UINT64_MAX);
}
