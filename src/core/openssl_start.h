/* OpenSSL's own start, once in a process. */
#ifndef AURPAY_CORE_OPENSSL_START_H
#define AURPAY_CORE_OPENSSL_START_H

/** Loads OpenSSL's algorithms, which the first call would otherwise load. OpenSSL never tries again to load
 *  what it had no memory for, so all later calls of the process would fail. Call it when the process starts,
 *  after curl_global_init. It reports nothing: a host may forbid algorithms, and calls report what they
 *  lack. */
void aurpay_openssl_start(void);

#endif
