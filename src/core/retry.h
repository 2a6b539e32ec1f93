/* Whether a read is tried again, and when: exponential backoff with full jitter inside the call's
 * deadline. */
#ifndef AURPAY_CORE_RETRY_H
#define AURPAY_CORE_RETRY_H

#include "response.h"

enum aurpay_retry {
    AURPAY_RETRY_NO,
    /** After the delay. */
    AURPAY_RETRY_YES,
    /** A retry could help, but the deadline is before the end of the delay. When the deadline has passed
     *  already, the answer is AURPAY_RETRY_NO. */
    AURPAY_RETRY_TOO_LATE
};

struct aurpay_retry_input {
    const struct aurpay_response *response;
    /** Retries made so far, and how many are allowed. */
    int retries;
    int max_retries;
    /** Milliseconds until the deadline. */
    int64_t remaining_milliseconds;
    /** The time now; Retry-After may be a date. */
    int64_t wall_milliseconds;
    /** Returns a random number for the jitter. Called only before a pause. */
    uint32_t (*random_number)(void);
};

/** For reads only: anything else is put on the wire once.
 *  @param delay_milliseconds receives the pause, also for AURPAY_RETRY_TOO_LATE */
enum aurpay_retry aurpay_retry_decide(const struct aurpay_retry_input *input, int64_t *delay_milliseconds);

#endif
