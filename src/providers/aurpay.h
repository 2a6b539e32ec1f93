/* The Aurpay API. Source: the vendor's Postman collection; contradictions in it are settled in the comments
 * of aurpay.c. */
#ifndef AURPAY_PROVIDERS_AURPAY_H
#define AURPAY_PROVIDERS_AURPAY_H

#include "../core/endpoint.h"

extern const struct aurpay_provider aurpay_provider_aurpay;

extern const struct aurpay_endpoint aurpay_aurpay_login;
extern const struct aurpay_endpoint aurpay_aurpay_plugin_key;

extern const struct aurpay_endpoint aurpay_aurpay_fiat_currencies;
extern const struct aurpay_endpoint aurpay_aurpay_crypto_currencies;
extern const struct aurpay_endpoint aurpay_aurpay_pay_url;
extern const struct aurpay_endpoint aurpay_aurpay_pay_info;
extern const struct aurpay_endpoint aurpay_aurpay_order_list;
extern const struct aurpay_endpoint aurpay_aurpay_order_detail;
extern const struct aurpay_endpoint aurpay_aurpay_refund_info;
extern const struct aurpay_endpoint aurpay_aurpay_refund;

extern const struct aurpay_endpoint aurpay_aurpay_transaction_list;

extern const struct aurpay_endpoint aurpay_aurpay_wallet_list;
extern const struct aurpay_endpoint aurpay_aurpay_withdraw;
extern const struct aurpay_endpoint aurpay_aurpay_self_custody;

extern const struct aurpay_endpoint aurpay_aurpay_lightning_balance;
extern const struct aurpay_endpoint aurpay_aurpay_lightning_order;
extern const struct aurpay_endpoint aurpay_aurpay_lightning_withdraw;

#endif
