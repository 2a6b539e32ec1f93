/* What the witness must find: see leaks.c. */
#ifndef AURPAY_LEAKS_H
#define AURPAY_LEAKS_H

void php_aurpay_register_leaks(void);

#endif
