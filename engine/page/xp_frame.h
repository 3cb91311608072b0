/* <iframe srcdoc>: a document in an attribute, whatever the frame's src says (HTML 4.8.5). The frame goes only as a whole, and only if its
 * document holds nothing but what would go if it stood in the page. */
#ifndef XP_FRAME_H
#define XP_FRAME_H

#include "xp_edits.h"

/* Judges the document, which is there as a whole: for whom the frame goes; vendor -1 if it stays. `value` is the room for attribute values
 * (see xp_tok_init). `doublebyte`: the page is in a charset of that kind. `unseen`: so is the frame, whose document may hold paragraphs. */
xp_hit xp_frame_judge(xp_edits *edits, char *value, const char *document, size_t len, bool doublebyte, bool unseen);

#endif
