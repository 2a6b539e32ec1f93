/* Signatures of requests and callbacks, compared with those of the vendor's own script. */
#include "test.h"

#include "core/signer.h"
#include "vectors.h"

/* The binding upper-cases the method; the signer takes it unchanged. */
static void upper_case(const char *text, char *upper, size_t size)
{
    size_t i;

    assert_true(strlen(text) < size);
    for (i = 0; text[i]; i++) {
        upper[i] = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 'a' + 'A' : text[i]);
    }
    upper[i] = '\0';
}

static void make_credentials(json_t *vector, enum aurpay_algorithm algorithm,
                             struct aurpay_credentials *credentials)
{
    const char *token = vectors_text(vector, "token");
    const char *secret = vectors_text(vector, "secret");

    assert_int_equal(aurpay_credentials_set(credentials, AURPAY_CREDENTIALS_SIGNATURE, token, strlen(token),
                                            secret, strlen(secret)),
                     AURPAY_OK);
    credentials->algorithm = algorithm;
}

static void sign_callback(const char *secret, size_t secret_length, const char *date, const char *url,
                          char value[AURPAY_SIGNATURE_SIZE])
{
    struct aurpay_credentials credentials;

    assert_int_equal(
        aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "t", 1, secret, secret_length),
        AURPAY_OK);
    assert_int_equal(aurpay_signer_sign_callback(&credentials, date, url, value), AURPAY_OK);
    aurpay_credentials_free(&credentials);
}

static void sign_vector(json_t *vector, enum aurpay_algorithm algorithm, struct aurpay_signature *signature)
{
    const char *body = json_string_value(json_object_get(vector, "body"));
    struct aurpay_signing_input input = {
        .target = vectors_text(vector, "target"),
        .date = vectors_text(vector, "date"),
        .body = body,
        .body_length = body ? strlen(body) : 0,
    };
    struct aurpay_credentials credentials;
    char method[16];

    upper_case(vectors_text(vector, "method"), method, sizeof(method));
    input.method = method;
    make_credentials(vector, algorithm, &credentials);
    assert_int_equal(aurpay_signer_sign_request(&credentials, &input, signature), AURPAY_OK);
    aurpay_credentials_free(&credentials);
}

static void test_requests_are_signed_with_hmac_sha256_as_by_the_vendors_script(void **state)
{
    json_t *document, *vector;
    json_t *cases = vectors_load("tests/vectors/request-signatures.json", &document);
    size_t i;

    (void)state;
    json_array_foreach(cases, i, vector)
    {
        json_t *expected = json_object_get(vector, "HMAC-SHA256");
        json_t *headers = json_object_get(expected, "headers");
        struct aurpay_signature signature;

        sign_vector(vector, AURPAY_HMAC_SHA256, &signature);
        assert_string_equal(aurpay_buffer_string(&signature.origin), vectors_text(expected, "origin"));
        assert_string_equal(signature.body_md5, vectors_text(headers, "Body-MD5"));
        assert_string_equal(signature.value, vectors_text(headers, "Signature"));
        assert_string_equal(aurpay_hmac_algorithm_name(AURPAY_HMAC_SHA256),
                            vectors_text(headers, "Algorithm"));
        aurpay_signer_free_signature(&signature);
    }
    json_decref(document);
}

static void test_requests_are_signed_with_hmac_sha3_256(void **state)
{
    json_t *document, *vector;
    json_t *cases = vectors_load("tests/vectors/request-signatures.json", &document);
    size_t i;

    (void)state;
    json_array_foreach(cases, i, vector)
    {
        json_t *expected = json_object_get(vector, "HMAC-SHA3_256");
        struct aurpay_signature signature;

        sign_vector(vector, AURPAY_HMAC_SHA3_256, &signature);
        assert_string_equal(aurpay_buffer_string(&signature.origin), vectors_text(expected, "origin"));
        assert_string_equal(signature.value, vectors_text(expected, "signature"));
        aurpay_signer_free_signature(&signature);
    }
    json_decref(document);
}

