#include "azpays.h"

#include <limits.h>

static const char *const money_fields[] = {"amount", "balance", "freeze", NULL};

static const char *const secret_fields[] = {"access_token", "token", NULL};

const struct aurpay_provider aurpay_provider_azpays = {
    .base_uri = "https://api.azpays.net/v1",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .envelope = AURPAY_ENVELOPE_SUCCEED,
    .access_token = {"Authorization", "Bearer "},
};

/* An identity: an e-mail address, a mobile or phone number, or a crypto address. */
static const struct aurpay_parameter sign_parameters[] = {
    {"id", AURPAY_PARAMETER_TEXT, true, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, false, 0, 0},
};

/* The documents name no filter; `page` follows from the answer's `current_page`. */
static const struct aurpay_parameter transaction_filter[] = {
    {"page", AURPAY_PARAMETER_INTEGER, false, 1, INT_MAX},
    {NULL, AURPAY_PARAMETER_STRING, false, 0, 0},
};

/* POST with a JSON body, as its example shows; the heading says GET. It sends a one-time password. */
const struct aurpay_endpoint azpays_endpoint_sign = {
    .method = "POST",
    .path = "/oauth/sign",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = sign_parameters,
    .accepts_any_data = true,
};

const struct aurpay_endpoint azpays_endpoint_purse_list = {
    .method = "GET",
    .path = "/purses",
};

const struct aurpay_endpoint azpays_endpoint_purse = {
    .method = "GET",
    .path = "/purses/{id}",
};

const struct aurpay_endpoint azpays_endpoint_transaction_list = {
    .method = "GET",
    .path = "/transactions",
    .parameters = transaction_filter,
    .ends_with_empty_page = true,
};

const struct aurpay_endpoint azpays_endpoint_transaction = {
    .method = "GET",
    .path = "/transactions/{id}",
};
