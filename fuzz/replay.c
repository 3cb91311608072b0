/* Runs a fuzz target over its kept inputs, without libFuzzer: what once was found stays found, under any compiler.
 * Each input is an exact-size copy on the heap, so that the sanitizers see every read beyond its end.
 */
#include <dirent.h>
#include <stdint.h>

#include "t/c/tap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void replay(const char *path)
{
    FILE *in = fopen(path, "rb");
    char *bytes;
    long size;

    if (!in || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0) {
        ok(false, "%s can be read", path);
        return;
    }
    rewind(in);
    bytes = malloc(size > 0 ? (size_t)size : 1);
    if (!bytes || fread(bytes, 1, (size_t)size, in) != (size_t)size)
        exit(99);
    fclose(in);
    note("%s", path); /* the last line before a crash names its cause */
    fflush(stdout);
    LLVMFuzzerTestOneInput((const uint8_t *)bytes, (size_t)size);
    free(bytes);
}

int main(void)
{
    DIR *corpus = opendir(CORPUS);
    struct dirent *entry;
    int inputs = 0;

    if (!corpus)
        return skip_all("no inputs are kept in " CORPUS);
    while ((entry = readdir(corpus)) != NULL) {
        char path[1024];

        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", CORPUS, entry->d_name);
        replay(path);
        inputs++;
    }
    closedir(corpus);
    ok(inputs > 0, "%d inputs of %s", inputs, CORPUS);
    return tap_done();
}
