/* See xp_sound.h. The text is read twice by the page's own tokenizer: with scripting on, where a noscript holds nothing but text, and with
 * scripting off, where what it holds is markup. */
#include "xp_sound.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../html/xp_attrs.h"
#include "../html/xp_tok.h"
#include "../html/xp_tree.h"

/* An element that is open: its start tag, and its name in that. */
typedef struct {
    uint32_t from;
    uint16_t len; /* of the name */
    uint8_t el;   /* xp_element */
} opened;

typedef struct {
    xp_tok tok;
    xp_tree tree;
    const char *text;
    size_t len;
    xp_where where;
    bool scripting;
    xp_snippet_fault *fault;
    bool font, html, hidden, shadow; /* what the start tag that is being read says: see xp_tree_tag */
    uint8_t depth;
    uint8_t noscript; /* 1 + the depth at which a noscript is open whose content is read as markup; 0: none is */
    unsigned nonces;
    opened open[XP_SNIPPET_DEPTH];
    char value[XP_VALUE_MAX];
} checker;

/* ---- What is wrong ----------------------------------------------------------------------------------------------------------- */

static void name_it(xp_snippet_fault *fault, const char *name, size_t len)
{
    len = len < XP_NAME_MAX ? len : XP_NAME_MAX;
    for (size_t i = 0; i < len; i++)
        fault->name[i] = xp_lower(name[i]);
    fault->name[len] = '\0';
}

/* The first fault that is met is the one that is told. */
static void find(checker *c, xp_fault fault, uint64_t at, const char *name, size_t len)
{
    if (c->fault->fault)
        return;
    c->fault->fault = fault;
    c->fault->at = (size_t)at;
    name_it(c->fault, name, len);
    c->tok.stopped = true;
}

static const char *name_of(const checker *c, const opened *open)
{
    return c->text + open->from + 1;
}

/* The name of the tag that ends now, as it is written. */
static const char *tag_name(const checker *c, uint64_t end, size_t *len)
{
    const char *name = c->text + c->tok.from + 1 + c->tok.is_end;

    *len = (size_t)(xp_end_of_name(name, c->text + end) - name);
    return name;
}

static void find_tag(checker *c, xp_fault fault, uint64_t end)
{
    size_t len;
    const char *name = tag_name(c, end, &len);

    find(c, fault, c->tok.from, name, len);
}

static void find_open(checker *c, xp_fault fault)
{
    const opened *top = &c->open[c->depth - 1];

    find(c, fault, top->from, name_of(c, top), top->len);
}

/* ---- Tags -------------------------------------------------------------------------------------------------------------------- */

static bool is_document(xp_element el)
{
    return el == XP_EL_HTML || el == XP_EL_HEAD || el == XP_EL_BODY || el == XP_EL_FRAMESET || el == XP_EL_FRAME;
}

/* What may stand in a head (13.2.6.4.4), without what nobody writes there. */
static bool is_of_head(xp_element el)
{
    return el == XP_EL_SCRIPT || el == XP_EL_STYLE || el == XP_EL_LINK || el == XP_EL_META || el == XP_EL_BASE ||
           el == XP_EL_TITLE || el == XP_EL_NOSCRIPT || el == XP_EL_TEMPLATE;
}

/* Within a noscript of a head, where scripting is off (13.2.6.4.5). */
static bool is_of_noscript(xp_element el)
{
    return el == XP_EL_LINK || el == XP_EL_STYLE || el == XP_EL_META;
}

/* Whether the tag, or text, would end the head that it stands in. Behind a noscript at its end nothing of the head comes any more. */
static bool ends_head(const checker *c, xp_element el)
{
    if (c->where == XP_BODY_END)
        return false;
    if (c->noscript)
        return c->where == XP_HEAD_START && c->depth == c->noscript && !is_of_noscript(el);
    return !c->depth && !is_of_head(el);
}

/* A part of a table that stands in none becomes one of the page's, or is dropped. */
static bool is_astray(const checker *c, xp_element el)
{
    xp_element parent = c->depth ? (xp_element)c->open[c->depth - 1].el : XP_EL_OTHER;

    return (xp_element_flags(el) & XP_F_TABLE) && !(xp_element_flags(parent) & XP_F_TABLE) && parent != XP_EL_TABLE &&
           parent != XP_EL_TEMPLATE;
}

static bool is_value(const xp_attr_at *attr, const char *word)
{
    const char *value = attr->value;
    size_t len = attr->nvalue;

    xp_trim(&value, &len);
    return xp_is_word(value, len, word);
}

/* Whether an attribute of a meta has to do with the page's charset. It may be written with references, which nobody does. */
static bool is_charset(const xp_attr_at *attr)
{
    return xp_is_word(attr->name, attr->nname, "charset") ||
           (xp_is_word(attr->name, attr->nname, "http-equiv") &&
            (is_value(attr, "content-type") || memchr(attr->value, '&', attr->nvalue)));
}

