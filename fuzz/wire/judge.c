#include "judge.h"

#include <string.h>

#include "fuzz/fuzz.h"
#include "peer.h"

#define MAX_ATTEMPTS 64
/* "HTTP/1.1 200" */
#define STATUS_LENGTH 12

/* An attempt in flight. */
struct attempt {
    const struct aurpay_exchange *exchange;
    const struct aurpay_response *response;
    int call;
    bool is_read;
    size_t body_length;
    /* Requests before it. */
    size_t first_request;
};

static struct attempt attempts[MAX_ATTEMPTS];
static size_t attempt_count;

void judge_begin(void)
{
    attempt_count = 0;
}

/* The last request of a call from @p first on, which is the one that was answered if any was; NULL
 * without. */
static const struct peer_request *last_request(int call, size_t first)
{
    size_t count;
    const struct peer_request *requests = peer_requests(&count);

    while (count > first) {
        count--;
        if (requests[count].call == call) {
            return &requests[count];
        }
    }
    return NULL;
}

/* Not memmem(), and out of libFuzzer's sight: it would learn the marks from what is compared. */
__attribute__((no_sanitize("coverage"))) static bool has(const char *text, size_t length, const char *part,
                                                         size_t part_length)
{
    size_t i, j;

    for (i = 0; i + part_length <= length; i++) {
        for (j = 0; j < part_length && text[i + j] == part[j]; j++) {
        }
        if (j == part_length) {
            return true;
        }
    }
    return false;
}

/* ---- an attempt ---- */

/* A status line such as the accepted one was sent after the request, and the headers are those below it. */
static void check_status_line(const struct aurpay_response *response, const struct peer_request *request)
{
    size_t begin = request->is_first ? 0 : request->written;
    size_t length, line;
    const char *written = peer_written(request->connection, &length);
    const char *headers = aurpay_buffer_string(&response->headers);
    const char *status;

    line = strcspn(headers, "\r\n");
    status = memchr(headers, ' ', line);
    fuzz_check(status && strtol(status, NULL, 10) == response->http_status && response->http_status > 0,
               "the status is that of the status line");
    line = line < STATUS_LENGTH ? line : STATUS_LENGTH;
    fuzz_check(line > 5 && has(written + begin, length - begin, headers, line),
               "an answer was sent after its request");
}

/* libcurl takes a connection that ends among the headers for an answer. To libcurl, a line that begins with
 * CR is a blank one, too. */
static bool is_head_whole(const struct aurpay_response *response)
{
    const char *headers = aurpay_buffer_string(&response->headers);
    size_t begin = response->headers.length;

    /* The begin of the last line. */
    while (begin > 0 && (begin == response->headers.length || headers[begin - 1] != '\n')) {
        begin--;
    }
    return begin > 0 && (headers[begin] == '\r' || headers[begin] == '\n');
}

/* Every mark in an answer is that of its own call. */
static void check_marks(const struct aurpay_response *response, int call)
{
    const char *body = aurpay_buffer_string(&response->body);
    int other;

    for (other = 0; other < PEER_MAX_CALLS; other++) {
        const char *mark = peer_mark_of(other);

        fuzz_check(other == call || !has(body, response->body.length, mark, strlen(mark)),
                   "an answer belongs to the call that asked");
    }
}

static void check_complete(const struct aurpay_response *response, const struct peer_request *request)
{
    fuzz_check(request && request->is_head_whole, "there is no answer without a request");
    /* What a server says first on a new connection can only be meant for the one request that comes. */
    fuzz_check(request->is_first || !request->had_unread, "an answer was sent after its request");
    fuzz_check(is_head_whole(response), "the head of an answer is whole");
    check_status_line(response, request);
    check_marks(response, request->call);
    fuzz_check(response->http_status / 100 != 1 || response->http_status == 101, "an answer is final");
    fuzz_check(response->reused_connection == !request->is_first, "it is known which connections are reused");
}

static void check_response(const struct aurpay_response *response, const struct peer_request *request)
{
    fuzz_trace("client: transfer %d, status %ld, %s, %zu bytes: %s\n", response->transfer,
               response->http_status, response->sent ? "sent" : "not sent", response->body.length,
               response->error);
    fuzz_check(!request || response->sent, "what has arrived is known as sent");
    fuzz_check(response->body.length <= response->body.limit, "a body is not larger than its limit");
    fuzz_check(response->headers.length <= AURPAY_RESPONSE_HEADERS_LIMIT, "headers have a limit");
    if (response->transfer == AURPAY_TRANSFER_COMPLETE) {
        check_complete(response, request);
    }
    fuzz_check(!request || response->transfer < AURPAY_TRANSFER_NAME_NOT_RESOLVED ||
                   response->transfer > AURPAY_TRANSFER_TLS_FAILED,
               "what has arrived had a connection");
}

