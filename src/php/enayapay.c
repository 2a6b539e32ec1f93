#include "enayapay.h"

#include "../providers/enayapay.h"
#include "../providers/enayapay_ipin.h"
#include "anchor.h"
#include "arguments.h"
#include "call.h"
#include "client.h"
#include "exceptions.h"
#include "methods.h"

#include "enayapay_arginfo.h"

/* An RSA key has a few hundred bytes; so has what it encrypts. */
#define ENCRYPTED_LIMIT 4096

static const struct php_aurpay_method methods[] = {
    {&aurpay_enayapay_login, "EnayaPay\\Client::login()"},
    {NULL, NULL},
};
static const struct php_aurpay_api api = {&aurpay_provider_enayapay, methods};

void php_aurpay_register_enayapay(void)
{
    php_aurpay_client_register(register_class_Aurpay_EnayaPay_Client());
    register_class_Aurpay_EnayaPay_Ipin();
}

/* A method on behalf of a user: takes the user's token, then the parameters. */
static void call_for_user(INTERNAL_FUNCTION_PARAMETERS, const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_arguments arguments = {
        .endpoint = endpoint, .user_token_argument = 1, .params_argument = 2};
    struct php_aurpay_client *self;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_STR(arguments.user_token)
        Z_PARAM_ARRAY_HT(arguments.params)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS));
    if (self) {
        php_aurpay_call_make(self, &arguments, return_value);
    }
}

ZEND_METHOD(Aurpay_EnayaPay_Client, __construct)
{
    php_aurpay_method_construct(INTERNAL_FUNCTION_PARAM_PASSTHRU, &api, AURPAY_CREDENTIALS_API_KEY);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, register)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                  &aurpay_enayapay_register);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, verify)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                  &aurpay_enayapay_verify);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, login)
{
    php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                  &aurpay_enayapay_login);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, resetPassword)
{
    call_for_user(INTERNAL_FUNCTION_PARAM_PASSTHRU, &aurpay_enayapay_reset_password);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, changePassword)
{
    call_for_user(INTERNAL_FUNCTION_PARAM_PASSTHRU, &aurpay_enayapay_change_password);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, balance)
{
    call_for_user(INTERNAL_FUNCTION_PARAM_PASSTHRU, &aurpay_enayapay_balance);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, request)
{
    php_aurpay_method_request(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_EnayaPay_Client, lastResponse)
{
    php_aurpay_method_last_response(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static void encrypt_ipin(zend_string *public_key, zend_string *uuid, zend_string *ipin, zval *return_value)
{
    struct aurpay_buffer *encrypted = php_aurpay_anchor_create_buffer(ENCRYPTED_LIMIT);
    enum aurpay_code code;

    if (!encrypted) {
        return;
    }
    code = aurpay_enayapay_ipin_encrypt(ZSTR_VAL(public_key), ZSTR_LEN(public_key), ZSTR_VAL(uuid),
                                        ZSTR_LEN(uuid), ZSTR_VAL(ipin), ZSTR_LEN(ipin), encrypted);
    if (code == AURPAY_ERROR_INVALID) {
        zend_argument_value_error(
            1, "must be an RSA public key of at most %d bits, PEM or the base64 of its DER form",
            AURPAY_ENAYAPAY_IPIN_KEY_BITS);
    } else if (code == AURPAY_ERROR_LIMIT) {
        zend_argument_value_error(2, "must not be longer, with the IPIN, than the key can encrypt");
    } else if (code) {
        php_aurpay_throw_code(code);
    } else {
        RETVAL_STRINGL(encrypted->data, encrypted->length);
    }
    php_aurpay_anchor_free_buffer(encrypted);
}

ZEND_METHOD(Aurpay_EnayaPay_Ipin, encrypt)
{
    zend_string *public_key, *uuid, *ipin;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(public_key)
        Z_PARAM_STR(uuid)
        Z_PARAM_STR(ipin)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_check_not_blank(public_key, 1) || !php_aurpay_check_not_blank(uuid, 2) ||
        !php_aurpay_check_not_blank(ipin, 3)) {
        RETURN_THROWS();
    }
    encrypt_ipin(public_key, uuid, ipin, return_value);
}
