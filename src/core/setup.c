/* What stays from attempt to attempt: the callbacks, what may be spoken, and with whom. */

/* CURLOPT_PROTOCOLS: its successor, PROTOCOLS_STR, is refused by a library that is older than the headers. */
#define CURL_DISABLE_DEPRECATION

#include "exchange.h"

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
    /* TLS knows. A status line may say anything, and libcurl 7.88 takes "HTTP/2" on HTTP/1.1. */
    bool is_http_2 = tls ? aurpay_tls_state_is_http_2(tls) : is_https && length > 5 && line[5] == '2';
    const char *code = memchr(line, ' ', length);

    /* After a 1xx: only the last head counts. */
    aurpay_buffer_clear(&exchange->response->headers);
    exchange->head = AURPAY_HEAD_BEGUN;
    /* 101 ends what HTTP has to say. */
    exchange->is_interim =
        code && length - (size_t)(code - line) > 3 && code[1] == '1' && memcmp(code + 1, "101", 3) != 0;
    aurpay_reuse_learn_connection(exchange);
    aurpay_socket_note_answer(exchange->pool, exchange->ports,
                              is_http_2 ? AURPAY_PROTOCOL_HTTP_2 : AURPAY_PROTOCOL_HTTP_1,
                              exchange->setup.has_prerequest ? NULL : tls);
    if (!exchange->setup.has_prerequest && !aurpay_reuse_needs_own_connection(exchange)) {
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
            exchange->head = exchange->is_interim ? AURPAY_HEAD_NONE : AURPAY_HEAD_WHOLE;
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

void aurpay_setup_note(CURLcode *first, CURLcode code)
{
    if (*first == CURLE_OK) {
        *first = code;
    }
}

#ifndef _WIN32
/* Before libcurl connects, it closes connections that have died meanwhile, and may complain of them in the
 * words of this transfer. */
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct aurpay_exchange *exchange = context;

    (void)purpose;
    exchange->response->error[0] = '\0';
    return aurpay_socket_open(exchange->pool, &exchange->setup.terms, address);
}
#endif

/* Windows' sockets are libcurl's own. */
static CURLcode set_sockets(struct aurpay_exchange *exchange, struct aurpay_pool *pool)
{
    CURLcode code = CURLE_OK;

#ifdef _WIN32
    (void)exchange;
    (void)pool;
#else
    CURL *easy = exchange->easy;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, exchange));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, aurpay_socket_close));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, pool));
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

/* Stops libcurl from sending a request a second time when a reused connection dies before the first byte of
 * the answer. The library at run time may lack what its header promises, so its answer decides. */
static bool set_prerequest(struct aurpay_exchange *exchange)
{
#ifdef HAVE_PREREQUEST
    return curl_easy_setopt(exchange->easy, CURLOPT_PREREQFUNCTION, before_request) == CURLE_OK &&
           curl_easy_setopt(exchange->easy, CURLOPT_PREREQDATA, exchange) == CURLE_OK;
#else
    (void)exchange;
    return false;
#endif
}

static CURLcode set_protocol(CURL *easy)
{
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L));
    /* Every encoding libcurl was built with: the service answers with br and gzip. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""));
#if LIBCURL_VERSION_NUM >= 0x075700
    /* Without it a slow name server keeps the call beyond its deadline. */
    (void)curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
    return code;
}

/* TLS is always verified; there is no way to switch it off. */
static CURLcode set_security(CURL *easy, const struct aurpay_transport_settings *settings, bool https)
{
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    if (settings->ca_file) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CAINFO, settings->ca_file));
        /* The system's directory of CAs would be trusted beside the file. */
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_CAPATH, NULL));
    }
    if (settings->ca_file && settings->proxy) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_CAINFO, settings->ca_file));
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY_CAPATH, NULL));
    }
    if (settings->pinned_public_key) {
        aurpay_setup_note(&code,
                          curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, settings->pinned_public_key));
    }
    aurpay_setup_note(
        &code, curl_easy_setopt(easy, CURLOPT_PROTOCOLS, (long)(https ? CURLPROTO_HTTPS : CURLPROTO_HTTP)));
    return code;
}

/* Which addresses of a name are used. libcurl before 7.80 takes those that it keeps of the name, whatever
 * their kind. */
static CURLcode set_ip_version(CURL *easy, int ip_version, bool has_prerequest)
{
    long kind = ip_version == 4 ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_V6;
    CURLcode code = CURLE_OK;

    if (ip_version) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_IPRESOLVE, kind));
    }
    if (ip_version && !has_prerequest) {
        aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L));
    }
    return code;
}

static CURLcode set_peer(CURL *easy, const struct aurpay_transport_settings *settings)
{
    CURLcode code = CURLE_OK;

    /* "" and not NULL: the environment's proxy variables are ignored. */
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_PROXY, settings->proxy ? settings->proxy : ""));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_NOPROXY, ""));
    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_USERAGENT, settings->user_agent));
    return code;
}

