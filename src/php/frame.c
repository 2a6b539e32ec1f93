#include "frame.h"

#include "zend_exceptions.h"

void php_aurpay_frame_enter(zend_execute_data *frame, zend_function *method)
{
    memset(frame, 0, sizeof(*frame));
    frame->func = method;
    frame->prev_execute_data = EG(current_execute_data);
    EG(current_execute_data) = frame;
}

void php_aurpay_frame_leave(const zend_execute_data *frame)
{
    EG(current_execute_data) = frame->prev_execute_data;
    if (EG(exception) && EG(current_execute_data)) {
        /* An exception thrown under our frame does not yet stop the calling code. This makes it do so. */
        zend_throw_exception_internal(NULL);
    }
}
