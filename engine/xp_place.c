/* See xp_place.h. Tokens come from xp_tok, what they mean to a parser from xp_tree; here it is kept how far the document has got, and where
 * the snippets go (WHATWG HTML 13.2.6.4.1 to 13.2.6.4.7, 13.2.6.4.19).
 *
 * A place may have to wait after it has been met: for a declaration of the charset, which nothing may push out of where browsers look for it,
 * and, behind </head>, for what tells that no frameset comes. All limits count bytes of the page, never bytes of a chunk, so that the
 * cuts change nothing.
 */
#include "xp_place.h"

#include <string.h>

#include "bytes/xp_ascii.h"
#include "html/xp_attrs.h"
#include "html/xp_declared.h"
#include "html/xp_prologue.h"
#include "html/xp_scope.h"
#include "html/xp_tok.h"
#include "html/xp_tree.h"

/* How far the document has got. */
typedef enum {
    FAR_UNKNOWN, /* it may yet be none */
    FAR_BEFORE,  /* before the head */
    FAR_HEAD,    /* in it */
    FAR_AFTER,   /* behind </head>, where what a head holds goes into it all the same */
    FAR_BODY     /* in a body, or behind something that perhaps is white space */
} how_far;

/* What is known of a snippet's place. */
typedef enum {
    PLACE_DONE,  /* it has been found, or is not to be */
    PLACE_OPEN,  /* it is yet to come */
    PLACE_WAITS, /* it is at[…], but whether the snippet goes there is not known */
} place_state;

enum { BEHIND = 10 };

/* A script element in the piece that is being fed. */
typedef struct {
    uint32_t from, len;
} passed_script;

/* What the attributes say of the start tag that is being read. */
typedef struct {
    uint64_t from;   /* where that begins */
    uint8_t charset; /* of the attribute of that name, … */
    uint8_t content; /* … and of content, if this is a content type */
    bool content_type;
    bool font, html, hidden, shadow; /* see xp_tree_tag */
    bool marked;                     /* the page says that it has the snippet */
} facts;

struct xp_place {
    const xp_place_options *options;
    uint64_t offset;        /* bytes fed so far */
    const char *piece;      /* what is being fed … */
    uint64_t piece_at;      /* … and where it begins */
    uint64_t at[XP_PLACES]; /* of those that wait */
    uint64_t script;        /* where the script element begins that is being read, if it is looked at */
    uint8_t state[XP_PLACES];
    uint8_t waits; /* a bit for each that does */
    uint8_t far;
    uint8_t reason;  /* xp_place_reason */
    uint8_t charset; /* xp_charset */
    uint8_t passed;  /* scripts that are yet to be looked at, before anything is decided: there … */
    passed_script script_at[BEHIND];
    uint8_t mark;        /* bytes of UTF-8's byte order mark that it began with */
    bool met[XP_PLACES]; /* the page has shown that snippet */
    bool in_script : 1;
    bool watched : 1; /* the script's text must not hold a '<' */
    bool begun : 1;   /* whether it begins as data does is known */
    bool worded : 1;  /* it begins with a text */
    bool rooted : 1;  /* <html> has been read */
    bool framed : 1;  /* the DOCTYPE is that of framesets */
    bool ended : 1;   /* nothing more comes */
    bool late : 1;    /* nobody will look for the charset's declaration any more */
    facts facts;
    xp_beginning beginning;
    xp_scope scope;
    xp_snippet_seen seen[XP_PLACES];
    xp_tree tree;
    xp_tok tok;
    xp_prologue prologue;
    char value[XP_VALUE_MAX];
};

size_t xp_place_size(void)
{
    return sizeof(xp_place);
}

/* ---- Places -------------------------------------------------------------------------------------------------------------------- */

/* The charset may yet be declared where browsers look for that. */
static bool is_early(const xp_place *s)
{
    return s->charset == XP_CHARSET_UNKNOWN && !s->late;
}

bool xp_place_done(const xp_place *s)
{
    for (int i = 0; i < XP_PLACES; i++)
        if (s->state[i] != PLACE_DONE)
            return false;
    return true;
}

static void stop_if_done(xp_place *s)
{
    if (xp_place_done(s))
        s->tok.stopped = true;
}

