/* Tree-builder feedback without a tree: see xp_tree.h for what is kept, docs/parsing.md for each case and its reason.
 *
 * Two readings. Exact is the one in which `open` is what is open since the outermost svg or math. A tag may make that uncertain:
 *   doubt   an end tag closed nothing in foreign content: it was dropped, or closed an HTML element further out and all of the
 *           foreign content with it. Also an svg in a select, which parsers of before 2025 drop. `open` is exact in the first reading.
 *   loose   within an integration point tags were not closed in order, so that only a tree builder knows what is open. Every reading
 *           is in HTML, at some depth of `open`; after the end tag of a foreign element that may be open, doubt as well.
 * A start tag that breaks out of foreign content ends the doubt, and the end of `open` ends all uncertainty.
 */
#include "xp_tree.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

/* What stands on the stack beside a name: its namespace, and whether HTML may follow inside (13.2.6.5, integration points). */
enum {
    MARK_SVG = 1,
    MARK_MATH = 2,
    MARK_HTML = 4,
    MARK_HTML_POINT = 8,  /* HTML integration point */
    MARK_TEXT_POINT = 16, /* MathML text integration point */
    MARK_ANNOTATION = 32, /* annotation-xml: an svg in it is HTML's business */
    MARK_DOUBT = 64       /* an svg or math in doubt: open in both readings, while what is below it is so in one */
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

/* Whether an HTML element is open in an integration point, or seems to be: a tag may have closed it that only implies its end, as a
 * <div> does a <p>'s, and then the current node is foreign again. Other tags mean the same there. */
static bool has_html(const xp_tree *tree)
{
    return tree->html > 0;
}

/* ---- How far the document has got ---------------------------------------------------------------------------------------- */

/* A start tag after which a frameset is ignored, an input if it is seen; those left out only make us more careful. */
static bool forbids_frameset(const xp_tree_tag *tag)
{
    return (xp_element_flags(tag->el) & XP_F_FIXES) && tag->el != XP_EL_BODY &&
           (tag->el != XP_EL_INPUT || !tag->hidden);
}

static void enter_body(xp_tree *tree)
{
    tree->head_begun = tree->head_ended = tree->body_begun = true;
}

/* An HTML start tag outside foreign content. */
static void note_progress(xp_tree *tree, const xp_tree_tag *tag)
{
    xp_element el = tag->el;
    bool head_only = (xp_element_flags(el) & XP_F_HEAD) && !(tree->head_ended && el == XP_EL_NOSCRIPT);

    if (forbids_frameset(tag) && !tree->column_group)
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
        else if (c != '\0' && !xp_is_space(c)) {
            tree->no_frameset = tree->no_frameset || !tree->column_group;
            if (!tree->templates)
                enter_body(tree);
            return;
        }
    }
}

/* ---- HTML content --------------------------------------------------------------------------------------------------------- */

xp_model xp_tree_model(xp_element el)
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

static bool is_root(xp_element el)
{
    return el == XP_EL_SVG || el == XP_EL_MATH;
}

/* Whether parsers may differ on this start tag, or a stream cannot know what becomes of it. */
static bool start_is_ambiguous(const xp_tree *tree, xp_element el, xp_model model)
{
    if (el == XP_EL_FRAMESET) /* replaces the body, or is dropped */
        return !(tree->no_frameset && tree->body_begun);
    /* Parsers of before 2025 drop these within a select, later ones do not. */
    if (tree->in_select && model != XP_MODEL_DATA && el != XP_EL_SCRIPT && el != XP_EL_TEXTAREA)
        return true;
    return tree->column_group && (model != XP_MODEL_DATA || is_root(el));
}

/* What is open has become uncertain, but every reading is in HTML. */
static void loosen(xp_tree *tree)
{
    tree->loose = tree->open.used > 0;
    tree->doubt = false;
}

/* A bit for a name. */
static uint16_t bit_of(const char *name, size_t len)
{
    uint32_t hash = (uint32_t)len;

    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)name[i]) * UINT32_C(16777619);
    return (uint16_t)(1u << (hash >> 28));
}

enum { ANYWHERE, ABOVE_HTML }; /* of tree->names */

