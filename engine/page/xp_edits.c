/* See xp_edits.h. The texts are pieces that the caller copies or references: nothing is put together here. */
#include "xp_edits.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../html/xp_declared.h"
#include "../html/xp_names.h"
#include "xp_gate.h"
#include "xp_hold.h"
#include "xp_waits.h"

void xp_edits_init(xp_edits *edits, const xp_options *options)
{
    memset(edits, 0, sizeof *edits);
    edits->options = options;
    if (options->policies)
        edits->policies = *options->policies;
    else
        xp_gate_begin_policies(&edits->policies, options->hold);
}

static bool is_base64(char c)
{
    return xp_is_alnum(c) || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
}

void xp_edits_nonce(xp_edits *edits, const char *nonce, size_t len)
{
    edits->read_len = 0;
    if (len > XP_NONCE_MAX)
        return;
    for (size_t i = 0; i < len; i++)
        if (!is_base64(nonce[i]))
            return;
    memcpy(edits->read, nonce, len);
    edits->read_len = (uint8_t)len;
}

void xp_edits_judge(xp_edits *edits, bool nonce)
{
    if (!nonce)
        return;
    edits->nonce_len = edits->read_len;
    memcpy(edits->nonce, edits->read, edits->nonce_len);
}

/* ---- Texts -------------------------------------------------------------------------------------------------------------------- */

enum {
    SCRIPT_PIECES = 9, /* of a script of ours: three of its tag, three of a nonce, and its '>', text and end */
    ASIDE_PIECES = 4,  /* of a mark, its items apart; or of what sets an element aside */
    MADE_LISTS = 16,   /* of names that a script makes */
    MADE_PIECES = 3 * MADE_LISTS + 1
};

/* A text that is put in, as pieces: stubs, the gate, a mark. */
typedef struct {
    int n;
    uint64_t len;
    xp_piece pieces[SCRIPT_PIECES * (XP_ITEMS_MAX + 1) + ASIDE_PIECES + MADE_PIECES + XP_ITEMS_PIECES];
} insertion;

static void begin(insertion *in)
{
    in->n = 0;
    in->len = 0;
}

static void add(insertion *in, const char *text, size_t len)
{
    in->pieces[in->n++] = (xp_piece){ text, len };
    in->len += len;
}

static void add_text(insertion *in, const char *text)
{
    add(in, text, strlen(text));
}

static void add_items(insertion *in, const xp_edits *edits, const xp_items *items)
{
    int n = xp_items_write(items, edits->options->rules, edits->options->vendors, in->pieces + in->n);

    for (; n > 0; n--)
        in->len += in->pieces[in->n++].len;
}

static const xp_piece NO_NONCE = { "", 0 };

static xp_piece nonce_of(const xp_edits *edits, const xp_cut *cut)
{
    return cut->nonced ? (xp_piece){ edits->nonce, edits->nonce_len } : NO_NONCE;
}

/* The start tag of a script of ours, but for its '>'. */
static void begin_script(insertion *in, const char *whose, xp_piece nonce)
{
    add_text(in, "<script data-xpurpose=\"");
    add_text(in, whose);
    add_text(in, "\"");
    if (nonce.len) {
        add_text(in, " nonce=\"");
        add(in, nonce.text, nonce.len);
        add_text(in, "\"");
    }
}

/* In foreign content a script's text is markup, with tags and references, … */
static bool is_markup(const char *text)
{
    for (; *text; text++)
        if (*text == '<' || (*text == '&' && (text[1] == '#' || xp_is_alnum(text[1]))))
            return true;
    return false;
}

/* … and in a CDATA section it is not, up to where that ends. Behind `//` its signs are none to a script that is HTML's. */
static bool is_section(const xp_cut *cut, const char *text)
{
    return cut->doubtful && is_markup(text) && !strstr(text, "]]>");
}

