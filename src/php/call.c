/* The one path of every call: encode, perform (in the core), decode, answer or throw. */
#include "call.h"

#include <stdlib.h>

#include "zend_exceptions.h"

#include "../core/clock.h"
#include "../core/validate.h"
#include "arguments.h"
#include "decode.h"
#include "encode.h"
#include "encoder.h"
#include "envelope.h"
#include "exceptions.h"
#include "logger.h"
#include "perform.h"
#include "snapshot.h"

static void free_call(struct php_aurpay_anchored *anchored)
{
    struct php_aurpay_call *call = (struct php_aurpay_call *)anchored;

    aurpay_call_free(&call->core);
    aurpay_buffer_free(&call->record);
    free(call);
}

/* Shutdown functions run after a bail-out and may make calls. What the bail-out left in flight must not
 * continue under them, since nobody is left to hear the result. It is not freed yet: some bail-outs are
 * caught (a file that does not compile), and a caller of an attempt may still be there. */
static void settle_bail_out(void)
{
    if (CG(unclean_shutdown) && !AURPAY_G(is_bail_out_settled)) {
        AURPAY_G(is_bail_out_settled) = true;
        if (AURPAY_G(pool)) {
            aurpay_transport_interrupt(AURPAY_G(pool));
        }
    }
}

static struct php_aurpay_call *begin(const struct php_aurpay_client *client,
                                     const struct aurpay_endpoint *endpoint, int64_t started)
{
    struct php_aurpay_call *call = calloc(1, sizeof(*call));

    if (!call) {
        php_aurpay_throw_code(AURPAY_ERROR_MEMORY);
        return NULL;
    }
    aurpay_call_init(&call->core, endpoint, started, started + client->options.timeout_milliseconds,
                     (size_t)client->options.max_response_bytes);
    call->secrets = php_aurpay_secrets_of(client->provider, &client->credentials);
    aurpay_buffer_init(&call->record, AURPAY_REQUEST_BODY_LIMIT);
    php_aurpay_anchor_add(&call->anchored, free_call);
    settle_bail_out();
    return call;
}

/* Of a call that no bail-out has ended: only then may the engine's memory be freed, too. */
static void end(struct php_aurpay_call *call)
{
    php_aurpay_secrets_release(&call->secrets);
    php_aurpay_anchor_release(&call->anchored);
}

static bool check_id(const struct php_aurpay_arguments *arguments)
{
    if (arguments->id && !aurpay_validate_id(ZSTR_VAL(arguments->id), ZSTR_LEN(arguments->id))) {
        zend_argument_value_error(
            arguments->id_argument,
            "must be an id: 1 to 64 characters of A-Z, a-z, 0-9, underscore and hyphen");
        return false;
    }
    return true;
}

/* The value of a header of its own. */
static bool check_user_token(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    zend_string *token = arguments->user_token;

    if (!token) {
        return true;
    }
    if (!php_aurpay_check_header_secret(token, arguments->user_token_argument)) {
        return false;
    }
    php_aurpay_secrets_add(&call->secrets, token);
    call->core.user_token = ZSTR_VAL(token);
    return true;
}

/* Copies the id of the record, to compare the answer with it. */
static bool copy_record(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    const struct aurpay_record_form *form = call->core.endpoint->record;
    zend_string *name = NULL, *number = NULL;
    enum aurpay_code code = AURPAY_OK;
    zval *value;

    if (form && !form->parameter) {
        name = arguments->id;
    } else if (form && arguments->params) {
        value = zend_hash_str_find_deref(arguments->params, form->parameter, strlen(form->parameter));
        value = value ? php_aurpay_encoder_enum_value(value) : NULL;
        if (value && Z_TYPE_P(value) == IS_STRING) {
            name = Z_STR_P(value);
        } else if (value && Z_TYPE_P(value) == IS_LONG) {
            name = number = zend_long_to_str(Z_LVAL_P(value));
        }
    }
    if (name) {
        code = aurpay_buffer_append(&call->record, ZSTR_VAL(name), ZSTR_LEN(name));
    }
    if (number) {
        php_aurpay_secrets_release_string(number);
    }
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* Encodes the parameters as they are now: a date's getTimestamp() may change a value that the caller gave by
 * reference. */
static bool encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    struct php_aurpay_arguments own = *arguments;
    bool encoded;
    zval params;

    if (!arguments->params) {
        return php_aurpay_encode(call, arguments) && copy_record(call, arguments);
    }
    php_aurpay_snapshot(arguments->params, &params);
    own.params = Z_ARRVAL(params);
    encoded = php_aurpay_encode(call, &own) && copy_record(call, &own);
    zval_ptr_dtor(&params);
    return encoded;
}

