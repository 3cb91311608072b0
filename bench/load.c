/* A load client that costs little and counts exactly: keep-alive connections, one request each at a time, answers told apart by their
 * framing and thrown away.
 *
 *   load get PORT PATH SECONDS CONNECTIONS [FIELD...]   requests, seconds, body bytes of each answer, answers that were not 200 or of
 *                                                       another length than the first
 *   load first PORT PATH REQUESTS [FIELD...]            median microseconds to the first byte of an answer, on one connection
 *   load stall PORT PATH CONNECTIONS [FIELD...]         each asks once and reads only the answer's beginning; says "stalled", then
 *                                                       waits for the end of standard input
 *
 * A FIELD is a whole header line. General-purpose clients were set aside because their own work is a good part of a request's
 * as short as these, and because they do not look at the length of each answer.
 */
#define _GNU_SOURCE

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTIONS_MAX = 1024, HEAD_MAX = 8192, REQUESTS_MAX = 100000 };

typedef enum { IN_HEAD, IN_BODY, IN_SIZE, IN_CHUNK, IN_CHUNK_END, IN_TRAILER } place;

typedef struct {
    int fd;
    place where;
    size_t nhead;
    char head[HEAD_MAX];
    size_t nline;
    char line[32];           /* a chunk's size, or the beginning of a trailer's line */
    unsigned long long left; /* bytes of the body or of this chunk to come */
    unsigned long long body; /* bytes of the body so far */
    bool done;
} connection;

static struct {
    unsigned long long requests, body, bad;
} total;

static char request[HEAD_MAX];
static size_t nrequest;
static char buffer[1 << 18];

__attribute__((noreturn)) static void die(const char *what)
{
    perror(what);
    exit(1);
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int dial(int port, int receive)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port) };
    int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;

    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one))
        die("socket");
    if (receive && setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive, sizeof receive))
        die("SO_RCVBUF");
    if (connect(fd, (struct sockaddr *)&to, sizeof to))
        die("connect");
    return fd;
}

static void ask(connection *c)
{
    if (write(c->fd, request, nrequest) < (ssize_t)nrequest)
        die("write");
    c->where = IN_HEAD;
    c->nhead = c->nline = 0;
    c->body = 0;
    c->done = false;
}

/* ---- Reading answers ------------------------------------------------------------------------------------------------------- */

static void answer_ends(connection *c)
{
    static unsigned long long first;

    total.requests++;
    if (!total.body)
        first = total.body = c->body;
    total.bad += c->body != first || strncmp(c->head, "HTTP/1.1 200", 12) != 0;
    c->done = true;
}

/* The head is whole: how is the body framed? */
static void read_framing(connection *c)
{
    const char *length = strcasestr(c->head, "\nContent-Length:");

    if (length) {
        c->left = strtoull(length + 16, NULL, 10);
        c->where = IN_BODY;
        if (!c->left)
            answer_ends(c);
    } else if (strcasestr(c->head, "\nTransfer-Encoding: chunked")) {
        c->where = IN_SIZE;
    } else {
        fprintf(stderr, "an answer without framing:\n%s", c->head);
        exit(1);
    }
}

static void take_head(connection *c, const char **p, const char *end)
{
    while (*p < end) {
        if (c->nhead + 1 >= HEAD_MAX)
            die("too long a head");
        c->head[c->nhead++] = *(*p)++;
        c->head[c->nhead] = '\0';
        if (c->nhead >= 4 && !memcmp(c->head + c->nhead - 4, "\r\n\r\n", 4)) {
            read_framing(c);
            return;
        }
    }
}

static void line_ends(connection *c)
{
    c->line[c->nline] = '\0';
    if (c->where == IN_SIZE) {
        c->left = strtoull(c->line, NULL, 16);
        c->where = c->left ? IN_CHUNK : IN_TRAILER;
    } else if (c->where == IN_CHUNK_END) {
        c->where = IN_SIZE;
    } else if (c->nline < 2) { /* an empty line ends the trailer */
        answer_ends(c);
    }
    c->nline = 0;
}

static void take_line(connection *c, const char **p, const char *end)
{
    while (*p < end) {
        char byte = *(*p)++;

        if (byte == '\n') {
            line_ends(c);
            return;
        }
        if (c->nline + 1 < sizeof c->line)
            c->line[c->nline++] = byte;
    }
}

