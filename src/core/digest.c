#include "digest.h"

#include <string.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#else
#include <stdatomic.h>
#endif

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "openssl_errors.h"

#define MD5_BYTES 16

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
/* A pointer that all threads share: NULL, then set once. */
#ifdef _WIN32
struct slot {
    PVOID volatile md;
};

static EVP_MD *slot_read(struct slot *slot)
{
    return InterlockedCompareExchangePointer(&slot->md, NULL, NULL);
}

/* Returns what is in the slot then: `md`, or what another thread has stored. */
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

/* Returns what is in the slot then: `md`, or what another thread has stored. */
static EVP_MD *slot_fill(struct slot *slot, EVP_MD *md)
{
    EVP_MD *other = NULL;

    return atomic_compare_exchange_strong(&slot->md, &other, md) ? md : other;
}
#endif

/* Fetching takes as long as hashing a request's body, and each new key needs it, so once per web request.
 * What is fetched is kept for all threads until the process ends. A failed fetch is not kept: the next call
 * tries again. */
static struct slot fetched[AURPAY_DIGEST_SHA3_256 + 1];

const EVP_MD *aurpay_digest_md(enum aurpay_digest digest)
{
    static const struct {
        const char *name;
        const char *properties;
    } known[] = {[AURPAY_DIGEST_MD5] = {"MD5", "-fips"},
                 [AURPAY_DIGEST_SHA256] = {"SHA256", NULL},
                 [AURPAY_DIGEST_SHA3_256] = {"SHA3-256", NULL}};
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
const EVP_MD *aurpay_digest_md(enum aurpay_digest digest)
{
    switch (digest) {
    case AURPAY_DIGEST_MD5:
        return EVP_md5();
    case AURPAY_DIGEST_SHA3_256:
        return EVP_sha3_256();
    default:
        return EVP_sha256();
    }
}
#endif

/* Hashes `bytes`. Fails unless the digest has the expected length. */
static enum aurpay_code make_digest(enum aurpay_digest digest, const void *bytes, size_t length,
                                    unsigned char *result, unsigned int expected_length)
{
    unsigned char made[EVP_MAX_MD_SIZE];
    unsigned int made_length = 0;
    enum aurpay_code code = AURPAY_ERROR_CRYPTO;
    const EVP_MD *md;

    aurpay_openssl_errors_mark();
    md = aurpay_digest_md(digest);
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
    enum aurpay_code code = make_digest(AURPAY_DIGEST_MD5, bytes, length, digest, sizeof(digest));

    if (!code) {
        write_hex(digest, sizeof(digest), hex);
    }
    return code;
}

enum aurpay_code aurpay_digest_sha256(const void *bytes, size_t length,
                                      unsigned char digest[AURPAY_SHA256_SIZE])
{
    return make_digest(AURPAY_DIGEST_SHA256, bytes, length, digest, AURPAY_SHA256_SIZE);
}

bool aurpay_digest_equals(const char *expected, size_t expected_length, const char *given,
                          size_t given_length)
{
    return expected_length == given_length && CRYPTO_memcmp(expected, given, given_length) == 0;
}
