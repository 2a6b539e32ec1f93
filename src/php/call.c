/* The one path of every call: encode, sign, send (once, or a read again), decode, answer or throw. */
#include "binding.h"

#include <stdlib.h>

#include "zend_exceptions.h"

#include <openssl/rand.h>

#include "../core/clock.h"
#include "../core/retry.h"
#include "../core/transport.h"
#include "../core/validate.h"

static void free_call(struct php_aurpay_anchored *anchored)
{
    struct php_aurpay_call *call = (struct php_aurpay_call *)anchored;

    aurpay_request_free(&call->request);
    aurpay_response_free(&call->response);
    free(call);
}

/* Shutdown functions run after a bail-out and may make calls. What the bail-out left in flight must not go on under
 * them: nobody is there any more to be told what became of it. It is not freed yet: some bail-outs are caught (a file
 * that does not compile), and the frame of an attempt may still be there. */
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
                                     const struct aurpay_endpoint *endpoint)
{
    struct php_aurpay_call *call = calloc(1, sizeof(*call));

    if (!call) {
        php_aurpay_throw_code(AURPAY_ERROR_MEMORY);
        return NULL;
    }
    call->started = aurpay_clock_monotonic();
    call->deadline = call->started + client->options.timeout_milliseconds;
    call->wall_milliseconds = aurpay_clock_wall();
    call->endpoint = endpoint;
    call->secrets = php_aurpay_secrets_of(client);
    aurpay_request_init(&call->request, endpoint->method);
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
    return !code && php_aurpay_encode(call, arguments);
}

/* Signal handlers run at once, and the call goes on unless one of them throws (or exits). Ending the call on every
 * interrupt would be wrong twice over: profilers interrupt every few milliseconds, and the engine does not run
 * handlers while the exception that reports the end is on its way, so that the signal would be lost. */
static bool is_interrupted(void *context)
{
    (void)context;
    php_aurpay_run_interrupts();
    return EG(exception) != NULL;
}

static const char *text_or_null(const zend_string *string)
{
    return string ? ZSTR_VAL(string) : NULL;
}

static bool perform_on_wire(struct php_aurpay_call *call, const struct php_aurpay_client *client)
{
    const struct aurpay_transport_settings settings = {
        .ca_file = text_or_null(client->options.ca_file),
        .pinned_public_key = text_or_null(client->options.pinned_public_key),
        .proxy = text_or_null(client->options.proxy),
        .user_agent =
            client->options.user_agent ? ZSTR_VAL(client->options.user_agent) : "aurpay-php/" AURPAY_VERSION,
        .connect_timeout_milliseconds = (long)client->options.connect_timeout_milliseconds,
    };
    const struct aurpay_attempt attempt = {
        .settings = &settings,
        .request = &call->request,
        .is_read = aurpay_endpoint_is_read(call->endpoint),
        .deadline = call->deadline,
        .interrupt = {is_interrupted, NULL},
    };
    enum aurpay_code code = aurpay_pool_open(&AURPAY_G(pool));

    if (!code) {
        code = aurpay_transport_perform(AURPAY_G(pool), &attempt, &call->response);
        call->sent = call->sent || call->response.sent;
    }
    php_aurpay_throw_code(code);
    return code == AURPAY_OK;
}

/* Signs and sends once. False when nothing was tried, or the handler threw. */
static bool attempt_once(struct php_aurpay_call *call, struct php_aurpay_client *client)
{
    enum aurpay_code code;

    call->wall_milliseconds = aurpay_clock_wall();
    code = aurpay_request_authorize(&call->request, client->provider, &client->credentials, call->user_token,
                                    call->wall_milliseconds);
    if (code) {
        php_aurpay_throw_code(code);
        return false;
    }
    if (!Z_ISUNDEF(client->options.handler)) {
        call->sent = true;
        return php_aurpay_handler_perform(&client->options.handler, &call->request, &call->response);
    }
    return perform_on_wire(call, client);
}

static uint32_t random_number(void)
{
    uint32_t number = 0;

    /* Jitter needs no secrecy: without entropy there is merely none. */
    (void)RAND_bytes((unsigned char *)&number, sizeof(number));
    return number;
}

