#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of one text in a report. */
#define SHOWN_MAX 4096

struct fuzz_text fuzz_line(struct fuzz_input *input)
{
    const uint8_t *feed = input->length ? memchr(input->bytes, '\n', input->length) : NULL;
    struct fuzz_input line = fuzz_take(input, feed ? (size_t)(feed - input->bytes) : input->length);

    (void)fuzz_byte(input);
    return fuzz_text_copy((const char *)line.bytes, line.length);
}

int64_t fuzz_number(struct fuzz_input *input)
{
    struct fuzz_text line = fuzz_line(input);
    int64_t number = strtoll(line.bytes, NULL, 10);

    fuzz_text_free(&line);
    return number;
}

struct fuzz_text fuzz_rest(struct fuzz_input *input)
{
    struct fuzz_input rest = fuzz_take(input, input->length);

    return fuzz_text_copy((const char *)rest.bytes, rest.length);
}

struct fuzz_text fuzz_text_copy(const char *bytes, size_t length)
{
    struct fuzz_text text = {NULL, 0, 0};

    fuzz_text_append(&text, bytes, length);
    return text;
}

/* Makes room for more bytes: for exactly as many at first, then for twice as many as there are. */
static void make_room(struct fuzz_text *text, size_t length)
{
    size_t needed = text->length + length,
           capacity = text->capacity * 2 > needed ? text->capacity * 2 : needed;
    char *grown;

    if (text->bytes && needed <= text->capacity) {
        return;
    }
    grown = realloc(text->bytes, capacity + 1);
    if (!grown) {
        fuzz_fail("there is no memory for %zu bytes", capacity);
    }
    text->bytes = grown;
    text->capacity = capacity;
}

void fuzz_text_append(struct fuzz_text *text, const char *bytes, size_t length)
{
    make_room(text, length);
    if (length) {
        memcpy(text->bytes + text->length, bytes, length);
    }
    text->length += length;
    text->bytes[text->length] = '\0';
}

bool fuzz_text_equals(const struct fuzz_text *text, const char *bytes, size_t length)
{
    return text->length == length && (length == 0 || memcmp(text->bytes, bytes, length) == 0);
}

void fuzz_text_free(struct fuzz_text *text)
{
    free(text->bytes);
    text->bytes = NULL;
    text->length = 0;
    text->capacity = 0;
}

void fuzz_show(const char *name, const char *bytes, size_t length)
{
    size_t i;

    fprintf(stderr, "%s (%zu bytes): ", name, length);
    for (i = 0; i < length && i < SHOWN_MAX; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        if (byte > 0x1f && byte < 0x7f && byte != '\\') {
            fputc(byte, stderr);
        } else {
            fprintf(stderr, "\\x%02x", byte);
        }
    }
    fputs(length > SHOWN_MAX ? "...\n" : "\n", stderr);
}

void fuzz_fail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fputs("DIFFERENCE: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    abort();
}
