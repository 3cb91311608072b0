/* The site's snippet. Of a text that passes the check, as what it is told to be for: the tokenizer is at rest behind it, and the tree as it was,
 * whether scripting is on or off, however the text is cut; what is written differs from it in nonces' values only, and passes the check again.
 * Of one that does not, the fault lies within it. And a text that is known by words has them: its own scripts are met. The input's first two
 * bytes say where it goes and how it is cut. */
#include "fuzz/kit.h"
#include "engine/html/xp_tok.h"
#include "engine/html/xp_tree.h"
#include "engine/page/xp_snippet.h"

/* A parser of the page's, less what it does with attributes. */
typedef struct {
    xp_tok tok;
    xp_tree tree;
    bool scripting;
    const xp_snippet *snippet; /* whose scripts are met; NULL: nobody's */
    xp_snippet_seen seen;
    uint64_t script; /* 1 + where one begins */
    char value[XP_VALUE_MAX];
} parser;

static void on_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    (void)ctx;
    (void)attr;
    (void)value;
    (void)len;
    (void)cut;
}

static xp_tree_tag tag_of(const parser *p, bool self_closing)
{
    return (xp_tree_tag){ .el = p->tok.el, .name = p->tok.name, .len = p->tok.name_len, .self_closing = self_closing };
}

static xp_model on_start(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    parser *p = ctx;
    xp_tree_tag tag = tag_of(p, self_closing);
    xp_model model;

    (void)end;
    xp_tree_start(&p->tree, &tag, &model);
    p->script = model == XP_MODEL_SCRIPT && !p->tree.templates ? p->tok.from + 1 : 0;
    return el == XP_EL_NOSCRIPT && !p->scripting ? XP_MODEL_DATA : model;
}

static void on_end(void *ctx, xp_element el, uint64_t end)
{
    parser *p = ctx;
    xp_tree_tag tag = tag_of(p, false);

    xp_tree_end(&p->tree, &tag);
    if (p->snippet && p->script && el == XP_EL_SCRIPT) {
        size_t from = (size_t)p->script - 1, len = (size_t)end - from;
        char *element = copy_of(p->snippet->text + from, len);

        xp_snippet_meet(p->snippet, &p->seen, catalogue(), element, len);
        free(element);
    }
    p->script = 0;
}

static void on_text(void *ctx, const char *text, size_t len)
{
    xp_tree_text(&((parser *)ctx)->tree, text, len);
}

static bool on_foreign(void *ctx)
{
    return xp_tree_foreign(&((parser *)ctx)->tree);
}

static void parse(parser *p, const char *text, size_t len, bool in_head, unsigned seed)
{
    static const xp_sink SINK = { on_attr, on_start, on_end, xp_tok_no_comment, on_text, on_foreign };

    xp_tok_init(&p->tok, &SINK, p, p->value, 0);
    p->tok.all_tags = p->tok.see_text = true;
    p->script = 0;
    memset(&p->seen, 0, sizeof p->seen);
    xp_tree_init(&p->tree);
    p->tree.head_begun = true;
    p->tree.head_ended = p->tree.body_begun = p->tree.no_frameset = !in_head;
    for (size_t at = 0, n; at < len; at += n) {
        char *piece;

        n = next_cut(&seed, len - at, 9);
        piece = copy_of(text + at, n);
        xp_tok_feed(&p->tok, piece, n);
        free(piece);
    }
}

static void leaves_all(const char *text, size_t len, xp_where where, bool scripting, unsigned seed)
{
    bool in_head = where != XP_BODY_END;
    parser p = { .scripting = scripting };

    parse(&p, text, len, in_head, seed);
    claim(xp_tok_at_rest(&p.tok), "nothing goes on behind it");
    claim(!p.tok.doctype && !p.tree.open.used && !p.tree.templates && !p.tree.in_select, "nothing is left open");
    claim(!p.tree.doubt && !p.tree.loose, "nothing is uncertain");
    claim(!in_head || (where == XP_HEAD_END && !scripting) || !(p.tree.head_ended || p.tree.body_begun),
          "the head goes on");
}

/* Everything outside of nonces' values stands in what is written, in its order. */
static void writes(const xp_snippet *snippet, xp_where where)
{
    xp_piece pieces[XP_SNIPPET_PIECES];
    int n = xp_snippet_write(snippet, 0, "N/o+n-c_e=", 10, pieces);
    size_t len = xp_snippet_length(snippet, 10), at = 0, from = 0;
    char *all = malloc(len + 1);
    xp_snippet_fault fault;

    claim(all != NULL, "there is memory");
    claim(n >= 1 && n <= XP_SNIPPET_PIECES, "so many pieces");
    for (int i = 0; i < n; at += pieces[i++].len) {
        claim(at + pieces[i].len <= len, "as long as is said");
        memcpy(all + at, pieces[i].text, pieces[i].len);
    }
    claim(at == len, "as long as is said, and no shorter");
    at = 0;
    for (int i = 0; i < snippet->nonces; i++) {
        const xp_snippet_nonce *nonce = &snippet->nonce[i];
        size_t same = nonce->at.from - from;

        claim(nonce->at.from >= from && nonce->at.to >= nonce->at.from && nonce->at.to <= snippet->len, "in order");
        claim(!memcmp(all + at, snippet->text + from, same), "nothing else is changed");
        at += same + (nonce->bare ? 13 : 10);
        from = nonce->at.to;
    }
    claim(len - at == snippet->len - from && !memcmp(all + at, snippet->text + from, len - at), "to the end");
    claim(len > XP_SNIPPET_MAX || xp_snippet_check(all, len, where, &fault), "it is still sound");
    free(all);
}

/* Of two sound texts all is sound, but for the sums. */
static void adds_up(const char *text, size_t len, xp_where where, unsigned nonces)
{
    char *both = malloc(2 * len + 1);
    xp_snippet_fault fault;

    claim(both != NULL, "there is memory");
    memcpy(both, text, len);
    both[len] = '\n';
    memcpy(both + len + 1, text, len);
    if (xp_snippet_check(both, 2 * len + 1, where, &fault))
        claim(fault.nonces == 2 * nonces, "nonces are counted");
    else
        claim(fault.fault == XP_FAULT_NONCES && 2 * nonces > XP_SNIPPET_NONCES, "twice is as sound as once");
    free(both);
}

static void meets(const xp_snippet *snippet)
{
    parser p = { .scripting = true, .snippet = snippet };

    parse(&p, snippet->text, snippet->len, false, 0);
    claim(snippet->tells || !p.seen.lines, "what is known by nothing is never met");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xp_where where;
    xp_snippet_fault fault;
    xp_snippet snippet;
    char *text;
    const char *trimmed;
    size_t len = size - 2;

    if (size < 2 || size > 4096)
        return 0;
    where = (xp_where)(data[0] % XP_PLACES);
    trimmed = text = copy_of(data + 2, size - 2);
    xp_trim(&trimmed, &len);
    if (xp_snippet_check(text, size - 2, where, &fault)) {
        leaves_all(text, size - 2, where, true, data[1]);
        leaves_all(text, size - 2, where, false, data[1]);
        adds_up(text, size - 2, where, fault.nonces);
        xp_snippet_read(&snippet, trimmed, len, NULL, 1, catalogue());
        writes(&snippet, where);
        meets(&snippet);
    } else {
        claim(fault.fault != XP_FAULT_NONE && fault.at <= size - 2, "a fault is somewhere");
        xp_snippet_read(&snippet, trimmed, len, NULL, 1, catalogue());
    }
    free(text);
    return 0;
}
