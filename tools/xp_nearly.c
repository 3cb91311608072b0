/* What an element lacked that nearly went: see xp_nearly.h.
 *
 * Three questions, in this order. Would one of the catalogue's rows have it, if something were otherwise: the vendor on, the row for such
 * elements too, the page known to have to do with the vendor? Does it meet the first condition of an element row, but not all of
 * them? Does it look like somebody's counter that the catalogue does not know? What is said to the first two is so; the third is a guess.
 */
#include "xp_nearly.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../engine/bytes/xp_ascii.h"
#include "../engine/catalogue/xp_rules.h"
#include "../engine/script/xp_sense.h"
#include "xp_tag.h"

enum { QUOTED = 128 }; /* bytes of a row in a message */

#define SIZE_OF(array) (sizeof(array) / sizeof *(array))

/* What is asked, and the answer. */
typedef struct {
    const xp_options *options;
    const xp_near *near;
    xp_missed *missed;
    xp_vendor_set all;
    bool guess;
    bool hidden; /* nobody sees it: it stands in a noscript */
} question;

static bool answer(question *q, xp_why why, xp_hit hit, const char *format, ...) __attribute__((format(printf, 4, 5)));

static bool answer(question *q, xp_why why, xp_hit hit, const char *format, ...)
{
    va_list args;

    q->missed->why = why;
    q->missed->vendor = hit.vendor;
    q->missed->pattern = hit.vendor >= 0 ? hit.pattern : NULL;
    va_start(args, format);
    vsnprintf(q->missed->says, sizeof q->missed->says, format, args);
    va_end(args);
    return true;
}

/* Why XPurposeVendor would not take the row, or httpd would read another one in its line; NULL if neither. */
static const char *refusal(const xp_pattern_row *row)
{
    ptrdiff_t at;

    if (strstr(row->text, "${"))
        return "has a \"${\" in it, and httpd puts something else in its place: give what stands before or behind it";
    return xp_sense_check(row, &at);
}

/* Adds the line that would make a row of it, or why there is none. */
static void suggest(question *q, xp_kind kind, const char *vendor, const char *text, const char *words)
{
    const xp_pattern_row row = { xp_catalogue_may_name(vendor) ? vendor : "our-counter", kind, text,
                                 words && *words ? words : NULL };
    const char *refused = refusal(&row);
    char *to = q->missed->directive;
    size_t room = sizeof q->missed->directive - 1, n;

    if (!*text)
        return;
    if (refused) {
        snprintf(q->missed->refused, sizeof q->missed->refused, "'%.*s' %s", QUOTED, text, refused);
        return;
    }
    n = xp_catalogue_line(&row, to, room);
    to[n <= room ? n : 0] = '\0';
}

static const char *vendor_of(const question *q, xp_hit hit)
{
    return xp_rules_name(q->options->rules, hit.vendor);
}

static bool vendor_off(question *q, xp_hit hit)
{
    snprintf(q->missed->directive, sizeof q->missed->directive, "XPurposeVendors +%s", vendor_of(q, hit));
    return answer(q, XP_WHY_OFF, hit, "%s is not among the vendors that are removed", vendor_of(q, hit));
}

static bool is_chosen(const question *q, xp_hit hit)
{
    return xp_set_has(q->options->vendors, hit.vendor);
}

/* ---- A row that would have it ----------------------------------------------------------------------------------------------- */

/* The words for `uses`, with `between` them. */
static const char *words_for(unsigned uses, const char *between, char *to, size_t room)
{
    const char *word;
    unsigned use;
    size_t n = 0;

    to[0] = '\0';
    for (int i = 0; (word = xp_catalogue_word(i, &use)) && n < room; i++)
        if (uses & use)
            n += (size_t)snprintf(to + n, room - n, "%s%s", n ? between : "", word);
    return to;
}

/* What a row has to be for, to have such an element. */
static unsigned use_of(const xp_tag *tag)
{
    if (!strcmp(tag->name, "script"))
        return XP_USE_SCRIPT;
    if (!strcmp(tag->name, "link"))
        return XP_USE_HINT;
    return !strcmp(tag->name, "iframe") ? XP_USE_FRAME : XP_USE_PICTURE;
}

/* Links that only say what something is load nothing of it. */
static bool is_hint(const xp_tag *tag)
{
    static const char *const RELS[] = { "preconnect",    "dns-prefetch", "preload",
                                        "modulepreload", "prefetch",     "prerender" };
    const char *rel = xp_tag_value(tag, "rel");

    for (size_t i = 0; rel && i < SIZE_OF(RELS); i++)
        if (strstr(rel, RELS[i]))
            return true;
    return false;
}

