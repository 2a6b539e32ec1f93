/* OpenSSL 1.1.1 and 3 both have RSA_set0_key(). */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "keys.h"

#include <string.h>

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "reference.h"

#define EXPONENT 65537

/* The primes of keys that protect nothing. */
static const char *const primes[][2] = {
    {"fa55dd035459c231be8d3a1be5a6f7ece56f36ae20219c1558bda7b47d7bf71f",
     "d675bb9799f54e82b82dea11fa1d8b68484b3931f674741c7280920a4e474b01"},
    {"ff76dcc6198a3911b88285daf2f77ffc2edd97812768ccef6beb2656e61b2dea"
     "c55b909c88542e627edca74885df575c7fb3190cd914c123f89581eb029cc723",
     "e481559791cfa9ffacd39a964f1816484ca7f84d2930f8a97ba57d450c8f8c6d"
     "e45bad9a9eb1beddf6d1ab0ceb82a70e44150e7e24eb9ff7808e50c7c24ef093"},
    {"e690ffb9f837b1dc58e39267a46bb927790850f23d54033fc6ee1426f368dadf"
     "b936837ae055ce6fc6761f5ba782e91b6e483d88091ee2ba96816f5ca97b859e"
     "4eef68f74549b4850ab1d1a678e94e2b8a7ae43ecfcc5883b4e2cc8fa20860cc"
     "b3a473d3fb892112be79a42fadf2c558be7dc9699f3bbf5ee61a90aba1737553",
     "bbbcde44729a8f41f98880dd2d70e8a4d2212e368ade9c610498c484de80f682"
     "31961fb2b1075613269fef01d8a312f558deb0b125aede25c861cfa1659b8b29"
     "932764e9352e62e5af4058f68fe10239e0a15ec6b0a04acccfc8c29aa185f29e"
     "c748457cc8d6413dd83de0f3a91dfa8cfbe1695da2c97ca254bf055558343d2b"},
};

#define KNOWN (sizeof(primes) / sizeof(primes[0]))

/* Keys that are not RSA, or not for encryption. */
static const char *const others[] = {
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE7LuXZ/IBhKqW2zS6pNVt4fWvmBYKfb2jayvZTSMVLR01QWDQrMHItp99y/4k"
    "/GjyfC/DurszdYLmkTAkao6Ccg==",
    "MCowBQYDK2VwAyEAEjfu53eMl8qT2GhQ1yFOI2/vccitRFw3IXOmyo7tBc0=",
    "MIGdMAsGCSqGSIb3DQEBCgOBjQAwgYkCgYEAsJtX3xXUrdsnoBt+Lu59rF0qfFl4aDWG+CQ+lfJrH5UibrMOPUBimeA3s4/6"
    "bAiq70ex7YIzo7gdNPKqB6XHFRcsVFgYBkMFkHfDV1+NwcFAUtT+FCtfETOtIB6KXOH5+MEMxW4k1DCsUHgLqkNEcv9gjEP0"
    "fbRvsOrelqeVKSUCAwEAAQ==",
};

#define OTHERS (sizeof(others) / sizeof(others[0]))

/* Nobody needs the factors of these. */
static const int huge_bits[] = {8192, 8193, 16392};

static BIGNUM *from_hex(const char *hex)
{
    BIGNUM *number = NULL;

    fuzz_check(BN_hex2bn(&number, hex) > 0, "a number is read");
    return number;
}

/* A known key; made once. */
struct private_key {
    BIGNUM *modulus;
    BIGNUM *exponent;
};

static void make_private_key(size_t number, struct private_key *key)
{
    BIGNUM *p = from_hex(primes[number][0]), *q = from_hex(primes[number][1]), *public = BN_new();
    BIGNUM *totient = BN_new();
    BN_CTX *context = BN_CTX_new();

    key->modulus = BN_new();
    key->exponent = BN_new();
    fuzz_check(BN_mul(key->modulus, p, q, context) && BN_sub_word(p, 1) && BN_sub_word(q, 1) &&
                   BN_mul(totient, p, q, context) && BN_set_word(public, EXPONENT) &&
                   BN_mod_inverse(key->exponent, public, totient, context),
               "a key is made");
    BN_free(p);
    BN_free(q);
    BN_free(public);
    BN_free(totient);
    BN_CTX_free(context);
}

