#include "test.h"

#include "maker.h"

#include <sys/wait.h>
#include <unistd.h>

#include "core/clock.h"
#include "providers/aurpay.h"

const struct aurpay_endpoint maker_read = {.method = "GET", .path = "/order"};
const struct aurpay_endpoint maker_refund = {.method = "POST", .path = "/refund"};

static bool ask(void *context)
{
    struct maker *maker = context;

    return maker->wants_to_interrupt && maker->wants_to_interrupt(maker);
}

static void read_settings(void *context, struct aurpay_attempt_settings *settings)
{
    const struct maker *maker = context;

    *settings = maker->fixture->settings;
}

void maker_start(struct maker *maker)
{
    void *fixture = NULL;

    memset(maker, 0, sizeof(*maker));
    assert_int_equal(fixture_set_up(&fixture), 0);
    maker->fixture = fixture;
    maker->child = -1;
    maker->caller = (struct aurpay_caller){
        .context = maker,
        .is_interrupted = ask,
        .read_settings = read_settings,
        .provider = &aurpay_provider_aurpay,
        .credentials = &maker->credentials,
        .pool = &maker->fixture->pool,
        .limits = fixture_limits,
        .retries = 2,
        .concurrency = 3,
    };
    assert_int_equal(aurpay_credentials_set(&maker->credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"),
                                            BYTES("secret")),
                     AURPAY_OK);
}

void maker_stop(struct maker *maker)
{
    void *fixture = maker->fixture;

    aurpay_credentials_free(&maker->credentials);
    assert_int_equal(fixture_tear_down(&fixture), 0);
}

void maker_begin(const struct maker *maker, struct aurpay_call *call, const struct aurpay_endpoint *endpoint)
{
    const struct fixture *fixture = maker->fixture;
    int64_t now = aurpay_clock_monotonic();
    char base_uri[64];

    snprintf(base_uri, sizeof(base_uri), "http://127.0.0.1:%d", fixture->server->port);
    aurpay_call_init(call, endpoint, now, now + fixture->timeout, 4096);
    assert_int_equal(aurpay_request_set_target(&call->request,
                                               fixture->base_uri[0] ? fixture->base_uri : base_uri,
                                               endpoint->path, NULL),
                     AURPAY_OK);
}

void maker_break_requests(const struct maker *maker, size_t first, const struct server_step *step)
{
    size_t i;

    for (i = first; i < COUNT(maker->fixture->server->script); i++) {
        maker->fixture->server->script[i] = *step;
    }
}

void maker_never_answers(const struct maker *maker)
{
    maker_break_requests(maker, 0, &(struct server_step){SERVER_SILENCE, NULL, 0});
}

bool maker_has_reached_server(struct maker *maker)
{
    return server_count(maker->fixture->server).requests > 0;
}

bool maker_forks_once_sent(struct maker *maker)
{
    if (maker->child < 0 && maker_has_reached_server(maker)) {
        maker->child = fork();
        if (maker->child > 0) {
            server_send_to_all(maker->fixture->server, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        }
    }
    return false;
}

void assert_child_is_content(pid_t child)
{
    int status = -1;

    assert_true(child > 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
