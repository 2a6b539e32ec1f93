/* Threads of a ZTS PHP: each has its own pool, and they call at the same time. Run this with
 * SANITIZE=-fsanitize=thread as well. */
#include "test.h"

#include "fixture.h"

#define THREADS 4
#define REQUESTS 50

struct worker {
    pthread_t thread;
    /** Shares nothing with the other threads except the server. */
    struct fixture fixture;
    int complete;
    int reused;
    struct aurpay_statistics statistics;
};

/* As in the extension, the first call makes the pool, and the end of the thread closes it. */
static void *work(void *context)
{
    struct worker *worker = context;
    struct fixture *fixture = &worker->fixture;
    int i;

    for (i = 0; i < REQUESTS; i++) {
        if (aurpay_pool_open(&fixture->pool, &fixture_limits) != AURPAY_OK) {
            break;
        }
        fixture_perform(fixture, i % 2 ? "POST" : "GET", "/a", i % 2 ? "{}" : NULL);
        worker->complete += fixture->response.transfer == AURPAY_TRANSFER_COMPLETE;
        worker->reused += fixture->response.reused_connection;
    }
    worker->statistics = aurpay_pool_statistics(fixture->pool);
    aurpay_pool_close(&fixture->pool);
    return NULL;
}

static void test_each_thread_has_its_own_connection_and_its_own_counts(void **state)
{
    struct fixture *fixture = *state;
    struct worker *workers = calloc(THREADS, sizeof(*workers));
    int i;

    assert_non_null(workers);
    for (i = 0; i < THREADS; i++) {
        fixture_make_inner(fixture, &workers[i].fixture);
        workers[i].fixture.pool = NULL;
        assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    }
    for (i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
        assert_int_equal(workers[i].complete, REQUESTS);
        assert_int_equal(workers[i].reused, REQUESTS - 1);
        assert_int_equal(workers[i].statistics.requests, REQUESTS);
        assert_int_equal(workers[i].statistics.connections_opened, 1);
        assert_int_equal(workers[i].statistics.connections_reused, REQUESTS - 1);
        fixture_free_inner(&workers[i].fixture);
    }
    free(workers);
    assert_int_equal(server_count(fixture->server).accepted, THREADS);
    assert_int_equal(server_count(fixture->server).requests, THREADS * REQUESTS);
    /* The first thread's pool was never used. */
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 0);
}

static void test_the_end_of_a_thread_leaves_the_others_connections(void **state)
{
    struct fixture *fixture = *state;
    struct worker *worker = calloc(1, sizeof(*worker));

    assert_non_null(worker);
    fixture_warm_up(fixture);
    fixture_make_inner(fixture, &worker->fixture);
    worker->fixture.pool = NULL;
    assert_int_equal(pthread_create(&worker->thread, NULL, work, worker), 0);
    assert_int_equal(pthread_join(worker->thread, NULL), 0);
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_true(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
    fixture_free_inner(&worker->fixture);
    free(worker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_each_thread_has_its_own_connection_and_its_own_counts),
        test_with_fixture(test_the_end_of_a_thread_leaves_the_others_connections),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
