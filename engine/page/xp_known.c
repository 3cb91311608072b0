/* See xp_known.h. */
#include "xp_known.h"

#include <string.h>

#include "../bytes/xp_skip.h"
#include "../html/xp_attrs.h"
#include "../html/xp_charref.h"
#include "../html/xp_token.h"
#include "xp_words.h"

/* ---- Whose an element is ----------------------------------------------------------------------------------------------------- */

typedef struct {
    const xp_rules *rules;
    xp_vendor_set all;   /* whose it may be … */
    xp_vendor_set loads; /* … whose library it may load … */
    xp_vendor_set runs;  /* … and whose it does load, as far as can be told */
    int first;           /* whose it is rather; -1: nobody's that is known */
    bool by_url;
    const char *text;     /* of an inline script … */
    xp_words_walker code; /* … for what of it is no comment */
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

/* `named`: it is only asked for, or looked for. */
static void note_url(owners *o, xp_hit hit, bool named)
{
    note_owner(o, hit.vendor, true);
    if (hit.vendor < 0 || !(hit.uses & XP_USE_SCRIPT))
        return;
    xp_set_add(&o->loads, hit.vendor);
    if (!named)
        xp_set_add(&o->runs, hit.vendor);
}

/* Whether what stands at p, or the second byte of an escape, is no comment's. If it is asked for before what is behind it; else it is not said. */
static bool is_code(xp_words_walker *w, const char *p)
{
    while (w->p < p && xp_words_next(w) && w->p < p)
        xp_words_pass(w);
    if (w->p == p)
        return xp_words_next(w) && w->p == p;
    return w->p == p + 1 && w->quote && p > w->begin && p[-1] == '\\';
}

static bool note_literal(void *ctx, int row, size_t from, size_t mid, size_t to)
{
    owners *o = ctx;

    (void)mid;
    (void)to;
    if (xp_rules_is_url(o->rules, row) && is_code(&o->code, o->text + from))
        note_url(o, xp_rules_row(o->rules, row), o->code.lost || xp_words_only_name(&o->code));
    else
        note_owner(o, xp_rules_row(o->rules, row).vendor, false);
    return true;
}

static void note_globals(owners *o, const char *p, const char *end)
{
    xp_vendor_set everybody;

    memset(&everybody, 0xff, sizeof everybody);
    for (const char *word; p < end; p++) {
        for (word = p; p < end && (xp_is_alnum(*p) || *p == '_' || *p == '$'); p++)
            ;
        if (p > word && !xp_is_digit(*word))
            note_owner(o, xp_rules_global(o->rules, word, (size_t)(p - word), false, &everybody), false);
    }
}

static void note_src(owners *o, const char *src, size_t len)
{
    xp_vendor_set everybody;
    char url[XP_VALUE_MAX];

    memset(&everybody, 0xff, sizeof everybody);
    len = len < sizeof url ? len : sizeof url;
    memcpy(url, src, len);
    len = xp_charref_decode(url, len);
    note_url(o, xp_rules_url(o->rules, url, len, &everybody), false);
}

static bool have_one_of_both(const xp_vendor_set *a, const xp_vendor_set *b)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++)
        bits |= a->bits[i] & b->bits[i];
    return bits != 0;
}

/* `text` is what the offsets in `script` are of; `names`: what only speaks of a vendor counts, too. */
static owners owners_of(const xp_rules *rules, const char *text, const xp_apart *script, bool names)
{
    owners o = { .rules = rules, .first = -1 };
    const char *from = text + script->text.from, *to = text + script->text.to;

    if (script->has_src) {
        note_src(&o, text + script->src.from, script->src.to - script->src.from);
    } else {
        o.text = from;
        o.code = (xp_words_walker){ .p = from, .end = to };
        xp_match_text(xp_rules_literals(rules), from, (size_t)(to - from), note_literal, &o);
        if (have_one_of_both(&o.runs, &o.runs) && !xp_words_make_script(from, to))
            memset(&o.runs, 0, sizeof o.runs);
        if (names)
            note_globals(&o, from, to);
    }
    return o;
}

/* ---- What a snippet is known by ---------------------------------------------------------------------------------------------- */

