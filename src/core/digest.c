/* HMAC_CTX is what OpenSSL 1.1.1 and 3 both have for a key that is used again; 3 would rather see EVP_MAC. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "digest.h"

#include <limits.h>
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#define HMAC_BYTES 32

const char *aurpay_algorithm_name(enum aurpay_algorithm algorithm)
{
    return algorithm == AURPAY_HMAC_SHA3_256 ? "HMAC-SHA3_256" : "HMAC-SHA256";
}

enum aurpay_code aurpay_algorithm_from_name(const char *name, size_t length, enum aurpay_algorithm *algorithm)
{
    static const enum aurpay_algorithm known[] = {AURPAY_HMAC_SHA256, AURPAY_HMAC_SHA3_256};
    size_t i;

    for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        const char *candidate = aurpay_algorithm_name(known[i]);

        if (strlen(candidate) == length && memcmp(candidate, name, length) == 0) {
            *algorithm = known[i];
            return AURPAY_OK;
        }
    }
    return AURPAY_ERROR_INVALID;
}

static void write_hex(const unsigned char *bytes, size_t length, char *hex)
{
    static const char digits[] = "0123456789abcdef";
    size_t i;

    for (i = 0; i < length; i++) {
        *hex++ = digits[bytes[i] >> 4];
        *hex++ = digits[bytes[i] & 0x0f];
    }
    *hex = '\0';
}

#if OPENSSL_VERSION_NUMBER >= 0x30000000L
/* Fetching takes as long as the digest of a request's body, and is due for each new key, so once in a web request; what
 * is fetched is kept until the process ends. */
static struct {
    EVP_MD *md5;
    EVP_MD *sha256;
    EVP_MD *sha3_256;
} fetched;

static void fetch(void)
{
    fetched.md5 = EVP_MD_fetch(NULL, "MD5", "-fips");
    fetched.sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    fetched.sha3_256 = EVP_MD_fetch(NULL, "SHA3-256", NULL);
}

static bool is_fetched(void)
{
    static CRYPTO_ONCE once = CRYPTO_ONCE_STATIC_INIT;

    return CRYPTO_THREAD_run_once(&once, fetch) == 1;
}

static const EVP_MD *md5(void)
{
    return is_fetched() ? fetched.md5 : NULL;
}

static const EVP_MD *digest_of(enum aurpay_algorithm algorithm)
{
    if (!is_fetched()) {
        return NULL;
    }
    return algorithm == AURPAY_HMAC_SHA3_256 ? fetched.sha3_256 : fetched.sha256;
}
#else
static const EVP_MD *md5(void)
{
    return EVP_md5();
}

static const EVP_MD *digest_of(enum aurpay_algorithm algorithm)
{
    return algorithm == AURPAY_HMAC_SHA3_256 ? EVP_sha3_256() : EVP_sha256();
}
#endif

enum aurpay_code aurpay_digest_md5(const void *bytes, size_t length, char hex[AURPAY_MD5_HEX_SIZE])
{
    const EVP_MD *algorithm = md5();
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_length = 0;

    if (!algorithm || EVP_Digest(bytes, length, digest, &digest_length, algorithm, NULL) != 1 ||
        digest_length != 16) {
        return AURPAY_ERROR_CRYPTO;
    }
    write_hex(digest, digest_length, hex);
    return AURPAY_OK;
}

enum aurpay_code aurpay_digest_sha256(const void *bytes, size_t length,
                                      unsigned char digest[AURPAY_SHA256_SIZE])
{
    const EVP_MD *algorithm = digest_of(AURPAY_HMAC_SHA256);

    return algorithm && EVP_Digest(bytes, length, digest, NULL, algorithm, NULL) == 1 ? AURPAY_OK
                                                                                      : AURPAY_ERROR_CRYPTO;
}

static bool set_key(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm, const char *key,
                    size_t key_length)
{
    const EVP_MD *md = digest_of(algorithm);

    if (key_length > INT_MAX || !md) {
        return false;
    }
    hmac->context = HMAC_CTX_new();
    if (hmac->context && HMAC_Init_ex(hmac->context, key, (int)key_length, md, NULL) == 1) {
        return true;
    }
    aurpay_hmac_free(hmac);
    return false;
}

enum aurpay_code aurpay_hmac_sign(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm, const char *key,
                                  size_t key_length, const char *message, size_t message_length,
                                  char signature[AURPAY_SIGNATURE_SIZE])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_length = 0;

    if (!hmac->context && !set_key(hmac, algorithm, key, key_length)) {
        return AURPAY_ERROR_CRYPTO;
    }
    /* Without a key it begins anew with the last one. */
    if (HMAC_Init_ex(hmac->context, NULL, 0, NULL, NULL) != 1 ||
        HMAC_Update(hmac->context, (const unsigned char *)message, message_length) != 1 ||
        HMAC_Final(hmac->context, digest, &digest_length) != 1 || digest_length != HMAC_BYTES) {
        return AURPAY_ERROR_CRYPTO;
    }
    EVP_EncodeBlock((unsigned char *)signature, digest, HMAC_BYTES);
    OPENSSL_cleanse(digest, sizeof(digest));
    return AURPAY_OK;
}

void aurpay_hmac_free(struct aurpay_hmac *hmac)
{
    HMAC_CTX_free(hmac->context);
    hmac->context = NULL;
}

bool aurpay_digest_equals(const char *expected, size_t expected_length, const char *given,
                          size_t given_length)
{
    return expected_length == given_length && CRYPTO_memcmp(expected, given, given_length) == 0;
}
