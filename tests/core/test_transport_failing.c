/* libcurl refuses an option or fails by itself. A call that was not sent is reported as not sent, a call that
 * may have been executed never is, and the next call succeeds. The Makefile makes the linker replace
 * libcurl's functions by those below. */
#include "test.h"

#include "reads.h"
#include "setopt.h"

/* A function of libcurl that fails at one of its calls. */
struct failing {
    /* Counted from 1; 0 for never. */
    int at;
    int calls;
};

static struct failing options, additions, multis, multi_options, performs, polls, shares, share_options;

/* The only option whose calls count; 0 for all. */
static CURLoption counted_option;

static bool fails(struct failing *function)
{
    return ++function->calls == function->at;
}

static void fail_at(struct failing *function, int at)
{
    function->at = at;
    function->calls = 0;
}

/* CURLMOPT_QUICK_EXIT of libcurl 8.20, which the core can do without. */
#define OPTION_NOT_REQUIRED 21

/* Whether it has failed. From now on it works. */
static bool has_failed(struct failing *function)
{
    bool failed = function->at > 0 && function->calls >= function->at;

    fail_at(function, 0);
    return failed;
}

/* The linker's --wrap requires these names. */
/* NOLINTBEGIN(bugprone-reserved-identifier) */
CURLcode __real_curl_easy_setopt(CURL *easy, CURLoption option, ...);
CURLcode __wrap_curl_easy_setopt(CURL *easy, CURLoption option, ...);
CURLMcode __real_curl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode __wrap_curl_multi_add_handle(CURLM *multi, CURL *easy);
CURLM *__real_curl_multi_init(void);
CURLM *__wrap_curl_multi_init(void);
CURLMcode __real_curl_multi_perform(CURLM *multi, int *running);
CURLMcode __wrap_curl_multi_perform(CURLM *multi, int *running);
CURLMcode __real_curl_multi_poll(CURLM *multi, struct curl_waitfd *extra, unsigned int count, int timeout,
                                 int *ready);
CURLMcode __wrap_curl_multi_poll(CURLM *multi, struct curl_waitfd *extra, unsigned int count, int timeout,
                                 int *ready);
CURLMcode __real_curl_multi_setopt(CURLM *multi, CURLMoption option, ...);
CURLMcode __wrap_curl_multi_setopt(CURLM *multi, CURLMoption option, ...);
CURLSH *__real_curl_share_init(void);
CURLSH *__wrap_curl_share_init(void);
CURLSHcode __real_curl_share_setopt(CURLSH *share, CURLSHoption option, ...);
CURLSHcode __wrap_curl_share_setopt(CURLSH *share, CURLSHoption option, ...);

CURLcode __wrap_curl_easy_setopt(CURL *easy, CURLoption option, ...)
{
    va_list arguments;
    CURLcode code;

    if ((!counted_option || option == counted_option) && fails(&options)) {
        return CURLE_UNKNOWN_OPTION;
    }
    va_start(arguments, option);
    code = setopt_forward(__real_curl_easy_setopt, easy, option, arguments);
    va_end(arguments);
    return code;
}

CURLMcode __wrap_curl_multi_add_handle(CURLM *multi, CURL *easy)
{
    return fails(&additions) ? CURLM_INTERNAL_ERROR : __real_curl_multi_add_handle(multi, easy);
}

CURLM *__wrap_curl_multi_init(void)
{
    return fails(&multis) ? NULL : __real_curl_multi_init();
}

CURLMcode __wrap_curl_multi_perform(CURLM *multi, int *running)
{
    return fails(&performs) ? CURLM_INTERNAL_ERROR : __real_curl_multi_perform(multi, running);
}

CURLMcode __wrap_curl_multi_poll(CURLM *multi, struct curl_waitfd *extra, unsigned int count, int timeout,
                                 int *ready)
{
    return fails(&polls) ? CURLM_INTERNAL_ERROR : __real_curl_multi_poll(multi, extra, count, timeout, ready);
}

/* All options that the core sets are numbers. */
CURLMcode __wrap_curl_multi_setopt(CURLM *multi, CURLMoption option, ...)
{
    va_list arguments;
    long number;

    va_start(arguments, option);
    number = va_arg(arguments, long);
    va_end(arguments);
    return (int)option != OPTION_NOT_REQUIRED && fails(&multi_options)
               ? CURLM_UNKNOWN_OPTION
               : __real_curl_multi_setopt(multi, option, number);
}

