/* MD5 and SHA-256 by OpenSSL (1.1.1 and 3), and the comparison that does not tell where two secrets
 * differ. */
#ifndef AURPAY_CORE_DIGEST_H
#define AURPAY_CORE_DIGEST_H

#include "common.h"

/** 32 lower-case hex digits and a NUL. */
#define AURPAY_MD5_HEX_SIZE 33

#define AURPAY_SHA256_SIZE 32

struct evp_md_st;

enum aurpay_digest {
    AURPAY_DIGEST_MD5,
    AURPAY_DIGEST_SHA256,
    /** Of FIPS 202 (not the older Keccak of crypto-js). */
    AURPAY_DIGEST_SHA3_256
};

/** OpenSSL's EVP_MD of a digest, which is kept until the process ends; NULL when the host has none. */
const struct evp_md_st *aurpay_digest_md(enum aurpay_digest digest);

/** MD5 as lower-case hex. It is part of the vendor's protocol, not a security measure: hosts in FIPS mode are
 *  asked for it outside the FIPS provider. AURPAY_ERROR_CRYPTO when the host has none. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_digest_md5(const void *bytes, size_t length,
                                                     char hex[AURPAY_MD5_HEX_SIZE]);

/** SHA-256 as bytes. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_digest_sha256(const void *bytes, size_t length,
                                                        unsigned char digest[AURPAY_SHA256_SIZE]);

/** Whether two strings are equal, in a time that depends on the length of @p given alone. */
bool aurpay_digest_equals(const char *expected, size_t expected_length, const char *given,
                          size_t given_length);

#endif