/* Behind "https:" or "http:". */
static const char *without_scheme(const char *url, const char *end)
{
    size_t n = (size_t)(end - url);

    if (n > 6 && xp_is_word(url, 6, "https:"))
        return url + 6;
    return n > 5 && xp_is_word(url, 5, "http:") ? url + 5 : url;
}

/* How seldom a sign is in pages, roughly. */
static int rarity(char c)
{
    if (!xp_words_is_in(c))
        return 0;
    if (xp_is_digit(c))
        return 3;
    if (c >= 'A' && c <= 'Z')
        return memchr("ADEIPST", c, 7) ? 3 : 4;
    return memchr("jkqvxyz", c, 7) ? 2 : 1;
}

/* Words that say nothing alone have to be met for each script that holds them. */
static bool is_same_word(const xp_known_maker *m, size_t i, xp_word_kind how, const char *word, size_t len)
{
    xp_span at = m->known->word[i].at;

    if (!(m->alone && m->known->word[i].alone) && m->known->word[i].script != m->scripts)
        return false;
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
    if (how == XP_WORD_CODE && xp_words_is_quote(*word))
        rare = (size_t)(without_scheme(word + 1, end) - word);
    for (size_t i = rare; i < len; i++)
        if (rarity(word[i]) > rarity(word[rare]))
            rare = i;
    for (lead = rare; lead > 0 && xp_words_is_in(word[lead - 1]); lead--)
        ;
    m->known->word[n].at = (xp_span){ (size_t)(word - m->text), (size_t)(end - m->text) };
    m->known->word[n].how = (uint8_t)how;
    m->known->word[n].vendor = m->owner;
    m->known->word[n].script = m->scripts;
    m->known->word[n].alone = m->alone;
    m->known->word[n].strict = m->loads;
    m->known->word[n].rare = (uint8_t)rare;
    m->known->word[n].lead = (uint8_t)lead;
    m->known->word[n].run = (uint8_t)(xp_words_end(word + lead, end) - (word + lead));
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

/* Whether today's browsers do not run the script, or not now: it is for old ones, or for an event. */
static bool is_idle(const char *tag, const char *end)
{
    const char *at = xp_attrs_begin(tag, end);
    xp_attr_at attr;

    while (xp_attrs_next(&at, end, &attr))
        if (xp_is_word(attr.name, attr.nname, "nomodule") || xp_is_word(attr.name, attr.nname, "for") ||
            xp_is_word(attr.name, attr.nname, "event"))
            return true;
    return false;
}

/* What is to be found of an element: ids of at least this kind. */
typedef struct {
    xp_known_maker *maker;
    xp_words_id least;
    bool add;         /* … and to be added */
    xp_words_id best; /* … what was found */
} search;

/* Where the word at p stands in an attribute's value; what says how a script is loaded says nothing, its address apart. */
static xp_words_place place_in_attr(const xp_attr_at *attr, const char *p)
{
    const char *value = attr->value;
    size_t len = attr->nvalue;
    xp_words_place place = { XP_PLACE_ATTR, attr->name, NULL, attr->nname, 0 };

    xp_trim(&value, &len);
    if (xp_is_word(attr->name, attr->nname, "src"))
        return xp_words_place_in(value, p);
    if (is_how(attr))
        place.where = XP_PLACE_OTHER;
    place.before = value;
    place.nbefore = (size_t)(p - value);
    return place;
}

static bool is_same_place(const xp_words_place *a, const xp_words_place *b)
{
    return a->where != XP_PLACE_OTHER && a->where == b->where && a->nname == b->nname && a->nbefore == b->nbefore &&
           !memcmp(a->name, b->name, a->nname) && (!a->nbefore || !memcmp(a->before, b->before, a->nbefore));
}

/* NULL: something is set up for it there. */
static void add_place(xp_known *known, const char *text, const char *p, const char *to, const xp_words_place *place)
{
    for (int i = 0; i < known->words; i++) {
        size_t from = known->word[i].at.from, len = known->word[i].at.to - from;

        if (known->word[i].how != XP_WORD_ID || (size_t)(to - p) != len || memcmp(text + from, p, len) != 0)
            continue;
        if (!place)
            known->word[i].set = true;
        else if (place->where != XP_PLACE_OTHER && known->word[i].places < XP_KNOWN_PLACES)
            known->word[i].place[known->word[i].places++] = *place;
    }
}

/* `code`: of a script's text; `attr`: of that value. */
static void find_ids_in(search *s, const char *p, const char *end, const xp_words_walker *code, const xp_attr_at *attr)
{
    xp_words_place place;

    const char *to = xp_words_end(p, end);
    xp_words_id kind = xp_words_id_of(p, (size_t)(to - p));

    if (kind != XP_ID_NONE && code && xp_words_role_of(code, to) == XP_ROLE_REPORTS)
        return;
    s->best = kind > s->best ? kind : s->best;
    if (!s->add || kind < s->least)
        return;
    add_word(s->maker, XP_WORD_ID, p, to);
    place = attr ? place_in_attr(attr, p) : xp_words_place_of(code);
    add_place(s->maker->known, s->maker->text, p, to, code && xp_words_sets_up(code, to) ? NULL : &place);
}

static void find_ids_of_text(search *s, const xp_apart *script)
{
    const char *text = s->maker->text;
    xp_words_walker w = { .p = text + script->text.from, .end = text + script->text.to };

    while (xp_words_next(&w)) {
        if (xp_words_is_in(*w.p)) {
            find_ids_in(s, w.p, w.end, &w, NULL);
            w.p = xp_words_end(w.p, w.end);
        } else {
            xp_words_pass(&w);
        }
    }
    s->maker->never |= w.lost;
}

static void find_ids(search *s, const xp_apart *script)
{
    const char *text = s->maker->text, *tag_end = text + script->tag.to;
    const char *at = xp_attrs_begin(text + script->tag.from, tag_end);
    xp_attr_at attr;

    while (xp_attrs_next(&at, tag_end, &attr))
        for (const char *p = attr.value, *end = p + attr.nvalue; p < end && !is_integrity(&attr); p++)
            if (xp_words_is_in(*p)) {
                find_ids_in(s, p, end, NULL, &attr);
                p = xp_words_end(p, end) - 1;
            }
    if (!script->has_src)
        find_ids_of_text(s, script);
}

/* The names of Matomo's files: which of them a page has says nothing, nor which it is asked for by. */
static bool is_usual(const char *string, const char *end)
{
    static const char *const NAMES[] = { "matomo.php", "matomo.js", "piwik.php", "piwik.js" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (xp_is_word(string + 1, (size_t)(end - string) - 2, NAMES[i]))
            return true;
    return false;
}

/* As a page is gone through: what a slash hides there is hidden here. */
static void pass_to(xp_words_walker *w, const char *to)
{
    while (w->p < to && xp_words_next(w))
        xp_words_pass(w);
}

/* Strings that are addresses or parts of such, and what stands between brackets. Returns whether there is any of the latter. */
static bool add_code(xp_known_maker *m, const xp_apart *script, bool *loads)
{
    xp_words_walker w = { .p = m->text + script->text.from, .end = m->text + script->text.to };
    bool tells = false;

    while (xp_words_next(&w)) {
        const char *p = w.p, *to = NULL;

        if (!w.quote && (*p == '(' || *p == '[') && (to = xp_words_slice(p, w.end))) {
            tells = true;
        } else if (!w.quote && xp_words_is_quote(*p) && (to = xp_words_string(p, w.end))) {
            if (to - p < 7 || is_usual(p, to) ||
                !(memchr(p, '.', (size_t)(to - p)) || memchr(p, '/', (size_t)(to - p)))) {
                pass_to(&w, to);
                continue;
            }
            *loads = true;
        }
        if (to)
            add_word(m, XP_WORD_CODE, p, to);
        pass_to(&w, to ? to : w.p + 1);
    }
    m->never |= w.lost;
    return tells;
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

/* The script that is read is this vendor's, and may load its library. */
static void add_vendor(xp_known_maker *m, int vendor, bool loads)
{
    xp_known *known = m->known;
    int i = 0;

    while (i < known->vendors && known->vendor[i] != vendor)
        i++;
    if (vendor < 0)
        return;
    if (i == XP_KNOWN_VENDORS) {
        m->never = true;
        return;
    }
    if (i == known->vendors)
        known->vendor[known->vendors++] = (int16_t)vendor;
    known->loads = (uint8_t)(known->loads | (unsigned)loads << i);
}

/* The script's ids, those of the best kind that it has. Of a script that is nobody's that is known they are not enough. */
static xp_words_id add_ids(xp_known_maker *m, const xp_apart *script, bool is_owned)
{
    search ids = { m, XP_ID_PUBLIC, false, XP_ID_NONE };

    find_ids(&ids, script);
    if (ids.best == XP_ID_NONE || (ids.best == XP_ID_SOME && !is_owned))
        return XP_ID_NONE;
    ids.least = ids.best;
    ids.add = true;
    find_ids(&ids, script);
    return ids.best;
}

/* Whether there can be no settings in a script's text: it has neither a string nor a number. */
static bool is_bare(const char *p, const char *end)
{
    xp_words_walker w = { .p = p, .end = end };

    for (; xp_words_next(&w); w.p = xp_words_is_in(*w.p) ? xp_words_end(w.p, end) : w.p + 1)
        if (xp_words_is_quote(*w.p) || xp_is_digit(*w.p))
            return false;
    return true;
}

static void add_all(xp_vendor_set *set, const xp_vendor_set *others)
{
    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++)
        set->bits[i] |= others->bits[i];
}

/* What a script has no words for is looked after by others of the same vendor's, if those tell the site; or are there at all, if it has no
 * settings; but not if it does something of its own. */
static void add_mute(xp_known_maker *m, const xp_apart *script, const xp_vendor_set *vendors)
{
    if (m->mutes == XP_KNOWN_MUTE || xp_words_act(m->text + script->text.from, m->text + script->text.to, m->loads)) {
        m->never = true;
        return;
    }
    m->mute[m->mutes].bare = is_bare(m->text + script->text.from, m->text + script->text.to);
    m->mute[m->mutes++].vendors = *vendors;
}

/* Words of a script. Returns whether they tell the site. */
static bool add_words(xp_known_maker *m, const xp_apart *script, const owners *o, bool *has_words)
{
    bool has_id, loads = false;

    m->owner = (int16_t)o->first;
    m->loads = o->first >= 0 && xp_set_has(&o->loads, o->first);
    m->alone = o->first >= 0;
    has_id = add_ids(m, script, o->first >= 0) != XP_ID_NONE;
    *has_words = has_id;
    if (has_id && o->first >= 0)
        return true;
    m->alone = false;
    if (script->has_src) {
        *has_words = true;
        return add_tag(m, script) || has_id;
    }
    *has_words = add_code(m, script, &loads) || (loads && has_id);
    return *has_words;
}

void xp_known_add(xp_known_maker *maker, const xp_apart *script)
{
    bool never = maker->never, has_words, tells;
    uint8_t words = maker->known->words;
    owners o;

    if (is_idle(maker->text + script->tag.from, maker->text + script->tag.to))
        return;
    o = owners_of(maker->rules, maker->text, script, true);
    tells = add_words(maker, script, &o, &has_words);
    maker->scripts = (uint8_t)(maker->scripts + (maker->scripts < UINT8_MAX));
    if (!has_words) {
        maker->known->words = words;
        maker->never = never;
    }
    if (has_words || maker->loads)
        add_vendor(maker, o.first, maker->loads);
    if (!has_words) {
        add_mute(maker, script, &o.all);
        return;
    }
    add_all(&maker->there, &o.all);
    if (tells)
        add_all(&maker->told, &o.all);
}

void xp_known_add_noscript(xp_known_maker *maker, xp_span text)
{
    const xp_apart as_script = { .tag = { text.from, text.from }, .text = text };
    owners o = owners_of(maker->rules, maker->text, &as_script, false);

    maker->never |= o.first < 0;
    add_all(&maker->pixels, &o.all);
}

static bool is_among(const xp_vendor_set *few, const xp_vendor_set *many)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++)
        bits |= few->bits[i] & ~many->bits[i];
    return !bits;
}

