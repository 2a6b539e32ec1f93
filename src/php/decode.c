/* Answers to arrays: ext/json's own parser, after one pass that quotes the numbers it would make floats
 * of. */
#include "decode.h"

#include "ext/json/php_json.h"
#include "ext/json/php_json_parser.h"

#include "../core/json_numbers.h"
#include "anchor.h"
#include "envelope.h"
#include "exceptions.h"

/* A trace id longer than this is not one. */
#define TRACE_ID_MAX 128

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

/* ext/json's parser, and what its objects' keys have cost. */
struct counting_parser {
    /* First, so that its methods find the rest. */
    php_json_parser parser;
    php_json_parser_func_object_update_t update;
    size_t collisions;
    /* Of one key. */
    size_t most_collisions;
    size_t collisions_allowed;
};

/* How many keys have the hash of the last one. `members` is not const: HT_HASH_TO_BUCKET of PHP 8.6 takes no
 * const table. */
static size_t collisions_of_last(HashTable *members)
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
static bool is_too_costly(struct counting_parser *counting, HashTable *members, uint32_t count_before,
                          size_t key_length)
{
    size_t collisions = counting->most_collisions;

    if (HT_IS_PACKED(members)) {
        return false;
    }
    if (zend_hash_num_elements(members) > count_before) {
        collisions = collisions_of_last(members);
        counting->most_collisions = MAX(collisions, counting->most_collisions);
    }
    counting->collisions += collisions * (1 + key_length / BYTES_PER_COLLISION);
    return counting->collisions > counting->collisions_allowed;
}

static int update_object(php_json_parser *parser, zval *object, zend_string *key, zval *member)
{
    struct counting_parser *counting = (struct counting_parser *)parser;
    uint32_t count = zend_hash_num_elements(Z_ARRVAL_P(object));
    size_t length = ZSTR_LEN(key);
    int result = counting->update(parser, object, key, member);

    if (result == SUCCESS && count >= SMALL_OBJECT &&
        is_too_costly(counting, Z_ARRVAL_P(object), count, length)) {
        /* As its own method does when it fails. */
        zval_ptr_dtor_nogc(object);
        return FAILURE;
    }
    return result;
}

static bool parse(const char *json, size_t length, zval *value, const char **problem)
{
    struct counting_parser counting = {.collisions_allowed = COLLISIONS_BORNE + COLLISIONS_PER_BYTE * length};
    php_json_parser *parser = &counting.parser;

    /* Unlike json_decode(), the parser does not change json_last_error(). It counts the value in the
     * innermost bracket as one more level. */
    php_json_parser_init(parser, value, json, length, PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING,
                         AURPAY_JSON_MAX_DEPTH + 1);
    counting.update = parser->methods.object_update;
    parser->methods.object_update = update_object;
    if (php_json_parse(parser) != 0) {
        *problem = counting.collisions > counting.collisions_allowed
                       ? "JSON whose keys were made to collide"
                       : describe(php_json_parser_error_code(parser));
        ZVAL_UNDEF(value);
        return false;
    }
    return true;
}

size_t php_aurpay_decode_byte_order_mark(const char *text, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";

    return length >= strlen(mark) && memcmp(text, mark, strlen(mark)) == 0 ? strlen(mark) : 0;
}

bool php_aurpay_decode_json(const char *json, size_t length, const char *const *money_fields, zval *value,
                            const char **problem)
{
    size_t mark = php_aurpay_decode_byte_order_mark(json, length);
    /* Quoting adds at most two bytes for each byte; written-out amounts add up to the growth limit. */
    struct aurpay_buffer *quoted = php_aurpay_anchor_create_buffer(
        length <= SIZE_MAX / 4 - AURPAY_JSON_GROWTH_MAX ? length * 3 + AURPAY_JSON_GROWTH_MAX : SIZE_MAX / 2);
    bool decoded = false;
    enum aurpay_code code;

    *problem = "more data than fits into memory";
    if (!quoted) {
        return false;
    }
    json += mark;
    length -= mark;
    code = aurpay_json_numbers_quote(json, length, money_fields, quoted);
    php_aurpay_throw_code(code);
    if (!code) {
        decoded = quoted->length ? parse(quoted->data, quoted->length, value, problem)
                                 : parse(json, length, value, problem);
    }
    php_aurpay_anchor_free_buffer(quoted);
    return decoded;
}

