#include "endpoint.h"

#include <string.h>

bool aurpay_endpoint_is_read(const struct aurpay_endpoint *endpoint)
{
    return strcmp(endpoint->method, "GET") == 0;
}

const struct aurpay_documented_status *aurpay_endpoint_status_of(const struct aurpay_endpoint *endpoint,
                                                                 long http_status)
{
    const struct aurpay_documented_status *status = endpoint->statuses;

    for (; status && status->http_status; status++) {
        if (status->http_status == http_status) {
            return status;
        }
    }
    return NULL;
}
