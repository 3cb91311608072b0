/* The pages below folders, in the order of their names' bytes, a folder's own before those of the folders in it.
 *
 * Links are followed, and each folder is read once, whichever way leads to it. Nothing recurses; what is kept is the names in one folder,
 * those of folders that are still to be read, and the numbers of all that have been. */
#ifndef XP_FOLDERS_H
#define XP_FOLDERS_H

#include <stdio.h>

/* Why a file or folder is passed over. */
typedef enum {
    XP_SKIP_NOT_HTML,
    XP_SKIP_COMPRESSED,
    XP_SKIP_SPECIAL, /* a pipe, a device, a socket */
    XP_SKIP_GONE,    /* it was there a moment ago, or is a link that leads nowhere */
    XP_SKIP_SEEN,    /* a folder that another way has led to */
    XP_SKIP_REASONS
} xp_skip;

/* Who is told. `name` is as on the command line, and for what is found below it, with the way there. */
typedef struct {
    void (*page)(void *ctx, const char *name, FILE *in); /* at its beginning; closed afterwards */
    void (*folder)(void *ctx);
    void (*skipped)(void *ctx, xp_skip why);
    void (*trouble)(void *ctx, const char *name, const char *trouble);
    void *ctx;
} xp_visitor;

/* '-' is standard input, and a page whatever it is. What is named has to be there; what is found may vanish. */
void xp_folders_read(char *const *names, int n, const xp_visitor *visitor);

#endif
