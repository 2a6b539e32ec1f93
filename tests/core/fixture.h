/* What the tests of the transport share: a misbehaving server, a pool, and one request after the other. */
#ifndef AURPAY_TESTS_CORE_FIXTURE_H
#define AURPAY_TESTS_CORE_FIXTURE_H

#include "core/clock.h"
#include "core/transport.h"
#include "server.h"

/** What the tests' pools are made with. */
extern const struct aurpay_pool_limits fixture_limits;

struct fixture {
    struct server *server;
    struct aurpay_pool *pool;
    struct aurpay_attempt_settings settings;
    /** The last request and its answer. */
    struct aurpay_request request;
    struct aurpay_response response;
    struct aurpay_interrupt interrupt;
    /** Milliseconds a request may take. */
    int64_t timeout;
    /** Scheme, host and port; "" stands for the server's. */
    char base_uri[64];
};

/** For cmocka_unit_test_setup_teardown: `*state` is a struct fixture. */
int fixture_set_up(void **state);

int fixture_tear_down(void **state);

/** Performs `method /path` with a JSON body (NULL for none) on the fixture's pool; the answer is in
 *  `response`. */
void fixture_perform(struct fixture *fixture, const char *method, const char *path, const char *body);

/** Begins the same; aurpay_transport_finish is due when it answers true. It cannot begin without memory. */
bool fixture_try_start(struct fixture *fixture, const char *method, const char *path, const char *body,
                       struct aurpay_exchange **exchange);

/** As fixture_try_start, which must succeed. */
struct aurpay_exchange *fixture_start(struct fixture *fixture, const char *method, const char *path,
                                      const char *body);

/** Waits, with the pool at work. */
void fixture_wait(struct fixture *fixture, int64_t milliseconds);

/** Waits until something can be read on each of the pool's connections: bytes, or an end. libcurl does not
 *  read what no transfer waits for. */
void fixture_wait_for_unread(const struct fixture *fixture);

/** For calls inside a call: another fixture on the same server and pool. Freed by fixture_free_inner. */
void fixture_make_inner(const struct fixture *outer, struct fixture *inner);

void fixture_free_inner(struct fixture *inner);

/** A first request that is answered, so that the next finds a connection to reuse. */
void fixture_warm_up(struct fixture *fixture);

#define test_with_fixture(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

#endif