static bool push(xp_tree *tree, const xp_tree_tag *tag, char mark)
{
    if (!xp_stack_push(&tree->open, tag->name, tag->len, mark))
        return false;
    if (mark & MARK_HTML) {
        tree->html++;
        tree->names[ABOVE_HTML] = 0;
    } else {
        uint16_t bit = bit_of(tag->name, tag->len);

        tree->names[ANYWHERE] = (uint16_t)(tree->names[ANYWHERE] | bit);
        tree->names[ABOVE_HTML] = (uint16_t)(tree->names[ABOVE_HTML] | bit);
    }
    return true;
}

static void pop(xp_tree *tree)
{
    if (xp_stack_mark(&tree->open) & MARK_HTML) {
        tree->html--;
        tree->names[ABOVE_HTML] = tree->names[ANYWHERE];
    }
    xp_stack_pop(&tree->open);
    if (tree->open.used)
        return;
    tree->loose = tree->doubt = false;
    tree->names[ANYWHERE] = tree->names[ABOVE_HTML] = 0;
}

/* An HTML element inside an integration point. False: there is no room for it. */
static bool push_html(xp_tree *tree, const xp_tree_tag *tag)
{
    unsigned flags = xp_element_flags(tag->el);

    switch (tag->el) {
    case XP_EL_HTML:
    case XP_EL_HEAD:
    case XP_EL_BODY:
    case XP_EL_FRAMESET:
    case XP_EL_FRAME: return true; /* all dropped here */
    default: break;
    }
    if (tree->loose || (flags & XP_F_VOID))
        return true;
    if (flags & XP_F_TABLE || tag->len > XP_NAME_MAX) {
        loosen(tree); /* a cell may end one outside of the svg: cells do not stop at integration points */
        return true;
    }
    return push(tree, tag, MARK_HTML);
}

static bool push_root(xp_tree *tree, const xp_tree_tag *tag)
{
    int mark = (tag->el == XP_EL_SVG ? MARK_SVG : MARK_MATH) | (tree->doubt ? MARK_DOUBT : 0);

    if (tag->self_closing)
        return true;
    if (tree->in_select && tree->loose)
        return false;
    tree->doubt = tree->doubt || tree->in_select;
    return push(tree, tag, (char)mark);
}

static void enter_select(xp_tree *tree)
{
    if (!tree->in_select)
        tree->select_in = tree->templates;
    tree->in_select = true;
}

/* A template's start tag. Where no body is open yet its parent is no shadow host, nor is a select or what foreign content holds; and in a
 * shadow root one stands in an element (13.2.6.4.4). */
static void enter_template(xp_tree *tree, const xp_tree_tag *tag)
{
    bool shadow = tag->shadow && !xp_tree_inert(tree) && tree->shadows < UINT8_MAX && !tree->open.used &&
                  !tree->in_select && (tree->templates ? tree->shadow_body : tree->body_begun);

    tree->templates++;
    tree->shadows = (uint8_t)(tree->shadows + shadow);
    tree->shadow_body = false;
}

/* An HTML start tag within a template. "In template" goes on as "in body" behind all but those that a head or a table may hold
 * (13.2.6.4.22). */
static void note_within(xp_tree *tree, xp_element el)
{
    if (el == XP_EL_COL)
        tree->column_group = true;
    if (!(xp_element_flags(el) & (XP_F_HEAD | XP_F_TABLE)) && !tree->column_group)
        tree->shadow_body = true;
}

static bool start_html(xp_tree *tree, const xp_tree_tag *tag, xp_model *model)
{
    *model = xp_tree_model(tag->el);
    if (start_is_ambiguous(tree, tag->el, *model))
        return false;
    if (!tree->open.used)
        note_progress(tree, tag);
    if (tag->el == XP_EL_SELECT)
        enter_select(tree);
    if (tag->el == XP_EL_TEMPLATE)
        enter_template(tree, tag);
    else if (tree->templates)
        note_within(tree, tag->el);
    if (is_root(tag->el))
        return push_root(tree, tag);
    return !tree->open.used || push_html(tree, tag);
}

/* Ends the innermost template, and everything in it. */
static void end_template(xp_tree *tree)
{
    bool uncertain = tree->loose || tree->doubt, found = tree->loose;

    tree->templates--;
    tree->shadows = tree->shadows > tree->templates ? (uint8_t)tree->templates : tree->shadows;
    tree->shadow_body = false;
    tree->column_group = tree->column_group && tree->templates;
    tree->in_select = tree->in_select && tree->templates >= tree->select_in;
    if (!tree->templates && !tree->body_begun) { /* then nothing foreign stands outside of it */
        while (tree->open.used)
            pop(tree);
        return;
    }
    while (tree->open.used && !found) {
        found = xp_stack_top_is(&tree->open, "template", 8) && (xp_stack_mark(&tree->open) & MARK_HTML);
        pop(tree);
    }
    if (uncertain)
        loosen(tree);
}

