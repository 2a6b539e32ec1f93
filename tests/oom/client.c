#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "client.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/crypto.h>

#include "core/call.h"
#include "core/clock.h"
#include "core/outcome.h"
#include "core/socket.h"
#include "foreign.h"
#include "providers/aurpay.h"

/* Mon, 17 Jun 2024 00:00:00 GMT: all signatures of a target are the same. */
#define NOW INT64_C(1718582400000)

#define OOM_TARGET "/refund"
#define BODY "{\"order_id\":\"1042\"}"
#define MAX_BODY 4096
#define TIMEOUT 30000
#define DETAIL_SIZE sizeof(((struct oom_report *)0)->detail)

/* A process's calls. */
struct client {
    const struct oom_setting *setting;
    struct oom_process *process;
    struct oom_report *report;
    struct aurpay_credentials credentials;
    struct aurpay_pool *pool;
    struct aurpay_caller caller;
    bool is_interrupting;
    bool is_pinned;
    int asked;
};

/* What a call told. */
struct result {
    enum aurpay_call_end end;
    enum aurpay_code code;
    enum aurpay_transfer transfer;
    long http_status;
    bool sent;
    char error[AURPAY_RESPONSE_ERROR_SIZE];
};

static int64_t tell_time(void)
{
    return NOW;
}

static bool interrupts(void *context)
{
    struct client *client = context;

    return client->is_interrupting && ++client->asked > 1;
}

static void read_settings(void *context, struct aurpay_attempt_settings *settings)
{
    const struct client *client = context;
    const struct oom_setting *setting = client->setting;

    memset(settings, 0, sizeof(*settings));
    settings->ca_file = setting->peer->ca_file[0] ? setting->peer->ca_file : NULL;
    settings->pinned_public_key = client->is_pinned ? setting->row->pin : NULL;
    settings->user_agent = "aurpay-tests";
    settings->connect_timeout_milliseconds = TIMEOUT;
}

static void make_client(struct client *client, const struct oom_setting *setting, struct oom_process *process)
{
    memset(client, 0, sizeof(*client));
    client->setting = setting;
    client->process = process;
    client->report = process->report;
    client->caller = (struct aurpay_caller){
        .context = client,
        .is_interrupted = interrupts,
        .read_settings = read_settings,
        .provider = &aurpay_provider_aurpay,
        .credentials = &client->credentials,
        .pool = &client->pool,
        .limits = {.idle_connections = 8, .idle_seconds = 60, .lifetime_seconds = 24 * 3600},
        .retries = 2,
        .concurrency = 3,
    };
    aurpay_clock_set_wall_source(tell_time);
}

static enum aurpay_code set_credentials(struct client *client)
{
    enum aurpay_code code =
        aurpay_credentials_set(&client->credentials, AURPAY_CREDENTIALS_SIGNATURE, "token", 5, "secret", 6);

    client->credentials.algorithm = client->setting->row->algorithm;
    return code;
}

/* ---- one call ---- */

static enum aurpay_code begin(const struct client *client, struct aurpay_call *call,
                              const struct aurpay_endpoint *endpoint, int64_t timeout)
{
    const struct oom_setting *setting = client->setting;
    int64_t now = aurpay_clock_monotonic();
    enum aurpay_code code;

    aurpay_call_init(call, endpoint, now, now + timeout, MAX_BODY);
    code = aurpay_request_set_target(
        &call->request, setting->row->by_name ? setting->peer->base_uri_by_name : setting->peer->base_uri,
        endpoint->path, NULL);
    if (!code && !aurpay_endpoint_is_read(endpoint)) {
        code = aurpay_buffer_append_string(&call->request.body, BODY);
        call->request.content_type = "application/json";
    }
    return code;
}

/* A call that is told as complete has all of the answer that the server gave. */
static void check_answer(struct oom_report *report, const struct aurpay_call *call, const char *answer)
{
    char echo[256];

    if (call->response.http_status != 200) {
        return;
    }
    if (!answer) {
        snprintf(echo, sizeof(echo),
                 "{\"code\":0,\"message\":\"ok\",\"data\":{\"method\": \"%s\", \"target\": \"%s\"},"
                 "\"result\":true}",
                 call->endpoint->method, call->endpoint->path);
        answer = echo;
    }
    if (strcmp(aurpay_buffer_string(&call->response.body), answer) != 0) {
        oom_report_problem(report, "the answer is not the one that the server sent, but: %s",
                           aurpay_buffer_string(&call->response.body));
    }
}

