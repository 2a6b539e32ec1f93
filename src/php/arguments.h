/* What is accepted as an amount, an id or a text: one rule for arguments and for values in arrays. PHP's own
 * conversions are not used: without strict_types they turn 19.99 into 19, and true into 1. */
#ifndef PHP_AURPAY_ARGUMENTS_H
#define PHP_AURPAY_ARGUMENTS_H

#include "compat.h"

/** Where a value was given, for messages. */
struct php_aurpay_place {
    /** Which argument of the running method. */
    uint32_t argument;
    /** The key in it; NULL for the argument itself. */
    const char *key;
};

/** Throws a \ValueError that the value must be @p allowed, and returns false. */
bool php_aurpay_place_refuse(const struct php_aurpay_place *place, const char *allowed);

/** Throws a \TypeError that the value must be @p allowed, and returns false. */
bool php_aurpay_place_refuse_type(const struct php_aurpay_place *place, const char *allowed, zval *value);

/** The shortest decimal of a float, as a new string. Throws and returns NULL when it may not be what was
 *  meant, as for 0.1 + 0.2. */
zend_string *php_aurpay_float_text(const struct php_aurpay_place *place, double number);

/** An amount greater than zero, digit for digit, from an int, a decimal string, or a float as above; anything
 *  else is a \TypeError. Returns a new reference, or NULL when it threw. */
zend_string *php_aurpay_amount_text(const struct php_aurpay_place *place, zval *value);

/** The text of an id that is a string or an int, as a new reference; NULL for anything else, without an
 *  exception. The call checks the characters of the id. */
zend_string *php_aurpay_id_of(zval *value);

/** As php_aurpay_id_of, but throws a \TypeError about argument @p argument of the running method. */
zend_string *php_aurpay_id_argument(uint32_t argument, zval *value);

/** Throws a \TypeError, as strict_types would, for an int, float, bool or null that the stub does not allow:
 *  a password `true` does not mean "1", and a one-time password given as an int has lost its leading zeros.
 *  Each method with a scalar argument calls it first. */
bool php_aurpay_check_scalars(const zend_execute_data *execute_data);

/** Each throws a \ValueError and returns false when the argument is not allowed. A password or an id must not
 *  be empty or blank. A key, token or secret must not begin or end with white space, either. A value for a
 *  header must not have bytes that a header cannot carry, either. */
bool php_aurpay_check_not_blank(zend_string *value, uint32_t argument);
bool php_aurpay_check_secret(zend_string *value, uint32_t argument);
bool php_aurpay_check_header_secret(zend_string *value, uint32_t argument);

#endif
