/* The sockets of a pool's connections: closed on exec, and looked at before a request is sent over one. Not on Windows,
 * where libcurl opens its own. */
#ifndef AURPAY_CORE_SOCKET_H
#define AURPAY_CORE_SOCKET_H

#include <curl/curl.h>

#include "digest.h"

struct aurpay_pool;

/** Whether the pool's sockets are known here. */
#ifdef _WIN32
#define AURPAY_SOCKETS_ARE_OURS false
#else
#define AURPAY_SOCKETS_ARE_OURS true
#endif

/** What a connection is made under, proxy and its credentials included, and what its server is verified by: a digest of
 *  all that. Equal terms, equal bytes. */
struct aurpay_terms {
    unsigned char digest[AURPAY_SHA256_SIZE];
};

#ifndef _WIN32
/** For CURLOPT_OPENSOCKETFUNCTION. As libcurl opens it, but closed on exec: programs started by the worker must not
 *  inherit our connections. CURL_SOCKET_BAD when the system gives none, or no memory. */
curl_socket_t aurpay_socket_open(struct aurpay_pool *pool, const struct aurpay_terms *terms,
                                 const struct curl_sockaddr *address);

/** For CURLOPT_CLOSESOCKETFUNCTION, with the pool as its data. */
int aurpay_socket_close(void *pool, curl_socket_t descriptor);
#endif

/** Frees what is known of the sockets, and closes none. */
void aurpay_socket_forget_all(struct aurpay_pool *pool);

/** Whether the peer has closed the pool's connection from @p local_port. False where it cannot be told. */
bool aurpay_socket_is_closed_by_peer(const struct aurpay_pool *pool, int local_port);

/** Whether the pool's connection from @p local_port was, or may have been, made under other terms. False where it cannot
 *  be told. */
bool aurpay_socket_has_other_terms(const struct aurpay_pool *pool, int local_port,
                                   const struct aurpay_terms *terms);

#endif
