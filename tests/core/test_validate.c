/* What may go onto the wire: ids, headers, methods, targets, dates. test_validate_url.c has the URLs. */
#include "test.h"

#include "core/validate.h"

typedef bool predicate(const char *text, size_t length);

static void assert_each(predicate *check, const struct text *texts, size_t count, bool expected)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (check(texts[i].bytes, texts[i].size) != expected) {
            fail_msg("%s: \"%s\" (case %zu)", expected ? "refused" : "taken", texts[i].bytes, i);
        }
    }
}

/* Every single byte is accepted or refused as `allowed` says. */
static void assert_each_byte(predicate *check, const char *allowed)
{
    int byte;

    for (byte = 0; byte < 256; byte++) {
        char text[3] = {'a', (char)byte, 'b'};
        bool expected = byte && strchr(allowed, byte);

        if (check(text, sizeof(text)) != expected) {
            fail_msg("wrong verdict on byte 0x%02x", (unsigned int)byte);
        }
    }
}

#define ALPHANUMERIC "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

static void test_ids_are_1_to_64_of_the_safe_characters(void **state)
{
    static const struct text taken[] = {
        TEXT("1"),
        TEXT("_"),
        TEXT("-"),
        TEXT("20240614061316661529"),
        TEXT("a1b2-c3_D4"),
        TEXT("b6f23711-e86c-4dbe-a428-83a84d5296d0"),
        TEXT("0123456789012345678901234567890123456789012345678901234567890123"),
    };
    static const struct text refused[] = {
        TEXT(""),         TEXT("."),
        TEXT(".."),       TEXT("../x"),
        TEXT("a/b"),      TEXT("a%2Fb"),
        TEXT("a b"),      TEXT(" a"),
        TEXT("a\n"),      TEXT("a\0"),
        TEXT("\0"),       TEXT("a?b"),
        TEXT("a#b"),      TEXT("{id}"),
        TEXT("\xc3\xa9"), TEXT("01234567890123456789012345678901234567890123456789012345678901234"),
    };

    (void)state;
    assert_each(aurpay_validate_id, taken, COUNT(taken), true);
    assert_each(aurpay_validate_id, refused, COUNT(refused), false);
    assert_each_byte(aurpay_validate_id, ALPHANUMERIC "_-");
}

