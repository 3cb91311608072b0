/* Pages below folders: see xp_folders.h. */
#define _POSIX_C_SOURCE   200809L
#define _FILE_OFFSET_BITS 64
#include "xp_folders.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xp_sniff.h"

typedef struct {
    char **of;
    size_t n, room;
} name_list;

typedef struct {
    dev_t dev;
    ino_t ino;
    bool used;
} folder_id;

typedef struct {
    const xp_visitor *visitor;
    name_list waiting; /* folders to be read, the next one last */
    folder_id *seen;   /* a hash table, half of it free at least */
    size_t nseen, room;
} walk;

static void trouble(const walk *w, const char *name, int error)
{
    w->visitor->trouble(w->visitor->ctx, name, strerror(error));
}

static void skipped(const walk *w, xp_skip why)
{
    w->visitor->skipped(w->visitor->ctx, why);
}

/* `found`: nobody has named it. */
static void not_to_be_had(const walk *w, const char *name, int error, bool found)
{
    if (found && (error == ENOENT || error == ENOTDIR || error == ELOOP))
        skipped(w, XP_SKIP_GONE);
    else
        trouble(w, name, error);
}

/* ---- Names ------------------------------------------------------------------------------------------------------------- */

/* Takes `name`, which is to be freed, and may be NULL for want of memory. False: there is none. */
static bool push(name_list *list, char *name)
{
    if (name && list->n == list->room) {
        size_t room = list->room ? 2 * list->room : 64;
        char **of = realloc(list->of, room * sizeof *of);

        if (!of) {
            free(name);
            return false;
        }
        list->of = of;
        list->room = room;
    }
    if (name)
        list->of[list->n++] = name;
    return name;
}

static void release(name_list *list)
{
    while (list->n)
        free(list->of[--list->n]);
    free(list->of);
}

static char *join(const char *above, const char *name)
{
    size_t n = strlen(above), m = strlen(name);
    bool slash = n && above[n - 1] != '/';
    char *path = malloc(n + slash + m + 1);

    if (!path)
        return NULL;
    memcpy(path, above, n);
    if (slash)
        path[n] = '/';
    memcpy(path + n + slash, name, m + 1);
    return path;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* From the `from`th on the other way round: what comes first is taken last off the stack. */
static void turn(name_list *list, size_t from)
{
    for (size_t to = list->n; from + 1 < to; from++) {
        char *name = list->of[from];

        list->of[from] = list->of[--to];
        list->of[to] = name;
    }
}

/* ---- Folders that have been seen ------------------------------------------------------------------------------------------ */

static folder_id *place_of(folder_id *table, size_t room, dev_t dev, ino_t ino)
{
    size_t at = (size_t)(((uint64_t)ino ^ (uint64_t)dev << 32) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (room - 1);

    while (table[at].used && (table[at].dev != dev || table[at].ino != ino))
        at = (at + 1) & (room - 1);
    return &table[at];
}

static bool grow(walk *w)
{
    size_t room = w->room ? 2 * w->room : 256;
    folder_id *table = calloc(room, sizeof *table);

    if (!table)
        return false;
    for (size_t i = 0; i < w->room; i++)
        if (w->seen[i].used)
            *place_of(table, room, w->seen[i].dev, w->seen[i].ino) = w->seen[i];
    free(w->seen);
    w->seen = table;
    w->room = room;
    return true;
}

/* A folder is to be read, unless it has been, or is waiting already. Takes `path`. */
static void note_folder(walk *w, char *path, const struct stat *st)
{
    folder_id *place;

    if (2 * w->nseen >= w->room && !grow(w)) {
        trouble(w, path, ENOMEM);
        free(path);
        return;
    }
    place = place_of(w->seen, w->room, st->st_dev, st->st_ino);
    if (place->used) {
        skipped(w, XP_SKIP_SEEN);
        free(path);
        return;
    }
    *place = (folder_id){ st->st_dev, st->st_ino, true };
    w->nseen++;
    if (!push(&w->waiting, path))
        trouble(w, "a folder", ENOMEM);
}

/* ---- What is found --------------------------------------------------------------------------------------------------------- */

/* What is compressed and named is no page, but whoever has named it is told. */
static void look_into(const walk *w, const char *path, FILE *in, bool found)
{
    char bytes[XP_SNIFF_BYTES];
    size_t n = fread(bytes, 1, sizeof bytes, in);
    xp_sniffed kind;

    if (ferror(in) || fseek(in, 0, SEEK_SET) != 0) {
        trouble(w, path, errno);
        return;
    }
    kind = xp_sniff(path, bytes, n);
    if (kind == XP_SNIFF_HTML || (kind == XP_SNIFF_COMPRESSED && !found))
        w->visitor->page(w->visitor->ctx, path, in);
    else
        skipped(w, kind == XP_SNIFF_OTHER ? XP_SKIP_NOT_HTML : XP_SKIP_COMPRESSED);
}

/* It is not waited for who may write to a pipe some day. */
static void special(const walk *w, const char *path, bool found)
{
    if (found)
        skipped(w, XP_SKIP_SPECIAL);
    else
        w->visitor->trouble(w->visitor->ctx, path, "it is a pipe, a device or a socket: only '-' may be one");
}

/* It may have become something else since it was looked at: a pipe's other end is not waited for. */
static void open_file(const walk *w, const char *path, bool found)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st;
    FILE *in;

    if (fd < 0) {
        not_to_be_had(w, path, errno, found);
        return;
    }
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
        special(w, path, found);
        close(fd);
        return;
    }
    in = fdopen(fd, "rb");
    if (!in) {
        trouble(w, path, errno);
        close(fd);
        return;
    }
    look_into(w, path, in, found);
    fclose(in);
}

