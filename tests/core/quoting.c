#include "test.h"

#include "quoting.h"

#define ROOM (64 * 1024)

const char *const quoting_money[] = {"amount", "price", "fee", NULL};

void quoting_run(const char *json, size_t length, const char *const *fields, struct aurpay_buffer *out)
{
    char *copy = malloc(length ? length : 1);

    assert_non_null(copy);
    memcpy(copy, json, length);
    aurpay_buffer_init(out, ROOM);
    assert_int_equal(aurpay_json_numbers_quote(copy, length, fields, out), AURPAY_OK);
    free(copy);
}

void quoting_assert(const char *json, const char *expected)
{
    const char *wanted = expected ? expected : "";
    struct aurpay_buffer out;
    bool same;

    quoting_run(json, strlen(json), quoting_money, &out);
    same = strcmp(aurpay_buffer_string(&out), wanted) == 0 && out.length == strlen(wanted);
    if (!same) {
        print_error("%s became \"%s\" instead of \"%s\"\n", json, aurpay_buffer_string(&out), wanted);
    }
    aurpay_buffer_free(&out);
    assert_true(same);
}

void quoting_assert_all(const struct quoting *cases, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        quoting_assert(cases[i].json, cases[i].expected);
    }
}
