#include "options.h"

#include "zend_closures.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"
#include "zend_strtod.h"
#include "ext/standard/md5.h"

#include "../core/call.h"
#include "../core/nearest.h"
#include "../core/validate.h"
#include "exceptions.h"
#include "secrets.h"
#include "sentence.h"
#include "snapshot.h"

#define SECOND 1000

#define DEFAULT_TIMEOUT (30 * SECOND)
#define DEFAULT_CONNECT_TIMEOUT (10 * SECOND)
#define DEFAULT_RETRIES 2
#define MAX_RETRIES 10
#define MIN_RESPONSE_BYTES 1024
/* Few servers take more than 100 streams a connection. */
#define DEFAULT_CONCURRENCY 50
#define DEFAULT_RESPONSE_BYTES (16 * 1024 * 1024)
#define MAX_RESPONSE_BYTES (256 * 1024 * 1024)

/* An option being read. */
struct reader {
    struct php_aurpay_options *options;
    const char *name;
    uint32_t argument;
};

static bool refuse_type(const struct reader *reader, const char *allowed, const zval *value)
{
    zend_argument_type_error(reader->argument, "option \"%s\" must be %s, %s given", reader->name, allowed,
                             zend_zval_type_name(value));
    return false;
}

static bool refuse_value(const struct reader *reader, const char *allowed)
{
    zend_argument_value_error(reader->argument, "option \"%s\" must be %s", reader->name, allowed);
    return false;
}

/* Digits alone. */
static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Text such as "15" or "0.5", as Laravel's env() and configuration files return it. Anything else is a
 * \ValueError. */
static bool read_decimal(const struct reader *reader, const zend_string *text, double *number)
{
    const char *digits = ZSTR_VAL(text);
    size_t length = count_digits(digits), places = 0;

    if (length && digits[length] == '.') {
        places = count_digits(digits + length + 1);
        length = places ? length + 1 + places : 0;
    }
    if (length == 0 || length != ZSTR_LEN(text)) {
        return refuse_value(reader, "a number of seconds: int, float, or digits such as \"15\" or \"0.5\"");
    }
    *number = zend_strtod(digits, NULL);
    return true;
}

static bool read_seconds(const struct reader *reader, zval *value, zend_long *milliseconds)
{
    double seconds = 0;

    if (Z_TYPE_P(value) == IS_STRING) {
        if (!read_decimal(reader, Z_STR_P(value), &seconds)) {
            return false;
        }
    } else if (Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_DOUBLE) {
        seconds = zval_get_double(value);
    } else {
        return refuse_type(reader, "a number of seconds (int, float or text)", value);
    }
    if (!(seconds >= 0.001 && seconds <= 3600.0)) {
        return refuse_value(reader, "between 0.001 and 3600 seconds");
    }
    *milliseconds = (zend_long)(seconds * SECOND);
    return true;
}

static bool read_int(const struct reader *reader, zval *value, zend_long minimum, zend_long maximum,
                     zend_long *number)
{
    if (Z_TYPE_P(value) == IS_STRING) {
        if (Z_STRLEN_P(value) == 0 || count_digits(Z_STRVAL_P(value)) != Z_STRLEN_P(value)) {
            return refuse_value(reader, "an int, or only digits such as \"2\"");
        }
        /* Too large a number saturates, and is out of range. */
        *number = ZEND_STRTOL(Z_STRVAL_P(value), NULL, 10);
    } else if (Z_TYPE_P(value) == IS_LONG) {
        *number = Z_LVAL_P(value);
    } else {
        return refuse_type(reader, "of type int", value);
    }
    if (*number < minimum || *number > maximum) {
        zend_argument_value_error(reader->argument,
                                  "option \"%s\" must be between " ZEND_LONG_FMT " and " ZEND_LONG_FMT,
                                  reader->name, minimum, maximum);
        return false;
    }
    return true;
}

static bool read_string(const struct reader *reader, zval *value, zend_string **string)
{
    if (Z_TYPE_P(value) != IS_STRING) {
        return refuse_type(reader, "of type string", value);
    }
    zend_string_addref(Z_STR_P(value));
    *string = Z_STR_P(value);
    return true;
}

