#include "enayapay.h"

static const char *const money_fields[] = {"balance", "amount", "fee", NULL};

static const char *const secret_fields[] = {"token", NULL};

static const char *const secret_parameters[] = {
    "user_password", "user_otp", "current_password", "new_password", "pan", "ipin", "expiration_date", NULL};

/* Used by every endpoint unless noted. */
#define BAD_REQUEST AURPAY_STATUS(400, REFUSED, "bad request")
#define KEY_NOT_VALID AURPAY_STATUS(401, UNAUTHENTICATED, "your api key not valid")
#define NOT_REGISTERED AURPAY_STATUS(404, REFUSED, "user not registered")
#define NOT_AVAILABLE AURPAY_STATUS(503, REFUSED, "service not available")

/* For request(): the statuses that mean the same on every endpoint. 302, 502 and 503 do not, so here they
 * settle nothing. */
static const struct aurpay_documented_status common_statuses[] = {
    AURPAY_STATUS(200, SUCCESS, "success"),
    AURPAY_STATUS(201, SUCCESS, "created"),
    AURPAY_STATUS(202, SUCCESS, "accepted"),
    AURPAY_STATUS(203, REFUSED, "no reason given"),
    AURPAY_STATUS(204, SUCCESS, "no content"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    AURPAY_STATUS(404, REFUSED, "not found"),
    AURPAY_STATUS(406, REFUSED, "not acceptable"),
    AURPAY_END_OF_STATUSES,
};

/* The documents name no trace id. One is taken if it comes as Aurpay sends it. */
const struct aurpay_provider aurpay_provider_enayapay = {
    .base_uri = "https://sandbox.enayapay.com/api/v2.1",
    .money_fields = money_fields,
    .secret_fields = secret_fields,
    .secret_parameters = secret_parameters,
    .envelope =
        {
            .code = "response_code",
            .words = "response_message",
            .words_by_field = "details",
            .trace_id = "trace_id",
        },
    .trace_header = "a-trace-id",
    .statuses = common_statuses,
    .api_key = {"x-api-key", ""},
    .user_token = {"token", ""},
};

static const struct aurpay_parameter register_parameters[] = {
    AURPAY_REQUIRED("user_phone", TEXT),
    AURPAY_REQUIRED("user_name", STRING),
    AURPAY_REQUIRED("user_password", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

/* The documents list no 401 for it, but an invalid key still gets one. 302 is an answer here, not a
 * redirect. */
static const struct aurpay_documented_status register_statuses[] = {
    AURPAY_STATUS(201, SUCCESS, "user created"),
    AURPAY_STATUS(302, REFUSED, "user already registered"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    AURPAY_STATUS(406, REFUSED, "phone number of user not valid"),
    AURPAY_STATUS(502, REFUSED, "bad gateway of sms gateway"),
    NOT_AVAILABLE,
    AURPAY_END_OF_STATUSES,
};

static const struct aurpay_parameter verify_parameters[] = {
    AURPAY_REQUIRED("user_phone", TEXT),
    AURPAY_REQUIRED("user_otp", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_documented_status verify_statuses[] = {
    AURPAY_STATUS(200, SUCCESS, "user verified"),
    AURPAY_STATUS(203, REFUSED, "wrong otp"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    AURPAY_END_OF_STATUSES,
};

static const struct aurpay_parameter password_parameters[] = {
    AURPAY_REQUIRED("user_phone", TEXT),
    AURPAY_REQUIRED("user_password", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_documented_status login_statuses[] = {
    AURPAY_STATUS(200, SUCCESS, "user authorized"),
    AURPAY_STATUS(203, UNAUTHENTICATED, "wrong password"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    AURPAY_END_OF_STATUSES,
};

static const struct aurpay_documented_status reset_statuses[] = {
    AURPAY_STATUS(200, SUCCESS, "password reset"),
    AURPAY_STATUS(203, UNAUTHENTICATED, "not valid token"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    AURPAY_END_OF_STATUSES,
};

static const struct aurpay_parameter change_parameters[] = {
    AURPAY_REQUIRED("current_password", SECRET),
    AURPAY_REQUIRED("new_password", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

static const struct aurpay_documented_status change_statuses[] = {
    AURPAY_STATUS(200, SUCCESS, "password changed"),
    AURPAY_STATUS(203, REFUSED, "wrong current password"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    NOT_REGISTERED,
    NOT_AVAILABLE,
    AURPAY_END_OF_STATUSES,
};

static const struct aurpay_parameter balance_parameters[] = {
    AURPAY_REQUIRED("pan", SECRET),
    AURPAY_REQUIRED("ipin", SECRET),
    AURPAY_REQUIRED("uuid", STRING),
    AURPAY_REQUIRED("expiration_date", SECRET),
    AURPAY_END_OF_PARAMETERS,
};

/* The answer repeats the inquiry's own. */
static const char *const balance_members[] = {"uuid", NULL};
static const struct aurpay_record_form balance_form = {.members = balance_members, .parameter = "uuid"};

static const struct aurpay_documented_status balance_statuses[] = {
    AURPAY_STATUS(200, SUCCESS, "balance"),
    BAD_REQUEST,
    KEY_NOT_VALID,
    AURPAY_STATUS(406, REFUSED, "service provider errors with code"),
    AURPAY_STATUS(502, REFUSED, "service provider down"),
    AURPAY_END_OF_STATUSES,
};

static const struct aurpay_recovery repeat_login = {.kind = AURPAY_RECOVERY_REPEAT, .what = "the login"};
static const struct aurpay_recovery repeat_inquiry = {.kind = AURPAY_RECOVERY_REPEAT, .what = "the inquiry"};

const struct aurpay_endpoint aurpay_enayapay_register = {
    .method = "POST",
    .path = "/register/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = register_parameters,
    .statuses = register_statuses,
};

const struct aurpay_endpoint aurpay_enayapay_verify = {
    .method = "POST",
    .path = "/verify/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = verify_parameters,
    .statuses = verify_statuses,
};

const struct aurpay_endpoint aurpay_enayapay_login = {
    .method = "POST",
    .path = "/login/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = password_parameters,
    .statuses = login_statuses,
    .recovery = &repeat_login,
};

/* Only the new password lets the user log in. */
static const struct aurpay_recovery ask_login = {
    .kind = AURPAY_RECOVERY_ASK, .endpoint = &aurpay_enayapay_login, .what = "the new password is set"};

/* The path is spelled so. */
const struct aurpay_endpoint aurpay_enayapay_reset_password = {
    .method = "POST",
    .path = "/rest/password/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = password_parameters,
    .statuses = reset_statuses,
    .recovery = &ask_login,
};

const struct aurpay_endpoint aurpay_enayapay_change_password = {
    .method = "POST",
    .path = "/change/password/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = change_parameters,
    .statuses = change_statuses,
    .recovery = &ask_login,
};

const struct aurpay_endpoint aurpay_enayapay_balance = {
    .method = "POST",
    .path = "/balance/inquiry/",
    .encoding = AURPAY_ENCODING_JSON,
    .parameters = balance_parameters,
    .statuses = balance_statuses,
    .record = &balance_form,
    .recovery = &repeat_inquiry,
};
