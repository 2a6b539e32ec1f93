/* Answers: finding a header, Retry-After in both forms, the server's clock. */
#include "test.h"

#include "core/response.h"

/* Mon, 17 Jun 2024 00:00:00 GMT */
#define NOW INT64_C(1718582400000)

static void start(struct aurpay_response *response, const char *headers)
{
    aurpay_response_init(response, 100);
    assert_int_equal(aurpay_buffer_append_string(&response->headers, headers), AURPAY_OK);
}

/* NULL when there is none. */
static void assert_header(const char *headers, const char *name, const char *expected)
{
    struct aurpay_response response;
    const char *value;
    size_t length;
    bool found;

    start(&response, headers);
    found = aurpay_response_header(&response, name, &value, &length);
    assert_for_case(found == (expected != NULL), headers);
    if (expected) {
        assert_int_equal(length, strlen(expected));
        assert_memory_equal(value, expected, length);
    }
    aurpay_response_free(&response);
}

static void test_a_header_is_found_in_any_case(void **state)
{
    (void)state;
    assert_header("HTTP/1.1 200 OK\r\nA-Trace-Id: abc\r\n\r\n", "a-trace-id", "abc");
    assert_header("HTTP/1.1 200 OK\r\na-trace-id: abc\r\n\r\n", "A-Trace-Id", "abc");
    assert_header("HTTP/2 200 \r\nRETRY-AFTER: 5\r\n\r\n", "Retry-After", "5");
}

static void test_blanks_around_a_value_are_taken_off(void **state)
{
    (void)state;
    assert_header("X:a\r\n", "X", "a");
    assert_header("X:  a b \t \r\n", "X", "a b");
    assert_header("X:\ta\n", "X", "a");
    assert_header("X: a", "X", "a");
    assert_header("X:\r\n", "X", "");
    assert_header("X: \r\n", "X", "");
    assert_header("X:", "X", "");
}

static void test_the_last_of_repeated_headers_counts(void **state)
{
    (void)state;
    assert_header("X: 1\r\nY: 5\r\nx: 2\r\n\r\n", "X", "2");
    assert_header("X: 1\r\nX:\r\n", "X", "");
}

static void test_other_lines_are_no_such_header(void **state)
{
    (void)state;
    assert_header("", "X", NULL);
    assert_header("\r\n", "X", NULL);
    assert_header("X\r\n", "X", NULL);
    assert_header("X", "X", NULL);
    assert_header("X : 1\r\n", "X", NULL);
    assert_header(" X: 1\r\n", "X", NULL);
    assert_header("XY: 1\r\n", "X", NULL);
    assert_header("Y-X: 1\r\n", "X", NULL);
    assert_header("Y: X: 1\r\n", "X", NULL);
    assert_header("HTTP/1.1 200 X: 1\r\n", "X", NULL);
    assert_header("Date: now\r\n", "Dat", NULL);
}

static void test_the_lines_are_searched_to_their_end_and_no_further(void **state)
{
    struct aurpay_response response;
    const char *value;
    size_t length;

    (void)state;
    aurpay_response_init(&response, 100);
    assert_false(aurpay_response_header(&response, "X", &value, &length));
    assert_int_equal(aurpay_buffer_append(&response.headers, "Y: a\0b\nX: c\0d\n", 14), AURPAY_OK);
    assert_true(aurpay_response_header(&response, "X", &value, &length));
    assert_int_equal(length, 3);
    assert_memory_equal(value, "c\0d", 3);
    aurpay_response_free(&response);
}

static void assert_retry_after(const char *headers, int64_t expected)
{
    struct aurpay_response response;

    start(&response, headers);
    if (aurpay_response_retry_after(&response, NOW) != expected) {
        fail_msg("%s: wrong pause %lld", headers, (long long)aurpay_response_retry_after(&response, NOW));
    }
    aurpay_response_free(&response);
}

static void test_retry_after_as_a_number(void **state)
{
    (void)state;
    assert_retry_after("Retry-After: 0\r\n", 0);
    assert_retry_after("Retry-After: 5\r\n", 5);
    assert_retry_after("Retry-After: 120 \r\n", 120);
    assert_retry_after("retry-after:007\r\n", 7);
    assert_retry_after("Retry-After: 86400\r\n", 86400);
}

