/* A checksum of words, FNV-1a in 64 bits: for telling that something has changed, where nobody gains by forging it. */
#ifndef XP_HASH_H
#define XP_HASH_H

#include "apr.h"

#define XP_HASH_BEGIN APR_UINT64_C(14695981039346656037)

static inline apr_uint64_t xp_hash_number(apr_uint64_t hash, apr_uint64_t number)
{
    return (hash ^ number) * APR_UINT64_C(1099511628211);
}

/* With the NUL, so that it counts where one word ends and the next begins. */
static inline apr_uint64_t xp_hash_word(apr_uint64_t hash, const char *word)
{
    do
        hash = xp_hash_number(hash, (unsigned char)*word);
    while (*word++);
    return hash;
}

#endif
