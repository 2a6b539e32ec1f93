/* The one path of every call: encode, perform, decode, answer or throw. */
#ifndef PHP_AURPAY_CALL_H
#define PHP_AURPAY_CALL_H

#include "call_state.h"
#include "client.h"

/** Makes a call: checks and encodes the parameters by the endpoint's row, signs, sends, decodes, and answers
 *  the envelope's data in @p return_value or throws. */
void php_aurpay_call_make(struct php_aurpay_client *client, const struct php_aurpay_arguments *arguments,
                          zval *return_value);

/** Makes a call for each of @p ids (valid ids, as strings), at the same time and under one deadline, and
 *  answers an array of what each answered, or of the exception that says why not, by id. Each answer is
 *  decoded, and its memory freed, as it ends. Throws only what is not one call's: an exception of the handler
 *  or a signal handler. */
void php_aurpay_call_many(struct php_aurpay_client *client, const struct aurpay_endpoint *endpoint,
                          HashTable *ids, zval *return_value);

/** Checks a call's arguments as the call would, and sends nothing. Throws and answers false when one is
 *  refused. */
bool php_aurpay_call_check_arguments(struct php_aurpay_client *client,
                                     const struct php_aurpay_arguments *arguments);

#endif
