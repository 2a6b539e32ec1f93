/* Which failed reads are retried, and after which pause. */
#include "test.h"

#include "core/retry.h"

/* Mon, 17 Jun 2024 00:00:00 GMT */
#define NOW INT64_C(1718582400000)

static struct aurpay_response response;

static uint32_t drawn;
static int draws;

static int set_up(void **state)
{
    (void)state;
    aurpay_response_init(&response, 0);
    response.transfer = AURPAY_TRANSFER_BROKEN;
    drawn = 0;
    draws = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    aurpay_response_free(&response);
    return 0;
}

static uint32_t draw(void)
{
    draws++;
    return drawn;
}

static struct aurpay_retry_input input(void)
{
    struct aurpay_retry_input made = {
        .response = &response,
        .retries = 0,
        .max_retries = 2,
        .remaining_milliseconds = 30000,
        .wall_milliseconds = NOW,
        .random_number = draw,
    };

    return made;
}

static enum aurpay_retry decide(const struct aurpay_retry_input *made)
{
    int64_t delay;

    return aurpay_retry_decide(made, &delay);
}

static void test_faults_that_pass_are_tried_again(void **state)
{
    static const enum aurpay_transfer faults[] = {
        AURPAY_TRANSFER_NAME_NOT_RESOLVED, AURPAY_TRANSFER_NOT_CONNECTED, AURPAY_TRANSFER_NOT_TLS,
        AURPAY_TRANSFER_TLS_FAILED,        AURPAY_TRANSFER_BROKEN,        AURPAY_TRANSFER_CONNECT_TIMED_OUT,
        AURPAY_TRANSFER_TIMED_OUT,
    };
    struct aurpay_retry_input made = input();
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(faults); i++) {
        response.transfer = faults[i];
        assert_int_equal(decide(&made), AURPAY_RETRY_YES);
    }
}

static void test_faults_that_stay_are_not(void **state)
{
    static const enum aurpay_transfer faults[] = {
        AURPAY_TRANSFER_CA_FILE_UNUSABLE,
        AURPAY_TRANSFER_CERTIFICATE_EXPIRED,
        AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID,
        AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST,
        AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA,
        AURPAY_TRANSFER_CERTIFICATE_REFUSED,
        AURPAY_TRANSFER_WRONG_PUBLIC_KEY,
        AURPAY_TRANSFER_TLS_TOO_OLD,
        AURPAY_TRANSFER_TOO_LARGE,
        AURPAY_TRANSFER_INTERRUPTED,
        AURPAY_TRANSFER_FAILED,
    };
    struct aurpay_retry_input made = input();
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(faults); i++) {
        response.transfer = faults[i];
        assert_int_equal(decide(&made), AURPAY_RETRY_NO);
    }
}

static void assert_statuses_tried_again(enum aurpay_transfer transfer, long *status)
{
    struct aurpay_retry_input made = input();

    response.transfer = transfer;
    for (*status = 100; *status < 600; (*status)++) {
        bool expected =
            *status == 408 || *status == 429 || *status == 502 || *status == 503 || *status == 504;

        if (decide(&made) != (expected ? AURPAY_RETRY_YES : AURPAY_RETRY_NO)) {
            fail_msg("wrong decision for status %ld", *status);
        }
    }
}

static void test_of_whole_answers_only_these_are_tried_again(void **state)
{
    (void)state;
    assert_statuses_tried_again(AURPAY_TRANSFER_COMPLETE, &response.http_status);
}

/* The proxy could not reach the server. No other refusal of a proxy is retried. */
static void test_of_a_proxys_refusals_only_these_are_tried_again(void **state)
{
    (void)state;
    assert_statuses_tried_again(AURPAY_TRANSFER_PROXY_REFUSED, &response.proxy_status);
}

/* A status that allows a retry does not outweigh a transfer that forbids it. */
static void test_the_status_of_a_broken_transfer_does_not_count(void **state)
{
    struct aurpay_retry_input made = input();

    (void)state;
    response.http_status = 503;
    response.transfer = AURPAY_TRANSFER_TOO_LARGE;
    assert_int_equal(decide(&made), AURPAY_RETRY_NO);
    response.transfer = AURPAY_TRANSFER_INTERRUPTED;
    assert_int_equal(decide(&made), AURPAY_RETRY_NO);
}

static void test_no_more_retries_than_allowed(void **state)
{
    struct aurpay_retry_input made = input();

    (void)state;
    for (made.max_retries = 0; made.max_retries < 5; made.max_retries++) {
        for (made.retries = 0; made.retries < 8; made.retries++) {
            assert_int_equal(decide(&made),
                             made.retries < made.max_retries ? AURPAY_RETRY_YES : AURPAY_RETRY_NO);
        }
    }
}