/* A stub; or "", which needs no nonce. */
static void add_script(insertion *in, const xp_edits *edits, const xp_cut *cut, int vendor, const char *text)
{
    bool section = is_section(cut, text);

    begin_script(in, xp_rules_name(edits->options->rules, vendor), *text ? nonce_of(edits, cut) : NO_NONCE);
    add_text(in, section ? ">//<![CDATA[\n" : ">");
    add_text(in, text);
    add_text(in, section ? "\n//]]></script>" : "</script>");
}

/* ` data-xpurpose-makes="…"`: names of what a script of a held page makes, or loads, for which something stands in (hold.js). */
typedef struct {
    int n;
    size_t len;
    xp_piece pieces[MADE_PIECES];
} made_names;

static void put_made(made_names *made, const char *text, size_t len)
{
    if (len)
        made->pieces[made->n++] = (xp_piece){ text, len };
    made->len += len;
}

/* `queue`: a list that is to be there, which is marked with a '+'. */
static void add_made(made_names *made, const char *text, size_t len, bool queue)
{
    static const char HEAD[] = " data-xpurpose-makes=\"", BETWEEN[] = " +";
    const bool first = !made->n;

    if (made->n > MADE_PIECES - 4)
        return;
    if (first)
        put_made(made, HEAD, sizeof HEAD - 1);
    put_made(made, BETWEEN + first, !first + queue);
    put_made(made, text, len);
}

static void begin_made(made_names *made)
{
    made->n = 0;
    made->len = 0;
}

static void end_made(made_names *made)
{
    if (made->n)
        put_made(made, "\"", 1);
}

static void add_file(made_names *made, const xp_edits *edits, int vendor, const char *pattern)
{
    const char *names;

    for (size_t from = 0; vendor >= 0 && (names = xp_rules_makes(edits->options->rules, vendor, pattern, &from));)
        add_made(made, names, strlen(names), false);
}

/* What that makes which a script loads. */
static void name_loaded(made_names *made, const xp_edits *edits, const xp_items *items)
{
    const xp_rules *rules = edits->options->rules;

    begin_made(made);
    for (int i = 0; edits->options->hold && i < items->n; i++)
        add_file(made, edits, xp_items_vendor(items, rules, i),
                 items->of[i] < 0 ? "" : xp_rules_row(rules, items->of[i]).pattern);
    end_made(made);
}

/* ` data-xpurpose-gate="…"`. */
static void add_mark(insertion *in, const xp_edits *edits, const xp_items *items)
{
    made_names made;

    add_text(in, " data-xpurpose-gate=\"");
    add_items(in, edits, items);
    add_text(in, "\"");
    name_loaded(&made, edits, items);
    for (int i = 0; i < made.n; i++)
        add(in, made.pieces[i].text, made.pieces[i].len);
}

/* The gate; or the text that holds a page, which has it in it. `all`: it is told the whole catalogue. */
static void add_gate(insertion *in, xp_edits *edits, xp_piece nonce, bool all)
{
    const xp_items everything = { .all = true };
    bool hold = edits->options->hold;

    edits->gate_nonce_len = (uint8_t)(nonce.len <= XP_NONCE_MAX ? nonce.len : 0);
    memcpy(edits->gate_nonce, nonce.text, edits->gate_nonce_len);
    begin_script(in, hold ? "hold" : "gate", nonce);
    if (all)
        add_mark(in, edits, &everything);
    add_text(in, ">");
    add(in, hold ? xp_hold_text : xp_gate_text, hold ? xp_hold_len : xp_gate_len);
    add_text(in, "</script>");
}

/* ---- May it stand there? ---------------------------------------------------------------------------------------------------- */

void xp_edits_pin(xp_edits *edits, uint64_t offset, bool sure)
{
    edits->pinned_to = offset;
    edits->sure = sure;
}

/* Whether `more` bytes at `offset` would move the charset's declaration out of sight. If it is out of sight already, browsers look for
 * it all the same, later. */
static bool moves_charset(const xp_edits *edits, uint64_t offset, int64_t more)
{
    return offset < edits->pinned_to && edits->pinned_to <= XP_EARLY &&
           (int64_t)edits->pinned_to + edits->grown + more > XP_EARLY;
}

