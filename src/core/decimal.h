/* Decimal numbers as text: money is never a float here. */
#ifndef AURPAY_CORE_DECIMAL_H
#define AURPAY_CORE_DECIMAL_H

#include "common.h"

/** The longest decimal that is taken, sign and point included. AzPays documents 36 digits with 18 decimals. */
#define AURPAY_DECIMAL_MAX_LENGTH 64

/** Whether @p text is a plain decimal: an optional minus, digits without needless leading zeros, an optional
 *  point with digits behind it. No blanks, plus, comma, exponent, or digits outside ASCII. */
bool aurpay_decimal_is_valid(const char *text, size_t length);

/** Whether a valid decimal is greater than zero. */
bool aurpay_decimal_is_positive(const char *text, size_t length);

/** Digits behind the point of a valid decimal. */
size_t aurpay_decimal_places(const char *text, size_t length);

/** Whether two valid decimals are the same number: `10`, `10.0` and `10.00` are. */
bool aurpay_decimal_equals(const char *left, size_t left_length, const char *right, size_t right_length);

#endif
