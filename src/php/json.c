/* ext/json's parser with methods of our own, because it makes floats of numbers and lets keys collide. */
#include "json.h"

#include "ext/json/php_json.h"
#include "ext/json/php_json_parser.h"

#include "../core/decimal.h"

/* PHP's hash tables have no secret: who knows how keys are hashed can send thousands that all collide, and
 * each is compared with those before it. 450 KB of them kept a worker for a second, 16 MB would keep it for
 * 20 minutes. So many collisions are borne, and so many more for each byte: ordinary keys have less than one
 * each. */
#define COLLISIONS_BORNE 10000000
#define COLLISIONS_PER_BYTE 4

/* Colliding keys are compared, and may differ only at their ends: this many bytes count as another
 * collision. */
#define BYTES_PER_COLLISION 64

/* A smaller object has too few keys to matter. */
#define SMALL_OBJECT 64

struct decoder {
    /* First, so that its methods find the rest. */
    php_json_parser parser;
    /* ext/json's own methods. Since 8.2.35, they also end a text that needs more than memory_limit. */
    php_json_parser_func_array_append_t append;
    php_json_parser_func_object_update_t update;
    const char *const *money_fields;
    /* A bit for the hash of each: most keys need no comparison. */
    uint64_t money_bits;
    /* What is wrong with a text that ext/json would accept, else NULL. */
    const char *problem;
    /* What the keys of objects have cost. */
    size_t collisions;
    /* Of one key. */
    size_t most_collisions;
    size_t collisions_allowed;
};

static const char *describe(php_json_error_code code)
{
    switch (code) {
    case PHP_JSON_ERROR_DEPTH:
        return "JSON nested more than 64 levels deep";
    case PHP_JSON_ERROR_UTF8:
    case PHP_JSON_ERROR_UTF16:
        return "JSON that is not valid UTF-8";
    default:
        return "not JSON, or truncated";
    }
}

/* ---- numbers ---- */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool begins_number(char byte)
{
    return is_digit(byte) || byte == '-';
}

/* Most values are text that needs no second look. */
static bool is_number_or_list(const zval *value)
{
    return Z_TYPE_P(value) == IS_STRING ? begins_number(*Z_STRVAL_P(value)) : Z_TYPE_P(value) > IS_TRUE;
}

/* Replaces a number that PHP does not hold digit for digit by its text: whatever became a float, and -0.
 *
 * The text is the scanner's last token: the parser, which bison made, hands a value to a method before it
 * reads the next token, as no rule depends on that. If it did not, the token would begin like no number. */
static void keep_digits(struct decoder *decoder, zval *number)
{
    const char *token = (const char *)decoder->parser.scanner.token;
    size_t length = (size_t)((const char *)decoder->parser.scanner.cursor - token);

    if (!begins_number(*token)) {
        decoder->problem = "numbers whose digits this version of PHP does not tell";
    } else if (Z_TYPE_P(number) == IS_DOUBLE || *token == '-') {
        ZVAL_STRINGL(number, token, length);
    }
}

static void make_exact(struct decoder *decoder, zval *value)
{
    if (Z_TYPE_P(value) == IS_DOUBLE || (Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) == 0)) {
        keep_digits(decoder, value);
    }
}

/* ---- money ---- */

static uint64_t bit_of(zend_ulong hash)
{
    return UINT64_C(1) << (hash & 63);
}

static uint64_t bits_of_all(const char *const *field)
{
    uint64_t bits = 0;

    for (; *field; field++) {
        bits |= bit_of(zend_inline_hash_func(*field, strlen(*field)));
    }
    return bits;
}

static bool may_be_money(const struct decoder *decoder, zend_string *key)
{
    return (decoder->money_bits & bit_of(ZSTR_HASH(key))) != 0;
}

/* Whether a text is a number with an exponent. For most, a few bytes decide; the text ends in a NUL. */
static bool has_exponent(const zval *text)
{
    const char *cursor = Z_STRVAL_P(text);

    if (!begins_number(*cursor)) {
        return false;
    }
    do {
        cursor++;
    } while (*cursor >= '.' && *cursor <= '9');
    return (*cursor == 'e' || *cursor == 'E') &&
           aurpay_decimal_has_exponent(Z_STRVAL_P(text), Z_STRLEN_P(text));
}

static void write_out(zval *text)
{
    char plain[AURPAY_DECIMAL_PLAIN_SIZE];
    size_t length = aurpay_decimal_write_out(Z_STRVAL_P(text), Z_STRLEN_P(text), plain);

    if (length) {
        zval_ptr_dtor_str(text);
        ZVAL_STRINGL(text, plain, length);
    }
}

/* Whether a value is another one where it is money. */
static bool would_change(const zval *value)
{
    return Z_TYPE_P(value) == IS_STRING ? has_exponent(value)
                                        : Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_ARRAY;
}

/* A list of money is money, however nested, but an object in it has its own keys. The parser limits the
 * depth. */