static void take_result(const struct client *client, struct result *result, const struct aurpay_call *call)
{
    result->transfer = call->response.transfer;
    result->http_status = call->response.http_status;
    result->sent = call->sent;
    snprintf(result->error, sizeof(result->error), "%s", call->response.error);
    if (result->end == AURPAY_CALL_DONE && !result->code && result->transfer == AURPAY_TRANSFER_COMPLETE) {
        check_answer(client->report, call,
                     call->endpoint->path[1] == 'r' ? client->setting->row->answer : NULL);
    }
}

static struct result perform(struct client *client, const struct aurpay_endpoint *endpoint, int64_t timeout)
{
    struct result result = {.end = AURPAY_CALL_NOT_SENT};
    struct aurpay_call call;

    result.code = begin(client, &call, endpoint, timeout);
    if (!result.code) {
        result.end = aurpay_call_perform(&client->caller, &call, &result.code);
    }
    take_result(client, &result, &call);
    aurpay_call_free(&call);
    return result;
}

static bool is_success(const struct result *result)
{
    return result->end == AURPAY_CALL_DONE && !result->code && result->transfer == AURPAY_TRANSFER_COMPLETE &&
           result->http_status == 200;
}

static void describe(const struct result *result, char text[DETAIL_SIZE])
{
    snprintf(text, DETAIL_SIZE, "end %d, code %d, transfer %d, status %ld, %s, %s", result->end, result->code,
             result->transfer, result->http_status, result->sent ? "sent" : "not sent", result->error);
}

/* With memory, a call succeeds. */
static void succeed(struct client *client, const char *method, const char *path)
{
    const struct aurpay_endpoint endpoint = {.method = method, .path = path};
    struct result result = perform(client, &endpoint, TIMEOUT);
    char detail[DETAIL_SIZE];

    if (!is_success(&result)) {
        describe(&result, detail);
        oom_report_problem(client->report, "%s %s failed with memory: %s", method, path, detail);
    }
}

/* ---- many calls ---- */

struct reads {
    struct client *client;
    struct aurpay_call calls[OOM_MANY];
    struct aurpay_endpoint endpoints[OOM_MANY];
    int begun;
    int freed;
    int succeeded;
};

static void free_read(struct reads *reads, struct aurpay_call *call)
{
    reads->freed++;
    aurpay_call_free(call);
}

static bool begin_next(void *context, struct aurpay_call **call)
{
    static const char *const paths[OOM_MANY] = {OOM_TARGET "/1", OOM_TARGET "/2", OOM_TARGET "/3",
                                                OOM_TARGET "/4"};
    struct reads *reads = context;
    int i = reads->begun;

    *call = NULL;
    if (i == OOM_MANY) {
        return true;
    }
    reads->endpoints[i] = (struct aurpay_endpoint){.method = "GET", .path = paths[i]};
    reads->begun++;
    if (begin(reads->client, &reads->calls[i], &reads->endpoints[i], TIMEOUT)) {
        free_read(reads, &reads->calls[i]);
        return false;
    }
    *call = &reads->calls[i];
    return true;
}

static bool take(void *context, struct aurpay_call *call)
{
    struct reads *reads = context;
    struct result result = {.end = AURPAY_CALL_DONE};

    take_result(reads->client, &result, call);
    reads->succeeded += is_success(&result);
    free_read(reads, call);
    return true;
}

static void drop(void *context, struct aurpay_call *call)
{
    free_read(context, call);
}

static struct result perform_many(struct client *client)
{
    struct reads reads = {.client = client};
    const struct aurpay_calls calls = {&reads, begin_next, take, drop};
    struct result result = {.end = AURPAY_CALL_DONE};

    result.end = aurpay_call_perform_many(&client->caller, &calls, &result.code);
    if (reads.freed != reads.begun) {
        oom_report_problem(client->report, "of %d calls %d were freed", reads.begun, reads.freed);
    }
    if (result.end == AURPAY_CALL_DONE && reads.succeeded == OOM_MANY) {
        result.http_status = 200;
    } else {
        result.transfer = AURPAY_TRANSFER_FAILED;
    }
    return result;
}

/* ---- before ---- */

/* Until each of the pool's connections is readable: libcurl reads nothing that no transfer waits for. */
static void wait_for_unread(const struct client *client)
{
    const struct aurpay_socket *entry;

    for (entry = client->pool->sockets; entry; entry = entry->next) {
        struct pollfd event = {.fd = entry->descriptor, .events = POLLIN};

        if (poll(&event, 1, TIMEOUT) != 1) {
            oom_report_problem(client->report, "the server sent nothing more");
        }
    }
}