static void leave(xp_place *s, int where, xp_place_reason reason)
{
    s->state[where] = PLACE_DONE;
    s->waits &= (uint8_t) ~(1u << where);
    if (!s->reason)
        s->reason = (uint8_t)reason;
}

/* In a charset of two bytes the snippet's own bytes beyond ASCII would mean something else. */
static void find(xp_place *s, int where)
{
    if (s->charset == XP_CHARSET_DOUBLEBYTE && !s->options->snippets[where]->ascii) {
        leave(s, where, XP_PLACE_CHARSET);
        return;
    }
    s->state[where] = PLACE_DONE;
    s->waits &= (uint8_t) ~(1u << where);
    s->options->found(s->options->ctx, (xp_where)where, s->at[where]);
}

/* A frameset may yet come and take the place of the body, or be the first thing behind the head. */
static bool may_be_framed(const xp_place *s, int where)
{
    if (where == XP_HEAD_END)
        return s->far == FAR_AFTER;
    return where == XP_BODY_END && !s->tree.no_frameset && !s->ended;
}

/* Finds what waits, as far as it need not any more, in order. */
static void settle(xp_place *s)
{
    for (int i = 0; i < XP_PLACES; i++) {
        if (s->state[i] != PLACE_WAITS)
            continue;
        if (is_early(s) || may_be_framed(s, i))
            break;
        find(s, i);
    }
    stop_if_done(s);
}

/* Whether the place is one, if only what follows is not understood: the head stays what it is if a frameset comes, a body would not. */
static bool is_sure(const xp_place *s, int where)
{
    return s->state[where] == PLACE_WAITS && !is_early(s) && !(where == XP_BODY_END && may_be_framed(s, where));
}

/* ---- Pages that have it --------------------------------------------------------------------------------------------------------- */

/* The page has shown that snippet. The one for the head's start may have to go behind it yet. */
static void meet(xp_place *s, int where)
{
    s->met[where] = true;
    if (s->state[where] == PLACE_OPEN)
        leave(s, where, XP_PLACE_PRESENT);
    stop_if_done(s);
}

static void meet_all(xp_place *s)
{
    for (int i = 0; i < XP_PLACES; i++)
        meet(s, i);
}

/* Whether scripts are looked at for what that snippet is known by. */
static bool asks_for_scripts(const xp_place *s, int where)
{
    return s->state[where] != PLACE_DONE && s->options->snippets[where]->tells;
}

/* Is this script element, or is it the last of, what a snippet is known by? */
static void meet_script(xp_place *s, const char *element, size_t len)
{
    for (int i = 0; i < XP_PLACES; i++)
        if (asks_for_scripts(s, i) &&
            xp_snippet_meet(s->options->snippets[i], &s->seen[i], s->options->rules, element, len))
            meet(s, i);
}

/* Whether the scripts that were passed may say something of a place about which it is decided now; `all`: about all of them. Of another place
 * each of them may, together with what follows. */
static bool may_say(const xp_place *s, int where, bool all)
{
    const passed_script *first = s->script_at, *last = first + s->passed - 1;
    const size_t len = last->from + last->len - first->from;

    for (int i = 0; i < XP_PLACES; i++)
        if (asks_for_scripts(s, i) && ((i != where && !all) || xp_snippet_may_meet(s->options->snippets[i], &s->seen[i],
                                                                                   s->piece + first->from, len)))
            return true;
    return false;
}

static void look_at_passed(xp_place *s)
{
    int n = s->passed;

    s->passed = 0;
    for (int i = 0; i < n; i++)
        meet_script(s, s->piece + s->script_at[i].from, s->script_at[i].len);
}

/* Before it is decided about a place, or all: looks at the scripts that have been passed, if they may say something. */
static void catch_up(xp_place *s, int where, bool all)
{
    if (s->passed && may_say(s, where, all))
        look_at_passed(s);
    s->passed = 0;
}

