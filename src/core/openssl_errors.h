/* OpenSSL has one error queue per thread, shared by all extensions: an error left there makes the next
 * SSL_get_error() of any of them report a failure. Each of our functions that uses OpenSSL leaves the queue
 * as it found it. */
#ifndef AURPAY_CORE_OPENSSL_ERRORS_H
#define AURPAY_CORE_OPENSSL_ERRORS_H

#include "common.h"

/** Call it before OpenSSL is used, never between another mark and its restore: OpenSSL 1.1.1 merges two marks
 *  in the same place. */
void aurpay_openssl_errors_mark(void);

/** Removes the errors that were added since the last mark. Call it on every way out. */
void aurpay_openssl_errors_restore(void);

#endif
