/* The nearest known name. The lists are the APIs'; the misspellings are what people write. */
#include "test.h"

#include "core/nearest.h"

static const char *const order[] = {"price",
                                    "currency",
                                    "id",
                                    "url",
                                    "succeed_url",
                                    "timeout_url",
                                    "callback_url",
                                    "timeout_callback",
                                    "fixed_encrypt_price",
                                    "enable_post_callback",
                                    NULL};

static const char *const filter[] = {"order_id", "status", "order_type", "chain", "currency",
                                     "page",     "size",   "st",         "et",    NULL};

static const char *const user[] = {"user_phone", "user_name", "user_password", NULL};

static const char *nearest_of(const char *const *names, const char *wanted, size_t length)
{
    struct aurpay_nearest nearest;

    aurpay_nearest_init(&nearest, wanted, length);
    for (; *names; names++) {
        aurpay_nearest_offer(&nearest, *names, strlen(*names));
    }
    if (nearest.name) {
        assert_int_equal(nearest.name_length, strlen(nearest.name));
    }
    return nearest.name ? nearest.name : "none";
}

static void check(const char *const *names, const char *wanted, const char *expected)
{
    const char *found = nearest_of(names, wanted, strlen(wanted));

    if (strcmp(found, expected) != 0) {
        fail_msg("the nearest name to \"%s\" is %s instead of %s", wanted, found, expected);
    }
}

static void test_edits_are_counted(void **state)
{
    (void)state;
    check(order, "calback_url", "callback_url");
    check(order, "callback_ulr", "callback_url");
    check(order, "enable_post_calback", "enable_post_callback");
    check(order, "success_url", "succeed_url");
    check(order, "curency", "currency");
    check(order, "cuerrncy", "currency");
    check(order, "prize", "price");
    check(order, "callback", "callback_url");
    check(filter, "pgae", "page");
    check(filter, "sise", "size");
}

static void test_case_and_separators_do_not_count(void **state)
{
    (void)state;
    check(order, "callbackUrl", "callback_url");
    check(order, "CALLBACK-URL", "callback_url");
    check(order, "callback url", "callback_url");
    check(order, "CallbackURL", "callback_url");
    check(order, "callback.url", "callback_url");
    check(order, "ID", "id");
    check(filter, "St", "st");
}

static void test_a_first_word_may_be_missing_or_too_much(void **state)
{
    (void)state;
    check(filter, "order_staus", "status");
    check(filter, "orderStatus", "status");
    check(filter, "id", "order_id");
    check(filter, "type", "order_type");
    check(user, "phone", "user_phone");
    check(user, "Password", "user_password");
    /* These names have too little in common with a known one. */
    check(order, "return_url", "none");
    check(order, "notify_url", "none");
    check(order, "order_id", "none");
}

static void test_the_nearest_wins_and_of_equals_the_first(void **state)
{
    static const char *const names[] = {"aaax", "aaay", "aaaa", NULL};

    (void)state;
    check(names, "aaab", "aaax");
    check(names, "AAAA", "aaaa");
    check(order, "timeout_calback", "timeout_callback");
    check(order, "timeout_ur", "timeout_url");
}

static void test_a_name_that_is_too_different_is_not_suggested(void **state)
{
    static const char *const nothing[] = {NULL};
    static const char *const empty[] = {"", "_", NULL};

    (void)state;
    check(order, "amount", "none");
    check(order, "disable_past_callback", "none");
    check(order, "note", "none");
    check(filter, "xx", "none");
    check(filter, "it", "none");
    check(order, "", "none");
    check(order, "___", "none");
    check(nothing, "price", "none");
    check(empty, "", "none");
    check(empty, "a", "none");
}

static void test_bytes_are_compared_up_to_the_bound(void **state)
{
    char longest[AURPAY_NEAREST_MAX + 2], with_separators[4 * AURPAY_NEAREST_MAX + 1];
    const char *names[] = {longest, NULL};

    (void)state;
    memset(longest, 'a', sizeof(longest));
    longest[AURPAY_NEAREST_MAX] = '\0';
    assert_string_equal(nearest_of(names, longest, AURPAY_NEAREST_MAX), longest);
    /* Separators do not count for the length. */
    memset(with_separators, '_', sizeof(with_separators));
    memset(with_separators + AURPAY_NEAREST_MAX, 'a', AURPAY_NEAREST_MAX);
    assert_string_equal(nearest_of(names, with_separators, sizeof(with_separators)), longest);
    /* One character more is too long, for the given name and for the known one. */
    longest[AURPAY_NEAREST_MAX] = 'a';
    longest[AURPAY_NEAREST_MAX + 1] = '\0';
    assert_string_equal(nearest_of(names, longest, AURPAY_NEAREST_MAX), "none");
    assert_string_equal(nearest_of(names, longest, AURPAY_NEAREST_MAX + 1), "none");
    /* NUL is a byte like any other. */
    assert_string_equal(nearest_of(order, BYTES("price\0")), "price");
    assert_string_equal(nearest_of(order, BYTES("\0\0\0\0\0\0\0\0")), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edits_are_counted),
        cmocka_unit_test(test_case_and_separators_do_not_count),
        cmocka_unit_test(test_a_first_word_may_be_missing_or_too_much),
        cmocka_unit_test(test_the_nearest_wins_and_of_equals_the_first),
        cmocka_unit_test(test_a_name_that_is_too_different_is_not_suggested),
        cmocka_unit_test(test_bytes_are_compared_up_to_the_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
