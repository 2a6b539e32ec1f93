/* One attempt on the wire. A request that is not a read leaves at most once. */
#ifndef AURPAY_CORE_TRANSPORT_H
#define AURPAY_CORE_TRANSPORT_H

#include "attempt.h"
#include "pool.h"
#include "response.h"

/** Asked while an attempt waits, outside of libcurl's frames. It may run any code, make calls on the same
 *  pool, or never return (a bail-out of the engine): then call aurpay_transport_abort. */
struct aurpay_interrupt {
    /** True ends the attempt at once. */
    bool (*is_requested)(void *context);
    void *context;
};

/** An attempt in flight. */
struct aurpay_exchange;

/** Starts an attempt on the pool. After AURPAY_OK it is in flight: call aurpay_transport_finish, and keep
 *  request and response in place until then. After any other code nothing was sent. Runs no PHP code and
 *  allocates nothing from the engine. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_transport_start(struct aurpay_pool *pool,
                                                          const struct aurpay_attempt *attempt,
                                                          struct aurpay_response *response,
                                                          struct aurpay_exchange **exchange);

/** Drives all transfers of the pool until one of @p exchanges is done or @p until is reached (on
 *  aurpay_clock_monotonic). Without exchanges it only waits.
 *  @return false when the interrupt, or a failure of libcurl, ended it earlier */
bool aurpay_transport_drive(struct aurpay_pool *pool, struct aurpay_exchange *const *exchanges, size_t count,
                            int64_t until, const struct aurpay_interrupt *interrupt);

/** Whether libcurl is done with it. */
bool aurpay_transport_is_done(const struct aurpay_exchange *exchange);

/** Ends an attempt, writes its result into the response, and frees the exchange. An attempt that is not done
 *  counts as timed out if its deadline has passed, else as interrupted. */
void aurpay_transport_finish(struct aurpay_exchange *exchange);

/** Ends all attempts in flight but frees nothing. An attempt whose caller still waits returns as interrupted;
 *  aurpay_transport_abort frees what a bail-out left behind. */
void aurpay_transport_interrupt(struct aurpay_pool *pool);

/** Ends and frees what a bail-out left in flight. No caller may still wait for an attempt. Requests and
 *  responses stay the caller's. */
void aurpay_transport_abort(struct aurpay_pool *pool);

#endif
