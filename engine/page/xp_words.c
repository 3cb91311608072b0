/* See xp_words.h. */
#include "xp_words.h"

#include <string.h>

#include "../bytes/xp_skip.h"

/* ---- Is a word an id? -------------------------------------------------------------------------------------------------------- */

static bool is_hex(char c)
{
    return xp_is_digit(c) || (xp_lower(c) >= 'a' && xp_lower(c) <= 'f');
}

static bool is_upper(char c)
{
    return xp_is_digit(c) || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return xp_is_digit(c);
}

static bool is_alnum(char c)
{
    return xp_is_alnum(c);
}

/* How many of the first bytes are such. */
static size_t run_of(const char *word, size_t len, bool (*is)(char))
{
    size_t n = 0;

    while (n < len && is(word[n]))
        n++;
    return n;
}

/* Two digits from `from` to `to`. */
static bool is_within(const char *digits, int from, int to)
{
    int n = 10 * (digits[0] - '0') + digits[1] - '0';

    return n >= from && n <= to;
}

/* Digits that are rather a day or a second of these decades, as files' versions are: 20240131, 202401311200, 1700000000. */
static bool is_date(const char *digits, size_t len)
{
    if ((len == 10 || len == 13) && digits[0] == '1' && digits[1] >= '4')
        return true;
    return len >= 8 && len <= 14 && len % 2 == 0 && is_within(digits, 19, 20) && is_within(digits + 4, 1, 12) &&
           is_within(digits + 6, 1, 31);
}

/* Digits that are rather a length of time, or a limit of the machine's. */
static bool is_round(const char *digits, size_t len)
{
    static const char *const LIMITS[] = { "99999999",   "16777215",   "16777216",   "2147483647",
                                          "2147483648", "4294967295", "4294967296", "999999999" };

    for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++)
        if (len == strlen(LIMITS[i]) && !memcmp(digits, LIMITS[i], len))
            return true;
    return !memcmp(digits + len - 3, "000", 3);
}

/* 8-4-4-4-12 hexadecimal digits. */
static bool is_uuid(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (i == 8 || i == 13 || i == 18 || i == 23 ? word[i] != '-' : !is_hex(word[i]))
            return false;
    return len == 36;
}

/* Google's, PostHog's, and of Plausible the newer one: a prefix, and enough signs of a kind. "UA-1-1" has two numbers. */
static bool is_public(const char *word, size_t len)
{
    static const struct {
        const char *prefix;
        bool (*is)(char);
        size_t least;
    } FORMS[] = { { "G-", is_upper, 4 },  { "GT-", is_upper, 4 },       { "GTM-", is_upper, 4 }, { "AW-", is_digit, 4 },
                  { "DC-", is_digit, 4 }, { "pa-", xp_words_is_in, 8 }, { "phc_", is_alnum, 20 } };
    size_t n;

    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        n = strlen(FORMS[i].prefix);
        if (len >= n + FORMS[i].least && !memcmp(word, FORMS[i].prefix, n) &&
            run_of(word + n, len - n, FORMS[i].is) == len - n)
            return true;
    }
    if (len < 6 || memcmp(word, "UA-", 3))
        return false;
    n = 3 + run_of(word + 3, len - 3, is_digit);
    return n > 3 && n + 1 < len && word[n] == '-' && run_of(word + n + 1, len - n - 1, is_digit) == len - n - 1;
}

/* A container of Matomo's, by the name of its file, or a pixel of TikTok's. Somebody else's words may look so. */
static bool is_file_or_pixel(const char *word, size_t len)
{
    static const char FILE[] = "container_";
    const size_t n = sizeof FILE - 1;

    if (len == 20 && *word == 'C')
        return run_of(word, len, is_upper) == len;
    return len == n + 8 && !memcmp(word, FILE, n) && run_of(word + n, 8, is_alnum) == 8;
}

xp_words_id xp_words_id_of(const char *word, size_t len)
{
    size_t digits = run_of(word, len, is_digit);

    if (is_public(word, len) || is_uuid(word, len))
        return XP_ID_PUBLIC;
    if (is_file_or_pixel(word, len))
        return XP_ID_SOME;
    if (digits == len && (len < 6 || is_date(word, len) || is_round(word, len)))
        return XP_ID_NONE;
    if (digits == len)
        return len < 8 ? XP_ID_SOME : XP_ID_PLAIN;
    return len >= 16 && run_of(word, len, is_hex) == len ? XP_ID_PLAIN : XP_ID_NONE;
}

