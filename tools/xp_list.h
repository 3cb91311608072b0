/* The catalogue as xpurpose-explain prints it, to standard output. */
#ifndef XP_LIST_H
#define XP_LIST_H

/* --list: a line for each vendor, or as one JSON document. */
void xp_list_vendors(void);
void xp_list_as_json(void);

void xp_list_directives(void); /* --list=conf: what httpd can include */

/* --version: which release it is and of which month its catalogue; the same as JSON. */
void xp_list_release(void);
void xp_list_release_as_json(void);

#endif
