/* Parameters to the bytes of a query, a form or a JSON body. Not php_json_encode: that resets json_last_error(),
 * runs user code, obeys serialize_precision, and cannot write a decimal digit for digit. */
#include "binding.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"
#include "zend_strtod.h"
#include "ext/date/php_date.h"
#include "ext/json/php_json.h"

#include "../core/clock.h"
#include "../core/decimal.h"
#include "../core/json_numbers.h"
#include "../core/validate.h"

/* Decimal places of a float that can be told from a rounding error. */
#define FLOAT_PLACES_MAX 8

/* Digits before the point up to which a float is exact to the last one. */
#define FLOAT_DIGITS_MAX 15

/* 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
#define MIN_TIMESTAMP INT64_C(-62167219200)
#define MAX_TIMESTAMP INT64_C(253402300799)

struct encoder {
    enum aurpay_encoding encoding;
    struct aurpay_buffer *out;
    /* Which argument of the running method the parameters are. */
    uint32_t argument;
    /* The parameter being written, for messages. */
    const char *key;
};

static bool refuse(const struct encoder *encoder, const char *allowed)
{
    zend_argument_value_error(encoder->argument, "key \"%s\" must be %s", encoder->key, allowed);
    return false;
}

static bool refuse_type(const struct encoder *encoder, const char *allowed, zval *value)
{
    zend_argument_type_error(encoder->argument, "key \"%s\" must be %s, %s given", encoder->key, allowed,
                             zend_zval_type_name(value));
    return false;
}

