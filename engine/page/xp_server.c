/* See xp_server.h. What is a host is told by what stands before it, two slashes or a quote, and by a dot in it. */
#include "xp_server.h"

#include <string.h>

#include "../bytes/xp_skip.h"

enum { V_OUT, V_QUOTE, V_SLASH, V_SLASHES, V_HOST, V_REST };

void xp_server_start(xp_server *server)
{
    memset(server, 0, sizeof *server);
    server->begin = UINT64_MAX;
}

void xp_server_watch(xp_server *server, uint64_t offset)
{
    if (offset < server->begin)
        server->begin = offset;
}

void xp_server_expect(xp_server *server, uint64_t offset)
{
    server->since = offset;
}

void xp_server_drop(xp_server *server)
{
    server->from = server->to = 0;
    server->state = V_OUT;
}

static bool is_alnum(char c)
{
    return (unsigned)((c | 0x20) - 'a') < 26 || (unsigned)(c - '0') < 10;
}

static bool is_host(char c)
{
    return is_alnum(c) || c == '-' || c == '.';
}

static bool is_end(char c)
{
    return c == '"' || c == '\'' || c == '`' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* A file's name looks like a host's. */
static bool is_file(const xp_server *server)
{
    return server->last == 0x2e706870; /* .php */
}

/* The host ends before `offset`, if it is one; true if it is what a statement names. */
static bool end_host(xp_server *server, uint64_t offset)
{
    bool named = server->since && server->from >= server->since && offset - server->since <= XP_SERVER_STATEMENT;

    if (server->dot && (!server->bare || (named && !is_file(server)))) {
        server->to = offset;
        server->state = V_REST;
        if (named && server->bare) /* what follows may be anything */
            server->since = 0;
        return named;
    }
    xp_server_drop(server);
    return false;
}

static void begin_host(xp_server *server, uint64_t offset)
{
    server->from = offset;
    server->bare = server->state == V_QUOTE;
    server->dot = false;
    server->state = V_HOST;
}

/* Takes the byte at `offset`. Slashes may be escaped. */
static void take(xp_server *server, char c, uint64_t offset)
{
    if (server->state == V_HOST)
        server->dot |= c == '.';
    server->last = server->last << 8 | (unsigned char)c;
    if ((c == ';' || c == '\n') && offset >= server->since)
        server->since = 0;
    if (is_end(c)) {
        xp_server_drop(server);
        server->state = c == '"' || c == '\'' || c == '`' ? V_QUOTE : V_OUT;
    } else if (server->from > 0) {
        if (offset - server->from >= XP_SERVER_STRING)
            xp_server_drop(server);
    } else if (c == '/') {
        server->state = server->state == V_SLASH || server->state == V_SLASHES ? V_SLASHES : V_SLASH;
    } else if (is_alnum(c) && (server->state == V_QUOTE || server->state == V_SLASHES)) {
        begin_host(server, offset);
    } else if (c != '\\') {
        server->state = V_OUT;
    }
}

/* What matters where no string is read: quotes, slashes, and the ends of statements. */
static bool is_mark(char c)
{
    return c == '"' || c == '\'' || c == '`' || c == '/' || c == ';' || c == '\n';
}

/* The first of them in [p, end), or end. */
static const char *skip_code(const char *p, const char *end)
{
#if XP_VECTOR
    for (; end - p >= 16; p += 16) {
        xp_vec v = xp_vec_load(p);
        xp_vec quote = xp_vec_or(xp_vec_is(v, '"'), xp_vec_or(xp_vec_is(v, '\''), xp_vec_is(v, '`')));
        xp_vec other = xp_vec_or(xp_vec_is(v, '/'), xp_vec_or(xp_vec_is(v, ';'), xp_vec_is(v, '\n')));
        unsigned first = xp_vec_first(xp_vec_or(quote, other));

        if (first < 16)
            return p + first;
    }
#endif
    while (p < end && !is_mark(*p))
        p++;
    return p;
}

size_t xp_server_read(xp_server *server, const char *bytes, size_t len, uint64_t offset)
{
    size_t i = server->begin <= offset ? 0 : server->begin - offset < len ? (size_t)(server->begin - offset) : len;

    for (; i < len; i++) {
        if (server->state == V_OUT)
            i = (size_t)(skip_code(bytes + i, bytes + len) - bytes);
        if (i == len)
            break;
        if (server->state == V_HOST && !is_host(bytes[i]) && end_host(server, offset + i))
            return i;
        take(server, bytes[i], offset + i);
    }
    return len;
}
