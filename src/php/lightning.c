#include "lightning.h"

#include "../providers/aurpay.h"
#include "methods.h"
#include "resource.h"

#include "lightning_arginfo.h"

static zend_class_entry *ce_lightning;

void php_aurpay_register_lightning(void)
{
    ce_lightning = register_class_Aurpay_Lightning();
    php_aurpay_resource_register(ce_lightning);
}

ZEND_METHOD(Aurpay_Client, lightning)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, ce_lightning);
}

ZEND_METHOD(Aurpay_Lightning, __construct)
{
    php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_Lightning, balance)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU,
                                        php_aurpay_resource_client(ZEND_THIS),
                                        &aurpay_aurpay_lightning_balance);
}

ZEND_METHOD(Aurpay_Lightning, createOrder)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_lightning_order);
}

ZEND_METHOD(Aurpay_Lightning, withdraw)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_resource_client(ZEND_THIS),
                                  &aurpay_aurpay_lightning_withdraw);
}
