/* Whether the pooled connection that libcurl chose may carry a request. */
#ifndef AURPAY_CORE_REUSE_H
#define AURPAY_CORE_REUSE_H

#include "exchange.h"

/** Whether a request may be written to a connection. Call it right before libcurl sends, and again before it
 *  resends. When false, nothing may be written to this connection: the request needs a new one.
 *  @param ports the connection's */
bool aurpay_reuse_is_fit(struct aurpay_exchange *exchange, struct aurpay_ports ports);

/** Whether no other attempt of its pool is in flight. */
bool aurpay_reuse_is_alone(const struct aurpay_exchange *exchange);

/** Whether the request goes through a proxy that is itself reached by TLS. */
bool aurpay_reuse_is_through_https_proxy(const struct aurpay_exchange *exchange);

/** Notes which connection a request uses, once libcurl reports it. Newer ones say so in the prerequest
 *  callback; libcurl before 7.80 has none, and may meanwhile have resent a read on another connection. */
void aurpay_reuse_learn_connection(struct aurpay_exchange *exchange);

/** The TLS state of the exchange's connection; NULL without TLS, or where it cannot be read. Call it from a
 *  libcurl callback. */
const struct ssl_st *aurpay_reuse_tls_of(const struct aurpay_exchange *exchange);

/** Whether an attempt needs a new connection that is closed after it.
 *
 *  A call that is not a read needs one where libcurl has no prerequest callback (it never resends on a new
 *  HTTP/1.1 connection), or where a connection cannot be checked before reuse.
 *
 *  Any call with the option ip_version needs one where there is no prerequest callback: that libcurl reuses
 *  connections of both IP versions.
 *
 *  Any call through a proxy needs one where there is no prerequest callback, or where libcurl opens the
 *  sockets: many libcurls reuse a connection that was made with another proxy password, and we could not
 *  notice. */
bool aurpay_reuse_needs_own_connection(const struct aurpay_exchange *exchange);

#endif
