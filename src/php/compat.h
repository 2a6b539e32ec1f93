/* The one place for differences between PHP 8.2 and 8.6, and between systems. */
#ifndef PHP_AURPAY_COMPAT_H
#define PHP_AURPAY_COMPAT_H

#include <errno.h>

#include "php.h"
#include "zend_attributes.h"
#include "zend_enum.h"
#include "zend_interfaces.h"

/* For access(); not every compiler's headers have it. */
#ifndef R_OK
#define R_OK 4
#endif

/* The system's error of a port where nobody listens. */
#ifdef _WIN32
#define PHP_AURPAY_CONNECTION_REFUSED WSAECONNREFUSED
#else
#define PHP_AURPAY_CONNECTION_REFUSED ECONNREFUSED
#endif

/* The case of an enum by its name, as an object that the enum owns. */
static inline zend_object *php_aurpay_enum_case(zend_class_entry *ce, const char *name)
{
    zend_string *case_name = zend_string_init(name, strlen(name), 0);
    zend_object *object = zend_enum_get_case(ce, case_name);

    zend_string_release(case_name);
    return object;
}

/* Does what the engine does between two opcodes after a signal, a profiler's timer or the script's time
 * limit: runs handlers written in PHP, or ends the script by a bail-out. */
static inline void php_aurpay_run_interrupts(void)
{
    if (!zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
        return;
    }
    zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
    if (zend_atomic_bool_load_ex(&EG(timed_out))) {
        zend_timeout();
#ifdef ZEND_HAS_OOM
        /* Some builds of PHP end a script that is out of memory only between two opcodes. */
    } else if (ZEND_HAS_OOM()) {
        zend_handle_delayed_oom();
#endif
    } else if (zend_interrupt_function) {
        zend_interrupt_function(EG(current_execute_data));
    }
}

#endif
