#include "enayapay.h"

static const char *const money_fields[] = {"balance", "amount", "fee", NULL};

static const char *const secret_fields[] = {"token", NULL};

#define END_OF_PARAMETERS                          \
    {                                              \
        NULL, AURPAY_PARAMETER_STRING, false, 0, 0 \
    }
#define END_OF_STATUSES                \
    {                                  \
        0, AURPAY_STATUS_REFUSED, NULL \
    }

/* Of every endpoint but where noted. */
#define BAD_REQUEST                               \
    {                                             \
        400, AURPAY_STATUS_REFUSED, "bad request" \
    }
#define KEY_NOT_VALID                                                \
    {                                                                \
        401, AURPAY_STATUS_UNAUTHENTICATED, "your api key not valid" \
    }
#define NOT_REGISTERED                                    \
    {                                                     \
        404, AURPAY_STATUS_REFUSED, "user not registered" \
    }
#define NOT_AVAILABLE                                       \
    {                                                       \
        503, AURPAY_STATUS_REFUSED, "service not available" \
    }

/* Of an endpoint that has no row: what is the same on all that have one. 302, 502 and 503 are not: elsewhere
 * they settle nothing. */
static const struct aurpay_documented_status common_statuses[] = {
    {200, AURPAY_STATUS_SUCCESS, "success"},
    {201, AURPAY_STATUS_SUCCESS, "created"},
    {202, AURPAY_STATUS_SUCCESS, "accepted"},
    {203, AURPAY_STATUS_REFUSED, "no reason given"},
    {204, AURPAY_STATUS_SUCCESS, "no content"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    {404, AURPAY_STATUS_REFUSED, "not found"},
    {406, AURPAY_STATUS_REFUSED, "not acceptable"},
    END_OF_STATUSES,
};

const struct aurpay_provider aurpay_provider_enayapay = {
    .base_uri = "https://sandbox.enayapay.com/api/v2.1",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .envelope = AURPAY_ENVELOPE_HTTP_STATUS,
    .statuses = common_statuses,
    .api_key = {"x-api-key", ""},
    .user_token = {"token", ""},
};

static const struct aurpay_parameter register_parameters[] = {
    {"user_phone", AURPAY_PARAMETER_TEXT, true, 0, 0},
    {"user_name", AURPAY_PARAMETER_STRING, true, 0, 0},
    {"user_password", AURPAY_PARAMETER_SECRET, true, 0, 0},
    END_OF_PARAMETERS,
};

/* The documents list no 401 for it; an invalid key is still one. 302 is an answer here and no redirect. */
static const struct aurpay_documented_status register_statuses[] = {
    {201, AURPAY_STATUS_SUCCESS, "user created"},
    {302, AURPAY_STATUS_REFUSED, "user already registered"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    {406, AURPAY_STATUS_REFUSED, "phone number of user not valid"},
    {502, AURPAY_STATUS_REFUSED, "bad gateway of sms gateway"},
    NOT_AVAILABLE,
    END_OF_STATUSES,
};

static const struct aurpay_parameter verify_parameters[] = {
    {"user_phone", AURPAY_PARAMETER_TEXT, true, 0, 0},
    {"user_otp", AURPAY_PARAMETER_SECRET, true, 0, 0},
    END_OF_PARAMETERS,
};

static const struct aurpay_documented_status verify_statuses[] = {
    {200, AURPAY_STATUS_SUCCESS, "user verified"},
    {203, AURPAY_STATUS_REFUSED, "wrong otp"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    END_OF_STATUSES,
};

static const struct aurpay_parameter password_parameters[] = {
    {"user_phone", AURPAY_PARAMETER_TEXT, true, 0, 0},
    {"user_password", AURPAY_PARAMETER_SECRET, true, 0, 0},
    END_OF_PARAMETERS,
};

static const struct aurpay_documented_status login_statuses[] = {
    {200, AURPAY_STATUS_SUCCESS, "user authorized"},
    {203, AURPAY_STATUS_UNAUTHENTICATED, "wrong password"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    END_OF_STATUSES,
};

static const struct aurpay_documented_status reset_statuses[] = {
    {200, AURPAY_STATUS_SUCCESS, "password reset"},
    {203, AURPAY_STATUS_UNAUTHENTICATED, "not valid token"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    END_OF_STATUSES,
};

static const struct aurpay_parameter change_parameters[] = {
    {"current_password", AURPAY_PARAMETER_SECRET, true, 0, 0},
    {"new_password", AURPAY_PARAMETER_SECRET, true, 0, 0},
    END_OF_PARAMETERS,
};

static const struct aurpay_documented_status change_statuses[] = {
    {200, AURPAY_STATUS_SUCCESS, "password changed"},
    {203, AURPAY_STATUS_REFUSED, "wrong current password"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    END_OF_STATUSES,
};

static const struct aurpay_parameter balance_parameters[] = {
    {"pan", AURPAY_PARAMETER_SECRET, true, 0, 0},
    {"ipin", AURPAY_PARAMETER_SECRET, true, 0, 0},
    {"uuid", AURPAY_PARAMETER_STRING, true, 0, 0},
    {"expiration_date", AURPAY_PARAMETER_SECRET, true, 0, 0},
    END_OF_PARAMETERS,
};

/* The answer repeats the inquiry's own. */
static const char *const balance_members[] = {"uuid", NULL};
static const struct aurpay_record_form balance_form = {.members = balance_members, .parameter = "uuid"};

static const struct aurpay_documented_status balance_statuses[] = {
    {200, AURPAY_STATUS_SUCCESS, "balance"},
    BAD_REQUEST,
    KEY_NOT_VALID,
    {406, AURPAY_STATUS_REFUSED, "service provider errors with code"},
    {502, AURPAY_STATUS_REFUSED, "service provider down"},
    END_OF_STATUSES,
};

const struct aurpay_endpoint enayapay_endpoint_register = {
    .method = "POST",
    .path = "/register/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = register_parameters,
    .statuses = register_statuses,
};

const struct aurpay_endpoint enayapay_endpoint_verify = {
    .method = "POST",
    .path = "/verify/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = verify_parameters,
    .statuses = verify_statuses,
};

const struct aurpay_endpoint enayapay_endpoint_login = {
    .method = "POST",
    .path = "/login/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = password_parameters,
    .statuses = login_statuses,
    .finds_out = "repeating the login is harmless",
};

/* The path is spelled so. */
const struct aurpay_endpoint enayapay_endpoint_reset_password = {
    .method = "POST",
    .path = "/rest/password/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = password_parameters,
    .statuses = reset_statuses,
};

const struct aurpay_endpoint enayapay_endpoint_change_password = {
    .method = "POST",
    .path = "/change/password/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = change_parameters,
    .statuses = change_statuses,
};

const struct aurpay_endpoint enayapay_endpoint_balance = {
    .method = "POST",
    .path = "/balance/inquiry/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = balance_parameters,
    .statuses = balance_statuses,
    .record = &balance_form,
    .finds_out = "repeating the inquiry is harmless",
};
