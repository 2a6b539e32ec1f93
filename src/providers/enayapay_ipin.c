#include "enayapay_ipin.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "../core/openssl_errors.h"

/* uuid and ipin together; more than any key takes. */
#define PLAIN_LIMIT 2048

/* What a key of the most bits encrypts: in bytes, in base64, and a NUL. */
#define ENCRYPTED_BYTES (AURPAY_ENAYAPAY_IPIN_KEY_BITS / 8)
#define ENCRYPTED_SIZE ((ENCRYPTED_BYTES + 2) / 3 * 4 + 1)

/* A PEM text may say that it is encrypted. Without a callback OpenSSL would ask on the terminal for the
 * password, and wait. */
static int no_password(char *password, int size, int is_for_writing, void *context)
{
    (void)password;
    (void)size;
    (void)is_for_writing;
    (void)context;
    return -1;
}

/* Not PEM_read_bio_PUBKEY: what OpenSSL 3 makes of several blocks depends on errors that others have left in
 * its queue. */
static EVP_PKEY *read_pem(const char *text, size_t length)
{
    BIO *bio = length <= INT_MAX ? BIO_new_mem_buf(text, (int)length) : NULL;
    unsigned char *der = NULL;
    const unsigned char *cursor;
    long der_length = 0;
    EVP_PKEY *key = NULL;

    if (bio && PEM_bytes_read_bio(&der, &der_length, NULL, PEM_STRING_PUBLIC, bio, no_password, NULL) == 1) {
        cursor = der;
        key = d2i_PUBKEY(NULL, &cursor, der_length);
    }
    OPENSSL_free(der);
    BIO_free(bio);
    return key;
}

/* Decodes base64, white space included, into `der`, which has room for as many bytes. Returns the length;
 * 0 when it is no base64. */
static long decode_base64(const char *text, size_t length, unsigned char *der)
{
    EVP_ENCODE_CTX *context = EVP_ENCODE_CTX_new();
    int decoded = 0, rest = 0;
    bool is_base64 = false;

    if (context) {
        EVP_DecodeInit(context);
        is_base64 = EVP_DecodeUpdate(context, der, &decoded, (const unsigned char *)text, (int)length) >= 0 &&
                    EVP_DecodeFinal(context, der + decoded, &rest) == 1;
    }
    EVP_ENCODE_CTX_free(context);
    return is_base64 ? (long)decoded + rest : 0;
}

/* The base64 of the DER form, on one line or several: what EBS hands out. */
static EVP_PKEY *read_base64(const char *text, size_t length)
{
    /* By OpenSSL, as has_memory() asks it. */
    unsigned char *der = length && length <= INT_MAX ? OPENSSL_malloc(length) : NULL;
    const unsigned char *cursor = der;
    EVP_PKEY *key = der ? d2i_PUBKEY(NULL, &cursor, decode_base64(text, length, der)) : NULL;

    OPENSSL_free(der);
    return key;
}

static EVP_PKEY *read_key(const char *text, size_t length)
{
    EVP_PKEY *key = read_pem(text, length);

    if (!key) {
        key = read_base64(text, length);
    }
    if (key &&
        (EVP_PKEY_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_bits(key) > AURPAY_ENAYAPAY_IPIN_KEY_BITS)) {
        EVP_PKEY_free(key);
        key = NULL;
    }
    return key;
}

static bool has_memory(void)
{
    EVP_PKEY *probe = EVP_PKEY_new();

    EVP_PKEY_free(probe);
    return probe != NULL;
}

/* When OpenSSL has no memory to read a key, it often reports that it cannot decode it. So a key is refused
 * only if it cannot be read a second time, and there is memory. */
static enum aurpay_code find_key(const char *text, size_t length, EVP_PKEY **key)
{
    *key = read_key(text, length);
    if (!*key) {
        *key = read_key(text, length);
    }
    if (*key) {
        return AURPAY_OK;
    }
    return has_memory() ? AURPAY_ERROR_INVALID : AURPAY_ERROR_MEMORY;
}

/* RSA PKCS#1 v1.5 of `plain`; the result is malloc-owned. */
static enum aurpay_code encrypt_plain(EVP_PKEY *key, const struct aurpay_buffer *plain, unsigned char **bytes,
                                      size_t *length)
{
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    enum aurpay_code code = AURPAY_ERROR_CRYPTO;
    /* 0 when OpenSSL had no memory to find out. */
    int size = EVP_PKEY_size(key);

    *bytes = NULL;
    /* The padding takes 11 bytes. */
    if (size > 0 && plain->length + 11 > (size_t)size) {
        code = AURPAY_ERROR_LIMIT;
    } else if (size > 0 && context && EVP_PKEY_encrypt_init(context) == 1 &&
               EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
               EVP_PKEY_encrypt(context, NULL, length, (const unsigned char *)plain->data, plain->length) ==
                   1) {
        *bytes = malloc(*length);
        if (!*bytes) {
            code = AURPAY_ERROR_MEMORY;
        } else if (EVP_PKEY_encrypt(
                       context, *bytes, length, (const unsigned char *)plain->data, plain->length) == 1) {
            code = AURPAY_OK;
        }
    }
    EVP_PKEY_CTX_free(context);
    return code;
}

static enum aurpay_code append_base64(struct aurpay_buffer *text, const unsigned char *bytes, size_t length)
{
    unsigned char encoded[ENCRYPTED_SIZE];

    if (length > ENCRYPTED_BYTES) {
        return AURPAY_ERROR_CRYPTO;
    }
    return aurpay_buffer_append(text, encoded, (size_t)EVP_EncodeBlock(encoded, bytes, (int)length));
}

static enum aurpay_code encrypt_with(EVP_PKEY *key, const char *uuid, size_t uuid_length, const char *ipin,
                                     size_t ipin_length, struct aurpay_buffer *encrypted)
{
    struct aurpay_buffer plain;
    unsigned char *bytes = NULL;
    size_t length = 0;
    enum aurpay_code code;

    aurpay_buffer_init(&plain, PLAIN_LIMIT);
    code = aurpay_buffer_append(&plain, uuid, uuid_length);
    if (!code) {
        code = aurpay_buffer_append(&plain, ipin, ipin_length);
    }
    if (!code) {
        code = encrypt_plain(key, &plain, &bytes, &length);
    }
    if (!code) {
        code = append_base64(encrypted, bytes, length);
    }
    free(bytes);
    aurpay_buffer_free(&plain);
    return code;
}

enum aurpay_code aurpay_enayapay_ipin_encrypt(const char *public_key, size_t public_key_length,
                                              const char *uuid, size_t uuid_length, const char *ipin,
                                              size_t ipin_length, struct aurpay_buffer *encrypted)
{
    EVP_PKEY *key = NULL;
    enum aurpay_code code;

    /* A key that is not PEM is one error already. */
    aurpay_openssl_errors_mark();
    code = find_key(public_key, public_key_length, &key);
    if (!code) {
        code = encrypt_with(key, uuid, uuid_length, ipin, ipin_length, encrypted);
        EVP_PKEY_free(key);
    }
    aurpay_openssl_errors_restore();
    return code;
}
