/* Calls on one pool to a server that does anything: at most once, an answer belongs to its call, and what was
 * sent is known as sent.
 *
 * The input is a program (fuzz/wire/script.h) after a first byte, whose bits are:
 *   1  libcurl is as old as 7.74
 *   2  the last call, which a server that is honest by then must answer, is a POST instead of a GET
 *   4  at most one idle connection is kept
 *   8  easy handles are kept, as with most versions of libcurl. The server folds no line then: with 7.84.0 to
 *      8.0.1 that is a double free (issue 11101), for which pool.c keeps none
 *
 * SCRIPT_CALL is followed by two bytes: by bits, what it is and how it is made:
 *    3  GET, POST, PUT, DELETE
 *   12  0, 2, 3,000 or 40,000 bytes of body (not for a GET)
 *   48  0 to 3 retries
 * and its limits:
 *    3  64 KB, 100 bytes, 16 bytes or 1 byte of answer
 *   12  1 second, 200 ms, 60 ms or 3 seconds
 * SCRIPT_MANY by one, for reads with 1 retry: 7 is half their number, 56 half of how many go on at once.
 *
 * There is no thread, no network and no wait: the server acts while the client believes that it waits. */
#include <curl/curl.h>
#include <openssl/rand.h>
#include <stdarg.h>
#include <string.h>

#include "core/call.h"
#include "core/clock.h"
#include "fuzz.h"
#include "providers/aurpay.h"
#include "wire/clock.h"
#include "wire/judge.h"
#include "wire/peer.h"
#include "wire/script.h"

#define BASE_URI "http://127.0.0.1:8000"
#define MAX_NESTED 2
#define MAX_MANY 16
/* CURLOPT_HSTSWRITEDATA, the last option of libcurl 7.74. */
#define LAST_OPTION_OF_7_74 304

/* The state of one input. */
static struct {
    struct aurpay_pool *pool;
    struct aurpay_credentials credentials;
    struct aurpay_caller caller;
    /* Of the next call. */
    int number;
    int nested;
    /* Some call was made inside of another one, and its time passed for that one, too. */
    bool has_nested;
    bool is_libcurl_old;
    bool keeps_handles;
    unsigned char random;
} run;

/* Reads at the same time. */
struct many {
    struct aurpay_call calls[MAX_MANY];
    int numbers[MAX_MANY];
    size_t count;
    size_t begun;
};

static void make(enum script_word word);

/* ---- in front of libcurl and OpenSSL; see the Makefile ---- */

CURLMcode __wrap_curl_multi_poll(CURLM *multi, struct curl_waitfd extra[], unsigned int count,
                                 int milliseconds, int *ready);
CURLcode __real_curl_easy_setopt(CURL *easy, CURLoption option, ...);
CURLcode __wrap_curl_easy_setopt(CURL *easy, CURLoption option, ...);
int __wrap_RAND_bytes(unsigned char *bytes, int length);

CURLMcode __wrap_curl_multi_poll(CURLM *multi, struct curl_waitfd extra[], unsigned int count,
                                 int milliseconds, int *ready)
{
    CURLMcode code;
    long until = -1;

    (void)extra;
    (void)count;
    (void)ready;
    code = curl_multi_timeout(multi, &until);
    script_play(until >= 0 && until < milliseconds ? (int)until : milliseconds);
    return code;
}

CURLcode __wrap_curl_easy_setopt(CURL *easy, CURLoption option, ...)
{
    CURLcode code;
    va_list arguments;

    if (run.is_libcurl_old && option % CURLOPTTYPE_OBJECTPOINT > LAST_OPTION_OF_7_74) {
        return CURLE_UNKNOWN_OPTION;
    }
    va_start(arguments, option);
    if (option < CURLOPTTYPE_OBJECTPOINT) {
        code = __real_curl_easy_setopt(easy, option, va_arg(arguments, long));
    } else if (option < CURLOPTTYPE_FUNCTIONPOINT || option >= CURLOPTTYPE_BLOB) {
        code = __real_curl_easy_setopt(easy, option, va_arg(arguments, void *));
    } else if (option < CURLOPTTYPE_OFF_T) {
        code = __real_curl_easy_setopt(easy, option, va_arg(arguments, void (*)(void)));
    } else {
        code = __real_curl_easy_setopt(easy, option, va_arg(arguments, curl_off_t));
    }
    va_end(arguments);
    return code;
}

/* The jitter before a retry: the same for the same input. */
int __wrap_RAND_bytes(unsigned char *bytes, int length)
{
    run.random += 41;
    memset(bytes, run.random, (size_t)length);
    return 1;
}

/* ---- the caller ---- */

static bool is_interrupted(void *context)
{
    enum script_word word = script_take_nested();

    (void)context;
    if (word) {
        run.nested++;
        run.has_nested = true;
        make(word);
        run.nested--;
    }
    return script_takes_interrupt();
}

static void read_settings(void *context, struct aurpay_attempt_settings *settings)
{
    (void)context;
    memset(settings, 0, sizeof(*settings));
    settings->user_agent = "aurpay";
    settings->connect_timeout_milliseconds = 500;
    run.pool->keeps_handles = run.pool->keeps_handles || run.keeps_handles;
}

static void begin_call(struct aurpay_call *call, int number, const struct aurpay_endpoint *endpoint,
                       int64_t milliseconds, size_t max_bytes)
{
    int64_t now = aurpay_clock_monotonic();
    char path[16];

    (void)snprintf(path, sizeof(path), "/c%d", number);
    aurpay_call_init(call, endpoint, now, now + milliseconds, max_bytes);
    fuzz_check(aurpay_request_set_target(&call->request, BASE_URI, path, NULL) == AURPAY_OK,
               "there is memory");
}

