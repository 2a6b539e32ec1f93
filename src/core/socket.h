/* The sockets of a pool's connections: closed on exec, and looked at before money is sent over one. Not on Windows,
 * where libcurl opens its own. */
#ifndef AURPAY_CORE_SOCKET_H
#define AURPAY_CORE_SOCKET_H

#include <curl/curl.h>

#include "common.h"

struct aurpay_pool;

#ifndef _WIN32
/** For CURLOPT_OPENSOCKETFUNCTION. As libcurl opens it, but closed on exec: programs started by the worker must not
 *  inherit our connections. */
curl_socket_t aurpay_socket_open(struct aurpay_pool *pool, curlsocktype purpose,
                                 struct curl_sockaddr *address);

/** For CURLOPT_CLOSESOCKETFUNCTION, with the pool as its data. */
int aurpay_socket_close(void *pool, curl_socket_t descriptor);
#endif

/** Frees what is known of the sockets, and closes none. */
void aurpay_socket_forget_all(struct aurpay_pool *pool);

/** Whether the peer has closed the pool's connection from @p local_port. False where it cannot be told. */
bool aurpay_socket_is_closed_by_peer(const struct aurpay_pool *pool, int local_port);

#endif
