/* The tokenizer's script data states (13.2.5.4, 15 to 31). What makes them many is one old habit: a script's text may be wrapped
 * in <!-- and -->, and a <script> within that comment needs its own </script> before the next one ends the element.
 *
 * The text goes to the sink in runs as long as the chunk allows; only bytes that may begin the end tag are held until it is known.
 */
#include <string.h>

#include "../bytes/xp_skip.h"
#include "xp_tok_states.h"

enum { END_TAG = 9 }; /* bytes of "</script>" */

static const char *less_than(xp_tok *tok, xp_tok_state state, const char *p)
{
    tok->from = xp_tok_offset(tok, p);
    tok->nheld = 0;
    xp_tok_hold(tok, '<');
    return xp_tok_switch(tok, state, p);
}

/* Whether what stands at the '<' may begin "</script" or "<!--"; the chunk may end before that is known. */
static bool may_matter(const char *lt, const char *end)
{
    if (end - lt < 2 || lt[1] == '/')
        return end - lt < 2 || xp_may_be_name(lt + 2, end, "script");
    return lt[1] == '!' && (end - lt < 3 || (lt[2] == '-' && (end - lt < 4 || lt[3] == '-')));
}

/* 13.2.5.4 Script data state. A '<' that is known to begin neither an end tag nor a comment is text and does not end the run; nor does
 * the beginning of a comment. */
const char *xp_st_script_data(xp_tok *tok, const char *p, const char *end)
{
    const char *lt = xp_skip_to(p, end, '<');

    tok->escaped = false;
    while (lt < end && !may_matter(lt, end))
        lt = xp_skip_to(lt + 1, end, '<');
    if (end - lt >= 4 && lt[1] == '!') {
        xp_tok_raw(tok, p, lt + 4);
        return xp_tok_switch(tok, XP_ST_script_data_escaped_dash_dash, lt + 3);
    }
    xp_tok_raw(tok, p, lt);
    return lt < end ? xp_tok_end_raw(tok, XP_ST_script_data_less_than_sign, lt, end) : end;
}

/* 13.2.5.15 Script data less-than sign state. */
const char *xp_st_script_data_less_than_sign(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '/') {
        xp_tok_hold(tok, '/');
        return xp_tok_switch(tok, XP_ST_raw_text_end_tag_open, p);
    }
    xp_tok_release(tok);
    if (*p != '!')
        return xp_tok_reconsume(tok, XP_ST_script_data, p);
    xp_tok_raw(tok, p, p + 1);
    return xp_tok_switch(tok, XP_ST_script_data_escape_start, p);
}

/* 13.2.5.18 Script data escape start state. */
const char *xp_st_script_data_escape_start(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p != '-')
        return xp_tok_reconsume(tok, XP_ST_script_data, p);
    xp_tok_raw(tok, p, p + 1);
    return xp_tok_switch(tok, XP_ST_script_data_escape_start_dash, p);
}

/* 13.2.5.19 Script data escape start dash state. */
const char *xp_st_script_data_escape_start_dash(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p != '-')
        return xp_tok_reconsume(tok, XP_ST_script_data, p);
    xp_tok_raw(tok, p, p + 1);
    return xp_tok_switch(tok, XP_ST_script_data_escaped_dash_dash, p);
}

/* How many dashes, two at most, stand before `at`. */
static int dashes_before(const char *p, const char *at)
{
    return at > p && at[-1] == '-' ? at - p > 1 && at[-2] == '-' ? 2 : 1 : 0;
}

/* Whether the tag at the '<' is the one that leads into a script within the comment, or out of it; the chunk may end before that is
 * known. A tag that ends the element may not be passed over either. */
static bool may_lead(const char *lt, const char *end, bool twice)
{
    if (end - lt < 2)
        return true;
    if (lt[1] == '/')
        return xp_may_be_name(lt + 2, end, "script");
    return !twice && xp_may_be_name(lt + 1, end, "script");
}

/* Text from p on, in the comment or in a script within it, for as long as the chunk tells. */
static const char *escaped_run(xp_tok *tok, const char *p, const char *end, bool twice)
{
    const char *stop = p;

    for (;; stop++) {
        stop = xp_skip_to_either(stop, end, '<', '>');
        if (stop >= end || (*stop == '>' && dashes_before(p, stop) == 2))
            break;
        if (*stop == '>' || !may_lead(stop, end, twice))
            continue;
        if (end - stop < END_TAG || (stop[1] == '/') != twice)
            break;
        twice = !twice;
    }
    if (stop < end && *stop == '>') {
        xp_tok_raw(tok, p, stop + 1);
        return xp_tok_switch(tok, XP_ST_script_data, stop);
    }
    xp_tok_raw(tok, p, stop);
    if (stop < end && !twice)
        return xp_tok_end_raw(tok, XP_ST_script_data_escaped_less_than_sign, stop, end);
    if (stop < end)
        return less_than(tok, XP_ST_script_data_double_escaped_less_than_sign, stop);
    tok->state =
        (uint8_t)((twice ? XP_ST_script_data_double_escaped : XP_ST_script_data_escaped) + dashes_before(p, stop));
    return end;
}

