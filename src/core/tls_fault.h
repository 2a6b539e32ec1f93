/* Why a TLS handshake failed. */
#ifndef AURPAY_CORE_TLS_FAULT_H
#define AURPAY_CORE_TLS_FAULT_H

#include <curl/curl.h>

#include "response.h"

/** Classifies a TLS failure by the codes of libcurl and OpenSSL where there are any: libcurl's texts differ
 *  from version to version.
 *  @param verify_result CURLINFO_SSL_VERIFYRESULT of a libcurl that uses OpenSSL, else 0
 *  @param words libcurl's own, "" for none
 *  @return AURPAY_TRANSFER_FAILED when @p result is no fault of TLS */
enum aurpay_transfer aurpay_tls_fault_classify(CURLcode result, long verify_result, const char *words);

/** OpenSSL's reason to refuse a certificate. libcurl's error text has it too, but may be overwritten by the
 *  error of another connection that libcurl closes.
 *  @param verify_result as above
 *  @return static, or NULL where @p result is about something else or OpenSSL said nothing */
const char *aurpay_tls_fault_verdict(CURLcode result, long verify_result);

/** Whether the reason may be CAs that were not loaded completely. If OpenSSL has no memory for a CA's key, it
 *  adds the CA without its key and reports nothing, and libcurl caches what was loaded. */
bool aurpay_tls_fault_is_of_trust(const struct aurpay_response *response);

#endif
