/* Tree-builder feedback without a tree: see xp_tree.h for what is kept, docs/parsing.md for each case and its reason.
 *
 * Within foreign content the stack is kept strictly: an end tag that does not close the element on top of it (or, among foreign
 * elements, one below) may close anything in a real parser, so it is ambiguous. Well-formed pages never meet that.
 */
#include "xp_tree.h"

#include <string.h>

/* What stands on the stack beside a name: its namespace, and whether HTML may follow inside (13.2.6.5, integration points). */
enum {
    MARK_SVG = 1,
    MARK_MATH = 2,
    MARK_HTML = 4,
    MARK_HTML_POINT = 8,  /* HTML integration point */
    MARK_TEXT_POINT = 16, /* MathML text integration point */
    MARK_ANNOTATION = 32  /* annotation-xml: an svg in it is HTML's business */
};

bool xp_stack_push(xp_stack *stack, const char *name, size_t len, char mark)
{
    if (len > XP_NAME_MAX || stack->used + len + 2 > XP_STACK_BYTES)
        return false;
    memcpy(stack->bytes + stack->used, name, len);
    stack->used = (uint16_t)(stack->used + len + 2);
    stack->bytes[stack->used - 2] = mark;
    stack->bytes[stack->used - 1] = (char)len;
    return true;
}

void xp_stack_pop(xp_stack *stack)
{
    stack->used = (uint16_t)(stack->used - 2 - stack->bytes[stack->used - 1]);
}

bool xp_stack_top_is(const xp_stack *stack, const char *name, size_t len)
{
    return stack->used && (size_t)stack->bytes[stack->used - 1] == len &&
           !memcmp(stack->bytes + stack->used - 2 - len, name, len);
}

char xp_stack_mark(const xp_stack *stack)
{
    return stack->used ? stack->bytes[stack->used - 2] : '\0';
}

void xp_tree_init(xp_tree *tree)
{
    memset(tree, 0, sizeof *tree);
}

bool xp_tree_foreign(const xp_tree *tree)
{
    return tree->open.used && !(xp_stack_mark(&tree->open) & MARK_HTML);
}

bool xp_tree_plain(const xp_tree *tree)
{
    return !tree->open.used && !tree->templates && tree->body_begun && tree->no_frameset;
}

/* ---- How far the document has got ---------------------------------------------------------------------------------------- */

/* Start tags after which a frameset is ignored (13.2.6.4.7); those left out only make us more careful. */
static bool forbids_frameset(xp_element el)
{
    switch (el) {
    case XP_EL_PRE:
    case XP_EL_LISTING:
    case XP_EL_LI:
    case XP_EL_DD:
    case XP_EL_DT:
    case XP_EL_TABLE:
    case XP_EL_IMG:
    case XP_EL_IMAGE:
    case XP_EL_EMBED:
    case XP_EL_BR:
    case XP_EL_WBR:
    case XP_EL_AREA:
    case XP_EL_HR:
    case XP_EL_TEXTAREA:
    case XP_EL_XMP:
    case XP_EL_IFRAME:
    case XP_EL_SELECT: return true;
    default: return false;
    }
}

static void enter_body(xp_tree *tree)
{
    tree->head_begun = tree->head_ended = tree->body_begun = true;
}

/* An HTML start tag outside foreign content. */
static void note_progress(xp_tree *tree, xp_element el)
{
    bool head_only = (xp_element_flags(el) & XP_F_HEAD) && !(tree->head_ended && el == XP_EL_NOSCRIPT);

    if (forbids_frameset(el))
        tree->no_frameset = true;
    if (tree->templates)
        return;
    if (el == XP_EL_BODY && !tree->in_select)
        tree->no_frameset = true;
    if (!head_only)
        enter_body(tree);
    else if (el != XP_EL_HTML)
        tree->head_begun = true;
}

void xp_tree_text(xp_tree *tree, const char *text, size_t len)
{
    for (size_t i = 0; i < len && !tree->reference; i++) {
        char c = text[i];

        if (c == '&')
            tree->reference = true;
        else if (c != '\0' && c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') {
            tree->no_frameset = true;
            if (!tree->templates)
                enter_body(tree);
            return;
        }
    }
}

/* ---- HTML content --------------------------------------------------------------------------------------------------------- */

static xp_model model_of(xp_element el)
{
    unsigned flags = xp_element_flags(el);

    if (el == XP_EL_SCRIPT)
        return XP_MODEL_SCRIPT;
    if (el == XP_EL_PLAINTEXT)
        return XP_MODEL_PLAINTEXT;
    if (flags & XP_F_RCDATA)
        return XP_MODEL_RCDATA;
    return flags & XP_F_RAWTEXT ? XP_MODEL_RAWTEXT : XP_MODEL_DATA;
}

/* Whether parsers may differ on this start tag, or a stream cannot know what becomes of it. */
static bool start_is_ambiguous(const xp_tree *tree, xp_element el, xp_model model)
{
    bool changes = model != XP_MODEL_DATA || el == XP_EL_SVG || el == XP_EL_MATH;

    if (el == XP_EL_FRAMESET)
        return !tree->no_frameset;
    /* Parsers of before 2025 drop these within a select, later ones do not. */
    if (tree->in_select && changes && el != XP_EL_SCRIPT && el != XP_EL_TEXTAREA)
        return true;
    return tree->column_group && changes;
}

