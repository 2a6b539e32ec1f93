/* The classes of the namespace Aurpay\EnayaPay. */
#ifndef PHP_AURPAY_ENAYAPAY_H
#define PHP_AURPAY_ENAYAPAY_H

#include "compat.h"

void php_aurpay_register_enayapay(void);

#endif