static CURLcode set_options(struct aurpay_exchange *exchange, struct aurpay_pool *pool,
                            const struct aurpay_transport_settings *settings)
{
    CURL *easy = exchange->easy;
    CURLcode code = CURLE_OK;

    aurpay_setup_note(&code, curl_easy_setopt(easy, CURLOPT_SHARE, pool->share));
    aurpay_setup_note(&code, set_sockets(exchange, pool));
    aurpay_setup_note(&code, set_callbacks(exchange));
    aurpay_setup_note(&code, set_protocol(easy));
    aurpay_setup_note(&code, set_security(easy, settings, exchange->setup.is_https));
    aurpay_setup_note(&code, set_peer(easy, settings));
    exchange->setup.has_prerequest = set_prerequest(exchange);
    pool->lacks_prerequest = !exchange->setup.has_prerequest;
    aurpay_setup_note(&code, set_ip_version(easy, settings->ip_version, exchange->setup.has_prerequest));
#if LIBCURL_VERSION_NUM >= 0x075000
    /* Refused by an older library, whose pool is replaced as a whole (pool.c). */
    (void)curl_easy_setopt(easy, CURLOPT_MAXLIFETIME_CONN, pool->lifetime_seconds);
#endif
    return code;
}

static void texts_of(const struct aurpay_transport_settings *settings, const char *texts[AURPAY_SETUP_TEXTS])
{
    texts[AURPAY_SETUP_CA_FILE] = settings->ca_file;
    texts[AURPAY_SETUP_PINNED_PUBLIC_KEY] = settings->pinned_public_key;
    texts[AURPAY_SETUP_PROXY] = settings->proxy;
    texts[AURPAY_SETUP_USER_AGENT] = settings->user_agent;
}

static bool is_same_text(const char *left, const char *right)
{
    return left && right ? strcmp(left, right) == 0 : left == right;
}

bool aurpay_attempt_is_https(const struct aurpay_attempt *attempt)
{
    return curl_strnequal(aurpay_buffer_string(&attempt->request->url), "https:", 6) != 0;
}

bool aurpay_setup_is_for(const struct aurpay_setup *setup, const struct aurpay_attempt *attempt)
{
    const char *texts[AURPAY_SETUP_TEXTS];
    size_t i;

    texts_of(attempt->settings, texts);
    for (i = 0; i < AURPAY_SETUP_TEXTS; i++) {
        if (!is_same_text(setup->texts[i], texts[i])) {
            return false;
        }
    }
    return setup->is_made && setup->is_https == aurpay_attempt_is_https(attempt) &&
           setup->ip_version == attempt->settings->ip_version;
}

/* A proxy's URL holds its credentials. */
static enum aurpay_code make_terms(struct aurpay_setup *setup)
{
    static const enum aurpay_setup_text parts[] = {AURPAY_SETUP_CA_FILE, AURPAY_SETUP_PINNED_PUBLIC_KEY,
                                                   AURPAY_SETUP_PROXY};
    const char kind[] = {setup->is_https ? '+' : '-', (char)('0' + setup->ip_version)};
    struct aurpay_buffer buffer;
    enum aurpay_code code;
    size_t i;

    aurpay_buffer_init(&buffer, SIZE_MAX - 1);
    code = aurpay_buffer_append(&buffer, kind, sizeof(kind));
    for (i = 0; !code && i < sizeof(parts) / sizeof(parts[0]); i++) {
        const char *text = setup->texts[parts[i]];

        code = aurpay_buffer_append(&buffer, text ? "+" : "-", 1);
        if (!code && text) {
            /* With its NUL, so that no two sets of texts are the same bytes. */
            code = aurpay_buffer_append(&buffer, text, strlen(text) + 1);
        }
    }
    if (!code) {
        code = aurpay_digest_sha256(aurpay_buffer_string(&buffer), buffer.length, setup->terms.digest);
    }
    aurpay_buffer_free(&buffer);
    return code;
}

static enum aurpay_code copy_settings(struct aurpay_setup *setup, const struct aurpay_attempt *attempt)
{
    const char *texts[AURPAY_SETUP_TEXTS];
    size_t i;

    texts_of(attempt->settings, texts);
    for (i = 0; i < AURPAY_SETUP_TEXTS; i++) {
        setup->texts[i] = texts[i] ? aurpay_string_copy(texts[i], strlen(texts[i])) : NULL;
        if (texts[i] && !setup->texts[i]) {
            return AURPAY_ERROR_MEMORY;
        }
    }
    setup->is_https = aurpay_attempt_is_https(attempt);
    setup->ip_version = attempt->settings->ip_version;
    return make_terms(setup);
}

void aurpay_setup_free(struct aurpay_setup *setup)
{
    size_t i;

    for (i = 0; i < AURPAY_SETUP_TEXTS; i++) {
        /* A proxy's URL may hold a password. */
        aurpay_string_wipe(setup->texts[i], setup->texts[i] ? strlen(setup->texts[i]) : 0);
        setup->texts[i] = NULL;
    }
    setup->is_made = false;
}

enum aurpay_code aurpay_setup_make(struct aurpay_exchange *exchange, struct aurpay_pool *pool,
                                   const struct aurpay_attempt *attempt)
{
    struct aurpay_setup *setup = &exchange->setup;
    enum aurpay_code code = copy_settings(setup, attempt);

    if (!code && set_options(exchange, pool, attempt->settings) != CURLE_OK) {
        code = AURPAY_ERROR_SETUP;
    }
    setup->is_made = code == AURPAY_OK;
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