static bool stub_runs(const xp_edits *edits, xp_piece nonce)
{
    return xp_policies_none(&edits->policies) || xp_policies_admit_inline(&edits->policies, nonce.text, nonce.len);
}

static bool gate_runs(const xp_edits *edits, xp_piece nonce)
{
    return xp_policies_none(&edits->policies) || xp_policies_admit_gate(&edits->policies, nonce.text, nonce.len);
}

/* The same of what holds a page, which has to tell the page's scripts from others, by its nonce, where it may put in any. */
static bool hold_runs(const xp_edits *edits, xp_piece nonce)
{
    return gate_runs(edits, nonce) && (!edits->options->hold || !edits->policies.dynamic || nonce.len);
}

static xp_piece header_nonce(const xp_edits *edits)
{
    size_t len = 0;
    const char *text = xp_policies_nonce(&edits->policies, &len);

    return text ? (xp_piece){ text, len } : NO_NONCE;
}

/* The nonce with which the gate runs before the element, which is no script perhaps: then it is the header's. */
static xp_piece gate_nonce(const xp_edits *edits, const xp_cut *cut)
{
    xp_piece nonce = nonce_of(edits, cut);

    return edits->options->hold && !hold_runs(edits, nonce) ? header_nonce(edits) : nonce;
}

/* The cut is not made, and that is that; unless the charset may yet be declared. */
static bool leave(xp_edits *edits, xp_left why)
{
    if (why == XP_LEFT_CHARSET && !edits->sure)
        return false;
    edits->left[why]++;
    return true;
}

/* ---- Stubs ------------------------------------------------------------------------------------------------------------------ */

/* The vendor's stub if one is due, the short one if that does for what was found and is not there yet; else NULL. */
static const char *due_stub(const xp_edits *edits, int vendor, const char *pattern)
{
    const xp_options *opt = edits->options;
    const char *stub = xp_rules_short_stub(opt->rules, vendor, pattern);

    if (!opt->stubs || xp_set_has(&edits->stubbed, vendor))
        return NULL;
    if (stub)
        return edits->shortened == vendor + 1 ? NULL : stub;
    return xp_rules_stub(opt->rules, vendor);
}

static void note_stub(xp_edits *edits, int vendor, const char *stub)
{
    if (stub == xp_rules_stub(edits->options->rules, vendor))
        xp_set_add(&edits->stubbed, vendor);
    else
        edits->shortened = (int16_t)(vendor + 1);
}

static void add_stub(insertion *in, xp_edits *edits, const xp_cut *cut, int vendor, const char *pattern)
{
    const char *stub = due_stub(edits, vendor, pattern);

    if (!stub)
        return;
    add_script(in, edits, cut, vendor, stub);
    note_stub(edits, vendor, stub);
}

/* Those of the vendors that a script names. */
static void add_stubs(insertion *in, xp_edits *edits, const xp_cut *cut)
{
    const xp_rules *rules = edits->options->rules;
    const xp_items *items = &cut->items;

    for (int i = 0; i < items->n; i++)
        add_stub(in, edits, cut, xp_items_vendor(items, rules, i),
                 items->of[i] < 0 ? "" : xp_rules_row(rules, items->of[i]).pattern);
}

/* ---- Edits ------------------------------------------------------------------------------------------------------------------ */

static void emit(xp_edits *edits, const xp_cut *cut, xp_form form, uint64_t from, uint64_t to, const xp_piece *pieces,
                 int n)
{
    xp_edit edit = { from, to, pieces, n, cut->vendor, cut->pattern, form };

    edits->options->on_edit(edits->options->ctx, &edit);
}

/* Behind the element's name in its start tag. */
static uint64_t in_tag(const xp_cut *cut)
{
    return cut->from + 1 + strlen(xp_element_text((xp_element)cut->el));
}

