/* Only in the build of ./dev secrets: looks for secrets in memory that the extension gives back. */
#ifndef AURPAY_WITNESS_H
#define AURPAY_WITNESS_H

/** Registers the functions with which a test tells what to look for. */
void php_aurpay_register_witness(void);

#endif
