/* Parameters to the bytes of a query, a form or a JSON body. */
#ifndef PHP_AURPAY_ENCODE_H
#define PHP_AURPAY_ENCODE_H

#include "call.h"

/** Writes the parameters into the query or body and registers the secret ones for masking. Throws and returns
 *  false when a required one is missing, or when one is unknown or malformed. */
bool php_aurpay_encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments);

#endif