/* ---- A script's text --------------------------------------------------------------------------------------------------------- */

static const char *behind_line(const char *p, const char *end)
{
    return xp_skip_to_either(p, end, '\n', '\r');
}

/* "-->" is a comment where nothing but white space and comments is before it in its line. A line may end in signs beyond ASCII. */
static bool begins_line(const char *begin, const char *p)
{
    while (p > begin && xp_is_space(p[-1]) && p[-1] != '\n' && p[-1] != '\r')
        p--;
    return p == begin || p[-1] == '\n' || p[-1] == '\r' || p[-1] == '/' || (unsigned char)p[-1] >= 0x80;
}

/* Where a comment ends that begins at p (ECMA-262 12.4, B.1.1), or p if none does. */
static const char *skip_comment(const char *begin, const char *p, const char *end)
{
    size_t left = (size_t)(end - p);

    if (left >= 2 && p[0] == '/' && p[1] == '*') {
        for (p += 2; (p = xp_skip_to(p, end, '*')) < end; p++)
            if (end - p >= 2 && p[1] == '/')
                return p + 2;
        return end;
    }
    if ((left >= 2 && p[0] == '/' && p[1] == '/') || (left >= 4 && !memcmp(p, "<!--", 4)) ||
        (left >= 3 && !memcmp(p, "-->", 3) && begins_line(begin, p)))
        return behind_line(p, end);
    return p;
}

/* "//" of an address with its scheme. */
static bool is_of_address(const char *begin, const char *p)
{
    return (p - begin >= 5 && !memcmp(p - 5, "http:", 5)) || (p - begin >= 6 && !memcmp(p - 6, "https:", 6));
}

/* What a slash is by what stands before it. */
typedef enum { SLASH_DIVIDES, SLASH_BEGINS, SLASH_UNKNOWN } slash;

/* Behind the name that ends at p. Some words may be names or not. */
static slash slash_behind_name(const char *begin, const char *p)
{
    static const char *const WORDS[] = { "of",   "await", "yield", "return", "typeof", "case",   "in",
                                         "void", "throw", "new",   "do",     "else",   "delete", "instanceof" };
    const char *name = p;

    while (name > begin && p - name < 16 && (xp_is_alnum(name[-1]) || name[-1] == '_' || name[-1] == '$'))
        name--;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if ((size_t)(p - name) == strlen(WORDS[i]) && !memcmp(name, WORDS[i], (size_t)(p - name)))
            return i < 3 || (name > begin && name[-1] == '.') ? SLASH_UNKNOWN : SLASH_BEGINS;
    return SLASH_DIVIDES;
}

static slash slash_at(const char *begin, const char *p, const char *end)
{
    const char *next = p + 1;
    char last;

    while (p > begin && xp_is_space(p[-1]))
        p--;
    if (p == begin)
        return SLASH_BEGINS;
    last = p[-1];
    if (xp_is_alnum(last) || last == '_' || last == '$')
        return slash_behind_name(begin, p);
    if (xp_words_is_quote(last) || ((last == ')' || last == ']') && next < end && xp_is_digit(*next)))
        return SLASH_DIVIDES;
    if ((last == '+' || last == '-') && p - begin > 1 && p[-2] == last)
        return SLASH_UNKNOWN;
    return memchr("(,=:[!&|?{;+-*%<>~^", last, 19) ? SLASH_BEGINS : SLASH_UNKNOWN;
}

/* Behind the regular expression that begins at p, if it ends within its line; else NULL. */
static const char *skip_regexp(const char *p, const char *end)
{
    bool in_class = false;

    for (p++; p < end && *p != '\n' && *p != '\r'; p++) {
        if (*p == '/' && !in_class)
            return p + 1;
        if (*p == '[' || *p == ']')
            in_class = *p == '[';
        else if (*p == '\\' && ++p >= end)
            break;
    }
    return NULL;
}

