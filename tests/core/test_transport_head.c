/* The head of an answer: folded lines, interim answers, trailers, and lines that look like the head of
 * another answer. Also: which easy handles are kept for the next attempt. In libcurl 7.84.0 to 8.0.1 a folded
 * first line after another answer on the same handle is a double free. */
#include "test.h"

#include "core/exchange.h"
#include "fixture.h"

/* Performs a GET to which the server answers these bytes. */
static void answer_with(struct fixture *fixture, const char *bytes)
{
    int next = server_count(fixture->server).requests;

    fixture->server->script[next] = (struct server_step){SERVER_SEND, bytes, strlen(bytes)};
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_string_equal(aurpay_buffer_string(&fixture->response.body), "{}");
}

static int64_t retry_after(const struct fixture *fixture)
{
    return aurpay_response_retry_after(&fixture->response, 0);
}

/* libcurl's versions refuse such an answer in different words, because the folded line continues nothing. */
static void test_a_folded_first_line_after_another_answer_harms_nothing(void **state)
{
    static const char folded[] = "HTTP/1.1 200 OK\r\n\tfolded: x\r\nContent-Length: 2\r\n\r\n{}";
    struct fixture *fixture = *state;
    int i;

    for (i = 0; i < 4; i++) {
        fixture_warm_up(fixture);
        fixture->server->script[2 * i + 1] = (struct server_step){SERVER_SEND, folded, strlen(folded)};
        fixture_perform(fixture, "GET", "/a", NULL);
    }
    fixture_warm_up(fixture);
}

static void test_a_folded_header_is_one_header(void **state)
{
    struct fixture *fixture = *state;

    answer_with(fixture, "HTTP/1.1 200 OK\r\nRetry-After:\r\n 7\r\nContent-Length: 2\r\n\r\n{}");
    assert_int_equal(retry_after(fixture), 7);
    answer_with(fixture, "HTTP/1.1 200 OK\r\nRetry-After:\r\n\t\r\n 8\r\nContent-Length: 2\r\n\r\n{}");
    assert_int_equal(retry_after(fixture), 8);
    /* A line that is folded into another header is no header of its own. */
    answer_with(fixture, "HTTP/1.1 200 OK\r\nX: y\r\n Retry-After: 9\r\nContent-Length: 2\r\n\r\n{}");
    assert_int_equal(retry_after(fixture), -1);
}

static void test_a_trailer_is_no_header(void **state)
{
    static const char head[] = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
    static const char body[] = "\r\n2\r\n{}\r\n0\r\n";
    struct fixture *fixture = *state;
    char answer[256];

    snprintf(answer, sizeof(answer), "%sRetry-After: 3\r\n%sRetry-After: 99\r\n\r\n", head, body);
    answer_with(fixture, answer);
    assert_int_equal(retry_after(fixture), 3);
    snprintf(answer, sizeof(answer), "%s%sRetry-After: 99\r\n\r\n", head, body);
    answer_with(fixture, answer);
    assert_int_equal(retry_after(fixture), -1);
}

/* Such a trailer once made a complete answer incomplete, and the headers before it were lost. */
static void test_a_trailer_that_looks_like_a_status_line_is_none(void **state)
{
    struct fixture *fixture = *state;

    answer_with(fixture, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nRetry-After: 4\r\n\r\n"
                         "2\r\n{}\r\n0\r\nHTTP/1.1 500: x\r\n\r\n");
    assert_int_equal(fixture->response.http_status, 200);
    assert_int_equal(retry_after(fixture), 4);
}

static void test_a_header_that_looks_like_a_status_line_is_none(void **state)
{
    struct fixture *fixture = *state;

    answer_with(fixture, "HTTP/1.1 200 OK\r\nRetry-After: 5\r\nHTTP/1.1: x\r\nContent-Length: 2\r\n\r\n{}");
    assert_int_equal(fixture->response.http_status, 200);
    assert_int_equal(retry_after(fixture), 5);
}

