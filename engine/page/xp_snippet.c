/* See xp_snippet.h. */
#include "xp_snippet.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../html/xp_attrs.h"
#include "../html/xp_tok.h"
#include "../html/xp_tree.h"

typedef struct {
    xp_snippet *snippet;
    xp_tok tok;
    xp_tree tree;
    xp_known_maker known;
    int line;        /* that `known` is of */
    size_t noscript; /* where what it holds begins; 0: none is open */
    uint64_t
        script; /* 1 + where the script begins that is open; 0: none is, or one that does not run where it stands */
    char value[XP_VALUE_MAX];
} reader;

/* ---- Nonces ------------------------------------------------------------------------------------------------------------------ */

static void note_nonce(xp_snippet *snippet, const xp_attr_at *attr)
{
    const char *from = attr->quote ? attr->value : attr->name + attr->nname;

    if (!xp_is_word(attr->name, attr->nname, "nonce") || snippet->nonces == XP_SNIPPET_NONCES)
        return;
    snippet->nonce[snippet->nonces++] =
        (xp_snippet_nonce){ { (size_t)(from - snippet->text), (size_t)(attr->value + attr->nvalue - snippet->text) },
                            !attr->quote };
}

/* Nonces; and an element may do something by itself, too. */
static void note_attrs(reader *r, uint64_t end)
{
    const char *stop = r->snippet->text + end, *at = xp_attrs_begin(r->snippet->text + r->tok.from, stop);
    xp_attr_at attr;

    while (xp_attrs_next(&at, stop, &attr)) {
        note_nonce(r->snippet, &attr);
        r->known.never |= attr.nname > 2 && xp_is_word(attr.name, 2, "on");
    }
}

/* ---- Scripts ----------------------------------------------------------------------------------------------------------------- */

static void no_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    (void)ctx;
    (void)attr;
    (void)value;
    (void)len;
    (void)cut;
}

static xp_tree_tag tag_of(const xp_tok *tok, bool self_closing)
{
    xp_tree_tag tag = { .el = tok->el, .name = tok->name, .len = tok->name_len, .self_closing = self_closing };

    return tag;
}

static void begin_line(reader *r, int line, const xp_rules *rules)
{
    r->line = line;
    r->noscript = 0;
    xp_known_begin(&r->known, &r->snippet->line[line].known, r->snippet->text, rules);
}

static void end_line(reader *r)
{
    xp_known_end(&r->known);
    if (r->snippet->line[r->line].known.words)
        r->snippet->tells |= 1u << r->line;
}

/* A tag begins at `at`: in which line? */
static void reach(reader *r, uint64_t at)
{
    while (at >= r->snippet->line[r->line].to) {
        end_line(r);
        begin_line(r, r->line + 1, r->known.rules);
    }
}

/* What a page need not have beside the scripts that it has; all else may count a view by itself: pictures, frames, an svg's scripts. */
static bool is_beside(const xp_tok *tok, xp_model model)
{
    static const char *const NAMES[] = { "meta", "link", "title", "base", "style" };

    if (model == XP_MODEL_SCRIPT || (model == XP_MODEL_RAWTEXT && tok->el == XP_EL_NOSCRIPT))
        return true;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (xp_is_word(tok->name, tok->name_len, NAMES[i]))
            return true;
    return false;
}

/* A template's scripts are nothing but the page's to copy; an svg's are not told. */
static xp_model start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    reader *r = ctx;
    xp_tree_tag tag = tag_of(&r->tok, self_closing);
    xp_model model;

    xp_tree_start(&r->tree, &tag, &model);
    reach(r, r->tok.from);
    note_attrs(r, end);
    r->known.never |= !is_beside(&r->tok, model);
    if (model == XP_MODEL_RAWTEXT && el == XP_EL_NOSCRIPT)
        r->noscript = (size_t)end;
    r->script = model == XP_MODEL_SCRIPT && !r->tree.templates ? r->tok.from + 1 : 0;
    return model;
}

