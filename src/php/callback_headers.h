/* The headers of a callback, as getallheaders(), $_SERVER, PSR-7 or Symfony give them. */
#ifndef PHP_AURPAY_CALLBACK_HEADERS_H
#define PHP_AURPAY_CALLBACK_HEADERS_H

#include "php.h"

/** The three headers the platform adds to a callback, held for as long as they are looked at; NULL for one
 *  that is not known. */
struct php_aurpay_callback_headers {
    zend_string *token;
    zend_string *date;
    zend_string *signature;
};

/** Finds them. Throws and answers false when one is missing, empty, repeated, or an object in place of a
 *  text.
 *  @p headers is to be freed in either case. */
bool php_aurpay_callback_headers_read(HashTable *given, struct php_aurpay_callback_headers *headers);
void php_aurpay_callback_headers_free(struct php_aurpay_callback_headers *headers);

/** The header Api-Key as a new string. Throws and answers NULL as above. */
zend_string *php_aurpay_callback_headers_api_key(HashTable *given);

/** Adds a header to an array, under its name or under the key that $_SERVER has for it.
 *  @param name one of AURPAY_CALLBACK_HEADER_*, at most 32 bytes */
void php_aurpay_callback_headers_add(zval *headers, bool is_server, const char *name, const char *value);

#endif
