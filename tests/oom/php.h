/* Functions with which a PHP program lets allocations fail. Only the build of ./dev oom has them. */
#ifndef AURPAY_TESTS_OOM_PHP_H
#define AURPAY_TESTS_OOM_PHP_H

void php_aurpay_register_oom(void);

#endif
