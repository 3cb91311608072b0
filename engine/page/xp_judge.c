/* Judging start tags. Values are compared without regard to ASCII case; what a value means is the standard's, named at each. */
#include "xp_judge.h"

#include <string.h>

#include "../bytes/xp_skip.h"
#include "../html/xp_declared.h"

void xp_judge_begin(xp_facts *facts)
{
    memset(facts, 0, offsetof(xp_facts, src_begin));
    facts->url = facts->set = facts->late = XP_NOBODY;
}

static bool holds_in_any_case(const char *value, size_t len, const char *word)
{
    size_t n = strlen(word);

    for (size_t i = 0; i + n <= len; i++)
        if (xp_lower(value[i]) == word[0] && xp_is_word(value + i, n, word))
            return true;
    return false;
}

/* ---- script types ---------------------------------------------------------------------------------------------------------- */

/* The subtypes of JavaScript's MIME types (MIME Sniffing 4.6), all of text/ and some of application/. */
bool xp_judge_is_javascript(const char *value, size_t len)
{
    static const char *const TYPES[] = { "text/javascript",          "application/javascript",   "module",
                                         "text/ecmascript",          "application/ecmascript",   "text/jscript",
                                         "application/x-javascript", "application/x-ecmascript", "text/x-javascript",
                                         "text/x-ecmascript",        "text/livescript",          "text/javascript1.0",
                                         "text/javascript1.1",       "text/javascript1.2",       "text/javascript1.3",
                                         "text/javascript1.4",       "text/javascript1.5" };

    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (xp_is_word(value, len, TYPES[i]))
            return true;
    return false;
}

static bool is_module(const char *value, size_t len)
{
    xp_trim(&value, &len);
    return xp_is_word(value, len, "module");
}

/* Types that no browser runs, with which optimizers and consent managers put a script off. */
static bool is_late(const char *value, size_t len)
{
    static const char *const MARKS[] = {
        "-text/javascript", "rocketscript", "rocketlazyload", "partytown", "litespeed/", "/blocked",           "psajs",
        "-module",          "delay",        "lazyload",       "didomi/",   "nitropack/", "application/consent"
    };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (holds_in_any_case(value, len, MARKS[i]))
            return true;
    return false;
}

/* Of those, the consent managers'. */
static bool is_consent_type(const char *value, size_t len)
{
    return holds_in_any_case(value, len, "/blocked") || holds_in_any_case(value, len, "didomi/") ||
           holds_in_any_case(value, len, "/consent");
}

/* Of a type's words, between signs: those that name a format of data, a language of templates, or one that is no JavaScript's kin. */
static bool is_data_word(const char *word, size_t len)
{
    static const char *const WORDS[] = {
        "tex",      "latex", "mml",     "math",   "csv",  "tsv",     "css",   "less", "sass",  "xsl",
        "svg",      "init",  "ini",     "data",   "code", "example", "doc",   "raw",  "image", "audio",
        "video",    "font",  "model",   "tpl",    "dot",  "hbs",     "ejs",   "vue",  "jade",  "pug",
        "haml",     "twig",  "dust",    "liquid", "riot", "tag",     "hogan", "red",  "md",    "sql",
        "dart",     "elm",   "php",     "perl",   "ruby", "python",  "vbs",   "vb",   "lua",   "share",
        "vbscript", "py",    "snippet", "sample", "demo", "source",  "worker"
    };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (xp_lower(*word) == WORDS[i][0] && xp_is_word(word, len, WORDS[i]))
            return true;
    return false;
}

