/* The class Aurpay\Transaction. */
#ifndef PHP_AURPAY_TRANSACTION_H
#define PHP_AURPAY_TRANSACTION_H

#include "compat.h"

void php_aurpay_register_transaction(void);

#endif
