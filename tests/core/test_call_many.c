/* Many calls at once: how many are held, the result of each, and what happens to them when all are ended. */
#include "test.h"

#include <unistd.h>

#include "reads.h"

static enum aurpay_call_end perform_many(struct reads *reads, struct maker *maker)
{
    enum aurpay_code code;
    enum aurpay_call_end end = reads_perform(reads, maker, &code);

    return code ? AURPAY_CALL_NOT_SENT : end;
}

static void assert_nothing_is_in_flight(const struct maker *maker)
{
    assert_null(maker->fixture->pool->in_flight);
}

static void test_many_reads_are_all_taken_and_no_more_are_held_than_go_on(void **state)
{
    struct reads reads = {0};
    struct maker maker;

    (void)state;
    maker_start(&maker);
    assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_DONE);
    assert_nothing_is_in_flight(&maker);
    assert_int_equal(reads.taken, READS_MANY);
    assert_int_equal(reads.most_at_once, 3);
    assert_int_equal(server_count(maker.fixture->server).requests, READS_MANY);
    maker_stop(&maker);
}

static void test_no_reads_are_done_at_once(void **state)
{
    struct reads reads = {.begun = READS_MANY, .taken = READS_MANY};
    struct maker maker;

    (void)state;
    maker_start(&maker);
    assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_DONE);
    assert_int_equal(server_count(maker.fixture->server).requests, 0);
    maker_stop(&maker);
}

static void test_who_takes_can_end_many_reads_at_any_of_them(void **state)
{
    int at;

    (void)state;
    for (at = 1; at <= READS_MANY; at++) {
        struct reads reads = {.take_fails_at = at};
        struct maker maker;

        maker_start(&maker);
        assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_INTERRUPTED);
        assert_nothing_is_in_flight(&maker);
        assert_int_equal(reads.taken, at);
        maker_stop(&maker);
    }
}

static void test_who_begins_can_end_many_reads_at_any_of_them(void **state)
{
    int at;

    (void)state;
    for (at = 1; at <= READS_MANY; at++) {
        struct reads reads = {.begin_fails_at = at};
        struct maker maker;

        maker_start(&maker);
        assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_INTERRUPTED);
        assert_nothing_is_in_flight(&maker);
        assert_int_equal(reads.begun, at - 1);
        maker_stop(&maker);
    }
}

static void test_an_interrupt_ends_many_reads_and_drops_them(void **state)
{
    struct reads reads = {0};
    struct maker maker;

    (void)state;
    maker_start(&maker);
    maker_never_answers(&maker);
    maker.wants_to_interrupt = maker_has_reached_server;
    assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_INTERRUPTED);
    assert_nothing_is_in_flight(&maker);
    assert_int_equal(reads.taken, 0);
    assert_int_equal(reads.dropped, 3);
    maker_stop(&maker);
}

/* Each call has a result: it was interrupted. */
static void test_a_child_forked_meanwhile_has_a_result_for_each_of_many_reads(void **state)
{
    struct reads reads = {0};
    enum aurpay_call_end end;
    struct maker maker;

    (void)state;
    maker_start(&maker);
    maker.fixture->timeout = 1000;
    maker_never_answers(&maker);
    maker.wants_to_interrupt = maker_forks_once_sent;
    end = perform_many(&reads, &maker);
    if (maker.child == 0) {
        _exit(end == AURPAY_CALL_DONE && reads.taken == READS_MANY && reads.dropped == 0 ? 0 : 1);
    }
    assert_child_is_content(maker.child);
    assert_int_equal(end, AURPAY_CALL_DONE);
    assert_nothing_is_in_flight(&maker);
    assert_int_equal(reads.taken, READS_MANY);
    maker_stop(&maker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many_reads_are_all_taken_and_no_more_are_held_than_go_on),
        cmocka_unit_test(test_no_reads_are_done_at_once),
        cmocka_unit_test(test_who_takes_can_end_many_reads_at_any_of_them),
        cmocka_unit_test(test_who_begins_can_end_many_reads_at_any_of_them),
        cmocka_unit_test(test_an_interrupt_ends_many_reads_and_drops_them),
        cmocka_unit_test(test_a_child_forked_meanwhile_has_a_result_for_each_of_many_reads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
