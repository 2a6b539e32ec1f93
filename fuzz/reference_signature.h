/* Signatures by OpenSSL's one-shot functions: independent of src/core/hmac.c, digest.c and signer.c. */
#ifndef AURPAY_FUZZ_REFERENCE_SIGNATURE_H
#define AURPAY_FUZZ_REFERENCE_SIGNATURE_H

#include "text.h"

/** base64 of any bytes. */
struct fuzz_text reference_signature_base64(const unsigned char *bytes, size_t length);

/** base64(HMAC(secret, message)) with SHA-256, or SHA3-256. */
struct fuzz_text reference_signature_make(bool is_sha3, const struct fuzz_text *secret,
                                          const struct fuzz_text *message);

/** MD5 in lower-case hex. */
struct fuzz_text reference_signature_md5(const char *bytes, size_t length);

#endif