/* Puts the first `nbefore` pieces before the element, if there are any, and the others into its start tag. */
static bool put_mark(xp_edits *edits, const xp_cut *cut, const insertion *in, int nbefore)
{
    edits->grown += (int64_t)in->len;
    if (nbefore)
        emit(edits, cut, XP_FORM_GATE, cut->from, cut->from, in->pieces, nbefore);
    emit(edits, cut, (xp_form)cut->form, in_tag(cut), in_tag(cut), in->pieces + nbefore, in->n - nbefore);
    return true;
}

/* In a held page the whole catalogue's gate may be due, and something that waits comes before any place for it. */
static bool is_due(const xp_edits *edits)
{
    return edits->options->hold && edits->options->gate == XP_GATE_ALL;
}

/* Whether the script itself does not run. One in its address does where data: is listed, whatever holds for inline scripts. */
static bool is_blocked(const xp_edits *edits, const xp_cut *cut)
{
    xp_piece nonce = nonce_of(edits, cut);

    return xp_policies_block_inline(&edits->policies) &&
           !(cut->data && xp_policies_admit_empty(&edits->policies, nonce.text, nonce.len));
}

/* The script stays: see xp_edits_put. */
static bool put_gated(xp_edits *edits, const xp_cut *cut)
{
    const xp_edits as_it_was = *edits;
    const xp_piece nonce = gate_nonce(edits, cut);
    const xp_items none = { 0 };
    const bool told =
        !edits->gated && is_due(edits); /* all there is, right before: and there is no room for it twice */
    insertion in;
    int nbefore;

    begin(&in);
    if (!edits->gated && is_blocked(edits, cut))
        return true;
    if (!edits->gated && !hold_runs(edits, nonce))
        return leave(edits, XP_LEFT_CSP);
    if (stub_runs(edits, nonce))
        add_stubs(&in, edits, cut);
    if (!edits->gated)
        add_gate(&in, edits, nonce, is_due(edits));
    edits->gated = true;
    nbefore = in.n;
    add_mark(&in, edits, told && cut->items.all ? &none : &cut->items);
    if (moves_charset(edits, cut->from, (int64_t)in.len)) {
        *edits = as_it_was;
        return leave(edits, XP_LEFT_CHARSET);
    }
    return put_mark(edits, cut, &in, nbefore);
}

/* ---- What waits ------------------------------------------------------------------------------------------------------------- */

static const char HELD_TYPE[] = " type=\"xpurpose/held\"", HELD_NAME[] = "data-xpurpose-";
static const char COPY[] = "<noscript data-xpurpose=\"hold\">", COPY_END[] = "</noscript>";

/* What is put into the start tag, if the element may be copied behind it, or need not. */
typedef struct {
    xp_hold_tag tag;
    made_names made;
    const char *copy; /* the element, or NULL */
    size_t len;       /* of all that is put in */
} holding;

/* What the script makes that waits: a file, or a text, of which nobody needs to know before the charset does. */
static void name_held(made_names *made, const xp_edits *edits, const xp_cut *cut, const xp_hold_tag *tag,
                      const char *element)
{
    xp_made made_by[XP_WAITS_MADE];
    int n = 0;

    begin_made(made);
    if (cut->el == XP_EL_SCRIPT && tag->src)
        add_file(made, edits, cut->vendor, cut->pattern);
    else if (cut->el == XP_EL_SCRIPT && cut->from >= edits->pinned_to)
        n = xp_waits_made(edits->options, element + tag->end, (size_t)(cut->to - cut->from) - tag->end, made_by);
    for (int i = 0; i < n; i++)
        add_made(made, made_by[i].name.text, made_by[i].name.len, made_by[i].queue);
    end_made(made);
}

/* False: the element stays as it is. */
static bool plan_holding(const xp_edits *edits, const xp_cut *cut, const char *element, holding *plan)
{
    size_t len = (size_t)(cut->to - cut->from);
    bool script = cut->el == XP_EL_SCRIPT;

    if (!xp_hold_read((xp_element)cut->el, element, len, &plan->tag) || plan->tag.ours || (!script && !plan->tag.n))
        return false;
    plan->copy = script || cut->el == XP_EL_SOURCE ? NULL : element;
    if (plan->copy && !xp_hold_may_copy(element, len))
        return false;
    name_held(&plan->made, edits, cut, &plan->tag, element);
    plan->len = (script ? sizeof HELD_TYPE - 1 : 0) + plan->tag.n * (sizeof HELD_NAME - 1) + plan->made.len;
    plan->len += plan->copy ? len + sizeof COPY + sizeof COPY_END - 2 : 0;
    return true;
}

