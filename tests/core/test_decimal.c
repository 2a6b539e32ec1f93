/* Decimals as text. The expectations were checked with Python's decimal.Decimal. */
#include "test.h"

#include "core/decimal.h"

static bool is_valid(const char *text)
{
    return aurpay_decimal_is_valid(text, strlen(text));
}

static void test_plain_decimals_are_valid(void **state)
{
    static const char *const texts[] = {
        "0",
        "1",
        "9",
        "10",
        "18",
        "18.0",
        "18.0098",
        "0.1",
        "0.0",
        "0.00",
        "-1",
        "-0",
        "-0.0",
        "-0.5",
        "-10.25",
        "100000000000000000000",
        "1.10",
        "0.00017293",
        "890220",
        "123456789012345678.123456789012345678",
        /* 98 bytes, the longest. */
        "12345678901234567890123456789012345678901234567890.12345678901234567890123456789012345678901234567",
        "-9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        assert_for_case(is_valid(texts[i]), texts[i]);
    }
    assert_int_equal(strlen(texts[COUNT(texts) - 1]), AURPAY_DECIMAL_MAX_LENGTH);
    assert_int_equal(strlen(texts[COUNT(texts) - 2]), AURPAY_DECIMAL_MAX_LENGTH);
}

static void test_anything_else_is_not(void **state)
{
    static const struct text texts[] = {
        TEXT(""),
        TEXT("-"),
        TEXT("."),
        TEXT("-."),
        TEXT("1."),
        TEXT(".5"),
        TEXT("-.5"),
        TEXT("+1"),
        TEXT("--1"),
        TEXT("1-"),
        TEXT("01"),
        TEXT("00"),
        TEXT("-01"),
        TEXT("00.5"),
        TEXT("1e5"),
        TEXT("1E5"),
        TEXT("1e-8"),
        TEXT("0x10"),
        TEXT(" 1"),
        TEXT("1 "),
        TEXT("1\n"),
        TEXT("\t1"),
        TEXT("1 000"),
        TEXT("1,5"),
        TEXT("1,000"),
        TEXT("1'000"),
        TEXT("1_000"),
        TEXT("1.2.3"),
        TEXT("1..2"),
        TEXT("1.-2"),
        TEXT("1.5a"),
        TEXT("a"),
        TEXT("NaN"),
        TEXT("INF"),
        TEXT("-INF"),
        TEXT("Infinity"),
        TEXT("1\0"),
        TEXT("\0"),
        TEXT("1\0005"),
        TEXT("1.\0005"),
        TEXT("1.5 EUR"),
        TEXT("$1"),
        /* Arabic-Indic and fullwidth digits, a true minus, a no-break space. */
        TEXT("\xd9\xa1\xd9\xa2"),
        TEXT("\xef\xbc\x91"),
        TEXT("\xe2\x88\x92"
             "1"),
        TEXT("\xc2\xa0"
             "1"),
        /* 99 bytes. */
        TEXT("99999999999999999999999999999999999999999999999999"
             "9999999999999999999999999999999999999999999999999"),
        TEXT("12345678901234567890123456789012345678901234567890"
             ".123456789012345678901234567890123456789012345678"),
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(texts); i++) {
        assert_for_case(!aurpay_decimal_is_valid(texts[i].bytes, texts[i].size), texts[i].bytes);
    }
}

static void test_the_length_counts_and_not_a_nul(void **state)
{
    (void)state;
    assert_true(aurpay_decimal_is_valid("12x", 2));
    assert_false(aurpay_decimal_is_valid("12.5", 3));
    assert_false(aurpay_decimal_is_valid("-5", 1));
    assert_false(aurpay_decimal_is_valid("5", 0));
}

