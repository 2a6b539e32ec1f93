/* HMAC_CTX is what OpenSSL 1.1.1 and 3 both have for a key that is used again; 3 would rather see EVP_MAC. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "hmac.h"

#include <limits.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "digest.h"
#include "openssl_errors.h"

#define HMAC_BYTES 32

const char *aurpay_hmac_algorithm_name(enum aurpay_algorithm algorithm)
{
    return algorithm == AURPAY_HMAC_SHA3_256 ? "HMAC-SHA3_256" : "HMAC-SHA256";
}

enum aurpay_code aurpay_hmac_algorithm_from_name(const char *name, size_t length,
                                                 enum aurpay_algorithm *algorithm)
{
    static const enum aurpay_algorithm known[] = {AURPAY_HMAC_SHA256, AURPAY_HMAC_SHA3_256};
    size_t i;

    for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        const char *candidate = aurpay_hmac_algorithm_name(known[i]);

        if (strlen(candidate) == length && memcmp(candidate, name, length) == 0) {
            *algorithm = known[i];
            return AURPAY_OK;
        }
    }
    return AURPAY_ERROR_INVALID;
}

static bool set_key(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm, const char *key,
                    size_t key_length)
{
    const EVP_MD *md =
        aurpay_digest_md(algorithm == AURPAY_HMAC_SHA3_256 ? AURPAY_DIGEST_SHA3_256 : AURPAY_DIGEST_SHA256);

    if (key_length > INT_MAX || !md) {
        return false;
    }
    hmac->context = HMAC_CTX_new();
    return hmac->context && HMAC_Init_ex(hmac->context, key, (int)key_length, md, NULL) == 1;
}

static bool authenticate(struct aurpay_hmac *hmac, const char *message, size_t message_length,
                         unsigned char digest[EVP_MAX_MD_SIZE])
{
    unsigned int digest_length = 0;

    /* Without a key, OpenSSL starts again with the last one. */
    return HMAC_Init_ex(hmac->context, NULL, 0, NULL, NULL) == 1 &&
           HMAC_Update(hmac->context, (const unsigned char *)message, message_length) == 1 &&
           HMAC_Final(hmac->context, digest, &digest_length) == 1 && digest_length == HMAC_BYTES;
}

enum aurpay_code aurpay_hmac_sign(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm, const char *key,
                                  size_t key_length, const char *message, size_t message_length,
                                  char signature[AURPAY_SIGNATURE_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    enum aurpay_code code = AURPAY_ERROR_CRYPTO;

    aurpay_openssl_errors_mark();
    if ((hmac->context || set_key(hmac, algorithm, key, key_length)) &&
        authenticate(hmac, message, message_length, digest)) {
        EVP_EncodeBlock((unsigned char *)signature, digest, HMAC_BYTES);
        OPENSSL_cleanse(digest, sizeof(digest));
        code = AURPAY_OK;
    } else {
        /* Its state after a failure is unknown: the next call prepares the key again. */
        aurpay_hmac_free(hmac);
    }
    aurpay_openssl_errors_restore();
    return code;
}

void aurpay_hmac_free(struct aurpay_hmac *hmac)
{
    HMAC_CTX_free(hmac->context);
    hmac->context = NULL;
}