/* The same of names that stand in longer words as well: x-dothtml, importmap-shim, speculationrules. */
static bool holds_data_name(const char *value, size_t len)
{
    static const char *const NAMES[] = { "json",        "html",     "xml",          "template",  "tmpl",
                                         "handlebars",  "mustache", "shader",       "glsl",      "wgsl",
                                         "vertex",      "fragment", "mathjax",      "asciimath", "yaml",
                                         "toml",        "markdown", "graphql",      "wasm",      "importmap",
                                         "speculation", "config",   "setting",      "highlight", "mermaid",
                                         "graphviz",    "ractive",  "coffeescript", "clojure",   "pyscript",
                                         "brython",     "nunjucks", "stylus",       "scss",      "jsrender" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (holds_in_any_case(value, len, NAMES[i]))
            return true;
    return false;
}

/* Whether a type is a data format's. Parameters and other signs are data's too, or a slip: nobody makes a script of these later on. */
static bool is_data_type(const char *value, size_t len)
{
    for (size_t from = 0, to; from < len; from = to + 1) {
        for (to = from; to < len && xp_is_alnum(value[to]); to++)
            ;
        if (to < len && !memchr("/-_+.:", value[to], 6))
            return true;
        if (to > from && is_data_word(value + from, to - from))
            return true;
    }
    return !len || holds_data_name(value, len);
}

/* HTML 4.12.1.1: an empty type is JavaScript; white space round a type does not count. What no browser runs is late, unless it is data:
 * see docs/parsing.md. */
static xp_type type_of(const char *value, size_t len)
{
    if (!len)
        return XP_TYPE_SCRIPT;
    xp_trim(&value, &len);
    if (xp_judge_is_javascript(value, len))
        return XP_TYPE_SCRIPT;
    if (xp_is_word(value, len, "application/ld+json") ||
        xp_is_word(value, len, "application/json")) /* as nearly all others are */
        return XP_TYPE_DATA;
    if (xp_is_word(value, len, "text/plain"))
        return XP_TYPE_PLAIN;
    if (xp_is_word(value, len, "text/template"))
        return XP_TYPE_TEMPLATE;
    if (is_late(value, len))
        return XP_TYPE_LATE;
    return is_data_type(value, len) ? XP_TYPE_DATA : XP_TYPE_ODD;
}

/* HTML 4.12.1.1: without a type, language="x" stands for the type "text/x". */
static xp_type language_of(const char *value, size_t len)
{
    char type[32] = "text/";

    if (!len)
        return XP_TYPE_SCRIPT;
    if (len > sizeof type - 5)
        return XP_TYPE_DATA;
    memcpy(type + 5, value, len);
    return xp_judge_is_javascript(type, len + 5) ? XP_TYPE_SCRIPT : XP_TYPE_DATA;
}

/* Classes with which consent managers mark what they delay: OneTrust's two, Complianz, those that say what they are (Evidon, CookieYes,
 * CookieFirst, Moove …), iubenda, CookieYes again, Klaro, TrustArc, consentmanager, Usercentrics, Didomi, Osano, Termly, Borlabs. */
static bool is_consent_class(const char *value, size_t len)
{
    static const char *const MARKS[] = { "optanon", "ot-vscat", "cmplz",       "consent",     "cookie", "gdpr",
                                         "_iub",    "cky",      "klaro",       "trustecm",    "didomi", "osano",
                                         "termly",  "borlabs",  "cmplazyload", "usercentrics" };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (holds_in_any_case(value, len, MARKS[i]))
            return true;
    return false;
}

/* Highlighters' classes: "language-javascript", "lang-js". */
static bool is_code_class(const char *value, size_t len)
{
    return holds_in_any_case(value, len, "language-") || holds_in_any_case(value, len, "lang-");
}

/* ---- link, meta -------------------------------------------------------------------------------------------------------------- */

static bool is_hint(const char *value, size_t len)
{
    static const char *const RELS[] = { "preconnect",    "dns-prefetch", "preload",
                                        "modulepreload", "prefetch",     "prerender" };
    bool hint = false;

    for (size_t from = 0, to; from < len; from = to + 1) {
        for (to = from; to < len && !xp_is_space(value[to]); to++)
            ;
        if (xp_is_word(value + from, to - from, "stylesheet")) /* which is seen, whatever else it is */
            return false;
        for (size_t i = 0; i < sizeof RELS / sizeof *RELS; i++)
            hint |= xp_is_word(value + from, to - from, RELS[i]);
    }
    return hint;
}

/* ---- one attribute ------------------------------------------------------------------------------------------------------------ */

/* A candidate's width or density: "640w", "1.5x". */
static bool is_descriptor(const char *value, size_t len)
{
    return len > 1 && len < 8 && xp_is_digit(value[0]) && (value[len - 1] == 'w' || value[len - 1] == 'x');
}

static size_t visible_to(const char *value, size_t from, size_t len)
{
    return (size_t)(xp_skip_above(value + from, value + len, ' ') - value);
}

/* The first candidate of a srcset that belongs to a vendor; a URL in it ends at white space (HTML 4.8.4.2.2). Pictures have sources by the
 * dozen, of which each lists one image in many sizes: there the first candidate tells of all. */
static xp_hit srcset_hit(const xp_options *opt, xp_element el, const char *value, size_t len)
{
    xp_hit hit = XP_NOBODY;

    for (size_t from = 0, to; from < len && hit.vendor < 0; from = to + 1) {
        for (to = from; (to = visible_to(value, to, len)) < len && !xp_is_space(value[to]); to++)
            ;
        if (to > from && !is_descriptor(value + from, to - from))
            hit = xp_rules_url(opt->rules, value + from, to - from, opt->vendors);
        if (el == XP_EL_SOURCE && to > from)
            break;
    }
    return hit;
}

static bool is_one_of(const char *value, size_t len, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n && len; i++)
        if (xp_lower(value[0]) == words[i][0] && xp_is_word(value, len, words[i])) /* nearly all differ in the first */
            return true;
    return false;
}

