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

    if (*text == '-') {
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

/* A text that fits into memory has too few digits to make up for a larger exponent. */
#define EXPONENT_MAX (INT64_MAX / 4)

/* A number with an exponent, taken apart. */
struct scientific {
    /* From the first digit that is not zero up to the letter of the exponent. The point may be among them. */
    const char *cursor;
    const char *end;
    /* How many of these digits the written out decimal has before its point; zero or less: how many zeros it
     * has between its point and them. */
    int64_t whole;
    /* How many digits it has after its point; zero or less: none. */
    int64_t places;
};

/* Reads the exponent, on whose letter @p text stands. */
static int64_t read_exponent(const char *text, const char *end)
{
    bool negative = text[1] == '-';
    int64_t exponent = 0;

    for (text += negative || text[1] == '+' ? 2 : 1; text < end; text++) {
        exponent = exponent < EXPONENT_MAX / 10 ? exponent * 10 + (*text - '0') : EXPONENT_MAX;
    }
    return negative ? -exponent : exponent;
}

static struct scientific take_scientific_apart(const char *text, const char *end)
{
    const char *point = aurpay_character_span(text, end, AURPAY_CHARACTER_DIGIT);
    const char *letter =
        *point == '.' ? aurpay_character_span(point + 1, end, AURPAY_CHARACTER_DIGIT) : point;
    int64_t exponent = read_exponent(letter, end);
    struct scientific number = {.cursor = text,
                                .end = letter,
                                .whole = point - text + exponent,
                                .places = (letter > point ? letter - point - 1 : 0) - exponent};

    for (; number.cursor < letter && (*number.cursor == '0' || *number.cursor == '.'); number.cursor++) {
        number.whole -= *number.cursor == '0';
    }
    if (number.cursor == letter) {
        number.whole = 0;
    }
    return number;
}

/* The next digit; zeros when there are no more. */
static char next_digit(struct scientific *number)
{
    if (number->cursor < number->end && *number->cursor == '.') {
        number->cursor++;
    }
    return (char)(number->cursor < number->end ? *number->cursor++ : '0');
}

size_t aurpay_decimal_write_out(const char *text, size_t length, char plain[AURPAY_DECIMAL_PLAIN_SIZE])
{
    bool negative = *text == '-';
    struct scientific number = take_scientific_apart(text + (negative ? 1 : 0), text + length);
    int64_t before = number.whole > 0 ? number.whole : 1, after = number.places > 0 ? number.places : 0, i;
    char *cursor = plain;

    if (before > AURPAY_DECIMAL_PLAIN_DIGITS || after > AURPAY_DECIMAL_PLAIN_DIGITS - before) {
        return 0;
    }
    if (negative) {
        *cursor++ = '-';
    }
    for (i = 0; i < before; i++) {
        *cursor++ = (char)(number.whole > 0 ? next_digit(&number) : '0');
    }
    if (after > 0) {
        *cursor++ = '.';
    }
    for (i = 0; i < after; i++) {
        *cursor++ = (char)(i < -number.whole ? '0' : next_digit(&number));
    }
    return (size_t)(cursor - plain);
}
