/* What came back: from the wire, or from a test's handler in the same form. */
#ifndef AURPAY_CORE_RESPONSE_H
#define AURPAY_CORE_RESPONSE_H

#include "buffer.h"

#define AURPAY_RESPONSE_ERROR_SIZE 256

/** How an attempt ended. */
enum aurpay_transfer {
    /** A whole answer was read. */
    AURPAY_TRANSFER_COMPLETE,
    /** The name (of the server or the proxy) was not resolved. */
    AURPAY_TRANSFER_NAME_NOT_RESOLVED,
    /** No connection. */
    AURPAY_TRANSFER_NOT_CONNECTED,
    /** The proxy refused. */
    AURPAY_TRANSFER_PROXY_REFUSED,
    /** The peer is not who it should be, or no CA was found to tell. Never retried. */
    AURPAY_TRANSFER_CERTIFICATE_REFUSED,
    /** The TLS handshake failed for another reason. */
    AURPAY_TRANSFER_TLS_FAILED,
    /** The connection broke before the answer was whole. */
    AURPAY_TRANSFER_BROKEN,
    /** The deadline of the call, or the connect timeout in it. */
    AURPAY_TRANSFER_TIMED_OUT,
    /** The answer is larger than the limit. */
    AURPAY_TRANSFER_TOO_LARGE,
    /** A signal arrived, or the script's time is over. */
    AURPAY_TRANSFER_INTERRUPTED,
    /** libcurl reported anything else (a content encoding it cannot read, no memory). */
    AURPAY_TRANSFER_FAILED
};

struct aurpay_timings {
    /** Milliseconds from the attempt's start to the end of each step. */
    double name_lookup, connect, tls, first_byte, total;
};

/** Zero-initialised memory is not a response: call aurpay_response_init, and aurpay_response_free in any case. */
struct aurpay_response {
    enum aurpay_transfer transfer;
    /** Request bytes may have left. Set by the prerequest callback alone and never cleared: no CURLcode says that
     *  nothing was sent once it is set. */
    bool sent;
    /** libcurl wanted to send the request a second time and was not allowed to. */
    bool resend_refused;
    /** libcurl's own words about a failed transfer. */
    char error[AURPAY_RESPONSE_ERROR_SIZE];
    /** 0 when no status line was read. */
    long http_status;
    /** "1.0", "1.1", "2", or "" when nothing was read. Static text. */
    const char *http_version;
    /** The request went over a connection that an earlier one had opened. */
    bool reused_connection;
    struct aurpay_timings timings;
    /** Header lines of the last status line's block, each ended by LF. */
    struct aurpay_buffer headers;
    struct aurpay_buffer body;
};

/** @param max_bytes the most bytes of a body, after decompression */
void aurpay_response_init(struct aurpay_response *response, size_t max_bytes);

/** Forgets an attempt and keeps the memory for the next. */
void aurpay_response_reset(struct aurpay_response *response);

/** The value of a header without blanks at its ends; the last one when it is repeated. False when there is none.
 *  @p value points into the response and is not NUL-terminated. */
bool aurpay_response_header(const struct aurpay_response *response, const char *name, const char **value,
                            size_t *length);

/** Seconds that Retry-After asks to wait, in both its forms (a number, a date); -1 when it is absent or unreadable.
 *  @param wall_milliseconds the time now, which a date is compared with */
int64_t aurpay_response_retry_after(const struct aurpay_response *response, int64_t wall_milliseconds);

/** The server's clock minus @p wall_milliseconds, in seconds, by its Date header. False when there is none. */
bool aurpay_response_clock_difference(const struct aurpay_response *response, int64_t wall_milliseconds,
                                      int64_t *seconds);

/** Wipes and frees. */
void aurpay_response_free(struct aurpay_response *response);

#endif
