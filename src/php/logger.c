/* The option `logger`: one PSR-3 line per call, after the call. Nothing that a logger does changes the result
 * of the call. */
#include "logger.h"

#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include "fault.h"

/* Freeing a logger's exception may run a destructor that throws, and so on. After this many in a row,
 * exceptions are kept until the request ends, when no destructor runs any more. */
#define MAX_FAILURES_IN_A_ROW 16

static const char *level_of(enum aurpay_outcome outcome)
{
    switch (outcome) {
    case AURPAY_OUTCOME_SUCCESS:
        return "info";
    case AURPAY_OUTCOME_REFUSED:
    case AURPAY_OUTCOME_UNAUTHENTICATED:
    case AURPAY_OUTCOME_RATE_LIMITED:
        return "warning";
    case AURPAY_OUTCOME_TRANSPORT_FAILED:
    case AURPAY_OUTCOME_FOREIGN_ANSWER:
    case AURPAY_OUTCOME_UNKNOWN:
        break;
    }
    return "error";
}

static bool is_of_another_record(const struct php_aurpay_failure *failure)
{
    return failure->outcome == AURPAY_OUTCOME_FOREIGN_ANSWER && failure->answer->other_record;
}

static const char *words_of(const struct php_aurpay_failure *failure)
{
    switch (failure->outcome) {
    case AURPAY_OUTCOME_SUCCESS:
        return "succeeded";
    case AURPAY_OUTCOME_REFUSED:
        return "was refused";
    case AURPAY_OUTCOME_UNAUTHENTICATED:
        return "was refused because of its credentials";
    case AURPAY_OUTCOME_RATE_LIMITED:
        return "was rate limited";
    case AURPAY_OUTCOME_TRANSPORT_FAILED:
        return "failed";
    case AURPAY_OUTCOME_FOREIGN_ANSWER:
        if (is_of_another_record(failure)) {
            return "got the answer for another record";
        }
        return failure->answer->problem ? "got an answer that is not the API's" : "failed";
    case AURPAY_OUTCOME_UNKNOWN:
        break;
    }
    return "may have been executed";
}

/* What went wrong on the wire or with the answer, in our words; NULL for a refusal, which has a code. The
 * server's own message may hold a customer's data: it goes into the exception, never into a log. */
static zend_string *problem_of(const struct php_aurpay_failure *failure)
{
    smart_str problem = {0};

    php_aurpay_exceptions_append_problem(&problem, failure);
    if (!problem.s) {
        return NULL;
    }
    smart_str_0(&problem);
    return smart_str_extract(&problem);
}

/* Why a call failed: in words, as a case of TransportReason, or as the API's code. */
static void add_reason(zval *context, const struct php_aurpay_failure *failure, zend_string *problem)
{
    const struct php_aurpay_answer *answer = failure->answer;

    if (problem) {
        add_assoc_str(context, "problem", zend_string_copy(problem));
    } else {
        add_assoc_null(context, "problem");
    }
    if (answer->kind == AURPAY_ANSWER_NONE) {
        zend_object *reason = php_aurpay_enum_case(php_aurpay_ce_transport_reason,
                                                   php_aurpay_fault_reason(&failure->call->core.response));

        add_assoc_str(context, "reason", zend_string_copy(Z_STR_P(zend_enum_fetch_case_value(reason))));
    } else {
        add_assoc_null(context, "reason");
    }
    if (answer->kind == AURPAY_ANSWER_REFUSAL) {
        add_assoc_long(context, "code", answer->code);
    } else {
        add_assoc_null(context, "code");
    }
}

/* Method, path, status, trace id, duration, attempts, and why it failed: never a header, a query or a
 * body. */
static void make_context(zval *context, const struct php_aurpay_failure *failure, zend_string *path,
                         zend_string *problem)
{
    const struct php_aurpay_call *call = failure->call;

    array_init(context);
    add_assoc_string(context, "method", call->core.request.method);
    add_assoc_str(context, "path", zend_string_copy(path));
    add_assoc_long(context, "status", call->core.response.http_status);
    if (failure->trace_id) {
        add_assoc_str(context, "trace_id", zend_string_copy(failure->trace_id));
    } else {
        add_assoc_null(context, "trace_id");
    }
    add_assoc_long(context, "duration_ms", (zend_long)(call->core.finished - call->core.started));
    add_assoc_long(context, "attempts", call->core.retries + 1);
    if (failure->outcome != AURPAY_OUTCOME_SUCCESS) {
        add_reason(context, failure, problem);
    }
}

