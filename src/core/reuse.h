/* Which connection may carry a request: one that libcurl chose from the pool, or only a new one. */
#ifndef AURPAY_CORE_REUSE_H
#define AURPAY_CORE_REUSE_H

#include "exchange.h"

/** To be asked when the request is about to be sent, and again before libcurl resends it. False: the request
 *  needs a connection of its own; nothing may be written to this one.
 *  @param ports of the connection */
bool aurpay_reuse_is_fit(const struct aurpay_exchange *exchange, struct aurpay_ports ports);

/** Whether an attempt takes a new connection, which nobody uses after it.
 *
 *  A call that is not a read does where libcurl has no prerequest callback (on a new HTTP/1.1 connection it
 *  never sends again), or where a connection cannot be looked at before it is used again.
 *
 *  Any call through a proxy does where libcurl has no prerequest callback, or opens the sockets itself: many
 *  libcurls reuse a connection that was made with another proxy password, and we could not see that. */
bool aurpay_reuse_needs_own_connection(const struct aurpay_exchange *exchange);

#endif
