/* The buffer: its limit, its growth, its wiping, and the encoding of a query. */
#include "test.h"

#include "core/buffer.h"
#include "core/text.h"

/* Replaces OpenSSL's function in this program, so that the test sees what is wiped. */
void OPENSSL_cleanse(void *bytes, size_t length);

static struct {
    const void *bytes;
    size_t length;
    int count;
} last_wipe;

void OPENSSL_cleanse(void *bytes, size_t length)
{
    volatile char *byte = bytes;
    size_t i;

    for (i = 0; i < length; i++) {
        byte[i] = 0;
    }
    last_wipe.bytes = bytes;
    last_wipe.length = length;
    last_wipe.count++;
}

/* Makes the sanitizer's allocator return NULL for impossible sizes, as malloc does. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

#define MORE_THAN_THERE_IS ((size_t)1 << 46)

static void test_an_empty_buffer_is_an_empty_string(void **state)
{
    struct aurpay_buffer buffer;

    (void)state;
    aurpay_buffer_init(&buffer, 10);
    assert_string_equal(aurpay_buffer_string(&buffer), "");
    assert_null(buffer.data);
    assert_int_equal(buffer.length, 0);
    aurpay_buffer_free(&buffer);
}

static void test_appended_bytes_stand_one_behind_the_other(void **state)
{
    struct aurpay_buffer buffer;

    (void)state;
    aurpay_buffer_init(&buffer, 100);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "one"), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append(&buffer, "", 0), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append(&buffer, "\0two", 4), AURPAY_OK);
    assert_int_equal(buffer.length, 7);
    assert_memory_equal(aurpay_buffer_string(&buffer), "one\0two", 8);
    aurpay_buffer_free(&buffer);
}

static void test_the_limit_is_reached_and_not_passed(void **state)
{
    struct aurpay_buffer buffer;

    (void)state;
    aurpay_buffer_init(&buffer, 5);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "123456"), AURPAY_ERROR_LIMIT);
    assert_int_equal(buffer.length, 0);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "123"), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "456"), AURPAY_ERROR_LIMIT);
    assert_string_equal(aurpay_buffer_string(&buffer), "123");
    assert_int_equal(aurpay_buffer_append_string(&buffer, "45"), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append_string(&buffer, ""), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "6"), AURPAY_ERROR_LIMIT);
    assert_string_equal(aurpay_buffer_string(&buffer), "12345");
    aurpay_buffer_free(&buffer);
}

static void test_a_limit_of_0_takes_nothing(void **state)
{
    struct aurpay_buffer buffer, zeroed;

    (void)state;
    memset(&zeroed, 0, sizeof(zeroed));
    aurpay_buffer_init(&buffer, 0);
    assert_int_equal(aurpay_buffer_append(&buffer, "a", 1), AURPAY_ERROR_LIMIT);
    assert_int_equal(aurpay_buffer_append(&buffer, "a", 0), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append(&zeroed, "a", 1), AURPAY_ERROR_LIMIT);
    assert_string_equal(aurpay_buffer_string(&zeroed), "");
    aurpay_buffer_free(&buffer);
    aurpay_buffer_free(&zeroed);
}

/* Appends more bytes than "a" has. The volatile hides that from the compiler, which inlines the append. */
static enum aurpay_code append_so_many(struct aurpay_buffer *buffer, size_t length)
{
    volatile size_t claimed = length;

    return aurpay_buffer_append(buffer, "a", claimed);
}

static void test_lengths_near_the_end_of_the_address_space_do_not_wrap(void **state)
{
    struct aurpay_buffer buffer;

    (void)state;
    aurpay_buffer_init(&buffer, 1000);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "abc"), AURPAY_OK);
    assert_int_equal(append_so_many(&buffer, SIZE_MAX), AURPAY_ERROR_LIMIT);
    assert_int_equal(append_so_many(&buffer, SIZE_MAX - 2), AURPAY_ERROR_LIMIT);
    assert_string_equal(aurpay_buffer_string(&buffer), "abc");
    aurpay_buffer_free(&buffer);
}

static void test_no_memory_leaves_the_buffer_as_it_was(void **state)
{
    struct aurpay_buffer buffer;

    (void)state;
    aurpay_buffer_init(&buffer, SIZE_MAX / 2);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "abc"), AURPAY_OK);
    assert_int_equal(append_so_many(&buffer, MORE_THAN_THERE_IS), AURPAY_ERROR_MEMORY);
    assert_string_equal(aurpay_buffer_string(&buffer), "abc");
    assert_int_equal(aurpay_buffer_append_string(&buffer, "d"), AURPAY_OK);
    assert_string_equal(aurpay_buffer_string(&buffer), "abcd");
    aurpay_buffer_free(&buffer);
}

static void test_it_never_takes_more_memory_than_its_limit(void **state)
{
    struct aurpay_buffer buffer;
    char bytes[700] = {0};

    (void)state;
    aurpay_buffer_init(&buffer, sizeof(bytes));
    assert_int_equal(aurpay_buffer_append(&buffer, bytes, sizeof(bytes)), AURPAY_OK);
    assert_int_equal(buffer.capacity, sizeof(bytes) + 1);
    assert_int_equal(aurpay_buffer_append(&buffer, bytes, 1), AURPAY_ERROR_LIMIT);
    aurpay_buffer_free(&buffer);
}

