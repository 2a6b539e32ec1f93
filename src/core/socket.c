/* SOCK_CLOEXEC and POLLRDHUP under -std=c11. */
#if !defined(_WIN32) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "socket.h"

#include "pool.h"

#ifdef _WIN32

bool aurpay_socket_is_closed_by_peer(const struct aurpay_pool *pool, int local_port)
{
    (void)pool;
    (void)local_port;
    return false;
}

bool aurpay_socket_has_other_terms(const struct aurpay_pool *pool, int local_port,
                                   const struct aurpay_terms *terms)
{
    (void)pool;
    (void)local_port;
    (void)terms;
    return false;
}

void aurpay_socket_forget_all(struct aurpay_pool *pool)
{
    (void)pool;
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

/* One of the pool's open sockets. */
struct aurpay_socket {
    struct aurpay_socket *next;
    int descriptor;
    struct aurpay_terms terms;
};

static bool remember(struct aurpay_pool *pool, int descriptor, const struct aurpay_terms *terms)
{
    struct aurpay_socket *entry = malloc(sizeof(*entry));

    if (!entry) {
        return false;
    }
    entry->descriptor = descriptor;
    entry->terms = *terms;
    entry->next = pool->sockets;
    pool->sockets = entry;
    return true;
}

static void forget(struct aurpay_pool *pool, int descriptor)
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

void aurpay_socket_forget_all(struct aurpay_pool *pool)
{
    while (pool->sockets) {
        forget(pool, pool->sockets->descriptor);
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
    /* libcurl closes some without a word (a connection refused at once): the number may have come round again. */
    forget(pool, descriptor);
    if (!remember(pool, descriptor, terms)) {
        (void)close(descriptor);
        return CURL_SOCKET_BAD;
    }
    return descriptor;
}

int aurpay_socket_close(void *pool, curl_socket_t descriptor)
{
    forget(pool, descriptor);
    return close(descriptor);
}

static int local_port_of(int descriptor)
{
    struct sockaddr_storage address;
    socklen_t length = sizeof(address);

    memset(&address, 0, sizeof(address));
    if (getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) {
        return 0;
    }
    return ntohs(address.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&address)->sin6_port
                                               : ((struct sockaddr_in *)&address)->sin_port);
}

bool aurpay_socket_is_closed_by_peer(const struct aurpay_pool *pool, int local_port)
{
    const struct aurpay_socket *entry = pool->sockets;
    struct pollfd event = {.events = POLLRDHUP};

    while (entry && local_port_of(entry->descriptor) != local_port) {
        entry = entry->next;
    }
    if (!entry) {
        return false;
    }
    event.fd = entry->descriptor;
    return poll(&event, 1, 0) > 0 && (event.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

bool aurpay_socket_has_other_terms(const struct aurpay_pool *pool, int local_port,
                                   const struct aurpay_terms *terms)
{
    const struct aurpay_socket *entry;

    /* Connections to different peers may share a port, so the first one found need not be the one that is meant. */
    for (entry = pool->sockets; entry; entry = entry->next) {
        if (memcmp(&entry->terms, terms, sizeof(*terms)) != 0 &&
            local_port_of(entry->descriptor) == local_port) {
            return true;
        }
    }
    return false;
}

#endif
