/* Text of a configuration in what programs read. */
#ifndef XP_QUOTE_H
#define XP_QUOTE_H

#include "apr_pools.h"

/* The text as it stands between double quotes, for JSON and for a label of Prometheus alike, which both want UTF-8, and '"' and '\' behind a '\'.
 * A control character and a byte that is no UTF-8 become \xNN, the '\' of which is escaped, too: one line comes of it, whatever the text. The result is
 * `text` itself or a copy from the pool. */
const char *xp_quote(apr_pool_t *p, const char *text);

#endif
