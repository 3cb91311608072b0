/* See xp_known.h. */
#include "xp_known.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../bytes/xp_skip.h"
#include "../html/xp_attrs.h"
#include "../html/xp_charref.h"
#include "../html/xp_token.h"

static bool is_word(char c)
{
    return xp_is_alnum(c) || c == '_' || c == '-';
}

static bool is_quote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

static const char *end_of_word(const char *p, const char *end)
{
    while (p < end && is_word(*p))
        p++;
    return p;
}

/* ---- Is a word an id? -------------------------------------------------------------------------------------------------------- */

typedef enum {
    ID_NONE,
    ID_SOME,  /* may tell one customer of a known vendor from another */
    ID_PLAIN, /* does so, but says nothing by itself: a file's version may look so */
    ID_PUBLIC /* has the form of a vendor's */
} id_kind;

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

/* 8-4-4-4-12 hexadecimal digits. */
static bool is_uuid(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (i == 8 || i == 13 || i == 18 || i == 23 ? word[i] != '-' : !is_hex(word[i]))
            return false;
    return len == 36;
}

/* Google's, and of Plausible the newer one: a prefix, and enough signs of a kind. "UA-1-1" has two numbers. */
static bool is_public(const char *word, size_t len)
{
    static const struct {
        const char *prefix;
        bool (*is)(char);
        size_t least;
    } FORMS[] = { { "G-", is_upper, 4 },  { "GT-", is_upper, 4 }, { "GTM-", is_upper, 4 },
                  { "AW-", is_digit, 4 }, { "DC-", is_digit, 4 }, { "pa-", is_word, 8 } };
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

static id_kind kind_of(const char *word, size_t len)
{
    size_t digits = run_of(word, len, is_digit);

    if (is_public(word, len) || is_uuid(word, len))
        return ID_PUBLIC;
    if (digits == len && len >= 6)
        return is_date(word, len) ? ID_NONE : len >= 8 ? ID_PLAIN : memcmp(word + len - 2, "00", 2) ? ID_SOME : ID_NONE;
    return len >= 16 && run_of(word, len, is_hex) == len ? ID_PLAIN : ID_NONE;
}

/* ---- A script's text --------------------------------------------------------------------------------------------------------- */

/* Where a comment ends that begins at p (ECMA-262 12.4, B.1.1), or p if none does. */
static const char *skip_comment(const char *p, const char *end)
{
    size_t left = (size_t)(end - p);

    if (left >= 2 && p[0] == '/' && p[1] == '*') {
        for (p += 2; (p = xp_skip_to(p, end, '*')) < end; p++)
            if (end - p >= 2 && p[1] == '/')
                return p + 2;
        return end;
    }
    if ((left >= 2 && p[0] == '/' && p[1] == '/') || (left >= 4 && !memcmp(p, "<!--", 4)))
        return xp_skip_to_either(p, end, '\n', '\r');
    return p;
}

/* Goes through a text without its comments. A slash may begin a regular expression, and a quote in that a string that is none; a line's end
 * puts that right. What is then taken for a comment is not met. */
typedef struct {
    const char *p, *end;
    char quote; /* p is within such a string; 0: in none */
} walker;

/* To the next byte that is no comment's. False: there is none. */
static bool next(walker *w)
{
    const char *behind;

    while (!w->quote && (behind = skip_comment(w->p, w->end)) > w->p)
        w->p = behind;
    return w->p < w->end;
}

/* Behind that byte, or both of an escape. */
static void pass(walker *w)
{
    char c = *w->p++;

    if (c == '\\' && w->quote && w->p < w->end)
        w->p++;
    else if (!w->quote && is_quote(c))
        w->quote = c;
    else if (c == w->quote || (w->quote != '`' && (c == '\n' || c == '\r')))
        w->quote = '\0';
}

/* Behind the string that begins at p, if it ends within its line; else NULL. */
static const char *end_of_string(const char *p, const char *end)
{
    char quote = *p++;

    for (; p < end && *p != '\n' && *p != '\r'; p++) {
        if (*p == quote)
            return p + 1;
        if (*p == '\\' && ++p >= end)
            break;
    }
    return NULL;
}

static bool has_digit(const char *text, size_t len)
{
    while (len && !xp_is_digit(text[len - 1]))
        len--;
    return len > 0;
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

    if (is_quote(*p)) {
        to = end_of_string(p, end);
        in->string = true;
        in->digit |= to && has_digit(p, (size_t)(to - p)) && (in->items || to - p > 5);
    } else {
        for (to = p; to < end && (is_word(*to) || *to == '$' || *to == '.'); to++)
            ;
        in->number |= xp_is_digit(*p);
        to = to > p ? to : NULL;
    }
    in->items++;
    return to;
}

/* Behind ['setSiteId', '1'] or ('create', x, "a1") that begins at p; NULL if what stands there is not such, or says nothing of a site: a string
 * with a digit does, if it is not the only thing and short, and in an array a number beside a string. */
static const char *end_of_slice(const char *p, const char *end)
{
    char open = *p++, close = open == '[' ? ']' : ')';
    slice in = { false, false, false, 0 };

    if (end - p > XP_KNOWN_LONG)
        end = p + XP_KNOWN_LONG;
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

/* ---- Whose an element is ----------------------------------------------------------------------------------------------------- */

typedef struct {
    const xp_rules *rules;
    xp_vendor_set all; /* whose it may be … */
    int first;         /* … and whose it is rather; -1: nobody's that is known */
    bool by_url;
} owners;

static void note_owner(owners *o, int vendor, bool by_url)
{
    if (vendor < 0)
        return;
    xp_set_add(&o->all, vendor);
    if (o->first < 0 || (by_url && !o->by_url))
        o->first = vendor;
    o->by_url |= by_url;
}

static bool note_literal(void *ctx, int row, size_t from, size_t mid, size_t to)
{
    owners *o = ctx;

    (void)from;
    (void)mid;
    (void)to;
    note_owner(o, xp_rules_row(o->rules, row).vendor, xp_rules_is_url(o->rules, row));
    return true;
}

static void note_globals(owners *o, const xp_vendor_set *everybody, const char *p, const char *end)
{
    for (const char *word; p < end; p++) {
        for (word = p; p < end && (xp_is_alnum(*p) || *p == '_' || *p == '$'); p++)
            ;
        if (p > word && !xp_is_digit(*word))
            note_owner(o, xp_rules_global(o->rules, word, (size_t)(p - word), false, everybody), false);
    }
}

/* `text` is what the offsets in `script` are of. */
static owners owners_of(const xp_rules *rules, const char *text, const xp_apart *script)
{
    owners o = { .rules = rules, .first = -1 };
    xp_vendor_set everybody;
    char url[XP_VALUE_MAX];
    size_t len = script->src.to - script->src.from;

    memset(&everybody, 0xff, sizeof everybody);
    if (script->has_src) {
        len = len < sizeof url ? len : sizeof url;
        memcpy(url, text + script->src.from, len);
        len = xp_charref_decode(url, len);
        note_owner(&o, xp_rules_url(rules, url, len, &everybody).vendor, true);
    } else {
        const char *from = text + script->text.from, *to = text + script->text.to;

        xp_match_text(xp_rules_literals(rules), from, (size_t)(to - from), note_literal, &o);
        note_globals(&o, &everybody, from, to);
    }
    return o;
}

/* ---- What a snippet is known by ---------------------------------------------------------------------------------------------- */

/* How seldom a sign is in pages, roughly. */
static int rarity(char c)
{
    if (!is_word(c))
        return 0;
    if (xp_is_digit(c))
        return 3;
    if (c >= 'A' && c <= 'Z')
        return memchr("ADEIPST", c, 7) ? 3 : 4;
    return memchr("jkqvxyz", c, 7) ? 2 : 1;
}

static bool is_same_word(const xp_known_maker *m, size_t i, xp_word_kind how, const char *word, size_t len)
{
    xp_span at = m->known->word[i].at;

    return m->known->word[i].how == how && at.to - at.from == len && !memcmp(m->text + at.from, word, len);
}

static void add_word(xp_known_maker *m, xp_word_kind how, const char *word, const char *end)
{
    size_t len = (size_t)(end - word), rare = 0, lead, n = m->known->words;

    for (size_t i = 0; i < n; i++)
        if (is_same_word(m, i, how, word, len))
            return;
    if (len > XP_KNOWN_LONG || n == XP_KNOWN_WORDS) {
        m->never = true;
        return;
    }
    for (size_t i = 0; i < len; i++)
        if (rarity(word[i]) > rarity(word[rare]))
            rare = i;
    for (lead = rare; lead > 0 && is_word(word[lead - 1]); lead--)
        ;
    m->known->word[n].at = (xp_span){ (size_t)(word - m->text), (size_t)(end - m->text) };
    m->known->word[n].how = (uint8_t)how;
    m->known->word[n].rare = (uint8_t)rare;
    m->known->word[n].lead = (uint8_t)lead;
    m->known->words++;
}

/* Attributes that say how a script is loaded, not for whom. */
static bool is_how(const xp_attr_at *attr)
{
    static const char *const NAMES[] = { "async",         "defer",     "type",     "language", "charset",
                                         "crossorigin",   "integrity", "nonce",    "src",      "referrerpolicy",
                                         "fetchpriority", "nomodule",  "blocking", "id",       "class",
                                         "onload",        "onerror",   "title" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (xp_is_word(attr->name, attr->nname, NAMES[i]))
            return true;
    return false;
}

static bool is_integrity(const xp_attr_at *attr)
{
    return xp_is_word(attr->name, attr->nname, "integrity") || xp_is_word(attr->name, attr->nname, "nonce");
}

/* What is to be found of an element: ids of at least this kind. */
typedef struct {
    xp_known_maker *maker;
    id_kind least;
    bool add;     /* … and to be added */
    id_kind best; /* … what was found */
} search;

static void find_ids_in(search *s, const char *p, const char *end)
{
    const char *to = end_of_word(p, end);
    id_kind kind = kind_of(p, (size_t)(to - p));

    s->best = kind > s->best ? kind : s->best;
    if (s->add && kind >= s->least)
        add_word(s->maker, XP_WORD_ID, p, to);
}

static void find_ids(search *s, const xp_apart *script)
{
    const char *text = s->maker->text, *tag_end = text + script->tag.to;
    const char *at = xp_attrs_begin(text + script->tag.from, tag_end);
    walker w = { text + script->text.from, text + script->text.to, '\0' };
    xp_attr_at attr;

    while (xp_attrs_next(&at, tag_end, &attr))
        for (const char *p = attr.value, *end = p + attr.nvalue; p < end && !is_integrity(&attr); p++)
            if (is_word(*p)) {
                find_ids_in(s, p, end);
                p = end_of_word(p, end) - 1;
            }
    while (!script->has_src && next(&w)) {
        if (is_word(*w.p)) {
            find_ids_in(s, w.p, w.end);
            w.p = end_of_word(w.p, w.end);
        } else {
            pass(&w);
        }
    }
}

/* Strings that are addresses or parts of such, and what stands between brackets. Returns whether there is any of the latter. */
static bool add_code(xp_known_maker *m, const xp_apart *script, bool *loads)
{
    walker w = { m->text + script->text.from, m->text + script->text.to, '\0' };
    bool tells = false;

    while (next(&w)) {
        const char *p = w.p, *to = NULL;

        if (!w.quote && (*p == '(' || *p == '[') && (to = end_of_slice(p, w.end))) {
            tells = true;
        } else if (!w.quote && is_quote(*p) && (to = end_of_string(p, w.end))) {
            if (to - p < 7 || !(memchr(p, '.', (size_t)(to - p)) || memchr(p, '/', (size_t)(to - p)))) {
                w.p = to;
                continue;
            }
            *loads = true;
        }
        if (to) {
            add_word(m, XP_WORD_CODE, p, to);
            w.p = to;
        } else {
            pass(&w);
        }
    }
    return tells;
}

/* Behind "https:" or "http:". */
static const char *without_scheme(const char *url, const char *end)
{
    size_t n = (size_t)(end - url);

    if (n > 6 && xp_is_word(url, 6, "https:"))
        return url + 6;
    return n > 5 && xp_is_word(url, 5, "http:") ? url + 5 : url;
}

/* An external script's address, and settings beside it. Returns whether there are such. */
static bool add_tag(xp_known_maker *m, const xp_apart *script)
{
    const char *end = m->text + script->tag.to, *at = xp_attrs_begin(m->text + script->tag.from, end);
    const char *src = m->text + script->src.from, *src_end = m->text + script->src.to;
    bool tells = false;
    xp_attr_at attr;

    add_word(m, XP_WORD_ADDRESS, without_scheme(src, src_end), src_end);
    while (xp_attrs_next(&at, end, &attr)) {
        const char *value = attr.value;
        size_t len = attr.nvalue;

        xp_trim(&value, &len);
        if (!len || is_how(&attr) || xp_is_word(value, len, "true") || xp_is_word(value, len, "false"))
            continue;
        add_word(m, XP_WORD_VALUE, value, value + len);
        tells = true;
    }
    return tells;
}

void xp_known_begin(xp_known_maker *maker, xp_known *known, const char *text, const xp_rules *rules)
{
    memset(maker, 0, sizeof *maker);
    memset(known, 0, sizeof *known);
    maker->known = known;
    maker->text = text;
    maker->rules = rules;
}

/* An element that holds words, and is this vendor's. */
static void add_vendor(xp_known_maker *m, int vendor)
{
    xp_known *known = m->known;
    int i = 0;

    while (i < known->vendors && known->vendor[i] != vendor)
        i++;
    if (vendor < 0 || i < known->vendors)
        return;
    if (i == XP_KNOWN_VENDORS)
        m->never = true;
    else
        known->vendor[known->vendors++] = (int16_t)vendor;
}

static bool have_one_of_both(const xp_vendor_set *a, const xp_vendor_set *b)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++)
        bits |= a->bits[i] & b->bits[i];
    return bits != 0;
}

/* A script that holds no words that tell the site: it is looked after by others of the same vendor's, if they do. */
static void add_mute(xp_known_maker *m, const xp_vendor_set *vendors)
{
    if (m->mutes == XP_KNOWN_MUTE)
        m->never = true;
    else
        m->mute[m->mutes++] = *vendors;
}

/* The script's ids, those of the best kind that it has. Returns whether they tell the site by themselves. */
static bool add_ids(xp_known_maker *m, const xp_apart *script, bool is_owned, id_kind *best)
{
    search ids = { m, ID_PUBLIC, false, ID_NONE };

    find_ids(&ids, script);
    *best = ids.least = ids.best;
    if (ids.best == ID_NONE || (ids.best == ID_SOME && !is_owned))
        return false;
    ids.add = true;
    find_ids(&ids, script);
    return ids.best == ID_PUBLIC || is_owned;
}

void xp_known_add(xp_known_maker *maker, const xp_apart *script)
{
    bool never = maker->never;
    uint8_t words = maker->known->words;
    owners o = owners_of(maker->rules, maker->text, script);
    id_kind best;
    bool tells = add_ids(maker, script, o.first >= 0, &best), loads = false;

    if (!tells && script->has_src)
        tells = add_tag(maker, script);
    else if (!tells)
        tells = add_code(maker, script, &loads) || (loads && best == ID_PLAIN);
    if (tells || script->has_src)
        add_vendor(maker, o.first);
    if (tells) {
        for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++)
            maker->told.bits[i] |= o.all.bits[i];
    } else if (!script->has_src) {
        maker->known->words = words;
        maker->never = never;
        add_mute(maker, &o.all);
    }
}

