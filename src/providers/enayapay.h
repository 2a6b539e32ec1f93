/* The EnayaPay API. Source: its page "API Reference". */
#ifndef AURPAY_PROVIDERS_ENAYAPAY_H
#define AURPAY_PROVIDERS_ENAYAPAY_H

#include "../core/endpoint.h"

extern const struct aurpay_provider aurpay_provider_enayapay;

extern const struct aurpay_endpoint aurpay_enayapay_register;
extern const struct aurpay_endpoint aurpay_enayapay_verify;
extern const struct aurpay_endpoint aurpay_enayapay_login;
extern const struct aurpay_endpoint aurpay_enayapay_reset_password;
extern const struct aurpay_endpoint aurpay_enayapay_change_password;
extern const struct aurpay_endpoint aurpay_enayapay_balance;

#endif