/* No name that somebody means (13.2.5.33): what was to be a value's end began one. */
static bool is_misquoted(const xp_attr_at *attr)
{
    return memchr(attr->name, '"', attr->nname) || memchr(attr->name, '\'', attr->nname) ||
           memchr(attr->name, '<', attr->nname);
}

/* A start tag's attributes. A declaration of the charset says how to read the page, and one of the page's own may have been overlooked. */
static void read_attrs(checker *c, xp_element el, uint64_t end)
{
    const char *stop = c->text + end, *at = xp_attrs_begin(c->text + c->tok.from, stop);
    xp_attr_at attr;

    while (xp_attrs_next(&at, stop, &attr)) {
        if (c->scripting && xp_is_word(attr.name, attr.nname, "nonce") && ++c->nonces > XP_SNIPPET_NONCES)
            find_tag(c, XP_FAULT_NONCES, end);
        if (is_misquoted(&attr))
            find_tag(c, XP_FAULT_QUOTE, end);
        if (el == XP_EL_META && is_charset(&attr))
            find_tag(c, XP_FAULT_AMBIGUOUS, end);
    }
}

static void note_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    checker *c = ctx;

    (void)cut;
    c->font |= attr == XP_AT_FONT;
    c->html |= attr == XP_AT_ENCODING &&
               (xp_is_word(value, len, "text/html") || xp_is_word(value, len, "application/xhtml+xml"));
    c->hidden |= attr == XP_AT_TYPE && xp_is_word(value, len, "hidden");
    c->shadow |= attr == XP_AT_SHADOW && (xp_is_word(value, len, "open") || xp_is_word(value, len, "closed"));
}

static xp_tree_tag tree_tag(checker *c, bool self_closing)
{
    xp_tree_tag tag = { c->tok.el, c->tok.name, c->tok.name_len, self_closing, c->font, c->html, c->hidden, c->shadow };

    c->font = c->html = c->hidden = c->shadow = false;
    return tag;
}

static void open_element(checker *c, xp_element el, uint64_t end)
{
    size_t len;

    tag_name(c, end, &len);
    if (c->depth == XP_SNIPPET_DEPTH || len > UINT16_MAX) {
        find_tag(c, XP_FAULT_AMBIGUOUS, end);
        return;
    }
    c->open[c->depth++] = (opened){ (uint32_t)c->tok.from, (uint16_t)len, (uint8_t)el };
    if (el == XP_EL_NOSCRIPT && !c->scripting)
        c->noscript = c->depth;
}

/* Whether only one reading is left of what is open. */
static bool is_certain(const checker *c)
{
    return !c->tree.doubt && !c->tree.loose;
}

static xp_model start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    checker *c = ctx;
    xp_tree_tag tag = tree_tag(c, self_closing);
    size_t was_open = c->tree.open.used;
    bool shadow = tag.shadow && el == XP_EL_TEMPLATE && !c->depth; /* it would be the body's, and hide the page */
    bool astray = is_astray(c, el), root = el == XP_EL_SVG || el == XP_EL_MATH;
    xp_model model;
    xp_tree_kind kind = xp_tree_start(&c->tree, &tag, &model);
    bool foreign = kind == XP_TREE_FOREIGN || root;

    if (is_document(el))
        find_tag(c, XP_FAULT_DOCUMENT, end);
    else if (ends_head(c, el))
        find_tag(c, XP_FAULT_ENDS_HEAD, end);
    else if (model == XP_MODEL_PLAINTEXT)
        find_tag(c, XP_FAULT_UNENDED, end);
    else if (kind == XP_TREE_AMBIGUOUS || kind == XP_TREE_DOUBTFUL || !is_certain(c) || c->tree.open.used < was_open ||
             shadow || (!foreign && astray) || (el == XP_EL_NOSCRIPT && c->noscript))
        find_tag(c, XP_FAULT_AMBIGUOUS, end);
    read_attrs(c, el, end);
    if (foreign ? !self_closing : !(xp_element_flags(el) & XP_F_VOID))
        open_element(c, el, end);
    return el == XP_EL_NOSCRIPT && !c->scripting ? XP_MODEL_DATA : model;
}

static bool is_same_name(const char *a, const char *b, size_t len)
{
    size_t i = 0;

    while (i < len && xp_lower(a[i]) == xp_lower(b[i]))
        i++;
    return i == len;
}

/* How many elements are open up to the innermost of this name; 0: none of it is. */
static uint8_t find_name(const checker *c, const char *name, size_t len)
{
    uint8_t depth = c->depth;

    while (depth && !(c->open[depth - 1].len == len && is_same_name(name_of(c, &c->open[depth - 1]), name, len)))
        depth--;
    return depth;
}

