#include "retry.h"

#define BASE_MILLISECONDS 100
#define CAP_MILLISECONDS 5000

static bool is_passing_status(long status)
{
    /* 408: the connection had been idle too long for the server. */
    return status == 408 || status == 429 || status == 502 || status == 503 || status == 504;
}

static bool is_passing_fault(const struct aurpay_response *response)
{
    switch (response->transfer) {
    case AURPAY_TRANSFER_COMPLETE:
        return is_passing_status(response->http_status);
    case AURPAY_TRANSFER_PROXY_REFUSED:
        /* 502 to 504: it could not reach the server. */
        return is_passing_status(response->proxy_status);
    case AURPAY_TRANSFER_NAME_NOT_RESOLVED:
    case AURPAY_TRANSFER_NOT_CONNECTED:
    case AURPAY_TRANSFER_NOT_TLS:
    case AURPAY_TRANSFER_TLS_FAILED:
    case AURPAY_TRANSFER_BROKEN:
    case AURPAY_TRANSFER_CONNECT_TIMED_OUT:
    case AURPAY_TRANSFER_TIMED_OUT:
        return true;
    case AURPAY_TRANSFER_CA_FILE_UNUSABLE:
    case AURPAY_TRANSFER_CERTIFICATE_EXPIRED:
    case AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID:
    case AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST:
    case AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA:
    case AURPAY_TRANSFER_CERTIFICATE_REFUSED:
    case AURPAY_TRANSFER_WRONG_PUBLIC_KEY:
    case AURPAY_TRANSFER_TLS_TOO_OLD:
    case AURPAY_TRANSFER_TOO_LARGE:
    case AURPAY_TRANSFER_INTERRUPTED:
    case AURPAY_TRANSFER_FAILED:
        break;
    }
    return false;
}

/* "Full jitter": a random pause between 0 and the exponential bound, so that clients that failed together do
 * not come back together. */
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
    *delay_milliseconds = backoff(input->retries, input->random_number());
    asked = aurpay_response_retry_after(input->response, input->wall_milliseconds);
    if (asked >= 0 && asked * 1000 > *delay_milliseconds) {
        *delay_milliseconds = asked * 1000;
    }
    return *delay_milliseconds < input->remaining_milliseconds ? AURPAY_RETRY_YES : AURPAY_RETRY_TOO_LATE;
}