/* An end tag outside of foreign content. */
static void end_html(xp_tree *tree, xp_element el)
{
    switch (el) {
    case XP_EL_SELECT: tree->in_select = tree->in_select && tree->templates > tree->select_in; break;
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
}

/* ---- Foreign content (13.2.6.5) ------------------------------------------------------------------------------------------- */

/* Is a start tag processed as HTML, by the tree construction dispatcher (13.2.6)? */
static bool start_is_html(const xp_tree *tree, const xp_tree_tag *tag)
{
    int mark = xp_stack_mark(&tree->open);

    if (mark & (MARK_HTML | MARK_HTML_POINT))
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
        pop(tree);
    if (tree->loose)
        loosen(tree);
}

/* False: there is no room for it, or a foreign template is in one of HTML's, so that its end tag may be either's. */
static bool push_foreign(xp_tree *tree, const xp_tree_tag *tag)
{
    if (tag->self_closing)
        return true;
    if (tag->el == XP_EL_TEMPLATE && tree->templates)
        return false;
    if (tree->doubt && is_root(tag->el))
        return push_root(tree, tag);
    return push(tree, tag, foreign_mark(tag, xp_stack_mark(&tree->open)));
}

/* A start tag that is foreign in one reading and HTML in the other: both must take what follows for the same. */
static xp_tree_kind start_in_doubt(xp_tree *tree, const xp_tree_tag *tag, xp_model *model)
{
    xp_model html = xp_tree_model(tag->el);
    int mark = foreign_mark(tag, MARK_SVG) | foreign_mark(tag, MARK_MATH);

    if (html != XP_MODEL_DATA && (tag->el != XP_EL_SCRIPT || tag->self_closing))
        return XP_TREE_AMBIGUOUS;
    if (tag->el == XP_EL_TEMPLATE || (tag->el == XP_EL_COL && tree->templates))
        return XP_TREE_AMBIGUOUS;
    if (tag->el == XP_EL_FRAMESET && !(tree->no_frameset && tree->body_begun))
        return XP_TREE_AMBIGUOUS;
    /* An svg in math is math's or svg's, and what may hold HTML in it differs: so does what such a tag breaks out of. */
    if (is_root(tag->el) && !(xp_stack_mark(&tree->open) & (tag->el == XP_EL_SVG ? MARK_SVG : MARK_MATH)))
        return XP_TREE_AMBIGUOUS;
    /* What could hold HTML again must be known. */
    if (tree->loose && (is_root(tag->el) || mark != (MARK_SVG | MARK_MATH)))
        return XP_TREE_AMBIGUOUS;
    if (tag->el == XP_EL_SELECT)
        enter_select(tree);
    if (!tree->loose && !push_foreign(tree, tag))
        return XP_TREE_AMBIGUOUS;
    *model = html;
    return html == XP_MODEL_SCRIPT ? XP_TREE_DOUBTFUL : XP_TREE_FOREIGN;
}

xp_tree_kind xp_tree_start(xp_tree *tree, const xp_tree_tag *tag, xp_model *model)
{
    bool breakout, is_html, agreed;

    tree->reference = false;
    *model = XP_MODEL_DATA;
    if (!tree->open.used) /* as nearly always; nothing is uncertain then */
        return start_html(tree, tag, model) ? XP_TREE_HTML : XP_TREE_AMBIGUOUS;
    breakout = (xp_element_flags(tag->el) & XP_F_BREAKOUT) || (tag->el == XP_EL_FONT && tag->font);
    is_html = start_is_html(tree, tag);
    agreed = !tree->doubt || (is_html && !tree->loose);
    if ((tag->el == XP_EL_MGLYPH || tag->el == XP_EL_MALIGNMARK) && (tree->loose || has_html(tree)))
        return XP_TREE_AMBIGUOUS; /* foreign at a text integration point only */
    if (breakout && !(is_html && agreed)) {
        break_out(tree);
        is_html = true;
    } else if (!agreed) {
        return start_in_doubt(tree, tag, model);
    }
    if (is_html)
        return start_html(tree, tag, model) ? XP_TREE_HTML : XP_TREE_AMBIGUOUS;
    return push_foreign(tree, tag) ? XP_TREE_FOREIGN : XP_TREE_AMBIGUOUS;
}

/* Where on the stack the innermost foreign element of this name ends, whether HTML is above it or not. 0: there is none; then `names`
 * is brought up to date, so that the same name is not looked for again. */
static size_t find_foreign(xp_tree *tree, const xp_tree_tag *tag, int where)
{
    const char *bytes = tree->open.bytes;
    uint16_t names = 0;

    if (!(tree->names[where] & bit_of(tag->name, tag->len)))
        return 0;
    for (size_t at = tree->open.used, len; at > 0; at -= len + 2) {
        len = (size_t)bytes[at - 1];
        if (!(bytes[at - 2] & MARK_HTML)) {
            if (len == tag->len && !memcmp(bytes + at - 2 - len, tag->name, len))
                return at;
            names = (uint16_t)(names | bit_of(bytes + at - 2 - len, len));
        } else if (where == ABOVE_HTML) {
            break;
        }
    }
    tree->names[where] = names;
    return 0;
}

/* Whether an svg or math stands above the element that ends at `at`, and that element is not open where they are in the other reading. */
static bool is_apart(const xp_tree *tree, size_t at)
{
    const char *bytes = tree->open.bytes;

    for (size_t above = tree->open.used; above > at; above -= (size_t)bytes[above - 1] + 2)
        if (bytes[above - 2] & MARK_DOUBT)
            return true;
    return false;
}

/* Closes the foreign element of this name; if only one reading does, nothing is known but that. False: there is none above the innermost HTML
 * element. */
static bool close_foreign(xp_tree *tree, const xp_tree_tag *tag)
{
    size_t at = find_foreign(tree, tag, ABOVE_HTML);

    if (at && tree->doubt && is_apart(tree, at)) { /* hardly ever */
        tree->loose = true;
        return true;
    }
    while (at && tree->open.used >= at)
        pop(tree);
    return at > 0;
}

/* HTML has no template that it could end. */
static void end_foreign_template(xp_tree *tree, const xp_tree_tag *tag)
{
    if (xp_tree_foreign(tree) && !tree->loose)
        close_foreign(tree, tag);
}

/* Does HTML stand within the innermost element that is open? */
static bool holds_html(const xp_tree *tree)
{
    return xp_stack_mark(&tree->open) & (MARK_HTML | MARK_HTML_POINT | MARK_TEXT_POINT);
}

/* An end tag while something foreign is open, or may be. */
static void end_within(xp_tree *tree, const xp_tree_tag *tag)
{
    bool lost = tree->loose && tree->doubt;

    if (tag->el == XP_EL_P || tag->el == XP_EL_BR) {
        /* It makes an empty element in HTML, or closes a p there. */
        if (lost || xp_tree_foreign(tree))
            break_out(tree);
        if (tree->open.used && !tree->loose && xp_stack_top_is(&tree->open, tag->name, tag->len))
            pop(tree);
        else if (xp_stack_mark(&tree->open) & MARK_HTML)
            loosen(tree);
    } else if (lost || tag->el == XP_EL_BODY || tag->el == XP_EL_HTML) {
        /* Known no better after it; and those two close nothing. */
    } else if (xp_tree_foreign(tree) && !(tree->loose && holds_html(tree))) {
        tree->doubt = !close_foreign(tree, tag) || tree->doubt;
    } else if (!tree->loose && xp_stack_top_is(&tree->open, tag->name, tag->len)) {
        pop(tree);
    } else {
        loosen(tree);
        tree->doubt = find_foreign(tree, tag, ANYWHERE) > 0;
    }
}

void xp_tree_end(xp_tree *tree, const xp_tree_tag *tag)
{
    tree->reference = false;
    if (tag->el == XP_EL_TEMPLATE && tree->templates)
        end_template(tree);
    else if (tag->el == XP_EL_TEMPLATE)
        end_foreign_template(tree, tag);
    else if (tree->open.used)
        end_within(tree, tag);
    else
        end_html(tree, tag->el);
}

bool xp_tree_doubtful(const xp_tree *tree)
{
    return tree->loose || (tree->doubt && xp_tree_foreign(tree)) || has_html(tree);
}

bool xp_tree_in_svg(const xp_tree *tree)
{
    return !xp_tree_doubtful(tree) && (xp_stack_mark(&tree->open) & (MARK_SVG | MARK_HTML)) == MARK_SVG;
}