static void end_tag(void *ctx, xp_element el, uint64_t end)
{
    checker *c = ctx;
    xp_tree_tag tag = tree_tag(c, false);
    size_t len;
    const char *name = tag_name(c, end, &len);
    uint8_t depth = find_name(c, name, len);

    xp_tree_end(&c->tree, &tag);
    if (is_document(el))
        find_tag(c, XP_FAULT_DOCUMENT, end);
    else if (!depth)
        find_tag(c, XP_FAULT_UNOPENED, end);
    else if (depth < c->depth)
        find_open(c, XP_FAULT_OPEN);
    else if (!is_certain(c))
        find_tag(c, XP_FAULT_AMBIGUOUS, end);
    else
        c->depth--;
    if (c->depth < c->noscript)
        c->noscript = 0;
}

/* ---- Text -------------------------------------------------------------------------------------------------------------------- */

static void text(void *ctx, const char *text, size_t len)
{
    checker *c = ctx;
    size_t skipped = (size_t)(xp_skip_space(text, text + len) - text);

    xp_tree_text(&c->tree, text, len);
    if (skipped < len && ends_head(c, XP_EL_OTHER))
        find(c, XP_FAULT_ENDS_HEAD, c->tok.from + skipped, "", 0);
}

static bool is_foreign(void *ctx)
{
    return xp_tree_foreign(&((checker *)ctx)->tree);
}

/* ---- The whole --------------------------------------------------------------------------------------------------------------- */

/* The document as it is where the text is put in. In a head nothing has been decided that matters here. */
static void begin(checker *c)
{
    static const xp_sink SINK = { note_attr, start_tag, end_tag, xp_tok_no_comment, text, is_foreign };

    xp_tok_init(&c->tok, &SINK, c, c->value, 0);
    c->tok.all_tags = c->tok.see_text = true;
    xp_tree_init(&c->tree);
    c->tree.head_begun = true;
    c->tree.head_ended = c->tree.body_begun = c->tree.no_frameset = c->where == XP_BODY_END;
    c->font = c->html = c->hidden = c->shadow = false;
    c->depth = c->noscript = 0;
    c->nonces = 0;
}

/* The text has ended: within what? */
static void finish(checker *c)
{
    bool raw = c->depth && xp_tree_model((xp_element)c->open[c->depth - 1].el) != XP_MODEL_DATA;

    if (!xp_tok_at_rest(&c->tok) && raw && !c->tree.open.used)
        find_open(c, XP_FAULT_UNENDED);
    else if (!xp_tok_at_rest(&c->tok))
        find(c, XP_FAULT_UNENDED, c->tok.from, "", 0);
    else if (c->depth)
        find_open(c, XP_FAULT_OPEN);
    else if (c->tree.in_select || c->tree.templates)
        find(c, XP_FAULT_AMBIGUOUS, 0, "", 0);
}

/* From '<' to '<', so that it is known where a doctype stands. */
static void read(checker *c)
{
    const char *p = c->text, *end = p + c->len, *next;

    begin(c);
    for (; p < end && !c->fault->fault; p = next) {
        next = xp_skip_to(p + 1, end, '<');
        xp_tok_feed(&c->tok, p, (size_t)(next - p));
        if (c->tok.doctype)
            find(c, XP_FAULT_DOCUMENT, (size_t)(p - c->text), "!doctype", 8);
    }
    if (!c->fault->fault)
        finish(c);
    if (c->scripting)
        c->fault->nonces = c->nonces;
}

/* What can be said without reading it as markup. */
static xp_fault glance(const char *text, size_t len, size_t *at)
{
    const char *nul = memchr(text, '\0', len);

    *at = nul ? (size_t)(nul - text) : 0;
    if (nul)
        return XP_FAULT_NUL;
    if (!len)
        return XP_FAULT_EMPTY;
    if (len > XP_SNIPPET_MAX)
        return XP_FAULT_LONG;
    return memchr(text, '<', len) ? XP_FAULT_NONE : XP_FAULT_PLAIN;
}

bool xp_snippet_check(const char *text, size_t len, xp_where where, xp_snippet_fault *fault)
{
    checker c;
    const char *whole = text;

    xp_trim(&text, &len);
    memset(fault, 0, sizeof *fault);
    fault->fault = glance(text, len, &fault->at);
    c.text = text;
    c.len = len;
    c.where = where;
    c.fault = fault;
    for (int scripting = 1; scripting >= 0 && !fault->fault; scripting--) {
        c.scripting = scripting;
        read(&c);
    }
    fault->at += (size_t)(text - whole);
    return !fault->fault;
}
