/* Shared by the unit tests: cmocka with the headers that it needs, and a few macros. */
#ifndef AURPAY_TESTS_CORE_TEST_H
#define AURPAY_TESTS_CORE_TEST_H

/* POSIX and more, also under -std=c11. Include this header before all others. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A text literal that may hold NUL bytes, and its length: for functions that take both. */
#define BYTES(literal) (literal), (sizeof(literal) - 1)

/* A text in a table of cases; `size` is needed only when the text may hold NUL bytes. */
struct text {
    const char *bytes;
    size_t size;
};

#define TEXT(literal)                  \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

/* Both bounds are allowed. Each version of cmocka has its own name for this, and warns of the others'. */
#define assert_between(value, least, most)                                                          \
    do {                                                                                            \
        intmax_t between_value = (intmax_t)(value);                                                 \
                                                                                                    \
        if (between_value < (intmax_t)(least) || between_value > (intmax_t)(most)) {                \
            fail_msg("%s is %jd, not between %s (%jd) and %s (%jd)", #value, between_value, #least, \
                     (intmax_t)(least), #most, (intmax_t)(most));                                   \
        }                                                                                           \
    } while (0)

/* Fails with the case's text; cmocka would show only the condition. */
#define assert_for_case(condition, text)                                 \
    do {                                                                 \
        if (!(condition)) {                                              \
            fail_msg("%s: not for the case \"%s\"", #condition, (text)); \
        }                                                                \
    } while (0)

#endif