void xp_known_end(xp_known_maker *maker)
{
    for (int i = 0; i < maker->mutes; i++)
        maker->never |= !have_one_of_both(&maker->mute[i], &maker->told);
    if (maker->never)
        maker->known->words = maker->known->vendors = 0;
}

/* ---- Does a page have it? ---------------------------------------------------------------------------------------------------- */

typedef struct {
    const xp_known *known;
    const char *text; /* the snippet's */
    unsigned met;     /* a bit for each word */
} meeting;

static const char *word_at(const meeting *m, int i, size_t *len)
{
    xp_span at = m->known->word[i].at;

    *len = at.to - at.from;
    return m->text + at.from;
}

/* Whether what is most striking of a word stands anywhere: that is soon seen, and nearly always not so. */
static bool may_hold(const meeting *m, int i, const char *p, const char *end)
{
    size_t len, rare = m->known->word[i].rare, lead = m->known->word[i].lead;
    const char *word = word_at(m, i, &len), *start = p;
    size_t n = (size_t)(end_of_word(word + lead, word + len) - word) - lead;

    for (; (p = xp_skip_to(p, end, word[rare])) < end; p++)
        if ((size_t)(p - start) >= rare - lead && (size_t)(end - p) + rare - lead >= n &&
            !memcmp(p - (rare - lead), word + lead, n))
            return true;
    return !n;
}

