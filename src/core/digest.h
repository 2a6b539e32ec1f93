/* MD5, SHA-256, HMAC and base64 by OpenSSL (1.1.1 and 3), and the comparison that does not tell where two
 * secrets differ. */
#ifndef AURPAY_CORE_DIGEST_H
#define AURPAY_CORE_DIGEST_H

#include "common.h"

/** 32 lower-case hex digits and a NUL. */
#define AURPAY_MD5_HEX_SIZE 33

#define AURPAY_SHA256_SIZE 32

/** base64 of 32 bytes (SHA-256 and SHA3-256 alike) and a NUL. */
#define AURPAY_SIGNATURE_SIZE 45

enum aurpay_algorithm {
    /** HMAC with SHA-256. */
    AURPAY_HMAC_SHA256,
    /** HMAC with SHA3-256 of FIPS 202 (not the older Keccak of crypto-js). */
    AURPAY_HMAC_SHA3_256
};

/** The name on the wire: "HMAC-SHA256" or "HMAC-SHA3_256". */
const char *aurpay_algorithm_name(enum aurpay_algorithm algorithm);

/** The algorithm of that name; AURPAY_ERROR_INVALID for any other. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_algorithm_from_name(const char *name, size_t length,
                                                              enum aurpay_algorithm *algorithm);

/** MD5 as lower-case hex. It is part of the vendor's protocol, not a security measure: hosts in FIPS mode are
 *  asked for it outside the FIPS provider. AURPAY_ERROR_CRYPTO when the host has none. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_digest_md5(const void *bytes, size_t length,
                                                     char hex[AURPAY_MD5_HEX_SIZE]);

/** SHA-256 as bytes. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_digest_sha256(const void *bytes, size_t length,
                                                        unsigned char digest[AURPAY_SHA256_SIZE]);

/** A key of HMAC, worked in once for any number of messages. Zero-initialised it is not worked in yet. */
struct aurpay_hmac {
    /** OpenSSL's HMAC_CTX. */
    struct hmac_ctx_st *context;
};

/** base64(HMAC(key, message)).
 *  @param hmac of this algorithm and key alone; to be freed by aurpay_hmac_free */
AURPAY_MUST_CHECK enum aurpay_code aurpay_hmac_sign(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm,
                                                    const char *key, size_t key_length, const char *message,
                                                    size_t message_length,
                                                    char signature[AURPAY_SIGNATURE_SIZE]);

/** Wipes and frees what was made of the key. */
void aurpay_hmac_free(struct aurpay_hmac *hmac);

/** Whether two strings are equal, in a time that depends on the length of @p given alone. */
bool aurpay_digest_equals(const char *expected, size_t expected_length, const char *given,
                          size_t given_length);

#endif
