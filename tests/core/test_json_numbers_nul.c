/* Answers with NUL bytes: they are no JSON, but a server can send them. These tests have a file of their own
 * because a bug here reads beyond the end, and then the sanitizer stops the program. */
#include "test.h"

#include "core/json_numbers.h"

/* The name is in a block of exactly its size, so that the sanitizer catches a read beyond its end. */
static void assert_not_quoted(const char *json, size_t length)
{
    char *name = malloc(sizeof("amount"));
    const char *fields[] = {name, NULL};
    struct aurpay_buffer out;

    assert_non_null(name);
    memcpy(name, "amount", sizeof("amount"));
    aurpay_buffer_init(&out, 1024);
    assert_int_equal(aurpay_json_numbers_quote(json, length, fields, &out), AURPAY_OK);
    assert_int_equal(out.length, 0);
    aurpay_buffer_free(&out);
    free(name);
}

static void test_a_key_of_nul_bytes_is_no_money(void **state)
{
    (void)state;
    assert_not_quoted(BYTES("{\"\0\":5}"));
    assert_not_quoted(BYTES("{\"\0amount\":5}"));
}

static void test_nul_bytes_between_tokens(void **state)
{
    (void)state;
    assert_not_quoted(BYTES("\0"));
    assert_not_quoted(BYTES("{\0\"n\":5}"));
    assert_not_quoted(BYTES("[1.5\0]"));
}

static void test_a_key_that_begins_like_money_and_goes_on_with_nul(void **state)
{
    (void)state;
    assert_not_quoted(BYTES("{\"amount\0\":5}"));
    assert_not_quoted(BYTES("{\"amount\0and much more of it, up to any length\":5}"));
    assert_not_quoted(BYTES("{\"am\\u006funt\0x\":5}"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_key_of_nul_bytes_is_no_money),
        cmocka_unit_test(test_nul_bytes_between_tokens),
        cmocka_unit_test(test_a_key_that_begins_like_money_and_goes_on_with_nul),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
