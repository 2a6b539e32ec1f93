#include "arguments.h"

#include "zend_exceptions.h"

#include "../core/clock.h"
#include "../core/signer.h"
#include "../core/validate.h"
#include "../providers/aurpay.h"
#include "callback_arginfo.h"

zend_class_entry *php_aurpay_ce_callback_reason;
static zend_class_entry *ce_callback_class;
static zend_object_handlers handlers;

struct php_aurpay_callback {
    /* The callback token and secret, or (of forApiKey) the merchant's API key; wiped with the object. */
    struct aurpay_credentials credentials;
    zend_long tolerance_seconds;
    struct php_aurpay_object object;
};

/* The three headers the platform adds to a callback. */
struct callback_headers {
    zend_string *token;
    zend_string *date;
    zend_string *signature;
};

static struct php_aurpay_callback *callback_fetch(zend_object *object)
{
    return php_aurpay_object_fetch(object, &handlers);
}

static zend_object *create_object(zend_class_entry *ce)
{
    return php_aurpay_object_create(ce, sizeof(struct php_aurpay_callback), &handlers);
}

static void free_object(zend_object *object)
{
    struct php_aurpay_callback *self = php_aurpay_object_container(object);

    aurpay_credentials_free(&self->credentials);
    zend_object_std_dtor(object);
}

void php_aurpay_register_callback(void)
{
    php_aurpay_ce_callback_reason = register_class_Aurpay_CallbackReason();
    ce_callback_class = register_class_Aurpay_Callback();
    ce_callback_class->create_object = create_object;
    php_aurpay_object_init_handlers(&handlers, offsetof(struct php_aurpay_callback, object.std));
    handlers.free_obj = free_object;
}

/* Stores the credentials, and so ends the construction; code of the shop does not run any more. */
static void complete(struct php_aurpay_callback *self, enum aurpay_credentials_kind kind, zend_string *token,
                     zend_string *secret)
{
    enum aurpay_code code =
        aurpay_credentials_set(&self->credentials, kind, ZSTR_VAL(token), ZSTR_LEN(token),
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
    self = php_aurpay_object_make(return_value, ce_callback_class, &handlers);
    if (self) {
        complete(self, AURPAY_CREDENTIALS_API_KEY, key, NULL);
    }
}

/* ---- headers ---- */

#define SERVER_PREFIX "HTTP_"

static bool has_server_prefix(const zend_string *name)
{
    return ZSTR_LEN(name) > strlen(SERVER_PREFIX) &&
           memcmp(ZSTR_VAL(name), SERVER_PREFIX, strlen(SERVER_PREFIX)) == 0;
}

/* $_SERVER has its headers under HTTP_…; other members of it (environment variables) are none. */
static bool is_server_array(HashTable *headers)
{
    zend_string *name;

    ZEND_HASH_FOREACH_STR_KEY(headers, name) {
        if (name && has_server_prefix(name)) {
            return true;
        }
    }
    ZEND_HASH_FOREACH_END();
    return false;
}

/* Whether two header names are the same, whatever their case, hyphens and underscores being equal. */
static bool is_header(const char *given, size_t length, const char *name)
{
    size_t i;

    if (strlen(name) != length) {
        return false;
    }
    for (i = 0; i < length; i++) {
        char byte = (char)(given[i] == '_' ? '-' : zend_tolower_ascii(given[i]));

        if (byte != name[i]) {
            return false;
        }
    }
    return true;
}

/* The string of a header value: a string, or a list of exactly one (PSR-7, Symfony). False when an exception says
 * that it is there more than once. */
static bool read_header_value(zval *value, zend_string **text)
{
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) == IS_ARRAY) {
        uint32_t count = zend_hash_num_elements(Z_ARRVAL_P(value));
        zval *first;

        if (count > 1) {
            return false;
        }
        ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), first) {
            return read_header_value(first, text);
        }
        ZEND_HASH_FOREACH_END();
        return true;
    }
    if (Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value)) {
        *text = Z_STR_P(value);
    }
    return true;
}