CURLSH *__wrap_curl_share_init(void)
{
    return fails(&shares) ? NULL : __real_curl_share_init();
}

CURLSHcode __wrap_curl_share_setopt(CURLSH *share, CURLSHoption option, ...)
{
    va_list arguments;
    int number;

    va_start(arguments, option);
    number = va_arg(arguments, int);
    va_end(arguments);
    return fails(&share_options) ? CURLSHE_BAD_OPTION : __real_curl_share_setopt(share, option, number);
}
/* NOLINTEND(bugprone-reserved-identifier) */

static void reset(void)
{
    struct failing *const all[] = {&options,  &additions, &multis, &multi_options,
                                   &performs, &polls,     &shares, &share_options};
    size_t i;

    counted_option = 0;
    for (i = 0; i < COUNT(all); i++) {
        fail_at(all[i], 0);
    }
}

/* ---- one attempt ---- */

/* Makes a refund during which a function fails. Returns false if it was not called so often. */
static bool refund_failing(struct fixture *fixture, struct failing *function, int at)
{
    int64_t deadline = aurpay_clock_monotonic() + fixture->timeout;
    struct aurpay_exchange *exchange = NULL;

    fail_at(function, at);
    if (fixture_try_start(fixture, "POST", "/refund", "{}", &exchange)) {
        assert_true(aurpay_transport_drive(fixture->pool, &exchange, 1, deadline, &fixture->interrupt));
        aurpay_transport_finish(exchange);
    } else {
        assert_false(fixture->response.sent);
    }
    return has_failed(function);
}

/* Tries each call of the function. What is executed counts as sent, also if it comes late. */
static void assert_no_refund_is_lost(struct fixture *fixture, struct failing *function)
{
    int sent = 0, at = 0;
    bool failed;

    do {
        failed = refund_failing(fixture, function, ++at);
        sent += fixture->response.sent;
        if (failed) {
            fixture_perform(fixture, "POST", "/next", "{}");
            sent++;
        }
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    } while (failed);
    assert_true(at > 1);
    assert_between(server_count(fixture->server).executed, 1, sent);
}

static void test_a_refund_whose_option_is_refused(void **state)
{
    reset();
    assert_no_refund_is_lost(*state, &options);
}

static void test_a_refund_that_libcurl_does_not_take(void **state)
{
    reset();
    assert_no_refund_is_lost(*state, &additions);
}

static void test_a_refund_during_which_libcurl_fails(void **state)
{
    reset();
    assert_no_refund_is_lost(*state, &performs);
}

static void test_a_refund_during_which_libcurl_cannot_wait(void **state)
{
    reset();
    assert_no_refund_is_lost(*state, &polls);
}

/* What is in flight beside the refund, and has ended already, keeps its result. */
static void test_an_answer_that_came_before_libcurl_failed_is_kept(void **state)
{
    struct fixture *fixture = *state, inner;
    struct aurpay_exchange *exchanges[2];

    reset();
    fixture->server->script[1].action = SERVER_SILENCE;
    fixture_make_inner(fixture, &inner);
    exchanges[0] = fixture_start(fixture, "GET", "/answered", NULL);
    while (!aurpay_transport_is_done(exchanges[0])) {
        fixture_wait(fixture, 5);
    }
    exchanges[1] = fixture_start(&inner, "POST", "/silent", "{}");
    fail_at(&performs, 1);
    assert_true(aurpay_transport_drive(fixture->pool, exchanges, 2, aurpay_clock_monotonic() + 10000,
                                       &fixture->interrupt));
    aurpay_transport_finish(exchanges[0]);
    aurpay_transport_finish(exchanges[1]);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(inner.response.transfer, AURPAY_TRANSFER_FAILED);
    assert_false(inner.response.sent);
    fixture_free_inner(&inner);
}

/* The idle connection has unread bytes, so the request is to go over a new one. Since 8.0, libcurl may see
 * the bytes itself. Then it opens the new connection, and no function of libcurl is called again. */
