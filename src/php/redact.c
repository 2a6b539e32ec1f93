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

/* What is looked for, and the bytes with which it may begin: most bytes of a text are skipped. */
struct wanted {
    const struct php_aurpay_secrets *secrets;
    bool may_begin[256];
};

/* A text in which secrets are looked for. */
struct search {
    const char *begin;
    const char *cursor;
    const char *end;
    const struct wanted *wanted;
};

static void add_beginnings(struct wanted *wanted, const char *secret, size_t length)
{
    const struct aurpay_text text = {secret, length};

    aurpay_echo_add_beginnings(text, wanted->may_begin);
}

static struct wanted wanted_of(const struct php_aurpay_secrets *secrets)
{
    const struct aurpay_credentials *credentials = secrets->credentials;
    const char *const *field;
    struct wanted wanted = {.secrets = secrets};
    size_t i;

    if (secrets->has_more) {
        memset(wanted.may_begin, true, sizeof(wanted.may_begin));
    }
    add_beginnings(&wanted, credentials->secret, credentials->secret_length);
    add_beginnings(&wanted, credentials->token, credentials->token_length);
    for (i = 0; i < secrets->count; i++) {
        add_beginnings(&wanted, ZSTR_VAL(secrets->values[i]), ZSTR_LEN(secrets->values[i]));
    }
    for (field = secrets->provider->secret_fields; *field; field++) {
        wanted.may_begin[(unsigned char)**field] = true;
    }
    return wanted;
}

static size_t longer(size_t one, size_t other)
{
    return one > other ? one : other;
}

