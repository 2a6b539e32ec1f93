/* What the objects of every class of ours have in common: how they are made, and the one way to fetch
 * what is in them.
 *
 * An object can exist without its constructor having run, or after it threw: ext/soap makes such objects
 * from a class map, and debug_backtrace() hands them out while the constructor is at work. And where
 * disable_classes names a class, the engine makes its objects in our stead, without any memory of ours
 * around them. */
#ifndef PHP_AURPAY_OBJECT_H
#define PHP_AURPAY_OBJECT_H

#include "compat.h"

/** The last member of the struct of every class. create_object zeroes the whole struct: an undefined
 *  zval, a NULL pointer, a false flag. free_obj, get_gc and get_debug_info must take it so. */
struct php_aurpay_object {
    /** Set last by the constructor, or by us for what we make ourselves. */
    bool is_constructed;
    zend_object std;
};

/** Fills in the handlers of a class: objects are never cloned and never equal to another. The class then
 *  sets its own free_obj, and get_gc when it holds zvals.
 *  @param offset of `object.std` in the struct of the class */
void php_aurpay_object_init_handlers(zend_object_handlers *handlers, size_t offset);

/** For create_object: @p size bytes of zeroes, with the object at the handlers' offset. */
zend_object *php_aurpay_object_create(zend_class_entry *ce, size_t size,
                                      const zend_object_handlers *handlers);

/** The struct around an object whose handlers are ours, whatever its state: for the handlers themselves
 *  and for constructors. Everything else fetches. */
static inline void *php_aurpay_object_container(zend_object *object)
{
    return (char *)object - object->handlers->offset;
}

/** The struct around a constructed object with these handlers. Any other object throws an \Error, and
 *  NULL is the answer. */
void *php_aurpay_object_fetch(zend_object *object, const zend_object_handlers *handlers);

/** Whether it is what php_aurpay_object_fetch would answer. Throws nothing. */
bool php_aurpay_object_is_constructed(const zend_object *object, const zend_object_handlers *handlers);

/** Makes @p value an object of a class without calling its constructor. Answers its struct, which the
 *  caller fills in before php_aurpay_object_complete; NULL, and an \Error, when the class is disabled. */
void *php_aurpay_object_make(zval *value, zend_class_entry *ce, const zend_object_handlers *handlers);

/** Whether a constructor may go on: false, and an \Error, when the object is constructed. Code of the
 *  shop that runs while arguments are read can call the constructor too: to be asked again before
 *  anything is stored. */
bool php_aurpay_object_may_construct(zend_object *object);

/** The end of every constructor. */
void php_aurpay_object_complete(zend_object *object);

#endif
