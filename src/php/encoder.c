#include "encoder.h"

#include "zend_exceptions.h"
#include "ext/date/php_date.h"
#include "ext/json/php_json.h"

#include "../core/character.h"
#include "../core/clock.h"
#include "../core/validate.h"

/* 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z. */
#define MIN_TIMESTAMP INT64_C(-62167219200)
#define MAX_TIMESTAMP INT64_C(253402300799)

bool php_aurpay_encoder_json_string(const struct php_aurpay_encoder *encoder, const char *text, size_t length)
{
    zend_string *quoted;
    bool written;

    /* Most of what is sent. */
    if (aurpay_character_span(text, text + length, AURPAY_CHARACTER_JSON) == text + length) {
        return php_aurpay_encoder_raw(encoder, "\"", 1) && php_aurpay_encoder_raw(encoder, text, length) &&
               php_aurpay_encoder_raw(encoder, "\"", 1);
    }
    quoted = php_json_encode_string(text, length, PHP_JSON_UNESCAPED_SLASHES | PHP_JSON_UNESCAPED_UNICODE);
    if (!quoted) {
        return php_aurpay_encoder_refuse(encoder, "valid UTF-8");
    }
    written = php_aurpay_encoder_raw(encoder, ZSTR_VAL(quoted), ZSTR_LEN(quoted));
    ZEND_SECURE_ZERO(ZSTR_VAL(quoted), ZSTR_LEN(quoted));
    zend_string_efree(quoted);
    return written;
}

bool php_aurpay_encoder_text(const struct php_aurpay_encoder *encoder, const char *text, size_t length)
{
    if (encoder->encoding == AURPAY_ENCODING_JSON) {
        return php_aurpay_encoder_json_string(encoder, text, length);
    }
    return php_aurpay_encoder_check(aurpay_buffer_append_query(encoder->out, text, length));
}

bool php_aurpay_encoder_int(const struct php_aurpay_encoder *encoder, zend_long number)
{
    char text[MAX_LENGTH_OF_LONG + 1];
    int length = snprintf(text, sizeof(text), ZEND_LONG_FMT, number);
    bool written = php_aurpay_encoder_raw(encoder, text, (size_t)length);

    /* request() takes a one-time password as an int, too. */
    ZEND_SECURE_ZERO(text, sizeof(text));
    return written;
}

/* Digits, which are then let go: NULL when they were refused. */
static bool write_digits(const struct php_aurpay_encoder *encoder, zend_string *digits)
{
    bool written = digits && php_aurpay_encoder_raw(encoder, ZSTR_VAL(digits), ZSTR_LEN(digits));

    if (digits) {
        php_aurpay_secrets_release_string(digits);
    }
    return written;
}

bool php_aurpay_encoder_float(const struct php_aurpay_encoder *encoder, double number)
{
    return write_digits(encoder, php_aurpay_float_text(&encoder->place, number));
}

static bool write_money(const struct php_aurpay_encoder *encoder, zval *value)
{
    return write_digits(encoder, php_aurpay_amount_text(&encoder->place, value));
}

zval *php_aurpay_encoder_enum_value(zval *value)
{
    if (Z_TYPE_P(value) == IS_OBJECT && (Z_OBJCE_P(value)->ce_flags & ZEND_ACC_ENUM) &&
        Z_OBJCE_P(value)->enum_backing_type == IS_STRING) {
        return zend_enum_fetch_case_value(Z_OBJ_P(value));
    }
    return value;
}

static bool write_text(const struct php_aurpay_encoder *encoder, const char *allowed, zval *value)
{
    if (Z_TYPE_P(value) != IS_STRING) {
        return php_aurpay_encoder_refuse_type(encoder, allowed, value);
    }
    if (aurpay_validate_is_blank(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        zend_argument_value_error(encoder->place.argument, "key \"%s\" must not be empty or blank",
                                  encoder->place.key);
        return false;
    }
    return php_aurpay_encoder_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
}

static bool write_string(const struct php_aurpay_encoder *encoder, zval *value)
{
    value = php_aurpay_encoder_enum_value(value);
    if (Z_TYPE_P(value) == IS_LONG) {
        char text[MAX_LENGTH_OF_LONG + 1];
        int length = snprintf(text, sizeof(text), ZEND_LONG_FMT, Z_LVAL_P(value));
        bool written = php_aurpay_encoder_text(encoder, text, (size_t)length);

        ZEND_SECURE_ZERO(text, sizeof(text));
        return written;
    }
    return write_text(encoder, "of type string|int", value);
}

bool php_aurpay_encoder_bool(const struct php_aurpay_encoder *encoder, zval *value)
{
    if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
        return php_aurpay_encoder_refuse_type(encoder, "of type bool", value);
    }
    return Z_TYPE_P(value) == IS_TRUE ? php_aurpay_encoder_raw(encoder, "true", 4)
                                      : php_aurpay_encoder_raw(encoder, "false", 5);
}

static bool write_bounded_int(const struct php_aurpay_encoder *encoder,
                              const struct aurpay_parameter *parameter, zval *value)
{
    if (Z_TYPE_P(value) != IS_LONG) {
        return php_aurpay_encoder_refuse_type(encoder, "of type int", value);
    }
    if (Z_LVAL_P(value) < parameter->minimum || Z_LVAL_P(value) > parameter->maximum) {
        zend_argument_value_error(encoder->place.argument, "key \"%s\" must be between %ld and %ld",
                                  encoder->place.key, parameter->minimum, parameter->maximum);
        return false;
    }
    return php_aurpay_encoder_int(encoder, Z_LVAL_P(value));
}

