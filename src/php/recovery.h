/* What to do after an unknown outcome: the last sentence of the exception's message. */
#ifndef PHP_AURPAY_RECOVERY_H
#define PHP_AURPAY_RECOVERY_H

#include "api.h"
#include "compat.h"

#include "zend_smart_str.h"

/** Appends the sentence, without a full stop.
 *  @param recovery of the endpoint; NULL where no call tells
 *  @param methods the client's, NULL for none. An endpoint without a method is named by HTTP method and
 *  path */
void php_aurpay_recovery_append(smart_str *message, const struct aurpay_recovery *recovery,
                                const struct php_aurpay_method *methods);

#endif
