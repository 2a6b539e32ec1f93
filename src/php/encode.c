/* Parameters to the bytes of a query, a form or a JSON body. Not php_json_encode: that resets
 * json_last_error(), runs user code, obeys serialize_precision, and cannot write a decimal digit for
 * digit. */
#include "encode.h"

#include "zend_exceptions.h"

#include "../core/json_numbers.h"
#include "../core/nearest.h"
#include "anchor.h"
#include "encoder.h"
#include "sentence.h"

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
        if (key) {
            php_aurpay_secrets_add_named(encoder->secrets, key, element);
        }
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
        return php_aurpay_encoder_float(encoder, Z_DVAL_P(value));
    case IS_STRING:
        return php_aurpay_encoder_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
    case IS_ARRAY:
        return write_json_array(encoder, Z_ARRVAL_P(value), depth);
    default:
        return php_aurpay_encoder_refuse_type(encoder, "a scalar or an array", value);
    }
}

/* For request(): undocumented parameters are sent as they are. */
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

/* "the keys are a, b and c" */
static void append_keys(smart_str *message, const struct aurpay_parameter *parameters)
{
    size_t count = 0, i;

    if (!parameters) {
        smart_str_appends(message, "there are none");
        return;
    }
    while (parameters[count].name) {
        count++;
    }
    smart_str_appends(message, count > 1 ? "the keys are " : "the only key is ");
    for (i = 0; i < count; i++) {
        php_aurpay_sentence_append(message, parameters[i].name, i, count);
    }
}

/* The documented name nearest to this one, or NULL. */
static const char *nearest_documented(const struct aurpay_parameter *parameters, zend_string *name)
{
    struct aurpay_nearest nearest;

    aurpay_nearest_init(&nearest, ZSTR_VAL(name), ZSTR_LEN(name));
    for (; parameters && parameters->name; parameters++) {
        aurpay_nearest_offer(&nearest, parameters->name, strlen(parameters->name));
    }
    aurpay_nearest_wipe(&nearest);
    return nearest.name;
}

/* A misspelt parameter would be sent without effect: the shop is never called back, or a list is not
 * filtered. */
static bool refuse_unknown(const struct php_aurpay_encoder *encoder,
                           const struct aurpay_parameter *parameters, zend_string *name)
{
    zend_string *shown = php_aurpay_redact_text(ZSTR_VAL(name), ZSTR_LEN(name), encoder->secrets);
    const char *nearest = nearest_documented(parameters, name);
    smart_str message = {0};

    smart_str_append_printf(&message, "has an unknown key \"%s\"", ZSTR_VAL(shown));
    if (nearest) {
        smart_str_append_printf(&message, " (the nearest known one is \"%s\")", nearest);
    }
    smart_str_appends(&message, "; ");
    append_keys(&message, parameters);
    smart_str_0(&message);
    zend_argument_value_error(encoder->place.argument, "%s; request() sends what the documents do not name",
                              ZSTR_VAL(message.s));
    smart_str_free(&message);
    zend_string_release(shown);
    return false;
}

/* One pair of name and value. A documented parameter that is null is left out. */
static bool write_parameter(const struct php_aurpay_encoder *encoder, const struct aurpay_endpoint *endpoint,
                            zend_string *name, zval *value, bool *is_first)
{
    const struct aurpay_parameter *parameter = find_parameter(endpoint->parameters, name);
    bool written;

    if (!parameter && !endpoint->accepts_any_parameters) {
        return refuse_unknown(encoder, endpoint->parameters, name);
    }
    if (parameter && Z_TYPE_P(value) == IS_NULL) {
        return true;
    }
    written = write_name(encoder, name, *is_first) &&
              (parameter ? php_aurpay_encoder_documented(encoder, parameter, value)
                         : write_undocumented(encoder, value));
    *is_first = false;
    return written;
}

