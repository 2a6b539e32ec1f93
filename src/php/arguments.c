#include "arguments.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"
#include "zend_strtod.h"

#include "../core/decimal.h"
#include "../core/validate.h"

/* The most decimal places of a float: more may be a rounding error. */
#define FLOAT_PLACES_MAX 8

/* The digits of a decimal that a float keeps exactly: more may be noise of a calculation. */
#define FLOAT_DIGITS_MAX 15

bool php_aurpay_place_refuse(const struct php_aurpay_place *place, const char *allowed)
{
    if (place->key) {
        zend_argument_value_error(place->argument, "key \"%s\" must be %s", place->key, allowed);
    } else {
        zend_argument_value_error(place->argument, "must be %s", allowed);
    }
    return false;
}

bool php_aurpay_place_refuse_type(const struct php_aurpay_place *place, const char *allowed, zval *value)
{
    const char *given = zend_zval_type_name(value);

    if (place->key) {
        zend_argument_type_error(place->argument, "key \"%s\" must be %s, %s given", place->key, allowed,
                                 given);
    } else {
        zend_argument_type_error(place->argument, "must be %s, %s given", allowed, given);
    }
    return false;
}

/* ---- amounts ---- */

/* The shortest decimal that reads back as the same float, without an exponent and independent of locale and
 * INI settings. NULL when the float is too large or too small to be exact. */
static zend_string *shortest_float(double number)
{
    smart_str text = {0};
    int point, length, i;
    bool negative;
    char *end, *digits = zend_dtoa(number, 0, 0, &point, &negative, &end);

    length = (int)(end - digits);
    if (length > FLOAT_DIGITS_MAX || point > FLOAT_DIGITS_MAX || point < -FLOAT_PLACES_MAX) {
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

zend_string *php_aurpay_float_text(const struct php_aurpay_place *place, double number)
{
    zend_string *text = zend_finite(number) ? shortest_float(number) : NULL;

    if (text && aurpay_decimal_places(ZSTR_VAL(text), ZSTR_LEN(text)) <= FLOAT_PLACES_MAX) {
        return text;
    }
    if (text) {
        zend_string_release(text);
    }
    php_aurpay_place_refuse(
        place, place->key ? "an int, a decimal string, or a finite float with at most 8 decimal places (its "
                            "shortest form is sent digit for digit)"
                          : "an int, a decimal string, or a finite float with at most 8 decimal places");
    return NULL;
}

/* NULL when it threw. */
static zend_string *digits_of(const struct php_aurpay_place *place, zval *value)
{
    switch (Z_TYPE_P(value)) {
    case IS_LONG:
        return zend_long_to_str(Z_LVAL_P(value));
    case IS_DOUBLE:
        return php_aurpay_float_text(place, Z_DVAL_P(value));
    case IS_STRING:
        if (aurpay_decimal_is_valid(Z_STRVAL_P(value), Z_STRLEN_P(value))) {
            return zend_string_copy(Z_STR_P(value));
        }
        php_aurpay_place_refuse(
            place, "a plain decimal such as \"19.99\": ASCII digits with at most one point, without "
                   "blanks, commas, plus sign or exponent, at most 98 characters");
        return NULL;
    default:
        php_aurpay_place_refuse_type(place, "an amount (an int, a decimal string, or a float)", value);
        return NULL;
    }
}

zend_string *php_aurpay_amount_text(const struct php_aurpay_place *place, zval *value)
{
    zend_string *text;

    ZVAL_DEREF(value);
    text = digits_of(place, value);
    if (text && !aurpay_decimal_is_positive(ZSTR_VAL(text), ZSTR_LEN(text))) {
        php_aurpay_place_refuse(place, "greater than zero");
        zend_string_release(text);
        return NULL;
    }
    return text;
}

/* ---- ids ---- */

zend_string *php_aurpay_id_of(zval *value)
{
    ZVAL_DEREF(value);
    switch (Z_TYPE_P(value)) {
    case IS_STRING:
        return zend_string_copy(Z_STR_P(value));
    case IS_LONG:
        return zend_long_to_str(Z_LVAL_P(value));
    default:
        return NULL;
    }
}

zend_string *php_aurpay_id_argument(uint32_t argument, zval *value)
{
    const struct php_aurpay_place place = {argument, NULL};
    zend_string *id = php_aurpay_id_of(value);

    if (!id) {
        ZVAL_DEREF(value);
        /* PHP makes a float of an int literal that is too large. */
        if (Z_TYPE_P(value) == IS_DOUBLE) {
            zend_argument_type_error(argument,
                                     "must be of type string|int, float given; write a long id as a string");
        } else {
            php_aurpay_place_refuse_type(&place, "of type string|int", value);
        }
    }
    return id;
}

/* ---- texts ---- */

/* Whether the engine would convert a scalar, or null, for an argument of this type. */
static bool is_coerced(zend_type type, zval *argument)
{
    return Z_TYPE_P(argument) <= IS_DOUBLE && !(ZEND_TYPE_FULL_MASK(type) & (1u << Z_TYPE_P(argument)));
}

bool php_aurpay_check_scalars(const zend_execute_data *execute_data)
{
    const zend_function *method = execute_data->func;
    uint32_t count = MIN(ZEND_CALL_NUM_ARGS(execute_data), method->common.num_args);
    uint32_t i;

    for (i = 0; i < count; i++) {
        zend_type type = method->common.arg_info[i].type;
        zval *argument = ZEND_CALL_ARG(execute_data, i + 1);

        ZVAL_DEREF(argument);
        if (is_coerced(type, argument)) {
            zend_string *allowed = zend_type_to_string(type);

            zend_argument_type_error(i + 1, "must be of type %s, %s given", ZSTR_VAL(allowed),
                                     zend_zval_type_name(argument));
            zend_string_release(allowed);
            return false;
        }
    }
    return true;
}

bool php_aurpay_check_not_blank(zend_string *value, uint32_t argument)
{
    if (aurpay_validate_is_blank(ZSTR_VAL(value), ZSTR_LEN(value))) {
        zend_argument_value_error(argument, "must not be empty or blank");
        return false;
    }
    return true;
}

bool php_aurpay_check_secret(zend_string *value, uint32_t argument)
{
    if (!php_aurpay_check_not_blank(value, argument)) {
        return false;
    }
    if (aurpay_validate_has_outer_space(ZSTR_VAL(value), ZSTR_LEN(value))) {
        zend_argument_value_error(
            argument, "must not begin or end with white space (a blank, a tab, a line break, a no-break "
                      "space, a zero-width space or a byte order mark)");
        return false;
    }
    return true;
}

bool php_aurpay_check_header_secret(zend_string *value, uint32_t argument)
{
    if (!php_aurpay_check_secret(value, argument)) {
        return false;
    }
    if (!aurpay_validate_header_value(ZSTR_VAL(value), ZSTR_LEN(value))) {
        zend_argument_value_error(
            argument,
            "must be at most 8192 visible ASCII characters without a line break or a control character");
        return false;
    }
    return true;
}
