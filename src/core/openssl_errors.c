#include "openssl_errors.h"

#include <openssl/err.h>

void aurpay_openssl_errors_mark(void)
{
    /* An empty queue cannot be marked. The restore then clears it, which is how it was found. */
    (void)ERR_set_mark();
}

void aurpay_openssl_errors_restore(void)
{
    (void)ERR_pop_to_mark();
}
