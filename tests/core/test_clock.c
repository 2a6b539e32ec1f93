/* Writing and reading dates, compared with Python's datetime and with a calendar that counts single days. */
#include "test.h"

#include <time.h>

#include "core/clock.h"

#define DAY INT64_C(86400000)

static const struct {
    const char *date;
    int64_t milliseconds;
} known[] = {
    /* (datetime.fromisoformat(date) - epoch) in milliseconds. Python has no year 0; its 366 days are
     * subtracted. */
    {"0000-01-01T00:00:00.000Z", INT64_C(-62167219200000)},
    {"0000-02-29T00:00:00.000Z", INT64_C(-62162121600000)},
    {"0001-01-01T00:00:00.000Z", INT64_C(-62135596800000)},
    {"1582-10-15T12:34:56.789Z", INT64_C(-12219247503211)},
    {"1899-12-31T23:59:59.999Z", INT64_C(-2208988800001)},
    {"1900-03-01T00:00:00.000Z", INT64_C(-2203891200000)},
    {"1969-12-31T23:59:59.999Z", INT64_C(-1)},
    {"1970-01-01T00:00:00.000Z", INT64_C(0)},
    {"1972-02-29T00:00:00.000Z", INT64_C(68169600000)},
    {"2000-02-29T12:00:00.001Z", INT64_C(951825600001)},
    {"2000-12-31T23:59:59.999Z", INT64_C(978307199999)},
    {"2016-12-31T23:59:59.000Z", INT64_C(1483228799000)},
    {"2024-02-29T23:59:59.999Z", INT64_C(1709251199999)},
    {"2024-06-17T00:00:00.000Z", INT64_C(1718582400000)},
    {"2038-01-19T03:14:08.000Z", INT64_C(2147483648000)},
    {"2100-03-01T00:00:00.000Z", INT64_C(4107542400000)},
    {"2400-02-29T00:00:00.000Z", INT64_C(13574563200000)},
    {"9999-12-31T23:59:59.999Z", INT64_C(253402300799999)},
};

static void assert_parsed(const char *date, int64_t expected)
{
    int64_t milliseconds = INT64_MIN;

    assert_for_case(aurpay_clock_parse_date(date, strlen(date), &milliseconds) == AURPAY_OK, date);
    assert_int_equal(milliseconds, expected);
}

static void assert_refused(const char *date, size_t length)
{
    int64_t milliseconds;

    assert_for_case(aurpay_clock_parse_date(date, length, &milliseconds) == AURPAY_ERROR_INVALID, date);
}

static void test_known_dates_are_written(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(known); i++) {
        char date[AURPAY_DATE_SIZE];

        assert_int_equal(aurpay_clock_format_date(known[i].milliseconds, date), AURPAY_OK);
        assert_string_equal(date, known[i].date);
    }
}

static void test_known_dates_are_read(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(known); i++) {
        assert_parsed(known[i].date, known[i].milliseconds);
    }
}

