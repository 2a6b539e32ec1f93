#include "recovery.h"

static void append_endpoint(smart_str *message, const struct aurpay_endpoint *endpoint,
                            const struct php_aurpay_method *methods)
{
    for (; methods && methods->endpoint; methods++) {
        if (methods->endpoint == endpoint) {
            smart_str_appends(message, methods->name);
            return;
        }
    }
    smart_str_append_printf(message, "%s %s", endpoint->method, endpoint->path);
}

void php_aurpay_recovery_append(smart_str *message, const struct aurpay_recovery *recovery,
                                const struct php_aurpay_method *methods)
{
    const char *before_why = ": ";

    if (!recovery) {
        smart_str_appends(message, "no call of the API tells whether it was, do not repeat it blindly");
        return;
    }
    switch (recovery->kind) {
    case AURPAY_RECOVERY_ASK:
        append_endpoint(message, recovery->endpoint, methods);
        smart_str_append_printf(message, " tells whether %s", recovery->what);
        break;
    case AURPAY_RECOVERY_REPEAT:
        smart_str_append_printf(message, "repeating %s is harmless", recovery->what);
        break;
    case AURPAY_RECOVERY_RENEW:
        append_endpoint(message, recovery->endpoint, methods);
        smart_str_append_printf(message, " sends %s", recovery->what);
        break;
    case AURPAY_RECOVERY_MAKE_ANOTHER:
        smart_str_append_printf(message, "no call of the API tells whether %s: ", recovery->what);
        append_endpoint(message, recovery->endpoint, methods);
        smart_str_appends(message, " holds nothing of the shop's own");
        before_why = "; ";
        break;
    }
    if (recovery->why) {
        smart_str_append_printf(message, "%s%s", before_why, recovery->why);
    }
}
