/* What may be shown of a call in a message, a log or an exception's properties. */
#ifndef PHP_AURPAY_REDACT_H
#define PHP_AURPAY_REDACT_H

#include "../core/credentials.h"
#include "../core/endpoint.h"
#include "compat.h"

struct php_aurpay_call;

/** Secrets that one call's parameters may hold. */
#define PHP_AURPAY_MAX_SECRETS 8

/** The secrets that are masked in everything that is shown of a call. */
struct php_aurpay_secrets {
    /** Has the names of the fields that carry a token in answers. */
    const struct aurpay_provider *provider;
    /** The client's. */
    const struct aurpay_credentials *credentials;
    /** Passwords, card numbers, one-time passwords and the like from the caller's arguments. Held by
     *  reference count, because the caller's variables may change during the call. */
    zend_string *values[PHP_AURPAY_MAX_SECRETS];
    size_t count;
};

/** The secrets of every call of a client: its credentials. Those of the parameters are added later. */
struct php_aurpay_secrets php_aurpay_secrets_of(const struct aurpay_provider *provider,
                                                const struct aurpay_credentials *credentials);

/** Holds the value until php_aurpay_secrets_release. */
void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value);
void php_aurpay_secrets_release(struct php_aurpay_secrets *secrets);

/** A copy of text from outside for a message or a log: secrets are masked, control characters become blanks,
 *  and it is cut to 300 bytes. */
zend_string *php_aurpay_redact_text(const char *text, size_t length,
                                    const struct php_aurpay_secrets *secrets);

/** Makes @p masked a deep copy of a server's answer, with the secrets and the provider's secret fields
 *  masked. */
void php_aurpay_redact_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets);

/** The call's path without its query, as a new string. Secrets are masked in it: a caller may give a key as
 *  an id. */
zend_string *php_aurpay_redact_path(const struct php_aurpay_call *call);

#endif
