/* A slow name server and the deadline. This program's getaddrinfo replaces the C library's and answers when
 * the test lets it. tests/transport/slow_names.phpt asks a real name server. */
#include "test.h"

#include <dlfcn.h>
#include <netdb.h>
#include <time.h>

#include "fixture.h"

/* libcurl before 7.87 waits for its resolver (CURLOPT_QUICK_EXIT), which answers after this time. */
#define PATIENCE_SECONDS 3

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool is_answering;
/* Questions without an answer. */
static int waiting;
/* Of these, one for each lookup: libcurl 8.23 asks for IPv4 and IPv6 addresses in two threads, older versions
 * ask for both at once. */
static int lookups;

static void wait_for_answer(int family)
{
    bool is_counted = family != AF_INET6;
    struct timespec end;

    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += LIBCURL_VERSION_NUM >= 0x075700 ? 30 : PATIENCE_SECONDS;
    pthread_mutex_lock(&lock);
    waiting++;
    lookups += is_counted;
    pthread_cond_broadcast(&changed);
    while (!is_answering && pthread_cond_timedwait(&changed, &lock, &end) == 0) {
    }
    waiting--;
    lookups -= is_counted;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

int getaddrinfo(const char *restrict name, const char *restrict service,
                const struct addrinfo *restrict hints, struct addrinfo **restrict result)
{
    int (*original)(const char *, const char *, const struct addrinfo *, struct addrinfo **) = NULL;

    /* ISO C has no conversion from void * to a function. */
    *(void **)&original = dlsym(RTLD_NEXT, "getaddrinfo");
    if (strcmp(name, "slow.test") != 0) {
        return original(name, service, hints, result);
    }
    wait_for_answer(hints->ai_family);
    return hints->ai_family == AF_INET6 ? EAI_NONAME : original("127.0.0.1", service, hints, result);
}

/* On a busy machine libcurl's thread may not have run yet. */
static int wait_for_lookups(int expected)
{
    struct timespec end;
    int count;

    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += 10;
    pthread_mutex_lock(&lock);
    while (lookups != expected && pthread_cond_timedwait(&changed, &lock, &end) == 0) {
    }
    count = lookups;
    pthread_mutex_unlock(&lock);
    return count;
}

/* The resolver has not answered yet: nobody waited for it. */
static void assert_lookups_go_on(int count)
{
    int expected = LIBCURL_VERSION_NUM >= 0x075700 ? count : 0;

    assert_int_equal(wait_for_lookups(expected), expected);
}

static int set_up(void **state)
{
    is_answering = false;
    return fixture_set_up(state);
}

/* libcurl's threads must end before the data that they read is freed. */
static int tear_down(void **state)
{
    pthread_mutex_lock(&lock);
    is_answering = true;
    pthread_cond_broadcast(&changed);
    while (waiting) {
        pthread_cond_wait(&changed, &lock);
    }
    pthread_mutex_unlock(&lock);
    return fixture_tear_down(state);
}

static void call_slow_name(struct fixture *fixture, const char *method)
{
    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "http://slow.test:%d", fixture->server->port);
    fixture_perform(fixture, method, "/a", NULL);
    fixture->base_uri[0] = '\0';
}

static void test_a_slow_name_server_does_not_break_the_deadline(void **state)
{
    static const char *const methods[] = {"GET", "POST"};
    struct fixture *fixture = *state;
    size_t i;

    fixture->timeout = 200;
    for (i = 0; i < COUNT(methods); i++) {
        call_slow_name(fixture, methods[i]);
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_TIMED_OUT);
        assert_false(fixture->response.sent);
        assert_lookups_go_on((int)i + 1);
    }
    assert_int_equal(server_count(fixture->server).accepted, 0);
}

static void test_nor_the_time_to_connect(void **state)
{
    struct fixture *fixture = *state;

    fixture->settings.connect_timeout_milliseconds = 200;
    fixture->timeout = 600000;
    call_slow_name(fixture, "POST");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_CONNECT_TIMED_OUT);
    assert_false(fixture->response.sent);
}

static bool yes(void *context)
{
    (void)context;
    return true;
}

static void test_nor_an_interruption(void **state)
{
    struct fixture *fixture = *state;

    fixture->timeout = 600000;
    fixture->interrupt.is_requested = yes;
    call_slow_name(fixture, "POST");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_INTERRUPTED);
    assert_false(fixture->response.sent);
}

static void test_other_calls_go_on_meanwhile(void **state)
{
    struct fixture *fixture = *state;
    int i;

    fixture->timeout = 200;
    call_slow_name(fixture, "GET");
    fixture->timeout = 20000;
    for (i = 0; i < 3; i++) {
        fixture_perform(fixture, "POST", "/a", "{}");
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    }
    assert_int_equal(server_count(fixture->server).accepted, 1);
}

static void test_the_end_of_the_pool_does_not_wait(void **state)
{
    struct fixture *fixture = *state;

    fixture->timeout = 200;
    call_slow_name(fixture, "POST");
    assert_lookups_go_on(1);
    aurpay_pool_close(&fixture->pool);
    assert_lookups_go_on(1);
}

#define test_with_names(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_names(test_a_slow_name_server_does_not_break_the_deadline),
        test_with_names(test_nor_the_time_to_connect),
        test_with_names(test_nor_an_interruption),
        test_with_names(test_other_calls_go_on_meanwhile),
        test_with_names(test_the_end_of_the_pool_does_not_wait),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
