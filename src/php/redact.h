/* What may be shown of a call in a message, a log or an exception's properties. */
#ifndef PHP_AURPAY_REDACT_H
#define PHP_AURPAY_REDACT_H

#include "secrets.h"

struct php_aurpay_call;

/** A copy of text from outside for a message or a log: secrets are masked in every form in which a server may
 *  repeat them (src/core/echo.h), control characters become blanks, and it is cut to 300 bytes. */
zend_string *php_aurpay_redact_text(const char *text, size_t length,
                                    const struct php_aurpay_secrets *secrets);

/** Makes @p masked a deep copy of a server's answer, with the secrets and the provider's secret fields
 *  masked. */
void php_aurpay_redact_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets);

/** The call's path without its query, as a new string. Secrets are masked in it: a caller may give a key as
 *  an id. */
zend_string *php_aurpay_redact_path(const struct php_aurpay_call *call);

#endif
