/* The table of what happens to a call. */
#ifndef AURPAY_TESTS_OOM_ROWS_H
#define AURPAY_TESTS_OOM_ROWS_H

#include "core/call.h"
#include "core/hmac.h"

/** Calls of a row that makes many. */
#define OOM_MANY 4

/** In what state the process is when memory runs short; bits. */
enum oom_start {
    /** Nothing but libcurl's global initialisation has run, as at the start of a worker. */
    OOM_COLD = 1,
    /** A call was made, but the pool is new. */
    OOM_NEW_POOL = 2,
    /** An idle connection will be used again, by a new easy handle. */
    OOM_WARM = 4,
    /** An idle connection and an idle easy handle will be used again. */
    OOM_KEPT = 8,
    /** The connection was lost: a new one resumes its TLS session. */
    OOM_RESUMED = 16
};

/** Bits. */
enum oom_server {
    OOM_PLAIN = 1,
    OOM_TLS = 2,
    OOM_HTTP2 = 4,
    /** TLS with a certificate that must be refused. */
    OOM_BAD = 8
};

struct oom_row {
    /** NULL ends the table. */
    const char *name;
    const char *method;
    /** The servers and the starts with which it is tried. */
    unsigned int servers;
    unsigned int starts;
    /** Others, with --full. */
    unsigned int more_starts;
    /** What the server does, a list as POST /script takes it; NULL: it answers. */
    const char *script;
    /** What it does during the calls before, as POST /prepare takes it; NULL: it answers. */
    const char *warm_up;
    /** What the next connection meets; NULL for nothing. */
    const char *trap;
    /** The body of the answer; NULL for the server's echo. */
    const char *answer;
    /** How it ends when memory suffices. A complete answer has status 200. */
    enum aurpay_call_end end;
    enum aurpay_transfer transfer;
    /** Milliseconds; 0 for the usual. */
    int64_t timeout;
    enum aurpay_algorithm algorithm;
    const char *pin;
    /** Many calls at once. */
    bool is_many;
    /** The base URI has a name. */
    bool by_name;
    /** The caller interrupts the call while it waits. */
    bool is_interrupted;
    /** Waits before the call until the server has sent more on the idle connection. */
    bool has_late_bytes;
    /** The server must not be trusted: nothing is sent to it. */
    bool is_refused;
};

extern const struct oom_row oom_rows[];

#endif
