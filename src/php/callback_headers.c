/* The headers of a callback, in whatever form a framework or the web server gives them. */
#include "callback_headers.h"

#include "../core/callback.h"
#include "exceptions.h"

#define SERVER_PREFIX "HTTP_"

static bool has_server_prefix(const zend_string *name)
{
    return ZSTR_LEN(name) > strlen(SERVER_PREFIX) &&
           memcmp(ZSTR_VAL(name), SERVER_PREFIX, strlen(SERVER_PREFIX)) == 0;
}

/* $_SERVER has headers under HTTP_…; its other members (environment variables) are no headers. */
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

static char lower_with_hyphen(char byte)
{
    return (char)(byte == '_' ? '-' : zend_tolower_ascii(byte));
}

/* Whether two header names are the same, whatever their case, hyphens and underscores being equal. */
static bool is_header(const char *given, size_t length, const char *name)
{
    size_t i;

    if (strlen(name) != length) {
        return false;
    }
    for (i = 0; i < length; i++) {
        if (lower_with_hyphen(given[i]) != lower_with_hyphen(name[i])) {
            return false;
        }
    }
    return true;
}

/* What the values of one header amount to. */
struct header_value {
    int count;
    /* The last text, borrowed; NULL for none. */
    zend_string *text;
    /* A framework's object in place of a text. */
    zend_object *object;
};

static void add_header_text(struct header_value *header, zval *value)
{
    ZVAL_DEREF(value);
    header->count++;
    if (Z_TYPE_P(value) == IS_STRING && Z_STRLEN_P(value)) {
        header->text = Z_STR_P(value);
    } else if (Z_TYPE_P(value) == IS_OBJECT) {
        header->object = Z_OBJ_P(value);
    }
}

/* A text, or a list of texts (PSR-7, Symfony). Deeper lists are not followed: no framework has them, and an
 * array may contain itself. */
static void add_header_value(struct header_value *header, zval *value)
{
    zval *element;

    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) != IS_ARRAY) {
        add_header_text(header, value);
        return;
    }
    if (zend_hash_num_elements(Z_ARRVAL_P(value)) == 0) {
        header->count++;
        return;
    }
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(value), element) {
        add_header_text(header, element);
    }
    ZEND_HASH_FOREACH_END();
}

/* A mistake in the shop's code that no visitor can cause, so not a CallbackException. CodeIgniter's headers()
 * returns such objects. */
static void refuse_header_object(const zend_object *object, const char *name)
{
    zend_argument_type_error(
        2,
        "must have strings, or lists of one string, as values; the header \"%s\" is an object "
        "of %s: pass its text",
        name, ZSTR_VAL(object->ce->name));
}

/* Finds a header and returns it as a new reference. Throws and returns NULL when it is missing, empty or
 * repeated. */
static zend_string *find_header(HashTable *headers, bool is_server, const char *name)
{
    struct header_value header = {0};
    char message[80];
    zend_string *key;
    zval *value;

    ZEND_HASH_FOREACH_STR_KEY_VAL(headers, key, value) {
        size_t skip = is_server ? strlen(SERVER_PREFIX) : 0;

        if (key && (!is_server || has_server_prefix(key)) &&
            is_header(ZSTR_VAL(key) + skip, ZSTR_LEN(key) - skip, name)) {
            add_header_value(&header, value);
        }
    }
    ZEND_HASH_FOREACH_END();
    if (header.object) {
        refuse_header_object(header.object, name);
        return NULL;
    }
    if (header.count > 1) {
        snprintf(message, sizeof(message), "The callback has more than one \"%s\" header", name);
        php_aurpay_throw_callback("RepeatedHeader", message, NULL);
        return NULL;
    }
    if (!header.text) {
        snprintf(message, sizeof(message), "The callback has no \"%s\" header", name);
        php_aurpay_throw_callback("MissingHeader", message, NULL);
        return NULL;
    }
    return zend_string_copy(header.text);
}

bool php_aurpay_callback_headers_read(HashTable *given, struct php_aurpay_callback_headers *headers)
{
    bool is_server = is_server_array(given);

    headers->token = find_header(given, is_server, AURPAY_CALLBACK_HEADER_TOKEN);
    headers->date = headers->token ? find_header(given, is_server, AURPAY_CALLBACK_HEADER_DATE) : NULL;
    headers->signature =
        headers->date ? find_header(given, is_server, AURPAY_CALLBACK_HEADER_SIGNATURE) : NULL;
    return headers->signature != NULL;
}

void php_aurpay_callback_headers_free(struct php_aurpay_callback_headers *headers)
{
    zend_string *const strings[] = {headers->token, headers->date, headers->signature};
    size_t i;

    for (i = 0; i < sizeof(strings) / sizeof(strings[0]); i++) {
        if (strings[i]) {
            zend_string_release(strings[i]);
        }
    }
}

zend_string *php_aurpay_callback_headers_api_key(HashTable *given)
{
    return find_header(given, is_server_array(given), AURPAY_CALLBACK_HEADER_API_KEY);
}

void php_aurpay_callback_headers_add(zval *headers, bool is_server, const char *name, const char *value)
{
    char key[sizeof(SERVER_PREFIX) + 32];
    size_t i;

    if (!is_server) {
        add_assoc_string(headers, name, value);
        return;
    }
    snprintf(key, sizeof(key), SERVER_PREFIX "%s", name);
    for (i = strlen(SERVER_PREFIX); key[i]; i++) {
        key[i] = (char)(key[i] == '-' ? '_' : zend_toupper_ascii(key[i]));
    }
    add_assoc_string(headers, key, value);
}
