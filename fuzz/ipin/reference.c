#include "reference.h"

#include <string.h>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#define PLAIN_MAX 1024

static int digit_value(char byte)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *digit = byte ? strchr(digits, byte) : NULL;

    return digit ? (int)(digit - digits) : -1;
}

bool reference_key_decode_base64(const char *text, size_t length, struct fuzz_text *bytes)
{
    unsigned int group = 0;
    size_t digits = 0, padding = 0, i;

    *bytes = fuzz_text_copy("", 0);
    for (i = 0; i < length && text[i] != '-'; i++) {
        int value = digit_value(text[i]);
        char byte;

        if (text[i] && strchr(" \t\r\n", text[i])) {
            continue;
        }
        if (text[i] == '=') {
            padding++;
            continue;
        }
        if (value < 0 || padding > 0) {
            return false;
        }
        group = group << 6 | (unsigned int)value;
        digits++;
        if (digits % 4 != 1) {
            byte = (char)(group >> (6 - 2 * ((digits - 1) % 4)) & 0xff);
            fuzz_text_append(bytes, &byte, 1);
        }
    }
    return (digits + padding) % 4 == 0 && padding <= 2;
}

static int no_password(char *password, int size, int is_for_writing, void *context)
{
    (void)password;
    (void)size;
    (void)is_for_writing;
    (void)context;
    return -1;
}

EVP_PKEY *reference_key_read(const struct fuzz_text *text)
{
    BIO *memory = BIO_new_mem_buf(text->bytes, (int)text->length);
    EVP_PKEY *key = PEM_read_bio_PUBKEY(memory, NULL, no_password, NULL);
    struct fuzz_text der;

    BIO_free(memory);
    if (!key && reference_key_decode_base64(text->bytes, text->length, &der)) {
        const unsigned char *cursor = (const unsigned char *)der.bytes;

        key = d2i_PUBKEY(NULL, &cursor, (long)der.length);
        fuzz_text_free(&der);
    } else if (!key) {
        fuzz_text_free(&der);
    }
    return key;
}

bool reference_key_has_several_blocks(const struct fuzz_text *text)
{
    static const char begin[] = "-----BEGIN";
    const char *end = text->bytes + text->length;
    const char *first = memmem(text->bytes, text->length, begin, strlen(begin));

    return first && memmem(first + 1, (size_t)(end - first - 1), begin, strlen(begin));
}

bool reference_key_encrypts(EVP_PKEY *key, size_t length)
{
    static const unsigned char plain[PLAIN_MAX] = "";
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, NULL);
    size_t size = (size_t)EVP_PKEY_size(key);
    unsigned char *encrypted = malloc(size ? size : 1);
    bool encrypts = length <= PLAIN_MAX && encrypted && context && EVP_PKEY_encrypt_init(context) == 1 &&
                    EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
                    EVP_PKEY_encrypt(context, encrypted, &size, plain, length) == 1;

    free(encrypted);
    EVP_PKEY_CTX_free(context);
    return encrypts;
}
