/* Sets libcurl up for one attempt: what may be spoken, with whom, and how often. */

#include "exchange.h"

#include <string.h>

#include <openssl/crypto.h>

#include "clock.h"
#include "socket.h"

/* A connection that the server gives up at that moment costs a read a reconnect, and any other call an unknown
 * outcome, so those take only fresher ones. */
#define OTHER_MAX_IDLE_SECONDS 15L

#if LIBCURL_VERSION_NUM >= 0x075000
#define HAVE_PREREQUEST 1

/* Called when the connection is ready and the request is about to be sent, and again before libcurl resends it on
 * another connection. The flag it sets is the only thing that says whether bytes may have left. */
static int before_request(void *context, char *primary_ip, char *local_ip, int primary_port, int local_port)
{
    struct aurpay_exchange *exchange = context;

    (void)primary_ip;
    (void)local_ip;
    (void)primary_port;
    if (exchange->response->sent && !exchange->is_read) {
        exchange->response->resend_refused = true;
        return CURL_PREREQFUNC_ABORT;
    }
    /* libcurl looks before it reuses a connection, but newer ones only once a second (8.23). */
    if (!exchange->is_read && !exchange->is_connection_fresh &&
        aurpay_socket_is_closed_by_peer(exchange->pool, local_port)) {
        exchange->is_connection_dead = true;
        return CURL_PREREQFUNC_ABORT;
    }
    exchange->response->sent = true;
    return CURL_PREREQFUNC_OK;
}
#endif

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    struct aurpay_exchange *exchange = context;
    struct aurpay_buffer *headers = &exchange->response->headers;
    size_t length = size * count;

    /* A new status line (after a 100, or the proxy's answer) begins a new block. */
    if (length > 5 && memcmp(line, "HTTP/", 5) == 0) {
        aurpay_buffer_clear(headers);
    }
    return aurpay_buffer_append(headers, line, length) == AURPAY_OK ? length : 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    struct aurpay_exchange *exchange = context;
    size_t length = size * count;
    enum aurpay_code code = aurpay_buffer_append(&exchange->response->body, bytes, length);

    exchange->too_large = code == AURPAY_ERROR_LIMIT;
    return code ? 0 : length;
}

/* libcurl's list of "Name: value" lines. `Name;` is its way to write a header with an empty value. */
static struct curl_slist *append_header_line(struct curl_slist *lines, const struct aurpay_header *header)
{
    struct aurpay_buffer line;
    struct curl_slist *longer = NULL;
    enum aurpay_code code;

    aurpay_buffer_init(&line, 16 * 1024);
    code = aurpay_buffer_append_string(&line, header->name);
    if (!code) {
        code = aurpay_buffer_append_string(&line, header->value[0] ? ": " : ";");
    }
    if (!code) {
        code = aurpay_buffer_append_string(&line, header->value);
    }
    if (!code) {
        longer = curl_slist_append(lines, aurpay_buffer_string(&line));
    }
    aurpay_buffer_free(&line);
    return longer;
}

static enum aurpay_code make_header_lines(struct aurpay_exchange *exchange,
                                          const struct aurpay_request *request)
{
    struct curl_slist *lines;
    size_t i;

    /* libcurl adds these on its own: `Name:` without a value takes them away. */
    lines = curl_slist_append(NULL, "Expect:");
    exchange->header_lines = lines;
    if (lines && !request->content_type) {
        lines = curl_slist_append(lines, "Content-Type:");
    }
    /* The first line's address stays: appending never moves it, and a failure leaves it to be freed. */
    for (i = 0; lines && i < request->header_count; i++) {
        lines = append_header_line(lines, &request->headers[i]);
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

/* Remembers the first failure of a row of curl_easy_setopt calls. */
static void note(CURLcode *first, CURLcode code)
{
    if (*first == CURLE_OK) {
        *first = code;
    }
}

static CURLcode set_request(struct aurpay_exchange *exchange, const struct aurpay_request *request)
{
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    note(&code, curl_easy_setopt(easy, CURLOPT_URL, aurpay_buffer_string(&request->url)));
    note(&code, curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L));
    /* The very bytes that were signed, whatever libcurl would make of the URL (newer ones drop an empty query). */
    note(&code, curl_easy_setopt(easy, CURLOPT_REQUEST_TARGET, aurpay_request_target(request)));
    if (strcmp(request->method, "GET") == 0) {
        note(&code, curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L));
    } else {
        note(&code, curl_easy_setopt(easy, CURLOPT_POST, 1L));
        note(&code, curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method));
        note(&code, curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length));
        note(&code, curl_easy_setopt(easy, CURLOPT_POSTFIELDS, aurpay_buffer_string(&request->body)));
    }
    note(&code, curl_easy_setopt(easy, CURLOPT_HTTPHEADER, exchange->header_lines));
    return code;
}

static CURLcode set_answer(struct aurpay_exchange *exchange)
{
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    note(&code, curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header));
    note(&code, curl_easy_setopt(easy, CURLOPT_HEADERDATA, exchange));
    note(&code, curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body));
    note(&code, curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange));
    note(&code, curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, exchange->response->error));
    note(&code, curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L));
    /* Every encoding libcurl was built with: the service answers with br and gzip. */
    note(&code, curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""));
    note(&code, curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L));
    return code;
}

static bool is_https(const struct aurpay_attempt *attempt)
{
    return curl_strnequal(aurpay_buffer_string(&attempt->request->url), "https:", 6) != 0;
}

