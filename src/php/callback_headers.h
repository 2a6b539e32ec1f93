/* The headers of a callback, as getallheaders(), $_SERVER, PSR-7 or Symfony give them. */
#ifndef PHP_AURPAY_CALLBACK_HEADERS_H
#define PHP_AURPAY_CALLBACK_HEADERS_H

#include "php.h"

/** The headers that the platform adds to a callback, but for the key, held by reference count; NULL for a
 *  missing one. */
struct php_aurpay_callback_headers {
    zend_string *token;
    zend_string *date;
    zend_string *signature;
};

/** Finds the headers. Throws and returns false when one is missing, empty or repeated, or an object instead
 *  of text.
 *  @p headers is to be freed in either case. */
bool php_aurpay_callback_headers_read(HashTable *given, struct php_aurpay_callback_headers *headers);
void php_aurpay_callback_headers_free(struct php_aurpay_callback_headers *headers);

/** The header Api-Key as a new string. Throws as above, and returns NULL then. */
zend_string *php_aurpay_callback_headers_api_key(HashTable *given);

/** Adds a header to an array, under its name or under the key that $_SERVER has for it.
 *  @param name one of AURPAY_CALLBACK_HEADER_*, at most 32 bytes */
void php_aurpay_callback_headers_add(zval *headers, bool is_server, const char *name, const char *value);

#endif