static void warm_up(struct client *client)
{
    const struct oom_row *row = client->setting->row;
    enum oom_start start = client->setting->start;

    if (start == OOM_COLD) {
        return;
    }
    if (set_credentials(client)) {
        oom_report_problem(client->report, "no credentials");
    }
    if (start == OOM_KEPT) {
        succeed(client, "POST", "/warm");
        client->pool->keeps_handles = true;
    }
    succeed(client, "POST", "/warm");
    if (start == OOM_NEW_POOL) {
        aurpay_pool_close(&client->pool);
        aurpay_credentials_free(&client->credentials);
    } else if (row->has_late_bytes) {
        wait_for_unread(client);
    }
}

/* ---- the call without memory ---- */

/* As the binding does it (src/php/call.c): an answer, or the verdict of the core's table. */
static enum oom_told told_by(const struct result *result, bool is_read)
{
    const struct aurpay_outcome_facts facts = {
        .is_read = is_read, .sent = result->sent, .answer = AURPAY_ANSWER_NONE};

    if (result->end == AURPAY_CALL_IN_DOUBT) {
        return OOM_IN_DOUBT;
    }
    if (result->end != AURPAY_CALL_DONE) {
        return OOM_FAILED;
    }
    if (!result->code && result->transfer == AURPAY_TRANSFER_COMPLETE) {
        return OOM_SUCCEEDED;
    }
    return aurpay_outcome_classify(&facts) == AURPAY_OUTCOME_UNKNOWN ? OOM_IN_DOUBT : OOM_FAILED;
}

static bool is_tls_fault(enum aurpay_transfer transfer)
{
    return transfer >= AURPAY_TRANSFER_CERTIFICATE_EXPIRED && transfer <= AURPAY_TRANSFER_WRONG_PUBLIC_KEY;
}

static bool is_expected(const struct oom_row *row, const struct result *result)
{
    if (result->end != row->end || result->code) {
        return false;
    }
    if (row->is_refused) {
        return is_tls_fault(result->transfer);
    }
    return result->transfer == row->transfer &&
           (row->transfer != AURPAY_TRANSFER_COMPLETE || result->http_status == 200);
}

static void check_expectation(const struct client *client, const struct result *result)
{
    const struct oom_row *row = client->setting->row;

    if (client->process->order->nth == 0 && !is_expected(row, result)) {
        oom_report_problem(client->report, "without a failure: %s", client->report->detail);
    }
    if (row->is_refused && result->sent) {
        oom_report_problem(client->report, "a server was trusted that must not be");
    }
}

static void run_without_memory(struct client *client)
{
    const struct oom_row *row = client->setting->row;
    const struct aurpay_endpoint endpoint = {.method = row->method, .path = OOM_TARGET};
    struct result result = {.end = AURPAY_CALL_NOT_SENT};

    oom_foreign_put(client->process);
    client->is_interrupting = row->is_interrupted;
    client->is_pinned = true;
    oom_process_begin(client->process);
    if (!client->credentials.token) {
        result.code = set_credentials(client);
    }
    if (!result.code) {
        result = row->is_many ? perform_many(client)
                              : perform(client, &endpoint, row->timeout ? row->timeout : TIMEOUT);
    }
    oom_process_end(client->process);
    client->is_interrupting = client->is_pinned = false;
    oom_foreign_check(client->process, client->setting->server == OOM_PLAIN);
    if (client->pool && client->pool->in_flight) {
        oom_report_problem(client->report, "an attempt is still in flight");
    }
    describe(&result, client->report->detail);
    check_expectation(client, &result);
    client->report->told = told_by(&result, strcmp(row->method, "GET") == 0);
}

void oom_client_run(const struct oom_scenario *scenario, struct oom_process *process)
{
    struct client client;

    make_client(&client, scenario->data, process);
    warm_up(&client);
    oom_process_pause(process, OOM_BEFORE);
    run_without_memory(&client);
    if (!client.credentials.token && set_credentials(&client)) {
        oom_report_problem(client.report, "no credentials");
    }
    oom_process_pause(process, OOM_AFTER);
    if (!client.setting->row->is_refused) {
        succeed(&client, "GET", "/next");
        succeed(&client, "POST", "/next");
    }
    aurpay_pool_close(&client.pool);
    aurpay_credentials_free(&client.credentials);
    curl_global_cleanup();
    OPENSSL_cleanup();
}
