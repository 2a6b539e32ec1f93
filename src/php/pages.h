/* The class Aurpay\Pages: a list over all its pages. */
#ifndef PHP_AURPAY_PAGES_H
#define PHP_AURPAY_PAGES_H

#include "../core/endpoint.h"
#include "compat.h"

void php_aurpay_register_pages(void);

/** A method that takes a filter that may be left out, and answers all of a list's pages (Pages). */
void php_aurpay_pages_method(INTERNAL_FUNCTION_PARAMETERS, zend_object *client,
                             const struct aurpay_endpoint *endpoint);

#endif