static void emit_held(xp_edits *edits, const xp_cut *cut, const holding *plan)
{
    const xp_piece type = { HELD_TYPE, sizeof HELD_TYPE - 1 }, name = { HELD_NAME, sizeof HELD_NAME - 1 };
    const xp_piece copy[] = { { COPY, sizeof COPY - 1 },
                              { plan->copy, (size_t)(cut->to - cut->from) },
                              { COPY_END, sizeof COPY_END - 1 } };
    xp_form form = XP_FORM_HELD;

    if (cut->el == XP_EL_SCRIPT) {
        emit(edits, cut, form, in_tag(cut), in_tag(cut), &type, 1);
        form = XP_FORM_HELD_TOO;
        if (plan->made.n)
            emit(edits, cut, form, in_tag(cut), in_tag(cut), plan->made.pieces, plan->made.n);
    }
    for (int i = 0; i < plan->tag.n; i++) {
        uint64_t at = cut->from + plan->tag.at[i];

        emit(edits, cut, form, at, at, &name, 1);
        form = XP_FORM_HELD_TOO;
    }
    if (plan->copy)
        emit(edits, cut, XP_FORM_HELD_TOO, cut->to, cut->to, copy, 3);
}

/* Whether what waits is a script of the page's own, which a policy may block. */
static bool runs_text(const xp_cut *cut, const holding *plan)
{
    return cut->el == XP_EL_SCRIPT && (!plan->tag.src || cut->data);
}

/* Whether the script may be put in again: it is one of those that run where they stand, for all that policies let scripts put in. What holds the page
 * goes by its own nonce there, so of several nonces one counts. */
static bool is_its_own(const xp_edits *edits, const xp_cut *cut)
{
    xp_piece nonce = nonce_of(edits, cut);

    if (xp_policies_none(&edits->policies))
        return true;
    if (!xp_policies_admit_again(&edits->policies, nonce.text, nonce.len))
        return false;
    return !edits->gated || !edits->gate_nonce_len ||
           (nonce.len == edits->gate_nonce_len && !memcmp(nonce.text, edits->gate_nonce, nonce.len));
}

bool xp_edits_hold(xp_edits *edits, const xp_cut *cut, const char *element)
{
    const xp_piece nonce = gate_nonce(edits, cut);
    holding plan;
    insertion in;

    begin(&in);
    if (!plan_holding(edits, cut, element, &plan))
        return true;
    if (!edits->gated) {
        if (runs_text(cut, &plan) && is_blocked(edits, cut))
            return true;
        if (!hold_runs(edits, nonce))
            return leave(edits, XP_LEFT_CSP);
        add_gate(&in, edits, nonce, is_due(edits));
    }
    if (cut->el == XP_EL_SCRIPT && !is_its_own(edits, cut))
        return leave(edits, XP_LEFT_CSP);
    if (in.n && cut->late && moves_charset(edits, cut->from, (int64_t)(in.len + plan.len)))
        begin(&in);
    if (moves_charset(edits, cut->from, (int64_t)(in.len + plan.len)))
        return leave(edits, XP_LEFT_CHARSET);
    edits->gate_owed |= !edits->gated && !in.n;
    edits->gated |= in.n > 0;
    edits->grown += (int64_t)(in.len + plan.len);
    if (in.n)
        emit(edits, cut, XP_FORM_GATE, cut->from, cut->from, in.pieces, in.n);
    emit_held(edits, cut, &plan);
    return true;
}

/* ---- What is set aside for good --------------------------------------------------------------------------------------------- */

/* What the element loads instead: as little as there is of its kind, and its handler is called. The first attribute of a name counts
 * (HTML 13.2.5.33), so ours do. */