static void test_an_interim_answer_is_not_the_answer(void **state)
{
    struct fixture *fixture = *state;

    answer_with(fixture, "HTTP/1.1 103 Early Hints\r\nRetry-After: 6\r\n\r\n"
                         "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    assert_int_equal(fixture->response.http_status, 200);
    assert_int_equal(retry_after(fixture), -1);
}

static void test_an_interim_answer_alone_is_not_complete(void **state)
{
    static const char interim[] = "HTTP/1.1 103 Early Hints\r\nContent-Length: 0\r\n\r\n";
    struct fixture *fixture = *state;

    fixture->server->script[0] = (struct server_step){SERVER_SEND_AND_CLOSE, interim, strlen(interim)};
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_not_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_true(fixture->response.sent);
}

/* Where the HTTP status is the answer, a status that nobody sent would be a success. */
static void test_a_status_line_without_a_status_is_not_a_200(void **state)
{
    static const char *const lines[] = {"HTTP/", "HTTP/x", "HTTP/1.x 500 Internal Server Error",
                                        "hTTP/1.1 500 Internal Server Error"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(lines); i++) {
        char answer[128];
        int length = snprintf(answer, sizeof(answer),
                              "%s\r\nX: 200\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", lines[i]);

        fixture->server->script[i] = (struct server_step){SERVER_SEND_AND_CLOSE, answer, (size_t)length};
        fixture_perform(fixture, "POST", "/a", "{}");
        assert_for_case(fixture->response.transfer != AURPAY_TRANSFER_COMPLETE, lines[i]);
        assert_for_case(fixture->response.http_status == 0, lines[i]);
        assert_true(fixture->response.sent);
    }
}

static bool is_affected_by_issue_11101(void)
{
    unsigned int version = curl_version_info(CURLVERSION_NOW)->version_num;

    return version >= 0x075400 && version <= 0x080001;
}

static void test_a_handle_is_kept_after_a_complete_transfer_where_that_is_safe(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    assert_int_equal(fixture->pool->idle == NULL, is_affected_by_issue_11101());
}

static void test_a_handle_is_not_kept_after_any_other(void **state)
{
    struct fixture *fixture = *state;

    fixture->pool->keeps_handles = true;
    fixture->server->script[0].action = SERVER_CLOSE;
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
    assert_null(fixture->pool->idle);
    fixture->server->script[1].action = SERVER_SILENCE;
    fixture->timeout = 100;
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_null(fixture->pool->idle);
}

static void test_a_handle_is_not_set_up_a_second_time(void **state)
{
    struct fixture *fixture = *state;
    const struct aurpay_exchange *kept;

    fixture->pool->keeps_handles = true;
    fixture_warm_up(fixture);
    kept = fixture->pool->idle;
    assert_non_null(kept);
    fixture_warm_up(fixture);
    assert_ptr_equal(fixture->pool->idle, kept);
    fixture->settings.user_agent = "another";
    (void)fixture_start(fixture, "GET", "/a", NULL);
    assert_null(fixture->pool->idle);
    assert_ptr_not_equal(fixture->pool->in_flight, NULL);
    aurpay_transport_abort(fixture->pool);
    assert_null(fixture->pool->idle);
}

/* Whether a handle that is kept after an attempt with some settings fits one with others. */
static bool is_fit_for(struct fixture *fixture, const struct aurpay_attempt_settings *before,
                       const struct aurpay_attempt_settings *now, const char *base_uri)
{
    struct aurpay_request request;
    const struct aurpay_attempt attempt = {.settings = now, .request = &request, .is_read = true};
    bool is_fit;

    fixture->settings = *before;
    /* After an attempt that met a connection of other terms, the handle is not kept. */
    aurpay_pool_close(&fixture->pool);
    assert_int_equal(aurpay_pool_open(&fixture->pool, &fixture_limits), AURPAY_OK);
    fixture->pool->keeps_handles = true;
    fixture_warm_up(fixture);
    assert_non_null(fixture->pool->idle);
    aurpay_request_init(&request, "GET");
    assert_int_equal(aurpay_request_set_target(&request, base_uri, "/a", NULL), AURPAY_OK);
    is_fit = aurpay_setup_is_for(&fixture->pool->idle->setup, &attempt);
    aurpay_request_free(&request);
    return is_fit;
}

/* What stays on a handle: each of these settings, and https. */
static void test_a_handle_of_other_settings_is_not_taken(void **state)
{
    struct fixture *fixture = *state;
    const struct aurpay_attempt_settings plain = fixture->settings;
    struct aurpay_attempt_settings others[] = {plain, plain, plain, plain};
    size_t i;

    others[0].ip_version = 4;
    others[1].ca_file = "/etc/hosts";
    others[2].pinned_public_key = "sha256//AAAA";
    others[3].user_agent = "another";
    assert_true(is_fit_for(fixture, &plain, &plain, "http://127.0.0.1:1"));
    assert_false(is_fit_for(fixture, &plain, &plain, "https://127.0.0.1:1"));
    for (i = 0; i < COUNT(others); i++) {
        assert_false(is_fit_for(fixture, &plain, &others[i], "http://127.0.0.1:1"));
        assert_false(is_fit_for(fixture, &others[i], &plain, "http://127.0.0.1:1"));
        assert_true(is_fit_for(fixture, &others[i], &others[i], "http://127.0.0.1:1"));
    }
    fixture->pool->idle->setup.is_made = false;
    assert_false(
        aurpay_setup_is_for(&fixture->pool->idle->setup,
                            &(struct aurpay_attempt){.settings = &others[3], .request = &fixture->request}));
}

/* There is room for one. */
static void test_the_handles_of_two_attempts_at_once_are_not_both_kept(void **state)
{
    struct fixture *fixture = *state, inner;
    struct aurpay_exchange *first, *second;

    fixture->pool->keeps_handles = true;
    fixture_make_inner(fixture, &inner);
    first = fixture_start(fixture, "GET", "/a", NULL);
    second = fixture_start(&inner, "GET", "/b", NULL);
    while (!aurpay_transport_is_done(first) || !aurpay_transport_is_done(second)) {
        fixture_wait(fixture, 5);
    }
    aurpay_transport_finish(first);
    assert_ptr_equal(fixture->pool->idle, first);
    aurpay_transport_finish(second);
    assert_ptr_equal(fixture->pool->idle, first);
    fixture_free_inner(&inner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_folded_first_line_after_another_answer_harms_nothing),
        test_with_fixture(test_a_folded_header_is_one_header),
        test_with_fixture(test_a_trailer_is_no_header),
        test_with_fixture(test_a_trailer_that_looks_like_a_status_line_is_none),
        test_with_fixture(test_a_header_that_looks_like_a_status_line_is_none),
        test_with_fixture(test_an_interim_answer_is_not_the_answer),
        test_with_fixture(test_an_interim_answer_alone_is_not_complete),
        test_with_fixture(test_a_status_line_without_a_status_is_not_a_200),
        test_with_fixture(test_a_handle_is_kept_after_a_complete_transfer_where_that_is_safe),
        test_with_fixture(test_a_handle_is_not_kept_after_any_other),
        test_with_fixture(test_a_handle_is_not_set_up_a_second_time),
        test_with_fixture(test_a_handle_of_other_settings_is_not_taken),
        test_with_fixture(test_the_handles_of_two_attempts_at_once_are_not_both_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