static void test_no_retry_has_no_delay(void **state)
{
    struct aurpay_retry_input made = input();
    int64_t delay = 77;

    (void)state;
    made.max_retries = 0;
    drawn = UINT32_MAX;
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_NO);
    assert_int_equal(delay, 0);
    assert_int_equal(draws, 0);
}

/* Over the whole range of the random number, every pause from 0 to the bound occurs, and none beyond it. */
static void assert_jitter(int retries, int64_t bound)
{
    struct aurpay_retry_input made = input();
    int64_t least = INT64_MAX, most = -1;
    uint32_t i;

    made.retries = retries;
    made.max_retries = retries + 1;
    for (i = 0; i < 20000; i++) {
        int64_t delay;

        drawn = i < 10000 ? i : UINT32_MAX - (i - 10000);
        assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_YES);
        least = delay < least ? delay : least;
        most = delay > most ? delay : most;
    }
    assert_int_equal(least, 0);
    assert_int_equal(most, bound);
}

static void test_the_jitters_bound_doubles_up_to_5_seconds(void **state)
{
    (void)state;
    assert_jitter(0, 100);
    assert_jitter(1, 200);
    assert_jitter(2, 400);
    assert_jitter(3, 800);
    assert_jitter(4, 1600);
    assert_jitter(5, 3200);
    assert_jitter(6, 5000);
    assert_jitter(7, 5000);
    assert_jitter(100, 5000);
    assert_jitter(INT32_MAX - 1, 5000);
}

static void ask_for(const char *line)
{
    response.transfer = AURPAY_TRANSFER_COMPLETE;
    response.http_status = 429;
    aurpay_buffer_clear(&response.headers);
    assert_int_equal(aurpay_buffer_append_string(&response.headers, line), AURPAY_OK);
}

static void test_retry_after_is_waited_for(void **state)
{
    struct aurpay_retry_input made = input();
    int64_t delay;

    (void)state;
    ask_for("Retry-After: 7\r\n");
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_YES);
    assert_int_equal(delay, 7000);
    ask_for("Retry-After: Mon, 17 Jun 2024 00:00:12 GMT\r\n");
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_YES);
    assert_int_equal(delay, 12000);
}

static void test_retry_after_never_shortens_the_pause(void **state)
{
    struct aurpay_retry_input made = input();
    int64_t delay;

    (void)state;
    ask_for("Retry-After: 0\r\n");
    drawn = 100;
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_YES);
    assert_int_equal(delay, 100);
    ask_for("Retry-After: rubbish\r\n");
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_YES);
    assert_int_equal(delay, 100);
}

static void test_a_retry_after_beyond_the_deadline_is_too_late(void **state)
{
    struct aurpay_retry_input made = input();
    int64_t delay;

    (void)state;
    ask_for("Retry-After: 31\r\n");
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_TOO_LATE);
    assert_int_equal(delay, 31000);
    ask_for("Retry-After: 99999999999999999999\r\n");
    assert_int_equal(aurpay_retry_decide(&made, &delay), AURPAY_RETRY_TOO_LATE);
    assert_true(delay > made.remaining_milliseconds);
}

static void test_a_pause_as_long_as_what_remains_is_too_late(void **state)
{
    struct aurpay_retry_input made = input();

    (void)state;
    ask_for("Retry-After: 7\r\n");
    made.remaining_milliseconds = 7001;
    assert_int_equal(decide(&made), AURPAY_RETRY_YES);
    made.remaining_milliseconds = 7000;
    assert_int_equal(decide(&made), AURPAY_RETRY_TOO_LATE);
}

/* The deadline has already passed, so the call ends whatever the pause. */
static void test_after_the_deadline_there_is_no_retry(void **state)
{
    struct aurpay_retry_input made = input();

    (void)state;
    for (made.remaining_milliseconds = 0; made.remaining_milliseconds > -3; made.remaining_milliseconds--) {
        ask_for("Retry-After: 7\r\n");
        assert_int_equal(decide(&made), AURPAY_RETRY_NO);
        aurpay_buffer_clear(&response.headers);
        response.transfer = AURPAY_TRANSFER_TIMED_OUT;
        assert_int_equal(decide(&made), AURPAY_RETRY_NO);
    }
    made.remaining_milliseconds = 1;
    assert_int_equal(decide(&made), AURPAY_RETRY_YES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_faults_that_pass_are_tried_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_faults_that_stay_are_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_of_whole_answers_only_these_are_tried_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_of_a_proxys_refusals_only_these_are_tried_again, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_the_status_of_a_broken_transfer_does_not_count, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_no_more_retries_than_allowed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_retry_has_no_delay, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_jitters_bound_doubles_up_to_5_seconds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_retry_after_is_waited_for, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_retry_after_never_shortens_the_pause, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_retry_after_beyond_the_deadline_is_too_late, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_pause_as_long_as_what_remains_is_too_late, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_after_the_deadline_there_is_no_retry, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