/* Finds one header by its lower-case name. Throws CallbackException when it is missing or repeated. */
static zend_string *find_header(HashTable *headers, bool is_server, const char *name)
{
    zend_string *key, *found = NULL;
    char message[80];
    int count = 0;
    zval *value;

    ZEND_HASH_FOREACH_STR_KEY_VAL(headers, key, value) {
        size_t skip = is_server ? strlen(SERVER_PREFIX) : 0;

        if (!key || (is_server && !has_server_prefix(key)) ||
            !is_header(ZSTR_VAL(key) + skip, ZSTR_LEN(key) - skip, name)) {
            continue;
        }
        count += read_header_value(value, &found) ? 1 : 2;
    }
    ZEND_HASH_FOREACH_END();
    if (count > 1) {
        snprintf(message, sizeof(message), "The callback's header %s is there more than once", name);
        php_aurpay_throw_callback("RepeatedHeader", message);
        return NULL;
    }
    if (!found) {
        snprintf(message, sizeof(message), "The callback has no header %s", name);
        php_aurpay_throw_callback("MissingHeader", message);
    }
    return found;
}

static bool find_headers(HashTable *given, struct callback_headers *headers)
{
    bool is_server = is_server_array(given);

    headers->token = find_header(given, is_server, "callback-token");
    headers->date = headers->token ? find_header(given, is_server, "date") : NULL;
    headers->signature = headers->date ? find_header(given, is_server, "signature") : NULL;
    return headers->signature != NULL;
}

/* ---- verification ---- */