/* Three letters: gif, png, svg. */
static bool is_picture(const char *extension)
{
    switch (xp_lower(extension[0])) {
    case 'g': return xp_is_word(extension, 3, "gif");
    case 'p': return xp_is_word(extension, 3, "png");
    case 's': return xp_is_word(extension, 3, "svg");
    default: return false;
    }
}

/* Ends in the name of a picture that keeps a place. Of what else is loaded hardly anything ends as one, which is seen from its end. */
static bool is_blank(const char *value, size_t len)
{
    static const char *const NAMES[] = { "blank",       "spacer",      "pixel", "1x1",
                                         "transparent", "placeholder", "empty", "clear" };
    const char *dot = value + len - 4, *name = dot;

    if (len < 5 || *dot != '.' || !is_picture(dot + 1))
        return false;
    while (name > value && name[-1] != '/')
        name--;
    return is_one_of(name, (size_t)(dot - name), NAMES, sizeof NAMES / sizeof *NAMES);
}

/* What a src begins and ends with, and how long it is: whether it keeps a place is asked only where another attribute has a vendor's URL. */
static void keep_src(xp_facts *facts, const char *value, size_t len)
{
    xp_trim(&value, &len);
    facts->src_len = len < XP_SRC_KEPT ? (uint8_t)len : XP_SRC_KEPT;
    if (len >= XP_SRC_KEPT) { /* of a length that the compiler knows */
        memcpy(facts->src_begin, value, XP_SRC_KEPT);
        memcpy(facts->src_end, value + len - XP_SRC_KEPT, XP_SRC_KEPT);
    } else {
        memcpy(facts->src_begin, value, len);
        memcpy(facts->src_end, value, len);
    }
}

/* A src that stands there until a script puts another one in its place: it loads nothing, or a picture of nothing. */
static bool is_idle(const xp_facts *facts)
{
    static const char *const SCHEMES[] = { "data", "about", "javascript" };
    const char *value = facts->src_begin, *colon;
    size_t len = facts->src_len;

    if (!len || *value == '#')
        return true;
    colon = memchr(value, ':', len);
    if (colon && is_one_of(value, (size_t)(colon - value), SCHEMES, sizeof SCHEMES / sizeof *SCHEMES))
        return true;
    return is_blank(facts->src_end, len);
}

/* An address has been found to be a vendor's. */
static void note_hit(xp_facts *facts, const char *value, size_t len)
{
    facts->hit = true;
    facts->query |= memchr(value, '?', len) != NULL;
}

/* A script or image of svg's: xlink:href counts only without a href (SVG 2, 16.1.6). In HTML neither has one. */
static void judge_link(xp_facts *facts, const xp_options *opt, xp_attr attr, const char *value, size_t len)
{
    if (attr == XP_AT_XLINK && facts->linked)
        return;
    facts->linked = true;
    facts->set = xp_rules_url(opt->rules, value, len, opt->vendors);
    if (facts->set.vendor >= 0)
        note_hit(facts, value, len);
}

bool xp_judge_is_data_url(const char *value, size_t len)
{
    xp_trim(&value, &len);
    return len >= 5 && xp_is_word(value, 5, "data:");
}