/* The three forms of RFC 9110; NOW is Monday, 17 June 2024, 00:00:00. */
static void test_retry_after_as_a_date(void **state)
{
    (void)state;
    assert_retry_after("Retry-After: Mon, 17 Jun 2024 00:00:30 GMT\r\n", 30);
    assert_retry_after("Retry-After: Monday, 17-Jun-24 00:01:00 GMT\r\n", 60);
    assert_retry_after("Retry-After: Mon Jun 17 01:00:00 2024\r\n", 3600);
    assert_retry_after("Retry-After: Mon, 17 Jun 2024 00:00:00 GMT\r\n", 0);
}

static void test_retry_after_in_the_past_asks_for_no_wait(void **state)
{
    (void)state;
    assert_retry_after("Retry-After: Sun, 16 Jun 2024 23:59:59 GMT\r\n", 0);
    assert_retry_after("Retry-After: Fri, 01 Jan 1999 00:00:00 GMT\r\n", 0);
}

static void test_retry_after_that_cannot_be_read(void **state)
{
    static const char *const lines[] = {
        "",
        "Retry-After:\r\n",
        "Retry-After: \r\n",
        "Retry-After: soon\r\n",
        "Retry-After: -5\r\n",
        "Retry-After: +5\r\n",
        "Retry-After: 1.5\r\n",
        "Retry-After: 5s\r\n",
        "Retry-After: 0x10\r\n",
        "Retry-After: 5, 5\r\n",
        "Retry-After: Mon, 32 Jun 2024 00:00:00 GMT\r\n",
        "Retry-After: Mon, 17 Jun 2024 25:00:00 GMT\r\n",
        "Retry-After: ----------------------------------------------------------------------\r\n",
        "Retry-After: Mon, 17 Jun 2024 00:00:30 GMT                                and no end of it\r\n",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(lines); i++) {
        assert_retry_after(lines[i], -1);
    }
}

/* A huge value stays a long wait; it does not become a small or negative one. */
static void test_a_huge_retry_after_stays_huge(void **state)
{
    static const char *const lines[] = {
        "Retry-After: 2147483647\r\n",
        "Retry-After: 2147483648\r\n",
        "Retry-After: 4294967296\r\n",
        "Retry-After: 9223372036854775807\r\n",
        "Retry-After: 18446744073709551616\r\n",
        "Retry-After: 99999999999999999999999999999999999999999999999999999999999999999999999999999999\r\n",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(lines); i++) {
        struct aurpay_response response;
        int64_t seconds;

        start(&response, lines[i]);
        seconds = aurpay_response_retry_after(&response, NOW);
        assert_true(seconds >= INT32_MAX);
        /* The milliseconds must still fit into the number. */
        assert_true(seconds < INT64_MAX / 1000);
        aurpay_response_free(&response);
    }
}

static void assert_clock(const char *headers, int64_t wall, double ready, double first_byte,
                         int64_t difference, int64_t margin)
{
    struct aurpay_clock_comparison comparison;
    struct aurpay_response response;

    start(&response, headers);
    response.timings.ready = ready;
    response.timings.first_byte = first_byte;
    assert_true(aurpay_response_compare_clocks(&response, wall, &comparison));
    /* A margin of whole milliseconds drops half a millisecond. */
    assert_between(comparison.difference + NOW, NOW + difference - 1, NOW + difference + 1);
    assert_between(comparison.margin, margin, margin + 1);
    aurpay_response_free(&response);
}

/* A Date has no fraction, so it is half a second behind on average. */
static void test_the_clock_difference_is_the_servers_minus_ours(void **state)
{
    (void)state;
    assert_clock("Date: Mon, 17 Jun 2024 00:00:00 GMT\r\n", NOW, 0, 0, 500, 500);
    assert_clock("Date: Mon, 17 Jun 2024 00:00:00 GMT\r\n", NOW + 999, 0, 0, -499, 500);
    assert_clock("Date: Mon, 17 Jun 2024 00:10:00 GMT\r\n", NOW, 0, 0, 600500, 500);
    assert_clock("Date: Sun, 16 Jun 2024 23:59:00 GMT\r\n", NOW, 0, 0, -59500, 500);
    assert_clock("date: Mon, 17 Jun 2024 00:00:00 GMT\r\n", 0, 0, 0, NOW + 500, 500);
    assert_clock("Date: Fri, 31 Dec 9999 23:59:59 GMT\r\n", NOW, 0, 0, 251683718399500, 500);
}

/* The attempt began at NOW, the request left after 2 s, and the answer began after 12 s: a server whose clock
 * is right says a time between 00:00:02 and 00:00:12. */