static void test_positive_is_more_than_zero(void **state)
{
    static const struct {
        const char *text;
        bool positive;
    } cases[] = {
        {"1", true},
        {"0.1", true},
        {"0.000000000000000001", true},
        {"10", true},
        {"100.00", true},
        {"0", false},
        {"-0", false},
        {"0.0", false},
        {"-0.0", false},
        {"0.000000000000000000", false},
        {"-1", false},
        {"-0.1", false},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        assert_for_case(aurpay_decimal_is_positive(cases[i].text, strlen(cases[i].text)) == cases[i].positive,
                        cases[i].text);
    }
}

static void test_places_are_the_digits_behind_the_point(void **state)
{
    (void)state;
    assert_int_equal(aurpay_decimal_places(BYTES("18")), 0);
    assert_int_equal(aurpay_decimal_places(BYTES("18.0")), 1);
    assert_int_equal(aurpay_decimal_places(BYTES("18.10")), 2);
    assert_int_equal(aurpay_decimal_places(BYTES("-0.00017293")), 8);
    assert_int_equal(aurpay_decimal_places(BYTES("0.123456789012345678")), 18);
    assert_int_equal(aurpay_decimal_places("18.123", 4), 1);
    assert_int_equal(aurpay_decimal_places("18.123", 2), 0);
}

/* Decimal(left) == Decimal(right) for every pair: numbers of one group are equal, numbers of two groups are
 * not. */
static void test_equals_compares_numbers_and_not_texts(void **state)
{
    static const struct {
        const char *text;
        int group;
    } numbers[] = {
        {"0", 0},
        {"0.0", 0},
        {"-0", 0},
        {"-0.000", 0},
        {"10", 1},
        {"10.0", 1},
        {"10.00", 1},
        {"10.000000000000000000", 1},
        {"1", 2},
        {"1.0", 2},
        {"100", 3},
        {"100.0", 3},
        {"-10", 4},
        {"-10.0", 4},
        {"0.1", 5},
        {"0.10", 5},
        {"0.01", 6},
        {"-0.1", 7},
        {"10.01", 8},
        {"10.010", 8},
        {"10.1", 9},
        {"1.01", 10},
        {"19.99", 11},
        {"19.990", 11},
        {"19.9900000000000000001", 12},
        {"9007199254740992", 13},
        {"9007199254740992.0", 13},
        {"9007199254740993", 14},
        {"0.3", 15},
        {"0.30000000000000004", 16},
        {"123456789012345678.123456789012345678", 17},
        {"123456789012345678.123456789012345679", 18},
    };
    size_t i, j;

    (void)state;
    for (i = 0; i < COUNT(numbers); i++) {
        for (j = 0; j < COUNT(numbers); j++) {
            const char *left = numbers[i].text, *right = numbers[j].text;

            if (aurpay_decimal_equals(left, strlen(left), right, strlen(right)) !=
                (numbers[i].group == numbers[j].group)) {
                fail_msg("wrong comparison of %s and %s", left, right);
            }
        }
    }
}

static void assert_written_out(const char *number, const char *expected)
{
    char plain[AURPAY_DECIMAL_PLAIN_SIZE];
    size_t length = strlen(number);
    /* In a block of exactly its size, so that the sanitizer catches a read beyond its end. */
    char *copy = malloc(length);
    size_t written;

    assert_non_null(copy);
    memcpy(copy, number, length);
    written = aurpay_decimal_write_out(copy, length, plain);
    free(copy);
    if (written != strlen(expected) || memcmp(plain, expected, written) != 0) {
        fail_msg("%s became %.*s instead of %s", number, (int)written, plain, expected);
    }
}

