/* Shared by the tests of the number pass. */
#ifndef AURPAY_TESTS_CORE_QUOTING_H
#define AURPAY_TESTS_CORE_QUOTING_H

#include "core/json_numbers.h"

/** The money fields. */
extern const char *const quoting_money[];

struct quoting {
    const char *json;
    /** NULL: the pass quotes nothing, and the output stays empty. */
    const char *expected;
};

/** Quotes a text in a block of exactly its size, so that the sanitizer catches a read beyond its end. */
void quoting_run(const char *json, size_t length, const char *const *fields, struct aurpay_buffer *out);

void quoting_assert(const char *json, const char *expected);

void quoting_assert_all(const struct quoting *cases, size_t count);

#endif