/* One in a head, where nothing else is to be told of it. To look at several at once is cheaper, and mostly all that has to be done. */
static void sink_script(void *ctx, const char *from, size_t len)
{
    xp_place *s = ctx;

    if (len > s->options->hold_limit)
        return;
    if (s->passed == BEHIND)
        look_at_passed(s);
    if ((uint64_t)(from - s->piece) + len > UINT32_MAX) {
        look_at_passed(s);
        meet_script(s, from, len);
        return;
    }
    s->script_at[s->passed++] = (passed_script){ (uint32_t)(from - s->piece), (uint32_t)len };
}

/* ---- Decisions ------------------------------------------------------------------------------------------------------------------ */

/* Nothing more is looked at. */
static void give_up(xp_place *s, xp_place_reason reason)
{
    catch_up(s, 0, true);
    for (int i = 0; i < XP_PLACES; i++) {
        if (s->state[i] != PLACE_DONE && !(reason == XP_PLACE_AMBIGUOUS && is_sure(s, i)))
            leave(s, i, reason);
        else if (s->state[i] == PLACE_WAITS)
            find(s, i);
    }
    s->tok.stopped = true;
}

/* The snippet may go to `at`. */
static void propose(xp_place *s, xp_where where, uint64_t at)
{
    catch_up(s, (int)where, false);
    if (s->state[where] != PLACE_OPEN)
        return;
    if (where == XP_HEAD_START && s->framed)
        leave(s, (int)where, XP_PLACE_FRAMESET);
    else if (s->met[where])
        leave(s, (int)where, XP_PLACE_PRESENT);
    s->at[where] = at;
    if (s->state[where] == PLACE_OPEN) {
        s->state[where] = PLACE_WAITS;
        s->waits |= (uint8_t)(1u << where);
    }
    settle(s);
}

/* Something is kept for longer than a tag. */
static bool keeps(const xp_place *s)
{
    return s->far == FAR_UNKNOWN || s->in_script || s->waits;
}

static void release(xp_place *s, uint64_t offset)
{
    uint64_t limit = s->options->hold_limit;

    if (s->far == FAR_UNKNOWN && offset > limit)
        give_up(s, XP_PLACE_FRAGMENT);
    for (int i = 0; i < XP_PLACES; i++) {
        if (s->state[i] != PLACE_WAITS || offset < s->at[i] || offset - s->at[i] <= limit)
            continue;
        if (is_early(s))
            leave(s, i, XP_PLACE_CHARSET);
        else
            find(s, i);
    }
    if (s->in_script && offset - s->script > limit)
        s->in_script = false;
    stop_if_done(s);
}

/* At `offset`, what the caller need not keep any longer is decided. */
static inline void let_go(xp_place *s, uint64_t offset)
{
    if (keeps(s))
        release(s, offset);
}

/* ---- The charset ----------------------------------------------------------------------------------------------------------------- */

/* What waits is left out as far as it would move a declaration, which ends at `end`, beyond where browsers look. */
static void make_room(xp_place *s, uint64_t end)
{
    uint64_t grown = end;

    for (int i = 0; i < XP_PLACES; i++) {
        if (s->state[i] != PLACE_WAITS || s->at[i] >= end)
            continue;
        if (s->options->lengths[i] > XP_EARLY || grown + s->options->lengths[i] > XP_EARLY)
            leave(s, i, XP_PLACE_CHARSET);
        else
            grown += s->options->lengths[i];
    }
}

/* The first snippet goes behind the declaration, if that is in the head. */
static void move_start(xp_place *s, uint64_t end)
{
    if (s->state[XP_HEAD_START] != PLACE_WAITS)
        return;
    s->at[XP_HEAD_START] = end;
    if (s->met[XP_HEAD_START])
        leave(s, XP_HEAD_START, XP_PLACE_PRESENT);
}

/* A meta that ends at `end`; `in_head`: what stands behind it would stand in the head. */
static void read_meta(xp_place *s, uint64_t end, bool in_head)
{
    uint8_t charset = s->facts.charset;

    if (!charset && s->facts.content_type)
        charset = s->facts.content;
    if (s->charset != XP_CHARSET_UNKNOWN || charset == XP_CHARSET_UNKNOWN)
        return;
    if (is_early(s) && in_head)
        move_start(s, end);
    if (is_early(s))
        make_room(s, end);
    s->charset = charset;
    if (charset == XP_CHARSET_UNSAFE)
        give_up(s, XP_PLACE_CHARSET);
    settle(s);
}