static bool check_url(const struct reader *reader, enum aurpay_url_kind kind, const zend_string *url,
                      const char *allowed)
{
    enum aurpay_code code = aurpay_validate_url(kind, ZSTR_VAL(url), ZSTR_LEN(url));

    if (code == AURPAY_ERROR_INVALID) {
        return refuse_value(reader, allowed);
    }
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

static bool read_base_uri(const struct reader *reader, zval *value)
{
    zend_string **uri = &reader->options->base_uri;
    size_t length;

    if (!read_string(reader, value, uri)) {
        return false;
    }
    if (!check_url(reader, AURPAY_URL_BASE, *uri,
                   "an absolute https URL (http only on a loopback address) without user, query or "
                   "fragment")) {
        return false;
    }
    for (length = ZSTR_LEN(*uri); length && ZSTR_VAL(*uri)[length - 1] == '/'; length--) {
    }
    if (length < ZSTR_LEN(*uri)) {
        zend_string *trimmed = zend_string_init(ZSTR_VAL(*uri), length, 0);

        zend_string_release(*uri);
        *uri = trimmed;
    }
    return true;
}

static bool read_timeout(const struct reader *reader, zval *value)
{
    return read_seconds(reader, value, &reader->options->timeout_milliseconds);
}

static bool read_connect_timeout(const struct reader *reader, zval *value)
{
    return read_seconds(reader, value, &reader->options->connect_timeout_milliseconds);
}

static bool read_ip_version(const struct reader *reader, zval *value)
{
    zend_long version = 0;

    if (Z_TYPE_P(value) == IS_STRING) {
        version = Z_STRLEN_P(value) == 1 ? Z_STRVAL_P(value)[0] - '0' : 0;
    } else if (Z_TYPE_P(value) == IS_LONG) {
        version = Z_LVAL_P(value);
    } else {
        return refuse_type(reader, "4 or 6", value);
    }
    if (version != 4 && version != 6) {
        return refuse_value(reader, "4 or 6");
    }
    reader->options->ip_version = version;
    return true;
}

static bool read_retries(const struct reader *reader, zval *value)
{
    return read_int(reader, value, 0, MAX_RETRIES, &reader->options->retries);
}

/* libcurl opens the file during a call, when the working directory may have changed. */
static bool make_absolute(zend_string **file)
{
    char *path = expand_filepath(ZSTR_VAL(*file), NULL);

    if (path) {
        zend_string_release(*file);
        *file = zend_string_init(path, strlen(path), 0);
        efree(path);
    }
    return true;
}

static bool read_ca_file(const struct reader *reader, zval *value)
{
    zend_string **file = &reader->options->ca_file;
    zend_stat_t found = {0};

    if (!read_string(reader, value, file)) {
        return false;
    }
    if (ZSTR_LEN(*file) == 0 || zend_str_has_nul_byte(*file)) {
        return refuse_value(reader, "the path of a readable PEM file");
    }
    /* Warns by itself, as file functions do. */
    if (php_check_open_basedir(ZSTR_VAL(*file))) {
        return refuse_value(reader, "within open_basedir");
    }
    if (VCWD_STAT(ZSTR_VAL(*file), &found) != 0 || S_ISDIR(found.st_mode) ||
        VCWD_ACCESS(ZSTR_VAL(*file), R_OK) != 0) {
        return refuse_value(reader, "the path of a readable PEM file");
    }
    return make_absolute(file);
}

/* When libcurl looks for a connection to reuse, it ignores the case of letters in pins (8.18 still does).
 * Before 7.80, and on Windows, the core cannot refuse such a connection (reuse.c), and a read would need a
 * new one each time. A second pin, which no key has, makes the pins differ: the bytes of the first in hex. */
static void make_distinct(zend_string **pin)
{
    static const char separator[] = ";" AURPAY_PIN_PREFIX;
    size_t length = ZSTR_LEN(*pin), offset = length + strlen(separator);
    zend_string *distinct = zend_string_alloc(offset + 2 * length, 0);

    memcpy(ZSTR_VAL(distinct), ZSTR_VAL(*pin), length);
    memcpy(ZSTR_VAL(distinct) + length, separator, strlen(separator));
    /* Ends in NUL. */
    make_digest_ex(ZSTR_VAL(distinct) + offset, (unsigned char *)ZSTR_VAL(*pin), (int)length);
    zend_string_release(*pin);
    *pin = distinct;
}

/* Only digests are allowed: libcurl takes anything else as a file name. A digest that was cut off matches no
 * key, and the failure of a call would blame the server. */
static bool read_pinned_public_key(const struct reader *reader, zval *value)
{
    zend_string **pin = &reader->options->pinned_public_key;

    if (!read_string(reader, value, pin)) {
        return false;
    }
    if (!aurpay_validate_pins(ZSTR_VAL(*pin), ZSTR_LEN(*pin))) {
        return refuse_value(reader, "\"" AURPAY_PIN_PREFIX
                                    "\" and the base64 digest of a public key (44 characters); "
                                    "several, with semicolons");
    }
    make_distinct(pin);
    return true;
}

static bool read_proxy(const struct reader *reader, zval *value)
{
    zend_string **proxy = &reader->options->proxy;

    if (!read_string(reader, value, proxy)) {
        return false;
    }
    return check_url(reader, AURPAY_URL_PROXY, *proxy, "an absolute http or https URL");
}

static bool read_user_agent(const struct reader *reader, zval *value)
{
    zend_string **agent = &reader->options->user_agent;

    if (!read_string(reader, value, agent)) {
        return false;
    }
    if (!aurpay_validate_header_value(ZSTR_VAL(*agent), ZSTR_LEN(*agent))) {
        return refuse_value(reader, "visible ASCII characters on one line");
    }
    return true;
}

static bool read_max_response_bytes(const struct reader *reader, zval *value)
{
    return read_int(reader, value, MIN_RESPONSE_BYTES, MAX_RESPONSE_BYTES,
                    &reader->options->max_response_bytes);
}

static bool read_concurrency(const struct reader *reader, zval *value)
{
    return read_int(reader, value, 1, AURPAY_CALL_MAX_CONCURRENCY, &reader->options->concurrency);
}

/* A log() that is not public would fail at the first call. */
static bool read_logger(const struct reader *reader, zval *value)
{
    zend_function *method = NULL;

    if (Z_TYPE_P(value) == IS_OBJECT) {
        method = zend_hash_str_find_ptr(&Z_OBJCE_P(value)->function_table, ZEND_STRL("log"));
    }
    if (!method || !(method->common.fn_flags & ZEND_ACC_PUBLIC)) {
        return refuse_type(
            reader, "an object with a public method log(), such as a Psr\\Log\\LoggerInterface", value);
    }
    ZVAL_COPY(&reader->options->logger, value);
    reader->options->logger_method = method;
    return true;
}

/* Closure::fromCallable() resolves the callable here, in the caller's scope: [$this, 'aPrivateMethod'] then
 * works wherever the call is made. */
static bool read_handler(const struct reader *reader, zval *value)
{
    zend_function *from_callable =
        zend_hash_str_find_ptr(&zend_ce_closure->function_table, ZEND_STRL("fromcallable"));

    if (!from_callable || !zend_is_callable(value, IS_CALLABLE_SUPPRESS_DEPRECATIONS, NULL)) {
        return refuse_type(reader, "callable", value);
    }
    zend_call_known_function(from_callable, NULL, zend_ce_closure, &reader->options->handler, 1, value, NULL);
    return !EG(exception);
}

static const struct {
    const char *name;
    bool (*read)(const struct reader *reader, zval *value);
} known_options[] = {
    {"base_uri", read_base_uri},
    {"timeout", read_timeout},
    {"connect_timeout", read_connect_timeout},
    {"ip_version", read_ip_version},
    {"retries", read_retries},
    {"ca_file", read_ca_file},
    {"pinned_public_key", read_pinned_public_key},
    {"proxy", read_proxy},
    {"user_agent", read_user_agent},
    {"concurrency", read_concurrency},
    {"logger", read_logger},
    {"max_response_bytes", read_max_response_bytes},
    {"handler", read_handler},
};

#define KNOWN_OPTIONS (sizeof(known_options) / sizeof(known_options[0]))

/* The known option with the nearest name, or NULL. */
static const char *nearest_option(const char *name, size_t length)
{
    struct aurpay_nearest nearest;
    size_t i;

    aurpay_nearest_init(&nearest, name, length);
    for (i = 0; i < KNOWN_OPTIONS; i++) {
        aurpay_nearest_offer(&nearest, known_options[i].name, strlen(known_options[i].name));
    }
    aurpay_nearest_wipe(&nearest);
    return nearest.name;
}

/* `is_position` when it is the place in a list. A name that resembles no option of ours is shown only if it
 * may be another library's: it may also be a key, a password or a proxy's URL in the wrong place. */
static bool refuse_unknown(const struct reader *reader, const zend_string *name, bool is_position)
{
    const char *nearest = nearest_option(ZSTR_VAL(name), ZSTR_LEN(name));
    smart_str message = {0};
    size_t i;

    smart_str_append_printf(
        &message, "has an unknown option \"%s\"",
        nearest || is_position || aurpay_validate_option_name(ZSTR_VAL(name), ZSTR_LEN(name)) ? ZSTR_VAL(name)
                                                                                              : "***");
    if (nearest) {
        smart_str_append_printf(&message, " (the nearest known one is \"%s\")", nearest);
    }
    smart_str_appends(&message, "; the options are ");
    for (i = 0; i < KNOWN_OPTIONS; i++) {
        php_aurpay_sentence_append(&message, known_options[i].name, i, KNOWN_OPTIONS);
    }
    smart_str_0(&message);
    zend_argument_value_error(reader->argument, "%s", ZSTR_VAL(message.s));
    smart_str_free(&message);
    return false;
}

static bool read_option(struct reader *reader, zend_string *name, zval *value)
{
    size_t i;

    for (i = 0; i < KNOWN_OPTIONS; i++) {
        if (zend_string_equals_cstr(name, known_options[i].name, strlen(known_options[i].name))) {
            reader->name = known_options[i].name;
            /* null counts as not given. */
            return Z_TYPE_P(value) == IS_NULL || known_options[i].read(reader, value);
        }
    }
    return refuse_unknown(reader, name, false);
}

/* Plain http is for loopback: through a proxy it would leave the machine, key included. */
static bool check_combination(struct reader *reader)
{
    const struct php_aurpay_options *options = reader->options;

    if (options->proxy && options->base_uri && strncasecmp(ZSTR_VAL(options->base_uri), "https:", 6) != 0) {
        reader->name = "proxy";
        return refuse_value(reader, "left out when base_uri is an http URL");
    }
    return true;
}

static void set_defaults(struct php_aurpay_options *options)
{
    memset(options, 0, sizeof(*options));
    ZVAL_UNDEF(&options->logger);
    ZVAL_UNDEF(&options->handler);
    options->timeout_milliseconds = DEFAULT_TIMEOUT;
    options->connect_timeout_milliseconds = DEFAULT_CONNECT_TIMEOUT;
    options->retries = DEFAULT_RETRIES;
    options->max_response_bytes = DEFAULT_RESPONSE_BYTES;
    options->concurrency = DEFAULT_CONCURRENCY;
}

static bool read_options(struct reader *reader, HashTable *given)
{
    zend_string *name;
    zend_ulong index;
    zval *value;

    ZEND_HASH_FOREACH_KEY_VAL(given, index, name, value) {
        if (!name) {
            name = zend_long_to_str((zend_long)index);
            refuse_unknown(reader, name, index < zend_hash_num_elements(given));
            php_aurpay_secrets_release_string(name);
            return false;
        }
        if (!read_option(reader, name, value)) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return check_combination(reader);
}

bool php_aurpay_options_read(HashTable *given, uint32_t argument, struct php_aurpay_options *options)
{
    struct reader reader = {.options = options, .argument = argument};
    zval own;
    bool read;

    set_defaults(options);
    if (!given) {
        return true;
    }
    php_aurpay_snapshot(given, &own);
    read = read_options(&reader, Z_ARRVAL(own));
    zval_ptr_dtor(&own);
    if (!read) {
        php_aurpay_options_free(options);
    }
    return read;
}

/* A proxy's URL may hold a password. */
static void release(zend_string **string)
{
    if (*string) {
        php_aurpay_secrets_release_string(*string);
        *string = NULL;
    }
}

void php_aurpay_options_free(struct php_aurpay_options *options)
{
    release(&options->base_uri);
    release(&options->ca_file);
    release(&options->pinned_public_key);
    release(&options->proxy);
    release(&options->user_agent);
    zval_ptr_dtor(&options->logger);
    zval_ptr_dtor(&options->handler);
    ZVAL_UNDEF(&options->logger);
    ZVAL_UNDEF(&options->handler);
}
