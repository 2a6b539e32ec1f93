/* The AzPays API. Source: its pages "Quick Start", "Purses" and "Transactions", and of verify its later
 * documents. */
#ifndef AURPAY_PROVIDERS_AZPAYS_H
#define AURPAY_PROVIDERS_AZPAYS_H

#include "../core/endpoint.h"

extern const struct aurpay_provider aurpay_provider_azpays;

extern const struct aurpay_endpoint azpays_endpoint_sign;
extern const struct aurpay_endpoint azpays_endpoint_verify;
extern const struct aurpay_endpoint azpays_endpoint_purse_list;
extern const struct aurpay_endpoint azpays_endpoint_purse;
extern const struct aurpay_endpoint azpays_endpoint_transaction_list;
extern const struct aurpay_endpoint azpays_endpoint_transaction;

#endif