/* 13.2.5.20 Script data escaped state. */
const char *xp_st_script_data_escaped(xp_tok *tok, const char *p, const char *end)
{
    tok->escaped = true;
    return escaped_run(tok, p, end, false);
}

/* 13.2.5.21 Script data escaped dash state. */
const char *xp_st_script_data_escaped_dash(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p != '-')
        return xp_tok_reconsume(tok, XP_ST_script_data_escaped, p);
    xp_tok_raw(tok, p, p + 1);
    return xp_tok_switch(tok, XP_ST_script_data_escaped_dash_dash, p);
}

/* Behind two dashes of a comment within a script: more dashes change nothing, and a '>' ends it. */
static const char *behind_dashes(xp_tok *tok, const char *p, const char *end, xp_tok_state within)
{
    const char *stop = p;

    while (stop < end && *stop == '-')
        stop++;
    if (stop < end && *stop == '>') {
        xp_tok_raw(tok, p, stop + 1);
        return xp_tok_switch(tok, XP_ST_script_data, stop);
    }
    xp_tok_raw(tok, p, stop);
    return stop < end ? xp_tok_reconsume(tok, within, stop) : end;
}

/* 13.2.5.22 Script data escaped dash dash state. */
const char *xp_st_script_data_escaped_dash_dash(xp_tok *tok, const char *p, const char *end)
{
    return behind_dashes(tok, p, end, XP_ST_script_data_escaped);
}

/* 13.2.5.23 Script data escaped less-than sign state. */
const char *xp_st_script_data_escaped_less_than_sign(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p == '/') {
        xp_tok_hold(tok, '/');
        return xp_tok_switch(tok, XP_ST_raw_text_end_tag_open, p);
    }
    xp_tok_release(tok);
    if (!xp_is_alpha(*p))
        return xp_tok_reconsume(tok, XP_ST_script_data_escaped, p);
    tok->name_len = 0;
    return xp_tok_reconsume(tok, XP_ST_script_data_double_escape_start, p);
}

/* A name within a script's comment is read to its end: to `script` if it is "script", else to `other`. */
static const char *escape_name(xp_tok *tok, const char *p, const char *end, xp_tok_state script, xp_tok_state other)
{
    static const char WANT[] = "script";
    const char *q = p;

    for (; q < end && xp_is_alpha(*q); q++) {
        bool same = tok->name_len < sizeof WANT - 1 && xp_lower(*q) == WANT[tok->name_len];

        tok->name_len = same ? (uint8_t)(tok->name_len + 1) : (uint8_t)sizeof WANT; /* no way back once it differs */
    }
    xp_tok_raw(tok, p, q);
    if (q >= end)
        return end;
    if (*q != '>' && *q != '/' && !xp_is_space(*q))
        return xp_tok_reconsume(tok, other, q);
    xp_tok_raw(tok, q, q + 1);
    return xp_tok_switch(tok, tok->name_len == sizeof WANT - 1 ? script : other, q);
}

/* 13.2.5.26 Script data double escape start state. */
const char *xp_st_script_data_double_escape_start(xp_tok *tok, const char *p, const char *end)
{
    return escape_name(tok, p, end, XP_ST_script_data_double_escaped, XP_ST_script_data_escaped);
}

/* 13.2.5.27 Script data double escaped state. */
const char *xp_st_script_data_double_escaped(xp_tok *tok, const char *p, const char *end)
{
    return escaped_run(tok, p, end, true);
}

/* 13.2.5.28 Script data double escaped dash state. */
const char *xp_st_script_data_double_escaped_dash(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    if (*p != '-')
        return xp_tok_reconsume(tok, XP_ST_script_data_double_escaped, p);
    xp_tok_raw(tok, p, p + 1);
    return xp_tok_switch(tok, XP_ST_script_data_double_escaped_dash_dash, p);
}

/* 13.2.5.29 Script data double escaped dash dash state. */
const char *xp_st_script_data_double_escaped_dash_dash(xp_tok *tok, const char *p, const char *end)
{
    return behind_dashes(tok, p, end, XP_ST_script_data_double_escaped);
}

/* 13.2.5.30 Script data double escaped less-than sign state. */
const char *xp_st_script_data_double_escaped_less_than_sign(xp_tok *tok, const char *p, const char *end)
{
    (void)end;
    xp_tok_release(tok);
    if (*p != '/')
        return xp_tok_reconsume(tok, XP_ST_script_data_double_escaped, p);
    xp_tok_raw(tok, p, p + 1);
    tok->name_len = 0;
    return xp_tok_switch(tok, XP_ST_script_data_double_escape_end, p);
}

/* 13.2.5.31 Script data double escape end state. */
const char *xp_st_script_data_double_escape_end(xp_tok *tok, const char *p, const char *end)
{
    return escape_name(tok, p, end, XP_ST_script_data_escaped, XP_ST_script_data_double_escaped);
}