/* Functions of the core that read a response. */
static void read_response(const struct aurpay_response *response, int64_t wall)
{
    struct aurpay_clock_comparison comparison;

    (void)aurpay_response_retry_after(response, wall);
    (void)aurpay_response_compare_clocks(response, wall, &comparison);
}

/* In front of the core's functions; see the Makefile. */
enum aurpay_code __real_aurpay_transport_start(struct aurpay_pool *pool, const struct aurpay_attempt *attempt,
                                               struct aurpay_response *response,
                                               struct aurpay_exchange **exchange);
enum aurpay_code __wrap_aurpay_transport_start(struct aurpay_pool *pool, const struct aurpay_attempt *attempt,
                                               struct aurpay_response *response,
                                               struct aurpay_exchange **exchange);
void __real_aurpay_transport_finish(struct aurpay_exchange *exchange);
void __wrap_aurpay_transport_finish(struct aurpay_exchange *exchange);

enum aurpay_code __wrap_aurpay_transport_start(struct aurpay_pool *pool, const struct aurpay_attempt *attempt,
                                               struct aurpay_response *response,
                                               struct aurpay_exchange **exchange)
{
    struct attempt *noted = &attempts[attempt_count];
    enum aurpay_code code;

    fuzz_check(attempt_count < MAX_ATTEMPTS, "there is room for attempts");
    (void)peer_requests(&noted->first_request);
    code = __real_aurpay_transport_start(pool, attempt, response, exchange);
    fuzz_check(code == AURPAY_OK, "every attempt can begin");
    noted->exchange = *exchange;
    noted->response = response;
    noted->call = (int)strtol(aurpay_request_target(attempt->request) + 2, NULL, 10);
    noted->is_read = attempt->is_read;
    noted->body_length = attempt->request->body.length;
    attempt_count++;
    return code;
}

void __wrap_aurpay_transport_finish(struct aurpay_exchange *exchange)
{
    const struct peer_request *request;
    size_t i = 0;

    while (i < attempt_count && attempts[i].exchange != exchange) {
        i++;
    }
    fuzz_check(i < attempt_count, "only what was begun is finished");
    __real_aurpay_transport_finish(exchange);
    request = last_request(attempts[i].call, attempts[i].first_request);
    check_response(attempts[i].response, request);
    fuzz_check(
        !request || !request->is_head_whole ||
            (request->is_read == attempts[i].is_read && request->body_length == attempts[i].body_length),
        "what has arrived is what was asked for");
    attempts[i] = attempts[--attempt_count];
}

/* ---- a call ---- */

void judge_call(const struct aurpay_call *call, int number, int max_retries)
{
    bool has_arrived = last_request(number, 0) != NULL;

    fuzz_trace("client: call %d is over: %s, %d retries, after %d ms\n", number,
               call->sent ? "sent" : "not sent", call->retries, (int)(call->finished - call->started));
    fuzz_check(!call->exchange, "nothing is in flight after a call");
    fuzz_check(!has_arrived || call->sent, "the sent flag is never cleared");
    fuzz_check(call->retries <= (aurpay_call_is_read(call) ? max_retries : 0), "retries are counted");
    read_response(&call->response, call->wall_milliseconds);
}

void judge_end(const struct aurpay_call *call, int number, enum aurpay_call_end end, enum aurpay_code code)
{
    bool is_in_doubt = !aurpay_call_is_read(call) && last_request(number, 0);

    fuzz_check(end != AURPAY_CALL_INTERRUPTED || !is_in_doubt,
               "what was sent is in doubt when it is interrupted");
    fuzz_check(end != AURPAY_CALL_NOT_SENT && code == AURPAY_OK, "every attempt can begin");
}

void judge_success(const struct aurpay_call *call, int number, enum aurpay_call_end end)
{
    const char *mark = peer_mark_of(number);

    fuzz_check(
        end == AURPAY_CALL_DONE && call->response.transfer == AURPAY_TRANSFER_COMPLETE &&
            call->response.http_status == 200 &&
            has(aurpay_buffer_string(&call->response.body), call->response.body.length, mark, strlen(mark)),
        "an honest server is heard, whatever went before");
}
