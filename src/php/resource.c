/* Objects that hold nothing but a client (Order, Transaction, Wallet, Lightning), and the few shapes their
 * methods have. */
#include "arguments.h"

#include "ext/spl/spl_iterators.h"
#include "zend_exceptions.h"

#include "../core/validate.h"

static zend_object_handlers handlers;

struct resource {
    /* The Client; undefined until the constructor ran. */
    zval client;
    struct php_aurpay_object object;
};

static zend_object *create_object(zend_class_entry *ce)
{
    return php_aurpay_object_create(ce, sizeof(struct resource), &handlers);
}

static void free_object(zend_object *object)
{
    struct resource *self = php_aurpay_object_container(object);

    zval_ptr_dtor(&self->client);
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
    struct resource *self = php_aurpay_object_container(object);

    *table = &self->client;
    *count = 1;
    return zend_std_get_properties(object);
}

void php_aurpay_resource_register(zend_class_entry *ce)
{
    ce->create_object = create_object;
    php_aurpay_object_init_handlers(&handlers, offsetof(struct resource, object.std));
    handlers.free_obj = free_object;
    handlers.get_gc = get_gc;
}

void php_aurpay_resource_create(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce)
{
    struct resource *resource;

    ZEND_PARSE_PARAMETERS_NONE();
    if (!php_aurpay_client_fetch(Z_OBJ_P(ZEND_THIS))) {
        RETURN_THROWS();
    }
    resource = php_aurpay_object_make(return_value, ce, &handlers);
    if (!resource) {
        RETURN_THROWS();
    }
    ZVAL_COPY(&resource->client, ZEND_THIS);
    php_aurpay_object_complete(&resource->object.std);
}

zend_object *php_aurpay_resource_client(zval *self)
{
    const struct resource *resource;

    if (!php_aurpay_object_is_constructed(Z_OBJ_P(self), &handlers)) {
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

/* ---- the shapes of methods ---- */

/* After the arguments are parsed: code of the shop must not run with an exception pending. */
static void call_with(zend_object *client, const struct php_aurpay_arguments *arguments, zval *return_value)
{
    struct php_aurpay_client *self = php_aurpay_client_fetch(client);

    if (self) {
        php_aurpay_call(self, arguments, return_value);
    }
}

static void call(zend_object *client, const struct aurpay_endpoint *endpoint, HashTable *params,
                 zval *return_value)
{
    const struct php_aurpay_arguments arguments = {
        .endpoint = endpoint, .params = params, .params_argument = 1};

    call_with(client, &arguments, return_value);
}

void php_aurpay_method_without_arguments(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                         const struct aurpay_endpoint *endpoint)
{
    ZEND_PARSE_PARAMETERS_NONE();
    call(client, endpoint, NULL, return_value);
}

void php_aurpay_method_with_params(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint)
{
    HashTable *params;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(params)
    ZEND_PARSE_PARAMETERS_END();
    call(client, endpoint, params, return_value);
}

void php_aurpay_method_with_filter(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                   const struct aurpay_endpoint *endpoint)
{
    HashTable *filter = NULL;

    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_ARRAY_HT(filter)
    ZEND_PARSE_PARAMETERS_END();
    call(client, endpoint, filter, return_value);
}

void php_aurpay_method_with_id(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                               const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_arguments arguments = {.endpoint = endpoint, .id_argument = 1};
    zval *id;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ZVAL(id)
    ZEND_PARSE_PARAMETERS_END();
    arguments.id = php_aurpay_id_argument(1, id);
    if (!arguments.id) {
        RETURN_THROWS();
    }
    call_with(client, &arguments, return_value);
    zend_string_release(arguments.id);
}

/* ---- many ids ---- */

/* Collects ids before anything is sent. An int is taken as well: it is what PHP makes of a key of digits
 * alone, so that array_keys() of an answer can be asked for again. False when an exception was thrown. */
static bool add_id(HashTable *ids, zval *value)
{
    zend_string *id = php_aurpay_id_of(value);
    zval element;

    if (!id) {
        ZVAL_DEREF(value);
        zend_argument_type_error(1, "must contain only ids of type string|int, %s given",
                                 zend_zval_type_name(value));
        return false;
    }
    if (!aurpay_validate_id(ZSTR_VAL(id), ZSTR_LEN(id))) {
        zend_argument_value_error(1,
                                  "must contain only ids (1 to 64 characters of A-Z, a-z, 0-9, underscore "
                                  "and hyphen); one at position %" PRIu32 " is not",
                                  zend_hash_num_elements(ids) + 1);
        zend_string_release(id);
        return false;
    }
    ZVAL_STR(&element, id);
    /* One that is named twice is asked for once. */
    if (!zend_hash_add(ids, id, &element)) {
        zend_string_release(id);
    }
    return true;
}

static int add_current_id(zend_object_iterator *iterator, void *ids)
{
    zval *id = iterator->funcs->get_current_data(iterator);

    return id && !EG(exception) && add_id(ids, id) ? ZEND_HASH_APPLY_KEEP : ZEND_HASH_APPLY_STOP;
}

static bool collect_ids(HashTable *ids, zval *iterable)
{
    zval *id;

    if (Z_TYPE_P(iterable) != IS_ARRAY) {
        return spl_iterator_apply(iterable, add_current_id, ids) == SUCCESS && !EG(exception);
    }
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(iterable), id) {
        if (!add_id(ids, id)) {
            return false;
        }
    }
    ZEND_HASH_FOREACH_END();
    return true;
}

void php_aurpay_method_with_ids(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                                const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_client *self;
    HashTable *ids;
    zval *iterable;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ITERABLE(iterable)
    ZEND_PARSE_PARAMETERS_END();
    self = php_aurpay_client_fetch(client);
    if (!self) {
        RETURN_THROWS();
    }
    ids = zend_new_array(0);
    if (collect_ids(ids, iterable)) {
        php_aurpay_call_many(self, endpoint, ids, return_value);
    }
    zend_array_release(ids);
}
