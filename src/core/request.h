/* A request as it goes onto the wire: signed over the very bytes that are sent. */
#ifndef AURPAY_CORE_REQUEST_H
#define AURPAY_CORE_REQUEST_H

#include "buffer.h"
#include "endpoint.h"

/** The most bytes of a request body. */
#define AURPAY_REQUEST_BODY_LIMIT (1024 * 1024)

/** The most headers we ever send. */
#define AURPAY_REQUEST_MAX_HEADERS 12

struct aurpay_header {
    /** Static text. */
    const char *name;
    /** `Name: value`, or `Name;` where the value is empty, as libcurl takes it. malloc-owned, wiped with the
     *  request. */
    char *line;
    /** In the line; "" is a header with an empty value. */
    const char *value;
};

/** Zero-initialised memory is not a request: call aurpay_request_init, and aurpay_request_free in any
 *  case. */
struct aurpay_request {
    /** Upper case; not owned. */
    const char *method;
    /** Origin, path and query. */
    struct aurpay_buffer url;
    /** Where path and query begin in `url`. */
    size_t target_offset;
    struct aurpay_buffer body;
    /** NULL when there is no body; static text. */
    const char *content_type;
    /** Of the last aurpay_request_authorize. */
    struct aurpay_header headers[AURPAY_REQUEST_MAX_HEADERS];
    size_t header_count;
};

void aurpay_request_init(struct aurpay_request *request, const char *method);

/** Sets URL and target from a base URI (without a slash at the end) and a path below it, in which `{id}` is
 *  replaced by @p id (NULL when there is none). A query may be appended to `url` afterwards. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_request_set_target(struct aurpay_request *request,
                                                             const char *base_uri, const char *path,
                                                             const char *id);

/** Path and query, exactly as on the request line. */
const char *aurpay_request_target(const struct aurpay_request *request);

/** Makes the headers anew: content negotiation and what the credentials ask for. A signature is dated
 *  @p wall_milliseconds; every attempt of a call gets its own.
 *  @param user_token of one of the merchant's users, or NULL
 *  @return AURPAY_ERROR_CRYPTO when OpenSSL refuses */
AURPAY_MUST_CHECK enum aurpay_code aurpay_request_authorize(struct aurpay_request *request,
                                                            const struct aurpay_provider *provider,
                                                            struct aurpay_credentials *credentials,
                                                            const char *user_token,
                                                            int64_t wall_milliseconds);

/** Wipes and frees everything. */
void aurpay_request_free(struct aurpay_request *request);

#endif