static const char *nothing_for(xp_element el)
{
    switch (el) {
    case XP_EL_IMG:
    case XP_EL_IMAGE: return "\" srcset=\"\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\"";
    case XP_EL_IFRAME: return "\" src=\"about:blank\"";
    default: return "\" src=\"data:text/javascript,\"";
    }
}

/* Whether that may be loaded. The element's nonce does not count, since an attribute that is there twice takes its effect from it (CSP 3,
 * 6.7.3.1); of what is no script nothing is known. */
static bool nothing_runs(const xp_edits *edits, const xp_cut *cut)
{
    return xp_policies_none(&edits->policies) ||
           (cut->el == XP_EL_SCRIPT && xp_policies_admit_empty(&edits->policies, "", 0));
}

static bool put_aside(xp_edits *edits, const xp_cut *cut)
{
    const char *stub = due_stub(edits, cut->vendor, cut->pattern);
    insertion in;
    int nbefore;

    begin(&in);
    if (!nothing_runs(edits, cut) || (stub && !stub_runs(edits, nonce_of(edits, cut))))
        return leave(edits, XP_LEFT_CSP);
    if (stub)
        add_script(&in, edits, cut, cut->vendor, stub);
    nbefore = in.n;
    add_text(&in, " data-xpurpose=\"");
    add_text(&in, xp_rules_name(edits->options->rules, cut->vendor));
    add_text(&in, nothing_for((xp_element)cut->el));
    if (cut->integrity)
        add_text(&in, " integrity=\"\"");
    if (moves_charset(edits, cut->from, (int64_t)in.len))
        return leave(edits, XP_LEFT_CHARSET);
    if (stub && !cut->shadow)
        note_stub(edits, cut->vendor, stub);
    return put_mark(edits, cut, &in, nbefore);
}

/* Whether other scripts may call what the element brings. */
static bool is_code(const xp_cut *cut)
{
    return cut->form == XP_FORM_SCRIPT_SRC || cut->form == XP_FORM_SCRIPT_INLINE || cut->form == XP_FORM_BLOCK;
}

/* The stub cannot run. A snippet can be gated instead, since it brings what others call. */
static bool put_without_stub(xp_edits *edits, const xp_cut *cut)
{
    xp_cut gated = *cut;

    if (cut->form != XP_FORM_SCRIPT_INLINE || !cut->items.n || edits->options->gate == XP_GATE_OFF)
        return leave(edits, XP_LEFT_CSP);
    gated.form = XP_FORM_GATED;
    return put_gated(edits, &gated);
}

/* The element goes, and with the comment in its place comes `stub`, or NULL. False: that would move the charset's declaration. */
static bool replace(xp_edits *edits, const xp_cut *cut, const char *stub)
{
    int64_t more;
    insertion in;

    begin(&in);
    add_text(&in, xp_rules_comment(edits->options->rules, cut->vendor));
    if (stub || cut->in_head)
        add_script(&in, edits, cut, cut->vendor, stub ? stub : "");
    more = (int64_t)in.len - (int64_t)(cut->to - cut->from);
    if (moves_charset(edits, cut->from, more))
        return false;
    if (stub && !cut->shadow)
        note_stub(edits, cut->vendor, stub);
    edits->grown += more;
    emit(edits, cut, (xp_form)cut->form, cut->from, cut->to, in.pieces, in.n);
    return true;
}

static bool put_removal(xp_edits *edits, const xp_cut *cut)
{
    const char *stub = due_stub(edits, cut->vendor, cut->pattern);

    if (stub && cut->doubtful && is_markup(stub) && !is_section(cut, stub)) /* then it would not be a script */
        return true;
    if (stub && !stub_runs(edits, nonce_of(edits, cut))) {
        if (is_code(cut))
            return put_without_stub(edits, cut);
        stub = NULL;
    }
    if (replace(edits, cut, stub))
        return true;
    if (!stub || !cut->late || !replace(edits, cut, NULL))
        return leave(edits, XP_LEFT_CHARSET);
    xp_set_add(&edits->owed, cut->vendor);
    return true;
}

