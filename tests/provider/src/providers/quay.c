#include "quay.h"

#include <limits.h>

static const char *const money_fields[] = {"value", "available", NULL};

static const char *const secret_fields[] = {"approval", NULL};

static const char *const data_members[] = {"payload", NULL};

/* All its names differ from those of the other providers. */
const struct aurpay_provider aurpay_provider_quay = {
    .base_uri = "https://quay.example/v3",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .envelope =
        {
            .success = "ok",
            .words = "error",
            .data = data_members,
            .trace_id = "ref",
        },
    .trace_header = "x-quay-call",
    .api_key = {"X-Quay-Key", "Merchant "},
    .user_token = {"X-Quay-Operator", ""},
};

/* The meta is inside the data. */
static const struct aurpay_page_form page_form = {
    .parameter = "sheet",
    .list = "rows",
    .meta = "position",
    .number = "sheet",
    .last = "sheets",
};

static const char *const payout_members[] = {"payout", NULL};
static const struct aurpay_record_form payout_form = {.members = payout_members};

/* The answer repeats the merchant's own reference. */
static const char *const reference_members[] = {"reference", NULL};
static const struct aurpay_record_form reference_form = {
    .members = reference_members,
    .parameter = "reference",
};

static const struct aurpay_parameter payout_filter[] = {
    AURPAY_INTEGER("sheet", 1, INT_MAX),
    AURPAY_INTEGER("rows", 1, 50),
    AURPAY_OPTIONAL("since", DATE),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_parameter send_parameters[] = {
    AURPAY_REQUIRED("reference", STRING),
    AURPAY_REQUIRED("value", MONEY),
    AURPAY_OPTIONAL("urgent", BOOLEAN),
    AURPAY_OPTIONAL("report_to", CALLBACK_URL),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_parameter release_parameters[] = {
    AURPAY_REQUIRED("pin", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_recovery ask_for_payouts = {
    .kind = AURPAY_RECOVERY_ASK,
    .endpoint = &aurpay_quay_payout_list,
    .what = "the payout was made",
};

/* The row names no method of the class, so the message names the endpoint. */
static const struct aurpay_recovery ask_for_payout = {
    .kind = AURPAY_RECOVERY_ASK,
    .endpoint = &aurpay_quay_payout,
    .what = "the payout was released",
};

const struct aurpay_endpoint aurpay_quay_balance = {
    .method = "GET",
    .path = "/balance",
};

const struct aurpay_endpoint aurpay_quay_payout_list = {
    .method = "GET",
    .path = "/payouts",
    .parameters = payout_filter,
    .page = &page_form,
};

const struct aurpay_endpoint aurpay_quay_payout = {
    .method = "GET",
    .path = "/payouts/{id}",
    .record = &payout_form,
};

const struct aurpay_endpoint aurpay_quay_send = {
    .method = "POST",
    .path = "/payouts",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = send_parameters,
    .record = &reference_form,
    .recovery = &ask_for_payouts,
};

const struct aurpay_endpoint aurpay_quay_release = {
    .method = "POST",
    .path = "/payouts/{id}/release",
    .encoding = AURPAY_ENCODING_FORM,
    .parameters = release_parameters,
    .record = &payout_form,
    .recovery = &ask_for_payout,
};
