/* Who is calling: an API key, a token and secret that sign, or an access token. */
#ifndef AURPAY_CORE_CREDENTIALS_H
#define AURPAY_CORE_CREDENTIALS_H

#include "hmac.h"

enum aurpay_credentials_kind {
    /** For the endpoints that hand out credentials (login). Zero-initialised credentials are these. */
    AURPAY_CREDENTIALS_NONE,
    AURPAY_CREDENTIALS_API_KEY,
    AURPAY_CREDENTIALS_SIGNATURE,
    AURPAY_CREDENTIALS_ACCESS_TOKEN
};

/** Both strings are malloc-owned and wiped by aurpay_credentials_free. */
struct aurpay_credentials {
    enum aurpay_credentials_kind kind;
    /** How AURPAY_CREDENTIALS_SIGNATURE signs. */
    enum aurpay_algorithm algorithm;
    /** The API key, the API token or the access token: what a header carries. */
    char *token;
    size_t token_length;
    /** The HMAC key of AURPAY_CREDENTIALS_SIGNATURE, else NULL. Any bytes. */
    char *secret;
    size_t secret_length;
    /** The secret as an HMAC's key, from the first signature on. */
    struct aurpay_hmac hmac;
};

/** Copies @p token, and @p secret unless it is NULL. The caller has validated both. On failure @p credentials
 *  are empty. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_credentials_set(struct aurpay_credentials *credentials,
                                                          enum aurpay_credentials_kind kind,
                                                          const char *token, size_t token_length,
                                                          const char *secret, size_t secret_length);

/** A deep copy. On failure @p copy is empty. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_credentials_copy(const struct aurpay_credentials *credentials,
                                                           struct aurpay_credentials *copy);

/** Wipes and frees; the credentials are then AURPAY_CREDENTIALS_NONE. */
void aurpay_credentials_free(struct aurpay_credentials *credentials);

#endif
