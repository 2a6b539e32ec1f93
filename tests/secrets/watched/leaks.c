/* Leaks that are made on purpose, in every way that the witness watches: it must find them all. */
#include "leaks.h"

#include <stdlib.h>

#include <curl/curl.h>

#include "php.h"

static size_t __attribute__((noinline)) leave_in_frame(const zend_string *secret)
{
    volatile char copy[256] = "";
    size_t length = MIN(ZSTR_LEN(secret), sizeof(copy)), i;

    for (i = 0; i < length; i++) {
        copy[i] = ZSTR_VAL(secret)[i];
    }
    return i + (size_t)copy[0];
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_leak, 0, 1, IS_LONG, 0)
ZEND_ARG_TYPE_INFO(0, secret, IS_STRING, 0)
ZEND_END_ARG_INFO()

/* Releases a secret in each way that is watched. */
ZEND_FUNCTION(aurpay_witness_leak)
{
    struct curl_slist *list;
    zend_string *secret;
    char *block;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(secret)
    ZEND_PARSE_PARAMETERS_END();
    block = malloc(ZSTR_LEN(secret) + 1);
    memcpy(block, ZSTR_VAL(secret), ZSTR_LEN(secret) + 1);
    block = realloc(block, 2 * ZSTR_LEN(secret));
    free(block);
    list = curl_slist_append(NULL, ZSTR_VAL(secret));
    curl_slist_free_all(list);
    curl_free(curl_easy_escape(NULL, ZSTR_VAL(secret), (int)ZSTR_LEN(secret)));
    zend_string_release(zend_string_init(ZSTR_VAL(secret), ZSTR_LEN(secret), 0));
    RETURN_LONG((zend_long)leave_in_frame(secret));
}

static const zend_function_entry functions[] = {ZEND_FE(aurpay_witness_leak, arginfo_leak) ZEND_FE_END};

void php_aurpay_register_leaks(void)
{
    zend_register_functions(NULL, functions, NULL, MODULE_PERSISTENT);
}
