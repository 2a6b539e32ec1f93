/* What may be shown of a call in a message, a log or an exception's properties. */
#include "redact.h"

#include "zend_smart_str.h"

#include "../core/character.h"
#include "../core/echo.h"
#include "call_state.h"

/* The most bytes of a server's text that are shown. */
#define TEXT_MAX 300

/* Replaces a secret. */
#define MASK "***"

/* A text in which secrets are looked for. */
struct search {
    const char *begin;
    const char *cursor;
    const char *end;
    const struct php_aurpay_secrets *secrets;
};

static size_t longer(size_t one, size_t other)
{
    return one > other ? one : other;
}

static size_t match_length(const struct search *search, const char *secret, size_t length)
{
    const struct aurpay_text text = {search->cursor, (size_t)(search->end - search->cursor)};
    const struct aurpay_text wanted = {secret, length};

    return aurpay_echo_length(text, wanted);
}

/* The length of the longest secret at the cursor, since one secret may begin with another; 0 when there is
 * none. */
static size_t secret_length(const struct search *search)
{
    const struct aurpay_credentials *credentials = search->secrets->credentials;
    size_t length, i;

    if (search->secrets->has_more) {
        return (size_t)(search->end - search->cursor);
    }
    length = longer(match_length(search, credentials->secret, credentials->secret_length),
                    match_length(search, credentials->token, credentials->token_length));
    for (i = 0; i < search->secrets->count; i++) {
        const zend_string *value = search->secrets->values[i];

        length = longer(length, match_length(search, ZSTR_VAL(value), ZSTR_LEN(value)));
    }
    return length;
}

/* ---- secrets by their names ---- */

/* A value in a text. */
struct value {
    const char *begin;
    const char *end;
};

/* Whether a name may begin at the cursor: a longer name does not go through it. */
static bool is_at_name(const struct search *search)
{
    size_t before = (size_t)(search->cursor - search->begin);
    const char *cursor = search->cursor;

    if (before == 0 || (before >= 3 && cursor[-3] == '%')) {
        return true;
    }
    return cursor[-1] != '_' && cursor[-1] != '-' &&
           !aurpay_character_is(cursor[-1], AURPAY_CHARACTER_LETTER | AURPAY_CHARACTER_DIGIT);
}

static const char *skip(const struct search *search, const char *text, char byte)
{
    while (text < search->end && *text == byte) {
        text++;
    }
    return text;
}

/* Finds the value after a name in JSON, whose quotation marks may be escaped: `":"value"`. */
static bool find_json_value(const struct search *search, const char *name_end, struct value *value)
{
    const char *text = skip(search, name_end, '\\');

    if (text == search->end || *text != '"') {
        return false;
    }
    text = skip(search, text + 1, ' ');
    if (text == search->end || *text != ':') {
        return false;
    }
    text = skip(search, skip(search, text + 1, ' '), '\\');
    if (text == search->end || *text != '"') {
        return false;
    }
    value->begin = text + 1;
    value->end = memchr(value->begin, '"', (size_t)(search->end - value->begin));
    if (!value->end) {
        value->end = search->end;
    }
    while (value->end > value->begin && value->end[-1] == '\\') {
        value->end--;
    }
    return true;
}

/* Finds the value after a name in a URL or a form: `=value`, whose equals sign may be escaped. */
static bool find_form_value(const struct search *search, const char *name_end, struct value *value)
{
    bool is_escaped = search->end - name_end >= 3 && strncasecmp(name_end, "%3D", 3) == 0;

    if (!is_escaped && (name_end == search->end || *name_end != '=')) {
        return false;
    }
    value->begin = value->end = name_end + (is_escaped ? 3 : 1);
    while (value->end < search->end && (unsigned char)*value->end > ' ' &&
           !strchr("&#;,\"'\\<>(){}[]", *value->end)) {
        value->end++;
    }
    return true;
}

/* Finds the value of a secret field whose name is at the cursor. A pay URL has a token that no request
 * had. */
static bool find_field_value(const struct search *search, struct value *value)
{
    const char *const *field = search->secrets->provider->secret_fields;
    size_t rest = (size_t)(search->end - search->cursor);

    for (; *field; field++) {
        size_t length = strlen(*field);

        if (length < rest && memcmp(search->cursor, *field, length) == 0 && is_at_name(search)) {
            const char *name_end = search->cursor + length;

            return (find_form_value(search, name_end, value) || find_json_value(search, name_end, value)) &&
                   value->begin < value->end;
        }
    }
    return false;
}

/* Masks every secret in a text from outside, in one pass: the mask itself is not searched. Consumes
 * `text`. */
static zend_string *mask_secrets(zend_string *text, const struct php_aurpay_secrets *secrets)
{
    struct search search = {ZSTR_VAL(text), ZSTR_VAL(text), ZSTR_VAL(text) + ZSTR_LEN(text), secrets};
    const char *copied = search.cursor;
    smart_str masked = {0};

    while (search.cursor < search.end) {
        size_t length = secret_length(&search);
        struct value value = {NULL, NULL};

        if (!length && find_field_value(&search, &value)) {
            search.cursor = value.begin;
            length = longer((size_t)(value.end - value.begin), secret_length(&search));
        }
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
    php_aurpay_secrets_release_string(text);
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
    const struct search search = {digits, digits, digits + length, secrets};
    bool is_secret = secret_length(&search) == length;

    ZEND_SECURE_ZERO(digits, sizeof(digits));
    return is_secret;
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
