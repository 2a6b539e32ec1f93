/* A byte buffer that must be given its limit and wipes what it held. */
#ifndef AURPAY_CORE_BUFFER_H
#define AURPAY_CORE_BUFFER_H

#include <string.h>

#include "common.h"

/** Zero-initialised memory is a valid, empty buffer with a limit of 0: call aurpay_buffer_init before use. */
struct aurpay_buffer {
    /** malloc-owned bytes followed by a NUL that does not count, or NULL while nothing was appended. */
    char *data;
    /** Bytes in use, without the closing NUL. */
    size_t length;
    /** Bytes allocated, with room for the closing NUL: never more than the limit and that. */
    size_t capacity;
    /** The most bytes it may ever hold. */
    size_t limit;
};

/** @param limit in bytes, below SIZE_MAX */
void aurpay_buffer_init(struct aurpay_buffer *buffer, size_t limit);

/** Makes room for @p length more bytes. AURPAY_ERROR_LIMIT and AURPAY_ERROR_MEMORY leave the buffer as it
 *  was. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_buffer_reserve(struct aurpay_buffer *buffer, size_t length);

/** Appends @p length bytes. AURPAY_ERROR_LIMIT and AURPAY_ERROR_MEMORY leave the buffer as it was. Inline,
 *  because requests are built from many small pieces. */
AURPAY_MUST_CHECK static inline enum aurpay_code aurpay_buffer_append(struct aurpay_buffer *buffer,
                                                                      const void *bytes, size_t length)
{
    if (length >= buffer->capacity - buffer->length) {
        enum aurpay_code code = aurpay_buffer_reserve(buffer, length);

        if (code) {
            return code;
        }
    }
    if (length) {
        memcpy(buffer->data + buffer->length, bytes, length);
    }
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
    return AURPAY_OK;
}

/** Appends a NUL-terminated string. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_buffer_append_string(struct aurpay_buffer *buffer,
                                                               const char *string);

/** Appends @p length bytes percent-encoded for a query (RFC 3986): all but those of
 *  AURPAY_CHARACTER_QUERY. */
AURPAY_MUST_CHECK enum aurpay_code aurpay_buffer_append_query(struct aurpay_buffer *buffer, const char *bytes,
                                                              size_t length);

/** The content as a NUL-terminated string, "" when empty. Valid until the next append. */
const char *aurpay_buffer_string(const struct aurpay_buffer *buffer);

/** Wipes what comes after the first @p length bytes. */
void aurpay_buffer_truncate(struct aurpay_buffer *buffer, size_t length);

/** Wipes the content and keeps the memory. */
void aurpay_buffer_clear(struct aurpay_buffer *buffer);

/** Wipes and frees. The buffer is then empty and keeps its limit. */
void aurpay_buffer_free(struct aurpay_buffer *buffer);

#endif
