/* The life of a call, without a network: which answers lead to which attempts, and how the call ends. The
 * expectations follow the design's rules: a read may be retried, any other call never. */
#include "test.h"

#include <sys/wait.h>
#include <unistd.h>

#include "core/call.h"
#include "core/clock.h"
#include "providers/aurpay.h"

/* Mon, 17 Jun 2024 00:00:00 GMT */
#define NOW INT64_C(1718582400000)

#define MAX_ATTEMPTS 8

/* What the stand-in for the network does at each attempt, and what it saw. */
struct network {
    enum aurpay_transfer transfer[MAX_ATTEMPTS];
    bool sent[MAX_ATTEMPTS];
    long http_status;
    /** The head of the answers; NULL for none. */
    const char *header;
    /** The attempt at which it gives up, counted from 1; 0 for never. */
    int gives_up_at;
    int attempts;
    char dates[MAX_ATTEMPTS][64];
};

static struct network network;
static struct aurpay_pool *pool;
static struct aurpay_credentials credentials;
static int64_t wall;

static int64_t tick(void)
{
    return wall++;
}

static const char *header_of(const struct aurpay_request *request, const char *name)
{
    size_t i;

    for (i = 0; i < request->header_count; i++) {
        if (strcmp(request->headers[i].name, name) == 0) {
            return request->headers[i].value;
        }
    }
    return "";
}

static bool answer(void *context, const struct aurpay_request *request, struct aurpay_response *response)
{
    int i = network.attempts++;

    (void)context;
    assert_true(i < MAX_ATTEMPTS);
    snprintf(network.dates[i], sizeof(network.dates[i]), "%s", header_of(request, "Date"));
    aurpay_response_reset(response);
    response->transfer = network.transfer[i];
    response->sent = network.sent[i];
    response->http_status = network.http_status;
    if (network.header) {
        assert_int_equal(aurpay_response_add_header_line(response, network.header, strlen(network.header)),
                         AURPAY_OK);
    }
    return network.gives_up_at != network.attempts;
}

static bool is_never_interrupted(void *context)
{
    (void)context;
    return false;
}

static void read_no_settings(void *context, struct aurpay_attempt_settings *settings)
{
    (void)context;
    (void)settings;
    fail_msg("the network was used");
}

static struct aurpay_caller caller_with(int retries)
{
    struct aurpay_caller caller = {
        .is_interrupted = is_never_interrupted,
        .read_settings = read_no_settings,
        .stand_in = answer,
        .provider = &aurpay_provider_aurpay,
        .credentials = &credentials,
        .pool = &pool,
        .limits = {.idle_connections = 8, .idle_seconds = 60, .lifetime_seconds = 600},
        .retries = retries,
        .concurrency = 4,
    };

    return caller;
}

static int set_up(void **state)
{
    (void)state;
    memset(&network, 0, sizeof(network));
    network.http_status = 200;
    wall = NOW;
    aurpay_clock_set_wall_source(tick);
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return -1;
    }
    return aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"), BYTES("secret"))
               ? -1
               : 0;
}

static int tear_down(void **state)
{
    (void)state;
    aurpay_clock_set_wall_source(NULL);
    aurpay_credentials_free(&credentials);
    aurpay_pool_close(&pool);
    curl_global_cleanup();
    return 0;
}

static void begin(struct aurpay_call *call, const struct aurpay_endpoint *endpoint, int64_t timeout)
{
    int64_t now = aurpay_clock_monotonic();

    aurpay_call_init(call, endpoint, now, now + timeout, 4096);
    assert_int_equal(aurpay_request_set_target(&call->request, "https://api.invalid", endpoint->path, NULL),
                     AURPAY_OK);
}

/* One call to each method; only GET is a read. */
static const struct aurpay_endpoint endpoints[] = {
    {.method = "GET", .path = "/a"},   {.method = "POST", .path = "/a"},   {.method = "PUT", .path = "/a"},
    {.method = "PATCH", .path = "/a"}, {.method = "DELETE", .path = "/a"},
};

