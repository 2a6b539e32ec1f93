#include "php_aurpay.h"

#include "SAPI.h"
#include "ext/standard/info.h"

#include <curl/curl.h>

#include "src/core/openssl_start.h"
#include "src/core/pool.h"
#include "src/core/transport.h"
#include "src/php/anchor.h"
#include "src/php/aurpay_client.h"
#include "src/php/azpays.h"
#include "src/php/callback.h"
#include "src/php/constants.h"
#include "src/php/credentials.h"
#include "src/php/enayapay.h"
#include "src/php/exceptions.h"
#include "src/php/information.h"
#include "src/php/lightning.h"
#include "src/php/object.h"
#include "src/php/order.h"
#include "src/php/pages.h"
#include "src/php/transaction.h"
#include "src/php/wallet.h"

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

/* What the settings may be, all of them int. */
static const struct {
    const char *name;
    zend_long minimum;
    zend_long maximum;
} bounds[] = {
    {"aurpay.max_idle_connections", 0, 64},
    {"aurpay.max_idle_seconds", 1, 3600},
    {"aurpay.max_connection_seconds", 1, 86400},
};

/* Reads a setting. False, with a warning, if it is no number within its bounds. */
static bool read_setting(zend_string *name, zend_string *value, zend_long *number)
{
    size_t i = 0;

    while (!zend_string_equals_cstr(name, bounds[i].name, strlen(bounds[i].name))) {
        i++;
        ZEND_ASSERT(i < sizeof(bounds) / sizeof(bounds[0]));
    }
    if (is_numeric_string(ZSTR_VAL(value), ZSTR_LEN(value), number, NULL, false) == IS_LONG &&
        *number >= bounds[i].minimum && *number <= bounds[i].maximum) {
        return true;
    }
    zend_error(E_WARNING, "%s must be a number between " ZEND_LONG_FMT " and " ZEND_LONG_FMT, bounds[i].name,
               bounds[i].minimum, bounds[i].maximum);
    return false;
}

/* Unlike with OnUpdateLong(), `010` is ten. */
static PHP_INI_MH(update_bounded)
{
    zend_long number = 0;

    (void)mh_arg3;
    (void)stage;
    if (!read_setting(entry->name, new_value, &number)) {
        return FAILURE;
    }
    *(zend_long *)ZEND_INI_GET_ADDR() = number;
    return SUCCESS;
}

/* Of the whole process, as the pool is. 60 seconds: before servers commonly give an idle connection up
 * (nginx: 75). 600 seconds: a gateway that moves to another address is followed after that, however busy the
 * connection to the old one. */
PHP_INI_BEGIN()
    STD_PHP_INI_ENTRY("aurpay.max_idle_connections", "8", PHP_INI_SYSTEM, update_bounded,
                      max_idle_connections, zend_aurpay_globals, aurpay_globals)
    STD_PHP_INI_ENTRY("aurpay.max_idle_seconds", "60", PHP_INI_SYSTEM, update_bounded, max_idle_seconds,
                      zend_aurpay_globals, aurpay_globals)
    STD_PHP_INI_ENTRY("aurpay.max_connection_seconds", "600", PHP_INI_SYSTEM, update_bounded,
                      max_connection_seconds, zend_aurpay_globals, aurpay_globals)
PHP_INI_END()

/* Each registers the classes of a file of src/php. */
static void (*const registrations[])(void) = {
    php_aurpay_register_exceptions,
    php_aurpay_register_constants,
    php_aurpay_register_credentials,
    php_aurpay_register_client,
    php_aurpay_register_order,
    php_aurpay_register_transaction,
    php_aurpay_register_wallet,
    php_aurpay_register_lightning,
    php_aurpay_register_pages,
    /* The other providers. */
    php_aurpay_register_azpays,
    php_aurpay_register_enayapay,
    /* What the platform sends. */
    php_aurpay_register_callback,
};

/* Not the command line: loading OpenSSL takes some milliseconds, and many scripts make no call. */
static bool serves_many_requests(void)
{
    return strcmp(sapi_module.name, "cli") != 0;
}

/* From PHP 8.3 on, an error that occurs while a case of an enum is created is reported with the enum's file
 * name. An internal enum has none: the same member of a union points to its list of methods. So PHP crashed
 * when memory_limit was reached there. The list is not needed after the registration; NULL means no file. */
static void forget_methods_of_own_enum(zend_class_entry *ce)
{
    if (ce->type == ZEND_INTERNAL_CLASS && ce->ce_flags & ZEND_ACC_ENUM &&
        ce->info.internal.module == EG(current_module)) {
        ce->info.internal.builtin_functions = NULL;
    }
}

static void forget_methods_of_own_enums(void)
{
    zend_class_entry *ce;

    ZEND_HASH_FOREACH_PTR(CG(class_table), ce) {
        forget_methods_of_own_enum(ce);
    }
    ZEND_HASH_FOREACH_END();
}

static PHP_MINIT_FUNCTION(aurpay)
{
    size_t i;

    (void)type;
    REGISTER_INI_ENTRIES();
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        zend_error(E_CORE_WARNING, "aurpay: libcurl could not be initialised");
        return FAILURE;
    }
    if (serves_many_requests()) {
        aurpay_openssl_start();
    }
    for (i = 0; i < sizeof(registrations) / sizeof(registrations[0]); i++) {
        registrations[i]();
    }
    forget_methods_of_own_enums();
    return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(aurpay)
{
    (void)type;
    UNREGISTER_INI_ENTRIES();
    php_aurpay_object_unregister_all();
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

static PHP_RSHUTDOWN_FUNCTION(aurpay)
{
    (void)type;
    (void)module_number;
    zval_ptr_dtor(&AURPAY_G(kept_exceptions));
    ZVAL_UNDEF(&AURPAY_G(kept_exceptions));
    return SUCCESS;
}

/* Runs after session handlers and destructors, which may still make calls. */
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(aurpay)
{
    if (AURPAY_G(pool)) {
        aurpay_transport_abort(AURPAY_G(pool));
    }
    php_aurpay_anchor_release_all();
    /* A session's write handler may have filled it again. The engine has freed the exceptions. */
    ZVAL_UNDEF(&AURPAY_G(kept_exceptions));
    AURPAY_G(is_bail_out_settled) = false;
    AURPAY_G(is_logger_failure_told) = false;
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(aurpay)
{
    php_aurpay_information_print();
    DISPLAY_INI_ENTRIES();
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
    PHP_RSHUTDOWN(aurpay),
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
