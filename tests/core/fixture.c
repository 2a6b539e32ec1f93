#include "test.h"

#include "fixture.h"

#include <poll.h>

#include "core/socket.h"
#include "providers/aurpay.h"

#define MAX_BODY 4096

static void start(struct fixture *fixture)
{
    fixture->settings.user_agent = "aurpay-tests";
    fixture->settings.connect_timeout_milliseconds = 10000;
    fixture->timeout = 20000;
    aurpay_request_init(&fixture->request, "GET");
    aurpay_response_init(&fixture->response, MAX_BODY);
}

const struct aurpay_pool_limits fixture_limits = {
    .idle_connections = 8, .idle_seconds = 60, .lifetime_seconds = 24 * 3600};

int fixture_set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));

    if (!fixture || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
        aurpay_pool_open(&fixture->pool, &fixture_limits) != AURPAY_OK) {
        return -1;
    }
    fixture->server = server_start();
    start(fixture);
    *state = fixture;
    return 0;
}

int fixture_tear_down(void **state)
{
    struct fixture *fixture = *state;

    fixture_free_inner(fixture);
    aurpay_pool_close(&fixture->pool);
    server_stop(fixture->server);
    free(fixture);
    curl_global_cleanup();
    return 0;
}

void fixture_make_inner(const struct fixture *outer, struct fixture *inner)
{
    memset(inner, 0, sizeof(*inner));
    inner->server = outer->server;
    inner->pool = outer->pool;
    start(inner);
}

void fixture_free_inner(struct fixture *inner)
{
    aurpay_request_free(&inner->request);
    aurpay_response_free(&inner->response);
}

static void make_request(struct fixture *fixture, const char *method, const char *path, const char *body)
{
    struct aurpay_request *request = &fixture->request;
    struct aurpay_credentials credentials;
    char base_uri[64];

    snprintf(base_uri, sizeof(base_uri), "http://127.0.0.1:%d", fixture->server->port);
    aurpay_request_free(request);
    aurpay_request_init(request, method);
    assert_int_equal(
        aurpay_request_set_target(request, fixture->base_uri[0] ? fixture->base_uri : base_uri, path, NULL),
        AURPAY_OK);
    if (body) {
        assert_int_equal(aurpay_buffer_append_string(&request->body, body), AURPAY_OK);
        request->content_type = "application/json";
    }
    assert_int_equal(
        aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"), BYTES("secret")),
        AURPAY_OK);
    assert_int_equal(aurpay_request_authorize(request, &aurpay_provider_aurpay, &credentials, NULL,
                                              INT64_C(1718582400000)),
                     AURPAY_OK);
    aurpay_credentials_free(&credentials);
}

bool fixture_try_start(struct fixture *fixture, const char *method, const char *path, const char *body,
                       struct aurpay_exchange **exchange)
{
    struct aurpay_attempt attempt = {
        .settings = &fixture->settings,
        .request = &fixture->request,
        .is_read = strcmp(method, "GET") == 0,
        .deadline = aurpay_clock_monotonic() + fixture->timeout,
    };

    make_request(fixture, method, path, body);
    return aurpay_transport_start(fixture->pool, &attempt, &fixture->response, exchange) == AURPAY_OK;
}

struct aurpay_exchange *fixture_start(struct fixture *fixture, const char *method, const char *path,
                                      const char *body)
{
    struct aurpay_exchange *exchange = NULL;

    assert_true(fixture_try_start(fixture, method, path, body, &exchange));
    return exchange;
}

void fixture_perform(struct fixture *fixture, const char *method, const char *path, const char *body)
{
    int64_t deadline = aurpay_clock_monotonic() + fixture->timeout;
    struct aurpay_exchange *exchange = fixture_start(fixture, method, path, body);

    (void)aurpay_transport_drive(fixture->pool, &exchange, 1, deadline, &fixture->interrupt);
    aurpay_transport_finish(exchange);
}

void fixture_wait(struct fixture *fixture, int64_t milliseconds)
{
    assert_true(aurpay_transport_drive(fixture->pool, NULL, 0, aurpay_clock_monotonic() + milliseconds,
                                       &fixture->interrupt));
}

void fixture_wait_for_unread(const struct fixture *fixture)
{
    const struct aurpay_socket *entry;

    assert_non_null(fixture->pool->sockets);
    for (entry = fixture->pool->sockets; entry; entry = entry->next) {
        struct pollfd event = {.fd = entry->descriptor, .events = POLLIN};

        assert_int_equal(poll(&event, 1, 10000), 1);
    }
}

void fixture_warm_up(struct fixture *fixture)
{
    fixture_perform(fixture, "GET", "/warm", NULL);
    assert_int_equal(fixture->response.transfer, AURPAY_TRANSFER_COMPLETE);
    assert_int_equal(fixture->response.http_status, 200);
}
