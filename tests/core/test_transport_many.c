/* Many attempts in flight at once on one pool. */
#include "test.h"

#include "core/exchange.h"
#include "fixture.h"

#define MANY 20

/* Attempts with their own fixtures, on the server and pool of another fixture. */
struct many {
    struct fixture *fixture;
    struct fixture inner[MANY];
    struct aurpay_exchange *exchanges[MANY];
    int64_t deadline;
};

static struct many *start_many(struct fixture *fixture)
{
    struct many *many = calloc(1, sizeof(*many));
    size_t i;

    assert_non_null(many);
    many->fixture = fixture;
    many->deadline = aurpay_clock_monotonic() + fixture->timeout;
    for (i = 0; i < MANY; i++) {
        char path[32];

        snprintf(path, sizeof(path), "/a/%zu", i);
        fixture_make_inner(fixture, &many->inner[i]);
        many->inner[i].timeout = fixture->timeout;
        many->exchanges[i] = fixture_start(&many->inner[i], "GET", path, NULL);
    }
    return many;
}

/* Waits until all are done or the deadline has passed; returns how many are done. */
static size_t drive_all(struct many *many)
{
    struct aurpay_exchange *left[MANY];
    size_t count, i;

    do {
        for (count = 0, i = 0; i < MANY; i++) {
            if (!aurpay_transport_is_done(many->exchanges[i])) {
                left[count++] = many->exchanges[i];
            }
        }
    } while (
        count && aurpay_clock_monotonic() < many->deadline &&
        aurpay_transport_drive(many->fixture->pool, left, count, many->deadline, &many->fixture->interrupt));
    return MANY - count;
}

static size_t finish_all(struct many *many, enum aurpay_transfer expected)
{
    size_t as_expected = 0, i;

    for (i = 0; i < MANY; i++) {
        aurpay_transport_finish(many->exchanges[i]);
        as_expected += many->inner[i].response.transfer == expected ? 1 : 0;
    }
    return as_expected;
}

static void free_many(struct many *many)
{
    size_t i;

    for (i = 0; i < MANY; i++) {
        fixture_free_inner(&many->inner[i]);
    }
    free(many);
}

static void test_all_are_answered_over_a_bounded_number_of_connections(void **state)
{
    struct fixture *fixture = *state;
    struct many *many = start_many(fixture);

    assert_int_equal(drive_all(many), MANY);
    assert_int_equal(finish_all(many, AURPAY_TRANSFER_COMPLETE), MANY);
    assert_int_equal(server_count(fixture->server).requests, MANY);
    assert_between(server_count(fixture->server).accepted, 1, 8);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, MANY);
    assert_null(fixture->pool->in_flight);
    free_many(many);
}

static void test_those_without_an_answer_end_at_the_deadline(void **state)
{
    struct fixture *fixture = *state;
    struct many *many;

    fixture->server->script[0].action = SERVER_SILENCE;
    fixture->server->script[1].action = SERVER_SILENCE;
    fixture->timeout = 700;
    many = start_many(fixture);
    assert_int_not_equal(drive_all(many), 0);
    assert_int_equal(finish_all(many, AURPAY_TRANSFER_COMPLETE), MANY - 2);
    free_many(many);
}

static void test_what_is_given_up_was_interrupted(void **state)
{
    struct fixture *fixture = *state;
    struct many *many = start_many(fixture);

    assert_int_equal(finish_all(many, AURPAY_TRANSFER_INTERRUPTED), MANY);
    assert_null(fixture->pool->in_flight);
    fixture_perform(fixture, "GET", "/next", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    free_many(many);
}

/* A child that was forked meanwhile leaves its parent's attempts alone. */
static void test_what_another_process_began_is_not_interrupted(void **state)
{
    struct fixture *fixture = *state;
    struct many *many = start_many(fixture);

    fixture->pool->generation++;
    aurpay_transport_interrupt(fixture->pool);
    aurpay_transport_abort(fixture->pool);
    fixture->pool->generation--;
    assert_int_equal(drive_all(many), MANY);
    assert_int_equal(finish_all(many, AURPAY_TRANSFER_COMPLETE), MANY);
    free_many(many);
}

static void test_what_a_bail_out_left_is_freed(void **state)
{
    struct fixture *fixture = *state;
    struct many *many = start_many(fixture);

    /* After this, some are on the wire and others wait for a connection. */
    (void)aurpay_transport_drive(fixture->pool, NULL, 0, aurpay_clock_monotonic(), &fixture->interrupt);
    aurpay_transport_abort(fixture->pool);
    assert_null(fixture->pool->in_flight);
    fixture_perform(fixture, "GET", "/next", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    free_many(many);
}

/* libcurl 7.88 believes a status line of HTTP/2 on HTTP/1.1, until the head has ended. If it never ends,
 * libcurl goes on to send several requests over one connection. */
static void test_no_request_goes_over_a_connection_that_waits_for_an_answer(void **state)
{
    static const char *const methods[] = {"GET", "POST"};
    struct fixture *fixture = *state, inner;
    size_t i;

    fixture_make_inner(fixture, &inner);
    for (i = 0; i < COUNT(methods); i++) {
        struct aurpay_exchange *waiting, *next;
        int before = server_count(fixture->server).requests;

        fixture->server->script[before].action = SERVER_SILENCE;
        fixture->server->script[before + 1] =
            (struct server_step){SERVER_SEND_AND_CLOSE, BYTES("HTTP/2 200 OK\r\n")};
        waiting = fixture_start(fixture, "GET", "/waits", NULL);
        while (server_count(fixture->server).requests == before) {
            fixture_wait(fixture, 5);
        }
        fixture_perform(&inner, "GET", "/of-another-version", NULL);
        assert_int_equal(inner.response.transfer, AURPAY_TRANSFER_BROKEN);
        next = fixture_start(&inner, methods[i], "/next", NULL);
        while (!aurpay_transport_is_done(next)) {
            fixture_wait(fixture, 5);
        }
        assert_int_not_equal(next->ports.local, waiting->ports.local);
        assert_false(aurpay_transport_is_done(waiting));
        aurpay_transport_finish(next);
        assert_int_equal(inner.response.transfer, AURPAY_TRANSFER_COMPLETE);
        aurpay_transport_finish(waiting);
    }
    fixture_free_inner(&inner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_all_are_answered_over_a_bounded_number_of_connections),
        test_with_fixture(test_those_without_an_answer_end_at_the_deadline),
        test_with_fixture(test_what_is_given_up_was_interrupted),
        test_with_fixture(test_what_another_process_began_is_not_interrupted),
        test_with_fixture(test_what_a_bail_out_left_is_freed),
        test_with_fixture(test_no_request_goes_over_a_connection_that_waits_for_an_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
