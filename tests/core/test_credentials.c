/* Credentials are copied, independent of their source, and wiped. */
#include "test.h"

#include "core/credentials.h"

/* Replaces OpenSSL's function in this program, so that the test sees what is wiped. */
void OPENSSL_cleanse(void *bytes, size_t length);

static uintptr_t wiped[8];
static size_t wiped_lengths[8];
static size_t wipes;

void OPENSSL_cleanse(void *bytes, size_t length)
{
    volatile char *byte = bytes;
    size_t i;

    for (i = 0; i < length; i++) {
        byte[i] = 0;
    }
    if (wipes < COUNT(wiped)) {
        wiped[wipes] = (uintptr_t)bytes;
        wiped_lengths[wipes++] = length;
    }
}

/* Makes the sanitizer's allocator return NULL for impossible sizes, as malloc does. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

#define MORE_THAN_THERE_IS ((size_t)1 << 46)

static bool was_wiped(uintptr_t address, size_t length)
{
    size_t i;

    for (i = 0; i < wipes; i++) {
        if (wiped[i] == address && wiped_lengths[i] >= length) {
            return true;
        }
    }
    return false;
}

static void assert_empty(const struct aurpay_credentials *credentials)
{
    assert_int_equal(credentials->kind, AURPAY_CREDENTIALS_NONE);
    assert_null(credentials->token);
    assert_null(credentials->secret);
    assert_int_equal(credentials->token_length, 0);
    assert_int_equal(credentials->secret_length, 0);
}

static void test_zeroed_credentials_are_none(void **state)
{
    struct aurpay_credentials credentials = {0};

    (void)state;
    assert_empty(&credentials);
    aurpay_credentials_free(&credentials);
    assert_empty(&credentials);
}

static void test_an_api_key_has_no_secret(void **state)
{
    struct aurpay_credentials credentials;

    (void)state;
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_API_KEY, BYTES("key"), NULL, 0),
                     AURPAY_OK);
    assert_int_equal(credentials.kind, AURPAY_CREDENTIALS_API_KEY);
    assert_string_equal(credentials.token, "key");
    assert_int_equal(credentials.token_length, 3);
    assert_null(credentials.secret);
    aurpay_credentials_free(&credentials);
}

static void test_token_and_secret_are_copied(void **state)
{
    char token[] = "token", secret[] = "sec\0ret";
    struct aurpay_credentials credentials;

    (void)state;
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, token, 5, secret, 7),
                     AURPAY_OK);
    memset(token, 'x', sizeof(token));
    memset(secret, 'x', sizeof(secret));
    assert_string_equal(credentials.token, "token");
    assert_memory_equal(credentials.secret, "sec\0ret", 8);
    assert_int_equal(credentials.secret_length, 7);
    assert_int_equal(credentials.algorithm, AURPAY_HMAC_SHA256);
    aurpay_credentials_free(&credentials);
}

static void test_only_the_given_length_is_taken(void **state)
{
    struct aurpay_credentials credentials;

    (void)state;
    assert_int_equal(
        aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "token", 2, "secret", 3),
        AURPAY_OK);
    assert_string_equal(credentials.token, "to");
    assert_string_equal(credentials.secret, "sec");
    aurpay_credentials_free(&credentials);
}

static void test_a_copy_outlives_the_original(void **state)
{
    struct aurpay_credentials credentials, copy;

    (void)state;
    assert_int_equal(
        aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"), BYTES("a\0b")),
        AURPAY_OK);
    credentials.algorithm = AURPAY_HMAC_SHA3_256;
    assert_int_equal(aurpay_credentials_copy(&credentials, &copy), AURPAY_OK);
    assert_ptr_not_equal(copy.token, credentials.token);
    assert_ptr_not_equal(copy.secret, credentials.secret);
    aurpay_credentials_free(&credentials);
    assert_int_equal(copy.kind, AURPAY_CREDENTIALS_SIGNATURE);
    assert_int_equal(copy.algorithm, AURPAY_HMAC_SHA3_256);
    assert_string_equal(copy.token, "token");
    assert_int_equal(copy.secret_length, 3);
    assert_memory_equal(copy.secret, "a\0b", 4);
    aurpay_credentials_free(&copy);
}

static void test_every_kind_is_copied(void **state)
{
    static const enum aurpay_credentials_kind kinds[] = {AURPAY_CREDENTIALS_API_KEY,
                                                         AURPAY_CREDENTIALS_ACCESS_TOKEN};
    struct aurpay_credentials none = {0}, credentials, copy;
    size_t i;

    (void)state;
    assert_int_equal(aurpay_credentials_copy(&none, &copy), AURPAY_OK);
    assert_empty(&copy);
    for (i = 0; i < COUNT(kinds); i++) {
        assert_int_equal(aurpay_credentials_set(&credentials, kinds[i], BYTES("token"), NULL, 0), AURPAY_OK);
        assert_int_equal(aurpay_credentials_copy(&credentials, &copy), AURPAY_OK);
        assert_int_equal(copy.kind, kinds[i]);
        assert_string_equal(copy.token, "token");
        assert_null(copy.secret);
        aurpay_credentials_free(&copy);
        aurpay_credentials_free(&credentials);
    }
}

static void test_freeing_wipes_token_and_secret(void **state)
{
    struct aurpay_credentials credentials;
    uintptr_t token, secret;

    (void)state;
    assert_int_equal(
        aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"), BYTES("secret")),
        AURPAY_OK);
    token = (uintptr_t)credentials.token;
    secret = (uintptr_t)credentials.secret;
    wipes = 0;
    aurpay_credentials_free(&credentials);
    assert_true(was_wiped(token, 5));
    assert_true(was_wiped(secret, 6));
    assert_empty(&credentials);
    aurpay_credentials_free(&credentials);
}

static void test_without_memory_the_credentials_are_empty(void **state)
{
    struct aurpay_credentials credentials;

    (void)state;
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "token",
                                            MORE_THAN_THERE_IS, "secret", 6),
                     AURPAY_ERROR_MEMORY);
    assert_empty(&credentials);
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "token", 5, "secret",
                                            MORE_THAN_THERE_IS),
                     AURPAY_ERROR_MEMORY);
    assert_empty(&credentials);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_zeroed_credentials_are_none),
        cmocka_unit_test(test_an_api_key_has_no_secret),
        cmocka_unit_test(test_token_and_secret_are_copied),
        cmocka_unit_test(test_only_the_given_length_is_taken),
        cmocka_unit_test(test_a_copy_outlives_the_original),
        cmocka_unit_test(test_every_kind_is_copied),
        cmocka_unit_test(test_freeing_wipes_token_and_secret),
        cmocka_unit_test(test_without_memory_the_credentials_are_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
