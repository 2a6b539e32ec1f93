/* What the TLS of a connection knows, and its socket does not tell. Only where it can be asked: libcurl's
 * OpenSSL must be the one that is linked here. */
#ifndef AURPAY_CORE_TLS_STATE_H
#define AURPAY_CORE_TLS_STATE_H

#include <curl/curl.h>

#include "common.h"

struct ssl_st;

/** Whether libcurl's TLS can be asked. Its version must be that of the OpenSSL which is linked here: one
 *  must not be given what the other has made. */
bool aurpay_tls_state_is_known(void);

/** Whether the texts name the same OpenSSL.
 *  @param curl as libcurl names its TLS: "OpenSSL/3.0.19"
 *  @param openssl as OpenSSL names itself: "OpenSSL 3.0.19 27 Jan 2026" */
bool aurpay_tls_state_is_same_library(const char *curl, const char *openssl);

/** The TLS of the connection that a transfer goes over, to the server where there is one to a proxy too;
 *  NULL when it cannot be asked. To be called where it is known, from a callback of libcurl. */
const struct ssl_st *aurpay_tls_state_of(CURL *easy);

/** Whether the two ends agreed on HTTP/2 (ALPN). */
bool aurpay_tls_state_is_http_2(const struct ssl_st *tls);

/** Whether it holds bytes that came in and nobody has read: the rest of a record that was read in part, or
 *  whole records that were read ahead (libcurl from 8.15 on). */
bool aurpay_tls_state_has_unread(const struct ssl_st *tls);

#endif
