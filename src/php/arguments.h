/* What may come in as an amount, as an id and as a text: one rule, whether it is an argument of its own or
 * stands in an array. PHP's own conversions are kept away: without strict_types they make 19 of 19.99, and 1
 * of true. */
#ifndef PHP_AURPAY_ARGUMENTS_H
#define PHP_AURPAY_ARGUMENTS_H

#include "compat.h"

/** Where a value came in, for messages. */
struct php_aurpay_place {
    /** Which argument of the running method. */
    uint32_t argument;
    /** The key in it; NULL for the argument itself. */
    const char *key;
};

/** Throws a \ValueError that the value must be @p allowed, and answers false. */
bool php_aurpay_place_refuse(const struct php_aurpay_place *place, const char *allowed);

/** Throws a \TypeError that the value must be @p allowed, and answers false. */
bool php_aurpay_place_refuse_type(const struct php_aurpay_place *place, const char *allowed, zval *value);

/** The shortest decimal of a float, when that is certainly what was meant: 0.1 + 0.2 is not. A new string, or
 *  NULL when it threw. */
zend_string *php_aurpay_float_text(const struct php_aurpay_place *place, double number);

/** An amount greater than zero, digit for digit: of an int, of a decimal string, or of a float as above.
 *  Everything else is a \TypeError. A new reference, or NULL when it threw. */
zend_string *php_aurpay_amount_text(const struct php_aurpay_place *place, zval *value);

/** The text of an id that is a string or an int, as a new reference; NULL for everything else, and nothing is
 *  thrown. What an id may consist of is checked by the call. */
zend_string *php_aurpay_id_of(zval *value);

/** As php_aurpay_id_of for argument @p argument of the running method, but throws a \TypeError. */
zend_string *php_aurpay_id_argument(uint32_t argument, zval *value);

/** Refuses an int, a float, a bool or a null where the stub does not name it, as strict_types would, with a
 *  \TypeError: "1" is not what `true` meant as a password, and a one-time password that came as an int has
 *  lost its first 0. For the head of each method with a scalar argument. */
bool php_aurpay_check_scalars(const zend_execute_data *execute_data);

/** Each throws \ValueError and answers false when the argument is not fit for its use: for a password or an
 *  id, empty or blank; for a key, token or secret, also with white space at an end; for one that a header
 *  carries, also with bytes that a header cannot carry. */
bool php_aurpay_check_not_blank(zend_string *value, uint32_t argument);
bool php_aurpay_check_secret(zend_string *value, uint32_t argument);
bool php_aurpay_check_header_secret(zend_string *value, uint32_t argument);

#endif
