/* A page through the engine: see xp_saved.h. */
#define _POSIX_C_SOURCE 200809L
#include "xp_saved.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "xp_sniff.h"

static void count(xp_place *place, const char *from, const char *to)
{
    while (from < to) {
        const char *newline = memchr(from, '\n', (size_t)(to - from));

        if (!newline) {
            place->column += (uint64_t)(to - from);
            return;
        }
        place->line++;
        place->column = 1;
        from = newline + 1;
    }
}

/* Done with the page up to `offset`; its bytes are written if they stay. */
static void settle(xp_saved *p, uint64_t offset, bool stays)
{
    const char *from = p->held + p->gone;
    uint64_t wanted = offset < p->offset ? 0 : offset - p->offset;
    size_t n = wanted < p->len - p->gone ? (size_t)wanted : p->len - p->gone;

    if (n == 0)
        return;
    if (p->reading->to && stays)
        fwrite(from, 1, n, p->reading->to);
    if (p->reading->places)
        count(&p->place, from, from + n);
    p->gone += n;
    p->offset += n;
}

static void count_edit(xp_found *found, const xp_edit *edit)
{
    if (!xp_saved_counts(edit))
        return;
    if (xp_form_removes(edit->form)) {
        found->removed++;
        found->cut += edit->to - edit->from;
    } else if (edit->form == XP_FORM_HELD) {
        found->held++;
    } else {
        found->gated++;
    }
    xp_set_add(&found->vendors, edit->vendor);
}

static void on_edit(void *ctx, const xp_edit *edit)
{
    xp_saved *p = ctx;

    settle(p, edit->from, true);
    for (int i = 0; p->reading->to && i < edit->npieces; i++)
        fwrite(edit->pieces[i].text, 1, edit->pieces[i].len, p->reading->to);
    if (p->reading->edit)
        p->reading->edit(p->reading->ctx, p, edit);
    settle(p, edit->to, false);
    count_edit(&p->found, edit);
}

static void on_near(void *ctx, const xp_near *near)
{
    const xp_saved *p = ctx;

    p->reading->near(p->reading->ctx, p, near);
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    const xp_saved *p = ctx;

    (void)to;
    return p->held + p->gone + (from - p->offset);
}

const char *xp_saved_bytes(const xp_saved *p, uint64_t from, uint64_t to)
{
    return from >= p->offset && to - p->offset <= p->len - p->gone ? p->held + p->gone + (from - p->offset) : NULL;
}

xp_place xp_saved_place(const xp_saved *p, uint64_t offset)
{
    xp_place place = p->place;

    if (xp_saved_bytes(p, p->offset, offset))
        count(&place, p->held + p->gone, p->held + p->gone + (offset - p->offset));
    return place;
}

/* Room for `n` more bytes behind what is held: what is done with is let go first. False if there is no memory. */
static bool make_room(xp_saved *p, size_t n)
{
    size_t room = 2 * (p->len - p->gone + n);
    char *held;

    if (n <= p->room - p->len)
        return true;
    if (p->gone > 0) {
        memmove(p->held, p->held + p->gone, p->len - p->gone);
        p->len -= p->gone;
        p->gone = 0;
    }
    if (room <= p->room)
        return true;
    held = realloc(p->held, room);
    if (!held)
        return false;
    p->held = held;
    p->room = room;
    return true;
}

/* The processor's time rather than the clock's: what else the machine does is not the page's. */
static uint64_t spent(void)
{
    struct timespec t = { 0, 0 };

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static void feed(xp_saved *p, size_t n)
{
    uint64_t began = spent();

    xp_scan_feed(p->scan, p->held + p->len - n, n);
    p->found.nanoseconds += spent() - began;
}

static void end(xp_saved *p)
{
    uint64_t began = spent();

    xp_scan_end(p->scan);
    p->found.nanoseconds += spent() - began;
}

static bool begin(xp_saved *p, const xp_reading *reading)
{
    *p = (xp_saved){ .reading = reading, .place = { 1, 1 }, .options = reading->options };
    p->options.on_edit = on_edit;
    p->options.kept = kept;
    p->options.near = reading->near ? on_near : NULL;
    p->options.ctx = p;
    p->scan = malloc(xp_scan_size());
    p->found.scan = p->scan;
    if (p->scan)
        xp_scan_init(p->scan, &p->options);
    return p->scan;
}

/* What the page begins with, as far as it has come in. */
typedef struct {
    char bytes[XP_SNIFF_MAGIC];
    size_t n;
} head;

static bool is_packed(head *h, const char *bytes, size_t n)
{
    for (; h->n < sizeof h->bytes && n > 0; n--)
        h->bytes[h->n++] = *bytes++;
    return xp_sniff_compressed(h->bytes, h->n);
}

const char *xp_saved_read(xp_saved *p, const xp_reading *reading, FILE *in)
{
    head h = { .n = 0 };

    if (!begin(p, reading))
        return "out of memory";
    for (;;) {
        size_t n;

        if (!make_room(p, reading->block))
            return "out of memory";
        n = fread(p->held + p->len, 1, reading->block, in);
        if (n == 0)
            break;
        if (is_packed(&h, p->held + p->len, n))
            return "it is compressed: unpack it first";
        p->len += n;
        feed(p, n);
        settle(p, xp_scan_settled(p->scan), true);
        if (reading->went_on)
            reading->went_on(reading->ctx, n);
    }
    if (ferror(in))
        return strerror(errno);
    end(p);
    settle(p, p->offset + (p->len - p->gone), true);
    p->found.bytes = p->offset;
    return NULL;
}

void xp_saved_end(xp_saved *p)
{
    free(p->scan);
    free(p->held);
}