static void note_script(xp_snippet *snippet, const xp_apart *script)
{
    if (script->runs && !script->has_src) {
        snippet->inline_nonced = script->nonce && (snippet->inline_nonced || !snippet->runs_inline);
        snippet->runs_inline = true;
    } else if (script->runs && snippet->urls < XP_SNIPPET_URLS) {
        snippet->url_nonced[snippet->urls] = script->nonce;
        snippet->url[snippet->urls++] = script->src;
    }
}

static void end_tag(void *ctx, xp_element el, uint64_t end)
{
    reader *r = ctx;
    xp_tree_tag tag = tag_of(&r->tok, false);

    if (el == XP_EL_NOSCRIPT && r->noscript)
        xp_known_add_noscript(&r->known, (xp_span){ r->noscript, (size_t)r->tok.from });
    r->noscript = 0;
    xp_tree_end(&r->tree, &tag);
    if (r->script && el == XP_EL_SCRIPT) {
        size_t from = (size_t)r->script - 1;
        xp_apart script = xp_apart_take(r->snippet->text + from, (size_t)end - from, from);

        note_script(r->snippet, &script);
        if (script.script)
            xp_known_add(&r->known, &script);
    }
    r->script = 0;
}

static bool is_foreign(void *ctx)
{
    return xp_tree_foreign(&((reader *)ctx)->tree);
}

void xp_snippet_read(xp_snippet *snippet, const char *text, size_t len, const size_t *ends, int n,
                     const xp_rules *rules)
{
    static const xp_sink SINK = { no_attr, start_tag, end_tag, xp_tok_no_comment, xp_tok_no_text, is_foreign };
    reader r;

    memset(snippet, 0, sizeof *snippet);
    snippet->text = text;
    snippet->len = len;
    snippet->ascii = true;
    for (size_t i = 0; i < len; i++)
        snippet->ascii &= (unsigned char)text[i] < 0x80;
    snippet->lines = (uint8_t)(n < XP_SNIPPET_LINES ? n : XP_SNIPPET_LINES);
    for (int i = 0; i < snippet->lines; i++)
        snippet->line[i].to = i + 1 < snippet->lines ? ends[i] : len;
    r.snippet = snippet;
    r.script = 0;
    begin_line(&r, 0, rules);
    xp_tree_init(&r.tree);
    xp_tok_init(&r.tok, &SINK, &r, r.value, 0);
    r.tok.all_tags = true;
    xp_tok_feed(&r.tok, text, len);
    end_line(&r);
}

/* ---- Writing ----------------------------------------------------------------------------------------------------------------- */

static int add_piece(xp_piece *pieces, int n, const char *text, size_t len)
{
    if (!len)
        return n;
    pieces[n].text = text;
    pieces[n].len = len;
    return n + 1;
}

int xp_snippet_write(const xp_snippet *snippet, unsigned without, const char *nonce, size_t len, xp_piece *pieces)
{
    size_t done = 0;
    int n = 0, k = 0;

    for (int i = 0; i < snippet->lines; i++) {
        size_t to = snippet->line[i].to;
        bool out = without >> i & 1;

        if (i && !n && !out)
            done++; /* no newline before the first */
        for (; k < snippet->nonces && snippet->nonce[k].at.from < to; k++) {
            const xp_snippet_nonce *it = &snippet->nonce[k];

            if (out)
                continue;
            n = add_piece(pieces, n, snippet->text + done, it->at.from - done);
            n = add_piece(pieces, n, "=\"", it->bare ? 2 : 0);
            n = add_piece(pieces, n, nonce, len);
            n = add_piece(pieces, n, "\"", it->bare);
            done = it->at.to;
        }
        if (!out)
            n = add_piece(pieces, n, snippet->text + done, to - done);
        done = to;
    }
    return n;
}

size_t xp_snippet_length(const xp_snippet *snippet, size_t nonce_len)
{
    size_t len = snippet->len;

    for (int i = 0; i < snippet->nonces; i++) {
        const xp_snippet_nonce *it = &snippet->nonce[i];

        len += nonce_len + (it->bare ? 3 : 0);
        len -= it->at.to - it->at.from;
    }
    return len;
}

