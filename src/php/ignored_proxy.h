/* The environment's proxy variables, which other clients obey and ours do not. On some hosts only a proxy can
 * reach the internet. */
#ifndef PHP_AURPAY_IGNORED_PROXY_H
#define PHP_AURPAY_IGNORED_PROXY_H

#include "compat.h"

/** The name of the variable that other clients would take a proxy from; NULL for none, for plain http and
 *  loopback, which need none, and for hosts in no_proxy. Its value is not for messages: it may hold a
 *  password.
 *  @param host of the URL */
const char *php_aurpay_ignored_proxy_variable(const char *url, const char *host);

#endif
