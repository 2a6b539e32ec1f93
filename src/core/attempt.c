#include "attempt.h"

#include <curl/curl.h>

bool aurpay_attempt_is_https(const struct aurpay_attempt *attempt)
{
    return curl_strnequal(aurpay_buffer_string(&attempt->request->url), "https:", 6) != 0;
}
