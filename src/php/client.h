/* What is in the objects of Aurpay\Client, AzPays\Client and EnayaPay\Client, and how they are
 * constructed. */
#ifndef PHP_AURPAY_CLIENT_H
#define PHP_AURPAY_CLIENT_H

#include "../core/credentials.h"
#include "../core/endpoint.h"
#include "../core/response.h"
#include "api.h"
#include "object.h"
#include "options.h"

/** What Client::lastResponse() returns. */
struct php_aurpay_last_response {
    /** False before the first call. */
    bool is_set;
    char method[8];
    /** Target without its query. */
    zend_string *path;
    zend_string *trace_id;
    long http_status;
    const char *http_version;
    bool reused_connection;
    int retries;
    struct aurpay_timings timings;
};

struct php_aurpay_client {
    const struct aurpay_provider *provider;
    /** The names of methods for messages; NULL for none. */
    const struct php_aurpay_method *methods;
    /** A copy of its own, wiped with the object. */
    struct aurpay_credentials credentials;
    struct php_aurpay_options options;
    struct php_aurpay_last_response last_response;
    struct php_aurpay_object object;
};

/** Makes a class's objects clients. */
void php_aurpay_client_register(zend_class_entry *ce);

/** The client in an object. Throws an \Error and returns NULL when its constructor did not complete, or when
 *  it is no client. */
struct php_aurpay_client *php_aurpay_client_fetch(zend_object *object);

/** What a constructor of a client was given. */
struct php_aurpay_construction {
    const struct php_aurpay_api *api;
    /** The first argument: a string of that kind, or else an object of Credentials. */
    zend_string *token;
    enum aurpay_credentials_kind kind;
    zend_object *credentials;
    /** The second argument; NULL for none. */
    HashTable *options;
};

/** Constructs a client with all that was given, or throws: a client must never work with only some of its
 *  options. */
void php_aurpay_client_construct(zend_object *object, const struct php_aurpay_construction *given);

/** Makes @p value a client without credentials and takes over the options. If the class is disabled: throws
 *  an \Error, frees the options and returns NULL. */
struct php_aurpay_client *php_aurpay_client_make(zval *value, zend_class_entry *ce,
                                                 const struct php_aurpay_api *api,
                                                 struct php_aurpay_options *options);

#endif
