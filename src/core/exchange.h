/* An attempt in flight, between the files that set libcurl up for it (exchange.c), drive it (transport.c) and read
 * how it went (transfer.c). Private to the transport. */
#ifndef AURPAY_CORE_EXCHANGE_H
#define AURPAY_CORE_EXCHANGE_H

#include "transport.h"

/** malloc-owned and linked into its pool while the easy handle is attached, so that it can be found and freed when
 *  a bail-out of the engine jumps over the frames that would have finished it. The easy handle points back to it
 *  (CURLOPT_PRIVATE). */
struct aurpay_exchange {
    struct aurpay_exchange *previous;
    struct aurpay_exchange *next;
    /** Of the attempt, which itself need not outlive its start. */
    bool is_read;
    int64_t deadline;
    const struct aurpay_pool *pool;
    struct aurpay_response *response;
    CURL *easy;
    /** The request's headers as libcurl wants them; freed by aurpay_exchange_release. */
    struct curl_slist *header_lines;
    /** The server had closed the connection before the request was to be sent on it; nothing was. */
    bool is_connection_dead;
    /** It is on a connection of its own, since the first was dead. */
    bool is_connection_fresh;
    /** The body did not fit into the response's limit. */
    bool too_large;
    bool interrupted;
    /** libcurl is done with it, and `result` says how. */
    bool is_done;
    CURLcode result;
};

/** Sets every option of the easy handle, which is reset first. On failure nothing was sent. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_exchange_prepare(struct aurpay_exchange *exchange,
                                                           const struct aurpay_pool *pool,
                                                           const struct aurpay_attempt *attempt);

/** Writes into the exchange's response how the transfer went, and counts it. */
void aurpay_exchange_collect(struct aurpay_exchange *exchange, struct aurpay_statistics *statistics);

/** Takes all pointers to the exchange and its request out of the easy handle, and frees the header lines. */
void aurpay_exchange_release(struct aurpay_exchange *exchange);

#endif
