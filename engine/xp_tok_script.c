/* The tokenizer's script data states (13.2.5.4, 15 to 31). What makes them many is one old habit: a script's text may be wrapped
 * in <!-- and -->, and a <script> within that comment needs its own </script> before the next one ends the element.
 *
 * The text goes to the sink in runs as long as the chunk allows; only bytes that may begin the end tag are held until it is known.
 */
#include <string.h>

#include "xp_skip.h"
#include "xp_tok_states.h"

static const char *less_than(xp_tok *tok, xp_tok_state state, const char *p)
{
    tok->from = xp_tok_offset(tok, p);
    tok->nheld = 0;
    xp_tok_hold(tok, '<');
    return xp_tok_switch(tok, state, p);
}

/* 13.2.5.4 Script data state. A '<' that is followed by neither '/' nor '!' is text and does not end the run. */
const char *xp_st_script_data(xp_tok *tok, const char *p, const char *end)
{
    const char *lt = p;

    tok->escaped = false;
    for (;; lt++) {
        lt = xp_skip_to(lt, end, '<');
        if (end - lt < 2 || lt[1] == '/' || lt[1] == '!')
            break;
    }
    xp_tok_raw(tok, p, lt);
    return lt < end ? less_than(tok, XP_ST_script_data_less_than_sign, lt) : end;
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

/* Text up to the next '-' or '<', which both escaped states stop at; the dash itself is text. */
static const char *escaped_run(xp_tok *tok, const char *p, const char *end, xp_tok_state dash, xp_tok_state lt)
{
    const char *stop = p;

    while (stop < end && *stop != '-' && *stop != '<')
        stop++;
    if (stop >= end) {
        xp_tok_raw(tok, p, stop);
        return end;
    }
    xp_tok_raw(tok, p, *stop == '-' ? stop + 1 : stop);
    return *stop == '-' ? xp_tok_switch(tok, dash, stop) : less_than(tok, lt, stop);
}

/* 13.2.5.20 Script data escaped state. */
const char *xp_st_script_data_escaped(xp_tok *tok, const char *p, const char *end)
{
    tok->escaped = true;
    return escaped_run(tok, p, end, XP_ST_script_data_escaped_dash, XP_ST_script_data_escaped_less_than_sign);
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
    return escaped_run(tok, p, end, XP_ST_script_data_double_escaped_dash,
                       XP_ST_script_data_double_escaped_less_than_sign);
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
