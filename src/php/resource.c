#include "resource.h"

#include "zend_exceptions.h"

#include "aurpay_client.h"
#include "client.h"

struct resource {
    /* The Client; undefined until the constructor ran. */
    zval client;
    struct php_aurpay_object object;
};

static void free_contents(void *resource)
{
    struct resource *self = resource;

    zval_ptr_dtor(&self->client);
}

static void list_zvals(void *resource, zend_get_gc_buffer *buffer)
{
    struct resource *self = resource;

    zend_get_gc_buffer_add_zval(buffer, &self->client);
}

static struct php_aurpay_object_kind kind = {
    .size = sizeof(struct resource),
    .offset = offsetof(struct resource, object.std),
    .free_contents = free_contents,
    .list_zvals = list_zvals,
};

void php_aurpay_resource_register(zend_class_entry *ce)
{
    php_aurpay_object_register(ce, &kind);
}

void php_aurpay_resource_create(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce)
{
    struct resource *resource;

    ZEND_PARSE_PARAMETERS_NONE();
    if (!php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS))) {
        RETURN_THROWS();
    }
    resource = php_aurpay_object_make(return_value, ce, &kind);
    if (!resource) {
        RETURN_THROWS();
    }
    ZVAL_COPY(&resource->client, ZEND_THIS);
    php_aurpay_object_complete(&resource->object.std);
}

zend_object *php_aurpay_resource_client(zval *self)
{
    const struct resource *resource;

    if (!php_aurpay_object_is_constructed(Z_OBJ_P(self), &kind)) {
        return Z_OBJ_P(self);
    }
    resource = php_aurpay_object_container(Z_OBJ_P(self));
    return Z_OBJ(resource->client);
}

void php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAMETERS)
{
    struct resource *self = php_aurpay_object_container(Z_OBJ_P(ZEND_THIS));
    zval *client;

    (void)return_value;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(client, php_aurpay_ce_client)
    ZEND_PARSE_PARAMETERS_END();
    if (!php_aurpay_object_may_construct(&self->object.std) || !php_aurpay_client_fetch(Z_OBJ_P(client))) {
        RETURN_THROWS();
    }
    ZVAL_COPY(&self->client, client);
    php_aurpay_object_complete(&self->object.std);
}