/* Easily overlooked: a line break or a no-break space at the end, a blank in a name. */
static bool has_white_space(const zend_string *url)
{
    size_t i;

    for (i = 0; i < ZSTR_LEN(url); i++) {
        unsigned char byte = (unsigned char)ZSTR_VAL(url)[i];

        if (byte <= ' ' || byte == 0x7f) {
            return true;
        }
    }
    return aurpay_validate_has_outer_space(ZSTR_VAL(url), ZSTR_LEN(url));
}

static const char *allowed_url(enum aurpay_url_kind kind, const zend_string *refused)
{
    if (has_white_space(refused)) {
        return "a URL without white space and control characters: percent-encode them, a blank as %20";
    }
    return kind == AURPAY_URL_CALLBACK
               ? "an absolute https URL without user and fragment (http only on a loopback "
                 "address): the platform sends the merchant's API key there"
               : "an absolute http or https URL";
}

static bool write_url(const struct php_aurpay_encoder *encoder, enum aurpay_url_kind kind, zval *value)
{
    enum aurpay_code code;

    if (Z_TYPE_P(value) != IS_STRING) {
        return php_aurpay_encoder_refuse_type(encoder, "of type string", value);
    }
    code = aurpay_validate_url(kind, Z_STRVAL_P(value), Z_STRLEN_P(value));
    if (code == AURPAY_ERROR_MEMORY) {
        php_aurpay_throw_code(code);
        return false;
    }
    if (code || aurpay_validate_has_outer_space(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        return php_aurpay_encoder_refuse(encoder, allowed_url(kind, Z_STR_P(value)));
    }
    return php_aurpay_encoder_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
}

static bool is_date_object(const zval *value)
{
    return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), php_date_get_interface_ce());
}

/* The filters have no zone; UTC is assumed and sent. NULL when it threw. */
static zend_string *date_text(const struct php_aurpay_place *place, zend_object *object)
{
    zend_string *text = NULL;
    char date[AURPAY_DATE_SIZE];
    zval timestamp, *seconds = &timestamp;

    ZVAL_UNDEF(&timestamp);
    /* A method of a subclass may drop the last reference to its object. */
    GC_ADDREF(object);
    zend_call_method_with_0_params(object, object->ce, NULL, "gettimestamp", &timestamp);
    OBJ_RELEASE(object);
    if (EG(exception)) {
        return NULL;
    }
    ZVAL_DEREF(seconds);
    /* Bounded first: a timestamp times 1000 may not fit. */
    if (Z_TYPE_P(seconds) != IS_LONG || Z_LVAL_P(seconds) < MIN_TIMESTAMP ||
        Z_LVAL_P(seconds) > MAX_TIMESTAMP ||
        aurpay_clock_format_date((int64_t)Z_LVAL_P(seconds) * 1000, date)) {
        php_aurpay_place_refuse(place, "a date between the years 0 and 9999");
    } else {
        text = zend_string_init(date, strlen("YYYY-MM-DDThh:mm:ss"), 0);
    }
    zval_ptr_dtor(&timestamp);
    return text;
}

static bool write_date_object(const struct php_aurpay_encoder *encoder, zval *value)
{
    zend_string *text = date_text(&encoder->place, Z_OBJ_P(value));
    bool written = text && php_aurpay_encoder_text(encoder, ZSTR_VAL(text), ZSTR_LEN(text));

    if (text) {
        zend_string_release(text);
    }
    return written;
}

static bool write_date(const struct php_aurpay_encoder *encoder, zval *value)
{
    if (is_date_object(value)) {
        return write_date_object(encoder, value);
    }
    if (Z_TYPE_P(value) != IS_STRING) {
        return php_aurpay_encoder_refuse_type(encoder, "a string or a DateTimeInterface", value);
    }
    if (!aurpay_validate_filter_date(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        return php_aurpay_encoder_refuse(encoder, "a date in UTC as YYYY-MM-DDThh:mm:ss");
    }
    return php_aurpay_encoder_text(encoder, Z_STRVAL_P(value), Z_STRLEN_P(value));
}

bool php_aurpay_encoder_fix_dates(const struct php_aurpay_arguments *arguments, zval *params)
{
    const struct aurpay_parameter *parameter = arguments->endpoint->parameters;

    for (; parameter && parameter->name; parameter++) {
        const struct php_aurpay_place place = {arguments->params_argument, parameter->name};
        size_t length = strlen(parameter->name);
        zval *value = zend_hash_str_find(Z_ARRVAL_P(params), parameter->name, length), fixed;
        zend_string *text;

        if (parameter->type != AURPAY_PARAMETER_DATE || !value || !is_date_object(value)) {
            continue;
        }
        text = date_text(&place, Z_OBJ_P(value));
        if (!text) {
            return false;
        }
        ZVAL_STR(&fixed, text);
        SEPARATE_ARRAY(params);
        zend_hash_str_update(Z_ARRVAL_P(params), parameter->name, length, &fixed);
    }
    return true;
}

bool php_aurpay_encoder_documented(const struct php_aurpay_encoder *encoder,
                                   const struct aurpay_parameter *parameter, zval *value)
{
    switch (parameter->type) {
    case AURPAY_PARAMETER_STRING:
        return write_string(encoder, value);
    case AURPAY_PARAMETER_TEXT:
    case AURPAY_PARAMETER_SECRET:
        /* No int: a card number or a one-time password may begin with 0. */
        return write_text(encoder, "of type string", value);
    case AURPAY_PARAMETER_MONEY:
        return write_money(encoder, value);
    case AURPAY_PARAMETER_BOOLEAN:
        return php_aurpay_encoder_bool(encoder, value);
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
