/* Which charsets leave ASCII bytes alone. Labels are WHATWG Encoding's (4.2), of which only those that differ from "one byte of
 * ASCII is one character of ASCII" need a name here; the rest are told from no label at all by their beginnings. */
#include "xp_charset.h"

#include <stdbool.h>
#include <string.h>

#include "../bytes/xp_ascii.h"

static bool begins(const char *label, size_t len, const char *word)
{
    size_t n = strlen(word);

    if (n > len)
        return false;
    for (size_t i = 0; i < n; i++)
        if (xp_lower(label[i]) != word[i])
            return false;
    return true;
}

static const struct {
    const char *prefix;
    xp_charset charset;
} LABELS[] = {
    { "utf-8", XP_CHARSET_ASCII },
    { "utf8", XP_CHARSET_ASCII },
    { "unicode-1-1-utf-8", XP_CHARSET_ASCII },
    { "utf-16", XP_CHARSET_UNSAFE },
    { "utf16", XP_CHARSET_UNSAFE },
    { "utf-32", XP_CHARSET_UNSAFE },
    { "utf32", XP_CHARSET_UNSAFE },
    { "utf-7", XP_CHARSET_UNSAFE },
    { "utf7", XP_CHARSET_UNSAFE },
    { "unicode-1-1-utf-7", XP_CHARSET_UNSAFE },
    { "unicode", XP_CHARSET_UNSAFE },
    { "ucs-2", XP_CHARSET_UNSAFE },
    { "ucs-4", XP_CHARSET_UNSAFE },
    { "iso-10646", XP_CHARSET_UNSAFE },
    { "csunicode", XP_CHARSET_UNSAFE },
    { "csucs", XP_CHARSET_UNSAFE },
    { "iso-2022", XP_CHARSET_UNSAFE },
    { "iso2022", XP_CHARSET_UNSAFE },
    { "csiso2022", XP_CHARSET_UNSAFE },
    { "hz-gb", XP_CHARSET_UNSAFE },
    { "hz", XP_CHARSET_UNSAFE },
    { "replacement", XP_CHARSET_UNSAFE },
    { "ebcdic", XP_CHARSET_UNSAFE },
    { "ibm037", XP_CHARSET_UNSAFE },
    { "scsu", XP_CHARSET_UNSAFE },
    { "bocu-1", XP_CHARSET_UNSAFE },
    { "cesu-8", XP_CHARSET_ASCII },
    { "shift", XP_CHARSET_DOUBLEBYTE },
    { "sjis", XP_CHARSET_DOUBLEBYTE },
    { "x-sjis", XP_CHARSET_DOUBLEBYTE },
    { "ms_kanji", XP_CHARSET_DOUBLEBYTE },
    { "ms932", XP_CHARSET_DOUBLEBYTE },
    { "csshiftjis", XP_CHARSET_DOUBLEBYTE },
    { "windows-31j", XP_CHARSET_DOUBLEBYTE },
    { "cp932", XP_CHARSET_DOUBLEBYTE },
    { "gb", XP_CHARSET_DOUBLEBYTE },
    { "x-gbk", XP_CHARSET_DOUBLEBYTE },
    { "chinese", XP_CHARSET_DOUBLEBYTE },
    { "csgb", XP_CHARSET_DOUBLEBYTE },
    { "csiso58gb", XP_CHARSET_DOUBLEBYTE },
    { "iso-ir-58", XP_CHARSET_DOUBLEBYTE },
    { "big5", XP_CHARSET_DOUBLEBYTE },
    { "cn-big5", XP_CHARSET_DOUBLEBYTE },
    { "csbig5", XP_CHARSET_DOUBLEBYTE },
    { "x-x-big5", XP_CHARSET_DOUBLEBYTE },
    { "iso-8859", XP_CHARSET_ASCII },
    { "iso8859", XP_CHARSET_ASCII },
    { "iso_8859", XP_CHARSET_ASCII },
    { "windows-949", XP_CHARSET_DOUBLEBYTE },
    { "windows-", XP_CHARSET_ASCII },
    { "x-cp125", XP_CHARSET_ASCII },
    { "cp125", XP_CHARSET_ASCII },
    { "latin", XP_CHARSET_ASCII },
    { "l1", XP_CHARSET_ASCII },
    { "us-ascii", XP_CHARSET_ASCII },
    { "ascii", XP_CHARSET_ASCII },
    { "ansi_x3", XP_CHARSET_ASCII },
    { "koi", XP_CHARSET_ASCII },
    { "cskoi", XP_CHARSET_ASCII },
    { "ibm866", XP_CHARSET_ASCII },
    { "cp866", XP_CHARSET_ASCII },
    { "866", XP_CHARSET_ASCII },
    { "mac", XP_CHARSET_ASCII },
    { "x-mac", XP_CHARSET_ASCII },
    { "tis-620", XP_CHARSET_ASCII },
    { "dos-874", XP_CHARSET_ASCII },
    { "euc-kr", XP_CHARSET_DOUBLEBYTE },
    { "cseuckr", XP_CHARSET_DOUBLEBYTE },
    { "ks_c", XP_CHARSET_DOUBLEBYTE },
    { "ksc", XP_CHARSET_DOUBLEBYTE },
    { "korean", XP_CHARSET_DOUBLEBYTE },
    { "euc", XP_CHARSET_ASCII },
    { "x-euc", XP_CHARSET_ASCII },
    { "cseuc", XP_CHARSET_ASCII },
    { "greek", XP_CHARSET_ASCII },
    { "cyrillic", XP_CHARSET_ASCII },
    { "arabic", XP_CHARSET_ASCII },
    { "hebrew", XP_CHARSET_ASCII },
    { "visual", XP_CHARSET_ASCII },
    { "logical", XP_CHARSET_ASCII },
    { "ecma", XP_CHARSET_ASCII },
    { "sun_eu_greek", XP_CHARSET_ASCII },
    { "csisolatin", XP_CHARSET_ASCII },
    { "iso-ir-", XP_CHARSET_ASCII },
    { "x-user-defined", XP_CHARSET_ASCII },
};

xp_charset xp_charset_of(const char *label, size_t len)
{
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        if (begins(label, len, LABELS[i].prefix))
            return LABELS[i].charset;
    return XP_CHARSET_UNKNOWN;
}