/* Makes a call, lets it finish, and returns the number of its attempts. */
static int attempts_of(const struct aurpay_endpoint *endpoint, int retries, struct aurpay_call *call)
{
    const struct aurpay_caller caller = caller_with(retries);
    enum aurpay_code code;

    network.attempts = 0;
    begin(call, endpoint, 30000);
    assert_int_equal(aurpay_call_perform(&caller, call, &code), AURPAY_CALL_DONE);
    assert_int_equal(code, AURPAY_OK);
    assert_null(call->exchange);
    return network.attempts;
}

/* ---- retries ---- */

struct fault {
    enum aurpay_transfer transfer;
    const char *name;
    /** Whether the fault may be over at the next attempt. */
    bool passes;
};

/* Without AURPAY_TRANSFER_TIMED_OUT: then the deadline has passed, for reads too. */
static const struct fault faults[] = {
    {AURPAY_TRANSFER_NAME_NOT_RESOLVED, "name not resolved", true},
    {AURPAY_TRANSFER_NOT_CONNECTED, "not connected", true},
    {AURPAY_TRANSFER_PROXY_REFUSED, "proxy refused", false},
    {AURPAY_TRANSFER_CA_FILE_UNUSABLE, "CA file", false},
    {AURPAY_TRANSFER_CERTIFICATE_EXPIRED, "certificate expired", false},
    {AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID, "certificate not yet valid", false},
    {AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST, "certificate for another host", false},
    {AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA, "unknown CA", false},
    {AURPAY_TRANSFER_CERTIFICATE_REFUSED, "certificate refused", false},
    {AURPAY_TRANSFER_WRONG_PUBLIC_KEY, "wrong public key", false},
    {AURPAY_TRANSFER_TLS_TOO_OLD, "TLS too old", false},
    {AURPAY_TRANSFER_NOT_TLS, "not TLS", true},
    {AURPAY_TRANSFER_TLS_FAILED, "TLS failed", true},
    {AURPAY_TRANSFER_BROKEN, "broken", true},
    {AURPAY_TRANSFER_CONNECT_TIMED_OUT, "connect timed out", true},
    {AURPAY_TRANSFER_TOO_LARGE, "too large", false},
    {AURPAY_TRANSFER_INTERRUPTED, "interrupted", false},
    {AURPAY_TRANSFER_FAILED, "failed", false},
};

static void play_always(enum aurpay_transfer transfer, bool sent)
{
    size_t i;

    for (i = 0; i < MAX_ATTEMPTS; i++) {
        network.transfer[i] = transfer;
        network.sent[i] = sent;
    }
}

static void assert_attempts(const struct aurpay_endpoint *endpoint, int retries, bool sent, bool passes,
                            const char *name)
{
    int expected = passes && endpoint == &endpoints[0] ? retries + 1 : 1;
    struct aurpay_call call;
    int attempts = attempts_of(endpoint, retries, &call);

    if (attempts != expected || call.retries != expected - 1 || call.sent != sent || call.retry_too_late) {
        fail_msg("%s, %s, %s, %d retries allowed: %d attempts instead of %d", endpoint->method, name,
                 sent ? "sent" : "not sent", retries, attempts, expected);
    }
    aurpay_call_free(&call);
}

static void test_every_fault_is_tried_again_for_a_read_if_it_passes_and_never_for_another_method(void **state)
{
    size_t i, j;
    int retries;

    (void)state;
    for (i = 0; i < COUNT(endpoints); i++) {
        for (j = 0; j < COUNT(faults); j++) {
            for (retries = 0; retries <= 2; retries++) {
                play_always(faults[j].transfer, false);
                assert_attempts(&endpoints[i], retries, false, faults[j].passes, faults[j].name);
                play_always(faults[j].transfer, true);
                assert_attempts(&endpoints[i], retries, true, faults[j].passes, faults[j].name);
            }
        }
    }
}

