#include "snapshot.h"

static bool has_reference(HashTable *array)
{
    zval *element;

    ZEND_HASH_FOREACH_VAL(array, element) {
        if (Z_ISREF_P(element)) {
            return true;
        }
    }
    ZEND_HASH_FOREACH_END();
    return false;
}

static void copy_values(HashTable *given, HashTable *copy)
{
    zend_string *key;
    zend_ulong index;
    zval *element;

    ZEND_HASH_FOREACH_KEY_VAL(given, index, key, element) {
        ZVAL_DEREF(element);
        Z_TRY_ADDREF_P(element);
        if (key) {
            zend_hash_add_new(copy, key, element);
        } else {
            zend_hash_index_add_new(copy, index, element);
        }
    }
    ZEND_HASH_FOREACH_END();
}

void php_aurpay_snapshot(HashTable *given, zval *copy)
{
    if (!given) {
        ZVAL_EMPTY_ARRAY(copy);
    } else if (has_reference(given)) {
        array_init_size(copy, zend_hash_num_elements(given));
        copy_values(given, Z_ARRVAL_P(copy));
    } else if (GC_FLAGS(given) & GC_IMMUTABLE) {
        /* A constant of the script, which is not counted. */
        ZVAL_ARR(copy, given);
        Z_TYPE_INFO_P(copy) = IS_ARRAY;
    } else {
        GC_ADDREF(given);
        ZVAL_ARR(copy, given);
    }
}
