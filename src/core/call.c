#include "call.h"

#include <openssl/rand.h>
#include <string.h>

#include "clock.h"
#include "openssl_errors.h"
#include "retry.h"

/* Calls that go on at the same time. */
struct batch {
    const struct aurpay_caller *caller;
    /* NULL until there is something to send or to wait for. */
    struct aurpay_pool *pool;
    /* Begun and not over: in flight, or waiting for their next attempt. */
    struct aurpay_call *active[AURPAY_CALL_MAX_CONCURRENCY];
    size_t count;
    /* The caller's interrupt has ended it. */
    bool is_interrupted;
    /* Why an attempt could not begin. */
    enum aurpay_code code;
};

void aurpay_call_init(struct aurpay_call *call, const struct aurpay_endpoint *endpoint, int64_t started,
                      int64_t deadline, size_t max_response_bytes)
{
    memset(call, 0, sizeof(*call));
    call->endpoint = endpoint;
    call->started = started;
    call->deadline = deadline;
    call->wall_milliseconds = aurpay_clock_wall();
    aurpay_request_init(&call->request, endpoint->method);
    aurpay_response_init(&call->response, max_response_bytes);
}

void aurpay_call_free(struct aurpay_call *call)
{
    aurpay_request_free(&call->request);
    aurpay_response_free(&call->response);
}

bool aurpay_call_is_read(const struct aurpay_call *call)
{
    return aurpay_endpoint_is_read(call->endpoint);
}

/* Code that ran since the pool was opened (an interrupt, a stand-in) has forked: the pool is the parent's. */
static bool is_pool_lost(const struct batch *batch)
{
    return batch->pool && !aurpay_pool_is_own(batch->pool);
}

static bool open_pool(struct batch *batch)
{
    if (!batch->pool || is_pool_lost(batch)) {
        batch->code = aurpay_pool_open(batch->caller->pool, &batch->caller->limits);
        batch->pool = *batch->caller->pool;
    }
    return batch->code == AURPAY_OK;
}

/* ---- one attempt ---- */

static bool start_on_wire(struct batch *batch, struct aurpay_call *call)
{
    struct aurpay_attempt_settings settings;
    const struct aurpay_attempt attempt = {
        .settings = &settings,
        .request = &call->request,
        .is_read = aurpay_call_is_read(call),
        .deadline = call->deadline,
    };

    if (!open_pool(batch)) {
        return false;
    }
    batch->caller->read_settings(batch->caller->context, &settings);
    batch->code = aurpay_transport_start(batch->pool, &attempt, &call->response, &call->exchange);
    return batch->code == AURPAY_OK;
}

static bool stand_in(const struct aurpay_caller *caller, struct aurpay_call *call)
{
    bool has_answered = caller->stand_in(caller->context, &call->request, &call->response);

    call->sent = call->sent || call->response.sent;
    if (call->response.transfer == AURPAY_TRANSFER_TIMED_OUT) {
        /* It plays the deadline. */
        call->deadline = call->started;
    }
    return has_answered;
}

/* Signs and sends. False when nothing was tried, or the stand-in gave up. */
static bool begin_attempt(struct batch *batch, struct aurpay_call *call)
{
    const struct aurpay_caller *caller = batch->caller;

    call->wall_milliseconds = aurpay_clock_wall();
    batch->code = aurpay_request_authorize(&call->request, caller->provider, caller->credentials,
                                           call->user_token, call->wall_milliseconds);
    if (batch->code) {
        return false;
    }
    return caller->stand_in ? stand_in(caller, call) : start_on_wire(batch, call);
}

static void end_attempt(struct aurpay_call *call)
{
    if (call->exchange) {
        aurpay_transport_finish(call->exchange);
        call->exchange = NULL;
        call->sent = call->sent || call->response.sent;
    }
    call->is_attempt_over = true;
    call->finished = aurpay_clock_monotonic();
}

/* ---- the next attempt ---- */

static uint32_t no_jitter(void)
{
    return 0;
}

static uint32_t random_number(void)
{
    uint32_t number = 0;

    /* Jitter needs no secrecy: without entropy there is merely none. */
    aurpay_openssl_errors_mark();
    (void)RAND_bytes((unsigned char *)&number, sizeof(number));
    aurpay_openssl_errors_restore();
    return number;
}

