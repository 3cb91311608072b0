/* What a start tag's attributes say: whose URL it loads, whether it is a script that runs, which charset it declares.
 * Facts are gathered attribute by attribute, in any order, and judged when the tag ends. */
#ifndef XP_JUDGE_H
#define XP_JUDGE_H

#include "xp_edits.h"
#include "../html/xp_names.h"

typedef enum {
    XP_TYPE_SCRIPT,   /* a classic or module script */
    XP_TYPE_DATA,     /* JSON, a template …: never touched */
    XP_TYPE_TEMPLATE, /* the same, but one with a URL to load late is a consent manager's way to delay a script */
    XP_TYPE_LATE,     /* runs once an optimizer or a consent manager says so: judged as what it becomes */
    XP_TYPE_ODD, /* nobody's that is known, nor any data's: likewise, but one that is not a vendor's alone is left as it is */
    XP_TYPE_PLAIN /* text/plain: LATE if an attribute tells of consent, else data */
} xp_type;

enum { XP_SRC_KEPT = 16 }; /* "/placeholder.gif" */

typedef struct {
    xp_hit url;  /* of src or href */
    xp_hit set;  /* of srcset */
    xp_hit late; /* of data-src and its like */
    bool has_src;
    bool handler;   /* onload or onerror: what the site does once it is there, or is not */
    bool integrity; /* what it loads is held against a hash */
    bool module;    /* type="module" */
    bool marked;    /* data-xpurpose-gate */
    bool has_type;  /* a type attribute decides, and language then does not */
    bool ours;      /* data-xpurpose */
    bool nonce;     /* has a nonce, which is in the edits now */
    bool consent;
    bool hint;         /* rel says preconnect, preload … */
    bool font;         /* color, face or size */
    bool html;         /* encoding="text/html" or "application/xhtml+xml" */
    bool hidden;       /* type="hidden" */
    bool content_type; /* http-equiv="Content-Type" */
    bool policy;       /* http-equiv="Content-Security-Policy", … */
    bool has_content;  /* … and its content has been seen already */
    xp_type type;
    xp_charset charset;          /* of the charset attribute */
    xp_charset content;          /* of the content attribute, if http-equiv says that it is a content type */
    uint8_t src_len;             /* of a src that is nobody's, white space round it not counted, … */
    char src_begin[XP_SRC_KEPT]; /* … and what it begins with, … */
    char src_end[XP_SRC_KEPT];   /* … and ends with; not cleared, as they are read up to src_len */
} xp_facts;

void xp_judge_begin(xp_facts *facts);

/* `cut`: the value is longer. */
void xp_judge_attr(xp_facts *facts, xp_edits *edits, xp_element el, xp_attr attr, const char *value, size_t len,
                   bool cut);

/* Whether a meta with that http-equiv holds a policy (HTML 4.2.5.3). */
bool xp_judge_is_policy(const char *value, size_t len);

/* Whether the script is data, by its type. */
bool xp_judge_is_data(const xp_facts *facts);

/* Whether the script runs or will run; then `facts->has_src` says whether its text does not. */
bool xp_judge_is_script(const xp_facts *facts);

/* The vendor that the element loads from; vendor -1 if none. */
xp_hit xp_judge_load(const xp_facts *facts, xp_element el);

#endif
