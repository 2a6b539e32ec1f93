#include "buffer.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "character.h"

/* Large enough that most requests and answers never grow. */
#define INITIAL_CAPACITY 512

void aurpay_buffer_init(struct aurpay_buffer *buffer, size_t limit)
{
    buffer->data = NULL;
    buffer->length = 0;
    buffer->capacity = 0;
    buffer->limit = limit;
}

/* A new block, a copy and a wipe instead of realloc: realloc may leave the old bytes behind unwiped. */
static enum aurpay_code grow(struct aurpay_buffer *buffer, size_t needed)
{
    size_t capacity = buffer->capacity ? buffer->capacity : INITIAL_CAPACITY;
    char *data;

    while (capacity < needed) {
        capacity = capacity <= SIZE_MAX / 2 ? capacity * 2 : SIZE_MAX;
    }
    if (capacity > buffer->limit + 1) {
        capacity = buffer->limit + 1;
    }
    data = malloc(capacity);
    if (!data) {
        return AURPAY_ERROR_MEMORY;
    }
    if (buffer->data) {
        memcpy(data, buffer->data, buffer->length + 1);
        OPENSSL_cleanse(buffer->data, buffer->length);
        free(buffer->data);
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return AURPAY_OK;
}

enum aurpay_code aurpay_buffer_reserve(struct aurpay_buffer *buffer, size_t length)
{
    if (length > buffer->limit || buffer->length > buffer->limit - length) {
        return AURPAY_ERROR_LIMIT;
    }
    return length < buffer->capacity - buffer->length ? AURPAY_OK : grow(buffer, buffer->length + length + 1);
}

enum aurpay_code aurpay_buffer_append_string(struct aurpay_buffer *buffer, const char *string)
{
    return aurpay_buffer_append(buffer, string, strlen(string));
}

enum aurpay_code aurpay_buffer_append_query(struct aurpay_buffer *buffer, const char *bytes, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *end = bytes + length;

    for (;;) {
        const char *stranger = aurpay_character_span(bytes, end, AURPAY_CHARACTER_QUERY);
        enum aurpay_code code = aurpay_buffer_append(buffer, bytes, (size_t)(stranger - bytes));

        if (!code && stranger < end) {
            unsigned char byte = (unsigned char)*stranger;
            const char escaped[] = {'%', digits[byte >> 4], digits[byte & 0x0f]};

            code = aurpay_buffer_append(buffer, escaped, sizeof(escaped));
        }
        if (code || stranger == end) {
            return code;
        }
        bytes = stranger + 1;
    }
}

const char *aurpay_buffer_string(const struct aurpay_buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}

void aurpay_buffer_truncate(struct aurpay_buffer *buffer, size_t length)
{
    if (length < buffer->length) {
        OPENSSL_cleanse(buffer->data + length, buffer->length - length);
        buffer->data[length] = '\0';
        buffer->length = length;
    }
}

void aurpay_buffer_clear(struct aurpay_buffer *buffer)
{
    aurpay_buffer_truncate(buffer, 0);
}

void aurpay_buffer_free(struct aurpay_buffer *buffer)
{
    if (buffer->data) {
        OPENSSL_cleanse(buffer->data, buffer->length);
        free(buffer->data);
    }
    aurpay_buffer_init(buffer, buffer->limit);
}
