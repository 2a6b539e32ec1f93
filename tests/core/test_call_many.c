/* Many calls at once: how many are held, the result of each, and what happens to them when all are ended. */
#include "test.h"

#include <unistd.h>

#include "maker.h"

#define MANY 12

struct reads {
    struct maker *maker;
    struct aurpay_call calls[MANY];
    int begun, taken, dropped, most_at_once;
    /** The call, counted from 1, at which beginning or taking fails; 0 for never. */
    int begin_fails_at, take_fails_at;
};

static bool begin_next(void *context, struct aurpay_call **call)
{
    struct reads *reads = context;
    int held;

    *call = NULL;
    if (reads->begun == MANY) {
        return true;
    }
    if (reads->begun + 1 == reads->begin_fails_at) {
        return false;
    }
    *call = &reads->calls[reads->begun++];
    maker_begin(reads->maker, *call, &maker_read);
    held = reads->begun - reads->taken - reads->dropped;
    reads->most_at_once = held > reads->most_at_once ? held : reads->most_at_once;
    return true;
}

static bool take(void *context, struct aurpay_call *call)
{
    struct reads *reads = context;

    reads->taken++;
    aurpay_call_free(call);
    return reads->taken != reads->take_fails_at;
}

static void drop(void *context, struct aurpay_call *call)
{
    struct reads *reads = context;

    reads->dropped++;
    aurpay_call_free(call);
}

static enum aurpay_call_end perform_many(struct reads *reads, struct maker *maker)
{
    const struct aurpay_calls calls = {reads, begin_next, take, drop};
    enum aurpay_code code;
    enum aurpay_call_end end;

    reads->maker = maker;
    end = aurpay_call_perform_many(&maker->caller, &calls, &code);
    return code ? AURPAY_CALL_NOT_SENT : end;
}

/* Each call is freed once, whatever ended it. */
static void assert_freed(const struct reads *reads)
{
    assert_int_equal(reads->taken + reads->dropped, reads->begun);
    assert_null(reads->maker->fixture->pool->in_flight);
}

static void test_many_reads_are_all_taken_and_no_more_are_held_than_go_on(void **state)
{
    struct reads reads = {0};
    struct maker maker;

    (void)state;
    maker_start(&maker);
    assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_DONE);
    assert_freed(&reads);
    assert_int_equal(reads.taken, MANY);
    assert_int_equal(reads.most_at_once, 3);
    assert_int_equal(server_count(maker.fixture->server).requests, MANY);
    maker_stop(&maker);
}

static void test_no_reads_are_done_at_once(void **state)
{
    struct reads reads = {.begun = MANY, .taken = MANY};
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
    for (at = 1; at <= MANY; at++) {
        struct reads reads = {.take_fails_at = at};
        struct maker maker;

        maker_start(&maker);
        assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_INTERRUPTED);
        assert_freed(&reads);
        assert_int_equal(reads.taken, at);
        maker_stop(&maker);
    }
}

static void test_who_begins_can_end_many_reads_at_any_of_them(void **state)
{
    int at;

    (void)state;
    for (at = 1; at <= MANY; at++) {
        struct reads reads = {.begin_fails_at = at};
        struct maker maker;

        maker_start(&maker);
        assert_int_equal(perform_many(&reads, &maker), AURPAY_CALL_INTERRUPTED);
        assert_freed(&reads);
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
    assert_freed(&reads);
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
        _exit(end == AURPAY_CALL_DONE && reads.taken == MANY && reads.dropped == 0 ? 0 : 1);
    }
    assert_child_is_content(maker.child);
    assert_int_equal(end, AURPAY_CALL_DONE);
    assert_freed(&reads);
    assert_int_equal(reads.taken, MANY);
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
