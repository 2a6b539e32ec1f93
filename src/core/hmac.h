/* HMAC and base64 by OpenSSL (1.1.1 and 3): what signs. */
#ifndef AURPAY_CORE_HMAC_H
#define AURPAY_CORE_HMAC_H

#include "common.h"

/** base64 of 32 bytes (SHA-256 and SHA3-256 alike) and a NUL. */
#define AURPAY_SIGNATURE_SIZE 45

enum aurpay_algorithm {
    /** HMAC with SHA-256. */
    AURPAY_HMAC_SHA256,
    /** HMAC with SHA3-256 of FIPS 202 (not the older Keccak of crypto-js). */
    AURPAY_HMAC_SHA3_256
};

/** The name on the wire: "HMAC-SHA256" or "HMAC-SHA3_256". */
const char *aurpay_hmac_algorithm_name(enum aurpay_algorithm algorithm);

/** The algorithm of that name; AURPAY_ERROR_INVALID for any other. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_hmac_algorithm_from_name(const char *name, size_t length,
                                                                   enum aurpay_algorithm *algorithm);

/** An HMAC key, prepared once and used for any number of messages. Zero-initialised, it is not prepared
 *  yet. */
struct aurpay_hmac {
    /** OpenSSL's HMAC_CTX. */
    struct hmac_ctx_st *context;
};

/** base64(HMAC(key, message)).
 *  @param hmac used with this algorithm and key only; free it with aurpay_hmac_free */
AURPAY_MUST_CHECK enum aurpay_code aurpay_hmac_sign(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm,
                                                    const char *key, size_t key_length, const char *message,
                                                    size_t message_length,
                                                    char signature[AURPAY_SIGNATURE_SIZE]);

/** Wipes and frees what was made of the key. */
void aurpay_hmac_free(struct aurpay_hmac *hmac);

#endif
