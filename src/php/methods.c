#include "methods.h"

#include "ext/spl/spl_iterators.h"
#include "zend_exceptions.h"

#include "../core/validate.h"
#include "arguments.h"
#include "call.h"

/* To be called after the arguments are parsed: the shop's code must not run with a pending exception. */
static void call_with(zend_object *client, const struct php_aurpay_arguments *arguments, zval *return_value)
{
    struct php_aurpay_client *self = php_aurpay_client_fetch(client);

    if (self) {
        php_aurpay_call_make(self, arguments, return_value);
    }
}

static void call(zend_object *client, const struct aurpay_endpoint *endpoint, HashTable *params,
                 zval *return_value)
{
    const struct php_aurpay_arguments arguments = {
        .endpoint = endpoint, .params = params, .params_argument = 1};

    call_with(client, &arguments, return_value);
}

void php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                         const struct aurpay_endpoint *endpoint)
{
    ZEND_PARSE_PARAMETERS_NONE();
    call(client, endpoint, NULL, return_value);
}

void php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint)
{
    HashTable *params;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(params)
    ZEND_PARSE_PARAMETERS_END();
    call(client, endpoint, params, return_value);
}

void php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint)
{
    HashTable *filter = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(filter)
    ZEND_PARSE_PARAMETERS_END();
    call(client, endpoint, filter, return_value);
}

void php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                               const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_arguments arguments = {.endpoint = endpoint, .id_argument = 1};
    zval *id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(id)
    ZEND_PARSE_PARAMETERS_END();
    arguments.id = php_aurpay_id_argument(1, id);
    if (!arguments.id) {
        RETURN_THROWS();
    }
    call_with(client, &arguments, return_value);
    zend_string_release(arguments.id);
}

/* ---- many ids ---- */

/* Collects an id before anything is sent. An int is accepted: PHP converts array keys of digits to ints, and
 * array_keys() of a result must work as ids. False when it threw. */
static bool add_id(HashTable *ids, zval *value)
{
    zend_string *id = php_aurpay_id_of(value);
    zval element;

    if (!id) {
        ZVAL_DEREF(value);
        zend_argument_type_error(1, "must contain only ids of type string|int, %s given at position %" PRIu32,
                                 zend_zval_type_name(value), zend_hash_num_elements(ids) + 1);
        return false;
    }
    if (!aurpay_validate_id(ZSTR_VAL(id), ZSTR_LEN(id))) {
        zend_argument_value_error(1,
                                  "must contain only ids (1 to 64 characters of A-Z, a-z, 0-9, underscore "
                                  "and hyphen); one at position %" PRIu32 " is not",
                                  zend_hash_num_elements(ids) + 1);
        zend_string_release(id);
        return false;
    }
    ZVAL_STR(&element, id);
    /* An id that is given twice is read once. */
    if (!zend_hash_add(ids, id, &element)) {
        zend_string_release(id);
    }
    return true;
}

static int add_current_id(zend_object_iterator *iterator, void *ids)
{
    zval *id = iterator->funcs->get_current_data(iterator);

    return id && !EG(exception) && add_id(ids, id) ? ZEND_HASH_APPLY_KEEP : ZEND_HASH_APPLY_STOP;
}

static bool collect_ids(HashTable *ids, zval *iterable)
{
    zval *id;

    if (Z_TYPE_P(iterable) != IS_ARRAY) {
        return spl_iterator_apply(iterable, add_current_id, ids) == SUCCESS && !EG(exception);
    }
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(iterable), id) {
        if (!add_id(ids, id)) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

void php_aurpay_method_with_ids(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_client *self;
    HashTable *ids;
    zval *iterable;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ITERABLE(iterable)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(client);
    if (!self) {
        RETURN_THROWS();
    }
    ids = zend_new_array(0);
    if (collect_ids(ids, iterable)) {
        php_aurpay_call_many(self, endpoint, ids, return_value);
    }
    zend_array_release(ids);
}

/* ---- what every client has ---- */

void php_aurpay_method_construct(INTERNAL_FUNCTION_PARAMETERS, const struct php_aurpay_api *api,
                                 enum aurpay_credentials_kind kind)
{
    struct php_aurpay_construction given = {.api = api, .kind = kind};

    (void)return_value;
    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(given.token)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(given.options)
    ZEND_PARSE_PARAMETERS_END();
    php_aurpay_client_construct(Z_OBJ_P(ZEND_THIS), &given);
}

void php_aurpay_method_call_anonymously(zend_class_entry *ce, const struct php_aurpay_api *api,
                                        HashTable *options, uint32_t options_argument,
                                        const struct php_aurpay_arguments *arguments, zval *return_value)
{
    struct php_aurpay_options read;
    struct php_aurpay_client *self;
    zval client;

    if (!php_aurpay_options_read(options, options_argument, &read)) {
        return;
    }
    self = php_aurpay_client_make(&client, ce, api, &read);
    if (self) {
        php_aurpay_call_make(self, arguments, return_value);
    }
    zval_ptr_dtor(&client);
}

bool php_aurpay_method_check_verb(zend_string *verb, uint32_t argument)
{
    if (!aurpay_validate_method(ZSTR_VAL(verb), ZSTR_LEN(verb))) {
        zend_argument_value_error(argument, "must be GET, POST, PUT, PATCH or DELETE");
        return false;
    }
    return true;
}

bool php_aurpay_method_check_target(zend_string *target, uint32_t argument)
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

void php_aurpay_method_request(INTERNAL_FUNCTION_PARAMETERS)
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
    if (php_aurpay_method_check_verb(upper, 1) && php_aurpay_method_check_target(path, 2)) {
        endpoint.statuses = self->provider->statuses;
        endpoint.method = ZSTR_VAL(upper);
        endpoint.path = ZSTR_VAL(path);
        if (aurpay_endpoint_is_read(&endpoint)) {
            endpoint.encoding = AURPAY_ENCODING_QUERY;
        }
        arguments.endpoint = &endpoint;
        php_aurpay_call_make(self, &arguments, return_value);
    }
    zend_string_release(upper);
}

void php_aurpay_method_last_response(INTERNAL_FUNCTION_PARAMETERS)
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
