/* Which charsets leave ASCII bytes alone, by their labels: all of WHATWG Encoding's (4.2), to the letter, for of a label with a letter more
 * ("utf-8/" of <meta charset=utf-8/>) browsers know nothing, and look for the next. What is unsafe is told by its beginning, whether browsers know
 * it or not. */
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

/* Labels, each with a space behind it. */
static const char ASCII[] =
    "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "
    "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
    "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 "
    "cp1250 windows-1250 x-cp1250 cp1251 windows-1251 x-cp1251 cp1253 windows-1253 x-cp1253 "
    "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 "
    "x-cp1254 "
    "cp1255 windows-1255 x-cp1255 cp1256 windows-1256 x-cp1256 cp1257 windows-1257 x-cp1257 cp1258 windows-1258 "
    "x-cp1258 "
    "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 "
    "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 "
    "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 "
    "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 "
    "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 "
    "iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "
    "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
    "iso_8859-7:1987 sun_eu_greek "
    "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
    "iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical "
    "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 iso-8859-13 iso8859-13 iso885913 iso-8859-14 "
    "iso8859-14 iso885914 "
    "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 iso-8859-16 "
    "cskoi8r koi koi8 koi8-r koi8_r koi8-ru koi8-u 866 cp866 csibm866 ibm866 csmacintosh mac macintosh x-mac-roman "
    "x-mac-cyrillic x-mac-ukrainian "
    "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874 cseucpkdfmtjapanese euc-jp x-euc-jp x-user-defined ";
static const char DOUBLEBYTE[] =
    "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis "
    "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 big5 big5-hkscs cn-big5 "
    "csbig5 x-x-big5 "
    "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 ";

static const char *const UNSAFE[] = {
    "utf-16",    "utf16", "utf-32",      "utf32",     "utf-7",  "utf7",     "unicode",
    "ucs-2",     "ucs-4", "iso-10646",   "csunicode", "csucs",  "iso-2022", "iso2022",
    "csiso2022", "hz",    "replacement", "ebcdic",    "ibm037", "scsu",     "bocu-1"
};

static bool is_among(const char *labels, const char *label, size_t len)
{
    for (size_t n; *labels; labels += n + 1) {
        size_t same = 0;

        n = strcspn(labels, " ");
        while (n == len && same < n && xp_lower(label[same]) == labels[same])
            same++;
        if (same == n)
            return true;
    }
    return false;
}

xp_charset xp_charset_of(const char *label, size_t len)
{
    if (is_among(ASCII, label, len))
        return XP_CHARSET_ASCII;
    if (is_among(DOUBLEBYTE, label, len))
        return XP_CHARSET_DOUBLEBYTE;
    for (size_t i = 0; i < sizeof UNSAFE / sizeof *UNSAFE; i++)
        if (begins(label, len, UNSAFE[i]))
            return XP_CHARSET_UNSAFE;
    return XP_CHARSET_UNKNOWN;
}
