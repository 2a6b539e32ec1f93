/* Which numbers of a JSON text are put into quotes, case by case; expectations by rule 2 of the design: money
 * is a string of the digits on the wire, and so is any number with a fraction or an exponent. */
#include "test.h"

#include "core/json_numbers.h"

#define ROOM (64 * 1024)

static const char *const money[] = {"amount", "price", "fee", NULL};

struct quoting {
    const char *json;
    /* NULL: nothing is quoted, and the output stays empty. */
    const char *expected;
};

/* The text is given in a block of exactly its size: the sanitizer sees a byte read too many. */
static void quote(const char *json, size_t length, const char *const *fields, struct aurpay_buffer *out)
{
    char *copy = malloc(length ? length : 1);

    assert_non_null(copy);
    memcpy(copy, json, length);
    aurpay_buffer_init(out, ROOM);
    assert_int_equal(aurpay_json_numbers_quote(copy, length, fields, out), AURPAY_OK);
    free(copy);
}

static void assert_quoted(const char *json, const char *expected)
{
    const char *wanted = expected ? expected : "";
    struct aurpay_buffer out;
    bool same;

    quote(json, strlen(json), money, &out);
    same = strcmp(aurpay_buffer_string(&out), wanted) == 0 && out.length == strlen(wanted);
    if (!same) {
        print_error("%s became \"%s\" instead of \"%s\"\n", json, aurpay_buffer_string(&out), wanted);
    }
    aurpay_buffer_free(&out);
    assert_true(same);
}

static void assert_all_quoted(const struct quoting *cases, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        assert_quoted(cases[i].json, cases[i].expected);
    }
}

static void test_money_is_quoted_whatever_type_it_has(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\":18}", "{\"amount\":\"18\"}"},
        {"{\"amount\":0}", "{\"amount\":\"0\"}"},
        {"{\"amount\":-18}", "{\"amount\":\"-18\"}"},
        {"{\"amount\":18.0098}", "{\"amount\":\"18.0098\"}"},
        {"{\"amount\":18.0}", "{\"amount\":\"18.0\"}"},
        {"{\"amount\":123456789012345678901234567890}", "{\"amount\":\"123456789012345678901234567890\"}"},
        {"{ \"amount\" : 18 }", "{ \"amount\" : \"18\" }"},
        {"{\"amount\"\n:\t18\r\n,\"n\":1}", "{\"amount\"\n:\t\"18\"\r\n,\"n\":1}"},
        {"{\"amount\":18,\"price\":19,\"n\":20}", "{\"amount\":\"18\",\"price\":\"19\",\"n\":20}"},
        {"{\"amount\":1,\"amount\":2}", "{\"amount\":\"1\",\"amount\":\"2\"}"},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

/* The plain forms are format(Decimal(…), 'f') of Python. */
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
    assert_all_quoted(cases, COUNT(cases));
}

/* .NET writes a plus sign in a string as an escape. */
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
    assert_all_quoted(cases, COUNT(cases));
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
    assert_all_quoted(cases, COUNT(cases));
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
    assert_all_quoted(cases, COUNT(cases));
}

#define LONGEST "1e95"

/* As many of the longest amounts as a text may grow by, and one: 97 digits and quotes are 94 bytes more than "1e95". */
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
    assert_int_equal(aurpay_json_numbers_quote(json, length, money, &out), AURPAY_OK);
    assert_int_equal(out.length, length + 2 * (count + 1) + (count - 1) * (96 - strlen(LONGEST)));
    assert_string_equal(out.data + out.length - strlen(",\"" LONGEST "\"]"), ",\"" LONGEST "\"]");
    aurpay_buffer_free(&out);
    free(json);
}