/* A slash at p that begins no comment. Returns what is behind the regular expression, if it is one; else p. */
static const char *read_slash(xp_words_walker *w)
{
    slash is = slash_at(w->begin, w->p, w->end);
    const char *behind = is == SLASH_BEGINS ? skip_regexp(w->p, w->end) : NULL;

    if (behind)
        return behind;
    w->doubt |= is != SLASH_DIVIDES;
    w->lost |= w->doubt;
    return w->p;
}

/* What is behind a comment or regular expression at p; p if there is none. */
static const char *skip_one(xp_words_walker *w)
{
    const char *behind = w->p;

    if (!w->quote || (w->doubt && !is_of_address(w->begin, w->p)))
        behind = skip_comment(w->begin, w->p, w->end);
    if (behind == w->p && *behind == '/' && !w->quote && !w->doubt)
        behind = read_slash(w);
    return behind;
}

bool xp_words_next(xp_words_walker *w)
{
    const char *behind;

    if (!w->begin)
        w->begin = w->p;
    while (w->p < w->end && (behind = skip_one(w)) > w->p)
        w->p = behind;
    return w->p < w->end;
}

/* Brackets that are closed and were not open are none. */
static void note_bracket(xp_words_walker *w, const char *p)
{
    if (*p == '(' || *p == '[') {
        if (w->depth < XP_WORDS_DEPTH)
            w->open[w->depth] = p;
        w->depth++;
    } else if ((*p == ')' || *p == ']') && w->depth) {
        w->depth--;
    }
}

/* How many bytes an escape has behind its backslash: CR LF is one line's end (ECMA-262 12.3). */
static size_t line_end(const char *p, const char *end)
{
    return end - p >= 2 && p[0] == '\r' && p[1] == '\n' ? 2 : 1;
}

void xp_words_pass(xp_words_walker *w)
{
    char c = *w->p++;

    if (!w->quote)
        note_bracket(w, w->p - 1);
    if (c == '\\' && w->quote && w->p < w->end)
        w->p += line_end(w->p, w->end);
    else if (!w->quote && xp_words_is_quote(c))
        w->quote = c;
    else if (c == w->quote || (w->quote != '`' && (c == '\n' || c == '\r')))
        w->quote = '\0';
    if (!w->quote && (c == '\n' || c == '\r'))
        w->doubt = false;
    w->doubt |= w->quote == '`' && c == '$'; /* what is in its braces may hold strings of its own */
    w->lost |= w->doubt;
}

const char *xp_words_string(const char *p, const char *end)
{
    char quote = *p++;

    for (; p < end && *p != '\n' && *p != '\r'; p++) {
        if (*p == quote)
            return p + 1;
        if (*p != '\\')
            continue;
        if (++p >= end)
            break;
        p += line_end(p, end) - 1;
    }
    return NULL;
}

/* ---- What is done with a word ------------------------------------------------------------------------------------------------ */

static bool is_one_of(const char *name, size_t len, const char *const *names)
{
    while (*names && !xp_is_word(name, len, *names))
        names++;
    return *names != NULL;
}

/* Of a function's name, or of a command that is handed to one. */
static xp_words_role role_of_name(const char *name, size_t len)
{
    static const char *const SETS[] = { "config", "init", "create", "load", "initialize", NULL };
    static const char *const REPORTS[] = { "event",   "get",        "set",   "send",    "identify", "reachgoal",
                                           "capture", "params",     "hit",   "getitem", "setitem",  "page",
                                           "goal",    "userparams", "alias", NULL };

    if (is_one_of(name, len, SETS))
        return XP_ROLE_SETS;
    if (len >= 5 && xp_is_word(name, 5, "track"))
        return XP_ROLE_REPORTS;
    return is_one_of(name, len, REPORTS) ? XP_ROLE_REPORTS : XP_ROLE_ANY;
}

