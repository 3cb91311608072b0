/* A start tag's attributes: see xp_tag.h. */
#include "xp_tag.h"

#include <string.h>

#include "../engine/bytes/xp_ascii.h"
#include "../engine/html/xp_charref.h"

typedef struct {
    const char *p, *end;
    char *to, *room;
} reader;

static void skip_space(reader *r)
{
    while (r->p < r->end && (xp_is_space(*r->p) || *r->p == '/'))
        r->p++;
}

/* Copies up to a byte of `stops`; the text ends with a NUL. NULL if there is no room. */
static char *copy(reader *r, const char *stops, bool lower)
{
    char *begin = r->to;

    for (; r->p < r->end && !(*r->p && strchr(stops, *r->p)); r->p++) {
        if (r->to + 1 >= r->room)
            return NULL;
        *r->to++ = lower ? xp_lower(*r->p) : *r->p;
    }
    *r->to++ = '\0';
    return begin;
}

static char *value(reader *r)
{
    char quote = r->p < r->end && (*r->p == '"' || *r->p == '\'') ? *r->p++ : '\0', *text, stops[2] = { quote, '\0' };

    text = copy(r, quote ? stops : " \t\n\f\r>", false);
    if (quote && r->p < r->end)
        r->p++;
    if (text)
        text[xp_charref_decode(text, strlen(text))] = '\0';
    return text;
}

/* One attribute; of several with the same name the first counts. False: there is none, or no room. */
static bool attribute(reader *r, xp_tag *tag)
{
    const char *name, *text = "";

    skip_space(r);
    if (r->p >= r->end || *r->p == '>' || !(name = copy(r, " \t\n\f\r/>=", true)))
        return false;
    if (!*name && r->p < r->end && *r->p == '=') /* part of a name, by the standard; no name that we want */
        r->p++;
    while (r->p < r->end && xp_is_space(*r->p))
        r->p++;
    if (r->p < r->end && *r->p == '=') {
        r->p++;
        while (r->p < r->end && xp_is_space(*r->p))
            r->p++;
        if (!(text = value(r)))
            return false;
    }
    if (!xp_tag_value(tag, name)) {
        tag->attrs[tag->n].name = name;
        tag->attrs[tag->n++].value = text;
    }
    return true;
}

bool xp_tag_read(xp_tag *tag, const char *bytes, size_t len)
{
    reader r = { bytes + 1, bytes + len, tag->name, tag->name + sizeof tag->name };

    tag->n = 0;
    if (len < 2 || bytes[0] != '<' || !xp_is_alnum(bytes[1]) || !copy(&r, " \t\n\f\r/>", true))
        return false;
    r.to = tag->text;
    r.room = tag->text + XP_TAG_TEXT;
    while (tag->n < XP_TAG_ATTRS && attribute(&r, tag))
        ;
    return true;
}

const char *xp_tag_value(const xp_tag *tag, const char *name)
{
    for (int i = 0; i < tag->n; i++)
        if (!strcmp(tag->attrs[i].name, name))
            return tag->attrs[i].value;
    return NULL;
}
