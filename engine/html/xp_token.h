/* What the tokenizer hands out, to whom, and what it keeps from byte to byte. */
#ifndef XP_TOKEN_H
#define XP_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "xp_names.h"

enum {
    /* bytes of an attribute's value or of a comment that are kept for judging; the rest is passed over */
    XP_VALUE_MAX = 768,
    XP_HELD_MAX = 12 /* "</" and an element name that may end raw text */
};

typedef enum { XP_MODEL_DATA, XP_MODEL_RCDATA, XP_MODEL_RAWTEXT, XP_MODEL_SCRIPT, XP_MODEL_PLAINTEXT } xp_model;

typedef struct xp_tok xp_tok;

/* Where tokens go. Offsets are in xp_tok; values are valid during the call. */
typedef struct {
    /* A start tag's attribute has ended (the first of its name only): `value` has its character references decoded, and `cut`
     * says that it was longer than tok->value_max. Called for elements with XP_F_ATTRS; for names that are none of ours (XP_AT_OTHER)
     * only if tok->asks has their first letter and tok->asks_of the element. How the name is spelled is in tok->name_at and named_len. */
    void (*attr)(void *ctx, xp_attr attr, const char *value, size_t len, bool cut);
    /* A start tag [tok->from, end) has ended: which content model follows? */
    xp_model (*start_tag)(void *ctx, xp_element el, bool self_closing, uint64_t end);
    /* An end tag [tok->from, end) has ended. */
    void (*end_tag)(void *ctx, xp_element el, uint64_t end);
    /* A comment [tok->from, end) has ended; its text up to XP_VALUE_MAX bytes. */
    void (*comment)(void *ctx, const char *text, size_t len, uint64_t end);
    /* A piece of text: in data state only if tok->see_text, in raw text (RCDATA, RAWTEXT, script) only if tok->see_raw. */
    void (*text)(void *ctx, const char *text, size_t len);
    /* Is the adjusted current node outside the HTML namespace? Then <![CDATA[ begins a CDATA section. Asked at "<![" only. */
    bool (*foreign)(void *ctx);
} xp_sink;

struct xp_tok {
    const xp_sink *sink;
    void *ctx;
    /* A DOCTYPE [from, end) has ended; what stands in it up to XP_VALUE_MAX bytes. NULL: nobody asks. */
    void (*on_doctype)(void *ctx, const char *text, size_t len, uint64_t end);
    /* Where those are dull, a script element (`from` and `len` of the piece that is being fed) may be handed out whole. */
    void (*on_script)(void *ctx, const char *from, size_t len);
    char *value;       /* value_max bytes, which two tokenizers may share if they never read a tag at the same time */
    const char *chunk; /* the piece that is being read … */
    uint64_t base;     /* … and its stream offset */
    uint64_t from;     /* where the token that is being read begins */
    uint8_t state;
    bool stopped;  /* the rest is not looked at */
    bool all_tags; /* the sink wants every tag, not only those with a flag of `wanted` */
    bool see_text, see_raw;
    bool
        body_only; /* where neither every tag nor text is wanted, only names with XP_F_BODY are, and `wanted` says so */
    bool is_end, self_closing; /* the tag that is being read */
    bool reading;              /* the attribute's value is kept */
    bool value_cut;
    bool doctype; /* there was one */
    bool dull;    /* the sink has no use for link, meta, style and title, of which a head is full */
    bool escaped; /* a failed end tag goes back to the script data escaped state */
    char quote;
    uint8_t name_len; /* XP_NAME_MAX + 1: longer than any name of ours */
    uint8_t attr_len; /* likewise */
    uint8_t raw_el;   /* the element whose end tag ends the raw text */
    uint8_t nheld;
    uint8_t attr;
    uint16_t value_len;
    uint16_t value_max; /* bytes of a value that are kept: XP_VALUE_MAX if nobody says otherwise */
    uint16_t wanted;    /* flags of elements */
    uint16_t named_len;
    bool asked; /* the attribute's name may be one of those */
    const char
        *name_at;     /* the name of the attribute that is handed out, in whatever case; no longer one is any of ours */
    uint32_t seen;    /* attributes of this tag so far, a bit each */
    uint32_t asks;    /* first letters of other names that the sink wants to see, by their low five bits, … */
    uint32_t asks_of; /* … and of which elements, likewise */
    xp_element el;
    char name[XP_NAME_MAX + 1]; /* lower case, padded with NULs */
    char attr_name[XP_ATTR_MAX + 1];
    char held[XP_HELD_MAX]; /* bytes since a '<' in raw text that may begin its end tag */
};

#endif
