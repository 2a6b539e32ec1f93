/* The module: its entry, its version, and what it keeps per thread. */
#ifndef PHP_AURPAY_H
#define PHP_AURPAY_H

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "php.h"

#include "src/core/common.h"

#define PHP_AURPAY_VERSION AURPAY_VERSION

extern zend_module_entry aurpay_module_entry;
#define phpext_aurpay_ptr &aurpay_module_entry

struct aurpay_pool;
struct php_aurpay_anchored;

ZEND_BEGIN_MODULE_GLOBALS(aurpay)
/* Connections, kept from web request to web request; NULL until the first call. */
struct aurpay_pool *pool;
/* INI settings: what a pool is made with. */
zend_long max_idle_connections;
zend_long max_idle_seconds;
zend_long max_connection_seconds;
/* Memory of calls in progress, the newest first: what a bail-out leaves behind is freed after the request. */
struct php_aurpay_anchored *anchored;
/* What a bail-out of this request left in flight has been ended. */
bool is_bail_out_settled;
/* Calls of this process whose logger threw. */
uint64_t logger_failures;
/* The first of them in this web request is in the SAPI's log. */
bool is_logger_failure_told;
/* Exceptions of loggers whose destruction has no end; undefined while there are none. */
zval kept_exceptions;
ZEND_END_MODULE_GLOBALS(aurpay)

ZEND_EXTERN_MODULE_GLOBALS(aurpay)
#define AURPAY_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(aurpay, v)

#if defined(ZTS) && defined(COMPILE_DL_AURPAY)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
