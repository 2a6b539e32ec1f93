#include "endpoint.h"

#include <string.h>

bool aurpay_endpoint_is_read(const struct aurpay_endpoint *endpoint)
{
    return strcmp(endpoint->method, "GET") == 0;
}
