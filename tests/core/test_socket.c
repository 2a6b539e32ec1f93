/* The sockets of a pool: finding them by their ports, whether the peer has closed one, and whether one has
 * bytes to read. */
#include "test.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/socket.h"
#include "fixture.h"

/* Both ends of a connection; our end is opened as libcurl would have it opened. */
struct pair {
    int ours;
    int peer;
    struct aurpay_ports ports;
};

static const struct aurpay_terms some_terms = {{1}};

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

    pair.ports.peer = ntohs(address.sin_port);
    pair.ours = aurpay_socket_open(pool, &some_terms, &kind);
    assert_int_equal(connect(pair.ours, (struct sockaddr *)&address, length), 0);
    pair.peer = accept(listener, NULL, NULL);
    assert_true(pair.peer >= 0);
    assert_int_equal(getsockname(pair.ours, (struct sockaddr *)&address, &length), 0);
    pair.ports.local = ntohs(address.sin_port);
    close(listener);
    return pair;
}

static struct aurpay_socket *find(struct fixture *fixture, const struct pair *pair)
{
    return aurpay_socket_next(fixture->pool, NULL, pair->ports);
}

static void close_pair(struct fixture *fixture, const struct pair *pair)
{
    assert_int_equal(aurpay_socket_close(fixture->pool, pair->ours), 0);
    close(pair->peer);
}

/* Waits until the peer's action has arrived over loopback. */
static void wait_for_events(const struct pair *pair)
{
    struct pollfd event = {.fd = pair->ours, .events = POLLIN};

    assert_int_equal(poll(&event, 1, 10000), 1);
}

static void test_a_socket_is_found_by_the_ports_at_both_ends(void **state)
{
    struct fixture *fixture = *state;
    struct pair first = connect_pair(fixture->pool), second = connect_pair(fixture->pool);
    struct pair stranger = first;

    assert_int_equal(find(fixture, &first)->descriptor, first.ours);
    assert_int_equal(find(fixture, &second)->descriptor, second.ours);
    assert_memory_equal(&find(fixture, &first)->terms, &some_terms, sizeof(some_terms));
    assert_null(aurpay_socket_next(fixture->pool, find(fixture, &first), first.ports));
    stranger.ports.peer++;
    assert_null(find(fixture, &stranger));
    stranger.ports = (struct aurpay_ports){0, 0};
    assert_null(find(fixture, &stranger));
    close_pair(fixture, &first);
    assert_null(find(fixture, &first));
    close_pair(fixture, &second);
}

static void test_one_that_is_not_connected_is_never_meant(void **state)
{
    struct curl_sockaddr kind = {.family = AF_INET, .socktype = SOCK_STREAM};
    struct fixture *fixture = *state;
    curl_socket_t unconnected = aurpay_socket_open(fixture->pool, &some_terms, &kind);

    assert_null(aurpay_socket_next(fixture->pool, NULL, (struct aurpay_ports){0, 0}));
    assert_int_equal(aurpay_socket_close(fixture->pool, unconnected), 0);
}

static void test_one_that_was_found_before_is_found_after_a_reset(void **state)
{
    const struct linger at_once = {1, 0};
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_non_null(find(fixture, &pair));
    assert_int_equal(setsockopt(pair.peer, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once)), 0);
    close(pair.peer);
    wait_for_events(&pair);
    assert_non_null(find(fixture, &pair));
    assert_true(aurpay_socket_is_closed_by_peer(find(fixture, &pair)));
    assert_int_equal(aurpay_socket_close(fixture->pool, pair.ours), 0);
}

static void test_a_peer_that_has_closed_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct pair first = connect_pair(fixture->pool), second = connect_pair(fixture->pool);

    assert_false(aurpay_socket_is_closed_by_peer(find(fixture, &first)));
    assert_false(aurpay_socket_has_unread(find(fixture, &first)));
    shutdown(first.peer, SHUT_WR);
    wait_for_events(&first);
    assert_true(aurpay_socket_is_closed_by_peer(find(fixture, &first)));
    assert_true(aurpay_socket_has_unread(find(fixture, &first)));
    assert_false(aurpay_socket_is_closed_by_peer(find(fixture, &second)));
    close_pair(fixture, &first);
    close_pair(fixture, &second);
}

