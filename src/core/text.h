/* Texts with their length, and copies of them that are wiped. */
#ifndef AURPAY_CORE_TEXT_H
#define AURPAY_CORE_TEXT_H

#include "common.h"

/** Any bytes, not owned. They end in a NUL that the length does not count. */
struct aurpay_text {
    const char *bytes;
    size_t length;
};

/** A malloc-owned copy of @p length bytes with a NUL behind them, or NULL when there is no memory. */
char *aurpay_text_copy(const char *bytes, size_t length);

/** Wipes and frees what aurpay_text_copy made. NULL is allowed. */
void aurpay_text_wipe(char *text, size_t length);

#endif
