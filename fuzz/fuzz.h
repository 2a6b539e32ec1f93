/* Shared by the fuzzers: their entry point, the oracle's word, and pieces of the input. */
#ifndef AURPAY_FUZZ_FUZZ_H
#define AURPAY_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/** libFuzzer calls it with each input. The bytes end where a sanitizer sees it: nothing follows them. Returns
 *  0. What one call leaves behind must not change the next one, or an input alone repeats nothing. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/** What is left of an input. */
struct fuzz_input {
    const uint8_t *bytes;
    size_t length;
};

/** Ends the program when a rule does not hold. libFuzzer then keeps the input. */
static inline void fuzz_check(bool holds, const char *rule)
{
    if (!holds) {
        (void)fprintf(stderr, "the rule is broken: %s\n", rule);
        abort();
    }
}

/** Prints what happens, if AURPAY_FUZZ_TRACE is set: to understand an input. */
#define fuzz_trace(...)                         \
    do {                                        \
        if (getenv("AURPAY_FUZZ_TRACE")) {      \
            (void)fprintf(stderr, __VA_ARGS__); \
        }                                       \
    } while (0)

/** The next byte; 0 when there is none left. */
static inline uint8_t fuzz_byte(struct fuzz_input *input)
{
    if (input->length == 0) {
        return 0;
    }
    input->length--;
    return *input->bytes++;
}

/** Takes up to @p length bytes. */
static inline struct fuzz_input fuzz_take(struct fuzz_input *input, size_t length)
{
    struct fuzz_input taken = {input->bytes, length < input->length ? length : input->length};

    input->bytes += taken.length;
    input->length -= taken.length;
    return taken;
}

#endif
