/* One attempt on the wire. A request that is not a read leaves at most once. */
#ifndef AURPAY_CORE_TRANSPORT_H
#define AURPAY_CORE_TRANSPORT_H

#include "pool.h"
#include "request.h"
#include "response.h"

/** What a client sets for all its calls. Strings are NULL when not set; nothing is owned. */
struct aurpay_transport_settings {
    /** PEM file of the only CAs that are trusted, for the API and for an https proxy; NULL for the
     *  system's. */
    const char *ca_file;
    /** "sha256//…", as CURLOPT_PINNEDPUBLICKEY takes it. */
    const char *pinned_public_key;
    const char *proxy;
    const char *user_agent;
    long connect_timeout_milliseconds;
    /** 4 or 6: only addresses of that kind are used. 0: both. */
    int ip_version;
};

/** Asked while waiting, when nothing of libcurl is on the stack. It may run any code, make calls on the same
 *  pool, and even never return (a bail-out of the engine): then aurpay_transport_abort is due. */
struct aurpay_interrupt {
    /** True ends the attempt at once. */
    bool (*is_requested)(void *context);
    void *context;
};

struct aurpay_attempt {
    const struct aurpay_transport_settings *settings;
    const struct aurpay_request *request;
    /** A read may be sent again by libcurl when a reused connection turns out to be dead; anything else may
     *  not. */
    bool is_read;
    /** On aurpay_clock_monotonic. */
    int64_t deadline;
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
void aurpay_transport_finish(struct aurpay_pool *pool, struct aurpay_exchange *exchange);

/** Ends everything in flight and frees nothing: an attempt whose frame is still there returns as interrupted,
 *  and what a bail-out left behind stays for aurpay_transport_abort. */
void aurpay_transport_interrupt(struct aurpay_pool *pool);

/** Ends and frees what a bail-out left in flight, when no frame of an attempt is left; its responses and
 *  requests are still the caller's. */
void aurpay_transport_abort(struct aurpay_pool *pool);

/** Whether libcurl tells us before every send, so that a resend can be refused. Where it does not, calls that
 *  are not reads use fresh HTTP/1.1 connections, which libcurl never resends on. */
bool aurpay_transport_has_prerequest(void);

#endif
