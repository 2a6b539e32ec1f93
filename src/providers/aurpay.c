#include "aurpay.h"

#include <limits.h>

/* Every field of the documented answers that is an amount of money, whatever type the service sends it as. */
static const char *const money_fields[] = {
    "amount", "price", "vs_price", "fee", "network_fee", "obtained", "balance", "refund_amount", NULL};

/* A pay URL carries a token: who has it can open the customer's payment page. */
static const char *const secret_fields[] = {"pay_url", "access_token", "api_key", "token", NULL};

static const char *const secret_parameters[] = {"password", "verify_code", NULL};

static const char *const data_members[] = {"data", NULL};

const struct aurpay_provider aurpay_provider_aurpay = {
    .base_uri = "https://dashboard.aurpay.net",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .secret_parameters = secret_parameters,
    .envelope =
        {
            .success = "result",
            .code = "code",
            .words = "message",
            .data = data_members,
            .trace_id = "trace_id",
        },
    .trace_header = "a-trace-id",
    .api_key = {"API-Key", ""},
    .access_token = {"Authorization", "Bearer "},
};

/* `size` and `total` stand beside them. */
static const struct aurpay_page_form page_form = {
    .parameter = "page",
    .list = "data",
    .number = "page",
    .last = "max_page",
};

static const char *const order_members[] = {"order_id", NULL};
static const struct aurpay_record_form order_form = {.members = order_members};

/* Where an order's customer and the platform go. `succeed_url` as in the bodies, not `succend_url` as in the
 * prose. */
#define ORDER_URLS                                             \
    AURPAY_ROWS(AURPAY_OPTIONAL("succeed_url", URL),           \
                AURPAY_OPTIONAL("timeout_url", URL),           \
                AURPAY_OPTIONAL("callback_url", CALLBACK_URL), \
                AURPAY_OPTIONAL("timeout_callback", CALLBACK_URL))

#define ORDER_SWITCHES                                           \
    AURPAY_ROWS(AURPAY_OPTIONAL("fixed_encrypt_price", BOOLEAN), \
                AURPAY_OPTIONAL("enable_post_callback", BOOLEAN))

/* For lists in pages. `st` and `et` are the first and the last date. */
#define PAGE_AND_DATES                              \
    AURPAY_ROWS(AURPAY_INTEGER("page", 1, INT_MAX), \
                AURPAY_INTEGER("size", 1, 100),     \
                AURPAY_OPTIONAL("st", DATE),        \
                AURPAY_OPTIONAL("et", DATE))

