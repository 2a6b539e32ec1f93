#include "exceptions.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"
#include "ext/spl/spl_exceptions.h"

#include "callback.h"
#include "fault.h"
#include "recovery.h"

#include "exceptions_arginfo.h"

static zend_class_entry *ce_payment_reason;
zend_class_entry *php_aurpay_ce_transport_reason;
static zend_class_entry *ce_base;
static zend_class_entry *ce_api;
static zend_class_entry *ce_authentication;
static zend_class_entry *ce_rate_limit;
static zend_class_entry *ce_transport;
static zend_class_entry *ce_outcome_unknown;
static zend_class_entry *ce_response;
static zend_class_entry *ce_callback;
static zend_class_entry *ce_payment;

void php_aurpay_register_exceptions(void)
{
    ce_base = register_class_Aurpay_AurpayException(spl_ce_RuntimeException);
    ce_api = register_class_Aurpay_ApiException(ce_base);
    ce_authentication = register_class_Aurpay_AuthenticationException(ce_api);
    ce_rate_limit = register_class_Aurpay_RateLimitException(ce_api);
    php_aurpay_ce_transport_reason = register_class_Aurpay_TransportReason();
    ce_transport = register_class_Aurpay_TransportException(ce_base);
    ce_outcome_unknown = register_class_Aurpay_OutcomeUnknownException(ce_base);
    ce_response = register_class_Aurpay_ResponseException(ce_base);
    ce_callback = register_class_Aurpay_CallbackException(ce_base);
    ce_payment_reason = register_class_Aurpay_PaymentReason();
    ce_payment = register_class_Aurpay_PaymentException(ce_base);
}

static void set_property(zend_class_entry *scope, zend_object *object, const char *name, zval *value)
{
    if (zend_hash_str_exists(&object->ce->properties_info, name, strlen(name))) {
        zend_update_property(scope, object, name, strlen(name), value);
    }
}

static void set_nullable_int(zend_class_entry *scope, zend_object *object, const char *name, bool is_known,
                             int64_t number)
{
    zval value;

    if (is_known) {
        ZVAL_LONG(&value, (zend_long)number);
    } else {
        ZVAL_NULL(&value);
    }
    set_property(scope, object, name, &value);
}

static void set_reason(zend_class_entry *scope, zend_object *object, zend_class_entry *reasons,
                       const char *name)
{
    zval reason;

    ZVAL_OBJ(&reason, php_aurpay_enum_case(reasons, name));
    set_property(scope, object, "reason", &reason);
}

/* Creates an exception with the properties that all have. Consumes `message`. `failure` is NULL for
 * exceptions without a failed call. Throw it with zend_throw_exception_internal, which may free it at once:
 * while the script exits, no exception replaces that. */
static zend_object *create(zend_class_entry *ce, zend_string *message, zend_long code,
                           const struct php_aurpay_failure *failure)
{
    zval exception, value;

    /* disable_classes removes a class's parents, and the engine throws only what is Throwable. */
    object_init_ex(&exception, instanceof_function(ce, zend_ce_exception) ? ce : spl_ce_RuntimeException);
    ZVAL_STR(&value, message);
    set_property(zend_ce_exception, Z_OBJ(exception), "message", &value);
    zval_ptr_dtor(&value);
    ZVAL_LONG(&value, code);
    set_property(zend_ce_exception, Z_OBJ(exception), "code", &value);
    ZVAL_LONG(&value, failure ? failure->call->core.response.http_status : 0);
    set_property(ce_base, Z_OBJ(exception), "httpStatus", &value);
    if (failure && failure->trace_id) {
        ZVAL_STR(&value, failure->trace_id);
    } else {
        ZVAL_NULL(&value);
    }
    set_property(ce_base, Z_OBJ(exception), "traceId", &value);
    if (failure && Z_TYPE(failure->answer->content) == IS_ARRAY) {
        php_aurpay_redact_value(&value, (zval *)&failure->answer->content, &failure->call->secrets);
    } else {
        ZVAL_NULL(&value);
    }
    set_property(ce_base, Z_OBJ(exception), "response", &value);
    zval_ptr_dtor(&value);
    return Z_OBJ(exception);
}