static void test_it_grows_byte_by_byte_to_its_limit(void **state)
{
    size_t limit = 5000, i;
    struct aurpay_buffer buffer;

    (void)state;
    aurpay_buffer_init(&buffer, limit);
    for (i = 0; i < limit; i++) {
        char byte = (char)('a' + i % 26);

        assert_int_equal(aurpay_buffer_append(&buffer, &byte, 1), AURPAY_OK);
        assert_true(buffer.length < buffer.capacity);
        assert_int_equal(buffer.data[buffer.length], '\0');
    }
    for (i = 0; i < limit; i++) {
        assert_int_equal(buffer.data[i], 'a' + (int)(i % 26));
    }
    assert_int_equal(aurpay_buffer_append(&buffer, "x", 1), AURPAY_ERROR_LIMIT);
    aurpay_buffer_free(&buffer);
}

static void test_reserved_memory_is_not_reserved_again(void **state)
{
    struct aurpay_buffer buffer;
    const char *data;

    (void)state;
    aurpay_buffer_init(&buffer, 100000);
    assert_int_equal(aurpay_buffer_reserve(&buffer, 60000), AURPAY_OK);
    data = buffer.data;
    assert_int_equal(aurpay_buffer_append_string(&buffer, "abc"), AURPAY_OK);
    assert_int_equal(aurpay_buffer_reserve(&buffer, 59997), AURPAY_OK);
    assert_ptr_equal(buffer.data, data);
    assert_int_equal(aurpay_buffer_reserve(&buffer, 99998), AURPAY_ERROR_LIMIT);
    assert_string_equal(aurpay_buffer_string(&buffer), "abc");
    aurpay_buffer_free(&buffer);
}

static void test_clearing_wipes_and_keeps_the_memory(void **state)
{
    struct aurpay_buffer buffer;
    const char *data;
    size_t i;

    (void)state;
    aurpay_buffer_init(&buffer, 100);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "a secret"), AURPAY_OK);
    data = buffer.data;
    aurpay_buffer_clear(&buffer);
    assert_ptr_equal(buffer.data, data);
    assert_int_equal(buffer.length, 0);
    for (i = 0; i < strlen("a secret"); i++) {
        assert_int_equal(data[i], 0);
    }
    assert_int_equal(aurpay_buffer_append_string(&buffer, "b"), AURPAY_OK);
    assert_string_equal(aurpay_buffer_string(&buffer), "b");
    aurpay_buffer_free(&buffer);
}

static void test_freeing_wipes_and_keeps_the_limit(void **state)
{
    struct aurpay_buffer buffer;
    const void *data;

    (void)state;
    aurpay_buffer_init(&buffer, 10);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "a secret"), AURPAY_OK);
    data = buffer.data;
    last_wipe.bytes = NULL;
    aurpay_buffer_free(&buffer);
    assert_ptr_equal(last_wipe.bytes, data);
    assert_true(last_wipe.length >= strlen("a secret"));
    assert_null(buffer.data);
    assert_int_equal(buffer.limit, 10);
    aurpay_buffer_free(&buffer);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "0123456789"), AURPAY_OK);
    assert_int_equal(aurpay_buffer_append_string(&buffer, "a"), AURPAY_ERROR_LIMIT);
    aurpay_buffer_free(&buffer);
}

static void test_growing_wipes_the_old_memory(void **state)
{
    struct aurpay_buffer buffer;
    const void *data;
    char filling[4096];

    (void)state;
    memset(filling, 'x', sizeof(filling));
    aurpay_buffer_init(&buffer, 2 * sizeof(filling));
    assert_int_equal(aurpay_buffer_append_string(&buffer, "a secret"), AURPAY_OK);
    data = buffer.data;
    last_wipe.bytes = NULL;
    assert_int_equal(aurpay_buffer_append(&buffer, filling, sizeof(filling)), AURPAY_OK);
    assert_ptr_equal(last_wipe.bytes, data);
    assert_true(last_wipe.length >= strlen("a secret"));
    aurpay_buffer_free(&buffer);
}

