/* What a tree builder would tell the tokenizer, as far as a stream can know it (WHATWG HTML 13.2.6).
 *
 * There is no tree here. Kept are: the elements that are open since the outermost svg or math, how deep in templates we are,
 * whether a select may be open, and how far the document has got (head, body). An end tag in foreign content that closes nothing
 * there may close something further out, or nothing; then two readings are kept, and the page goes on as long as both see the same
 * tags. Where they would not, the answer is "ambiguous" and the rest of the page is left alone; docs/parsing.md lists every such case.
 */
#ifndef XP_TREE_H
#define XP_TREE_H

#include "xp_token.h"

/* A stack of names in a fixed number of bytes: for each, the name itself (so that two names are never taken for one). */
enum { XP_STACK_BYTES = 254 };

typedef struct {
    uint16_t used;
    char bytes[XP_STACK_BYTES];
} xp_stack;

bool xp_stack_push(xp_stack *stack, const char *name, size_t len, char mark); /* false: no room, or too long a name */
void xp_stack_pop(xp_stack *stack);
bool xp_stack_top_is(const xp_stack *stack, const char *name, size_t len);
char xp_stack_mark(const xp_stack *stack); /* of the top, or 0 if it is empty */

typedef struct {
    bool head_begun; /* a head is open, implied ones included, or is past */
    bool head_ended;
    bool body_begun;   /* the body is surely open */
    bool no_frameset;  /* the "frameset-ok flag" is surely "not ok" */
    bool in_select;    /* perhaps: it is never false where a select is open */
    bool doubt;        /* we are in `open`, or in HTML further out */
    bool loose;        /* `open` may hold more than is open; with doubt: and nothing is known but that */
    bool column_group; /* a <col> within a template: what follows may be dropped (13.2.6.4.12) */
    bool reference;    /* this text holds an '&', which may stand for white space */
    bool
        shadow_body; /* in the innermost shadow root something surely stands that only a body holds: see xp_tree_in_shadow() */
    uint8_t html; /* HTML elements in `open` */
    uint8_t
        shadows; /* of the templates that are open, so many from the outermost on are shadow roots and no templates */
    uint16_t names[2]; /* a bit for each foreign name in `open`, and beyond its last HTML element; more may be set */
    unsigned templates;
    unsigned select_in; /* templates that are open round the select */
    xp_stack open;      /* elements open since the outermost svg or math; empty outside */
} xp_tree;

typedef struct {
    xp_element el;
    const char *name; /* lower case */
    size_t len;       /* > XP_NAME_MAX: the name is longer than what is kept */
    bool self_closing;
    bool font;   /* has a color, face or size attribute */
    bool html;   /* has encoding="text/html" or "application/xhtml+xml" */
    bool hidden; /* has type="hidden" */
    bool shadow; /* has shadowrootmode="open" or "closed" */
} xp_tree_tag;

void xp_tree_init(xp_tree *tree);

typedef enum {
    XP_TREE_HTML,     /* an HTML element */
    XP_TREE_FOREIGN,  /* an SVG or MathML element, or perhaps one */
    XP_TREE_DOUBTFUL, /* a script of either kind: both see the same only if its text holds no '<' */
    XP_TREE_AMBIGUOUS
} xp_tree_kind;

/* The content model that follows an HTML start tag, with scripting on. */
xp_model xp_tree_model(xp_element el);

/* A start tag: gives the content model that follows. */
xp_tree_kind xp_tree_start(xp_tree *tree, const xp_tree_tag *tag, xp_model *model);

void xp_tree_end(xp_tree *tree, const xp_tree_tag *tag);

/* Text in the data state, in pieces. */
void xp_tree_text(xp_tree *tree, const char *text, size_t len);

/* The adjusted current node is not in the HTML namespace: CDATA sections exist. Nothing tells whether it is if doubtful. */
bool xp_tree_foreign(const xp_tree *tree);
bool xp_tree_doubtful(const xp_tree *tree);

/* Within a template that is one: what it holds is nothing but the page's to copy. */
static inline bool xp_tree_inert(const xp_tree *tree)
{
    return tree->templates > tree->shadows;
}

/* Within a shadow root, as a template with shadowrootmode begins one for the element that it stands in. Whether that may have one, and
 * has none yet, nobody knows without a tree; else there is a template, and nothing in it runs. */
static inline bool xp_tree_in_shadow(const xp_tree *tree)
{
    return tree->templates && !xp_tree_inert(tree);
}

/* The element whose start tag was the last, or the one that it stands in if it closed itself, is certainly svg's. */
bool xp_tree_in_svg(const xp_tree *tree);

/* A body that a frameset might still replace: of tags, those with hot names and with XP_F_FIXES matter, and text does. */
static inline bool xp_tree_calm(const xp_tree *tree)
{
    return !tree->open.used && !tree->templates && tree->body_begun && !tree->reference;
}

/* An ordinary body: only tags with hot names can change anything, and text cannot. */
static inline bool xp_tree_plain(const xp_tree *tree)
{
    return !tree->open.used && !tree->templates && tree->body_begun && tree->no_frameset;
}

#endif
