#include "wallet.h"

#include "../providers/aurpay.h"
#include "methods.h"
#include "resource.h"

#include "wallet_arginfo.h"

static zend_class_entry *ce_wallet;

void php_aurpay_register_wallet(void)
{
    ce_wallet = register_class_Aurpay_Wallet();
    php_aurpay_resource_register(ce_wallet);
}

ZEND_METHOD(Aurpay_Client, wallet)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, ce_wallet);
}

ZEND_METHOD(Aurpay_Wallet, __construct)
{
    php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_Wallet, list)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU,
                                        php_aurpay_resource_client(ZEND_THIS), &aurpay_aurpay_wallet_list);
}

ZEND_METHOD(Aurpay_Wallet, withdraw)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_withdraw);
}

ZEND_METHOD(Aurpay_Wallet, selfCustody)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU,
                                        php_aurpay_resource_client(ZEND_THIS), &aurpay_aurpay_self_custody);
}