static void test_callbacks_are_signed_over_date_and_url(void **state)
{
    json_t *document, *vector;
    json_t *cases = vectors_load("tests/vectors/callback-signatures.json", &document);
    size_t i;

    (void)state;
    json_array_foreach(cases, i, vector)
    {
        const char *secret = vectors_text(vector, "secret");
        char value[AURPAY_SIGNATURE_SIZE];

        sign_callback(secret, strlen(secret), vectors_text(vector, "date"),
                      vectors_text(vector, "callback_url"), value);
        assert_string_equal(value, vectors_text(vector, "signature"));
    }
    json_decref(document);
}

static const struct aurpay_signing_input sample = {
    .method = "POST",
    .target = "/api/order/pay-url",
    .date = "2024-06-17T00:00:00.000Z",
    .body = "{}",
    .body_length = 2,
};

static void sign_sample(const struct aurpay_signing_input *input, enum aurpay_algorithm algorithm,
                        const char *secret, char value[AURPAY_SIGNATURE_SIZE])
{
    struct aurpay_credentials credentials;
    struct aurpay_signature signature;

    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "token", 5, secret,
                                            strlen(secret)),
                     AURPAY_OK);
    credentials.algorithm = algorithm;
    assert_int_equal(aurpay_signer_sign_request(&credentials, input, &signature), AURPAY_OK);
    memcpy(value, signature.value, AURPAY_SIGNATURE_SIZE);
    aurpay_signer_free_signature(&signature);
    aurpay_credentials_free(&credentials);
}

static void test_a_signature_depends_on_every_part(void **state)
{
    struct aurpay_signing_input inputs[8];
    char values[8][AURPAY_SIGNATURE_SIZE];
    size_t i, j;

    (void)state;
    for (i = 0; i < 8; i++) {
        inputs[i] = sample;
    }
    inputs[1].method = "PUT";
    inputs[2].target = "/api/order/pay-url?";
    inputs[3].date = "2024-06-17T00:00:00.001Z";
    inputs[4].body = "[]";
    inputs[5].body = NULL;
    for (i = 0; i < 8; i++) {
        sign_sample(&inputs[i], i == 6 ? AURPAY_HMAC_SHA3_256 : AURPAY_HMAC_SHA256,
                    i == 7 ? "Secret" : "secret", values[i]);
    }
    for (i = 0; i < 8; i++) {
        for (j = 0; j < i; j++) {
            assert_string_not_equal(values[i], values[j]);
        }
    }
}

static void test_signing_twice_gives_the_same_signature(void **state)
{
    char first[AURPAY_SIGNATURE_SIZE], second[AURPAY_SIGNATURE_SIZE];

    (void)state;
    sign_sample(&sample, AURPAY_HMAC_SHA256, "secret", first);
    sign_sample(&sample, AURPAY_HMAC_SHA256, "secret", second);
    assert_string_equal(first, second);
}

/* hashlib.md5(b'').hexdigest() for every method but GET. */
static void test_body_digest_without_a_body(void **state)
{
    static const struct {
        const char *method, *digest;
    } cases[] = {
        {"GET", ""},
        {"POST", "d41d8cd98f00b204e9800998ecf8427e"},
        {"PUT", "d41d8cd98f00b204e9800998ecf8427e"},
        {"PATCH", "d41d8cd98f00b204e9800998ecf8427e"},
        {"DELETE", "d41d8cd98f00b204e9800998ecf8427e"},
    };
    struct aurpay_credentials credentials;
    size_t i;

    (void)state;
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "t", 1, "s", 1),
                     AURPAY_OK);
    for (i = 0; i < COUNT(cases); i++) {
        struct aurpay_signing_input input = {.method = cases[i].method, .target = "/", .date = "d"};
        struct aurpay_signature signature;

        assert_int_equal(aurpay_signer_sign_request(&credentials, &input, &signature), AURPAY_OK);
        assert_string_equal(signature.body_md5, cases[i].digest);
        aurpay_signer_free_signature(&signature);
    }
    aurpay_credentials_free(&credentials);
}

