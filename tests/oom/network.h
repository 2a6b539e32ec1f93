/* Calls to a server, over plain http, TLS and HTTP/2: cold and warm, answered and broken in every way. */
#ifndef AURPAY_TESTS_OOM_NETWORK_H
#define AURPAY_TESTS_OOM_NETWORK_H

#include "sweep.h"

/** Runs the scenarios of a server.
 *  @param name "plain", "tls", "http2", or one of the certificates that must be refused
 *  @return false when there is no such server */
bool oom_network_sweep(const char *name, const struct oom_effort *effort, struct oom_sums *sums);

#endif
