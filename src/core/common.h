/* What every file of the core agrees on: result codes and the few compiler attributes it uses. */
#ifndef AURPAY_CORE_COMMON_H
#define AURPAY_CORE_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define AURPAY_VERSION "0.1.0"

#if defined(__GNUC__)
#define AURPAY_MUST_CHECK __attribute__((warn_unused_result))
#define AURPAY_PRINTF(format_index, first_argument) \
    __attribute__((format(printf, format_index, first_argument)))
#else
#define AURPAY_MUST_CHECK
#define AURPAY_PRINTF(format_index, first_argument)
#endif

/** The result of every core function that can fail. AURPAY_OK is zero, so `if (code)` reads as "failed". */
enum aurpay_code {
    AURPAY_OK = 0,
    /** malloc answered NULL. */
    AURPAY_ERROR_MEMORY,
    /** A limit that the caller set was reached (a buffer's size). */
    AURPAY_ERROR_LIMIT,
    /** The input breaks a rule; nothing was done. */
    AURPAY_ERROR_INVALID,
    /** OpenSSL refused (a digest that this host's policy does not allow). */
    AURPAY_ERROR_CRYPTO,
    /** libcurl refused an option or a handle before anything was sent. */
    AURPAY_ERROR_SETUP
};

#endif
