#include "secrets.h"

#include "ext/standard/url.h"

struct php_aurpay_secrets php_aurpay_secrets_of(const struct aurpay_provider *provider,
                                                const struct aurpay_credentials *credentials)
{
    struct php_aurpay_secrets secrets = {.provider = provider, .credentials = credentials};

    return secrets;
}

void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value)
{
    size_t i;

    for (i = 0; i < secrets->count; i++) {
        if (zend_string_equals(secrets->values[i], value)) {
            return;
        }
    }
    if (secrets->count == PHP_AURPAY_MAX_SECRETS) {
        secrets->has_more = true;
        return;
    }
    secrets->values[secrets->count++] = zend_string_copy(value);
}

/* The names are a NULL-terminated list, or NULL for none. */
static bool is_one_of(const char *const *names, const zend_string *name)
{
    for (; names && *names; names++) {
        if (zend_string_equals_cstr(name, *names, strlen(*names))) {
            return true;
        }
    }
    return false;
}

/* A one-time password may have been given as an int. */
static void add_scalar(struct php_aurpay_secrets *secrets, zval *value)
{
    zend_string *digits;

    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) == IS_STRING) {
        php_aurpay_secrets_add(secrets, Z_STR_P(value));
    } else if (Z_TYPE_P(value) == IS_LONG) {
        digits = zend_long_to_str(Z_LVAL_P(value));
        php_aurpay_secrets_add(secrets, digits);
        php_aurpay_secrets_release_string(digits);
    }
}

void php_aurpay_secrets_add_named(struct php_aurpay_secrets *secrets, const zend_string *name, zval *value)
{
    zval *element;

    if (!is_one_of(secrets->provider->secret_parameters, name) &&
        !is_one_of(secrets->provider->secret_fields, name)) {
        return;
    }
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) != IS_ARRAY) {
        add_scalar(secrets, value);
        return;
    }
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
        add_scalar(secrets, element);
    }
    ZEND_HASH_FOREACH_END();
}

void php_aurpay_secrets_add_parameters(struct php_aurpay_secrets *secrets,
                                       const struct aurpay_endpoint *endpoint, HashTable *params)
{
    const struct aurpay_parameter *parameter = endpoint->parameters;
    zend_string *name;
    zval *value;

    for (; parameter && parameter->name; parameter++) {
        value = zend_hash_str_find_deref(params, parameter->name, strlen(parameter->name));
        if (value && parameter->type == AURPAY_PARAMETER_SECRET) {
            add_scalar(secrets, value);
        }
    }
    if (endpoint->accepts_any_parameters) {
        ZEND_HASH_FOREACH_STR_KEY_VAL(params, name, value) {
            if (name) {
                php_aurpay_secrets_add_named(secrets, name, value);
            }
        }
        ZEND_HASH_FOREACH_END();
    }
}

static zend_string *decode_part(const char *part, size_t length)
{
    zend_string *text = zend_string_init(part, length, 0);
    size_t decoded = php_url_decode(ZSTR_VAL(text), length);

    /* What was behind the shorter text may be the end of a secret. */
    ZEND_SECURE_ZERO(ZSTR_VAL(text) + decoded, length - decoded);
    ZSTR_LEN(text) = decoded;
    return text;
}

/* One `name=value` of a query. */
static void add_pair(struct php_aurpay_secrets *secrets, const char *pair, size_t length)
{
    const char *equals = memchr(pair, '=', length);
    zend_string *name, *text;
    zval value;

    if (!equals) {
        return;
    }
    name = decode_part(pair, (size_t)(equals - pair));
    text = decode_part(equals + 1, length - (size_t)(equals + 1 - pair));
    ZVAL_STR(&value, text);
    php_aurpay_secrets_add_named(secrets, name, &value);
    php_aurpay_secrets_release_string(text);
    zend_string_release(name);
}

void php_aurpay_secrets_add_query(struct php_aurpay_secrets *secrets, const char *target)
{
    const char *pair = strchr(target, '?');

    while (pair) {
        const char *next = strchr(++pair, '&');

        add_pair(secrets, pair, next ? (size_t)(next - pair) : strlen(pair));
        pair = next;
    }
}

void php_aurpay_secrets_release(struct php_aurpay_secrets *secrets)
{
    while (secrets->count) {
        php_aurpay_secrets_release_string(secrets->values[--secrets->count]);
    }
}

void php_aurpay_secrets_release_string(zend_string *string)
{
    if (!ZSTR_IS_INTERNED(string) && GC_REFCOUNT(string) == 1) {
        ZEND_SECURE_ZERO(ZSTR_VAL(string), ZSTR_LEN(string));
    }
    zend_string_release(string);
}