/* "POST /api/order/pay-url": the start of every message about a call. */
static void append_call(smart_str *message, const struct php_aurpay_failure *failure)
{
    zend_string *path = php_aurpay_redact_path(failure->call);

    smart_str_appends(message, failure->call->core.request.method);
    smart_str_appendc(message, ' ');
    smart_str_append(message, path);
    zend_string_release(path);
}

/* The server's own message, and the trace id for its support. */
static void append_refusal(smart_str *message, const struct php_aurpay_failure *failure)
{
    const struct php_aurpay_answer *answer = failure->answer;

    smart_str_appends(message, " was refused: ");
    if (answer->words) {
        zend_string *clean =
            php_aurpay_redact_text(ZSTR_VAL(answer->words), ZSTR_LEN(answer->words), &failure->call->secrets);

        smart_str_append(message, clean);
        zend_string_release(clean);
    } else {
        smart_str_appends(message, answer->fallback_words ? answer->fallback_words : "no reason given");
    }
    smart_str_append_printf(message, " (code " ZEND_LONG_FMT ", HTTP status %ld", answer->code,
                            failure->call->core.response.http_status);
    if (failure->trace_id) {
        smart_str_append_printf(message, ", trace id %s", ZSTR_VAL(failure->trace_id));
    }
    smart_str_appendc(message, ')');
}

static void append_retry_count(smart_str *message, const struct php_aurpay_call *call)
{
    if (call->core.retries) {
        smart_str_append_printf(message, " after %d %s", call->core.retries,
                                call->core.retries == 1 ? "retry" : "retries");
    }
}

static void append_pause(smart_str *message, const struct php_aurpay_call *call)
{
    int64_t seconds;

    if (!call->core.retry_too_late) {
        return;
    }
    seconds = aurpay_response_retry_after(&call->core.response, call->core.wall_milliseconds);
    if (seconds >= 0) {
        smart_str_append_printf(message,
                                "; there was no further retry: the server asks to wait " ZEND_LONG_FMT
                                " second%s, longer than the timeout allows",
                                (zend_long)seconds, seconds == 1 ? "" : "s");
    } else {
        smart_str_appends(
            message,
            "; there was no further retry: the pause before it would be longer than the timeout allows");
    }
}

static void append_retries(smart_str *message, const struct php_aurpay_call *call)
{
    append_retry_count(message, call);
    append_pause(message, call);
}

static zend_string *finish(smart_str *message)
{
    smart_str_0(message);
    return smart_str_extract(message);
}

/* The common part of the messages about a refusal by the API. */
static void append_whole_refusal(smart_str *message, const struct php_aurpay_failure *failure)
{
    append_call(message, failure);
    append_refusal(message, failure);
    append_retries(message, failure->call);
}

static void throw_refusal(const struct php_aurpay_failure *failure)
{
    smart_str message = {0};

    append_whole_refusal(&message, failure);
    zend_throw_exception_internal(create(ce_api, finish(&message), failure->answer->code, failure));
}

static void throw_rate_limited(const struct php_aurpay_failure *failure)
{
    const struct php_aurpay_call *call = failure->call;
    int64_t seconds = aurpay_response_retry_after(&call->core.response, call->core.wall_milliseconds);
    smart_str message = {0};
    zend_object *object;

    append_whole_refusal(&message, failure);
    object = create(ce_rate_limit, finish(&message), failure->answer->code, failure);
    set_nullable_int(ce_rate_limit, object, "retryAfter", seconds >= 0, seconds);
    zend_throw_exception_internal(object);
}

/* A smaller difference of the clocks is not the reason why a signature is refused. */
#define CLOCK_TOLERANCE_MILLISECONDS 5000

static zend_long to_seconds(int64_t milliseconds)
{
    return (zend_long)((milliseconds + (milliseconds < 0 ? -500 : 500)) / 1000);
}

