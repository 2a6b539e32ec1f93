/* The number pass over random texts: valid ones, generated together with their expected form, and broken
 * ones, which must stay broken. The seed is fixed, so that a failure repeats. */
#include "test.h"

#include <jansson.h>

#include "core/json_numbers.h"

#define CASES 20000
#define ROOM (64 * 1024)
#define DEEPEST 6

/* jansson's flags: integers of any size, a text of one number or string, NUL in strings. */
#define JANSSON_FLAGS (JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL)

static const char *const money[] = {"amount", "price", "network_fee", NULL};

static uint64_t seed;

/* xorshift64 */
static unsigned int dice(unsigned int sides)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned int)(seed >> 33) % sides;
}

/* A text, and its expected form. */
static struct {
    char json[ROOM];
    char expected[ROOM];
    size_t json_length;
    size_t expected_length;
} text;

static void put_json(const char *bytes)
{
    size_t length = strlen(bytes);

    assert_true(text.json_length + length < ROOM);
    memcpy(text.json + text.json_length, bytes, length + 1);
    text.json_length += length;
}

static void put_expected(const char *bytes)
{
    size_t length = strlen(bytes);

    assert_true(text.expected_length + length < ROOM);
    memcpy(text.expected + text.expected_length, bytes, length + 1);
    text.expected_length += length;
}

static void put(const char *bytes)
{
    put_json(bytes);
    put_expected(bytes);
}

static void put_blanks(void)
{
    static const char *const blanks[] = {"", "", "", "", " ", "\n", "\t", "\r\n  "};

    put(blanks[dice(COUNT(blanks))]);
}

static void put_number(bool is_money)
{
    static const char *const exact[] = {"0",
                                        "1",
                                        "-1",
                                        "18",
                                        "203",
                                        "890220",
                                        "-42",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "123456789012345678901234567890"};
    /* The second form is the first one as money: Python's format(Decimal(…), 'f'). */
    static const char *const floats[][2] = {
        {"-0", "-0"},
        {"0.0", "0.0"},
        {"1.5", "1.5"},
        {"-1.5", "-1.5"},
        {"18.0098", "18.0098"},
        {"1e5", "100000"},
        {"1E5", "100000"},
        {"1e-7", "0.0000001"},
        {"1.25e+3", "1250"},
        {"-12.5E-1", "-1.25"},
        {"1e96", "1e96"},
        {"-0.0", "-0.0"},
        {"0.000000000000000001", "0.000000000000000001"},
        {"123456789012345678.123456789012345678", "123456789012345678.123456789012345678"},
        {"0e0", "0"},
    };
    bool quoted = dice(2) == 0;
    unsigned int which = dice(quoted ? COUNT(floats) : COUNT(exact));
    const char *number = quoted ? floats[which][0] : exact[which];

    put_json(number);
    put_expected(quoted || is_money ? "\"" : "");
    put_expected(quoted && is_money ? floats[which][1] : number);
    put_expected(quoted || is_money ? "\"" : "");
}

/* Texts that are amounts with an exponent, and texts that only look like one. */
static void put_amount_text(void)
{
    static const char *const amounts[][2] = {
        {"\"1e5\"", "\"100000\""},
        {"\"-1.50E+1\"", "\"-15.0\""},
        {"\"1.32E\\u002B21\"", "\"1320000000000000000000\""},
        {"\"\\u0030\\u0045-8\"", "\"0.00000000\""},
        {"\"1e96\"", "\"1e96\""},
        {"\"1e5a\"", "\"1e5a\""},
        {"\"1e\"", "\"1e\""},
        {"\"+1e5\"", "\"+1e5\""},
        {"\"01e5\"", "\"01e5\""},
        {"\"1e5\\n\"", "\"1e5\\n\""},
        {"\"18.0098\"", "\"18.0098\""},
    };
    unsigned int which = dice(COUNT(amounts));

    put_json(amounts[which][0]);
    put_expected(amounts[which][1]);
}

static void put_string(void)
{
    static const char *const pieces[] = {"a",
                                         "1",
                                         "1.5",
                                         ",",
                                         ":",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         "\\\"",
                                         "\\\\",
                                         "\\/",
                                         "\\n",
                                         "\\u0041",
                                         "-",
                                         "0",
                                         "e5",
                                         "amount",
                                         " ",
                                         "\\t",
                                         "\\u0022",
                                         "\\u005c",
                                         "\\u0000",
                                         "'",
                                         "\xc3\xa9",
                                         "\xe2\x98\x95",
                                         "\\ud83d\\ude00",
                                         "//",
                                         "null",
                                         "\\\\\\\""};
    unsigned int count = dice(6);

    put("\"");
    while (count-- > 0) {
        put(pieces[dice(COUNT(pieces))]);
    }
    put("\"");
}