/* Whether an empty body is an answer: where the HTTP status alone is one. */
static bool may_be_empty(const struct php_aurpay_call *call)
{
    return aurpay_endpoint_status_of(call->core.endpoint, call->core.response.http_status) != NULL;
}

static void decode_body(const struct aurpay_provider *provider, struct php_aurpay_call *call,
                        struct php_aurpay_answer *answer)
{
    struct aurpay_buffer *body = &call->core.response.body;
    bool is_empty = body->length == php_aurpay_decode_byte_order_mark(body->data, body->length);

    if (is_empty && !may_be_empty(call)) {
        answer->problem = "an empty body";
        return;
    }
    if (!is_empty && !php_aurpay_decode_json(body->data, body->length, provider->money_fields,
                                             &answer->content, &answer->problem)) {
        return;
    }
    answer->problem = NULL;
    if (!is_empty && Z_TYPE(answer->content) != IS_ARRAY) {
        answer->problem = "JSON that is not an object";
        return;
    }
    php_aurpay_envelope_open(provider, call, answer);
}

void php_aurpay_decode_answer(const struct aurpay_provider *provider, struct php_aurpay_call *call,
                              struct php_aurpay_answer *answer)
{
    memset(answer, 0, sizeof(*answer));
    ZVAL_UNDEF(&answer->content);
    ZVAL_UNDEF(&answer->data);
    if (call->core.response.transfer == AURPAY_TRANSFER_TOO_LARGE) {
        answer->kind = AURPAY_ANSWER_FOREIGN;
        answer->problem = "more bytes than the option max_response_bytes allows";
    } else if (call->core.response.transfer == AURPAY_TRANSFER_COMPLETE) {
        answer->kind = AURPAY_ANSWER_FOREIGN;
        decode_body(provider, call, answer);
    } else {
        answer->kind = AURPAY_ANSWER_NONE;
    }
}

void php_aurpay_decode_free_answer(struct php_aurpay_answer *answer)
{
    zval_ptr_dtor(&answer->content);
    zval_ptr_dtor(&answer->data);
    if (answer->words) {
        php_aurpay_secrets_release_string(answer->words);
    }
    if (answer->other_record) {
        zend_string_release(answer->other_record);
    }
}

static zend_string *clean_trace_id(const struct php_aurpay_call *call, const char *text, size_t length)
{
    size_t i;

    if (length == 0 || length > TRACE_ID_MAX) {
        return NULL;
    }
    for (i = 0; i < length; i++) {
        if (text[i] <= 0x20 || text[i] >= 0x7f) {
            return NULL;
        }
    }
    return php_aurpay_redact_text(text, length, &call->secrets);
}

zend_string *php_aurpay_decode_trace_id(const struct php_aurpay_call *call,
                                        const struct php_aurpay_answer *answer)
{
    const struct aurpay_provider *provider = call->secrets.provider;
    const char *name = provider->envelope.trace_id, *header;
    size_t length;
    zval *member;

    if (name && Z_TYPE(answer->content) == IS_ARRAY) {
        member = zend_hash_str_find(Z_ARRVAL(answer->content), name, strlen(name));
        if (member && Z_TYPE_P(member) == IS_STRING && Z_STRLEN_P(member)) {
            return clean_trace_id(call, Z_STRVAL_P(member), Z_STRLEN_P(member));
        }
    }
    if (provider->trace_header &&
        aurpay_response_header(&call->core.response, provider->trace_header, &header, &length)) {
        return clean_trace_id(call, header, length);
    }
    return NULL;
}
