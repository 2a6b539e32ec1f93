/* Requests: their target, and the headers for each kind of credentials. */
#include "test.h"

#include "core/request.h"
#include "providers/aurpay.h"
#include "vectors.h"

/* 2024-06-17T00:00:00.000Z, the date of all request vectors. */
#define VECTOR_TIME INT64_C(1718582400000)

static const struct aurpay_provider other_provider = {
    .base_uri = "https://api.example/v2",
    .api_key = {"x-api-key", ""},
    .access_token = {"Authorization", "Bearer "},
};

static void assert_target(const char *base_uri, const char *path, const char *id, const char *url,
                          const char *target)
{
    struct aurpay_request request;

    aurpay_request_init(&request, "GET");
    assert_int_equal(aurpay_request_set_target(&request, base_uri, path, id), AURPAY_OK);
    assert_string_equal(aurpay_buffer_string(&request.url), url);
    assert_string_equal(aurpay_request_target(&request), target);
    aurpay_request_free(&request);
}

static void test_a_target_is_the_path_below_the_origin(void **state)
{
    (void)state;
    assert_target("https://dashboard.aurpay.net", "/api/order/pay-url", NULL,
                  "https://dashboard.aurpay.net/api/order/pay-url", "/api/order/pay-url");
    assert_target("http://127.0.0.1:8080", "/api/v2/order/", NULL, "http://127.0.0.1:8080/api/v2/order/",
                  "/api/v2/order/");
    assert_target("http://[::1]:8080", "/a", NULL, "http://[::1]:8080/a", "/a");
}

static void test_a_path_in_the_base_uri_belongs_to_the_target(void **state)
{
    (void)state;
    assert_target("https://api.azpays.net/v1", "/purses", NULL, "https://api.azpays.net/v1/purses",
                  "/v1/purses");
    assert_target("https://sandbox.enayapay.com/api/v2.1", "/rest/login", NULL,
                  "https://sandbox.enayapay.com/api/v2.1/rest/login", "/api/v2.1/rest/login");
}

static void test_an_id_fills_the_placeholder(void **state)
{
    (void)state;
    assert_target("https://h", "/api/v2/order/detail/{id}", "20240614061316661529",
                  "https://h/api/v2/order/detail/20240614061316661529",
                  "/api/v2/order/detail/20240614061316661529");
    assert_target("https://h/v1", "/a/{id}/b", "x_-Y", "https://h/v1/a/x_-Y/b", "/v1/a/x_-Y/b");
}

static void test_a_placeholder_without_an_id_is_refused(void **state)
{
    struct aurpay_request request;

    (void)state;
    aurpay_request_init(&request, "GET");
    assert_int_equal(aurpay_request_set_target(&request, "https://h", "/a/{id}", NULL), AURPAY_ERROR_INVALID);
    aurpay_request_free(&request);
}

static void test_a_target_can_be_set_again(void **state)
{
    struct aurpay_request request;

    (void)state;
    aurpay_request_init(&request, "GET");
    assert_int_equal(aurpay_request_set_target(&request, "https://h/v1", "/a/b/c", NULL), AURPAY_OK);
    assert_int_equal(aurpay_request_set_target(&request, "https://other.example", "/d", NULL), AURPAY_OK);
    assert_string_equal(aurpay_buffer_string(&request.url), "https://other.example/d");
    assert_string_equal(aurpay_request_target(&request), "/d");
    aurpay_request_free(&request);
}

static void test_a_query_appended_to_the_url_is_in_the_target(void **state)
{
    struct aurpay_request request;

    (void)state;
    aurpay_request_init(&request, "GET");
    assert_int_equal(aurpay_request_set_target(&request, "https://h", "/a", NULL), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append_string(&request.url, "?page=1"), AURPAY_OK);
    assert_string_equal(aurpay_request_target(&request), "/a?page=1");
    aurpay_request_free(&request);
}

/* Wherever in it the limit is. */
static void test_a_url_without_bound_is_refused(void **state)
{
    static char part[20 * 1024];
    char with_id[sizeof(part) + 8], before_id[sizeof(part) + 8];
    const struct {
        const char *base_uri;
        const char *path;
        const char *id;
    } targets[] = {
        {"https://h", part, NULL},      {part, "/a", NULL},          {"https://h", before_id, "1"},
        {"https://h", "/{id}/a", part}, {"https://h", with_id, "1"},
    };
    size_t i;

    (void)state;
    memset(part, 'a', sizeof(part) - 1);
    memcpy(part, "/", 1);
    snprintf(before_id, sizeof(before_id), "%s{id}", part);
    snprintf(with_id, sizeof(with_id), "/{id}%s", part);
    for (i = 0; i < COUNT(targets); i++) {
        struct aurpay_request request;

        aurpay_request_init(&request, "GET");
        assert_int_equal(
            aurpay_request_set_target(&request, targets[i].base_uri, targets[i].path, targets[i].id),
            AURPAY_ERROR_LIMIT);
        aurpay_request_free(&request);
    }
}

