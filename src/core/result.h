/* What became of an exchange: libcurl's result, in the words of the response. */
#ifndef AURPAY_CORE_RESULT_H
#define AURPAY_CORE_RESULT_H

#include "exchange.h"

/** Whether libcurl's result and what it has read make a whole answer. The exchange is done. */
bool aurpay_result_is_complete(const struct aurpay_exchange *exchange);

/** Writes into the exchange's response how the transfer went, and counts it in the pool's statistics. */
void aurpay_result_collect(struct aurpay_exchange *exchange);

#endif
