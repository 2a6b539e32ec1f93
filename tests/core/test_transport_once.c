/* Rule 1: a call that is not a read reaches the server at most once, and the core never guesses from
 * libcurl's code whether it reached the server. By itself, libcurl resends a request when a reused connection
 * dies before the answer. */
#include "test.h"

#include "core/hooks.h"
#include "fixture.h"

/* The client is connected before the server has accepted, so the server's count may lag a moment. */
static struct server_counts wait_for_connections(struct fixture *fixture, int accepted)
{
    struct server_counts counts = server_count(fixture->server);
    int patience;

    for (patience = 500; patience > 0 && counts.accepted < accepted; patience--) {
        fixture_wait(fixture, 10);
        counts = server_count(fixture->server);
    }
    return counts;
}

static void assert_counts(struct fixture *fixture, int accepted, int requests, int executed)
{
    struct server_counts counts = wait_for_connections(fixture, accepted);

    assert_int_equal(counts.accepted, accepted);
    assert_int_equal(counts.requests, requests);
    assert_int_equal(counts.executed, executed);
}

static void assert_lost(const struct aurpay_response *response)
{
    assert_true(response->sent);
    assert_int_not_equal(response->transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(response->http_status, 0);
    assert_string_not_equal(response->error, "");
}

static void test_libcurl_says_before_every_send(void **state)
{
    (void)state;
    assert_true(aurpay_hooks_have_prerequest());
}

static void test_a_post_that_a_warm_connection_swallows_is_executed_once(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "POST", "/refund", "{\"a\":1}");
    assert_lost(&fixture->response);
    assert_true(fixture->response.resend_refused);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
    assert_counts(fixture, 2, 2, 1);
}

static void test_a_post_without_a_body_is_executed_once(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "POST", "/refund", NULL);
    assert_lost(&fixture->response);
    assert_true(fixture->response.resend_refused);
    assert_counts(fixture, 2, 2, 1);
}

static void test_no_other_method_is_resent_either(void **state)
{
    static const char *const methods[] = {"PUT", "PATCH", "DELETE"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(methods); i++) {
        fixture->server->script[2 * i + 1].action = SERVER_CLOSE;
        fixture_warm_up(fixture);
        fixture_perform(fixture, methods[i], "/x", "{}");
        assert_lost(&fixture->response);
        assert_int_equal(server_count(fixture->server).executed, i + 1);
    }
}

static void test_a_post_is_sent_even_when_nobody_listens_for_its_resend(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE_AND_LEAVE;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_lost(&fixture->response);
    assert_counts(fixture, 1, 2, 1);
}

static void test_a_post_is_sent_even_when_its_resend_meets_rubbish(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE;
    fixture->server->rubbish_from = 2;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_lost(&fixture->response);
    assert_int_equal(server_count(fixture->server).executed, 1);
}

static void test_a_post_that_a_new_connection_swallows_is_executed_once(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[0].action = SERVER_CLOSE;
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_lost(&fixture->response);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
    assert_false(fixture->response.resend_refused);
    assert_counts(fixture, 1, 1, 1);
}

static void test_a_refused_resend_does_not_stop_the_next_call(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_true(fixture->response.resend_refused);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_true(fixture->response.sent);
    assert_false(fixture->response.resend_refused);
    assert_int_equal(fixture->response.http_status, 200);
    assert_int_equal(server_count(fixture->server).executed, 2);
}

static void test_a_get_is_resent_and_succeeds(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_CLOSE;
    fixture_warm_up(fixture);
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.http_status, 200);
    assert_string_equal(aurpay_buffer_string(&fixture->response.body), "{}");
    assert_false(fixture->response.resend_refused);
    assert_counts(fixture, 2, 3, 0);
}

static void test_a_warm_connection_closed_in_idleness_costs_a_post_nothing(void **state)
{
    static const char last[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    struct fixture *fixture = *state;

    fixture->server->script[0] = (struct server_step){SERVER_SEND_AND_CLOSE, last, strlen(last)};
    fixture_warm_up(fixture);
    fixture_wait_for_unread(fixture);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_counts(fixture, 2, 2, 1);
}

static void test_a_refused_connection_has_sent_nothing(void **state)
{
    struct fixture *fixture = *state;

    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "http://127.0.0.1:%d", server_unused_port());
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_NOT_CONNECTED);
    assert_false(fixture->response.sent);
    assert_string_not_equal(fixture->response.error, "");
}

static void test_a_name_that_nobody_has_has_sent_nothing(void **state)
{
    struct fixture *fixture = *state;

    /* RFC 6761: .invalid never resolves. */
    strcpy(fixture->base_uri, "http://nobody.invalid");
    fixture->timeout = 3000;
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_false(fixture->response.sent);
    assert_true(fixture->response.transfer == AURPAY_TRANSFER_NAME_NOT_RESOLVED ||
                fixture->response.transfer == AURPAY_TRANSFER_TIMED_OUT);
}

static void test_a_failed_handshake_has_sent_nothing(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->rubbish_from = 1;
    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "https://127.0.0.1:%d", fixture->server->port);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_NOT_TLS);
    assert_false(fixture->response.sent);
    assert_int_equal(server_count(fixture->server).requests, 0);
}

/* Aurpay's validation accepts the scheme in any case, as RFC 3986 does. */
static void test_the_case_of_the_scheme_does_not_matter(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->rubbish_from = 1;
    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "HTTPS://127.0.0.1:%d", fixture->server->port);
    fixture_perform(fixture, "GET", "/", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_NOT_TLS);
}

static void test_a_silent_server_is_left_at_the_deadline(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[0].action = SERVER_SILENCE;
    fixture->timeout = 500;
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TIMED_OUT);
    assert_true(fixture->response.sent);
    assert_counts(fixture, 1, 1, 1);
}

static void test_a_deadline_in_the_past_ends_at_once(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[0].action = SERVER_SILENCE;
    fixture->timeout = -1000;
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TIMED_OUT);
    assert_true(server_count(fixture->server).executed <= 1);
}

static void test_a_connection_with_a_late_answer_is_not_used_again(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[0].action = SERVER_SILENCE;
    fixture->timeout = 500;
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TIMED_OUT);
    fixture->timeout = 20000;
    fixture_perform(fixture, "GET", "/order", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_libcurl_says_before_every_send),
        test_with_fixture(test_a_post_that_a_warm_connection_swallows_is_executed_once),
        test_with_fixture(test_a_post_without_a_body_is_executed_once),
        test_with_fixture(test_no_other_method_is_resent_either),
        test_with_fixture(test_a_post_is_sent_even_when_nobody_listens_for_its_resend),
        test_with_fixture(test_a_post_is_sent_even_when_its_resend_meets_rubbish),
        test_with_fixture(test_a_post_that_a_new_connection_swallows_is_executed_once),
        test_with_fixture(test_a_refused_resend_does_not_stop_the_next_call),
        test_with_fixture(test_a_get_is_resent_and_succeeds),
        test_with_fixture(test_a_warm_connection_closed_in_idleness_costs_a_post_nothing),
        test_with_fixture(test_a_refused_connection_has_sent_nothing),
        test_with_fixture(test_a_name_that_nobody_has_has_sent_nothing),
        test_with_fixture(test_a_failed_handshake_has_sent_nothing),
        test_with_fixture(test_the_case_of_the_scheme_does_not_matter),
        test_with_fixture(test_a_silent_server_is_left_at_the_deadline),
        test_with_fixture(test_a_deadline_in_the_past_ends_at_once),
        test_with_fixture(test_a_connection_with_a_late_answer_is_not_used_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