static void test_a_refund_that_cannot_begin_on_a_new_connection_was_not_sent(void **state)
{
    struct fixture *fixture = *state;
    struct failing *const functions[] = {&additions, &options};
    size_t i;
    int executed = 1;

    for (i = 0; i < COUNT(functions); i++) {
        reset();
        fixture_warm_up(fixture);
        server_send_to_all(fixture->server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        fixture_wait_for_unread(fixture);
        counted_option = CURLOPT_FRESH_CONNECT;
        if (refund_failing(fixture, functions[i], 2)) {
            assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_FAILED);
            assert_false(fixture->response.sent);
        } else {
            assert_true(curl_version_info(CURLVERSION_NOW)->version_num >= 0x080000);
            assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
            executed++;
        }
    }
    reset();
    fixture_perform(fixture, "POST", "/next", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(server_count(fixture->server).executed, executed);
}

/* ---- the pool ---- */

static void test_a_pool_that_libcurl_cannot_make_is_made_by_the_next_call(void **state)
{
    struct failing *const functions[] = {&multis, &multi_options, &shares, &share_options};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(functions); i++) {
        struct aurpay_pool *pool = NULL;
        enum aurpay_code code;
        int at = 0;

        do {
            fail_at(functions[i], ++at);
            code = aurpay_pool_open(&pool, &fixture_limits);
            assert_int_equal(has_failed(functions[i]), code == AURPAY_ERROR_SETUP);
            assert_int_equal(pool == NULL, code == AURPAY_ERROR_SETUP);
        } while (code);
        assert_true(at > 1);
        aurpay_pool_close(&pool);
    }
}

/* Its connections have reached their greatest age, and this libcurl does not see to that by itself. */
static void test_a_pool_that_libcurl_cannot_replace_is_replaced_by_the_next_call(void **state)
{
    struct fixture *fixture = *state;
    struct failing *const functions[] = {&multis, &multi_options, &shares, &share_options};
    size_t i;

    for (i = 0; i < COUNT(functions); i++) {
        reset();
        fixture_warm_up(fixture);
        fixture->pool->lacks_prerequest = true;
        fixture->pool->made -= (int64_t)(fixture->pool->lifetime_seconds + 1) * 1000;
        fail_at(functions[i], 1);
        assert_int_equal(aurpay_pool_refresh(fixture->pool, false, NULL), AURPAY_ERROR_SETUP);
        assert_true(has_failed(functions[i]));
        fixture_perform(fixture, "POST", "/refund", "{}");
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        assert_int_equal(server_count(fixture->server).executed, i + 1);
    }
}

/* ---- a whole call ---- */

static void test_a_call_without_a_pool_is_not_sent(void **state)
{
    const struct aurpay_endpoint *const endpoints[] = {&maker_read, &maker_refund};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(endpoints); i++) {
        struct aurpay_call call;
        struct maker maker;
        enum aurpay_code code;

        reset();
        maker_start(&maker);
        aurpay_pool_close(&maker.fixture->pool);
        maker_begin(&maker, &call, endpoints[i]);
        fail_at(&multis, 1);
        assert_int_equal(aurpay_call_perform(&maker.caller, &call, &code), AURPAY_CALL_NOT_SENT);
        assert_int_equal(code, AURPAY_ERROR_SETUP);
        assert_false(call.sent);
        assert_int_equal(server_count(maker.fixture->server).requests, 0);
        aurpay_call_free(&call);
        maker_stop(&maker);
    }
}

/* A pause follows, before the next attempt. */
static bool answer_unavailable(void *context, const struct aurpay_request *request,
                               struct aurpay_response *response)
{
    static const char pause[] = "Retry-After: 1\r\n";

    (void)context;
    (void)request;
    aurpay_response_reset(response);
    response->transfer = AURPAY_TRANSFER_COMPLETE;
    response->http_status = 503;
    assert_int_equal(aurpay_response_add_header_line(response, pause, strlen(pause)), AURPAY_OK);
    return true;
}

/* Even with a stand-in for the network, the pause before a retry needs a pool. */
static void test_a_retry_without_a_pool_is_not_begun(void **state)
{
    struct aurpay_call call;
    struct maker maker;
    enum aurpay_code code;

    (void)state;
    reset();
    maker_start(&maker);
    aurpay_pool_close(&maker.fixture->pool);
    maker.caller.stand_in = answer_unavailable;
    maker_begin(&maker, &call, &maker_read);
    fail_at(&multis, 1);
    assert_int_equal(aurpay_call_perform(&maker.caller, &call, &code), AURPAY_CALL_NOT_SENT);
    assert_int_equal(code, AURPAY_ERROR_SETUP);
    assert_int_equal(call.retries, 0);
    aurpay_call_free(&call);
    maker_stop(&maker);
}