/* A whole word at p, behind which is `to`. */
static void meet_id(meeting *m, const char *p, const char *to)
{
    for (int i = 0; i < m->known->words; i++) {
        size_t len;
        const char *word = word_at(m, i, &len);

        if (m->known->word[i].how == XP_WORD_ID && (size_t)(to - p) == len && !memcmp(p, word, len))
            m->met |= 1u << i;
    }
}

/* Whether two values are the same; "&amp;" is '&'. */
static bool is_same_value(const char *a, size_t na, const char *b, size_t nb)
{
    size_t i = 0, j = 0;

    for (; i < na && j < nb && a[i] == b[j]; i++, j++) {
        if (a[i] != '&')
            continue;
        i += na - i >= 5 && !memcmp(a + i, "&amp;", 5) ? 4 : 0;
        j += nb - j >= 5 && !memcmp(b + j, "&amp;", 5) ? 4 : 0;
    }
    return i == na && j == nb;
}

static void meet_value(meeting *m, xp_word_kind how, const char *value, const char *end)
{
    for (int i = 0; i < m->known->words; i++) {
        size_t len;
        const char *word = word_at(m, i, &len);

        if (m->known->word[i].how == how && is_same_value(word, len, value, (size_t)(end - value)))
            m->met |= 1u << i;
    }
}

