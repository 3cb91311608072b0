/* The lexer: bytes to tokens, one state a function, as ECMA-262 (12, Lexical Grammar, and B.1.1, HTML-like Comments) has them.
 *
 * It needs no look-ahead beyond one byte, so that the text may be cut anywhere. What it does not understand for certain makes
 * the script mixed: escapes in names, letters beyond ASCII outside of strings, a string that runs over the end of its line, a
 * slash after a block. What a word or string means is the rule's business (xp_js_rule.c); here strings are only searched for
 * markup, because what is written into the page by document.write() may be more than a vendor's pixel.
 *
 * Rejected: a parser (a grammar of 250 productions that changes every year, to learn less than the words tell), and
 * fingerprints of known snippets (every site's copy differs in its settings, its spaces and its age).
 */
#include "xp_js_rule.h"
#include "xp_js_words.h"

#include <string.h>

enum {
    S_CODE,
    S_WORD,
    S_NUMBER,
    S_OPERATOR,
    S_SLASH,
    S_LINE,
    S_BLOCK,
    S_BLOCK_STAR,
    S_STRING,
    S_STRING_ESCAPE,
    S_STRING_CR,
    S_REGEX,
    S_REGEX_ESCAPE,
    S_REGEX_CLASS,
    S_REGEX_CLASS_ESCAPE,
    S_REGEX_FLAGS,
    S_TEMPLATE,
    S_TEMPLATE_ESCAPE,
    S_TEMPLATE_DOLLAR,
    S_RARE
};

enum { TAG_NONE, TAG_OPENS, TAG_CLOSES };
enum { NO_ANCHOR, IN_TAG, IN_TEXT };

static bool is_digit(unsigned c)
{
    return c - '0' < 10;
}

static bool is_letter(unsigned c)
{
    return (c | 32) - 'a' < 26;
}

/* Letters, digits, '_' and '$', a bit each. */
static bool is_word(unsigned c)
{
    static const uint64_t WORD[2] = { UINT64_C(0x03FF001000000000), UINT64_C(0x07FFFFFE87FFFFFE) };

    return c < 128 && WORD[c >> 6] >> (c & 63) & 1;
}

static bool is_line_end(unsigned c)
{
    return c == '\n' || c == '\r';
}