/* Of what stands between brackets from p on: its first string says so, if it comes first or second. */
static xp_words_role role_of_items(const char *p, const char *end)
{
    const char *to;

    p = xp_skip_space(p, end);
    if (p < end && !xp_words_is_quote(*p)) {
        while (p < end && (xp_words_is_in(*p) || *p == '$' || *p == '.'))
            p++;
        p = xp_skip_space(p, end);
        p = p < end && *p == ',' ? xp_skip_space(p + 1, end) : end;
    }
    to = p < end && xp_words_is_quote(*p) ? xp_words_string(p, end) : NULL;
    return to ? role_of_name(p + 1, (size_t)(to - p) - 2) : XP_ROLE_ANY;
}

/* The function's name that stands before p; *len: so long. */
static const char *callee(const char *begin, const char *p, size_t *len)
{
    const char *name;

    while (p > begin && xp_is_space(p[-1]))
        p--;
    for (name = p; name > begin && p - name < XP_WORDS_DEPTH && (xp_is_alnum(name[-1]) || name[-1] == '_'); name--)
        ;
    *len = (size_t)(p - name);
    return name;
}

static xp_words_role role_of_callee(const char *begin, const char *p)
{
    size_t len;
    const char *name = callee(begin, p, &len);

    return role_of_name(name, len);
}

/* Whether what ends at `to`, in quotes or not, is a property's name. */
static bool is_key(const char *to, const char *end)
{
    if (to < end && xp_words_is_quote(*to))
        to++;
    to = xp_skip_space(to, end);
    return to < end && *to == ':';
}

xp_words_role xp_words_role_of(const xp_words_walker *w, const char *to)
{
    xp_words_role role = XP_ROLE_ANY, own;

    if (w->depth > XP_WORDS_DEPTH || is_key(to, w->end))
        return XP_ROLE_REPORTS;
    for (unsigned i = w->depth; i-- && role != XP_ROLE_REPORTS;) {
        const char *open = w->open[i];

        own = role_of_items(open + 1, w->end);
        role = own ? own : role;
        if (*open == '[')
            continue;
        own = role_of_callee(w->begin, open);
        return own > role ? own : role;
    }
    return role;
}

/* ---- Where a word stands ----------------------------------------------------------------------------------------------------- */

static const xp_words_place ELSEWHERE = { XP_PLACE_OTHER, NULL, NULL, 0, 0 };

static xp_words_place place(xp_words_where where, const char *name, const char *end)
{
    return (xp_words_place){ where, name, NULL, (size_t)(end - name), 0 };
}

static const char *back_space(const char *begin, const char *p)
{
    while (p > begin && xp_is_space(p[-1]))
        p--;
    return p;
}

static const char *back_name(const char *begin, const char *p)
{
    const char *end = p;

    while (p > begin && end - p < XP_WORDS_SLICE && (xp_words_is_in(p[-1]) || p[-1] == '$'))
        p--;
    return p;
}

xp_words_place xp_words_place_in(const char *from, const char *p)
{
    const char *at = p;

    if (memchr(from, '#', (size_t)(p - from)) || memchr(from, ' ', (size_t)(p - from)))
        return ELSEWHERE;
    while (at > from && !memchr("?&;", at[-1], 3))
        at--;
    if (at > from)
        return place(XP_PLACE_QUERY, at, p);
    if (p - from >= 5 && xp_is_word(from, 5, "http:"))
        from += 5;
    else if (p - from >= 6 && xp_is_word(from, 6, "https:"))
        from += 6;
    return memchr(from, '/', (size_t)(p - from)) ? place(XP_PLACE_PATH, from, p) : ELSEWHERE;
}

/* Where the string begins that holds what is at w->p; NULL if that is not soon seen. */
static const char *string_of(const xp_words_walker *w)
{
    const char *p = w->p;

    while (p > w->begin && w->p - p < XP_WORDS_SLICE && p[-1] != w->quote)
        p--;
    return p > w->begin && p[-1] == w->quote ? p : NULL;
}

/* Behind the sign before a word or the string that is nothing else; NULL if there is none. */
static const char *sign_before(const xp_words_walker *w)
{
    const char *p = w->p;

    if (w->quote && (p == w->begin || p[-1] != w->quote))
        return NULL;
    p = back_space(w->begin, p - (w->quote != '\0'));
    return p > w->begin ? p : NULL;
}