static bool is_data_type(const xp_tag *tag)
{
    const char *type = xp_tag_value(tag, "type");

    return !strcmp(tag->name, "script") && type && *type && !strstr(type, "javascript") &&
           !strstr(type, "ecmascript") && strcmp(type, "module") != 0;
}

static bool is_module(const xp_tag *tag)
{
    const char *type = xp_tag_value(tag, "type"), *rel = xp_tag_value(tag, "rel");

    return (type && !strcmp(type, "module")) || (rel && strstr(rel, "modulepreload"));
}

static const char *handler_of(const xp_tag *tag)
{
    return xp_tag_value(tag, "onload") ? "onload" : xp_tag_value(tag, "onerror") ? "onerror" : NULL;
}

/* The row is for this element, and yet it stays. */
static bool other_reason(question *q, xp_hit hit, const xp_tag *tag)
{
    const char *keep = xp_tag_value(tag, "data-xpurpose");

    if (keep && !strcmp(keep, "keep"))
        return answer(q, XP_WHY_KEPT, hit, "data-xpurpose=\"keep\" is what it says");
    if (is_data_type(tag))
        return answer(q, XP_WHY_TYPE, hit, "its type, %.64s, is taken for data, which no browser runs",
                      xp_tag_value(tag, "type"));
    if (q->near->why == XP_NEAR_PLACE)
        return answer(q, XP_WHY_PLACE, hit, "without it the rest of the page would be parsed in another way");
    if (handler_of(tag))
        return answer(q, XP_WHY_HANDLER, hit, "the site waits for it: %s", handler_of(tag));
    return answer(q, XP_WHY_DOUBT, hit, "it stands where it is not clear what a parser makes of it");
}

/* The address is a vendor's. */
static bool judge_hit(question *q, xp_hit hit, const xp_tag *tag)
{
    unsigned use = use_of(tag), uses = hit.uses & (XP_USE_ALL | XP_USE_KNOWN | XP_USE_CLASSIC);
    char words[64], list[64];

    if (use == XP_USE_HINT && !is_hint(tag))
        return false;
    if (!is_chosen(q, hit))
        return vendor_off(q, hit);
    if (!(uses & use) && !(q->hidden && uses & XP_USE_PIXEL)) {
        suggest(q, XP_URL, vendor_of(q, hit), hit.pattern, words_for(uses | use, " ", words, sizeof words));
        return answer(q, XP_WHY_USE, hit, "%s is for %s, and this is a %s%s", hit.pattern,
                      words_for(uses & XP_USE_ALL, ", ", list, sizeof list),
                      use & (XP_USE_PICTURE | XP_USE_FRAME) ? "seen " : "", words_for(use, "", words, sizeof words));
    }
    if (uses & XP_USE_CLASSIC && is_module(tag)) {
        suggest(q, XP_URL, vendor_of(q, hit), hit.pattern, words_for(uses & XP_USE_KNOWN, " ", words, sizeof words));
        return answer(q, XP_WHY_MODULE, hit, "%s is for no modules", hit.pattern);
    }
    if (uses & XP_USE_KNOWN && q->near->why == XP_NEAR_TAG && !handler_of(tag)) {
        uses &= (uses & XP_USE_ALL) == XP_USE_ALL ? ~(unsigned)(XP_USE_ALL | XP_USE_KNOWN) : ~(unsigned)XP_USE_KNOWN;
        suggest(q, XP_URL, vendor_of(q, hit), hit.pattern, words_for(uses, " ", words, sizeof words));
        return answer(q, XP_WHY_KNOWN, hit, "nothing before it shows that the page has to do with %s",
                      vendor_of(q, hit));
    }
    return other_reason(q, hit, tag);
}

/* ---- A row whose first condition it meets --------------------------------------------------------------------------------------- */

static bool judge_conditions(question *q, const xp_tag *tag)
{
    const xp_rules *rules = q->options->rules;
    xp_candidates found = { .n = 0 };
    xp_hit hit;

    for (int i = 0; i < tag->n; i++)
        xp_rules_candidates(rules, tag->name, tag->attrs[i].name, strlen(tag->attrs[i].name), tag->attrs[i].value,
                            strlen(tag->attrs[i].value), &q->all, &found);
    for (int i = 0; i < tag->n && found.n; i++)
        xp_rules_meet(rules, &found, tag->attrs[i].name, strlen(tag->attrs[i].name), tag->attrs[i].value,
                      strlen(tag->attrs[i].value));
    if (found.n == 0)
        return false;
    hit = xp_rules_chosen(rules, &found);
    if (hit.vendor >= 0)
        return is_chosen(q, hit) ? other_reason(q, hit, tag) : vendor_off(q, hit);
    hit = xp_rules_row(rules, found.of[0].row);
    return answer(q, XP_WHY_ELEMENT, hit, "it begins as %s says, but is not all of that", hit.pattern);
}

