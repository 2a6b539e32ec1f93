#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define ANSWER "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
#define RUBBISH "\x01\x02\x03 this is no HTTP\r\n\r\n"

/* A test without its server would prove nothing. */
static void must(bool condition)
{
    if (!condition) {
        abort();
    }
}

static int listen_on_loopback(int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
    socklen_t length = sizeof(address);
    int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    must(descriptor >= 0);
    must(bind(descriptor, (struct sockaddr *)&address, sizeof(address)) == 0);
    must(listen(descriptor, 16) == 0);
    must(getsockname(descriptor, (struct sockaddr *)&address, &length) == 0);
    *port = ntohs(address.sin_port);
    return descriptor;
}

int server_unused_port(void)
{
    int port;

    close(listen_on_loopback(&port));
    return port;
}

static void hang_up(struct server_connection *connection)
{
    close(connection->descriptor);
    connection->descriptor = -1;
    connection->length = 0;
}

static void stop_listening(struct server *server)
{
    if (server->listener >= 0) {
        close(server->listener);
        server->listener = -1;
    }
}

static void send_bytes(const struct server_connection *connection, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(connection->descriptor, bytes, length, MSG_NOSIGNAL);

        /* The client has left. */
        if (sent <= 0) {
            return;
        }
        bytes += sent;
        length -= (size_t)sent;
    }
}

static void accept_client(struct server *server)
{
    int descriptor = accept4(server->listener, NULL, NULL, SOCK_CLOEXEC);
    int i;

    if (descriptor < 0) {
        return;
    }
    for (i = 0; i < SERVER_MAX_CONNECTIONS && server->connections[i].descriptor >= 0; i++) {
    }
    must(i < SERVER_MAX_CONNECTIONS);
    server->connections[i].descriptor = descriptor;
    server->connections[i].length = 0;
    server->accepted++;
    if (server->rubbish_from && server->accepted >= server->rubbish_from) {
        send_bytes(&server->connections[i], RUBBISH, strlen(RUBBISH));
        hang_up(&server->connections[i]);
    }
}

/* The length of the request at the start of the buffer; 0 until the whole request is there. */
static size_t whole_request(struct server_connection *connection)
{
    const char *head_end, *field;
    size_t length;

    connection->request[connection->length] = '\0';
    head_end = strstr(connection->request, "\r\n\r\n");
    if (!head_end) {
        return 0;
    }
    length = (size_t)(head_end - connection->request) + 4;
    field = strcasestr(connection->request, "\r\nContent-Length:");
    if (field && field < head_end) {
        length += strtoul(field + strlen("\r\nContent-Length:"), NULL, 10);
    }
    return length <= connection->length ? length : 0;
}

static void act(struct server *server, struct server_connection *connection, const struct server_step *step)
{
    switch (step->action) {
    case SERVER_ANSWER:
        send_bytes(connection, ANSWER, strlen(ANSWER));
        break;
    case SERVER_SEND:
        send_bytes(connection, step->bytes, step->length);
        break;
    case SERVER_SEND_AND_CLOSE:
        send_bytes(connection, step->bytes, step->length);
        hang_up(connection);
        break;
    case SERVER_CLOSE_AND_LEAVE:
        stop_listening(server);
        hang_up(connection);
        break;
    case SERVER_CLOSE:
        hang_up(connection);
        break;
    case SERVER_SILENCE:
        break;
    }
}

static void serve(struct server *server, struct server_connection *connection, size_t length)
{
    static const struct server_step answer = {SERVER_ANSWER, NULL, 0};
    size_t index = (size_t)server->requests++;

    server->executed += strncmp(connection->request, "GET ", 4) != 0;
    memcpy(server->last_request, connection->request, length);
    server->last_request[length] = '\0';
    connection->length -= length;
    memmove(connection->request, connection->request + length, connection->length);
    act(server, connection,
        index < sizeof(server->script) / sizeof(answer) ? &server->script[index] : &answer);
}

