/* The option `logger`: one PSR-3 line a call, after the call is over. */
#include "binding.h"

#include "zend_interfaces.h"

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

static const char *words_of(enum aurpay_outcome outcome)
{
    switch (outcome) {
    case AURPAY_OUTCOME_SUCCESS:
        return "succeeded";
    case AURPAY_OUTCOME_REFUSED:
        return "was refused";
    case AURPAY_OUTCOME_UNAUTHENTICATED:
        return "was refused its credentials";
    case AURPAY_OUTCOME_RATE_LIMITED:
        return "was rate limited";
    case AURPAY_OUTCOME_TRANSPORT_FAILED:
        return "failed on the wire";
    case AURPAY_OUTCOME_FOREIGN_ANSWER:
        return "got an answer that is not the API's";
    case AURPAY_OUTCOME_UNKNOWN:
        break;
    }
    return "may have been executed";
}

/* Method, path, status, trace id, duration, attempts: never a header, a query or a body. */
static void make_context(zval *context, const struct php_aurpay_call *call, zend_string *path,
                         zend_string *trace_id)
{
    array_init(context);
    add_assoc_string(context, "method", call->request.method);
    add_assoc_str(context, "path", zend_string_copy(path));
    add_assoc_long(context, "status", call->response.http_status);
    if (trace_id) {
        add_assoc_str(context, "trace_id", zend_string_copy(trace_id));
    } else {
        add_assoc_null(context, "trace_id");
    }
    add_assoc_long(context, "duration_ms", (zend_long)(call->finished - call->started));
    add_assoc_long(context, "attempts", call->retries + 1);
}

void php_aurpay_logger_write(struct php_aurpay_client *client, const struct php_aurpay_call *call,
                             enum aurpay_outcome outcome, zend_string *trace_id)
{
    zval arguments[3], result;
    zend_string *path = php_aurpay_path_of(&call->request);

    ZVAL_STRING(&arguments[0], level_of(outcome));
    ZVAL_STR(&arguments[1],
             zend_strpprintf(0, "aurpay: %s %s %s", call->request.method, ZSTR_VAL(path), words_of(outcome)));
    make_context(&arguments[2], call, path, trace_id);
    zend_string_release(path);
    ZVAL_UNDEF(&result);
    zend_call_known_function(client->options.logger_method, Z_OBJ(client->options.logger),
                             Z_OBJCE(client->options.logger), &result, 3, arguments, NULL);
    zval_ptr_dtor(&result);
    zval_ptr_dtor(&arguments[0]);
    zval_ptr_dtor(&arguments[1]);
    zval_ptr_dtor(&arguments[2]);
}
