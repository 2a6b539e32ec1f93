#include "reference.h"

#include <string.h>

#include "fuzz/reference_decimal.h"

/* The numbers of json_numbers.h and decimal.h, said a second time. */
#define DEEPEST 64
#define GROWTH_MAX (1024 * 1024)
#define PLAIN_DIGITS 96
/* An escaped text that is longer than this, without its escapes, is not written out. */
#define UNESCAPED_MAX 128

struct reader {
    const char *cursor;
    const char *end;
    const char *const *money_fields;
    size_t growth_left;
    int depth;
    struct fuzz_text *out;
};

static char peek(const struct reader *reader)
{
    return (char)(reader->cursor < reader->end ? *reader->cursor : '\0');
}

static void copy(struct reader *reader, size_t length)
{
    fuzz_text_append(reader->out, reader->cursor, length);
    reader->cursor += length;
}

static bool copy_char(struct reader *reader, char expected)
{
    if (reader->cursor == reader->end || *reader->cursor != expected) {
        return false;
    }
    copy(reader, 1);
    return true;
}

static void copy_blanks(struct reader *reader)
{
    while (copy_char(reader, ' ') || copy_char(reader, '\t') || copy_char(reader, '\n') ||
           copy_char(reader, '\r')) {
    }
}

/* Reads four hex digits; -1 when they are not. */
static int read_hex(const char *text, const char *end)
{
    int value = 0, i;

    for (i = 0; i < 4; i++) {
        const char *digits = "0123456789abcdef0123456789ABCDEF";
        const char *digit = text + i < end && text[i] ? strchr(digits, text[i]) : NULL;

        if (!digit) {
            return -1;
        }
        value = value * 16 + (int)(digit - digits) % 16;
    }
    return value;
}

/* A JSON string. */
struct string {
    /* With its quotes. */
    size_t length;
    /* Escapes resolved; those above ASCII are a question mark, which no name and no number has. */
    struct fuzz_text plain;
    bool is_escaped;
};

