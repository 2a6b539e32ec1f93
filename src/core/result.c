#include "result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "tls_fault.h"

/* An attempt that ends this close to the deadline counts as timed out: libcurl's clock and ours are read at
 * different times. */
#define DEADLINE_SLACK_MILLISECONDS 10

static long long_info(CURL *easy, CURLINFO info)
{
    long value = 0;

    curl_easy_getinfo(easy, info, &value);
    return value;
}

/* OpenSSL's verify result for the certificate of the server or the proxy; 0 when libcurl uses another TLS
 * library, whose codes differ. */
static long verify_result_of(const struct aurpay_exchange *exchange)
{
    struct curl_tlssessioninfo *session = NULL;

    curl_easy_getinfo(exchange->easy, CURLINFO_TLS_SSL_PTR, &session);
    if (!session || session->backend != CURLSSLBACKEND_OPENSSL) {
        return 0;
    }
    return long_info(exchange->easy, exchange->response->at_proxy ? CURLINFO_PROXY_SSL_VERIFYRESULT
                                                                  : CURLINFO_SSL_VERIFYRESULT);
}

/* Whether the request left. libcurl's times are of the last connection alone: one that we asked for, after
 * the request was lost on another one, may not have been made. */
static bool has_left(const struct aurpay_exchange *exchange)
{
    const struct aurpay_response *response = exchange->response;

    return response->timings.ready > 0 || (exchange->setup.has_prerequest && response->sent);
}

/* libcurl versions differ in what their timings count as connected. The number of connections made and the
 * time when the request could be sent are reliable. */
static enum aurpay_step step_of(const struct aurpay_exchange *exchange, bool is_connected)
{
    const struct aurpay_response *response = exchange->response;

    if (response->http_status) {
        return AURPAY_STEP_REST_OF_ANSWER;
    }
    if (has_left(exchange)) {
        return AURPAY_STEP_ANSWER;
    }
    if (!is_connected) {
        return response->timings.name_lookup > 0 ? AURPAY_STEP_CONNECTION : AURPAY_STEP_NAME;
    }
    return response->at_proxy ? AURPAY_STEP_PROXY : AURPAY_STEP_TLS;
}

/* Records how far a failed attempt had come. */
static void locate(struct aurpay_exchange *exchange, bool is_connected)
{
    struct aurpay_response *response = exchange->response;
    bool has_proxy = exchange->setup.texts[AURPAY_SETUP_PROXY] != NULL;

    response->proxy_status = long_info(exchange->easy, CURLINFO_HTTP_CONNECTCODE);
    response->system_error = long_info(exchange->easy, CURLINFO_OS_ERRNO);
    response->at_proxy = has_proxy && !has_left(exchange) && response->proxy_status / 100 != 2;
    response->step = step_of(exchange, is_connected);
}

static enum aurpay_transfer timeout_of(const struct aurpay_exchange *exchange)
{
    int64_t remaining = exchange->deadline - aurpay_clock_monotonic();

    return exchange->response->step < AURPAY_STEP_ANSWER && remaining > DEADLINE_SLACK_MILLISECONDS
               ? AURPAY_TRANSFER_CONNECT_TIMED_OUT
               : AURPAY_TRANSFER_TIMED_OUT;
}

static enum aurpay_transfer fault_of(const struct aurpay_exchange *exchange)
{
    switch (exchange->result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return AURPAY_TRANSFER_NAME_NOT_RESOLVED;
    case CURLE_COULDNT_CONNECT:
        return AURPAY_TRANSFER_NOT_CONNECTED;
    case CURLE_OPERATION_TIMEDOUT:
        return timeout_of(exchange);
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_PROXY:
        return AURPAY_TRANSFER_BROKEN;
    default:
        return aurpay_tls_fault_classify(exchange->result, verify_result_of(exchange),
                                         exchange->response->error);
    }
}

static bool is_before_sending(enum aurpay_transfer transfer)
{
    return transfer >= AURPAY_TRANSFER_NAME_NOT_RESOLVED && transfer <= AURPAY_TRANSFER_TLS_FAILED;
}

/* The status of the answer. libcurl makes a 200 of a status line that has none: where the HTTP status is the
 * answer, that would be a success. 0 then, as without an answer. */
static long status_of(const struct aurpay_exchange *exchange)
{
    const char *line = aurpay_buffer_string(&exchange->response->headers);
    const char *status = memchr(line, ' ', strcspn(line, "\r\n"));
    long reported = long_info(exchange->easy, CURLINFO_RESPONSE_CODE);

    if (exchange->head == AURPAY_HEAD_NONE) {
        return reported;
    }
    return status && strtol(status, NULL, 10) == reported ? reported : 0;
}