bool xp_edits_keep_tag(const xp_edits *edits, bool nonced)
{
    return nonced && !xp_policies_none(&edits->policies) &&
           xp_policies_may_list(&edits->policies, edits->read, edits->read_len);
}

int64_t xp_edits_growth(const xp_edits *edits, const xp_cut *cut)
{
    const char *name = xp_rules_name(edits->options->rules, cut->vendor);
    size_t script = sizeof "<script data-xpurpose=\"\"></script>" - 1;
    made_names made;
    int64_t more;

    if (cut->form == XP_FORM_HELD && cut->el == XP_EL_SCRIPT) {
        begin_made(&made);
        add_file(&made, edits, cut->vendor, cut->pattern);
        end_made(&made);
        return (int64_t)(sizeof HELD_TYPE + sizeof HELD_NAME - 2 + made.len);
    }
    if (!xp_form_removes((xp_form)cut->form) || !xp_policies_none(&edits->policies))
        return INT64_MAX;
    more = (int64_t)strlen(xp_rules_comment(edits->options->rules, cut->vendor));
    more += cut->in_head ? (int64_t)(script + strlen(name)) : 0;
    more -= (int64_t)(cut->to - cut->from);
    return more > 0 ? more : 0;
}

/* What was put off waits for this already. */
static void put_late_gate(insertion *in, xp_edits *edits, const xp_cut *cuts, unsigned n, uint64_t offset)
{
    const xp_cut *first = cuts;

    while (first->form != XP_FORM_HELD && first + 1 < cuts + n)
        first++;
    add_gate(in, edits, gate_nonce(edits, first), is_due(edits));
    edits->grown += (int64_t)in->len;
    edits->gated = true;
    edits->gate_owed = false;
    emit(edits, first, XP_FORM_GATE, offset, offset, in->pieces, in->n);
}

void xp_edits_put_stubs(xp_edits *edits, const xp_cut *cuts, unsigned n, uint64_t offset)
{
    const xp_cut *first = NULL;
    insertion in;

    begin(&in);
    if (edits->gate_owed) {
        put_late_gate(&in, edits, cuts, n, offset);
        return;
    }
    for (unsigned i = 0; i < n; i++)
        if (cuts[i].late && cuts[i].vendor >= 0 && xp_set_has(&edits->owed, cuts[i].vendor)) {
            first = first ? first : &cuts[i];
            add_stub(&in, edits, &cuts[i], cuts[i].vendor, cuts[i].pattern);
        }
    edits->grown += (int64_t)in.len;
    if (in.n)
        emit(edits, first, XP_FORM_GATE, offset, offset, in.pieces, in.n);
}

/* The gate with the whole catalogue, whose nonce is the header's. */
static bool put_gate(xp_edits *edits, const xp_cut *cut)
{
    xp_piece nonce = header_nonce(edits);
    insertion in;

    begin(&in);
    if (edits->options->hold && edits->gated) /* it came before something that waits */
        return true;
    if (!hold_runs(edits, nonce))
        return leave(edits, XP_LEFT_CSP);
    add_gate(&in, edits, nonce, true);
    if (moves_charset(edits, cut->from, (int64_t)in.len))
        return false;
    edits->gated = true;
    edits->grown += (int64_t)in.len;
    emit(edits, cut, XP_FORM_GATE, cut->from, cut->from, in.pieces, in.n);
    return true;
}

bool xp_edits_put(xp_edits *edits, const xp_cut *cut)
{
    switch ((xp_form)cut->form) {
    case XP_FORM_GATE: return put_gate(edits, cut);
    case XP_FORM_GATED: return put_gated(edits, cut);
    case XP_FORM_SET_ASIDE: return put_aside(edits, cut);
    default: return put_removal(edits, cut);
    }
}

const char *xp_form_name(xp_form form)
{
    static const char *const NAMES[] = { "script src", "inline script", "noscript", "img",   "iframe",
                                         "link",       "style",         "amp",      "block", "gate",
                                         "gated",      "set aside",     "held",     "held" };

    return NAMES[form];
}