/* ---- What looks like a counter ----------------------------------------------------------------------------------------------------- */

/* Words in a file's name, and in a query, with which counters call themselves. */
static const char *const FILES[] = { "analytic", "track", "pixel",   "beacon",  "telemetry",  "metric",  "counter",
                                     "insight",  "stats", "collect", "webstat", "tagmanager", "visitor", "gtag" };
static const char *const QUERIES[] = {
    "id=G-", "id=GTM-", "id=UA-", "id=AW-", "tid=", "idsite=", "siteid=", "site_id="
};
static const char *const ATTRIBUTES[] = { "data-website-id", "data-site-id",    "data-domain", "data-site",
                                          "data-token",      "data-project-id", "data-key",    "data-tracking",
                                          "data-tracker",    "data-account-id" };

static const char *one_of(const char *text, size_t len, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t at = 0, m = strlen(words[i]); at + m <= len; at++) {
            size_t k = 0;

            while (k < m && xp_lower(text[at + k]) == xp_lower(words[i][k]))
                k++;
            if (k == m)
                return words[i];
        }
    return NULL;
}

/* Of an address: its host, "" if it has none, and where its path begins; of one within a folder that is where it leads to from there. */
static const char *host_of(const char *url, char *host, size_t room)
{
    const char *at = strstr(url, "//"), *user;
    size_t n;

    host[0] = '\0';
    if (!at || memchr(url, '?', (size_t)(at - url))) {
        while (!strncmp(url, "./", 2) || !strncmp(url, "../", 3))
            url += 2 + (url[1] == '.');
        return url;
    }
    at += 2;
    for (user = at; *user && !strchr("/?#@", *user); user++)
        ;
    at = *user == '@' ? user + 1 : at;
    n = strcspn(at, "/?#:");
    if (n < room) {
        memcpy(host, at, n);
        host[n] = '\0';
    }
    return at + n + strcspn(at + n, "/?#");
}

/* A name for the vendor: the host's label before its public suffix, as far as that is known; else the file's. */
static void name_vendor(const char *host, const char *path, char *name)
{
    const char *from = *host ? host : path, *end = from + strlen(from), *label = end;
    int labels = 0;
    size_t n = 0;

    for (const char *p = end; *host && p > host && labels < 3;) {
        const char *to = p;

        while (p > host && p[-1] != '.')
            p--;
        labels++;
        label = p;
        end = to;
        if (labels > 1 && to - p > 3) /* "co", "com", "net" are parts of a suffix */
            break;
        p -= p > host;
    }
    if (!*host) {
        label = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
        end = label + strcspn(label, ".?#");
    }
    for (; label < end && n < XP_VENDOR_NAME; label++)
        if (xp_is_alnum(*label) || (*label == '-' && n))
            name[n++] = xp_lower(*label);
    name[n] = '\0';
}

/* A row for the address: host and path, without its query. */
static void suggest_url(question *q, const char *url, const char *words)
{
    char host[128], pattern[256], name[XP_VENDOR_NAME + 1];
    const char *path = host_of(url, host, sizeof host);
    size_t n = strcspn(path, "?#");

    name_vendor(host, path, name);
    if (n >= sizeof pattern - sizeof host || (*host && n < 2))
        n = 0;
    snprintf(pattern, sizeof pattern, "%s%s%.*s", host, n && *path != '/' ? "/" : "", (int)n, path);
    suggest(q, XP_URL, name, pattern, words);
}

static bool is_tiny(const xp_tag *tag)
{
    const char *width = xp_tag_value(tag, "width"), *height = xp_tag_value(tag, "height");

    return width && height && (!strcmp(width, "1") || !strcmp(width, "0")) &&
           (!strcmp(height, "1") || !strcmp(height, "0"));
}

