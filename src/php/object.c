#include "object.h"

#include "zend_exceptions.h"

static struct php_aurpay_object *header_of(const zend_object *object)
{
    return (struct php_aurpay_object *)((char *)object - offsetof(struct php_aurpay_object, std));
}

void php_aurpay_object_init_handlers(zend_object_handlers *handlers, size_t offset)
{
    memcpy(handlers, &std_object_handlers, sizeof(*handlers));
    handlers->offset = (int)offset;
    handlers->clone_obj = NULL;
    /* The standard handler compares properties, and these have none: all would be equal. */
    handlers->compare = zend_objects_not_comparable;
}

zend_object *php_aurpay_object_create(zend_class_entry *ce, size_t size, const zend_object_handlers *handlers)
{
    char *container = zend_object_alloc(size, ce);
    zend_object *object = (zend_object *)(container + handlers->offset);

    zend_object_std_init(object, ce);
    object_properties_init(object, ce);
    object->handlers = handlers;
    return object;
}

bool php_aurpay_object_is_constructed(const zend_object *object, const zend_object_handlers *handlers)
{
    /* Objects of a disabled class have the engine's handlers, and no header. */
    return object->handlers == handlers && header_of(object)->is_constructed;
}

void *php_aurpay_object_fetch(zend_object *object, const zend_object_handlers *handlers)
{
    if (!php_aurpay_object_is_constructed(object, handlers)) {
        zend_throw_error(NULL, "The %s object has not been correctly initialized by its constructor",
                         ZSTR_VAL(object->ce->name));
        return NULL;
    }
    return php_aurpay_object_container(object);
}

void *php_aurpay_object_make(zval *value, zend_class_entry *ce, const zend_object_handlers *handlers)
{
    object_init_ex(value, ce);
    if (Z_OBJ_P(value)->handlers == handlers) {
        return php_aurpay_object_container(Z_OBJ_P(value));
    }
    /* The engine has warned; the handler of warnings may have thrown. */
    if (!EG(exception)) {
        zend_throw_error(NULL, "The class %s is disabled", ZSTR_VAL(ce->name));
    }
    return NULL;
}

bool php_aurpay_object_may_construct(zend_object *object)
{
    if (header_of(object)->is_constructed) {
        zend_throw_error(NULL, "%s cannot be constructed twice", ZSTR_VAL(object->ce->name));
        return false;
    }
    return true;
}

void php_aurpay_object_complete(zend_object *object)
{
    header_of(object)->is_constructed = true;
}
