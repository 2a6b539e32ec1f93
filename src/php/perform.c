/* The attempts of calls: signed and sent once, or again for a read that a passing fault hit; one call, or
 * many at once, of which no more are held than go on at the same time. */
#include "binding.h"

#include "ca_setting.h"

#include <openssl/rand.h>

#include "../core/clock.h"
#include "../core/openssl_errors.h"
#include "../core/retry.h"
#include "../core/transport.h"

/* Calls that go on at the same time. */
struct batch {
    struct php_aurpay_client *client;
    /* NULL until there is something to send or to wait for. */
    struct aurpay_pool *pool;
    /* Begun and not over: in flight, or waiting for their next attempt. */
    struct php_aurpay_call *active[PHP_AURPAY_MAX_CONCURRENCY];
    size_t count;
};

/* Signal handlers run at once, and the call goes on unless one of them throws (or exits). Ending the call on
 * every interrupt would be wrong twice over: profilers interrupt every few milliseconds, and the engine does
 * not run handlers while the exception that reports the end is on its way, so that the signal would be
 * lost. */
static bool is_interrupted(void *context)
{
    (void)context;
    php_aurpay_run_interrupts();
    return EG(exception) != NULL;
}

static const char *text_or_null(const zend_string *string)
{
    return string ? ZSTR_VAL(string) : NULL;
}

/* User code that ran since the pool was opened (a logger, a handler) has forked: the pool is the parent's. */
static bool is_pool_lost(const struct batch *batch)
{
    return batch->pool && !aurpay_pool_is_own(batch->pool);
}

