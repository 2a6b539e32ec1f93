/* The class Aurpay\Order. */
#ifndef PHP_AURPAY_ORDER_H
#define PHP_AURPAY_ORDER_H

#include "compat.h"

void php_aurpay_register_order(void);

#endif