/* Python's base64(hmac(b'a\0b', b'd | u', sha256)); a secret is bytes, not a C string. */
static void test_a_secret_may_hold_nul_bytes(void **state)
{
    char value[AURPAY_SIGNATURE_SIZE];

    (void)state;
    sign_callback(BYTES("a\0b"), "d", "u", value);
    assert_string_equal(value, "zEe4A/GSILq6XpofV1uGaagplb9h7oEB+IR33OmFl/U=");
}

/* The same with hmac(b's', b'HMAC-SHA256 | d | POST / | ' + md5(b'a\0b').hexdigest()). */
static void test_a_body_may_hold_nul_bytes(void **state)
{
    struct aurpay_signing_input input = {
        .method = "POST", .target = "/", .date = "d", .body = "a\0b", .body_length = 3};
    char value[AURPAY_SIGNATURE_SIZE];

    (void)state;
    sign_sample(&input, AURPAY_HMAC_SHA256, "s", value);
    assert_string_equal(value, "iFWFZ8yrjTZNVPqWoMcnrDV5FI4fqqNACg43ISN+51s=");
}

static void test_credentials_without_a_secret_refuse_to_sign(void **state)
{
    static const enum aurpay_credentials_kind kinds[] = {AURPAY_CREDENTIALS_API_KEY,
                                                         AURPAY_CREDENTIALS_ACCESS_TOKEN};
    struct aurpay_credentials none = {0};
    struct aurpay_signature signature;
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(kinds); i++) {
        struct aurpay_credentials credentials;

        assert_int_equal(aurpay_credentials_set(&credentials, kinds[i], "key", 3, NULL, 0), AURPAY_OK);
        assert_int_equal(aurpay_signer_sign_request(&credentials, &sample, &signature), AURPAY_ERROR_INVALID);
        assert_string_equal(signature.value, "");
        aurpay_signer_free_signature(&signature);
        aurpay_credentials_free(&credentials);
    }
    assert_int_equal(aurpay_signer_sign_request(&none, &sample, &signature), AURPAY_ERROR_INVALID);
    aurpay_signer_free_signature(&signature);
}

static void test_a_target_without_bound_is_refused(void **state)
{
    size_t length = 100 * 1024;
    char *target = malloc(length + 1);
    struct aurpay_signing_input input = sample;
    struct aurpay_credentials credentials;
    struct aurpay_signature signature;

    (void)state;
    assert_non_null(target);
    memset(target, 'a', length);
    target[length] = '\0';
    input.target = target;
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "t", 1, "s", 1),
                     AURPAY_OK);
    assert_int_equal(aurpay_signer_sign_request(&credentials, &input, &signature), AURPAY_ERROR_LIMIT);
    aurpay_signer_free_signature(&signature);
    aurpay_credentials_free(&credentials);
    free(target);
}

static void test_freeing_a_signature_wipes_it(void **state)
{
    struct aurpay_credentials credentials;
    struct aurpay_signature signature;
    size_t i;

    (void)state;
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "t", 1, "s", 1),
                     AURPAY_OK);
    assert_int_equal(aurpay_signer_sign_request(&credentials, &sample, &signature), AURPAY_OK);
    aurpay_signer_free_signature(&signature);
    for (i = 0; i < sizeof(signature.value); i++) {
        assert_int_equal(signature.value[i], 0);
    }
    assert_null(signature.origin.data);
    aurpay_signer_free_signature(&signature);
    aurpay_credentials_free(&credentials);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_requests_are_signed_with_hmac_sha256_as_by_the_vendors_script),
        cmocka_unit_test(test_requests_are_signed_with_hmac_sha3_256),
        cmocka_unit_test(test_callbacks_are_signed_over_date_and_url),
        cmocka_unit_test(test_a_signature_depends_on_every_part),
        cmocka_unit_test(test_signing_twice_gives_the_same_signature),
        cmocka_unit_test(test_body_digest_without_a_body),
        cmocka_unit_test(test_a_secret_may_hold_nul_bytes),
        cmocka_unit_test(test_a_body_may_hold_nul_bytes),
        cmocka_unit_test(test_credentials_without_a_secret_refuse_to_sign),
        cmocka_unit_test(test_a_target_without_bound_is_refused),
        cmocka_unit_test(test_freeing_a_signature_wipes_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