/* Waits for the next attempt of a read. False when there is to be none. */
static bool wait_for_retry(struct php_aurpay_call *call, const struct php_aurpay_client *client)
{
    const struct aurpay_interrupt interrupt = {is_interrupted, NULL};
    struct aurpay_retry_input input = {
        .response = &call->response,
        .retries = call->retries,
        .max_retries = (int)client->options.retries,
        .remaining_milliseconds = call->deadline - aurpay_clock_monotonic(),
        .wall_milliseconds = aurpay_clock_wall(),
        .random = random_number(),
    };
    int64_t delay;

    if (!aurpay_endpoint_is_read(call->endpoint)) {
        return false;
    }
    switch (aurpay_retry_decide(&input, &delay)) {
    case AURPAY_RETRY_NO:
        return false;
    case AURPAY_RETRY_TOO_LATE:
        call->retry_too_late = true;
        return false;
    case AURPAY_RETRY_YES:
        break;
    }
    if (aurpay_pool_open(&AURPAY_G(pool)) ||
        !aurpay_transport_wait(AURPAY_G(pool), delay, call->deadline, &interrupt)) {
        return false;
    }
    AURPAY_G(pool)->statistics.retries++;
    call->retries++;
    return true;
}

/* False when the exception that was thrown is all there is to say. */
static bool perform(struct php_aurpay_call *call, struct php_aurpay_client *client)
{
    bool may_have_been_executed;

    do {
        if (!attempt_once(call, client)) {
            return false;
        }
    } while (!EG(exception) && wait_for_retry(call, client));
    may_have_been_executed = call->sent && !aurpay_endpoint_is_read(call->endpoint);
    /* A signal handler threw: that is the caller's own exception, unless there is money in doubt. */
    return !EG(exception) || may_have_been_executed;
}

static void remember(struct php_aurpay_client *client, const struct php_aurpay_call *call,
                     zend_string *trace_id)
{
    struct php_aurpay_last_response *last = &client->last_response;

    if (last->is_set) {
        zend_string_release(last->path);
        if (last->trace_id) {
            zend_string_release(last->trace_id);
        }
    }
    last->is_set = true;
    snprintf(last->method, sizeof(last->method), "%s", call->request.method);
    last->path = php_aurpay_path_of(&call->request);
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

/* Decodes the answer and hands it out, or throws what it means. */
static void conclude(struct php_aurpay_call *call, struct php_aurpay_client *client, zval *return_value)
{
    struct php_aurpay_answer answer;
    struct php_aurpay_failure failure = {.call = call, .answer = &answer};

    php_aurpay_decode_answer(client->provider, call, &answer);
    failure.outcome = classify(call, &answer);
    failure.trace_id = php_aurpay_trace_id(call, &answer);
    remember(client, call, failure.trace_id);
    if (!EG(exception) && !Z_ISUNDEF(client->options.logger)) {
        php_aurpay_logger_write(client, call, failure.outcome, failure.trace_id);
    }
    if (failure.outcome != AURPAY_OUTCOME_SUCCESS) {
        php_aurpay_throw_failure(&failure);
    } else if (!EG(exception) && !Z_ISUNDEF(answer.data)) {
        ZVAL_COPY(return_value, &answer.data);
    }
    php_aurpay_answer_free(&answer);
    if (failure.trace_id) {
        zend_string_release(failure.trace_id);
    }
}

void php_aurpay_call(struct php_aurpay_client *client, const struct php_aurpay_arguments *arguments,
                     zval *return_value)
{
    struct php_aurpay_call *call = begin(client, arguments->endpoint);

    if (!call) {
        return;
    }
    if (prepare(call, client, arguments) && perform(call, client)) {
        conclude(call, client, return_value);
    }
    php_aurpay_release(&call->anchored);
}

bool php_aurpay_check_arguments(struct php_aurpay_client *client,
                                const struct php_aurpay_arguments *arguments)
{
    struct php_aurpay_call *call = begin(client, arguments->endpoint);
    bool fits;

    if (!call) {
        return false;
    }
    fits = prepare(call, client, arguments);
    php_aurpay_release(&call->anchored);
    return fits;
}
