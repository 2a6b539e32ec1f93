/* The core as built, with headers of any age, on a libcurl that knows nothing newer than 7.74: the library at
 * run time may be older than the headers. The linker puts the function below in front of libcurl's (see the
 * Makefile). */
#include "test.h"

#include "core/hooks.h"
#include "fixture.h"
#include "setopt.h"

/* CURLOPT_HSTSWRITEDATA, the last option of 7.74. CURLOPT_PREREQFUNCTION is 312. */
#define LAST_OPTION_OF_7_74 304

/* The last one that the core set. */
static long http_version;

/* The linker's --wrap requires these names. */
/* NOLINTBEGIN(bugprone-reserved-identifier) */
CURLcode __real_curl_easy_setopt(CURL *easy, CURLoption option, ...);
CURLcode __wrap_curl_easy_setopt(CURL *easy, CURLoption option, ...);

CURLcode __wrap_curl_easy_setopt(CURL *easy, CURLoption option, ...)
{
    va_list arguments, copy;
    CURLcode code;

    if (option % CURLOPTTYPE_OBJECTPOINT > LAST_OPTION_OF_7_74) {
        return CURLE_UNKNOWN_OPTION;
    }
    va_start(arguments, option);
    if (option == CURLOPT_HTTP_VERSION) {
        va_copy(copy, arguments);
        http_version = va_arg(copy, long);
        va_end(copy);
    }
    code = setopt_forward(__real_curl_easy_setopt, easy, option, arguments);
    va_end(arguments);
    return code;
}
/* NOLINTEND(bugprone-reserved-identifier) */

static void test_libcurl_does_not_say_before_a_send(void **state)
{
    (void)state;
    assert_false(aurpay_hooks_have_prerequest());
}

static void test_reads_share_a_connection(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_true(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 1);
}

static void test_over_tls_reads_may_speak_http_2_and_other_calls_may_not(void **state)
{
    struct fixture *fixture = *state;

    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "https://127.0.0.1:%d", server_unused_port());
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(http_version, CURL_HTTP_VERSION_2TLS);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(http_version, CURL_HTTP_VERSION_1_1);
}

static void test_a_read_is_resent_and_succeeds(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).requests, 3);
}

/* Each time, a warm connection is available, and the server executes the request and closes without an
 * answer. */
static void test_a_call_that_is_not_a_read_is_executed_once_on_a_fresh_connection(void **state)
{
    static const char *const methods[] = {"POST", "PUT", "PATCH", "DELETE"};
    static const char *const bodies[] = {"{\"a\":1}", NULL};
    struct fixture *fixture = *state;
    int i;

    for (i = 0; i < (int)(COUNT(methods) * COUNT(bodies)); i++) {
        fixture->server->script[2 * i + 1].action = SERVER_CLOSE;
        fixture_warm_up(fixture);
        fixture_perform(fixture, methods[i / 2], "/refund", bodies[i % 2]);
        assert_true(fixture->response.sent);
        assert_false(fixture->response.resend_refused);
        assert_false(fixture->response.reused_connection);
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
        assert_int_equal(http_version, CURL_HTTP_VERSION_1_1);
        /* One connection for all reads, and one for each of these calls. */
        assert_int_equal(server_count(fixture->server).accepted, 1 + i + 1);
        assert_int_equal(server_count(fixture->server).executed, i + 1);
    }
}

static void test_such_a_call_that_is_answered_is_complete(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.http_status, 200);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
    assert_int_equal(server_count(fixture->server).executed, 1);
}

/* Nothing tells that no byte left, so the core assumes that bytes left. */
static void test_it_counts_as_sent_even_without_a_connection(void **state)
{
    struct fixture *fixture = *state;

    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "http://127.0.0.1:%d", server_unused_port());
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_NOT_CONNECTED);
    assert_true(fixture->response.sent);
}

static void test_without_a_connection_none_was_reused_and_no_request_made(void **state)
{
    struct fixture *fixture = *state;

    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "http://127.0.0.1:%d", server_unused_port());
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_NOT_CONNECTED);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).connections_reused, 0);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 0);
}

/* Lets another answer wait on each connection, and makes a read. */
static void assert_read_gets_its_own_answer(struct fixture *fixture)
{
    server_send_to_all(fixture->server, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":78}");
    fixture_wait_for_unread(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_string_equal(aurpay_buffer_string(&fixture->response.body), "{}");
    assert_false(fixture->response.reused_connection);
}

/* Nothing tells which connection a read takes, so the core checks all idle ones before the read begins. */
static void test_a_read_does_not_take_what_waits_on_an_idle_connection_for_its_answer(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    assert_read_gets_its_own_answer(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_true(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 3);
}

/* libcurl resends a read by itself. Its answer then comes on another connection than the one it began on. */
static void test_neither_does_a_read_after_one_that_was_resent(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture->server->script[1].action = SERVER_CLOSE;
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).requests, 3);
    assert_read_gets_its_own_answer(fixture);
}

