/* The option `handler`: a PHP callable that stands in for the network, so that shops can test their code. */
#include "handler.h"

#include "zend_enum.h"
#include "zend_exceptions.h"

#include "exceptions.h"
#include "secrets.h"
#include "sentence.h"

/* A case of TransportReason, and how libcurl would have reported it. */
struct played_fault {
    const char *reason;
    enum aurpay_transfer transfer;
    /* How far an attempt comes if nothing is sent. */
    enum aurpay_step step;
    /* It can also happen after the request was sent. Any other fault counts as a lost connection then. */
    bool can_be_sent;
    /* libcurl's part of the message. */
    const char *words;
};

static const struct played_fault faults[] = {
    {"Name", AURPAY_TRANSFER_NAME_NOT_RESOLVED, AURPAY_STEP_NAME, false, ""},
    {"Connection", AURPAY_TRANSFER_NOT_CONNECTED, AURPAY_STEP_CONNECTION, false, ""},
    {"Proxy", AURPAY_TRANSFER_PROXY_REFUSED, AURPAY_STEP_PROXY, false, ""},
    {"CaFile", AURPAY_TRANSFER_CA_FILE_UNUSABLE, AURPAY_STEP_TLS, false, ""},
    {"CertificateExpired", AURPAY_TRANSFER_CERTIFICATE_EXPIRED, AURPAY_STEP_TLS, false, ""},
    {"CertificateNotYetValid", AURPAY_TRANSFER_CERTIFICATE_NOT_YET_VALID, AURPAY_STEP_TLS, false, ""},
    {"CertificateHost", AURPAY_TRANSFER_CERTIFICATE_WRONG_HOST, AURPAY_STEP_TLS, false, ""},
    {"CertificateAuthority", AURPAY_TRANSFER_CERTIFICATE_UNKNOWN_CA, AURPAY_STEP_TLS, false,
     "unable to get local issuer certificate"},
    {"Certificate", AURPAY_TRANSFER_CERTIFICATE_REFUSED, AURPAY_STEP_TLS, false,
     "unsuitable certificate purpose"},
    {"PublicKey", AURPAY_TRANSFER_WRONG_PUBLIC_KEY, AURPAY_STEP_TLS, false, ""},
    {"TlsVersion", AURPAY_TRANSFER_TLS_TOO_OLD, AURPAY_STEP_TLS, false, "unsupported protocol"},
    {"Tls", AURPAY_TRANSFER_TLS_FAILED, AURPAY_STEP_TLS, false, "unexpected eof while reading"},
    {"Lost", AURPAY_TRANSFER_BROKEN, AURPAY_STEP_TLS, true, "Connection reset by peer"},
    {"ConnectTimeout", AURPAY_TRANSFER_CONNECT_TIMED_OUT, AURPAY_STEP_CONNECTION, false, ""},
    {"Timeout", AURPAY_TRANSFER_TIMED_OUT, AURPAY_STEP_CONNECTION, true, ""},
    {"Interrupted", AURPAY_TRANSFER_INTERRUPTED, AURPAY_STEP_CONNECTION, true, ""},
    {"Failed", AURPAY_TRANSFER_FAILED, AURPAY_STEP_TLS, true, "Out of memory"},
};

#define FAULTS (sizeof(faults) / sizeof(faults[0]))

/* The keys of what it returns: of an answer, and of a fault. */
static const char *const known_keys[] = {"status", "headers", "body", "fault", "sent"};

#define KNOWN_KEYS (sizeof(known_keys) / sizeof(known_keys[0]))
#define ANSWER_KEYS 3

/* The status of a proxy that could not reach the server. */
#define PLAYED_PROXY_STATUS 502

static void headers_to_array(const struct aurpay_request *request, zval *array)
{
    size_t i;

    array_init_size(array, (uint32_t)request->header_count);
    for (i = 0; i < request->header_count; i++) {
        add_assoc_string(array, request->headers[i].name, request->headers[i].value);
    }
}

static bool refuse(const char *what)
{
    zend_type_error(
        "The option \"handler\" must return an array with an int \"status\", an array \"headers\" of "
        "strings and a string \"body\", each optional, or with an Aurpay\\TransportReason \"fault\" and a "
        "bool \"sent\"; %s",
        what);
    return false;
}

