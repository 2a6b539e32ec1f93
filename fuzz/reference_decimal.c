#include "reference_decimal.h"

#include <string.h>

static size_t count_digits(const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && text[count] >= '0' && text[count] <= '9') {
        count++;
    }
    return count;
}

/* Reads `e`, a sign and digits. Returns their length, or 0. */
static size_t read_exponent(const char *text, size_t length, int64_t *exponent)
{
    size_t digits, start = 1, i;
    bool is_negative;

    if (length == 0 || (text[0] != 'e' && text[0] != 'E')) {
        return 0;
    }
    is_negative = length > 1 && text[1] == '-';
    if (length > 1 && (text[1] == '-' || text[1] == '+')) {
        start = 2;
    }
    digits = count_digits(text + start, length - start);
    *exponent = 0;
    for (i = start; i < start + digits && *exponent < REFERENCE_EXPONENT_MAX; i++) {
        *exponent = *exponent * 10 + text[i] - '0';
    }
    if (*exponent > REFERENCE_EXPONENT_MAX) {
        *exponent = REFERENCE_EXPONENT_MAX;
    }
    if (is_negative) {
        *exponent = -*exponent;
    }
    return digits ? start + digits : 0;
}

bool reference_decimal_read(const char *text, size_t length, struct reference_number *number)
{
    size_t at = 0, exponent_length;

    memset(number, 0, sizeof(*number));
    if (length && text[0] == '-') {
        number->is_negative = true;
        at = 1;
    }
    number->whole = text + at;
    number->whole_length = count_digits(text + at, length - at);
    if (number->whole_length > 1 && number->whole[0] == '0') {
        /* The number ends behind its zero. */
        number->whole_length = 1;
    }
    if (number->whole_length == 0) {
        return false;
    }
    at += number->whole_length;
    number->fraction = text + at;
    if (at < length && text[at] == '.' && count_digits(text + at + 1, length - at - 1) > 0) {
        number->has_fraction = true;
        number->fraction = text + at + 1;
        number->fraction_length = count_digits(text + at + 1, length - at - 1);
        at += 1 + number->fraction_length;
    }
    exponent_length = read_exponent(text + at, length - at, &number->exponent);
    number->has_exponent = exponent_length > 0;
    if (!number->has_exponent) {
        number->exponent = 0;
    }
    number->length = at + exponent_length;
    return true;
}

/* Puts zeros before or behind the digits until the point stands inside of them, or at their end. Returns the
 * digits behind the point. */
static size_t move_point(struct fuzz_text *digits, int64_t places)
{
    for (; places < 0; places++) {
        fuzz_text_append(digits, "0", 1);
    }
    while ((int64_t)digits->length <= places) {
        struct fuzz_text longer = fuzz_text_copy("0", 1);

        fuzz_text_append(&longer, digits->bytes, digits->length);
        fuzz_text_free(digits);
        *digits = longer;
    }
    return (size_t)places;
}

bool reference_decimal_write_out(const struct reference_number *number, size_t most_digits,
                                 struct fuzz_text *plain)
{
    struct fuzz_text digits = fuzz_text_copy(number->whole, number->whole_length);
    int64_t places = (int64_t)number->fraction_length - number->exponent;
    size_t zeros, fraction;

    *plain = fuzz_text_copy("", 0);
    fuzz_text_append(&digits, number->fraction, number->fraction_length);
    zeros = strspn(digits.bytes, "0");
    if (zeros == digits.length && places < 0) {
        /* Zero, however many zeros follow. */
        places = 0;
    }
    if (places > (int64_t)most_digits || (places < 0 && -places > (int64_t)most_digits)) {
        fuzz_text_free(&digits);
        return false;
    }
    fraction = move_point(&digits, places);
    zeros = strspn(digits.bytes, "0");
    if (zeros >= digits.length - fraction) {
        /* One digit stays before the point. */
        zeros = digits.length - fraction - 1;
    }
    if (digits.length - zeros <= most_digits) {
        fuzz_text_append(plain, "-", number->is_negative ? 1 : 0);
        fuzz_text_append(plain, digits.bytes + zeros, digits.length - fraction - zeros);
        fuzz_text_append(plain, ".", fraction ? 1 : 0);
        fuzz_text_append(plain, digits.bytes + digits.length - fraction, fraction);
    }
    fuzz_text_free(&digits);
    return plain->length > 0;
}

/* The digit at a power of ten. */
static char digit_at(const struct reference_number *number, int64_t power)
{
    if (power >= 0) {
        return (char)(power < (int64_t)number->whole_length
                          ? number->whole[number->whole_length - 1 - (size_t)power]
                          : '0');
    }
    return (char)(-power <= (int64_t)number->fraction_length ? number->fraction[-power - 1] : '0');
}

static bool is_zero(const struct reference_number *number)
{
    return strspn(number->whole, "0") >= number->whole_length &&
           (number->fraction_length == 0 || strspn(number->fraction, "0") >= number->fraction_length);
}

static int64_t larger(size_t left, size_t right)
{
    return (int64_t)(left > right ? left : right);
}

static int compare_magnitudes(const struct reference_number *left, const struct reference_number *right)
{
    int64_t power = larger(left->whole_length, right->whole_length);
    int64_t last = -larger(left->fraction_length, right->fraction_length);

    for (; power >= last; power--) {
        char a = digit_at(left, power), b = digit_at(right, power);

        if (a != b) {
            return a < b ? -1 : 1;
        }
    }
    return 0;
}

int reference_decimal_compare(const struct reference_number *left, const struct reference_number *right)
{
    int left_sign = is_zero(left) ? 0 : left->is_negative ? -1 : 1;
    int right_sign = is_zero(right) ? 0 : right->is_negative ? -1 : 1;

    if (left_sign != right_sign) {
        return left_sign < right_sign ? -1 : 1;
    }
    return left_sign < 0 ? -compare_magnitudes(left, right) : compare_magnitudes(left, right);
}
