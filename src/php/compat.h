/* The one place for differences between PHP 8.2 and 8.6. */
#ifndef PHP_AURPAY_COMPAT_H
#define PHP_AURPAY_COMPAT_H

#include "php.h"
#include "zend_attributes.h"
#include "zend_enum.h"
#include "zend_interfaces.h"

/* The case of an enum by its name, as an object that the enum owns. */
static inline zend_object *php_aurpay_enum_case(zend_class_entry *ce, const char *name)
{
    zend_string *case_name = zend_string_init(name, strlen(name), 0);
    zend_object *object = zend_enum_get_case(ce, case_name);

    zend_string_release(case_name);
    return object;
}

/* Whether a signal, a timer or the end of the script's time wants the engine's attention. */
static inline bool php_aurpay_engine_is_interrupted(void)
{
    return zend_atomic_bool_load_ex(&EG(vm_interrupt));
}

#endif
