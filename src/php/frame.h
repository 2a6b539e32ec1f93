/* A frame for a method of ours that works after it has returned: a list's pages are read while the shop
 * iterates. Without it, an error about an argument would name the shop's own function. */
#ifndef PHP_AURPAY_FRAME_H
#define PHP_AURPAY_FRAME_H

#include "compat.h"

/** Makes @p method the running function, without arguments and without $this.
 *  @param frame lives until php_aurpay_frame_leave; nothing is to be freed after a bail-out */
void php_aurpay_frame_enter(zend_execute_data *frame, zend_function *method);

/** Makes the function before it the running one again, and passes any exception on to it. */
void php_aurpay_frame_leave(const zend_execute_data *frame);

#endif
