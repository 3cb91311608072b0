/* A start tag's attributes by where they stand: as a table, and against the tokenizer. */
#include "engine/html/xp_attrs.h"
#include "engine/html/xp_tok.h"

#include "tap.h"

/* A tag, and its attributes as "name=value|" for each, a bare one without '='; what is left of the tag behind them. */
static const struct {
    const char *tag, *attrs, *rest;
} CASE[] = {
    { "<p>", "", ">" },
    { "<p >", "", ">" },
    { "<p/>", "", ">" },
    { "<p a>", "a|", ">" },
    { "<p a/>", "a|", ">" },
    { "<p a=1>", "a=1|", ">" },
    { "<p a=1/>", "a=1/|", ">" },
    { "<p a=\"1\"b='2'>", "a=\"1|b='2|", ">" },
    { "<p a = \"1 > 2\" b>", "a=\"1 > 2|b|", ">" },
    { "<p A=1 a=2>", "A=1|a=2|", ">" },
    { "<p a=>", "a=|", ">" },
    { "<p a= b=1>", "a=b=1|", ">" },
    { "<p a=\"\">", "a=\"|", ">" },
    { "<p =a=b>", "=a=b|", ">" },
    { "<p a\n=\n'b\n'\n>", "a='b\n|", ">" },
    { "<p/a/b=c>", "a|b=c|", ">" },
    { "<p a\"b>", "a\"b|", ">" },
    { "<p a b> c=d", "a|b|", "> c=d" },
    { "<p a=\"b>", "a=\"b>|", "" },
    { "<p a=b", "a=b|", "" },
    { "<p a ", "a|", "" },
    { "<p", "", "" },
};

static void check(const char *tag, const char *want, const char *rest)
{
    size_t len = strlen(tag);
    char *copy = tap_copy(tag, len), said[200] = "";
    const char *end = copy + len, *at = xp_attrs_begin(copy, end);
    xp_attr_at attr;

    while (xp_attrs_next(&at, end, &attr)) {
        char quote[2] = { attr.quote, '\0' };

        strncat(said, attr.name, attr.nname);
        strcat(said, attr.valued ? "=" : "");
        strcat(said, quote);
        strncat(said, attr.value, attr.nvalue);
        strcat(said, "|");
    }
    is_str(said, want, "%s", tag);
    is_mem(at, (size_t)(end - at), rest, strlen(rest), "%s: what is left", tag);
    free(copy);
}

/* ---- Against the tokenizer ----------------------------------------------------------------------------------------------- */

static xp_tok tok;
static char value[XP_VALUE_MAX], theirs[400], ours[400];

static void on_attr(void *ctx, xp_attr attr, const char *text, size_t len, bool cut)
{
    (void)ctx;
    (void)attr;
    (void)cut;
    strncat(theirs, tok.name_at, tok.named_len);
    strcat(theirs, "=");
    strncat(theirs, text, len);
    strcat(theirs, "|");
}

static xp_model on_start(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    size_t n = strlen(theirs);

    (void)ctx;
    (void)el;
    (void)self_closing;
    snprintf(theirs + n, sizeof theirs - n, "%d", (int)end - 1);
    tok.stopped = true;
    return XP_MODEL_DATA;
}

/* A tag of random bytes that matter. The tokenizer's names are in lower case if they were kept, and so are these. */
static void race(unsigned seed)
{
    static const char SIGNS[] = "ab=\"' >/\n";
    static const xp_sink SINK = { on_attr,           on_start,       xp_tok_no_end_tag,
                                  xp_tok_no_comment, xp_tok_no_text, xp_tok_not_foreign };
    char tag[40] = "<script ";
    size_t len = 8;
    const char *at;
    xp_attr_at attr;

    for (; len < 30; len++, seed = seed * 1103515245u + 12345u)
        tag[len] = SIGNS[(seed >> 16) % (sizeof SIGNS - 1)];
    tag[len++] = '>';
    theirs[0] = ours[0] = '\0';
    xp_tok_init(&tok, &SINK, NULL, value, 0);
    tok.asks = tok.asks_of = UINT32_MAX;
    xp_tok_feed(&tok, tag, len);
    for (at = xp_attrs_begin(tag, tag + len); xp_attrs_next(&at, tag + len, &attr);) {
        strncat(ours, attr.name, attr.nname);
        strcat(ours, "=");
        strncat(ours, attr.value, attr.nvalue);
        strcat(ours, "|");
    }
    snprintf(ours + strlen(ours), 12, "%d", (int)(at - tag));
    if (!tok.stopped) /* the tag does not end: its last attribute is not handed out */
        ours[strlen(theirs)] = '\0';
    if (strcmp(ours, theirs))
        is_str(ours, theirs, "%.*s", (int)len, tag);
}

int main(void)
{
    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++)
        check(CASE[i].tag, CASE[i].attrs, CASE[i].rest);
    for (unsigned seed = 1; seed <= 20000; seed++)
        race(seed * 2654435769u);
    ok(tap_failed == 0, "as the tokenizer sees them");
    return tap_done();
}