static void make_money(zval *value)
{
    zval *element;

    if (Z_TYPE_P(value) == IS_LONG) {
        ZVAL_STR(value, zend_long_to_str(Z_LVAL_P(value)));
    } else if (Z_TYPE_P(value) == IS_STRING && has_exponent(value)) {
        write_out(value);
    } else if (Z_TYPE_P(value) == IS_ARRAY && HT_IS_PACKED(Z_ARRVAL_P(value))) {
        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
            make_money(element);
        }
        ZEND_HASH_FOREACH_END();
    }
}

static bool is_one_of(const char *const *field, const zend_string *key)
{
    for (; *field; field++) {
        /* A key may contain a NUL, so the lengths are compared. */
        if (strlen(*field) == ZSTR_LEN(key) && memcmp(*field, ZSTR_VAL(key), ZSTR_LEN(key)) == 0) {
            return true;
        }
    }
    return false;
}

static zend_never_inline void make_money_if_named(const struct decoder *decoder, const zend_string *key,
                                                  zval *value)
{
    if (is_one_of(decoder->money_fields, key)) {
        make_money(value);
    }
}

/* ---- keys that collide ---- */

/* How many keys have the hash of the last one. */
static size_t collisions_of_last(const HashTable *members)
{
    const Bucket *bucket = members->arData + members->nNumUsed - 1;
    size_t count = 0;

    while (Z_NEXT(bucket->val) != HT_INVALID_IDX) {
        bucket = HT_HASH_TO_BUCKET(members, Z_NEXT(bucket->val));
        count++;
    }
    return count;
}

/* Whether another key costs too much. A repeated key is found among those that it collides with. */
static zend_never_inline bool is_too_costly(struct decoder *decoder, const HashTable *members,
                                            uint32_t count_before, size_t key_length)
{
    size_t collisions = decoder->most_collisions;

    if (zend_hash_num_elements(members) > count_before) {
        collisions = collisions_of_last(members);
        decoder->most_collisions = MAX(collisions, decoder->most_collisions);
    }
    decoder->collisions += collisions * (1 + key_length / BYTES_PER_COLLISION);
    return decoder->collisions > decoder->collisions_allowed;
}

/* ---- the parser's methods ---- */

static int append_element(php_json_parser *parser, zval *list, zval *element)
{
    struct decoder *decoder = (struct decoder *)parser;

    make_exact(decoder, element);
    return decoder->append(parser, list, element);
}

/* Any member. What is rare is in functions that are not inlined: what is not rare then saves fewer
 * registers. */
static zend_never_inline int update_with_care(struct decoder *decoder, zval *object, zend_string *key,
                                              zval *member)
{
    HashTable *members = Z_ARRVAL_P(object);
    uint32_t count = zend_hash_num_elements(members);
    size_t length = ZSTR_LEN(key);
    int result;

    make_exact(decoder, member);
    if (may_be_money(decoder, key) && would_change(member)) {
        make_money_if_named(decoder, key, member);
    }
    if (count == 0) {
        /* Only lists are packed: {"0":1} is an object. */
        zend_hash_real_init_mixed(members);
    }
    result = decoder->update(&decoder->parser, object, key, member);
    if (result == SUCCESS && count >= SMALL_OBJECT && is_too_costly(decoder, members, count, length)) {
        decoder->problem = "JSON whose keys were made to collide";
        /* As ext/json's own method does when it fails. */
        zval_ptr_dtor_nogc(object);
        return FAILURE;
    }
    return result;
}

static int update_object(php_json_parser *parser, zval *object, zend_string *key, zval *member)
{
    struct decoder *decoder = (struct decoder *)parser;
    uint32_t count = zend_hash_num_elements(Z_ARRVAL_P(object));

    /* Most members are none of these. */
    if (count == 0 || count >= SMALL_OBJECT || is_number_or_list(member)) {
        return update_with_care(decoder, object, key, member);
    }
    return decoder->update(parser, object, key, member);
}

bool php_aurpay_json_parse(const char *json, size_t length, const char *const *money_fields, zval *value,
                           const char **problem)
{
    struct decoder decoder = {.money_fields = money_fields,
                              .money_bits = bits_of_all(money_fields),
                              .collisions_allowed = COLLISIONS_BORNE + COLLISIONS_PER_BYTE * length};
    php_json_parser *parser = &decoder.parser;
    bool is_json;

    /* Unlike json_decode(), the parser does not change json_last_error(). It counts the value in the
     * innermost bracket as one more level. */
    php_json_parser_init(parser, value, json, length, PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING,
                         PHP_AURPAY_JSON_MAX_DEPTH + 1);
    decoder.append = parser->methods.array_append;
    decoder.update = parser->methods.object_update;
    parser->methods.array_append = append_element;
    parser->methods.object_update = update_object;
    is_json = php_json_parse(parser) == 0;
    if (is_json && !decoder.problem) {
        return true;
    }
    *problem = decoder.problem ? decoder.problem : describe(php_json_parser_error_code(parser));
    if (is_json) {
        zval_ptr_dtor(value);
    }
    ZVAL_UNDEF(value);
    return false;
}
