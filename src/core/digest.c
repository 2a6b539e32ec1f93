/* HMAC_CTX is what OpenSSL 1.1.1 and 3 both have for a key that is used again; 3 would rather see EVP_MAC. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "digest.h"

#include <limits.h>
#include <string.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <stdatomic.h>
#endif

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "openssl_errors.h"

#define MD5_BYTES 16
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

enum digest { DIGEST_MD5, DIGEST_SHA256, DIGEST_SHA3_256 };

#if OPENSSL_VERSION_NUMBER >= 0x30000000L
/* A pointer that all threads see, empty or filled once. */
#ifdef _WIN32
struct slot {
    PVOID volatile md;
};

static EVP_MD *slot_read(struct slot *slot)
{
    return InterlockedCompareExchangePointer(&slot->md, NULL, NULL);
}

/* Answers what is in the slot then: `md`, or what another thread had put there. */
static EVP_MD *slot_fill(struct slot *slot, EVP_MD *md)
{
    EVP_MD *other = InterlockedCompareExchangePointer(&slot->md, md, NULL);

    return other ? other : md;
}
#else
struct slot {
    _Atomic(EVP_MD *) md;
};

static EVP_MD *slot_read(struct slot *slot)
{
    return atomic_load_explicit(&slot->md, memory_order_acquire);
}

/* Answers what is in the slot then: `md`, or what another thread had put there. */
static EVP_MD *slot_fill(struct slot *slot, EVP_MD *md)
{
    EVP_MD *other = NULL;

    return atomic_compare_exchange_strong(&slot->md, &other, md) ? md : other;
}
#endif

/* Fetching takes as long as the digest of a request's body, and is due for each new key, so once in a web
 * request; what is fetched is kept until the process ends, for all threads. What could not be fetched is not
 * kept: the next call tries again. */
static struct slot fetched[DIGEST_SHA3_256 + 1];

static const EVP_MD *md_of(enum digest digest)
{
    static const struct {
        const char *name;
        const char *properties;
    } known[] = {[DIGEST_MD5] = {"MD5", "-fips"},
                 [DIGEST_SHA256] = {"SHA256", NULL},
                 [DIGEST_SHA3_256] = {"SHA3-256", NULL}};
    EVP_MD *kept = slot_read(&fetched[digest]);
    EVP_MD *fresh;

    if (kept) {
        return kept;
    }
    fresh = EVP_MD_fetch(NULL, known[digest].name, known[digest].properties);
    if (!fresh) {
        return NULL;
    }
    kept = slot_fill(&fetched[digest], fresh);
    if (kept != fresh) {
        /* Another thread was faster. */
        EVP_MD_free(fresh);
    }
    return kept;
}
#else
static const EVP_MD *md_of(enum digest digest)
{
    switch (digest) {
    case DIGEST_MD5:
        return EVP_md5();
    case DIGEST_SHA3_256:
        return EVP_sha3_256();
    default:
        return EVP_sha256();
    }
}
#endif

/* The digest of `bytes`, which is to be of that length. */
static enum aurpay_code make_digest(enum digest digest, const void *bytes, size_t length,
                                    unsigned char *result, unsigned int expected_length)
{
    unsigned char made[EVP_MAX_MD_SIZE];
    unsigned int made_length = 0;
    enum aurpay_code code = AURPAY_ERROR_CRYPTO;
    const EVP_MD *md;

    aurpay_openssl_errors_mark();
    md = md_of(digest);
    if (md && EVP_Digest(bytes, length, made, &made_length, md, NULL) == 1 &&
        made_length == expected_length) {
        memcpy(result, made, made_length);
        code = AURPAY_OK;
    }
    aurpay_openssl_errors_restore();
    return code;
}

enum aurpay_code aurpay_digest_md5(const void *bytes, size_t length, char hex[AURPAY_MD5_HEX_SIZE])
{
    unsigned char digest[MD5_BYTES];
    enum aurpay_code code = make_digest(DIGEST_MD5, bytes, length, digest, sizeof(digest));

    if (!code) {
        write_hex(digest, sizeof(digest), hex);
    }
    return code;
}

enum aurpay_code aurpay_digest_sha256(const void *bytes, size_t length,
                                      unsigned char digest[AURPAY_SHA256_SIZE])
{
    return make_digest(DIGEST_SHA256, bytes, length, digest, AURPAY_SHA256_SIZE);
}

static bool set_key(struct aurpay_hmac *hmac, enum aurpay_algorithm algorithm, const char *key,
                    size_t key_length)
{
    const EVP_MD *md = md_of(algorithm == AURPAY_HMAC_SHA3_256 ? DIGEST_SHA3_256 : DIGEST_SHA256);

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

    /* Without a key it begins anew with the last one. */
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
        /* What a failure leaves of it is not known: the next call begins with the key. */
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

bool aurpay_digest_equals(const char *expected, size_t expected_length, const char *given,
                          size_t given_length)
{
    return expected_length == given_length && CRYPTO_memcmp(expected, given, given_length) == 0;
}