static void test_the_time_that_the_answer_took_is_a_margin(void **state)
{
    (void)state;
    assert_clock("Date: Mon, 17 Jun 2024 00:00:07 GMT\r\n", NOW, 2000, 12000, 500, 5500);
    assert_clock("Date: Mon, 17 Jun 2024 00:00:02 GMT\r\n", NOW, 2000, 12000, -4500, 5500);
    assert_clock("Date: Mon, 17 Jun 2024 00:00:12 GMT\r\n", NOW, 2000, 12000, 5500, 5500);
}

static void test_without_a_readable_date_there_is_no_clock_difference(void **state)
{
    static const char *const headers[] = {
        "",
        "Date:\r\n",
        "Date: yesterday\r\n",
        "X-Date: Mon, 17 Jun 2024 00:00:00 GMT\r\n",
        "Date: Sat, 01 Jan 10000 00:00:00 GMT\r\n",
        "Date: Mon, 17 Jun 2147483647 00:00:00 GMT\r\n",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(headers); i++) {
        struct aurpay_clock_comparison comparison;
        struct aurpay_response response;

        start(&response, headers[i]);
        assert_false(aurpay_response_compare_clocks(&response, NOW, &comparison));
        aurpay_response_free(&response);
    }
}

static void test_resetting_forgets_the_attempt_and_keeps_the_limit(void **state)
{
    struct aurpay_response response;

    (void)state;
    start(&response, "X: 1\r\n");
    assert_int_equal(aurpay_buffer_append_string(&response.body, "body"), AURPAY_OK);
    response.sent = true;
    response.resend_refused = true;
    response.http_status = 500;
    response.transfer = AURPAY_TRANSFER_BROKEN;
    response.reused_connection = true;
    strcpy(response.error, "broken");
    aurpay_response_reset(&response);
    assert_false(response.sent);
    assert_false(response.resend_refused);
    assert_false(response.reused_connection);
    assert_int_equal(response.http_status, 0);
    assert_string_equal(response.error, "");
    assert_string_equal(response.http_version, "");
    assert_string_equal(aurpay_buffer_string(&response.headers), "");
    assert_string_equal(aurpay_buffer_string(&response.body), "");
    assert_int_equal(response.body.limit, 100);
    aurpay_response_free(&response);
}

/* As libcurl hands them on, one by one. */
static void test_a_folded_line_continues_the_line_before_it(void **state)
{
    static const struct {
        const char *lines[4];
        const char *headers;
    } cases[] = {
        {{"X: a\r\n", " b\r\n"}, "X: a b\r\n"},
        {{"X: a\n", "\tb\n"}, "X: a\tb\n"},
        {{"X: a", " b\n"}, "X: a b\n"},
        /* There is nothing to continue. */
        {{" a\r\n", "X: b\r\n"}, " a\r\nX: b\r\n"},
        {{"\r\n", " a\r\n"}, " a\r\n"},
        {{"X: a\r\n", "", "Y: b\r\n"}, "X: a\r\nY: b\r\n"},
    };
    size_t i, line;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        struct aurpay_response response;

        start(&response, "");
        for (line = 0; line < COUNT(cases[i].lines) && cases[i].lines[line]; line++) {
            const char *text = cases[i].lines[line];

            assert_int_equal(aurpay_response_add_header_line(&response, text, strlen(text)), AURPAY_OK);
        }
        assert_string_equal(aurpay_buffer_string(&response.headers), cases[i].headers);
        aurpay_response_free(&response);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_folded_line_continues_the_line_before_it),
        cmocka_unit_test(test_a_header_is_found_in_any_case),
        cmocka_unit_test(test_blanks_around_a_value_are_taken_off),
        cmocka_unit_test(test_the_last_of_repeated_headers_counts),
        cmocka_unit_test(test_other_lines_are_no_such_header),
        cmocka_unit_test(test_the_lines_are_searched_to_their_end_and_no_further),
        cmocka_unit_test(test_retry_after_as_a_number),
        cmocka_unit_test(test_retry_after_as_a_date),
        cmocka_unit_test(test_retry_after_in_the_past_asks_for_no_wait),
        cmocka_unit_test(test_retry_after_that_cannot_be_read),
        cmocka_unit_test(test_a_huge_retry_after_stays_huge),
        cmocka_unit_test(test_the_clock_difference_is_the_servers_minus_ours),
        cmocka_unit_test(test_the_time_that_the_answer_took_is_a_margin),
        cmocka_unit_test(test_without_a_readable_date_there_is_no_clock_difference),
        cmocka_unit_test(test_resetting_forgets_the_attempt_and_keeps_the_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