static void check_call(struct aurpay_call *call, int number, int max_retries)
{
    judge_call(call, number, max_retries);
    fuzz_check(run.has_nested || call->finished <= call->deadline + 5, "a call ends at its deadline");
}

/* ---- one call ---- */

static void add_body(struct aurpay_call *call, size_t length)
{
    static char body[40000];

    memset(body, PEER_BODY_BYTE, length);
    fuzz_check(aurpay_buffer_append(&call->request.body, body, length) == AURPAY_OK, "there is memory");
    call->request.content_type = "application/json";
}

static void make_call(unsigned int kind, unsigned int limits)
{
    static const struct aurpay_endpoint endpoints[] = {
        {.method = "GET"}, {.method = "POST"}, {.method = "PUT"}, {.method = "DELETE"}};
    static const size_t bodies[] = {0, 2, 3000, 40000};
    static const size_t sizes[] = {65536, 100, 16, 1};
    static const int64_t times[] = {1000, 200, 60, 3000};
    size_t body = bodies[kind >> 2 & 3];
    struct aurpay_call call;
    enum aurpay_call_end end;
    enum aurpay_code code;
    int retries = (int)(kind >> 4 & 3);
    int number = run.number++;

    begin_call(&call, number, &endpoints[kind & 3], times[limits >> 2 & 3], sizes[limits & 3]);
    if (body > 0 && (kind & 3) != 0) {
        add_body(&call, body);
    }
    run.caller.retries = retries;
    end = aurpay_call_perform(&run.caller, &call, &code);
    check_call(&call, number, 3);
    judge_end(&call, number, end, code);
    aurpay_call_free(&call);
}

/* ---- many ---- */

static bool begin_next(void *context, struct aurpay_call **call)
{
    static const struct aurpay_endpoint endpoint = {.method = "GET"};
    struct many *many = context;

    *call = NULL;
    if (many->begun < many->count && run.number < PEER_MAX_CALLS - 1) {
        many->numbers[many->begun] = run.number++;
        *call = &many->calls[many->begun];
        begin_call(*call, many->numbers[many->begun], &endpoint, 1000, 65536);
        many->begun++;
    }
    return true;
}

static void drop(void *context, struct aurpay_call *call)
{
    (void)context;
    fuzz_check(!call->exchange, "nothing is in flight after a call");
    aurpay_call_free(call);
}

static bool take(void *context, struct aurpay_call *call)
{
    const struct many *many = context;

    check_call(call, many->numbers[call - many->calls], 3);
    drop(context, call);
    return true;
}

static void make_many(unsigned int kind)
{
    struct many many = {.count = 2 + (kind & 7) * 2, .begun = 0};
    const struct aurpay_calls calls = {&many, begin_next, take, drop};
    enum aurpay_call_end end;
    enum aurpay_code code;

    run.caller.retries = 1;
    run.caller.concurrency = 1 + (kind >> 3 & 7) * 2;
    end = aurpay_call_perform_many(&run.caller, &calls, &code);
    fuzz_check(end == AURPAY_CALL_DONE || end == AURPAY_CALL_INTERRUPTED, "every attempt can begin");
}

/* ---- an input ---- */

static void make(enum script_word word)
{
    unsigned int kind = script_byte();
    unsigned int limits = word == SCRIPT_CALL ? script_byte() : 0;

    /* The last number is for the last call. */
    if (run.number >= PEER_MAX_CALLS - 1 || run.nested > MAX_NESTED) {
        return;
    }
    if (word == SCRIPT_CALL) {
        make_call(kind, limits);
    } else {
        make_many(kind);
    }
}

/* The server is honest by now, on every connection. */
static void make_last_call(bool is_post)
{
    static const struct aurpay_endpoint read = {.method = "GET"}, other = {.method = "POST"};
    struct aurpay_call call;
    enum aurpay_call_end end;
    enum aurpay_code code;
    int number = run.number++;

    begin_call(&call, number, is_post ? &other : &read, 1000, 65536);
    run.caller.retries = 0;
    end = aurpay_call_perform(&run.caller, &call, &code);
    check_call(&call, number, 0);
    judge_end(&call, number, end, code);
    judge_success(&call, number, end);
    aurpay_call_free(&call);
}

static void begin(unsigned int kind)
{
    memset(&run, 0, sizeof(run));
    run.is_libcurl_old = kind & 1;
    run.keeps_handles = kind & 8;
    run.caller = (struct aurpay_caller){
        .is_interrupted = is_interrupted,
        .read_settings = read_settings,
        .provider = &aurpay_provider_aurpay,
        .credentials = &run.credentials,
        .pool = &run.pool,
        .limits = {.idle_connections = kind & 4 ? 1 : 5, .idle_seconds = 60, .lifetime_seconds = 600},
        .concurrency = 1,
    };
    clock_start();
    aurpay_clock_set_wall_source(clock_wall);
    peer_begin(!run.keeps_handles);
    judge_begin();
}

static void end(void)
{
    if (run.pool) {
        fuzz_check(!run.pool->in_flight, "nothing is in flight after all calls");
    }
    aurpay_pool_close(&run.pool);
    fuzz_check(peer_end(), "a closed pool leaves no connection");
    clock_stop();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static bool is_ready;
    struct fuzz_input input = {bytes, length};
    unsigned int kind = fuzz_byte(&input);
    enum script_word word;

    if (!is_ready) {
        fuzz_check(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK, "libcurl begins");
        is_ready = true;
    }
    begin(kind);
    script_begin(input);
    while ((word = script_play_between()) != 0) {
        make(word);
    }
    script_end();
    make_last_call(kind & 2);
    end();
    return 0;
}
