/* The option `logger`. */
#ifndef PHP_AURPAY_LOGGER_H
#define PHP_AURPAY_LOGGER_H

#include "client.h"
#include "exceptions.h"

/** Writes one line about a call to the client's logger. What the logger throws goes to the SAPI's log and is
 *  counted; only the end of the script or of the Fiber is left in EG(exception). */
void php_aurpay_logger_write(struct php_aurpay_client *client, const struct php_aurpay_failure *failure);

#endif
