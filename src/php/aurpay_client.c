/* orders(), transactions(), wallet() and lightning() are with the classes that they make objects of. */
#include "aurpay_client.h"

#include <stdlib.h>

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include "../core/clock.h"
#include "../core/pool.h"
#include "../core/signer.h"
#include "../providers/aurpay.h"
#include "arguments.h"
#include "client.h"
#include "credentials.h"
#include "exceptions.h"
#include "methods.h"

#include "client_arginfo.h"

zend_class_entry *php_aurpay_ce_client;

static const struct php_aurpay_method methods[] = {
    {&aurpay_aurpay_order_list, "Order::list()"},
    {&aurpay_aurpay_order_detail, "Order::detail()"},
    {&aurpay_aurpay_transaction_list, "Transaction::list()"},
    {NULL, NULL},
};
static const struct php_aurpay_api api = {&aurpay_provider_aurpay, methods};

void php_aurpay_register_client(void)
{
    php_aurpay_ce_client = register_class_Aurpay_Client();
    php_aurpay_client_register(php_aurpay_ce_client);
}

/* Refuses `new Client($token, $secret)`, as other libraries have it, and says what to write. */
static bool check_no_secret(const zend_execute_data *execute_data)
{
    zval *options = ZEND_CALL_NUM_ARGS(execute_data) > 1 ? ZEND_CALL_ARG(execute_data, 2) : NULL;

    if (options) {
        ZVAL_DEREF(options);
    }
    if (options && Z_TYPE_P(options) == IS_STRING) {
        zend_argument_type_error(2, "must be of type array, string given; for a token and its secret use "
                                    "new Client(Credentials::signature($token, $secret))");
        return false;
    }
    return true;
}

ZEND_METHOD(Aurpay_Client, __construct)
{
    struct php_aurpay_construction given = {.api = &api, .kind = AURPAY_CREDENTIALS_API_KEY};

    if (!php_aurpay_check_scalars(execute_data) || !check_no_secret(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_OBJ_OF_CLASS_OR_STR(given.credentials, php_aurpay_ce_credentials, given.token)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(given.options)
    ZEND_PARSE_PARAMETERS_END();
    php_aurpay_client_construct(Z_OBJ_P(ZEND_THIS), &given);
}

ZEND_METHOD(Aurpay_Client, login)
{
    struct php_aurpay_arguments arguments = {.endpoint = &aurpay_aurpay_login, .params_argument = 2};
    zend_string *username, *password;
    HashTable *options = NULL;
    zval params;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(username)
        Z_PARAM_STR(password)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(options)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_check_not_blank(username, 1) || !php_aurpay_check_not_blank(password, 2)) {
        RETURN_THROWS();
    }
    array_init_size(&params, 2);
    add_assoc_str(&params, "username", zend_string_copy(username));
    add_assoc_str(&params, "password", zend_string_copy(password));
    arguments.params = Z_ARRVAL(params);
    php_aurpay_method_call_anonymously(php_aurpay_ce_client, &api, options, 3, &arguments, return_value);
    zval_ptr_dtor(&params);
}

ZEND_METHOD(Aurpay_Client, fetchApiKey)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                        &aurpay_aurpay_plugin_key);
}

