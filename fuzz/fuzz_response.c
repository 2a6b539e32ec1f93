/* The headers of an answer against a plain reference: folded lines, values, Retry-After, and the
 * comparison of the clocks.
 *
 * An input: lines with our clock in milliseconds, with the milliseconds until the request was sent and
 * until the answer began, and with a name to look up. Then header lines. */
#include <string.h>

#include "core/response.h"
#include "reference_date.h"
#include "text.h"

#define LINES_MAX 64

/* Our clock is at most at the end of the year 9999, and a call takes an hour at most. */
#define CLOCK_MAX INT64_C(253402300799999)
#define WAIT_MAX INT64_C(3600000)

/* The header lines, unfolded, without the ends of lines. */
struct headers {
    struct fuzz_text lines[LINES_MAX];
    size_t count;
};

static int64_t between(int64_t number, int64_t maximum)
{
    int64_t rest = number % (maximum + 1);

    return rest < 0 ? rest + maximum + 1 : rest;
}

static void free_headers(struct headers *headers)
{
    while (headers->count) {
        fuzz_text_free(&headers->lines[--headers->count]);
    }
}

/* Adds a line, which goes on with the line before when it begins with a blank. Empty lines are none. */
static void add_line(struct headers *headers, const char *line, size_t length)
{
    bool goes_on = length > 0 && (line[0] == ' ' || line[0] == '\t') && headers->count > 0;

    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) {
        length--;
    }
    if (goes_on) {
        fuzz_text_append(&headers->lines[headers->count - 1], line, length);
    } else if (length > 0) {
        headers->lines[headers->count++] = fuzz_text_copy(line, length);
    }
}

static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

/* Whether a line is a header of that name; its value then begins behind the colon. */
static bool has_name(const struct fuzz_text *line, const char *name)
{
    size_t length = strlen(name), i;

    if (line->length <= length || line->bytes[length] != ':') {
        return false;
    }
    for (i = 0; i < length; i++) {
        if (lower(line->bytes[i]) != lower(name[i])) {
            return false;
        }
    }
    return true;
}

/* The value of the last header of that name. */
static bool find_value(const struct headers *headers, const char *name, struct fuzz_text *value)
{
    size_t i = headers->count;

    while (i-- > 0) {
        const struct fuzz_text *line = &headers->lines[i];
        size_t start = strlen(name) + 1, end = line->length;

        if (has_name(line, name)) {
            while (start < end && is_blank(line->bytes[start])) {
                start++;
            }
            while (end > start && is_blank(line->bytes[end - 1])) {
                end--;
            }
            *value = fuzz_text_copy(line->bytes + start, end - start);
            return true;
        }
    }
    *value = fuzz_text_copy("", 0);
    return false;
}

static void try_name(const struct aurpay_response *response, const struct headers *headers, const char *name)
{
    const char *value = "";
    size_t length = 0;
    struct fuzz_text expected;
    bool is_found = aurpay_response_header(response, name, &value, &length);

    if (is_found != find_value(headers, name, &expected) ||
        (is_found && !fuzz_text_equals(&expected, value, length))) {
        fuzz_show("the headers", aurpay_buffer_string(&response->headers), response->headers.length);
        fuzz_show("found", value, length);
        fuzz_show("reference", expected.bytes, expected.length);
        fuzz_fail("the header %s is another", name);
    }
    fuzz_text_free(&expected);
}

/* What Retry-After must ask for. -2 where only the range is certain. */
static int64_t expect_wait(const struct fuzz_text *value, int64_t wall)
{
    size_t digits = strspn(value->bytes, "0123456789");
    int64_t seconds;

    if (digits == value->length && value->length > 0) {
        const char *number = value->bytes + strspn(value->bytes, "0");

        return strlen(number) <= 9 ? strtoll(number, NULL, 10) : -2;
    }
    if (reference_date_read_http(value->bytes, value->length, &seconds)) {
        return seconds > wall / 1000 ? seconds - wall / 1000 : 0;
    }
    return strpbrk(value->bytes, "0123456789") ? -2 : -1;
}

