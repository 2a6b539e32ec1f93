/* Decimals as text against arithmetic by hand, digit by digit.
 *
 * An input: two lines that are looked at as decimals and compared, and a text that is written out. */
#include <string.h>

#include "core/decimal.h"
#include "reference_decimal.h"
#include "text.h"

static void fail(const struct fuzz_text *text, const char *problem)
{
    fuzz_show("the text", text->bytes, text->length);
    fuzz_fail("%s", problem);
}

/* Whether a text is a plain decimal; `number` is then its parts. */
static bool read_decimal(const struct fuzz_text *text, struct reference_number *number)
{
    return text->length <= AURPAY_DECIMAL_MAX_LENGTH &&
           reference_decimal_read(text->bytes, text->length, number) && number->length == text->length &&
           !number->has_exponent;
}

static bool try_decimal(const struct fuzz_text *text, struct reference_number *number)
{
    static const char zero_text[] = "0";
    struct reference_number zero;
    bool is_decimal = read_decimal(text, number);

    if (aurpay_decimal_is_valid(text->bytes, text->length) != is_decimal) {
        fail(text, is_decimal ? "it is refused" : "it is taken");
    }
    fuzz_check(reference_decimal_read(zero_text, 1, &zero), "zero is a number");
    if (is_decimal && aurpay_decimal_is_positive(text->bytes, text->length) !=
                          (reference_decimal_compare(number, &zero) > 0)) {
        fail(text, "it is greater than zero, or not");
    }
    if (is_decimal && aurpay_decimal_places(text->bytes, text->length) != number->fraction_length) {
        fail(text, "it has another number of places");
    }
    return is_decimal;
}

static void try_writing_out(const struct fuzz_text *text)
{
    char plain[AURPAY_DECIMAL_PLAIN_SIZE];
    struct reference_number number;
    struct fuzz_text expected;
    size_t length;

    /* Only numbers with an exponent are ever written out. */
    if (!reference_decimal_read(text->bytes, text->length, &number) || number.length != text->length ||
        !number.has_exponent) {
        return;
    }
    length = aurpay_decimal_write_out(text->bytes, text->length, plain);
    (void)reference_decimal_write_out(&number, AURPAY_DECIMAL_PLAIN_DIGITS, &expected);
    if (!fuzz_text_equals(&expected, plain, length)) {
        fuzz_show("written", plain, length);
        fuzz_show("reference", expected.bytes, expected.length);
        fail(text, "it is written out as another decimal");
    }
    fuzz_text_free(&expected);
}

/* The text without a NUL behind it. */
static void try_exact(const struct fuzz_text *text)
{
    char *exact = malloc(text->length ? text->length : 1);
    struct reference_number number;

    fuzz_check(exact != NULL, "there is memory");
    memcpy(exact, text->bytes, text->length);
    (void)aurpay_decimal_is_valid(exact, text->length);
    if (read_decimal(text, &number)) {
        (void)aurpay_decimal_is_positive(exact, text->length);
        (void)aurpay_decimal_places(exact, text->length);
        fuzz_check(aurpay_decimal_equals(exact, text->length, text->bytes, text->length), "it is itself");
    }
    free(exact);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    struct fuzz_text left = fuzz_line(&input), right = fuzz_line(&input), other = fuzz_rest(&input);
    struct reference_number a, b;
    bool has_left = try_decimal(&left, &a), has_right = try_decimal(&right, &b);

    if (has_left && has_right &&
        aurpay_decimal_equals(left.bytes, left.length, right.bytes, right.length) !=
            (reference_decimal_compare(&a, &b) == 0)) {
        fuzz_show("left", left.bytes, left.length);
        fail(&right, "they are equal, or not");
    }
    try_exact(&left);
    try_exact(&right);
    try_writing_out(&other);
    fuzz_text_free(&left);
    fuzz_text_free(&right);
    fuzz_text_free(&other);
    return 0;
}
