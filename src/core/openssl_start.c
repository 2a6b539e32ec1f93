#include "openssl_start.h"

#include <openssl/evp.h>
#include <openssl/ssl.h>

#include "openssl_errors.h"

#if OPENSSL_VERSION_NUMBER >= 0x30000000L
#include <openssl/decoder.h>
#include <openssl/kdf.h>

/* OpenSSL loads all algorithms of a kind with the first of them, whether it finds that one or not. */
static void load_algorithms(void)
{
    EVP_MD_free(EVP_MD_fetch(NULL, "SHA256", NULL));
    EVP_CIPHER_free(EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL));
    EVP_MAC_free(EVP_MAC_fetch(NULL, "HMAC", NULL));
    EVP_KDF_free(EVP_KDF_fetch(NULL, "TLS13-KDF", NULL));
    EVP_KEYMGMT_free(EVP_KEYMGMT_fetch(NULL, "EC", NULL));
    EVP_KEYEXCH_free(EVP_KEYEXCH_fetch(NULL, "X25519", NULL));
    EVP_SIGNATURE_free(EVP_SIGNATURE_fetch(NULL, "ECDSA", NULL));
    EVP_ASYM_CIPHER_free(EVP_ASYM_CIPHER_fetch(NULL, "RSA", NULL));
    OSSL_DECODER_free(OSSL_DECODER_fetch(NULL, "RSA", NULL));
}
#else
/* They are built in. */
static void load_algorithms(void)
{
}
#endif

void aurpay_openssl_start(void)
{
    aurpay_openssl_errors_mark();
    load_algorithms();
    /* As for each connection: its own tables, and the random numbers. */
    SSL_CTX_free(SSL_CTX_new(TLS_client_method()));
    aurpay_openssl_errors_restore();
}