bool aurpay_result_is_complete(const struct aurpay_exchange *exchange)
{
    /* libcurl takes a connection that ends among the headers for an answer without a body. What our callbacks
     * ended has a result of its own. */
    return exchange->result == CURLE_OK && exchange->head == AURPAY_HEAD_WHOLE && status_of(exchange);
}

/* Why a transfer is not complete. */
static enum aurpay_transfer failure_of(const struct aurpay_exchange *exchange)
{
    const struct aurpay_response *response = exchange->response;
    enum aurpay_transfer transfer;

    if (exchange->interrupted) {
        return AURPAY_TRANSFER_INTERRUPTED;
    }
    if (exchange->too_large) {
        return AURPAY_TRANSFER_TOO_LARGE;
    }
    if (response->resend_refused || exchange->result == CURLE_OK) {
        return AURPAY_TRANSFER_BROKEN;
    }
    /* libcurl reports it as a broken connection. */
    if (response->at_proxy && response->proxy_status) {
        return AURPAY_TRANSFER_PROXY_REFUSED;
    }
    transfer = fault_of(exchange);
    /* A reused connection was lost with the request on it, and then no new one could be made. */
    return response->step >= AURPAY_STEP_ANSWER && is_before_sending(transfer) ? AURPAY_TRANSFER_BROKEN
                                                                               : transfer;
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
    timings->ready = milliseconds(easy, CURLINFO_PRETRANSFER_TIME_T);
    timings->first_byte = milliseconds(easy, CURLINFO_STARTTRANSFER_TIME_T);
    timings->total = milliseconds(easy, CURLINFO_TOTAL_TIME_T);
}

/* Describes a failure in libcurl's words, or in ours if we ended the transfer. */
static void describe(struct aurpay_exchange *exchange)
{
    char *error = exchange->response->error;
    const char *words = NULL;

    if (exchange->interrupted || exchange->too_large) {
        error[0] = '\0';
    } else if (exchange->response->resend_refused) {
        words = "it had been used before, and sending the request again was refused";
    } else if (exchange->result == CURLE_OK) {
        words = exchange->head == AURPAY_HEAD_WHOLE ? "the answer has no HTTP status"
                                                    : "it ended among the headers";
    } else {
        words = aurpay_tls_fault_verdict(exchange->result, verify_result_of(exchange));
        if (!words && !error[0]) {
            words = curl_easy_strerror(exchange->result);
        }
    }
    exchange->response->error_is_fixed = words != NULL;
    if (words) {
        (void)snprintf(error, AURPAY_RESPONSE_ERROR_SIZE, "%s", words);
    }
}

void aurpay_result_collect(struct aurpay_exchange *exchange)
{
    struct aurpay_statistics *statistics = &exchange->pool->statistics;
    struct aurpay_response *response = exchange->response;
    curl_off_t uploaded = 0, downloaded = 0;
    CURL *easy = exchange->easy;
    long connects = long_info(easy, CURLINFO_NUM_CONNECTS);

    curl_easy_getinfo(easy, CURLINFO_SIZE_UPLOAD_T, &uploaded);
    curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &downloaded);
    read_timings(easy, &response->timings);
    if (exchange->setup.has_prerequest ? !response->sent : long_info(easy, CURLINFO_REQUEST_SIZE) == 0) {
        /* libcurl 8.23 sets it for a transfer that failed before, too. */
        response->timings.ready = 0;
    }
    response->http_status = status_of(exchange);
    response->http_version = version_name(long_info(easy, CURLINFO_HTTP_VERSION));
    response->reused_connection = response->timings.ready > 0 && connects == 0;
    if (response->reused_connection) {
        /* Older libcurl versions report the time it took to find the connection. */
        response->timings.connect = response->timings.tls = 0;
    }
    if (aurpay_result_is_complete(exchange)) {
        response->transfer = AURPAY_TRANSFER_COMPLETE;
    } else {
        locate(exchange, connects > 0);
        response->transfer = failure_of(exchange);
        describe(exchange);
    }
    /* `sent` does not tell: without a prerequest callback it is set in advance. */
    statistics->requests += has_left(exchange) ? 1 : 0;
    statistics->connections_opened += (uint64_t)connects;
    statistics->connections_reused += response->reused_connection ? 1 : 0;
    statistics->bytes_sent += (uint64_t)uploaded;
    statistics->bytes_received += (uint64_t)downloaded;
}
