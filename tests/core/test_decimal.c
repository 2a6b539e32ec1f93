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
        /* 64 bytes, the longest. */
        "1234567890123456789012345678901.23456789012345678901234567890123",
        "9999999999999999999999999999999999999999999999999999999999999999",
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
        /* 65 bytes. */
        TEXT("99999999999999999999999999999999999999999999999999999999999999999"),
        TEXT("12345678901234567890123456789012.34567890123456789012345678901234"),
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

/* Decimal(left) == Decimal(right), for every pair: numbers of one group are equal, of two groups are not. */
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
                fail_msg("%s and %s", left, right);
            }
        }
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
