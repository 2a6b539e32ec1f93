/* The life of a call on a real connection: at most once, the deadline, interrupts, forks. The server counts
 * what it executes. */
#include "test.h"

#include <unistd.h>

#include "maker.h"

static enum aurpay_call_end perform(struct maker *maker, struct aurpay_call *call,
                                    const struct aurpay_endpoint *endpoint)
{
    enum aurpay_call_end end;
    enum aurpay_code code;

    maker_begin(maker, call, endpoint);
    end = aurpay_call_perform(&maker->caller, call, &code);
    assert_int_equal(code, AURPAY_OK);
    assert_null(call->exchange);
    return end;
}

/* ---- at most once ---- */

static const struct server_step broken_answers[] = {
    {SERVER_CLOSE, NULL, 0},
    {SERVER_SEND_AND_CLOSE, BYTES("HTTP/1.1 200 OK\r\n")},
    {SERVER_SEND_AND_CLOSE, BYTES("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}")},
    {SERVER_SEND_AND_CLOSE, BYTES("rubbish")},
    {SERVER_SEND, BYTES("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}")},
};

static void test_a_refund_reaches_the_server_once_and_a_read_once_for_each_attempt(void **state)
{
    static const struct {
        const struct aurpay_endpoint *endpoint;
        int requests;
    } cases[] = {{&maker_refund, 1}, {&maker_read, 3}};
    size_t i, j;

    (void)state;
    for (i = 0; i < COUNT(broken_answers); i++) {
        for (j = 0; j < COUNT(cases); j++) {
            struct aurpay_call call;
            struct maker maker;

            maker_start(&maker);
            maker_break_requests(&maker, 0, &broken_answers[i]);
            assert_int_equal(perform(&maker, &call, cases[j].endpoint), AURPAY_CALL_DONE);
            assert_true(call.sent);
            assert_int_equal(server_count(maker.fixture->server).requests, cases[j].requests);
            aurpay_call_free(&call);
            maker_stop(&maker);
        }
    }
}

/* By itself, libcurl would resend the request when the reused connection dies. */
static void test_a_refund_on_a_warm_connection_reaches_the_server_once(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(broken_answers); i++) {
        struct aurpay_call call;
        struct maker maker;

        maker_start(&maker);
        maker_break_requests(&maker, 1, &broken_answers[i]);
        fixture_warm_up(maker.fixture);
        assert_int_equal(perform(&maker, &call, &maker_refund), AURPAY_CALL_DONE);
        assert_true(call.sent);
        assert_int_equal(server_count(maker.fixture->server).executed, 1);
        aurpay_call_free(&call);
        maker_stop(&maker);
    }
}

static void test_one_deadline_covers_all_attempts(void **state)
{
    const struct aurpay_endpoint *endpoints[] = {&maker_refund, &maker_read};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(endpoints); i++) {
        struct aurpay_call call;
        struct maker maker;

        maker_start(&maker);
        maker_never_answers(&maker);
        maker.fixture->timeout = 300;
        assert_int_equal(perform(&maker, &call, endpoints[i]), AURPAY_CALL_DONE);
        assert_int_equal(call.response.transfer, AURPAY_TRANSFER_TIMED_OUT);
        assert_int_equal(call.retries, 0);
        /* libcurl's clock may be a millisecond ahead. */
        assert_true(call.finished >= call.deadline - 1);
        aurpay_call_free(&call);
        maker_stop(&maker);
    }
}

