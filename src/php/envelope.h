/* What an answer says, by the form of its provider. */
#ifndef PHP_AURPAY_ENVELOPE_H
#define PHP_AURPAY_ENVELOPE_H

#include "decode.h"

/** Reads an answer by the provider's envelope: sets kind, data, code, words and problem from the content. A
 *  success about another record than the one asked for is not accepted. */
void php_aurpay_envelope_open(const struct aurpay_provider *provider, const struct php_aurpay_call *call,
                              struct php_aurpay_answer *answer);

#endif
