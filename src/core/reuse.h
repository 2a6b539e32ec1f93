/* Which connection may carry a request: one that libcurl chose from the pool, or only a new one. */
#ifndef AURPAY_CORE_REUSE_H
#define AURPAY_CORE_REUSE_H

#include "exchange.h"

/** To be asked when the request is about to be sent, and again before libcurl resends it. False: the request
 *  needs a connection of its own; nothing may be written to this one.
 *  @param ports of the connection */
bool aurpay_reuse_is_fit(struct aurpay_exchange *exchange, struct aurpay_ports ports);

/** Whether TLS to the proxy lies around what is sent. */
bool aurpay_reuse_is_through_https_proxy(const struct aurpay_exchange *exchange);

/** Learns which connection a request goes over, as soon as libcurl tells and unless that is known: before
 *  7.80 there is no prerequest callback that says it in advance. */
void aurpay_reuse_learn_connection(struct aurpay_exchange *exchange);

/** The TLS of the connection that an exchange is on; NULL for none, or where it cannot be asked. To be called
 *  from a callback of libcurl. */
const struct ssl_st *aurpay_reuse_tls_of(const struct aurpay_exchange *exchange);

/** Whether an attempt takes a new connection, which nobody uses after it.
 *
 *  A call that is not a read does where libcurl has no prerequest callback (on a new HTTP/1.1 connection it
 *  never sends again), or where a connection cannot be looked at before it is used again.
 *
 *  Any call with an IP version does where there is no such callback: that libcurl reuses connections of both
 *  kinds.
 *
 *  Any call through a proxy does where libcurl has no prerequest callback, or opens the sockets itself: many
 *  libcurls reuse a connection that was made with another proxy password, and we could not see that. */
bool aurpay_reuse_needs_own_connection(const struct aurpay_exchange *exchange);

#endif