void xp_known_end(xp_known_maker *maker)
{
    for (int i = 0; i < maker->mutes; i++)
        maker->never |= !have_one_of_both(&maker->mute[i].vendors, maker->mute[i].bare ? &maker->there : &maker->told);
    maker->never |= !is_among(&maker->pixels, &maker->there);
    for (int i = 0; i < maker->known->words; i++)
        maker->never |=
            maker->known->word[i].how == XP_WORD_ID && !maker->known->word[i].set && !maker->known->word[i].places;
    if (maker->never)
        maker->known->words = maker->known->vendors = maker->known->loads = 0;
}

/* ---- Does a page have it? ---------------------------------------------------------------------------------------------------- */

typedef struct {
    const xp_known *known;
    const char *text;    /* the snippet's */
    const owners *owner; /* of the element */
    unsigned met;        /* a bit for each word */
} meeting;

static const char *word_at(const meeting *m, int i, size_t *len)
{
    xp_span at = m->known->word[i].at;

    *len = at.to - at.from;
    return m->text + at.from;
}

/* Whether what is most striking of a word stands anywhere. */
static bool may_hold(const xp_known *known, const char *text, int i, const char *p, const char *end)
{
    size_t rare = known->word[i].rare, lead = known->word[i].lead, n = known->word[i].run;
    const char *word = text + known->word[i].at.from, *start = p;

    for (; (p = xp_skip_to(p, end, word[rare])) < end; p++)
        if ((size_t)(p - start) >= rare - lead && (size_t)(end - p) + rare - lead >= n &&
            !memcmp(p - (rare - lead), word + lead, n))
            return true;
    return !n;
}

