#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_OPTIONS 8
#define SCRIPT "tests/support/fault_server.py"

/* A sweep without its server would prove nothing. */
__attribute__((noreturn, format(printf, 1, 2))) static void die(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fputs("oom: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

static void must(bool condition, const char *what)
{
    if (!condition) {
        die("%s", what);
    }
}

static void run_server(const char *const *options, const int input[2], const int output[2])
{
    const char *python = getenv("AURPAY_TOOLS_PYTHON");
    const char *arguments[MAX_OPTIONS + 4] = {python ? python : "python3", "-B", SCRIPT};
    size_t i;

    for (i = 0; options[i] && i < MAX_OPTIONS; i++) {
        arguments[i + 3] = options[i];
    }
    dup2(input[0], STDIN_FILENO);
    dup2(output[1], STDOUT_FILENO);
    execvp(arguments[0], (char *const *)arguments);
    _exit(127);
}

static void read_text(const json_t *object, const char *name, char text[OOM_PEER_TEXT])
{
    const char *value = json_string_value(json_object_get(object, name));

    snprintf(text, OOM_PEER_TEXT, "%s", value ? value : "");
}

static void read_announcement(struct oom_peer *peer, int output)
{
    FILE *stream = fdopen(output, "r");
    char text[4096], control[OOM_PEER_TEXT];
    json_t *line = stream && fgets(text, sizeof(text), stream) ? json_loads(text, 0, NULL) : NULL;
    const char *port, *scheme_end;

    must(line != NULL, SCRIPT);
    read_text(line, "unsupported", control);
    must(!control[0], control);
    read_text(line, "base_uri", peer->base_uri);
    read_text(line, "ca_file", peer->ca_file);
    read_text(line, "control", control);
    port = strrchr(control, ':');
    must(port && peer->base_uri[0], SCRIPT);
    peer->control_port = atoi(port + 1);
    scheme_end = strstr(peer->base_uri, "://");
    port = strrchr(peer->base_uri, ':');
    must(scheme_end && port > scheme_end, SCRIPT);
    snprintf(peer->base_uri_by_name, sizeof(peer->base_uri_by_name), "%.*s://localhost%s",
             (int)(scheme_end - peer->base_uri), peer->base_uri, port);
    json_decref(line);
    /* The server writes no more. */
    fclose(stream);
}

void oom_peer_start(struct oom_peer *peer, const char *const *options)
{
    int input[2], output[2];

    memset(peer, 0, sizeof(*peer));
    peer->control = -1;
    must(pipe2(input, O_CLOEXEC) == 0 && pipe2(output, O_CLOEXEC) == 0, "pipe");
    peer->process = fork();
    must(peer->process >= 0, "fork");
    if (peer->process == 0) {
        run_server(options, input, output);
    }
    close(input[0]);
    close(output[1]);
    peer->input = input[1];
    read_announcement(peer, output[0]);
}

void oom_peer_stop(struct oom_peer *peer)
{
    if (peer->control >= 0) {
        close(peer->control);
    }
    close(peer->input);
    waitpid(peer->process, NULL, 0);
}

/* ---- the control channel: HTTP with JSON, one request after the other ---- */

static void open_control(struct oom_peer *peer)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)},
                                  .sin_port = htons((uint16_t)peer->control_port)};
    int on = 1;

    peer->control = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    must(peer->control >= 0 &&
             connect(peer->control, (const struct sockaddr *)&address, sizeof(address)) == 0 &&
             setsockopt(peer->control, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)) == 0,
         "the connection to the server's control channel");
}

static void send_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(descriptor, bytes, length, MSG_NOSIGNAL);

        must(sent > 0, "writing to the server's control channel");
        bytes += sent;
        length -= (size_t)sent;
    }
}

/* Reads an answer's head byte by byte, since the body must stay. The body's length. */
static size_t read_head(int descriptor)
{
    char head[4096];
    size_t length = 0;
    const char *field;

    do {
        must(length + 1 < sizeof(head) && recv(descriptor, head + length, 1, 0) == 1,
             "reading from the server's control channel");
        head[++length] = '\0';
    } while (length < 4 || strcmp(head + length - 4, "\r\n\r\n") != 0);
    field = strcasestr(head, "\r\nContent-Length:");
    must(field && strncmp(head, "HTTP/1.1 200", 12) == 0, head);
    return strtoul(field + strlen("\r\nContent-Length:"), NULL, 10);
}

static json_t *ask(struct oom_peer *peer, const char *method, const char *path, const char *body)
{
    char head[256], *answer;
    json_t *decoded;
    size_t length;

    if (peer->control < 0) {
        open_control(peer);
    }
    snprintf(head, sizeof(head), "%s %s HTTP/1.1\r\nHost: control\r\nContent-Length: %zu\r\n\r\n", method,
             path, strlen(body));
    send_all(peer->control, head, strlen(head));
    send_all(peer->control, body, strlen(body));
    length = read_head(peer->control);
    answer = malloc(length + 1);
    must(answer && recv(peer->control, answer, length, MSG_WAITALL) == (ssize_t)length,
         "reading from the server's control channel");
    decoded = json_loadb(answer, length, JSON_DECODE_ANY, NULL);
    free(answer);
    must(decoded != NULL, "decoding the server's answer");
    return decoded;
}

void oom_peer_prepare(struct oom_peer *peer, const char *what)
{
    json_decref(ask(peer, "POST", "/prepare", what));
}

json_t *oom_peer_take_requests(struct oom_peer *peer)
{
    json_t *log, *requests;

    log = ask(peer, "POST", "/take", "");
    requests = json_incref(json_object_get(log, "requests"));
    json_decref(log);
    must(json_is_array(requests), "the server's log");
    return requests;
}
