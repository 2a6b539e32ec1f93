#include "json_numbers.h"

#include <string.h>

#include <openssl/crypto.h>

#include "character.h"
#include "decimal.h"

/* The longest text that is unescaped. A longer one is no money field's name, and no amount that is written
 * out. */
#define UNESCAPED_MAX 128

enum level_kind { LEVEL_ARRAY, LEVEL_OBJECT };

/* One open bracket. */
struct level {
    enum level_kind kind;
    /* In an object: the next string or token is a key. */
    bool expects_key;
    /* In a list: every element is money. In an object: the last key is a money field, once it was looked
     * up. */
    bool money;
    /* In an object: the last key without its quotes, until it is looked up, then NULL. A key is looked up at
     * most once, and only when a number follows, or what may be one. */
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
    /* By how many bytes the amounts may still grow. */
    size_t growth;
    int depth;
    /* levels[0] stands for the text itself. */
    struct level levels[AURPAY_JSON_MAX_DEPTH + 1];
};

/* The ASCII character of the escape `\uXXXX` at `escape`; 0 for any other character or a broken escape. */
static unsigned char ascii_of_unicode_escape(const char *escape, const char *end)
{
    int value = 0, i;

    if (end - escape < 6) {
        return 0;
    }
    for (i = 2; i < 6; i++) {
        int digit = aurpay_character_hex_value(escape[i]);

        if (digit < 0) {
            return 0;
        }
        value = value * 16 + digit;
    }
    return value < 0x80 ? (unsigned char)value : 0;
}

/* Resolves escapes of ASCII characters. False when there are other escapes, or when the text is too long. */
static bool unescape(const char *text, size_t length, char plain[UNESCAPED_MAX], size_t *plain_length)
{
    const char *end = text + length;

    *plain_length = 0;
    while (text < end) {
        unsigned char byte = (unsigned char)*text;

        if (*plain_length == UNESCAPED_MAX) {
            return false;
        }
        if (byte == '\\') {
            byte = ascii_of_unicode_escape(text, end);
            if (!byte || text[1] != 'u') {
                return false;
            }
            text += 5;
        }
        plain[(*plain_length)++] = (char)byte;
        text++;
    }
    return true;
}

