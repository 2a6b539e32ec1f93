/* The class Aurpay\Callback. */
#ifndef PHP_AURPAY_CALLBACK_H
#define PHP_AURPAY_CALLBACK_H

#include "compat.h"

extern zend_class_entry *php_aurpay_ce_callback_reason;

void php_aurpay_register_callback(void);

#endif
