#include "decimal.h"

#include <string.h>

#include "character.h"

/* A decimal taken apart; both parts point into the text, without leading and trailing zeros. */
struct parts {
    bool negative;
    const char *whole;
    size_t whole_length;
    const char *fraction;
    size_t fraction_length;
};

static size_t count_digits(const char *text, size_t length)
{
    return (size_t)(aurpay_character_span(text, text + length, AURPAY_CHARACTER_DIGIT) - text);
}

bool aurpay_decimal_is_valid(const char *text, size_t length)
{
    size_t digits;

    if (length > AURPAY_DECIMAL_MAX_LENGTH) {
        return false;
    }
    if (length && *text == '-') {
        text++;
        length--;
    }
    digits = count_digits(text, length);
    if (digits == 0 || (digits > 1 && *text == '0')) {
        return false;
    }
    text += digits;
    length -= digits;
    if (length == 0) {
        return true;
    }
    return *text == '.' && length > 1 && count_digits(text + 1, length - 1) == length - 1;
}

static struct parts take_apart(const char *text, size_t length)
{
    struct parts parts = {false, NULL, 0, NULL, 0};

    if (length && *text == '-') {
        parts.negative = true;
        text++;
        length--;
    }
    parts.whole = text;
    parts.whole_length = count_digits(text, length);
    parts.fraction = text + parts.whole_length;
    if (parts.whole_length < length) {
        parts.fraction++;
        parts.fraction_length = length - parts.whole_length - 1;
    }
    while (parts.whole_length && *parts.whole == '0') {
        parts.whole++;
        parts.whole_length--;
    }
    while (parts.fraction_length && parts.fraction[parts.fraction_length - 1] == '0') {
        parts.fraction_length--;
    }
    return parts;
}

static bool is_zero(const struct parts *parts)
{
    return parts->whole_length == 0 && parts->fraction_length == 0;
}

bool aurpay_decimal_is_positive(const char *text, size_t length)
{
    struct parts parts = take_apart(text, length);

    return !parts.negative && !is_zero(&parts);
}

size_t aurpay_decimal_places(const char *text, size_t length)
{
    const char *point = memchr(text, '.', length);

    return point ? length - (size_t)(point - text) - 1 : 0;
}

bool aurpay_decimal_equals(const char *left, size_t left_length, const char *right, size_t right_length)
{
    struct parts a = take_apart(left, left_length);
    struct parts b = take_apart(right, right_length);

    if (is_zero(&a) && is_zero(&b)) {
        return true;
    }
    return a.negative == b.negative && a.whole_length == b.whole_length &&
           a.fraction_length == b.fraction_length && memcmp(a.whole, b.whole, a.whole_length) == 0 &&
           memcmp(a.fraction, b.fraction, a.fraction_length) == 0;
}