static const struct private_key *private_key(size_t number)
{
    static struct private_key keys[KNOWN];

    if (!keys[number].modulus) {
        make_private_key(number, &keys[number]);
    }
    return &keys[number];
}

/* An odd number of so many bits. */
static BIGNUM *make_modulus(int bits)
{
    BIGNUM *number = BN_new();
    int i;

    for (i = 0; i < bits; i += 3) {
        fuzz_check(BN_set_bit(number, i), "a bit is set");
    }
    fuzz_check(BN_set_bit(number, bits - 1), "a bit is set");
    return number;
}

/* Takes the modulus. */
static struct fuzz_text write_der(BIGNUM *modulus)
{
    BIGNUM *public = BN_new();
    RSA *rsa = RSA_new();
    unsigned char *der = NULL;
    struct fuzz_text text;
    int length;

    fuzz_check(BN_set_word(public, EXPONENT) && RSA_set0_key(rsa, modulus, public, NULL), "a key is made");
    length = i2d_RSA_PUBKEY(rsa, &der);
    fuzz_check(length > 0, "a key is written");
    text = fuzz_text_copy((const char *)der, (size_t)length);
    OPENSSL_free(der);
    RSA_free(rsa);
    return text;
}

struct fuzz_text ipin_keys_der(size_t number)
{
    struct fuzz_text der;

    if (number < KNOWN) {
        return write_der(BN_dup(private_key(number)->modulus));
    }
    number -= KNOWN;
    if (number < OTHERS) {
        fuzz_check(reference_key_decode_base64(others[number], strlen(others[number]), &der), "it is base64");
        return der;
    }
    return write_der(make_modulus(huge_bits[number - OTHERS]));
}

/* 00 02, eight bytes or more that are not 0, 00, and the text (RFC 8017, 7.2.1). */
static void take_padding_off(const unsigned char *block, size_t size, struct fuzz_text *plain)
{
    size_t at = 2;

    while (at < size && block[at] != 0) {
        at++;
    }
    if (block[0] != 0 || block[1] != 2 || at < 10 || at == size) {
        fuzz_fail("what was encrypted has no padding of PKCS#1 v1.5");
    }
    fuzz_text_append(plain, (const char *)block + at + 1, size - at - 1);
}

static void decrypt(const struct private_key *key, const struct fuzz_text *encrypted, struct fuzz_text *plain)
{
    unsigned char block[1024];
    BIGNUM *number = BN_bin2bn((const unsigned char *)encrypted->bytes, (int)encrypted->length, NULL);
    BIGNUM *result = BN_new();
    BN_CTX *context = BN_CTX_new();
    int size = BN_num_bytes(key->modulus);

    fuzz_check(BN_cmp(number, key->modulus) < 0 &&
                   BN_mod_exp(result, number, key->exponent, key->modulus, context) &&
                   BN_bn2binpad(result, block, size) == size,
               "what was encrypted is read");
    take_padding_off(block, (size_t)size, plain);
    BN_free(number);
    BN_free(result);
    BN_CTX_free(context);
}

bool ipin_keys_decrypt(const EVP_PKEY *key, const struct fuzz_text *encrypted, struct fuzz_text *plain)
{
    const BIGNUM *modulus = NULL, *public = NULL;
    size_t i;

    *plain = fuzz_text_copy("", 0);
    RSA_get0_key(EVP_PKEY_get0_RSA((EVP_PKEY *)key), &modulus, &public, NULL);
    for (i = 0; i < KNOWN; i++) {
        if (BN_cmp(private_key(i)->modulus, modulus) == 0 && BN_is_word(public, EXPONENT)) {
            decrypt(private_key(i), encrypted, plain);
            return true;
        }
    }
    return false;
}