static int days_in(int year, int month)
{
    if (month == 2) {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void assert_round_trip(int64_t milliseconds, unsigned int year, unsigned int month, unsigned int day)
{
    char date[AURPAY_DATE_SIZE], expected[64];
    int64_t parsed;

    snprintf(expected, sizeof(expected), "%04u-%02u-%02uT00:00:00.000Z", year, month, day);
    if (aurpay_clock_format_date(milliseconds, date) != AURPAY_OK || strcmp(date, expected) != 0 ||
        aurpay_clock_parse_date(expected, strlen(expected), &parsed) != AURPAY_OK || parsed != milliseconds) {
        fail_msg("%s is not the date of %lld", expected, (long long)milliseconds);
    }
}

/* This calendar only counts days from 0000-01-01, which is day -719528. */
static void test_first_and_last_day_of_every_month_from_year_0_to_9999(void **state)
{
    int64_t today = -719528;
    int year, month;

    (void)state;
    for (year = 0; year <= 9999; year++) {
        for (month = 1; month <= 12; month++) {
            int last = days_in(year, month);

            assert_round_trip(today * DAY, (unsigned int)year, (unsigned int)month, 1);
            assert_round_trip((today + last - 1) * DAY, (unsigned int)year, (unsigned int)month,
                              (unsigned int)last);
            today += last;
        }
    }
    assert_int_equal(today, 2932897);
}

static void test_every_day_of_a_leap_year_and_of_the_year_after_it(void **state)
{
    int64_t today = 19723; /* (date(2024, 1, 1) - date(1970, 1, 1)).days */
    int year, month, day;

    (void)state;
    for (year = 2024; year <= 2025; year++) {
        for (month = 1; month <= 12; month++) {
            for (day = 1; day <= days_in(year, month); day++) {
                assert_round_trip(today++ * DAY, (unsigned int)year, (unsigned int)month, (unsigned int)day);
            }
        }
    }
}

static void test_every_second_of_a_day(void **state)
{
    int64_t second;

    (void)state;
    for (second = 0; second < 86400; second += 7) {
        char date[AURPAY_DATE_SIZE], expected[64];

        snprintf(expected, sizeof(expected), "1970-01-01T%02u:%02u:%02u.042Z", (unsigned int)(second / 3600),
                 (unsigned int)(second / 60 % 60), (unsigned int)(second % 60));
        assert_int_equal(aurpay_clock_format_date(second * 1000 + 42, date), AURPAY_OK);
        assert_string_equal(date, expected);
        assert_parsed(expected, second * 1000 + 42);
    }
}

static void test_years_with_other_than_four_digits_are_not_written(void **state)
{
    char date[AURPAY_DATE_SIZE];

    (void)state;
    assert_int_equal(aurpay_clock_format_date(-719528 * DAY - 1, date), AURPAY_ERROR_INVALID);
    assert_int_equal(aurpay_clock_format_date(2932897 * DAY, date), AURPAY_ERROR_INVALID);
    assert_int_equal(aurpay_clock_format_date(INT64_MAX, date), AURPAY_ERROR_INVALID);
    assert_int_equal(aurpay_clock_format_date(INT64_MIN, date), AURPAY_ERROR_INVALID);
}

/* 2024-06-17T00:00:00Z is 1718582400. */
static void test_fractions_are_read_to_milliseconds(void **state)
{
    (void)state;
    assert_parsed("2024-06-17T00:00:00Z", INT64_C(1718582400000));
    assert_parsed("2024-06-17T00:00:00.1Z", INT64_C(1718582400100));
    assert_parsed("2024-06-17T00:00:00.12Z", INT64_C(1718582400120));
    assert_parsed("2024-06-17T00:00:00.123Z", INT64_C(1718582400123));
    assert_parsed("2024-06-17T00:00:00.1239Z", INT64_C(1718582400123));
    assert_parsed("2024-06-17T00:00:00.000999999999999999999999999999Z", INT64_C(1718582400000));
    assert_parsed("2024-06-17T00:00:00.999+00:00", INT64_C(1718582400999));
    assert_parsed("2024-06-17T00:00:00,1Z", INT64_C(1718582400100));
    assert_parsed("2024-06-17T00:00:00,123456+0000", INT64_C(1718582400123));
}

static void test_zones_are_taken_off(void **state)
{
    (void)state;
    assert_parsed("2024-06-17T00:00:00+00:00", INT64_C(1718582400000));
    assert_parsed("2024-06-17T02:00:00+02:00", INT64_C(1718582400000));
    assert_parsed("2024-06-16T18:30:00-05:30", INT64_C(1718582400000));
    assert_parsed("2024-06-17T05:45:00+05:45", INT64_C(1718582400000));
    assert_parsed("2024-06-17T23:59:00+23:59", INT64_C(1718582400000));
    assert_parsed("2024-01-01T00:00:00.5+01:00", INT64_C(1704063600500));
    assert_parsed("2024-06-17T08:00:00+0800", INT64_C(1718582400000));
    assert_parsed("2024-06-17T08:00:00+08", INT64_C(1718582400000));
    assert_parsed("2024-06-16T18:30:00-0530", INT64_C(1718582400000));
    assert_parsed("2024-06-16T13:00:00.5-11", INT64_C(1718582400500));
}

static void test_days_that_do_not_exist_are_refused(void **state)
{
    static const char *const dates[] = {
        "1900-02-29T00:00:00Z", "2023-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2024-02-30T00:00:00Z",
        "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-32T00:00:00Z",
        "2024-04-31T00:00:00Z", "2024-06-31T00:00:00Z", "2024-09-31T00:00:00Z", "2024-11-31T00:00:00Z",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(dates); i++) {
        assert_refused(dates[i], strlen(dates[i]));
    }
}

static void test_times_that_do_not_exist_are_refused(void **state)
{
    static const char *const dates[] = {
        "2024-06-17T24:00:00Z",      "2024-06-17T25:00:00Z",      "2024-06-17T00:60:00Z",
        "2024-06-17T23:59:60Z",      "2016-12-31T23:59:60Z",      "2024-06-17T00:00:61Z",
        "2024-06-17T00:00:00+24:00", "2024-06-17T00:00:00+00:60", "2024-06-17T00:00:00-99:00",
        "2024-06-17T00:00:00+2400",  "2024-06-17T00:00:00+0060",  "2024-06-17T00:00:00+24",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(dates); i++) {
        assert_refused(dates[i], strlen(dates[i]));
    }
}

static void test_other_forms_are_refused(void **state)
{
    static const struct text dates[] = {
        TEXT(""),
        TEXT("2024-06-17"),
        TEXT("2024-06-17T00:00:00"),
        TEXT("2024-06-17T00:00:00.000"),
        TEXT("2024-06-17T00:00Z"),
        TEXT("2024-06-17T00Z"),
        TEXT("2024-06-17t00:00:00Z"),
        TEXT("2024-06-17T00:00:00z"),
        TEXT("2024-06-17 00:00:00Z"),
        TEXT(" 2024-06-17T00:00:00Z"),
        TEXT("2024-06-17T00:00:00Z "),
        TEXT("2024-06-17T00:00:00Z\n"),
        TEXT("2024-06-17T00:00:00Z\0"),
        TEXT("2024-06-17T00:00:00ZZ"),
        TEXT("2024-06-17T00:00:00 Z"),
        TEXT("2024-06-17T00:00:00.Z"),
        TEXT("2024-06-17T00:00:00,Z"),
        TEXT("2024-06-17T00:00:00,5,5Z"),
        TEXT("2024-06-17T00:00:00.5,5Z"),
        TEXT("2024-06-17T00:00:00.,5Z"),
        TEXT("2024-06-17T00:00:00.5.5Z"),
        TEXT("2024-06-17T00:00:00.-5Z"),
        TEXT("2024-06-17T00:00:00+"),
        TEXT("2024-06-17T00:00:00+0"),
        TEXT("2024-06-17T00:00:00+000"),
        TEXT("2024-06-17T00:00:00+00000"),
        TEXT("2024-06-17T00:00:00+00:"),
        TEXT("2024-06-17T00:00:00+00:0"),
        TEXT("2024-06-17T00:00:00+00::00"),
        TEXT("2024-06-17T00:00:00+00:00:00"),
        TEXT("2024-06-17T00:00:00+00.00"),
        TEXT("2024-06-17T00:00:00+00Z"),
        TEXT("2024-06-17T00:00:00 0000"),
        TEXT("2024-06-17T00:00:00+00:00Z"),
        TEXT("2024-06-17T00:00:00UTC"),
        TEXT("24-06-17T00:00:00Z"),
        TEXT("12024-06-17T00:00:00Z"),
        TEXT("+2024-06-17T00:00:00Z"),
        TEXT("-024-06-17T00:00:00Z"),
        TEXT("2024-6-17T00:00:00Z"),
        TEXT("2024-06-7T00:00:00Z"),
        TEXT("2024/06/17T00:00:00Z"),
        TEXT("20240617T000000Z"),
        TEXT("2024-06-17T+1:00:00Z"),
        TEXT("2024-06-17T00:00: 1Z"),
        TEXT("2024-W25-1T00:00:00Z"),
        TEXT("2024-169T00:00:00Z"),
        TEXT("Mon, 17 Jun 2024 00:00:00 GMT"),
        TEXT("1718582400"),
        TEXT("\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa4-06-17T00:00:00Z"),
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(dates); i++) {
        assert_refused(dates[i].bytes, dates[i].size);
    }
}

/* A copy of exactly that many bytes, so that the sanitizer catches a read beyond its end. */
static void test_no_beginning_of_a_date_is_a_date(void **state)
{
    static const char date[] = "2024-06-17T00:00:00.000+00:00";
    /* The one exception: a zone may have no minutes. */
    static const size_t whole = sizeof("2024-06-17T00:00:00.000+00") - 1;
    size_t length;

    (void)state;
    for (length = 0; length < sizeof(date) - 1; length++) {
        char *copy = malloc(length ? length : 1);
        int64_t milliseconds;

        assert_non_null(copy);
        memcpy(copy, date, length);
        assert_int_equal(aurpay_clock_parse_date(copy, length, &milliseconds),
                         length == whole ? AURPAY_OK : AURPAY_ERROR_INVALID);
        free(copy);
    }
}

static int64_t set_time(void)
{
    return INT64_C(1718582400123);
}

static void test_the_wall_clock_can_be_set_and_given_back(void **state)
{
    int64_t before = (int64_t)time(NULL) * 1000;

    (void)state;
    aurpay_clock_set_wall_source(set_time);
    assert_int_equal(aurpay_clock_wall(), INT64_C(1718582400123));
    aurpay_clock_set_wall_source(NULL);
    assert_true(aurpay_clock_wall() >= before);
    assert_true(aurpay_clock_wall() < before + DAY);
}

static void test_the_monotonic_clock_never_goes_back(void **state)
{
    int64_t last = aurpay_clock_monotonic();
    int i;

    (void)state;
    for (i = 0; i < 1000; i++) {
        int64_t now = aurpay_clock_monotonic();

        assert_true(now >= last);
        last = now;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_dates_are_written),
        cmocka_unit_test(test_known_dates_are_read),
        cmocka_unit_test(test_first_and_last_day_of_every_month_from_year_0_to_9999),
        cmocka_unit_test(test_every_day_of_a_leap_year_and_of_the_year_after_it),
        cmocka_unit_test(test_every_second_of_a_day),
        cmocka_unit_test(test_years_with_other_than_four_digits_are_not_written),
        cmocka_unit_test(test_fractions_are_read_to_milliseconds),
        cmocka_unit_test(test_zones_are_taken_off),
        cmocka_unit_test(test_days_that_do_not_exist_are_refused),
        cmocka_unit_test(test_times_that_do_not_exist_are_refused),
        cmocka_unit_test(test_other_forms_are_refused),
        cmocka_unit_test(test_no_beginning_of_a_date_is_a_date),
        cmocka_unit_test(test_the_wall_clock_can_be_set_and_given_back),
        cmocka_unit_test(test_the_monotonic_clock_never_goes_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
