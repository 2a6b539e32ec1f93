/* Time: the wall clock that dates a signature, the monotonic clock that a deadline is counted on. */
#ifndef AURPAY_CORE_CLOCK_H
#define AURPAY_CORE_CLOCK_H

#include "common.h"

/** "2024-06-17T00:00:00.000Z" and its NUL. */
#define AURPAY_DATE_SIZE 25

/** Milliseconds since 1970-01-01T00:00:00Z. */
int64_t aurpay_clock_wall(void);

/** Milliseconds on a clock that never goes back; its zero is arbitrary. */
int64_t aurpay_clock_monotonic(void);

/** Makes aurpay_clock_wall answer what @p source answers; NULL gives the system's clock back. For tests
 *  only. */
void aurpay_clock_set_wall_source(int64_t (*source)(void));

/** Writes @p milliseconds as UTC, ISO-8601 with milliseconds and Z, as the vendor's signing script makes it.
 *  AURPAY_ERROR_INVALID outside the years 0000 to 9999. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_clock_format_date(int64_t milliseconds,
                                                            char date[AURPAY_DATE_SIZE]);

/** Reads an ISO-8601 date and time with a zone (`Z`, `+hh:mm`, `+hhmm` or `+hh`). A fraction of a second may
 *  follow a point or a comma. AURPAY_ERROR_INVALID for anything else, dates that do not exist included. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_clock_parse_date(const char *date, size_t length,
                                                           int64_t *milliseconds);

#endif