static void try_retry_after(const struct aurpay_response *response, const struct headers *headers,
                            int64_t wall)
{
    int64_t wait = aurpay_response_retry_after(response, wall), expected = -1;
    struct fuzz_text value;

    if (find_value(headers, "retry-after", &value)) {
        expected = expect_wait(&value, wall);
    }
    if (expected == -2 ? wait < -1 : wait != expected) {
        fuzz_show("Retry-After", value.bytes, value.length);
        fuzz_fail("it asks for %lld instead of %lld seconds", (long long)wait, (long long)expected);
    }
    /* Nine digits and more: at least so long, and not beyond all bounds. */
    if (expected == -2 && strspn(value.bytes, "0123456789") == value.length &&
        (wait < 999999999 || wait > INT64_C(100) * INT32_MAX)) {
        fuzz_show("Retry-After", value.bytes, value.length);
        fuzz_fail("it asks for %lld seconds", (long long)wait);
    }
    fuzz_text_free(&value);
}

/* The server wrote the date between `ready` and `first_byte`, and cut off less than a second. */
static void try_clocks(const struct aurpay_response *response, const struct headers *headers, int64_t wall)
{
    struct aurpay_clock_comparison clocks = {0, 0};
    bool is_compared = aurpay_response_compare_clocks(response, wall, &clocks);
    int64_t date = 0, earliest, latest;
    struct fuzz_text value;

    if (!find_value(headers, "date", &value) && is_compared) {
        fuzz_fail("the clocks are compared without a date");
    }
    if (reference_date_read_http(value.bytes, value.length, &date)) {
        earliest = date * 1000 - wall - (int64_t)response->timings.first_byte;
        latest = date * 1000 + 999 - wall - (int64_t)response->timings.ready;
        if (!is_compared || clocks.difference - clocks.margin > earliest ||
            clocks.difference - clocks.margin < earliest - 2 || clocks.difference + clocks.margin < latest ||
            clocks.difference + clocks.margin > latest + 2) {
            fuzz_show("Date", value.bytes, value.length);
            fuzz_fail("the clocks differ by %lld +- %lld, and not by %lld to %lld",
                      (long long)clocks.difference, (long long)clocks.margin, (long long)earliest,
                      (long long)latest);
        }
    }
    fuzz_text_free(&value);
}

/* Gives the rest of the input line by line, as libcurl does. */
static void add_lines(struct fuzz_input *input, struct aurpay_response *response, struct headers *headers)
{
    while (input->length && headers->count < LINES_MAX) {
        const uint8_t *feed = memchr(input->bytes, '\n', input->length);
        struct fuzz_input line = fuzz_take(input, feed ? (size_t)(feed + 1 - input->bytes) : input->length);
        struct fuzz_text copy = fuzz_text_copy((const char *)line.bytes, line.length);

        fuzz_check(aurpay_response_add_header_line(response, copy.bytes, copy.length) == AURPAY_OK,
                   "a line fits");
        add_line(headers, copy.bytes, copy.length);
        fuzz_text_free(&copy);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char *const names[] = {"Date", "RETRY-AFTER", "a-trace-id", "Location"};
    struct fuzz_input input = {bytes, length < AURPAY_RESPONSE_HEADERS_LIMIT ? length : 0};
    struct headers headers = {.count = 0};
    struct aurpay_response response;
    struct fuzz_text name;
    int64_t wall = between(fuzz_number(&input), CLOCK_MAX);
    size_t i;

    aurpay_response_init(&response, 0);
    response.timings.ready = (double)between(fuzz_number(&input), WAIT_MAX);
    response.timings.first_byte = response.timings.ready + (double)between(fuzz_number(&input), WAIT_MAX);
    name = fuzz_line(&input);
    add_lines(&input, &response, &headers);
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        try_name(&response, &headers, names[i]);
    }
    if (name.bytes[0] && !strchr(name.bytes, ':')) {
        try_name(&response, &headers, name.bytes);
    }
    try_retry_after(&response, &headers, wall);
    try_clocks(&response, &headers, wall);
    fuzz_text_free(&name);
    free_headers(&headers);
    aurpay_response_free(&response);
    return 0;
}
