/* What is kept of the past and what is read from it, with APR: the ring, a clock that is set, counts that begin anew, hours in which httpd slept, and
 * a moment that is kept while somebody reads.
 */
#include "../../module/xp_count.h"

#include "apr_time.h"
#include "http_log.h"

#include "tap.h"

static unsigned long the_clock;
#define apr_time_now() apr_time_from_sec((apr_time_t)the_clock)
#include "../../module/xp_count.c"

static int read_one(const xp_counters *c, int back, xp_count_moment *moment);
#define xp_count_past read_one
#include "../../module/xp_past.c"
#undef xp_count_past

/* ---- httpd and the rest of the module ------------------------------------------------------------------------------------------ */

module AP_MODULE_DECLARE_DATA xpurpose_module = { STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, NULL, 0 };

void ap_log_error_(const char *file, int line, int index, int level, apr_status_t status, const server_rec *s,
                   const char *format, ...)
{
    (void)file, (void)line, (void)index, (void)level, (void)status, (void)s, (void)format;
}

void *ap_retained_data_get(const char *key)
{
    (void)key;
    return NULL;
}

void *ap_retained_data_create(const char *key, apr_size_t size)
{
    (void)key, (void)size;
    return NULL;
}

const xp_rules *xp_site_rules(void)
{
    return NULL;
}

const char *xp_purpose_name(xp_purpose purpose)
{
    (void)purpose;
    return "";
}

const char *xp_verdict_name(xp_verdict verdict)
{
    (void)verdict;
    return "";
}

const char *xp_left_name(xp_left why)
{
    (void)why;
    return "";
}

/* ---- What happens ---------------------------------------------------------------------------------------------------------------- */

enum { NOON = 1790000100, STEP = XP_COUNT_STEP, MOMENTS = XP_COUNT_MOMENTS - 1, STEPS = MOMENTS - 1 };

static xp_counters counters;
static xp_past past;

static void begin(void)
{
    memset(&counters, 0, sizeof counters);
    xp_count_all = &counters;
    the_clock = NOON;
}

static unsigned long *count_of(xp_purpose purpose)
{
    return &counters.hosts[0].requests[purpose];
}

/* So many previews come; then it is later, and httpd's monitor hook is run. */
static void pass(unsigned long previews, long seconds)
{
    *count_of(XP_PREVIEW) += previews;
    the_clock += (unsigned long)seconds;
    xp_count_monitor(NULL, NULL);
}

static void pass_steps(int n, unsigned long previews)
{
    while (n-- > 0)
        pass(previews, STEP);
}

/* Adds a moment behind the `interrupt`-th look. */
static int interrupt, looks;

static int read_one(const xp_counters *c, int back, xp_count_moment *moment)
{
    const int found = xp_count_past(c, back, moment);

    if (++looks == interrupt)
        pass(1000, STEP);
    return found;
}

static void read_past(void)
{
    looks = 0;
    memset(&past, 0xff, sizeof past);
    xp_past_read(&counters, &past);
}

static bool is_chain(void)
{
    for (int i = 0; i < past.n; i++)
        if (past.step[i].from >= past.step[i].to || (i && past.step[i].to != past.step[i - 1].from))
            return false;
    return true;
}

static unsigned long previews(int step)
{
    return past.step[step].requests[XP_PREVIEW];
}

/* ---- What is read ---------------------------------------------------------------------------------------------------------------- */

static void test_first_moments(void)
{
    begin();
    read_past();
    is_int(past.n, 0, "no moment: no step");
    is_int(past.set_back, 0, "... and the clock was not set back");
    is_int(xp_past_most(&past, XP_PREVIEW), 0, "... and the most is nothing");
    pass(3, 0);
    read_past();
    is_int(past.n, 0, "one moment: no step");
    pass(5, STEP);
    read_past();
    is_int(past.n, 1, "two moments: a step");
    is_int(previews(0), 5, "... of what came between them");
    is_int(past.step[0].from, NOON, "... from the first");
    is_int(past.step[0].to, NOON + STEP, "... to the second");
    is_int(past.step[0].gap, 0, "... which is no gap");
    pass(2, 1);
    pass(2, 1);
    read_past();
    is_int(past.n, 1, "the hook comes more often than a moment is kept");
}