/* ---- Tags ---------------------------------------------------------------------------------------------------------------------- */

/* Neither a template nor foreign content holds what comes. */
static bool is_outside(const xp_place *s)
{
    return !s->tree.templates && !s->tree.open.used;
}

/* What the tokenizer must report, after anything that may have changed it: in the head all there is, in an ordinary body only what decides
 * where that ends. */
static void set_modes(xp_place *s)
{
    bool body = s->far == FAR_BODY && !is_early(s), plain = body && xp_tree_plain(&s->tree);

    s->tok.all_tags = !plain && !(body && xp_tree_calm(&s->tree));
    s->tok.wanted = plain ? XP_F_BODY : XP_F_BODY | XP_F_HOT | XP_F_FIXES;
    s->tok.see_text = !plain;
    s->tok.see_raw = s->watched;
    s->tok.dull = s->charset != XP_CHARSET_UNKNOWN && s->far == FAR_HEAD && is_outside(s);
}

/* After a token that may have told what something waits for. */
static void go_on(xp_place *s)
{
    if (s->state[XP_BODY_END] == PLACE_WAITS) /* hardly ever */
        settle(s);
    set_modes(s);
}

/* Nobody will look for a declaration of the charset any more. */
static void become_late(xp_place *s)
{
    s->late = true;
    settle(s);
    set_modes(s);
}

/* What is known is of the tag that is being read. */
static inline void begin_facts(xp_place *s)
{
    static const facts NONE;

    if (s->facts.from == s->tok.from)
        return;
    s->facts = NONE;
    s->facts.from = s->tok.from;
}

static xp_tree_tag tag_of(const xp_place *s, bool self_closing)
{
    xp_tree_tag tag = { s->tok.el,     s->tok.name,   s->tok.name_len, self_closing,
                        s->facts.font, s->facts.html, s->facts.hidden, s->facts.shadow };

    return tag;
}

/* What stands from `from` to `to`, in one piece; NULL if it cannot be had. */
static const char *whole(const xp_place *s, uint64_t from, uint64_t to)
{
    if (from >= s->piece_at)
        return s->piece + (from - s->piece_at);
    return s->options->kept(s->options->ctx, from, to);
}

/* What comes first is something else than a document's beginning. */
static bool is_worded(const xp_place *s)
{
    return s->worded || s->mark == 1 || s->mark == 2;
}

/* Nothing of the tag that ends at `end` is settled. One that is longer than may be kept has no place before it. */
static bool is_kept(const xp_place *s, uint64_t end)
{
    return end - s->tok.from <= s->options->hold_limit;
}

/* The head ends at `at`, and there may have been none. */
static void end_head(xp_place *s, uint64_t at)
{
    uint8_t far = s->far;

    s->far = FAR_BODY;
    if (far == FAR_BEFORE)
        propose(s, XP_HEAD_START, at);
    if (far <= FAR_HEAD)
        propose(s, XP_HEAD_END, at);
    settle(s);
}

/* ---- Tags of html and body, as a whole ------------------------------------------------------------------------------------------- */

static bool is_mark(const char *value, size_t len)
{
    xp_trim(&value, &len);
    return xp_is_word(value, len, "inserted");
}

/* "amp", "⚡", and what is behind it: nothing, "4ads", "4email". The sign may have one behind it that asks for colours. */
static bool is_amp(const char *name, size_t len)
{
    static const char SIGN[] = "\xE2\x9A\xA1", COLOURS[] = "\xEF\xB8\x8F";
    size_t n = 0;

    if (len < 3 || (memcmp(name, SIGN, 3) != 0 && !xp_is_word(name, 3, "amp")))
        return false;
    n = 3;
    if (name[0] == *SIGN && len >= 6 && !memcmp(name + 3, COLOURS, 3))
        n = 6;
    return len == n || xp_is_word(name + n, len - n, "4ads") || xp_is_word(name + n, len - n, "4email");
}

