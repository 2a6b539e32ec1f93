#include "exchange.h"

#include <stdlib.h>

#include "clock.h"

/* The longest wait before asking whether to go on. */
#define SLICE_MILLISECONDS 100

static void attach(struct aurpay_exchange *exchange, struct aurpay_pool *pool)
{
    exchange->next = pool->in_flight;
    if (exchange->next) {
        exchange->next->previous = exchange;
    }
    pool->in_flight = exchange;
}

static void detach(struct aurpay_exchange *exchange, struct aurpay_pool *pool)
{
    if (exchange->next) {
        exchange->next->previous = exchange->previous;
    }
    if (exchange->previous) {
        exchange->previous->next = exchange->next;
    } else {
        pool->in_flight = exchange->next;
    }
}

/* Hands libcurl's results to the exchanges they belong to: a call made inside the interrupt of another finds that
 * one's as well. */
static void route_results(CURLM *multi)
{
    CURLMsg *message;
    int left;

    while ((message = curl_multi_info_read(multi, &left))) {
        struct aurpay_exchange *exchange = NULL;

        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&exchange);
        if (message->msg == CURLMSG_DONE && exchange) {
            exchange->result = message->data.result;
            exchange->is_done = true;
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

static void finish(struct aurpay_exchange *exchange, CURLcode result)
{
    exchange->result = result;
    exchange->is_done = true;
}

static void drive(struct aurpay_exchange *exchange, struct aurpay_pool *pool)
{
    const struct aurpay_attempt *attempt = exchange->attempt;

    while (!exchange->is_done) {
        int running = 0;
        int64_t remaining;

        if (curl_multi_perform(pool->multi, &running) != CURLM_OK) {
            finish(exchange, CURLE_FAILED_INIT);
        }
        route_results(pool->multi);
        remaining = attempt->deadline - aurpay_clock_monotonic();
        if (!exchange->is_done && remaining <= 0) {
            finish(exchange, CURLE_OPERATION_TIMEDOUT);
        }
        if (exchange->is_done) {
            return;
        }
        if (is_interrupted(&attempt->interrupt) || !aurpay_pool_is_own(pool)) {
            /* A call made by the interrupt may have finished this one. */
            exchange->interrupted = exchange->interrupted || !exchange->is_done;
            return;
        }
        if (!exchange->is_done && curl_multi_poll(pool->multi, NULL, 0, slice(remaining), NULL) != CURLM_OK) {
            finish(exchange, CURLE_FAILED_INIT);
        }
    }
}

/* Gives the easy handle back to the pool, and keeps one for the next attempt. */
static void release(struct aurpay_exchange *exchange, struct aurpay_pool *pool)
{
    aurpay_exchange_release(exchange);
    if (pool->idle) {
        curl_easy_cleanup(exchange->easy);
    } else {
        pool->idle = exchange->easy;
    }
    free(exchange);
}

static struct aurpay_exchange *create_exchange(struct aurpay_pool *pool, const struct aurpay_attempt *attempt,
                                               struct aurpay_response *response)
{
    struct aurpay_exchange *exchange = calloc(1, sizeof(*exchange));

    if (!exchange) {
        return NULL;
    }
    exchange->attempt = attempt;
    exchange->is_read = attempt->is_read;
    exchange->response = response;
    exchange->easy = pool->idle ? pool->idle : curl_easy_init();
    pool->idle = NULL;
    if (!exchange->easy) {
        free(exchange);
        return NULL;
    }
    return exchange;
}

enum aurpay_code aurpay_transport_perform(struct aurpay_pool *pool, const struct aurpay_attempt *attempt,
                                          struct aurpay_response *response)
{
    struct aurpay_exchange *exchange = create_exchange(pool, attempt, response);
    enum aurpay_code code;

    if (!exchange) {
        return AURPAY_ERROR_MEMORY;
    }
    aurpay_response_reset(response);
    code = aurpay_exchange_prepare(exchange, pool);
    if (!code && curl_multi_add_handle(pool->multi, exchange->easy) != CURLM_OK) {
        code = AURPAY_ERROR_SETUP;
    }
    if (code) {
        release(exchange, pool);
        return code;
    }
    attach(exchange, pool);
    drive(exchange, pool);
    if (!aurpay_pool_is_own(pool)) {
        /* An interrupt forked, and this is the child: the transfer is the parent's. Nothing of it may be touched,
         * so the exchange stays with the pool that is abandoned. Whether the parent sends it is not known here. */
        response->transfer = AURPAY_TRANSFER_INTERRUPTED;
        response->sent = true;
        return AURPAY_OK;
    }
    curl_multi_remove_handle(pool->multi, exchange->easy);
    detach(exchange, pool);
    aurpay_exchange_collect(exchange, &pool->statistics);
    release(exchange, pool);
    return AURPAY_OK;
}

void aurpay_transport_interrupt(struct aurpay_pool *pool)
{
    struct aurpay_exchange *exchange = aurpay_pool_is_own(pool) ? pool->in_flight : NULL;

    for (; exchange; exchange = exchange->next) {
        curl_multi_remove_handle(pool->multi, exchange->easy);
        exchange->interrupted = !exchange->is_done;
        exchange->is_done = true;
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

        curl_multi_remove_handle(pool->multi, exchange->easy);
        release(exchange, pool);
        exchange = next;
    }
    pool->in_flight = NULL;
}

bool aurpay_transport_wait(struct aurpay_pool *pool, int64_t duration, int64_t deadline,
                           const struct aurpay_interrupt *interrupt)
{
    int64_t end = aurpay_clock_monotonic() + duration;

    for (;;) {
        int64_t now = aurpay_clock_monotonic();

        /* An interrupt may fork: the pool is the parent's then. */
        if (now >= deadline || is_interrupted(interrupt) || !aurpay_pool_is_own(pool)) {
            return false;
        }
        if (now >= end) {
            return true;
        }
        if (curl_multi_poll(pool->multi, NULL, 0, slice(end - now), NULL) != CURLM_OK) {
            return false;
        }
    }
}
