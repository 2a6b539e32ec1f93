/* One attempt on the wire: what goes out byte for byte, what comes back, limits, interruption. */
#include "test.h"

#include <strings.h>

#include "fixture.h"

static void script(struct fixture *fixture, int index, enum server_action action, const char *bytes,
                   size_t length)
{
    fixture->server->script[index] = (struct server_step){action, bytes, length};
}

static void assert_complete(const struct aurpay_response *response, long http_status, const char *body)
{
    if (response->transfer != AURPAY_TRANSFER_COMPLETE) {
        fail_msg("not complete: %s", response->error);
    }
    assert_int_equal(response->http_status, http_status);
    assert_string_equal(aurpay_buffer_string(&response->body), body);
    assert_true(response->sent);
}

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

static bool has_line(const char *request, const char *line)
{
    char framed[256];

    snprintf(framed, sizeof(framed), "\r\n%s\r\n", line);
    return strstr(request, framed) != NULL;
}

static bool has_header(const char *request, const char *name)
{
    char framed[128];

    snprintf(framed, sizeof(framed), "\r\n%s:", name);
    return strcasestr(request, framed) != NULL;
}

static void test_the_request_line_is_the_signed_target(void **state)
{
    struct fixture *fixture = *state;
    char *request;

    fixture_perform(fixture, "GET", "/a/./b/../c?st=2024-10-10T00:00:00&x=%2F", NULL);
    assert_complete(&fixture->response, 200, "{}");
    request = server_last_request(fixture->server);
    assert_true(begins_with(request, "GET /a/./b/../c?st=2024-10-10T00:00:00&x=%2F HTTP/1.1\r\n"));
    free(request);
}

/* The base64 is Python's hmac(b'secret', b'HMAC-SHA256 | 2024-06-17T00:00:00.000Z | GET /a', sha256). */
static void test_a_get_carries_its_signature_and_an_empty_body_digest(void **state)
{
    struct fixture *fixture = *state;
    char *request;

    fixture_perform(fixture, "GET", "/a", NULL);
    request = server_last_request(fixture->server);
    assert_true(has_line(request, "API-Token: token"));
    assert_true(has_line(request, "Algorithm: HMAC-SHA256"));
    assert_true(has_line(request, "Date: 2024-06-17T00:00:00.000Z"));
    assert_true(has_line(request, "Signature: GoIoKZ8Owpdk0RUKibw91adNgMjUul+NMbDttjP0C3Y="));
    assert_true(has_line(request, "Body-MD5:") || has_line(request, "Body-MD5: "));
    assert_true(has_line(request, "Accept: application/json"));
    assert_true(has_line(request, "User-Agent: aurpay-tests"));
    assert_false(has_header(request, "Content-Type"));
    assert_false(has_header(request, "Content-Length"));
    free(request);
}

/* hashlib.md5(b'{"price":10}').hexdigest() */
static void test_a_post_carries_its_body_and_the_digest_of_it(void **state)
{
    struct fixture *fixture = *state;
    char *request;

    fixture_perform(fixture, "POST", "/a", "{\"price\":10}");
    assert_complete(&fixture->response, 200, "{}");
    request = server_last_request(fixture->server);
    assert_true(begins_with(request, "POST /a HTTP/1.1\r\n"));
    assert_true(has_line(request, "Content-Type: application/json"));
    assert_true(has_line(request, "Content-Length: 12"));
    assert_true(has_line(request, "Body-MD5: 3f58aa9de68c2e1f87621ae641468acd"));
    assert_false(has_header(request, "Expect"));
    assert_false(has_header(request, "Transfer-Encoding"));
    assert_string_equal(strstr(request, "\r\n\r\n"), "\r\n\r\n{\"price\":10}");
    free(request);
}

static void test_a_large_post_is_sent_without_asking_first(void **state)
{
    struct fixture *fixture = *state;
    char body[10001], *request;

    memset(body, 'x', sizeof(body) - 1);
    body[sizeof(body) - 1] = '\0';
    fixture_perform(fixture, "POST", "/a", body);
    assert_complete(&fixture->response, 200, "{}");
    request = server_last_request(fixture->server);
    assert_false(has_header(request, "Expect"));
    assert_int_equal(strlen(strstr(request, "\r\n\r\n") + 4), 10000);
    free(request);
}

static void test_a_method_without_a_body_says_so(void **state)
{
    static const char *const methods[] = {"POST", "PUT", "PATCH", "DELETE"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(methods); i++) {
        char *request;

        fixture_perform(fixture, methods[i], "/a", NULL);
        assert_complete(&fixture->response, 200, "{}");
        request = server_last_request(fixture->server);
        assert_true(begins_with(request, methods[i]));
        assert_true(has_line(request, "Body-MD5: d41d8cd98f00b204e9800998ecf8427e"));
        assert_true(has_line(request, "Content-Length: 0"));
        assert_false(has_header(request, "Content-Type"));
        free(request);
    }
}

