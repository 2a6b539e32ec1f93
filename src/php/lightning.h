/* The class Aurpay\Lightning. */
#ifndef PHP_AURPAY_LIGHTNING_H
#define PHP_AURPAY_LIGHTNING_H

#include "compat.h"

void php_aurpay_register_lightning(void);

#endif
