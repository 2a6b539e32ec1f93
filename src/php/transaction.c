#include "transaction.h"

#include "../providers/aurpay.h"
#include "methods.h"
#include "pages.h"
#include "resource.h"

#include "transaction_arginfo.h"

static zend_class_entry *ce_transaction;

void php_aurpay_register_transaction(void)
{
    ce_transaction = register_class_Aurpay_Transaction();
    php_aurpay_resource_register(ce_transaction);
}

ZEND_METHOD(Aurpay_Client, transactions)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, ce_transaction);
}

ZEND_METHOD(Aurpay_Transaction, __construct)
{
    php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_Transaction, list)
{
    php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_transaction_list);
}

ZEND_METHOD(Aurpay_Transaction, each)
{
    php_aurpay_pages_method(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                            &aurpay_aurpay_transaction_list);
}
