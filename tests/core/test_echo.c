/* A secret is found in every form in which a server may repeat it, and nothing else is. */
#include "test.h"

#include "core/echo.h"

static struct aurpay_text text_of(const char *bytes)
{
    const struct aurpay_text text = {bytes, strlen(bytes)};

    return text;
}

static void assert_found(const char *text, const char *secret, size_t length)
{
    size_t found = aurpay_echo_length(text_of(text), text_of(secret));
    bool beginnings[256] = {false};

    aurpay_echo_add_beginnings(text_of(secret), beginnings);
    assert_for_case(!found || beginnings[(unsigned char)*text], text);
    if (found != length) {
        fail_msg("%zu bytes of \"%s\" were found to be \"%s\", not %zu", found, text, secret, length);
    }
}

/* The whole text is the secret, alone and with more behind it. */
static void assert_is(const char *text, const char *secret)
{
    char longer[512];

    assert_found(text, secret, strlen(text));
    snprintf(longer, sizeof(longer), "%s, and more", text);
    assert_found(longer, secret, strlen(text));
}

static void assert_is_not(const char *text, const char *secret)
{
    assert_found(text, secret, 0);
}

static void test_the_bytes_themselves(void **state)
{
    (void)state;
    assert_is("hunter2", "hunter2");
    assert_is("*", "*");
    assert_is_not("", "hunter2");
    assert_is_not("hunter", "hunter2");
    assert_is_not("Hunter2", "hunter2");
    assert_is_not("xhunter2", "hunter2");
    assert_is_not("anything", "");
}

static void test_a_url_escapes_it(void **state)
{
    (void)state;
    assert_is("%68unter2", "hunter2");
    assert_is("%68%75%6e%74%65%72%32", "hunter2");
    assert_is("a+b%20c", "a b c");
    assert_is("a%2Fb%2fc", "a/b/c");
    assert_is("a%252Fb%25252Fc", "a/b/c");
    assert_is("%C3%A9", "\xc3\xa9");
    assert_is("100%25", "100%");
    assert_is("a%2525", "a%");
    assert_is("%2525", "%25");
    assert_is("%2541%22", "%41\"");
    assert_is_not("%6", "h");
    assert_is_not("%6g", "h");
    assert_is_not("%", "h");
    assert_is_not("%25252525252568", "h");
    /* A plus is a space and nothing else. */
    assert_is("+a", " a");
    assert_is("+a", "+a");
    assert_is_not("+a", "ba");
    assert_is_not("h+nter2", "hunter2");
}