/* The start tag of html or body that ends at `end`: the tokenizer does not hand out their attributes. */
static void read_tag(xp_place *s, uint64_t end)
{
    const char *tag = whole(s, s->tok.from, end), *limit, *at;
    xp_attr_at attr;

    if (!tag)
        return;
    limit = tag + (end - s->tok.from);
    for (at = xp_attrs_begin(tag, limit); xp_attrs_next(&at, limit, &attr);) {
        if (s->tok.el == XP_EL_HTML && is_amp(attr.name, attr.nname))
            give_up(s, XP_PLACE_AMP);
        s->facts.marked |= xp_is_word(attr.name, attr.nname, "data-xpurpose") && is_mark(attr.value, attr.nvalue);
    }
}

/* ---- Start tags -------------------------------------------------------------------------------------------------------------------- */

/* The first start tag. False: it begins no document. */
static bool begin_by(xp_place *s, xp_element el)
{
    if (is_worded(s) || (el != XP_EL_HTML && el != XP_EL_HEAD && el != XP_EL_BODY))
        give_up(s, XP_PLACE_FRAGMENT);
    s->far = FAR_BEFORE;
    return !s->tok.stopped;
}

/* A start tag outside of everything, up to a body's first. */
static void pass_start(xp_place *s, xp_element el, uint64_t end)
{
    bool in_head = (xp_element_flags(el) & XP_F_HEAD) && !(el == XP_EL_NOSCRIPT && s->far == FAR_AFTER);

    if (in_head && s->far == FAR_HEAD && el != XP_EL_HTML) {
        /* no place is before it */
    } else if (!is_kept(s, end)) {
        give_up(s, XP_PLACE_AMBIGUOUS);
    } else if (el == XP_EL_HTML) {
        if (!s->rooted && s->far == FAR_BEFORE)
            read_tag(s, end);
        s->rooted = true;
    } else if (el == XP_EL_HEAD) {
        if (s->far == FAR_BEFORE) {
            s->far = FAR_HEAD;
            propose(s, XP_HEAD_START, end);
        }
    } else if (!in_head) {
        end_head(s, s->tok.from);
        if (el == XP_EL_BODY)
            read_tag(s, end);
    } else if (s->far == FAR_BEFORE) {
        s->far = FAR_HEAD;
        propose(s, XP_HEAD_START, s->tok.from);
    }
}

static bool asks_for_any_scripts(const xp_place *s)
{
    return asks_for_scripts(s, XP_HEAD_START) || asks_for_scripts(s, XP_HEAD_END) || asks_for_scripts(s, XP_BODY_END);
}

/* A start tag outside of foreign content, once the tree knows of it. */
static void enter(xp_place *s, xp_element el, uint64_t end, bool in_head)
{
    if (is_outside(s))
        xp_scope_start(&s->scope, el, s->tree.in_select);
    if (el == XP_EL_META)
        read_meta(s, end, in_head);
    if (el == XP_EL_SCRIPT && !s->tree.templates && !s->watched && asks_for_any_scripts(s)) {
        s->in_script = true;
        s->script = s->tok.from;
    }
}

static xp_model sink_start_tag(void *ctx, xp_element el, bool self_closing, uint64_t end)
{
    xp_place *s = ctx;
    xp_tree_tag tag;
    xp_model model = XP_MODEL_DATA;
    bool outside = is_outside(s);
    xp_tree_kind kind;

    begin_facts(s);
    tag = tag_of(s, self_closing);
    let_go(s, end);
    if (s->tok.stopped || (s->far == FAR_UNKNOWN && !begin_by(s, el)))
        return model;
    kind = xp_tree_start(&s->tree, &tag, &model);
    if (kind == XP_TREE_AMBIGUOUS) {
        give_up(s, el == XP_EL_FRAMESET && !s->tree.templates ? XP_PLACE_FRAMESET : XP_PLACE_AMBIGUOUS);
        return model;
    }
    s->watched = kind == XP_TREE_DOUBTFUL;
    if (outside && s->far < FAR_BODY)
        pass_start(s, el, end);
    if (kind != XP_TREE_FOREIGN)
        enter(s, el, end, outside && s->far == FAR_HEAD);
    if (s->facts.marked)
        meet_all(s);
    go_on(s);
    return model;
}