/* A word of a script that loads a library: does this element load it, too? One that is nobody's that is known need not. */
static bool is_loaded(const meeting *m, int i)
{
    int vendor = m->known->word[i].vendor;

    return !m->known->word[i].strict || vendor < 0 || xp_set_has(&m->owner->runs, vendor);
}

/* Whether the snippet has the word in such a place, too. */
static bool is_in_place(const meeting *m, int i, const xp_words_place *place)
{
    for (int k = 0; k < m->known->word[i].places; k++)
        if (is_same_place(&m->known->word[i].place[k], place))
            return true;
    return false;
}

/* Whether the word at p is met as this one of the snippet's. */
static bool is_met(const meeting *m, int i, const char *p, const char *to, const xp_words_walker *code,
                   const xp_attr_at *attr)
{
    xp_words_role role = code ? xp_words_role_of(code, to) : XP_ROLE_ANY;
    xp_words_place place;

    if (role == XP_ROLE_REPORTS || (code && xp_words_sets_up(code, to)))
        return role != XP_ROLE_REPORTS;
    place = code ? xp_words_place_of(code) : place_in_attr(attr, p);
    return is_in_place(m, i, &place) && (role == XP_ROLE_SETS || is_loaded(m, i));
}

/* A whole word at p, behind which is `to`; `code`: of a script's text; `attr`: of that value. */
static void meet_id(meeting *m, const char *p, const char *to, const xp_words_walker *code, const xp_attr_at *attr)
{
    for (int i = 0; i < m->known->words; i++) {
        size_t len;
        const char *word = word_at(m, i, &len);

        if (m->known->word[i].how == XP_WORD_ID && (size_t)(to - p) == len && !memcmp(p, word, len) &&
            is_met(m, i, p, to, code, attr))
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
            to = xp_words_end(p, stop);
            meet_id(m, p, to, NULL, &attr);
        }
    }
}

