#include "php.h"

#include <curl/curl.h>
#include <openssl/crypto.h>

#include "allocator.h"
#include "php_aurpay.h"
#include "src/core/openssl_start.h"

/* Whether OpenSSL takes our allocator. */
static bool has_openssl = false;

/* Before any module of PHP has started: OpenSSL takes no allocator once it has used its own. */
__attribute__((constructor)) static void replace_early(void)
{
    has_openssl = oom_allocator_install_openssl();
}

/* The extension's own call in MINIT comes here (--wrap). */
CURLcode __wrap_curl_global_init(long flags);

CURLcode __wrap_curl_global_init(long flags)
{
    return oom_allocator_install_libcurl(flags) ? CURLE_OK : CURLE_FAILED_INIT;
}

/* The bits of a library's name: 0 for one that is not known, or whose allocations do not come here. */
static unsigned int bits_of(zend_string *name)
{
    unsigned int all = 1U << OOM_CORE | 1U << OOM_LIBCURL | (has_openssl ? 1U << OOM_OPENSSL : 0);
    int i;

    if (zend_string_equals_literal(name, "all")) {
        return all;
    }
    for (i = 0; i < OOM_LIBRARIES; i++) {
        if (zend_string_equals_cstr(name, oom_allocator_name(i), strlen(oom_allocator_name(i)))) {
            return all & 1U << i;
        }
    }
    return 0;
}

/* oom_begin(string $library, int $nth, bool $forGood): whether the library's allocations come here. */
PHP_FUNCTION(oom_begin)
{
    struct oom_order order = {0};
    zend_string *library;
    zend_long nth;

    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(library)
        Z_PARAM_LONG(nth)
        Z_PARAM_BOOL(order.for_good)
    ZEND_PARSE_PARAMETERS_END();
    order.libraries = bits_of(library);
    order.nth = (long)nth;
    if (order.libraries) {
        oom_allocator_begin(&order);
    }
    RETURN_BOOL(order.libraries != 0);
}

/* oom_end(): [allocations, failures] since oom_begin(). */
PHP_FUNCTION(oom_end)
{
    ZEND_PARSE_PARAMETERS_NONE();
    oom_allocator_end();
    array_init_size(return_value, 2);
    add_next_index_long(return_value, oom_allocator_count());
    add_next_index_long(return_value, oom_allocator_failures());
}

/* oom_live(): the core's blocks that are not freed. */
PHP_FUNCTION(oom_live)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG(oom_allocator_live(OOM_CORE));
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_oom_begin, 0, 3, _IS_BOOL, 0)
ZEND_ARG_TYPE_INFO(0, library, IS_STRING, 0)
ZEND_ARG_TYPE_INFO(0, nth, IS_LONG, 0)
ZEND_ARG_TYPE_INFO(0, forGood, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_oom_end, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_oom_live, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

static const zend_function_entry functions[] = {ZEND_FE(oom_begin, arginfo_oom_begin) ZEND_FE(
    oom_end, arginfo_oom_end) ZEND_FE(oom_live, arginfo_oom_live) ZEND_FE_END};

void php_aurpay_register_oom(void)
{
    /* As in a PHP that serves many requests. */
    aurpay_openssl_start();
    zend_register_functions(NULL, functions, NULL, MODULE_PERSISTENT);
}
