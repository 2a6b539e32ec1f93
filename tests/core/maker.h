/* What the tests of a call's life share: calls on real connections to a server that counts what it
 * executes. */
#ifndef AURPAY_TESTS_CORE_MAKER_H
#define AURPAY_TESTS_CORE_MAKER_H

#include <sys/types.h>

#include "core/call.h"
#include "fixture.h"

/** `GET /order` and `POST /refund`. */
extern const struct aurpay_endpoint maker_read;
extern const struct aurpay_endpoint maker_refund;

/** Who makes the calls of a test. */
struct maker {
    struct fixture *fixture;
    struct aurpay_credentials credentials;
    struct aurpay_caller caller;
    /** When to interrupt; asked while a call waits. */
    bool (*wants_to_interrupt)(struct maker *maker);
    /** What maker_forks_once_sent has forked; -1 before. */
    pid_t child;
};

/** With a server and a pool of its own; to be ended by maker_stop. */
void maker_start(struct maker *maker);

void maker_stop(struct maker *maker);

/** Makes a call to the server, or to the fixture's base_uri. */
void maker_begin(const struct maker *maker, struct aurpay_call *call, const struct aurpay_endpoint *endpoint);

/** What the server does with each request from @p first on, counted from 0. */
void maker_break_requests(const struct maker *maker, size_t first, const struct server_step *step);

void maker_never_answers(const struct maker *maker);

/** For wants_to_interrupt: the server has read a request. */
bool maker_has_reached_server(struct maker *maker);

/** For wants_to_interrupt: forks when the server has read a request, and lets it answer then. Asks to go
 *  on. */
bool maker_forks_once_sent(struct maker *maker);

/** Waits for a child, which must end with 0. */
void assert_child_is_content(pid_t child);

#endif