/* Python's format(Decimal(…), 'f'). */
static void test_numbers_with_an_exponent_are_written_out(void **state)
{
    static const char *const cases[][2] = {
        {"1.32e+21", "1320000000000000000000"},
        {"1E+2", "100"},
        {"0E-8", "0.00000000"},
        {"0e5", "0"},
        {"0.0e1", "0"},
        {"0.00e1", "0.0"},
        {"0.00e-2", "0.0000"},
        {"-0e0", "-0"},
        {"-0E+3", "-0"},
        {"0e999999999999999999999999", "0"},
        {"1.5e-3", "0.0015"},
        {"-1.5e-3", "-0.0015"},
        {"1.50e1", "15.0"},
        {"1.50e0", "1.50"},
        {"0.001e5", "100"},
        {"0.0015e3", "1.5"},
        {"100e-2", "1.00"},
        {"120e-1", "12.0"},
        {"0.10e-1", "0.010"},
        {"10.010e2", "1001.0"},
        {"12.34e2", "1234"},
        {"12.34e3", "12340"},
        {"12.34e-1", "1.234"},
        {"12.34e-2", "0.1234"},
        {"12.34e-3", "0.01234"},
        {"1e00000000000000000000000000002", "100"},
        {"1e-00000000000000000000000000002", "0.01"},
        {"9.999e00", "9.999"},
        {"123456789012345678901234567890e-12", "123456789012345678.901234567890"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        assert_written_out(cases[i][0], cases[i][1]);
    }
}

/* 96 digits, zeros included. */
static void test_more_than_96_digits_are_not_written_out(void **state)
{
    static const char *const numbers[] = {"1e96",
                                          "-1e96",
                                          "1e-96",
                                          "0e-96",
                                          "10e95",
                                          "1.0e-95",
                                          "1e99999999999999999999999999",
                                          "1e-99999999999999999999999999",
                                          "0e-99999999999999999999999999"};
    char expected[512];
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(numbers); i++) {
        assert_written_out(numbers[i], "");
    }
    snprintf(expected, sizeof(expected), "1%095d", 0);
    assert_written_out("1e95", expected);
    snprintf(expected, sizeof(expected), "-0.%095d", 1);
    assert_written_out("-1e-95", expected);
    /* Zeros that are not written out do not count. */
    snprintf(expected, sizeof(expected), "0.%0200de201", 1);
    assert_written_out(expected, "10");
}

/* Decimals with a moved point and an exponent that moves it back. */
static void test_what_is_written_out_is_the_number_it_was(void **state)
{
    static const char *const decimals[] = {
        "1", "10", "1.0", "10.01", "123.456000", "98765432109876543210.5", "1000000"};
    size_t i, j;

    (void)state;
    for (i = 0; i < COUNT(decimals); i++) {
        const char *decimal = decimals[i];
        size_t whole = strcspn(decimal, "."), count = 0;
        char digits[64], number[256];

        for (j = 0; decimal[j]; j++) {
            if (decimal[j] != '.') {
                digits[count++] = decimal[j];
            }
        }
        for (j = 1; j < count; j++) {
            snprintf(number, sizeof(number), "%.*s.%.*se%d", (int)j, digits, (int)(count - j), digits + j,
                     (int)whole - (int)j);
            assert_written_out(number, decimal);
        }
        for (j = 0; j < 20; j++) {
            snprintf(number, sizeof(number), "0.%.*s%.*sE+%d", (int)j, "00000000000000000000", (int)count,
                     digits, (int)(whole + j));
            assert_written_out(number, decimal);
        }
        snprintf(number, sizeof(number), "%.*se-%d", (int)count, digits, (int)(count - whole));
        assert_written_out(number, decimal);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_decimals_are_valid),
        cmocka_unit_test(test_anything_else_is_not),
        cmocka_unit_test(test_the_length_counts_and_not_a_nul),
        cmocka_unit_test(test_positive_is_more_than_zero),
        cmocka_unit_test(test_places_are_the_digits_behind_the_point),
        cmocka_unit_test(test_equals_compares_numbers_and_not_texts),
        cmocka_unit_test(test_numbers_with_an_exponent_are_written_out),
        cmocka_unit_test(test_more_than_96_digits_are_not_written_out),
        cmocka_unit_test(test_what_is_written_out_is_the_number_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
