/* What may be shown of a call in a message, a log or an exception's properties. */
#ifndef PHP_AURPAY_REDACT_H
#define PHP_AURPAY_REDACT_H

#include "../core/credentials.h"
#include "../core/endpoint.h"
#include "compat.h"

struct php_aurpay_call;

/** Secrets that one call's parameters may hold. */
#define PHP_AURPAY_MAX_SECRETS 8

/** What is masked in everything that is shown of a call. */
struct php_aurpay_secrets {
    /** Names the fields of answers that carry a token. */
    const struct aurpay_provider *provider;
    /** The client's. */
    const struct aurpay_credentials *credentials;
    /** Passwords, card numbers, one-time passwords, …: of the caller's arguments. Held by reference count,
     *  for the caller's variables can be written to while the call goes on. */
    zend_string *values[PHP_AURPAY_MAX_SECRETS];
    size_t count;
};

/** What is secret in every call of a client: its credentials, and nothing of a call yet. */
struct php_aurpay_secrets php_aurpay_secrets_of(const struct aurpay_provider *provider,
                                                const struct aurpay_credentials *credentials);

/** Holds the value until php_aurpay_secrets_release. */
void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value);
void php_aurpay_secrets_release(struct php_aurpay_secrets *secrets);

/** A copy of text from outside for a message or a log: control characters become blanks, it is cut at a sane
 *  length, and the secrets are masked should it echo them. */
zend_string *php_aurpay_redact_text(const char *text, size_t length,
                                    const struct php_aurpay_secrets *secrets);

/** Makes @p masked a deep copy of what a server said, in which the secrets and the provider's secret fields
 *  are masked. */
void php_aurpay_redact_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets);

/** The call's target without its query, as a new string. Secrets are masked in it: a key can be given for
 *  an id. */
zend_string *php_aurpay_redact_path(const struct php_aurpay_call *call);

#endif
