#include "xp_past.h"

enum { SPAN = (XP_COUNT_MOMENTS - 1) * XP_COUNT_STEP, GAP = 2 * XP_COUNT_STEP + 30 };

/* Counts that have become fewer began anew in between: what there is has come since. */
static void make_step(xp_past_step *step, const xp_count_moment *from, const xp_count_moment *to)
{
    step->from = from->at;
    step->to = to->at;
    step->gap = to->at - from->at > GAP;
    for (int i = 0; i < XP_PURPOSES; i++)
        step->requests[i] = to->requests[i] - (to->requests[i] < from->requests[i] ? 0 : from->requests[i]);
}

/* A moment that is kept meanwhile moves all others by one, so that one is met twice. */
void xp_past_read(const xp_counters *c, xp_past *past)
{
    xp_count_moment to, from;
    unsigned long end;

    past->n = 0;
    past->set_back = 0;
    if (!xp_count_past(c, 0, &to))
        return;
    end = to.at;
    for (int back = 1; past->n < XP_COUNT_MOMENTS && xp_count_past(c, back, &from); back++) {
        if (from.at > to.at)
            past->set_back = to.at;
        if (from.at > to.at || end - from.at > SPAN)
            return;
        if (from.at == to.at)
            continue;
        make_step(&past->step[past->n++], &from, &to);
        to = from;
    }
}

unsigned long xp_past_most(const xp_past *past, xp_purpose purpose)
{
    unsigned long most = 0;

    for (int i = 0; i < past->n; i++)
        if (!past->step[i].gap && past->step[i].requests[purpose] > most)
            most = past->step[i].requests[purpose];
    return most;
}