static bool is_alphanumeric(char byte)
{
    return aurpay_character_is(byte, AURPAY_CHARACTER_LETTER | AURPAY_CHARACTER_DIGIT);
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
    const struct php_aurpay_secrets *secrets = search->wanted->secrets;
    const struct aurpay_credentials *credentials = secrets->credentials;
    size_t length, i;

    if (secrets->has_more) {
        return (size_t)(search->end - search->cursor);
    }
    length = longer(match_length(search, credentials->secret, credentials->secret_length),
                    match_length(search, credentials->token, credentials->token_length));
    for (i = 0; i < secrets->count; i++) {
        const zend_string *value = secrets->values[i];

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

/* Whether an escaped character ends at the cursor: `%26`, `%2526`, `\u0026`, `\n`. */
static bool is_after_escape(const struct search *search)
{
    size_t before = (size_t)(search->cursor - search->begin);
    const char *cursor = search->cursor;

    return (before >= 3 && cursor[-3] == '%') || (before >= 5 && memcmp(cursor - 5, "%25", 3) == 0) ||
           (before >= 6 && memcmp(cursor - 6, "\\u", 2) == 0) ||
           (before >= 2 && cursor[-2] == '\\' && strchr("nrt", cursor[-1]));
}

/* Whether a name may begin at the cursor: a longer name does not go through it. */
static bool is_at_name(const struct search *search)
{
    const char *cursor = search->cursor;

    return cursor == search->begin || is_after_escape(search) ||
           (cursor[-1] != '_' && cursor[-1] != '-' && !is_alphanumeric(cursor[-1]));
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

/* Finds the value after a name in a URL or a form: `=value`, whose equals sign may be escaped, also twice. */
static bool find_form_value(const struct search *search, const char *name_end, struct value *value)
{
    static const char *const signs[] = {"=", "%3D", "%3d", "%253D", "%253d"};
    size_t rest = (size_t)(search->end - name_end), length = 0, i;

    for (i = 0; i < sizeof(signs) / sizeof(signs[0]) && !length; i++) {
        if (strlen(signs[i]) <= rest && memcmp(name_end, signs[i], strlen(signs[i])) == 0) {
            length = strlen(signs[i]);
        }
    }
    if (!length) {
        return false;
    }
    value->begin = value->end = name_end + length;
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
    const char *const *field = search->wanted->secrets->provider->secret_fields;
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

static void skip_other_bytes(struct search *search)
{
    while (search->cursor < search->end && !search->wanted->may_begin[(unsigned char)*search->cursor]) {
        search->cursor++;
    }
}

/* The length of a secret, or of the value of a secret field, which then begins at the cursor. 0 for none. */
static size_t find_secret(struct search *search)
{
    size_t length = secret_length(search);
    struct value value = {NULL, NULL};

    if (length || !find_field_value(search, &value)) {
        return length;
    }
    search->cursor = value.begin;
    return longer((size_t)(value.end - value.begin), secret_length(search));
}

/* Masks every secret in a text from outside, in one pass: the mask itself is not searched. Consumes `text`.
 * @param enough bytes of the result after which the rest is left out or not searched: nobody sees it */
static zend_string *mask_secrets(zend_string *text, const struct wanted *wanted, size_t enough)
{
    struct search search = {ZSTR_VAL(text), ZSTR_VAL(text), ZSTR_VAL(text) + ZSTR_LEN(text), wanted};
    const char *copied = search.cursor;
    smart_str masked = {0};

    for (skip_other_bytes(&search); search.cursor < search.end; skip_other_bytes(&search)) {
        size_t length;

        if ((masked.s ? ZSTR_LEN(masked.s) : 0) + (size_t)(search.cursor - copied) >= enough) {
            break;
        }
        length = find_secret(&search);
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
    smart_str_appendl(&masked, copied, (size_t)(search.cursor - copied));
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
    struct wanted wanted;

    if (!is_path_given(call->core.endpoint)) {
        return path;
    }
    wanted = wanted_of(&call->secrets);
    return mask_secrets(path, &wanted, SIZE_MAX);
}

static bool is_continuation_byte(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

zend_string *php_aurpay_redact_text(const char *text, size_t length, const struct php_aurpay_secrets *secrets)
{
    const struct wanted wanted = wanted_of(secrets);
    zend_string *clean = mask_secrets(zend_string_init(text, length, 0), &wanted, TEXT_MAX);
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
static bool is_secret_number(zend_long number, const struct wanted *wanted)
{
    char digits[MAX_LENGTH_OF_LONG + 1];
    size_t length = (size_t)snprintf(digits, sizeof(digits), ZEND_LONG_FMT, number);
    const struct search search = {digits, digits, digits + length, wanted};
    bool is_secret = secret_length(&search) == length;

    ZEND_SECURE_ZERO(digits, sizeof(digits));
    return is_secret;
}

/* The masked key as a new reference; NULL for a number that may be shown. */
static zend_string *mask_key(zend_string *key, zend_ulong index, const struct wanted *wanted)
{
    if (key) {
        return mask_secrets(zend_string_copy(key), wanted, SIZE_MAX);
    }
    return is_secret_number((zend_long)index, wanted) ? zend_string_init(ZEND_STRL(MASK), 0) : NULL;
}

static void mask_value(zval *masked, zval *value, const struct wanted *wanted)
{
    zend_string *key, *masked_key;
    zend_ulong index;
    zval *element, copy;

    if (Z_TYPE_P(value) == IS_STRING) {
        ZVAL_STR(masked, mask_secrets(zend_string_copy(Z_STR_P(value)), wanted, SIZE_MAX));
        return;
    }
    if (Z_TYPE_P(value) == IS_LONG && is_secret_number(Z_LVAL_P(value), wanted)) {
        ZVAL_STRING(masked, MASK);
        return;
    }
    if (Z_TYPE_P(value) != IS_ARRAY) {
        ZVAL_COPY(masked, value);
        return;
    }
    array_init_size(masked, zend_hash_num_elements(Z_ARRVAL_P(value)));
    ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(value), index, key, element) {
        if (key && is_secret_field(wanted->secrets->provider, key) && Z_TYPE_P(element) != IS_NULL) {
            ZVAL_STRING(&copy, MASK);
        } else {
            mask_value(&copy, element, wanted);
        }
        masked_key = mask_key(key, index, wanted);
        if (masked_key) {
            zend_symtable_update(Z_ARRVAL_P(masked), masked_key, &copy);
            zend_string_release(masked_key);
        } else {
            zend_hash_index_add_new(Z_ARRVAL_P(masked), index, &copy);
        }
    }
    ZEND_HASH_FOREACH_END();
}

void php_aurpay_redact_value(zval *masked, zval *value, const struct php_aurpay_secrets *secrets)
{
    const struct wanted wanted = wanted_of(secrets);

    mask_value(masked, value, &wanted);
}
