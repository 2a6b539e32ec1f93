/* A call from its first attempt to its end: signed and sent once, or again when it is a read that a passing
 * fault hit, under one deadline. One call, or many at once. */
#ifndef AURPAY_CORE_CALL_H
#define AURPAY_CORE_CALL_H

#include "credentials.h"
#include "endpoint.h"
#include "pool.h"
#include "request.h"
#include "response.h"
#include "transport.h"

/** The most calls that go on at the same time. */
#define AURPAY_CALL_MAX_CONCURRENCY 100

/** Zero-initialised memory is not a call: use aurpay_call_init, and aurpay_call_free in any case. All times
 *  but `wall_milliseconds` are milliseconds on aurpay_clock_monotonic. */
struct aurpay_call {
    /** Not owned, and not changed before the call is over. */
    const struct aurpay_endpoint *endpoint;
    /** Filled in by the caller, but for its headers. */
    struct aurpay_request request;
    /** Of the last attempt. */
    struct aurpay_response response;
    /** Of one of the merchant's users; NULL for none. Not owned. */
    const char *user_token;
    /** Milliseconds since 1970 when the last attempt was signed. */
    int64_t wall_milliseconds;
    int64_t started;
    int64_t deadline;
    /** The next attempt does not begin before. */
    int64_t due;
    /** When the last attempt was over. */
    int64_t finished;
    /** The attempt in flight; NULL between attempts. */
    struct aurpay_exchange *exchange;
    bool is_attempt_over;
    int retries;
    /** Request bytes of any attempt may have left. Never cleared. */
    bool sent;
    /** There is no retry because the pause before it would outlast the deadline. */
    bool retry_too_late;
};

/** Who makes calls, and with what. Nothing is owned. */
struct aurpay_caller {
    void *context;
    /** Asked while a call waits, when nothing of libcurl is on the stack; see aurpay_interrupt. True ends
     *  what goes on. */
    bool (*is_interrupted)(void *context);
    /** Fills in how the next attempt is sent. Asked before each attempt: code that ran meanwhile may have
     *  changed it. */
    void (*read_settings)(void *context, struct aurpay_attempt_settings *settings);
    /** Answers in place of the network (a shop's tests); NULL for the network. False when it gave up. There
     *  is no jitter then: a test need not wait. */
    bool (*stand_in)(void *context, const struct aurpay_request *request, struct aurpay_response *response);
    const struct aurpay_provider *provider;
    struct aurpay_credentials *credentials;
    /** Where this thread keeps its pool, and the limits of one that is made now. */
    struct aurpay_pool **pool;
    struct aurpay_pool_limits limits;
    /** Retries of a read at most. */
    int retries;
    /** Of many calls, those that go on at the same time: 1 to AURPAY_CALL_MAX_CONCURRENCY. */
    size_t concurrency;
};

enum aurpay_call_end {
    /** The call is over: `response` tells how its last attempt went, `sent` whether it may have left. */
    AURPAY_CALL_DONE,
    /** The caller's interrupt ended the call, and nothing is in doubt: it is a read, or was not sent. */
    AURPAY_CALL_INTERRUPTED,
    /** The caller's interrupt ended a call that is not a read and may have been executed. */
    AURPAY_CALL_IN_DOUBT,
    /** An attempt could not begin, or the stand-in gave up. A call that is not a read has not reached the
     *  network. */
    AURPAY_CALL_NOT_SENT
};

/** @param max_response_bytes the most bytes of an answer, after decompression */
void aurpay_call_init(struct aurpay_call *call, const struct aurpay_endpoint *endpoint, int64_t started,
                      int64_t deadline, size_t max_response_bytes);

/** Wipes and frees what the call owns. Not while an attempt is in flight. */
void aurpay_call_free(struct aurpay_call *call);

/** Whether repeating the call changes nothing on the server. */
bool aurpay_call_is_read(const struct aurpay_call *call);

/** Makes attempts until the call has its answer, or a fault that is no reason to try again. Nothing is in
 *  flight then.
 *  @param code receives why an attempt could not begin (AURPAY_CALL_NOT_SENT), else AURPAY_OK; AURPAY_OK too
 *  when the stand-in gave up */
AURPAY_MUST_CHECK enum aurpay_call_end aurpay_call_perform(const struct aurpay_caller *caller,
                                                           struct aurpay_call *call, enum aurpay_code *code);

/** Calls that are made at the same time, each as there is room for it. User code may run in `take` while
 *  others are in flight. */
struct aurpay_calls {
    void *context;
    /** Makes the next call, or sets it to NULL when there is none left. False ends all. */
    bool (*begin_next)(void *context, struct aurpay_call **call);
    /** Takes a call that is over, and frees it. False ends all. */
    bool (*take)(void *context, struct aurpay_call *call);
    /** Frees a call that was begun before all were ended. */
    void (*drop)(void *context, struct aurpay_call *call);
};

/** As aurpay_call_perform, for many reads. No more are held at a time than go on.
 *  @return AURPAY_CALL_DONE when each was handed to `take`; AURPAY_CALL_NOT_SENT when @p code says why not;
 *  else AURPAY_CALL_INTERRUPTED: the interrupt, begin_next, take or the stand-in has ended them */
AURPAY_MUST_CHECK enum aurpay_call_end aurpay_call_perform_many(const struct aurpay_caller *caller,
                                                                const struct aurpay_calls *calls,
                                                                enum aurpay_code *code);

#endif
