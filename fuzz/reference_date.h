/* Dates by the calendar of the C library: independent of src/core/clock.c. */
#ifndef AURPAY_FUZZ_REFERENCE_DATE_H
#define AURPAY_FUZZ_REFERENCE_DATE_H

#include "text.h"

/** Reads `YYYY-MM-DDThh:mm:ss`, a fraction and a zone, by the rules of clock.h. */
bool reference_date_read(const char *text, size_t length, int64_t *milliseconds);

/** Whether a text is `YYYY-MM-DDThh:mm:ss`, and such a second exists. */
bool reference_date_is_without_zone(const char *text, size_t length);

/** Writes a date as clock.h says; false outside the years 0 to 9999. */
bool reference_date_write(int64_t milliseconds, char date[64]);

/** Reads an HTTP date (RFC 9110, 5.6.7) of the years 1970 to 9999 that is written exactly as it must be,
 *  in one of its three forms. False for others, which the code under test may read all the same. */
bool reference_date_read_http(const char *text, size_t length, int64_t *seconds);

#endif
