/* Bytes by what they are in ASCII. */
#ifndef XP_ASCII_H
#define XP_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ASCII white space; CR counts, since the input stream's preprocessing makes LF of it (13.2.3.5). */
static inline bool xp_is_space(char c)
{
    return (unsigned char)c <= ' ' && UINT64_C(0x100003600) >> c & 1;
}

static inline bool xp_is_alpha(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline bool xp_is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

static inline bool xp_is_alnum(char c)
{
    return xp_is_alpha(c) || xp_is_digit(c);
}

static inline char xp_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Leaves out white space round a text. */
static inline void xp_trim(const char **text, size_t *len)
{
    while (*len && xp_is_space(**text)) {
        (*text)++;
        (*len)--;
    }
    while (*len && xp_is_space((*text)[*len - 1]))
        (*len)--;
}

/* Whether the text is `word`, which is in lower case, in any case. */
static inline bool xp_is_word(const char *text, size_t len, const char *word)
{
    size_t i = 0;

    if (len != strlen(word)) /* nearly always */
        return false;
    while (i < len && xp_lower(text[i]) == word[i])
        i++;
    return i == len;
}

#endif
