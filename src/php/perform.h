/* What the core asks of PHP while it makes a call. */
#ifndef PHP_AURPAY_PERFORM_H
#define PHP_AURPAY_PERFORM_H

#include "call_state.h"
#include "client.h"

/** Makes attempts until the call has its answer, or a fault that is no reason to try again.
 *  @return false when the exception that was thrown is all there is to say */
bool php_aurpay_perform(struct php_aurpay_client *client, struct php_aurpay_call *call);

/** As php_aurpay_perform, for many. */
bool php_aurpay_perform_many(struct php_aurpay_client *client, const struct aurpay_calls *calls);

#endif
