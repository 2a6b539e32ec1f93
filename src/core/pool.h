/* The connections of one thread of one process: kept from request to request, never shared and never taken
 * over a fork. It holds no credentials of the API; those are headers of each request. A proxy's stay with the
 * handle that was set up for it, as they do with its connections. */
#ifndef AURPAY_CORE_POOL_H
#define AURPAY_CORE_POOL_H

#include <curl/curl.h>

#include "common.h"

/** Counts since the pool was made; a forked child starts its own. */
struct aurpay_statistics {
    /** Requests put on the wire, retries included. */
    uint64_t requests;
    uint64_t connections_opened;
    /** Requests that went over a connection opened before. */
    uint64_t connections_reused;
    uint64_t retries;
    /** Bytes of bodies as they went over the wire (answers before decompression). */
    uint64_t bytes_sent;
    uint64_t bytes_received;
};

struct aurpay_exchange;
struct aurpay_socket;
struct aurpay_trusted_file;

struct aurpay_pool_limits {
    /** Idle connections kept at most. */
    long idle_connections;
    /** An idle connection is not used again after this time. */
    long idle_seconds;
    /** No connection is used again after this time, give or take a tenth, however busy it is. */
    long lifetime_seconds;
};

struct aurpay_pool {
    CURLM *multi;
    /** Holds the TLS sessions, so that a new connection resumes an old session. */
    CURLSH *share;
    /** An exchange at rest, with its easy handle set up; NULL while it is in use. */
    struct aurpay_exchange *idle;
    /** Of its connections; see socket.h. */
    struct aurpay_socket *sockets;
    /** What is attached to the multi handle, the newest first. */
    struct aurpay_exchange *in_flight;
    struct aurpay_pool_limits limits;
    /** That of the limits, moved by up to a tenth: workers that began together do not reconnect together. */
    long lifetime_seconds;
    /** When `multi` was made, on aurpay_clock_monotonic: none of its connections is older. */
    int64_t made;
    /** The files that the servers were verified by. */
    struct aurpay_trusted_file *trusted_files;
    /** One of them has changed while something was in flight. */
    bool is_trust_outdated;
    /** This libcurl's easy handles may be used again. */
    bool keeps_handles;
    /** This libcurl's TLS can be asked (tls_state.h). */
    bool knows_tls;
    /** This libcurl has neither a prerequest callback nor a greatest age of connections. Known from the first
     *  attempt on. */
    bool lacks_prerequest;
    /** The process that made the pool, and how many forks led to it: the first process of each container has
     *  the same number. */
    long process;
    unsigned int generation;
    struct aurpay_statistics statistics;
    /** In the list of pools that belong to a process this one was forked from. Their sockets are that
     *  process's: they are never used and never closed, but kept reachable so that leak checkers do not take
     *  them for lost. */
    struct aurpay_pool *next_abandoned;
};

/** Makes *@p slot this process's pool, lazily; what a parent process left there is put aside.
 *  AURPAY_ERROR_SETUP when libcurl has none to give.
 *  @param limits of a pool that is made now */
AURPAY_MUST_CHECK enum aurpay_code aurpay_pool_open(struct aurpay_pool **slot,
                                                    const struct aurpay_pool_limits *limits);

/** Replaces connections, TLS sessions and cached CAs when what they rest on has changed: a file of CAs, or,
 *  where libcurl does not see to that itself, their age or bytes that wait on one that is idle. Nothing is
 *  done while anything is in flight. To be called before each attempt; the counts stay.
 *  @param is_https the attempt will verify a server
 *  @param ca_file by which it does; NULL for the system's */
AURPAY_MUST_CHECK enum aurpay_code aurpay_pool_refresh(struct aurpay_pool *pool, bool is_https,
                                                       const char *ca_file);

/** Closes the connections of this process's pool and empties the slot. A parent's pool is put aside as it is.
 *  To be called before curl_global_cleanup, with nothing in flight. */
void aurpay_pool_close(struct aurpay_pool **slot);

/** Whether this process made the pool. A forked child must not touch its parent's. */
bool aurpay_pool_is_own(const struct aurpay_pool *pool);

/** The counts of this process; all zero before the first request. @p pool may be NULL. */
struct aurpay_statistics aurpay_pool_statistics(const struct aurpay_pool *pool);

#endif
