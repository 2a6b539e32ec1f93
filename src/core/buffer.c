#include "buffer.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

/* Small enough for a request line, large enough that most bodies never grow. */
#define INITIAL_CAPACITY 256

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
        if (capacity > SIZE_MAX / 2) {
            return AURPAY_ERROR_LIMIT;
        }
        capacity *= 2;
    }
    data = malloc(capacity);
    if (!data) {
        return AURPAY_ERROR_MEMORY;
    }
    if (buffer->data) {
        memcpy(data, buffer->data, buffer->length + 1);
        OPENSSL_cleanse(buffer->data, buffer->capacity);
        free(buffer->data);
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return AURPAY_OK;
}

enum aurpay_code aurpay_buffer_append(struct aurpay_buffer *buffer, const void *bytes, size_t length)
{
    if (length > buffer->limit || buffer->length > buffer->limit - length) {
        return AURPAY_ERROR_LIMIT;
    }
    if (buffer->length + length + 1 > buffer->capacity) {
        enum aurpay_code code = grow(buffer, buffer->length + length + 1);

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

enum aurpay_code aurpay_buffer_append_string(struct aurpay_buffer *buffer, const char *string)
{
    return aurpay_buffer_append(buffer, string, strlen(string));
}

static bool stays_in_query(unsigned char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '-' || byte == '.' || byte == '_' || byte == '~' || byte == ':';
}

enum aurpay_code aurpay_buffer_append_query(struct aurpay_buffer *buffer, const char *bytes, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t i;

    for (i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        char escaped[3];
        enum aurpay_code code;

        if (stays_in_query(byte)) {
            code = aurpay_buffer_append(buffer, &bytes[i], 1);
        } else {
            escaped[0] = '%';
            escaped[1] = digits[byte >> 4];
            escaped[2] = digits[byte & 0x0f];
            code = aurpay_buffer_append(buffer, escaped, sizeof(escaped));
        }
        if (code) {
            return code;
        }
    }
    return AURPAY_OK;
}

const char *aurpay_buffer_string(const struct aurpay_buffer *buffer)
{
    return buffer->data ? buffer->data : "";
}

void aurpay_buffer_clear(struct aurpay_buffer *buffer)
{
    if (buffer->data) {
        OPENSSL_cleanse(buffer->data, buffer->length);
        buffer->data[0] = '\0';
    }
    buffer->length = 0;
}

void aurpay_buffer_free(struct aurpay_buffer *buffer)
{
    if (buffer->data) {
        OPENSSL_cleanse(buffer->data, buffer->capacity);
        free(buffer->data);
    }
    aurpay_buffer_init(buffer, buffer->limit);
}

char *aurpay_string_copy(const char *bytes, size_t length)
{
    char *copy = malloc(length + 1);

    if (copy) {
        memcpy(copy, bytes, length);
        copy[length] = '\0';
    }
    return copy;
}

void aurpay_string_wipe(char *string, size_t length)
{
    if (string) {
        OPENSSL_cleanse(string, length);
        free(string);
    }
}
