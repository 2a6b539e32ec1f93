/* The calls of one process: some that prepare it, the one without memory, and those afterwards, which
 * succeed. */
#ifndef AURPAY_TESTS_OOM_CLIENT_H
#define AURPAY_TESTS_OOM_CLIENT_H

#include "peer.h"
#include "rows.h"
#include "sweep.h"

/** The path of the calls without memory; of many calls, what their paths begin with. */
#define OOM_TARGET "/refund"

/** What a scenario is about. */
struct oom_setting {
    const struct oom_row *row;
    enum oom_start start;
    enum oom_server server;
    struct oom_peer *peer;
    /** The requests to OOM_TARGET when nothing failed. */
    json_t *expected;
};

/** Where a process pauses. */
enum oom_pause {
    /** Before the call without memory: the server is to play the script. */
    OOM_BEFORE,
    /** After it: the server is to answer. */
    OOM_AFTER
};

/** For struct oom_scenario. Its data is a struct oom_setting. */
void oom_client_run(const struct oom_scenario *scenario, struct oom_process *process);

#endif