static void take(connection *c, const char *p, const char *end)
{
    while (p < end && !c->done) {
        if (c->where == IN_HEAD) {
            take_head(c, &p, end);
        } else if (c->where == IN_BODY || c->where == IN_CHUNK) {
            unsigned long long n = (unsigned long long)(end - p) < c->left ? (unsigned long long)(end - p) : c->left;

            p += n;
            c->left -= n;
            c->body += n;
            if (!c->left && c->where == IN_BODY)
                answer_ends(c);
            else if (!c->left)
                c->where = IN_CHUNK_END;
        } else {
            take_line(c, &p, end);
        }
    }
}

/* False when the server has closed the connection. */
static bool receive(connection *c)
{
    ssize_t n = recv(c->fd, buffer, sizeof buffer, 0);

    if (n < 0 && errno == EINTR)
        return true;
    if (n <= 0)
        return false;
    take(c, buffer, buffer + n);
    return true;
}

/* ---- Commands --------------------------------------------------------------------------------------------------------------- */

static void command_get(int port, double seconds, int connections)
{
    static connection c[CONNECTIONS_MAX];
    static struct pollfd fds[CONNECTIONS_MAX];
    double from, until;
    int open = connections;

    for (int i = 0; i < connections; i++)
        c[i].fd = fds[i].fd = dial(port, 0);
    from = now();
    until = from + seconds;
    for (int i = 0; i < connections; i++) {
        fds[i].events = POLLIN;
        ask(&c[i]);
    }
    while (open) {
        if (poll(fds, (nfds_t)connections, 30000) < 1)
            die("no answer for 30 seconds");
        for (int i = 0; i < connections; i++) {
            if (!fds[i].revents)
                continue;
            if (!receive(&c[i])) {
                fprintf(stderr, "the server has closed a connection\n");
                exit(1);
            }
            if (c[i].done && now() < until) {
                ask(&c[i]);
            } else if (c[i].done) {
                close(fds[i].fd);
                fds[i].fd = -1;
                open--;
            }
        }
    }
    printf("%llu\t%.6f\t%llu\t%llu\n", total.requests, now() - from, total.body, total.bad);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void command_first(int port, int requests)
{
    static double spent[REQUESTS_MAX];
    static connection c;

    c.fd = dial(port, 0);
    for (int i = 0; i < requests; i++) {
        double from = now();

        ask(&c);
        if (!receive(&c))
            die("closed");
        spent[i] = now() - from;
        while (!c.done)
            if (!receive(&c))
                die("closed");
    }
    qsort(spent, (size_t)requests, sizeof *spent, compare);
    printf("%.1f\n", spent[requests / 2] * 1e6);
}

static void command_stall(int port, int connections)
{
    static connection c[CONNECTIONS_MAX];
    char byte;

    for (int i = 0; i < connections; i++) {
        c[i].fd = dial(port, 4096);
        ask(&c[i]);
        if (recv(c[i].fd, &byte, 1, 0) < 1)
            die("no answer");
    }
    puts("stalled");
    fflush(stdout);
    while (read(0, &byte, 1) > 0)
        ;
}

int main(int argc, char **argv)
{
    int fields = argc > 1 && !strcmp(argv[1], "get") ? 6 : 5, port = argc > 4 ? atoi(argv[2]) : 0;
    double amount = argc > 4 ? atof(argv[4]) : 0;

    if (argc < fields || port < 1 || amount <= 0)
        return fprintf(stderr, "usage: %s get|first|stall PORT PATH AMOUNT [CONNECTIONS] [FIELD...]\n", argv[0]), 2;
    nrequest = (size_t)snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n", argv[3]);
    for (int i = fields; i < argc && nrequest < sizeof request; i++)
        nrequest += (size_t)snprintf(request + nrequest, sizeof request - nrequest, "%s\r\n", argv[i]);
    if (nrequest + 3 > sizeof request)
        die("too long a request");
    memcpy(request + nrequest, "\r\n", 2);
    nrequest += 2;
    if (!strcmp(argv[1], "get") && atoi(argv[5]) > 0 && atoi(argv[5]) <= CONNECTIONS_MAX)
        command_get(port, amount, atoi(argv[5]));
    else if (!strcmp(argv[1], "first") && amount <= (double)REQUESTS_MAX)
        command_first(port, (int)amount);
    else if (!strcmp(argv[1], "stall") && amount <= (double)CONNECTIONS_MAX)
        command_stall(port, (int)amount);
    else
        return fprintf(stderr, "%s: bad arguments\n", argv[0]), 2;
    return 0;
}
