/* Answers to arrays. */
#include "decode.h"

#include "envelope.h"
#include "json.h"

/* A trace id longer than this is not one. */
#define TRACE_ID_MAX 128

size_t php_aurpay_decode_byte_order_mark(const char *text, size_t length)
{
    static const char mark[] = "\xef\xbb\xbf";

    return length >= strlen(mark) && memcmp(text, mark, strlen(mark)) == 0 ? strlen(mark) : 0;
}

bool php_aurpay_decode_json(const char *json, size_t length, const char *const *money_fields, zval *value,
                            const char **problem)
{
    size_t mark = php_aurpay_decode_byte_order_mark(json, length);

    return php_aurpay_json_parse(json + mark, length - mark, money_fields, value, problem);
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
