/* The Aurpay API. Source: the vendor's Postman collection; contradictions in it are settled in the comments
 * of aurpay.c. */
#ifndef AURPAY_PROVIDERS_AURPAY_H
#define AURPAY_PROVIDERS_AURPAY_H

#include "../core/endpoint.h"

extern const struct aurpay_provider aurpay_provider_aurpay;

extern const struct aurpay_endpoint aurpay_endpoint_login;
extern const struct aurpay_endpoint aurpay_endpoint_plugin_key;

extern const struct aurpay_endpoint aurpay_endpoint_fiat_currencies;
extern const struct aurpay_endpoint aurpay_endpoint_crypto_currencies;
extern const struct aurpay_endpoint aurpay_endpoint_pay_url;
extern const struct aurpay_endpoint aurpay_endpoint_pay_info;
extern const struct aurpay_endpoint aurpay_endpoint_order_list;
extern const struct aurpay_endpoint aurpay_endpoint_order_detail;
extern const struct aurpay_endpoint aurpay_endpoint_refund_info;
extern const struct aurpay_endpoint aurpay_endpoint_refund;

extern const struct aurpay_endpoint aurpay_endpoint_transaction_list;

extern const struct aurpay_endpoint aurpay_endpoint_wallet_list;
extern const struct aurpay_endpoint aurpay_endpoint_withdraw;
extern const struct aurpay_endpoint aurpay_endpoint_self_custody;

extern const struct aurpay_endpoint aurpay_endpoint_lightning_balance;
extern const struct aurpay_endpoint aurpay_endpoint_lightning_order;
extern const struct aurpay_endpoint aurpay_endpoint_lightning_withdraw;

#endif
