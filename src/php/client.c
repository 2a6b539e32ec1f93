#include "client.h"

#include "arguments.h"
#include "credentials.h"
#include "exceptions.h"

static void free_last_response(struct php_aurpay_last_response *last)
{
    if (last->path) {
        zend_string_release(last->path);
    }
    if (last->trace_id) {
        zend_string_release(last->trace_id);
    }
}

static void free_contents(void *client)
{
    struct php_aurpay_client *self = client;

    aurpay_credentials_free(&self->credentials);
    php_aurpay_options_free(&self->options);
    free_last_response(&self->last_response);
}

/* Logger and handler may refer back to the client. */
static void list_zvals(void *client, zend_get_gc_buffer *buffer)
{
    struct php_aurpay_client *self = client;

    zend_get_gc_buffer_add_zval(buffer, &self->options.logger);
    zend_get_gc_buffer_add_zval(buffer, &self->options.handler);
}

static struct php_aurpay_object_kind kind = {
    .size = sizeof(struct php_aurpay_client),
    .offset = offsetof(struct php_aurpay_client, object.std),
    .free_contents = free_contents,
    .list_zvals = list_zvals,
};

void php_aurpay_client_register(zend_class_entry *ce)
{
    php_aurpay_object_register(ce, &kind);
}

struct php_aurpay_client *php_aurpay_client_fetch(zend_object *object)
{
    return php_aurpay_object_fetch(object, &kind);
}

/* Whether the first argument is fit to be the credentials. */
static bool check_credentials(const struct php_aurpay_construction *given)
{
    if (given->token) {
        return php_aurpay_check_header_secret(given->token, 1);
    }
    return php_aurpay_credentials_fetch(given->credentials) != NULL;
}

static bool store_credentials(struct php_aurpay_client *self, const struct php_aurpay_construction *given)
{
    struct php_aurpay_credentials *credentials;
    enum aurpay_code code;

    if (given->token) {
        code = aurpay_credentials_set(&self->credentials, given->kind, ZSTR_VAL(given->token),
                                      ZSTR_LEN(given->token), NULL, 0);
    } else {
        credentials = php_aurpay_credentials_fetch(given->credentials);
        code = aurpay_credentials_copy(&credentials->credentials, &self->credentials);
    }
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

void php_aurpay_client_construct(zend_object *object, const struct php_aurpay_construction *given)
{
    struct php_aurpay_client *self = php_aurpay_object_container(object);
    struct php_aurpay_options options;

    if (!php_aurpay_object_may_construct(object) || !check_credentials(given) ||
        !php_aurpay_options_read(given->options, 2, &options)) {
        return;
    }
    if (!php_aurpay_object_may_construct(object) || !store_credentials(self, given)) {
        php_aurpay_options_free(&options);
        return;
    }
    self->provider = given->api->provider;
    self->methods = given->api->methods;
    self->options = options;
    php_aurpay_object_complete(object);
}

struct php_aurpay_client *php_aurpay_client_make(zval *value, zend_class_entry *ce,
                                                 const struct php_aurpay_api *api,
                                                 struct php_aurpay_options *options)
{
    struct php_aurpay_client *self = php_aurpay_object_make(value, ce, &kind);

    if (!self) {
        php_aurpay_options_free(options);
        return NULL;
    }
    self->provider = api->provider;
    self->methods = api->methods;
    self->options = *options;
    php_aurpay_object_complete(&self->object.std);
    return self;
}