static const struct aurpay_parameter login_parameters[] = {
    AURPAY_REQUIRED("username", STRING),
    AURPAY_REQUIRED("password", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

/* `id` and `url` of the shop's own order stand in the example of the request alone. */
static const struct aurpay_parameter pay_url_parameters[] = {
    AURPAY_REQUIRED("price", MONEY),
    AURPAY_REQUIRED("currency", STRING),
    AURPAY_OPTIONAL("id", STRING),
    AURPAY_OPTIONAL("url", URL),
    ORDER_URLS,
    ORDER_SWITCHES,
    AURPAY_END_OF_PARAMETERS,
};

/* The prose swaps the descriptions of `vs_price` (the amount) and `vs_currency` (its currency). */
static const struct aurpay_parameter pay_info_parameters[] = {
    AURPAY_REQUIRED("chain", STRING),
    AURPAY_REQUIRED("currency", STRING),
    AURPAY_REQUIRED("vs_currency", STRING),
    AURPAY_REQUIRED("vs_price", MONEY),
    ORDER_URLS,
    ORDER_SWITCHES,
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_parameter order_filter[] = {
    AURPAY_OPTIONAL("order_id", STRING),
    AURPAY_OPTIONAL("status", STRING),
    AURPAY_OPTIONAL("order_type", STRING),
    AURPAY_OPTIONAL("chain", STRING),
    AURPAY_OPTIONAL("currency", STRING),
    PAGE_AND_DATES,
    AURPAY_END_OF_PARAMETERS,
};

/* The filter is `type`, the field of the answer `tx_type`; only this list can be sorted. */
static const struct aurpay_parameter transaction_filter[] = {
    AURPAY_OPTIONAL("tx_id", STRING),
    AURPAY_OPTIONAL("status", STRING),
    AURPAY_OPTIONAL("type", STRING),
    AURPAY_OPTIONAL("chain", STRING),
    AURPAY_OPTIONAL("currency", STRING),
    PAGE_AND_DATES,
    AURPAY_OPTIONAL("sort", STRING),
    AURPAY_END_OF_PARAMETERS,
};

/* `verify_code` is needed on the Lightning chain only, and the service checks that. */
static const struct aurpay_parameter withdraw_parameters[] = {
    AURPAY_REQUIRED("chain", STRING),
    AURPAY_REQUIRED("currency", STRING),
    AURPAY_REQUIRED("amount", MONEY),
    AURPAY_OPTIONAL("ln_invoices", STRING),
    AURPAY_OPTIONAL("verify_code", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_parameter lightning_order_parameters[] = {
    AURPAY_REQUIRED("price", MONEY),
    AURPAY_REQUIRED("currency", STRING),
    ORDER_URLS,
    AURPAY_END_OF_PARAMETERS,
};

/* The amount may be in the invoice instead. */
static const struct aurpay_parameter lightning_withdraw_parameters[] = {
    AURPAY_REQUIRED("ln_invoices", STRING),
    AURPAY_OPTIONAL("amount", MONEY),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_recovery repeat_login = {.kind = AURPAY_RECOVERY_REPEAT, .what = "the login"};

static const struct aurpay_recovery repeat_pay_url = {
    .kind = AURPAY_RECOVERY_REPEAT,
    .what = "the call",
    .why = "an unused payment URL expires by itself",
};

/* For orders whose id is only in the answer. Nobody can pay a lost order: its address or invoice was in the
 * lost answer. Its timeout callback may still come: with another callback_url it is not taken for the second
 * order's. */
static const struct aurpay_recovery make_another_order = {
    .kind = AURPAY_RECOVERY_MAKE_ANOTHER,
    .endpoint = &aurpay_aurpay_order_list,
    .what = "the order was created",
    .why = "nobody was shown it, so it expires unpaid: make a new one, with a callback_url of its own",
};

static const struct aurpay_recovery ask_for_order = {
    .kind = AURPAY_RECOVERY_ASK,
    .endpoint = &aurpay_aurpay_order_detail,
    .what = "the order was refunded",
};

static const struct aurpay_recovery ask_for_transactions = {
    .kind = AURPAY_RECOVERY_ASK,
    .endpoint = &aurpay_aurpay_transaction_list,
    .what = "the withdrawal was made",
};

const struct aurpay_endpoint aurpay_aurpay_login = {
    .method = "POST",
    .path = "/api/user/login",
    .encoding = AURPAY_ENCODING_FORM,
    .parameters = login_parameters,
    .not_found_is_authentication = true,
    .recovery = &repeat_login,
};

const struct aurpay_endpoint aurpay_aurpay_plugin_key = {
    .method = "GET",
    .path = "/api/plugin/key",
};

const struct aurpay_endpoint aurpay_aurpay_fiat_currencies = {
    .method = "GET",
    .path = "/api/order/pay/real-currency",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_aurpay_crypto_currencies = {
    .method = "GET",
    .path = "/api/order/pay/crypto-currency",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_aurpay_pay_url = {
    .method = "POST",
    .path = "/api/order/pay-url",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = pay_url_parameters,
    .recovery = &repeat_pay_url,
};

const struct aurpay_endpoint aurpay_aurpay_pay_info = {
    .method = "POST",
    .path = "/api/order/pay-info",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = pay_info_parameters,
    .recovery = &make_another_order,
};

const struct aurpay_endpoint aurpay_aurpay_order_list = {
    .method = "GET",
    .path = "/api/v2/order/",
    .parameters = order_filter,
    .page = &page_form,
};

const struct aurpay_endpoint aurpay_aurpay_order_detail = {
    .method = "GET",
    .path = "/api/v2/order/detail/{id}",
    .record = &order_form,
};

const struct aurpay_endpoint aurpay_aurpay_refund_info = {
    .method = "GET",
    .path = "/api/v2/order/refund-info/{id}",
    .record = &order_form,
};

/* POST, as the request and its example show; the prose speaks of a GET. */
const struct aurpay_endpoint aurpay_aurpay_refund = {
    .method = "POST",
    .path = "/api/v2/order/refund/{id}",
    .encoding = AURPAY_ENCODING_JSON,
    .record = &order_form,
    .recovery = &ask_for_order,
};

const struct aurpay_endpoint aurpay_aurpay_transaction_list = {
    .method = "GET",
    .path = "/api/v2/tx",
    .parameters = transaction_filter,
    .page = &page_form,
};

const struct aurpay_endpoint aurpay_aurpay_wallet_list = {
    .method = "GET",
    .path = "/api/withdraw/wallets",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_aurpay_withdraw = {
    .method = "POST",
    .path = "/api/withdraw",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = withdraw_parameters,
    .recovery = &ask_for_transactions,
};

const struct aurpay_endpoint aurpay_aurpay_self_custody = {
    .method = "GET",
    .path = "/api/contract/balance",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_aurpay_lightning_balance = {
    .method = "GET",
    .path = "/api/bln/balance",
};

const struct aurpay_endpoint aurpay_aurpay_lightning_order = {
    .method = "POST",
    .path = "/api/bln/order",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = lightning_order_parameters,
    .recovery = &make_another_order,
};

const struct aurpay_endpoint aurpay_aurpay_lightning_withdraw = {
    .method = "POST",
    .path = "/api/bln/withdraw",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = lightning_withdraw_parameters,
    .recovery = &ask_for_transactions,
};