static bool read_status(HashTable *answer, long *status)
{
    zval *value = zend_hash_str_find_deref(answer, ZEND_STRL("status"));

    *status = 200;
    if (!value) {
        return true;
    }
    if (Z_TYPE_P(value) != IS_LONG || Z_LVAL_P(value) < 100 || Z_LVAL_P(value) > 599) {
        return refuse("its status is not an int between 100 and 599");
    }
    *status = (long)Z_LVAL_P(value);
    return true;
}

/* As when libcurl cannot hand us what it has received. */
static void play_no_memory(struct aurpay_response *response)
{
    response->transfer = AURPAY_TRANSFER_FAILED;
    response->step = AURPAY_STEP_REST_OF_ANSWER;
    (void)snprintf(response->error, sizeof(response->error), "out of memory");
    response->error_is_fixed = true;
}

static bool read_headers(HashTable *answer, struct aurpay_response *response)
{
    zval *value = zend_hash_str_find_deref(answer, ZEND_STRL("headers"));
    zend_string *name;
    zval *header;

    if (!value) {
        return true;
    }
    if (Z_TYPE_P(value) != IS_ARRAY) {
        return refuse("its headers are not an array");
    }
    ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(value), name, header) {
        zend_string *line;
        enum aurpay_code code;

        ZVAL_DEREF(header);
        if (!name || Z_TYPE_P(header) != IS_STRING) {
            return refuse("its headers are not strings with names as keys");
        }
        if (strpbrk(ZSTR_VAL(name), "\r\n") || strpbrk(Z_STRVAL_P(header), "\r\n")) {
            return refuse("one of its headers has a line break");
        }
        line = zend_strpprintf(0, "%s: %s\n", ZSTR_VAL(name), Z_STRVAL_P(header));
        code = aurpay_buffer_append(&response->headers, ZSTR_VAL(line), ZSTR_LEN(line));
        php_aurpay_secrets_release_string(line);
        if (code == AURPAY_ERROR_MEMORY) {
            play_no_memory(response);
        } else if (code) {
            return refuse("its headers are too large");
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

static bool read_body(HashTable *answer, struct aurpay_response *response)
{
    zval *value = zend_hash_str_find_deref(answer, ZEND_STRL("body"));
    enum aurpay_code code;

    if (!value) {
        return true;
    }
    if (Z_TYPE_P(value) != IS_STRING) {
        return refuse("its body is not a string");
    }
    code = aurpay_buffer_append(&response->body, Z_STRVAL_P(value), Z_STRLEN_P(value));
    if (code == AURPAY_ERROR_MEMORY) {
        play_no_memory(response);
    } else if (code) {
        response->transfer = AURPAY_TRANSFER_TOO_LARGE;
    }
    return true;
}

static bool read_sent(HashTable *answer, bool *sent)
{
    zval *value = zend_hash_str_find_deref(answer, ZEND_STRL("sent"));

    *sent = false;
    if (!value) {
        return true;
    }
    if (Z_TYPE_P(value) != IS_TRUE && Z_TYPE_P(value) != IS_FALSE) {
        return refuse("its \"sent\" is not a bool");
    }
    *sent = Z_TYPE_P(value) == IS_TRUE;
    return true;
}

static const struct played_fault *find_fault(zend_object *reason)
{
    const char *name = Z_STRVAL_P(zend_enum_fetch_case_name(reason));
    size_t i = 0;

    while (i + 1 < FAULTS && strcmp(faults[i].reason, name) != 0) {
        i++;
    }
    return &faults[i];
}

static void play_fault(const struct played_fault *fault, bool sent, struct aurpay_response *response)
{
    response->transfer = fault->transfer;
    response->sent = sent;
    response->step = sent ? AURPAY_STEP_ANSWER : fault->step;
    response->http_version = "";
    if (fault->transfer == AURPAY_TRANSFER_PROXY_REFUSED) {
        response->at_proxy = true;
        response->proxy_status = PLAYED_PROXY_STATUS;
    }
    if (fault->transfer == AURPAY_TRANSFER_NOT_CONNECTED) {
        response->system_error = PHP_AURPAY_CONNECTION_REFUSED;
    }
    snprintf(response->error, sizeof(response->error), "%s", fault->words);
}

static bool refuse_sent(const struct played_fault *fault)
{
    smart_str possible = {0};
    size_t count = 0, i, index = 0;

    for (i = 0; i < FAULTS; i++) {
        count += faults[i].can_be_sent;
    }
    for (i = 0; i < FAULTS; i++) {
        if (faults[i].can_be_sent) {
            php_aurpay_sentence_append(&possible, faults[i].reason, index++, count);
        }
    }
    smart_str_0(&possible);
    zend_value_error(
        "The option \"handler\" returned the fault TransportReason::%s with \"sent\" true, but it "
        "cannot happen after the request was sent; %s can",
        fault->reason, ZSTR_VAL(possible.s));
    smart_str_free(&possible);
    return false;
}

static bool read_fault(HashTable *answer, zval *reason, struct aurpay_response *response)
{
    const struct played_fault *fault;
    bool sent;

    if (Z_TYPE_P(reason) != IS_OBJECT || Z_OBJCE_P(reason) != php_aurpay_ce_transport_reason) {
        return refuse("its \"fault\" is not an Aurpay\\TransportReason");
    }
    if (!read_sent(answer, &sent)) {
        return false;
    }
    fault = find_fault(Z_OBJ_P(reason));
    if (sent && !fault->can_be_sent) {
        return refuse_sent(fault);
    }
    play_fault(fault, sent, response);
    return true;
}

static bool refuse_key(zend_string *key, zend_ulong index, const char *why)
{
    zend_string *name = key ? zend_string_copy(key) : zend_long_to_str((zend_long)index);
    smart_str keys = {0};
    size_t i;

    for (i = 0; i < ANSWER_KEYS; i++) {
        php_aurpay_sentence_append(&keys, known_keys[i], i, ANSWER_KEYS);
    }
    smart_str_appends(&keys, ", or ");
    for (; i < KNOWN_KEYS; i++) {
        php_aurpay_sentence_append(&keys, known_keys[i], i - ANSWER_KEYS, KNOWN_KEYS - ANSWER_KEYS);
    }
    smart_str_0(&keys);
    zend_value_error(
        "The option \"handler\" returned an array with the key \"%s\", which %s; the keys are %s",
        ZSTR_VAL(name), why, ZSTR_VAL(keys.s));
    smart_str_free(&keys);
    zend_string_release(name);
    return false;
}

/* Whether the keys are known, and all of the same kind: an answer's or a fault's. */
static bool check_keys(HashTable *answer)
{
    bool has_fault = zend_hash_str_exists(answer, ZEND_STRL("fault"));
    zend_string *key;
    zend_ulong index;

    ZEND_HASH_FOREACH_KEY(answer, index, key) {
        size_t i = 0;

        while (i < KNOWN_KEYS &&
               !(key && zend_string_equals_cstr(key, known_keys[i], strlen(known_keys[i])))) {
            i++;
        }
        if (i == KNOWN_KEYS) {
            return refuse_key(key, index, "is not known");
        }
        if (has_fault != (i >= ANSWER_KEYS)) {
            return refuse_key(key, index, has_fault ? "does not go with a fault" : "goes only with a fault");
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

static bool read_answer(zval *answer, struct aurpay_response *response)
{
    zval *fault;

    /* A function that returns by reference. */
    ZVAL_DEREF(answer);
    if (Z_TYPE_P(answer) != IS_ARRAY) {
        return refuse("it did not return an array");
    }
    if (!check_keys(Z_ARRVAL_P(answer))) {
        return false;
    }
    fault = zend_hash_str_find_deref(Z_ARRVAL_P(answer), ZEND_STRL("fault"));
    if (fault) {
        return read_fault(Z_ARRVAL_P(answer), fault, response);
    }
    response->transfer = AURPAY_TRANSFER_COMPLETE;
    return read_status(Z_ARRVAL_P(answer), &response->http_status) &&
           read_headers(Z_ARRVAL_P(answer), response) && read_body(Z_ARRVAL_P(answer), response);
}

bool php_aurpay_handler_perform(zval *handler, const struct aurpay_request *request,
                                struct aurpay_response *response)
{
    zval arguments[4], answer;
    bool performed;

    aurpay_response_reset(response);
    response->sent = true;
    response->http_version = "1.1";
    ZVAL_STRING(&arguments[0], request->method);
    ZVAL_STRING(&arguments[1], aurpay_request_target(request));
    headers_to_array(request, &arguments[2]);
    ZVAL_STRINGL(&arguments[3], aurpay_buffer_string(&request->body), request->body.length);
    ZVAL_UNDEF(&answer);
    call_user_function(NULL, NULL, handler, &answer, 4, arguments);
    performed = !EG(exception) && read_answer(&answer, response);
    zval_ptr_dtor(&answer);
    zval_ptr_dtor(&arguments[0]);
    zval_ptr_dtor(&arguments[1]);
    zval_ptr_dtor(&arguments[2]);
    zval_ptr_dtor(&arguments[3]);
    return performed;
}
