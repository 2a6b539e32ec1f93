/* The option `handler`: a PHP callable that stands in for the network, so that shops can test their code. */
#include "binding.h"

#include "zend_exceptions.h"

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
        "strings and a string \"body\", each optional; %s",
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

static bool read_headers(HashTable *answer, struct aurpay_buffer *headers)
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
            return refuse("its headers are not strings by name");
        }
        if (strpbrk(ZSTR_VAL(name), "\r\n") || strpbrk(Z_STRVAL_P(header), "\r\n")) {
            return refuse("one of its headers has a line break");
        }
        line = zend_strpprintf(0, "%s: %s\n", ZSTR_VAL(name), Z_STRVAL_P(header));
        code = aurpay_buffer_append(headers, ZSTR_VAL(line), ZSTR_LEN(line));
        zend_string_release(line);
        if (code) {
            return refuse("its headers are too large");
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

static bool read_body(HashTable *answer, struct aurpay_response *response)
{
    zval *value = zend_hash_str_find_deref(answer, ZEND_STRL("body"));

    if (!value) {
        return true;
    }
    if (Z_TYPE_P(value) != IS_STRING) {
        return refuse("its body is not a string");
    }
    if (aurpay_buffer_append(&response->body, Z_STRVAL_P(value), Z_STRLEN_P(value))) {
        response->transfer = AURPAY_TRANSFER_TOO_LARGE;
    }
    return true;
}

static bool read_answer(zval *answer, struct aurpay_response *response)
{
    if (Z_TYPE_P(answer) != IS_ARRAY) {
        return refuse("it returned something else than an array");
    }
    response->transfer = AURPAY_TRANSFER_COMPLETE;
    return read_status(Z_ARRVAL_P(answer), &response->http_status) &&
           read_headers(Z_ARRVAL_P(answer), &response->headers) && read_body(Z_ARRVAL_P(answer), response);
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
