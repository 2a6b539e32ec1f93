/* Dates that are read and written, against the C library's calendar.
 *
 * An input: a line with milliseconds since 1970, and a text that is read as a date. */
#include <string.h>

#include "core/clock.h"
#include "core/validate.h"
#include "reference_date.h"
#include "text.h"

static void try_reading(const struct fuzz_text *text)
{
    int64_t read = 0, expected = 0;
    bool is_read = aurpay_clock_parse_date(text->bytes, text->length, &read) == AURPAY_OK;

    if (is_read != reference_date_read(text->bytes, text->length, &expected) ||
        (is_read && read != expected)) {
        fuzz_show("the date", text->bytes, text->length);
        fuzz_fail("%s %lld instead of %lld", is_read ? "read as" : "refused", (long long)read,
                  (long long)expected);
    }
    if (aurpay_validate_filter_date(text->bytes, text->length) !=
        reference_date_is_without_zone(text->bytes, text->length)) {
        fuzz_show("the date", text->bytes, text->length);
        fuzz_fail("as a filter it is %s", is_read ? "refused" : "taken");
    }
}

static void try_writing(int64_t milliseconds)
{
    char written[AURPAY_DATE_SIZE] = "", expected[64] = "";
    bool is_written = aurpay_clock_format_date(milliseconds, written) == AURPAY_OK;
    int64_t again = 0;

    if (is_written != reference_date_write(milliseconds, expected) || strcmp(written, expected) != 0) {
        fuzz_fail("%lld is written \"%s\" instead of \"%s\"", (long long)milliseconds, written, expected);
    }
    if (is_written &&
        (aurpay_clock_parse_date(written, strlen(written), &again) != AURPAY_OK || again != milliseconds)) {
        fuzz_fail("%s is read as %lld instead of %lld", written, (long long)again, (long long)milliseconds);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    int64_t milliseconds = fuzz_number(&input);
    struct fuzz_text text = fuzz_rest(&input);

    try_writing(milliseconds);
    try_reading(&text);
    fuzz_text_free(&text);
    return 0;
}
