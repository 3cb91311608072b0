/* The tokenizer's states, shared by the files that hold them. Each state is one function, named after the standard's state, that takes
 * the rest of the chunk and returns where to go on; it may change tok->state. */
#ifndef XP_TOK_STATES_H
#define XP_TOK_STATES_H

#include "xp_token.h"

#define XP_STATES(X)                                                                                                   \
    X(data)                                                                                                            \
    X(tag_open)                                                                                                        \
    X(end_tag_open)                                                                                                    \
    X(tag_name)                                                                                                        \
    X(before_attribute_name)                                                                                           \
    X(attribute_name)                                                                                                  \
    X(after_attribute_name)                                                                                            \
    X(before_attribute_value)                                                                                          \
    X(attribute_value_quoted)                                                                                          \
    X(attribute_value_unquoted)                                                                                        \
    X(after_attribute_value_quoted)                                                                                    \
    X(self_closing_start_tag)                                                                                          \
    X(bogus_comment)                                                                                                   \
    X(markup_declaration_open)                                                                                         \
    X(comment_start)                                                                                                   \
    X(comment_start_dash)                                                                                              \
    X(comment)                                                                                                         \
    X(comment_end_dash)                                                                                                \
    X(comment_end)                                                                                                     \
    X(comment_end_bang)                                                                                                \
    X(doctype)                                                                                                         \
    X(cdata_section)                                                                                                   \
    X(cdata_section_bracket)                                                                                           \
    X(cdata_section_end)                                                                                               \
    X(raw_text)                                                                                                        \
    X(raw_text_less_than_sign)                                                                                         \
    X(raw_text_end_tag_open)                                                                                           \
    X(raw_text_end_tag_name)                                                                                           \
    X(plaintext)                                                                                                       \
    X(script_data)                                                                                                     \
    X(script_data_less_than_sign)                                                                                      \
    X(script_data_escape_start)                                                                                        \
    X(script_data_escape_start_dash)                                                                                   \
    X(script_data_escaped)                                                                                             \
    X(script_data_escaped_dash)                                                                                        \
    X(script_data_escaped_dash_dash)                                                                                   \
    X(script_data_escaped_less_than_sign)                                                                              \
    X(script_data_double_escape_start)                                                                                 \
    X(script_data_double_escaped)                                                                                      \
    X(script_data_double_escaped_dash)                                                                                 \
    X(script_data_double_escaped_dash_dash)                                                                            \
    X(script_data_double_escaped_less_than_sign)                                                                       \
    X(script_data_double_escape_end)

typedef enum {
#define XP_ENUM(name) XP_ST_##name,
    XP_STATES(XP_ENUM)
#undef XP_ENUM
        XP_ST_COUNT
} xp_tok_state;

#define XP_DECLARE(name) const char *xp_st_##name(xp_tok *tok, const char *p, const char *end);
XP_STATES(XP_DECLARE)
#undef XP_DECLARE

static inline uint64_t xp_tok_offset(const xp_tok *tok, const char *p)
{
    return tok->base + (uint64_t)(p - tok->chunk);
}

/* Goes to a state without taking the byte at p: the standard's "reconsume in". */
static inline const char *xp_tok_reconsume(xp_tok *tok, xp_tok_state state, const char *p)
{
    tok->state = (uint8_t)state;
    return p;
}

/* Takes the byte at p and goes to a state: the standard's "switch to". */
static inline const char *xp_tok_switch(xp_tok *tok, xp_tok_state state, const char *p)
{
    tok->state = (uint8_t)state;
    return p + 1;
}

/* Does the sink want this element's tags? */
static inline bool xp_tok_wants(const xp_tok *tok, xp_element el)
{
    return tok->all_tags || (xp_element_flags(el) & tok->wanted);
}

/* Hands a piece of raw text to the sink. */
static inline void xp_tok_raw(xp_tok *tok, const char *p, const char *end)
{
    if (tok->see_raw && p < end)
        tok->sink->text(tok->ctx, p, (size_t)(end - p));
}

/* At the '<' of what is, as far as the chunk tells, the raw text's end tag: reads the tag if its name is all there; else holds the '<'
 * and goes to the state that sees what follows. */
const char *xp_tok_end_raw(xp_tok *tok, xp_tok_state less_than, const char *lt, const char *end);

void xp_tok_begin_tag(xp_tok *tok, bool is_end); /* tok->from is set; the name follows */
void xp_tok_hold(xp_tok *tok, char c);           /* keeps a byte that may belong to raw text's end tag … */
void xp_tok_release(xp_tok *tok);                /* … and hands them to the sink after all */

#endif
