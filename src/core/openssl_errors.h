/* OpenSSL's queue of errors is the thread's, and others go by it: what is left there turns the next
 * SSL_get_error() of any extension into a failure. Each function of ours that uses OpenSSL leaves the queue
 * as it found it. */
#ifndef AURPAY_CORE_OPENSSL_ERRORS_H
#define AURPAY_CORE_OPENSSL_ERRORS_H

#include "common.h"

/** To be called before OpenSSL is used. Never between another mark and its restore: OpenSSL 1.1.1 makes one
 *  mark of two in the same place. */
void aurpay_openssl_errors_mark(void);

/** Takes away what came after the last mark, on every way out. */
void aurpay_openssl_errors_restore(void);

#endif