static void judge_url(xp_facts *facts, const xp_options *opt, xp_element el, xp_attr attr, const char *value,
                      size_t len)
{
    if (attr == XP_AT_SRC || (attr == XP_AT_HREF && el == XP_EL_LINK)) {
        facts->has_src = true;
        facts->url = xp_rules_url(opt->rules, value, len, opt->vendors);
        if (facts->url.vendor < 0)
            keep_src(facts, value, len);
        else
            note_hit(facts, value, len);
    } else if (attr == XP_AT_SRCSET) {
        facts->set = srcset_hit(opt, el, value, len);
        if (facts->set.vendor >= 0)
            note_hit(facts, value, len);
    } else if (facts->late.vendor < 0 && (attr == XP_AT_LATE_SRC || (attr == XP_AT_LATE_HREF && el == XP_EL_LINK))) {
        facts->late = xp_rules_url(opt->rules, value, len, opt->vendors);
        if (facts->late.vendor >= 0)
            note_hit(facts, value, len);
        facts->late_data |= xp_judge_is_data_url(value, len);
    } else if (attr == XP_AT_LATE_HREF) {
        facts->consent = true; /* as any data-* */
    } else if ((attr == XP_AT_HREF || attr == XP_AT_XLINK) && (el == XP_EL_SCRIPT || el == XP_EL_IMAGE)) {
        judge_link(facts, opt, attr, value, len);
    }
}

static void judge_type(xp_facts *facts, xp_element el, xp_attr attr, const char *value, size_t len)
{
    if (attr == XP_AT_TYPE)
        facts->hidden = xp_is_word(value, len, "hidden");
    if (el != XP_EL_SCRIPT)
        return;
    if (attr == XP_AT_TYPE) {
        facts->has_type = true;
        facts->type = (uint8_t)type_of(value, len);
        facts->module = facts->type == XP_TYPE_SCRIPT && is_module(value, len);
        if (facts->type == XP_TYPE_LATE)
            facts->asks |= is_consent_type(value, len);
    } else if (!facts->has_type) {
        facts->type = (uint8_t)language_of(value, len);
    }
}

bool xp_judge_is_inline_url(const xp_facts *facts)
{
    return facts->has_src && facts->url.vendor < 0 && facts->src_len == XP_SRC_KEPT &&
           xp_is_word(facts->src_begin, 5, "data:");
}

bool xp_judge_is_policy(const char *value, size_t len)
{
    return xp_is_word(value, len, "content-security-policy");
}

/* A policy counts wherever the meta stands, so that we are sure to see each that counts. Of one whose content comes before its
 * http-equiv nothing is kept. */
static void judge_policy(xp_facts *facts, xp_edits *edits, xp_attr attr, const char *value, size_t len, bool cut)
{
    if (attr == XP_AT_CONTENT && facts->policy)
        xp_policies_add_meta(&edits->policies, value, len, cut);
    else if (attr == XP_AT_HTTP_EQUIV && facts->policy && facts->has_content)
        xp_policies_add_meta(&edits->policies, "", 0, true);
}

static void judge_meta(xp_facts *facts, xp_attr attr, const char *value, size_t len)
{
    if (attr == XP_AT_CHARSET) {
        facts->charset = (uint8_t)xp_declared_of_meta(value, len);
    } else if (attr == XP_AT_CONTENT) {
        facts->content = (uint8_t)xp_declared_of_content(value, len);
        facts->has_content = true;
    } else {
        facts->content_type = xp_is_word(value, len, "content-type");
        facts->policy = xp_judge_is_policy(value, len);
    }
}

void xp_judge_attr(xp_facts *facts, xp_edits *edits, xp_element el, xp_attr attr, const char *value, size_t len,
                   bool cut)
{
    switch (attr) {
    case XP_AT_SRC:
    case XP_AT_HREF:
    case XP_AT_XLINK:
    case XP_AT_LATE_SRC:
    case XP_AT_LATE_HREF:
    case XP_AT_SRCSET: judge_url(facts, edits->options, el, attr, value, len); break;
    case XP_AT_TYPE:
    case XP_AT_LANGUAGE: judge_type(facts, el, attr, value, len); break;
    case XP_AT_REL:
        facts->hint = is_hint(value, len);
        facts->module |= el == XP_EL_LINK && holds_in_any_case(value, len, "modulepreload");
        break;
    case XP_AT_NONCE:
        if (el == XP_EL_STYLE) /* for another directive of a policy */
            break;
        facts->nonce = true;
        xp_edits_nonce(edits, value, len);
        break;
    case XP_AT_CHARSET:
    case XP_AT_CONTENT:
    case XP_AT_HTTP_EQUIV:
        judge_meta(facts, attr, value, len);
        if (el == XP_EL_META)
            judge_policy(facts, edits, attr, value, len, cut);
        break;
    case XP_AT_ENCODING:
        facts->html = xp_is_word(value, len, "text/html") || xp_is_word(value, len, "application/xhtml+xml");
        break;
    case XP_AT_FONT: facts->font = true; break;
    case XP_AT_CLASS:
        if (el == XP_EL_SCRIPT && is_consent_class(value, len))
            facts->asks = facts->consent = true;
        facts->shown = el == XP_EL_SCRIPT && is_code_class(value, len);
        break;
    case XP_AT_OURS:
        facts->ours = true;
        facts->keep = xp_is_word(value, len, "keep");
        facts->hold = xp_is_word(value, len, "hold");
        break;
    case XP_AT_SRCDOC: facts->srcdoc = true; break;
    case XP_AT_GATE: facts->marked = true; break;
    case XP_AT_SHADOW: facts->shadow = xp_is_word(value, len, "open") || xp_is_word(value, len, "closed"); break;
    case XP_AT_HANDLER: facts->handler = true; break;
    case XP_AT_INTEGRITY: facts->integrity = true; break;
    case XP_AT_DATA: facts->consent = true; break;
    default: break;
    }
}

