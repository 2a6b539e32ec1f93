/* OpenSSL's error queue stays as we found it: the errors of others stay there in their order, and we add
 * none, whether a function succeeds or fails. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "test.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include "core/digest.h"
#include "core/hmac.h"
#include "fixture.h"
#include "providers/enayapay_ipin.h"

#define FOREIGN 3

/* The base64 of an RSA public key of 1024 bits, made with openssl genrsa; below, the same key as PEM. */
#define KEY                                                              \
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDhw+SyTedpFTgNGfZpB5sqmvjv\n" \
    "WmpLJLv7cRANkKGM5Z/3Xl8caJktOUUjEdFCPzVhzhd6LGbdBnUTNsNEmbTP7PBA\n" \
    "vi9xn8d9w6EAYVMz7H6f3EvDG1cn19ggq0I23vhPuOfk/s1s0DV0OLdEajAtKCzK\n" \
    "VXMp0wFTIPO8qmckFwIDAQAB"
#define PEM "-----BEGIN PUBLIC KEY-----\n" KEY "\n-----END PUBLIC KEY-----\n"

static void md5(void)
{
    char hex[AURPAY_MD5_HEX_SIZE];

    assert_int_equal(aurpay_digest_md5("abc", 3, hex), AURPAY_OK);
}

static void sha256(void)
{
    unsigned char digest[AURPAY_SHA256_SIZE];

    assert_int_equal(aurpay_digest_sha256("abc", 3, digest), AURPAY_OK);
}

static void sign_with(enum aurpay_algorithm algorithm, size_t key_length, enum aurpay_code expected)
{
    struct aurpay_hmac hmac = {NULL};
    char signature[AURPAY_SIGNATURE_SIZE];

    assert_int_equal(aurpay_hmac_sign(&hmac, algorithm, "key", key_length, "abc", 3, signature), expected);
    aurpay_hmac_free(&hmac);
}

static void sign_sha256(void)
{
    sign_with(AURPAY_HMAC_SHA256, 3, AURPAY_OK);
}

static void sign_sha3_256(void)
{
    sign_with(AURPAY_HMAC_SHA3_256, 3, AURPAY_OK);
}

static void sign_with_a_key_too_long(void)
{
    sign_with(AURPAY_HMAC_SHA256, (size_t)INT32_MAX + 1, AURPAY_ERROR_CRYPTO);
}

static void encrypt(const char *key, const char *uuid, enum aurpay_code expected)
{
    struct aurpay_buffer encrypted;

    aurpay_buffer_init(&encrypted, 4096);
    assert_int_equal(
        aurpay_enayapay_ipin_encrypt(key, strlen(key), uuid, strlen(uuid), "0123", 4, &encrypted), expected);
    aurpay_buffer_free(&encrypted);
}

static void encrypt_with_pem(void)
{
    encrypt(PEM, "uuid", AURPAY_OK);
}

static void encrypt_with_base64(void)
{
    encrypt(KEY, "uuid", AURPAY_OK);
}

static void encrypt_with_no_key(void)
{
    encrypt("no key", "uuid", AURPAY_ERROR_INVALID);
}

static void encrypt_with_broken_pem(void)
{
    encrypt("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "uuid", AURPAY_ERROR_INVALID);
}

static void encrypt_too_much(void)
{
    encrypt(KEY,
            "0123456789012345678901234567890123456789012345678901234567890123456789"
            "0123456789012345678901234567890123456789012345678901234567890123456789",
            AURPAY_ERROR_LIMIT);
}

static const struct {
    const char *name;
    void (*run)(void);
} functions[] = {
    {"MD5", md5},
    {"SHA-256", sha256},
    {"HMAC-SHA256", sign_sha256},
    {"HMAC-SHA3_256", sign_sha3_256},
    {"HMAC, key too long", sign_with_a_key_too_long},
    {"IPIN, PEM", encrypt_with_pem},
    {"IPIN, base64", encrypt_with_base64},
    {"IPIN, no key", encrypt_with_no_key},
    {"IPIN, broken PEM", encrypt_with_broken_pem},
    {"IPIN, too much", encrypt_too_much},
};

static void test_nothing_is_added(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(functions); i++) {
        ERR_clear_error();
        functions[i].run();
        assert_for_case(ERR_peek_error() == 0, functions[i].name);
    }
}

static void test_what_others_had_put_there_stays(void **state)
{
    size_t i;
    int j;

    (void)state;
    for (i = 0; i < COUNT(functions); i++) {
        ERR_clear_error();
        for (j = 1; j <= FOREIGN; j++) {
            ERR_put_error(ERR_LIB_USER, 0, j, "foreign.c", j);
        }
        functions[i].run();
        for (j = 1; j <= FOREIGN; j++) {
            assert_for_case(ERR_GET_REASON(ERR_get_error()) == j, functions[i].name);
        }
        assert_for_case(ERR_get_error() == 0, functions[i].name);
    }
}

/* A mark that somebody else set is still there. */
static void test_a_mark_of_others_stays(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(functions); i++) {
        ERR_clear_error();
        ERR_put_error(ERR_LIB_USER, 0, 1, "foreign.c", 1);
        ERR_set_mark();
        ERR_put_error(ERR_LIB_USER, 0, 2, "foreign.c", 2);
        functions[i].run();
        assert_for_case(ERR_pop_to_mark() == 1, functions[i].name);
        assert_for_case(ERR_GET_REASON(ERR_peek_last_error()) == 1, functions[i].name);
    }
    ERR_clear_error();
}

/* A handshake that fails, and one that cannot begin because the file holds no CA. */
static void test_a_call_whose_tls_fails_leaves_nothing(void **state)
{
    static const char *const ca_files[] = {NULL, "/dev/null"};
    struct fixture *fixture = *state;
    size_t i;

    fixture->server->rubbish_from = 1;
    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "https://127.0.0.1:%d", fixture->server->port);
    for (i = 0; i < COUNT(ca_files); i++) {
        ERR_clear_error();
        fixture->settings.ca_file = ca_files[i];
        fixture_perform(fixture, "GET", "/a", NULL);
        assert_int_not_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        assert_for_case(ERR_peek_error() == 0, ca_files[i] ? ca_files[i] : "rubbish");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_added),
        cmocka_unit_test(test_what_others_had_put_there_stays),
        cmocka_unit_test(test_a_mark_of_others_stays),
        test_with_fixture(test_a_call_whose_tls_fails_leaves_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
