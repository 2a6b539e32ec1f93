/* The one path of every call: encode, sign, send (perform.c), decode, answer or throw. */
#include "binding.h"
#include "snapshot.h"

#include <stdlib.h>

#include "zend_exceptions.h"

#include "../core/clock.h"
#include "../core/transport.h"
#include "../core/validate.h"

static void free_call(struct php_aurpay_anchored *anchored)
{
    struct php_aurpay_call *call = (struct php_aurpay_call *)anchored;

    aurpay_request_free(&call->request);
    aurpay_response_free(&call->response);
    aurpay_buffer_free(&call->record);
    free(call);
}

/* Shutdown functions run after a bail-out and may make calls. What the bail-out left in flight must not go on
 * under them: nobody is there any more to be told what became of it. It is not freed yet: some bail-outs are
 * caught (a file that does not compile), and the frame of an attempt may still be there. */
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
    call->started = started;
    call->deadline = started + client->options.timeout_milliseconds;
    call->wall_milliseconds = aurpay_clock_wall();
    call->endpoint = endpoint;
    call->secrets = php_aurpay_secrets_of(client);
    aurpay_request_init(&call->request, endpoint->method);
    aurpay_buffer_init(&call->record, AURPAY_REQUEST_BODY_LIMIT);
    aurpay_response_init(&call->response, (size_t)client->options.max_response_bytes);
    php_aurpay_anchor(&call->anchored, free_call);
    settle_bail_out();
    return call;
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
static bool check_user_token(struct php_aurpay_call *call, zend_string *token)
{
    if (!token) {
        return true;
    }
    /* Every method that takes one takes it first. */
    if (!php_aurpay_check_header_secret(token, 1)) {
        return false;
    }
    php_aurpay_secrets_add(&call->secrets, token);
    call->user_token = ZSTR_VAL(token);
    return true;
}

