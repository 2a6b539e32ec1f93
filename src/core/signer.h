/* The signatures of the Aurpay API: of a request by us, and of a callback by the platform.
 * Source: the folders "Signature Authentication Method" and "Callback Authentication Method" of the vendor's
 * Postman collection, whose script settles what its prose leaves open. */
#ifndef AURPAY_CORE_SIGNER_H
#define AURPAY_CORE_SIGNER_H

#include "buffer.h"
#include "credentials.h"
#include "digest.h"

/** What is signed. Nothing is owned; all of it must outlive the call. */
struct aurpay_signing_input {
    /** Upper-case HTTP method. */
    const char *method;
    /** Path and query, exactly the bytes on the request line. */
    const char *target;
    /** ISO-8601 date as it goes into the Date header. */
    const char *date;
    /** The body's bytes, NULL when there is none. */
    const char *body;
    size_t body_length;
};

struct aurpay_signature {
    /** Lower-case hex; "" for GET. A request of any other method without a body has the digest of nothing. */
    char body_md5[AURPAY_MD5_HEX_SIZE];
    /** The canonical string ("signature_origin" in the vendor's words). Free with
     *  aurpay_signer_free_signature. */
    struct aurpay_buffer origin;
    /** base64(HMAC(secret, origin)). */
    char value[AURPAY_SIGNATURE_SIZE];
};

/** Signs a request: `{algorithm} | {date} | {METHOD} {target}` and, when the body digest is not empty,
 *  ` | {body_md5}`. @p signature is to be freed after success and failure alike. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_signer_sign_request(struct aurpay_credentials *credentials,
                                                              const struct aurpay_signing_input *input,
                                                              struct aurpay_signature *signature);

/** A header of a signed request. */
struct aurpay_signature_header {
    /** Static text. */
    const char *name;
    /** Borrowed. */
    const char *value;
};

#define AURPAY_SIGNATURE_HEADERS 5

/** The headers that carry a signature, in the order in which they are sent.
 *  @param date that was signed */
void aurpay_signer_headers(const struct aurpay_credentials *credentials, const char *date,
                           const struct aurpay_signature *signature,
                           struct aurpay_signature_header headers[AURPAY_SIGNATURE_HEADERS]);

/** Signs a callback: base64(HMAC-SHA256(secret, `{date} | {url}`)). The body is not part of it.
 *  @param credentials whose algorithm is AURPAY_HMAC_SHA256 */
AURPAY_MUST_CHECK enum aurpay_code aurpay_signer_sign_callback(struct aurpay_credentials *credentials,
                                                               const char *date, const char *url,
                                                               char value[AURPAY_SIGNATURE_SIZE]);

void aurpay_signer_free_signature(struct aurpay_signature *signature);

#endif
