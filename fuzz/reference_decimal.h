/* Decimals as a person writes them out: slow, plain, and independent of src/core/decimal.c. */
#ifndef AURPAY_FUZZ_REFERENCE_DECIMAL_H
#define AURPAY_FUZZ_REFERENCE_DECIMAL_H

#include "text.h"

/** A number of RFC 8259, section 6, taken apart. The digits point into the text. */
struct reference_number {
    bool is_negative;
    const char *whole;
    size_t whole_length;
    const char *fraction;
    size_t fraction_length;
    bool has_fraction;
    bool has_exponent;
    /** Cut to ±REFERENCE_EXPONENT_MAX. */
    int64_t exponent;
    /** Of the whole number. */
    size_t length;
};

#define REFERENCE_EXPONENT_MAX INT64_C(1000000000000)

/** Reads the longest number that @p text begins with; false when it begins with none. */
bool reference_decimal_read(const char *text, size_t length, struct reference_number *number);

/** Writes a number out with its exponent applied, every digit kept. False, and an empty text, when that takes
 *  more than @p most_digits digits. */
bool reference_decimal_write_out(const struct reference_number *number, size_t most_digits,
                                 struct fuzz_text *plain);

/** Compares two numbers without exponents: -1, 0 or 1. */
int reference_decimal_compare(const struct reference_number *left, const struct reference_number *right);

#endif
