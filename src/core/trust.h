/* The CA files that connections were verified with, to notice when one changes. libcurl caches a CA file for
 * 24 hours (7.87 and later), and a resumed TLS session is not verified again. */
#ifndef AURPAY_CORE_TRUST_H
#define AURPAY_CORE_TRUST_H

#include "common.h"
#include "response.h"

/** The files looked at so far; malloc-owned, NULL for none. */
struct aurpay_trusted_file;

/** Compares a CA file (or directory) with what it was when first seen.
 *  @param has_changed receives whether device, inode, size or modification time differ from those first seen,
 *  or whether too many files are known to record another
 *  @return AURPAY_ERROR_MEMORY when it cannot be recorded */
AURPAY_MUST_CHECK enum aurpay_code aurpay_trust_check(struct aurpay_trusted_file **files, const char *path,
                                                      bool *has_changed);

/** Learns from an attempt over TLS whether libcurl may have loaded the file badly, which it then keeps
 *  (tls_fault.h): a server was refused, or a handshake failed before any succeeded.
 *  @param ca_file the file; NULL for the system's */
void aurpay_trust_learn(struct aurpay_trusted_file *files, const char *ca_file,
                        const struct aurpay_response *response);

/** Whether new connections are to load the file anew.
 *  @param ca_file as above */
bool aurpay_trust_is_doubted(const struct aurpay_trusted_file *files, const char *ca_file);

/** Frees what is known of them. */
void aurpay_trust_forget(struct aurpay_trusted_file **files);

#endif
