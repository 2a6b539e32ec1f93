/* clock_gettime under -std=c11. */
#if !defined(_WIN32) && !defined(_POSIX_C_SOURCE)
#define _POSIX_C_SOURCE 200809L
#endif

#include "clock.h"

#include <string.h>
#include <time.h>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#endif

#define MILLISECONDS_PER_DAY INT64_C(86400000)

static int64_t (*wall_source)(void) = NULL;

int64_t aurpay_clock_wall(void)
{
    struct timespec now;

    if (wall_source) {
        return wall_source();
    }
    if (!timespec_get(&now, TIME_UTC)) {
        return (int64_t)time(NULL) * 1000;
    }
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t aurpay_clock_monotonic(void)
{
#ifdef _WIN32
    return (int64_t)GetTickCount64();
#else
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
#endif
}

void aurpay_clock_set_wall_source(int64_t (*source)(void))
{
    wall_source = source;
}

/* Days since 1970-01-01 of a date in the proleptic Gregorian calendar: the days of whole 400-year cycles, of
 * the years in the cycle counted from March (so that the leap day is the last), and of the months in that
 * year. */
static int64_t days_from_civil(int year, int month, int day)
{
    int shifted_year = month <= 2 ? year - 1 : year;
    int cycle = (shifted_year >= 0 ? shifted_year : shifted_year - 399) / 400;
    int year_of_cycle = shifted_year - cycle * 400;
    int month_from_march = (month + 9) % 12;
    int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    int day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;

    return (int64_t)cycle * 146097 + day_of_cycle - 719468;
}

static void civil_from_days(int64_t days, int *year, int *month, int *day)
{
    int64_t shifted = days + 719468;
    int64_t cycle = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_cycle = (int)(shifted - cycle * 146097);
    int year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
    int day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;

    *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    *year = (int)(cycle * 400) + year_of_cycle + (*month <= 2 ? 1 : 0);
}

static void write_digits(char *text, int count, int number)
{
    while (count-- > 0) {
        text[count] = (char)('0' + number % 10);
        number /= 10;
    }
}

enum aurpay_code aurpay_clock_format_date(int64_t milliseconds, char date[AURPAY_DATE_SIZE])
{
    int64_t days = milliseconds / MILLISECONDS_PER_DAY;
    int64_t rest = milliseconds % MILLISECONDS_PER_DAY;
    int year, month, day, seconds;

    if (rest < 0) {
        rest += MILLISECONDS_PER_DAY;
        days--;
    }
    /* Day numbers of 0000-01-01 and 9999-12-31. */
    if (days < -719528 || days > 2932896) {
        return AURPAY_ERROR_INVALID;
    }
    civil_from_days(days, &year, &month, &day);
    seconds = (int)(rest / 1000);
    memcpy(date, "YYYY-MM-DDThh:mm:ss.mmmZ", AURPAY_DATE_SIZE);
    write_digits(date, 4, year);
    write_digits(date + 5, 2, month);
    write_digits(date + 8, 2, day);
    write_digits(date + 11, 2, seconds / 3600);
    write_digits(date + 14, 2, seconds / 60 % 60);
    write_digits(date + 17, 2, seconds % 60);
    write_digits(date + 20, 3, (int)(rest % 1000));
    return AURPAY_OK;
}

/* Reads exactly `count` digits; -1 when there are fewer. */
static int read_digits(const char **cursor, const char *end, int count)
{
    int value = 0;

    if (end - *cursor < count) {
        return -1;
    }
    while (count-- > 0) {
        char digit = *(*cursor)++;

        if (digit < '0' || digit > '9') {
            return -1;
        }
        value = value * 10 + (digit - '0');
    }
    return value;
}

static bool read_char(const char **cursor, const char *end, char expected)
{
    if (*cursor == end || **cursor != expected) {
        return false;
    }
    (*cursor)++;
    return true;
}

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

static bool read_day(const char **cursor, const char *end, int64_t *milliseconds)
{
    int year, month, day;

    year = read_digits(cursor, end, 4);
    if (year < 0 || !read_char(cursor, end, '-')) {
        return false;
    }
    month = read_digits(cursor, end, 2);
    if (month < 1 || month > 12 || !read_char(cursor, end, '-')) {
        return false;
    }
    day = read_digits(cursor, end, 2);
    if (day < 1 || day > days_of_month(year, month)) {
        return false;
    }
    *milliseconds = days_from_civil(year, month, day) * MILLISECONDS_PER_DAY;
    return true;
}

/* hh:mm:ss with an optional fraction, of which milliseconds are kept. */
static bool read_time(const char **cursor, const char *end, int64_t *milliseconds)
{
    int hour, minute, second, scale = 100;
    int fraction = 0;

    hour = read_digits(cursor, end, 2);
    if (hour < 0 || hour > 23 || !read_char(cursor, end, ':')) {
        return false;
    }
    minute = read_digits(cursor, end, 2);
    if (minute < 0 || minute > 59 || !read_char(cursor, end, ':')) {
        return false;
    }
    second = read_digits(cursor, end, 2);
    if (second < 0 || second > 59) {
        return false;
    }
    if (read_char(cursor, end, '.') || read_char(cursor, end, ',')) {
        if (*cursor == end || **cursor < '0' || **cursor > '9') {
            return false;
        }
        for (; *cursor < end && **cursor >= '0' && **cursor <= '9'; (*cursor)++) {
            fraction += (**cursor - '0') * scale;
            scale /= 10;
        }
    }
    *milliseconds = (((int64_t)hour * 60 + minute) * 60 + second) * 1000 + fraction;
    return true;
}

/* Z, ±hh:mm, ±hhmm or ±hh: all forms of ISO 8601. */
static bool read_zone(const char **cursor, const char *end, int64_t *milliseconds)
{
    int sign, hours, minutes = 0;

    if (read_char(cursor, end, 'Z')) {
        *milliseconds = 0;
        return true;
    }
    if (read_char(cursor, end, '+')) {
        sign = 1;
    } else if (read_char(cursor, end, '-')) {
        sign = -1;
    } else {
        return false;
    }
    hours = read_digits(cursor, end, 2);
    if (hours < 0 || hours > 23) {
        return false;
    }
    if (read_char(cursor, end, ':') || *cursor < end) {
        minutes = read_digits(cursor, end, 2);
    }
    if (minutes < 0 || minutes > 59) {
        return false;
    }
    *milliseconds = (int64_t)sign * (hours * 60 + minutes) * 60000;
    return true;
}

enum aurpay_code aurpay_clock_parse_date(const char *date, size_t length, int64_t *milliseconds)
{
    const char *cursor = date;
    const char *end = date + length;
    int64_t day, time_of_day, zone;

    if (!read_day(&cursor, end, &day) || !read_char(&cursor, end, 'T') ||
        !read_time(&cursor, end, &time_of_day) || !read_zone(&cursor, end, &zone) || cursor != end) {
        return AURPAY_ERROR_INVALID;
    }
    *milliseconds = day + time_of_day - zone;
    return AURPAY_OK;
}
