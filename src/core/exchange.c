#include "exchange.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "clock.h"
#include "hooks.h"
#include "reuse.h"
#include "trust.h"

/* Calls that are not reads reuse only recently used connections: if the server closes one while we send, a
 * read reconnects, but any other call ends with an unknown outcome. */
#define OTHER_MAX_IDLE_SECONDS 15L

/* CURLOPT_CA_CACHE_TIMEOUT of libcurl 7.87. The library may be newer than the headers. */
#define CA_CACHE_TIMEOUT ((CURLoption)(CURLOPTTYPE_LONG + 321))

/* libcurl's default. A file that changes is noticed by us (trust.h). */
#define CA_CACHE_SECONDS (24L * 60 * 60)

struct aurpay_exchange *aurpay_exchange_create(struct aurpay_pool *pool)
{
    struct aurpay_exchange *exchange = calloc(1, sizeof(*exchange));

    if (!exchange) {
        return NULL;
    }
    exchange->pool = pool;
    exchange->easy = curl_easy_init();
    if (!exchange->easy) {
        free(exchange);
        return NULL;
    }
    return exchange;
}

void aurpay_exchange_free(struct aurpay_exchange *exchange)
{
    if (exchange) {
        curl_easy_cleanup(exchange->easy);
        aurpay_setup_free(&exchange->setup);
        free(exchange);
    }
}

static enum aurpay_code make_header_lines(struct aurpay_exchange *exchange,
                                          const struct aurpay_request *request)
{
    struct curl_slist *lines;
    size_t i;

    /* `Name:` without a value stops libcurl from adding a header of its own. */
    lines = curl_slist_append(NULL, "Expect:");
    exchange->header_lines = lines;
    if (lines && !request->content_type) {
        lines = curl_slist_append(lines, "Content-Type:");
    }
    /* Appending never moves the first line: after a failure the list can still be freed. */
    for (i = 0; lines && i < request->header_count; i++) {
        lines = curl_slist_append(lines, request->headers[i].line);
    }
    return lines ? AURPAY_OK : AURPAY_ERROR_MEMORY;
}

static void free_header_lines(struct aurpay_exchange *exchange)
{
    struct curl_slist *line;

    for (line = exchange->header_lines; line; line = line->next) {
        OPENSSL_cleanse(line->data, strlen(line->data));
    }
    curl_slist_free_all(exchange->header_lines);
    exchange->header_lines = NULL;
}

static CURLcode set_request(struct aurpay_exchange *exchange, const struct aurpay_request *request)
{
    bool is_get = strcmp(request->method, "GET") == 0;
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_URL, aurpay_buffer_string(&request->url)));
    /* Sends exactly the bytes that were signed. libcurl may change a URL: newer versions drop an empty
     * query. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_REQUEST_TARGET, aurpay_request_target(request)));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_HTTPHEADER, exchange->header_lines));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, is_get ? NULL : request->method));
    if (is_get) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L));
        return code;
    }
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_POST, 1L));
    aurpay_setup_note(&code,
                      curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length));
    aurpay_setup_note(&code,
                      curl_easy_setopt(easy, CURLOPT_POSTFIELDS, aurpay_buffer_string(&request->body)));
    return code;
}

static int64_t remaining_of(const struct aurpay_attempt *attempt)
{
    int64_t remaining = attempt->deadline - aurpay_clock_monotonic();

    /* 0 would mean no timeout to libcurl. */
    return remaining < 1 ? 1 : remaining;
}

static CURLcode set_times(CURL *easy, const struct aurpay_pool *pool, const struct aurpay_attempt *attempt)
{
    long remaining = (long)remaining_of(attempt);
    long connect = attempt->settings->connect_timeout_milliseconds;
    long idle = pool->limits.idle_seconds;
    CURLcode code = CURLE_OK;

    if (!attempt->is_read && idle > OTHER_MAX_IDLE_SECONDS) {
        idle = OTHER_MAX_IDLE_SECONDS;
    }
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, remaining));
    aurpay_setup_note(
        &code, curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect < remaining ? connect : remaining));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, idle));
    return code;
}

/* Without a prerequest callback it is not known in advance which connection a read uses, so all idle ones are
 * checked before it starts. */
static bool needs_fresh_connection(const struct aurpay_exchange *exchange)
{
    return aurpay_reuse_needs_own_connection(exchange) ||
           (!exchange->setup.has_prerequest && aurpay_socket_has_unfit_at_rest(exchange->pool));
}