/* Writes a key and returns whether it is a money field. */
static bool put_key(void)
{
    static const char *const plain[] = {
        "",      "a",        "n",           "Amount",     "amount ",      "amounts",
        "amoun", "fee",      "x\\\"amount", "amount\\\\", "am\\u016funt", "pr\\nice",
        "1.5",   "\xc3\xa9", "price\\/"};
    static const char *const named[] = {"amount",
                                        "price",
                                        "network_fee",
                                        "am\\u006funt",
                                        "pric\\u0065",
                                        "network\\u005Ffee",
                                        "\\u0070\\u0072\\u0069\\u0063\\u0065"};
    bool is_money = dice(2) == 0;

    put("\"");
    put(is_money ? named[dice(COUNT(named))] : plain[dice(COUNT(plain))]);
    put("\"");
    put_blanks();
    put(":");
    return is_money;
}

static void put_value(int depth, bool is_money);

static void put_object(int depth)
{
    unsigned int count = dice(5);

    put("{");
    put_blanks();
    while (count > 0) {
        bool is_money = put_key();

        put_value(depth + 1, is_money);
        put(--count > 0 ? "," : "");
        put_blanks();
    }
    put("}");
}

static void put_list(int depth, bool is_money)
{
    unsigned int count = dice(5);

    put("[");
    put_blanks();
    while (count > 0) {
        put_value(depth + 1, is_money);
        put(--count > 0 ? "," : "");
    }
    put("]");
}

static void put_value(int depth, bool is_money)
{
    static const char *const words[] = {"null", "true", "false"};

    put_blanks();
    switch (dice(depth < DEEPEST ? 10 : 6)) {
    case 0:
        put(words[dice(COUNT(words))]);
        break;
    case 1:
    case 2:
        if (is_money) {
            put_amount_text();
        } else {
            put_string();
        }
        break;
    case 3:
    case 4:
    case 5:
        put_number(is_money);
        break;
    case 6:
    case 7:
        put_list(depth, is_money);
        break;
    default:
        put_object(depth);
    }
    put_blanks();
}

static void make_text(void)
{
    text.json_length = 0;
    text.expected_length = 0;
    put_value(0, false);
}

static void quote(struct aurpay_buffer *out)
{
    char *copy = malloc(text.json_length ? text.json_length : 1);

    assert_non_null(copy);
    memcpy(copy, text.json, text.json_length);
    aurpay_buffer_init(out, 2 * ROOM);
    assert_int_equal(aurpay_json_numbers_quote(copy, text.json_length, money, out), AURPAY_OK);
    free(copy);
}

static void assert_same_value(const char *left, const char *right)
{
    json_t *a = json_loads(left, JANSSON_FLAGS, NULL);
    json_t *b = json_loads(right, JANSSON_FLAGS, NULL);

    if (!a || !b || !json_equal(a, b)) {
        fail_msg("%s and %s have different values", left, right);
    }
    json_decref(a);
    json_decref(b);
}

static void test_random_texts_become_what_the_rule_says(void **state)
{
    unsigned int quoted = 0;
    int i;

    (void)state;
    seed = UINT64_C(0x9e3779b97f4a7c15);
    for (i = 0; i < CASES; i++) {
        struct aurpay_buffer out;

        make_text();
        quote(&out);
        quoted += out.length > 0;
        if (strcmp(out.length ? aurpay_buffer_string(&out) : text.json, text.expected) != 0) {
            fail_msg("%s\nbecame %s\ninstead of %s", text.json, aurpay_buffer_string(&out), text.expected);
        }
        assert_same_value(out.length ? aurpay_buffer_string(&out) : text.json, text.expected);
        aurpay_buffer_free(&out);
    }
    /* A generator that made only texts of one kind would prove nothing. */
    assert_between(quoted, CASES / 5, CASES - CASES / 5);
}