ZEND_METHOD(Aurpay_Client, request)
{
    php_aurpay_method_request(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static void signature_to_array(const struct aurpay_credentials *credentials, const char *date,
                               const struct aurpay_signature *signature, zval *array)
{
    struct aurpay_signature_header sent[AURPAY_SIGNATURE_HEADERS];
    zval headers;
    size_t i;

    aurpay_signer_headers(credentials, date, signature, sent);
    array_init(&headers);
    for (i = 0; i < AURPAY_SIGNATURE_HEADERS; i++) {
        add_assoc_string(&headers, sent[i].name, sent[i].value);
    }
    array_init(array);
    add_assoc_stringl(array, "origin", aurpay_buffer_string(&signature->origin), signature->origin.length);
    add_assoc_string(array, "body_md5", signature->body_md5);
    add_assoc_string(array, "signature", signature->value);
    add_assoc_zval(array, "headers", &headers);
}

/* The origin is malloc-owned, and making the array may end the script. */
struct anchored_signature {
    struct php_aurpay_anchored anchored;
    struct aurpay_signature signature;
};

static void free_signature(struct php_aurpay_anchored *anchored)
{
    struct anchored_signature *signed_request = (struct anchored_signature *)anchored;

    aurpay_signer_free_signature(&signed_request->signature);
    free(signed_request);
}

static void sign(struct aurpay_credentials *credentials, const struct aurpay_signing_input *input,
                 zval *return_value)
{
    struct anchored_signature *signed_request = calloc(1, sizeof(*signed_request));
    enum aurpay_code code;

    if (!signed_request) {
        php_aurpay_throw_code(AURPAY_ERROR_MEMORY);
        return;
    }
    php_aurpay_anchor_add(&signed_request->anchored, free_signature);
    code = aurpay_signer_sign_request(credentials, input, &signed_request->signature);
    if (code) {
        php_aurpay_throw_code(code);
    } else {
        signature_to_array(credentials, input->date, &signed_request->signature, return_value);
    }
    php_aurpay_anchor_release(&signed_request->anchored);
}

ZEND_METHOD(Aurpay_Client, sign)
{
    struct php_aurpay_client *self;
    zend_string *method, *target, *body = NULL, *date = NULL, *upper;
    struct aurpay_signing_input input = {NULL, NULL, NULL, NULL, 0};
    char now[AURPAY_DATE_SIZE];
    int64_t ignored;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 4)
        Z_PARAM_STR(method)
        Z_PARAM_STR(target)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(body)
        Z_PARAM_STR_OR_NULL(date)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS));
    if (!self) {
        RETURN_THROWS();
    }
    if (self->credentials.kind != AURPAY_CREDENTIALS_SIGNATURE) {
        zend_throw_exception(spl_ce_LogicException,
                             "Only a client with credentials made by Credentials::signature() signs", 0);
        RETURN_THROWS();
    }
    if (date && aurpay_clock_parse_date(ZSTR_VAL(date), ZSTR_LEN(date), &ignored)) {
        zend_argument_value_error(
            4, "must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00.000Z");
        RETURN_THROWS();
    }
    if (aurpay_clock_format_date(aurpay_clock_wall(), now)) {
        php_aurpay_throw_code(AURPAY_ERROR_INVALID);
        RETURN_THROWS();
    }
    upper = zend_string_toupper(method);
    if (php_aurpay_method_check_verb(upper, 1) && php_aurpay_method_check_target(target, 2)) {
        input.method = ZSTR_VAL(upper);
        input.target = ZSTR_VAL(target);
        input.date = date ? ZSTR_VAL(date) : now;
        input.body = body ? ZSTR_VAL(body) : NULL;
        input.body_length = body ? ZSTR_LEN(body) : 0;
        sign(&self->credentials, &input, return_value);
    }
    zend_string_release(upper);
}

ZEND_METHOD(Aurpay_Client, lastResponse)
{
    php_aurpay_method_last_response(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Aurpay_Client, stats)
{
    struct aurpay_statistics statistics;

    ZEND_PARSE_PARAMETERS_NONE();
    statistics = aurpay_pool_statistics(AURPAY_G(pool));
    array_init(return_value);
    add_assoc_long(return_value, "requests", (zend_long)statistics.requests);
    add_assoc_long(return_value, "connections_opened", (zend_long)statistics.connections_opened);
    add_assoc_long(return_value, "connections_reused", (zend_long)statistics.connections_reused);
    add_assoc_long(return_value, "retries", (zend_long)statistics.retries);
    add_assoc_long(return_value, "bytes_sent", (zend_long)statistics.bytes_sent);
    add_assoc_long(return_value, "bytes_received", (zend_long)statistics.bytes_received);
    add_assoc_long(return_value, "logger_failures", (zend_long)AURPAY_G(logger_failures));
}
