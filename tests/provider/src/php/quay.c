#include "quay.h"

#include "../providers/quay.h"
#include "arguments.h"
#include "call.h"
#include "client.h"
#include "methods.h"
#include "pages.h"

#include "quay_arginfo.h"

static const struct php_aurpay_method methods[] = {
    {&aurpay_quay_payout_list, "Quay\\Client::payouts()"},
    {NULL, NULL},
};
static const struct php_aurpay_api api = {&aurpay_provider_quay, methods};

void php_aurpay_register_quay(void)
{
    php_aurpay_client_register(register_class_Aurpay_Quay_Client());
}

ZEND_METHOD(Aurpay_Quay_Client, __construct)
{
    php_aurpay_method_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU, &api, AURPAY_CREDENTIALS_API_KEY);
}

ZEND_METHOD(Aurpay_Quay_Client, balance)
{
    php_aurpay_method_without_arguments(
        INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS), &aurpay_quay_balance);
}

ZEND_METHOD(Aurpay_Quay_Client, payouts)
{
    php_aurpay_method_with_filter(
        INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS), &aurpay_quay_payout_list);
}

ZEND_METHOD(Aurpay_Quay_Client, eachPayout)
{
    php_aurpay_pages_method(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS), &aurpay_quay_payout_list);
}

ZEND_METHOD(Aurpay_Quay_Client, payout)
{
    php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS), &aurpay_quay_payout);
}

ZEND_METHOD(Aurpay_Quay_Client, send)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS), &aurpay_quay_send);
}

ZEND_METHOD(Aurpay_Quay_Client, release)
{
    struct php_aurpay_arguments arguments = {
        .endpoint = &aurpay_quay_release, .id_argument = 1, .user_token_argument = 2, .params_argument = 3};
    struct php_aurpay_client *self;
    zval *id;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_ZVAL(id)
        Z_PARAM_STR(arguments.user_token)
        Z_PARAM_ARRAY_HT(arguments.params)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS));
    arguments.id = self ? php_aurpay_id_argument(1, id) : NULL;
    if (!arguments.id) {
        RETURN_THROWS();
    }
    php_aurpay_call_make(self, &arguments, return_value);
    zend_string_release(arguments.id);
}

ZEND_METHOD(Aurpay_Quay_Client, request)
{
    php_aurpay_method_request(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_Quay_Client, lastResponse)
{
    php_aurpay_method_last_response(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}
