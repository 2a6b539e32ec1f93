/* The secrets of a call, which are masked in everything that is shown of it. */
#ifndef PHP_AURPAY_SECRETS_H
#define PHP_AURPAY_SECRETS_H

#include "../core/credentials.h"
#include "../core/endpoint.h"
#include "compat.h"

/** The most secrets that one call's parameters may have. */
#define PHP_AURPAY_MAX_SECRETS 32

struct php_aurpay_secrets {
    /** Has the names of secret parameters, and of the fields that carry a token in answers. */
    const struct aurpay_provider *provider;
    /** The client's. */
    const struct aurpay_credentials *credentials;
    /** Passwords, card numbers, one-time passwords and the like from the caller's arguments. Held by
     *  reference count, because the caller's variables may change during the call. */
    zend_string *values[PHP_AURPAY_MAX_SECRETS];
    size_t count;
    /** request() got more of them than there is room for: then no text from outside is shown. */
    bool has_more;
};

/** The secrets of every call of a client: its credentials. Those of the parameters are added later. */
struct php_aurpay_secrets php_aurpay_secrets_of(const struct aurpay_provider *provider,
                                                const struct aurpay_credentials *credentials);

/** Holds the value until php_aurpay_secrets_release. */
void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value);

/** Adds the values of the secret parameters, before anything is said of any parameter. Without a row
 *  (request()), a parameter is secret that has the name of one in the documents. */
void php_aurpay_secrets_add_parameters(struct php_aurpay_secrets *secrets,
                                       const struct aurpay_endpoint *endpoint, HashTable *params);

/** Adds a value that request() sends under this name, if it is the name of a secret. */
void php_aurpay_secrets_add_named(struct php_aurpay_secrets *secrets, const zend_string *name, zval *value);

/** Adds the values in the query of a target that have the name of a secret. */
void php_aurpay_secrets_add_query(struct php_aurpay_secrets *secrets, const char *target);

void php_aurpay_secrets_release(struct php_aurpay_secrets *secrets);

/** Releases a string that may hold a secret, and wipes it if this was the last reference. */
void php_aurpay_secrets_release_string(zend_string *string);

#endif