/* Behind the number at p, or the string that is nothing but one; *digits is where it begins. NULL: there is none. */
static const char *number_at(const char *p, const char *end, const char **digits)
{
    bool quoted = xp_words_is_quote(*p);
    const char *to = p + quoted;

    *digits = to;
    while (to < end && xp_is_digit(*to))
        to++;
    if (to == *digits)
        return NULL;
    if (quoted)
        return to < end && *to == *p ? to + 1 : NULL;
    return to < end && (xp_words_is_in(*to) || *to == '.') ? NULL : to;
}

/* How far a text of code is read. */
typedef struct {
    const char *p, *end;
} reading;

/* Whether both go on with the same number; then both are behind it. */
static bool pass_number(reading *a, reading *b)
{
    const char *x, *y, *behind_a = number_at(a->p, a->end, &x), *behind_b = number_at(b->p, b->end, &y);
    size_t n;

    if (!behind_a || !behind_b)
        return false;
    n = (size_t)(behind_a - x) - (x > a->p);
    if (n != (size_t)(behind_b - y) - (y > b->p) || memcmp(x, y, n) != 0)
        return false;
    a->p = behind_a;
    b->p = behind_b;
    return true;
}

/* Whether both go on with the same sign; then both are behind it, and behind an address's scheme. */
static bool pass_sign(reading *a, reading *b)
{
    bool quotes = xp_words_is_quote(*a->p) && xp_words_is_quote(*b->p);

    if (*a->p++ != *b->p++ && !quotes)
        return false;
    if (quotes) {
        a->p = without_scheme(a->p, a->end);
        b->p = without_scheme(b->p, b->end);
    }
    return true;
}