static void test_quoting_twice_changes_nothing_more(void **state)
{
    int i;

    (void)state;
    seed = UINT64_C(0x2545f4914f6cdd1d);
    for (i = 0; i < CASES / 4; i++) {
        struct aurpay_buffer again;

        make_text();
        aurpay_buffer_init(&again, ROOM);
        assert_int_equal(aurpay_json_numbers_quote(text.expected, text.expected_length, money, &again),
                         AURPAY_OK);
        assert_int_equal(again.length, 0);
        aurpay_buffer_free(&again);
    }
}

/* Replaces, inserts or deletes a byte. */
static void break_text(void)
{
    static const char bytes[] = "{}[]:,\"\\019.eE-+ ux";
    size_t at = dice((unsigned int)text.json_length + 1);
    char byte = bytes[dice(sizeof(bytes) - 1)];

    switch (dice(3)) {
    case 0:
        if (at < text.json_length) {
            text.json[at] = byte;
        }
        break;
    case 1:
        memmove(text.json + at + 1, text.json + at, text.json_length - at + 1);
        text.json[at] = byte;
        text.json_length++;
        break;
    default:
        if (at < text.json_length) {
            memmove(text.json + at, text.json + at + 1, text.json_length - at);
            text.json_length--;
        }
    }
}

/* jansson refuses numbers that do not fit into a double; they are valid JSON. */
static bool is_json(const char *json, bool *undecided)
{
    json_error_t error;
    json_t *value = json_loads(json, JANSSON_FLAGS, &error);

    *undecided = !value && json_error_code(&error) == json_error_numeric_overflow;
    json_decref(value);
    return value != NULL;
}

static void assert_stays_json_or_not(void)
{
    struct aurpay_buffer out;
    bool undecided;
    bool before = is_json(text.json, &undecided);

    quote(&out);
    if (!undecided && out.length) {
        bool after = is_json(aurpay_buffer_string(&out), &undecided);

        if (!undecided && before != after) {
            fail_msg("%s\nbecame %s", text.json, aurpay_buffer_string(&out));
        }
    }
    aurpay_buffer_free(&out);
}

static void test_broken_texts_stay_broken(void **state)
{
    int i;

    (void)state;
    seed = UINT64_C(0xda942042e4dd58b5);
    for (i = 0; i < CASES; i++) {
        unsigned int breaks = 1 + dice(3);

        make_text();
        while (breaks-- > 0) {
            break_text();
        }
        assert_stays_json_or_not();
    }
}

static void test_words_with_numbers_in_them_stay_broken(void **state)
{
    static const char *const words[] = {
        "0x1.5",
        "--1.5",
        "+1.5",
        "1e5e5",
        ".5e1",
        "1.5.5",
        "1.5-2.5",
        "true1.5",
        "nul1.5",
        "[1.5 1.5]",
        "{\"a\" 1.5}",
        "{\"a\":1 1.5}",
        "{\"a\":\"b\"1.5}",
        "{\"amount\":01}",
        "{\"amount\":--1}",
        "{\"amount\":.5}",
        "{\"amount\":+5}",
        "\"a\"1.5",
        "{1.5}",
        "{\"a\":1,1.5:2}",
        "{,1.5:2}",
        "{\"a\":[1,1.5:2]}",
        "[{\"a\":1],1.5:2}",
        "1.5\"a\"",
        "{\"a\"1.5:1}",
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(words); i++) {
        bool undecided;

        text.json_length = 0;
        text.expected_length = 0;
        put(words[i]);
        assert_for_case(!is_json(text.json, &undecided), words[i]);
        assert_stays_json_or_not();
    }
}

static void test_random_bytes_do_no_harm(void **state)
{
    int i;

    (void)state;
    seed = UINT64_C(0x106689d45497fdb5);
    for (i = 0; i < CASES; i++) {
        struct aurpay_buffer out;
        size_t j, length = dice(40);

        /* Structural and other bytes, but no NUL, where the text would end for jansson. */
        for (j = 0; j < length; j++) {
            text.json[j] = dice(2) ? "{}[]:,\"\\01.e-\"u"[dice(16)] : (char)(1 + dice(255));
        }
        text.json[length] = '\0';
        text.json_length = length;
        quote(&out);
        assert_true(out.length == 0 || out.length > length);
        aurpay_buffer_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_texts_become_what_the_rule_says),
        cmocka_unit_test(test_quoting_twice_changes_nothing_more),
        cmocka_unit_test(test_broken_texts_stay_broken),
        cmocka_unit_test(test_words_with_numbers_in_them_stay_broken),
        cmocka_unit_test(test_random_bytes_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
