/* Code that runs while an attempt waits: it may make calls, never return, or fork. */
#include "test.h"

#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

static bool ask_never(void *context)
{
    (void)context;
    return false;
}

/* Makes a call at the first question, and asks to go on. */
struct nested {
    struct fixture inner;
    bool is_made;
    const char *method;
};

static bool make_a_call(void *context)
{
    struct nested *nested = context;

    if (!nested->is_made) {
        nested->is_made = true;
        fixture_perform(&nested->inner, nested->method, "/inner", NULL);
    }
    return false;
}

static void start_nested(struct fixture *fixture, struct nested *nested, const char *method)
{
    nested->is_made = false;
    nested->method = method;
    fixture_make_inner(fixture, &nested->inner);
    nested->inner.interrupt.is_requested = ask_never;
    fixture->interrupt = (struct aurpay_interrupt){make_a_call, nested};
}

static void test_a_call_inside_a_call_has_its_own_answer(void **state)
{
    static const char answer[] = "HTTP/1.1 201 Created\r\nContent-Length: 7\r\n\r\n[\"two\"]";
    struct fixture *fixture = *state;
    struct nested nested;

    fixture->server->script[1].action = SERVER_SILENCE;
    fixture->server->script[2] = (struct server_step){SERVER_SEND, BYTES(answer)};
    fixture_warm_up(fixture);
    start_nested(fixture, &nested, "GET");
    fixture->timeout = 1000;
    fixture_perform(fixture, "POST", "/outer", "{}");
    assert_int_equal(nested.inner.response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(nested.inner.response.http_status, 201);
    assert_string_equal(aurpay_buffer_string(&nested.inner.response.body), "[\"two\"]");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TIMED_OUT);
    assert_true(fixture->response.sent);
    assert_int_equal(server_count(fixture->server).executed, 1);
    fixture_free_inner(&nested.inner);
}

/* Both run on new connections. Whichever ends first, the other one still gets its result. */
static void test_a_call_that_ends_inside_another_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct nested nested;

    start_nested(fixture, &nested, "POST");
    fixture_perform(fixture, "POST", "/outer", "{}");
    assert_true(nested.is_made);
    assert_int_equal(nested.inner.response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).executed, 2);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 2);
    fixture_free_inner(&nested.inner);
}

/* A shutdown function that runs after a bail-out makes calls, while the interrupted ones are still there. */
static void test_what_is_interrupted_keeps_the_answer_that_has_come(void **state)
{
    struct fixture *fixture = *state, inner;
    struct aurpay_exchange *answered = fixture_start(fixture, "GET", "/answered", NULL), *waiting;

    while (!aurpay_transport_is_done(answered)) {
        fixture_wait(fixture, 5);
    }
    fixture->server->script[1].action = SERVER_SILENCE;
    fixture_make_inner(fixture, &inner);
    waiting = fixture_start(&inner, "POST", "/waiting", "{}");
    while (server_count(fixture->server).requests < 2) {
        fixture_wait(fixture, 5);
    }
    aurpay_transport_interrupt(fixture->pool);
    aurpay_transport_finish(answered);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    aurpay_transport_finish(waiting);
    assert_int_equal(inner.response.transfer, AURPAY_TRANSFER_INTERRUPTED);
    assert_true(inner.response.sent);
    fixture_free_inner(&inner);
}

static jmp_buf bail_out;

static bool jump(void *context)
{
    (void)context;
    longjmp(bail_out, 1);
}

/* An attempt left in flight would leak, and would point into a stack that is gone. */
static void test_what_a_bail_out_jumps_over_is_freed(void **state)
{
    struct fixture *fixture = *state;

    fixture->server->script[1].action = SERVER_SILENCE;
    fixture_warm_up(fixture);
    fixture->interrupt.is_requested = jump;
    if (setjmp(bail_out) == 0) {
        fixture_perform(fixture, "POST", "/outer", "{}");
        fail_msg("the interrupt was not asked");
    }
    assert_non_null(fixture->pool->in_flight);
    aurpay_transport_abort(fixture->pool);
    assert_null(fixture->pool->in_flight);
    fixture->interrupt.is_requested = NULL;
    fixture_perform(fixture, "GET", "/next", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_false(fixture->response.reused_connection);
}

static void test_nothing_in_flight_is_nothing_to_abort(void **state)
{
    struct fixture *fixture = *state;

    aurpay_transport_abort(fixture->pool);
    fixture_warm_up(fixture);
    aurpay_transport_abort(fixture->pool);
    fixture_perform(fixture, "GET", "/next", NULL);
    assert_true(fixture->response.reused_connection);
}

/* Forks at the first question. */
static bool fork_once(void *context)
{
    pid_t *child = context;

    if (*child < 0) {
        *child = fork();
    }
    return false;
}

/* The child's steps. They do not use cmocka's assertions, because they jump. */
static int live_as_child(struct fixture *fixture)
{
    if (fixture->response.transfer != AURPAY_TRANSFER_INTERRUPTED) {
        return 1;
    }
    fixture->interrupt.is_requested = NULL;
    if (aurpay_pool_open(&fixture->pool, &fixture_limits) != AURPAY_OK) {
        return 2;
    }
    fixture_perform(fixture, "GET", "/child", NULL);
    return fixture->response.transfer == AURPAY_TRANSFER_COMPLETE ? 0 : 3;
}

static void test_a_child_forked_while_waiting_leaves_the_transfer_to_its_parent(void **state)
{
    struct fixture *fixture = *state;
    pid_t child = -1;
    int status = -1;

    fixture->interrupt = (struct aurpay_interrupt){fork_once, &child};
    fixture_perform(fixture, "POST", "/outer", "{}");
    if (child == 0) {
        _exit(live_as_child(fixture));
    }
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).executed, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_call_inside_a_call_has_its_own_answer),
        test_with_fixture(test_a_call_that_ends_inside_another_is_noticed),
        test_with_fixture(test_what_is_interrupted_keeps_the_answer_that_has_come),
        test_with_fixture(test_what_a_bail_out_jumps_over_is_freed),
        test_with_fixture(test_nothing_in_flight_is_nothing_to_abort),
        test_with_fixture(test_a_child_forked_while_waiting_leaves_the_transfer_to_its_parent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
