/* The sockets of a pool: whether the peer has closed one, and what it was made under. */
#include "test.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/socket.h"
#include "fixture.h"

/* Both ends of a connection, ours opened as libcurl would have it opened. */
struct pair {
    int ours;
    int peer;
    int local_port;
};

static const struct aurpay_terms some_terms = {{1}}, other_terms = {{2}};

static int listen_on_loopback(struct sockaddr_in *address)
{
    socklen_t length = sizeof(*address);
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    memset(address, 0, sizeof(*address));
    address->sin_family = AF_INET;
    address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    assert_int_equal(bind(listener, (struct sockaddr *)address, length), 0);
    assert_int_equal(listen(listener, 1), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)address, &length), 0);
    return listener;
}

static struct pair connect_pair(struct aurpay_pool *pool)
{
    struct curl_sockaddr kind = {.family = AF_INET, .socktype = SOCK_STREAM};
    struct sockaddr_in address;
    socklen_t length = sizeof(address);
    int listener = listen_on_loopback(&address);
    struct pair pair;

    pair.ours = aurpay_socket_open(pool, &some_terms, &kind);
    assert_int_equal(connect(pair.ours, (struct sockaddr *)&address, length), 0);
    pair.peer = accept(listener, NULL, NULL);
    assert_true(pair.peer >= 0);
    assert_int_equal(getsockname(pair.ours, (struct sockaddr *)&address, &length), 0);
    pair.local_port = ntohs(address.sin_port);
    close(listener);
    return pair;
}

static void test_a_peer_that_has_closed_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct pair first = connect_pair(fixture->pool), second = connect_pair(fixture->pool);

    assert_false(aurpay_socket_is_closed_by_peer(fixture->pool, first.local_port));
    close(first.peer);
    assert_true(aurpay_socket_is_closed_by_peer(fixture->pool, first.local_port));
    assert_false(aurpay_socket_is_closed_by_peer(fixture->pool, second.local_port));
    assert_int_equal(aurpay_socket_close(fixture->pool, first.ours), 0);
    assert_int_equal(aurpay_socket_close(fixture->pool, second.ours), 0);
    close(second.peer);
}

static void test_bytes_that_wait_to_be_read_are_no_end(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_int_equal(write(pair.peer, "x", 1), 1);
    assert_false(aurpay_socket_is_closed_by_peer(fixture->pool, pair.local_port));
    close(pair.peer);
    assert_true(aurpay_socket_is_closed_by_peer(fixture->pool, pair.local_port));
    assert_int_equal(aurpay_socket_close(fixture->pool, pair.ours), 0);
}

static void test_an_unknown_port_is_not_closed(void **state)
{
    struct fixture *fixture = *state;

    assert_false(aurpay_socket_is_closed_by_peer(fixture->pool, 1));
}

/* libcurl closes some without calling back; their numbers then come round again. */
static void test_a_number_that_comes_round_again_is_known_once(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    close(pair.ours);
    close(pair.peer);
    pair = connect_pair(fixture->pool);
    close(pair.peer);
    assert_true(aurpay_socket_is_closed_by_peer(fixture->pool, pair.local_port));
    assert_int_equal(aurpay_socket_close(fixture->pool, pair.ours), 0);
    assert_false(aurpay_socket_is_closed_by_peer(fixture->pool, pair.local_port));
}

static void test_a_connection_is_known_by_its_terms(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_false(aurpay_socket_has_other_terms(fixture->pool, pair.local_port, &some_terms));
    assert_true(aurpay_socket_has_other_terms(fixture->pool, pair.local_port, &other_terms));
    assert_false(aurpay_socket_has_other_terms(fixture->pool, 1, &other_terms));
    assert_int_equal(aurpay_socket_close(fixture->pool, pair.ours), 0);
    assert_false(aurpay_socket_has_other_terms(fixture->pool, pair.local_port, &other_terms));
    close(pair.peer);
}

static void test_our_sockets_are_closed_on_exec(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_true(fcntl(pair.ours, F_GETFD) & FD_CLOEXEC);
    assert_int_equal(aurpay_socket_close(fixture->pool, pair.ours), 0);
    close(pair.peer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_peer_that_has_closed_is_noticed),
        test_with_fixture(test_bytes_that_wait_to_be_read_are_no_end),
        test_with_fixture(test_an_unknown_port_is_not_closed),
        test_with_fixture(test_a_number_that_comes_round_again_is_known_once),
        test_with_fixture(test_a_connection_is_known_by_its_terms),
        test_with_fixture(test_our_sockets_are_closed_on_exec),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
