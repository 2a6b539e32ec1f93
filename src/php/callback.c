#include "callback.h"

#include "zend_exceptions.h"

#include "../core/callback.h"
#include "../core/clock.h"
#include "../core/signer.h"
#include "../core/validate.h"
#include "../providers/aurpay.h"
#include "arguments.h"
#include "callback_headers.h"
#include "decode.h"
#include "exceptions.h"
#include "object.h"
#include "snapshot.h"

#include "callback_arginfo.h"

zend_class_entry *php_aurpay_ce_callback_reason;
static zend_class_entry *ce_callback;

struct php_aurpay_callback {
    /* The callback token and secret, or the merchant's API key (forApiKey()); wiped with the object. */
    struct aurpay_credentials credentials;
    zend_long tolerance_seconds;
    struct php_aurpay_object object;
};

static void free_contents(void *callback)
{
    struct php_aurpay_callback *self = callback;

    aurpay_credentials_free(&self->credentials);
}

static struct php_aurpay_object_kind kind = {
    .size = sizeof(struct php_aurpay_callback),
    .offset = offsetof(struct php_aurpay_callback, object.std),
    .free_contents = free_contents,
};

void php_aurpay_register_callback(void)
{
    php_aurpay_ce_callback_reason = register_class_Aurpay_CallbackReason();
    ce_callback = register_class_Aurpay_Callback();
    php_aurpay_object_register(ce_callback, &kind);
}

static struct php_aurpay_callback *callback_fetch(zend_object *object)
{
    return php_aurpay_object_fetch(object, &kind);
}

/* Stores the credentials and completes the object. The shop's code cannot run any more. */
static void complete(struct php_aurpay_callback *self, enum aurpay_credentials_kind credentials_kind,
                     zend_string *token, zend_string *secret)
{
    enum aurpay_code code =
        aurpay_credentials_set(&self->credentials, credentials_kind, ZSTR_VAL(token), ZSTR_LEN(token),
                               secret ? ZSTR_VAL(secret) : NULL, secret ? ZSTR_LEN(secret) : 0);

    if (code) {
        php_aurpay_throw_code(code);
    } else {
        php_aurpay_object_complete(&self->object.std);
    }
}

ZEND_METHOD(Aurpay_Callback, __construct)
{
    struct php_aurpay_callback *self = php_aurpay_object_container(Z_OBJ_P(ZEND_THIS));
    zend_string *token, *secret;
    zend_long tolerance = 300;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_STR(token)
        Z_PARAM_STR(secret)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(tolerance)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_object_may_construct(&self->object.std) || !php_aurpay_check_header_secret(token, 1) ||
        !php_aurpay_check_secret(secret, 2)) {
        RETURN_THROWS();
    }
    if (tolerance < 0) {
        zend_argument_value_error(3, "must be greater than or equal to 0 seconds");
        RETURN_THROWS();
    }
    self->tolerance_seconds = tolerance;
    complete(self, AURPAY_CREDENTIALS_SIGNATURE, token, secret);
}

ZEND_METHOD(Aurpay_Callback, forApiKey)
{
    struct php_aurpay_callback *self;
    zend_string *key;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(key)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_check_header_secret(key, 1)) {
        RETURN_THROWS();
    }
    self = php_aurpay_object_make(return_value, ce_callback, &kind);
    if (self) {
        complete(self, AURPAY_CREDENTIALS_API_KEY, key, NULL);
    }
}

/* ---- verification ---- */

static struct aurpay_text text_of(const zend_string *string)
{
    const struct aurpay_text text = {ZSTR_VAL(string), ZSTR_LEN(string)};

    return text;
}

static bool check_url(zval *url)
{
    if (Z_TYPE_P(url) != IS_STRING) {
        zend_argument_type_error(1, "must be a string or a list of strings");
        return false;
    }
    if (!aurpay_callback_has_scheme_and_host(text_of(Z_STR_P(url)))) {
        zend_argument_value_error(1, "must be the full callback URL, as it was given to the platform");
        return false;
    }
    return true;
}

