/* An attempt in flight: its easy handle, and what is known of it so far. For the transport, the pool, and
 * the files that they call. */
#ifndef AURPAY_CORE_EXCHANGE_H
#define AURPAY_CORE_EXCHANGE_H

#include "attempt.h"
#include "pool.h"
#include "response.h"
#include "setup.h"
#include "socket.h"

/** How much of the answer's head was read. */
enum aurpay_head {
    /** Nothing: a status line is to come. */
    AURPAY_HEAD_NONE,
    AURPAY_HEAD_BEGUN,
    /** The blank line after the last header. What looks like a header after that is a trailer. */
    AURPAY_HEAD_WHOLE
};

/** malloc-owned. Linked into its pool while in flight, so that it can be freed when a bail-out of the engine
 *  jumps over the code that would have finished it. The easy handle points back to it (CURLOPT_PRIVATE). */
struct aurpay_exchange {
    struct aurpay_exchange *previous;
    struct aurpay_exchange *next;
    /** Copied from the attempt, which is not needed after the start. */
    bool is_read;
    int64_t deadline;
    struct aurpay_pool *pool;
    struct aurpay_response *response;
    CURL *easy;
    struct aurpay_setup setup;
    /** The request's headers as libcurl wants them; freed by aurpay_exchange_release. */
    struct curl_slist *header_lines;
    /** How often the prerequest callback was called. */
    int prerequests;
    /** CURLINFO_NUM_CONNECTS at the last call of it. */
    long connects;
    /** CURLOPT_FRESH_CONNECT is set. */
    bool is_connection_fresh;
    /** The connection that the request went over; zero before that is known. */
    struct aurpay_ports ports;
    enum aurpay_head head;
    /** Bytes of all header lines so far. */
    size_t header_bytes;
    /** The head that is being read is that of an interim answer (1xx): another follows. */
    bool is_interim;
    /** The answer comes over HTTP/2. */
    bool is_http_2;
    /** Its connection may stay open when it is over. */
    bool leaves_connection;
    /** The connection that libcurl chose was refused (reuse.h), and nothing was sent on it. */
    bool is_connection_unfit;
    /** The body did not fit into the response's limit. */
    bool too_large;
    bool interrupted;
    /** libcurl is done with it, and `result` says how. */
    bool is_done;
    CURLcode result;
};

/** NULL when there is no memory. */
struct aurpay_exchange *aurpay_exchange_create(struct aurpay_pool *pool);

void aurpay_exchange_free(struct aurpay_exchange *exchange);

/** Sets the easy handle up for an attempt. Call aurpay_exchange_release after it in any case. On failure
 *  nothing was sent. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_exchange_prepare(struct aurpay_exchange *exchange,
                                                           const struct aurpay_attempt *attempt,
                                                           struct aurpay_response *response);

/** Takes the attempt's pointers out of the easy handle, which stays set up, and wipes and frees the header
 *  lines. */
void aurpay_exchange_release(struct aurpay_exchange *exchange);

/** Whether the easy handle may be reused: its transfer is complete, the prerequest callback was called
 *  once, and this libcurl version allows reuse. Call it before aurpay_exchange_release. */
bool aurpay_exchange_can_be_kept(const struct aurpay_exchange *exchange);

#endif
