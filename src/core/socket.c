/* SOCK_CLOEXEC and POLLRDHUP under -std=c11. */
#if !defined(_WIN32) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "socket.h"

#include "pool.h"
#include "tls_state.h"

#ifdef _WIN32

void aurpay_socket_shut_down_all(struct aurpay_pool *pool)
{
    (void)pool;
}

void aurpay_socket_forget_all(struct aurpay_pool *pool)
{
    (void)pool;
}

void aurpay_socket_note_request(struct aurpay_pool *pool, struct aurpay_ports ports)
{
    (void)pool;
    (void)ports;
}

void aurpay_socket_note_answer(struct aurpay_pool *pool, struct aurpay_ports ports,
                               enum aurpay_protocol protocol, const struct ssl_st *tls)
{
    (void)pool;
    (void)ports;
    (void)protocol;
    (void)tls;
}

void aurpay_socket_note_rest(struct aurpay_pool *pool, struct aurpay_ports ports)
{
    (void)pool;
    (void)ports;
}

void aurpay_socket_note_failure(struct aurpay_pool *pool, struct aurpay_ports ports)
{
    (void)pool;
    (void)ports;
}

bool aurpay_socket_has_unfit_at_rest(const struct aurpay_pool *pool)
{
    (void)pool;
    return false;
}

#else

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Where there is no such event, the end of a connection shows only when both sides have closed. */
#ifndef POLLRDHUP
#define POLLRDHUP 0
#endif

static bool add_socket(struct aurpay_pool *pool, int descriptor, const struct aurpay_terms *terms)
{
    struct aurpay_socket *entry = calloc(1, sizeof(*entry));

    if (!entry) {
        return false;
    }
    entry->descriptor = descriptor;
    entry->terms = *terms;
    entry->next = pool->sockets;
    pool->sockets = entry;
    return true;
}

static void remove_socket(struct aurpay_pool *pool, int descriptor)
{
    struct aurpay_socket **link = &pool->sockets;

    while (*link && (*link)->descriptor != descriptor) {
        link = &(*link)->next;
    }
    if (*link) {
        struct aurpay_socket *entry = *link;

        *link = entry->next;
        free(entry);
    }
}

void aurpay_socket_shut_down_all(struct aurpay_pool *pool)
{
    struct aurpay_socket *entry;

    for (entry = pool->sockets; entry; entry = entry->next) {
        (void)shutdown(entry->descriptor, SHUT_RDWR);
        entry->has_failed = true;
    }
}

void aurpay_socket_forget_all(struct aurpay_pool *pool)
{
    while (pool->sockets) {
        remove_socket(pool, pool->sockets->descriptor);
    }
}

