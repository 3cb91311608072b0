/* See xp_attrs.h. */
#include "xp_attrs.h"

#include "../bytes/xp_ascii.h"
#include "../bytes/xp_skip.h"
#include "xp_names.h"

const char *xp_attrs_begin(const char *tag, const char *end)
{
    return tag < end ? xp_end_of_name(tag + 1, end) : end;
}

/* From behind a '=': the value, and returns where to go on. */
static const char *read_value(const char *p, const char *end, xp_attr_at *attr)
{
    const char *stop;

    p = xp_skip_space(p, end);
    attr->valued = true;
    attr->value = p;
    if (p < end && (*p == '"' || *p == '\'')) {
        attr->quote = *p;
        attr->value = ++p;
        stop = xp_skip_to(p, end, attr->quote);
        attr->nvalue = (size_t)(stop - p);
        return stop < end ? stop + 1 : end;
    }
    for (stop = p; stop < end && *stop != '>' && !xp_is_space(*stop); stop++)
        ;
    attr->nvalue = (size_t)(stop - p);
    return stop;
}

bool xp_attrs_next(const char **at, const char *end, xp_attr_at *attr)
{
    const char *p = *at, *behind;

    while (p < end && (*p == '/' || xp_is_space(*p)))
        p++;
    *at = p;
    if (p >= end || *p == '>')
        return false;
    attr->name = p++;                                                                /* which may be a '=' */
    while ((p = xp_skip_above(p, end, '>')) < end && *p != '=' && !xp_ends_name(*p)) /* letters are above */
        p++;
    attr->nname = (size_t)(p - attr->name);
    attr->value = p;
    attr->nvalue = 0;
    attr->quote = '\0';
    attr->valued = false;
    behind = xp_skip_space(p, end);
    *at = behind < end && *behind == '=' ? read_value(behind + 1, end, attr) : p;
    return true;
}
