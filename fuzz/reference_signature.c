#include "reference_signature.h"

#include <string.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

struct fuzz_text reference_signature_base64(const unsigned char *bytes, size_t length)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    struct fuzz_text text = fuzz_text_copy("", 0);
    size_t i, digit;

    for (i = 0; i < length; i += 3) {
        unsigned int group = (unsigned int)bytes[i] << 16;

        group |= i + 1 < length ? (unsigned int)bytes[i + 1] << 8 : 0;
        group |= i + 2 < length ? bytes[i + 2] : 0;
        for (digit = 0; digit < 4; digit++) {
            /* One byte makes two digits, two bytes make three. */
            fuzz_text_append(&text, i + digit <= length ? digits + (group >> (18 - 6 * digit) & 63) : "=", 1);
        }
    }
    return text;
}

struct fuzz_text reference_signature_make(bool is_sha3, const struct fuzz_text *secret,
                                          const struct fuzz_text *message)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;

    fuzz_check(HMAC(is_sha3 ? EVP_sha3_256() : EVP_sha256(), secret->bytes, (int)secret->length,
                    (const unsigned char *)message->bytes, message->length, digest, &length) != NULL &&
                   length == 32,
               "OpenSSL makes an HMAC");
    return reference_signature_base64(digest, length);
}

struct fuzz_text reference_signature_md5(const char *bytes, size_t length)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int digest_length = 0, i;
    struct fuzz_text hex = fuzz_text_copy("", 0);

    fuzz_check(EVP_Digest(bytes, length, digest, &digest_length, EVP_md5(), NULL) == 1,
               "OpenSSL makes an MD5");
    for (i = 0; i < digest_length; i++) {
        char byte[3];

        (void)snprintf(byte, sizeof(byte), "%02x", digest[i]);
        fuzz_text_append(&hex, byte, 2);
    }
    return hex;
}
