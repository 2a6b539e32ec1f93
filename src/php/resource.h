/* Objects that hold nothing but a client: Order, Transaction, Wallet, Lightning. */
#ifndef PHP_AURPAY_RESOURCE_H
#define PHP_AURPAY_RESOURCE_H

#include "object.h"

/** Makes the class's objects hold a client. */
void php_aurpay_resource_register(zend_class_entry *ce);

/** The body of a client's method that answers an object of such a class for it. */
void php_aurpay_resource_create(INTERNAL_FUNCTION_PARAMETERS, zend_class_entry *ce);

/** The body of every such class's constructor. */
void php_aurpay_resource_construct(INTERNAL_FUNCTION_PARAMETERS);

/** The client of $this. When $this is not constructed, $this itself, which php_aurpay_client_fetch then
 *  refuses. */
zend_object *php_aurpay_resource_client(zval *self);

#endif