/* urllib.parse.quote(bytes, safe=':~') */
static void test_queries_are_percent_encoded(void **state)
{
    static const struct {
        struct text text;
        const char *encoded;
    } cases[] = {
        {TEXT(""), ""},
        {TEXT("2024-10-10T00:00:00"), "2024-10-10T00:00:00"},
        {TEXT("a b+c&d=e/f?g#h%20"), "a%20b%2Bc%26d%3De%2Ff%3Fg%23h%2520"},
        {TEXT("\xc3\x9c"
              "berweisung \xe2\x98\x95"),
         "%C3%9Cberweisung%20%E2%98%95"},
        {TEXT("-._~:!*'()"), "-._~:%21%2A%27%28%29"},
        {TEXT("\0\r\n"), "%00%0D%0A"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(cases); i++) {
        struct aurpay_buffer buffer;

        aurpay_buffer_init(&buffer, 100);
        assert_int_equal(aurpay_buffer_append_query(&buffer, cases[i].text.bytes, cases[i].text.size),
                         AURPAY_OK);
        assert_string_equal(aurpay_buffer_string(&buffer), cases[i].encoded);
        aurpay_buffer_free(&buffer);
    }
}

/* urllib.parse.quote(bytes(range(256)), safe=':~') */
static void test_every_byte_is_encoded_as_by_python(void **state)
{
    static const char expected[] =
        "%00%01%02%03%04%05%06%07%08%09%0A%0B%0C%0D%0E%0F%10%11%12%13%14%15%16%17%18%19%1A%1B%1C%1D%1E%1F"
        "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F0123456789:%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVW"
        "XYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~%7F%80%81%82%83%84%85%86%87%88%89%8A%8B"
        "%8C%8D%8E%8F%90%91%92%93%94%95%96%97%98%99%9A%9B%9C%9D%9E%9F%A0%A1%A2%A3%A4%A5%A6%A7%A8%A9%AA%AB"
        "%AC%AD%AE%AF%B0%B1%B2%B3%B4%B5%B6%B7%B8%B9%BA%BB%BC%BD%BE%BF%C0%C1%C2%C3%C4%C5%C6%C7%C8%C9%CA%CB"
        "%CC%CD%CE%CF%D0%D1%D2%D3%D4%D5%D6%D7%D8%D9%DA%DB%DC%DD%DE%DF%E0%E1%E2%E3%E4%E5%E6%E7%E8%E9%EA%EB"
        "%EC%ED%EE%EF%F0%F1%F2%F3%F4%F5%F6%F7%F8%F9%FA%FB%FC%FD%FE%FF";
    struct aurpay_buffer buffer;
    char every[256];
    size_t i;

    (void)state;
    for (i = 0; i < sizeof(every); i++) {
        every[i] = (char)i;
    }
    aurpay_buffer_init(&buffer, 1000);
    assert_int_equal(aurpay_buffer_append_query(&buffer, every, sizeof(every)), AURPAY_OK);
    assert_string_equal(aurpay_buffer_string(&buffer), expected);
    aurpay_buffer_free(&buffer);
}

static void test_an_encoded_byte_is_never_cut_by_the_limit(void **state)
{
    size_t limit;

    (void)state;
    for (limit = 0; limit < 7; limit++) {
        struct aurpay_buffer buffer;

        aurpay_buffer_init(&buffer, limit);
        assert_int_equal(aurpay_buffer_append_query(&buffer, "//", 2),
                         limit >= 6 ? AURPAY_OK : AURPAY_ERROR_LIMIT);
        assert_int_equal(buffer.length % 3, 0);
        assert_true(buffer.length <= limit);
        aurpay_buffer_free(&buffer);
    }
}

static void test_a_copied_string_is_wiped_before_it_is_freed(void **state)
{
    char *copy = aurpay_text_copy(BYTES("a\0b"));

    (void)state;
    assert_non_null(copy);
    assert_memory_equal(copy, "a\0b", 4);
    last_wipe.bytes = NULL;
    {
        uintptr_t address = (uintptr_t)copy;

        aurpay_text_wipe(copy, 3);
        assert_int_equal((uintptr_t)last_wipe.bytes, address);
        assert_int_equal(last_wipe.length, 3);
    }
    aurpay_text_wipe(NULL, 0);
}

static void test_a_copy_that_does_not_fit_into_memory_is_null(void **state)
{
    (void)state;
    assert_null(aurpay_text_copy("a", MORE_THAN_THERE_IS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_empty_buffer_is_an_empty_string),
        cmocka_unit_test(test_appended_bytes_stand_one_behind_the_other),
        cmocka_unit_test(test_the_limit_is_reached_and_not_passed),
        cmocka_unit_test(test_a_limit_of_0_takes_nothing),
        cmocka_unit_test(test_lengths_near_the_end_of_the_address_space_do_not_wrap),
        cmocka_unit_test(test_no_memory_leaves_the_buffer_as_it_was),
        cmocka_unit_test(test_it_never_takes_more_memory_than_its_limit),
        cmocka_unit_test(test_it_grows_byte_by_byte_to_its_limit),
        cmocka_unit_test(test_reserved_memory_is_not_reserved_again),
        cmocka_unit_test(test_clearing_wipes_and_keeps_the_memory),
        cmocka_unit_test(test_freeing_wipes_and_keeps_the_limit),
        cmocka_unit_test(test_growing_wipes_the_old_memory),
        cmocka_unit_test(test_queries_are_percent_encoded),
        cmocka_unit_test(test_every_byte_is_encoded_as_by_python),
        cmocka_unit_test(test_an_encoded_byte_is_never_cut_by_the_limit),
        cmocka_unit_test(test_a_copied_string_is_wiped_before_it_is_freed),
        cmocka_unit_test(test_a_copy_that_does_not_fit_into_memory_is_null),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