static void test_a_refused_connection_leaves_nothing_in_doubt(void **state)
{
    struct aurpay_call call;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    snprintf(maker.fixture->base_uri, sizeof(maker.fixture->base_uri), "http://127.0.0.1:%d",
             server_unused_port());
    assert_int_equal(perform(&maker, &call, &maker_refund), AURPAY_CALL_DONE);
    assert_int_equal(call.response.transfer, AURPAY_TRANSFER_NOT_CONNECTED);
    assert_false(call.sent);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

/* ---- interrupts ---- */

static bool at_once(struct maker *maker)
{
    (void)maker;
    return true;
}

static void test_an_interrupt_after_sending_leaves_a_refund_in_doubt(void **state)
{
    struct aurpay_call call;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    maker_never_answers(&maker);
    maker.wants_to_interrupt = maker_has_reached_server;
    assert_int_equal(perform(&maker, &call, &maker_refund), AURPAY_CALL_IN_DOUBT);
    assert_true(call.sent);
    assert_int_equal(call.response.transfer, AURPAY_TRANSFER_INTERRUPTED);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

static void test_an_interrupt_after_sending_leaves_no_doubt_of_a_read(void **state)
{
    struct aurpay_call call;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    maker_never_answers(&maker);
    maker.wants_to_interrupt = maker_has_reached_server;
    assert_int_equal(perform(&maker, &call, &maker_read), AURPAY_CALL_INTERRUPTED);
    assert_true(call.sent);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

/* The server does not speak TLS, so the request waits for the handshake. */
static void test_an_interrupt_before_sending_leaves_nothing_in_doubt(void **state)
{
    struct aurpay_call call;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    snprintf(maker.fixture->base_uri, sizeof(maker.fixture->base_uri), "https://127.0.0.1:%d",
             maker.fixture->server->port);
    maker.wants_to_interrupt = at_once;
    assert_int_equal(perform(&maker, &call, &maker_refund), AURPAY_CALL_INTERRUPTED);
    assert_false(call.sent);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

static void test_an_interrupt_ends_the_pause_before_a_retry(void **state)
{
    static const char answer[] = "HTTP/1.1 503 Busy\r\nRetry-After: 10\r\nContent-Length: 2\r\n\r\n{}";
    struct aurpay_call call;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    maker_break_requests(&maker, 0, &(struct server_step){SERVER_SEND, BYTES(answer)});
    maker.wants_to_interrupt = maker_has_reached_server;
    assert_int_equal(perform(&maker, &call, &maker_read), AURPAY_CALL_INTERRUPTED);
    assert_int_equal(server_count(maker.fixture->server).requests, 1);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

/* The child does not use cmocka's assertions, because they jump. */
static void test_a_child_forked_meanwhile_hears_that_its_call_may_have_been_sent(void **state)
{
    struct aurpay_call call;
    enum aurpay_call_end end;
    enum aurpay_code code;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    maker_never_answers(&maker);
    maker.wants_to_interrupt = maker_forks_once_sent;
    maker_begin(&maker, &call, &maker_refund);
    end = aurpay_call_perform(&maker.caller, &call, &code);
    if (maker.child == 0) {
        _exit(end == AURPAY_CALL_DONE && call.sent && call.response.transfer == AURPAY_TRANSFER_INTERRUPTED
                  ? 0
                  : 1);
    }
    assert_child_is_content(maker.child);
    assert_int_equal(end, AURPAY_CALL_DONE);
    assert_int_equal(call.response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(maker.fixture->server).executed, 1);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_refund_reaches_the_server_once_and_a_read_once_for_each_attempt),
        cmocka_unit_test(test_a_refund_on_a_warm_connection_reaches_the_server_once),
        cmocka_unit_test(test_one_deadline_covers_all_attempts),
        cmocka_unit_test(test_a_refused_connection_leaves_nothing_in_doubt),
        cmocka_unit_test(test_an_interrupt_after_sending_leaves_a_refund_in_doubt),
        cmocka_unit_test(test_an_interrupt_after_sending_leaves_no_doubt_of_a_read),
        cmocka_unit_test(test_an_interrupt_before_sending_leaves_nothing_in_doubt),
        cmocka_unit_test(test_an_interrupt_ends_the_pause_before_a_retry),
        cmocka_unit_test(test_a_child_forked_meanwhile_hears_that_its_call_may_have_been_sent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
