#include "arguments.h"

#include <stdlib.h>

#include "zend_exceptions.h"
#include "ext/spl/spl_exceptions.h"

#include "../core/clock.h"
#include "../core/pool.h"
#include "../core/signer.h"
#include "../core/validate.h"
#include "../providers/aurpay.h"
#include "client_arginfo.h"

zend_class_entry *php_aurpay_ce_client;
static zend_object_handlers handlers;

struct php_aurpay_client *php_aurpay_client_fetch(zend_object *object)
{
    return php_aurpay_object_fetch(object, &handlers);
}

zend_object *php_aurpay_client_create(zend_class_entry *ce, const struct aurpay_provider *provider)
{
    zend_object *object = php_aurpay_object_create(ce, sizeof(struct php_aurpay_client), &handlers);
    struct php_aurpay_client *self = php_aurpay_object_container(object);

    self->provider = provider;
    return object;
}

static zend_object *create_object(zend_class_entry *ce)
{
    return php_aurpay_client_create(ce, &aurpay_provider_aurpay);
}

static void free_last_response(struct php_aurpay_last_response *last)
{
    if (last->path) {
        zend_string_release(last->path);
    }
    if (last->trace_id) {
        zend_string_release(last->trace_id);
    }
}

static void free_object(zend_object *object)
{
    struct php_aurpay_client *self = php_aurpay_object_container(object);

    aurpay_credentials_free(&self->credentials);
    php_aurpay_options_free(&self->options);
    free_last_response(&self->last_response);
    zend_object_std_dtor(object);
}

/* Logger and handler may refer back to the client. */
static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
    struct php_aurpay_client *self = php_aurpay_object_container(object);
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    zend_get_gc_buffer_add_zval(buffer, &self->options.logger);
    zend_get_gc_buffer_add_zval(buffer, &self->options.handler);
    zend_get_gc_buffer_use(buffer, table, count);
    return zend_std_get_properties(object);
}

void php_aurpay_register_client(void)
{
    php_aurpay_ce_client = register_class_Aurpay_Client();
    php_aurpay_ce_client->create_object = create_object;
    php_aurpay_object_init_handlers(&handlers, offsetof(struct php_aurpay_client, object.std));
    handlers.free_obj = free_object;
    handlers.get_gc = get_gc;
}

/* What a constructor of a client was given. */
struct construction {
    /* The first argument: a string of that kind, or else an object. */
    zend_string *token;
    enum aurpay_credentials_kind kind;
    zend_object *credentials;
    HashTable *options;
};

/* Whether the first argument is fit to be the credentials. */
static bool check_credentials(const struct construction *given)
{
    if (given->token) {
        return php_aurpay_check_header_secret(given->token, 1);
    }
    return php_aurpay_credentials_fetch(given->credentials) != NULL;
}

static bool store_credentials(struct php_aurpay_client *self, const struct construction *given)
{
    struct php_aurpay_credentials *credentials;
    enum aurpay_code code;

    if (given->token) {
        code = aurpay_credentials_set(&self->credentials, given->kind, ZSTR_VAL(given->token),
                                      ZSTR_LEN(given->token), NULL, 0);
    } else {
        credentials = php_aurpay_credentials_fetch(given->credentials);
        code = aurpay_credentials_copy(&credentials->credentials, &self->credentials);
    }
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* Stores all that was given, or nothing: a client must never call with a part of its options. */
static void construct(zend_object *object, const struct construction *given)
{
    struct php_aurpay_client *self = php_aurpay_object_container(object);
    struct php_aurpay_options options;

    if (!php_aurpay_object_may_construct(object) || !check_credentials(given) ||
        !php_aurpay_options_read(given->options, 2, &options)) {
        return;
    }
    if (!php_aurpay_object_may_construct(object) || !store_credentials(self, given)) {
        php_aurpay_options_free(&options);
        return;
    }
    self->options = options;
    php_aurpay_object_complete(object);
}

ZEND_METHOD(Aurpay_Client, __construct)
{
    struct construction given = {.kind = AURPAY_CREDENTIALS_API_KEY};

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_OBJ_OF_CLASS_OR_STR(given.credentials, php_aurpay_ce_credentials, given.token)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(given.options)
    ZEND_PARSE_PARAMETERS_END();
    construct(Z_OBJ_P(ZEND_THIS), &given);
}

void php_aurpay_client_construct(INTERNAL_FUNCTION_PARAMETERS, enum aurpay_credentials_kind kind)
{
    struct construction given = {.kind = kind};

    (void)return_value;
    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(given.token)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(given.options)
    ZEND_PARSE_PARAMETERS_END();
    construct(Z_OBJ_P(ZEND_THIS), &given);
}

ZEND_METHOD(Aurpay_Client, orders)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_ce_order);
}

ZEND_METHOD(Aurpay_Client, transactions)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_ce_transaction);
}

ZEND_METHOD(Aurpay_Client, wallet)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_ce_wallet);
}

ZEND_METHOD(Aurpay_Client, lightning)
{
    php_aurpay_resource_create(INTERNAL_FUNCTION_PARAM_PASSTHRU, php_aurpay_ce_lightning);
}

void php_aurpay_client_call_anonymously(zend_class_entry *ce, HashTable *options, uint32_t options_argument,
                                        const struct php_aurpay_arguments *arguments, zval *return_value)
{
    struct php_aurpay_options read;
    struct php_aurpay_client *self;
    zval client;

    if (!php_aurpay_options_read(options, options_argument, &read)) {
        return;
    }
    self = php_aurpay_object_make(&client, ce, &handlers);
    if (self) {
        self->options = read;
        php_aurpay_object_complete(Z_OBJ(client));
        php_aurpay_call(self, arguments, return_value);
    } else {
        php_aurpay_options_free(&read);
    }
    zval_ptr_dtor(&client);
}