static void test_ring(void)
{
    xp_count_moment moment;

    begin();
    for (int i = 0; i < 3 * XP_COUNT_MOMENTS + 7; i++)
        pass((unsigned long)i, STEP);
    read_past();
    is_int(past.n, STEPS, "the ring has gone round: as many steps as there is room for");
    is_int(past.step[0].to, the_clock, "... up to the latest");
    is_int(past.step[0].to - past.step[past.n - 1].from, 12 * 3600, "... over twelve hours");
    ok(is_chain(), "... each from where the one before it ends");
    is_int(previews(0), 3 * XP_COUNT_MOMENTS + 6, "... with the latest count first");
    is_int(previews(STEPS - 1), 3 * XP_COUNT_MOMENTS + 7 - STEPS, "... and the oldest last");
    is_int(xp_past_most(&past, XP_PREVIEW), previews(0), "... of which the greatest is the most");
    is_int(xp_past_most(&past, XP_PRERENDER), 0, "... of its class");
    is_int(xp_count_past(&counters, -1, &moment), 0, "nothing comes behind the latest moment");
    is_int(xp_count_past(&counters, MOMENTS - 1, &moment), 1, "the oldest is there");
    is_int(xp_count_past(&counters, MOMENTS, &moment), 0, "... and not the one that is being written");
}

static void test_counts_anew(void)
{
    begin();
    pass(900, 0);
    *count_of(XP_PRERENDER) = 10;
    pass_steps(2, 1);
    *count_of(XP_PREVIEW) = 0;
    *count_of(XP_PRERENDER) = 17;
    pass(4, STEP);
    pass(6, STEP);
    read_past();
    is_int(past.n, 4, "counts begin anew: no step is lost");
    is_int(previews(1), 4, "... and what there is has come since");
    is_int(past.step[1].requests[XP_PRERENDER], 7, "... of the class that has");
    is_int(previews(0), 6, "... and it goes on");
    is_int(xp_past_most(&past, XP_PREVIEW), 6, "... without a step of nearly all there can be");
    *count_of(XP_PREVIEW) = 0;
    pass(0, STEP);
    read_past();
    is_int(previews(0), 0, "counts fall to nothing: nothing came");
}

static void test_clock(void)
{
    begin();
    pass_steps(20, 1);
    pass(50, -7200);
    const unsigned long back = the_clock;

    pass_steps(4, 2);
    read_past();
    is_int(past.n, 4, "the clock is set back: steps since then");
    is_int(past.set_back, back, "... and it is told when that was");
    ok(is_chain(), "... in order");
    is_int(xp_past_most(&past, XP_PREVIEW), 2, "... and no count is of before");
    pass_steps(STEPS, 3);
    read_past();
    is_int(past.n, STEPS, "twelve hours later all steps are there");
    is_int(past.set_back, 0, "... and nothing is told of it");

    begin();
    pass_steps(3, 1);
    pass(1, -1);
    read_past();
    is_int(past.n, 2, "set back by a second, over a step's edge: what came before is still told");
    is_int(past.set_back, 0, "... and nothing of the clock");
    pass(1, STEP + 1);
    read_past();
    is_int(previews(0), 2, "... and what came meanwhile is in the next step");
    ok(is_chain(), "... in order");
}

static void test_sleep(void)
{
    begin();
    pass_steps(10, 1);
    pass(70, 3 * 3600);
    pass_steps(5, 2);
    read_past();
    is_int(past.n, 15, "three hours without a moment: a step as well");
    is_int(past.step[5].gap, 1, "... which is a gap");
    is_int(previews(5), 70, "... with what came in it");
    is_int(past.step[4].gap + past.step[6].gap, 0, "... and its neighbours are none");
    is_int(xp_past_most(&past, XP_PREVIEW), 2, "... and it makes no scale");
    pass(1, 2 * STEP);
    pass(1, 3 * STEP);
    read_past();
    is_int(past.step[1].gap, 0, "a moment that was missed is no gap");
    is_int(past.step[0].gap, 1, "... and two are");
    pass(1, 40 * 3600);
    pass_steps(2, 1);
    read_past();
    is_int(past.n, 2, "a day and more: only what came since is told");
    ok(is_chain(), "... in order");
}

static void test_interrupted(void)
{
    for (interrupt = 1; interrupt <= 12; interrupt += interrupt == 3 ? 9 : 1) {
        begin();
        pass_steps(2 * XP_COUNT_MOMENTS, 1);
        const unsigned long end = the_clock;

        read_past();
        is_int(the_clock, end + STEP, "a moment is kept behind look %d", interrupt);
        ok(past.n >= STEPS - 1 && is_chain(), "... and the steps are in order");
        is_int(past.step[0].to, end, "... up to where it began to read");
        is_int(xp_past_most(&past, XP_PREVIEW), 1, "... and none is there twice");
    }
    interrupt = 0;
}

int main(void)
{
    test_first_moments();
    test_ring();
    test_counts_anew();
    test_clock();
    test_sleep();
    test_interrupted();
    return tap_done();
}