static void read_from(struct server *server, struct server_connection *connection)
{
    size_t room = SERVER_REQUEST_SIZE - 1 - connection->length, length;
    ssize_t got = recv(connection->descriptor, connection->request + connection->length, room, 0);

    if (got <= 0) {
        hang_up(connection);
        return;
    }
    connection->length += (size_t)got;
    while (connection->descriptor >= 0 && (length = whole_request(connection)) > 0) {
        serve(server, connection, length);
    }
}

static void *run(void *context)
{
    struct server *server = context;

    for (;;) {
        struct pollfd polled[SERVER_MAX_CONNECTIONS + 2];
        int i;

        polled[0] = (struct pollfd){.fd = server->wake[0], .events = POLLIN};
        polled[1] = (struct pollfd){.fd = server->listener, .events = POLLIN};
        for (i = 0; i < SERVER_MAX_CONNECTIONS; i++) {
            polled[i + 2] = (struct pollfd){.fd = server->connections[i].descriptor, .events = POLLIN};
        }
        must(poll(polled, SERVER_MAX_CONNECTIONS + 2, -1) > 0);
        if (polled[0].revents) {
            return NULL;
        }
        pthread_mutex_lock(&server->lock);
        for (i = 0; i < SERVER_MAX_CONNECTIONS; i++) {
            if (polled[i + 2].revents) {
                read_from(server, &server->connections[i]);
            }
        }
        if (polled[1].revents && server->listener >= 0) {
            accept_client(server);
        }
        pthread_mutex_unlock(&server->lock);
    }
}

struct server *server_start(void)
{
    struct server *server = calloc(1, sizeof(*server));
    int i;

    must(server != NULL);
    for (i = 0; i < SERVER_MAX_CONNECTIONS; i++) {
        server->connections[i].descriptor = -1;
    }
    server->listener = listen_on_loopback(&server->port);
    must(pipe(server->wake) == 0);
    must(pthread_mutex_init(&server->lock, NULL) == 0);
    must(pthread_create(&server->thread, NULL, run, server) == 0);
    return server;
}

void server_stop(struct server *server)
{
    int i;

    must(write(server->wake[1], "", 1) == 1);
    must(pthread_join(server->thread, NULL) == 0);
    for (i = 0; i < SERVER_MAX_CONNECTIONS; i++) {
        if (server->connections[i].descriptor >= 0) {
            hang_up(&server->connections[i]);
        }
    }
    stop_listening(server);
    close(server->wake[0]);
    close(server->wake[1]);
    pthread_mutex_destroy(&server->lock);
    free(server);
}

struct server_counts server_count(struct server *server)
{
    struct server_counts counts;

    pthread_mutex_lock(&server->lock);
    counts.accepted = server->accepted;
    counts.requests = server->requests;
    counts.executed = server->executed;
    pthread_mutex_unlock(&server->lock);
    return counts;
}

void server_send_to_all(struct server *server, const char *bytes)
{
    int i;

    pthread_mutex_lock(&server->lock);
    for (i = 0; i < SERVER_MAX_CONNECTIONS; i++) {
        if (server->connections[i].descriptor >= 0) {
            send_bytes(&server->connections[i], bytes, strlen(bytes));
        }
    }
    pthread_mutex_unlock(&server->lock);
}

void server_send_to(struct server *server, int connection, const char *bytes)
{
    pthread_mutex_lock(&server->lock);
    must(server->connections[connection].descriptor >= 0);
    send_bytes(&server->connections[connection], bytes, strlen(bytes));
    pthread_mutex_unlock(&server->lock);
}

char *server_last_request(struct server *server)
{
    char *request;

    pthread_mutex_lock(&server->lock);
    request = strdup(server->last_request);
    pthread_mutex_unlock(&server->lock);
    must(request != NULL);
    return request;
}
