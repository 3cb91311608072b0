/* The catalogue as xpurpose-explain prints it, to standard output. */
#ifndef XP_LIST_H
#define XP_LIST_H

void xp_list_vendors(void);    /* --list: a line for each */
void xp_list_directives(void); /* --list=conf: what httpd can include */

#endif