/* The core cannot replace the idle connections while another call is in flight. */
static void test_neither_does_a_read_beside_another(void **state)
{
    struct fixture *fixture = *state, inner;
    struct aurpay_exchange *exchange;

    fixture_warm_up(fixture);
    fixture->server->script[1].action = SERVER_SILENCE;
    fixture->server->script[2].action = SERVER_SILENCE;
    exchange = fixture_start(fixture, "POST", "/slow", "{}");
    server_send_to_all(fixture->server, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":78}");
    fixture_wait_for_unread(fixture);
    while (server_count(fixture->server).requests < 2) {
        fixture_wait(fixture, 5);
    }
    fixture->server->script[2].action = SERVER_ANSWER;
    fixture_make_inner(fixture, &inner);
    fixture_perform(&inner, "GET", "/order", NULL);
    assert_int_equal(inner.response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_string_equal(aurpay_buffer_string(&inner.response.body), "{}");
    assert_false(inner.response.reused_connection);
    aurpay_transport_finish(exchange);
    fixture_free_inner(&inner);
}

/* An interrupt may make calls after the outer call's answer has come. */
static void test_neither_does_a_read_beside_one_that_is_answered(void **state)
{
    struct fixture *fixture = *state, inner;
    struct aurpay_exchange *exchange = fixture_start(fixture, "GET", "/outer", NULL);

    while (!aurpay_transport_is_done(exchange)) {
        fixture_wait(fixture, 5);
    }
    fixture_make_inner(fixture, &inner);
    assert_read_gets_its_own_answer(&inner);
    aurpay_transport_finish(exchange);
    fixture_free_inner(&inner);
}

static void test_the_pool_is_replaced_at_the_greatest_age_of_its_connections(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_true(fixture->response.reused_connection);
    fixture->pool->made -= (int64_t)(fixture->pool->lifetime_seconds + 1) * 1000;
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_false(fixture->response.reused_connection);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_true(fixture->response.reused_connection);
}

/* libcurl would take a connection to an address of the other version, made for the same name. */
static void test_a_read_with_an_ip_version_takes_a_new_connection(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    fixture->settings.ip_version = 4;
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_false(fixture->response.reused_connection);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 3);
}

/* The server is the proxy, too: it answers whatever it is asked. */
static void test_a_read_through_a_proxy_takes_a_new_connection(void **state)
{
    struct fixture *fixture = *state;
    char proxy[64];

    snprintf(proxy, sizeof(proxy), "http://127.0.0.1:%d", fixture->server->port);
    fixture->settings.proxy = proxy;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
}

/* One call in ten hangs there over HTTP/2. Nothing listens, but the version is chosen before. */
static void test_a_read_over_tls_through_an_https_proxy_speaks_http_1_1(void **state)
{
    struct fixture *fixture = *state;
    char proxy[64];

    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "https://127.0.0.1:%d", server_unused_port());
    snprintf(proxy, sizeof(proxy), "https://127.0.0.1:%d", server_unused_port());
    fixture->settings.proxy = proxy;
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(http_version, CURL_HTTP_VERSION_1_1);
}

static void test_nothing_but_http_is_spoken(void **state)
{
    struct fixture *fixture = *state;

    strcpy(fixture->base_uri, "file://");
    fixture_perform(fixture, "GET", "/dev/null", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_libcurl_does_not_say_before_a_send),
        test_with_fixture(test_reads_share_a_connection),
        test_with_fixture(test_over_tls_reads_may_speak_http_2_and_other_calls_may_not),
        test_with_fixture(test_a_read_is_resent_and_succeeds),
        test_with_fixture(test_a_call_that_is_not_a_read_is_executed_once_on_a_fresh_connection),
        test_with_fixture(test_such_a_call_that_is_answered_is_complete),
        test_with_fixture(test_it_counts_as_sent_even_without_a_connection),
        test_with_fixture(test_without_a_connection_none_was_reused_and_no_request_made),
        test_with_fixture(test_a_read_does_not_take_what_waits_on_an_idle_connection_for_its_answer),
        test_with_fixture(test_neither_does_a_read_after_one_that_was_resent),
        test_with_fixture(test_neither_does_a_read_beside_another),
        test_with_fixture(test_neither_does_a_read_beside_one_that_is_answered),
        test_with_fixture(test_the_pool_is_replaced_at_the_greatest_age_of_its_connections),
        test_with_fixture(test_a_read_with_an_ip_version_takes_a_new_connection),
        test_with_fixture(test_a_read_through_a_proxy_takes_a_new_connection),
        test_with_fixture(test_a_read_over_tls_through_an_https_proxy_speaks_http_1_1),
        test_with_fixture(test_nothing_but_http_is_spoken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
