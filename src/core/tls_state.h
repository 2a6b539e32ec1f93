/* What TLS knows of a connection and its socket does not show. Available only if libcurl uses the OpenSSL
 * that is linked here. */
#ifndef AURPAY_CORE_TLS_STATE_H
#define AURPAY_CORE_TLS_STATE_H

#include <curl/curl.h>

#include "common.h"

struct ssl_st;

/** Whether libcurl's TLS state can be read: libcurl must use the OpenSSL version that is linked here. Objects
 *  of one library must not be passed to another. */
bool aurpay_tls_state_is_known(void);

/** Whether the texts name the same OpenSSL.
 *  @param curl as libcurl names its TLS: "OpenSSL/3.0.19"
 *  @param openssl as OpenSSL names itself: "OpenSSL 3.0.19 27 Jan 2026" */
bool aurpay_tls_state_is_same_library(const char *curl, const char *openssl);

/** The TLS state of a transfer's connection to the server (not of that to an https proxy); NULL when it
 *  cannot be read. Call it only if aurpay_tls_state_is_known, and from a libcurl callback. */
const struct ssl_st *aurpay_tls_state_of(CURL *easy);

/** Whether the two ends agreed on HTTP/2 (ALPN). */
bool aurpay_tls_state_is_http_2(const struct ssl_st *tls);

/** Whether it holds received bytes that nobody has read: the rest of a record, or records that were read
 *  ahead (libcurl 8.15 and later). */
bool aurpay_tls_state_has_unread(const struct ssl_st *tls);

#endif
