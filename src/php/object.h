/* What the objects of every class of ours have in common: how they are made and freed, and the one way to
 * fetch what is in them.
 *
 * An object can exist without its constructor having run, or after it threw: ext/soap makes such objects
 * from a class map, and debug_backtrace() hands them out while the constructor is at work. And where
 * disable_classes names a class, the engine makes its objects in our stead, without any memory of ours
 * around them. */
#ifndef PHP_AURPAY_OBJECT_H
#define PHP_AURPAY_OBJECT_H

#include "compat.h"

/** The last member of the struct of every class. The whole struct is zero when it is made: an undefined zval,
 *  a NULL pointer, a false flag. The functions of a kind must take it so. */
struct php_aurpay_object {
    /** Set last by the constructor, or by us for what we make ourselves. */
    bool is_constructed;
    zend_object std;
};

/** How objects with one struct behave, whatever their class. They cannot be cloned, and are never equal to
 *  another. One static variable for each struct. */
struct php_aurpay_object_kind {
    /** Of the struct. */
    size_t size;
    /** Of `object.std` in the struct. */
    size_t offset;
    /** Frees what the struct holds, but not the struct. */
    void (*free_contents)(void *self);
    /** Names the zvals that the struct holds to the collector of cycles; NULL when it holds none. */
    void (*list_zvals)(void *self, zend_get_gc_buffer *buffer);
    /** Returns what var_dump() shows, as a new array; NULL to show the properties. */
    HashTable *(*describe)(void *self);
    /** Made by php_aurpay_object_register. */
    zend_object_handlers handlers;
};

/** Makes the objects of a class be of that kind. At start-up only. */
void php_aurpay_object_register(zend_class_entry *ce, struct php_aurpay_object_kind *kind);

/** Call it when the module ends: a server may start the module again in the same process. */
void php_aurpay_object_unregister_all(void);

/** The struct around an object that is ours, whatever its state: for constructors. Everything else
 *  fetches. */
static inline void *php_aurpay_object_container(zend_object *object)
{
    return (char *)object - object->handlers->offset;
}

/** The struct around a constructed object of that kind. For any other object it throws an \Error and returns
 *  NULL. */
void *php_aurpay_object_fetch(zend_object *object, const struct php_aurpay_object_kind *kind);

/** Whether php_aurpay_object_fetch would return it. Throws nothing. */
bool php_aurpay_object_is_constructed(const zend_object *object, const struct php_aurpay_object_kind *kind);

/** Makes @p value an object of a class without calling its constructor. Returns its struct, which the caller
 *  fills in before php_aurpay_object_complete. Throws an \Error and returns NULL when the class is
 *  disabled. */
void *php_aurpay_object_make(zval *value, zend_class_entry *ce, const struct php_aurpay_object_kind *kind);

/** Whether a constructor may continue. Throws an \Error and returns false when the object is constructed
 *  already. The shop's code that runs while arguments are read may call the constructor, too: ask again
 *  before anything is stored. */
bool php_aurpay_object_may_construct(zend_object *object);

/** The end of every constructor. */
void php_aurpay_object_complete(zend_object *object);

#endif
