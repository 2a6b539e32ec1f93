/* The only file that throws the exceptions of Aurpay, and the error that a code of the core means. */
#ifndef PHP_AURPAY_EXCEPTIONS_H
#define PHP_AURPAY_EXCEPTIONS_H

#include "zend_smart_str.h"

#include "failure.h"
#include "redact.h"

extern zend_class_entry *php_aurpay_ce_transport_reason;

void php_aurpay_register_exceptions(void);

/** Whether the pending exception is only the end of the script (exit) or of a destroyed Fiber. */
bool php_aurpay_exceptions_is_exiting(void);

/** Appends what went wrong on the wire or with the answer; nothing when the API accepted or refused the
 *  call. */
void php_aurpay_exceptions_append_problem(smart_str *message, const struct php_aurpay_failure *failure);

/** The one place that turns a failed call into an exception. */
void php_aurpay_throw_failure(const struct php_aurpay_failure *failure);

/** Throws CallbackException. @p name is the case of CallbackReason; @p body is the decoded body of a callback
 *  whose token and signature are right, else NULL. */
void php_aurpay_throw_callback(const char *name, const char *message, zval *body);

/** Throws ResponseException for an answer with the API's envelope but unusable content. */
void php_aurpay_throw_response(const char *message);

/** Throws PaymentException with the order's detail. @p name is the case of PaymentReason. */
void php_aurpay_throw_payment(const struct php_aurpay_secrets *secrets, const char *name, zval *detail,
                              const char *format, ...) AURPAY_PRINTF(4, 5);

/** Throws an \Error or a \ValueError for a core function's code; nothing for AURPAY_OK. It is for what does
 *  not happen in normal use (no memory, no digest). */
void php_aurpay_throw_code(enum aurpay_code code);

#endif
