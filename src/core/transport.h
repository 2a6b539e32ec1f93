/* One attempt on the wire. A request that is not a read leaves at most once. */
#ifndef AURPAY_CORE_TRANSPORT_H
#define AURPAY_CORE_TRANSPORT_H

#include "attempt.h"
#include "pool.h"
#include "response.h"

/** Asked while waiting, when nothing of libcurl is on the stack. It may run any code, make calls on the same
 *  pool, and even never return (a bail-out of the engine): then aurpay_transport_abort is due. */
struct aurpay_interrupt {
    /** True ends the attempt at once. */
    bool (*is_requested)(void *context);
    void *context;
};

/** An attempt in flight. */
struct aurpay_exchange;

/** Begins an attempt on the pool. On AURPAY_OK it is in flight, and aurpay_transport_finish is due; until
 *  then the request and the response must stay where they are. Any other code means that nothing was sent. No
 *  callback into PHP, no allocation by PHP. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_transport_start(struct aurpay_pool *pool,
                                                          const struct aurpay_attempt *attempt,
                                                          struct aurpay_response *response,
                                                          struct aurpay_exchange **exchange);

/** Lets everything in flight proceed until one of @p exchanges is done, or the time @p until has come (on
 *  aurpay_clock_monotonic). Without exchanges it merely waits.
 *  @return false when the interrupt, or libcurl, ended it before that */
bool aurpay_transport_drive(struct aurpay_pool *pool, struct aurpay_exchange *const *exchanges, size_t count,
                            int64_t until, const struct aurpay_interrupt *interrupt);

/** Whether libcurl is done with it. */
bool aurpay_transport_is_done(const struct aurpay_exchange *exchange);

/** Ends an attempt, which is done or given up, writes how it went into its response, and frees the exchange.
 *  One that is given up has timed out when its deadline has passed, and else was interrupted. */
void aurpay_transport_finish(struct aurpay_exchange *exchange);

/** Ends everything in flight and frees nothing: an attempt whose frame is still there returns as interrupted,
 *  and what a bail-out left behind stays for aurpay_transport_abort. */
void aurpay_transport_interrupt(struct aurpay_pool *pool);

/** Ends and frees what a bail-out left in flight, when no frame of an attempt is left; its responses and
 *  requests are still the caller's. */
void aurpay_transport_abort(struct aurpay_pool *pool);

#endif
