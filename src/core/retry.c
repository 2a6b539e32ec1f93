#include "retry.h"

#define BASE_MILLISECONDS 100
#define CAP_MILLISECONDS 5000

static bool is_passing_fault(const struct aurpay_response *response)
{
    switch (response->transfer) {
    case AURPAY_TRANSFER_COMPLETE:
        return response->http_status == 429 || response->http_status == 502 || response->http_status == 503 ||
               response->http_status == 504;
    case AURPAY_TRANSFER_NAME_NOT_RESOLVED:
    case AURPAY_TRANSFER_NOT_CONNECTED:
    case AURPAY_TRANSFER_TLS_FAILED:
    case AURPAY_TRANSFER_BROKEN:
    case AURPAY_TRANSFER_TIMED_OUT:
        return true;
    case AURPAY_TRANSFER_PROXY_REFUSED:
    case AURPAY_TRANSFER_CERTIFICATE_REFUSED:
    case AURPAY_TRANSFER_TOO_LARGE:
    case AURPAY_TRANSFER_INTERRUPTED:
    case AURPAY_TRANSFER_FAILED:
        break;
    }
    return false;
}

/* A random pause between nothing and the exponential bound ("full jitter"): clients that failed together do not
 * come back together. */
static int64_t backoff(int retries, uint32_t random)
{
    int64_t bound = BASE_MILLISECONDS;

    while (retries-- > 0 && bound < CAP_MILLISECONDS) {
        bound *= 2;
    }
    if (bound > CAP_MILLISECONDS) {
        bound = CAP_MILLISECONDS;
    }
    return (int64_t)(random % (uint32_t)(bound + 1));
}

enum aurpay_retry aurpay_retry_decide(const struct aurpay_retry_input *input, int64_t *delay_milliseconds)
{
    int64_t asked;

    *delay_milliseconds = 0;
    if (input->retries >= input->max_retries || input->remaining_milliseconds <= 0 ||
        !is_passing_fault(input->response)) {
        return AURPAY_RETRY_NO;
    }
    *delay_milliseconds = backoff(input->retries, input->random);
    asked = aurpay_response_retry_after(input->response, input->wall_milliseconds);
    if (asked >= 0 && asked * 1000 > *delay_milliseconds) {
        *delay_milliseconds = asked * 1000;
    }
    return *delay_milliseconds < input->remaining_milliseconds ? AURPAY_RETRY_YES : AURPAY_RETRY_TOO_LATE;
}
