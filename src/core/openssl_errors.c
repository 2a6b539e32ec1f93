#include "openssl_errors.h"

#include <openssl/err.h>

void aurpay_openssl_errors_mark(void)
{
    /* An empty queue takes no mark: all of it is then taken away again, which is as it was found. */
    (void)ERR_set_mark();
}

void aurpay_openssl_errors_restore(void)
{
    (void)ERR_pop_to_mark();
}
