/* What came back: from the wire, or from a test's handler in the same form. */
#ifndef AURPAY_CORE_RESPONSE_H
#define AURPAY_CORE_RESPONSE_H

#include "buffer.h"

#define AURPAY_RESPONSE_ERROR_SIZE 256

/** The most bytes of all heads and trailers of an answer, interim ones included. */
#define AURPAY_RESPONSE_HEADERS_LIMIT (64 * 1024)

/** How an attempt ended. */
enum aurpay_transfer {
    /** A whole answer was read. */
    AURPAY_TRANSFER_COMPLETE,
    /* From here to AURPAY_TRANSFER_TLS_FAILED: there was no connection to send the request on. */
    /** The name was not resolved. */
    AURPAY_TRANSFER_NAME_NOT_RESOLVED,
    /** No connection. */
    AURPAY_TRANSFER_NOT_CONNECTED,
    /** The proxy answered CONNECT with a refusal. */
    AURPAY_TRANSFER_PROXY_REFUSED,
    /** The file of CAs cannot be read, or holds none. */
    AURPAY_TRANSFER_CA_FILE_UNUSABLE,
    AURPAY_TRANSFER_CERTIFICATE_EXPIRED,
    AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID,
    /** The certificate is for other names. */
    AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST,
    /** The certificate is not from a CA that is trusted. */
    AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA,
    /** The certificate was refused for another reason. */
    AURPAY_TRANSFER_CERTIFICATE_REFUSED,
    /** The certificate is good, but its key is not the pinned one. */
    AURPAY_TRANSFER_WRONG_PUBLIC_KEY,
    /** There is no version of TLS that both sides allow. */
    AURPAY_TRANSFER_TLS_TOO_OLD,
    /** What came back is not TLS. */
    AURPAY_TRANSFER_NOT_TLS,
    /** The TLS handshake failed for another reason. */
    AURPAY_TRANSFER_TLS_FAILED,
    /** The connection broke before the answer was whole. */
    AURPAY_TRANSFER_BROKEN,
    /** The time for making a connection was over. */
    AURPAY_TRANSFER_CONNECT_TIMED_OUT,
    /** The deadline of the call. */
    AURPAY_TRANSFER_TIMED_OUT,
    /** The answer is larger than the limit. */
    AURPAY_TRANSFER_TOO_LARGE,
    /** A signal arrived, or the script's time is over. */
    AURPAY_TRANSFER_INTERRUPTED,
    /** libcurl reported anything else (a content encoding it cannot read, no memory). */
    AURPAY_TRANSFER_FAILED
};

/** What a failed attempt was waiting for. */
enum aurpay_step {
    /** Its turn: nothing has begun. */
    AURPAY_STEP_BEGINNING,
    /** The lookup of the server's or the proxy's name; or, among many reads, a connection to share. */
    AURPAY_STEP_NAME,
    AURPAY_STEP_CONNECTION,
    /** The proxy's handshake, and its answer to CONNECT. */
    AURPAY_STEP_PROXY,
    /** The handshake with the server. */
    AURPAY_STEP_TLS,
    /** The request has left. */
    AURPAY_STEP_ANSWER,
    /** The answer has begun. */
    AURPAY_STEP_REST_OF_ANSWER
};

struct aurpay_timings {
    /** Milliseconds from the attempt's start to the end of each step; 0 for one that was not reached. `ready`
     *  is when the request could be sent. */
    double name_lookup, connect, tls, ready, first_byte, total;
};

/** Zero-initialised memory is not a response: call aurpay_response_init, and aurpay_response_free in any
 *  case. */
struct aurpay_response {
    enum aurpay_transfer transfer;
    /** Request bytes of this attempt may have left. Set by the prerequest callback (from the start where
     *  libcurl has none), in a forked child, and by a test's handler. Only aurpay_response_reset clears it:
     *  once it is set, no CURLcode proves that nothing was sent. */
    bool sent;
    /** libcurl wanted to send the request a second time and was not allowed to. */
    bool resend_refused;
    /** Why the transfer failed, in libcurl's words or in ours. */
    char error[AURPAY_RESPONSE_ERROR_SIZE];
    /** `error` is fixed text: nothing in it came from outside. */
    bool error_is_fixed;
    enum aurpay_step step;
    /** It failed at the proxy, before there was a way to the server. */
    bool at_proxy;
    /** The status of the proxy's answer to CONNECT; 0 without one. */
    long proxy_status;
    /** The system's errno of a connection that could not be made; 0 when it is not known. */
    long system_error;
    /** 0 when no status line was read. */
    long http_status;
    /** "1.0", "1.1", "2", or "" when nothing was read. Static text. */
    const char *http_version;
    /** The request went over a connection that an earlier one had opened. */
    bool reused_connection;
    struct aurpay_timings timings;
    /** The last status line and the header lines after it, unfolded, each ended by LF. Trailers are none. */
    struct aurpay_buffer headers;
    struct aurpay_buffer body;
};

/** @param max_bytes the most bytes of a body, after decompression */
void aurpay_response_init(struct aurpay_response *response, size_t max_bytes);

/** Clears the response for the next attempt and keeps its memory. */
void aurpay_response_reset(struct aurpay_response *response);

/** Adds a header line as received. A line that begins with a blank continues the line before (RFC 9112, 5.2).
 *  AURPAY_ERROR_LIMIT when the headers are too large. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_response_add_header_line(struct aurpay_response *response,
                                                                   const char *line, size_t length);

/** The value of a header without blanks at its ends; the last one when it is repeated. False when there is
 *  none.
 *  @p value points into the response and is not NUL-terminated. */
bool aurpay_response_header(const struct aurpay_response *response, const char *name, const char **value,
                            size_t *length);

/** Seconds that Retry-After asks to wait, in both its forms (a number, a date); -1 when it is absent or
 *  unreadable.
 *  @param wall_milliseconds the time now, which a date is compared with */
int64_t aurpay_response_retry_after(const struct aurpay_response *response, int64_t wall_milliseconds);

/** The server's clock minus ours, in milliseconds: difference ± margin. */
struct aurpay_clock_comparison {
    int64_t difference;
    int64_t margin;
};

/** Compares the clocks by the answer's Date header, which has whole seconds and was created between the
 *  sending of the request and the first byte of the answer. False without a readable Date header.
 *  @param wall_milliseconds our clock when the attempt began */
bool aurpay_response_compare_clocks(const struct aurpay_response *response, int64_t wall_milliseconds,
                                    struct aurpay_clock_comparison *comparison);

/** Wipes and frees. */
void aurpay_response_free(struct aurpay_response *response);

#endif