static bool is_space(unsigned c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static bool give_up(xp_js *js)
{
    js->mixed = true;
    return true;
}

static bool go(xp_js *js, unsigned state)
{
    js->state = (uint8_t)state;
    return true;
}

/* Goes on with the same byte in another state. */
static bool back(xp_js *js, unsigned state)
{
    js->state = (uint8_t)state;
    return false;
}

/* ---- What strings hold ------------------------------------------------------------------------------------------------ */

static const char HARMLESS[] = " a br iframe img noscript script span ";
static const char LOADING[] = " iframe img script ";

/* A string's end may cut a tag's name short ("<scr" + "ipt"): then the first letters have to do. */
static bool begins_one(const char *list, const char *name, size_t len)
{
    for (; *list; list++)
        if (*list == ' ' && strncmp(list + 1, name, len) == 0)
            return true;
    return false;
}

static void tag_ends(xp_js *js, bool with_string)
{
    bool opens = js->tagging == TAG_OPENS;

    js->tagging = TAG_NONE;
    if (js->ntag == 0 && !with_string)
        return;
    js->anchor = opens && !with_string && xp_js_listed(" a span ", js->tag, js->ntag) ? IN_TAG : NO_ANCHOR;
    if (js->ntag >= sizeof js->tag) {
        js->markup = true;
    } else if (with_string) {
        js->markup |= !begins_one(HARMLESS, js->tag, js->ntag);
        js->written += opens && begins_one(LOADING, js->tag, js->ntag);
    } else {
        js->markup |= !xp_js_listed(HARMLESS, js->tag, js->ntag);
        js->written += opens && xp_js_listed(LOADING, js->tag, js->ntag);
    }
}

static void tag_byte(xp_js *js, unsigned c)
{
    if (is_letter(c) || (is_digit(c) && js->ntag > 0)) {
        if (js->ntag < sizeof js->tag)
            js->tag[js->ntag++] = (char)(c | 32);
    } else if (js->ntag == 0 && (c == '/' || c == '\\')) {
        js->tagging = TAG_CLOSES;
    } else {
        js->markup |= js->ntag == 0 && c == '!';
        tag_ends(js, false);
    }
}

/* Does the text so far end in `text`, which is in lower case? */
static bool ends_in(const xp_js *js, const char *text)
{
    uint64_t recent = js->recent;

    for (size_t n = strlen(text); n-- > 0; recent >>= 8) {
        unsigned c = recent & 0xff;
        if ((is_letter(c) ? (c | 32) : c) != (unsigned char)text[n])
            return false;
    }
    return true;
}

static bool opens_tag(const xp_js *js, unsigned c)
{
    return c == '<' || ((c | 32) == 'c' && (ends_in(js, "%3c") || ends_in(js, "\\x3c") || ends_in(js, "\\u003c")));
}

/* An attribute whose name begins with "on": a space or quote, then "on", letters, '='. */
static void handler_byte(xp_js *js, unsigned c)
{
    if (c == ' ' || c == '"' || c == '\'' || c == '/')
        js->handler = 1;
    else if (js->handler == 1 || js->handler == 2)
        js->handler = (c | 32) == (js->handler == 1 ? 'o' : 'n') ? js->handler + 1 : 0;
    else if (js->handler > 2 && is_letter(c))
        js->handler = 4;
    else {
        js->markup |= js->handler == 4 && c == '=';
        js->handler = 0;
    }
}

/* The text of a link or a span that is written is something to read. */
static void anchor_byte(xp_js *js, unsigned c)
{
    if (js->anchor == IN_TAG && (c == '>' || ((c | 32) == 'e' && ends_in(js, "%3e")))) {
        js->anchor = IN_TEXT;
    } else if (js->anchor == IN_TEXT && c != ' ') {
        js->markup |= c != '<' && c != '%' && c != '\\';
        js->anchor = NO_ANCHOR;
    }
}

static void text_byte(xp_js *js, unsigned c)
{
    if (js->nword < XP_JS_WORD && c != 0)
        js->word[js->nword++] = (char)c;
    else
        js->cut = true;
    js->recent = js->recent << 8 | c;
    handler_byte(js, c);
    anchor_byte(js, c);
    if (js->tagging)
        tag_byte(js, c);
    if (opens_tag(js, c)) {
        js->wrote = true;
        js->tagging = TAG_OPENS;
        js->ntag = 0;
    }
}

static void text_begins(xp_js *js)
{
    js->nword = 0;
    js->recent = 0;
    js->cut = false;
    js->lead = js->handler = 0;
    js->tagging = TAG_NONE;
}

static void text_ends(xp_js *js)
{
    if (js->tagging)
        tag_ends(js, true);
}

static void escape_byte(xp_js *js, unsigned c)
{
    js->cut |= is_letter(c) || is_digit(c);
    js->markup |= c >= '1' && c <= '7'; /* octal: could be anything */
    if (c == 'x' || c == 'u')
        text_byte(js, '\\');
    text_byte(js, c == 'n' || c == 'r' || c == 't' ? ' ' : c);
}

/* In a double-byte charset: is `c` the second half of a character? Half-width katakana of Shift_JIS stand alone, but GBK
 * has lead bytes in their place: where that would make a difference nothing is certain. */
static bool is_trail(xp_js *js, unsigned c)
{
    unsigned lead = js->lead;

    js->lead = 0;
    if (lead == 0 || c < 0x40) {
        js->lead = (uint8_t)(js->doublebyte && c >= 0x81 ? c : 0);
        return false;
    }
    if (lead >= 0xa1 && lead <= 0xdf && (c == '\\' || c == '`'))
        js->mixed = true;
    js->recent = js->recent << 8 | c;
    js->cut = true;
    return true;
}

/* ---- The states ------------------------------------------------------------------------------------------------------- */

/* A token that is one byte long. */
static bool single(xp_js *js, unsigned c)
{
    static const uint8_t TOKENS[128] = {
        ['('] = XP_T_PAREN, [')'] = XP_T_UNPAREN, ['['] = XP_T_BRACKET, [']'] = XP_T_UNBRACKET,
        ['{'] = XP_T_BRACE, ['}'] = XP_T_UNBRACE, [','] = XP_T_COMMA,   [';'] = XP_T_SEMICOLON,
        [':'] = XP_T_COLON, ['~'] = XP_T_OPERATOR
    };

    if (c >= sizeof TOKENS || TOKENS[c] == 0)
        return false;
    if (c == '}' && xp_js_in_template(js)) {
        xp_js_next(js, XP_T_UNDOLLAR);
        text_begins(js);
        return go(js, S_TEMPLATE);
    }
    xp_js_next(js, (xp_js_token)TOKENS[c]);
    return true;
}

static bool begin_string(xp_js *js, unsigned c)
{
    xp_js_next(js, XP_T_VALUE);
    text_begins(js);
    js->quote = (uint8_t)c;
    return go(js, c == '`' ? S_TEMPLATE : S_STRING);
}

static bool begin_number(xp_js *js, bool point)
{
    xp_js_next(js, XP_T_VALUE);
    js->point = point;
    js->exponent = false;
    js->rare = 0;
    return back(js, S_NUMBER);
}

static bool st_code(xp_js *js, unsigned c)
{
    if (is_space(c) || (c == 0xa0 && !js->doublebyte))
        return true;
    if (is_line_end(c))
        return js->fresh = true;
    if (is_digit(c))
        return begin_number(js, false);
    if (is_word(c)) {
        xp_js_next(js, XP_T_NAME);
        js->nword = 0;
        js->cut = false;
        return back(js, S_WORD);
    }
    if (c == '"' || c == '\'' || c == '`')
        return begin_string(js, c);
    if (c == '/')
        return go(js, S_SLASH);
    if (single(js, c))
        return true;
    js->nop = 0;
    if (c && strchr(".=<>!+-*%&|^?", (int)c))
        return back(js, S_OPERATOR);
    js->rare = 0;
    return c >= 0x80 && !js->doublebyte ? back(js, S_RARE) : give_up(js);
}

/* The white space beyond ASCII that copying leaves in snippets: U+00A0 and U+FEFF, in UTF-8. */
static bool st_rare(xp_js *js, unsigned c)
{
    static const unsigned char SPACES[][4] = { { 0xc2, 0xa0 }, { 0xef, 0xbb, 0xbf } };
    unsigned which = js->rare ? js->rare / 4 : c == 0xef, at = js->rare % 4;

    if (SPACES[which][at] != c)
        return give_up(js);
    js->rare = (uint8_t)(which * 4 + at + 1);
    return SPACES[which][at + 1] ? true : go(js, S_CODE);
}

static bool st_word(xp_js *js, unsigned c)
{
    if (is_word(c)) {
        if (js->nword < XP_JS_WORD)
            js->word[js->nword++] = (char)c;
        else
            js->cut = true;
        return true;
    }
    xp_js_word(js);
    return c == '\\' ? give_up(js) : back(js, S_CODE);
}

/* Digits, a point, an exponent with its sign, hexadecimal and the like: `rare` is the byte before. */
static bool st_number(xp_js *js, unsigned c)
{
    bool sign = (c == '+' || c == '-') && (js->rare | 32) == 'e' && !js->exponent;

    if (c == '.' && !js->point)
        js->point = true;
    else if (sign)
        js->exponent = true;
    else if ((c | 32) == 'x')
        js->point = js->exponent = true;
    else if (!is_digit(c) && c != '_' && !(is_letter(c) && strchr("abcdefon", (int)(c | 32))))
        return is_word(c) ? give_up(js) : back(js, S_CODE);
    js->rare = (uint8_t)c;
    return true;
}

/* The punctuators that go on after their first byte, and the two that begin a comment. */
static const char *const LONG[] = { "===", "!==", "**=", "<<=", ">>=", ">>>=", "...", "&&=", "||=",  "?\?=", "=>", "==",
                                    "!=",  "<=",  ">=",  "++",  "--",  "+=",   "-=",  "*=",  "**",   "%=",   "&=", "|=",
                                    "^=",  "&&",  "||",  "?\?", "?.",  "<<",   ">>",  ">>>", "<!--", "-->" };

static bool goes_on(const xp_js *js, unsigned c)
{
    if (is_word(c) || is_space(c)) /* which is nearly always so */
        return false;
    for (size_t i = 0; i < sizeof LONG / sizeof *LONG; i++)
        if (LONG[i][0] == js->op[0] && strncmp(LONG[i], js->op, js->nop) == 0 && (unsigned char)LONG[i][js->nop] == c &&
            c != 0 && (js->fresh || strcmp(LONG[i], "-->") != 0))
            return true;
    return false;
}

static bool op_is(const xp_js *js, const char *text)
{
    return strlen(text) == js->nop && memcmp(js->op, text, js->nop) == 0;
}

static xp_js_token op_token(const xp_js *js)
{
    char last = js->op[js->nop - 1];

    if (js->nop == 1)
        return last == '.' ? XP_T_DOT : last == '?' ? XP_T_QUESTION : last == '=' ? XP_T_ASSIGN : XP_T_OPERATOR;
    if (op_is(js, "?."))
        return XP_T_DOT;
    if (op_is(js, "..."))
        return XP_T_SPREAD;
    if (op_is(js, "=>"))
        return XP_T_ARROW;
    if (op_is(js, "++") || op_is(js, "--"))
        return XP_T_STEP;
    if (last != '=' || op_is(js, "==") || op_is(js, "===") || op_is(js, "!=") || op_is(js, "!==") || op_is(js, "<=") ||
        op_is(js, ">="))
        return XP_T_OPERATOR;
    return XP_T_ASSIGN;
}

static bool end_operator(xp_js *js, unsigned c)
{
    if (op_is(js, ".."))
        return give_up(js);
    if (is_digit(c) && (op_is(js, ".") || op_is(js, "?."))) {
        if (js->nop == 2)
            xp_js_next(js, XP_T_QUESTION);
        return begin_number(js, true);
    }
    xp_js_next(js, op_token(js));
    return back(js, S_CODE);
}

static bool st_operator(xp_js *js, unsigned c)
{
    if (js->nop > 0 && !goes_on(js, c))
        return end_operator(js, c);
    js->op[js->nop++] = (char)c;
    js->rare = 0;
    return op_is(js, "<!--") || op_is(js, "-->") ? go(js, S_LINE) : true;
}

static bool st_slash(xp_js *js, unsigned c)
{
    js->rare = 0;
    if (c == '/')
        return go(js, S_LINE);
    if (c == '*')
        return go(js, S_BLOCK);
    switch (xp_js_slash_means(js)) {
    case XP_SLASH_ODD: return give_up(js);
    case XP_SLASH_QUOTES: xp_js_next(js, XP_T_VALUE); return back(js, S_REGEX);
    case XP_SLASH_DIVIDES: break;
    }
    xp_js_next(js, c == '=' ? XP_T_ASSIGN : XP_T_OPERATOR);
    js->state = S_CODE;
    return c == '=';
}

/* A line ends at U+2028 and U+2029 too: what follows would be code that looks like a comment. */
static bool st_line(xp_js *js, unsigned c)
{
    if (is_line_end(c)) {
        js->fresh = true;
        return go(js, S_CODE);
    }
    if (js->rare == 2 && (c == 0xa8 || c == 0xa9) && !js->doublebyte)
        return give_up(js);
    js->rare = c == 0xe2 ? 1 : c == 0x80 && js->rare == 1 ? 2 : 0;
    return true;
}

static bool st_block(xp_js *js, unsigned c)
{
    js->fresh |= is_line_end(c);
    return c == '*' ? go(js, S_BLOCK_STAR) : true;
}

static bool st_block_star(xp_js *js, unsigned c)
{
    if (c == '/')
        return go(js, S_CODE);
    return c == '*' ? true : back(js, S_BLOCK);
}

static bool st_string(xp_js *js, unsigned c)
{
    if (is_trail(js, c))
        return true;
    if (c == js->quote) {
        text_ends(js);
        xp_js_string(js);
        return go(js, S_CODE);
    }
    if (c == '\\')
        return go(js, S_STRING_ESCAPE);
    if (is_line_end(c))
        return give_up(js);
    text_byte(js, c);
    return true;
}

static bool st_string_escape(xp_js *js, unsigned c)
{
    if (c == '\r')
        return go(js, S_STRING_CR);
    if (c != '\n' && !is_trail(js, c)) /* a lead byte is noted there */
        escape_byte(js, c);
    return go(js, S_STRING);
}

static bool st_string_cr(xp_js *js, unsigned c)
{
    js->state = S_STRING;
    return c == '\n';
}

static bool regex_byte(xp_js *js, unsigned c, unsigned state)
{
    if (is_line_end(c) || (js->doublebyte && c >= 0x80))
        return give_up(js);
    return go(js, state);
}

static bool st_regex(xp_js *js, unsigned c)
{
    if (c == '/')
        return go(js, S_REGEX_FLAGS);
    return regex_byte(js, c, c == '\\' ? S_REGEX_ESCAPE : c == '[' ? S_REGEX_CLASS : S_REGEX);
}

static bool st_regex_escape(xp_js *js, unsigned c)
{
    return regex_byte(js, c, S_REGEX);
}

static bool st_regex_class(xp_js *js, unsigned c)
{
    return regex_byte(js, c, c == '\\' ? S_REGEX_CLASS_ESCAPE : c == ']' ? S_REGEX : S_REGEX_CLASS);
}

static bool st_regex_class_escape(xp_js *js, unsigned c)
{
    return regex_byte(js, c, S_REGEX_CLASS);
}

static bool st_regex_flags(xp_js *js, unsigned c)
{
    return is_word(c) ? true : back(js, S_CODE);
}

static bool st_template(xp_js *js, unsigned c)
{
    if (is_trail(js, c))
        return true;
    if (c == '`') {
        text_ends(js);
        xp_js_address(js);
        return go(js, S_CODE);
    }
    if (c == '\\' || c == '$')
        return go(js, c == '$' ? S_TEMPLATE_DOLLAR : S_TEMPLATE_ESCAPE);
    text_byte(js, c);
    return true;
}

static bool st_template_escape(xp_js *js, unsigned c)
{
    if (!is_line_end(c) && !is_trail(js, c))
        escape_byte(js, c);
    return go(js, S_TEMPLATE);
}

static bool st_template_dollar(xp_js *js, unsigned c)
{
    if (c != '{') {
        text_byte(js, '$');
        return back(js, S_TEMPLATE);
    }
    text_ends(js);
    xp_js_next(js, XP_T_DOLLAR);
    return go(js, S_CODE);
}

/* Takes a byte; false: the state has changed, and the byte is still to be taken. */
static bool step(xp_js *js, unsigned c)
{
    switch (js->state) {
    case S_CODE: return st_code(js, c);
    case S_WORD: return st_word(js, c);
    case S_NUMBER: return st_number(js, c);
    case S_OPERATOR: return st_operator(js, c);
    case S_SLASH: return st_slash(js, c);
    case S_LINE: return st_line(js, c);
    case S_BLOCK: return st_block(js, c);
    case S_BLOCK_STAR: return st_block_star(js, c);
    case S_STRING: return st_string(js, c);
    case S_STRING_ESCAPE: return st_string_escape(js, c);
    case S_STRING_CR: return st_string_cr(js, c);
    case S_REGEX: return st_regex(js, c);
    case S_REGEX_ESCAPE: return st_regex_escape(js, c);
    case S_REGEX_CLASS: return st_regex_class(js, c);
    case S_REGEX_CLASS_ESCAPE: return st_regex_class_escape(js, c);
    case S_REGEX_FLAGS: return st_regex_flags(js, c);
    case S_TEMPLATE: return st_template(js, c);
    case S_TEMPLATE_ESCAPE: return st_template_escape(js, c);
    case S_TEMPLATE_DOLLAR: return st_template_dollar(js, c);
    case S_RARE: return st_rare(js, c);
    default: return give_up(js);
    }
}

/* ---- The interface ---------------------------------------------------------------------------------------------------- */

void xp_js_start(xp_js *js, xp_js_owner_fn owner, const void *owner_ctx, bool doublebyte)
{
    memset(js, 0, sizeof *js);
    js->owner = owner;
    js->owner_ctx = owner_ctx;
    js->doublebyte = doublebyte;
    js->vendor = -1;
    js->fresh = true;
}

/* What most of a script is, taken in runs: the rest of a word, and bytes of a string that can neither end it nor begin anything
 * in it. Gives how many bytes were taken. */
static size_t take_run(xp_js *js, const unsigned char *text, size_t len)
{
    size_t n = 0, room = (size_t)XP_JS_WORD - js->nword;
    char *word = js->word + js->nword;

    if (len > room)
        len = room;
    if (js->state == S_WORD) {
        for (; n < len && is_word(text[n]); n++)
            word[n] = (char)text[n];
    } else if (!js->tagging && !js->handler && js->anchor == NO_ANCHOR && !js->lead) {
        for (; n < len && is_word(text[n]) && (text[n] | 32) != 'c'; n++) {
            word[n] = (char)text[n];
            js->recent = js->recent << 8 | text[n];
        }
    }
    js->nword = (uint8_t)(js->nword + n);
    return n;
}

void xp_js_feed(xp_js *js, const char *text, size_t len)
{
    const unsigned char *bytes = (const unsigned char *)text;

    if (len > XP_JS_TEXT - js->len)
        js->mixed = true;
    for (size_t i = 0; i < len && !js->mixed; i++) {
        if (js->state == S_WORD || js->state == S_STRING) {
            i += take_run(js, bytes + i, len - i);
            if (i >= len)
                break;
        }
        while (!step(js, bytes[i])) {
        }
    }
    js->len += js->mixed ? 0 : (uint32_t)len;
}

void xp_js_check_urls(xp_js *js, xp_js_url_fn is_vendors)
{
    js->is_vendors = is_vendors;
}

bool xp_js_is_mixed(const xp_js *js)
{
    return js->mixed;
}

unsigned xp_js_loads(const xp_js *js)
{
    return js->loads + (js->writes ? js->written : 0);
}

xp_js_verdict xp_js_end(xp_js *js, int *vendor)
{
    xp_js_feed(js, "\n", js->len < XP_JS_TEXT ? 1 : 0); /* ends what a line's end ends */
    js->mixed |= js->state != S_CODE || !js->any || !xp_js_closed(js);
    js->mixed |= js->writes && js->markup;
    js->mixed |= js->hides && !js->hide_name;
    js->mixed |= js->vendor < 0 && xp_js_loads(js) == 0; /* nothing a vendor would want */
    js->mixed |= xp_js_loads(js) > 1 && xp_js_loads(js) > js->nvendors;
    *vendor = js->vendor;
    return js->mixed ? XP_JS_MIXED : XP_JS_SNIPPET;
}
