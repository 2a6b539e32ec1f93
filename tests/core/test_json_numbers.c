/* Which numbers of a JSON text are quoted, case by case. The expectations follow rule 2 of the design: money
 * is a string of the digits on the wire, and so is any number with a fraction or an exponent. */
#include "test.h"

#include "quoting.h"

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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
}

/* PHP reads -0 as the float -0.0. */
static void test_negative_zero_is_quoted(void **state)
{
    static const struct quoting cases[] = {
        {"-0", "\"-0\""},     {"[-0]", "[\"-0\"]"}, {"-0.0", "\"-0.0\""},
        {"-0e1", "\"-0e1\""}, {"0", NULL},          {"-1", NULL},
    };

    (void)state;
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
}

static void test_a_broken_number_beside_a_good_one(void **state)
{
    static const struct quoting cases[] = {
        {"[1.,2.5]", "[1.,\"2.5\"]"},
        {"[2.5,1.]", "[\"2.5\",1.]"},
        {"[01.5,2.5]", "[01.5,\"2.5\"]"},
    };

    (void)state;
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
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
    quoting_assert_all(cases, COUNT(cases));
}

static void test_without_money_fields_integers_stay(void **state)
{
    static const char *const none[] = {NULL};
    static const char json[] = "{\"amount\":5,\"fee\":1.5}";
    struct aurpay_buffer out;

    (void)state;
    quoting_run(json, strlen(json), NULL, &out);
    assert_string_equal(aurpay_buffer_string(&out), "{\"amount\":5,\"fee\":\"1.5\"}");
    aurpay_buffer_free(&out);
    quoting_run(json, strlen(json), none, &out);
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
    quoting_assert(json, expected);
    write_nested(json, AURPAY_JSON_MAX_DEPTH, "{\"amount\":", "5", "}");
    write_nested(expected, AURPAY_JSON_MAX_DEPTH, "{\"amount\":", "\"5\"", "}");
    quoting_assert(json, expected);
}

static void test_deeper_texts_are_left_to_the_parser(void **state)
{
    char json[4096];

    (void)state;
    write_nested(json, AURPAY_JSON_MAX_DEPTH + 1, "[", "1.5", "]");
    quoting_assert(json, NULL);
    write_nested(json, 1000, "[", "1.5", "]");
    quoting_assert(json, NULL);
    write_nested(json, 200, "{\"amount\":", "5", "}");
    quoting_assert(json, NULL);
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
    quoting_assert(json, expected);
}

/* Every limit below the length of the quoted form is too small, and the output never exceeds its limit. */
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
        assert_int_equal(aurpay_json_numbers_quote(json, strlen(json), quoting_money, &out),
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
    assert_int_equal(aurpay_json_numbers_quote(BYTES("[1,\"1.5\"]"), quoting_money, &out), AURPAY_OK);
    assert_int_equal(out.length, 0);
    aurpay_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_money_is_quoted_whatever_type_it_has),
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