static void test_header_values_are_visible_ascii_and_inner_blanks(void **state)
{
    static const struct text taken[] = {
        TEXT("a"), TEXT("a b"), TEXT("a  b"), TEXT("~!@#"), TEXT("Bearer a.b-c_d=="), TEXT("sha256//AAAA=")};
    static const struct text refused[] = {
        TEXT(""),
        TEXT(" "),
        TEXT(" a"),
        TEXT("a "),
        TEXT("a\t"),
        TEXT("a\r\nX: y"),
        TEXT("a\n"),
        TEXT("a\r"),
        TEXT("a\0"),
        TEXT("\0"),
        TEXT("a\0b"),
        TEXT("a\x7f"),
        TEXT("\xc3\xa9"),
        TEXT("a\xc2\xa0"
             "b"),
        TEXT("a\x01"),
    };

    (void)state;
    assert_each(aurpay_validate_header_value, taken, COUNT(taken), true);
    assert_each(aurpay_validate_header_value, refused, COUNT(refused), false);
    assert_each_byte(aurpay_validate_header_value, ALPHANUMERIC " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
}

static void test_header_values_have_8192_bytes_at_most(void **state)
{
    static char value[8193];

    (void)state;
    memset(value, 'a', sizeof(value));
    assert_true(aurpay_validate_header_value(value, 8192));
    assert_false(aurpay_validate_header_value(value, 8193));
}

static void test_blank_is_white_space_or_nothing(void **state)
{
    static const struct text blank[] = {TEXT(""), TEXT(" "), TEXT(" \t\r\n\v\f"), TEXT("\0"), TEXT(" \0 ")};
    static const struct text other[] = {TEXT("a"), TEXT(" a "), TEXT("\0a"), TEXT("0"), TEXT("\xc2\xa0")};

    (void)state;
    assert_each(aurpay_validate_is_blank, blank, COUNT(blank), true);
    assert_each(aurpay_validate_is_blank, other, COUNT(other), false);
}

static void test_outer_space(void **state)
{
    static const struct text spaced[] = {
        TEXT(" a"),
        TEXT("a "),
        TEXT("a\t"),
        TEXT("a\n"),
        TEXT("\r\na"),
        TEXT("a\v"),
        TEXT("\fa"),
        TEXT("a\xc2\xa0"),
        TEXT("\xe2\x80\x8b"
             "a"),
        TEXT("a\xe2\x80\x8b"),
        TEXT("\xef\xbb\xbf"
             "a"),
        TEXT("a\xef\xbb\xbf"),
        TEXT(" "),
        TEXT("\xc2\xa0"),
    };
    static const struct text other[] = {
        TEXT(""),
        TEXT("a"),
        TEXT("a b"),
        TEXT("a\xc2\xa0"
             "b"),
        TEXT("a\nb"),
        TEXT("a\xa0"),
        TEXT("\x80\x8b"
             "a"),
        TEXT("a\xe2\x80"),
        TEXT("\xc2"),
        TEXT("a\0"),
        TEXT("\xbb\xbf"),
    };

    (void)state;
    assert_each(aurpay_validate_has_outer_space, spaced, COUNT(spaced), true);
    assert_each(aurpay_validate_has_outer_space, other, COUNT(other), false);
}

static void test_methods(void **state)
{
    static const struct text taken[] = {TEXT("GET"), TEXT("POST"), TEXT("PUT"), TEXT("PATCH"),
                                        TEXT("DELETE")};
    static const struct text refused[] = {
        TEXT(""),        TEXT("get"),     TEXT("Get"),   TEXT("GE"),        TEXT("GETT"),
        TEXT("GET "),    TEXT(" GET"),    TEXT("GET\0"), TEXT("GET\r\nX:"), TEXT("HEAD"),
        TEXT("OPTIONS"), TEXT("CONNECT"), TEXT("TRACE"), TEXT("P"),         TEXT("GET /"),
    };

    (void)state;
    assert_each(aurpay_validate_method, taken, COUNT(taken), true);
    assert_each(aurpay_validate_method, refused, COUNT(refused), false);
}

static void test_names_of_options_are_told_from_keys_and_urls(void **state)
{
    static const struct text taken[] = {TEXT("timeOut"), TEXT("base-uri"), TEXT("ssl_verify"), TEXT(""),
                                        TEXT("abcdefghijklmnopqrstuvwxyzabcdef")};
    static const struct text refused[] = {TEXT("key1"),     TEXT("a b"),
                                          TEXT("a:b"),      TEXT("a\0b"),
                                          TEXT("\xc3\xa9"), TEXT("abcdefghijklmnopqrstuvwxyzabcdefg")};

    (void)state;
    assert_each(aurpay_validate_option_name, taken, COUNT(taken), true);
    assert_each(aurpay_validate_option_name, refused, COUNT(refused), false);
}

static void test_targets_of_the_documents_are_taken(void **state)
{
    static const struct text taken[] = {
        TEXT("/"),
        TEXT("/api/order/pay-url"),
        TEXT("/api/v2/order/"),
        TEXT("/api/v2/order/?page=1&size=10"),
        TEXT("/api/v2/tx?page=1&size=10&st=2024-10-10T00:00:00&sort=asc"),
        TEXT("/api/v2/order/detail/20240614061316661529"),
        TEXT("/a.b/c..d/...e/.well-known/x~y_z"),
        TEXT("/a/..b"),
        TEXT("/.a"),
        TEXT("/a/b.."),
        TEXT("/..."),
        TEXT("/a%20b"),
        TEXT("/%E6%94%AF"),
        TEXT("/a;b=c,d"),
        TEXT("/a:b@c"),
        TEXT("/a!$&'()*+"),
        TEXT("/?"),
        TEXT("/?a"),
        /* In a query slashes and dots are data. */
        TEXT("/a?b=//c"),
        TEXT("/a?b=/../c"),
        TEXT("/a?b=%2F%2e%2E%5c"),
        TEXT("/a?b=?c"),
        TEXT("/a?url=https://x/y"),
    };

    (void)state;
    assert_each(aurpay_validate_target, taken, COUNT(taken), true);
}

static void test_targets_that_leave_their_path_are_refused(void **state)
{
    static const struct text refused[] = {
        TEXT("//"),       TEXT("//x"),      TEXT("//evil.example/x"),
        TEXT("///x"),     TEXT("/a//b"),    TEXT("/a//"),
        TEXT("/a/b//?c"), TEXT("/.."),      TEXT("/../"),
        TEXT("/../x"),    TEXT("/a/.."),    TEXT("/a/../b"),
        TEXT("/a/..?b"),  TEXT("/."),       TEXT("/./"),
        TEXT("/a/."),     TEXT("/a/./b"),   TEXT("/a/.?b"),
        TEXT("/.?"),      TEXT("/%2e%2e/"), TEXT("/%2E%2E/"),
        TEXT("/.%2e/"),   TEXT("/%2e./"),   TEXT("/%2e"),
        TEXT("/a%2Fb"),   TEXT("/a%2fb"),   TEXT("/%2f"),
        TEXT("/a%5cb"),   TEXT("/a%5Cb"),   TEXT("/a\\b"),
        TEXT("/\\x"),     TEXT("\\x"),      TEXT("/a?b\\c"),
    };

    (void)state;
    assert_each(aurpay_validate_target, refused, COUNT(refused), false);
}

/* Servers that cut off parameters find a dot segment, whether a proxy before them has decoded the path or
 * not. */
static void test_a_dot_segment_with_parameters_is_one(void **state)
{
    static const struct text refused[] = {
        TEXT("/a/..;x/b"), TEXT("/..;"),     TEXT("/.;x?a"),    TEXT("/a/..%3bx/b"), TEXT("/a/..%3Bx/b"),
        TEXT("/..%3b"),    TEXT("/.%3Bx?a"), TEXT("/a/.%3b/b"), TEXT("/..%3b;x"),    TEXT("/..;%3bx"),
    };
    static const struct text taken[] = {
        TEXT("/a/b%3bx/c"),    TEXT("/...%3bx"),   TEXT("/a..%3bx"), TEXT("/..a%3b"), TEXT("/%3b.."),
        TEXT("/a?b=/..%3bx/"), TEXT("/a/..%41/b"), TEXT("/..%3cx"),  TEXT("/.%3A"),
    };

    (void)state;
    assert_each(aurpay_validate_target, refused, COUNT(refused), false);
    assert_each(aurpay_validate_target, taken, COUNT(taken), true);
}

static void test_targets_with_a_host_or_a_fragment_are_refused(void **state)
{
    static const struct text refused[] = {
        TEXT(""),
        TEXT("a"),
        TEXT("api/x"),
        TEXT("?a"),
        TEXT("*"),
        TEXT("https://evil.example/"),
        TEXT("http:/x"),
        TEXT("@evil.example/"),
        TEXT(".evil.example/"),
        TEXT(":80/"),
        TEXT("/a#b"),
        TEXT("/a?b#c"),
        TEXT("#"),
        TEXT("/#"),
    };

    (void)state;
    assert_each(aurpay_validate_target, refused, COUNT(refused), false);
}

static void test_targets_that_break_the_request_line_are_refused(void **state)
{
    static const struct text refused[] = {
        TEXT("/a b"),   TEXT("/a\tb"),  TEXT("/a\r\nX: y"),  TEXT("/a\nb"),     TEXT("/a\rb"),
        TEXT("/a\0b"),  TEXT("/\0"),    TEXT("/a HTTP/1.1"), TEXT("/\xc3\xa9"), TEXT("/\xff"),
        TEXT("/a\x7f"), TEXT("/a?b c"), TEXT("/a?b\nc"),     TEXT("/a?b\0"),    TEXT("/a%0d%0ab"),
        TEXT("/a%0Ab"), TEXT("/a%00b"), TEXT("/<x>"),        TEXT("/\"x\""),    TEXT("/{id}"),
        TEXT("/a|b"),   TEXT("/a^b"),   TEXT("/a`b"),        TEXT("/[a]"),
    };

    (void)state;
    assert_each(aurpay_validate_target, refused, COUNT(refused), false);
}

static void test_broken_percent_escapes_are_refused(void **state)
{
    static const struct text refused[] = {
        TEXT("/%"),   TEXT("/%2"),   TEXT("/%g0"),   TEXT("/%0g"), TEXT("/%%20"),
        TEXT("/a?%"), TEXT("/a?%4"), TEXT("/a?%zz"), TEXT("/% 0"), TEXT("/%+1"),
    };

    (void)state;
    assert_each(aurpay_validate_target, refused, COUNT(refused), false);
}

/* The bytes after the text would complete the escape. */
static void test_an_escape_is_not_completed_from_beyond_the_end(void **state)
{
    (void)state;
    assert_true(aurpay_validate_target("/a%20", 5));
    assert_false(aurpay_validate_target("/a%20", 4));
    assert_false(aurpay_validate_target("/a%20", 3));
}

static void test_a_target_has_2048_bytes_at_most(void **state)
{
    char target[2049];

    (void)state;
    memset(target, 'a', sizeof(target));
    target[0] = '/';
    assert_true(aurpay_validate_target(target, 2048));
    assert_false(aurpay_validate_target(target, 2049));
}

/* Without a port, as in a URL and without its brackets. */
static void test_loopback_hosts(void **state)
{
    static const char *const loopback[] = {"localhost", "[::1]", "::1", "127.0.0.1", "127.255.255.255"};
    static const char *const other[] = {"",         "[::2]", "::2", "128.0.0.1", "127.1", "localhost.example",
                                        "1.127.0.0"};
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(loopback); i++) {
        assert_for_case(aurpay_validate_is_loopback(loopback[i]), loopback[i]);
    }
    for (i = 0; i < COUNT(other); i++) {
        assert_for_case(!aurpay_validate_is_loopback(other[i]), other[i]);
    }
}

