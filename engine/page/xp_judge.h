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
    bool hit;     /* there is one of these … */
    bool handler; /* onload or onerror: what the site does once it is there, or is not */
    bool consent;
    bool hint;                   /* rel says preconnect, preload … */
    bool font;                   /* color, face or size */
    bool html;                   /* encoding="text/html" or "application/xhtml+xml" */
    bool hidden;                 /* type="hidden" */
    bool ours;                   /* data-xpurpose … */
    bool keep : 1;               /* … that says keep: the site has put it in, and the element stays whatever it is */
    bool hold : 1;               /* … or hold: it lets a held page go on */
    bool query : 1;              /* a hit has a query */
    bool linked : 1;             /* `set` is of a href or xlink:href of what may be svg's */
    bool asked : 1;              /* an attribute is what an element row asks for: see xp_look.h */
    bool shadow : 1;             /* shadowrootmode="open" or "closed" */
    bool shown : 1;              /* its class says in which language the text is, as highlighters want it */
    bool nonce : 1;              /* has a nonce, which is in the edits now */
    bool integrity : 1;          /* what it loads is held against a hash */
    bool module : 1;             /* type="module", or rel="modulepreload" */
    bool marked : 1;             /* data-xpurpose-gate */
    bool content_type : 1;       /* http-equiv="Content-Type" */
    bool policy : 1;             /* http-equiv="Content-Security-Policy", … */
    bool srcdoc : 1;             /* has a document of its own: src does not count */
    bool late_data : 1;          /* data-src or its like holds a script itself: "data:…" */
    bool asks : 1;               /* a consent manager's, by its type or class */
    bool has_type : 1;           /* a type attribute decides, and language then does not */
    bool has_content : 1;        /* … and its content has been seen already */
    uint8_t type;                /* xp_type */
    uint8_t charset;             /* xp_charset, of the charset attribute … */
    uint8_t content;             /* … and of the content attribute, if http-equiv says that it is a content type */
    uint8_t src_len;             /* of a src that is nobody's, white space round it not counted, … */
    char src_begin[XP_SRC_KEPT]; /* … and what it begins with, … */
    char src_end[XP_SRC_KEPT];   /* … and ends with; not cleared, as they are read up to src_len */
} xp_facts;

void xp_judge_begin(xp_facts *facts);

/* `cut`: the value is longer. */
void xp_judge_attr(xp_facts *facts, xp_edits *edits, xp_element el, xp_attr attr, const char *value, size_t len,
                   bool cut);

/* Whether a URL's scheme is data: (URL 4.4). */
bool xp_judge_is_data_url(const char *value, size_t len);

/* Whether a meta with that http-equiv holds a policy (HTML 4.2.5.3). */
bool xp_judge_is_policy(const char *value, size_t len);

/* Whether the script is data, by its type. */
bool xp_judge_is_data(const xp_facts *facts);

/* Whether the script runs or will run; then `facts->has_src` says whether its text does not. */
bool xp_judge_is_script(const xp_facts *facts);

/* Whether the value is a type of JavaScript's, and whether src holds the script itself: "data:…". */
bool xp_judge_is_javascript(const char *value, size_t len);
bool xp_judge_is_inline_url(const xp_facts *facts);

/* The vendor that the element loads from, by a row that is for such an element; vendor -1 if none. `unseen`: it shows nothing, as a picture
 * never does whose address has a query. */
xp_hit xp_judge_load(const xp_facts *facts, xp_element el, bool unseen);

/* The vendor that an svg's script or image loads from; vendor -1 if none. Without `facts->linked` a script's text runs. */
xp_hit xp_judge_linked(const xp_facts *facts, xp_element el);

#endif