curl_socket_t aurpay_socket_open(struct aurpay_pool *pool, const struct aurpay_terms *terms,
                                 const struct curl_sockaddr *address)
{
    int descriptor;

#ifdef SOCK_CLOEXEC
    descriptor = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
    descriptor = socket(address->family, address->socktype, address->protocol);
    if (descriptor >= 0) {
        (void)fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
#endif
    if (descriptor < 0) {
        return CURL_SOCKET_BAD;
    }
    /* libcurl closes some sockets without telling us (a connection refused at once), and the system may give
     * the number out again. */
    remove_socket(pool, descriptor);
    if (!add_socket(pool, descriptor, terms)) {
        (void)close(descriptor);
        return CURL_SOCKET_BAD;
    }
    return descriptor;
}

int aurpay_socket_close(void *pool, curl_socket_t descriptor)
{
    remove_socket(pool, descriptor);
    return close(descriptor);
}

static int port_of(const struct sockaddr_storage *address)
{
    return ntohs(address->ss_family == AF_INET6 ? ((const struct sockaddr_in6 *)address)->sin6_port
                                                : ((const struct sockaddr_in *)address)->sin_port);
}

/* Asks the system once, since a connection's ports do not change. An unconnected socket has none yet. */
static struct aurpay_ports ports_of(struct aurpay_socket *entry)
{
    struct sockaddr_storage local, peer;
    socklen_t local_length = sizeof(local), peer_length = sizeof(peer);

    if (entry->ports.local) {
        return entry->ports;
    }
    memset(&local, 0, sizeof(local));
    memset(&peer, 0, sizeof(peer));
    if (getpeername(entry->descriptor, (struct sockaddr *)&peer, &peer_length) == 0 &&
        getsockname(entry->descriptor, (struct sockaddr *)&local, &local_length) == 0) {
        entry->ports.local = port_of(&local);
        entry->ports.peer = port_of(&peer);
    }
    return entry->ports;
}

struct aurpay_socket *aurpay_socket_next(const struct aurpay_pool *pool, struct aurpay_socket *previous,
                                         struct aurpay_ports ports)
{
    struct aurpay_socket *entry = previous ? previous->next : pool->sockets;

    /* Unconnected sockets have no ports and never match. */
    for (; entry && ports.local; entry = entry->next) {
        struct aurpay_ports found = ports_of(entry);

        if (found.local == ports.local && found.peer == ports.peer) {
            return entry;
        }
    }
    return NULL;
}

/* The socket with these ports; NULL when there are several, or none. */
static struct aurpay_socket *only_one(const struct aurpay_pool *pool, struct aurpay_ports ports)
{
    struct aurpay_socket *entry = aurpay_socket_next(pool, NULL, ports);

    return entry && !aurpay_socket_next(pool, entry, ports) ? entry : NULL;
}

void aurpay_socket_note_request(struct aurpay_pool *pool, struct aurpay_ports ports)
{
    struct aurpay_socket *entry = only_one(pool, ports);

    if (entry) {
        entry->is_at_rest = false;
    }
}

void aurpay_socket_note_answer(struct aurpay_pool *pool, struct aurpay_ports ports,
                               enum aurpay_protocol protocol, const struct ssl_st *tls)
{
    struct aurpay_socket *entry = only_one(pool, ports);

    if (entry) {
        entry->protocol = protocol;
        entry->tls = tls;
    }
}

void aurpay_socket_note_rest(struct aurpay_pool *pool, struct aurpay_ports ports)
{
    struct aurpay_socket *entry = aurpay_socket_next(pool, NULL, ports);

    for (; entry; entry = aurpay_socket_next(pool, entry, ports)) {
        entry->is_at_rest = true;
    }
}

void aurpay_socket_note_failure(struct aurpay_pool *pool, struct aurpay_ports ports)
{
    struct aurpay_socket *entry = aurpay_socket_next(pool, NULL, ports);

    for (; entry; entry = aurpay_socket_next(pool, entry, ports)) {
        entry->has_failed = true;
    }
}

/* The poll events of a socket, without waiting. A socket that cannot be polled counts as broken. */
static int events_of(const struct aurpay_socket *entry, int asked)
{
    struct pollfd event = {.fd = entry->descriptor, .events = (short)asked};
    int count = poll(&event, 1, 0);

    return count < 0 ? POLLERR : count > 0 ? event.revents : 0;
}

bool aurpay_socket_is_closed_by_peer(const struct aurpay_socket *entry)
{
    return (events_of(entry, POLLRDHUP) & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

bool aurpay_socket_has_unread(const struct aurpay_socket *entry)
{
    return events_of(entry, POLLIN | POLLRDHUP) != 0;
}

/* On HTTP/2, unread frames name their stream. */
static bool has_unread_answer(const struct aurpay_socket *entry)
{
    return entry->protocol != AURPAY_PROTOCOL_HTTP_2 &&
           (aurpay_socket_has_unread(entry) || (entry->tls && aurpay_tls_state_has_unread(entry->tls)));
}

bool aurpay_socket_has_unfit_at_rest(const struct aurpay_pool *pool)
{
    const struct aurpay_socket *entry;

    for (entry = pool->sockets; entry; entry = entry->next) {
        if (entry->is_at_rest && (entry->has_failed || has_unread_answer(entry))) {
            return true;
        }
    }
    return false;
}

#endif