static void meet_tag(meeting *m, const char *element, const xp_apart *script)
{
    const char *end = element + script->tag.to, *at = xp_attrs_begin(element, end);
    xp_attr_at attr;

    while (xp_attrs_next(&at, end, &attr)) {
        const char *value = attr.value, *stop;
        size_t len = attr.nvalue;

        xp_trim(&value, &len);
        stop = value + len;
        if (is_integrity(&attr))
            continue;
        if (value == element + script->src.from && script->has_src)
            meet_value(m, XP_WORD_ADDRESS, without_scheme(value, stop), stop);
        else if (!is_how(&attr))
            meet_value(m, XP_WORD_VALUE, value, stop);
        for (const char *p = value, *to; p<stop; p = to> p ? to : p + 1) {
            to = end_of_word(p, stop);
            meet_id(m, p, to);
        }
    }
}

/* Whether the words of a script stand at p: white space between signs counts in neither, but it has to be in both between letters. */
static bool is_same_code(const char *word, size_t len, const char *p, const char *end)
{
    const char *stop = word + len;
    char last = '(';

    while (word < stop && p < end) {
        const char *w = xp_skip_space(word, stop), *q = xp_skip_space(p, end);

        if (w == stop)
            return true;
        if (q == end || ((w > word) != (q > p) && is_word(last) && is_word(*w)))
            return false;
        if (*w != *q && !(is_quote(*w) && is_quote(*q)))
            return false;
        last = *w;
        word = w + 1;
        p = q + 1;
    }
    return word == stop;
}