static void test_bytes_that_wait_to_be_read_are_noticed_and_are_no_end(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_int_equal(write(pair.peer, "x", 1), 1);
    wait_for_events(&pair);
    assert_true(aurpay_socket_has_unread(find(fixture, &pair)));
    assert_false(aurpay_socket_is_closed_by_peer(find(fixture, &pair)));
    close_pair(fixture, &pair);
}

/* libcurl closes some sockets without calling back; the system then reuses their numbers. */
static void test_a_number_that_comes_round_again_is_known_once(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    close(pair.ours);
    close(pair.peer);
    pair = connect_pair(fixture->pool);
    assert_non_null(find(fixture, &pair));
    assert_null(fixture->pool->sockets->next);
    close_pair(fixture, &pair);
    assert_null(fixture->pool->sockets);
}

static void test_what_waits_at_rest_counts_unless_http_2_is_spoken(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_int_equal(write(pair.peer, "x", 1), 1);
    wait_for_events(&pair);
    /* Its first answer is not complete. */
    assert_false(aurpay_socket_has_unfit_at_rest(fixture->pool));
    aurpay_socket_note_answer(fixture->pool, pair.ports, AURPAY_PROTOCOL_HTTP_1, NULL);
    assert_false(aurpay_socket_has_unfit_at_rest(fixture->pool));
    aurpay_socket_note_rest(fixture->pool, pair.ports);
    assert_true(aurpay_socket_has_unfit_at_rest(fixture->pool));
    /* The bytes may be the answer to that request. */
    aurpay_socket_note_request(fixture->pool, pair.ports);
    assert_false(aurpay_socket_has_unfit_at_rest(fixture->pool));
    aurpay_socket_note_rest(fixture->pool, pair.ports);
    assert_true(aurpay_socket_has_unfit_at_rest(fixture->pool));
    aurpay_socket_note_answer(fixture->pool, pair.ports, AURPAY_PROTOCOL_HTTP_2, NULL);
    assert_false(aurpay_socket_has_unfit_at_rest(fixture->pool));
    close_pair(fixture, &pair);
}

static void test_a_connection_at_rest_counts_after_a_failure(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    aurpay_socket_note_answer(fixture->pool, pair.ports, AURPAY_PROTOCOL_HTTP_2, NULL);
    aurpay_socket_note_failure(fixture->pool, pair.ports);
    assert_false(aurpay_socket_has_unfit_at_rest(fixture->pool));
    aurpay_socket_note_rest(fixture->pool, pair.ports);
    assert_true(aurpay_socket_has_unfit_at_rest(fixture->pool));
    close_pair(fixture, &pair);
    assert_false(aurpay_socket_has_unfit_at_rest(fixture->pool));
}

static void test_our_sockets_are_closed_on_exec(void **state)
{
    struct fixture *fixture = *state;
    struct pair pair = connect_pair(fixture->pool);

    assert_true(fcntl(pair.ours, F_GETFD) & FD_CLOEXEC);
    close_pair(fixture, &pair);
}

/* Connects a pair with these ports and another address of loopback. False when another program has one of the
 * ports. */
static bool connect_elsewhere(struct aurpay_pool *pool, const struct aurpay_ports *ports, struct pair *pair)
{
    const struct curl_sockaddr kind = {.family = AF_INET, .socktype = SOCK_STREAM};
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons((uint16_t)ports->peer)}, local = peer;
    const struct sockaddr *peer_address = (const struct sockaddr *)&peer;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    peer.sin_addr.s_addr = local.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
    local.sin_port = htons((uint16_t)ports->local);
    pair->ours = aurpay_socket_open(pool, &some_terms, &kind);
    pair->peer = -1;
    if (bind(listener, peer_address, sizeof(peer)) == 0 && listen(listener, 1) == 0 &&
        bind(pair->ours, (const struct sockaddr *)&local, sizeof(local)) == 0 &&
        connect(pair->ours, peer_address, sizeof(peer)) == 0) {
        pair->peer = accept(listener, NULL, NULL);
    }
    close(listener);
    return pair->peer >= 0;
}