static bool open_pool(struct batch *batch)
{
    const struct aurpay_pool_limits limits = {
        .idle_connections = (long)AURPAY_G(max_idle_connections),
        .idle_seconds = (long)AURPAY_G(max_idle_seconds),
        .lifetime_seconds = (long)AURPAY_G(max_connection_seconds),
    };
    enum aurpay_code code;

    if (batch->pool && !is_pool_lost(batch)) {
        return true;
    }
    code = aurpay_pool_open(&AURPAY_G(pool), &limits);
    batch->pool = AURPAY_G(pool);
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

static bool start_on_wire(struct batch *batch, struct php_aurpay_call *call)
{
    const struct php_aurpay_options *options = &batch->client->options;
    const struct aurpay_transport_settings settings = {
        .ca_file = php_aurpay_ca_setting_of(options).file,
        .pinned_public_key = text_or_null(options->pinned_public_key),
        .proxy = text_or_null(options->proxy),
        .user_agent = options->user_agent ? ZSTR_VAL(options->user_agent) : "aurpay-php/" AURPAY_VERSION,
        .connect_timeout_milliseconds = (long)options->connect_timeout_milliseconds,
        .ip_version = (int)options->ip_version,
    };
    const struct aurpay_attempt attempt = {
        .settings = &settings,
        .request = &call->request,
        .is_read = aurpay_endpoint_is_read(call->endpoint),
        .deadline = call->deadline,
    };
    enum aurpay_code code;

    if (!open_pool(batch)) {
        return false;
    }
    code = aurpay_transport_start(batch->pool, &attempt, &call->response, &call->exchange);
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* Signs and sends. False when nothing was tried, or the handler threw. */
static bool begin_attempt(struct batch *batch, struct php_aurpay_call *call)
{
    struct php_aurpay_client *client = batch->client;
    enum aurpay_code code;

    call->wall_milliseconds = aurpay_clock_wall();
    code = aurpay_request_authorize(&call->request, client->provider, &client->credentials, call->user_token,
                                    call->wall_milliseconds);
    if (code) {
        php_aurpay_throw_code(code);
        return false;
    }
    if (!Z_ISUNDEF(client->options.handler)) {
        bool performed =
            php_aurpay_handler_perform(&client->options.handler, &call->request, &call->response);

        call->sent = call->sent || call->response.sent;
        if (call->response.transfer == AURPAY_TRANSFER_TIMED_OUT) {
            /* The handler plays the deadline. */
            call->deadline = call->started;
        }
        return performed;
    }
    return start_on_wire(batch, call);
}

static void end_attempt(struct batch *batch, struct php_aurpay_call *call)
{
    if (call->exchange) {
        aurpay_transport_finish(batch->pool, call->exchange);
        call->exchange = NULL;
        call->sent = call->sent || call->response.sent;
    }
    call->is_attempt_over = true;
    call->finished = aurpay_clock_monotonic();
}

/* A shop's tests need not wait: with a handler there is only the pause that its Retry-After asks for. */
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

/* Whether a call whose attempt is over gets another; it then says when. */
static bool has_next_attempt(struct batch *batch, struct php_aurpay_call *call)
{
    const struct aurpay_retry_input input = {
        .response = &call->response,
        .retries = call->retries,
        .max_retries = (int)batch->client->options.retries,
        .remaining_milliseconds = call->deadline - call->finished,
        .wall_milliseconds = aurpay_clock_wall(),
        .random_number = Z_ISUNDEF(batch->client->options.handler) ? random_number : no_jitter,
    };
    int64_t delay;

    if (!aurpay_endpoint_is_read(call->endpoint)) {
        return false;
    }
    switch (aurpay_retry_decide(&input, &delay)) {
    case AURPAY_RETRY_NO:
        return false;
    case AURPAY_RETRY_TOO_LATE:
        call->retry_too_late = true;
        return false;
    case AURPAY_RETRY_YES:
        break;
    }
    if (!open_pool(batch)) {
        return false;
    }
    batch->pool->statistics.retries++;
    call->retries++;
    call->due = call->finished + delay;
    return true;
}

/* False when an exception was thrown. */
static bool begin_due_attempts(struct batch *batch)
{
    size_t i;

    for (i = 0; i < batch->count; i++) {
        struct php_aurpay_call *call = batch->active[i];
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
            /* A handler has answered, or it was too late to ask. */
            end_attempt(batch, call);
        }
    }
    return true;
}

/* Until an attempt is over, or the next is due. False when interrupted. */
static bool drive(struct batch *batch)
{
    const struct aurpay_interrupt interrupt = {is_interrupted, NULL};
    struct aurpay_exchange *exchanges[PHP_AURPAY_MAX_CONCURRENCY];
    int64_t until = INT64_MAX;
    size_t count = 0, i;

    for (i = 0; i < batch->count; i++) {
        const struct php_aurpay_call *call = batch->active[i];
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

static bool is_to_end(const struct php_aurpay_call *call)
{
    return call->exchange &&
           (aurpay_transport_is_done(call->exchange) || aurpay_clock_monotonic() >= call->deadline);
}

/* Takes the calls that are over out of the batch, in the order in which they were begun.
 * @param over has room for as many as a batch has */
static size_t take_out(struct batch *batch, struct php_aurpay_call **over)
{
    size_t kept = 0, count = 0, i;

    for (i = 0; i < batch->count; i++) {
        struct php_aurpay_call *call = batch->active[i];

        if (is_to_end(call)) {
            end_attempt(batch, call);
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

/* Ends what is in flight. True when there is more to say than the exception that ended it: money is in doubt,
 * or there is none. */
static bool give_up(struct batch *batch)
{
    bool is_in_doubt = false;
    size_t i;

    for (i = 0; i < batch->count; i++) {
        struct php_aurpay_call *call = batch->active[i];

        end_attempt(batch, call);
        is_in_doubt = is_in_doubt || (call->sent && !aurpay_endpoint_is_read(call->endpoint));
    }
    return !EG(exception) || is_in_doubt;
}

bool php_aurpay_perform(struct php_aurpay_client *client, struct php_aurpay_call *call)
{
    struct batch batch = {.client = client, .active = {call}, .count = 1};
    struct php_aurpay_call *over;

    for (;;) {
        if (!begin_due_attempts(&batch)) {
            (void)give_up(&batch);
            return false;
        }
        if (!drive(&batch)) {
            return give_up(&batch);
        }
        if (take_out(&batch, &over)) {
            return !EG(exception);
        }
    }
}

void php_aurpay_call_end(struct php_aurpay_call *call)
{
    php_aurpay_secrets_release(&call->secrets);
    php_aurpay_release(&call->anchored);
}

/* ---- many ---- */

/* Hands calls that are over to who wanted them. False when that threw: then the rest is freed. */
static bool hand_over(const struct php_aurpay_calls *calls, struct php_aurpay_call *const *over, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (EG(exception)) {
            php_aurpay_call_end(over[i]);
        } else {
            calls->take(calls->context, over[i]);
        }
    }
    return !EG(exception);
}

static bool begin_more(struct batch *batch, const struct php_aurpay_calls *calls)
{
    while (batch->count < (size_t)batch->client->options.concurrency) {
        struct php_aurpay_call *call = calls->begin_next(calls->context);

        if (!call) {
            break;
        }
        batch->active[batch->count++] = call;
    }
    return !EG(exception);
}

/* What was begun is over, whatever came of it; what was not begun never will be. */
static bool interrupt_all(struct batch *batch, const struct php_aurpay_calls *calls)
{
    struct php_aurpay_call *call;
    size_t count = batch->count;

    (void)give_up(batch);
    batch->count = 0;
    if (!hand_over(calls, batch->active, count)) {
        return false;
    }
    while ((call = calls->begin_next(calls->context))) {
        call->response.transfer = AURPAY_TRANSFER_INTERRUPTED;
        end_attempt(batch, call);
        if (!hand_over(calls, &call, 1)) {
            return false;
        }
    }
    return !EG(exception);
}

/* False when it ended before all were over. */
static bool make_all(struct batch *batch, const struct php_aurpay_calls *calls)
{
    struct php_aurpay_call *over[PHP_AURPAY_MAX_CONCURRENCY];

    for (;;) {
        if (is_pool_lost(batch) || !begin_more(batch, calls)) {
            return false;
        }
        if (batch->count == 0) {
            return true;
        }
        if (!begin_due_attempts(batch) || !drive(batch)) {
            return false;
        }
        if (!hand_over(calls, over, take_out(batch, over))) {
            return false;
        }
    }
}

bool php_aurpay_perform_all(struct php_aurpay_client *client, const struct php_aurpay_calls *calls)
{
    struct batch batch = {.client = client};

    return make_all(&batch, calls) || interrupt_all(&batch, calls);
}
