/* The passes over bytes from outside are linear: twice the text is at most about twice the work. The test
 * counts work instead of timing it: the compiler calls this file at every basic block of the core
 * (-fsanitize-coverage=trace-pc), and each byte that the core reads or writes with memchr() and the like
 * counts too. */
#include "test.h"

#include "core/clock.h"
#include "core/echo.h"
#include "core/json_numbers.h"
#include "core/response.h"
#include "core/validate.h"

/* How often a part is repeated; the second run repeats it twice as often. A quadratic pass then does about
 * four times the work. */
#define TIMES 160
#define ROOM (64 * 1024)

static size_t work;

/* ---- counting ---- */

void __sanitizer_cov_trace_pc(void);
void *__real_memchr(const void *bytes, int byte, size_t length);
void *__wrap_memchr(const void *bytes, int byte, size_t length);
int __real_memcmp(const void *left, const void *right, size_t length);
int __wrap_memcmp(const void *left, const void *right, size_t length);
void *__real_memcpy(void *to, const void *from, size_t length);
void *__wrap_memcpy(void *to, const void *from, size_t length);
void *__real_memmove(void *to, const void *from, size_t length);
void *__wrap_memmove(void *to, const void *from, size_t length);
size_t __real_strlen(const char *text);
size_t __wrap_strlen(const char *text);
void __real_OPENSSL_cleanse(void *bytes, size_t length);
void __wrap_OPENSSL_cleanse(void *bytes, size_t length);

void __sanitizer_cov_trace_pc(void)
{
    work++;
}

void *__wrap_memchr(const void *bytes, int byte, size_t length)
{
    char *found = __real_memchr(bytes, byte, length);

    work += found ? (size_t)(found - (const char *)bytes) : length;
    return found;
}

int __wrap_memcmp(const void *left, const void *right, size_t length)
{
    work += length;
    return __real_memcmp(left, right, length);
}

void *__wrap_memcpy(void *to, const void *from, size_t length)
{
    work += length;
    return __real_memcpy(to, from, length);
}

void *__wrap_memmove(void *to, const void *from, size_t length)
{
    work += length;
    return __real_memmove(to, from, length);
}

size_t __wrap_strlen(const char *text)
{
    size_t length = __real_strlen(text);

    work += length;
    return length;
}

void __wrap_OPENSSL_cleanse(void *bytes, size_t length)
{
    work += length;
    __real_OPENSSL_cleanse(bytes, length);
}

/* ---- texts ---- */

/* A beginning, a repeated part, something between, and another repeated part. */
struct shape {
    const char *begin, *first, *between, *second;
};

static size_t put(char *text, size_t at, const char *part, size_t times)
{
    size_t length = strlen(part);

    assert_true(at + length * times < ROOM);
    while (times-- > 0) {
        memcpy(text + at, part, length);
        at += length;
    }
    return at;
}

static size_t write_text(const struct shape *shape, size_t times, char text[ROOM])
{
    size_t length = put(text, 0, shape->begin, 1);

    length = put(text, length, shape->first, times);
    length = put(text, length, shape->between, 1);
    length = put(text, length, shape->second, times);
    text[length] = '\0';
    return length;
}

typedef void (*pass)(const char *text, size_t length);

static size_t work_of(pass run, const struct shape *shape, size_t times)
{
    static char text[ROOM];
    size_t length = write_text(shape, times, text);

    work = 0;
    run(text, length);
    return work;
}

static void assert_linear(pass run, const struct shape *shape)
{
    size_t once = work_of(run, shape, TIMES);
    size_t twice = work_of(run, shape, 2 * TIMES);

    assert_true(once > 0);
    if (twice > 3 * once) {
        fail_msg(
            "\"%s\", then \"%s\", \"%s\" and \"%s\" repeated %d times take %zu steps, twice as often %zu",
            shape->begin, shape->first, shape->between, shape->second, TIMES, once, twice);
    }
}

/* Every combination of the parts; the first round leaves out the second repeated part. */
static void assert_all_linear(pass run, const char *const *begins, const char *const *parts,
                              const char *const *betweens)
{
    size_t a, b, c, d;

    for (a = 0; begins[a]; a++) {
        for (b = 0; parts[b]; b++) {
            const struct shape alone = {begins[a], parts[b], "", ""};

            assert_linear(run, &alone);
            for (c = 0; betweens[c]; c++) {
                for (d = 0; parts[d]; d++) {
                    const struct shape shape = {begins[a], parts[b], betweens[c], parts[d]};

                    assert_linear(run, &shape);
                }
            }
        }
    }
}

/* ---- the passes ---- */

static void quote_numbers(const char *text, size_t length)
{
    static const char *const money[] = {"amount", "price", "fee", NULL};
    struct aurpay_buffer quoted;

    aurpay_buffer_init(&quoted, 16 * ROOM);
    assert_int_equal(aurpay_json_numbers_quote(text, length, money, &quoted), AURPAY_OK);
    aurpay_buffer_free(&quoted);
}