static bool judge_looks(question *q, const xp_tag *tag, const char *url)
{
    const char *query = strchr(url, '?'), *file, *word;
    bool script = !strcmp(tag->name, "script");
    char host[128], text[128], name[XP_VENDOR_NAME + 1];
    const char *path = host_of(url, host, sizeof host);
    size_t n = strcspn(path, "?#");

    for (size_t i = 0; script && i < SIZE_OF(ATTRIBUTES); i++)
        if (xp_tag_value(tag, ATTRIBUTES[i])) {
            name_vendor(host, path, name);
            snprintf(text, sizeof text, "script[%s][src=*%.*s]", ATTRIBUTES[i], (int)n, path);
            if (n > 0 && path[n - 1] != '/')
                suggest(q, XP_ELEMENT, name, text, NULL);
            else
                suggest_url(q, url, NULL);
            return answer(q, XP_WHY_LOOKS, XP_NOBODY, "counters have the attribute %s; no row has it so",
                          ATTRIBUTES[i]);
        }
    for (file = path + n; file > path && file[-1] != '/'; file--)
        ;
    word = script || is_tiny(tag) ? one_of(file, (size_t)(path + n - file), FILES, SIZE_OF(FILES)) : NULL;
    if (!word && query)
        word = one_of(query, strlen(query), QUERIES, SIZE_OF(QUERIES));
    if (!word && !(is_tiny(tag) && query && *host))
        return false;
    suggest_url(q, url, script ? NULL : "pixel");
    return word ? answer(q, XP_WHY_LOOKS, XP_NOBODY, "counters have '%s' in their addresses; no row has this one", word)
                : answer(q, XP_WHY_LOOKS, XP_NOBODY,
                         "it is a picture of one pixel with a query; no row has its address");
}

/* ---- Tags -------------------------------------------------------------------------------------------------------------------------- */

/* The attributes from which something is loaded, at once or late. */
static bool is_address(const xp_tag *tag, const char *name)
{
    if (!strcmp(name, "href"))
        return !strcmp(tag->name, "link") || !strcmp(tag->name, "script");
    return !strcmp(name, "src") || !strcmp(name, "xlink:href") || (!strncmp(name, "data-", 5) && strstr(name, "src"));
}

static bool judge_tag(question *q, const char *bytes, size_t len)
{
    static const char *const NAMES[] = { "script", "img", "iframe", "link", "source", "image", "amp-pixel", "embed" };
    static xp_tag tag;
    const char *src = NULL, *known = NULL;

    if (!xp_tag_read(&tag, bytes, len))
        return false;
    for (size_t i = 0; i < SIZE_OF(NAMES); i++)
        known = !strcmp(tag.name, NAMES[i]) ? NAMES[i] : known;
    if (!known || (xp_tag_value(&tag, "data-xpurpose") && strcmp(xp_tag_value(&tag, "data-xpurpose"), "keep") != 0))
        return false;
    q->missed->element = known;
    for (int i = 0; i < tag.n; i++) {
        const char *url = tag.attrs[i].value;
        xp_hit hit = XP_NOBODY;

        if (is_address(&tag, tag.attrs[i].name)) {
            src = src ? src : url;
            hit = xp_rules_url(q->options->rules, url, strlen(url), &q->all);
        }
        if (hit.vendor >= 0)
            return judge_hit(q, hit, &tag);
    }
    return judge_conditions(q, &tag) || (q->guess && src && strcmp(known, "link") != 0 && judge_looks(q, &tag, src));
}

/* A vendor's tag within a noscript that stays. */
static bool judge_noscript(question *q, const char *bytes, size_t len)
{
    q->hidden = true;
    for (const char *p = bytes, *end = bytes + len; (p = memchr(p, '<', (size_t)(end - p))); p++)
        if (judge_tag(q, p, (size_t)(end - p)) && q->missed->vendor >= 0) {
            const xp_hit hit = { .vendor = q->missed->vendor, .pattern = q->missed->pattern };

            q->missed->element = "noscript";
            if (q->missed->why == XP_WHY_OFF || q->missed->why == XP_WHY_USE)
                return true;
            *q->missed->directive = *q->missed->refused = '\0';
            return answer(q, XP_WHY_MIXED, hit, "there is more in it than %s's", vendor_of(q, hit));
        }
    return false;
}

/* ---- Texts ---------------------------------------------------------------------------------------------------------------------------- */

typedef struct {
    const xp_options *options;
    xp_hit hit;
} first_hit;

static bool note_off(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    first_hit *first = ctx;
    xp_hit hit = xp_rules_row(first->options->rules, id);

    (void)from;
    (void)mid;
    (void)to;
    if (first->hit.vendor < 0 && !xp_set_has(first->options->vendors, hit.vendor) && hit.pattern[0] != '/')
        first->hit = hit;
    return first->hit.vendor < 0;
}

