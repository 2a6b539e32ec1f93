/* Parameters to the bytes of a query, a form or a JSON body. Not php_json_encode: that resets json_last_error(),
 * runs user code, obeys serialize_precision, and cannot write a decimal digit for digit. */
#include "encoder.h"

#include "zend_exceptions.h"

#include "../core/json_numbers.h"

static bool write_json_value(const struct php_aurpay_encoder *encoder, zval *value, int depth);

static bool write_json_array(const struct php_aurpay_encoder *encoder, HashTable *array, int depth)
{
    bool is_list = zend_array_is_list(array);
    bool is_first = true;
    zend_string *key;
    zend_ulong index;
    zval *element;

    if (depth >= AURPAY_JSON_MAX_DEPTH) {
        return php_aurpay_encoder_refuse(encoder, "nested at most 64 levels deep");
    }
    if (!php_aurpay_encoder_raw(encoder, is_list ? "[" : "{", 1)) {
        return false;
    }
    ZEND_HASH_FOREACH_KEY_VAL(array, index, key, element) {
        if (!is_first && !php_aurpay_encoder_raw(encoder, ",", 1)) {
            return false;
        }
        is_first = false;
        if (!is_list) {
            bool written = key ? php_aurpay_encoder_json_string(encoder, ZSTR_VAL(key), ZSTR_LEN(key))
                               : (php_aurpay_encoder_raw(encoder, "\"", 1) &&
                                  php_aurpay_encoder_int(encoder, (zend_long)index) &&
                                  php_aurpay_encoder_raw(encoder, "\"", 1));

            if (!written || !php_aurpay_encoder_raw(encoder, ":", 1)) {
                return false;
            }
        }
        if (!write_json_value(encoder, element, depth + 1)) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return php_aurpay_encoder_raw(encoder, is_list ? "]" : "}", 1);
}

static bool write_json_value(const struct php_aurpay_encoder *encoder, zval *value, int depth)
{
    ZVAL_DEREF(value);
    switch (Z_TYPE_P(value)) {
    case IS_NULL:
        return php_aurpay_encoder_raw(encoder, "null", 4);
    case IS_TRUE:
    case IS_FALSE:
        return php_aurpay_encoder_bool(encoder, value);
    case IS_LONG:
        return php_aurpay_encoder_int(encoder, Z_LVAL_P(value));
    case IS_DOUBLE:
        return php_aurpay_encoder_float(encoder, Z_DVAL_P(value), false);
    case IS_STRING:
        return php_aurpay_encoder_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
    case IS_ARRAY:
        return write_json_array(encoder, Z_ARRVAL_P(value), depth);
    default:
        return php_aurpay_encoder_refuse_type(encoder, "a scalar or an array", value);
    }
}

/* A parameter that the documents do not name is passed on as it is. */
static bool write_undocumented(const struct php_aurpay_encoder *encoder, zval *value)
{
    if (encoder->encoding != AURPAY_ENCODING_JSON &&
        (Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) > IS_STRING)) {
        return php_aurpay_encoder_refuse_type(encoder, "a scalar", value);
    }
    return write_json_value(encoder, value, 0);
}

static const struct aurpay_parameter *find_parameter(const struct aurpay_parameter *parameters,
                                                     zend_string *name)
{
    for (; parameters && parameters->name; parameters++) {
        if (strcmp(ZSTR_VAL(name), parameters->name) == 0 && strlen(parameters->name) == ZSTR_LEN(name)) {
            return parameters;
        }
    }
    return NULL;
}

/* `"name":` or `name=`, after a comma or an ampersand when it is not the first. */
static bool write_name(const struct php_aurpay_encoder *encoder, zend_string *name, bool is_first)
{
    bool is_json = encoder->encoding == AURPAY_ENCODING_JSON;

    if (!is_first && !php_aurpay_encoder_raw(encoder, is_json ? "," : "&", 1)) {
        return false;
    }
    return php_aurpay_encoder_text(encoder, ZSTR_VAL(name), ZSTR_LEN(name)) &&
           php_aurpay_encoder_raw(encoder, is_json ? ":" : "=", 1);
}

