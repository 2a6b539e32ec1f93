#include "transport.h"

#include "clock.h"
#include "exchange.h"
#include "openssl_errors.h"
#include "result.h"
#include "reuse.h"
#include "socket.h"
#include "trust.h"

/* The longest wait between two calls of the interrupt. */
#define SLICE_MILLISECONDS 100

static void attach(struct aurpay_exchange *exchange)
{
    struct aurpay_pool *pool = exchange->pool;

    exchange->previous = NULL;
    exchange->next = pool->in_flight;
    if (exchange->next) {
        exchange->next->previous = exchange;
    }
    pool->in_flight = exchange;
}

static void detach(struct aurpay_exchange *exchange)
{
    if (exchange->next) {
        exchange->next->previous = exchange->previous;
    }
    if (exchange->previous) {
        exchange->previous->next = exchange->next;
    } else {
        exchange->pool->in_flight = exchange->next;
    }
}

/* libcurl leaves the errors of a failed handshake in OpenSSL's queue. (It clears the queue itself before it
 * uses TLS.) */
static bool perform(CURLM *multi)
{
    int running = 0;
    CURLMcode code;

    aurpay_openssl_errors_mark();
    code = curl_multi_perform(multi, &running);
    aurpay_openssl_errors_restore();
    return code == CURLM_OK;
}

/* Removes a transfer from the pool. libcurl may close its connection. */
static void leave(struct aurpay_exchange *exchange)
{
    aurpay_openssl_errors_mark();
    curl_multi_remove_handle(exchange->pool->multi, exchange->easy);
    aurpay_openssl_errors_restore();
}

/* Starts the transfer again on a new connection. Nothing was written to the unfit one, so this is still the
 * first send. */
static bool begin_on_fresh_connection(struct aurpay_exchange *exchange)
{
    exchange->is_connection_unfit = false;
    exchange->is_connection_fresh = true;
    leave(exchange);
    return curl_easy_setopt(exchange->easy, CURLOPT_FRESH_CONNECT, 1L) == CURLE_OK &&
           curl_multi_add_handle(exchange->pool->multi, exchange->easy) == CURLM_OK;
}

/* Ends an exchange, and notes what became of its connection. That cannot wait until the exchange is finished:
 * libcurl may give the connection to a call that is made inside of another one's interrupt. */
static void end(struct aurpay_exchange *exchange, CURLcode result)
{
    exchange->result = result;
    exchange->is_done = true;
    if (exchange->leaves_connection) {
        aurpay_socket_note_rest(exchange->pool, exchange->ports);
    }
    if (!aurpay_result_is_complete(exchange)) {
        aurpay_socket_note_failure(exchange->pool, exchange->ports);
    }
}

static void end_interrupted(struct aurpay_exchange *exchange)
{
    exchange->interrupted = true;
    end(exchange, CURLE_ABORTED_BY_CALLBACK);
}

/* Ends the exchanges that libcurl is done with. A call made inside another call's interrupt also finds
 * results of the outer call. */
static void route_results(CURLM *multi)
{
    CURLMsg *message;
    int left;

    while ((message = curl_multi_info_read(multi, &left))) {
        struct aurpay_exchange *exchange = NULL;
        CURLcode result;

        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&exchange);
        if (message->msg != CURLMSG_DONE || !exchange) {
            continue;
        }
        /* The message is gone once the transfer leaves. */
        result = message->data.result;
        if (!exchange->is_connection_unfit || !begin_on_fresh_connection(exchange)) {
            end(exchange, result);
        }
    }
}

/* Without a prerequest callback: notes which connection each request uses, before other requests look for an
 * idle one. */
static void learn_connections(struct aurpay_pool *pool)
{
    struct aurpay_exchange *exchange = pool->lacks_prerequest ? pool->in_flight : NULL;

    for (; exchange; exchange = exchange->next) {
        if (!exchange->is_done) {
            aurpay_reuse_learn_connection(exchange);
        }
    }
}

static void fail_all(struct aurpay_exchange *const *exchanges, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (!exchanges[i]->is_done) {
            end(exchanges[i], CURLE_FAILED_INIT);
        }
    }
}

static bool is_interrupted(const struct aurpay_interrupt *interrupt)
{
    return interrupt->is_requested && interrupt->is_requested(interrupt->context);
}

static int slice(int64_t remaining)
{
    return remaining < SLICE_MILLISECONDS ? (int)remaining : SLICE_MILLISECONDS;
}

static bool is_any_done(struct aurpay_exchange *const *exchanges, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (exchanges[i]->is_done) {
            return true;
        }
    }
    return false;
}