static void test_every_status_is_tried_again_for_a_read_if_it_passes_and_never_for_another_method(
    void **state)
{
    static const long passing[] = {408, 429, 502, 503, 504};
    size_t i, j;
    long status;
    char name[32];

    (void)state;
    play_always(AURPAY_TRANSFER_COMPLETE, true);
    for (status = 200; status <= 599; status++) {
        bool passes = false;

        for (j = 0; j < COUNT(passing); j++) {
            passes = passes || passing[j] == status;
        }
        network.http_status = status;
        snprintf(name, sizeof(name), "status %ld", status);
        for (i = 0; i < COUNT(endpoints); i++) {
            assert_attempts(&endpoints[i], 1, true, passes, name);
        }
    }
}

static void test_the_deadline_is_not_followed_by_another_attempt(void **state)
{
    size_t i;

    (void)state;
    play_always(AURPAY_TRANSFER_TIMED_OUT, true);
    for (i = 0; i < COUNT(endpoints); i++) {
        assert_attempts(&endpoints[i], 2, true, false, "timed out");
    }
}

static void test_the_first_whole_answer_ends_the_retries(void **state)
{
    struct aurpay_call call;

    (void)state;
    play_always(AURPAY_TRANSFER_BROKEN, true);
    network.transfer[2] = AURPAY_TRANSFER_COMPLETE;
    assert_int_equal(attempts_of(&endpoints[0], 5, &call), 3);
    assert_int_equal(call.response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(call.retries, 2);
    aurpay_call_free(&call);
}

/* The message must not say that nothing was sent when only the last attempt sent nothing. */
static void test_a_later_attempt_that_sends_nothing_does_not_undo_sent(void **state)
{
    struct aurpay_call call;

    (void)state;
    play_always(AURPAY_TRANSFER_NOT_CONNECTED, false);
    network.transfer[0] = AURPAY_TRANSFER_BROKEN;
    network.sent[0] = true;
    assert_int_equal(attempts_of(&endpoints[0], 2, &call), 3);
    assert_false(call.response.sent);
    assert_true(call.sent);
    aurpay_call_free(&call);
}

static void test_every_attempt_is_signed_with_a_date_of_its_own(void **state)
{
    struct aurpay_call call;

    (void)state;
    play_always(AURPAY_TRANSFER_BROKEN, true);
    assert_int_equal(attempts_of(&endpoints[0], 2, &call), 3);
    assert_string_not_equal(network.dates[0], network.dates[1]);
    assert_string_not_equal(network.dates[1], network.dates[2]);
    /* Python: datetime.fromtimestamp(1718582400) is 2024-06-17T00:00:00 in UTC. */
    assert_memory_equal(network.dates[2], "2024-06-17T00:00:00.", 20);
    aurpay_call_free(&call);
}

static void test_a_pause_that_outlasts_the_deadline_is_told_and_not_waited_for(void **state)
{
    struct aurpay_call call;

    (void)state;
    play_always(AURPAY_TRANSFER_COMPLETE, true);
    network.http_status = 503;
    network.header = "Retry-After: 3600\n";
    assert_int_equal(attempts_of(&endpoints[0], 2, &call), 1);
    assert_true(call.retry_too_late);
    assert_int_equal(call.retries, 0);
    aurpay_call_free(&call);
}

static void test_retries_are_counted_in_the_statistics(void **state)
{
    struct aurpay_call call;

    (void)state;
    play_always(AURPAY_TRANSFER_BROKEN, true);
    assert_int_equal(attempts_of(&endpoints[0], 2, &call), 3);
    assert_int_equal(aurpay_pool_statistics(pool).retries, 2);
    aurpay_call_free(&call);
}

/* The child of a stand-in that forks at its second attempt; -1 before. */
static pid_t child;

static bool fork_at_the_second(void *context, const struct aurpay_request *request,
                               struct aurpay_response *response)
{
    if (network.attempts == 1) {
        child = fork();
    }
    return answer(context, request, response);
}

/* The pause before the third attempt needs a pool, and the child must not use its parent's. */
static void test_a_child_forked_by_a_stand_in_goes_on_with_a_pool_of_its_own(void **state)
{
    struct aurpay_caller caller = caller_with(2);
    struct aurpay_call call;
    enum aurpay_code code;
    bool is_content;
    int status = -1;

    (void)state;
    caller.stand_in = fork_at_the_second;
    child = -1;
    play_always(AURPAY_TRANSFER_BROKEN, true);
    begin(&call, &endpoints[0], 30000);
    is_content = aurpay_call_perform(&caller, &call, &code) == AURPAY_CALL_DONE && code == AURPAY_OK &&
                 call.retries == 2 && aurpay_pool_is_own(pool) &&
                 aurpay_pool_statistics(pool).retries == (child == 0 ? 1 : 2);
    aurpay_call_free(&call);
    if (child == 0) {
        _exit(is_content ? 0 : 1);
    }
    assert_true(is_content);
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* ---- no attempt ---- */

static void test_after_the_deadline_no_attempt_begins(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(endpoints); i++) {
        const struct aurpay_caller caller = caller_with(2);
        struct aurpay_call call;
        enum aurpay_code code;

        begin(&call, &endpoints[i], 0);
        assert_int_equal(aurpay_call_perform(&caller, &call, &code), AURPAY_CALL_DONE);
        assert_int_equal(code, AURPAY_OK);
        assert_int_equal(call.response.transfer, AURPAY_TRANSFER_TIMED_OUT);
        assert_int_equal(call.response.step, AURPAY_STEP_BEGINNING);
        assert_int_equal(network.attempts, 0);
        assert_false(call.sent);
        aurpay_call_free(&call);
    }
}

static void test_a_call_that_cannot_be_signed_is_not_sent_and_its_code_says_why(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(endpoints); i++) {
        const struct aurpay_caller caller = caller_with(2);
        struct aurpay_call call;
        enum aurpay_code code;

        begin(&call, &endpoints[i], 30000);
        /* A date after the year 9999 cannot be signed. */
        wall = INT64_C(253402300800000);
        assert_int_equal(aurpay_call_perform(&caller, &call, &code), AURPAY_CALL_NOT_SENT);
        assert_int_equal(code, AURPAY_ERROR_INVALID);
        assert_int_equal(network.attempts, 0);
        assert_false(call.sent);
        aurpay_call_free(&call);
    }
}

