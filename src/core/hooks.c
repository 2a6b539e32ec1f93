#include "hooks.h"

#include <string.h>

#include "reuse.h"
#include "socket.h"
#include "tls_state.h"

#if LIBCURL_VERSION_NUM >= 0x075000
#define HAVE_PREREQUEST 1

/* Called when the connection is ready and the request is about to be sent, and again before libcurl resends
 * it on another connection. The flag it sets is the only thing that says whether bytes may have left. */
static int before_request(void *context, char *primary_ip, char *local_ip, int primary_port, int local_port)
{
    struct aurpay_exchange *exchange = context;

    (void)primary_ip;
    (void)local_ip;
    exchange->ports.local = local_port;
    exchange->ports.peer = primary_port;
    exchange->prerequests++;
    if (exchange->response->sent && !exchange->is_read) {
        exchange->response->resend_refused = true;
        return CURL_PREREQFUNC_ABORT;
    }
    if (!aurpay_reuse_is_fit(exchange, exchange->ports)) {
        exchange->is_connection_unfit = true;
        return CURL_PREREQFUNC_ABORT;
    }
    exchange->response->sent = true;
    return CURL_PREREQFUNC_OK;
}
#endif

static void begin_head(struct aurpay_exchange *exchange, const char *line, size_t length)
{
    const struct ssl_st *tls = aurpay_reuse_tls_of(exchange);
    bool is_https = exchange->setup.is_https;
    /* TLS knows the version. A status line may lie: libcurl 7.88 accepts "HTTP/2" on HTTP/1.1. */
    bool is_http_2 = tls ? aurpay_tls_state_is_http_2(tls) : is_https && length > 5 && line[5] == '2';
    const char *code = memchr(line, ' ', length);

    /* After a 1xx answer, only the last headers count. */
    aurpay_buffer_clear(&exchange->response->headers);
    exchange->head = AURPAY_HEAD_BEGUN;
    exchange->is_http_2 = is_http_2;
    /* 101 is final: what follows is not HTTP. */
    exchange->is_interim =
        code && length - (size_t)(code - line) > 3 && code[1] == '1' && memcmp(code + 1, "101", 3) != 0;
    aurpay_reuse_learn_connection(exchange);
    aurpay_socket_note_answer(exchange->pool, exchange->ports,
                              is_http_2 ? AURPAY_PROTOCOL_HTTP_2 : AURPAY_PROTOCOL_HTTP_1,
                              exchange->setup.has_prerequest ? NULL : tls);
}

/* Before libcurl 7.80, calls that are not reads use HTTP/1.1. The next read would do so, too, on their
 * connections. Where no connection is kept, many reads over HTTP/2 share one all the same, until the pool
 * ends it (transport.c): some still wait for it when the first is answered. */
static bool may_leave_connection(const struct aurpay_exchange *exchange)
{
    return !aurpay_reuse_needs_own_connection(exchange) &&
           (exchange->pool->limits.idle_connections > 0 ||
            (exchange->is_http_2 && !aurpay_reuse_is_alone(exchange)));
}

static void end_head(struct aurpay_exchange *exchange)
{
    exchange->head = exchange->is_interim ? AURPAY_HEAD_NONE : AURPAY_HEAD_WHOLE;
    exchange->leaves_connection = !exchange->is_interim && may_leave_connection(exchange);
    if (exchange->leaves_connection) {
        (void)curl_easy_setopt(exchange->easy, CURLOPT_FORBID_REUSE, 0L);
    }
}

static size_t on_header(char *line, size_t size, size_t count, void *context)
{
    struct aurpay_exchange *exchange = context;
    size_t length = size * count;

    exchange->header_bytes += length;
    if (exchange->header_bytes > AURPAY_RESPONSE_HEADERS_LIMIT) {
        return 0;
    }
    switch (exchange->head) {
    case AURPAY_HEAD_NONE:
        begin_head(exchange, line, length);
        break;
    case AURPAY_HEAD_BEGUN:
        if (length > 0 && (line[0] == '\r' || line[0] == '\n')) {
            end_head(exchange);
        }
        break;
    case AURPAY_HEAD_WHOLE:
        /* Trailers are no headers (RFC 9110, 6.5.1). */
        return length;
    }
    return aurpay_response_add_header_line(exchange->response, line, length) == AURPAY_OK ? length : 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    struct aurpay_exchange *exchange = context;
    size_t length = size * count;
    enum aurpay_code code = aurpay_buffer_append(&exchange->response->body, bytes, length);

    exchange->too_large = code == AURPAY_ERROR_LIMIT;
    return code ? 0 : length;
}

#ifndef _WIN32
/* Before libcurl connects, it closes dead connections, and may write their errors into this transfer's error
 * buffer. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct aurpay_exchange *exchange = context;

    (void)purpose;
    exchange->response->error[0] = '\0';
    return aurpay_socket_open(exchange->pool, &exchange->setup.terms, address);
}
#endif

/* Windows' sockets are libcurl's own. */
static CURLcode set_sockets(struct aurpay_exchange *exchange)
{
    CURLcode code = CURLE_OK;

#ifdef _WIN32
    (void)exchange;
#else
    CURL *easy = exchange->easy;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, exchange));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, aurpay_socket_close));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, exchange->pool));
#endif
    return code;
}

static CURLcode set_callbacks(struct aurpay_exchange *exchange)
{
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PRIVATE, exchange));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_HEADERDATA, exchange));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_WRITEDATA, exchange));
    return code;
}

/* Stops libcurl from resending a request when a reused connection dies before the first byte of the answer.
 * The library may be older than its headers, so the return value decides. */
static bool set_prerequest(struct aurpay_exchange *exchange)
{
#ifdef HAVE_PREREQUEST
    /* The data first: a callback without them would crash. */
    return curl_easy_setopt(exchange->easy, CURLOPT_PREREQDATA, exchange) == CURLE_OK &&
           curl_easy_setopt(exchange->easy, CURLOPT_PREREQFUNCTION, before_request) == CURLE_OK;
#else
    (void)exchange;
    return false;
#endif
}

CURLcode aurpay_hooks_set(struct aurpay_exchange *exchange, bool *has_prerequest)
{
    CURLcode code = set_sockets(exchange);

    aurpay_setup_note(&code, set_callbacks(exchange));
    *has_prerequest = set_prerequest(exchange);
    return code;
}

bool aurpay_hooks_have_prerequest(void)
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
