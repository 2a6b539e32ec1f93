/* What the classes of a provider hand to their clients. */
#ifndef PHP_AURPAY_API_H
#define PHP_AURPAY_API_H

#include "../core/endpoint.h"

/** A method, and its name in messages. */
struct php_aurpay_method {
    /** NULL ends a list. */
    const struct aurpay_endpoint *endpoint;
    const char *name;
};

struct php_aurpay_api {
    const struct aurpay_provider *provider;
    /** The methods that messages can name when a row refers to another endpoint (recovery.h); NULL for
     *  none. */
    const struct php_aurpay_method *methods;
};

#endif
