#ifdef _WIN32
#include <winsock2.h>
#endif

#include "reuse.h"

#include <string.h>

#include "tls_state.h"

/* Whether the transfer's connection is new. CURLINFO_NUM_CONNECTS counts the connections made for this
 * transfer: in the prerequest callback it is 0 for a pooled connection (tried with 7.80 to 8.23), and
 * unchanged when libcurl resends over a pooled one. */
static bool is_new(struct aurpay_exchange *exchange)
{
    long before = exchange->connects;

    curl_easy_getinfo(exchange->easy, CURLINFO_NUM_CONNECTS, &exchange->connects);
    return exchange->is_connection_fresh || exchange->connects > before;
}

const struct ssl_st *aurpay_reuse_tls_of(const struct aurpay_exchange *exchange)
{
    return exchange->setup.is_https && exchange->pool->knows_tls ? aurpay_tls_state_of(exchange->easy) : NULL;
}

bool aurpay_reuse_is_alone(const struct aurpay_exchange *exchange)
{
    return exchange->pool->in_flight == exchange && !exchange->next;
}

bool aurpay_reuse_is_through_https_proxy(const struct aurpay_exchange *exchange)
{
    const char *proxy = exchange->setup.texts[AURPAY_SETUP_PROXY];

    return proxy && curl_strnequal(proxy, "https:", 6);
}

/* Whether TLS may hold bytes that libcurl has not read: it stops reading a record where the answer ends. The
 * TLS layer of an https proxy cannot be asked, and may hold what server and proxy sent together. */
static bool may_hold_unread(const struct aurpay_exchange *exchange, const struct ssl_st *tls)
{
    if (!exchange->setup.is_https) {
        return false;
    }
    return !tls || aurpay_reuse_is_through_https_proxy(exchange) || aurpay_tls_state_has_unread(tls);
}

/* Whether another attempt waits for its answer on this connection: libcurl 7.88 shares connections of
 * HTTP/1.1, too, after a status line that says HTTP/2. A transfer that is over has no TLS state. Over plain
 * HTTP libcurl is told not to share (exchange.c). */
static bool is_in_use(const struct aurpay_exchange *exchange, const struct ssl_st *tls)
{
    const struct aurpay_exchange *other = tls ? exchange->pool->in_flight : NULL;

    for (; other; other = other->next) {
        if (other != exchange && aurpay_reuse_tls_of(other) == tls) {
            return true;
        }
    }
    return false;
}

#ifndef _WIN32

/* HTTP/2 is used with TLS only. If TLS cannot be asked, the version of the last answer decides. A pooled
 * connection without any answer is HTTP/2: libcurl closes an HTTP/1 connection on which no answer began. */
static bool speaks_http_2(const struct aurpay_exchange *exchange, const struct ssl_st *tls,
                          const struct aurpay_socket *socket)
{
    if (tls) {
        return aurpay_tls_state_is_http_2(tls);
    }
    return exchange->setup.is_https && socket->protocol != AURPAY_PROTOCOL_HTTP_1;
}

/* On HTTP/1, unread bytes would be taken for the answer to this request. On HTTP/2, frames name their stream,
 * and unread PINGs or other answers are normal: only a closed peer matters, and only for a call that must not
 * be resent. */
static bool is_socket_fit(const struct aurpay_exchange *exchange, const struct ssl_st *tls,
                          const struct aurpay_socket *socket)
{
    /* The connection must have been made under the same terms: libcurl before 8.19 ignores proxy credentials
     * (CVE-2026-3784). */
    if (memcmp(&socket->terms, &exchange->setup.terms, sizeof(socket->terms)) != 0) {
        return false;
    }
    /* libcurl keeps an HTTP/2 connection on which a request failed, even if it is dead. */
    if (socket->has_failed) {
        return false;
    }
    if (speaks_http_2(exchange, tls, socket)) {
        return exchange->is_read || !aurpay_socket_is_closed_by_peer(socket);
    }
    return !may_hold_unread(exchange, tls) && !aurpay_socket_has_unread(socket) && !is_in_use(exchange, tls);
}

bool aurpay_reuse_is_fit(struct aurpay_exchange *exchange, struct aurpay_ports ports)
{
    /* Also for a new connection, to note its ports while it is open: after a reset they are gone. */
    struct aurpay_socket *socket = aurpay_socket_next(exchange->pool, NULL, ports);
    const struct ssl_st *tls = aurpay_reuse_tls_of(exchange);

    /* A new connection may be readable: TLS 1.3 session tickets often arrive before the request is sent. */
    if (is_new(exchange)) {
        return true;
    }
    if (!socket) {
        return false;
    }
    for (; socket; socket = aurpay_socket_next(exchange->pool, socket, ports)) {
        if (!is_socket_fit(exchange, tls, socket)) {
            return false;
        }
    }
    return true;
}

/* Whether a connection can be checked before it is reused. */
static bool can_look(void)
{
    return true;
}

#else

/* CURLINFO_ACTIVESOCKET is -1 in the prerequest callback before this version (tried). */
#define VERSION_WITH_ACTIVE_SOCKET 0x081700

/* If TLS cannot be asked, the HTTP version is unknown: with other calls in flight, unread bytes may be their
 * HTTP/2 frames. */
bool aurpay_reuse_is_fit(struct aurpay_exchange *exchange, struct aurpay_ports ports)
{
    WSAPOLLFD event = {INVALID_SOCKET, POLLRDNORM, 0};
    const struct ssl_st *tls = aurpay_reuse_tls_of(exchange);

    (void)ports;
    if (is_new(exchange)) {
        return true;
    }
    if (tls && !aurpay_tls_state_is_http_2(tls) &&
        (may_hold_unread(exchange, tls) || is_in_use(exchange, tls))) {
        return false;
    }
    if (exchange->is_read && !aurpay_reuse_is_alone(exchange)) {
        return true;
    }
    if (curl_easy_getinfo(exchange->easy, CURLINFO_ACTIVESOCKET, &event.fd) != CURLE_OK ||
        event.fd == INVALID_SOCKET) {
        return exchange->is_read;
    }
    return WSAPoll(&event, 1, 0) == 0;
}

/* Whether a connection can be checked before it is reused. */
static bool can_look(void)
{
    return curl_version_info(CURLVERSION_NOW)->version_num >= VERSION_WITH_ACTIVE_SOCKET;
}

#endif

void aurpay_reuse_learn_connection(struct aurpay_exchange *exchange)
{
    long local = 0, peer = 0;

    /* The callback has told it. Without one, libcurl may have sent a read again on another connection. */
    if (exchange->setup.has_prerequest && exchange->ports.local) {
        return;
    }
    curl_easy_getinfo(exchange->easy, CURLINFO_LOCAL_PORT, &local);
    curl_easy_getinfo(exchange->easy, CURLINFO_PRIMARY_PORT, &peer);
    exchange->ports.local = (int)local;
    exchange->ports.peer = (int)peer;
    aurpay_socket_note_request(exchange->pool, exchange->ports);
}

bool aurpay_reuse_needs_own_connection(const struct aurpay_exchange *exchange)
{
    bool has_proxy = exchange->setup.texts[AURPAY_SETUP_PROXY] != NULL;

    if (!exchange->setup.has_prerequest) {
        return !exchange->is_read || has_proxy || exchange->setup.ip_version;
    }
    return has_proxy ? !AURPAY_SOCKETS_ARE_OURS : !exchange->is_read && !can_look();
}