/* The value of what ends before `sign`. */
static xp_words_place place_of_value(const char *begin, const char *sign)
{
    const char *end = back_space(begin, sign), *name;

    if (end > begin && xp_words_is_quote(end[-1]))
        end--;
    name = back_name(begin, end);
    return name < end ? place(XP_PLACE_NAMED, name, end) : ELSEWHERE;
}

static xp_words_place place_in_call(const xp_words_walker *w, const char *open)
{
    size_t len;
    const char *name = callee(w->begin, open, &len), *before = back_space(w->begin, open);

    if (!len && (before == w->begin || !memchr(")}", before[-1], 2)))
        return ELSEWHERE;
    return place(XP_PLACE_CALL, name, name + len);
}

/* Behind the comma at `sign`, and that behind the first item. */
static xp_words_place place_in_array(const xp_words_walker *w, const char *open, const char *sign)
{
    const char *first = xp_skip_space(open + 1, w->end), *to = NULL;

    if (first < w->end && xp_words_is_quote(*first))
        to = xp_words_string(first, w->end);
    return to && xp_skip_space(to, w->end) == sign ? place(XP_PLACE_ITEM, first + 1, to - 1) : ELSEWHERE;
}

xp_words_place xp_words_place_of(const xp_words_walker *w)
{
    const char *string = w->quote ? string_of(w) : NULL, *sign;

    if (w->quote && (!string || string < w->p))
        return string ? xp_words_place_in(string, w->p) : ELSEWHERE;
    sign = sign_before(w);
    if (!sign)
        return ELSEWHERE;
    sign--;
    if (*sign == ':' || *sign == '=')
        return place_of_value(w->begin, sign);
    if ((*sign != ',' && *sign != '(') || !w->depth || w->depth > XP_WORDS_DEPTH)
        return ELSEWHERE;
    return *w->open[w->depth - 1] == '(' ? place_in_call(w, w->open[w->depth - 1])
                                         : place_in_array(w, w->open[w->depth - 1], sign);
}

bool xp_words_sets_up(const xp_words_walker *w, const char *to)
{
    const char *sign = sign_before(w), *name;

    if (!sign || xp_words_role_of(w, to) != XP_ROLE_SETS)
        return false;
    sign--;
    if (*sign == '(')
        return true;
    name = back_space(w->begin, sign);
    if (*sign != ',' || name == w->begin || !xp_words_is_quote(name[-1]))
        return false;
    to = name - 1;
    name = back_name(w->begin, to);
    return role_of_name(name, (size_t)(to - name)) == XP_ROLE_SETS;
}

/* ---- Does a script load another? --------------------------------------------------------------------------------------------- */

bool xp_words_only_name(const xp_words_walker *w)
{
    static const char *const NAMES[] = { "fetch",
                                         "queryselector",
                                         "queryselectorall",
                                         "open",
                                         "sendbeacon",
                                         "log",
                                         "warn",
                                         "error",
                                         "info",
                                         "debug",
                                         "trace",
                                         "assert",
                                         "alert",
                                         "matches",
                                         "closest",
                                         "match",
                                         "test",
                                         "includes",
                                         "indexof",
                                         "search",
                                         "startswith",
                                         "endswith",
                                         "replace",
                                         "getitem",
                                         "setitem",
                                         "if",
                                         "while",
                                         "switch",
                                         "preload",
                                         "prefetch",
                                         "preconnect",
                                         NULL };

    if (w->depth > XP_WORDS_DEPTH)
        return true;
    for (unsigned i = 0; i < w->depth; i++) {
        size_t len = 0;
        const char *name = *w->open[i] == '(' ? callee(w->begin, w->open[i], &len) : NULL;

        if (len && is_one_of(name, len, NAMES))
            return true;
    }
    return false;
}

/* Whether "document." stands before p. */
static bool is_of_document(const char *begin, const char *p)
{
    return p - begin >= 9 && !memcmp(p - 9, "document.", 9);
}