static void meet_code(meeting *m, const char *p, const char *end)
{
    for (int i = 0; i < m->known->words; i++) {
        size_t len;
        const char *word = word_at(m, i, &len);

        if (m->known->word[i].how == XP_WORD_CODE && is_same_code(word, len, p, end))
            m->met |= 1u << i;
    }
}

static void meet_text(meeting *m, const char *p, const char *end)
{
    walker w = { p, end, '\0' };

    while (next(&w)) {
        if (is_word(*w.p)) {
            const char *to = end_of_word(w.p, end);

            meet_id(m, w.p, to);
            w.p = to;
            continue;
        }
        if (!w.quote && (is_quote(*w.p) || *w.p == '(' || *w.p == '['))
            meet_code(m, w.p, end);
        pass(&w);
    }
}

static bool may_hold_any(const meeting *m, const char *element, size_t len)
{
    for (int i = 0; i < m->known->words; i++)
        if (may_hold(m, i, element, element + len))
            return true;
    return false;
}

bool xp_known_meet(const xp_known *known, const char *text, xp_known_seen *seen, const xp_rules *rules,
                   const char *element, size_t len)
{
    meeting m = { known, text, 0 };
    xp_apart script;
    owners o;

    if (!may_hold_any(&m, element, len)) /* as nearly always */
        return false;
    script = xp_apart_take(element, len, 0);
    if (!script.script)
        return false;
    meet_tag(&m, element, &script);
    if (!script.has_src)
        meet_text(&m, element + script.text.from, element + script.text.to);
    if (!m.met)
        return false;
    o = owners_of(rules, element, &script);
    seen->words = (uint16_t)(seen->words | m.met);
    for (int i = 0; i < known->vendors; i++)
        if (xp_set_has(&o.all, known->vendor[i]))
            seen->vendors = (uint8_t)(seen->vendors | 1u << i);
    return seen->words == (1u << known->words) - 1 && seen->vendors == (1u << known->vendors) - 1;
}