static bool prepare(struct php_aurpay_call *call, const struct php_aurpay_client *client,
                    const struct php_aurpay_arguments *arguments)
{
    const char *base_uri =
        client->options.base_uri ? ZSTR_VAL(client->options.base_uri) : client->provider->base_uri;
    enum aurpay_code code;

    if (!check_id(arguments) || !check_user_token(call, arguments)) {
        return false;
    }
    code = aurpay_request_set_target(&call->core.request, base_uri, call->core.endpoint->path,
                                     arguments->id ? ZSTR_VAL(arguments->id) : NULL);
    php_aurpay_throw_code(code);
    if (code) {
        return false;
    }
    /* The query that request() may bring with its path. */
    php_aurpay_secrets_add_query(&call->secrets, aurpay_request_target(&call->core.request));
    return encode(call, arguments);
}

static void keep_last_response(struct php_aurpay_client *client, const struct php_aurpay_call *call,
                               zend_string *trace_id)
{
    struct php_aurpay_last_response *last = &client->last_response;
    /* Done first: if memory runs out here, the script ends, and shutdown functions still see the call
     * before. */
    zend_string *path = php_aurpay_redact_path(call);

    if (last->is_set) {
        zend_string_release(last->path);
        if (last->trace_id) {
            zend_string_release(last->trace_id);
        }
    }
    last->is_set = true;
    snprintf(last->method, sizeof(last->method), "%s", call->core.request.method);
    last->path = path;
    last->trace_id = trace_id ? zend_string_copy(trace_id) : NULL;
    last->http_status = call->core.response.http_status;
    last->http_version = call->core.response.http_version;
    last->reused_connection = call->core.response.reused_connection;
    last->retries = call->core.retries;
    last->timings = call->core.response.timings;
}

static enum aurpay_outcome classify(const struct php_aurpay_call *call,
                                    const struct php_aurpay_answer *answer)
{
    const struct aurpay_documented_status *status =
        aurpay_endpoint_status_of(call->core.endpoint, call->core.response.http_status);
    const struct aurpay_outcome_facts facts = {
        .is_read = aurpay_call_is_read(&call->core),
        .sent = call->core.sent,
        .answer = answer->kind,
        .http_status = call->core.response.http_status,
        .api_code = answer->code,
        .not_found_is_authentication = call->core.endpoint->not_found_is_authentication,
        .is_documented_status = status != NULL,
        .is_documented_authentication = status && status->meaning == AURPAY_STATUS_UNAUTHENTICATED,
    };

    return aurpay_outcome_classify(&facts);
}

/* A signal handler may make a call, which drives this one too, and then throw. The answer is there, but
 * cannot be returned beside an exception. The caller is told that the outcome is unknown, as if the answer
 * had come a moment later; the exception's `response` has the answer. */
static void interrupt_success(struct php_aurpay_call *call, struct php_aurpay_answer *answer,
                              struct php_aurpay_failure *failure)
{
    if (EG(exception) && failure->outcome == AURPAY_OUTCOME_SUCCESS && !aurpay_call_is_read(&call->core)) {
        call->core.response.transfer = AURPAY_TRANSFER_INTERRUPTED;
        answer->kind = AURPAY_ANSWER_NONE;
        failure->outcome = AURPAY_OUTCOME_UNKNOWN;
    }
}

/* Decodes the answer, classifies it, and passes it to lastResponse() and to the logger, which may end the
 * script or the Fiber. */
static void examine(struct php_aurpay_call *call, struct php_aurpay_client *client,
                    struct php_aurpay_answer *answer, struct php_aurpay_failure *failure)
{
    php_aurpay_decode_answer(client->provider, call, answer);
    failure->call = call;
    failure->options = &client->options;
    failure->methods = client->methods;
    failure->answer = answer;
    failure->outcome = classify(call, answer);
    interrupt_success(call, answer, failure);
    failure->trace_id = php_aurpay_decode_trace_id(call, answer);
    if (!call->is_before_last) {
        keep_last_response(client, call, failure->trace_id);
    }
    if (!EG(exception) && !Z_ISUNDEF(client->options.logger)) {
        php_aurpay_logger_write(client, failure);
    }
}

static void free_examined(struct php_aurpay_answer *answer, struct php_aurpay_failure *failure)
{
    php_aurpay_decode_free_answer(answer);
    if (failure->trace_id) {
        zend_string_release(failure->trace_id);
    }
}

/* Returns what the API answered, or throws the exception for it. */
static void conclude(struct php_aurpay_call *call, struct php_aurpay_client *client, zval *return_value)
{
    struct php_aurpay_answer answer;
    struct php_aurpay_failure failure;

    examine(call, client, &answer, &failure);
    /* At the end of the script or the Fiber, nobody is left to catch an exception. */
    if (failure.outcome != AURPAY_OUTCOME_SUCCESS && !php_aurpay_exceptions_is_exiting()) {
        php_aurpay_throw_failure(&failure);
    } else if (!EG(exception) && !Z_ISUNDEF(answer.data)) {
        ZVAL_COPY(return_value, &answer.data);
    }
    free_examined(&answer, &failure);
}