bool xp_words_make_script(const char *p, const char *end)
{
    xp_words_walker w = { .p = p, .end = end };
    bool creates = false, writes = false;

    while (xp_words_next(&w)) {
        const char *word = w.p, *to = xp_words_end(word, end);
        size_t len = (size_t)(to - word);

        if (!len) {
            xp_words_pass(&w);
            continue;
        }
        w.p = to;
        if (w.lost)
            return false;
        if (w.quote) {
            if ((creates && xp_is_word(word, len, "script") && word[-1] == w.quote && to < end && *to == w.quote) ||
                (writes && len >= 6 && xp_is_word(to - 6, 6, "script")))
                return true;
            continue;
        }
        creates |= xp_is_word(word, len, "createelement");
        writes |= (xp_is_word(word, len, "write") || xp_is_word(word, len, "writeln")) && is_of_document(p, word);
        to = xp_skip_space(to, end);
        if (xp_is_word(word, len, "import") && to < end && *to == '(')
            return true;
    }
    return false;
}

/* Of a word from p to `to` of a script: a command in quotes, a function that is called, a property's name. */
static bool reports(const xp_words_walker *w, const char *p, const char *to)
{
    const char *next = xp_skip_space(to, w->end);

    if (role_of_name(p, (size_t)(to - p)) != XP_ROLE_REPORTS)
        return false;
    if (w->quote)
        return p[-1] == w->quote && to < w->end && *to == w->quote;
    return next < w->end && (*next == '(' || *next == ':');
}

bool xp_words_act(const char *p, const char *end, bool loads)
{
    static const char *const ASKS[] = { "sendbeacon", "fetch",       "import", "image", "xmlhttprequest", "src", "href",
                                        "websocket",  "eventsource", "srcset", "write", "eval",           NULL };
    xp_words_walker w = { .p = p, .end = end };

    while (xp_words_next(&w)) {
        const char *word = w.p, *to = xp_words_end(word, end);

        if (to == word) {
            xp_words_pass(&w);
            continue;
        }
        if (loads && xp_is_word(word, (size_t)(to - word), "src"))
            loads = false;
        else if (is_one_of(word, (size_t)(to - word), ASKS) || reports(&w, word, to))
            return true;
        w.p = to;
    }
    return w.lost;
}

/* ---- Strings and brackets ---------------------------------------------------------------------------------------------------- */

static bool holds(const char *text, size_t len, const char *what)
{
    size_t n = strlen(what);

    for (size_t i = 0; i + n <= len; i++)
        if (!memcmp(text + i, what, n))
            return true;
    return false;
}

/* Whether a string with a digit may be a site's: no library's address, and no version. */
static bool is_telling(const char *text, size_t len)
{
    size_t digits = 0, signs = 0;

    for (size_t i = 0; i < len; i++) {
        digits += xp_is_digit(text[i]);
        signs += xp_is_digit(text[i]) || text[i] == '.';
    }
    return digits && *text != '/' && !holds(text, len, "//") && !holds(text, len, ".js") &&
           (signs < len || signs == digits);
}

/* What lies between brackets: strings, names and numbers. */
typedef struct {
    bool string, number; /* there is one */
    bool digit;          /* in a string */
    unsigned items;
} slice;

/* Behind what stands at p between brackets; NULL if that is more than strings, names and numbers. */
static const char *read_item(const char *p, const char *end, slice *in)
{
    const char *to;

    if (xp_words_is_quote(*p)) {
        to = xp_words_string(p, end);
        in->string = true;
        in->digit |= to && is_telling(p + 1, (size_t)(to - p) - 2) && (in->items || to - p > 5);
    } else {
        for (to = p; to < end && (xp_words_is_in(*to) || *to == '$' || *to == '.'); to++)
            ;
        in->number |= xp_is_digit(*p);
        to = to > p ? to : NULL;
    }
    in->items++;
    return to;
}

const char *xp_words_slice(const char *p, const char *end)
{
    char open = *p++, close = open == '[' ? ']' : ')';
    slice in = { false, false, false, 0 };

    if (end - p > XP_WORDS_SLICE)
        end = p + XP_WORDS_SLICE;
    while ((p = xp_skip_space(p, end)) < end && *p != close) {
        if (in.items && *p++ != ',')
            return NULL;
        p = xp_skip_space(p, end);
        p = p < end ? read_item(p, end, &in) : NULL;
        if (!p)
            return NULL;
    }
    return p < end && (in.digit || (open == '[' && in.string && in.number)) ? p + 1 : NULL;
}
