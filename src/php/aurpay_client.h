/* The class Aurpay\Client. */
#ifndef PHP_AURPAY_AURPAY_CLIENT_H
#define PHP_AURPAY_AURPAY_CLIENT_H

#include "compat.h"

extern zend_class_entry *php_aurpay_ce_client;

void php_aurpay_register_client(void);

#endif
