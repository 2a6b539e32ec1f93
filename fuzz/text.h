/* Shared by the fuzzers with an oracle: texts taken from an input, and how a difference is reported. */
#ifndef AURPAY_FUZZ_TEXT_H
#define AURPAY_FUZZ_TEXT_H

#include "fuzz.h"

/** Bytes and a NUL behind them, malloc-owned. If nothing was appended, the allocation ends with the NUL, so
 *  that ASAN sees a read behind it. */
struct fuzz_text {
    char *bytes;
    size_t length;
    /** Without the NUL. */
    size_t capacity;
};

/** The bytes up to the next line feed, which is skipped, or up to the end. */
struct fuzz_text fuzz_line(struct fuzz_input *input);

/** The next line as a decimal number, as strtoll() reads it. */
int64_t fuzz_number(struct fuzz_input *input);

/** All bytes that are left. */
struct fuzz_text fuzz_rest(struct fuzz_input *input);

/** A copy of @p length bytes. */
struct fuzz_text fuzz_text_copy(const char *bytes, size_t length);

/** Appends @p length bytes. */
void fuzz_text_append(struct fuzz_text *text, const char *bytes, size_t length);

/** Whether the text has exactly these bytes. */
bool fuzz_text_equals(const struct fuzz_text *text, const char *bytes, size_t length);

void fuzz_text_free(struct fuzz_text *text);

/** Prints a name and the first bytes, those that are not visible ASCII escaped. */
void fuzz_show(const char *name, const char *bytes, size_t length);

/** Prints what differs and ends the program: libFuzzer then keeps the input. */
_Noreturn void fuzz_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
