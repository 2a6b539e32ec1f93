/* The bodies of methods: each parses the arguments of the running method and makes the call. */
#ifndef PHP_AURPAY_METHODS_H
#define PHP_AURPAY_METHODS_H

#include "../core/credentials.h"
#include "../core/endpoint.h"
#include "api.h"
#include "call_state.h"
#include "compat.h"

/** Methods that call an endpoint, by what they take: nothing; one array; an array that may be left out; an
 *  id; an iterable of ids, which are read at the same time.
 *  @param client an object of a client class; one that is not constructed is refused */
void php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                         const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                               const struct aurpay_endpoint *endpoint);
void php_aurpay_method_with_ids(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                const struct aurpay_endpoint *endpoint);

/** The constructor of a client whose credentials are one string: token and options. */
void php_aurpay_method_construct(INTERNAL_FUNCTION_PARAMETERS, const struct php_aurpay_api *api,
                                 enum aurpay_credentials_kind kind);

/** The method request() of every client: any endpoint, signed the same way. */
void php_aurpay_method_request(INTERNAL_FUNCTION_PARAMETERS);

/** The method lastResponse() of every client. */
void php_aurpay_method_last_response(INTERNAL_FUNCTION_PARAMETERS);

/** Makes a call that needs no credentials, by a client of its own.
 *  @param ce the client's class
 *  @param options_argument which argument of the running method the options are */
void php_aurpay_method_call_anonymously(zend_class_entry *ce, const struct php_aurpay_api *api,
                                        HashTable *options, uint32_t options_argument,
                                        const struct php_aurpay_arguments *arguments, zval *return_value);

/** Throws \ValueError and returns false when the argument is not an HTTP method in upper case, or not a path
 *  with its query. */
bool php_aurpay_method_check_verb(zend_string *verb, uint32_t argument);
bool php_aurpay_method_check_target(zend_string *target, uint32_t argument);

#endif
