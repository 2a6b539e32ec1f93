/* A PHP extension of the bench only: the bare call (bare.h) in PHP. Both functions take the base URI, the
 * path of the CA file, the token, the secret and the parameters of the order. */
#include "bare.h"

#include <php.h>

#include <Zend/zend_smart_str.h>
#include <ext/json/php_json.h>

/* They live as long as the process: the calls of bare_call(), all with its first body and signature, and
 * those of bare_json_call(). A worker may serve both, so each has its own. */
static struct bare_call signed_once, signed_each_time;

struct arguments {
    zend_string *base_uri;
    zend_string *ca_file;
    zend_string *token;
    zend_string *secret;
    zval *parameters;
};

/* Reads the arguments of both functions. The process's first call sets up the call. */
static bool read_arguments(INTERNAL_FUNCTION_PARAMETERS, struct bare_call *call, struct arguments *arguments)
{
    (void)return_value;
    if (zend_parse_parameters(ZEND_NUM_ARGS(), "SSSSa", &arguments->base_uri, &arguments->ca_file,
                              &arguments->token, &arguments->secret, &arguments->parameters) != SUCCESS) {
        return false;
    }
    if (!call->easy) {
        struct bare_settings settings = {ZSTR_VAL(arguments->base_uri), ZSTR_VAL(arguments->ca_file),
                                         ZSTR_VAL(arguments->token), ZSTR_VAL(arguments->secret)};

        bare_set_up(call, &settings);
    }
    return true;
}

/* The parameters as JSON. The caller frees it. */
static smart_str encode(zval *parameters)
{
    smart_str json = {0};

    if (php_json_encode(&json, parameters, PHP_JSON_UNESCAPED_SLASHES) != SUCCESS) {
        bare_fail("the parameters cannot be encoded");
    }
    smart_str_0(&json);
    return json;
}

/* Sends the parameters, the signature and the date of the process's first call, and returns the answer as it
 * came. */
static PHP_FUNCTION(bare_call)
{
    struct bare_call *call = &signed_once;
    struct arguments arguments;

    if (!read_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, call, &arguments)) {
        RETURN_THROWS();
    }
    if (!call->body) {
        smart_str json = encode(arguments.parameters);

        bare_sign(call, pestrdup(ZSTR_VAL(json.s), 1), ZSTR_LEN(json.s));
        smart_str_free(&json);
    }
    bare_perform(call);
    RETURN_STRINGL(call->answer.bytes, call->answer.length);
}

/* Encodes the parameters and decodes the answer with ext/json, and signs each call. Returns the decoded
 * answer. */
static PHP_FUNCTION(bare_json_call)
{
    struct bare_call *call = &signed_each_time;
    struct arguments arguments;
    smart_str json;

    if (!read_arguments(INTERNAL_FUNCTION_PARAM_PASSTHRU, call, &arguments)) {
        RETURN_THROWS();
    }
    json = encode(arguments.parameters);
    bare_sign(call, ZSTR_VAL(json.s), ZSTR_LEN(json.s));
    bare_perform(call);
    smart_str_free(&json);
    php_json_decode_ex(return_value, call->answer.bytes, call->answer.length,
                       PHP_JSON_OBJECT_AS_ARRAY | PHP_JSON_BIGINT_AS_STRING, PHP_JSON_PARSER_DEFAULT_DEPTH);
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arguments_of_both, 0, 5, IS_MIXED, 0)
ZEND_ARG_TYPE_INFO(0, baseUri, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, caFile, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, token, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, parameters, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

/* clang-format off */
static const zend_function_entry functions[] = {
    PHP_FE(bare_call, arguments_of_both)
    PHP_FE(bare_json_call, arguments_of_both)
    PHP_FE_END
};
/* clang-format on */

static PHP_MINIT_FUNCTION(bare)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return SUCCESS;
}

/* All is freed but the copy of the first body. */
static PHP_MSHUTDOWN_FUNCTION(bare)
{
    if (signed_once.easy) {
        bare_free(&signed_once);
    }
    if (signed_each_time.easy) {
        bare_free(&signed_each_time);
    }
    curl_global_cleanup();
    return SUCCESS;
}

static zend_module_entry bare_module_entry = {
    STANDARD_MODULE_HEADER,
    "aurpay_bench_bare",
    functions,
    PHP_MINIT(bare),
    PHP_MSHUTDOWN(bare),
    NULL,
    NULL,
    NULL,
    "1",
    STANDARD_MODULE_PROPERTIES,
};

ZEND_GET_MODULE(bare)