/* HTML elements inside an integration point, where the strict stack must know them. */
static bool push_html(xp_tree *tree, const xp_tree_tag *tag)
{
    unsigned flags = xp_element_flags(tag->el);

    switch (tag->el) {
    case XP_EL_HTML:
    case XP_EL_HEAD:
    case XP_EL_BODY:
    case XP_EL_FRAMESET:
    case XP_EL_FRAME: return false;
    default: break;
    }
    if (flags & XP_F_TABLE)
        return false; /* may close a cell outside of the svg: cells do not stop at integration points */
    if (flags & XP_F_VOID)
        return true;
    return xp_stack_push(&tree->open, tag->name, tag->len, MARK_HTML);
}

static bool start_html(xp_tree *tree, const xp_tree_tag *tag, xp_model *model)
{
    bool root = tag->el == XP_EL_SVG || tag->el == XP_EL_MATH;

    *model = model_of(tag->el);
    if (start_is_ambiguous(tree, tag->el, *model))
        return false;
    if (!tree->open.used)
        note_progress(tree, tag->el);
    if (tag->el == XP_EL_SELECT)
        tree->in_select = !tree->in_select;
    if (tag->el == XP_EL_TEMPLATE && ++tree->templates > 1000)
        return false;
    if (tree->templates && tag->el == XP_EL_COL)
        tree->column_group = true;
    if (root) {
        char mark = tag->el == XP_EL_SVG ? MARK_SVG : MARK_MATH;

        return tag->self_closing || xp_stack_push(&tree->open, tag->name, tag->len, mark);
    }
    return !tree->open.used || push_html(tree, tag);
}

static bool end_html(xp_tree *tree, const xp_tree_tag *tag)
{
    if (tree->open.used) {
        if (!xp_stack_top_is(&tree->open, tag->name, tag->len))
            return false;
        xp_stack_pop(&tree->open);
    }
    switch (tag->el) {
    case XP_EL_SELECT: tree->in_select = false; break;
    case XP_EL_TEMPLATE:
        tree->templates -= tree->templates > 0;
        tree->column_group = tree->column_group && tree->templates;
        break;
    case XP_EL_HEAD:
        if (!tree->templates)
            tree->head_begun = tree->head_ended = true;
        break;
    case XP_EL_BODY:
    case XP_EL_HTML:
    case XP_EL_BR:
        if (!tree->templates)
            enter_body(tree);
        break;
    default: break;
    }
    return true;
}

/* ---- Foreign content (13.2.6.5) ------------------------------------------------------------------------------------------- */

/* Is a start tag processed as HTML, by the tree construction dispatcher (13.2.6)? */
static bool start_is_html(const xp_tree *tree, const xp_tree_tag *tag)
{
    int mark = xp_stack_mark(&tree->open);

    if (!tree->open.used || mark & (MARK_HTML | MARK_HTML_POINT))
        return true;
    if (mark & MARK_TEXT_POINT)
        return tag->el != XP_EL_MGLYPH && tag->el != XP_EL_MALIGNMARK;
    return mark & MARK_ANNOTATION && tag->el == XP_EL_SVG;
}

static char foreign_mark(const xp_tree_tag *tag, int parent)
{
    int mark = parent & (MARK_SVG | MARK_MATH);

    switch (tag->el) {
    case XP_EL_FOREIGNOBJECT:
    case XP_EL_DESC:
    case XP_EL_TITLE: return (char)(mark & MARK_SVG ? mark | MARK_HTML_POINT : mark);
    case XP_EL_MI:
    case XP_EL_MO:
    case XP_EL_MN:
    case XP_EL_MS:
    case XP_EL_MTEXT: return (char)(mark & MARK_MATH ? mark | MARK_TEXT_POINT : mark);
    case XP_EL_ANNOTATION_XML:
        if (!(mark & MARK_MATH))
            return (char)mark;
        return (char)(mark | (tag->html ? MARK_HTML_POINT : MARK_ANNOTATION));
    default: return (char)mark;
    }
}

/* Leaves foreign elements until HTML goes on: at an integration point, an HTML element, or outside. */
static void break_out(xp_tree *tree)
{
    while (tree->open.used && !(xp_stack_mark(&tree->open) & (MARK_HTML | MARK_HTML_POINT | MARK_TEXT_POINT)))
        xp_stack_pop(&tree->open);
}

bool xp_tree_start(xp_tree *tree, const xp_tree_tag *tag, xp_model *model, bool *is_html)
{
    bool breakout = (xp_element_flags(tag->el) & XP_F_BREAKOUT) || (tag->el == XP_EL_FONT && tag->font);

    tree->reference = false;
    *is_html = start_is_html(tree, tag);
    if (!*is_html && breakout) {
        break_out(tree);
        *is_html = true;
    }
    if (*is_html)
        return start_html(tree, tag, model);
    *model = XP_MODEL_DATA;
    return tag->self_closing ||
           xp_stack_push(&tree->open, tag->name, tag->len, foreign_mark(tag, xp_stack_mark(&tree->open)));
}

bool xp_tree_end(xp_tree *tree, const xp_tree_tag *tag)
{
    uint16_t used = tree->open.used;

    tree->reference = false;
    if (!xp_tree_foreign(tree))
        return end_html(tree, tag);
    if (tag->el == XP_EL_P || tag->el == XP_EL_BR) {
        /* The tag makes an empty element of its own in HTML, or closes a p there: either way nothing that is kept here. */
        break_out(tree);
        return !tree->open.used || !(xp_stack_mark(&tree->open) & MARK_HTML);
    }
    while (tree->open.used && !(xp_stack_mark(&tree->open) & MARK_HTML)) {
        bool found = xp_stack_top_is(&tree->open, tag->name, tag->len);

        xp_stack_pop(&tree->open);
        if (found)
            return true;
    }
    tree->open.used = used;
    return false; /* it may close any HTML element further out, and the foreign ones with it */
}