/* As write_parameter. In messages about the value, secrets in the caller's own name of it are masked. */
static bool write_undocumented_parameter(struct php_aurpay_encoder *encoder,
                                         const struct aurpay_endpoint *endpoint, zend_string *name,
                                         zval *value, bool *is_first)
{
    zend_string *shown = php_aurpay_redact_text(ZSTR_VAL(name), ZSTR_LEN(name), encoder->secrets);
    bool written;

    encoder->place.key = ZSTR_VAL(shown);
    written = write_parameter(encoder, endpoint, name, value, is_first);
    php_aurpay_secrets_release_string(shown);
    return written;
}

static bool write_parameters(struct php_aurpay_encoder *encoder, const struct php_aurpay_arguments *arguments)
{
    const struct aurpay_endpoint *endpoint = arguments->endpoint;
    bool is_first = true;
    zend_string *name;
    zval *value;

    ZEND_HASH_FOREACH_STR_KEY_VAL(arguments->params, name, value) {
        if (!name) {
            zend_argument_value_error(encoder->place.argument,
                                      "must have string keys only: the API's field names");
            return false;
        }
        ZVAL_DEREF(value);
        encoder->place.key = ZSTR_VAL(name);
        if (!(endpoint->accepts_any_parameters
                  ? write_undocumented_parameter(encoder, endpoint, name, value, &is_first)
                  : write_parameter(encoder, endpoint, name, value, &is_first))) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

/* The misspelt name that was given for a missing parameter, or NULL. Borrowed from the parameters. */
static zend_string *given_for(const struct php_aurpay_arguments *arguments, const char *missing)
{
    const struct aurpay_parameter *parameters = arguments->endpoint->parameters;
    zend_string *name;

    if (!arguments->params) {
        return NULL;
    }
    ZEND_HASH_FOREACH_STR_KEY(arguments->params, name) {
        /* The names in the table are compared as pointers: the nearest is one of them. */
        if (name && !find_parameter(parameters, name) && nearest_documented(parameters, name) == missing) {
            return name;
        }
    }
    ZEND_HASH_FOREACH_END();
    return NULL;
}

static bool refuse_missing(const struct php_aurpay_arguments *arguments, const char *missing,
                           const struct php_aurpay_secrets *secrets)
{
    zend_string *given = given_for(arguments, missing), *shown;

    if (!given) {
        zend_argument_value_error(arguments->params_argument, "must have the key \"%s\"", missing);
        return false;
    }
    shown = php_aurpay_redact_text(ZSTR_VAL(given), ZSTR_LEN(given), secrets);
    zend_argument_value_error(arguments->params_argument, "must have the key \"%s\"; \"%s\" was given",
                              missing, ZSTR_VAL(shown));
    zend_string_release(shown);
    return false;
}

static bool has_required(const struct php_aurpay_arguments *arguments,
                         const struct php_aurpay_secrets *secrets)
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
            return refuse_missing(arguments, parameter->name, secrets);
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
    /* Built apart from the URL, so that no question mark is left when all parameters are null. */
    struct aurpay_buffer *query = php_aurpay_anchor_create_buffer(request->url.limit);
    bool encoded;

    if (!query) {
        return false;
    }
    encoder->out = query;
    encoded = write_parameters(encoder, arguments);
    if (encoded && query->length) {
        encoded = append_query(request, query);
    }
    php_aurpay_anchor_free_buffer(query);
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
    if (!write_parameters(encoder, arguments)) {
        return false;
    }
    return !is_json || php_aurpay_encoder_raw(encoder, "}", 1);
}

bool php_aurpay_encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    struct aurpay_request *request = &call->core.request;
    struct php_aurpay_encoder encoder = {.encoding = arguments->endpoint->encoding,
                                         .secrets = &call->secrets,
                                         .place = {arguments->params_argument, NULL}};

    if (arguments->params) {
        php_aurpay_secrets_add_parameters(&call->secrets, arguments->endpoint, arguments->params);
    }
    if (!has_required(arguments, &call->secrets)) {
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