/* Only signatures are dated. `comparison` is NULL without a readable Date header. */
static void append_clocks(smart_str *message, const struct php_aurpay_failure *failure,
                          const struct aurpay_clock_comparison *comparison)
{
    zend_long seconds;
    int64_t off;

    if (failure->call->secrets.credentials->kind != AURPAY_CREDENTIALS_SIGNATURE) {
        return;
    }
    if (!comparison) {
        smart_str_appends(message, "; the answer has no Date header to compare the clocks by");
        return;
    }
    off = comparison->difference < 0 ? -comparison->difference : comparison->difference;
    if (off - comparison->margin > CLOCK_TOLERANCE_MILLISECONDS) {
        smart_str_append_printf(message,
                                "; this machine's clock is " ZEND_LONG_FMT " seconds %s the server's",
                                to_seconds(off), comparison->difference < 0 ? "ahead of" : "behind");
    } else {
        seconds = (zend_long)((off + comparison->margin + 999) / 1000);
        smart_str_append_printf(message,
                                "; the clocks agree within " ZEND_LONG_FMT
                                " second%s, so check the token, the secret and the algorithm",
                                seconds, seconds == 1 ? "" : "s");
    }
}

static void throw_unauthenticated(const struct php_aurpay_failure *failure)
{
    struct aurpay_clock_comparison comparison = {0};
    smart_str message = {0};
    zend_object *object;
    bool is_known = aurpay_response_compare_clocks(&failure->call->core.response,
                                                   failure->call->core.wall_milliseconds, &comparison);

    append_whole_refusal(&message, failure);
    append_clocks(&message, failure, is_known ? &comparison : NULL);
    object = create(ce_authentication, finish(&message), failure->answer->code, failure);
    set_nullable_int(ce_authentication, object, "clockDifference", is_known,
                     to_seconds(comparison.difference));
    zend_throw_exception_internal(object);
}

static void append_transfer(smart_str *message, const struct php_aurpay_failure *failure)
{
    smart_str_appends(message, " failed");
    append_retry_count(message, failure->call);
    smart_str_appends(message, ": ");
    php_aurpay_fault_append(message, failure);
    append_pause(message, failure->call);
}

static void throw_transport(const struct php_aurpay_failure *failure)
{
    smart_str message = {0};
    zend_object *object;

    append_call(&message, failure);
    append_transfer(&message, failure);
    if (!failure->call->core.sent) {
        smart_str_appends(&message, "; nothing was sent");
    }
    object = create(ce_transport, finish(&message), 0, failure);
    set_reason(ce_transport, object, php_aurpay_ce_transport_reason,
               php_aurpay_fault_reason(&failure->call->core.response));
    zend_throw_exception_internal(object);
}

static void append_foreign_answer(smart_str *message, const struct php_aurpay_failure *failure)
{
    if (failure->answer->other_record) {
        smart_str_append_printf(message, " got the answer for another record: %s (HTTP status %ld)",
                                ZSTR_VAL(failure->answer->other_record),
                                failure->call->core.response.http_status);
        return;
    }
    if (!failure->answer->problem) {
        smart_str_append_printf(message, " got the API's envelope with the undocumented HTTP status %ld",
                                failure->call->core.response.http_status);
        return;
    }
    smart_str_append_printf(message, " got an answer that is not the API's: %s (HTTP status %ld)",
                            failure->answer->problem, failure->call->core.response.http_status);
}

static void throw_foreign_answer(const struct php_aurpay_failure *failure)
{
    smart_str message = {0};

    append_call(&message, failure);
    append_foreign_answer(&message, failure);
    append_retries(&message, failure->call);
    zend_throw_exception_internal(create(ce_response, finish(&message), 0, failure));
}

/* A refusal in an envelope whose HTTP status leaves the outcome open. */
static bool is_unsettled_refusal(const struct php_aurpay_failure *failure)
{
    return failure->answer->kind == AURPAY_ANSWER_REFUSAL && failure->call->core.response.http_status >= 500;
}

/* Throws what happened first: it becomes the previous exception of OutcomeUnknownException. */
static void throw_unknown(const struct php_aurpay_failure *failure)
{
    smart_str message = {0};

    append_call(&message, failure);
    smart_str_appends(&message, " may have been executed: it");
    if (failure->answer->kind == AURPAY_ANSWER_NONE) {
        append_transfer(&message, failure);
        throw_transport(failure);
    } else if (is_unsettled_refusal(failure)) {
        append_refusal(&message, failure);
        throw_refusal(failure);
    } else {
        append_foreign_answer(&message, failure);
        throw_foreign_answer(failure);
    }
    smart_str_appends(&message, "; ");
    php_aurpay_recovery_append(&message, failure->call->core.endpoint->recovery, failure->methods);
    zend_throw_exception_internal(
        create(ce_outcome_unknown, finish(&message), failure->answer->code, failure));
}