/* ---- the whole tag -------------------------------------------------------------------------------------------------------------- */

bool xp_judge_is_data(const xp_facts *facts)
{
    return facts->type == XP_TYPE_DATA || facts->type == XP_TYPE_TEMPLATE;
}

bool xp_judge_is_script(const xp_facts *facts)
{
    if (facts->ours || xp_judge_is_data(facts))
        return false;
    return facts->type != XP_TYPE_PLAIN || (facts->consent && !facts->shown) || facts->late.vendor >= 0;
}

/* Beside a src that loads, nobody puts a data-src in its place. */
static bool is_late_load(const xp_facts *facts)
{
    return !facts->has_src || is_idle(facts) || facts->type == XP_TYPE_LATE || facts->type == XP_TYPE_ODD ||
           facts->type == XP_TYPE_PLAIN;
}

/* Whether a row that is for `uses` is for such an element. */
static bool is_for(uint16_t uses, xp_element el, bool unseen)
{
    switch (el) {
    case XP_EL_SCRIPT: return uses & XP_USE_SCRIPT;
    case XP_EL_LINK: return uses & XP_USE_HINT;
    case XP_EL_IFRAME: return uses & (unseen ? XP_USE_FRAME | XP_USE_PIXEL : XP_USE_FRAME);
    case XP_EL_AMP_PIXEL: return uses & (XP_USE_PICTURE | XP_USE_PIXEL);
    default: return uses & (unseen ? XP_USE_PICTURE | XP_USE_PIXEL : XP_USE_PICTURE);
    }
}

/* Whether such an element loads anything. */
static bool loads(const xp_facts *facts, xp_element el)
{
    switch (el) {
    case XP_EL_SCRIPT: return xp_judge_is_script(facts);
    case XP_EL_LINK: return facts->hint;
    case XP_EL_IMG:
    case XP_EL_IMAGE: /* the same, but for foreign content (13.2.6.4.7) */
    case XP_EL_SOURCE:
    case XP_EL_IFRAME:
    case XP_EL_AMP_PIXEL: return true;
    default: return false;
    }
}

/* Whether the hit is for this element: a module is a part of what the page is made of, whatever it is called. */
static bool fits(const xp_facts *facts, xp_hit hit, xp_element el, bool unseen)
{
    return hit.vendor >= 0 && !(hit.uses & XP_USE_CLASSIC && facts->module) && is_for(hit.uses, el, unseen);
}

xp_hit xp_judge_load(const xp_facts *facts, xp_element el, bool unseen)
{
    bool is_template = el == XP_EL_SCRIPT && facts->type == XP_TYPE_TEMPLATE;

    if (!facts->hit || (is_template ? facts->has_src : !loads(facts, el)))
        return XP_NOBODY;
    unseen |= facts->query && el != XP_EL_IFRAME;
    if (!is_template && fits(facts, facts->url, el, unseen))
        return facts->url;
    if (!is_template && !facts->linked && fits(facts, facts->set, el, unseen))
        return facts->set;
    return (is_template || is_late_load(facts)) && fits(facts, facts->late, el, unseen) ? facts->late : XP_NOBODY;
}

xp_hit xp_judge_linked(const xp_facts *facts, xp_element el)
{
    bool runs = el != XP_EL_SCRIPT || (facts->type == XP_TYPE_SCRIPT && !facts->ours);

    return facts->linked && runs && fits(facts, facts->set, el, facts->query) ? facts->set : XP_NOBODY;
}
