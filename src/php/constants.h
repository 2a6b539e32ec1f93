/* The documents' tables of statuses and types, as enums. */
#ifndef PHP_AURPAY_CONSTANTS_H
#define PHP_AURPAY_CONSTANTS_H

#include "compat.h"

extern zend_class_entry *php_aurpay_ce_algorithm;

void php_aurpay_register_constants(void);

#endif
