#include "object.h"

#include "zend_exceptions.h"

/* Which class has objects of which kind. Written at start-up alone. */
static struct {
    const zend_class_entry *ce;
    const struct php_aurpay_object_kind *kind;
} registered[16];
static size_t registered_count = 0;

static struct php_aurpay_object *header_of(const zend_object *object)
{
    return (struct php_aurpay_object *)((char *)object - offsetof(struct php_aurpay_object, std));
}

static const struct php_aurpay_object_kind *kind_of_class(const zend_class_entry *ce)
{
    size_t i = 0;

    while (registered[i].ce != ce) {
        i++;
        ZEND_ASSERT(i < registered_count);
    }
    return registered[i].kind;
}

static const struct php_aurpay_object_kind *kind_of_object(const zend_object *object)
{
    return (const struct php_aurpay_object_kind *)((const char *)object->handlers -
                                                   offsetof(struct php_aurpay_object_kind, handlers));
}

/* ---- the handlers ---- */

static zend_object *create_object(zend_class_entry *ce)
{
    const struct php_aurpay_object_kind *kind = kind_of_class(ce);
    char *container = zend_object_alloc(kind->size, ce);
    zend_object *object = (zend_object *)(container + kind->offset);

    zend_object_std_init(object, ce);
    object_properties_init(object, ce);
    object->handlers = &kind->handlers;
    return object;
}

/* Weak references are emptied first: when the contents are freed, the shop's code may run (the destructor of
 * a logger), and must not find an object that is half freed. */
static void free_object(zend_object *object)
{
    zend_object_std_dtor(object);
    kind_of_object(object)->free_contents(php_aurpay_object_container(object));
}

static HashTable *get_gc(zend_object *object, zval **table, int *count)
{
    zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

    kind_of_object(object)->list_zvals(php_aurpay_object_container(object), buffer);
    zend_get_gc_buffer_use(buffer, table, count);
    return zend_std_get_properties(object);
}

static HashTable *get_debug_info(zend_object *object, int *is_temporary)
{
    *is_temporary = 1;
    return kind_of_object(object)->describe(php_aurpay_object_container(object));
}

static void make_handlers(struct php_aurpay_object_kind *kind)
{
    zend_object_handlers *handlers = &kind->handlers;

    memcpy(handlers, &std_object_handlers, sizeof(*handlers));
    handlers->offset = (int)kind->offset;
    handlers->clone_obj = NULL;
    /* The standard handler compares properties, and these have none: all would be equal. */
    handlers->compare = zend_objects_not_comparable;
    handlers->free_obj = free_object;
    if (kind->list_zvals) {
        handlers->get_gc = get_gc;
    }
    if (kind->describe) {
        handlers->get_debug_info = get_debug_info;
    }
}

void php_aurpay_object_register(zend_class_entry *ce, struct php_aurpay_object_kind *kind)
{
    ZEND_ASSERT(registered_count < sizeof(registered) / sizeof(registered[0]));
    registered[registered_count].ce = ce;
    registered[registered_count].kind = kind;
    registered_count++;
    make_handlers(kind);
    ce->create_object = create_object;
}

void php_aurpay_object_unregister_all(void)
{
    registered_count = 0;
}

/* ---- what is in an object ---- */

bool php_aurpay_object_is_constructed(const zend_object *object, const struct php_aurpay_object_kind *kind)
{
    /* Objects of a disabled class have the engine's handlers, and no header. */
    return object->handlers == &kind->handlers && header_of(object)->is_constructed;
}

void *php_aurpay_object_fetch(zend_object *object, const struct php_aurpay_object_kind *kind)
{
    if (!php_aurpay_object_is_constructed(object, kind)) {
        zend_throw_error(NULL, "The %s object has not been correctly initialized by its constructor",
                         ZSTR_VAL(object->ce->name));
        return NULL;
    }
    return php_aurpay_object_container(object);
}

void *php_aurpay_object_make(zval *value, zend_class_entry *ce, const struct php_aurpay_object_kind *kind)
{
    object_init_ex(value, ce);
    if (Z_OBJ_P(value)->handlers == &kind->handlers) {
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