/* The first address in a text that looks like one to which something is sent. */
static void suggest_first(question *q, const char *text, size_t len)
{
    for (const char *p = text, *end = text + len; (p = memchr(p, '/', (size_t)(end - p))); p++)
        if (end - p > 8 && p[1] == '/' && p > text && (p[-1] == ':' || p[-1] == '"' || p[-1] == '\'')) {
            char url[128];
            size_t n = 0;

            while (p + n < end && n + 1 < sizeof url && !strchr("\"'`\\ <>\n", p[n])) {
                url[n] = p[n];
                n++;
            }
            url[n] = '\0';
            suggest_url(q, url, NULL);
            return;
        }
}

static bool judge_text(question *q, const char *text, size_t len)
{
    static const char *const CALLS[] = { "sendBeacon(", "trackPageview", "track_pageview",
                                         "trackEvent(", "pageview'",     "pageview\"" };
    first_hit first = { q->options, XP_NOBODY };
    const char *call;

    xp_match_text(xp_rules_literals(q->options->rules), text, len, note_off, &first);
    if (first.hit.vendor >= 0)
        return vendor_off(q, first.hit);
    call = q->guess ? one_of(text, len, CALLS, SIZE_OF(CALLS)) : NULL;
    if (!call)
        return false;
    suggest_first(q, text, len);
    return answer(q, XP_WHY_LOOKS, XP_NOBODY, "it holds '%s', but nothing that a row has", call);
}

/* The script's first word that is not accounted for. */
static bool judge_word(question *q, xp_hit hit, const char *bytes)
{
    const char *word = bytes + (q->near->at - q->near->from);
    size_t n = 0, left = (size_t)(q->near->to - q->near->at);
    char name[XP_MATCH_LONGEST + 1];

    while (n < left && n < XP_MATCH_LONGEST &&
           (xp_is_alnum(word[n]) || (unsigned char)word[n] >= 0x80 || word[n] == '_' || word[n] == '$'))
        n++;
    memcpy(name, word, n);
    name[n] = '\0';
    if (n > 0)
        return answer(q, XP_WHY_MIXED, hit, "the script does other work, too: '%s'", name);
    for (n = 0; n < left && n < 24 && word[n] >= ' '; n++)
        name[n] = word[n];
    name[n] = '\0';
    return answer(q, XP_WHY_MIXED, hit, "the script does other work, too: %s", name);
}

/* All of it would do, but the literal is one that others use, too. */
static bool judge_proof(question *q, xp_hit hit)
{
    suggest(q, XP_INLINE, vendor_of(q, hit), hit.pattern, "proof");
    return answer(q, XP_WHY_PROOF, hit, "'%s' alone does not show that it is %s's", hit.pattern, vendor_of(q, hit));
}

bool xp_nearly(const xp_options *options, const xp_near *near, const char *bytes, bool guess, xp_missed *missed)
{
    question q = { .options = options, .near = near, .missed = missed, .guess = guess };
    xp_hit hit = { .vendor = near->vendor, .pattern = near->pattern };
    size_t len = (size_t)(near->to - near->from);

    memset(&q.all, 0xff, sizeof q.all);
    *missed = (xp_missed){ .element = "script", .vendor = -1 };
    switch (near->why) {
    case XP_NEAR_TAG:
    case XP_NEAR_PLACE: return bytes && judge_tag(&q, bytes, len);
    case XP_NEAR_TEXT: return bytes && judge_text(&q, bytes, len);
    case XP_NEAR_WORD: return bytes && judge_word(&q, hit, bytes);
    case XP_NEAR_LOADS:
        return answer(&q, XP_WHY_MIXED, hit, "it loads more than %s's, or does nothing that counts",
                      vendor_of(&q, hit));
    case XP_NEAR_PROOF: return judge_proof(&q, hit);
    case XP_NEAR_NOSCRIPT: return bytes && judge_noscript(&q, bytes, len);
    case XP_NEAR_LONG:
        missed->element = "element";
        return answer(&q, XP_WHY_HOLD_LIMIT, hit, "it is longer than %llu bytes, which is as much as may be held",
                      (unsigned long long)options->hold_limit);
    case XP_NEAR_CHARSET:
        missed->element = "element";
        return answer(&q, XP_WHY_CHARSET, hit, "a meta charset would be moved beyond byte 1,024");
    case XP_NEAR_CSP:
        missed->element = "element";
        return answer(&q, XP_WHY_CSP, hit,
                      "the page's policy would not let run what has to stand in its place or before it");
    }
    return false;
}
