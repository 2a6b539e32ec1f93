/* Whether the connection that libcurl chose from the pool may carry a request. */
#ifndef AURPAY_CORE_REUSE_H
#define AURPAY_CORE_REUSE_H

#include "exchange.h"

/** To be asked when the request is about to be sent, and again before libcurl resends it. False: the request needs a
 *  connection of its own; nothing may be written to this one.
 *  @param ports of the connection */
bool aurpay_reuse_is_fit(const struct aurpay_exchange *exchange, struct aurpay_ports ports);

/** The TLS of the connection that an exchange is on; NULL for none, or where it cannot be asked. To be called from a
 *  callback of libcurl. */
const struct ssl_st *aurpay_reuse_tls_of(const struct aurpay_exchange *exchange);

/** Whether a connection can be looked at before a request is sent over it. Where it cannot, a call that is not a read
 *  takes a connection of its own. */
bool aurpay_reuse_can_look(void);

#endif