static void sink_attr(void *ctx, xp_attr attr, const char *value, size_t len, bool cut)
{
    xp_place *s = ctx;
    facts *f = &s->facts;
    bool undeclared = s->charset == XP_CHARSET_UNKNOWN;

    (void)cut;
    begin_facts(s);
    switch (attr) {
    case XP_AT_CHARSET: f->charset = undeclared ? (uint8_t)xp_declared_of_meta(value, len) : 0; break;
    case XP_AT_CONTENT: f->content = undeclared ? (uint8_t)xp_declared_of_content(value, len) : 0; break;
    case XP_AT_HTTP_EQUIV: f->content_type = xp_is_word(value, len, "content-type"); break;
    case XP_AT_ENCODING:
        f->html = xp_is_word(value, len, "text/html") || xp_is_word(value, len, "application/xhtml+xml");
        break;
    case XP_AT_FONT: f->font = true; break;
    case XP_AT_TYPE: f->hidden = s->tok.el == XP_EL_INPUT && xp_is_word(value, len, "hidden"); break;
    case XP_AT_SHADOW: f->shadow = xp_is_word(value, len, "open") || xp_is_word(value, len, "closed"); break;
    case XP_AT_OURS: f->marked = is_mark(value, len); break;
    default: break;
    }
}

/* ---- End tags ------------------------------------------------------------------------------------------------------------------ */

/* An end tag outside of everything. Of all those that a parser does not drop before a body, these are left. */
static void pass_end(xp_place *s, xp_element el, uint64_t end)
{
    uint64_t at = s->tok.from;

    if (el != XP_EL_HEAD && el != XP_EL_BODY && el != XP_EL_HTML && el != XP_EL_BR)
        return;
    if (!is_kept(s, end))
        give_up(s, XP_PLACE_AMBIGUOUS);
    if (el == XP_EL_HEAD && s->far < FAR_AFTER) {
        uint8_t far = s->far;

        s->far = FAR_AFTER;
        if (far == FAR_BEFORE)
            propose(s, XP_HEAD_START, at);
        propose(s, XP_HEAD_END, at);
    }
    if (el == XP_EL_HEAD)
        return;
    if (s->far < FAR_BODY)
        end_head(s, at);
    if (el != XP_EL_BR && !s->tree.in_select && xp_scope_is_free(&s->scope))
        propose(s, XP_BODY_END, at);
}

/* The one that is being read ends at `end`. */
static void end_script(xp_place *s, uint64_t end)
{
    const char *element = whole(s, s->script, end);

    s->in_script = false;
    if (element)
        meet_script(s, element, (size_t)(end - s->script));
}

static void sink_end_tag(void *ctx, xp_element el, uint64_t end)
{
    xp_place *s = ctx;
    xp_tree_tag tag = tag_of(s, false);
    bool outside = is_outside(s);

    let_go(s, end);
    if (s->far == FAR_UNKNOWN)
        give_up(s, XP_PLACE_FRAGMENT);
    s->watched = false;
    if (outside && !s->tok.stopped)
        pass_end(s, el, end);
    if (outside && !s->tree.in_select)
        xp_scope_end(&s->scope, el);
    xp_tree_end(&s->tree, &tag);
    if (s->in_script && el == XP_EL_SCRIPT)
        end_script(s, end);
    go_on(s);
}

/* ---- Comments and text ------------------------------------------------------------------------------------------------------------ */

static void sink_comment(void *ctx, const char *text, size_t len, uint64_t end)
{
    xp_place *s = ctx;

    let_go(s, end);
    xp_trim(&text, &len);
    if (xp_is_word(text, len, "xpurpose:inserted"))
        meet_all(s);
}

/* The public identifiers of framesets all end so: "-//W3C//DTD HTML 4.01 Frameset//EN". */
static bool is_of_framesets(const char *text, size_t len)
{
    static const char WORD[] = "frameset//";
    const size_t n = sizeof WORD - 1;

    for (size_t i = 0; i + n <= len; i++)
        if (xp_is_word(text + i, n, WORD))
            return true;
    return false;
}

/* Only the first thing in a document is its DOCTYPE. */
static void sink_doctype(void *ctx, const char *text, size_t len, uint64_t end)
{
    xp_place *s = ctx;

    let_go(s, end);
    if (s->far != FAR_UNKNOWN || s->tok.stopped)
        return;
    if (is_worded(s))
        give_up(s, XP_PLACE_FRAGMENT);
    s->far = FAR_BEFORE;
    s->framed = is_of_framesets(text, len);
}

