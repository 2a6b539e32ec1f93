/* The AzPays API. Source: its pages "Quick Start", "Purses" and "Transactions", and of verify its later
 * documents. */
#ifndef AURPAY_PROVIDERS_AZPAYS_H
#define AURPAY_PROVIDERS_AZPAYS_H

#include "../core/endpoint.h"

extern const struct aurpay_provider aurpay_provider_azpays;

extern const struct aurpay_endpoint aurpay_azpays_sign;
extern const struct aurpay_endpoint aurpay_azpays_verify;
extern const struct aurpay_endpoint aurpay_azpays_purse_list;
extern const struct aurpay_endpoint aurpay_azpays_purse;
extern const struct aurpay_endpoint aurpay_azpays_transaction_list;
extern const struct aurpay_endpoint aurpay_azpays_transaction;

#endif
