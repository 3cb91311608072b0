/* The host to which a library reports that a site serves itself: Matomo at stats.example.org, Adobe's at metrics.example.org.
 *
 * No catalogue knows such a host; a script that stays tells it in one of two ways. It stands in the string in which a vendor's path
 * is found, before that path ("https://stats.example.org/matomo.js"), or in the statement that a `server` row of the vendor begins
 * ("trackingServer="). So the text of a script in which such a vendor was met is read byte by byte, and where the last host
 * was is remembered: as offsets, for its bytes may have gone by. The same host in any other string is the site's business.
 */
#ifndef XP_SERVER_H
#define XP_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    XP_SERVER_STRING = 256,   /* bytes of a string during which its host is remembered, and held back */
    XP_SERVER_STATEMENT = 128 /* bytes behind a row's literal within which a host ends */
};

typedef struct {
    uint64_t begin;    /* stream offset from which the text is read; UINT64_MAX: nothing is */
    uint64_t since;    /* where the statement goes on that names a host; 0: there is none */
    uint64_t from, to; /* the string's host; from is 0 if it has none, to is 0 while it is being read */
    uint32_t last;     /* its last four bytes */
    uint8_t state;
    bool dot;  /* there is one in it */
    bool bare; /* it follows a quote: a host in a statement that names one, else any word */
} xp_server;

void xp_server_start(xp_server *server);

/* The text is read from `offset` on, if it is not yet. */
void xp_server_watch(xp_server *server, uint64_t offset);

/* A statement that names a host goes on at `offset`. */
void xp_server_expect(xp_server *server, uint64_t offset);

/* Reads on, from the stream offset; gives how many bytes. They are all, or else a statement's host has just ended: [from, to). */
size_t xp_server_read(xp_server *server, const char *bytes, size_t len, uint64_t offset);

/* The string's host has been dealt with, or is none; */
void xp_server_drop(xp_server *server);

/* and so has what the statement names. */
static inline void xp_server_done(xp_server *server)
{
    xp_server_drop(server);
    server->since = 0;
}

/* Does the string that is being read begin with a whole host? */
static inline bool xp_server_known(const xp_server *server)
{
    return server->from > 0 && server->to > 0;
}

#endif