static bool write_parameters(struct php_aurpay_encoder *encoder, const struct aurpay_parameter *parameters,
                             HashTable *params)
{
    bool is_first = true;
    zend_string *name;
    zval *value;

    ZEND_HASH_FOREACH_STR_KEY_VAL(params, name, value) {
        const struct aurpay_parameter *parameter;

        if (!name) {
            zend_argument_value_error(encoder->argument,
                                      "must have string keys alone: the API's field names");
            return false;
        }
        ZVAL_DEREF(value);
        encoder->key = ZSTR_VAL(name);
        parameter = find_parameter(parameters, name);
        if (parameter && Z_TYPE_P(value) == IS_NULL) {
            continue;
        }
        if (!write_name(encoder, name, is_first)) {
            return false;
        }
        if (!(parameter ? php_aurpay_encoder_documented(encoder, parameter, value)
                        : write_undocumented(encoder, value))) {
            return false;
        }
        is_first = false;
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

static bool has_required(const struct php_aurpay_arguments *arguments)
{
    const struct aurpay_parameter *parameter = arguments->endpoint->parameters;

    for (; parameter && parameter->name; parameter++) {
        zval *value = NULL;

        if (!parameter->required) {
            continue;
        }
        if (arguments->params) {
            value = zend_hash_str_find_deref(arguments->params, parameter->name, strlen(parameter->name));
        }
        if (!value || Z_TYPE_P(value) == IS_NULL) {
            zend_argument_value_error(arguments->params_argument, "must have the key \"%s\"",
                                      parameter->name);
            return false;
        }
    }
    return true;
}

/* Appends a query to the target; request() may have brought one with its path. */
static bool append_query(struct aurpay_request *request, const struct aurpay_buffer *query)
{
    const char *separator = strchr(aurpay_request_target(request), '?') ? "&" : "?";

    return php_aurpay_encoder_check(aurpay_buffer_append(&request->url, separator, 1)) &&
           php_aurpay_encoder_check(aurpay_buffer_append(&request->url, query->data, query->length));
}

static bool encode_query(struct php_aurpay_encoder *encoder, struct aurpay_request *request,
                         const struct php_aurpay_arguments *arguments)
{
    /* Apart from the URL, so that parameters that are all null leave no question mark behind. */
    struct aurpay_buffer *query = php_aurpay_scratch_create(request->url.limit);
    bool encoded;

    if (!query) {
        return false;
    }
    encoder->out = query;
    encoded = write_parameters(encoder, arguments->endpoint->parameters, arguments->params);
    if (encoded && query->length) {
        encoded = append_query(request, query);
    }
    php_aurpay_scratch_free(query);
    return encoded;
}

static bool encode_body(struct php_aurpay_encoder *encoder, struct aurpay_request *request,
                        const struct php_aurpay_arguments *arguments)
{
    bool is_json = encoder->encoding == AURPAY_ENCODING_JSON;

    encoder->out = &request->body;
    request->content_type = is_json ? "application/json" : "application/x-www-form-urlencoded";
    if (is_json && !php_aurpay_encoder_raw(encoder, "{", 1)) {
        return false;
    }
    if (!write_parameters(encoder, arguments->endpoint->parameters, arguments->params)) {
        return false;
    }
    return !is_json || php_aurpay_encoder_raw(encoder, "}", 1);
}

bool php_aurpay_encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    struct aurpay_request *request = &call->request;
    struct php_aurpay_encoder encoder = {.encoding = arguments->endpoint->encoding,
                                         .secrets = &call->secrets,
                                         .argument = arguments->params_argument};

    if (!has_required(arguments)) {
        return false;
    }
    if (!arguments->params || zend_hash_num_elements(arguments->params) == 0) {
        return true;
    }
    if (encoder.encoding == AURPAY_ENCODING_QUERY) {
        return encode_query(&encoder, request, arguments);
    }
    return encode_body(&encoder, request, arguments);
}
