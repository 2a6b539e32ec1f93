/* The option `handler`: a PHP callable that stands in for the network. */
#ifndef PHP_AURPAY_HANDLER_H
#define PHP_AURPAY_HANDLER_H

#include "../core/request.h"
#include "../core/response.h"
#include "compat.h"

/** Asks the client's handler in place of the network. False when it threw, or answered something else than an
 *  array of status, headers and body, or of fault and sent (then a \TypeError or \ValueError is thrown). */
bool php_aurpay_handler_perform(zval *handler, const struct aurpay_request *request,
                                struct aurpay_response *response);

#endif