static bool check_url(zval *url)
{
    ZVAL_DEREF(url);
    if (Z_TYPE_P(url) != IS_STRING) {
        zend_argument_type_error(1, "must be a string or a list of strings");
        return false;
    }
    if (!aurpay_validate_url(AURPAY_URL_BROWSER, Z_STRVAL_P(url), Z_STRLEN_P(url))) {
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

/* Whether the signature is that of one of the URLs. All of them are tried, so that the time does not tell which. */
static bool is_signed(struct php_aurpay_callback *self, const struct callback_headers *headers,
                      HashTable *urls)
{
    char expected[AURPAY_SIGNATURE_SIZE];
    bool matches = false;
    zval *url;

    ZEND_HASH_FOREACH_VAL(urls, url) {
        enum aurpay_code code;

        ZVAL_DEREF(url);
        code = aurpay_signer_sign_callback(&self->credentials, ZSTR_VAL(headers->date), Z_STRVAL_P(url),
                                           expected);
        if (code) {
            php_aurpay_throw_code(code);
            return false;
        }
        if (aurpay_digest_equals(expected, strlen(expected), ZSTR_VAL(headers->signature),
                                 ZSTR_LEN(headers->signature))) {
            matches = true;
        }
    }
    ZEND_HASH_FOREACH_END();
    return matches;
}

static bool is_fresh(const struct php_aurpay_callback *self, int64_t date_milliseconds)
{
    int64_t now = aurpay_clock_wall();
    int64_t difference = now > date_milliseconds ? now - date_milliseconds : date_milliseconds - now;

    /* Compared in seconds: a tolerance times 1000 may not fit. */
    return difference / 1000 <= self->tolerance_seconds;
}

static bool is_token(const struct php_aurpay_callback *self, const zend_string *given)
{
    return aurpay_digest_equals(self->credentials.token, self->credentials.token_length, ZSTR_VAL(given),
                                ZSTR_LEN(given));
}

/* All there is to check when the merchant has no callback token. */
static bool check_api_key(const struct php_aurpay_callback *self, HashTable *given)
{
    zend_string *key = find_header(given, is_server_array(given), "api-key");

    if (!key) {
        return false;
    }
    if (!is_token(self, key)) {
        php_aurpay_throw_callback("Token", "The callback's API key is not the merchant's");
        return false;
    }
    return true;
}

/* Freshness comes last: a stale callback that is otherwise right may still start a confirm(). */
static bool check_signature(struct php_aurpay_callback *self, HashTable *given, HashTable *urls)
{
    struct callback_headers headers;
    int64_t date;

    if (!find_headers(given, &headers)) {
        return false;
    }
    if (!is_token(self, headers.token)) {
        php_aurpay_throw_callback("Token", "The callback's token is not the merchant's");
        return false;
    }
    if (aurpay_clock_parse_date(ZSTR_VAL(headers.date), ZSTR_LEN(headers.date), &date)) {
        php_aurpay_throw_callback("Date", "The callback's date is not in ISO-8601 form with a zone");
        return false;
    }
    if (!is_signed(self, &headers, urls)) {
        if (!EG(exception)) {
            php_aurpay_throw_callback("Signature", "The callback's signature is not that of the URL");
        }
        return false;
    }
    if (!is_fresh(self, date)) {
        php_aurpay_throw_callback("Stale", "The callback's date differs from now by more than the tolerance");
        return false;
    }
    return true;
}

static bool is_authentic(struct php_aurpay_callback *self, HashTable *given, HashTable *urls)
{
    if (self->credentials.kind == AURPAY_CREDENTIALS_API_KEY) {
        return check_api_key(self, given);
    }
    return check_signature(self, given, urls);
}

static bool is_json_object(zend_string *text)
{
    return ZSTR_VAL(text)[strspn(ZSTR_VAL(text), " \t\r\n")] == '{';
}

static void decode_body(zend_string *body, zval *return_value)
{
    const char *problem;
    zval decoded;

    if (!body || ZSTR_LEN(body) == 0) {
        RETURN_EMPTY_ARRAY();
    }
    ZVAL_UNDEF(&decoded);
    if (is_json_object(body) &&
        php_aurpay_decode_json(ZSTR_VAL(body), ZSTR_LEN(body), aurpay_provider_aurpay.money_fields, &decoded,
                               &problem) &&
        Z_TYPE(decoded) == IS_ARRAY) {
        ZVAL_COPY_VALUE(return_value, &decoded);
    } else {
        php_aurpay_throw_callback("Body", "The callback's body is not a JSON object");
    }
}

ZEND_METHOD(Aurpay_Callback, verify)
{
    struct php_aurpay_callback *self;
    zend_string *url, *body = NULL;
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
    if (urls) {
        ZVAL_ARR(&list, zend_array_dup(urls));
    } else {
        array_init_size(&list, 1);
        add_next_index_str(&list, zend_string_copy(url));
    }
    if (check_urls(Z_ARRVAL(list)) && is_authentic(self, given, Z_ARRVAL(list))) {
        decode_body(body, return_value);
    }
    zval_ptr_dtor(&list);
}

/* ---- signing, for tests ---- */

static void add_header(zval *array, bool server, const char *name, const char *server_name, const char *value)
{
    add_assoc_string(array, server ? server_name : name, value);
}

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
    if (!aurpay_validate_url(AURPAY_URL_BROWSER, ZSTR_VAL(url), ZSTR_LEN(url))) {
        zend_argument_value_error(1, "must be an absolute http or https URL");
        RETURN_THROWS();
    }
    if (date && aurpay_clock_parse_date(ZSTR_VAL(date), ZSTR_LEN(date), &ignored)) {
        zend_argument_value_error(
            2, "must be a date in ISO-8601 form with a zone, such as 2024-06-17T00:00:00Z");
        RETURN_THROWS();
    }
    if (self->credentials.kind == AURPAY_CREDENTIALS_API_KEY) {
        array_init(return_value);
        add_header(return_value, server, "Api-Key", "HTTP_API_KEY", self->credentials.token);
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
    add_header(return_value, server, "Callback-Token", "HTTP_CALLBACK_TOKEN", self->credentials.token);
    add_header(return_value, server, "Date", "HTTP_DATE", date ? ZSTR_VAL(date) : now);
    add_header(return_value, server, "Signature", "HTTP_SIGNATURE", signature);
}
