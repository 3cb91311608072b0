/* Colours and progress: see xp_terminal.h. */
#define _POSIX_C_SOURCE 200809L
#include "xp_terminal.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { FIRST = 1000, NEXT = 100 }; /* milliseconds */
enum { LINE = 128 };

/* It knows what an escape sequence is. */
static bool is_terminal(int fd)
{
    const char *term = getenv("TERM");

    return term && *term && strcmp(term, "dumb") != 0 && isatty(fd);
}

void xp_terminal_ink(xp_ink ink)
{
    static const char *const INK[] = { [XP_PLAIN] = "\x1b[m", [XP_HEADING] = "\x1b[1m", [XP_WARNING] = "\x1b[33m" };
    static int takes = -1;

    if (takes < 0) {
        const char *no = getenv("NO_COLOR");

        takes = !(no && *no) && is_terminal(STDOUT_FILENO);
    }
    if (takes)
        fputs(INK[ink], stdout);
}

static struct {
    bool on, there;
    uint64_t due; /* when the line is to be written next */
} line;

static uint64_t now(void)
{
    struct timespec t = { 0, 0 };

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

void xp_progress_begin(void)
{
    line.on = is_terminal(STDERR_FILENO);
    line.due = line.on ? now() + FIRST : 0;
}

/* How many columns the terminal has now, or as many as anything needs. */
static int columns(void)
{
#ifdef TIOCGWINSZ
    struct winsize size;

    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    return LINE;
}

/* What is longer than a line would be wrapped, and stay: the last column is left free, too. */
static void print_line(uint64_t pages, uint64_t others, uint64_t bytes)
{
    char text[LINE];

    snprintf(text, sizeof text, "%llu pages, %llu other files, %llu MB", (unsigned long long)pages,
             (unsigned long long)others, (unsigned long long)(bytes / 1000000));
    fprintf(stderr, "\r%.*s\x1b[K", columns() - 1, text);
    fflush(stderr);
}

void xp_progress(uint64_t pages, uint64_t others, uint64_t bytes)
{
    uint64_t time = line.on ? now() : 0;

    if (!line.on || time < line.due)
        return;
    print_line(pages, others, bytes);
    line.there = true;
    line.due = time + NEXT;
}

void xp_progress_clear(void)
{
    if (line.there)
        fputs("\r\x1b[K", stderr);
    line.there = false;
}