static bool check(enum aurpay_code code)
{
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* Digits, true, false and null: the same bytes in every encoding. */
static bool write_raw(const struct encoder *encoder, const char *text, size_t length)
{
    return check(aurpay_buffer_append(encoder->out, text, length));
}

static bool write_json_string(const struct encoder *encoder, const char *text, size_t length)
{
    zend_string *quoted =
        php_json_encode_string(text, length, PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE);
    bool written;

    if (!quoted) {
        return refuse(encoder, "valid UTF-8");
    }
    written = write_raw(encoder, ZSTR_VAL(quoted), ZSTR_LEN(quoted));
    ZEND_SECURE_ZERO(ZSTR_VAL(quoted), ZSTR_LEN(quoted));
    zend_string_efree(quoted);
    return written;
}

static bool write_text(const struct encoder *encoder, const char *text, size_t length)
{
    if (encoder->encoding == AURPAY_ENCODING_JSON) {
        return write_json_string(encoder, text, length);
    }
    return check(aurpay_buffer_append_query(encoder->out, text, length));
}

static bool write_int(const struct encoder *encoder, zend_long number)
{
    char text[MAX_LENGTH_OF_LONG + 1];
    int length = snprintf(text, sizeof(text), ZEND_LONG_FMT, number);

    return write_raw(encoder, text, (size_t)length);
}

/* The shortest decimal that reads back as the same float, without an exponent, independent of locale and INI
 * settings. NULL when it is too large or too small to be exact. */
static zend_string *shortest_float(double number)
{
    smart_str text = {0};
    int point, length, i;
    bool negative;
    char *end, *digits = zend_dtoa(number, 0, 0, &point, &negative, &end);

    length = (int)(end - digits);
    if (point > FLOAT_DIGITS_MAX || point < -FLOAT_PLACES_MAX) {
        zend_freedtoa(digits);
        return NULL;
    }
    if (negative) {
        smart_str_appendc(&text, '-');
    }
    if (point <= 0) {
        smart_str_appends(&text, "0.");
    }
    for (i = point; i < 0; i++) {
        smart_str_appendc(&text, '0');
    }
    for (i = 0; i < length || i < point; i++) {
        if (i == point && i > 0) {
            smart_str_appendc(&text, '.');
        }
        if (i < length) {
            smart_str_appendc(&text, digits[i]);
        } else {
            smart_str_appendc(&text, '0');
        }
    }
    zend_freedtoa(digits);
    smart_str_0(&text);
    return smart_str_extract(&text);
}

/* A float is taken only when what would be sent is certainly what was meant: 0.1 + 0.2 is not. */
static bool write_float(const struct encoder *encoder, double number, bool must_be_positive)
{
    zend_string *text = zend_finite(number) ? shortest_float(number) : NULL;
    bool written;

    if (!text || aurpay_decimal_places(ZSTR_VAL(text), ZSTR_LEN(text)) > FLOAT_PLACES_MAX) {
        written =
            refuse(encoder, "an int, a decimal string, or a finite float with at most 8 decimal places (its "
                            "shortest form is sent digit for digit)");
    } else if (must_be_positive && !aurpay_decimal_is_positive(ZSTR_VAL(text), ZSTR_LEN(text))) {
        written = refuse(encoder, "greater than zero");
    } else {
        written = write_raw(encoder, ZSTR_VAL(text), ZSTR_LEN(text));
    }
    if (text) {
        zend_string_release(text);
    }
    return written;
}

static bool write_money_string(const struct encoder *encoder, zend_string *text)
{
    if (!aurpay_decimal_is_valid(ZSTR_VAL(text), ZSTR_LEN(text))) {
        return refuse(encoder,
                      "a plain decimal such as \"19.99\": ASCII digits with at most one point, without "
                      "blanks, commas, plus sign or exponent, at most 64 characters");
    }
    if (!aurpay_decimal_is_positive(ZSTR_VAL(text), ZSTR_LEN(text))) {
        return refuse(encoder, "greater than zero");
    }
    return write_raw(encoder, ZSTR_VAL(text), ZSTR_LEN(text));
}

static bool write_money(const struct encoder *encoder, zval *value)
{
    switch (Z_TYPE_P(value)) {
    case IS_LONG:
        return Z_LVAL_P(value) > 0 ? write_int(encoder, Z_LVAL_P(value))
                                   : refuse(encoder, "greater than zero");
    case IS_DOUBLE:
        return write_float(encoder, Z_DVAL_P(value), true);
    case IS_STRING:
        return write_money_string(encoder, Z_STR_P(value));
    default:
        return refuse_type(encoder, "an amount (an int, a decimal string, or a float)", value);
    }
}

/* The value of a string-backed enum, so that OrderStatus::Success can be given for "SUCCESS". */
static zval *enum_value(zval *value)
{
    if (Z_TYPE_P(value) == IS_OBJECT && (Z_OBJCE_P(value)->ce_flags & ZEND_ACC_ENUM) &&
        Z_OBJCE_P(value)->enum_backing_type == IS_STRING) {
        return zend_enum_fetch_case_value(Z_OBJ_P(value));
    }
    return value;
}

static bool write_string(const struct encoder *encoder, zval *value)
{
    value = enum_value(value);
    if (Z_TYPE_P(value) == IS_LONG) {
        char text[MAX_LENGTH_OF_LONG + 1];
        int length = snprintf(text, sizeof(text), ZEND_LONG_FMT, Z_LVAL_P(value));

        return write_text(encoder, text, (size_t)length);
    }
    if (Z_TYPE_P(value) != IS_STRING) {
        return refuse_type(encoder, "of type string", value);
    }
    if (aurpay_validate_is_blank(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        return refuse(encoder, "not empty or blank");
    }
    return write_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
}

static bool write_bool(const struct encoder *encoder, zval *value)
{
    if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
        return refuse_type(encoder, "of type bool", value);
    }
    return Z_TYPE_P(value) == IS_TRUE ? write_raw(encoder, "true", 4) : write_raw(encoder, "false", 5);
}

static bool write_bounded_int(const struct encoder *encoder, const struct aurpay_parameter *parameter,
                              zval *value)
{
    if (Z_TYPE_P(value) != IS_LONG) {
        return refuse_type(encoder, "of type int", value);
    }
    if (Z_LVAL_P(value) < parameter->minimum || Z_LVAL_P(value) > parameter->maximum) {
        zend_argument_value_error(encoder->argument, "key \"%s\" must be between %ld and %ld", encoder->key,
                                  parameter->minimum, parameter->maximum);
        return false;
    }
    return write_int(encoder, Z_LVAL_P(value));
}

static bool write_url(const struct encoder *encoder, enum aurpay_url_kind kind, zval *value)
{
    if (Z_TYPE_P(value) != IS_STRING) {
        return refuse_type(encoder, "of type string", value);
    }
    if (!aurpay_validate_url(kind, Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        return refuse(encoder,
                      kind == AURPAY_URL_CALLBACK
                          ? "an absolute https URL without user and fragment (http on a loopback address "
                            "alone): the platform sends the merchant's API key there"
                          : "an absolute http or https URL");
    }
    return write_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
}

/* The filters have no zone; UTC is assumed and sent. */
static bool write_date_object(const struct encoder *encoder, zval *value)
{
    char date[AURPAY_DATE_SIZE];
    zval timestamp;
    bool written;

    ZVAL_UNDEF(&timestamp);
    zend_call_method_with_0_params(Z_OBJ_P(value), Z_OBJCE_P(value), NULL, "gettimestamp", &timestamp);
    if (EG(exception)) {
        return false;
    }
    /* Bounded first: a timestamp times 1000 may not fit. */
    if (Z_TYPE(timestamp) != IS_LONG || Z_LVAL(timestamp) < MIN_TIMESTAMP ||
        Z_LVAL(timestamp) > MAX_TIMESTAMP ||
        aurpay_clock_format_date((int64_t)Z_LVAL(timestamp) * 1000, date)) {
        written = refuse(encoder, "a date between the years 0 and 9999");
    } else {
        written = write_text(encoder, date, strlen("YYYY-MM-DDThh:mm:ss"));
    }
    zval_ptr_dtor(&timestamp);
    return written;
}

static bool write_date(const struct encoder *encoder, zval *value)
{
    if (Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), php_date_get_interface_ce())) {
        return write_date_object(encoder, value);
    }
    if (Z_TYPE_P(value) != IS_STRING) {
        return refuse_type(encoder, "a string or a DateTimeInterface", value);
    }
    if (!aurpay_validate_filter_date(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        return refuse(encoder, "a date in UTC as YYYY-MM-DDThh:mm:ss");
    }
    return write_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
}

static bool write_documented(const struct encoder *encoder, const struct aurpay_parameter *parameter,
                             zval *value)
{
    switch (parameter->type) {
    case AURPAY_PARAMETER_STRING:
    case AURPAY_PARAMETER_SECRET:
        return write_string(encoder, value);
    case AURPAY_PARAMETER_MONEY:
        return write_money(encoder, value);
    case AURPAY_PARAMETER_BOOLEAN:
        return write_bool(encoder, value);
    case AURPAY_PARAMETER_INTEGER:
        return write_bounded_int(encoder, parameter, value);
    case AURPAY_PARAMETER_URL:
        return write_url(encoder, AURPAY_URL_BROWSER, value);
    case AURPAY_PARAMETER_CALLBACK_URL:
        return write_url(encoder, AURPAY_URL_CALLBACK, value);
    case AURPAY_PARAMETER_DATE:
        return write_date(encoder, value);
    }
    return false;
}

static bool write_json_value(const struct encoder *encoder, zval *value, int depth);

static bool write_json_array(const struct encoder *encoder, HashTable *array, int depth)
{
    bool is_list = zend_array_is_list(array);
    bool is_first = true;
    zend_string *key;
    zend_ulong index;
    zval *element;

    if (depth >= AURPAY_JSON_MAX_DEPTH) {
        return refuse(encoder, "nested at most 64 levels deep");
    }
    if (!write_raw(encoder, is_list ? "[" : "{", 1)) {
        return false;
    }
    ZEND_HASH_FOREACH_KEY_VAL(array, index, key, element) {
        if (!is_first && !write_raw(encoder, ",", 1)) {
            return false;
        }
        is_first = false;
        if (!is_list) {
            bool written = key ? write_json_string(encoder, ZSTR_VAL(key), ZSTR_LEN(key))
                               : (write_raw(encoder, "\"", 1) && write_int(encoder, (zend_long)index) &&
                                  write_raw(encoder, "\"", 1));

            if (!written || !write_raw(encoder, ":", 1)) {
                return false;
            }
        }
        if (!write_json_value(encoder, element, depth + 1)) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return write_raw(encoder, is_list ? "]" : "}", 1);
}

static bool write_json_value(const struct encoder *encoder, zval *value, int depth)
{
    ZVAL_DEREF(value);
    switch (Z_TYPE_P(value)) {
    case IS_NULL:
        return write_raw(encoder, "null", 4);
    case IS_TRUE:
    case IS_FALSE:
        return write_bool(encoder, value);
    case IS_LONG:
        return write_int(encoder, Z_LVAL_P(value));
    case IS_DOUBLE:
        return write_float(encoder, Z_DVAL_P(value), false);
    case IS_STRING:
        return write_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
    case IS_ARRAY:
        return write_json_array(encoder, Z_ARRVAL_P(value), depth);
    default:
        return refuse_type(encoder, "a scalar or an array", value);
    }
}

/* A parameter that the documents do not name is passed on as it is. */
static bool write_undocumented(const struct encoder *encoder, zval *value)
{
    if (encoder->encoding != AURPAY_ENCODING_JSON &&
        (Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) > IS_STRING)) {
        return refuse_type(encoder, "a scalar", value);
    }
    return write_json_value(encoder, value, 0);
}

static const struct aurpay_parameter *find_parameter(const struct aurpay_parameter *parameters,
                                                     zend_string *name)
{
    for (; parameters && parameters->name; parameters++) {
        if (zend_string_equals_cstr(name, parameters->name, strlen(parameters->name))) {
            return parameters;
        }
    }
    return NULL;
}

/* `"name":` or `name=`, after a comma or an ampersand when it is not the first. */
static bool write_name(const struct encoder *encoder, zend_string *name, bool is_first)
{
    bool is_json = encoder->encoding == AURPAY_ENCODING_JSON;

    if (!is_first && !write_raw(encoder, is_json ? "," : "&", 1)) {
        return false;
    }
    return write_text(encoder, ZSTR_VAL(name), ZSTR_LEN(name)) && write_raw(encoder, is_json ? ":" : "=", 1);
}

static bool write_parameters(struct encoder *encoder, const struct aurpay_parameter *parameters,
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
        if (!(parameter ? write_documented(encoder, parameter, value) : write_undocumented(encoder, value))) {
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
        zval *value = arguments->params ? zend_hash_str_find_deref(arguments->params, parameter->name,
                                                                   strlen(parameter->name))
                                        : NULL;

        if (parameter->required && (!value || Z_TYPE_P(value) == IS_NULL)) {
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

    return check(aurpay_buffer_append(&request->url, separator, 1)) &&
           check(aurpay_buffer_append(&request->url, query->data, query->length));
}

static bool encode_query(struct encoder *encoder, struct aurpay_request *request,
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

static bool encode_body(struct encoder *encoder, struct aurpay_request *request,
                        const struct php_aurpay_arguments *arguments)
{
    bool is_json = encoder->encoding == AURPAY_ENCODING_JSON;

    encoder->out = &request->body;
    request->content_type = is_json ? "application/json" : "application/x-www-form-urlencoded";
    if (is_json && !write_raw(encoder, "{", 1)) {
        return false;
    }
    if (!write_parameters(encoder, arguments->endpoint->parameters, arguments->params)) {
        return false;
    }
    return !is_json || write_raw(encoder, "}", 1);
}

bool php_aurpay_encode(struct aurpay_request *request, const struct php_aurpay_arguments *arguments)
{
    struct encoder encoder = {.encoding = arguments->endpoint->encoding,
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
