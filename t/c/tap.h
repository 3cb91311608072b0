/* The Test Anything Protocol for the C tests, in one header: each test is a program that prove runs.
 *
 *     int main(void)
 *     {
 *         ok(1 + 1 == 2, "%d and %d", 1, 1);
 *         is_str(name, "matomo", "the name");
 *         skip(2, "no pages here");
 *         return tap_done();
 *     }
 *
 * plan() is optional: with it, tap_done() also says when tests were lost on the way; without it the plan is printed last.
 */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_run, tap_failed, tap_planned;

#if defined(__GNUC__)
#define TAP_LIKE_PRINTF(at, first) __attribute__((format(printf, at, first), unused))
#define TAP_UNUSED                 __attribute__((unused))
#else
#define TAP_LIKE_PRINTF(at, first)
#define TAP_UNUSED
#endif

/* Says how many tests there will be. */
TAP_UNUSED static void plan(int tests)
{
    tap_planned = tests;
    printf("1..%d\n", tests);
}

/* A line for people, on standard error, where prove shows it. */
TAP_LIKE_PRINTF(1, 2) static void diag(const char *format, ...)
{
    va_list args;

    fflush(stdout);
    fputs("# ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

/* A line for people that prove shows with -v only: figures. */
TAP_LIKE_PRINTF(1, 2) static void note(const char *format, ...)
{
    va_list args;

    fputs("# ", stdout);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
}

/* A test's name on one line, whatever it quotes. */
TAP_LIKE_PRINTF(1, 0) static void tap_name(const char *format, va_list args)
{
    char name[500];

    vsnprintf(name, sizeof name, format, args);
    for (const char *p = name; *p; p++)
        switch (*p) {
        case '\n': fputs("\\n", stdout); break;
        case '\r': fputs("\\r", stdout); break;
        case '\t': fputs("\\t", stdout); break;
        case '\\': fputs("\\\\", stdout); break;
        case '#': fputs("\\#", stdout); break; /* else a directive begins */
        default:
            if ((unsigned char)*p < ' ')
                printf("\\x%02X", (unsigned)*p);
            else
                putchar(*p);
        }
    putchar('\n');
}

TAP_LIKE_PRINTF(4, 0) static bool tap_report(bool good, const char *file, int line, const char *format, va_list args)
{
    printf("%sok %d - ", good ? "" : "not ", ++tap_run);
    tap_name(format, args);
    fflush(stdout);
    if (!good) {
        tap_failed++;
        diag("failed at %s:%d", file, line);
    }
    return good;
}

TAP_LIKE_PRINTF(4, 5) static bool tap_ok(bool good, const char *file, int line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    tap_report(good, file, line, format, args);
    va_end(args);
    return good;
}

TAP_LIKE_PRINTF(5, 6)
static bool tap_is_int(long long got, long long want, const char *file, int line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    tap_report(got == want, file, line, format, args);
    va_end(args);
    if (got != want)
        diag("got %lld, want %lld", got, want);
    return got == want;
}

TAP_LIKE_PRINTF(5, 6)
static bool tap_is_str(const char *got, const char *want, const char *file, int line, const char *format, ...)
{
    bool good = got && want ? strcmp(got, want) == 0 : got == want;
    va_list args;

    va_start(args, format);
    tap_report(good, file, line, format, args);
    va_end(args);
    if (!good) {
        diag(" got: %s", got ? got : "(null)");
        diag("want: %s", want ? want : "(null)");
    }
    return good;
}

TAP_LIKE_PRINTF(7, 8)
static bool tap_is_mem(const void *got, size_t ngot, const void *want, size_t nwant, const char *file, int line,
                       const char *format, ...)
{
    bool good = ngot == nwant && (nwant == 0 || memcmp(got, want, nwant) == 0);
    va_list args;

    va_start(args, format);
    tap_report(good, file, line, format, args);
    va_end(args);
    if (!good) {
        diag(" got %zu bytes: %.*s", ngot, (int)(ngot < 2000 ? ngot : 2000), ngot ? (const char *)got : "");
        diag("want %zu bytes: %.*s", nwant, (int)(nwant < 2000 ? nwant : 2000), nwant ? (const char *)want : "");
    }
    return good;
}

/* Each takes a printf format and its arguments as the test's name, and returns whether it passed. */
#define ok(good, ...)                       tap_ok((good), __FILE__, __LINE__, __VA_ARGS__)
#define is_int(got, want, ...)              tap_is_int((long long)(got), (long long)(want), __FILE__, __LINE__, __VA_ARGS__)
#define is_str(got, want, ...)              tap_is_str((got), (want), __FILE__, __LINE__, __VA_ARGS__)
#define is_mem(got, ngot, want, nwant, ...) tap_is_mem((got), (ngot), (want), (nwant), __FILE__, __LINE__, __VA_ARGS__)

/* Counts `tests` tests as passed that cannot be run here. */
TAP_UNUSED static void skip(int tests, const char *why)
{
    while (tests-- > 0)
        printf("ok %d # SKIP %s\n", ++tap_run, why);
    fflush(stdout);
}

/* The whole program cannot be run here: call it before anything else and return its value from main(). */
TAP_UNUSED static int skip_all(const char *why)
{
    printf("1..0 # SKIP %s\n", why);
    return 0;
}

/* Ends the program: return its value from main(). */
TAP_UNUSED static int tap_done(void)
{
    if (!tap_planned)
        printf("1..%d\n", tap_run);
    else if (tap_run != tap_planned)
        diag("planned %d tests but ran %d", tap_planned, tap_run);
    if (tap_failed)
        diag("%d of %d tests failed", tap_failed, tap_run);
    return tap_failed || (tap_planned && tap_run != tap_planned) ? 1 : 0;
}

#if defined(__has_feature)
#if __has_feature(memory_sanitizer)
#include <sanitizer/msan_interface.h>
#define TAP_FORGET(bytes, len)  __msan_poison(bytes, len)
#define TAP_WRITTEN(bytes, len) __msan_unpoison(bytes, len)
#endif
#endif
#ifndef TAP_FORGET
#define TAP_FORGET(bytes, len) memset(bytes, 0xA5, len)
#define TAP_WRITTEN(bytes, len)
#endif

/* From here on these bytes are nobody's: under MemorySanitizer reading one before it is written is an error, else it is odd. */
TAP_UNUSED static void tap_forget(void *bytes, size_t len)
{
    TAP_FORGET(bytes, len);
}

/* An exact-size copy on the heap, so that a sanitizer sees every read beyond its end; to be freed. */
TAP_UNUSED static char *tap_copy(const void *bytes, size_t len)
{
    char *copy = malloc(len ? len : 1);

    if (!copy)
        exit(99);
    if (len)
        memcpy(copy, bytes, len);
    return copy;
}

#endif
