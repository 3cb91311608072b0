/* See xp_apart.h. */
#include "xp_apart.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../html/xp_attrs.h"
#include "../html/xp_charref.h"
#include "xp_judge.h"

enum { TYPE_MAX = 128 }; /* bytes of a value that says what the script is */

/* The value with its references decoded, as far as there is room. */
static size_t decode(const xp_attr_at *attr, char value[TYPE_MAX])
{
    size_t len = attr->nvalue < TYPE_MAX ? attr->nvalue : TYPE_MAX;

    memcpy(value, attr->value, len);
    return xp_charref_decode(value, len);
}

/* Of an attribute that says whether it is a script, and which. `had`: a bit for each that has been seen, for the first of a name counts. */
static void judge(xp_facts *facts, xp_attr name, const xp_attr_at *attr, uint32_t *had)
{
    char value[TYPE_MAX];
    bool again = *had >> name & 1;

    if (name == XP_AT_DATA) /* of which there are many */
        facts->consent = true;
    else if ((name == XP_AT_TYPE || name == XP_AT_LANGUAGE || name == XP_AT_CLASS) && !again)
        xp_judge_attr(facts, NULL, XP_EL_SCRIPT, name, value, decode(attr, value), false);
    *had |= UINT32_C(1) << name;
}

static xp_attr name_of(const xp_attr_at *attr)
{
    char name[XP_ATTR_MAX + 9] = ""; /* eight bytes can be read at it */

    if (attr->nname > XP_ATTR_MAX)
        return XP_AT_OTHER;
    memcpy(name, attr->name, attr->nname);
    return xp_attr_of(name, attr->nname);
}

xp_apart xp_apart_take(const char *element, size_t len, size_t base)
{
    const char *end = element + len, *at = xp_attrs_begin(element, end), *src = element;
    xp_apart apart = { .has_src = false };
    size_t nsrc = 0, tag, close = len;
    xp_facts facts;
    uint32_t had = 0;
    xp_attr_at attr;

    xp_judge_begin(&facts);
    while (xp_attrs_next(&at, end, &attr)) {
        xp_attr name = name_of(&attr);

        if (name == XP_AT_SRC && !apart.has_src) {
            apart.has_src = true;
            src = attr.value;
            nsrc = attr.nvalue;
        }
        apart.nonce |= name == XP_AT_NONCE;
        judge(&facts, name, &attr, &had);
    }
    tag = at < end ? (size_t)(at - element) + 1 : len;
    while (close > tag && element[close - 1] != '<')
        close--;
    xp_trim(&src, &nsrc);
    apart.tag = (xp_span){ base, base + tag };
    apart.text = (xp_span){ base + tag, base + (close > tag ? close - 1 : tag) };
    apart.src = (xp_span){ base + (size_t)(src - element), base + (size_t)(src - element) + nsrc };
    apart.script = xp_judge_is_script(&facts);
    apart.runs = apart.script && facts.type == XP_TYPE_SCRIPT;
    return apart;
}
