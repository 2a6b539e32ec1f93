#include "ignored_proxy.h"

#include <stdlib.h>

#include "../core/validate.h"

/* Whether the environment's no_proxy, a list of hosts or "*", names the host. */
static bool is_without_proxy(const char *host)
{
    const char *lower = getenv("no_proxy"), *upper = getenv("NO_PROXY");
    const char *list = lower ? lower : upper;

    return list && (strcmp(list, "*") == 0 || strstr(list, host));
}

const char *php_aurpay_ignored_proxy_variable(const char *url, const char *host)
{
    static const char *const names[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    const char *found = NULL;
    size_t i;

    if (strncasecmp(url, "https:", 6) != 0 || aurpay_validate_is_loopback(host)) {
        return NULL;
    }
    /* Another thread may be in putenv(). */
    tsrm_env_lock();
    for (i = 0; !found && i < sizeof(names) / sizeof(names[0]); i++) {
        const char *value = getenv(names[i]);

        found = value && *value ? names[i] : NULL;
    }
    if (found && is_without_proxy(host)) {
        found = NULL;
    }
    tsrm_env_unlock();
    return found;
}
