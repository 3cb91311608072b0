/* See xp_hold.h. The tag has been read by the tokenizer, so that its end is where that says: what is left is to find the names, each of
 * them, while the tokenizer hands out the first of a name only, and not where it stands. */
#include "xp_hold.h"

#include "../bytes/xp_skip.h"

/* Behind the attribute's value, if it has one: its name ends at `at` (HTML 13.2.5.34 to 13.2.5.39). */
static size_t behind_value(const char *tag, size_t len, size_t at)
{
    size_t eq = at;

    while (eq < len && xp_is_space(tag[eq]))
        eq++;
    if (eq >= len || tag[eq] != '=')
        return at;
    for (at = eq + 1; at < len && xp_is_space(tag[at]); at++)
        ;
    if (at < len && (tag[at] == '"' || tag[at] == '\'')) {
        const char *close = xp_skip_to(tag + at + 1, tag + len, tag[at]);

        return (size_t)(close - tag) + (close < tag + len);
    }
    while (at < len && tag[at] != '>' && !xp_is_space(tag[at]))
        at++;
    return at;
}

/* The next attribute's name from `at` on, [*from, returned); nothing if the tag ends. */
static size_t next_name(const char *tag, size_t len, size_t at, size_t *from)
{
    while (at < len && (xp_is_space(tag[at]) || tag[at] == '/'))
        at++;
    *from = at;
    if (at < len && tag[at] == '=') /* a name may begin with it */
        at++;
    while (at < len && tag[at] != '=' && !xp_ends_name(tag[at]))
        at++;
    return at;
}

static bool is_moved(xp_element el, const char *name, size_t len)
{
    if (el == XP_EL_SCRIPT)
        return xp_is_word(name, len, "type");
    return xp_is_word(name, len, "src") || xp_is_word(name, len, "srcset");
}

bool xp_hold_read(xp_element el, const char *tag, size_t len, xp_hold_tag *found)
{
    static const char OURS[] = "data-xpurpose";
    const size_t ours = sizeof OURS - 1;
    size_t from, to = (size_t)(xp_end_of_name(tag + 1, tag + len) - tag);

    found->n = 0;
    found->ours = found->src = found->async = found->nomodule = false;
    while (to = next_name(tag, len, to, &from), to > from) {
        const char *name = tag + from;
        size_t n = to - from;

        found->ours |= n >= ours && xp_is_word(name, ours, OURS);
        found->src |= xp_is_word(name, n, "src");
        found->async |= xp_is_word(name, n, "async");
        found->nomodule |= xp_is_word(name, n, "nomodule");
        if (is_moved(el, name, n)) {
            if (found->n == XP_HOLD_PLACES)
                return false;
            found->at[found->n++] = (uint32_t)from;
        }
        to = behind_value(tag, len, to);
    }
    found->end = (uint32_t)(from < len ? from + 1 : len);
    return true;
}

/* Both words have a 'u', which is rare where a tag has little to say; and that many types take more room. */
bool xp_hold_is_plain(const char *tag, size_t len)
{
    return len < (XP_HOLD_PLACES + 1) * sizeof "type" && xp_skip_to_either(tag, tag + len, 'u', 'U') == tag + len;
}

bool xp_hold_may_copy(const char *element, size_t len)
{
    static const char END[] = "</noscript";
    const size_t n = sizeof END - 1;

    if (len > XP_HOLD_COPY)
        return false;
    for (size_t i = 0; i + n <= len; i++)
        if (element[i] == '<' && xp_is_word(element + i, n, END))
            return false;
    return true;
}
