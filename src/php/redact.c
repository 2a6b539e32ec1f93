/* What may be shown of a call in a message, a log or an exception's properties. */
#include "binding.h"

#include "zend_smart_str.h"

/* Enough of what a server says to understand it. */
#define TEXT_MAX 300

/* What stands in place of a secret. */
#define MASK "***"

zend_string *php_aurpay_path_of(const struct aurpay_request *request)
{
    const char *target = aurpay_request_target(request);

    return zend_string_init(target, strcspn(target, "?"), 0);
}

/* Replaces every occurrence of `secret` in `text`. */
static zend_string *mask(zend_string *text, const char *secret, size_t length)
{
    const char *cursor = ZSTR_VAL(text), *end = cursor + ZSTR_LEN(text), *found;
    smart_str masked = {0};

    if (!secret || length == 0 || !zend_memnstr(cursor, secret, length, end)) {
        return text;
    }
    while ((found = zend_memnstr(cursor, secret, length, end))) {
        smart_str_appendl(&masked, cursor, (size_t)(found - cursor));
        smart_str_appends(&masked, MASK);
        cursor = found + length;
    }
    smart_str_appendl(&masked, cursor, (size_t)(end - cursor));
    zend_string_release(text);
    return smart_str_extract(&masked);
}

/* Consumes `text`. */
static zend_string *mask_secrets(zend_string *text, const struct php_aurpay_secrets *secrets)
{
    const struct aurpay_credentials *credentials = secrets->credentials;
    size_t i;

    text = mask(text, credentials->secret, credentials->secret_length);
    text = mask(text, credentials->token, credentials->token_length);
    for (i = 0; i < secrets->count; i++) {
        text = mask(text, ZSTR_VAL(secrets->values[i]), ZSTR_LEN(secrets->values[i]));
    }
    return text;
}

struct php_aurpay_secrets php_aurpay_secrets_of(const struct php_aurpay_client *client)
{
    struct php_aurpay_secrets secrets = {.provider = client->provider, .credentials = &client->credentials};

    return secrets;
}

void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value)
{
    ZEND_ASSERT(secrets->count < PHP_AURPAY_MAX_SECRETS);
    secrets->values[secrets->count++] = value;
}

static bool is_continuation_byte(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

zend_string *php_aurpay_clean_text(const char *text, size_t length, const struct php_aurpay_secrets *secrets)
{
    zend_string *clean = mask_secrets(zend_string_init(text, length, 0), secrets);
    size_t cut = ZSTR_LEN(clean), i;

    if (cut > TEXT_MAX) {
        cut = TEXT_MAX;
        while (cut && is_continuation_byte((unsigned char)ZSTR_VAL(clean)[cut])) {
            cut--;
        }
    }
    clean = zend_string_separate(clean, 0);
    for (i = 0; i < cut; i++) {
        unsigned char byte = (unsigned char)ZSTR_VAL(clean)[i];

        /* C0 and DEL, and C1 in UTF-8 (0xc2 0x80 to 0xc2 0x9f). */
        if (byte < 0x20 || byte == 0x7f) {
            ZSTR_VAL(clean)[i] = ' ';
        } else if (byte == 0xc2 && i + 1 < cut && (unsigned char)ZSTR_VAL(clean)[i + 1] < 0xa0) {
            ZSTR_VAL(clean)[i] = ' ';
            ZSTR_VAL(clean)[i + 1] = ' ';
        }
    }
    if (cut < ZSTR_LEN(clean)) {
        clean = zend_string_truncate(clean, cut, 0);
        /* zend_string_truncate leaves that to its caller. */
        ZSTR_VAL(clean)[cut] = '\0';
    }
    return clean;
}

static bool is_secret_field(const struct aurpay_provider *provider, const zend_string *key)
{
    const char *const *field;

    for (field = provider->secret_fields; *field; field++) {
        if (zend_string_equals_cstr(key, *field, strlen(*field))) {
            return true;
        }
    }
    return false;
}

void php_aurpay_mask_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets)
{
    zend_string *key, *masked_key;
    zend_ulong index;
    zval *element, copy;

    if (Z_TYPE_P(value) == IS_STRING) {
        ZVAL_STR(masked, mask_secrets(zend_string_copy(Z_STR_P(value)), secrets));
        return;
    }
    if (Z_TYPE_P(value) != IS_ARRAY) {
        ZVAL_COPY(masked, value);
        return;
    }
    array_init_size(masked, zend_hash_num_elements(Z_ARRVAL_P(value)));
    ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(value), index, key, element) {
        if (key && is_secret_field(secrets->provider, key) && Z_TYPE_P(element) != IS_NULL) {
            ZVAL_STRING(&copy, MASK);
        } else {
            php_aurpay_mask_value(&copy, element, secrets);
        }
        if (key) {
            masked_key = mask_secrets(zend_string_copy(key), secrets);
            zend_symtable_update(Z_ARRVAL_P(masked), masked_key, &copy);
            zend_string_release(masked_key);
        } else {
            zend_hash_index_add_new(Z_ARRVAL_P(masked), index, &copy);
        }
    }
    ZEND_HASH_FOREACH_END();
}
