/* When an allocation of libcurl's fails, at most one call fails; the next one has memory and succeeds. The
 * test replaces libcurl's allocator by one whose Nth allocation fails, for each N that a call makes. */
#include "test.h"

#include "fixture.h"

/* Counted from 1; 0 for none. */
static int failing, allocations;

static bool fails(void)
{
    return ++allocations == failing;
}

static void *failing_malloc(size_t size)
{
    return fails() ? NULL : malloc(size);
}

static void *failing_calloc(size_t count, size_t size)
{
    return fails() ? NULL : calloc(count, size);
}

static void *failing_realloc(void *block, size_t size)
{
    return fails() ? NULL : realloc(block, size);
}

static char *failing_strdup(const char *text)
{
    return fails() ? NULL : strdup(text);
}

static int set_up(void **state)
{
    failing = 0;
    if (curl_global_init_mem(CURL_GLOBAL_DEFAULT, failing_malloc, free, failing_realloc, failing_strdup,
                             failing_calloc) != CURLE_OK) {
        return -1;
    }
    return fixture_set_up(state);
}

static int tear_down(void **state)
{
    int result = fixture_tear_down(state);

    curl_global_cleanup();
    return result;
}

/* Makes a call during which one allocation fails. Returns false when the call makes fewer allocations. */
static bool perform_failing(struct fixture *fixture, const char *method, int which)
{
    int64_t deadline = aurpay_clock_monotonic() + fixture->timeout;
    struct aurpay_exchange *exchange = NULL;
    bool has_failed;

    allocations = 0;
    failing = which;
    if (fixture_try_start(fixture, method, "/refund", "{}", &exchange)) {
        (void)aurpay_transport_drive(fixture->pool, &exchange, 1, deadline, &fixture->interrupt);
        aurpay_transport_finish(exchange);
    } else {
        fixture->response.sent = false;
    }
    has_failed = allocations >= which;
    failing = 0;
    return has_failed;
}

static void assert_every_failure_is_survived(struct fixture *fixture, const char *method)
{
    int which, executed = server_count(fixture->server).executed;

    for (which = 1; perform_failing(fixture, method, which); which++) {
        int now = server_count(fixture->server).executed;

        assert_between(now - executed, 0, fixture->response.sent ? 1 : 0);
        /* The next call does not use a half-made setup. */
        fixture_perform(fixture, method, "/next", "{}");
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        assert_int_equal(fixture->response.http_status, 200);
        executed = server_count(fixture->server).executed;
    }
    /* Otherwise the test would have tried nothing. */
    assert_true(which > 10);
}

static void test_on_a_cold_and_a_warm_pool(void **state)
{
    struct fixture *fixture = *state;

    assert_every_failure_is_survived(fixture, "POST");
    assert_every_failure_is_survived(fixture, "GET");
}

static void test_where_handles_are_kept(void **state)
{
    struct fixture *fixture = *state;

    fixture->pool->keeps_handles = true;
    assert_every_failure_is_survived(fixture, "POST");
}

/* The settings alternate: an easy handle is not set up a second time, because curl_easy_reset can fail half
 * way. */
static void test_where_settings_change(void **state)
{
    struct fixture *fixture = *state;
    int which;

    fixture->pool->keeps_handles = true;
    for (which = 1; which < 60; which++) {
        fixture->settings.user_agent = which % 2 ? "one" : "another";
        (void)perform_failing(fixture, "POST", which);
        fixture_perform(fixture, "POST", "/next", "{}");
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    }
}

static void test_while_the_pool_is_replaced(void **state)
{
    struct fixture *fixture = *state;
    int which;

    for (which = 1; which < 60; which++) {
        fixture_warm_up(fixture);
        fixture->pool->lacks_prerequest = true;
        fixture->pool->made -= (int64_t)(fixture->pool->lifetime_seconds + 1) * 1000;
        (void)perform_failing(fixture, "GET", which);
        fixture_perform(fixture, "POST", "/next", "{}");
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    }
}

#define test_of_memory(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_of_memory(test_on_a_cold_and_a_warm_pool),
        test_of_memory(test_where_handles_are_kept),
        test_of_memory(test_where_settings_change),
        test_of_memory(test_while_the_pool_is_replaced),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