/* ---- many calls ---- */

/* All of them get a 503, and libcurl fails in the pause before their retries, when nothing is in flight. */
static enum aurpay_call_end perform_many_in_vain(struct reads *reads, enum aurpay_code *code)
{
    enum aurpay_call_end end;
    struct maker maker;

    reset();
    maker_start(&maker);
    maker.caller.stand_in = answer_unavailable;
    fail_at(&performs, 1);
    end = reads_perform(reads, &maker, code);
    maker_stop(&maker);
    return end;
}

static void test_many_reads_all_have_a_result_when_libcurl_fails_between_their_attempts(void **state)
{
    struct reads reads = {0};
    enum aurpay_code code;

    (void)state;
    assert_int_equal(perform_many_in_vain(&reads, &code), AURPAY_CALL_DONE);
    assert_int_equal(code, AURPAY_OK);
    assert_int_equal(reads.taken, READS_MANY);
    /* The first ones got an answer: the 503. */
    assert_between(reads.interrupted, 1, READS_MANY - 1);
}

static void test_they_can_be_ended_then_at_any_of_them(void **state)
{
    enum aurpay_code code;
    int at;

    (void)state;
    for (at = 1; at <= READS_MANY; at++) {
        struct reads taken = {.take_fails_at = at}, begun = {.begin_fails_at = at};

        assert_int_equal(perform_many_in_vain(&taken, &code), AURPAY_CALL_INTERRUPTED);
        assert_int_equal(taken.taken, at);
        assert_int_equal(perform_many_in_vain(&begun, &code), AURPAY_CALL_INTERRUPTED);
        assert_int_equal(begun.begun, at - 1);
    }
}

static void test_many_reads_end_when_one_cannot_begin(void **state)
{
    struct reads reads = {0};
    enum aurpay_code code;
    struct maker maker;

    (void)state;
    reset();
    maker_start(&maker);
    fail_at(&additions, 2);
    assert_int_equal(reads_perform(&reads, &maker, &code), AURPAY_CALL_NOT_SENT);
    assert_int_equal(code, AURPAY_ERROR_SETUP);
    assert_int_equal(reads.taken, 0);
    maker_stop(&maker);
}

static void test_many_reads_end_when_a_retry_has_no_pool(void **state)
{
    struct reads reads = {0};
    enum aurpay_code code;
    struct maker maker;

    (void)state;
    reset();
    maker_start(&maker);
    aurpay_pool_close(&maker.fixture->pool);
    maker.caller.stand_in = answer_unavailable;
    maker.caller.concurrency = 1;
    fail_at(&multis, 1);
    assert_int_equal(reads_perform(&reads, &maker, &code), AURPAY_CALL_NOT_SENT);
    assert_int_equal(code, AURPAY_ERROR_SETUP);
    maker_stop(&maker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_refund_whose_option_is_refused),
        test_with_fixture(test_a_refund_that_libcurl_does_not_take),
        test_with_fixture(test_a_refund_during_which_libcurl_fails),
        test_with_fixture(test_a_refund_during_which_libcurl_cannot_wait),
        test_with_fixture(test_an_answer_that_came_before_libcurl_failed_is_kept),
        test_with_fixture(test_a_refund_that_cannot_begin_on_a_new_connection_was_not_sent),
        test_with_fixture(test_a_pool_that_libcurl_cannot_replace_is_replaced_by_the_next_call),
        cmocka_unit_test(test_a_pool_that_libcurl_cannot_make_is_made_by_the_next_call),
        cmocka_unit_test(test_a_call_without_a_pool_is_not_sent),
        cmocka_unit_test(test_a_retry_without_a_pool_is_not_begun),
        cmocka_unit_test(test_many_reads_all_have_a_result_when_libcurl_fails_between_their_attempts),
        cmocka_unit_test(test_they_can_be_ended_then_at_any_of_them),
        cmocka_unit_test(test_many_reads_end_when_one_cannot_begin),
        cmocka_unit_test(test_many_reads_end_when_a_retry_has_no_pool),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
