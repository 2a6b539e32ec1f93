/* The API of Quay, which does not exist: this test shows what a new provider needs. */
#ifndef AURPAY_PROVIDERS_QUAY_H
#define AURPAY_PROVIDERS_QUAY_H

#include "../core/endpoint.h"

extern const struct aurpay_provider aurpay_provider_quay;

extern const struct aurpay_endpoint aurpay_quay_balance;
extern const struct aurpay_endpoint aurpay_quay_payout_list;
extern const struct aurpay_endpoint aurpay_quay_payout;
extern const struct aurpay_endpoint aurpay_quay_send;
extern const struct aurpay_endpoint aurpay_quay_release;

#endif