static void test_a_stand_in_that_gives_up_ends_the_call_at_any_attempt(void **state)
{
    const struct aurpay_caller caller = caller_with(5);
    int at;

    (void)state;
    play_always(AURPAY_TRANSFER_BROKEN, true);
    for (at = 1; at <= 3; at++) {
        struct aurpay_call call;
        enum aurpay_code code;

        network.gives_up_at = at;
        network.attempts = 0;
        begin(&call, &endpoints[0], 30000);
        assert_int_equal(aurpay_call_perform(&caller, &call, &code), AURPAY_CALL_NOT_SENT);
        assert_int_equal(code, AURPAY_OK);
        assert_int_equal(network.attempts, at);
        aurpay_call_free(&call);
    }
}

#define test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(test_every_fault_is_tried_again_for_a_read_if_it_passes_and_never_for_another_method),
        test(test_every_status_is_tried_again_for_a_read_if_it_passes_and_never_for_another_method),
        test(test_the_deadline_is_not_followed_by_another_attempt),
        test(test_the_first_whole_answer_ends_the_retries),
        test(test_a_later_attempt_that_sends_nothing_does_not_undo_sent),
        test(test_every_attempt_is_signed_with_a_date_of_its_own),
        test(test_a_pause_that_outlasts_the_deadline_is_told_and_not_waited_for),
        test(test_retries_are_counted_in_the_statistics),
        test(test_a_child_forked_by_a_stand_in_goes_on_with_a_pool_of_its_own),
        test(test_after_the_deadline_no_attempt_begins),
        test(test_a_call_that_cannot_be_signed_is_not_sent_and_its_code_says_why),
        test(test_a_stand_in_that_gives_up_ends_the_call_at_any_attempt),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