static zend_string *message_of(const struct php_aurpay_failure *failure, zend_string *path,
                               zend_string *problem)
{
    smart_str message = {0};

    smart_str_append_printf(&message, "aurpay: %s %s %s", failure->call->core.request.method, ZSTR_VAL(path),
                            words_of(failure));
    /* That text is the problem already. */
    if (problem && !is_of_another_record(failure)) {
        smart_str_appends(&message, ": ");
        smart_str_append(&message, problem);
    }
    if (failure->answer->kind == AURPAY_ANSWER_REFUSAL) {
        smart_str_append_printf(&message, " (code " ZEND_LONG_FMT ")", failure->answer->code);
    } else if (failure->outcome != AURPAY_OUTCOME_SUCCESS && failure->answer->kind != AURPAY_ANSWER_NONE) {
        smart_str_append_printf(&message, " (HTTP status %ld)", failure->call->core.response.http_status);
    }
    smart_str_0(&message);
    return smart_str_extract(&message);
}

/* The message of an exception as it was set: no getter of a subclass runs. NULL when it is no string. */
static const zend_string *words_of_exception(zend_object *exception)
{
    const zend_property_info *property =
        zend_hash_str_find_ptr(&zend_get_exception_base(exception)->properties_info, ZEND_STRL("message"));
    const zval *message = OBJ_PROP(exception, property->offset);

    ZVAL_DEREF(message);
    return Z_TYPE_P(message) == IS_STRING ? Z_STR_P(message) : NULL;
}

/* One line in the SAPI's log, which no error handler, output buffer or error_get_last() sees, for the first
 * failure of a request: a logger that fails once fails on every call. */
static void tell_failure(const struct php_aurpay_call *call, zend_object *exception)
{
    const zend_string *words = words_of_exception(exception);
    zend_string *path, *said, *line;

    if (AURPAY_G(is_logger_failure_told)) {
        return;
    }
    AURPAY_G(is_logger_failure_told) = true;
    path = php_aurpay_redact_path(call);
    said =
        words ? php_aurpay_redact_text(ZSTR_VAL(words), ZSTR_LEN(words), &call->secrets) : ZSTR_EMPTY_ALLOC();
    /* The name of an anonymous class has a NUL: %s stops there. */
    line = zend_strpprintf(
        0, "aurpay: the option logger threw %s after %s %s, whose outcome is not affected: %s",
        ZSTR_VAL(exception->ce->name), call->core.request.method, ZSTR_VAL(path), ZSTR_VAL(said));
    php_log_err(ZSTR_VAL(line));
    zend_string_release(line);
    zend_string_release(said);
    zend_string_release(path);
}

static void keep(zend_object *exception)
{
    if (Z_ISUNDEF(AURPAY_G(kept_exceptions))) {
        array_init(&AURPAY_G(kept_exceptions));
    }
    add_next_index_object(&AURPAY_G(kept_exceptions), exception);
}

/* Removes exceptions of the logger, and of destructors, error handlers and signal handlers that ran under it.
 * The end of the script or the Fiber stays. */
static void take_failures(const struct php_aurpay_call *call)
{
    int count = 0;

    while (EG(exception) && !php_aurpay_exceptions_is_exiting()) {
        zend_object *exception = EG(exception);

        if (count == 0) {
            AURPAY_G(logger_failures)++;
        }
        tell_failure(call, exception);
        /* Its destructor must not run inside zend_clear_exception, which afterwards sets the next
         * instruction. */
        GC_ADDREF(exception);
        zend_clear_exception();
        if (++count <= MAX_FAILURES_IN_A_ROW) {
            OBJ_RELEASE(exception);
        } else {
            keep(exception);
        }
    }
}

void php_aurpay_logger_write(struct php_aurpay_client *client, const struct php_aurpay_failure *failure)
{
    zend_string *path = php_aurpay_redact_path(failure->call);
    zend_string *problem = problem_of(failure);
    zval arguments[3], result;

    ZVAL_STRING(&arguments[0], level_of(failure->outcome));
    ZVAL_STR(&arguments[1], message_of(failure, path, problem));
    make_context(&arguments[2], failure, path, problem);
    zend_string_release(path);
    if (problem) {
        zend_string_release(problem);
    }
    ZVAL_UNDEF(&result);
    zend_call_known_function(client->options.logger_method, Z_OBJ(client->options.logger),
                             Z_OBJCE(client->options.logger), &result, 3, arguments, NULL);
    zval_ptr_dtor(&result);
    zval_ptr_dtor(&arguments[0]);
    zval_ptr_dtor(&arguments[1]);
    zval_ptr_dtor(&arguments[2]);
    take_failures(failure->call);
}
