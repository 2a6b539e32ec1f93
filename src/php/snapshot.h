/* What a caller gave, as it was when the method was called. */
#ifndef PHP_AURPAY_SNAPSHOT_H
#define PHP_AURPAY_SNAPSHOT_H

#include "compat.h"

/** Makes @p copy an array none of whose elements is a reference: what a variable holds that was put in by
 *  reference can be changed, and freed, by code of the shop that runs meanwhile (a handler, a logger, an
 *  autoloader, a date's getTimestamp()). Where there is no reference it is @p given itself, counted once
 *  more. Free it with zval_ptr_dtor.
 *  @param given NULL for an empty array */
void php_aurpay_snapshot(HashTable *given, zval *copy);

#endif
