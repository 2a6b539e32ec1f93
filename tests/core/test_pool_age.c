/* Idle connections are closed before the server closes them. The test sets the time: this program's
 * clock_gettime replaces the C library's, for libcurl as well as for us. */
#include "test.h"

#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "core/clock.h"
#include "fixture.h"

static time_t seconds_ahead;

/* Of the wall clock alone. */
static int64_t seconds_set;

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = (int)syscall(SYS_clock_gettime, clock, now);

    now->tv_sec += seconds_ahead;
    return result;
}

static int64_t read_wall_clock(void)
{
    return aurpay_clock_monotonic() + seconds_set * 1000;
}

static int set_up(void **state)
{
    seconds_ahead = 0;
    seconds_set = 0;
    aurpay_clock_set_wall_source(read_wall_clock);
    return fixture_set_up(state);
}

static int tear_down(void **state)
{
    aurpay_clock_set_wall_source(NULL);
    return fixture_tear_down(state);
}

/* Whether a call's connection is reused after it was idle for so long. */
static bool is_reused(struct fixture *fixture, const char *method, time_t idle)
{
    int accepted;

    fixture_warm_up(fixture);
    accepted = server_count(fixture->server).accepted;
    seconds_ahead += idle;
    fixture_perform(fixture, method, "/a", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    /* libcurl and the server agree. */
    assert_int_equal(server_count(fixture->server).accepted - accepted,
                     fixture->response.reused_connection ? 0 : 1);
    return fixture->response.reused_connection;
}

static void test_a_read_takes_a_connection_that_was_idle_up_to_the_limit(void **state)
{
    struct fixture *fixture = *state;

    assert_true(is_reused(fixture, "GET", 1));
    assert_true(is_reused(fixture, "GET", fixture_limits.idle_seconds - 2));
    assert_false(is_reused(fixture, "GET", fixture_limits.idle_seconds + 2));
    assert_false(is_reused(fixture, "GET", 24 * 3600));
    assert_true(is_reused(fixture, "GET", 1));
}

/* When the connection dies at that moment, the outcome of such a call is unknown. */
static void test_anything_else_takes_only_a_fresher_one(void **state)
{
    static const char *const methods[] = {"POST", "PUT", "PATCH", "DELETE"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(methods); i++) {
        assert_true(is_reused(fixture, methods[i], 13));
        assert_false(is_reused(fixture, methods[i], 17));
        assert_false(is_reused(fixture, methods[i], fixture_limits.idle_seconds - 2));
    }
}

static void test_a_connection_in_use_does_not_age(void **state)
{
    struct fixture *fixture = *state;
    int i;

    fixture_warm_up(fixture);
    for (i = 0; i < 20; i++) {
        seconds_ahead += 10;
        fixture_perform(fixture, "POST", "/a", "{}");
        assert_true(fixture->response.reused_connection);
    }
    assert_int_equal(server_count(fixture->server).accepted, 1);
}

static void test_a_lower_limit_is_for_all(void **state)
{
    const struct aurpay_pool_limits limits = {
        .idle_connections = 8, .idle_seconds = 5, .lifetime_seconds = 3600};
    struct fixture *fixture = *state;

    aurpay_pool_close(&fixture->pool);
    assert_int_equal(aurpay_pool_open(&fixture->pool, &limits), AURPAY_OK);
    assert_true(is_reused(fixture, "GET", 3));
    assert_false(is_reused(fixture, "GET", 7));
    assert_true(is_reused(fixture, "POST", 3));
    assert_false(is_reused(fixture, "POST", 7));
}

static void test_a_higher_limit_is_for_reads_alone(void **state)
{
    const struct aurpay_pool_limits limits = {
        .idle_connections = 8, .idle_seconds = 600, .lifetime_seconds = 3600};
    struct fixture *fixture = *state;

    aurpay_pool_close(&fixture->pool);
    assert_int_equal(aurpay_pool_open(&fixture->pool, &limits), AURPAY_OK);
    assert_true(is_reused(fixture, "GET", 500));
    assert_false(is_reused(fixture, "POST", 17));
}

/* When a gateway moves to another address in DNS, its old machines run on for a while: a busy connection to
 * one of them never becomes idle. */
static void test_a_busy_connection_is_replaced_at_its_greatest_age(void **state)
{
    const struct aurpay_pool_limits limits = {
        .idle_connections = 8, .idle_seconds = 60, .lifetime_seconds = 600};
    struct fixture *fixture = *state;
    int calls = 0, reused = 0;

    aurpay_pool_close(&fixture->pool);
    assert_int_equal(aurpay_pool_open(&fixture->pool, &limits), AURPAY_OK);
    while (server_count(fixture->server).accepted < 3) {
        fixture_perform(fixture, calls % 2 ? "GET" : "POST", "/a", NULL);
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        reused += fixture->response.reused_connection;
        calls++;
        seconds_ahead += 10;
    }
    /* Two whole lifetimes, each of 540 to 660 seconds: one call every 10 seconds. */
    assert_between(calls, 2 * 54, 2 * 67 + 1);
    assert_int_equal(reused, calls - 3);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, calls);
}