/* libcurl reports only the ports, not the addresses: with two such sockets, neither may be chosen. */
static void test_two_with_the_same_ports_are_not_told_apart(void **state)
{
    struct fixture *fixture = *state;
    struct pair one = connect_pair(fixture->pool), other;
    struct aurpay_socket *entry;
    int tries = 0, count = 0;

    while (!connect_elsewhere(fixture->pool, &one.ports, &other)) {
        assert_true(++tries < 100);
        close_pair(fixture, &one);
        assert_int_equal(aurpay_socket_close(fixture->pool, other.ours), 0);
        one = connect_pair(fixture->pool);
    }
    aurpay_socket_note_answer(fixture->pool, one.ports, AURPAY_PROTOCOL_HTTP_2, NULL);
    aurpay_socket_note_rest(fixture->pool, one.ports);
    aurpay_socket_note_request(fixture->pool, one.ports);
    for (entry = find(fixture, &one); entry; entry = aurpay_socket_next(fixture->pool, entry, one.ports)) {
        assert_int_not_equal(entry->protocol, AURPAY_PROTOCOL_HTTP_2);
        assert_true(entry->is_at_rest);
        count++;
    }
    assert_int_equal(count, 2);
    close_pair(fixture, &one);
    close_pair(fixture, &other);
}

/* Leaves the process no descriptors. Without a server: its thread could not go on. */
static void take_descriptors(struct rlimit *before)
{
    struct rlimit none;

    assert_int_equal(getrlimit(RLIMIT_NOFILE, before), 0);
    none = *before;
    none.rlim_cur = 0;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
}

static void test_without_a_descriptor_there_is_no_socket(void **state)
{
    const struct curl_sockaddr kind = {.family = AF_INET, .socktype = SOCK_STREAM};
    struct aurpay_pool *pool = NULL;
    struct rlimit before;

    (void)state;
    assert_int_equal(aurpay_pool_open(&pool, &fixture_limits), AURPAY_OK);
    take_descriptors(&before);
    assert_int_equal(aurpay_socket_open(pool, &some_terms, &kind), CURL_SOCKET_BAD);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_null(pool->sockets);
    aurpay_pool_close(&pool);
}

/* Nothing can be said of it, so nothing is sent over it. */
static void test_a_descriptor_that_cannot_be_polled_is_closed(void **state)
{
    struct fixture fixture = {0};
    struct rlimit before;
    struct pair pair;
    bool is_closed, has_unread;

    (void)state;
    assert_int_equal(aurpay_pool_open(&fixture.pool, &fixture_limits), AURPAY_OK);
    pair = connect_pair(fixture.pool);
    /* poll() fails when it is asked for more descriptors than there may be. */
    take_descriptors(&before);
    is_closed = aurpay_socket_is_closed_by_peer(fixture.pool->sockets);
    has_unread = aurpay_socket_has_unread(fixture.pool->sockets);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_true(is_closed);
    assert_true(has_unread);
    close_pair(&fixture, &pair);
    aurpay_pool_close(&fixture.pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_fixture(test_a_socket_is_found_by_the_ports_at_both_ends),
        test_with_fixture(test_one_that_is_not_connected_is_never_meant),
        test_with_fixture(test_one_that_was_found_before_is_found_after_a_reset),
        test_with_fixture(test_a_peer_that_has_closed_is_noticed),
        test_with_fixture(test_bytes_that_wait_to_be_read_are_noticed_and_are_no_end),
        test_with_fixture(test_a_number_that_comes_round_again_is_known_once),
        test_with_fixture(test_what_waits_at_rest_counts_unless_http_2_is_spoken),
        test_with_fixture(test_a_connection_at_rest_counts_after_a_failure),
        test_with_fixture(test_our_sockets_are_closed_on_exec),
        test_with_fixture(test_two_with_the_same_ports_are_not_told_apart),
        cmocka_unit_test(test_without_a_descriptor_there_is_no_socket),
        cmocka_unit_test(test_a_descriptor_that_cannot_be_polled_is_closed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
