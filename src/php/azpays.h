/* The classes of the namespace Aurpay\AzPays. */
#ifndef PHP_AURPAY_AZPAYS_H
#define PHP_AURPAY_AZPAYS_H

#include "compat.h"

void php_aurpay_register_azpays(void);

#endif
