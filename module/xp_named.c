/* A filter's name is public: whoever may write .htaccess can put any filter into the chain, wherever it does not belong. Ours do what
 * the plan of the request says, and are told of it by the context that they are added with. Those that were added by name have
 * none. */
#include "xp_named.h"

#include "http_log.h"

#include "xp_count.h"

APLOG_USE_MODULE(xpurpose);

apr_status_t xp_named_pass(ap_filter_t *f, apr_bucket_brigade *bb)
{
    if (xp_count_named() == 0)
        ap_log_cerror(
            APLOG_MARK, APLOG_NOTICE, 0, f->c,
            "the configuration names the filter %s, which does nothing when it is put into the chain by hand: "
            "write \"XPurpose On\" instead",
            f->frec->name);
    ap_remove_output_filter(f);
    return ap_pass_brigade(f->next, bb);
}