void php_aurpay_exceptions_append_problem(smart_str *message, const struct php_aurpay_failure *failure)
{
    switch (failure->outcome) {
    case AURPAY_OUTCOME_SUCCESS:
    case AURPAY_OUTCOME_REFUSED:
    case AURPAY_OUTCOME_UNAUTHENTICATED:
    case AURPAY_OUTCOME_RATE_LIMITED:
        return;
    case AURPAY_OUTCOME_TRANSPORT_FAILED:
    case AURPAY_OUTCOME_FOREIGN_ANSWER:
    case AURPAY_OUTCOME_UNKNOWN:
        break;
    }
    if (failure->answer->kind == AURPAY_ANSWER_NONE) {
        php_aurpay_fault_append(message, failure);
    } else if (!is_unsettled_refusal(failure)) {
        smart_str_appends(message, failure->answer->problem
                                       ? failure->answer->problem
                                       : "the API's envelope came with an undocumented HTTP status");
    }
}

bool php_aurpay_exceptions_is_exiting(void)
{
    return EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)));
}

void php_aurpay_throw_failure(const struct php_aurpay_failure *failure)
{
    switch (failure->outcome) {
    case AURPAY_OUTCOME_SUCCESS:
        break;
    case AURPAY_OUTCOME_REFUSED:
        throw_refusal(failure);
        break;
    case AURPAY_OUTCOME_UNAUTHENTICATED:
        throw_unauthenticated(failure);
        break;
    case AURPAY_OUTCOME_RATE_LIMITED:
        throw_rate_limited(failure);
        break;
    case AURPAY_OUTCOME_TRANSPORT_FAILED:
        throw_transport(failure);
        break;
    case AURPAY_OUTCOME_FOREIGN_ANSWER:
        throw_foreign_answer(failure);
        break;
    case AURPAY_OUTCOME_UNKNOWN:
        throw_unknown(failure);
        break;
    }
}

void php_aurpay_throw_callback(const char *name, const char *message, zval *body)
{
    zend_object *object = create(ce_callback, zend_string_init(message, strlen(message), 0), 0, NULL);
    zval none;

    ZVAL_NULL(&none);
    set_property(ce_callback, object, "body", body ? body : &none);
    set_reason(ce_callback, object, php_aurpay_ce_callback_reason, name);
    zend_throw_exception_internal(object);
}

void php_aurpay_throw_response(const char *message)
{
    zend_throw_exception_internal(
        create(ce_response, zend_string_init(message, strlen(message), 0), 0, NULL));
}

void php_aurpay_throw_payment(const struct php_aurpay_secrets *secrets, const char *name, zval *detail,
                              const char *format, ...)
{
    zend_object *object;
    va_list arguments;
    zval masked;

    va_start(arguments, format);
    object = create(ce_payment, zend_vstrpprintf(0, format, arguments), 0, NULL);
    va_end(arguments);
    set_reason(ce_payment, object, ce_payment_reason, name);
    php_aurpay_redact_value(&masked, detail, secrets);
    set_property(ce_payment, object, "detail", &masked);
    zval_ptr_dtor(&masked);
    zend_throw_exception_internal(object);
}

void php_aurpay_throw_code(enum aurpay_code code)
{
    switch (code) {
    case AURPAY_OK:
        break;
    case AURPAY_ERROR_MEMORY:
        zend_throw_error(NULL, "aurpay: out of memory");
        break;
    case AURPAY_ERROR_LIMIT:
        zend_throw_error(
            zend_ce_value_error,
            "aurpay: the request is too large: a body may have 1 MiB, a URL with its query 16 KiB");
        break;
    case AURPAY_ERROR_CRYPTO:
        zend_throw_error(NULL, "aurpay: OpenSSL refused a digest (is MD5 or SHA3 disabled on this host?)");
        break;
    case AURPAY_ERROR_INVALID:
        zend_throw_error(zend_ce_value_error, "aurpay: the request is not valid");
        break;
    case AURPAY_ERROR_SETUP:
        zend_throw_error(NULL, "aurpay: libcurl could not be set up; this attempt was not sent");
        break;
    }
}