static CURLcode set_connection(struct aurpay_exchange *exchange, const struct aurpay_attempt *attempt)
{
    bool needs_fresh = needs_fresh_connection(exchange);
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    exchange->is_connection_fresh = needs_fresh;
    exchange->response->sent = !exchange->setup.has_prerequest;
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, needs_fresh ? 1L : 0L));
    /* A connection is kept only once an answer has come over it: hooks.c then allows that. libcurl also keeps
     * an HTTP/2 connection on which a request failed, though it may be dead or its state broken. 7.74 even
     * keeps one that never answered, and PIPEWAIT would wait for it. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L));
    /* With plain http libcurl would wait for the first answer to learn that there is no HTTP/2. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PIPEWAIT,
                                              attempt->is_read && exchange->setup.is_https ? 1L : 0L));
    /* Without TLS there is no HTTP/2, and libcurl is not to believe a server that claims it: it would send
     * other requests over a connection that waits for its answer. Over HTTP/2 through an https proxy, one
     * call in ten hangs until its deadline with libcurl 7.74, none with 7.88. */
    if (!exchange->setup.is_https || (!exchange->setup.has_prerequest &&
                                      (!attempt->is_read || aurpay_reuse_is_through_https_proxy(exchange)))) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1));
    } else {
        /* Refused by a libcurl that was built without HTTP/2, which then speaks 1.1. */
        (void)curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    }
    return code;
}

/* How long libcurl may use the CAs that it has loaded. */
static void set_trust(struct aurpay_exchange *exchange)
{
    bool is_doubted =
        aurpay_trust_is_doubted(exchange->pool->trusted_files, exchange->setup.texts[AURPAY_SETUP_CA_FILE]);

    /* Refused by an older library, which keeps none. */
    (void)curl_easy_setopt(exchange->easy, CA_CACHE_TIMEOUT, is_doubted ? 0L : CA_CACHE_SECONDS);
}

static CURLcode set_attempt(struct aurpay_exchange *exchange, const struct aurpay_attempt *attempt)
{
    CURLcode code = set_request(exchange, attempt->request);

    aurpay_setup_note(&code,
                      curl_easy_setopt(exchange->easy, CURLOPT_ERRORBUFFER, exchange->response->error));
    aurpay_setup_note(&code, set_times(exchange->easy, exchange->pool, attempt));
    aurpay_setup_note(&code, set_connection(exchange, attempt));
    if (exchange->setup.is_https) {
        set_trust(exchange);
    }
    return code;
}

static void begin(struct aurpay_exchange *exchange, const struct aurpay_attempt *attempt,
                  struct aurpay_response *response)
{
    static const struct aurpay_ports no_ports;

    exchange->is_read = attempt->is_read;
    exchange->deadline = attempt->deadline;
    exchange->response = response;
    exchange->prerequests = 0;
    exchange->connects = 0;
    exchange->is_connection_fresh = false;
    exchange->ports = no_ports;
    exchange->head = AURPAY_HEAD_NONE;
    exchange->header_bytes = 0;
    exchange->is_interim = false;
    exchange->is_http_2 = false;
    exchange->leaves_connection = false;
    exchange->is_connection_unfit = false;
    exchange->too_large = false;
    exchange->interrupted = false;
    exchange->is_done = false;
}

static enum aurpay_code set_up(struct aurpay_exchange *exchange, const struct aurpay_attempt *attempt)
{
    bool has_prerequest;

    if (aurpay_hooks_set(exchange, &has_prerequest) != CURLE_OK) {
        return AURPAY_ERROR_SETUP;
    }
    exchange->pool->lacks_prerequest = !has_prerequest;
    return aurpay_setup_make(&exchange->setup, exchange->easy, exchange->pool, attempt, has_prerequest);
}

enum aurpay_code aurpay_exchange_prepare(struct aurpay_exchange *exchange,
                                         const struct aurpay_attempt *attempt,
                                         struct aurpay_response *response)
{
    enum aurpay_code code = AURPAY_OK;

    begin(exchange, attempt, response);
    if (!exchange->setup.is_made) {
        code = set_up(exchange, attempt);
    }
    if (!code) {
        code = make_header_lines(exchange, attempt->request);
    }
    if (!code && set_attempt(exchange, attempt) != CURLE_OK) {
        code = AURPAY_ERROR_SETUP;
    }
    return code;
}

void aurpay_exchange_release(struct aurpay_exchange *exchange)
{
    (void)curl_easy_setopt(exchange->easy, CURLOPT_HTTPHEADER, NULL);
    (void)curl_easy_setopt(exchange->easy, CURLOPT_POSTFIELDS, NULL);
    (void)curl_easy_setopt(exchange->easy, CURLOPT_ERRORBUFFER, NULL);
    free_header_lines(exchange);
    exchange->response = NULL;
}

bool aurpay_exchange_can_be_kept(const struct aurpay_exchange *exchange)
{
    /* libcurl before 7.80 keeps in the handle that a stream was refused, and would send the next request
     * twice. Every libcurl counts the resends of a handle over all its transfers, and gives up at the
     * fifth. */
    return exchange->response->transfer == AURPAY_TRANSFER_COMPLETE && exchange->setup.has_prerequest &&
           exchange->prerequests == 1 && exchange->pool->keeps_handles;
}
