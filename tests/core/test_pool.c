/* The connections of a process: kept, not inherited by other programs, not shared after a fork, counted. */
#include "test.h"

#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

static void test_opening_makes_one_pool(void **state)
{
    struct aurpay_pool *pool = NULL, *first;

    (void)state;
    assert_int_equal(aurpay_pool_open(&pool, &fixture_limits), AURPAY_OK);
    first = pool;
    assert_non_null(first);
    assert_int_equal(aurpay_pool_open(&pool, &fixture_limits), AURPAY_OK);
    assert_ptr_equal(pool, first);
    aurpay_pool_close(&pool);
    assert_null(pool);
    aurpay_pool_close(&pool);
}

static void test_sequential_requests_share_one_connection(void **state)
{
    static const char *const methods[] = {"GET", "POST", "GET", "DELETE", "POST"};
    struct fixture *fixture = *state;
    size_t i;

    for (i = 0; i < COUNT(methods); i++) {
        fixture_perform(fixture, methods[i], "/a", NULL);
        assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
        assert_int_equal(fixture->response.reused_connection, i > 0);
    }
    assert_int_equal(server_count(fixture->server).accepted, 1);
    assert_int_equal(server_count(fixture->server).requests, COUNT(methods));
}

static void test_a_closed_pool_closes_its_connections(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    aurpay_pool_close(&fixture->pool);
    assert_null(fixture->pool);
    assert_int_equal(aurpay_pool_open(&fixture->pool, &fixture_limits), AURPAY_OK);
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_false(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
}

/* Whether a descriptor is the client side of a connection to that port. */
static bool leads_to(int descriptor, int port)
{
    struct sockaddr_in peer;
    socklen_t length = sizeof(peer);

    return getpeername(descriptor, (struct sockaddr *)&peer, &length) == 0 && peer.sin_family == AF_INET &&
           ntohs(peer.sin_port) == port;
}

/* Calls `check` for every descriptor of this process, and counts how often it returns true. */
static int count_descriptors(int port, bool (*check)(int descriptor, int port))
{
    DIR *folder = opendir("/proc/self/fd");
    struct dirent *entry;
    int count = 0;

    assert_non_null(folder);
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] != '.') {
            count += check((int)strtol(entry->d_name, NULL, 10), port);
        }
    }
    closedir(folder);
    return count;
}

static bool is_inherited(int descriptor, int port)
{
    (void)port;
    return descriptor > 2 && (fcntl(descriptor, F_GETFD) & FD_CLOEXEC) == 0;
}

static bool leads_there_and_is_inherited(int descriptor, int port)
{
    return leads_to(descriptor, port) && is_inherited(descriptor, port);
}

static void test_sockets_are_closed_on_exec(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    assert_int_equal(count_descriptors(fixture->server->port, leads_to), 1);
    assert_int_equal(count_descriptors(fixture->server->port, leads_there_and_is_inherited), 0);
}

static void test_the_statistics_count_what_went_over_the_wire(void **state)
{
    struct fixture *fixture = *state;
    struct aurpay_statistics statistics;
    int i;

    for (i = 0; i < 3; i++) {
        fixture_perform(fixture, "POST", "/a", "{\"price\":10}");
    }
    statistics = aurpay_pool_statistics(fixture->pool);
    assert_int_equal(statistics.requests, 3);
    assert_int_equal(statistics.connections_opened, 1);
    assert_int_equal(statistics.connections_reused, 2);
    assert_int_equal(statistics.retries, 0);
    /* Only bodies count: three times `{"price":10}`, and three times `{}`. */
    assert_int_equal(statistics.bytes_sent, 3 * 12);
    assert_int_equal(statistics.bytes_received, 3 * 2);
}

static void test_what_was_never_sent_is_no_request(void **state)
{
    struct fixture *fixture = *state;

    snprintf(fixture->base_uri, sizeof(fixture->base_uri), "http://127.0.0.1:%d", server_unused_port());
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 0);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).connections_reused, 0);
}

static void test_without_a_pool_all_counts_are_zero(void **state)
{
    struct aurpay_statistics statistics = aurpay_pool_statistics(NULL);

    (void)state;
    assert_int_equal(statistics.requests, 0);
    assert_int_equal(statistics.connections_opened, 0);
    assert_int_equal(statistics.bytes_sent, 0);
    assert_int_equal(statistics.bytes_received, 0);
}

