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
    zend_object std;
};

static struct resource *resource_from(zend_object *object)
{
    return (struct resource *)((char *)object - offsetof(struct resource, std));
}

static zend_object *create_object(zend_class_entry *ce)
{
    struct resource *self = zend_object_alloc(sizeof(*self), ce);

    ZVAL_UNDEF(&self->client);
    zend_object_std_init(&self->std, ce);
    object_properties_init(&self->std, ce);
    self->std.handlers = &handlers;
    return &self->std;
}

static void free_object(zend_object *object)
{
    zval_ptr_dtor(&resource_from(object)->client);
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
    *table = &resource_from(object)->client;
    *count = 1;
    return zend_std_get_properties(object);
}

void php_aurpay_resource_register(zend_class_entry *ce)
{
    ce->create_object = create_object;
    memcpy(&handlers, &std_object_handlers, sizeof(handlers));
    handlers.offset = offsetof(struct resource, std);
    handlers.free_obj = free_object;
    handlers.clone_obj = NULL;
    handlers.get_gc = get_gc;
}

void php_aurpay_resource_create(zval *return_value, zend_class_entry *ce, zend_object *client)
{
    object_init_ex(return_value, ce);
    ZVAL_OBJ_COPY(&resource_from(Z_OBJ_P(return_value))->client, client);
}

zend_object *php_aurpay_resource_client(zval *self)
{
    return Z_OBJ(resource_from(Z_OBJ_P(self))->client);
}

void php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAMETERS)
{
    struct resource *self = resource_from(Z_OBJ_P(ZEND_THIS));
    zval *client;

    (void)return_value;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_OBJECT_OF_CLASS(client, php_aurpay_ce_client)
    ZEND_PARSE_PARAMETERS_END();
    if (!Z_ISUNDEF(self->client)) {
        zend_throw_error(NULL, "%s cannot be constructed twice", ZSTR_VAL(self->std.ce->name));
        RETURN_THROWS();
    }
    ZVAL_COPY(&self->client, client);
}

/* ---- the shapes of methods ---- */

static void call(zend_object *client, const struct aurpay_endpoint *endpoint, HashTable *params,
                 zval *return_value)
{
    const struct php_aurpay_arguments arguments = {
        .endpoint = endpoint, .params = params, .params_argument = 1};

    php_aurpay_call(php_aurpay_client_from(client), &arguments, return_value);
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
    php_aurpay_call(php_aurpay_client_from(client), &arguments, return_value);
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
    HashTable *ids;
    zval *iterable;

    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ITERABLE(iterable)
    ZEND_PARSE_PARAMETERS_END();
    ids = zend_new_array(0);
    if (collect_ids(ids, iterable)) {
        php_aurpay_call_many(php_aurpay_client_from(client), endpoint, ids, return_value);
    }
    zend_array_release(ids);
}
