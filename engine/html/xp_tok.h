/* The tokenizer: bytes in, tags, comments and raw text out, in stream offsets (WHATWG HTML 13.2.5).
 *
 * It follows the standard's states as far as they decide where a token begins and ends and what it is called; states that differ
 * only in parse errors or in a token's data that nobody reads are one here, and say so. The chunks may be of any size: nothing
 * but an xp_tok is kept. What a tree builder would feed back (which content model follows a start tag, whether CDATA
 * sections exist) is asked from the sink, so that this file knows nothing of trees.
 */
#ifndef XP_TOK_H
#define XP_TOK_H

#include "xp_token.h"

/* Begins at `offset` of the stream, in the data state. */
void xp_tok_init(xp_tok *tok, const xp_sink *sink, void *ctx, char *value, uint64_t offset);

void xp_tok_feed(xp_tok *tok, const char *bytes, size_t len);

/* For sinks that need not know: of an end tag, a comment, text; and where there is nothing but HTML. */
void xp_tok_no_end_tag(void *ctx, xp_element el, uint64_t end);
void xp_tok_no_comment(void *ctx, const char *text, size_t len, uint64_t end);
void xp_tok_no_text(void *ctx, const char *text, size_t len);
bool xp_tok_not_foreign(void *ctx);

/* True outside of any tag, comment, declaration or raw text. */
bool xp_tok_at_rest(const xp_tok *tok);

/* Between two pieces: how far raw text surely goes; or where it ends, if its end tag is being read. */
uint64_t xp_tok_text_end(const xp_tok *tok);

/* The offset at which the tag begins that is being read, or what may become one or text; else how far the stream has been read. */
uint64_t xp_tok_begun(const xp_tok *tok);

/* The offset from which an undecided token may begin: bytes before it belong to tokens that have been handed out. */
uint64_t xp_tok_settled(const xp_tok *tok);

#endif
