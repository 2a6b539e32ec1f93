/* A method of ours that goes on after it has returned: a list's pages are read while the shop iterates.
 * Without a frame the engine would take the shop's own function for the one whose argument is refused,
 * and name it in the message. */
#ifndef PHP_AURPAY_FRAME_H
#define PHP_AURPAY_FRAME_H

#include "compat.h"

/** Makes @p method the running function, without arguments and without $this.
 *  @param frame lives until php_aurpay_frame_leave; nothing is to be freed after a bail-out */
void php_aurpay_frame_enter(zend_execute_data *frame, zend_function *method);

/** Gives the turn back to who ran before, and to them any exception. */
void php_aurpay_frame_leave(const zend_execute_data *frame);

#endif
