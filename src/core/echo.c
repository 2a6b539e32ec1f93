#include "echo.h"

#include <string.h>

#include "character.h"

/* So many bytes of a secret in a row are no coincidence. */
#define BEGINNING 16

/* Hex and base64 of a shorter secret could be a part of anything. */
#define SHORTEST_ENCODED 6

/* How often a text may be escaped, and how many control characters may stand in a row: they bound the
 * work. */
#define LEVELS 4
#define BACKSLASHES 8
#define CONTROLS 8

/* The bytes of a character in UTF-8. */
#define CHARACTER_BYTES 4

/* ---- digits ---- */

/* The value of `count` hex digits at an offset; -1 when there are none. */
static long read_hex(struct aurpay_text text, size_t at, size_t count)
{
    long value = 0;
    size_t i;

    if (at > text.length || text.length - at < count) {
        return -1;
    }
    for (i = 0; i < count; i++) {
        int digit = aurpay_character_hex_value(text.bytes[at + i]);

        if (digit < 0) {
            return -1;
        }
        value = value * 16 + digit;
    }
    return value;
}

static bool begins_with(struct aurpay_text text, size_t at, const char *part)
{
    size_t length = strlen(part);

    return at <= text.length && text.length - at >= length && memcmp(text.bytes + at, part, length) == 0;
}

static bool is_control(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7f;
}

/* ---- escaped characters ---- */

/* Offsets in the text that so many bytes of the secret lead to. An escape can be read in several ways: "%25"
 * is a percent sign, or three characters. */
struct offsets {
    size_t count;
    size_t at[BACKSLASHES];
};

struct comparison {
    struct aurpay_text text;
    struct aurpay_text secret;
    /* By the number of the secret's bytes that are found, the last of them overwriting the oldest. */
    struct offsets found[CHARACTER_BYTES + 1];
    /* The most bytes that were found, and where they end. */
    size_t bytes;
    size_t end;
};

static void add(struct comparison *comparison, size_t bytes, size_t end)
{
    struct offsets *offsets = &comparison->found[bytes % (CHARACTER_BYTES + 1)];
    size_t i;

    for (i = 0; i < offsets->count; i++) {
        if (offsets->at[i] == end) {
            return;
        }
    }
    if (offsets->count < BACKSLASHES) {
        offsets->at[offsets->count++] = end;
    }
    if (bytes > comparison->bytes || (bytes == comparison->bytes && end > comparison->end)) {
        comparison->bytes = bytes;
        comparison->end = end;
    }
}

/* The bytes of a character in UTF-8; 0 for what is no character. */
static size_t write_character(long character, char bytes[CHARACTER_BYTES])
{
    size_t length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xc0, 0xe0, 0xf0};
    size_t i;

    if (character < 0 || character > 0x10ffff) {
        return 0;
    }
    for (i = length; i-- > 1; character >>= 6) {
        bytes[i] = (char)(0x80 | (character & 0x3f));
    }
    bytes[0] = (char)(first[length == 1 ? 0 : length] | character);
    return length;
}

/* A character that was escaped by its number and ends at an offset. */
static void add_character(struct comparison *comparison, size_t found, long character, size_t end)
{
    char bytes[CHARACTER_BYTES];
    size_t length = write_character(character, bytes);

    if (length && length <= comparison->secret.length - found &&
        memcmp(comparison->secret.bytes + found, bytes, length) == 0) {
        add(comparison, found + length, end);
    }
}

/* "%41", and "%2541" where the percent sign was escaped too. */
static void read_percent(struct comparison *comparison, size_t found, size_t at)
{
    unsigned char wanted = (unsigned char)comparison->secret.bytes[found];
    int level;

    at++;
    for (level = 0; level < LEVELS; level++, at += 2) {
        if (read_hex(comparison->text, at, 2) == wanted) {
            add(comparison, found + 1, at + 2);
        }
        if (!begins_with(comparison->text, at, "25")) {
            return;
        }
    }
}

static size_t count_backslashes(struct aurpay_text text, size_t at)
{
    size_t count = 0;

    while (count < BACKSLASHES && at + count < text.length && text.bytes[at + count] == '\\') {
        count++;
    }
    return count;
}