/* Whether a call whose attempt is over gets another; `due` then says when. Only a read does. */
static bool has_next_attempt(struct batch *batch, struct aurpay_call *call)
{
    const struct aurpay_retry_input input = {
        .response = &call->response,
        .retries = call->retries,
        .max_retries = batch->caller->retries,
        .remaining_milliseconds = call->deadline - call->finished,
        .wall_milliseconds = aurpay_clock_wall(),
        .random_number = batch->caller->stand_in ? no_jitter : random_number,
    };
    enum aurpay_retry retry;
    int64_t delay;

    if (!aurpay_call_is_read(call)) {
        return false;
    }
    retry = aurpay_retry_decide(&input, &delay);
    call->retry_too_late = retry == AURPAY_RETRY_TOO_LATE;
    /* Waiting needs a pool, even with a stand-in. */
    if (retry != AURPAY_RETRY_YES || !open_pool(batch)) {
        return false;
    }
    batch->pool->statistics.retries++;
    call->retries++;
    call->due = call->finished + delay;
    return true;
}

/* ---- the batch ---- */

/* False when an attempt could not begin. */
static bool begin_due_attempts(struct batch *batch)
{
    size_t i;

    for (i = 0; i < batch->count; i++) {
        struct aurpay_call *call = batch->active[i];
        int64_t now = aurpay_clock_monotonic();

        if (call->exchange || call->due > now) {
            continue;
        }
        /* libcurl's clock may end the attempts before a millisecond too early: what is left is too little to
         * ask. */
        if (now + 1 >= call->deadline) {
            call->response.transfer = AURPAY_TRANSFER_TIMED_OUT;
            call->response.step = AURPAY_STEP_BEGINNING;
        } else if (!begin_attempt(batch, call)) {
            return false;
        }
        if (!call->exchange) {
            /* A stand-in has answered, or it was too late to ask. */
            end_attempt(call);
        }
    }
    return true;
}

static bool ask_caller(void *context)
{
    struct batch *batch = context;

    batch->is_interrupted = batch->caller->is_interrupted(batch->caller->context);
    return batch->is_interrupted;
}

/* Until an attempt is over, or the next is due. False when it ended before. */
static bool drive(struct batch *batch)
{
    const struct aurpay_interrupt interrupt = {ask_caller, batch};
    struct aurpay_exchange *exchanges[AURPAY_CALL_MAX_CONCURRENCY];
    int64_t until = INT64_MAX;
    size_t count = 0, i;

    for (i = 0; i < batch->count; i++) {
        const struct aurpay_call *call = batch->active[i];
        int64_t time = call->exchange ? call->deadline : call->due;

        if (call->is_attempt_over) {
            return true;
        }
        if (call->exchange) {
            exchanges[count++] = call->exchange;
        }
        until = time < until ? time : until;
    }
    return aurpay_transport_drive(batch->pool, exchanges, count, until, &interrupt);
}

static bool is_to_end(const struct aurpay_call *call)
{
    return call->exchange &&
           (aurpay_transport_is_done(call->exchange) || aurpay_clock_monotonic() >= call->deadline);
}

/* Takes the calls that are over out of the batch, in the order in which they were begun.
 * @param over has room for as many as a batch has */
static size_t take_out(struct batch *batch, struct aurpay_call **over)
{
    size_t kept = 0, count = 0, i;

    for (i = 0; i < batch->count; i++) {
        struct aurpay_call *call = batch->active[i];

        if (is_to_end(call)) {
            end_attempt(call);
        }
        if (call->is_attempt_over && has_next_attempt(batch, call)) {
            call->is_attempt_over = false;
        }
        if (call->is_attempt_over) {
            over[count++] = call;
        } else {
            batch->active[kept++] = call;
        }
    }
    batch->count = kept;
    return count;
}

/* Ends what is in flight. Whether a call that is not a read may have been executed. */
static bool give_up(struct batch *batch)
{
    bool is_in_doubt = false;
    size_t i;

    for (i = 0; i < batch->count; i++) {
        struct aurpay_call *call = batch->active[i];

        end_attempt(call);
        is_in_doubt = is_in_doubt || (call->sent && !aurpay_call_is_read(call));
    }
    return is_in_doubt;
}

/* Of a call that the caller's interrupt has ended, or a fork, or libcurl: the last two are told by its
 * response alone. */
static enum aurpay_call_end interrupted_end(struct batch *batch)
{
    bool is_in_doubt = give_up(batch);

    if (!batch->is_interrupted) {
        return AURPAY_CALL_DONE;
    }
    return is_in_doubt ? AURPAY_CALL_IN_DOUBT : AURPAY_CALL_INTERRUPTED;
}

