/* Decimal numbers as text: money is never a float here. */
#ifndef AURPAY_CORE_DECIMAL_H
#define AURPAY_CORE_DECIMAL_H

#include "common.h"

/** The most digits that a number with an exponent is written out to. AzPays documents 36. */
#define AURPAY_DECIMAL_PLAIN_DIGITS 96

/** Those digits, a minus and a point; no NUL. */
#define AURPAY_DECIMAL_PLAIN_SIZE (AURPAY_DECIMAL_PLAIN_DIGITS + 2)

/** The longest decimal that is taken, sign and point included: as long as those that we write out. */
#define AURPAY_DECIMAL_MAX_LENGTH AURPAY_DECIMAL_PLAIN_SIZE

/** Whether @p text is a plain decimal: an optional minus, digits without needless leading zeros, an optional
 *  point with digits behind it. No blanks, plus, comma, exponent, or digits outside ASCII. */
bool aurpay_decimal_is_valid(const char *text, size_t length);

/** Whether a valid decimal is greater than zero. */
bool aurpay_decimal_is_positive(const char *text, size_t length);

/** Digits behind the point of a valid decimal. */
size_t aurpay_decimal_places(const char *text, size_t length);

/** Whether two valid decimals are the same number: `10`, `10.0` and `10.00` are. */
bool aurpay_decimal_equals(const char *left, size_t left_length, const char *right, size_t right_length);

/** Writes a JSON number that has an exponent (`1.32e+21`, `0E-8`) out as a plain decimal of the same value,
 *  with every digit it has: `1320000000000000000000`, `0.00000000`.
 *  @param plain receives the decimal, without a NUL
 *  @return its length; 0 when it has more than AURPAY_DECIMAL_PLAIN_DIGITS digits */
size_t aurpay_decimal_write_out(const char *text, size_t length, char plain[AURPAY_DECIMAL_PLAIN_SIZE]);

#endif