void php_aurpay_call_make(struct php_aurpay_client *client, const struct php_aurpay_arguments *arguments,
                          zval *return_value)
{
    struct php_aurpay_call *call = begin(client, arguments->endpoint, aurpay_clock_monotonic());

    if (!call) {
        return;
    }
    if (prepare(call, client, arguments) && php_aurpay_perform(client, call)) {
        conclude(call, client, return_value);
    }
    end(call);
}

bool php_aurpay_call_check_arguments(struct php_aurpay_client *client,
                                     const struct php_aurpay_arguments *arguments)
{
    struct php_aurpay_call *call = begin(client, arguments->endpoint, aurpay_clock_monotonic());
    bool fits;

    if (!call) {
        return false;
    }
    fits = prepare(call, client, arguments);
    end(call);
    return fits;
}

/* ---- many reads at once ---- */

/* What is asked for, and what came of it. */
struct reads {
    struct php_aurpay_client *client;
    const struct aurpay_endpoint *endpoint;
    /* Not changed while the calls are made. */
    HashTable *ids;
    HashPosition next;
    uint32_t begun;
    /* All share one deadline. */
    int64_t started;
    /* By id, in the order of the ids; null where there is no result yet. */
    zval results;
};

static struct php_aurpay_call *call_of(struct aurpay_call *core)
{
    return (struct php_aurpay_call *)((char *)core - offsetof(struct php_aurpay_call, core));
}

static void drop_call(void *context, struct aurpay_call *core)
{
    (void)context;
    end(call_of(core));
}

/* A call is created only when its turn comes: memory does not grow with the number of ids. */
static bool begin_next(void *context, struct aurpay_call **core)
{
    struct reads *reads = context;
    zval *id = zend_hash_get_current_data_ex(reads->ids, &reads->next);
    struct php_aurpay_arguments arguments = {.endpoint = reads->endpoint, .id_argument = 1};
    struct php_aurpay_call *call;

    *core = NULL;
    if (!id) {
        return true;
    }
    call = begin(reads->client, reads->endpoint, reads->started);
    if (!call) {
        return false;
    }
    arguments.id = Z_STR_P(id);
    if (!prepare(call, reads->client, &arguments)) {
        end(call);
        return false;
    }
    call->id = Z_STR_P(id);
    zend_hash_move_forward_ex(reads->ids, &reads->next);
    /* lastResponse() is about the last id, whichever answer comes last. */
    call->is_before_last = ++reads->begun < zend_hash_num_elements(reads->ids);
    *core = &call->core;
    return true;
}

/* As conclude, but an exception becomes the result. False when the script or the Fiber ends, or when the
 * exception is not the call's. */
static bool conclude_as_result(struct php_aurpay_call *call, struct php_aurpay_client *client, zval *result)
{
    struct php_aurpay_answer answer;
    struct php_aurpay_failure failure;
    bool is_examined;

    ZVAL_NULL(result);
    examine(call, client, &answer, &failure);
    is_examined = !EG(exception);
    if (is_examined && failure.outcome != AURPAY_OUTCOME_SUCCESS) {
        php_aurpay_throw_failure(&failure);
        ZVAL_OBJ_COPY(result, EG(exception));
        zend_clear_exception();
    } else if (is_examined && !Z_ISUNDEF(answer.data)) {
        ZVAL_COPY(result, &answer.data);
    }
    free_examined(&answer, &failure);
    return is_examined;
}

static bool file_result(void *context, struct aurpay_call *core)
{
    struct reads *reads = context;
    struct php_aurpay_call *call = call_of(core);
    zval result;

    (void)conclude_as_result(call, reads->client, &result);
    /* A key of digits alone becomes an int, as everywhere in PHP. */
    zend_symtable_update(Z_ARRVAL(reads->results), call->id, &result);
    end(call);
    return !EG(exception);
}

void php_aurpay_call_many(struct php_aurpay_client *client, const struct aurpay_endpoint *endpoint,
                          HashTable *ids, zval *return_value)
{
    struct reads reads = {
        .client = client, .endpoint = endpoint, .ids = ids, .started = aurpay_clock_monotonic()};
    const struct aurpay_calls calls = {&reads, begin_next, file_result, drop_call};
    zval *id, none;

    array_init_size(&reads.results, zend_hash_num_elements(ids));
    ZVAL_NULL(&none);
    ZEND_HASH_FOREACH_VAL(ids, id) {
        zend_symtable_update(Z_ARRVAL(reads.results), Z_STR_P(id), &none);
    }
    ZEND_HASH_FOREACH_END();
    zend_hash_internal_pointer_reset_ex(ids, &reads.next);
    if (php_aurpay_perform_many(client, &calls)) {
        RETURN_COPY_VALUE(&reads.results);
    }
    zval_ptr_dtor(&reads.results);
}
