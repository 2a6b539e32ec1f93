#include "exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static enum aurpay_transfer transfer_of(const struct aurpay_exchange *exchange)
{
    if (exchange->interrupted) {
        return AURPAY_TRANSFER_INTERRUPTED;
    }
    if (exchange->too_large) {
        return AURPAY_TRANSFER_TOO_LARGE;
    }
    if (exchange->response->resend_refused) {
        return AURPAY_TRANSFER_BROKEN;
    }
    switch (exchange->result) {
    case CURLE_OK:
        return AURPAY_TRANSFER_COMPLETE;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return AURPAY_TRANSFER_NAME_NOT_RESOLVED;
    case CURLE_COULDNT_CONNECT:
        return AURPAY_TRANSFER_NOT_CONNECTED;
    case CURLE_PROXY:
        return AURPAY_TRANSFER_PROXY_REFUSED;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return AURPAY_TRANSFER_CERTIFICATE_REFUSED;
    case CURLE_SSL_CONNECT_ERROR:
        return AURPAY_TRANSFER_TLS_FAILED;
    case CURLE_OPERATION_TIMEDOUT:
        return AURPAY_TRANSFER_TIMED_OUT;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return AURPAY_TRANSFER_BROKEN;
    default:
        return AURPAY_TRANSFER_FAILED;
    }
}

static const char *version_name(long version)
{
    switch (version) {
    case CURL_HTTP_VERSION_1_0:
        return "1.0";
    case CURL_HTTP_VERSION_1_1:
        return "1.1";
    case CURL_HTTP_VERSION_2_0:
        return "2";
    default:
        return "";
    }
}

static double milliseconds(CURL *easy, CURLINFO info)
{
    curl_off_t microseconds = 0;

    curl_easy_getinfo(easy, info, &microseconds);
    return (double)microseconds / 1000.0;
}

static void read_timings(CURL *easy, struct aurpay_timings *timings)
{
    timings->name_lookup = milliseconds(easy, CURLINFO_NAMELOOKUP_TIME_T);
    timings->connect = milliseconds(easy, CURLINFO_CONNECT_TIME_T);
    timings->tls = milliseconds(easy, CURLINFO_APPCONNECT_TIME_T);
    timings->first_byte = milliseconds(easy, CURLINFO_STARTTRANSFER_TIME_T);
    timings->total = milliseconds(easy, CURLINFO_TOTAL_TIME_T);
}

/* libcurl's words about a failure, or ours where we ended the transfer ourselves. */
static void describe(struct aurpay_exchange *exchange)
{
    char *error = exchange->response->error;
    const char *words = NULL;

    if (exchange->interrupted || exchange->too_large) {
        error[0] = '\0';
    } else if (exchange->response->resend_refused) {
        words = "a reused connection died before the answer, and sending again was refused";
    } else if (!error[0]) {
        words = curl_easy_strerror(exchange->result);
    }
    if (words) {
        (void)snprintf(error, AURPAY_RESPONSE_ERROR_SIZE, "%s", words);
    }
}

static void collect(struct aurpay_exchange *exchange, struct aurpay_statistics *statistics)
{
    struct aurpay_response *response = exchange->response;
    curl_off_t uploaded = 0, downloaded = 0;
    long version = 0, connects = 0;
    CURL *easy = exchange->easy;

    response->transfer = transfer_of(exchange);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &response->http_status);
    curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &uploaded);
    curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &downloaded);
    read_timings(easy, &response->timings);
    response->http_version = version_name(version);
    response->reused_connection = response->sent && connects == 0;
    if (response->transfer != AURPAY_TRANSFER_COMPLETE) {
        describe(exchange);
    }
    statistics->requests += response->sent ? 1 : 0;
    statistics->connections_opened += (uint64_t)connects;
    statistics->connections_reused += response->reused_connection ? 1 : 0;
    statistics->bytes_sent += (uint64_t)uploaded;
    statistics->bytes_received += (uint64_t)downloaded;
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
    collect(exchange, &pool->statistics);
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