static bool is_one_of(const char *const *field, const char *key, size_t length)
{
    for (; *field; field++) {
        /* A key may contain a NUL, so the lengths are compared. */
        if (strlen(*field) == length && memcmp(*field, key, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_money_field(const char *const *fields, const char *key, size_t length)
{
    char plain[UNESCAPED_MAX];
    bool is_money;

    if (!fields || !memchr(key, '\\', length)) {
        return fields && is_one_of(fields, key, length);
    }
    is_money = unescape(key, length, plain, &length) && is_one_of(fields, plain, length);
    /* A server may repeat a secret in any place. */
    OPENSSL_cleanse(plain, sizeof(plain));
    return is_money;
}

/* Whether the value that comes next is money. */
static bool expects_money(struct scanner *scanner)
{
    struct level *level = &scanner->levels[scanner->depth];

    if (level->key) {
        level->money = is_money_field(scanner->money_fields, level->key, level->key_length);
        level->key = NULL;
    }
    return level->money;
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
        level->money = false;
        level->key = NULL;
    }
}

static const char *skip_digits(const char *cursor, const char *end)
{
    return aurpay_character_span(cursor, end, AURPAY_CHARACTER_DIGIT);
}

/* A JSON number in a text. */
struct number {
    const char *start;
    const char *end;
    /* PHP decodes it to an int, or to a string if it is too large. */
    bool is_exact_as_int;
    bool has_exponent;
};

/* Reads the JSON number at `start`; false when there is none. */
static bool find_number(const char *start, const char *end, struct number *number)
{
    bool negative = *start == '-';
    const char *digits = negative ? start + 1 : start;
    const char *after = skip_digits(digits, end);

    if (after == digits || (*digits == '0' && after - digits > 1)) {
        return false;
    }
    number->start = start;
    /* PHP would lose the sign. */
    number->is_exact_as_int = !(negative && *digits == '0');
    number->has_exponent = false;
    if (after < end && *after == '.') {
        const char *fraction = after + 1;

        number->is_exact_as_int = false;
        after = skip_digits(fraction, end);
        if (after == fraction) {
            return false;
        }
    }
    if (after < end && (*after == 'e' || *after == 'E')) {
        const char *exponent = after + 1;

        number->is_exact_as_int = false;
        number->has_exponent = true;
        if (exponent < end && (*exponent == '+' || *exponent == '-')) {
            exponent++;
        }
        after = skip_digits(exponent, end);
        if (after == exponent) {
            return false;
        }
    }
    number->end = after;
    return true;
}

static bool ends_a_value(const char *cursor, const char *end)
{
    return cursor == end || *cursor == ',' || *cursor == ']' || *cursor == '}' || *cursor == ' ' ||
           *cursor == '\t' || *cursor == '\n' || *cursor == '\r';
}

/* Reserves room for the whole text and some quotes at once: a buffer that grows is copied and wiped each
 * time. */
static enum aurpay_code make_room(const struct scanner *scanner)
{
    size_t length = (size_t)(scanner->end - scanner->pending);

    return scanner->out->capacity ? AURPAY_OK : aurpay_buffer_reserve(scanner->out, length + length / 8);
}

/* A piece of the old text, and what replaces it. */
struct replacement {
    const char *start;
    const char *end;
    const char *token;
    size_t length;
    bool is_quoted;
};

static enum aurpay_code replace(struct scanner *scanner, const struct replacement *replacement)
{
    struct aurpay_buffer *out = scanner->out;
    enum aurpay_code code = make_room(scanner);

    if (!code) {
        code = aurpay_buffer_append(out, scanner->pending, (size_t)(replacement->start - scanner->pending));
    }
    if (!code && replacement->is_quoted) {
        code = aurpay_buffer_append(out, "\"", 1);
    }
    if (!code) {
        code = aurpay_buffer_append(out, replacement->token, replacement->length);
    }
    if (!code && replacement->is_quoted) {
        code = aurpay_buffer_append(out, "\"", 1);
    }
    scanner->pending = replacement->end;
    return code;
}

/* Writes out an amount that has an exponent. Returns its length, or 0 if it stays as it was sent. */
static size_t write_amount_out(struct scanner *scanner, const struct number *number,
                               char plain[AURPAY_DECIMAL_PLAIN_SIZE])
{
    size_t sent = (size_t)(number->end - number->start);
    size_t length = aurpay_decimal_write_out(number->start, sent, plain);

    if (length > sent) {
        if (length - sent > scanner->growth) {
            return 0;
        }
        scanner->growth -= length - sent;
    }
    return length;
}

static enum aurpay_code quote_number(struct scanner *scanner, const struct number *number)
{
    char plain[AURPAY_DECIMAL_PLAIN_SIZE];
    struct replacement quoted = {.start = number->start,
                                 .end = number->end,
                                 .token = number->start,
                                 .length = (size_t)(number->end - number->start),
                                 .is_quoted = true};

    if (number->has_exponent && expects_money(scanner)) {
        size_t length = write_amount_out(scanner, number, plain);

        if (length) {
            quoted.token = plain;
            quoted.length = length;
        }
    }
    return replace(scanner, &quoted);
}

static enum aurpay_code read_number(struct scanner *scanner)
{
    const struct level *level = &scanner->levels[scanner->depth];
    enum aurpay_code code = AURPAY_OK;
    struct number number;

    if (!find_number(scanner->cursor, scanner->end, &number) || !ends_a_value(number.end, scanner->end)) {
        /* Not a number: step over what looked like one; the parser will refuse it. */
        scanner->cursor = scanner->cursor + 1;
        scanner->cursor = skip_digits(scanner->cursor, scanner->end);
        return AURPAY_OK;
    }
    if (!level->expects_key && (!number.is_exact_as_int || expects_money(scanner))) {
        code = quote_number(scanner, &number);
    }
    scanner->cursor = number.end;
    return code;
}

/* Whether the string at @p cursor may be a number with an exponent. For most strings the first byte decides.
 * The closing quote ends the digits. */
static bool may_have_exponent(const char *cursor)
{
    if (*cursor == '\\') {
        return true;
    }
    if (*cursor != '-' && !aurpay_character_is(*cursor, AURPAY_CHARACTER_DIGIT)) {
        return false;
    }
    while (aurpay_character_is(*++cursor, AURPAY_CHARACTER_DIGIT)) {
    }
    if (*cursor == '.') {
        while (aurpay_character_is(*++cursor, AURPAY_CHARACTER_DIGIT)) {
        }
    }
    return *cursor == 'e' || *cursor == 'E' || *cursor == '\\';
}

/* Replaces the string from @p start to @p end by the amount in @p text, written out, if that is a number with
 * an exponent. */
static enum aurpay_code replace_amount(struct scanner *scanner, const char *start, const char *end,
                                       const char *text, size_t length)
{
    char plain[AURPAY_DECIMAL_PLAIN_SIZE];
    struct replacement amount = {.start = start, .end = end, .token = plain};
    struct number number;

    if (!find_number(text, text + length, &number) || number.end != text + length || !number.has_exponent) {
        return AURPAY_OK;
    }
    amount.length = write_amount_out(scanner, &number, plain);
    return amount.length ? replace(scanner, &amount) : AURPAY_OK;
}

/* Writes out an amount that was sent as text with an exponent. Some encoders escape its plus sign. */
static enum aurpay_code read_amount_text(struct scanner *scanner, const char *start, const char *end)
{
    char unescaped[UNESCAPED_MAX];
    size_t length = (size_t)(end - start);
    enum aurpay_code code = AURPAY_OK;

    if (!expects_money(scanner)) {
        return AURPAY_OK;
    }
    if (!memchr(start, '\\', length)) {
        return replace_amount(scanner, start, end, start, length);
    }
    if (unescape(start, length, unescaped, &length)) {
        code = replace_amount(scanner, start, end, unescaped, length);
    }
    /* A server may send a secret in an amount's place. */
    OPENSSL_cleanse(unescaped, sizeof(unescaped));
    return code;
}

/* Skips the string at the cursor, and the strings that follow it with only a separator between: most of an
 * answer. */
static enum aurpay_code read_strings(struct scanner *scanner)
{
    struct level *level = &scanner->levels[scanner->depth];
    const char *cursor = scanner->cursor;

    for (;;) {
        const char *start = cursor + 1;
        const char *close = closing_quote(start, scanner->end);

        if (!close) {
            scanner->cursor = scanner->end;
            return AURPAY_OK;
        }
        if (level->expects_key) {
            level->key = start;
            level->key_length = (size_t)(close - start);
        } else if (may_have_exponent(start)) {
            enum aurpay_code code = read_amount_text(scanner, start, close);

            if (code) {
                return code;
            }
        }
        cursor = close + 1;
        if (scanner->end - cursor < 2 || cursor[1] != '"' || (*cursor != ':' && *cursor != ',')) {
            scanner->cursor = cursor;
            return AURPAY_OK;
        }
        read_separator(level, *cursor++);
    }
}

/* False when the nesting is deeper than the parser accepts: the text is then left as it is. */
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
            code = read_strings(scanner);
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
    struct scanner scanner = {.cursor = json,
                              .end = json + length,
                              .money_fields = money_fields,
                              .out = quoted,
                              .pending = json,
                              .growth = AURPAY_JSON_GROWTH_MAX};
    enum aurpay_code code;

    code = scan(&scanner);
    if (!code && scanner.pending != json) {
        code = aurpay_buffer_append(quoted, scanner.pending, (size_t)(scanner.end - scanner.pending));
    }
    return code;
}
