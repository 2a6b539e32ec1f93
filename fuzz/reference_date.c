#include "reference_date.h"

#include <string.h>
#include <time.h>

/* Whether a text has the form of a pattern, in which a `0` is any digit and all else stands for itself. */
static bool has_form(const char *text, size_t length, const char *pattern)
{
    size_t i;

    if (length < strlen(pattern)) {
        return false;
    }
    for (i = 0; pattern[i]; i++) {
        if (pattern[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i]) {
            return false;
        }
    }
    return true;
}

static int read_digits(const char *text, int count)
{
    int number = 0;

    while (count-- > 0) {
        number = number * 10 + *text++ - '0';
    }
    return number;
}

/* The date and time, without fraction and zone. */
static bool read_seconds(const char *text, size_t length, int64_t *seconds)
{
    struct tm written = {0}, real = {0};
    time_t time;

    if (!has_form(text, length, "0000-00-00T00:00:00")) {
        return false;
    }
    written.tm_year = read_digits(text, 4) - 1900;
    written.tm_mon = read_digits(text + 5, 2) - 1;
    written.tm_mday = read_digits(text + 8, 2);
    written.tm_hour = read_digits(text + 11, 2);
    written.tm_min = read_digits(text + 14, 2);
    written.tm_sec = read_digits(text + 17, 2);
    real = written;
    time = timegm(&real);
    *seconds = (int64_t)time;
    /* What does not exist became another date. */
    return gmtime_r(&time, &real) && real.tm_year == written.tm_year && real.tm_mon == written.tm_mon &&
           real.tm_mday == written.tm_mday && real.tm_hour == written.tm_hour &&
           real.tm_min == written.tm_min && real.tm_sec == written.tm_sec;
}

/* Returns the length of the fraction with its point or comma; 0 without one. */
static size_t read_fraction(const char *text, size_t length, int64_t *milliseconds)
{
    char digits[4] = "000";
    size_t count = 0;

    *milliseconds = 0;
    if (length < 2 || (text[0] != '.' && text[0] != ',')) {
        return 0;
    }
    while (1 + count < length && text[1 + count] >= '0' && text[1 + count] <= '9') {
        if (count < 3) {
            digits[count] = text[1 + count];
        }
        count++;
    }
    *milliseconds = read_digits(digits, 3);
    return count ? 1 + count : 0;
}

static bool read_zone(const char *text, size_t length, int64_t *minutes)
{
    static const char *const patterns[] = {"00:00", "0000", "00"};
    size_t i;

    *minutes = 0;
    if (length == 1 && text[0] == 'Z') {
        return true;
    }
    if (length == 0 || (text[0] != '+' && text[0] != '-')) {
        return false;
    }
    for (i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
        if (length - 1 == strlen(patterns[i]) && has_form(text + 1, length - 1, patterns[i])) {
            int hours = read_digits(text + 1, 2), rest = length > 3 ? read_digits(text + length - 2, 2) : 0;

            *minutes = (text[0] == '-' ? -1 : 1) * (hours * 60 + rest);
            return hours < 24 && rest < 60;
        }
    }
    return false;
}

bool reference_date_read(const char *text, size_t length, int64_t *milliseconds)
{
    int64_t seconds, fraction, zone;
    size_t at = strlen("YYYY-MM-DDThh:mm:ss");

    if (!read_seconds(text, length, &seconds)) {
        return false;
    }
    at += read_fraction(text + at, length - at, &fraction);
    if (!read_zone(text + at, length - at, &zone)) {
        return false;
    }
    *milliseconds = (seconds - zone * 60) * 1000 + fraction;
    return true;
}

bool reference_date_is_without_zone(const char *text, size_t length)
{
    int64_t seconds;

    return length == strlen("YYYY-MM-DDThh:mm:ss") && read_seconds(text, length, &seconds);
}

bool reference_date_write(int64_t milliseconds, char date[64])
{
    int64_t rest = ((milliseconds % 1000) + 1000) % 1000;
    time_t seconds = (time_t)(milliseconds / 1000) - (milliseconds % 1000 < 0 ? 1 : 0);
    struct tm parts;

    if (!gmtime_r(&seconds, &parts) || parts.tm_year < -1900 || parts.tm_year > 9999 - 1900) {
        return false;
    }
    (void)snprintf(date, 64, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900, parts.tm_mon + 1,
                   parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, (int)rest);
    return true;
}

bool reference_date_read_http(const char *text, size_t length, int64_t *seconds)
{
    static const char *const forms[] = {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT",
                                        "%a %b %e %H:%M:%S %Y"};
    char copy[64], again[64];
    size_t i;

    if (length >= sizeof(copy) || memchr(text, '\0', length)) {
        return false;
    }
    memcpy(copy, text, length);
    copy[length] = '\0';
    for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        struct tm parts = {0};
        const char *end = strptime(copy, forms[i], &parts);
        time_t time = timegm(&parts);

        *seconds = (int64_t)time;
        /* Readers differ on the century of the years 69 and 70. */
        if (end && !*end && time >= 0 && *seconds <= INT64_C(253402300799) && gmtime_r(&time, &parts) &&
            strftime(again, sizeof(again), forms[i], &parts) == length && memcmp(again, copy, length) == 0 &&
            (i != 1 || (parts.tm_year != 69 && parts.tm_year != 70))) {
            return true;
        }
    }
    return false;
}
