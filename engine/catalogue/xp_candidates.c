/* Elements that rows speak of by their attributes: the questions of xp_rules.h. Rows are found by their key in the trie, and read as they
 * are written, for few elements come so far. */
#include <string.h>

#include "xp_compiled.h"
#include "xp_element.h"
#include "xp_rules.h"

uint32_t xp_rules_asked_letters(const xp_rules *rules)
{
    return rules->asked_letters;
}

bool xp_rules_asks_of(const xp_rules *rules, const char *element)
{
    return rules->asked_elements >> xp_element_bit(element) & 1;
}

bool xp_rules_asks(const xp_rules *rules, const char *name, size_t len)
{
    unsigned bit = len ? xp_asked_bit(name, len) : 0;

    return rules->asked[bit / 64] >> bit % 64 & 1 && len;
}

/* An attribute, and what to do with each row whose key it meets. */
typedef struct {
    const xp_rules *rules;
    const char *name, *value;
    size_t nname, nvalue;
    const char *element; /* NULL: any, of whatever vendor */
    const xp_vendor_set *set;
    xp_candidates *into;
    bool found;
} seeker;

static void take(seeker *s, int row)
{
    xp_candidates *into = s->into;

    for (int i = 0; i < into->n; i++)
        if (into->of[i].row == row)
            return;
    if (into->n < XP_CANDIDATES_MAX) {
        into->of[into->n].row = row;
        into->of[into->n].met = into->of[into->n].failed = 0;
        into->n++;
    }
}

static void consider(seeker *s, const xp_item *it)
{
    size_t n = xp_element_name(it->text);
    xp_condition key;
    int number;

    if (s->element && (strlen(s->element) != n || memcmp(s->element, it->text, n) != 0 ||
                       !xp_set_has(s->set, s->rules->vendor_of[it->row])))
        return;
    if (!xp_element_key(it->text, &key, &number) || !xp_element_is_on(&key, s->name, s->nname) ||
        !xp_element_is_met(&key, s->value, s->nvalue))
        return;
    s->found = true;
    if (s->into)
        take(s, it->row);
}

/* Whether enough has been seen. */
static bool is_done(const seeker *s)
{
    return s->into ? s->into->n >= XP_CANDIDATES_MAX : s->found;
}

/* Follows the name, '=', and the value. */
static void seek(seeker *s)
{
    const xp_trie *trie = &s->rules->trie;
    uint32_t node = s->rules->roots[XP_KEY_ELEMENTS];

    for (size_t i = 0; node; i++) {
        for (const xp_trie_key *key = xp_trie_first(trie, node); key && !is_done(s); key = xp_trie_next(key))
            consider(s, &s->rules->items[key->id]);
        if (is_done(s) || i > s->nname + s->nvalue)
            return;
        node = xp_trie_step(trie, node,
                            i < s->nname    ? xp_lower(s->name[i])
                            : i == s->nname ? '='
                                            : s->value[i - s->nname - 1]);
    }
}

bool xp_rules_key(const xp_rules *rules, const char *name, size_t nname, const char *value, size_t nvalue)
{
    seeker s = { rules, name, value, nname, nvalue, NULL, NULL, NULL, false };

    if (xp_rules_asks(rules, name, nname))
        seek(&s);
    return s.found;
}

void xp_rules_candidates(const xp_rules *rules, const char *element, const char *name, size_t nname, const char *value,
                         size_t nvalue, const xp_vendor_set *set, xp_candidates *candidates)
{
    seeker s = { rules, name, value, nname, nvalue, element, set, candidates, false };

    if (xp_rules_asks(rules, name, nname))
        seek(&s);
}

/* Calls for each condition of the row that is not decided yet. */
static void meet_row(const char *row, uint8_t *met, uint8_t *failed, const char *name, size_t nname, const char *value,
                     size_t nvalue)
{
    const char *at = row + xp_element_name(row);
    xp_condition c;

    for (unsigned bit = 1; *at && (at = xp_element_condition(at, &c)) != NULL; bit <<= 1) {
        if ((*met | *failed) & bit || !xp_element_is_on(&c, name, nname))
            continue;
        if (xp_element_is_met(&c, value, nvalue))
            *met = (uint8_t)(*met | bit);
        else
            *failed = (uint8_t)(*failed | bit);
    }
}

void xp_rules_meet(const xp_rules *rules, xp_candidates *candidates, const char *name, size_t nname, const char *value,
                   size_t nvalue)
{
    for (int i = 0; i < candidates->n; i++)
        meet_row(xp_row_at(rules, (size_t)candidates->of[i].row)->text, &candidates->of[i].met,
                 &candidates->of[i].failed, name, nname, value, nvalue);
}

/* Whether each condition is met that has to be. */
static bool is_all_met(const char *row, unsigned met)
{
    const char *at = row + xp_element_name(row);
    xp_condition c;

    for (unsigned bit = 1; *at && (at = xp_element_condition(at, &c)) != NULL; bit <<= 1)
        if (!c.denies && !(met & bit))
            return false;
    return true;
}

xp_hit xp_rules_chosen(const xp_rules *rules, const xp_candidates *candidates)
{
    int best = -1;

    for (int i = 0; i < candidates->n; i++) {
        int row = candidates->of[i].row;

        if (!candidates->of[i].failed && (best < 0 || row < best) &&
            is_all_met(xp_row_at(rules, (size_t)row)->text, candidates->of[i].met))
            best = row;
    }
    return xp_rules_row(rules, best);
}