static void test_the_environments_proxies_are_ignored(void **state)
{
    static const char *const names[] = {"http_proxy", "all_proxy", "ALL_PROXY"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(names); i++) {
        assert_int_equal(setenv(names[i], "http://127.0.0.1:1", 1), 0);
    }
    fixture_perform(fixture, "GET", "/a", NULL);
    for (i = 0; i < COUNT(names); i++) {
        unsetenv(names[i]);
    }
    assert_complete(&fixture->response, 200, "{}");
}

static void test_a_redirect_is_not_followed(void **state)
{
    static const char redirect[] = "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
    struct fixture *fixture = *state;

    script(fixture, 0, SERVER_SEND, BYTES(redirect));
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_complete(&fixture->response, 302, "");
    assert_int_equal(server_count(fixture->server).requests, 1);
}

static void test_headers_are_those_of_the_last_block(void **state)
{
    static const char answer[] = "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n"
                                 "HTTP/1.1 201 Created\r\nA-Trace-Id: abc\r\nContent-Length: 2\r\n\r\n[]";
    struct fixture *fixture = *state;
    const char *value = NULL;
    size_t length = 0;

    script(fixture, 0, SERVER_SEND, BYTES(answer));
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_complete(&fixture->response, 201, "[]");
    assert_true(aurpay_response_header(&fixture->response, "a-trace-id", &value, &length));
    assert_memory_equal(value, "abc", length);
    assert_false(aurpay_response_header(&fixture->response, "X-Early", &value, &length));
    assert_string_equal(fixture->response.http_version, "1.1");
    assert_true(fixture->response.timings.total > 0);
}

static void test_an_answer_of_any_status_is_complete(void **state)
{
    static const char *const answers[] = {"HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno",
                                          "HTTP/1.1 429 Slow\r\nContent-Length: 2\r\n\r\nno",
                                          "HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\nno",
                                          "HTTP/1.1 503 Oh\r\nContent-Length: 2\r\n\r\nno"};
    static const long statuses[] = {401, 429, 500, 503};
    struct fixture *fixture = *state;
    int i;

    for (i = 0; i < 4; i++) {
        script(fixture, i, SERVER_SEND, answers[i], strlen(answers[i]));
        fixture_perform(fixture, "POST", "/a", "{}");
        assert_complete(&fixture->response, statuses[i], "no");
    }
}

static void test_an_answer_cut_short_is_broken(void **state)
{
    static const char *const answers[] = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"cut\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"cut\":\r\n",
    };
    struct fixture *fixture = *state;
    int i;

    for (i = 0; i < 2; i++) {
        script(fixture, i, SERVER_SEND_AND_CLOSE, answers[i], strlen(answers[i]));
        fixture_perform(fixture, "POST", "/a", "{}");
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
        assert_true(fixture->response.sent);
    }
}

static void test_rubbish_instead_of_an_answer_is_broken(void **state)
{
    struct fixture *fixture = *state;

    script(fixture, 0, SERVER_SEND_AND_CLOSE, BYTES("this is no HTTP\r\n\r\n"));
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
    assert_true(fixture->response.sent);
}

/* Whatever libcurl calls the failure: the answer is not complete, and the request was sent. */
static void test_an_encoding_that_cannot_be_read_is_a_failure(void **state)
{
    static const char answer[] =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\nno gzip";
    struct fixture *fixture = *state;

    script(fixture, 0, SERVER_SEND, BYTES(answer));
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_not_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_true(fixture->response.sent);
}

/* gzip.compress(b'{"a":1}', 9, mtime=0) */
static void test_a_compressed_answer_is_unpacked(void **state)
{
    static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 27\r\n\r\n"
                                 "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\x56"
                                 "\x4a\x54\xb2\x32\xac\x05\x00\xaf\xac\x1b\x56\x07\x00\x00\x00";
    struct fixture *fixture = *state;
    char *request;

    script(fixture, 0, SERVER_SEND, BYTES(answer));
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_complete(&fixture->response, 200, "{\"a\":1}");
    request = server_last_request(fixture->server);
    assert_true(has_header(request, "Accept-Encoding"));
    free(request);
}

/* gzip.compress(b'a' * 100000, 9, mtime=0) */
static void test_the_limit_counts_after_decompression(void **state)
{
    static const char answer[] =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 133\r\n\r\n"
        "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xed\xc1\x31\x01\x00\x00\x00\xc2\xa0\xac\xeb\x5f\xc2\x1a"
        "\x1e\x40\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
        "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
        "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
        "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
        "\x00\x00\x00\xaf\x06\x87\xfa\xe2\x1b\xa0\x86\x01\x00";
    struct fixture *fixture = *state;

    script(fixture, 0, SERVER_SEND, BYTES(answer));
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TOO_LARGE);
    assert_true(fixture->response.body.length <= 4096);
}