ZEND_METHOD(Aurpay_Client, login)
{
    struct php_aurpay_arguments arguments = {.endpoint = &aurpay_endpoint_login, .params_argument = 2};
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
    php_aurpay_client_call_anonymously(php_aurpay_ce_client, options, 3, &arguments, return_value);
    zval_ptr_dtor(&params);
}

ZEND_METHOD(Aurpay_Client, fetchApiKey)
{
    php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, Z_OBJ_P(ZEND_THIS),
                                        &aurpay_endpoint_plugin_key);
}

static bool check_method(zend_string *method, uint32_t argument)
{
    if (!aurpay_validate_method(ZSTR_VAL(method), ZSTR_LEN(method))) {
        zend_argument_value_error(argument, "must be GET, POST, PUT, PATCH or DELETE");
        return false;
    }
    return true;
}

static bool check_target(zend_string *target, uint32_t argument)
{
    if (!aurpay_validate_target(ZSTR_VAL(target), ZSTR_LEN(target))) {
        zend_argument_value_error(argument,
                                  "must be a path that starts with a single slash, percent-encoded where "
                                  "RFC 3986 asks for it, without a host, \"//\", dot segments, "
                                  "backslash or fragment");
        return false;
    }
    return true;
}

void php_aurpay_client_request(INTERNAL_FUNCTION_PARAMETERS)
{
    struct php_aurpay_arguments arguments = {.params_argument = 3};
    struct aurpay_endpoint endpoint = {
        .encoding = AURPAY_ENCODING_JSON, .accepts_any_parameters = true, .data = AURPAY_DATA_ANY};
    zend_string *method, *path, *upper;
    struct php_aurpay_client *self;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(method)
        Z_PARAM_STR(path)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(arguments.params)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS));
    if (!self) {
        RETURN_THROWS();
    }
    upper = zend_string_toupper(method);
    if (check_method(upper, 1) && check_target(path, 2)) {
        endpoint.statuses = self->provider->statuses;
        endpoint.method = ZSTR_VAL(upper);
        endpoint.path = ZSTR_VAL(path);
        if (aurpay_endpoint_is_read(&endpoint)) {
            endpoint.encoding = AURPAY_ENCODING_QUERY;
        }
        arguments.endpoint = &endpoint;
        php_aurpay_call(self, &arguments, return_value);
    }
    zend_string_release(upper);
}

ZEND_METHOD(Aurpay_Client, request)
{
    php_aurpay_client_request(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static void signature_to_array(const struct aurpay_credentials *credentials, const char *date,
                               const struct aurpay_signature *signature, zval *array)
{
    zval headers;

    array_init(&headers);
    add_assoc_stringl(&headers, "API-Token", credentials->token, credentials->token_length);
    add_assoc_string(&headers, "Algorithm", aurpay_algorithm_name(credentials->algorithm));
    add_assoc_string(&headers, "Date", date);
    add_assoc_string(&headers, "Body-MD5", signature->body_md5);
    add_assoc_string(&headers, "Signature", signature->value);
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

    aurpay_signature_free(&signed_request->signature);
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
    php_aurpay_anchor(&signed_request->anchored, free_signature);
    code = aurpay_signer_sign_request(credentials, input, &signed_request->signature);
    if (code) {
        php_aurpay_throw_code(code);
    } else {
        signature_to_array(credentials, input->date, &signed_request->signature, return_value);
    }
    php_aurpay_release(&signed_request->anchored);
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
    if (check_method(upper, 1) && check_target(target, 2)) {
        input.method = ZSTR_VAL(upper);
        input.target = ZSTR_VAL(target);
        input.date = date ? ZSTR_VAL(date) : now;
        input.body = body ? ZSTR_VAL(body) : NULL;
        input.body_length = body ? ZSTR_LEN(body) : 0;
        sign(&self->credentials, &input, return_value);
    }
    zend_string_release(upper);
}

void php_aurpay_client_last_response(INTERNAL_FUNCTION_PARAMETERS)
{
    const struct php_aurpay_last_response *last;
    struct php_aurpay_client *self;
    zval timings;

    ZEND_PARSE_PARAMETERS_NONE();
    self = php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS));
    if (!self) {
        RETURN_THROWS();
    }
    last = &self->last_response;
    if (!last->is_set) {
        RETURN_NULL();
    }
    array_init(&timings);
    add_assoc_double(&timings, "name_lookup", last->timings.name_lookup);
    add_assoc_double(&timings, "connect", last->timings.connect);
    add_assoc_double(&timings, "tls", last->timings.tls);
    add_assoc_double(&timings, "first_byte", last->timings.first_byte);
    add_assoc_double(&timings, "total", last->timings.total);
    array_init(return_value);
    add_assoc_string(return_value, "method", last->method);
    add_assoc_str(return_value, "path", zend_string_copy(last->path));
    add_assoc_long(return_value, "status", last->http_status);
    if (last->trace_id) {
        add_assoc_str(return_value, "trace_id", zend_string_copy(last->trace_id));
    } else {
        add_assoc_null(return_value, "trace_id");
    }
    add_assoc_string(return_value, "http_version", last->http_version);
    add_assoc_bool(return_value, "reused_connection", last->reused_connection);
    add_assoc_long(return_value, "retries", last->retries);
    add_assoc_zval(return_value, "timings", &timings);
}

ZEND_METHOD(Aurpay_Client, lastResponse)
{
    php_aurpay_client_last_response(INTERNAL_FUNCTION_PARAM_PASSTHRU);
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
