#include "response.h"

#include <string.h>

#include <curl/curl.h>
#include <openssl/crypto.h>

void aurpay_response_init(struct aurpay_response *response, size_t max_bytes)
{
    memset(response, 0, sizeof(*response));
    response->http_version = "";
    aurpay_buffer_init(&response->headers, AURPAY_RESPONSE_HEADERS_LIMIT);
    aurpay_buffer_init(&response->body, max_bytes);
}

void aurpay_response_reset(struct aurpay_response *response)
{
    struct aurpay_buffer headers = response->headers;
    struct aurpay_buffer body = response->body;

    memset(response, 0, sizeof(*response));
    response->http_version = "";
    response->headers = headers;
    response->body = body;
    aurpay_buffer_clear(&response->headers);
    aurpay_buffer_clear(&response->body);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static bool is_line_end(char byte)
{
    return byte == '\r' || byte == '\n';
}

enum aurpay_code aurpay_response_add_header_line(struct aurpay_response *response, const char *line,
                                                 size_t length)
{
    struct aurpay_buffer *headers = &response->headers;
    size_t kept = headers->length;

    if (length > 0 && (line[0] == ' ' || line[0] == '\t') && kept > 0) {
        while (kept > 0 && is_line_end(headers->data[kept - 1])) {
            kept--;
        }
        aurpay_buffer_truncate(headers, kept);
    }
    return aurpay_buffer_append(headers, line, length);
}

/* The value when `line` is a header of that name, else NULL. */
static const char *value_of_line(const char *line, const char *end, const char *name)
{
    size_t name_length = strlen(name);

    if ((size_t)(end - line) <= name_length || line[name_length] != ':' ||
        !curl_strnequal(line, name, name_length)) {
        return NULL;
    }
    return line + name_length + 1;
}

bool aurpay_response_header(const struct aurpay_response *response, const char *name, const char **value,
                            size_t *length)
{
    const char *line = aurpay_buffer_string(&response->headers);
    const char *end = line + response->headers.length;
    bool found = false;

    while (line < end) {
        const char *line_end = memchr(line, '\n', (size_t)(end - line));
        const char *after, *text;

        after = line_end ? line_end : end;
        text = value_of_line(line, after, name);
        if (text) {
            const char *text_end = after;

            while (text < text_end && is_blank(*text)) {
                text++;
            }
            while (text_end > text && is_blank(text_end[-1])) {
                text_end--;
            }
            *value = text;
            *length = (size_t)(text_end - text);
            found = true;
        }
        line = after + 1;
    }
    return found;
}

/* The end of the year 9999: an HTTP date has four digits for the year. */
#define LAST_SECOND INT64_C(253402300799)

/* Reads an HTTP date into seconds since 1970. */
static bool read_http_date(const char *text, size_t length, int64_t *seconds)
{
    char date[64];
    time_t parsed;

    if (length >= sizeof(date)) {
        return false;
    }
    memcpy(date, text, length);
    date[length] = '\0';
    parsed = curl_getdate(date, NULL);
    /* Anything may have come in the place of a date. */
    OPENSSL_cleanse(date, sizeof(date));
    *seconds = (int64_t)parsed;
    return parsed != -1 && *seconds <= LAST_SECOND;
}

int64_t aurpay_response_retry_after(const struct aurpay_response *response, int64_t wall_milliseconds)
{
    const char *text;
    size_t length, i;
    int64_t seconds = 0;

    if (!aurpay_response_header(response, "Retry-After", &text, &length) || length == 0) {
        return -1;
    }
    for (i = 0; i < length && text[i] >= '0' && text[i] <= '9'; i++) {
        if (seconds < INT32_MAX) {
            seconds = seconds * 10 + (text[i] - '0');
        }
    }
    if (i == length) {
        return seconds;
    }
    if (!read_http_date(text, length, &seconds)) {
        return -1;
    }
    seconds -= wall_milliseconds / 1000;
    return seconds > 0 ? seconds : 0;
}

bool aurpay_response_compare_clocks(const struct aurpay_response *response, int64_t wall_milliseconds,
                                    struct aurpay_clock_comparison *comparison)
{
    const char *text;
    size_t length;
    int64_t date, least, most;

    if (!aurpay_response_header(response, "Date", &text, &length) || !read_http_date(text, length, &date)) {
        return false;
    }
    /* Lower bound: the date is exact and was created when the answer arrived. Upper bound: nearly a second
     * was cut off, and it was created when the request left. */
    least = date * 1000 - (wall_milliseconds + (int64_t)response->timings.first_byte);
    most = date * 1000 + 999 - (wall_milliseconds + (int64_t)response->timings.ready);
    comparison->difference = (least + most) / 2;
    comparison->margin = (most - least + 1) / 2;
    return true;
}

void aurpay_response_free(struct aurpay_response *response)
{
    aurpay_buffer_free(&response->headers);
    aurpay_buffer_free(&response->body);
    /* libcurl's words may repeat what the server sent. */
    OPENSSL_cleanse(response->error, sizeof(response->error));
}