/* Reads one escape. Returns its length, or 0. */
static size_t read_escape(const char *text, const char *end, struct fuzz_text *plain)
{
    static const char escapes[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *escape;
    int code;
    char byte;

    if (end - text < 2 || !text[1]) {
        return 0;
    }
    if (text[1] == 'u') {
        code = read_hex(text + 2, end);
        byte = (char)(code < 0x80 ? code : '?');
        fuzz_text_append(plain, &byte, 1);
        return code < 0 ? 0 : 6;
    }
    escape = strchr(escapes, text[1]);
    if (!escape) {
        return 0;
    }
    fuzz_text_append(plain, meanings + (escape - escapes), 1);
    return 2;
}

/* Reads the string at @p text; its plain text is to be freed after success and failure alike. */
static bool read_string(const char *text, const char *end, struct string *string)
{
    const char *cursor = text + 1;

    string->plain = fuzz_text_copy("", 0);
    string->is_escaped = false;
    if (text == end || *text != '"') {
        return false;
    }
    while (cursor < end && *cursor != '"') {
        size_t length = 1;

        if ((unsigned char)*cursor < 0x20) {
            return false;
        }
        if (*cursor == '\\') {
            length = read_escape(cursor, end, &string->plain);
            string->is_escaped = true;
        } else {
            fuzz_text_append(&string->plain, cursor, 1);
        }
        if (length == 0) {
            return false;
        }
        cursor += length;
    }
    string->length = (size_t)(cursor - text) + 1;
    return cursor < end;
}

/* Writes an amount out; false when it stays as it was sent. */
static bool write_out(struct reader *reader, const struct reference_number *number, struct fuzz_text *plain)
{
    if (!reference_decimal_write_out(number, PLAIN_DIGITS, plain)) {
        return false;
    }
    if (plain->length > number->length) {
        size_t growth = plain->length - number->length;

        if (growth > reader->growth_left) {
            return false;
        }
        reader->growth_left -= growth;
    }
    return true;
}

static bool rewrite_number(struct reader *reader, bool is_money)
{
    struct reference_number number;
    struct fuzz_text plain = {NULL, 0, 0};
    bool is_negative_zero;

    if (!reference_decimal_read(reader->cursor, (size_t)(reader->end - reader->cursor), &number)) {
        return false;
    }
    is_negative_zero = number.is_negative && number.whole[0] == '0';
    if (is_money || number.has_fraction || number.has_exponent || is_negative_zero) {
        fuzz_text_append(reader->out, "\"", 1);
        if (is_money && number.has_exponent && write_out(reader, &number, &plain)) {
            fuzz_text_append(reader->out, plain.bytes, plain.length);
            reader->cursor += number.length;
        } else {
            copy(reader, number.length);
        }
        fuzz_text_append(reader->out, "\"", 1);
        fuzz_text_free(&plain);
    } else {
        copy(reader, number.length);
    }
    return true;
}

static bool rewrite_string(struct reader *reader, bool is_money)
{
    struct reference_number number;
    struct fuzz_text plain = {NULL, 0, 0};
    struct string string;
    bool is_read = read_string(reader->cursor, reader->end, &string);

    if (is_read && is_money && !(string.is_escaped && string.plain.length > UNESCAPED_MAX) &&
        reference_decimal_read(string.plain.bytes, string.plain.length, &number) &&
        number.length == string.plain.length && number.has_exponent && write_out(reader, &number, &plain)) {
        fuzz_text_append(reader->out, "\"", 1);
        fuzz_text_append(reader->out, plain.bytes, plain.length);
        fuzz_text_append(reader->out, "\"", 1);
        reader->cursor += string.length;
    } else if (is_read) {
        copy(reader, string.length);
    }
    fuzz_text_free(&plain);
    fuzz_text_free(&string.plain);
    return is_read;
}

static bool rewrite_word(struct reader *reader)
{
    static const char *const words[] = {"null", "true", "false"};
    size_t i;

    /* ext/json takes them in any case. */
    for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        size_t length = strlen(words[i]);

        if ((size_t)(reader->end - reader->cursor) >= length &&
            strncasecmp(reader->cursor, words[i], length) == 0) {
            copy(reader, length);
            return true;
        }
    }
    return false;
}

static bool rewrite_value(struct reader *reader, bool is_money);

/* Copies the key and its colon. */
static bool rewrite_key(struct reader *reader, bool *is_money)
{
    struct string key;
    bool is_read = read_string(reader->cursor, reader->end, &key);
    const char *const *field;

    *is_money = false;
    for (field = reader->money_fields; is_read && field && *field; field++) {
        *is_money = *is_money || fuzz_text_equals(&key.plain, *field, strlen(*field));
    }
    if (is_read) {
        copy(reader, key.length);
    }
    fuzz_text_free(&key.plain);
    copy_blanks(reader);
    return is_read && copy_char(reader, ':');
}

static bool rewrite_members(struct reader *reader, char close, bool is_money)
{
    if (++reader->depth > DEEPEST) {
        return false;
    }
    copy(reader, 1);
    copy_blanks(reader);
    if (!copy_char(reader, close)) {
        do {
            copy_blanks(reader);
            if ((close == '}' && !rewrite_key(reader, &is_money)) || !rewrite_value(reader, is_money)) {
                return false;
            }
        } while (copy_char(reader, ','));
        if (!copy_char(reader, close)) {
            return false;
        }
    }
    reader->depth--;
    return true;
}

static bool rewrite_value(struct reader *reader, bool is_money)
{
    bool is_value;

    copy_blanks(reader);
    switch (peek(reader)) {
    case '{':
        is_value = rewrite_members(reader, '}', false);
        break;
    case '[':
        is_value = rewrite_members(reader, ']', is_money);
        break;
    case '"':
        is_value = rewrite_string(reader, is_money);
        break;
    default:
        is_value = rewrite_word(reader) || rewrite_number(reader, is_money);
    }
    copy_blanks(reader);
    return is_value;
}

