/* What went wrong on the wire, in words and as a case of TransportReason. */
#ifndef PHP_AURPAY_FAULT_H
#define PHP_AURPAY_FAULT_H

#include "zend_smart_str.h"

#include "failure.h"

/** What went wrong on the wire, with whom, and what to set: "10.0.0.1:443 refused the connection". */
void php_aurpay_fault_append(smart_str *message, const struct php_aurpay_failure *failure);

/** The case of TransportReason for it. */
const char *php_aurpay_fault_reason(const struct aurpay_response *response);

#endif
