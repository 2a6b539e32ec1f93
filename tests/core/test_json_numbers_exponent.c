/* Money with an exponent is written out with its value unchanged: which texts are written out, which stay,
 * and how far a text may grow. */
#include "test.h"

#include "quoting.h"

/* The plain forms are Python's format(Decimal(…), 'f'). */
static void test_money_with_an_exponent_is_written_out(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\":1e2}", "{\"amount\":\"100\"}"},
        {"{\"amount\":1.32e+21}", "{\"amount\":\"1320000000000000000000\"}"},
        {"{\"amount\":-1.5E-3}", "{\"amount\":\"-0.0015\"}"},
        {"{\"amount\":0E-8,\"n\":0E-8}", "{\"amount\":\"0.00000000\",\"n\":\"0E-8\"}"},
        {"{\"amount\":\"1E+2\"}", "{\"amount\":\"100\"}"},
        {"{\"amount\" : \"-4.321e-5\" ,\"n\":\"1e5\"}", "{\"amount\" : \"-0.00004321\" ,\"n\":\"1e5\"}"},
        {"{\"am\\u006funt\":\"1e2\"}", "{\"am\\u006funt\":\"100\"}"},
        {"{\"amount\":[1e2,\"1e2\",[\"2e2\"],{\"n\":1e2,\"fee\":\"3e2\"},\"4e2\"],\"n\":[\"1e2\"]}",
         "{\"amount\":[\"100\",\"100\",[\"200\"],{\"n\":\"1e2\",\"fee\":\"300\"},\"400\"],\"n\":[\"1e2\"]}"},
        {"{\"amount\":\"1e2\",\"price\":\"2e2\",\"n\":\"3e2\"}",
         "{\"amount\":\"100\",\"price\":\"200\",\"n\":\"3e2\"}"},
    };

    (void)state;
    quoting_assert_all(cases, COUNT(cases));
}

/* .NET escapes a plus sign in a string. */
static void test_money_with_an_exponent_behind_escapes_is_written_out(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\":\"1.32E\\u002B21\"}", "{\"amount\":\"1320000000000000000000\"}"},
        {"{\"amount\":\"1\\u002e5\\u0065\\u002d3\"}", "{\"amount\":\"0.0015\"}"},
        {"{\"amount\":\"\\u002d1\\u00652\"}", "{\"amount\":\"-100\"}"},
        {"{\"amount\":\"18\\u002e0\"}", NULL},
        {"{\"amount\":\"1e\\u00zz\"}", NULL},
        {"{\"amount\":\"1e2\\n\"}", NULL},
        {"{\"amount\":\"1e\\u0662\"}", NULL},
    };

    (void)state;
    quoting_assert_all(cases, COUNT(cases));
}

static void test_money_that_is_no_plain_number_stays(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\":\"+1e2\"}", NULL},
        {"{\"amount\":\"01e2\"}", NULL},
        {"{\"amount\":\"1.e2\"}", NULL},
        {"{\"amount\":\".1e2\"}", NULL},
        {"{\"amount\":\"1e\"}", NULL},
        {"{\"amount\":\"1e2 \"}", NULL},
        {"{\"amount\":\" 1e2\"}", NULL},
        {"{\"amount\":\"1e2USD\"}", NULL},
        {"{\"amount\":\"1e2e3\"}", NULL},
        {"{\"amount\":\"1e2.5\"}", NULL},
        {"{\"amount\":\"0x1e2\"}", NULL},
        {"{\"amount\":\"--1e2\"}", NULL},
        {"{\"1e2\":\"1e2\"}", NULL},
        {"{\"amount\":{\"1e2\":1}}", NULL},
        {"[\"1e2\"]", NULL},
        {"{\"amount\" \"1e2\"}", NULL},
        {"{\"amount\":\"1e2", NULL},
        {"{\"amount\":\"1,2e2\"}", NULL},
    };

    (void)state;
    quoting_assert_all(cases, COUNT(cases));
}

/* The limit is 96 digits. */
static void test_money_of_too_many_digits_stays_as_it_was_sent(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\":1e96}", "{\"amount\":\"1e96\"}"},
        {"{\"amount\":-1E-96}", "{\"amount\":\"-1E-96\"}"},
        {"{\"amount\":0e-96}", "{\"amount\":\"0e-96\"}"},
        {"{\"amount\":1e99999999999999999999999}", "{\"amount\":\"1e99999999999999999999999\"}"},
        {"{\"amount\":\"1e96\"}", NULL},
        {"{\"amount\":\"1e-99999999999999999999999\"}", NULL},
    };

    (void)state;
    quoting_assert_all(cases, COUNT(cases));
}

#define LONGEST "1e95"

/* As many of the longest amounts as a text may grow by, plus one: 96 digits and two quotes are 94 bytes more
 * than "1e95". */
static void test_a_text_grows_by_a_megabyte_at_most(void **state)
{
    static const char item[] = "," LONGEST;
    size_t count = AURPAY_JSON_GROWTH_MAX / (96 - strlen(LONGEST)) + 1, length, i;
    char *json = malloc(32 + count * strlen(item));
    struct aurpay_buffer out;

    (void)state;
    assert_non_null(json);
    length = (size_t)sprintf(json, "{\"amount\":[0");
    for (i = 0; i < count; i++) {
        memcpy(json + length, item, strlen(item));
        length += strlen(item);
    }
    json[length++] = ']';
    aurpay_buffer_init(&out, 3 * length + AURPAY_JSON_GROWTH_MAX);
    assert_int_equal(aurpay_json_numbers_quote(json, length, quoting_money, &out), AURPAY_OK);
    assert_int_equal(out.length, length + 2 * (count + 1) + (count - 1) * (96 - strlen(LONGEST)));
    assert_string_equal(out.data + out.length - strlen(",\"" LONGEST "\"]"), ",\"" LONGEST "\"]");
    aurpay_buffer_free(&out);
    free(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_money_with_an_exponent_is_written_out),
        cmocka_unit_test(test_money_with_an_exponent_behind_escapes_is_written_out),
        cmocka_unit_test(test_money_that_is_no_plain_number_stays),
        cmocka_unit_test(test_money_of_too_many_digits_stays_as_it_was_sent),
        cmocka_unit_test(test_a_text_grows_by_a_megabyte_at_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
