#include "azpays.h"

#include "../providers/azpays.h"
#include "arguments.h"
#include "client.h"
#include "methods.h"
#include "pages.h"

#include "azpays_arginfo.h"

static zend_class_entry *ce_client;

static const struct php_aurpay_method methods[] = {
    {&aurpay_azpays_sign, "AzPays\\Client::sign()"},
    {NULL, NULL},
};
static const struct php_aurpay_api api = {&aurpay_provider_azpays, methods};

void php_aurpay_register_azpays(void)
{
    ce_client = register_class_Aurpay_AzPays_Client();
    php_aurpay_client_register(ce_client);
    register_class_Aurpay_AzPays_PurseStatus();
    register_class_Aurpay_AzPays_TransactionStatus();
    register_class_Aurpay_AzPays_TransactionType();
}

ZEND_METHOD(Aurpay_AzPays_Client, __construct)
{
    php_aurpay_method_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU, &api, AURPAY_CREDENTIALS_ACCESS_TOKEN);
}

ZEND_METHOD(Aurpay_AzPays_Client, sign)
{
    struct php_aurpay_arguments arguments = {.endpoint = &aurpay_azpays_sign, .params_argument = 1};
    HashTable *options = NULL;
    zend_string *id;
    zval params;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(id)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(options)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_check_not_blank(id, 1)) {
        RETURN_THROWS();
    }
    array_init_size(&params, 1);
    add_assoc_str(&params, "id", zend_string_copy(id));
    arguments.params = Z_ARRVAL(params);
    /* The documents show no answer of its own. */
    RETVAL_EMPTY_ARRAY();
    php_aurpay_method_call_anonymously(ce_client, &api, options, 2, &arguments, return_value);
    zval_ptr_dtor(&params);
    if (!EG(exception) && Z_TYPE_P(return_value) != IS_ARRAY) {
        convert_to_array(return_value);
    }
}

ZEND_METHOD(Aurpay_AzPays_Client, verify)
{
    struct php_aurpay_arguments arguments = {.endpoint = &aurpay_azpays_verify, .params_argument = 1};
    HashTable *options = NULL;
    zend_string *id, *code;
    zval params;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(id)
        Z_PARAM_STR(code)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(options)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_check_not_blank(id, 1) || !php_aurpay_check_not_blank(code, 2)) {
        RETURN_THROWS();
    }
    array_init_size(&params, 2);
    add_assoc_str(&params, "id", zend_string_copy(id));
    add_assoc_str(&params, "code", zend_string_copy(code));
    arguments.params = Z_ARRVAL(params);
    php_aurpay_method_call_anonymously(ce_client, &api, options, 3, &arguments, return_value);
    zval_ptr_dtor(&params);
}

ZEND_METHOD(Aurpay_AzPays_Client, purses)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                        &aurpay_azpays_purse_list);
}

ZEND_METHOD(Aurpay_AzPays_Client, purse)
{
    php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS), &aurpay_azpays_purse);
}

ZEND_METHOD(Aurpay_AzPays_Client, transactions)
{
    php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                  &aurpay_azpays_transaction_list);
}

ZEND_METHOD(Aurpay_AzPays_Client, eachTransaction)
{
    php_aurpay_pages_method(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                            &aurpay_azpays_transaction_list);
}

ZEND_METHOD(Aurpay_AzPays_Client, transaction)
{
    php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                              &aurpay_azpays_transaction);
}

ZEND_METHOD(Aurpay_AzPays_Client, transactionsByUuid)
{
    php_aurpay_method_with_ids(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                               &aurpay_azpays_transaction);
}

ZEND_METHOD(Aurpay_AzPays_Client, request)
{
    php_aurpay_method_request(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_AzPays_Client, lastResponse)
{
    php_aurpay_method_last_response(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}