/* ---- Pages that have it ------------------------------------------------------------------------------------------------------ */

/* Lines that the page may yet show: a bit for each. */
static unsigned open_lines(const xp_snippet *snippet, const xp_snippet_seen *seen)
{
    return snippet->tells & ~(unsigned)seen->lines;
}

/* `worded`: a bit for each line of which the element may hold a word. */
static void meet(const xp_snippet *snippet, xp_snippet_seen *seen, const xp_rules *rules, const char *element,
                 size_t len, unsigned worded)
{
    unsigned open = open_lines(snippet, seen);

    for (int i = 0; i < snippet->lines; i++)
        if ((open >> i & 1) &&
            xp_known_meet(&snippet->line[i].known, snippet->text, &seen->of[i], rules, element, len, worded >> i & 1))
            seen->lines = (uint8_t)(seen->lines | 1u << i);
}

/* Whether the script is an external one, and its address may be a vendor's. */
static bool may_load(const xp_rules *rules, const char *element, size_t len)
{
    const char *at = xp_attrs_begin(element, element + len);
    xp_attr_at attr;

    while (xp_attrs_next(&at, element + len, &attr)) {
        if (!xp_is_word(attr.name, attr.nname, "src"))
            continue;
        xp_trim(&attr.value, &attr.nvalue);
        return memchr(attr.value, '&', attr.nvalue) || xp_rules_may_know(rules, attr.value, attr.nvalue);
    }
    return false;
}

/* Whether some line loads a library that the page has not been seen to load. */
static bool wants_loader(const xp_snippet *snippet, const xp_snippet_seen *seen)
{
    const unsigned open = open_lines(snippet, seen);

    for (int i = 0; i < snippet->lines; i++)
        if ((open >> i & 1) && seen->of[i].loaded != snippet->line[i].known.loads)
            return true;
    return false;
}

/* Keeps what may load a library for when something is met that it would be for, which is hardly ever: whose an address is takes long to tell.
 * False: there is no room. */
static bool put_off(xp_snippet_seen *seen, const char *element, size_t len)
{
    size_t used = seen->loaders ? seen->loader_end[seen->loaders - 1] : 0;

    if (seen->loaders == XP_SNIPPET_LOADERS || len > XP_SNIPPET_PUT_OFF - used)
        return false;
    memcpy(seen->put_off + used, element, len);
    seen->loader_end[seen->loaders++] = (uint16_t)(used + len);
    return true;
}

static void meet_loaders(const xp_snippet *snippet, xp_snippet_seen *seen, const xp_rules *rules)
{
    size_t from = 0;

    for (int i = 0; i < seen->loaders; from = seen->loader_end[i++])
        meet(snippet, seen, rules, seen->put_off + from, seen->loader_end[i] - from, 0);
    seen->loaders = 0;
}

/* Of which lines these bytes may hold a word: a bit for each. */
static unsigned words_in(const xp_snippet *snippet, const xp_snippet_seen *seen, const char *bytes, size_t len)
{
    unsigned open = open_lines(snippet, seen), worded = 0;

    for (int i = 0; i < snippet->lines; i++)
        if ((open >> i & 1) && xp_known_may_meet(&snippet->line[i].known, snippet->text, bytes, len))
            worded |= 1u << i;
    return worded;
}

bool xp_snippet_may_meet(const xp_snippet *snippet, const xp_snippet_seen *seen, const char *bytes, size_t len)
{
    return seen->worded || words_in(snippet, seen, bytes, len);
}

bool xp_snippet_meet(const xp_snippet *snippet, xp_snippet_seen *seen, const xp_rules *rules, const char *element,
                     size_t len)
{
    unsigned worded = words_in(snippet, seen, element, len);

    if (!worded && !seen->worded &&
        (!wants_loader(snippet, seen) || !may_load(rules, element, len) || put_off(seen, element, len)))
        return false;
    seen->worded |= worded != 0;
    meet_loaders(snippet, seen, rules); /* if there was no room for this one they make some */
    meet(snippet, seen, rules, element, len, worded);
    return seen->lines == (1u << snippet->lines) - 1;
}
