/* The class Aurpay\Wallet. */
#ifndef PHP_AURPAY_WALLET_H
#define PHP_AURPAY_WALLET_H

#include "compat.h"

void php_aurpay_register_wallet(void);

#endif