/* Whether that is a document's at all is for xp_prologue to say, and it may be of a byte order mark. */
static void give_up_if_worded(xp_place *s)
{
    if (s->worded && s->begun && xp_beginning_known(&s->beginning))
        give_up(s, XP_PLACE_FRAGMENT);
}

/* Text before anything else. */
static void begin_text(xp_place *s, const char *text, size_t len)
{
    static const char MARK[] = "\xEF\xBB\xBF";

    for (size_t i = 0; i < len; i++) {
        if (s->mark < 3 && s->tok.from + i == s->mark && text[i] == MARK[s->mark])
            s->mark++;
        else if (!xp_is_space(text[i]))
            s->worded = true;
    }
    give_up_if_worded(s);
}

/* Before a head white space is dropped, which a reference may be, and Chromium drops NUL before it has a tree: then what follows begins the head. */
static bool may_be_dropped(char c)
{
    return c == '&' || !c;
}

/* In the data state. The first that is no white space ends a head; NUL does (13.2.6.4.4), and so may a reference. */
static void data_text(xp_place *s, const char *text, size_t len)
{
    size_t i = 0;

    if (s->far == FAR_UNKNOWN) {
        begin_text(s, text, len);
        return;
    }
    while (i < len && xp_is_space(text[i]))
        i++;
    if (s->far < FAR_BODY && i < len && !s->tree.templates) {
        let_go(s, s->tok.from + i);
        if (s->far == FAR_BEFORE && may_be_dropped(text[i]))
            give_up(s, XP_PLACE_AMBIGUOUS);
        end_head(s, s->tok.from + i);
    }
    xp_tree_text(&s->tree, text, len);
    go_on(s);
}

/* What would be decided if a piece ended at `at` is decided, then nothing more is. */
static void give_up_at(xp_place *s, uint64_t at)
{
    let_go(s, at);
    give_up(s, XP_PLACE_AMBIGUOUS);
}

/* How many bytes from the '<' of raw text at p may be held back, since its end tag may begin there. */
static size_t held_from(const xp_place *s, const char *p, const char *end)
{
    const char *name = xp_element_text((xp_element)s->tok.raw_el), *from = p;

    if (++p < end && *p == '/')
        for (p++; p < end && *name && xp_lower(*p) == *name; p++)
            name++;
    return (size_t)(p - from);
}

/* In text that is watched a piece may end before it is known that a '<' belongs to it: what would be decided by then is decided. */
static void sink_text(void *ctx, const char *text, size_t len)
{
    xp_place *s = ctx;
    const char *markup = s->watched ? memchr(text, '<', len) : NULL;

    if (!s->watched)
        data_text(s, text, len);
    else if (text == s->tok.held && markup)
        give_up_at(s, s->tok.from + len);
    else if (markup)
        give_up_at(s, s->tok.base + (uint64_t)(markup - s->tok.chunk) + held_from(s, markup, text + len));
}

/* What ends a CDATA section may be the halves of two characters, in some charsets. Asked at "<![". */
static bool sink_foreign(void *ctx)
{
    xp_place *s = ctx;
    bool foreign = xp_tree_foreign(&s->tree);

    if (xp_tree_doubtful(&s->tree) || (foreign && s->charset == XP_CHARSET_DOUBLEBYTE))
        give_up_at(s, s->tok.from + 2);
    return foreign;
}

/* ---- The façade ------------------------------------------------------------------------------------------------------------------- */

void xp_place_init(xp_place *s, const xp_place_options *options)
{
    static const xp_sink SINK = { sink_attr, sink_start_tag, sink_end_tag, sink_comment, sink_text, sink_foreign };

    memset(s, 0, sizeof *s);
    s->options = options;
    s->charset = (uint8_t)options->charset;
    for (int i = 0; i < XP_PLACES; i++)
        s->state[i] = options->snippets[i] ? PLACE_OPEN : PLACE_DONE;
    xp_prologue_init(&s->prologue);
    xp_tree_init(&s->tree);
    xp_tok_init(&s->tok, &SINK, s, s->value, 0);
    s->tok.on_doctype = sink_doctype;
    s->tok.on_script = sink_script;
    s->tok.body_only = true;
    set_modes(s);
    stop_if_done(s);
    if (options->charset == XP_CHARSET_UNSAFE)
        give_up(s, XP_PLACE_CHARSET);
    else if (options->hold_limit < sizeof s->beginning.bytes) /* not even a byte order mark can be waited for */
        give_up(s, XP_PLACE_FRAGMENT);
}

