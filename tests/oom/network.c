#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "network.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "client.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The libraries that are used in every call over a new connection. */
#define EVERY_CALL (1U << OOM_CORE | 1U << OOM_LIBCURL)

static const struct kind {
    const char *name;
    enum oom_server server;
    /* Of tests/support/fault_server.py, NULL-terminated. */
    const char *options[4];
} kinds[] = {
    {"plain", OOM_PLAIN, {NULL}},
    {"tls", OOM_TLS, {"--tls", NULL}},
    {"http2", OOM_HTTP2, {"--http2", NULL}},
    {"untrusted", OOM_BAD, {"--tls", "--cert", "untrusted", NULL}},
    {"self-signed", OOM_BAD, {"--tls", "--cert", "self-signed", NULL}},
    {"wrong-host", OOM_BAD, {"--tls", "--cert", "wrong-host", NULL}},
    {"expired", OOM_BAD, {"--tls", "--cert", "expired", NULL}},
};

static const struct {
    enum oom_start start;
    const char *name;
} starts[] = {
    {OOM_COLD, "cold"},        {OOM_NEW_POOL, "new pool"}, {OOM_WARM, "warm"},
    {OOM_KEPT, "kept handle"}, {OOM_RESUMED, "resumed"},
};

static void prepare(const struct oom_scenario *scenario)
{
    const struct oom_setting *setting = scenario->data;

    if (setting->row->warm_up) {
        oom_peer_prepare(setting->peer, setting->row->warm_up);
    } else if (setting->start == OOM_RESUMED) {
        oom_peer_prepare(setting->peer, "{\"default\":{\"do\":\"answer\",\"close\":true}}");
    }
}

static void resume(const struct oom_scenario *scenario, int where)
{
    const struct oom_setting *setting = scenario->data;
    const struct oom_row *row = setting->row;
    char what[1024];

    if (where == OOM_AFTER) {
        /* A request that is still on its way must not make a server that listens again vanish. */
        oom_peer_prepare(setting->peer,
                         row->script && strstr(row->script, "vanish") ? "{\"drop\":true}" : "{}");
        return;
    }
    snprintf(what, sizeof(what), "{\"script\":%s%s%s%s}", row->script ? row->script : "[]",
             row->trap ? ",\"trap\":\"" : "", row->trap ? row->trap : "", row->trap ? "\"" : "");
    oom_peer_prepare(setting->peer, what);
}

/* ---- what the server got ---- */

static const char *text_of(const json_t *request, const char *name)
{
    const char *text = json_string_value(json_object_get(request, name));

    return text ? text : "";
}

/* Whether a whole request came to what runs without memory. */
static bool is_ours(const json_t *request)
{
    return strncmp(text_of(request, "target"), OOM_TARGET, strlen(OOM_TARGET)) == 0 &&
           strcmp(text_of(request, "behaviour"), "incomplete") != 0;
}

/* HTTP/2 has a pseudo-header instead. */
static void remove_host(const json_t *request)
{
    json_object_del(json_object_get(request, "headers"), "host");
}

static bool is_same(const json_t *left, const json_t *right)
{
    static const char *const members[] = {"method", "target", "headers", "body"};
    size_t i;

    for (i = 0; i < COUNT(members); i++) {
        if (!json_equal(json_object_get(left, members[i]), json_object_get(right, members[i]))) {
            return false;
        }
    }
    return true;
}

static bool is_expected(const struct oom_setting *setting, const json_t *request)
{
    const json_t *expected;
    size_t i;

    json_array_foreach(setting->expected, i, expected)
    {
        if (is_same(expected, request)) {
            return true;
        }
    }
    return false;
}

/* A request is sent whole, as it is sent when memory suffices: no header is missing. */
static void check_request(const struct oom_setting *setting, const json_t *request, struct oom_report *report)
{
    char text[384];
    size_t length;

    if (setting->expected && !is_expected(setting, request)) {
        length = json_dumpb(request, text, sizeof(text), JSON_COMPACT);
        oom_report_problem(report, "another request than without a failure: %.*s",
                           (int)(length < sizeof(text) ? length : sizeof(text)), text);
    }
}

