/* The sockets of a pool's connections. They are closed on exec, and checked before reuse. On Windows libcurl
 * opens its own sockets, and nothing is known here. */
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

/** A digest of everything that a connection depends on: scheme, IP version, CA file, pinned key, proxy and
 *  its credentials. Equal terms have equal bytes. */
struct aurpay_terms {
    unsigned char digest[AURPAY_SHA256_SIZE];
};

/** The HTTP version of a connection, as its answers say. */
enum aurpay_protocol {
    /** No answer has begun on it yet. */
    AURPAY_PROTOCOL_UNKNOWN,
    /** One answer after the other: what comes in belongs to the request before it. */
    AURPAY_PROTOCOL_HTTP_1,
    /** Frames, each of which names the request that it belongs to. */
    AURPAY_PROTOCOL_HTTP_2
};

/** Identifies a connection by its two ports, which every libcurl reports. 0 when unknown. */
struct aurpay_ports {
    int local;
    int peer;
};

/** One of the pool's open sockets; malloc-owned by the pool. */
struct aurpay_socket {
    struct aurpay_socket *next;
    int descriptor;
    struct aurpay_terms terms;
    /** Filled in when the socket is first looked for. */
    struct aurpay_ports ports;
    enum aurpay_protocol protocol;
    /** Its TLS state while the socket is open, kept only where libcurl has no prerequest callback; else
     *  NULL. */
    const struct ssl_st *tls;
    /** It is idle: an answer has ended on it, and no later request on it is known. */
    bool is_at_rest;
    /** An attempt on it has failed. */
    bool has_failed;
};

#ifndef _WIN32
/** For CURLOPT_OPENSOCKETFUNCTION. As libcurl opens it, but closed on exec: programs started by the worker
 *  must not inherit our connections. CURL_SOCKET_BAD when the system gives none, or no memory. */
curl_socket_t aurpay_socket_open(struct aurpay_pool *pool, const struct aurpay_terms *terms,
                                 const struct curl_sockaddr *address);

/** For CURLOPT_CLOSESOCKETFUNCTION, with the pool as its data. */
int aurpay_socket_close(void *pool, curl_socket_t descriptor);

/** The next of the pool's sockets with these ports after @p previous (NULL for the first), or NULL.
 *  Connections to different hosts may have the same ports. */
struct aurpay_socket *aurpay_socket_next(const struct aurpay_pool *pool, struct aurpay_socket *previous,
                                         struct aurpay_ports ports);

/** Whether the peer has closed the connection. What still waits to be read is no end. */
bool aurpay_socket_is_closed_by_peer(const struct aurpay_socket *entry);

/** Whether there is anything to read: bytes, an end, or an error. */
bool aurpay_socket_has_unread(const struct aurpay_socket *entry);
#endif

/** Ends all of the pool's connections, so that they are unfit for any attempt. libcurl closes the descriptors
 *  when it notices. */
void aurpay_socket_shut_down_all(struct aurpay_pool *pool);

/** Frees what is known of the sockets, and closes none. */
void aurpay_socket_forget_all(struct aurpay_pool *pool);

/** Notes that a request uses the connection with these ports. Does nothing when several have them. */
void aurpay_socket_note_request(struct aurpay_pool *pool, struct aurpay_ports ports);

/** Notes the HTTP version of the connection with these ports. Does nothing when several have them.
 *  @param tls its TLS state, or NULL */
void aurpay_socket_note_answer(struct aurpay_pool *pool, struct aurpay_ports ports,
                               enum aurpay_protocol protocol, const struct ssl_st *tls);

/** Notes that the answer on the connection with these ports has ended. */
void aurpay_socket_note_rest(struct aurpay_pool *pool, struct aurpay_ports ports);

/** Notes that an attempt on the connection with these ports has failed: it may be dead. */
void aurpay_socket_note_failure(struct aurpay_pool *pool, struct aurpay_ports ports);

/** Whether an idle connection must not be used again: an attempt on it has failed, or it is not HTTP/2 and
 *  has unread bytes. */
bool aurpay_socket_has_unfit_at_rest(const struct aurpay_pool *pool);

#endif
