/* What the status page is made of: names, figures and times in HTML. Nothing here allocates but a time's text. */
#ifndef XP_PRINT_H
#define XP_PRINT_H

#include "httpd.h"

enum { XP_PRINT_DIGITS = 27 }; /* 18,446,744,073,709,551,615 and the NUL */

/* Escaped for HTML, text as well as attributes. A name in an alphabet that is written from right to left is to stand in <bdi>. */
void xp_print_text(request_rec *r, const char *text);

/* 12,345, written to the end of the buffer; returns where it begins. */
const char *xp_print_digits(char buffer[XP_PRINT_DIGITS], unsigned long n);

/* The same into a page, where a very long one may be broken behind its commas. */
void xp_print_number(request_rec *r, unsigned long n);

/* The same of a sum, which may be more than a counter holds. */
void xp_print_sum(request_rec *r, double n);

/* So many of them: "1 page", "2 pages". */
void xp_print_many(request_rec *r, unsigned long n, const char *one);

/* Bytes as people say them: 850 bytes, 13.1 MB. */
void xp_print_bytes(request_rec *r, unsigned long n);

/* The heads of a table's figures, and a figure under one of them, which repeats the head for windows that are too narrow for columns. */
void xp_print_heads(request_rec *r, const char *const heads[], int n);
void xp_print_cell(request_rec *r, const char *head, unsigned long n);

/* How many of a hundred `n` of `all` are. */
void xp_print_share(request_rec *r, unsigned long n, double all);

/* A moment, in seconds since the epoch, in the server's own time zone: date, hour and zone; or the hour alone, with seconds if those count. */
void xp_print_time(request_rec *r, unsigned long at);
void xp_print_hour(request_rec *r, unsigned long at, int seconds);

/* A sum that stays at the greatest number there is. */
static inline unsigned long xp_print_add(unsigned long a, unsigned long b)
{
    return a + b < a ? ~0ul : a + b;
}

#endif
