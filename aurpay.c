#include "php_aurpay.h"

#include "ext/standard/info.h"

#include <curl/curl.h>
#include <openssl/crypto.h>

#include "src/core/pool.h"
#include "src/core/transport.h"
#include "src/php/binding.h"

ZEND_DECLARE_MODULE_GLOBALS(aurpay)

/* Not PHP_GINIT_FUNCTION: its parameter would shadow the globals' name. */
static void construct_globals(void *globals)
{
#if defined(COMPILE_DL_AURPAY) && defined(ZTS)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    memset(globals, 0, sizeof(zend_aurpay_globals));
}

static void destruct_globals(void *globals)
{
    aurpay_pool_close(&((zend_aurpay_globals *)globals)->pool);
}

static PHP_MINIT_FUNCTION(aurpay)
{
    (void)type;
    (void)module_number;
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        zend_error(E_CORE_WARNING, "aurpay: libcurl could not be initialised");
        return FAILURE;
    }
    php_aurpay_register_exceptions();
    php_aurpay_register_constants();
    php_aurpay_register_credentials();
    php_aurpay_register_client();
    php_aurpay_register_order();
    php_aurpay_register_transaction();
    php_aurpay_register_wallet();
    php_aurpay_register_lightning();
    php_aurpay_register_pages();
    php_aurpay_register_azpays();
    php_aurpay_register_enayapay();
    php_aurpay_register_callback();
    return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(aurpay)
{
    (void)type;
    (void)module_number;
    /* GSHUTDOWN comes later, when libcurl must not be used any more. */
    aurpay_pool_close(&AURPAY_G(pool));
#ifndef ZTS
    /* Other threads' pools are closed after this, by GSHUTDOWN. */
    curl_global_cleanup();
#endif
    return SUCCESS;
}

static PHP_RINIT_FUNCTION(aurpay)
{
    (void)type;
    (void)module_number;
#if defined(COMPILE_DL_AURPAY) && defined(ZTS)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    return SUCCESS;
}

/* Runs after session handlers and destructors, which may still make calls. */
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(aurpay)
{
    if (AURPAY_G(pool)) {
        aurpay_transport_abort(AURPAY_G(pool));
    }
    php_aurpay_release_all();
    AURPAY_G(is_bail_out_settled) = false;
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(aurpay)
{
    const curl_version_info_data *curl = curl_version_info(CURLVERSION_NOW);

    (void)zend_module;
    php_info_print_table_start();
    php_info_print_table_row(2, "aurpay", "enabled");
    php_info_print_table_row(2, "Version", PHP_AURPAY_VERSION);
    php_info_print_table_row(2, "libcurl", curl->version);
    php_info_print_table_row(2, "libcurl (built with)", LIBCURL_VERSION);
    php_info_print_table_row(2, "TLS library of libcurl", curl->ssl_version ? curl->ssl_version : "none");
    php_info_print_table_row(2, "OpenSSL", OpenSSL_version(OPENSSL_VERSION));
    php_info_print_table_row(2, "OpenSSL (built with)", OPENSSL_VERSION_TEXT);
    php_info_print_table_row(2, "HTTP/2", curl->features & CURL_VERSION_HTTP2 ? "yes" : "no");
    php_info_print_table_row(2, "At most once by",
                             aurpay_transport_has_prerequest() ? "CURLOPT_PREREQFUNCTION"
                                                               : "fresh connections");
    php_info_print_table_end();
}

static const zend_module_dep aurpay_dependencies[] = {ZEND_MOD_REQUIRED("json") ZEND_MOD_REQUIRED("date")
                                                          ZEND_MOD_REQUIRED("spl") ZEND_MOD_END};

zend_module_entry aurpay_module_entry = {
    STANDARD_MODULE_HEADER_EX,
    NULL,
    aurpay_dependencies,
    "aurpay",
    NULL,
    PHP_MINIT(aurpay),
    PHP_MSHUTDOWN(aurpay),
    PHP_RINIT(aurpay),
    NULL,
    PHP_MINFO(aurpay),
    PHP_AURPAY_VERSION,
    PHP_MODULE_GLOBALS(aurpay),
    construct_globals,
    destruct_globals,
    ZEND_MODULE_POST_ZEND_DEACTIVATE_N(aurpay),
    STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_AURPAY
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(aurpay)
#endif