/* TLS is always verified; there is no way to switch it off. */
static CURLcode set_security(struct aurpay_exchange *exchange, const struct aurpay_attempt *attempt)
{
    const struct aurpay_transport_settings *settings = attempt->settings;
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    note(&code, curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L));
    note(&code, curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L));
    note(&code, curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    if (settings->ca_file) {
        note(&code, curl_easy_setopt(easy, CURLOPT_CAINFO, settings->ca_file));
        /* The system's directory of CAs would be trusted beside the file. */
        note(&code, curl_easy_setopt(easy, CURLOPT_CAPATH, NULL));
    }
    if (settings->pinned_public_key) {
        note(&code, curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, settings->pinned_public_key));
    }
#if LIBCURL_VERSION_NUM >= 0x075500
    note(&code, curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, is_https(attempt) ? "https" : "http"));
#else
    note(&code, curl_easy_setopt(easy, CURLOPT_PROTOCOLS,
                                 (long)(is_https(attempt) ? CURLPROTO_HTTPS : CURLPROTO_HTTP)));
#endif
    return code;
}

static int64_t remaining_of(const struct aurpay_attempt *attempt)
{
    int64_t remaining = attempt->deadline - aurpay_clock_monotonic();

    /* 0 would mean no timeout to libcurl. */
    return remaining < 1 ? 1 : remaining;
}

static CURLcode set_connection(struct aurpay_exchange *exchange, const struct aurpay_pool *pool,
                               const struct aurpay_attempt *attempt)
{
    int64_t remaining = remaining_of(attempt);
    const struct aurpay_transport_settings *settings = attempt->settings;
    long idle = pool->limits.idle_seconds;
    long connect = settings->connect_timeout_milliseconds;
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    note(&code, curl_easy_setopt(easy, CURLOPT_SHARE, pool->share));
    note(&code, curl_easy_setopt(easy, CURLOPT_PRIVATE, exchange));
    note(&code, curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L));
    note(&code, curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)remaining));
    note(&code,
         curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect < remaining ? connect : (long)remaining));
#if LIBCURL_VERSION_NUM >= 0x075700
    /* Without it a slow name server keeps the call beyond its deadline. */
    (void)curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
    note(&code,
         curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN,
                          attempt->is_read || idle < OTHER_MAX_IDLE_SECONDS ? idle : OTHER_MAX_IDLE_SECONDS));
    /* With plain http libcurl would wait for the first answer to learn that there is no HTTP/2. */
    note(&code, curl_easy_setopt(easy, CURLOPT_PIPEWAIT, attempt->is_read && is_https(attempt) ? 1L : 0L));
    /* Refused by a libcurl that was built without HTTP/2, which then speaks 1.1. */
    (void)curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    /* "" and not NULL: the environment's proxy variables are ignored. */
    note(&code, curl_easy_setopt(easy, CURLOPT_PROXY, settings->proxy ? settings->proxy : ""));
    note(&code, curl_easy_setopt(easy, CURLOPT_NOPROXY, ""));
    note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    note(&code, curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED));
    note(&code, curl_easy_setopt(easy, CURLOPT_USERAGENT, settings->user_agent));
#ifndef _WIN32
    note(&code, curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, aurpay_socket_open));
    note(&code, curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, pool));
    note(&code, curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, aurpay_socket_close));
    note(&code, curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, pool));
#endif
    return code;
}

/* Stops libcurl from sending a request a second time when a reused connection dies before the first byte of the
 * answer. What the header promises the library at run time may lack, so its answer decides. */
static CURLcode set_at_most_once(struct aurpay_exchange *exchange)
{
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

#ifdef HAVE_PREREQUEST
    if (curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request) == CURLE_OK &&
        curl_easy_setopt(easy, CURLOPT_PREREQDATA, exchange) == CURLE_OK) {
        return CURLE_OK;
    }
#endif
    /* From here on nothing tells us when bytes leave. */
    exchange->response->sent = true;
    if (!exchange->is_read) {
        note(&code, curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L));
        note(&code, curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1));
    }
    return code;
}

bool aurpay_transport_has_prerequest(void)
{
    bool has = false;
#ifdef HAVE_PREREQUEST
    CURL *easy = curl_easy_init();

    if (easy) {
        has = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request) == CURLE_OK;
        curl_easy_cleanup(easy);
    }
#endif
    return has;
}

static CURLcode set_options(struct aurpay_exchange *exchange, const struct aurpay_pool *pool,
                            const struct aurpay_attempt *attempt)
{
    CURLcode code;

    curl_easy_reset(exchange->easy);
    code = set_request(exchange, attempt->request);
    note(&code, set_answer(exchange));
    note(&code, set_security(exchange, attempt));
    note(&code, set_connection(exchange, pool, attempt));
    note(&code, set_at_most_once(exchange));
    return code;
}

enum aurpay_code aurpay_exchange_prepare(struct aurpay_exchange *exchange, const struct aurpay_pool *pool,
                                         const struct aurpay_attempt *attempt)
{
    enum aurpay_code code = make_header_lines(exchange, attempt->request);

    if (!code && set_options(exchange, pool, attempt) != CURLE_OK) {
        code = AURPAY_ERROR_SETUP;
    }
    return code;
}

void aurpay_exchange_release(struct aurpay_exchange *exchange)
{
    curl_easy_reset(exchange->easy);
    free_header_lines(exchange);
}
