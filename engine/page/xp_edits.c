/* Cuts to edits. The texts are pieces that the caller copies or references: nothing is put together here. */
#include "xp_edits.h"

#include <string.h>

#include "../bytes/xp_ascii.h"

void xp_edits_init(xp_edits *edits, const xp_options *options)
{
    memset(edits, 0, sizeof *edits);
    edits->options = options;
}

static bool is_base64(char c)
{
    return xp_is_alnum(c) || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
}

void xp_edits_nonce(xp_edits *edits, const char *nonce, size_t len)
{
    edits->nonce_len = 0;
    if (len > XP_NONCE_MAX)
        return;
    for (size_t i = 0; i < len; i++)
        if (!is_base64(nonce[i]))
            return;
    memcpy(edits->nonce, nonce, len);
    edits->nonce_len = (uint8_t)len;
}

static void add(xp_piece *pieces, int *n, const char *text, size_t len)
{
    pieces[*n].text = text;
    pieces[(*n)++].len = len;
}

static void add_text(xp_piece *pieces, int *n, const char *text)
{
    add(pieces, n, text, strlen(text));
}

/* The vendor's stub if one is due, the short one if that does and is not there yet; else NULL. */
static const char *stub_for(xp_edits *edits, const xp_cut *cut)
{
    const xp_options *opt = edits->options;
    const char *stub = xp_rules_short_stub(opt->rules, cut->vendor, cut->pattern);

    if (!opt->stubs || opt->scripts_by_hash || xp_set_has(&edits->stubbed, cut->vendor))
        return NULL;
    if (stub) {
        if (edits->shortened == cut->vendor + 1)
            return NULL;
        edits->shortened = (int16_t)(cut->vendor + 1);
        return stub;
    }
    stub = xp_rules_stub(opt->rules, cut->vendor);
    if (stub)
        xp_set_add(&edits->stubbed, cut->vendor);
    return stub;
}

/* The stub, else "" where an empty script is due, else NULL. */
static const char *script_for(xp_edits *edits, const xp_cut *cut)
{
    const char *stub = stub_for(edits, cut);

    return stub ? stub : cut->in_head ? "" : NULL;
}

/* A script of ours, in place of what was the vendor's. */
static int put_script(const xp_edits *edits, const xp_cut *cut, const char *script, xp_piece *pieces, int n)
{
    add_text(pieces, &n, "<script data-xpurpose=\"");
    add_text(pieces, &n, xp_rules_name(edits->options->rules, cut->vendor));
    if (edits->nonce_len && *script) {
        add_text(pieces, &n, "\" nonce=\"");
        add(pieces, &n, edits->nonce, edits->nonce_len);
    }
    add_text(pieces, &n, "\">");
    add_text(pieces, &n, script);
    add_text(pieces, &n, "</script>");
    return n;
}

void xp_edits_put(xp_edits *edits, const xp_cut *cut)
{
    xp_piece pieces[8];
    xp_edit edit = { cut->from, cut->to, pieces, 0, cut->vendor, cut->pattern, (xp_form)cut->form };
    const char *script = script_for(edits, cut);

    add_text(pieces, &edit.npieces, xp_rules_comment(edits->options->rules, cut->vendor));
    if (script)
        edit.npieces = put_script(edits, cut, script, pieces, edit.npieces);
    edits->options->on_edit(edits->options->ctx, &edit);
}

const char *xp_form_name(xp_form form)
{
    static const char *const NAMES[] = { "script src", "inline script", "noscript", "img",  "iframe", "link",
                                         "style",      "amp",           "block",    "gate", "gated",  "set aside" };

    return NAMES[form];
}
