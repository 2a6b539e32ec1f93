/* The connections of one thread in one process. They are kept between web requests, never shared between
 * threads, and never used after a fork. API credentials are headers of each request and are not kept here. A
 * proxy's credentials stay in the easy handle and with its connections. */
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
    /** Idle connections kept at most. With 0, each transfer ends its connection, unless others use it. */
    long idle_connections;
    /** An idle connection is not used again after this time. */
    long idle_seconds;
    /** No connection is used again after this time, give or take a tenth, however busy it is. */
    long lifetime_seconds;
};

struct aurpay_pool {
    CURLM *multi;
    /** Keeps TLS sessions, so that new connections can resume them. */
    CURLSH *share;
    /** A finished exchange, whose easy handle the next attempt can reuse; NULL while it is in use. */
    struct aurpay_exchange *idle;
    /** Of its connections; see socket.h. */
    struct aurpay_socket *sockets;
    /** Attempts in flight, the newest first. */
    struct aurpay_exchange *in_flight;
    struct aurpay_pool_limits limits;
    /** limits.lifetime_seconds, changed by up to 10 %: workers that started together do not reconnect
     *  together. */
    long lifetime_seconds;
    /** When `multi` was created, on aurpay_clock_monotonic. No connection is older. */
    int64_t made;
    /** How far the wall clock was ahead of the monotonic clock, at most. */
    int64_t clock_ahead;
    /** The CA files that connections were verified with. */
    struct aurpay_trusted_file *trusted_files;
    /** A CA file changed while attempts were in flight. */
    bool is_trust_outdated;
    /** Easy handles of this libcurl version may be reused. */
    bool keeps_handles;
    /** libcurl's TLS state can be read (tls_state.h). */
    bool knows_tls;
    /** This libcurl has no prerequest callback and no maximum age of connections. Set by the first
     *  attempt. */
    bool lacks_prerequest;
    /** The process that created the pool, and the number of forks before it: the pid alone is 1 in every
     *  container. */
    long process;
    unsigned int generation;
    struct aurpay_statistics statistics;
    /** The next in the list of pools inherited from a parent process. Their sockets belong to the parent:
     *  they are never used or closed, only kept reachable for leak checkers. */
    struct aurpay_pool *next_abandoned;
};

/** Puts this process's pool into *@p slot, and creates it if there is none. A parent's pool is put aside.
 *  AURPAY_ERROR_SETUP when libcurl cannot create one.
 *  @param limits used when a pool is created */
AURPAY_MUST_CHECK enum aurpay_code aurpay_pool_open(struct aurpay_pool **slot,
                                                    const struct aurpay_pool_limits *limits);

/** Replaces connections, TLS sessions, cached CAs and known addresses when a CA file has changed or the wall
 *  clock was set back. With a libcurl that does not handle it, also when connections are too old or an idle
 *  one has unread bytes. Does nothing while attempts are in flight. Call it before each attempt. The
 *  statistics stay.
 *  @param is_https the attempt will verify a server's certificate
 *  @param ca_file the CA file that it is verified with; NULL for the system's */
AURPAY_MUST_CHECK enum aurpay_code aurpay_pool_refresh(struct aurpay_pool *pool, bool is_https,
                                                       const char *ca_file);

/** Closes the connections of this process's pool and empties the slot. A parent's pool is put aside as it is.
 *  To be called before curl_global_cleanup, with nothing in flight. */
void aurpay_pool_close(struct aurpay_pool **slot);

/** Whether this process made the pool. A forked child must not touch its parent's. */
bool aurpay_pool_is_own(const struct aurpay_pool *pool);

/** Whether an easy handle can serve a second call with this libcurl. */
bool aurpay_pool_may_keep_handles(void);

/** The counts of this process; all zero before the first request. @p pool may be NULL. */
struct aurpay_statistics aurpay_pool_statistics(const struct aurpay_pool *pool);

#endif
