/* The class Aurpay\Credentials. */
#ifndef PHP_AURPAY_CREDENTIALS_H
#define PHP_AURPAY_CREDENTIALS_H

#include "../core/credentials.h"
#include "object.h"

extern zend_class_entry *php_aurpay_ce_credentials;

void php_aurpay_register_credentials(void);

struct php_aurpay_credentials {
    struct aurpay_credentials credentials;
    struct php_aurpay_object object;
};

/** What is in an object of the class. NULL, and an \Error, when its constructor did not complete. */
struct php_aurpay_credentials *php_aurpay_credentials_fetch(zend_object *object);

#endif