/* Data and scripts tell what they are soon, or it is not waited for. */
static void begin(xp_place *s, const char *bytes, size_t len)
{
    uint64_t room = s->options->hold_limit > s->offset ? s->options->hold_limit - s->offset : 0;
    xp_prologue_verdict verdict = xp_prologue_feed(&s->prologue, bytes, len < room ? len : (size_t)room);

    s->begun = verdict != XP_PROLOGUE_OPEN;
    if (verdict == XP_PROLOGUE_NO_DOCUMENT)
        give_up(s, XP_PLACE_NOT_HTML);
    else
        give_up_if_worded(s);
}

static void feed(xp_place *s, const char *bytes, size_t len)
{
    if (!s->begun)
        begin(s, bytes, len);
    xp_tok_feed(&s->tok, bytes, len);
    look_at_passed(s);
    s->offset += len;
    let_go(s, s->offset);
}

static void sniff_mark(xp_place *s, const char *bytes, size_t len)
{
    xp_charset charset = (xp_charset)s->charset;

    if (xp_declared_mark(&s->beginning, bytes, len, &charset) && charset == XP_CHARSET_UNSAFE)
        give_up(s, XP_PLACE_CHARSET);
    s->charset = (uint8_t)charset;
    give_up_if_worded(s);
}

void xp_place_feed(xp_place *s, const char *bytes, size_t len)
{
    s->piece = bytes;
    s->piece_at = s->offset;
    if (!xp_beginning_known(&s->beginning))
        sniff_mark(s, bytes, len);
    while (len && s->charset == XP_CHARSET_UNKNOWN && !s->tok.stopped) {
        bool escape;
        size_t n = xp_declared_slice(s->offset, bytes, len, &escape);

        feed(s, bytes, n);
        if (s->offset >= XP_EARLY)
            become_late(s);
        bytes += n;
        len -= n;
        if (escape && s->charset == XP_CHARSET_UNKNOWN)
            give_up(s, s->worded && s->begun ? XP_PLACE_FRAGMENT : XP_PLACE_CHARSET);
    }
    if (s->tok.stopped)
        s->offset += len;
    else
        feed(s, bytes, len);
}

/* Whether something may stand at the page's end and be what it is. */
static bool is_clean(const xp_place *s)
{
    return xp_tok_at_rest(&s->tok) && is_outside(s) && !s->tree.in_select;
}

void xp_place_end(xp_place *s)
{
    s->piece_at = UINT64_MAX;
    if (s->tok.stopped)
        return;
    s->ended = true;
    become_late(s);
    if (s->far == FAR_UNKNOWN)
        give_up(s, XP_PLACE_FRAGMENT);
    if (is_clean(s)) {
        end_head(s, s->offset);
        propose(s, XP_BODY_END, s->offset);
    }
    give_up(s, XP_PLACE_AMBIGUOUS);
}

/* Undecided are: the tag that is being read, the script that is looked at, and places that wait; each only as long as it may be kept. */
uint64_t xp_place_settled(const xp_place *s)
{
    uint64_t settled = xp_tok_begun(&s->tok);

    if (s->tok.stopped)
        return s->offset;
    if (s->far == FAR_UNKNOWN)
        return 0;
    if (s->offset - settled > s->options->hold_limit)
        settled = s->offset;
    if (s->in_script && s->script < settled)
        settled = s->script;
    for (int i = 0; i < XP_PLACES; i++)
        if (s->state[i] == PLACE_WAITS && s->at[i] < settled)
            settled = s->at[i];
    return settled;
}

unsigned xp_place_present(const xp_place *s, xp_where where)
{
    return s->seen[where].lines;
}

xp_place_reason xp_place_reason_of(const xp_place *s)
{
    return (xp_place_reason)s->reason;
}