/* The child's exit status says what failed: cmocka's assertions jump, and the child must not jump. */
enum child_verdict {
    CHILD_FINE,
    CHILD_SAW_COUNTS,
    CHILD_GOT_NO_POOL,
    CHILD_KEPT_PARENTS_POOL,
    CHILD_TOOK_ITSELF_FOR_THE_PARENT,
    CHILD_FAILED_TO_TALK,
    CHILD_USED_PARENTS_CONNECTION,
    CHILD_COUNTED_WRONG,
    CHILD_CLOSED_TOO_MUCH
};

static enum child_verdict live_as_child(struct fixture *fixture)
{
    struct aurpay_pool *parents = fixture->pool;

    if (aurpay_pool_statistics(parents).requests != 0) {
        return CHILD_SAW_COUNTS;
    }
    /* The first process of every container has pid 1. */
    parents->process = (long)getpid();
    if (aurpay_pool_is_own(parents)) {
        return CHILD_TOOK_ITSELF_FOR_THE_PARENT;
    }
    if (aurpay_pool_open(&fixture->pool, &fixture_limits) != AURPAY_OK) {
        return CHILD_GOT_NO_POOL;
    }
    if (fixture->pool == parents) {
        return CHILD_KEPT_PARENTS_POOL;
    }
    fixture_perform(fixture, "GET", "/child", NULL);
    if (fixture->response.transfer != AURPAY_TRANSFER_COMPLETE || fixture->response.http_status != 200) {
        return CHILD_FAILED_TO_TALK;
    }
    if (fixture->response.reused_connection) {
        return CHILD_USED_PARENTS_CONNECTION;
    }
    if (aurpay_pool_statistics(fixture->pool).requests != 1 ||
        aurpay_pool_statistics(fixture->pool).connections_opened != 1) {
        return CHILD_COUNTED_WRONG;
    }
    aurpay_pool_close(&fixture->pool);
    aurpay_pool_close(&fixture->pool);
    /* The child still has the parent's connection open, and the server was not told that it ends. */
    return count_descriptors(fixture->server->port, leads_to) == 1 ? CHILD_FINE : CHILD_CLOSED_TOO_MUCH;
}

static int run_child(struct fixture *fixture)
{
    pid_t child = fork();
    int status = -1;

    if (child == 0) {
        _exit((int)live_as_child(fixture));
    }
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void test_a_forked_child_has_a_pool_of_its_own(void **state)
{
    struct fixture *fixture = *state;

    fixture_warm_up(fixture);
    assert_int_equal(run_child(fixture), CHILD_FINE);
    assert_int_equal(server_count(fixture->server).accepted, 2);
}

static void test_after_a_fork_the_parents_connection_still_works(void **state)
{
    struct fixture *fixture = *state;
    struct aurpay_pool *pool = fixture->pool;

    fixture_warm_up(fixture);
    assert_int_equal(run_child(fixture), CHILD_FINE);
    assert_int_equal(aurpay_pool_open(&fixture->pool, &fixture_limits), AURPAY_OK);
    assert_ptr_equal(fixture->pool, pool);
    fixture_perform(fixture, "POST", "/a", "{}");
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_true(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 2);
    assert_int_equal(aurpay_pool_statistics(fixture->pool).requests, 2);
}

static void test_several_children_do_not_disturb_each_other(void **state)
{
    struct fixture *fixture = *state;
    int i;

    fixture_warm_up(fixture);
    for (i = 0; i < 3; i++) {
        assert_int_equal(run_child(fixture), CHILD_FINE);
    }
    fixture_perform(fixture, "GET", "/a", NULL);
    assert_true(fixture->response.reused_connection);
    assert_int_equal(server_count(fixture->server).accepted, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_opening_makes_one_pool),
        test_with_fixture(test_sequential_requests_share_one_connection),
        test_with_fixture(test_a_closed_pool_closes_its_connections),
        test_with_fixture(test_sockets_are_closed_on_exec),
        test_with_fixture(test_the_statistics_count_what_went_over_the_wire),
        test_with_fixture(test_what_was_never_sent_is_no_request),
        test_with_fixture(test_without_a_pool_all_counts_are_zero),
        test_with_fixture(test_a_forked_child_has_a_pool_of_its_own),
        test_with_fixture(test_after_a_fork_the_parents_connection_still_works),
        test_with_fixture(test_several_children_do_not_disturb_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