/* The fixture takes 4096 bytes. */
static void answer_with_bytes(struct fixture *fixture, size_t count, char *answer, size_t size)
{
    int head = snprintf(answer, size, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n", count);

    assert_true((size_t)head + count <= size);
    memset(answer + head, 'x', count);
    script(fixture, 0, SERVER_SEND, answer, (size_t)head + count);
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_true(fixture->response.sent);
}

static void test_a_body_as_large_as_the_limit_is_taken(void **state)
{
    struct fixture *fixture = *state;
    char answer[8192];

    answer_with_bytes(fixture, 4096, answer, sizeof(answer));
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.body.length, 4096);
}

static void test_a_body_larger_than_the_limit_is_too_large(void **state)
{
    struct fixture *fixture = *state;
    char answer[8192];

    answer_with_bytes(fixture, 4097, answer, sizeof(answer));
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TOO_LARGE);
    assert_true(fixture->response.body.length <= 4096);
}

static void test_headers_without_bound_are_not_read(void **state)
{
    size_t size = 200 * 1024, length = 0;
    char *answer = malloc(size);
    struct fixture *fixture = *state;

    assert_non_null(answer);
    length = (size_t)snprintf(answer, size, "HTTP/1.1 200 OK\r\n");
    while (length < 150 * 1024) {
        length += (size_t)snprintf(answer + length, size - length, "X-Filling: %01000d\r\n", 0);
    }
    length += (size_t)snprintf(answer + length, size - length, "Content-Length: 2\r\n\r\n{}");
    script(fixture, 0, SERVER_SEND, answer, length);
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_not_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_true(fixture->response.sent);
    assert_true(fixture->response.headers.length <= 64 * 1024);
    server_stop(fixture->server);
    fixture->server = server_start();
    free(answer);
}

/* Returns true from the third question on. */
static bool ask_three_times(void *context)
{
    int *asked = context;

    return ++*asked >= 3;
}

static void test_an_interruption_ends_the_attempt(void **state)
{
    struct fixture *fixture = *state;
    int asked = 0;

    fixture->server->script[1].action = SERVER_SILENCE;
    fixture_warm_up(fixture);
    fixture->interrupt = (struct aurpay_interrupt){ask_three_times, &asked};
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_INTERRUPTED);
    assert_true(fixture->response.sent);
    assert_int_equal(asked, 3);
}

static void test_after_an_interruption_the_pool_works(void **state)
{
    struct fixture *fixture = *state;
    int asked = 0;

    fixture->server->script[0].action = SERVER_SILENCE;
    fixture->interrupt = (struct aurpay_interrupt){ask_three_times, &asked};
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_INTERRUPTED);
    fixture->interrupt.is_requested = NULL;
    fixture_perform(fixture, "GET", "/b", NULL);
    assert_complete(&fixture->response, 200, "{}");
}

static void test_waiting_ends_after_its_time_or_when_interrupted(void **state)
{
    struct fixture *fixture = *state;
    int64_t now = aurpay_clock_monotonic();
    int asked = 0;
    struct aurpay_interrupt asks = {ask_three_times, &asked};

    assert_true(aurpay_transport_drive(fixture->pool, NULL, 0, now - 1, &fixture->interrupt));
    assert_true(aurpay_transport_drive(fixture->pool, NULL, 0, now + 20, &fixture->interrupt));
    assert_true(aurpay_clock_monotonic() - now >= 20);
    assert_false(aurpay_transport_drive(fixture->pool, NULL, 0, now + 60000, &asks));
    assert_int_equal(asked, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_the_request_line_is_the_signed_target),
        test_with_fixture(test_a_get_carries_its_signature_and_an_empty_body_digest),
        test_with_fixture(test_a_post_carries_its_body_and_the_digest_of_it),
        test_with_fixture(test_a_large_post_is_sent_without_asking_first),
        test_with_fixture(test_a_method_without_a_body_says_so),
        test_with_fixture(test_the_environments_proxies_are_ignored),
        test_with_fixture(test_a_redirect_is_not_followed),
        test_with_fixture(test_headers_are_those_of_the_last_block),
        test_with_fixture(test_an_answer_of_any_status_is_complete),
        test_with_fixture(test_an_answer_cut_short_is_broken),
        test_with_fixture(test_rubbish_instead_of_an_answer_is_broken),
        test_with_fixture(test_an_encoding_that_cannot_be_read_is_a_failure),
        test_with_fixture(test_a_compressed_answer_is_unpacked),
        test_with_fixture(test_the_limit_counts_after_decompression),
        test_with_fixture(test_a_body_as_large_as_the_limit_is_taken),
        test_with_fixture(test_a_body_larger_than_the_limit_is_too_large),
        test_with_fixture(test_headers_without_bound_are_not_read),
        test_with_fixture(test_an_interruption_ends_the_attempt),
        test_with_fixture(test_after_an_interruption_the_pool_works),
        test_with_fixture(test_waiting_ends_after_its_time_or_when_interrupted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
