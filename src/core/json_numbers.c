#include "json_numbers.h"

#include <string.h>

#include "character.h"

/* No money field has a longer name; a longer key is none. */
#define KEY_MAX 64

enum level_kind { LEVEL_ARRAY, LEVEL_OBJECT };

/* One open bracket. */
struct level {
    enum level_kind kind;
    /* In an object: the next string or token is a key. */
    bool expects_key;
    /* In a list: every element is money. */
    bool money;
    /* In an object: the last key, without its quotes, or NULL. It is looked up only when a number follows. */
    const char *key;
    size_t key_length;
};

struct scanner {
    const char *cursor;
    const char *end;
    const char *const *money_fields;
    struct aurpay_buffer *out;
    /* Start of what was read but not yet copied to `out`. */
    const char *pending;
    int depth;
    /* levels[0] stands for the text itself. */
    struct level levels[AURPAY_JSON_MAX_DEPTH + 1];
};

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    if (digit >= 'A' && digit <= 'F') {
        return digit - 'A' + 10;
    }
    return -1;
}

/* The ASCII character of the escape `\uXXXX` at `escape`; 0 for any other character or a broken escape. */
static unsigned char ascii_of_unicode_escape(const char *escape, const char *end)
{
    int value = 0, i;

    if (end - escape < 6) {
        return 0;
    }
    for (i = 2; i < 6; i++) {
        int digit = hex_value(escape[i]);

        if (digit < 0) {
            return 0;
        }
        value = value * 16 + digit;
    }
    return value < 0x80 ? (unsigned char)value : 0;
}

/* Resolves the escapes a money field's name could be hidden behind. False when the key cannot be one. */
static bool unescape_key(const char *key, size_t length, unsigned char plain[KEY_MAX], size_t *plain_length)
{
    const char *end = key + length;

    *plain_length = 0;
    while (key < end) {
        unsigned char byte = (unsigned char)*key;

        if (*plain_length == KEY_MAX) {
            return false;
        }
        if (byte == '\\') {
            byte = ascii_of_unicode_escape(key, end);
            if (!byte || key[1] != 'u') {
                return false;
            }
            key += 5;
        }
        plain[(*plain_length)++] = byte;
        key++;
    }
    return true;
}

