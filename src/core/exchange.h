/* An attempt in flight, between the files that set libcurl up for all attempts (setup.c) and for one
 * (exchange.c), drive it (transport.c) and read how it went (transfer.c). Private to the transport. */
#ifndef AURPAY_CORE_EXCHANGE_H
#define AURPAY_CORE_EXCHANGE_H

#include "socket.h"
#include "transport.h"

enum aurpay_setup_text {
    AURPAY_SETUP_CA_FILE,
    AURPAY_SETUP_PINNED_PUBLIC_KEY,
    AURPAY_SETUP_PROXY,
    AURPAY_SETUP_USER_AGENT,
    /** How many there are. */
    AURPAY_SETUP_TEXTS
};

/** How much of the answer's head was read. */
enum aurpay_head {
    /** Nothing: a status line is to come. */
    AURPAY_HEAD_NONE,
    AURPAY_HEAD_BEGUN,
    /** The blank line after the last header. What looks like a header after that is a trailer. */
    AURPAY_HEAD_WHOLE
};

/** What an easy handle is set up with, to know whether it is the same for the next attempt. */
struct aurpay_setup {
    bool is_made;
    bool is_https;
    /** 4, 6, or 0 for both. */
    int ip_version;
    /** libcurl says before every send. */
    bool has_prerequest;
    /** Of the scheme, the IP version and `texts`, but for the user agent. */
    struct aurpay_terms terms;
    /** Copies of the settings' texts: malloc-owned, NULL where not set. */
    char *texts[AURPAY_SETUP_TEXTS];
};

/** malloc-owned and linked into its pool while the easy handle is attached, so that it can be found and freed
 *  when a bail-out of the engine jumps over the frames that would have finished it. The easy handle points
 *  back to it (CURLOPT_PRIVATE). */
struct aurpay_exchange {
    struct aurpay_exchange *previous;
    struct aurpay_exchange *next;
    /** Of the attempt, which itself need not outlive its start. */
    bool is_read;
    int64_t deadline;
    struct aurpay_pool *pool;
    struct aurpay_response *response;
    CURL *easy;
    struct aurpay_setup setup;
    /** The request's headers as libcurl wants them; freed by aurpay_exchange_release. */
    struct curl_slist *header_lines;
    /** How often libcurl has said that it is about to send. */
    int prerequests;
    /** Connections that libcurl had made for it when it last said so. */
    long connects;
    /** libcurl makes a connection for it whenever it sends (CURLOPT_FRESH_CONNECT). */
    bool is_connection_fresh;
    /** The connection that the request went over; zero before that is known. */
    struct aurpay_ports ports;
    enum aurpay_head head;
    /** Bytes of all header lines so far. */
    size_t header_bytes;
    /** The head that is being read is that of an interim answer (1xx): another follows. */
    bool is_interim;
    /** The request was not sent on the connection that libcurl chose for it (reuse.h). */
    bool is_connection_unfit;
    /** The body did not fit into the response's limit. */
    bool too_large;
    bool interrupted;
    /** libcurl is done with it, and `result` says how. */
    bool is_done;
    CURLcode result;
};

/** NULL when there is no memory. */
struct aurpay_exchange *aurpay_exchange_create(void);

void aurpay_exchange_free(struct aurpay_exchange *exchange);

/** Sets the easy handle up for an attempt; aurpay_exchange_release is due in any case. On failure nothing was
 *  sent. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_exchange_prepare(struct aurpay_exchange *exchange,
                                                           struct aurpay_pool *pool,
                                                           const struct aurpay_attempt *attempt,
                                                           struct aurpay_response *response);

/** Writes into the exchange's response how the transfer went, and counts it. */
void aurpay_exchange_collect(struct aurpay_exchange *exchange, struct aurpay_statistics *statistics);

/** Takes the attempt's pointers out of the easy handle, which stays set up, and wipes and frees the header
 *  lines. */
void aurpay_exchange_release(struct aurpay_exchange *exchange);

/** Whether the easy handle may serve another attempt: its transfer is complete, libcurl sent once, and this
 *  libcurl's handles can be used again. To be asked before aurpay_exchange_release. */
bool aurpay_exchange_can_be_kept(const struct aurpay_exchange *exchange);

bool aurpay_attempt_is_https(const struct aurpay_attempt *attempt);

/** Whether the easy handle is set up for such an attempt. */
bool aurpay_setup_is_for(const struct aurpay_setup *setup, const struct aurpay_attempt *attempt);

/** Sets what stays from attempt to attempt on an easy handle that has not been set up yet. What a failure
 *  leaves behind is not to be used. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_setup_make(struct aurpay_exchange *exchange,
                                                     struct aurpay_pool *pool,
                                                     const struct aurpay_attempt *attempt);

/** Wipes and frees the texts. */
void aurpay_setup_free(struct aurpay_setup *setup);

/** Remembers the first failure of a row of curl_easy_setopt calls. */
void aurpay_setup_note(CURLcode *first, CURLcode code);

#endif
