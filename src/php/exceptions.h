/* The one place that throws: a failed call, a callback, a payment, what a code of the core means. */
#ifndef PHP_AURPAY_EXCEPTIONS_H
#define PHP_AURPAY_EXCEPTIONS_H

#include "zend_smart_str.h"

#include "failure.h"
#include "redact.h"

extern zend_class_entry *php_aurpay_ce_transport_reason;

void php_aurpay_register_exceptions(void);

/** Whether what is on its way is no exception but the end of the script (exit) or of a Fiber that is
 *  destroyed. */
bool php_aurpay_exceptions_is_exiting(void);

/** What went wrong on the wire or with the answer. Appends nothing when the API said yes or no. */
void php_aurpay_exceptions_append_problem(smart_str *message, const struct php_aurpay_failure *failure);

/** The one place that turns a failed call into an exception. */
void php_aurpay_throw_failure(const struct php_aurpay_failure *failure);

/** Throws CallbackException. @p name is the case of CallbackReason; @p body is the decoded body of a callback
 *  whose token and signature are right, else NULL. */
void php_aurpay_throw_callback(const char *name, const char *message, zval *body);

/** Throws ResponseException for an answer that has the API's envelope but not the content it should have. */
void php_aurpay_throw_response(const char *message);

/** Throws PaymentException with the order's detail. @p name is the case of PaymentReason. */
void php_aurpay_throw_payment(const struct php_aurpay_secrets *secrets, const char *name, zval *detail,
                              const char *format, ...) AURPAY_PRINTF(4, 5);

/** Throws what a core function's code means where it cannot happen in normal use (no memory, no digest). */
void php_aurpay_throw_code(enum aurpay_code code);

#endif
