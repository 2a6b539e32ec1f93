/* JSON texts to arrays with exact decimals. */
#ifndef PHP_AURPAY_JSON_H
#define PHP_AURPAY_JSON_H

#include "compat.h"

/** The deepest nesting that is read or written. */
#define PHP_AURPAY_JSON_MAX_DEPTH 64

/** Parses a JSON object or list to arrays. Every number with a fraction or an exponent, every negative zero,
 *  every integer that does not fit, and every number that is the value of a key in @p money_fields (or stands
 *  in a list that is) becomes a string of the digits in the text. A text without brackets may become a float.
 *
 *  Where it is money, a number with an exponent, as number or as text, is written out with its value
 *  unchanged (`1.5e-3` becomes `0.0015`). One of more than AURPAY_DECIMAL_PLAIN_DIGITS digits stays as it was
 *  sent.
 *
 *  @param json ends in a NUL that @p length does not count
 *  @param money_fields NULL-terminated list of key names
 *  @param value becomes undefined when it is not JSON or nested too deeply; *@p problem then says why */
bool php_aurpay_json_parse(const char *json, size_t length, const char *const *money_fields, zval *value,
                           const char **problem);

#endif
