/* Parameters to the bytes of a query, a form or a JSON body. */
#ifndef PHP_AURPAY_ENCODE_H
#define PHP_AURPAY_ENCODE_H

#include "call.h"

/** Puts the parameters into the request's query or body, and those that are secret among the call's secrets.
 *  Throws and answers false when one is missing, unknown or malformed. */
bool php_aurpay_encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments);

#endif