static bool is_money_field(const char *const *field, const char *key, size_t length)
{
    unsigned char plain[KEY_MAX];

    if (!field || !key) {
        return false;
    }
    if (memchr(key, '\\', length)) {
        if (!unescape_key(key, length, plain, &length)) {
            return false;
        }
        key = (const char *)plain;
    }
    for (; *field; field++) {
        /* The key's bytes are the server's: a NUL among them is no end. */
        if (strlen(*field) == length && memcmp(*field, key, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the value that comes next is money. */
static bool expects_money(const struct scanner *scanner)
{
    const struct level *level = &scanner->levels[scanner->depth];

    return level->kind == LEVEL_OBJECT ? is_money_field(scanner->money_fields, level->key, level->key_length)
                                       : level->money;
}

/* The quote that closes the string which begins at @p start, or NULL. */
static const char *closing_quote(const char *start, const char *end)
{
    const char *close = start;

    for (;;) {
        const char *backslash;

        close = memchr(close, '"', (size_t)(end - close));
        /* It closes the string unless an odd number of backslashes stands before it. */
        if (!close || close == start || close[-1] != '\\') {
            return close;
        }
        for (backslash = close; backslash > start && backslash[-1] == '\\'; backslash--) {
        }
        if ((close - backslash) % 2 == 0) {
            return close;
        }
        close++;
    }
}

static void read_separator(struct level *level, char byte)
{
    if (byte == ':') {
        level->expects_key = false;
    } else if (level->kind == LEVEL_OBJECT) {
        level->expects_key = true;
        level->key = NULL;
    }
}

/* Moves past a string, on whose opening quote the cursor stands, and past those that follow it with nothing but a
 * separator between: most of an answer. */
static void skip_strings(struct scanner *scanner)
{
    struct level *level = &scanner->levels[scanner->depth];
    const char *cursor = scanner->cursor;

    for (;;) {
        const char *start = cursor + 1;
        const char *close = closing_quote(start, scanner->end);

        if (!close) {
            scanner->cursor = scanner->end;
            return;
        }
        if (level->expects_key) {
            level->key = start;
            level->key_length = (size_t)(close - start);
        }
        cursor = close + 1;
        if (scanner->end - cursor < 2 || cursor[1] != '"' || (*cursor != ':' && *cursor != ',')) {
            scanner->cursor = cursor;
            return;
        }
        read_separator(level, *cursor++);
    }
}

static const char *skip_digits(const char *cursor, const char *end)
{
    return aurpay_character_span(cursor, end, AURPAY_CHARACTER_DIGIT);
}

/* The end of the JSON number at `cursor`, or NULL when there is no valid one. `exact_as_int` tells whether PHP
 * makes an int (or, too large for one, a string) of it. */
static const char *number_end(const char *cursor, const char *end, bool *exact_as_int)
{
    bool negative = *cursor == '-';
    const char *digits = negative ? cursor + 1 : cursor;
    const char *after = skip_digits(digits, end);

    if (after == digits || (*digits == '0' && after - digits > 1)) {
        return NULL;
    }
    /* PHP would lose the sign. */
    *exact_as_int = !(negative && *digits == '0');
    if (after < end && *after == '.') {
        const char *fraction = after + 1;

        *exact_as_int = false;
        after = skip_digits(fraction, end);
        if (after == fraction) {
            return NULL;
        }
    }
    if (after < end && (*after == 'e' || *after == 'E')) {
        const char *exponent = after + 1;

        *exact_as_int = false;
        if (exponent < end && (*exponent == '+' || *exponent == '-')) {
            exponent++;
        }
        after = skip_digits(exponent, end);
        if (after == exponent) {
            return NULL;
        }
    }
    return after;
}

static bool ends_a_value(const char *cursor, const char *end)
{
    return cursor == end || *cursor == ',' || *cursor == ']' || *cursor == '}' || *cursor == ' ' ||
           *cursor == '\t' || *cursor == '\n' || *cursor == '\r';
}

/* Room for all of the text and some quotes, once, before the first token: a buffer that grows is copied and wiped each
 * time. */
static enum aurpay_code make_room(const struct scanner *scanner)
{
    size_t length = (size_t)(scanner->end - scanner->pending);

    return scanner->out->capacity ? AURPAY_OK : aurpay_buffer_reserve(scanner->out, length + length / 8);
}

static enum aurpay_code quote_token(struct scanner *scanner, const char *token_end)
{
    enum aurpay_code code = make_room(scanner);

    if (!code) {
        code = aurpay_buffer_append(scanner->out, scanner->pending,
                                    (size_t)(scanner->cursor - scanner->pending));
    }
    if (!code) {
        code = aurpay_buffer_append(scanner->out, "\"", 1);
    }
    if (!code) {
        code = aurpay_buffer_append(scanner->out, scanner->cursor, (size_t)(token_end - scanner->cursor));
    }
    if (!code) {
        code = aurpay_buffer_append(scanner->out, "\"", 1);
    }
    scanner->pending = token_end;
    return code;
}

static enum aurpay_code read_number(struct scanner *scanner)
{
    const struct level *level = &scanner->levels[scanner->depth];
    bool exact_as_int = true;
    const char *token_end = number_end(scanner->cursor, scanner->end, &exact_as_int);
    enum aurpay_code code = AURPAY_OK;

    if (!token_end || !ends_a_value(token_end, scanner->end)) {
        /* Not a number: step over what looked like one; the parser will refuse it. */
        scanner->cursor = scanner->cursor + 1;
        scanner->cursor = skip_digits(scanner->cursor, scanner->end);
        return AURPAY_OK;
    }
    if (!level->expects_key && (!exact_as_int || expects_money(scanner))) {
        code = quote_token(scanner, token_end);
    }
    scanner->cursor = token_end;
    return code;
}

/* False when the text is nested deeper than the parser will accept: it is left to it as it is. */
static bool open_level(struct scanner *scanner, enum level_kind kind)
{
    /* A list under a money field is a list of money; an object has its own keys. */
    bool money = kind == LEVEL_ARRAY && expects_money(scanner);
    struct level *level;

    if (scanner->depth == AURPAY_JSON_MAX_DEPTH) {
        return false;
    }
    level = &scanner->levels[++scanner->depth];
    level->kind = kind;
    level->expects_key = kind == LEVEL_OBJECT;
    level->money = money;
    level->key = NULL;
    return true;
}

/* Structural characters. False when there is no sense in reading on. */
static bool read_structure(struct scanner *scanner, char byte)
{
    switch (byte) {
    case '{':
        return open_level(scanner, LEVEL_OBJECT);
    case '[':
        return open_level(scanner, LEVEL_ARRAY);
    case '}':
    case ']':
        if (scanner->depth == 0) {
            return false;
        }
        scanner->depth--;
        return true;
    case ',':
    case ':':
        read_separator(&scanner->levels[scanner->depth], byte);
        return true;
    default:
        return true;
    }
}

static enum aurpay_code scan(struct scanner *scanner)
{
    while (scanner->cursor < scanner->end) {
        char byte = *scanner->cursor;
        enum aurpay_code code = AURPAY_OK;

        if (byte == '"') {
            skip_strings(scanner);
        } else if (byte == '-' || aurpay_character_is(byte, AURPAY_CHARACTER_DIGIT)) {
            code = read_number(scanner);
        } else if (!read_structure(scanner, byte)) {
            return AURPAY_OK;
        } else {
            scanner->cursor++;
        }
        if (code) {
            return code;
        }
    }
    return AURPAY_OK;
}

enum aurpay_code aurpay_json_numbers_quote(const char *json, size_t length, const char *const *money_fields,
                                           struct aurpay_buffer *quoted)
{
    struct scanner scanner = {
        .cursor = json, .end = json + length, .money_fields = money_fields, .out = quoted, .pending = json};
    enum aurpay_code code;

    code = scan(&scanner);
    if (!code && scanner.pending != json) {
        code = aurpay_buffer_append(quoted, scanner.pending, (size_t)(scanner.end - scanner.pending));
    }
    return code;
}
