/* What may be shown of a call in a message, a log or an exception's properties. */
#include "redact.h"

#include "zend_smart_str.h"

#include "call_state.h"

/* The most bytes of a server's text that are shown. */
#define TEXT_MAX 300

/* Replaces a secret. */
#define MASK "***"

/* A text in which secrets are looked for. */
struct search {
    const char *cursor;
    const char *end;
    const struct php_aurpay_secrets *secrets;
};

static size_t match_length(const struct search *search, const char *secret, size_t length)
{
    size_t rest = (size_t)(search->end - search->cursor);

    return length && length <= rest && *search->cursor == *secret &&
                   memcmp(search->cursor, secret, length) == 0
               ? length
               : 0;
}

static size_t longer(size_t one, size_t other)
{
    return one > other ? one : other;
}

/* The length of the longest secret at the cursor, since one secret may begin with another; 0 when there is
 * none. */
static size_t secret_length(const struct search *search)
{
    const struct aurpay_credentials *credentials = search->secrets->credentials;
    size_t length = longer(match_length(search, credentials->secret, credentials->secret_length),
                           match_length(search, credentials->token, credentials->token_length));
    size_t i;

    for (i = 0; i < search->secrets->count; i++) {
        const zend_string *value = search->secrets->values[i];

        length = longer(length, match_length(search, ZSTR_VAL(value), ZSTR_LEN(value)));
    }
    return length;
}

/* Masks every secret in a text from outside, in one pass: the mask itself is not searched. Consumes
 * `text`. */
static zend_string *mask_secrets(zend_string *text, const struct php_aurpay_secrets *secrets)
{
    struct search search = {ZSTR_VAL(text), ZSTR_VAL(text) + ZSTR_LEN(text), secrets};
    const char *copied = search.cursor;
    smart_str masked = {0};

    while (search.cursor < search.end) {
        size_t length = secret_length(&search);

        if (length) {
            smart_str_appendl(&masked, copied, (size_t)(search.cursor - copied));
            smart_str_appends(&masked, MASK);
            copied = search.cursor + length;
        }
        search.cursor += length ? length : 1;
    }
    if (!masked.s) {
        return text;
    }
    smart_str_appendl(&masked, copied, (size_t)(search.end - copied));
    zend_string_release(text);
    return smart_str_extract(&masked);
}

/* Whether the caller gave a part of the path (an id) or all of it. */
static bool is_path_given(const struct aurpay_endpoint *endpoint)
{
    return endpoint->accepts_any_parameters || strchr(endpoint->path, '{');
}

zend_string *php_aurpay_redact_path(const struct php_aurpay_call *call)
{
    const char *target = aurpay_request_target(&call->core.request);
    zend_string *path = zend_string_init(target, strcspn(target, "?"), 0);

    return is_path_given(call->core.endpoint) ? mask_secrets(path, &call->secrets) : path;
}

struct php_aurpay_secrets php_aurpay_secrets_of(const struct aurpay_provider *provider,
                                                const struct aurpay_credentials *credentials)
{
    struct php_aurpay_secrets secrets = {.provider = provider, .credentials = credentials};

    return secrets;
}

void php_aurpay_secrets_add(struct php_aurpay_secrets *secrets, zend_string *value)
{
    ZEND_ASSERT(secrets->count < PHP_AURPAY_MAX_SECRETS);
    secrets->values[secrets->count++] = zend_string_copy(value);
}

void php_aurpay_secrets_release(struct php_aurpay_secrets *secrets)
{
    while (secrets->count) {
        zend_string_release(secrets->values[--secrets->count]);
    }
}

static bool is_continuation_byte(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

zend_string *php_aurpay_redact_text(const char *text, size_t length, const struct php_aurpay_secrets *secrets)
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

/* Whether a number's digits are a secret: a server may echo a one-time password as a number. */
static bool is_secret_number(zend_long number, const struct php_aurpay_secrets *secrets)
{
    char digits[MAX_LENGTH_OF_LONG + 1];
    size_t length = (size_t)snprintf(digits, sizeof(digits), ZEND_LONG_FMT, number);
    const struct search search = {digits, digits + length, secrets};

    return secret_length(&search) == length;
}

/* The masked key as a new reference; NULL for a number that may be shown. */
static zend_string *mask_key(zend_string *key, zend_ulong index, const struct php_aurpay_secrets *secrets)
{
    if (key) {
        return mask_secrets(zend_string_copy(key), secrets);
    }
    return is_secret_number((zend_long)index, secrets) ? zend_string_init(ZEND_STRL(MASK), 0) : NULL;
}

void php_aurpay_redact_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets)
{
    zend_string *key, *masked_key;
    zend_ulong index;
    zval *element, copy;

    if (Z_TYPE_P(value) == IS_STRING) {
        ZVAL_STR(masked, mask_secrets(zend_string_copy(Z_STR_P(value)), secrets));
        return;
    }
    if (Z_TYPE_P(value) == IS_LONG && is_secret_number(Z_LVAL_P(value), secrets)) {
        ZVAL_STRING(masked, MASK);
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
            php_aurpay_redact_value(&copy, element, secrets);
        }
        masked_key = mask_key(key, index, secrets);
        if (masked_key) {
            zend_symtable_update(Z_ARRVAL_P(masked), masked_key, &copy);
            zend_string_release(masked_key);
        } else {
            zend_hash_index_add_new(Z_ARRVAL_P(masked), index, &copy);
        }
    }
    ZEND_HASH_FOREACH_END();
}
