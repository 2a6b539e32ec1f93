/* The options of a client: read whole, or not at all. */
#ifndef PHP_AURPAY_OPTIONS_H
#define PHP_AURPAY_OPTIONS_H

#include "compat.h"

/** The options of a Client. Strings are NULL when not given. Free with php_aurpay_options_free. */
struct php_aurpay_options {
    /** Without a slash at the end; NULL for the provider's. */
    zend_string *base_uri;
    zend_string *ca_file;
    zend_string *pinned_public_key;
    zend_string *proxy;
    zend_string *user_agent;
    zend_long timeout_milliseconds;
    zend_long connect_timeout_milliseconds;
    /** 4, 6, or 0 for both. */
    zend_long ip_version;
    zend_long retries;
    zend_long max_response_bytes;
    /** The most concurrent reads of a method that makes many. */
    zend_long concurrency;
    /** An object, or undefined. */
    zval logger;
    /** The logger's public method log(), owned by its class; NULL without a logger. */
    zend_function *logger_method;
    /** A Closure of the callable that was given, resolved in the scope that gave it; or undefined. */
    zval handler;
};

/** Reads the options of a client. On failure it throws a \ValueError or \TypeError and returns false, and
 *  there is nothing to free. The shop's code may run meanwhile (an autoloader, a handler of warnings).
 *  @param given NULL for none
 *  @param argument which argument of the running method they are, for the message
 *  @param options to be freed with php_aurpay_options_free */
bool php_aurpay_options_read(HashTable *given, uint32_t argument, struct php_aurpay_options *options);

/** Accepts zeroed options. */
void php_aurpay_options_free(struct php_aurpay_options *options);

#endif