/* Takes `path`. */
static void visit(walk *w, char *path, bool found)
{
    struct stat st;

    if (stat(path, &st) != 0) {
        not_to_be_had(w, path, errno, found);
    } else if (S_ISDIR(st.st_mode)) {
        note_folder(w, path, &st);
        return;
    } else if (S_ISREG(st.st_mode)) {
        open_file(w, path, found);
    } else {
        special(w, path, found);
    }
    free(path);
}

/* What is in a folder; false if that could not be read to its end. */
static bool list_folder(const char *path, name_list *list)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    int error;

    if (!folder)
        return false;
    for (errno = 0; (entry = readdir(folder)); errno = 0)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
            !push(list, join(path, entry->d_name))) {
            errno = ENOMEM;
            break;
        }
    error = errno;
    closedir(folder);
    errno = error;
    return !error;
}

static void read_folder(walk *w, const char *path)
{
    name_list list = { 0 };
    size_t from = w->waiting.n;

    if (list_folder(path, &list))
        w->visitor->folder(w->visitor->ctx);
    else
        not_to_be_had(w, path, errno, true);
    if (list.n)
        qsort(list.of, list.n, sizeof *list.of, by_bytes);
    for (size_t i = 0; i < list.n; i++)
        visit(w, list.of[i], true);
    list.n = 0;
    release(&list);
    turn(&w->waiting, from);
}

void xp_folders_read(char *const *names, int n, const xp_visitor *visitor)
{
    walk w = { .visitor = visitor };

    for (int i = 0; i < n; i++) {
        char *name;

        if (!strcmp(names[i], "-")) {
            visitor->page(visitor->ctx, "-", stdin);
            continue;
        }
        name = join("", names[i]);
        if (name)
            visit(&w, name, false);
        else
            trouble(&w, names[i], ENOMEM);
        while (w.waiting.n) {
            name = w.waiting.of[--w.waiting.n];
            read_folder(&w, name);
            free(name);
        }
    }
    release(&w.waiting);
    free(w.seen);
}