static void test_money_that_is_no_number_stays(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\":\"18.0\"}", NULL},     {"{\"amount\":\"\"}", NULL},
        {"{\"amount\":null}", NULL},         {"{\"amount\":true}", NULL},
        {"{\"amount\":false}", NULL},        {"{\"amount\":{}}", NULL},
        {"{\"amount\":[]}", NULL},           {"{\"n\":\"amount\"}", NULL},
        {"[\"amount\",18]", NULL},           {"{\"n\":\"amount\",\"m\":5}", NULL},
        {"{\"amount\":null,\"n\":5}", NULL}, {"{\"amount\":\"1\",\"n\":5}", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_money_is_found_at_any_depth_and_in_lists(void **state)
{
    static const struct quoting cases[] = {
        {"{\"data\":{\"amount\":5}}", "{\"data\":{\"amount\":\"5\"}}"},
        {"{\"data\":[{\"amount\":5},{\"amount\":6}]}", "{\"data\":[{\"amount\":\"5\"},{\"amount\":\"6\"}]}"},
        {"{\"amount\":[1,2,[3,4],5]}", "{\"amount\":[\"1\",\"2\",[\"3\",\"4\"],\"5\"]}"},
        {"{\"amount\":[1],\"n\":[2]}", "{\"amount\":[\"1\"],\"n\":[2]}"},
        {"{\"amount\":[1,{\"n\":2},3]}", "{\"amount\":[\"1\",{\"n\":2},\"3\"]}"},
        {"{\"amount\":{\"n\":2,\"fee\":3},\"m\":4}", "{\"amount\":{\"n\":2,\"fee\":\"3\"},\"m\":4}"},
        {"{\"amount\":{\"n\":[2]}}", NULL},
        {"{\"n\":{\"amount\":2},\"m\":3}", "{\"n\":{\"amount\":\"2\"},\"m\":3}"},
        {"[[{\"fee\":0}],1]", "[[{\"fee\":\"0\"}],1]"},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_only_the_whole_key_is_money(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amoun\":5}", NULL},      {"{\"amounts\":5}", NULL}, {"{\"Amount\":5}", NULL},
        {"{\"AMOUNT\":5}", NULL},     {"{\"\":5}", NULL},        {"{\"a\":5}", NULL},
        {"{\" amount\":5}", NULL},    {"{\"amount \":5}", NULL}, {"{\"max_amount\":5}", NULL},
        {"{\"amount_fee\":5}", NULL}, {"{\"fe\":5}", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_money_keys_hidden_behind_escapes_are_found(void **state)
{
    static const struct quoting cases[] = {
        {"{\"am\\u006funt\":5}", "{\"am\\u006funt\":\"5\"}"},
        {"{\"am\\u006Funt\":5}", "{\"am\\u006Funt\":\"5\"}"},
        {"{\"\\u0061\\u006d\\u006f\\u0075\\u006e\\u0074\":5}",
         "{\"\\u0061\\u006d\\u006f\\u0075\\u006e\\u0074\":\"5\"}"},
        {"{\"fe\\u0065\":[5]}", "{\"fe\\u0065\":[\"5\"]}"},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_other_keys_with_escapes_are_no_money(void **state)
{
    static const struct quoting cases[] = {
        {"{\"amount\\u0000\":5}", NULL},
        {"{\"am\\u016funt\":5}", NULL},
        {"{\"\\\"amount\":5}", NULL},
        {"{\"amount\\\\\":5}", NULL},
        {"{\"amount\\\"\":5}", NULL},
        {"{\"a\\mount\":5}", NULL},
        {"{\"am\\u06funt\":5}", NULL},
        {"{\"am\\u00\":5}", NULL},
        {"{\"am\\U006funt\":5}", NULL},
        {"{\"am\\u006\":5}", NULL},
        {"{\"\\u\":5}", NULL},
        {"{\"am\\/ount\":5}", NULL},
        {"{\"amount\\ud83d\\ude00\":5}", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_fractions_and_exponents_are_quoted_everywhere(void **state)
{
    static const struct quoting cases[] = {
        {"1.5", "\"1.5\""},
        {"-1.5", "\"-1.5\""},
        {" 1.5 ", " \"1.5\" "},
        {"0.0", "\"0.0\""},
        {"1e5", "\"1e5\""},
        {"1E5", "\"1E5\""},
        {"1e+5", "\"1e+5\""},
        {"1E-5", "\"1E-5\""},
        {"1.25e-7", "\"1.25e-7\""},
        {"0e0", "\"0e0\""},
        {"1e999", "\"1e999\""},
        {"1e00", "\"1e00\""},
        {"[1.5,2,3.5]", "[\"1.5\",2,\"3.5\"]"},
        {"[[1.5],{\"n\":2.5}]", "[[\"1.5\"],{\"n\":\"2.5\"}]"},
        {"{\"n\":1.5\n}", "{\"n\":\"1.5\"\n}"},
        {"{\"n\":0.000000000000000001}", "{\"n\":\"0.000000000000000001\"}"},
        {"{\"n\":0.1234567890123456789012345678901234567890}",
         "{\"n\":\"0.1234567890123456789012345678901234567890\"}"},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

/* PHP reads -0 as the float -0.0. */
static void test_negative_zero_is_quoted(void **state)
{
    static const struct quoting cases[] = {
        {"-0", "\"-0\""},     {"[-0]", "[\"-0\"]"}, {"-0.0", "\"-0.0\""},
        {"-0e1", "\"-0e1\""}, {"0", NULL},          {"-1", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_integers_stay_outside_money(void **state)
{
    static const struct quoting cases[] = {
        {"0", NULL},
        {"7", NULL},
        {"-7", NULL},
        {"[1,2,-3]", NULL},
        {"{\"code\":0}", NULL},
        {"9223372036854775807", NULL},
        {"9223372036854775808", NULL},
        {"-9223372036854775809", NULL},
        {"[123456789012345678901234567890]", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_texts_without_such_numbers_leave_the_output_empty(void **state)
{
    static const struct quoting cases[] = {
        {"", NULL},
        {" ", NULL},
        {"null", NULL},
        {"true", NULL},
        {"{}", NULL},
        {"[]", NULL},
        {"\"1.5\"", NULL},
        {"\"", NULL},
        {"{\"a\"", NULL},
        {"<html>", NULL},
        {"{\"code\":0,\"message\":\"ok\",\"result\":true}", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_what_looks_like_a_number_in_a_string_stays(void **state)
{
    static const struct quoting cases[] = {
        {"[\"1.5\"]", NULL},
        {"[\"a\\\"1.5\"]", NULL},
        {"[\"\\\\\",1.5]", "[\"\\\\\",\"1.5\"]"},
        {"[\"\\\\\\\",1.5\"]", NULL},
        {"[\"\\\\\\\\\",1.5]", "[\"\\\\\\\\\",\"1.5\"]"},
        {"[\"\\\"\",1.5]", "[\"\\\"\",\"1.5\"]"},
        {"[\"\",1.5]", "[\"\",\"1.5\"]"},
        {"[\"{\\\"amount\\\":5}\"]", NULL},
        {"[\":1.5,\",\"[1.5]\"]", NULL},
        {"{\"n\":\"\\u0022\",\"m\":1.5}", "{\"n\":\"\\u0022\",\"m\":\"1.5\"}"},
        {"{\"n\":\"1.5\",\"amount\":5}", "{\"n\":\"1.5\",\"amount\":\"5\"}"},
        {"{\"n\":\"\xe2\x98\x95 1.5\"}", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

/* `{1.5:1}` must stay an error. */
static void test_a_number_in_key_position_stays(void **state)
{
    static const struct quoting cases[] = {
        {"{1.5:1}", NULL},
        {"{ 1.5 : 1}", NULL},
        {"{-0:1}", NULL},
        {"{\"n\":1,1.5:2}", NULL},
        {"{\"amount\":\"1\",5:2}", NULL},
        {"{\"n\":{},1.5:2}", NULL},
        {"{\"n\":[],1.5:2}", NULL},
        {"{\"n\":2.5,1.5:2}", "{\"n\":\"2.5\",1.5:2}"},
        {"[{1.5:1}]", NULL},
        {"{{1.5:1}:1}", NULL},
        {"{\"n\" 1.5}", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_invalid_numbers_are_left_for_the_parser_to_refuse(void **state)
{
    static const struct quoting cases[] = {
        {"01.5", NULL},    {"[01.5]", NULL}, {"-01.5", NULL}, {"00.5", NULL},   {"1.", NULL},
        {"[1.]", NULL},    {"1.,", NULL},    {".5", NULL},    {"[.5]", NULL},   {"1e", NULL},
        {"1e+", NULL},     {"1e-", NULL},    {"1.5e", NULL},  {"1.e5", NULL},   {"-", NULL},
        {"[-]", NULL},     {"--1", NULL},    {"-a", NULL},    {"1.5abc", NULL}, {"[1.5x]", NULL},
        {"1.5\"\"", NULL}, {"1.5:", NULL},   {"1.5{", NULL},  {"1.5[", NULL},   {"-Infinity", NULL},
        {"1.5\v", NULL},   {"1.5f", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_a_broken_number_beside_a_good_one(void **state)
{
    static const struct quoting cases[] = {
        {"[1.,2.5]", "[1.,\"2.5\"]"},
        {"[2.5,1.]", "[\"2.5\",1.]"},
        {"[01.5,2.5]", "[01.5,\"2.5\"]"},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_truncated_texts_keep_what_was_there(void **state)
{
    static const struct quoting cases[] = {
        {"[1.5", "[\"1.5\""},
        {"[1.5,\"abc", "[\"1.5\",\"abc"},
        {"[1.5,\"abc\\", "[\"1.5\",\"abc\\"},
        {"[1.5,\"abc\\\"", "[\"1.5\",\"abc\\\""},
        {"{\"amount\":5", "{\"amount\":\"5\""},
        {"{\"amount", NULL},
        {"{\"am\\u00", NULL},
        {"\"1.5", NULL},
        {"[1.5,", "[\"1.5\","},
        {"[1.5,-", "[\"1.5\",-"},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_brackets_that_do_not_match_do_no_harm(void **state)
{
    static const struct quoting cases[] = {
        {"]1.5", NULL},
        {"}}}1.5", NULL},
        {"[1.5]]2.5", "[\"1.5\"]]2.5"},
        {"{\"amount\":5]", "{\"amount\":\"5\"]"},
        {"[}", NULL},
        {",", NULL},
        {":", NULL},
    };

    (void)state;
    assert_all_quoted(cases, COUNT(cases));
}

static void test_without_money_fields_integers_stay(void **state)
{
    static const char *const none[] = {NULL};
    static const char json[] = "{\"amount\":5,\"fee\":1.5}";
    struct aurpay_buffer out;

    (void)state;
    quote(json, strlen(json), NULL, &out);
    assert_string_equal(aurpay_buffer_string(&out), "{\"amount\":5,\"fee\":\"1.5\"}");
    aurpay_buffer_free(&out);
    quote(json, strlen(json), none, &out);
    assert_string_equal(aurpay_buffer_string(&out), "{\"amount\":5,\"fee\":\"1.5\"}");
    aurpay_buffer_free(&out);
}

/* `[[[…1.5…]]]`, or `{"amount":{"amount":…5…}}`. */
static void write_nested(char *text, int depth, const char *open, const char *core, const char *close)
{
    int i;

    text[0] = '\0';
    for (i = 0; i < depth; i++) {
        strcat(text, open);
    }
    strcat(text, core);
    for (i = 0; i < depth; i++) {
        strcat(text, close);
    }
}

static void test_the_deepest_nesting_that_is_read(void **state)
{
    char json[4096], expected[4096];

    (void)state;
    write_nested(json, AURPAY_JSON_MAX_DEPTH, "[", "1.5", "]");
    write_nested(expected, AURPAY_JSON_MAX_DEPTH, "[", "\"1.5\"", "]");
    assert_quoted(json, expected);
    write_nested(json, AURPAY_JSON_MAX_DEPTH, "{\"amount\":", "5", "}");
    write_nested(expected, AURPAY_JSON_MAX_DEPTH, "{\"amount\":", "\"5\"", "}");
    assert_quoted(json, expected);
}

static void test_deeper_texts_are_left_to_the_parser(void **state)
{
    char json[4096];

    (void)state;
    write_nested(json, AURPAY_JSON_MAX_DEPTH + 1, "[", "1.5", "]");
    assert_quoted(json, NULL);
    write_nested(json, 1000, "[", "1.5", "]");
    assert_quoted(json, NULL);
    write_nested(json, 200, "{\"amount\":", "5", "}");
    assert_quoted(json, NULL);
}

static void test_depth_is_counted_where_the_text_is_and_not_in_all(void **state)
{
    char json[4096], expected[4096];
    int i;

    (void)state;
    strcpy(json, "[");
    strcpy(expected, "[");
    for (i = 0; i < 200; i++) {
        strcat(json, "[{}],");
        strcat(expected, "[{}],");
    }
    strcat(json, "1.5]");
    strcat(expected, "\"1.5\"]");
    assert_quoted(json, expected);
}

/* Of `[1.5,{"amount":5},"x",2.5]` no limit below its length is enough, and each is kept. */
static void test_the_outputs_limit_is_kept_at_every_size(void **state)
{
    static const char json[] = "[1.5,{\"amount\":5},\"x\",2.5]";
    static const char expected[] = "[\"1.5\",{\"amount\":\"5\"},\"x\",\"2.5\"]";
    size_t limit;

    (void)state;
    for (limit = 0; limit < sizeof(expected) + 1; limit++) {
        bool enough = limit >= strlen(expected);
        struct aurpay_buffer out;

        aurpay_buffer_init(&out, limit);
        assert_int_equal(aurpay_json_numbers_quote(json, strlen(json), money, &out),
                         enough ? AURPAY_OK : AURPAY_ERROR_LIMIT);
        assert_true(out.length <= limit);
        if (enough) {
            assert_string_equal(aurpay_buffer_string(&out), expected);
        }
        aurpay_buffer_free(&out);
    }
}

static void test_a_limit_does_not_matter_when_nothing_is_quoted(void **state)
{
    struct aurpay_buffer out;

    (void)state;
    aurpay_buffer_init(&out, 0);
    assert_int_equal(aurpay_json_numbers_quote(BYTES("[1,\"1.5\"]"), money, &out), AURPAY_OK);
    assert_int_equal(out.length, 0);
    aurpay_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_money_is_quoted_whatever_type_it_has),
        cmocka_unit_test(test_money_with_an_exponent_is_written_out),
        cmocka_unit_test(test_money_with_an_exponent_behind_escapes_is_written_out),
        cmocka_unit_test(test_money_that_is_no_plain_number_stays),
        cmocka_unit_test(test_money_of_too_many_digits_stays_as_it_was_sent),
        cmocka_unit_test(test_a_text_grows_by_a_megabyte_at_most),
        cmocka_unit_test(test_money_that_is_no_number_stays),
        cmocka_unit_test(test_money_is_found_at_any_depth_and_in_lists),
        cmocka_unit_test(test_only_the_whole_key_is_money),
        cmocka_unit_test(test_money_keys_hidden_behind_escapes_are_found),
        cmocka_unit_test(test_other_keys_with_escapes_are_no_money),
        cmocka_unit_test(test_fractions_and_exponents_are_quoted_everywhere),
        cmocka_unit_test(test_negative_zero_is_quoted),
        cmocka_unit_test(test_integers_stay_outside_money),
        cmocka_unit_test(test_texts_without_such_numbers_leave_the_output_empty),
        cmocka_unit_test(test_what_looks_like_a_number_in_a_string_stays),
        cmocka_unit_test(test_a_number_in_key_position_stays),
        cmocka_unit_test(test_invalid_numbers_are_left_for_the_parser_to_refuse),
        cmocka_unit_test(test_a_broken_number_beside_a_good_one),
        cmocka_unit_test(test_truncated_texts_keep_what_was_there),
        cmocka_unit_test(test_brackets_that_do_not_match_do_no_harm),
        cmocka_unit_test(test_without_money_fields_integers_stay),
        cmocka_unit_test(test_the_deepest_nesting_that_is_read),
        cmocka_unit_test(test_deeper_texts_are_left_to_the_parser),
        cmocka_unit_test(test_depth_is_counted_where_the_text_is_and_not_in_all),
        cmocka_unit_test(test_the_outputs_limit_is_kept_at_every_size),
        cmocka_unit_test(test_a_limit_does_not_matter_when_nothing_is_quoted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
