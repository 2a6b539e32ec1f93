/* The files of CAs that connections were verified by, to notice when one of them changes. libcurl keeps a
 * file's content for 24 hours (from 7.87 on), and a resumed TLS session is not verified again. */
#ifndef AURPAY_CORE_TRUST_H
#define AURPAY_CORE_TRUST_H

#include "common.h"

/** The files looked at so far; malloc-owned, NULL for none. */
struct aurpay_trusted_file;

/** Looks at a file (or folder) of CAs.
 *  @param has_changed receives whether it is another one, or has other content, than when it was first looked
 *                     at, by device, inode, size and time of modification; or whether so many files are known
 *                     that it is time to forget them
 *  @return AURPAY_ERROR_MEMORY when it cannot be remembered */
AURPAY_MUST_CHECK enum aurpay_code aurpay_trust_check(struct aurpay_trusted_file **files, const char *path,
                                                      bool *has_changed);

/** Frees what is known of them. */
void aurpay_trust_forget(struct aurpay_trusted_file **files);

#endif