/* "\u0041"; two of them for a character beyond U+FFFF. `at` is where the digits are. */
static void read_unicode(struct comparison *comparison, size_t found, size_t at)
{
    long unit = read_hex(comparison->text, at, 4), low;
    size_t next = at + 4;

    if (unit >= 0xd800 && unit < 0xdc00) {
        next += count_backslashes(comparison->text, next);
        low = begins_with(comparison->text, next, "u") ? read_hex(comparison->text, next + 1, 4) : -1;
        next += 5;
        if (low < 0xdc00 || low > 0xdfff) {
            return;
        }
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    add_character(comparison, found, unit, next);
}

/* "\"", "\/", "\n", "\u0041", "\x41", with more backslashes where they were escaped too. */
static void read_backslash(struct comparison *comparison, size_t found, size_t at)
{
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    size_t count = count_backslashes(comparison->text, at), i;
    char wanted = comparison->secret.bytes[found], given;
    const char *letter;

    for (i = 1; wanted == '\\' && i <= count; i++) {
        add(comparison, found + 1, at + i);
    }
    at += count;
    if (at >= comparison->text.length) {
        return;
    }
    given = comparison->text.bytes[at];
    letter = given ? strchr(letters, given) : NULL;
    if (given == wanted || (letter && controls[letter - letters] == wanted)) {
        add(comparison, found + 1, at + 1);
    }
    if (given == 'u') {
        read_unicode(comparison, found, at + 1);
    } else if (given == 'x' && read_hex(comparison->text, at + 1, 2) == (unsigned char)wanted) {
        add(comparison, found + 1, at + 3);
    }
}

/* "#65;" or "#x41;" */
static void read_numeric_entity(struct comparison *comparison, size_t found, size_t at)
{
    static const long largest = 0x10ffff;
    bool is_hex = begins_with(comparison->text, at, "#x") || begins_with(comparison->text, at, "#X");
    long character = 0;
    size_t digits = 0;

    for (at += is_hex ? 2 : 1; at < comparison->text.length && character <= largest; at++, digits++) {
        int digit = aurpay_character_hex_value(comparison->text.bytes[at]);

        if (digit < 0 || (!is_hex && digit > 9)) {
            break;
        }
        character = character * (is_hex ? 16 : 10) + digit;
    }
    if (digits && begins_with(comparison->text, at, ";")) {
        add_character(comparison, found, character, at + 1);
    }
}

/* "&lt;", and "&amp;lt;" where the ampersand was escaped too. */
static void read_entity(struct comparison *comparison, size_t found, size_t at)
{
    static const struct {
        const char *name;
        char character;
    } entities[] = {{"amp;", '&'}, {"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"apos;", '\''}};
    size_t i;
    int level;

    at++;
    for (level = 0; level < LEVELS; level++, at += strlen("amp;")) {
        for (i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
            if (comparison->secret.bytes[found] == entities[i].character &&
                begins_with(comparison->text, at, entities[i].name)) {
                add(comparison, found + 1, at + strlen(entities[i].name));
            }
        }
        if (begins_with(comparison->text, at, "#")) {
            read_numeric_entity(comparison, found, at);
        }
        if (!begins_with(comparison->text, at, "amp;")) {
            return;
        }
    }
}

/* Looks for the secret's next byte at an offset. */
static void read_byte(struct comparison *comparison, size_t found, size_t at)
{
    char wanted = comparison->secret.bytes[found], given = comparison->text.bytes[at];

    if (given == wanted || (given == '+' && wanted == ' ')) {
        add(comparison, found + 1, at + 1);
    }
    switch (given) {
    case '%':
        read_percent(comparison, found, at);
        break;
    case '\\':
        read_backslash(comparison, found, at);
        break;
    case '&':
        read_entity(comparison, found, at);
        break;
    default:
        break;
    }
}

static void read_next(struct comparison *comparison, size_t found, size_t at)
{
    int controls;

    for (controls = 0; at < comparison->text.length; controls++, at++) {
        read_byte(comparison, found, at);
        if (found == 0 || controls == CONTROLS || !is_control(comparison->text.bytes[at])) {
            return;
        }
    }
}

/* A character is not cut in two. */
static size_t end_of_character(struct aurpay_text text, size_t end)
{
    size_t begin = end;

    while (begin && begin < text.length && ((unsigned char)text.bytes[begin] & 0xc0) == 0x80) {
        begin--;
    }
    /* No character begins there: it is no UTF-8. */
    return begin ? begin : end;
}

/* Rules out most places of a text at once. */
static bool may_begin(char given, char wanted)
{
    return given == wanted || given == '%' || given == '\\' || given == '&' ||
           (given == '+' && wanted == ' ');
}

static void begin(struct comparison *comparison, struct aurpay_text text, struct aurpay_text secret)
{
    size_t i;

    comparison->text = text;
    comparison->secret = secret;
    for (i = 0; i <= CHARACTER_BYTES; i++) {
        comparison->found[i].count = 0;
    }
    comparison->bytes = 0;
    comparison->end = 0;
    add(comparison, 0, 0);
}

static size_t escaped_length(struct aurpay_text text, struct aurpay_text secret)
{
    struct comparison comparison;
    size_t found, i;

    if (!may_begin(*text.bytes, *secret.bytes)) {
        return 0;
    }
    begin(&comparison, text, secret);
    for (found = 0; found < secret.length && found <= comparison.bytes; found++) {
        struct offsets offsets = comparison.found[found % (CHARACTER_BYTES + 1)];

        comparison.found[found % (CHARACTER_BYTES + 1)].count = 0;
        for (i = 0; i < offsets.count; i++) {
            read_next(&comparison, found, offsets.at[i]);
        }
    }
    if (comparison.bytes < secret.length) {
        return comparison.bytes >= BEGINNING ? end_of_character(text, comparison.end) : 0;
    }
    return comparison.end;
}

/* ---- hex and base64 ---- */

static bool is_enough(size_t bytes, size_t all)
{
    return bytes == all || bytes >= BEGINNING;
}

static size_t hex_length(struct aurpay_text text, struct aurpay_text secret)
{
    size_t i = 0;

    while (i < secret.length && read_hex(text, 2 * i, 2) == (unsigned char)secret.bytes[i]) {
        i++;
    }
    return is_enough(i, secret.length) ? 2 * i : 0;
}

/* In base64 and in base64url. */
static int base64_value(long byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return (int)byte - 'A';
    }
    if (byte >= 'a' && byte <= 'z') {
        return (int)byte - 'a' + 26;
    }
    if (byte >= '0' && byte <= '9') {
        return (int)byte - '0' + 52;
    }
    if (byte == '+' || byte == '-') {
        return 62;
    }
    return byte == '/' || byte == '_' ? 63 : -1;
}

/* The value of a base64 digit, which may be escaped in a URL or in JSON, or -1; moves to the next one. Line
 * breaks before it are skipped. */
static int read_base64(struct aurpay_text text, size_t *at)
{
    long byte;
    int controls;

    for (controls = 0; controls < CONTROLS && *at < text.length && is_control(text.bytes[*at]); controls++) {
        (*at)++;
    }
    *at += count_backslashes(text, *at);
    if (*at >= text.length) {
        return -1;
    }
    byte = text.bytes[*at] == '%' ? read_hex(text, *at + 1, 2) : text.bytes[*at];
    *at += text.bytes[*at] == '%' ? 3 : 1;
    return base64_value(byte);
}

/* Six bits of the secret. */
static int bits_at(struct aurpay_text secret, size_t bit)
{
    size_t byte = bit / 8, shift = bit % 8;
    unsigned first = (unsigned char)secret.bytes[byte];
    unsigned second = byte + 1 < secret.length ? (unsigned char)secret.bytes[byte + 1] : 0;

    return (int)((((first << 8) | second) >> (10 - shift)) & 0x3f);
}

/* How many bytes stood before the secret decides at which of its bits a digit begins. */
static size_t base64_length_from(struct aurpay_text text, struct aurpay_text secret, size_t first_bit)
{
    size_t bits = secret.length * 8, bit = first_bit, at = 0, end = 0;

    while (bit + 6 <= bits && read_base64(text, &at) == bits_at(secret, bit)) {
        end = at;
        bit += 6;
    }
    if (bit + 6 <= bits) {
        /* The digit that ends the beginning has bits of what stands behind, too. */
        return bit + 6 > BEGINNING * 8 ? end : 0;
    }
    /* The last digit has bits of what stands behind, too. */
    return bit < bits && read_base64(text, &at) >= 0 ? at : end;
}

static size_t longer(size_t one, size_t other)
{
    return one > other ? one : other;
}

static size_t encoded_length(struct aurpay_text text, struct aurpay_text secret)
{
    size_t length;

    if (secret.length < SHORTEST_ENCODED) {
        return 0;
    }
    length = longer(hex_length(text, secret), base64_length_from(text, secret, 0));
    length = longer(length, base64_length_from(text, secret, 4));
    return longer(length, base64_length_from(text, secret, 2));
}

size_t aurpay_echo_length(struct aurpay_text text, struct aurpay_text secret)
{
    if (secret.length == 0 || text.length == 0) {
        return 0;
    }
    return longer(escaped_length(text, secret), encoded_length(text, secret));
}

static void add_encoded_beginnings(struct aurpay_text secret, bool bytes[256])
{
    static const char hex[] = "0123456789abcdef", capital_hex[] = "0123456789ABCDEF";
    static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static const char base64url[] = "-_";
    int high = (unsigned char)*secret.bytes >> 4, bit;

    bytes[(unsigned char)hex[high]] = true;
    bytes[(unsigned char)capital_hex[high]] = true;
    for (bit = 0; bit <= 4; bit += 2) {
        int value = bits_at(secret, (size_t)bit);

        bytes[(unsigned char)base64[value]] = true;
        if (value >= 62) {
            bytes[(unsigned char)base64url[value - 62]] = true;
        }
    }
    /* Control characters are skipped before a digit of base64. */
    memset(bytes, true, 0x20);
    bytes[0x7f] = true;
}

void aurpay_echo_add_beginnings(struct aurpay_text secret, bool bytes[256])
{
    if (secret.length == 0) {
        return;
    }
    /* As in may_begin(). */
    bytes[(unsigned char)*secret.bytes] = true;
    bytes['%'] = bytes['\\'] = bytes['&'] = true;
    bytes['+'] = bytes['+'] || *secret.bytes == ' ';
    if (secret.length >= SHORTEST_ENCODED) {
        add_encoded_beginnings(secret, bytes);
    }
}