static void test_the_number_pass_looks_at_a_key_once(void **state)
{
    static const struct shape shapes[] = {
        {"{\"", "k", "\":", "1 "},          {"{\"", "k", "\":", "[]"},     {"{\"", "k", "\":", "\"1e5\" "},
        {"{\"", "\\u006b", "\":", "1 "},    {"{\"", "\\\\", "\":", "1.5"}, {"{\"", "k", "\":[", "1,"},
        {"{\"amount\":[", "1e5,", "", "["}, {"{\"", "k", "\":", "{}"},     {"{\"", "k", "\":", "1:"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(shapes); i++) {
        assert_linear(quote_numbers, &shapes[i]);
    }
}

static void test_the_number_pass_is_linear_in_texts_of_all_shapes(void **state)
{
    static const char *const begins[] = {"", "\"", "{\"", "{\"amount\":", "{\"amount\":\"", "[", NULL};
    static const char *const parts[] = {"k",    "\\",   "\\\"",     "\"",      "1",  "0", "-", ".5",
                                        "1e5,", "1.e",  "[]",       "[",       "]",  "{", "}", ":",
                                        ",",    "\"\"", "\"1e5\" ", "\\u0031", "1 ", NULL};
    static const char *const betweens[] = {"", "\":", "\"", NULL};

    (void)state;
    assert_all_linear(quote_numbers, begins, parts, betweens);
}

static void look_up_headers(const char *text, size_t length)
{
    struct aurpay_clock_comparison comparison;
    struct aurpay_response response;
    const char *value;
    size_t value_length;

    aurpay_response_init(&response, 0);
    assert_int_equal(aurpay_buffer_append(&response.headers, text, length), AURPAY_OK);
    (void)aurpay_response_header(&response, "a-trace-id", &value, &value_length);
    (void)aurpay_response_retry_after(&response, 0);
    (void)aurpay_response_compare_clocks(&response, 0, &comparison);
    aurpay_response_free(&response);
}

static void test_looking_up_a_header_is_linear(void **state)
{
    static const char *const begins[] = {"", "Retry-After:", "Date: Mon", NULL};
    static const char *const parts[] = {
        "a", " ", "\t", "\r", "\n", ":", "\r\n", "Retry-After:", "0", "Date: 1\n", ",", "a: b\r\n", NULL};
    static const char *const betweens[] = {"", "\r\nDate:", NULL};

    (void)state;
    assert_all_linear(look_up_headers, begins, parts, betweens);
}

static void read_date(const char *text, size_t length)
{
    int64_t milliseconds;

    (void)!aurpay_clock_parse_date(text, length, &milliseconds);
}

static void validate(const char *text, size_t length)
{
    (void)aurpay_validate_is_blank(text, length);
    (void)aurpay_validate_header_value(text, length);
    (void)aurpay_validate_target(text, length);
    (void)!aurpay_validate_url(AURPAY_URL_CALLBACK, text, length);
}

static void test_dates_and_checks_are_linear(void **state)
{
    static const char *const begins[] = {"", "/", "https://shop.example/", "2024-06-17T00:00:00.", NULL};
    static const char *const parts[] = {"0", "a", "/", ";", ".", "%41", " ", "..;", "?", NULL};
    static const char *const betweens[] = {"", NULL};

    (void)state;
    assert_all_linear(read_date, begins, parts, betweens);
    assert_all_linear(validate, begins, parts, betweens);
}

/* The secret is longer than the parts are repeated: the work must not grow with its length. */
static void look_for_secret(const char *part, const char *text, size_t length)
{
    char secret[ROOM];
    struct aurpay_text wanted = {secret, put(secret, 0, part, 4 * TIMES)};
    size_t at;

    wanted.length = put(secret, wanted.length, "z", 1);
    for (at = 0; at < length; at++) {
        const struct aurpay_text rest = {text + at, length - at};
        size_t found = aurpay_echo_length(rest, wanted);

        at += found ? found - 1 : 0;
    }
}

/* As the binding masks a text: a secret is looked for at every place, and skipped where it is found. */
static void look_for_secrets(const char *text, size_t length)
{
    static const char *const parts[] = {"a", "%", "\\", "&", "aaaaaaaaaaaaaab"};
    size_t i;

    for (i = 0; i < COUNT(parts); i++) {
        look_for_secret(parts[i], text, length);
    }
}

static void test_looking_for_secrets_is_linear(void **state)
{
    static const char *const begins[] = {"", "a", NULL};
    static const char *const parts[] = {"a",     "%",         "%25",   "%2561", "\\", "\\a",   "\\u0061",
                                        "&amp;", "&amp;#97;", "&#97;", "&#",    "\n", "a\n\n", "61",
                                        "YWFh",  "\n\n\nYW",  "%2B",   "0",     NULL};
    static const char *const betweens[] = {"", "b", NULL};

    (void)state;
    assert_all_linear(look_for_secrets, begins, parts, betweens);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_number_pass_looks_at_a_key_once),
        cmocka_unit_test(test_the_number_pass_is_linear_in_texts_of_all_shapes),
        cmocka_unit_test(test_looking_up_a_header_is_linear),
        cmocka_unit_test(test_dates_and_checks_are_linear),
        cmocka_unit_test(test_looking_for_secrets_is_linear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