enum aurpay_call_end aurpay_call_perform(const struct aurpay_caller *caller, struct aurpay_call *call,
                                         enum aurpay_code *code)
{
    struct batch batch = {.caller = caller, .active = {call}, .count = 1};
    struct aurpay_call *over;
    enum aurpay_call_end end = AURPAY_CALL_DONE;
    bool is_over = false;

    while (!is_over) {
        if (!begin_due_attempts(&batch)) {
            (void)give_up(&batch);
            end = AURPAY_CALL_NOT_SENT;
            is_over = true;
        } else if (!drive(&batch)) {
            end = interrupted_end(&batch);
            is_over = true;
        } else if (take_out(&batch, &over)) {
            end = batch.code ? AURPAY_CALL_NOT_SENT : AURPAY_CALL_DONE;
            is_over = true;
        }
    }
    *code = batch.code;
    return end;
}

/* ---- many ---- */

/* Hands calls that are over to who wanted them. False when that ended all: the rest is dropped. */
static bool hand_over(const struct aurpay_calls *calls, struct aurpay_call *const *over, size_t count)
{
    bool is_wanted = true;
    size_t i;

    for (i = 0; i < count; i++) {
        if (is_wanted) {
            is_wanted = calls->take(calls->context, over[i]);
        } else {
            calls->drop(calls->context, over[i]);
        }
    }
    return is_wanted;
}

static bool begin_more(struct batch *batch, const struct aurpay_calls *calls)
{
    while (batch->count < batch->caller->concurrency) {
        struct aurpay_call *call;

        if (!calls->begin_next(calls->context, &call)) {
            return false;
        }
        if (!call) {
            break;
        }
        batch->active[batch->count++] = call;
    }
    return true;
}

/* Nobody waits for a result any more. */
static void drop_all(struct batch *batch, const struct aurpay_calls *calls)
{
    size_t i;

    (void)give_up(batch);
    for (i = 0; i < batch->count; i++) {
        calls->drop(calls->context, batch->active[i]);
    }
    batch->count = 0;
}

/* The pool is lost, or libcurl has failed: what was begun is over, whatever came of it, and what was not
 * begun never will be. */
static bool interrupt_all(struct batch *batch, const struct aurpay_calls *calls)
{
    struct aurpay_call *call;
    size_t count = batch->count;

    (void)give_up(batch);
    batch->count = 0;
    if (!hand_over(calls, batch->active, count)) {
        return false;
    }
    while (calls->begin_next(calls->context, &call)) {
        if (!call) {
            return true;
        }
        call->response.transfer = AURPAY_TRANSFER_INTERRUPTED;
        end_attempt(call);
        if (!hand_over(calls, &call, 1)) {
            return false;
        }
    }
    return false;
}

/* What one round of many calls has come to. */
enum progress {
    GOING_ON,
    ALL_ARE_OVER,
    /* The pool is lost, or libcurl has failed. */
    LOST,
    /* The caller has ended it, or an attempt could not begin. */
    ENDED
};

static enum progress make_round(struct batch *batch, const struct aurpay_calls *calls)
{
    struct aurpay_call *over[AURPAY_CALL_MAX_CONCURRENCY];

    if (is_pool_lost(batch)) {
        return LOST;
    }
    if (!begin_more(batch, calls)) {
        return ENDED;
    }
    if (batch->count == 0) {
        return ALL_ARE_OVER;
    }
    if (!begin_due_attempts(batch)) {
        return ENDED;
    }
    if (!drive(batch)) {
        return batch->is_interrupted ? ENDED : LOST;
    }
    return hand_over(calls, over, take_out(batch, over)) && !batch->code ? GOING_ON : ENDED;
}

enum aurpay_call_end aurpay_call_perform_many(const struct aurpay_caller *caller,
                                              const struct aurpay_calls *calls, enum aurpay_code *code)
{
    struct batch batch = {.caller = caller};
    enum progress progress;

    do {
        progress = make_round(&batch, calls);
    } while (progress == GOING_ON);
    if (progress == LOST && interrupt_all(&batch, calls)) {
        progress = ALL_ARE_OVER;
    }
    drop_all(&batch, calls);
    *code = batch.code;
    if (progress == ALL_ARE_OVER) {
        return AURPAY_CALL_DONE;
    }
    return batch.code ? AURPAY_CALL_NOT_SENT : AURPAY_CALL_INTERRUPTED;
}
