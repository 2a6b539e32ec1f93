/* A caller's array as it was when the method was called. */
#ifndef PHP_AURPAY_SNAPSHOT_H
#define PHP_AURPAY_SNAPSHOT_H

#include "compat.h"

/** Makes @p copy an array whose elements are no references: the shop's code that runs meanwhile (a handler, a
 *  logger, an autoloader, a date's getTimestamp()) could change and free the value of a referenced variable.
 *  An array that has no references is not copied, only counted. Free it with zval_ptr_dtor.
 *  @param given NULL for an empty array */
void php_aurpay_snapshot(HashTable *given, zval *copy);

#endif
