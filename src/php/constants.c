/* The documents' tables of statuses and types. */
#include "constants.h"

#include "constants_arginfo.h"

zend_class_entry *php_aurpay_ce_algorithm;

void php_aurpay_register_constants(void)
{
    register_class_Aurpay_OrderStatus();
    register_class_Aurpay_OrderType();
    register_class_Aurpay_TransactionStatus();
    register_class_Aurpay_TransactionType();
    php_aurpay_ce_algorithm = register_class_Aurpay_Algorithm();
}