bool aurpay_transport_drive(struct aurpay_pool *pool, struct aurpay_exchange *const *exchanges, size_t count,
                            int64_t until, const struct aurpay_interrupt *interrupt)
{
    for (;;) {
        int64_t remaining;

        if (!perform(pool->multi)) {
            fail_all(exchanges, count);
            return count > 0;
        }
        route_results(pool->multi);
        learn_connections(pool);
        remaining = until - aurpay_clock_monotonic();
        if (is_any_done(exchanges, count) || remaining <= 0) {
            return true;
        }
        /* The interrupt may fork; in the child the pool is the parent's. It may also make calls, which drive
         * our transfers too. */
        if (is_interrupted(interrupt) || !aurpay_pool_is_own(pool)) {
            return false;
        }
        if (!is_any_done(exchanges, count) &&
            curl_multi_poll(pool->multi, NULL, 0, slice(remaining), NULL) != CURLM_OK) {
            fail_all(exchanges, count);
            return count > 0;
        }
    }
}

/* Where no connection is kept. Of a TLS connection, libcurl from 8.9 on only says to the peer that it ends,
 * and waits until the peer says so, too: it looks when it is driven next, which may be in an hour. A
 * connection that reads have shared may also be left, idle; its descriptor stays until the next call. */
static void close_connections(struct aurpay_pool *pool)
{
    if (pool->limits.idle_connections == 0 && !pool->in_flight && pool->sockets) {
        aurpay_socket_shut_down_all(pool);
        (void)perform(pool->multi);
    }
}

/* Keeps the exchange, as it is set up, for the next attempt if its transfer was complete. */
static void keep_or_free(struct aurpay_exchange *exchange)
{
    struct aurpay_pool *pool = exchange->pool;
    bool is_kept = !pool->idle && aurpay_exchange_can_be_kept(exchange);

    aurpay_exchange_release(exchange);
    if (is_kept) {
        pool->idle = exchange;
    } else {
        aurpay_exchange_free(exchange);
    }
}

/* Reuses the idle handle if its settings fit, else frees it. curl_easy_reset is not used: it can fail half
 * way without reporting it. */
static struct aurpay_exchange *take_exchange(struct aurpay_pool *pool, const struct aurpay_attempt *attempt)
{
    struct aurpay_exchange *idle = pool->idle;

    pool->idle = NULL;
    if (idle && aurpay_setup_is_for(&idle->setup, attempt)) {
        return idle;
    }
    aurpay_exchange_free(idle);
    return aurpay_exchange_create(pool);
}

enum aurpay_code aurpay_transport_start(struct aurpay_pool *pool, const struct aurpay_attempt *attempt,
                                        struct aurpay_response *response, struct aurpay_exchange **started)
{
    struct aurpay_exchange *exchange;
    enum aurpay_code code =
        aurpay_pool_refresh(pool, aurpay_attempt_is_https(attempt), attempt->settings->ca_file);

    if (code) {
        return code;
    }
    exchange = take_exchange(pool, attempt);
    if (!exchange) {
        return AURPAY_ERROR_MEMORY;
    }
    aurpay_response_reset(response);
    code = aurpay_exchange_prepare(exchange, attempt, response);
    if (!code && curl_multi_add_handle(pool->multi, exchange->easy) != CURLM_OK) {
        code = AURPAY_ERROR_SETUP;
    }
    if (code) {
        aurpay_exchange_release(exchange);
        aurpay_exchange_free(exchange);
        return code;
    }
    attach(exchange);
    *started = exchange;
    return AURPAY_OK;
}

bool aurpay_transport_is_done(const struct aurpay_exchange *exchange)
{
    return exchange->is_done;
}

void aurpay_transport_finish(struct aurpay_exchange *exchange)
{
    if (!aurpay_pool_is_own(exchange->pool)) {
        /* The interrupt forked and this is the child: the transfer belongs to the parent and must not be
         * touched. The exchange stays with the abandoned pool. Whether the parent sends the request is
         * unknown here. */
        exchange->response->transfer = AURPAY_TRANSFER_INTERRUPTED;
        exchange->response->sent = true;
        return;
    }
    if (!exchange->is_done && aurpay_clock_monotonic() >= exchange->deadline) {
        end(exchange, CURLE_OPERATION_TIMEDOUT);
    } else if (!exchange->is_done) {
        end_interrupted(exchange);
    }
    leave(exchange);
    detach(exchange);
    aurpay_result_collect(exchange);
    if (exchange->setup.is_https) {
        aurpay_trust_learn(exchange->pool->trusted_files, exchange->setup.texts[AURPAY_SETUP_CA_FILE],
                           exchange->response);
    }
    close_connections(exchange->pool);
    keep_or_free(exchange);
}

void aurpay_transport_interrupt(struct aurpay_pool *pool)
{
    struct aurpay_exchange *exchange = aurpay_pool_is_own(pool) ? pool->in_flight : NULL;

    for (; exchange; exchange = exchange->next) {
        leave(exchange);
        if (!exchange->is_done) {
            end_interrupted(exchange);
        }
    }
}

void aurpay_transport_abort(struct aurpay_pool *pool)
{
    struct aurpay_exchange *exchange = pool->in_flight;

    if (!aurpay_pool_is_own(pool)) {
        return;
    }
    while (exchange) {
        struct aurpay_exchange *next = exchange->next;

        leave(exchange);
        aurpay_exchange_release(exchange);
        aurpay_exchange_free(exchange);
        exchange = next;
    }
    pool->in_flight = NULL;
}