static const char *header(const struct aurpay_request *request, const char *name)
{
    const char *value = NULL;
    size_t i;

    for (i = 0; i < request->header_count; i++) {
        if (strcmp(request->headers[i].name, name) == 0) {
            assert_null(value);
            value = request->headers[i].value;
        }
    }
    return value;
}

static void assert_header(const struct aurpay_request *request, const char *name, const char *expected)
{
    const char *value = header(request, name);

    if (!value) {
        fail_msg("there is no header %s", name);
    }
    assert_string_equal(value, expected);
}

static void authorize(struct aurpay_request *request, const struct aurpay_provider *provider,
                      enum aurpay_credentials_kind kind, int64_t time)
{
    struct aurpay_credentials credentials = {0};

    if (kind != AURPAY_CREDENTIALS_NONE) {
        bool signs = kind == AURPAY_CREDENTIALS_SIGNATURE;

        assert_int_equal(aurpay_credentials_set(&credentials, kind, BYTES("L35ZD3K4AORZH7NVQBR9O"),
                                                signs ? "s3cr3t-key-0001" : NULL, signs ? 15 : 0),
                         AURPAY_OK);
    }
    assert_int_equal(aurpay_request_authorize(request, provider, &credentials, NULL, time), AURPAY_OK);
    aurpay_credentials_free(&credentials);
}

static void start(struct aurpay_request *request, const char *method, const char *path, const char *body)
{
    aurpay_request_init(request, method);
    assert_int_equal(aurpay_request_set_target(request, "https://dashboard.aurpay.net", path, NULL),
                     AURPAY_OK);
    if (body) {
        assert_int_equal(aurpay_buffer_append_string(&request->body, body), AURPAY_OK);
        request->content_type = "application/json";
    }
}

static void test_an_api_key_is_one_header(void **state)
{
    struct aurpay_request request;

    (void)state;
    start(&request, "GET", "/a", NULL);
    authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_API_KEY, VECTOR_TIME);
    assert_header(&request, "API-Key", "L35ZD3K4AORZH7NVQBR9O");
    assert_header(&request, "Accept", "application/json");
    assert_int_equal(request.header_count, 2);
    aurpay_request_free(&request);
}

static void test_the_provider_names_the_header_of_its_key(void **state)
{
    struct aurpay_request request;

    (void)state;
    start(&request, "POST", "/a", "{}");
    authorize(&request, &other_provider, AURPAY_CREDENTIALS_API_KEY, VECTOR_TIME);
    assert_header(&request, "x-api-key", "L35ZD3K4AORZH7NVQBR9O");
    assert_null(header(&request, "API-Key"));
    assert_header(&request, "Content-Type", "application/json");
    aurpay_request_free(&request);
}

static void test_an_access_token_is_a_bearer_token(void **state)
{
    struct aurpay_request request;

    (void)state;
    start(&request, "GET", "/api/plugin/key", NULL);
    authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_ACCESS_TOKEN, VECTOR_TIME);
    assert_header(&request, "Authorization", "Bearer L35ZD3K4AORZH7NVQBR9O");
    assert_int_equal(request.header_count, 2);
    aurpay_request_free(&request);
}

static void test_without_credentials_there_is_no_header_of_them(void **state)
{
    struct aurpay_request request;

    (void)state;
    start(&request, "POST", "/api/user/login", "{}");
    authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_NONE, VECTOR_TIME);
    assert_header(&request, "Accept", "application/json");
    assert_header(&request, "Content-Type", "application/json");
    assert_int_equal(request.header_count, 2);
    aurpay_request_free(&request);
}

/* The vectors with the credentials of `authorize` and a method in upper case. */
static bool is_usable(json_t *vector)
{
    return strcmp(vectors_text(vector, "secret"), "s3cr3t-key-0001") == 0 &&
           strcmp(vectors_text(vector, "method"), "post") != 0;
}