/* Copies what names the record, to compare the answer with. */
static bool copy_record(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    const struct aurpay_record_form *form = call->endpoint->record;
    zend_string *name = NULL, *number = NULL;
    enum aurpay_code code = AURPAY_OK;
    zval *value;

    if (form && !form->parameter) {
        name = arguments->id;
    } else if (form && arguments->params) {
        value = zend_hash_str_find_deref(arguments->params, form->parameter, strlen(form->parameter));
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
        zend_string_release(number);
    }
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* The parameters as they are now: a date's getTimestamp() can change what the caller put in by reference. */
static bool encode(struct php_aurpay_call *call, const struct php_aurpay_arguments *arguments)
{
    struct php_aurpay_arguments own = *arguments;
    bool encoded;
    zval params;

    if (!arguments->params) {
        return php_aurpay_encode(call, arguments);
    }
    php_aurpay_snapshot(arguments->params, &params);
    own.params = Z_ARRVAL(params);
    encoded = php_aurpay_encode(call, &own);
    zval_ptr_dtor(&params);
    return encoded;
}

static bool prepare(struct php_aurpay_call *call, const struct php_aurpay_client *client,
                    const struct php_aurpay_arguments *arguments)
{
    const char *base_uri =
        client->options.base_uri ? ZSTR_VAL(client->options.base_uri) : client->provider->base_uri;
    enum aurpay_code code;

    if (!check_id(arguments) || !check_user_token(call, arguments->user_token)) {
        return false;
    }
    code = aurpay_request_set_target(&call->request, base_uri, call->endpoint->path,
                                     arguments->id ? ZSTR_VAL(arguments->id) : NULL);
    php_aurpay_throw_code(code);
    return !code && encode(call, arguments) && copy_record(call, arguments);
}

static void remember(struct php_aurpay_client *client, const struct php_aurpay_call *call,
                     zend_string *trace_id)
{
    struct php_aurpay_last_response *last = &client->last_response;
    /* First of all: without memory the script ends here, and shutdown functions find the call before. */
    zend_string *path = php_aurpay_path_of(call);

    if (last->is_set) {
        zend_string_release(last->path);
        if (last->trace_id) {
            zend_string_release(last->trace_id);
        }
    }
    last->is_set = true;
    snprintf(last->method, sizeof(last->method), "%s", call->request.method);
    last->path = path;
    last->trace_id = trace_id ? zend_string_copy(trace_id) : NULL;
    last->http_status = call->response.http_status;
    last->http_version = call->response.http_version;
    last->reused_connection = call->response.reused_connection;
    last->retries = call->retries;
    last->timings = call->response.timings;
}

static enum aurpay_outcome classify(const struct php_aurpay_call *call,
                                    const struct php_aurpay_answer *answer)
{
    const struct aurpay_documented_status *status =
        php_aurpay_documented_status(call->endpoint, call->response.http_status);
    const struct aurpay_outcome_facts facts = {
        .is_read = aurpay_endpoint_is_read(call->endpoint),
        .sent = call->sent,
        .answer = answer->kind,
        .http_status = call->response.http_status,
        .api_code = answer->code,
        .not_found_is_authentication = call->endpoint->not_found_is_authentication,
        .is_documented_status = status != NULL,
        .is_documented_authentication = status && status->meaning == AURPAY_STATUS_UNAUTHENTICATED,
    };

    return aurpay_outcome_classify(&facts);
}

/* A handler of signals may make a call, which drives this one too, and then throw: the answer is there, and
 * cannot be handed out beside an exception. The caller hears of the doubt, as if the answer had come a moment
 * later; the exception's `response` has it. */
static void interrupt_success(struct php_aurpay_call *call, struct php_aurpay_answer *answer,
                              struct php_aurpay_failure *failure)
{
    if (EG(exception) && failure->outcome == AURPAY_OUTCOME_SUCCESS &&
        !aurpay_endpoint_is_read(call->endpoint)) {
        call->response.transfer = AURPAY_TRANSFER_INTERRUPTED;
        answer->kind = AURPAY_ANSWER_NONE;
        failure->outcome = AURPAY_OUTCOME_UNKNOWN;
    }
}

/* Decodes the answer, tells what it means, and notes it for lastResponse() and the logger, which may end the
 * script or the Fiber. */
static void examine(struct php_aurpay_call *call, struct php_aurpay_client *client,
                    struct php_aurpay_answer *answer, struct php_aurpay_failure *failure)
{
    php_aurpay_decode_answer(client->provider, call, answer);
    failure->call = call;
    failure->options = &client->options;
    failure->answer = answer;
    failure->outcome = classify(call, answer);
    interrupt_success(call, answer, failure);
    failure->trace_id = php_aurpay_trace_id(call, answer);
    if (!call->is_before_last) {
        remember(client, call, failure->trace_id);
    }
    if (!EG(exception) && !Z_ISUNDEF(client->options.logger)) {
        php_aurpay_logger_write(client, failure);
    }
}

static void free_examined(struct php_aurpay_answer *answer, struct php_aurpay_failure *failure)
{
    php_aurpay_answer_free(answer);
    if (failure->trace_id) {
        zend_string_release(failure->trace_id);
    }
}

/* Hands out what the API answered, or throws what it means. */
static void conclude(struct php_aurpay_call *call, struct php_aurpay_client *client, zval *return_value)
{
    struct php_aurpay_answer answer;
    struct php_aurpay_failure failure;

    examine(call, client, &answer, &failure);
    /* At the end of the script or of the Fiber, nobody is there any more to be told. */
    if (failure.outcome != AURPAY_OUTCOME_SUCCESS && !php_aurpay_is_exiting()) {
        php_aurpay_throw_failure(&failure);
    } else if (!EG(exception) && !Z_ISUNDEF(answer.data)) {
        ZVAL_COPY(return_value, &answer.data);
    }
    free_examined(&answer, &failure);
}

void php_aurpay_call(struct php_aurpay_client *client, const struct php_aurpay_arguments *arguments,
                     zval *return_value)
{
    struct php_aurpay_call *call = begin(client, arguments->endpoint, aurpay_clock_monotonic());

    if (!call) {
        return;
    }
    if (prepare(call, client, arguments) && php_aurpay_perform(client, call)) {
        conclude(call, client, return_value);
    }
    php_aurpay_call_end(call);
}

bool php_aurpay_check_arguments(struct php_aurpay_client *client,
                                const struct php_aurpay_arguments *arguments)
{
    struct php_aurpay_call *call = begin(client, arguments->endpoint, aurpay_clock_monotonic());
    bool fits;

    if (!call) {
        return false;
    }
    fits = prepare(call, client, arguments);
    php_aurpay_call_end(call);
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

/* A call is made only when its turn has come: what is held at a time does not grow with the number of ids. */
static struct php_aurpay_call *begin_next(void *context)
{
    struct reads *reads = context;
    zval *id = zend_hash_get_current_data_ex(reads->ids, &reads->next);
    struct php_aurpay_arguments arguments = {.endpoint = reads->endpoint, .id_argument = 1};
    struct php_aurpay_call *call;

    if (!id) {
        return NULL;
    }
    call = begin(reads->client, reads->endpoint, reads->started);
    if (!call) {
        return NULL;
    }
    arguments.id = Z_STR_P(id);
    if (!prepare(call, reads->client, &arguments)) {
        php_aurpay_call_end(call);
        return NULL;
    }
    call->id = Z_STR_P(id);
    zend_hash_move_forward_ex(reads->ids, &reads->next);
    /* lastResponse() tells of the last id, whichever answer comes last. */
    call->is_before_last = ++reads->begun < zend_hash_num_elements(reads->ids);
    return call;
}

/* As conclude, but an exception becomes a result. False when the script or the Fiber ends, or what was thrown
 * is not the call's. */
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

static void file_result(void *context, struct php_aurpay_call *call)
{
    struct reads *reads = context;
    zval result;

    (void)conclude_as_result(call, reads->client, &result);
    /* A key of digits alone becomes an int, as everywhere in PHP. */
    zend_symtable_update(Z_ARRVAL(reads->results), call->id, &result);
    php_aurpay_call_end(call);
}

void php_aurpay_call_many(struct php_aurpay_client *client, const struct aurpay_endpoint *endpoint,
                          HashTable *ids, zval *return_value)
{
    struct reads reads = {
        .client = client, .endpoint = endpoint, .ids = ids, .started = aurpay_clock_monotonic()};
    const struct php_aurpay_calls calls = {&reads, begin_next, file_result};
    zval *id, none;

    array_init_size(&reads.results, zend_hash_num_elements(ids));
    ZVAL_NULL(&none);
    ZEND_HASH_FOREACH_VAL(ids, id) {
        zend_symtable_update(Z_ARRVAL(reads.results), Z_STR_P(id), &none);
    }
    ZEND_HASH_FOREACH_END();
    zend_hash_internal_pointer_reset_ex(ids, &reads.next);
    if (php_aurpay_perform_all(client, &calls)) {
        RETURN_COPY_VALUE(&reads.results);
    }
    zval_ptr_dtor(&reads.results);
}
