/* The grammar of header fields. What a client sends is hostile, so each parser walks a NUL-terminated string once, moves
 * forward only, and takes what it does not understand for no match.
 *
 * Sec-Purpose is parsed in full, since "holds the word prerender" would also be true of "prefetch;prerender=?0" and of the
 * string "\"prerender\"". The other fields are lists of words and are compared as such.
 */
#include "xp_field.h"

#include <stdint.h>
#include <string.h>

/* ---- Bytes; ctype.h depends on the locale ----------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_alpha(char c)
{
    return is_lower(c) || (c >= 'A' && c <= 'Z');
}

static bool is_tchar(char c) /* RFC 9110, 5.6.2 */
{
    return c && (is_digit(c) || is_alpha(c) || strchr("!#$%&'*+-.^_`|~", c));
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* True if the text begins with `word`; stops at its NUL. */
static bool begins(const char *text, const char *word)
{
    for (; *word; text++, word++)
        if (lower(*text) != lower(*word))
            return false;
    return true;
}

static bool equals(const char *text, size_t len, const char *word)
{
    return strlen(word) == len && begins(text, word);
}

/* True if the first `len` bytes are the same, of which neither has a NUL. */
static bool same(const char *one, const char *other, size_t len)
{
    while (len && lower(*one) == lower(*other))
        one++, other++, len--;
    return !len;
}

static const char *skip_ws(const char *p)
{
    return p + strspn(p, " \t");
}

/* Writes bytes and returns where the next ones go; there is room. */
static char *put(char *to, const char *bytes, size_t len)
{
    memcpy(to, bytes, len);
    return to + len;
}

bool xp_field_is_token(const char *text)
{
    const char *p = text;

    while (is_tchar(*p))
        p++;
    return p > text && !*p;
}

/* ---- Lists of words ----------------------------------------------------------------------------------------------------- */

bool xp_field_all(const char *field, const char *word)
{
    for (const char *p = field;; p++) {
        p = skip_ws(p);
        if (!begins(p, word))
            return false;
        p = skip_ws(p + strlen(word));
        if (!*p)
            return true;
        if (*p != ',')
            return false;
    }
}

bool xp_field_has(const char *field, const char *word)
{
    for (const char *p = field; p; p = strchr(p, ',')) {
        p += *p == ',';
        p = skip_ws(p);
        if (begins(p, word)) {
            const char *end = skip_ws(p + strlen(word));

            if (!*end || *end == ',' || *end == '=')
                return true;
        }
    }
    return false;
}

bool xp_field_member(const char **list, xp_part *member)
{
    const char *end;

    member->text = *list + strspn(*list, " \t,");
    end = member->text;
    for (bool quoted = false; *end && (quoted || *end != ','); end++) {
        quoted ^= *end == '"';
        end += quoted && *end == '\\' && end[1];
    }
    *list = end;
    while (end > member->text && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    member->len = (size_t)(end - member->text);
    return member->len > 0;
}

/* ---- Codings ------------------------------------------------------------------------------------------------------------ */

/* The length of what a member begins with, before its parameters. */
static size_t name_of(const xp_part *member)
{
    size_t n = 0;

    while (n < member->len && !strchr("; \t", member->text[n]))
        n++;
    return n;
}

/* The same, or 0 if it is no token. */
static size_t token_of(const xp_part *member)
{
    size_t n = 0, len = name_of(member);

    while (n < len && is_tchar(member->text[n]))
        n++;
    return n == len ? len : 0;
}

static bool ends_quoted(const xp_part *member)
{
    bool quoted = false;

    for (size_t i = 0; i < member->len; i++) {
        quoted ^= member->text[i] == '"';
        i += quoted && member->text[i] == '\\';
    }
    return quoted;
}

size_t xp_field_directive(xp_part *member)
{
    size_t n = 0;

    while (n < member->len && is_tchar(member->text[n]))
        n++;
    if (ends_quoted(member))
        member->len = n;
    return n;
}

/* True for ;q=0 and its other spellings: the coding is not admitted. */
static bool is_refused(const xp_part *member)
{
    for (size_t i = name_of(member); i + 2 < member->len; i++) {
        const char *q = member->text + i;

        if (lower(q[0]) == 'q' && q[1] == '=' && q[2] == '0') {
            q += 2 + strspn(q + 2, "0.");
            return q >= member->text + member->len || *q == ';' || *q == ' ' || *q == '\t';
        }
    }
    return false;
}

/* Refusals are handed on, since "*" stands for all codings that no other member names. */
void xp_field_accept(const char *field, bool gzip, char *out, size_t room)
{
    const char *list = field ? field : "*";
    size_t preferred, n;
    xp_part member;

    strcpy(out, gzip ? "identity, gzip;q=0.5" : "identity");
    for (preferred = n = strlen(out); xp_field_member(&list, &member);) {
        const char *weight = is_refused(&member) ? ";q=0" : ";q=0.001";
        size_t len = token_of(&member), size = 2 + len + strlen(weight);

        if (!len || equals(member.text, len, "identity") || (gzip && equals(member.text, len, "gzip")))
            continue;
        if (n + size >= room) {
            out[preferred] = '\0';
            return;
        }
        memcpy(out + n, ", ", 2);
        memcpy(out + n + 2, member.text, len);
        strcpy(out + n + 2 + len, weight);
        n += size;
    }
}

static bool names_gzip(const char *list)
{
    xp_part member;

    while (xp_field_member(&list, &member)) {
        size_t len = token_of(&member);

        if (equals(member.text, len, "gzip") || equals(member.text, len, "x-gzip"))
            return true;
    }
    return false;
}

/* Plain text that is refused may be what is packed in the end, and who obeys the refusal would answer with an error instead. No weight has quotes in
 * it: who reads on within them may take more for admitted. */
static bool is_unpackable(const xp_part *member, bool gzip)
{
    size_t len = token_of(member);

    if (memchr(member->text, '"', member->len))
        return false;
    if (equals(member->text, len, "identity"))
        return !is_refused(member);
    return gzip && (equals(member->text, len, "gzip") || equals(member->text, len, "x-gzip") ||
                    equals(member->text, len, "deflate"));
}

void xp_field_accept_unpackable(const char *field, bool gzip, char *out, size_t room)
{
    const char *list = field ? field : "", *end = out + room;
    bool any = gzip && !names_gzip(list); /* "*" stands for gzip, too */
    char *to = out;
    xp_part member;

    for (*to = '\0'; xp_field_member(&list, &member);) {
        const char *comma = to > out ? ", " : "", *name = "";

        if (any && token_of(&member) == 1 && *member.text == '*') {
            any = false;
            name = "gzip";
            member.text++;
            member.len--;
            if (is_refused(&member) || memchr(member.text, '"', member.len))
                continue;
        } else if (!is_unpackable(&member, gzip)) {
            continue;
        }
        if (strlen(comma) + strlen(name) + member.len >= (size_t)(end - to))
            return;
        to = put(to, comma, strlen(comma));
        to = put(to, name, strlen(name));
        to = put(to, member.text, member.len);
        *to = '\0';
    }
}

/* True if a "coding" is none: a word for nothing, a charset that keeps ASCII, a media type. */
static bool is_no_coding(const char *name, size_t len)
{
    static const char *const WORD[] = { "identity", "none",   "utf-8", "utf8", "us-ascii", "ascii", "latin1", "7bit",
                                        "8bit",     "binary", "plain", "text", "html",     "off",   "no",     "null" };
    static const char *const BEGINNING[] = { "iso-8859-", "windows-125", "charset=", "text/" };

    for (size_t i = 0; i < sizeof WORD / sizeof *WORD; i++)
        if (equals(name, len, WORD[i]))
            return true;
    for (size_t i = 0; i < sizeof BEGINNING / sizeof *BEGINNING; i++)
        if (len > strlen(BEGINNING[i]) && begins(name, BEGINNING[i]))
            return true;
    return false;
}

xp_coding xp_field_coding(const char *field)
{
    xp_coding coding = XP_CODING_NONE;
    xp_part member;

    while (xp_field_member(&field, &member)) {
        size_t len = name_of(&member);

        if (is_no_coding(member.text, len))
            continue;
        if (coding != XP_CODING_NONE)
            return XP_CODING_OTHER;
        if (equals(member.text, len, "gzip") || equals(member.text, len, "x-gzip"))
            coding = XP_CODING_GZIP;
        else
            coding = equals(member.text, len, "deflate") ? XP_CODING_DEFLATE : XP_CODING_OTHER;
    }
    return coding;
}

/* ---- Entity tags (RFC 9110, 8.8.3) ------------------------------------------------------------------------------------------ */

/* What stands between the quotes of an entity tag; false if it is none. There is no escaping in it. */
static bool opaque_of(const char *tag, size_t len, xp_part *opaque)
{
    size_t head = len > 2 && tag[0] == 'W' && tag[1] == '/' ? 3 : 1;

    if (len <= head || tag[head - 1] != '"' || tag[len - 1] != '"')
        return false;
    *opaque = (xp_part){ tag + head, len - 1 - head };
    for (size_t i = 0; i < opaque->len; i++) /* etagc: '!', '#' to '~', obs-text */
        if ((unsigned char)opaque->text[i] <= ' ' || opaque->text[i] == '"' || opaque->text[i] == 0x7f)
            return false;
    return true;
}

/* The length of `end`, if it is at the text's end, else 0. */
static size_t ends_in(const char *text, size_t len, const char *end)
{
    size_t n = strlen(end);

    return n <= len && !memcmp(text + len - n, end, n) ? n : 0;
}

/* Where in a tag a suffix belongs: before what packing filters have put to its end, each its own. */
static size_t before_codings(const char *text, size_t len)
{
    size_t n;

    do {
        n = ends_in(text, len, "-gzip");
        n = n ? n : ends_in(text, len, "-br");
        n = n ? n : ends_in(text, len, "-zstd");
        n = n ? n : ends_in(text, len, "-deflate");
        len -= n;
    } while (n);
    return len;
}

/* Finds a suffix that is where it belongs: what is before and behind it in the tag. */
static bool split_at(const char *suffix, const xp_part *opaque, size_t *before, size_t *behind)
{
    size_t less;

    *behind = before_codings(opaque->text, opaque->len);
    less = ends_in(opaque->text, *behind, suffix);
    *before = *behind - less;
    return less && before_codings(opaque->text, *before) == *before;
}

bool xp_field_tag_with(const char *tag, const char *suffix, char *out, size_t room)
{
    size_t len = strlen(tag), more = strlen(suffix), at;
    xp_part opaque;

    if (!opaque_of(tag, len, &opaque) || len + more >= room)
        return false;
    at = before_codings(opaque.text, opaque.len);
    if (ends_in(opaque.text, at, suffix))
        return false;
    at += (size_t)(opaque.text - tag);
    out = put(out, tag, at);
    out = put(out, suffix, more);
    put(out, tag + at, len - at + 1);
    return true;
}

/* The next member of a list of tags, which may be anything but empty; a tag has commas and backslashes in it that mean nothing. */
static bool next_tag(const char **list, xp_part *member)
{
    const char *p = *list + strspn(*list, " \t,");

    member->text = p;
    p += begins(p, "W/") ? 2 : 0;
    if (*p == '"') {
        p += 1 + strcspn(p + 1, "\"");
        p += *p == '"';
    }
    p += strcspn(p, ",");
    *list = p;
    while (p > member->text && (p[-1] == ' ' || p[-1] == '\t'))
        p--;
    member->len = (size_t)(p - member->text);
    return member->len > 0;
}

size_t xp_field_tags_without(const char *field, const char *suffix, char *out, size_t room)
{
    const char *end = out + room;
    size_t less = strlen(suffix), tags = 0, before, behind;
    xp_part tag, opaque;

    for (*out = '\0'; next_tag(&field, &tag);) {
        const char *comma = tags ? ", " : "";

        if (!opaque_of(tag.text, tag.len, &opaque) || !split_at(suffix, &opaque, &before, &behind))
            continue;
        if (strlen(comma) + tag.len - less >= (size_t)(end - out))
            break;
        out = put(out, comma, strlen(comma));
        out = put(out, tag.text, (size_t)(opaque.text - tag.text) + before);
        out = put(out, opaque.text + behind, opaque.len - behind + 1);
        *out = '\0';
        tags++;
    }
    return tags;
}

/* ---- Structured fields: RFC 9651, section 4.2. Each parser returns where its item ends, or NULL. ------------------------- */

typedef enum { SF_TOKEN, SF_TRUE, SF_OTHER } sf_kind;

typedef struct {
    sf_kind kind;
    const char *text; /* SF_TOKEN */
    size_t len;
} sf_item;

static const char *sf_token(const char *p)
{
    if (!is_alpha(*p) && *p != '*')
        return NULL;
    while (is_tchar(*p) || *p == ':' || *p == '/')
        p++;
    return p;
}

static const char *sf_string(const char *p)
{
    for (p++; *p != '"'; p++) {
        if (*p == '\\') {
            p++;
            if (*p != '"' && *p != '\\')
                return NULL;
        } else if (*p < 0x20 || *p > 0x7e) { /* the NUL too, and bytes that are negative */
            return NULL;
        }
    }
    return p + 1;
}

/* Integers of 15 digits, decimals of 12 and 3. */
static const char *sf_number(const char *p)
{
    size_t whole, part = 0;

    p += *p == '-';
    for (whole = 0; is_digit(p[whole]); whole++)
        ;
    if (whole < 1 || whole > 15)
        return NULL;
    p += whole;
    if (*p != '.')
        return p;
    for (p++; is_digit(p[part]); part++)
        ;
    return whole <= 12 && part >= 1 && part <= 3 ? p + part : NULL;
}

static const char *sf_bytes(const char *p)
{
    for (p++; is_alpha(*p) || is_digit(*p) || *p == '+' || *p == '/' || *p == '='; p++)
        ;
    return *p == ':' ? p + 1 : NULL;
}

static bool is_lower_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f');
}

static const char *sf_display(const char *p)
{
    if (p[1] != '"')
        return NULL;
    for (p += 2; *p != '"'; p++) {
        if (*p == '%') {
            if (!is_lower_hex(p[1]) || !is_lower_hex(p[2]))
                return NULL;
            p += 2;
        } else if (*p < 0x20 || *p > 0x7e) {
            return NULL;
        }
    }
    return p + 1;
}

static const char *sf_date(const char *p)
{
    const char *end = sf_number(p + 1);

    return end && !memchr(p, '.', (size_t)(end - p)) ? end : NULL;
}

static const char *sf_bare(const char *p, sf_item *item)
{
    const char *end = NULL;

    item->kind = SF_OTHER;
    switch (*p) {
    case '"': return sf_string(p);
    case ':': return sf_bytes(p);
    case '%': return sf_display(p);
    case '@': return sf_date(p);
    case '?': item->kind = p[1] == '1' ? SF_TRUE : SF_OTHER; return p[1] == '0' || p[1] == '1' ? p + 2 : NULL;
    default: break;
    }
    if (*p == '-' || is_digit(*p))
        return sf_number(p);
    end = sf_token(p);
    if (end) {
        item->kind = SF_TOKEN;
        item->text = p;
        item->len = (size_t)(end - p);
    }
    return end;
}

static const char *sf_key(const char *p)
{
    if (!is_lower(*p) && *p != '*')
        return NULL;
    while (is_lower(*p) || is_digit(*p) || (*p && strchr("_-.*", *p)))
        p++;
    return p;
}

/* Walks the parameters; `*value` says whether the last one named `key` is true. */
static const char *sf_parameters(const char *p, const char *key, size_t len, bool *value)
{
    *value = false;
    while (*p == ';') {
        sf_item item = { SF_TRUE, NULL, 0 };
        const char *name = p + 1 + strspn(p + 1, " ");
        const char *end = sf_key(name);

        if (end && *end == '=')
            p = sf_bare(end + 1, &item);
        else
            p = end;
        if (!p)
            return NULL;
        if (len && (size_t)(end - name) == len && !memcmp(name, key, len))
            *value = item.kind == SF_TRUE;
    }
    return p;
}

static const char *sf_item_end(const char *p, sf_item *item, const char **parameters)
{
    bool ignored;

    p = sf_bare(p, item);
    *parameters = p;
    return p ? sf_parameters(p, NULL, 0, &ignored) : NULL;
}

/* ( item item … ) and its parameters. */
static const char *sf_inner_list(const char *p)
{
    sf_item item;
    const char *parameters;
    bool ignored;

    p++;
    for (;;) {
        p += strspn(p, " ");
        if (*p == ')')
            return sf_parameters(p + 1, NULL, 0, &ignored);
        p = sf_item_end(p, &item, &parameters);
        if (!p || (*p != ' ' && *p != ')'))
            return NULL;
    }
}

static size_t to_semicolon(const char *text)
{
    size_t len = 0;

    while (text[len] && text[len] != ';')
        len++;
    return len;
}

/* Compares a parsed member with "token;parameter;!parameter". */
static bool is_wanted(const sf_item *item, const char *parameters, const char *want)
{
    size_t len = to_semicolon(want);

    if (item->kind != SF_TOKEN || item->len != len)
        return false;
    for (size_t i = 0; i < len; i++)
        if (lower(item->text[i]) != lower(want[i]))
            return false;
    for (want += len; *want == ';'; want += len) {
        bool value, absent = want[1] == '!';

        want += 1 + absent;
        len = to_semicolon(want);
        sf_parameters(parameters, want, len, &value);
        if (value == absent)
            return false;
    }
    return true;
}

bool xp_field_purpose(const char *field, const char *want)
{
    bool found = false;
    const char *p = field + strspn(field, " ");

    for (;;) {
        sf_item item = { SF_OTHER, NULL, 0 };
        const char *parameters = p;

        p = *p == '(' ? sf_inner_list(p) : sf_item_end(p, &item, &parameters);
        if (!p)
            return false;
        found = found || is_wanted(&item, parameters, want);
        p = skip_ws(p);
        if (!*p)
            return found;
        if (*p != ',')
            return false;
        p = skip_ws(p + 1);
    }
}

bool xp_field_is_item(const char *field, const char *token)
{
    sf_item item = { SF_OTHER, NULL, 0 };
    const char *parameters, *end = sf_item_end(field + strspn(field, " "), &item, &parameters);

    return end && !end[strspn(end, " ")] && item.kind == SF_TOKEN && item.len == strlen(token) &&
           !memcmp(item.text, token, item.len);
}

bool xp_field_is_purpose(const char *want)
{
    const char *p = sf_token(want);

    while (p && *p == ';')
        p = sf_key(p + 1 + (p[1] == '!'));
    return p && !*p;
}

/* ---- Media types (MIME Sniffing 4.4) --------------------------------------------------------------------------------------- */

bool xp_field_is_html(const char *content_type)
{
    static const char HTML[] = "text/html";
    const char *p = content_type;

    if (strncmp(p, HTML, sizeof HTML - 1)) { /* nearly every page is spelt like that */
        p = skip_ws(p);
        if (!begins(p, HTML))
            return false;
    }
    p += sizeof HTML - 1;
    if (*p && *p != ';')
        p = skip_ws(p);
    return !*p || *p == ';';
}

/* A parameter's value from behind its '=', which is looked for up to `end`. */
static size_t value_of(const char *p, const char *end, const char **value)
{
    const char *stop = p < end && *p == '"' ? "\"" : "; \t";
    size_t n = 0;

    *value = p + (*stop == '"');
    while (*value + n < end && !strchr(stop, (*value)[n]))
        n++;
    return n;
}

size_t xp_field_charset(const char *content_type, const char **label)
{
    const char *p = strchr(content_type, ';');

    while (p) {
        p = skip_ws(p + 1);
        if (begins(p, "charset="))
            return value_of(p + strlen("charset="), p + strlen(p), label);
        for (p += strcspn(p, ";\""); *p == '"'; p += strcspn(p, ";\"")) {
            p += 1 + strcspn(p + 1, "\"");
            p += *p == '"';
        }
        p = *p ? p : NULL;
    }
    return 0;
}

/* ---- Accept (RFC 9110, 12.5.1) ---------------------------------------------------------------------------------------------------- */

/* The next `;name=value` of a list's member, the value without its quotes. What begins with no name has none. */
static bool next_parameter(const char **at, const char *end, xp_part *name, xp_part *value)
{
    const char *p = *at;
    bool quoted;

    while (p < end && strchr("; \t", *p))
        p++;
    for (name->text = p; p < end && is_tchar(*p);)
        p++;
    name->len = (size_t)(p - name->text);
    value->text = p += p < end && (*p == '=' || !name->len);
    quoted = p > name->text + name->len && p < end && *p == '"';
    if (quoted)
        value->text = ++p;
    if (value->text > name->text + name->len)
        for (; p < end && !strchr(quoted ? "\"" : "; \t", *p); p++)
            p += quoted && *p == '\\' && p + 1 < end;
    value->len = (size_t)(p - value->text);
    *at = p + (quoted && p < end);
    return *at > name->text;
}

/* A weight in thousandths, as RFC 9110 writes it, or with more digits, or without the 0 before the point as Java does; -1 if it is none. */
static int weight_of(const xp_part *value)
{
    const char *p = value->text, *end = p + value->len;
    int weight = 0, unit = 100;
    bool digits = p < end && (*p == '0' || *p == '1');

    if (digits)
        weight = 1000 * (*p++ - '0');
    if (p < end && *p == '.')
        for (p++; p < end && is_digit(*p); p++, unit /= 10, digits = true)
            weight += unit * (*p - '0');
    return digits && p == end && weight <= 1000 ? weight : -1;
}

/* How exactly a range without its parameters names the type; 0 if it is about others. */
static unsigned exactness(const char *range, size_t len, const char *type)
{
    if (equals(range, len, "*") || equals(range, len, "*/*"))
        return 1;
    if (len > 2 && !memcmp(range + len - 2, "/*", 2))
        return strcspn(type, "/") == len - 2 && same(range, type, len - 1) ? 2 : 0;
    return equals(range, len, type) ? 3 : 0;
}

/* Extensions behind the weight are no parameters of the type. */
static unsigned range_names(const xp_part *range, const char *type, const char *version, int *weight)
{
    const char *at = range->text + name_of(range), *end = range->text + range->len;
    unsigned exact = exactness(range->text, name_of(range), type);
    xp_part name, value;

    *weight = 1000;
    while (exact && next_parameter(&at, end, &name, &value)) {
        if (equals(name.text, name.len, "q")) {
            *weight = weight_of(&value);
            return *weight < 0 ? 0 : exact;
        }
        if (equals(name.text, name.len, "version"))
            exact = version && equals(value.text, value.len, version) ? 4 : 0;
    }
    return exact;
}

unsigned xp_field_accepts(const char *field, const char *type, const char *version)
{
    unsigned best = 0;
    int weight = 0, its;
    xp_part range;

    while (xp_field_member(&field, &range)) {
        unsigned exact = range_names(&range, type, version, &its);

        if (exact > best || (exact && exact == best && its > weight)) {
            best = exact;
            weight = its;
        }
    }
    return weight > 0 ? (unsigned)weight * 8 + best : 0;
}

/* ---- Link (RFC 8288, 3) -------------------------------------------------------------------------------------------------------- */

/* The end of an entry: the next comma that is in neither <…> nor "…". */
static const char *link_end(const char *p)
{
    for (; *p && *p != ','; p += *p != '\0') {
        if (*p == '<')
            p += strcspn(p, ">");
        else if (*p == '"')
            for (p++; *p && *p != '"'; p++)
                p += *p == '\\' && p[1];
    }
    return p;
}

static bool is_hint(const char *rel, size_t len)
{
    static const char *const HINT[] = { "preconnect", "dns-prefetch", "preload", "modulepreload", "prefetch" };

    for (const char *end = rel + len; rel < end;) {
        size_t n = 0;

        while (rel + n < end && rel[n] != ' ' && rel[n] != '\t')
            n++;
        for (size_t i = 0; i < sizeof HINT / sizeof *HINT; i++)
            if (equals(rel, n, HINT[i]))
                return true;
        rel += n + 1;
    }
    return false;
}

/* Looks for rel= among the parameters between `p` and `end`; the first one counts. */
static bool has_hint_rel(const char *p, const char *end)
{
    while (p < end) {
        const char *value;
        size_t len;

        p += strspn(p, "; \t");
        if (p < end && begins(p, "rel=")) {
            len = value_of(p + strlen("rel="), end, &value);
            return is_hint(value, len);
        }
        for (; p < end && *p != ';'; p++)
            if (*p == '"')
                for (p++; p < end && *p != '"'; p++)
                    p += *p == '\\' && p[1];
    }
    return false;
}

const char *xp_field_link(const char *field, xp_link *link)
{
    const char *p = field + strspn(field, " \t,");
    const char *end = link_end(p);

    link->text = p;
    link->len = (size_t)(end - p);
    link->url_len = 0;
    link->hint = false;
    if (*p == '<') {
        link->url = p + 1;
        link->url_len = strcspn(p + 1, ">");
        if (p[1 + link->url_len])
            link->hint = has_hint_rel(p + 2 + link->url_len, end);
    }
    return *end ? end + 1 : NULL;
}