bool reference_json_rewrite(const struct fuzz_text *json, const char *const *money_fields,
                            struct fuzz_text *rewritten)
{
    struct reader reader = {.cursor = json->bytes,
                            .end = json->bytes + json->length,
                            .money_fields = money_fields,
                            .growth_left = GROWTH_MAX,
                            .out = rewritten};

    *rewritten = fuzz_text_copy("", 0);
    return rewrite_value(&reader, false) && reader.cursor == reader.end;
}

/* ---- texts that are not JSON ---- */

/* Two texts that are read side by side. */
struct pair {
    const char *json;
    const char *json_end;
    const char *out;
    const char *out_end;
};

static bool begins_with(const char *text, const char *end, const char *bytes, size_t length)
{
    return (size_t)(end - text) >= length && (length == 0 || memcmp(text, bytes, length) == 0);
}

/* Whether the new text continues with a number in quotes. */
static bool skip_quoted(struct pair *pair, const char *number, size_t length)
{
    if (!begins_with(pair->out + 1, pair->out_end, number, length) ||
        pair->out + 1 + length == pair->out_end || pair->out[1 + length] != '"') {
        return false;
    }
    pair->out += length + 2;
    return true;
}

/* Quotes were put around a number. */
static bool skip_number(struct pair *pair)
{
    struct reference_number number;
    struct fuzz_text plain = {NULL, 0, 0};
    bool is_explained;

    if (!reference_decimal_read(pair->json, (size_t)(pair->json_end - pair->json), &number)) {
        return false;
    }
    is_explained = skip_quoted(pair, pair->json, number.length) ||
                   (number.has_exponent && reference_decimal_write_out(&number, PLAIN_DIGITS, &plain) &&
                    skip_quoted(pair, plain.bytes, plain.length));
    pair->json += number.length;
    fuzz_text_free(&plain);
    return is_explained;
}

/* The length of the string at @p text up to the quote that closes it, whatever is in it; 0 without one. */
static size_t length_to_quote(const char *text, const char *end)
{
    const char *cursor = text + 1;

    while (cursor < end && *cursor != '"') {
        cursor += *cursor == '\\' ? 2 : 1;
    }
    return cursor < end ? (size_t)(cursor - text) + 1 : 0;
}

/* A string was written out. */
static bool skip_amount(struct pair *pair)
{
    struct reference_number number;
    struct fuzz_text plain = {NULL, 0, 0};
    struct string string;
    bool is_explained = read_string(pair->json, pair->json_end, &string) &&
                        reference_decimal_read(string.plain.bytes, string.plain.length, &number) &&
                        number.length == string.plain.length && number.has_exponent &&
                        reference_decimal_write_out(&number, PLAIN_DIGITS, &plain) &&
                        skip_quoted(pair, plain.bytes, plain.length);

    fuzz_text_free(&plain);
    fuzz_text_free(&string.plain);
    return is_explained;
}

/* Both texts stand on a quote. The strings are the same, or one is the other written out. */
static bool skip_string(struct pair *pair)
{
    size_t length = length_to_quote(pair->json, pair->json_end);
    bool is_explained = true;

    if (length == 0) {
        /* The rest is one string. */
        length = (size_t)(pair->json_end - pair->json);
    }
    if (begins_with(pair->out, pair->out_end, pair->json, length)) {
        pair->out += length;
    } else {
        is_explained = skip_amount(pair);
    }
    pair->json += length;
    return is_explained;
}

bool reference_json_explains(const struct fuzz_text *json, const struct fuzz_text *rewritten)
{
    struct pair pair = {json->bytes, json->bytes + json->length, rewritten->bytes,
                        rewritten->bytes + rewritten->length};

    while (pair.json < pair.json_end && pair.out < pair.out_end) {
        bool is_explained = true;

        if (*pair.json == '"' && *pair.out == '"') {
            is_explained = skip_string(&pair);
        } else if (*pair.json == *pair.out) {
            pair.json++;
            pair.out++;
        } else {
            is_explained = *pair.out == '"' && skip_number(&pair);
        }
        if (!is_explained) {
            return false;
        }
    }
    return pair.json == pair.json_end && pair.out == pair.out_end;
}