static void test_filter_dates_have_no_zone(void **state)
{
    static const struct text taken[] = {TEXT("2024-10-10T00:00:00"), TEXT("2024-02-29T23:59:59"),
                                        TEXT("1970-01-01T00:00:00"), TEXT("9999-12-31T23:59:59")};
    static const struct text refused[] = {
        TEXT(""),
        TEXT("2024-10-10"),
        TEXT("2024-10-10T00:00"),
        TEXT("2024-10-10T00:00:00Z"),
        TEXT("2024-10-10T00:00:00+00:00"),
        TEXT("2024-10-10T00:00:00.000"),
        TEXT("2024-10-10 00:00:00"),
        TEXT("2024-10-10t00:00:00"),
        TEXT("2023-02-29T00:00:00"),
        TEXT("2024-13-01T00:00:00"),
        TEXT("2024-10-10T24:00:00"),
        TEXT("2024-10-10T00:00:60"),
        TEXT("2024-10-10T00:00:0Z"),
        TEXT("2024-10-10T00:00:0\0"),
        TEXT("\0"),
        TEXT("2024-10-10T00:00\0:00"),
        TEXT("2024-10-10T00:00:00\n"),
        TEXT("+024-10-10T00:00:00"),
        TEXT("2024-10-10T00:0:000"),
        TEXT("abcd-ef-ghTij:kl:mn"),
    };

    (void)state;
    assert_each(aurpay_validate_filter_date, taken, COUNT(taken), true);
    assert_each(aurpay_validate_filter_date, refused, COUNT(refused), false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids_are_1_to_64_of_the_safe_characters),
        cmocka_unit_test(test_header_values_are_visible_ascii_and_inner_blanks),
        cmocka_unit_test(test_header_values_have_8192_bytes_at_most),
        cmocka_unit_test(test_blank_is_white_space_or_nothing),
        cmocka_unit_test(test_outer_space),
        cmocka_unit_test(test_methods),
        cmocka_unit_test(test_names_of_options_are_told_from_keys_and_urls),
        cmocka_unit_test(test_targets_of_the_documents_are_taken),
        cmocka_unit_test(test_targets_that_leave_their_path_are_refused),
        cmocka_unit_test(test_a_dot_segment_with_parameters_is_one),
        cmocka_unit_test(test_targets_with_a_host_or_a_fragment_are_refused),
        cmocka_unit_test(test_targets_that_break_the_request_line_are_refused),
        cmocka_unit_test(test_broken_percent_escapes_are_refused),
        cmocka_unit_test(test_an_escape_is_not_completed_from_beyond_the_end),
        cmocka_unit_test(test_a_target_has_2048_bytes_at_most),
        cmocka_unit_test(test_loopback_hosts),
        cmocka_unit_test(test_filter_dates_have_no_zone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
