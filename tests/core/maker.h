/* Shared by the tests of a call's life: calls on real connections to a server that counts executions. */
#ifndef AURPAY_TESTS_CORE_MAKER_H
#define AURPAY_TESTS_CORE_MAKER_H

#include <sys/types.h>

#include "core/call.h"
#include "fixture.h"

/** `GET /order` and `POST /refund`. */
extern const struct aurpay_endpoint maker_read;
extern const struct aurpay_endpoint maker_refund;

/** Makes the calls of a test. */
struct maker {
    struct fixture *fixture;
    struct aurpay_credentials credentials;
    struct aurpay_caller caller;
    /** Whether to interrupt; asked while a call waits. */
    bool (*wants_to_interrupt)(struct maker *maker);
    /** The child that maker_forks_once_sent forked; -1 before. */
    pid_t child;
};

/** Starts with its own server and pool. End it with maker_stop. */
void maker_start(struct maker *maker);

void maker_stop(struct maker *maker);

/** Makes a call to the fixture's server, or to its base_uri. */
void maker_begin(const struct maker *maker, struct aurpay_call *call, const struct aurpay_endpoint *endpoint);

/** Sets what the server does with each request from @p first on, counted from 0. */
void maker_break_requests(const struct maker *maker, size_t first, const struct server_step *step);

void maker_never_answers(const struct maker *maker);

/** For wants_to_interrupt: true once the server has read a request. */
bool maker_has_reached_server(struct maker *maker);

/** For wants_to_interrupt: forks when the server has read a request, and then lets the server answer. Never
 *  interrupts. */
bool maker_forks_once_sent(struct maker *maker);

/** Waits for a child, which must exit with 0. */
void assert_child_is_content(pid_t child);

#endif
