/* Comment-marked blocks: `<!-- begin -->` … `<!-- end -->`, removed as one unit.
 *
 * Between a site's own comments everything goes but white space and comments, element by element, once the end marker is there.
 * Between a vendor's, the elements go that hold anything of the vendor's, whatever else they do: the markers say whose code it is.
 * Until the end marker nothing within is settled, and cuts that are decided within wait. No end marker, tags that do not balance, or
 * more than there is room for: then it is no block, and the waiting cuts are carried out as if it had never been one. What we have
 * taken out before still counts for that, by its comment: or a second time the rest would find room.
 */
#ifndef XP_BLOCK_H
#define XP_BLOCK_H

#include "xp_edits.h"
#include "../html/xp_tree.h"

enum { XP_BLOCK_CUTS = 8 };

typedef struct {
    xp_cut_fn put;
    void *ctx;
    int row;       /* of the markers; -1: no block is open */
    uint64_t from; /* where the begin marker ends */
    uint64_t run;  /* where the element or text at the block's own level began */
    bool in_run, in_text;
    bool in_head; /* see xp_cut */
    bool all;     /* a site's block: everything goes */
    bool hold;    /* … or, in a held page, what loads or runs waits: those are cuts of their own */
    bool vouched; /* this run holds something of a vendor's */
    bool marked;  /* … or what we have put in place of it */
    bool kept;    /* … or what the site says is to stay: it stays as a whole, but for what goes of it anyway */
    xp_hit hit;
    uint8_t ndecided, nruns;
    uint8_t ngone, nmarked;        /* so many of either there were once */
    xp_cut decided[XP_BLOCK_CUTS]; /* what goes anyway */
    xp_cut runs[XP_BLOCK_CUTS];    /* what goes if it is a block */
    xp_stack open;                 /* elements open within */
} xp_block;

void xp_block_init(xp_block *block, xp_cut_fn put, void *ctx);

void xp_block_begin(xp_block *block, int row, xp_hit hit, bool all, uint64_t from);

/* What happens within. Each may end the block's being one. `in_head`: see xp_cut. `ours`: we have put it in ourselves, and it stays.
 * `keep`: it stays, wherever it is within. `fixed`: no text can change where the document has got to. */
void xp_block_start_tag(xp_block *block, const xp_tree_tag *tag, uint64_t from, uint64_t to, bool in_head, bool ours,
                        bool keep);
void xp_block_end_tag(xp_block *block, const xp_tree_tag *tag, uint64_t from, uint64_t to);
void xp_block_text(xp_block *block, const char *text, size_t len, uint64_t from, bool fixed);
void xp_block_comment(xp_block *block, const char *text, size_t len, uint64_t from);

/* Something of a vendor's was found in the element that is open. */
void xp_block_vouch(xp_block *block);

/* Something that stays was found in the element that is open. */
void xp_block_keep(xp_block *block);

/* Something was found that has been decided and carried out before. */
void xp_block_gone(xp_block *block);

/* From here on blocks are a held page's: nothing goes but what is cut, and of that some only if the block is one (xp_cut, in_block). */
void xp_block_hold(xp_block *block);

/* A decided cut: waits while a block is open, else is put at once. */
void xp_block_cut(xp_block *block, const xp_cut *cut);

void xp_block_end(xp_block *block);   /* the end marker is there */
void xp_block_abort(xp_block *block); /* it is no block */

#endif
