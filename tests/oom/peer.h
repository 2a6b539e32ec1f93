/* The fault server of tests/support, and the requests that it got. */
#ifndef AURPAY_TESTS_OOM_PEER_H
#define AURPAY_TESTS_OOM_PEER_H

#include <stdbool.h>

#include <jansson.h>

#define OOM_PEER_TEXT 256

struct oom_peer {
    /** As http://127.0.0.1:1, and with the name localhost. */
    char base_uri[OOM_PEER_TEXT];
    char base_uri_by_name[OOM_PEER_TEXT];
    /** "" without TLS. */
    char ca_file[OOM_PEER_TEXT];

    int control_port;
    /** The connection to the control channel; -1 before there is one. */
    int control;
    /** Closing it ends the server. */
    int input;
    int process;
};

/** Starts a server. A failure ends the program, here and below.
 *  @param options of tests/support/fault_server.py, NULL-terminated */
void oom_peer_start(struct oom_peer *peer, const char *const *options);

void oom_peer_stop(struct oom_peer *peer);

/** Sets what the server does from now on, and forgets what it was told before.
 *  @param what an object as POST /prepare takes it */
void oom_peer_prepare(struct oom_peer *peer, const char *what);

/** Ends all connections and returns the requests that came since the last time: a list of the journal's
 *  entries. The caller owns it. From then on the server answers. */
json_t *oom_peer_take_requests(struct oom_peer *peer);

#endif
