/* What libcurl calls during a transfer: for a socket, before it sends, and for the bytes of the answer. */
#ifndef AURPAY_CORE_HOOKS_H
#define AURPAY_CORE_HOOKS_H

#include "exchange.h"

/** Sets the hooks on the exchange's easy handle, where they stay.
 *  @param has_prerequest receives whether the library has the prerequest callback, which can refuse a
 *  resend */
AURPAY_MUST_CHECK CURLcode aurpay_hooks_set(struct aurpay_exchange *exchange, bool *has_prerequest);

/** Whether this libcurl has the prerequest callback. Where it has not, calls that are not reads use fresh
 *  HTTP/1.1 connections, on which libcurl never resends. */
bool aurpay_hooks_have_prerequest(void);

#endif
