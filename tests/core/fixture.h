/* Shared by the transport's tests: a misbehaving server, a pool, and requests made one after another. */
#ifndef AURPAY_TESTS_CORE_FIXTURE_H
#define AURPAY_TESTS_CORE_FIXTURE_H

#include "core/clock.h"
#include "core/transport.h"
#include "server.h"

/** The settings of the tests' pools. */
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
    /** Scheme, host and port; "" means the server's. */
    char base_uri[64];
};

/** For cmocka_unit_test_setup_teardown; `*state` is a struct fixture. */
int fixture_set_up(void **state);

int fixture_tear_down(void **state);

/** Performs `method /path` on the fixture's pool, with a JSON body (NULL for none). `response` receives the
 *  answer. */
void fixture_perform(struct fixture *fixture, const char *method, const char *path, const char *body);

/** Begins the same request. When it returns true, the test must call aurpay_transport_finish. It returns
 *  false when there is no memory to begin. */
bool fixture_try_start(struct fixture *fixture, const char *method, const char *path, const char *body,
                       struct aurpay_exchange **exchange);

/** Like fixture_try_start, but it must succeed. */
struct aurpay_exchange *fixture_start(struct fixture *fixture, const char *method, const char *path,
                                      const char *body);

/** Waits while the pool works. */
void fixture_wait(struct fixture *fixture, int64_t milliseconds);

/** Waits until each of the pool's connections is readable: bytes or an end. libcurl reads nothing that no
 *  transfer waits for. */
void fixture_wait_for_unread(const struct fixture *fixture);

/** Another fixture on the same server and pool, for calls inside a call. Free it with fixture_free_inner. */
void fixture_make_inner(const struct fixture *outer, struct fixture *inner);

void fixture_free_inner(struct fixture *inner);

/** Makes a first request that is answered, so that the next one finds a connection to reuse. */
void fixture_warm_up(struct fixture *fixture);

#define test_with_fixture(test) cmocka_unit_test_setup_teardown(test, fixture_set_up, fixture_tear_down)

#endif
