#include "azpays.h"

#include <limits.h>

static const char *const money_fields[] = {"amount", "balance", "freeze", NULL};

static const char *const secret_fields[] = {"access_token", "token", NULL};

static const char *const secret_parameters[] = {"code", NULL};

/* The service has used both spellings of each. */
static const char *const data_members[] = {"result", "results", NULL};
static const char *const meta_members[] = {"meta", "metas", NULL};

/* The documents name no trace id. One is taken if it comes as Aurpay sends it. */
const struct aurpay_provider aurpay_provider_azpays = {
    .base_uri = "https://api.azpays.net/v1",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .secret_parameters = secret_parameters,
    .envelope =
        {
            .success = "succeed",
            .words = "message",
            .data = data_members,
            .meta = meta_members,
            .trace_id = "trace_id",
        },
    .trace_header = "a-trace-id",
    .access_token = {"Authorization", "Bearer "},
};

/* The pages of the documents say `uuid` of a list's elements and of a transaction, `id` of a purse; the
 * published server says `id` where they say `uuid`. */
static const char *const record_members[] = {"uuid", "id", NULL};
static const struct aurpay_record_form record_form = {.members = record_members};

/* Only `current_page` is promised. The published server answers unpaged, with an empty `metas`; its framework
 * (Laravel) names the last page where it pages. */
static const struct aurpay_page_form page_form = {
    .parameter = "page",
    .list = "data",
    .meta = "meta",
    .number = "current_page",
    .last = "last_page",
};

/* An identity: an e-mail address, a mobile or phone number, or a crypto address. */
static const struct aurpay_parameter sign_parameters[] = {
    AURPAY_REQUIRED("id", TEXT),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_parameter verify_parameters[] = {
    AURPAY_REQUIRED("id", TEXT),
    AURPAY_REQUIRED("code", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

/* The documents name no filter; `page` follows from the answer's `current_page`. */
static const struct aurpay_parameter transaction_filter[] = {
    AURPAY_INTEGER("page", 1, INT_MAX),
    AURPAY_END_OF_PARAMETERS,
};

/* POST with a JSON body, as its example shows; the heading says GET. It sends a one-time password. */
const struct aurpay_endpoint aurpay_azpays_sign = {
    .method = "POST",
    .path = "/oauth/sign",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = sign_parameters,
    .data = AURPAY_DATA_ANY,
};

/* A code works once. */
static const struct aurpay_recovery ask_for_new_code = {
    .kind = AURPAY_RECOVERY_RENEW,
    .endpoint = &aurpay_azpays_sign,
    .what = "a new code",
};

/* Source: the service's later documents (2023). */
const struct aurpay_endpoint aurpay_azpays_verify = {
    .method = "POST",
    .path = "/oauth/verify",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = verify_parameters,
    .recovery = &ask_for_new_code,
};

const struct aurpay_endpoint aurpay_azpays_purse_list = {
    .method = "GET",
    .path = "/purses",
    .data = AURPAY_DATA_LIST,
};

const struct aurpay_endpoint aurpay_azpays_purse = {
    .method = "GET",
    .path = "/purses/{id}",
    .record = &record_form,
};

const struct aurpay_endpoint aurpay_azpays_transaction_list = {
    .method = "GET",
    .path = "/transactions",
    .parameters = transaction_filter,
    .data = AURPAY_DATA_LIST,
    .page = &page_form,
};

const struct aurpay_endpoint aurpay_azpays_transaction = {
    .method = "GET",
    .path = "/transactions/{id}",
    .record = &record_form,
};
