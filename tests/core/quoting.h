/* What the tests of the number pass share. */
#ifndef AURPAY_TESTS_CORE_QUOTING_H
#define AURPAY_TESTS_CORE_QUOTING_H

#include "core/json_numbers.h"

/** The fields that are money. */
extern const char *const quoting_money[];

struct quoting {
    const char *json;
    /** NULL: nothing is quoted, and the output stays empty. */
    const char *expected;
};

/** Quotes a text that is given in a block of exactly its size: the sanitizer sees a byte read too many. */
void quoting_run(const char *json, size_t length, const char *const *fields, struct aurpay_buffer *out);

void quoting_assert(const char *json, const char *expected);

void quoting_assert_all(const struct quoting *cases, size_t count);

#endif