/* Workers that started at the same time do not reconnect at the same time. */
static void test_the_greatest_age_differs_by_up_to_a_tenth(void **state)
{
    const struct aurpay_pool_limits limits = {
        .idle_connections = 8, .idle_seconds = 60, .lifetime_seconds = 10000};
    long least = 0, most = 0;
    int i;

    (void)state;
    for (i = 0; i < 50; i++) {
        struct aurpay_pool *pool = NULL;

        assert_int_equal(aurpay_pool_open(&pool, &limits), AURPAY_OK);
        assert_between(pool->lifetime_seconds, 9000, 11000);
        least = i == 0 || pool->lifetime_seconds < least ? pool->lifetime_seconds : least;
        most = pool->lifetime_seconds > most ? pool->lifetime_seconds : most;
        aurpay_pool_close(&pool);
        seconds_ahead += 7;
    }
    assert_true(most - least > 500);
}

/* Whether a call's connection is reused after the wall clock was set. */
static bool is_reused_after_setting(struct fixture *fixture, int64_t seconds)
{
    fixture_warm_up(fixture);
    seconds_set += seconds;
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    return fixture->response.reused_connection;
}

/* libcurl dates the addresses that it knows with the wall clock. After the clock was set back by an hour, it
 * would keep an old address for an hour. */
static void test_a_clock_that_was_set_back_replaces_all(void **state)
{
    struct fixture *fixture = *state;

    assert_false(is_reused_after_setting(fixture, -3600));
    assert_true(is_reused_after_setting(fixture, 0));
    /* The address may have been resolved while the clock was ahead. */
    assert_true(is_reused_after_setting(fixture, 3600));
    assert_false(is_reused_after_setting(fixture, -3600));
    assert_true(is_reused_after_setting(fixture, 0));
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 10);
}

static void test_a_small_correction_of_the_clock_replaces_nothing(void **state)
{
    struct fixture *fixture = *state;

    assert_true(is_reused_after_setting(fixture, -50));
    assert_true(is_reused_after_setting(fixture, 10));
    assert_true(is_reused_after_setting(fixture, -15));
    assert_false(is_reused_after_setting(fixture, -15));
}

/* libcurl takes 0 for no limit. */
static void test_the_least_greatest_age_is_a_second(void **state)
{
    const struct aurpay_pool_limits limits = {
        .idle_connections = 8, .idle_seconds = 60, .lifetime_seconds = 1};
    int i;

    (void)state;
    for (i = 0; i < 50; i++) {
        struct aurpay_pool *pool = NULL;

        assert_int_equal(aurpay_pool_open(&pool, &limits), AURPAY_OK);
        assert_int_equal(pool->lifetime_seconds, 1);
        aurpay_pool_close(&pool);
        seconds_ahead += 7;
    }
}

#define test_in_time(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_time(test_a_read_takes_a_connection_that_was_idle_up_to_the_limit),
        test_in_time(test_anything_else_takes_only_a_fresher_one),
        test_in_time(test_a_connection_in_use_does_not_age),
        test_in_time(test_a_lower_limit_is_for_all),
        test_in_time(test_a_higher_limit_is_for_reads_alone),
        test_in_time(test_a_busy_connection_is_replaced_at_its_greatest_age),
        test_in_time(test_the_greatest_age_differs_by_up_to_a_tenth),
        test_in_time(test_a_clock_that_was_set_back_replaces_all),
        test_in_time(test_a_small_correction_of_the_clock_replaces_nothing),
        test_in_time(test_the_least_greatest_age_is_a_second),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