/* Whether the words of a script stand at p: white space between signs counts in neither, but it has to be in both between letters. */
static bool is_same_code(const char *word, size_t len, const char *p, const char *end)
{
    reading w = { word, word + len }, q = { p, end };
    char last = '(';

    while (w.p < w.end && q.p < q.end) {
        const char *w_from = w.p, *q_from = q.p;

        w.p = xp_skip_space(w.p, w.end);
        q.p = xp_skip_space(q.p, q.end);
        if (w.p == w.end)
            return true;
        if (q.p == q.end || ((w.p > w_from) != (q.p > q_from) && xp_words_is_in(last) && xp_words_is_in(*w.p)))
            return false;
        if (!(!xp_words_is_in(last) && pass_number(&w, &q)) && !pass_sign(&w, &q))
            return false;
        last = w.p[-1];
    }
    return w.p == w.end;
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
    xp_words_walker w = { .p = p, .end = end };

    while (xp_words_next(&w) && !w.lost) {
        if (xp_words_is_in(*w.p)) {
            const char *to = xp_words_end(w.p, end);

            meet_id(m, w.p, to, &w, NULL);
            w.p = to;
            continue;
        }
        if (!w.quote && (xp_words_is_quote(*w.p) || *w.p == '(' || *w.p == '['))
            meet_code(m, w.p, end);
        xp_words_pass(&w);
    }
}

bool xp_known_may_meet(const xp_known *known, const char *text, const char *element, size_t len)
{
    for (int i = 0; i < known->words; i++)
        if (may_hold(known, text, i, element, element + len))
            return true;
    return false;
}

/* Whether all words are met of the script that this one is of. */
static bool is_whole(const meeting *m, int i)
{
    for (int k = 0; k < m->known->words; k++)
        if (m->known->word[k].script == m->known->word[i].script && !(m->met & 1u << k))
            return false;
    return true;
}

/* Words that count: in an element of the same vendor's, and with those that belong to them. */
static void note_words(const meeting *m, xp_known_seen *seen)
{
    for (int i = 0; i < m->known->words; i++) {
        int vendor = m->known->word[i].vendor;

        if ((m->met & 1u << i) && (vendor < 0 || xp_set_has(&m->owner->all, vendor)) &&
            (m->known->word[i].alone || is_whole(m, i)))
            seen->words = (uint16_t)(seen->words | 1u << i);
    }
}

static void note_loads(const xp_known *known, const owners *o, xp_known_seen *seen)
{
    for (int i = 0; i < known->vendors; i++)
        if ((known->loads & 1u << i) && xp_set_has(&o->runs, known->vendor[i]))
            seen->loaded = (uint8_t)(seen->loaded | 1u << i);
}

bool xp_known_meet(const xp_known *known, const char *text, xp_known_seen *seen, const xp_rules *rules,
                   const char *element, size_t len, bool worded)
{
    meeting m = { known, text, NULL, 0 };
    xp_apart script;
    owners o;

    if (!worded && seen->loaded == known->loads) /* as nearly always */
        return false;
    script = xp_apart_take(element, len, 0);
    if (!script.script || is_idle(element, element + script.tag.to))
        return false;
    /* A loader before anything that it is for: to look for those costs more than it is worth. */
    if (!worded && !script.has_src && !seen->words)
        return false;
    o = owners_of(rules, element, &script, worded);
    note_loads(known, &o, seen);
    m.owner = &o;
    if (worded)
        meet_tag(&m, element, &script);
    if (worded && !script.has_src)
        meet_text(&m, element + script.text.from, element + script.text.to);
    note_words(&m, seen);
    return seen->words == (1u << known->words) - 1 && seen->loaded == known->loads;
}
