/* The classes of the provider Quay. */
#ifndef PHP_AURPAY_QUAY_H
#define PHP_AURPAY_QUAY_H

void php_aurpay_register_quay(void);

#endif
