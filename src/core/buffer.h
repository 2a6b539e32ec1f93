/* A byte buffer that must be given its limit and wipes what it held. */
#ifndef AURPAY_CORE_BUFFER_H
#define AURPAY_CORE_BUFFER_H

#include "common.h"

/** Zero-initialised memory is a valid, empty buffer with a limit of 0: call aurpay_buffer_init before use. */
struct aurpay_buffer {
    /** malloc-owned bytes followed by a NUL that does not count, or NULL while nothing was appended. */
    char *data;
    /** Bytes in use, without the closing NUL. */
    size_t length;
    /** Bytes allocated, with room for the closing NUL. */
    size_t capacity;
    /** The most bytes it may ever hold. */
    size_t limit;
};

void aurpay_buffer_init(struct aurpay_buffer *buffer, size_t limit);

/** Appends @p length bytes. AURPAY_ERROR_LIMIT and AURPAY_ERROR_MEMORY leave the buffer as it was. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_buffer_append(struct aurpay_buffer *buffer, const void *bytes,
                                                        size_t length);

/** Appends a NUL-terminated string. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_buffer_append_string(struct aurpay_buffer *buffer,
                                                               const char *string);

/** Appends @p length bytes percent-encoded for a query (RFC 3986). The colon stays: the vendor's own examples
 *  send `st=2024-10-10T00:00:00`, and the signature covers exactly these bytes. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_buffer_append_query(struct aurpay_buffer *buffer, const char *bytes,
                                                              size_t length);

/** The content as a NUL-terminated string, "" when empty. Valid until the next append. */
const char *aurpay_buffer_string(const struct aurpay_buffer *buffer);

/** Forgets the content (wiped) and keeps the memory. */
void aurpay_buffer_clear(struct aurpay_buffer *buffer);

/** Wipes and frees. The buffer is then empty and keeps its limit. */
void aurpay_buffer_free(struct aurpay_buffer *buffer);

/** A malloc-owned, NUL-terminated copy of @p length bytes, or NULL when there is no memory. */
char *aurpay_string_copy(const char *bytes, size_t length);

/** Wipes and frees what aurpay_string_copy made. NULL is allowed. */
void aurpay_string_wipe(char *string, size_t length);

#endif
