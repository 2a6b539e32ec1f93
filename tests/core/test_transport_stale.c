/* An answer belongs to the call that asked: bytes that arrive on an idle connection never become the next
 * call's answer. libcurl before 8.0 takes them for it, and so do newer ones (8.23) when the last call was
 * less than a second ago. */
#include "test.h"

#include "core/socket.h"
#include "fixture.h"

#define REQUEST_TIMEOUT "HTTP/1.1 408 Request Timeout\r\nContent-Length: 3\r\n\r\n408"
#define SECOND_ANSWER "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":78}"
#define REST_OF_A_BODY "\"}"

static const char *const stale[] = {REQUEST_TIMEOUT, SECOND_ANSWER, REST_OF_A_BODY, "\r\n", "H"};

/* Leaves unread bytes on a connection that was used for an answer. */
static void let_wait(struct fixture *fixture, const char *bytes)
{
    fixture_warm_up(fixture);
    server_send_to_all(fixture->server, bytes);
    fixture_wait_for_unread(fixture);
}

static void assert_own_answer(struct fixture *fixture)
{
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.http_status, 200);
    assert_string_equal(aurpay_buffer_string(&fixture->response.body), "{}");
    assert_false(fixture->response.reused_connection);
}

static void test_a_call_that_is_not_a_read_gets_its_own_answer_and_is_executed_once(void **state)
{
    static const char *const methods[] = {"POST", "PUT", "PATCH", "DELETE"};
    struct fixture *fixture = *state;
    size_t i, j;
    int executed = 0;

    for (i = 0; i < COUNT(stale); i++) {
        for (j = 0; j < COUNT(methods); j++) {
            let_wait(fixture, stale[i]);
            fixture_perform(fixture, methods[j], "/refund", "{}");
            assert_own_answer(fixture);
            assert_int_equal(server_count(fixture->server).executed, ++executed);
        }
    }
}

static void test_a_read_gets_its_own_answer(void **state)
{
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(stale); i++) {
        let_wait(fixture, stale[i]);
        fixture_perform(fixture, "GET", "/order", NULL);
        assert_own_answer(fixture);
    }
}

static void test_the_calls_after_it_get_theirs_on_the_new_connection(void **state)
{
    struct fixture *fixture = *state;
    int accepted, i;

    let_wait(fixture, SECOND_ANSWER);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_own_answer(fixture);
    accepted = server_count(fixture->server).accepted;
    for (i = 0; i < 3; i++) {
        fixture_perform(fixture, "POST", "/refund", "{}");
        assert_int_equal(fixture->response.http_status, 200);
        assert_string_equal(aurpay_buffer_string(&fixture->response.body), "{}");
    }
    assert_int_equal(server_count(fixture->server).accepted, accepted);
}

static void test_a_call_is_not_sent_where_there_is_no_other_connection(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->rubbish_from = 2;
    let_wait(fixture, SECOND_ANSWER);
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_not_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).executed, 0);
}

static void test_an_idle_connection_on_which_nothing_waits_is_reused(void **state)
{
    struct fixture *fixture = *state;
    int i;

    for (i = 0; i < 10; i++) {
        fixture_perform(fixture, i % 2 ? "GET" : "POST", "/a", NULL);
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        fixture_wait(fixture, 5);
    }
    assert_int_equal(server_count(fixture->server).accepted, 1);
}

/* A reset removes the ports. If the pool did not know them by then, libcurl would offer the connection again
 * and again. */
static void test_a_connection_is_known_by_its_ports_from_its_first_request_on(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[0].action = SERVER_SILENCE;
    fixture->timeout = 300;
    fixture_perform(fixture, "POST", "/refund", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TIMED_OUT);
    /* libcurl has closed the connection, and the pool has forgotten it. */
    assert_null(fixture->pool->sockets);
    fixture->timeout = 20000;
    fixture_warm_up(fixture);
    assert_int_equal(fixture->pool->sockets->ports.peer, fixture->server->port);
    assert_int_not_equal(fixture->pool->sockets->ports.local, 0);
}

/* Two idle connections, of which the second one has unread bytes. */
static void make_two_connections(struct fixture *fixture)
{
    struct aurpay_exchange *first = fixture_start(fixture, "GET", "/first", NULL);
    struct fixture inner;

    fixture->server->script[0].action = SERVER_SILENCE;
    while (server_count(fixture->server).requests == 0) {
        fixture_wait(fixture, 5);
    }
    fixture_make_inner(fixture, &inner);
    fixture_perform(&inner, "GET", "/second", NULL);
    assert_int_equal(inner.response.transfer, AURPAY_TRANSFER_COMPLETE);
    server_send_to(fixture->server, 0, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    while (!aurpay_transport_is_done(first)) {
        fixture_wait(fixture, 5);
    }
    aurpay_transport_finish(first);
    fixture_free_inner(&inner);
    server_send_to(fixture->server, 1, SECOND_ANSWER);
    /* The newest is the first in the list. */
    while (!aurpay_socket_has_unread(fixture->pool->sockets)) {
        fixture_wait(fixture, 5);
    }
}

/* libcurl resends a read on the other idle connection, which is unfit. The new one is then refused. */
static void test_a_read_that_left_is_lost_and_not_unconnected(void **state)
{
    struct fixture *fixture = *state;

    make_two_connections(fixture);
    fixture->server->script[2].action = SERVER_CLOSE_AND_LEAVE;
    fixture_perform(fixture, "GET", "/third", NULL);
    assert_int_equal(server_count(fixture->server).requests, 3);
    assert_true(fixture->response.sent);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_BROKEN);
    assert_int_equal(fixture->response.step, AURPAY_STEP_ANSWER);
}

/* Nothing can be said of a connection that the pool does not know. */
static void test_an_unknown_connection_is_not_used_again(void **state)
{
    static const char *const methods[] = {"GET", "POST"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(methods); i++) {
        fixture_warm_up(fixture);
        aurpay_socket_forget_all(fixture->pool);
        fixture_perform(fixture, methods[i], "/a", NULL);
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        assert_false(fixture->response.reused_connection);
    }
    assert_int_equal(server_count(fixture->server).executed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_call_that_is_not_a_read_gets_its_own_answer_and_is_executed_once),
        test_with_fixture(test_a_read_gets_its_own_answer),
        test_with_fixture(test_the_calls_after_it_get_theirs_on_the_new_connection),
        test_with_fixture(test_a_call_is_not_sent_where_there_is_no_other_connection),
        test_with_fixture(test_an_idle_connection_on_which_nothing_waits_is_reused),
        test_with_fixture(test_a_connection_is_known_by_its_ports_from_its_first_request_on),
        test_with_fixture(test_a_read_that_left_is_lost_and_not_unconnected),
        test_with_fixture(test_an_unknown_connection_is_not_used_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
