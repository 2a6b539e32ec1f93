/* The classes of bytes: each byte is compared with the class's definition. */
#include "test.h"

#include "core/character.h"

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* RFC 3986: unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~"; sub-delims;
 * pchar = unreserved / pct-encoded / sub-delims / ":" / "@". */
#define UNRESERVED LETTERS DIGITS "-._~"
#define SUB_DELIMITERS "!$&'()*+,;="

static void assert_class(int class, const char *members)
{
    int byte;

    for (byte = 0; byte < 256; byte++) {
        bool expected = byte != 0 && strchr(members, byte) != NULL;

        if (aurpay_character_is((char)byte, class) != expected) {
            fail_msg("byte 0x%02x is %sin class %d", byte, expected ? "not " : "", class);
        }
    }
}

static void test_classes_that_list_their_members(void **state)
{
    (void)state;
    assert_class(AURPAY_CHARACTER_DIGIT, DIGITS);
    assert_class(AURPAY_CHARACTER_LETTER, LETTERS);
    assert_class(AURPAY_CHARACTER_DIGIT | AURPAY_CHARACTER_LETTER, DIGITS LETTERS);
    assert_class(AURPAY_CHARACTER_HOST, LETTERS DIGITS ".-");
    assert_class(AURPAY_CHARACTER_QUERY, UNRESERVED ":");
    assert_class(AURPAY_CHARACTER_TARGET, UNRESERVED SUB_DELIMITERS "%:@/?");
}

static void test_classes_that_are_ranges_with_exceptions(void **state)
{
    int byte;

    (void)state;
    for (byte = 0; byte < 256; byte++) {
        assert_int_equal(aurpay_character_is((char)byte, AURPAY_CHARACTER_URL),
                         byte > 0x20 && byte < 0x7f && byte != '\\' && byte != '#');
        assert_int_equal(aurpay_character_is((char)byte, AURPAY_CHARACTER_JSON),
                         byte >= 0x20 && byte < 0x7f && byte != '\\' && byte != '"');
    }
}

static void test_a_span_ends_before_the_first_stranger(void **state)
{
    static const char text[] = "2024-10";
    const char *end = text + sizeof(text) - 1;

    (void)state;
    assert_ptr_equal(aurpay_character_span(text, end, AURPAY_CHARACTER_DIGIT), text + 4);
    assert_ptr_equal(aurpay_character_span(text, text + 2, AURPAY_CHARACTER_DIGIT), text + 2);
    assert_ptr_equal(aurpay_character_span(text, end, AURPAY_CHARACTER_LETTER), text);
    assert_ptr_equal(aurpay_character_span(text, end, AURPAY_CHARACTER_HOST), end);
    assert_ptr_equal(aurpay_character_span(end, end, AURPAY_CHARACTER_HOST), end);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes_that_list_their_members),
        cmocka_unit_test(test_classes_that_are_ranges_with_exceptions),
        cmocka_unit_test(test_a_span_ends_before_the_first_stranger),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