static bool check_urls(HashTable *urls)
{
    zval *url;

    if (zend_hash_num_elements(urls) == 0) {
        zend_argument_value_error(1, "must not be an empty list");
        return false;
    }
    ZEND_HASH_FOREACH_VAL(urls, url) {
        if (!check_url(url)) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

/* What a callback of forApiKey() is: there is no more to look at. */
static bool judge_api_key(const struct php_aurpay_callback *self, HashTable *given,
                          enum aurpay_callback_verdict *verdict)
{
    zend_string *key = php_aurpay_callback_headers_api_key(given);

    if (!key) {
        return false;
    }
    *verdict = aurpay_callback_is_token(&self->credentials, text_of(key)) ? AURPAY_CALLBACK_GENUINE
                                                                          : AURPAY_CALLBACK_WRONG_TOKEN;
    zend_string_release(key);
    return true;
}

static bool judge_headers(struct php_aurpay_callback *self, const struct php_aurpay_callback_headers *headers,
                          HashTable *urls, enum aurpay_callback_verdict *verdict)
{
    struct aurpay_text *texts = safe_emalloc(zend_hash_num_elements(urls), sizeof(*texts), 0);
    struct aurpay_callback callback = {
        .token = text_of(headers->token),
        .date = text_of(headers->date),
        .signature = text_of(headers->signature),
        .urls = texts,
    };
    enum aurpay_code code;
    zval *url;

    ZEND_HASH_FOREACH_VAL(urls, url) {
        texts[callback.url_count++] = text_of(Z_STR_P(url));
    }
    ZEND_HASH_FOREACH_END();
    code = aurpay_callback_judge(&self->credentials, &callback, self->tolerance_seconds, aurpay_clock_wall(),
                                 verdict);
    efree(texts);
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* False when there is no verdict: an exception says why. */
static bool judge(struct php_aurpay_callback *self, HashTable *given, HashTable *urls,
                  enum aurpay_callback_verdict *verdict)
{
    struct php_aurpay_callback_headers headers = {0};
    bool is_judged;

    if (self->credentials.kind == AURPAY_CREDENTIALS_API_KEY) {
        return judge_api_key(self, given, verdict);
    }
    is_judged =
        php_aurpay_callback_headers_read(given, &headers) && judge_headers(self, &headers, urls, verdict);
    php_aurpay_callback_headers_free(&headers);
    return is_judged;
}

/* Decodes the body to an array; no body is an empty array. False when it is not a JSON object. */
static bool decode_body(zend_string *body, zval *decoded)
{
    const char *problem, *start;

    if (!body || ZSTR_LEN(body) == 0) {
        ZVAL_EMPTY_ARRAY(decoded);
        return true;
    }
    start = ZSTR_VAL(body) + php_aurpay_decode_byte_order_mark(ZSTR_VAL(body), ZSTR_LEN(body));
    return start[strspn(start, " \t\r\n")] == '{' &&
           php_aurpay_decode_json(ZSTR_VAL(body), ZSTR_LEN(body), aurpay_provider_aurpay.money_fields,
                                  decoded, &problem);
}

/* Returns the body of a signed callback, or throws. A stale callback that is otherwise right may still start
 * a confirm(), so its exception has the body. */
static void conclude_signed(bool is_stale, zend_string *body, zval *return_value)
{
    bool is_decoded;
    zval decoded;

    ZVAL_UNDEF(&decoded);
    is_decoded = decode_body(body, &decoded);
    if (EG(exception)) {
        zval_ptr_dtor(&decoded);
    } else if (is_stale) {
        php_aurpay_throw_callback(
            "Stale", "The callback's date differs from the current time by more than the tolerance",
            is_decoded ? &decoded : NULL);
        zval_ptr_dtor(&decoded);
    } else if (!is_decoded) {
        php_aurpay_throw_callback("Body", "The callback's body is not a JSON object", NULL);
    } else {
        ZVAL_COPY_VALUE(return_value, &decoded);
    }
}

static void conclude(const struct php_aurpay_callback *self, enum aurpay_callback_verdict verdict,
                     zend_string *body, zval *return_value)
{
    switch (verdict) {
    case AURPAY_CALLBACK_WRONG_TOKEN:
        php_aurpay_throw_callback("Token",
                                  self->credentials.kind == AURPAY_CREDENTIALS_API_KEY
                                      ? "The callback's API key is not the merchant's"
                                      : "The callback's token is not the merchant's",
                                  NULL);
        break;
    case AURPAY_CALLBACK_MALFORMED_DATE:
        php_aurpay_throw_callback("Date", "The callback's date is not an ISO-8601 date with a time zone",
                                  NULL);
        break;
    case AURPAY_CALLBACK_WRONG_SIGNATURE:
        php_aurpay_throw_callback("Signature", "The callback's signature does not match the URL", NULL);
        break;
    case AURPAY_CALLBACK_STALE:
    case AURPAY_CALLBACK_GENUINE:
        conclude_signed(verdict == AURPAY_CALLBACK_STALE, body, return_value);
        break;
    }
}

/* Copies the URLs: one that was given by reference could change after the check. */
static void list_urls(HashTable *given, zend_string *single, zval *urls)
{
    if (given) {
        php_aurpay_snapshot(given, urls);
        return;
    }
    array_init_size(urls, 1);
    add_next_index_str(urls, zend_string_copy(single));
}

ZEND_METHOD(Aurpay_Callback, verify)
{
    struct php_aurpay_callback *self;
    zend_string *url, *body = NULL;
    enum aurpay_callback_verdict verdict;
    HashTable *urls, *given;
    zval list;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_ARRAY_HT_OR_STR(urls, url)
        Z_PARAM_ARRAY_HT(given)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(body)
    ZEND_PARSE_PARAMETERS_END();
    self = callback_fetch(Z_OBJ_P(ZEND_THIS));
    if (!self) {
        RETURN_THROWS();
    }
    list_urls(urls, url, &list);
    if (check_urls(Z_ARRVAL(list)) && judge(self, given, Z_ARRVAL(list), &verdict)) {
        conclude(self, verdict, body, return_value);
    }
    zval_ptr_dtor(&list);
}

/* ---- signing, for tests ---- */

ZEND_METHOD(Aurpay_Callback, sign)
{
    struct php_aurpay_callback *self;
    char now[AURPAY_DATE_SIZE], signature[AURPAY_SIGNATURE_SIZE];
    zend_string *url, *date = NULL;
    bool server = false;
    enum aurpay_code code;
    int64_t ignored;

    if (!php_aurpay_check_scalars(execute_data)) {
        RETURN_THROWS();
    }
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_STR(url)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR_OR_NULL(date)
        Z_PARAM_BOOL(server)
    ZEND_PARSE_PARAMETERS_END();
    self = callback_fetch(Z_OBJ_P(ZEND_THIS));
    if (!self) {
        RETURN_THROWS();
    }
    code = aurpay_validate_url(AURPAY_URL_BROWSER, ZSTR_VAL(url), ZSTR_LEN(url));
    if (code == AURPAY_ERROR_INVALID) {
        zend_argument_value_error(1, "must be an absolute http or https URL");
        RETURN_THROWS();
    }
    php_aurpay_throw_code(code);
    if (code) {
        RETURN_THROWS();
    }
    if (date && aurpay_clock_parse_date(ZSTR_VAL(date), ZSTR_LEN(date), &ignored)) {
        zend_argument_value_error(
            2, "must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z");
        RETURN_THROWS();
    }
    if (self->credentials.kind == AURPAY_CREDENTIALS_API_KEY) {
        array_init(return_value);
        php_aurpay_callback_headers_add(return_value, server, AURPAY_CALLBACK_HEADER_API_KEY,
                                        self->credentials.token);
        return;
    }
    code = aurpay_clock_format_date(aurpay_clock_wall(), now);
    if (!code) {
        code = aurpay_signer_sign_callback(&self->credentials, date ? ZSTR_VAL(date) : now, ZSTR_VAL(url),
                                           signature);
    }
    if (code) {
        php_aurpay_throw_code(code);
        RETURN_THROWS();
    }
    array_init(return_value);
    php_aurpay_callback_headers_add(return_value, server, AURPAY_CALLBACK_HEADER_TOKEN,
                                    self->credentials.token);
    php_aurpay_callback_headers_add(return_value, server, AURPAY_CALLBACK_HEADER_DATE,
                                    date ? ZSTR_VAL(date) : now);
    php_aurpay_callback_headers_add(return_value, server, AURPAY_CALLBACK_HEADER_SIGNATURE, signature);
}