static void test_json_and_programs_escape_it(void **state)
{
    (void)state;
    assert_is("a\\\"b\\\\c\\/d", "a\"b\\c/d");
    assert_is("a\\\\\\\"b", "a\"b");
    assert_is("\\u0068\\u0075nter2", "hunter2");
    assert_is("\\\\u0068\\\\u0075nter2", "hunter2");
    assert_is("\\U0068unter2" + 1, "U0068unter2");
    assert_is("\\x68unter2", "hunter2");
    assert_is("\\u00e9\\u20AC", "\xc3\xa9\xe2\x82\xac");
    assert_is("\\ud83d\\ude00", "\xf0\x9f\x98\x80");
    assert_is("\\\\uD83D\\\\uDE00", "\xf0\x9f\x98\x80");
    /* Beyond the surrogates. */
    assert_is("\\uff08\\uFFFD", "\xef\xbc\x88\xef\xbf\xbd");
    assert_is("a\\tb\\nc", "a\tb\nc");
    assert_is("it\\'s", "it's");
    assert_is("\\t", "\\t");
    assert_is("\\\\t", "\\t");
    assert_is("\\\\\\\\t", "\\t");
    assert_is_not("\\u006", "h");
    assert_is_not("\\ud83d", "\xf0\x9f\x98\x80");
    assert_is_not("\\ud83d\\u0068", "\xf0\x9f\x98\x80");
    /* What they would be if U+E000 were the second half of a pair: U+1F800. */
    assert_is_not("\\ud83d\\ue000", "\xf0\x9f\xa0\x80");
    assert_is_not("\\x69unter2", "hunter2");
    assert_is_not("\\", "h");
    assert_is_not("\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\", "h");
}

static void test_html_escapes_it(void **state)
{
    (void)state;
    assert_is("a&lt;b&gt;c&amp;d&quot;e&apos;f", "a<b>c&d\"e'f");
    assert_is("a&amp;lt;b&amp;amp;c", "a<b&c");
    assert_is("&#104;&#x75;&#X6E;ter2", "hunter2");
    assert_is("&amp;#104;unter2", "hunter2");
    assert_is("&#233;&#128512;", "\xc3\xa9\xf0\x9f\x98\x80");
    assert_is("it&#039;s", "it's");
    /* Escaped four times; five times is more than is looked for. */
    assert_is("&amp;amp;amp;lt;", "<");
    assert_is_not("&amp;amp;amp;amp;lt;", "<");
    /* The last character of Unicode, and the bytes that the next number would have. */
    assert_is("&#1114111;&#x10FFFF;", "\xf4\x8f\xbf\xbf\xf4\x8f\xbf\xbf");
    assert_is_not("&#1114112;", "\xf4\x90\x80\x80");
    assert_is_not("&#104", "h");
    assert_is_not("&#;", "h");
    assert_is_not("&#1049;", "h");
    assert_is_not("&#99999999999999999999;", "h");
    assert_is_not("&lt", "<");
}

static void test_control_characters_between(void **state)
{
    (void)state;
    assert_is("hun\r\nter2", "hunter2");
    assert_is("h\x1fu\x1fn\x1ft\x1f"
              "er\x7f"
              "2",
              "hunter2");
    assert_is("a\tb", "a\tb");
    assert_is("a\n\tb", "a\tb");
    assert_is("%68\nunter2", "hunter2");
    assert_is_not("\nhunter2", "hunter2");
    assert_is_not("hun ter2", "hunter2");
    assert_is_not("h\n\n\n\n\n\n\n\n\n\nunter2", "hunter2");
}

static void test_hex(void **state)
{
    (void)state;
    assert_is("68756e74657232", "hunter2");
    assert_is("68756E74657232", "hunter2");
    assert_found("68756e746572325", "hunter2", 14);
    assert_is_not("68756e746572", "hunter2");
    /* Five bytes are too few. */
    assert_is_not("68756e7465", "hunte");
}

static void test_base64(void **state)
{
    (void)state;
    assert_found("aHVudGVyMg==", "hunter2", 10);
    /* Behind one byte and behind two, from the first digit on that is the secret's alone. */
    assert_found("h1bnRlcjI=", "hunter2", 9);
    assert_found("odW50ZXIy", "hunter2", 9);
    /* "a??b>>c" */
    assert_is("YT8/Yj4+Yw", "a??b>>c");
    assert_is("YT8_Yj4-Yw", "a??b>>c");
    assert_is("YT8%2FYj4%2bYw", "a??b>>c");
    assert_is("YT8\\/Yj4+Yw", "a??b>>c");
    assert_is("aHVu\r\ndGVy\r\nMg", "hunter2");
    /* Cut off before the last digit: 54 of the 56 bits are there. */
    assert_found("aHVudGVyM", "hunter2", 9);
    assert_found("aHVudGVyM...", "hunter2", 9);
    assert_is_not("aHVudGVy", "hunter2");
    assert_is_not("aHVudGU", "hunte");
}

static void test_the_beginning_of_a_long_secret(void **state)
{
    static const char secret[] = "0123456789abcdefghijklmnopqrstuvwxyz";

    (void)state;
    assert_found("0123456789abcdef...", secret, 16);
    assert_found("0123456789abcdefghij", secret, 20);
    assert_found("0123456789abcde...", secret, 0);
    assert_found("30313233343536373839616263646566 and so on", secret, 32);
    assert_found("303132333435363738396162636465 and so on", secret, 0);
    assert_found("MDEyMzQ1Njc4OWFiY2RlZg==", secret, 21);
    /* The two characters begin with the same byte. */
    assert_found("0123456789abcdefgh\xc3\xa4", "0123456789abcdefgh\xc3\xa9", 18);
}

static struct aurpay_text random_text(unsigned int *number, char *bytes, size_t most)
{
    static const char alphabet[] = "ah%\\&6;25+xYW/ \n";
    struct aurpay_text text = {bytes, 0};
    size_t i;

    *number = *number * 1103515245U + 12345U;
    text.length = 1 + (*number >> 16) % most;
    for (i = 0; i < text.length; i++) {
        *number = *number * 1103515245U + 12345U;
        bytes[i] = alphabet[(*number >> 16) % (sizeof(alphabet) - 1)];
    }
    return text;
}

/* Bytes with which nothing may begin are skipped by the caller. */
static void test_what_is_found_begins_with_one_of_the_beginnings(void **state)
{
    unsigned int number = 1;
    int i, found = 0;

    (void)state;
    for (i = 0; i < 300000; i++) {
        char text_bytes[24], secret_bytes[8];
        struct aurpay_text text = random_text(&number, text_bytes, sizeof(text_bytes));
        struct aurpay_text secret = random_text(&number, secret_bytes, sizeof(secret_bytes));
        bool beginnings[256] = {false};

        if (aurpay_echo_length(text, secret) > 0) {
            found++;
            aurpay_echo_add_beginnings(secret, beginnings);
            assert_true(beginnings[(unsigned char)*text_bytes]);
        }
    }
    assert_true(found > 1000);
}

static void test_most_bytes_are_no_beginning(void **state)
{
    bool beginnings[256] = {false};

    (void)state;
    aurpay_echo_add_beginnings(text_of("hunter2"), beginnings);
    assert_true(beginnings['h'] && beginnings['%'] && beginnings['\\'] && beginnings['&']);
    /* 68 in hex; aHVu, in base64 after other bytes o and h. */
    assert_true(beginnings['6'] && beginnings['a'] && beginnings['o']);
    assert_false(beginnings['z'] || beginnings[' '] || beginnings['+'] || beginnings['7'] || beginnings['u']);
    memset(beginnings, 0, sizeof(beginnings));
    aurpay_echo_add_beginnings(text_of(""), beginnings);
    assert_false(beginnings['%']);
}

static void test_any_bytes(void **state)
{
    static const char secret[] = {'a', 'b', '\0', '\xff', '\0', 'c', 'd'};
    const struct aurpay_text secret_text = {secret, sizeof(secret)};

    (void)state;
    assert_int_equal(aurpay_echo_length(secret_text, secret_text), sizeof(secret));
    assert_int_equal(aurpay_echo_length(text_of("ab%00%FF%00cd"), secret_text), strlen("ab%00%FF%00cd"));
    assert_int_equal(aurpay_echo_length(text_of("ab\\u0000"), secret_text), 0);
    assert_int_equal(aurpay_echo_length(text_of("616200ff006364"), secret_text), 14);
    assert_int_equal(aurpay_echo_length(text_of("YWIA/wBjZA"), secret_text), 10);
}

static void test_a_backslash_before_a_nul(void **state)
{
    static const char text[] = {'a', '\\', '\0', 'b'}, secret[] = {'a', '\0', 'b'};
    const struct aurpay_text escaped = {text, sizeof(text)}, with_nul = {secret, sizeof(secret)};

    (void)state;
    assert_int_equal(aurpay_echo_length(escaped, with_nul), sizeof(text));
    assert_int_equal(aurpay_echo_length(escaped, text_of("ab")), 0);
}

/* Only bytes that continue a character, and none that begins one. */
static void test_the_beginning_of_a_secret_that_is_no_utf_8(void **state)
{
    char secret[20], text[17];
    const struct aurpay_text whole = {secret, sizeof(secret)}, cut_off = {text, sizeof(text)};

    (void)state;
    memset(secret, 0x80, sizeof(secret));
    memset(text, 0x80, sizeof(text));
    text[16] = (char)0x81;
    assert_int_equal(aurpay_echo_length(cut_off, whole), 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_bytes_themselves),
        cmocka_unit_test(test_a_url_escapes_it),
        cmocka_unit_test(test_json_and_programs_escape_it),
        cmocka_unit_test(test_html_escapes_it),
        cmocka_unit_test(test_control_characters_between),
        cmocka_unit_test(test_hex),
        cmocka_unit_test(test_base64),
        cmocka_unit_test(test_the_beginning_of_a_long_secret),
        cmocka_unit_test(test_what_is_found_begins_with_one_of_the_beginnings),
        cmocka_unit_test(test_most_bytes_are_no_beginning),
        cmocka_unit_test(test_any_bytes),
        cmocka_unit_test(test_a_backslash_before_a_nul),
        cmocka_unit_test(test_the_beginning_of_a_secret_that_is_no_utf_8),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
