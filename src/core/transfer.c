/* What became of an exchange: libcurl's result, in the words of the response. */
#include "exchange.h"

#include <stdio.h>

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

void aurpay_exchange_collect(struct aurpay_exchange *exchange, struct aurpay_statistics *statistics)
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