/* At most once, and told as it was. */
static void check_executions(const struct oom_setting *setting, long executed, struct oom_report *report)
{
    if (strcmp(setting->row->method, "GET") == 0) {
        return;
    }
    if (executed > 1) {
        oom_report_problem(report, "executed %ld times", executed);
    }
    if (executed > 0 && report->told == OOM_FAILED) {
        oom_report_problem(report, "executed, and told as not sent");
    }
    if (executed == 0 && report->told == OOM_SUCCEEDED) {
        oom_report_problem(report, "told as executed, but the server did not get it");
    }
}

static bool is_resumed(const json_t *request)
{
    return json_is_true(json_object_get(json_object_get(request, "tls"), "resumed"));
}

static void judge(const struct oom_scenario *scenario, struct oom_report *report, bool is_first)
{
    /* The program's own. */
    struct oom_setting *setting = (struct oom_setting *)scenario->data;
    json_t *requests = oom_peer_take_requests(setting->peer), *request, *ours = json_array();
    long executed = 0;
    size_t i;

    json_array_foreach(requests, i, request)
    {
        if (is_ours(request)) {
            remove_host(request);
            json_array_append(ours, request);
            executed += json_is_true(json_object_get(request, "executed"));
            if (is_first && setting->start == OOM_RESUMED && !is_resumed(request)) {
                oom_report_problem(report, "the TLS session was not resumed");
            }
        }
    }
    if (is_first) {
        json_decref(setting->expected);
        setting->expected = json_incref(ours);
    }
    json_array_foreach(ours, i, request)
    {
        check_request(setting, request, report);
    }
    check_executions(setting, executed, report);
    json_decref(ours);
    json_decref(requests);
}

/* ---- the scenarios ---- */

/* What must allocate, so that an allocator that is not asked any more is noticed. */
static unsigned int libraries_of(const struct oom_setting *setting)
{
    unsigned int libraries = EVERY_CALL;

    if (setting->server != OOM_PLAIN || setting->start == OOM_COLD) {
        libraries |= 1U << OOM_OPENSSL;
    }
    if (setting->server == OOM_HTTP2 && !setting->row->trap && !setting->row->is_refused) {
        libraries |= 1U << OOM_NGHTTP2;
    }
    if (strstr(setting->row->name, "brotli")) {
        libraries |= 1U << OOM_BROTLI;
    }
    return libraries;
}

static void sweep(struct oom_setting *setting, const char *kind, const char *start,
                  const struct oom_effort *effort, struct oom_sums *sums)
{
    struct oom_scenario scenario = {
        .data = setting,
        .libraries = libraries_of(setting),
        .prepare = prepare,
        .run = oom_client_run,
        .resume = resume,
        .judge = judge,
    };

    snprintf(scenario.name, sizeof(scenario.name), "%s, %s: %s", kind, start, setting->row->name);
    oom_sweep(&scenario, effort, sums);
    json_decref(setting->expected);
    setting->expected = NULL;
}

static void sweep_row(const struct oom_row *row, const struct kind *kind, struct oom_peer *peer,
                      const struct oom_effort *effort, struct oom_sums *sums)
{
    bool has_all = !effort->each || effort->scenario || effort->is_list;
    unsigned int chosen = row->starts | (has_all ? row->more_starts : 0);
    size_t i;

    for (i = 0; i < COUNT(starts); i++) {
        struct oom_setting setting = {row, starts[i].start, kind->server, peer, NULL};
        /* Over HTTP/2, libcurl 7.88 has no session to resume. */
        bool has_sessions = kind->server == OOM_TLS;

        if (chosen & starts[i].start && (has_sessions || starts[i].start != OOM_RESUMED)) {
            sweep(&setting, kind->name, starts[i].name, effort, sums);
        }
    }
}

bool oom_network_sweep(const char *name, const struct oom_effort *effort, struct oom_sums *sums)
{
    const struct oom_row *row;
    struct oom_peer peer;
    size_t i;

    for (i = 0; i < COUNT(kinds) && strcmp(kinds[i].name, name) != 0; i++) {
    }
    if (i == COUNT(kinds)) {
        return false;
    }
    oom_peer_start(&peer, kinds[i].options);
    for (row = oom_rows; row->name; row++) {
        if (row->servers & kinds[i].server) {
            sweep_row(row, &kinds[i], &peer, effort, sums);
        }
    }
    oom_peer_stop(&peer);
    return true;
}
