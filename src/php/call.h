/* The one path of every call: encode, perform, decode, answer or throw. */
#ifndef PHP_AURPAY_CALL_H
#define PHP_AURPAY_CALL_H

#include "call_state.h"
#include "client.h"

/** Makes a call: checks and encodes the parameters by the endpoint's row, signs, sends and decodes. Returns
 *  the envelope's data in @p return_value, or throws. */
void php_aurpay_call_make(struct php_aurpay_client *client, const struct php_aurpay_arguments *arguments,
                          zval *return_value);

/** Makes a call for each of @p ids (valid ids, as strings), concurrently and under one deadline. Returns an
 *  array with the data or the exception of each call, by id. Each answer is decoded and freed when it ends.
 *  Throws only exceptions that belong to no single call: those of the handler or a signal handler. */
void php_aurpay_call_many(struct php_aurpay_client *client, const struct aurpay_endpoint *endpoint,
                          HashTable *ids, zval *return_value);

/** Checks the arguments of a call and sends nothing. Throws and returns false when one is refused. */
bool php_aurpay_call_check_arguments(struct php_aurpay_client *client,
                                     const struct php_aurpay_arguments *arguments);

#endif
