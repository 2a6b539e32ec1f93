#include "aurpay.h"

#include <limits.h>

/* Every field of the documented answers that is an amount of money, whatever type the service sends it as. */
static const char *const money_fields[] = {"amount",   "price",   "vs_price",      "fee", "network_fee",
                                           "obtained", "balance", "refund_amount", NULL};

/* A pay URL carries a token: who has it can open the customer's payment page. */
static const char *const secret_fields[] = {"pay_url", "access_token", "api_key", "token", NULL};

const struct aurpay_provider aurpay_provider_aurpay = {
    .base_uri = "https://dashboard.aurpay.net",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .envelope = AURPAY_ENVELOPE_CODE_AND_RESULT,
    .api_key = {"API-Key", ""},
    .access_token = {"Authorization", "Bearer "},
};

/* `size` and `total` stand beside them. */
static const struct aurpay_page_form page_form = {.list = "data", .number = "page", .last = "max_page"};

static const char *const order_members[] = {"order_id", NULL};
static const struct aurpay_record_form order_form = {.members = order_members};

#define REQUIRED true
#define OPTIONAL false

static const struct aurpay_parameter login_parameters[] = {
    {"username", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"password", AURPAY_PARAMETER_SECRET, REQUIRED, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

/* `succeed_url` as in the bodies, not `succend_url` as in the prose; `id` and `url` of the shop's own order
 * stand in the example of the request alone. */
static const struct aurpay_parameter pay_url_parameters[] = {
    {"price", AURPAY_PARAMETER_MONEY, REQUIRED, 0, 0},
    {"currency", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"id", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"succeed_url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"timeout_url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"callback_url", AURPAY_PARAMETER_CALLBACK_URL, OPTIONAL, 0, 0},
    {"timeout_callback", AURPAY_PARAMETER_CALLBACK_URL, OPTIONAL, 0, 0},
    {"fixed_encrypt_price", AURPAY_PARAMETER_BOOLEAN, OPTIONAL, 0, 0},
    {"enable_post_callback", AURPAY_PARAMETER_BOOLEAN, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

/* The prose swaps the descriptions of `vs_price` (the amount) and `vs_currency` (its currency). */
static const struct aurpay_parameter pay_info_parameters[] = {
    {"chain", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"currency", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"vs_currency", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"vs_price", AURPAY_PARAMETER_MONEY, REQUIRED, 0, 0},
    {"succeed_url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"timeout_url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"callback_url", AURPAY_PARAMETER_CALLBACK_URL, OPTIONAL, 0, 0},
    {"timeout_callback", AURPAY_PARAMETER_CALLBACK_URL, OPTIONAL, 0, 0},
    {"fixed_encrypt_price", AURPAY_PARAMETER_BOOLEAN, OPTIONAL, 0, 0},
    {"enable_post_callback", AURPAY_PARAMETER_BOOLEAN, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

static const struct aurpay_parameter order_filter[] = {
    {"order_id", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"status", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"order_type", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"chain", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"currency", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"page", AURPAY_PARAMETER_INTEGER, OPTIONAL, 1, INT_MAX},
    {"size", AURPAY_PARAMETER_INTEGER, OPTIONAL, 1, 100},
    {"st", AURPAY_PARAMETER_DATE, OPTIONAL, 0, 0},
    {"et", AURPAY_PARAMETER_DATE, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

/* The filter is `type`, the field of the answer `tx_type`; only this list can be sorted. */
static const struct aurpay_parameter transaction_filter[] = {
    {"tx_id", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"status", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"type", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"chain", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"currency", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"page", AURPAY_PARAMETER_INTEGER, OPTIONAL, 1, INT_MAX},
    {"size", AURPAY_PARAMETER_INTEGER, OPTIONAL, 1, 100},
    {"st", AURPAY_PARAMETER_DATE, OPTIONAL, 0, 0},
    {"et", AURPAY_PARAMETER_DATE, OPTIONAL, 0, 0},
    {"sort", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

/* `verify_code` is asked for on the Lightning chain alone, which the service checks. */
static const struct aurpay_parameter withdraw_parameters[] = {
    {"chain", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"currency", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"amount", AURPAY_PARAMETER_MONEY, REQUIRED, 0, 0},
    {"ln_invoices", AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
    {"verify_code", AURPAY_PARAMETER_SECRET, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

static const struct aurpay_parameter lightning_order_parameters[] = {
    {"price", AURPAY_PARAMETER_MONEY, REQUIRED, 0, 0},
    {"currency", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"succeed_url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"timeout_url", AURPAY_PARAMETER_URL, OPTIONAL, 0, 0},
    {"callback_url", AURPAY_PARAMETER_CALLBACK_URL, OPTIONAL, 0, 0},
    {"timeout_callback", AURPAY_PARAMETER_CALLBACK_URL, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

/* The amount may be in the invoice instead. */
static const struct aurpay_parameter lightning_withdraw_parameters[] = {
    {"ln_invoices", AURPAY_PARAMETER_STRING, REQUIRED, 0, 0},
    {"amount", AURPAY_PARAMETER_MONEY, OPTIONAL, 0, 0},
    {NULL, AURPAY_PARAMETER_STRING, OPTIONAL, 0, 0},
};

/* Of orders that answer with the only id they have: nothing of the shop's own is in the list. A customer pays
 * to an address or an invoice that was in the lost answer. The first order's callback for its timeout may
 * still come: at another URL it is not taken for that of the second. */
static const char makes_new_order[] =
    "no call of the API tells whether the order was created: Order::list() holds nothing of the "
    "shop's own; nobody was shown it, so it expires unpaid: make a new one, with "
    "a callback_url of its own";

const struct aurpay_endpoint aurpay_endpoint_login = {
    .method = "POST",
    .path = "/api/user/login",
    .encoding = AURPAY_ENCODING_FORM,
    .parameters = login_parameters,
    .not_found_is_authentication = true,
    .finds_out = "repeating the login is harmless",
};

const struct aurpay_endpoint aurpay_endpoint_plugin_key = {
    .method = "GET",
    .path = "/api/plugin/key",
};

const struct aurpay_endpoint aurpay_endpoint_fiat_currencies = {
    .method = "GET",
    .path = "/api/order/pay/real-currency",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_endpoint_crypto_currencies = {
    .method = "GET",
    .path = "/api/order/pay/crypto-currency",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_endpoint_pay_url = {
    .method = "POST",
    .path = "/api/order/pay-url",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = pay_url_parameters,
    .finds_out = "repeating the call is harmless: an unused payment URL expires by itself",
};

const struct aurpay_endpoint aurpay_endpoint_pay_info = {
    .method = "POST",
    .path = "/api/order/pay-info",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = pay_info_parameters,
    .finds_out = makes_new_order,
};

const struct aurpay_endpoint aurpay_endpoint_order_list = {
    .method = "GET",
    .path = "/api/v2/order/",
    .parameters = order_filter,
    .page = &page_form,
};

const struct aurpay_endpoint aurpay_endpoint_order_detail = {
    .method = "GET",
    .path = "/api/v2/order/detail/{id}",
    .record = &order_form,
};

const struct aurpay_endpoint aurpay_endpoint_refund_info = {
    .method = "GET",
    .path = "/api/v2/order/refund-info/{id}",
    .record = &order_form,
};

/* POST, as the request and its example show; the prose speaks of a GET. */
const struct aurpay_endpoint aurpay_endpoint_refund = {
    .method = "POST",
    .path = "/api/v2/order/refund/{id}",
    .encoding = AURPAY_ENCODING_JSON,
    .record = &order_form,
    .finds_out = "Order::detail() tells whether the order was refunded",
};

const struct aurpay_endpoint aurpay_endpoint_transaction_list = {
    .method = "GET",
    .path = "/api/v2/tx",
    .parameters = transaction_filter,
    .page = &page_form,
};

const struct aurpay_endpoint aurpay_endpoint_wallet_list = {
    .method = "GET",
    .path = "/api/withdraw/wallets",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_endpoint_withdraw = {
    .method = "POST",
    .path = "/api/withdraw",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = withdraw_parameters,
    .finds_out = "Transaction::list() tells whether the withdrawal was made",
};

const struct aurpay_endpoint aurpay_endpoint_self_custody = {
    .method = "GET",
    .path = "/api/contract/balance",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_endpoint_lightning_balance = {
    .method = "GET",
    .path = "/api/bln/balance",
};

const struct aurpay_endpoint aurpay_endpoint_lightning_order = {
    .method = "POST",
    .path = "/api/bln/order",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = lightning_order_parameters,
    .finds_out = makes_new_order,
};

const struct aurpay_endpoint aurpay_endpoint_lightning_withdraw = {
    .method = "POST",
    .path = "/api/bln/withdraw",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = lightning_withdraw_parameters,
    .finds_out = "Transaction::list() tells whether the withdrawal was made",
};