static void test_signed_requests_have_the_headers_of_the_vendors_script(void **state)
{
    json_t *document, *vector;
    json_t *cases = vectors_load("tests/vectors/request-signatures.json", &document);
    size_t i, used = 0;

    (void)state;
    json_array_foreach(cases, i, vector)
    {
        json_t *headers = json_object_get(json_object_get(vector, "HMAC-SHA256"), "headers"), *value;
        struct aurpay_request request;
        const char *name;

        if (!is_usable(vector)) {
            continue;
        }
        start(&request, vectors_text(vector, "method"), vectors_text(vector, "target"),
              json_string_value(json_object_get(vector, "body")));
        authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_SIGNATURE, VECTOR_TIME);
        json_object_foreach(headers, name, value)
        {
            assert_header(&request, name, json_string_value(value));
        }
        assert_null(header(&request, "API-Key"));
        aurpay_request_free(&request);
        used++;
    }
    json_decref(document);
    assert_true(used >= 6);
}

/* Python's base64(hmac(b's3cr3t-key-0001', b'HMAC-SHA256 | <date> | GET /a', sha256)) */
static void test_every_attempt_is_dated_and_signed_anew(void **state)
{
    struct aurpay_request request;
    size_t count;

    (void)state;
    start(&request, "GET", "/a", NULL);
    authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_SIGNATURE, VECTOR_TIME);
    assert_header(&request, "Date", "2024-06-17T00:00:00.000Z");
    assert_header(&request, "Signature", "wNBoRhmzZC3Oi8oWa2dXQoUsCIADGnlajX1h2LZFeZE=");
    count = request.header_count;
    authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_SIGNATURE, VECTOR_TIME + 1001);
    assert_header(&request, "Date", "2024-06-17T00:00:01.001Z");
    assert_header(&request, "Signature", "jKt9C737dFvjjwjPbN5lGIvGLfwv8o+tcs5EJG3GAjM=");
    assert_int_equal(request.header_count, count);
    aurpay_request_free(&request);
}

static void test_a_time_that_cannot_be_written_is_refused(void **state)
{
    struct aurpay_credentials credentials;
    struct aurpay_request request;

    (void)state;
    start(&request, "GET", "/a", NULL);
    assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, "t", 1, "s", 1),
                     AURPAY_OK);
    assert_int_equal(
        aurpay_request_authorize(&request, &aurpay_provider_aurpay, &credentials, NULL, INT64_MAX),
        AURPAY_ERROR_INVALID);
    assert_null(header(&request, "Signature"));
    aurpay_credentials_free(&credentials);
    aurpay_request_free(&request);
}

static void test_get_alone_is_a_read(void **state)
{
    static const char *const others[] = {"POST", "PUT", "PATCH", "DELETE"};
    struct aurpay_endpoint endpoint = {.method = "GET", .path = "/"};
    size_t i;

    (void)state;
    assert_true(aurpay_endpoint_is_read(&endpoint));
    for (i = 0; i < COUNT(others); i++) {
        endpoint.method = others[i];
        assert_false(aurpay_endpoint_is_read(&endpoint));
    }
}

static void test_freeing_a_request_twice_does_no_harm(void **state)
{
    struct aurpay_request request;

    (void)state;
    start(&request, "POST", "/a", "{}");
    authorize(&request, &aurpay_provider_aurpay, AURPAY_CREDENTIALS_SIGNATURE, VECTOR_TIME);
    aurpay_request_free(&request);
    assert_int_equal(request.header_count, 0);
    assert_null(request.body.data);
    aurpay_request_free(&request);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_target_is_the_path_below_the_origin),
        cmocka_unit_test(test_a_path_in_the_base_uri_belongs_to_the_target),
        cmocka_unit_test(test_an_id_fills_the_placeholder),
        cmocka_unit_test(test_a_placeholder_without_an_id_is_refused),
        cmocka_unit_test(test_a_target_can_be_set_again),
        cmocka_unit_test(test_a_query_appended_to_the_url_is_in_the_target),
        cmocka_unit_test(test_a_url_without_bound_is_refused),
        cmocka_unit_test(test_an_api_key_is_one_header),
        cmocka_unit_test(test_the_provider_names_the_header_of_its_key),
        cmocka_unit_test(test_an_access_token_is_a_bearer_token),
        cmocka_unit_test(test_without_credentials_there_is_no_header_of_them),
        cmocka_unit_test(test_signed_requests_have_the_headers_of_the_vendors_script),
        cmocka_unit_test(test_every_attempt_is_dated_and_signed_anew),
        cmocka_unit_test(test_a_time_that_cannot_be_written_is_refused),
        cmocka_unit_test(test_get_alone_is_a_read),
        cmocka_unit_test(test_freeing_a_request_twice_does_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
