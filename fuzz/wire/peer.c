#include "peer.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fuzz/fuzz.h"

#define HEAD_SIZE 4096
/* What a client can send before the server reads: less than the largest body. */
#define CLIENT_BUFFER_SIZE 8192
/* Of all that is sent for one input, without honest answers. */
#define MAX_WRITTEN (256 * 1024)

struct connection {
    int client;
    /* -1 once it is closed. */
    int server;
    /* Nothing more is sent, and what arrives resets it. */
    bool is_closed;
    bool is_finished;
    /* Something has arrived and was not read. */
    bool has_arrivals;
    /* The last request; -1 before the first. */
    int request;
    /* Of the request that is arriving. */
    char head[HEAD_SIZE];
    size_t head_length;
    bool is_head_whole;
    size_t body_left;
    /* What the server has sent. The memory is kept for the next input. */
    char *written;
    size_t written_length;
    size_t written_capacity;
};

static struct connection connections[PEER_MAX_CONNECTIONS];
static int connection_count;
static struct peer_request requests[PEER_MAX_REQUESTS];
static size_t request_count;
/* Of each call: requests that are not reads. */
static int arrivals[PEER_MAX_CALLS];
static int current;
static size_t total_written;
/* Folded lines are sent. */
static bool folds;

void peer_begin(bool may_fold)
{
    folds = may_fold;
    connection_count = 0;
    request_count = 0;
    memset(arrivals, 0, sizeof(arrivals));
    current = -1;
    total_written = 0;
}

/* Not send(), which sockets.c watches. */
static ssize_t put(int descriptor, const char *bytes, size_t length)
{
    return syscall(SYS_sendto, descriptor, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT, NULL, 0);
}

static ssize_t get(int descriptor, char *bytes, size_t length, int flags)
{
    return syscall(SYS_recvfrom, descriptor, bytes, length, flags | MSG_DONTWAIT, NULL, NULL);
}

static void close_server(struct connection *connection)
{
    if (connection->server >= 0) {
        (void)close(connection->server);
        connection->server = -1;
    }
}

/* Whether the client has closed its end, after all that it sent was read. */
static bool is_left_by_client(const struct connection *connection)
{
    char byte;
    ssize_t length = get(connection->server, &byte, 1, MSG_PEEK);

    return length == 0 || (length < 0 && errno != EAGAIN);
}

bool peer_end(void)
{
    bool are_left = true;
    int i;

    peer_read_all();
    for (i = 0; i < connection_count; i++) {
        are_left = are_left && (connections[i].server < 0 || is_left_by_client(&connections[i]));
        close_server(&connections[i]);
    }
    return are_left;
}

int peer_open(void)
{
    struct connection *connection = &connections[connection_count];
    int size = CLIENT_BUFFER_SIZE;
    int pair[2];
    int i;

    if (connection_count == PEER_MAX_CONNECTIONS) {
        errno = EMFILE;
        return -1;
    }
    fuzz_check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) == 0,
               "there are sockets");
    (void)setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
    for (i = 0; i < connection_count; i++) {
        if (connections[i].client == pair[0]) {
            /* The client has closed it, and the system gives its number out again. */
            connections[i].client = -1;
        }
    }
    memset(connection, 0, offsetof(struct connection, written));
    connection->written_length = 0;
    connection->client = pair[0];
    connection->server = pair[1];
    connection->request = -1;
    current = connection_count++;
    return pair[0];
}

int peer_connection_of(int descriptor)
{
    int i;

    for (i = connection_count - 1; i >= 0 && descriptor >= 0; i--) {
        if (connections[i].client == descriptor) {
            return i;
        }
    }
    return -1;
}

/* ---- requests ---- */

static struct peer_request *request_of(const struct connection *connection)
{
    return connection->request < 0 ? NULL : &requests[connection->request];
}

/* `METHOD /cNUMBER HTTP/1.1` */
static int call_of_line(const char *line)
{
    const char *path = strstr(line, " /c");
    char *end = NULL;
    long number = path ? strtol(path + 3, &end, 10) : -1;

    fuzz_check(path && *end == ' ' && number >= 0 && number < PEER_MAX_CALLS,
               "the line of a request arrives in one piece");
    return (int)number;
}

static void begin_request(struct connection *connection)
{
    struct peer_request *request = &requests[request_count];
    const struct peer_request *last = request_of(connection);

    fuzz_check(request_count < PEER_MAX_REQUESTS, "no call sends without end");
    fuzz_check(!last || connection->written_length > (last->is_first ? 0 : last->written),
               "no request goes over a connection on which another one waits");
    request->call = call_of_line(connection->head);
    request->connection = (int)(connection - connections);
    request->is_head_whole = false;
    request->is_whole = false;
    request->is_taken = false;
    request->is_first = connection->request < 0;
    request->had_unread = false;
    request->is_read = strncmp(connection->head, "GET ", 4) == 0;
    request->body_length = 0;
    if (!request->is_read) {
        arrivals[request->call]++;
        fuzz_check(arrivals[request->call] == 1, "what is not a read arrives once");
    }
    connection->request = (int)request_count++;
    fuzz_trace("server: connection %d: request of call %d\n", request->connection, request->call);
}

/* Takes the bytes of a head up to its end, or all.
 * @return how many */
static size_t take_head(struct connection *connection, const char *bytes, size_t length)
{
    size_t before = connection->head_length, room = HEAD_SIZE - 1 - before;
    size_t taken = length < room ? length : room;
    const char *end;

    fuzz_check(room > 0, "the head of a request is short");
    memcpy(connection->head + before, bytes, taken);
    connection->head[before + taken] = '\0';
    end = strstr(connection->head, "\r\n\r\n");
    if (end) {
        taken = (size_t)(end - connection->head) + 4 - before;
    }
    connection->head_length = before + taken;
    connection->is_head_whole = end != NULL;
    return taken;
}

static void end_head(struct connection *connection)
{
    static const char name[] = "\r\nContent-Length: ";
    const char *field = strcasestr(connection->head, name);
    struct peer_request *request = request_of(connection);

    connection->body_left = field ? strtoul(field + sizeof(name) - 1, NULL, 10) : 0;
    connection->head_length = 0;
    request->body_length = connection->body_left;
    request->is_head_whole = true;
    request->written = connection->written_length;
    request->is_whole = connection->body_left == 0;
}

static size_t take_body(struct connection *connection, const char *bytes, size_t length)
{
    size_t taken = length < connection->body_left ? length : connection->body_left;

    fuzz_check(bytes[0] == PEER_BODY_BYTE && memcmp(bytes, bytes + 1, taken - 1) == 0,
               "no request begins before the last one on its connection is whole");
    connection->body_left -= taken;
    request_of(connection)->is_whole = connection->body_left == 0;
    return taken;
}

void peer_note_arrival(int number, const char *bytes, size_t length, bool had_unread)
{
    struct connection *connection = &connections[number];

    connection->has_arrivals = true;
    while (length > 0) {
        bool is_new = connection->head_length == 0;
        size_t taken;

        if (connection->body_left > 0) {
            taken = take_body(connection, bytes, length);
        } else {
            taken = take_head(connection, bytes, length);
            if (is_new) {
                begin_request(connection);
            }
            request_of(connection)->had_unread = request_of(connection)->had_unread || had_unread;
            if (connection->is_head_whole) {
                end_head(connection);
            }
        }
        bytes += taken;
        length -= taken;
    }
}

void peer_read_all(void)
{
    static char bytes[64 * 1024];
    int i, kept = current;

    for (i = 0; i < connection_count; i++) {
        struct connection *connection = &connections[i];

        if (!connection->has_arrivals || connection->server < 0) {
            continue;
        }
        connection->has_arrivals = false;
        while (get(connection->server, bytes, sizeof(bytes), 0) > 0) {
        }
        if (connection->is_closed) {
            current = i;
            peer_reset();
        }
    }
    current = kept;
}

/* Closes the server's end where the client has closed its own. */
static bool is_open(struct connection *connection)
{
    if (connection->server >= 0 && is_left_by_client(connection)) {
        close_server(connection);
    }
    return connection->server >= 0;
}

bool peer_take(bool needs_body)
{
    size_t i;

    for (i = 0; i < request_count; i++) {
        struct peer_request *request = &requests[i];

        if (!request->is_taken && request->is_head_whole && (request->is_whole || !needs_body) &&
            is_open(&connections[request->connection])) {
            request->is_taken = true;
            current = request->connection;
            return true;
        }
    }
    return false;
}

void peer_select(int number)
{
    int open = 0, i;

    for (i = 0; i < connection_count; i++) {
        open += is_open(&connections[i]);
    }
    if (open == 0) {
        return;
    }
    number %= open;
    for (i = 0; i < connection_count; i++) {
        if (connections[i].server >= 0 && number-- == 0) {
            current = i;
        }
    }
}

/* ---- answers ---- */

static struct connection *writable(void)
{
    struct connection *connection = current < 0 ? NULL : &connections[current];

    return connection && connection->server >= 0 && !connection->is_finished ? connection : NULL;
}

static void note_written(struct connection *connection, const char *bytes, size_t length)
{
    size_t needed = connection->written_length + length;

    if (needed > connection->written_capacity) {
        connection->written_capacity = 2 * needed;
        connection->written = realloc(connection->written, connection->written_capacity);
        fuzz_check(connection->written != NULL, "there is memory");
    }
    memcpy(connection->written + connection->written_length, bytes, length);
    connection->written_length = needed;
    fuzz_trace("server: connection %d: sends %zu bytes: %.*s\n", current, length,
               length < 60 ? (int)length : 60, bytes);
}

/* Makes a folded line a line of its own. */
static void unfold(struct connection *connection, size_t begin)
{
    size_t i;

    for (i = begin > 0 ? begin : 1; i < connection->written_length; i++) {
        char *byte = connection->written + i;

        if (byte[-1] == '\n' && (*byte == ' ' || *byte == '\t')) {
            *byte = '_';
        }
    }
}

/* See peer_write. */
static size_t write_bytes(const char *bytes, size_t length)
{
    struct connection *connection = writable();
    size_t begin;
    ssize_t sent;

    if (!connection || length == 0) {
        return length;
    }
    begin = connection->written_length;
    note_written(connection, bytes, length);
    if (!folds) {
        unfold(connection, begin);
    }
    sent = put(connection->server, connection->written + begin, length);
    connection->written_length = begin + (sent > 0 ? (size_t)sent : 0);
    if (sent <= 0) {
        return sent < 0 && errno == EAGAIN ? 0 : length;
    }
    total_written += (size_t)sent;
    return (size_t)sent;
}

size_t peer_write(const char *bytes, size_t length)
{
    return total_written + length > MAX_WRITTEN ? length : write_bytes(bytes, length);
}

const char *peer_mark_of(int call)
{
    static char mark[48];
    /* Knuth's multiplier: no input holds a mark that the server did not make. */
    unsigned int hash = ((unsigned int)call + 77) * 2654435761U;

    (void)snprintf(mark, sizeof(mark), "answer-to-%02d-%08x", call, hash);
    return mark;
}

static const struct peer_request *last_request(void)
{
    const struct connection *connection = writable();
    const struct peer_request *request = connection ? request_of(connection) : NULL;

    return request && request->is_head_whole ? request : NULL;
}

void peer_write_mark(void)
{
    const struct peer_request *request = last_request();

    if (request) {
        const char *mark = peer_mark_of(request->call);

        (void)peer_write(mark, strlen(mark));
    }
}

void peer_answer(void)
{
    const struct peer_request *request = last_request();
    char answer[256];

    if (request) {
        const char *mark = peer_mark_of(request->call);
        int length =
            snprintf(answer, sizeof(answer),
                     "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n"
                     "{\"data\":\"%s\"}",
                     strlen(mark) + 11, mark);

        (void)write_bytes(answer, (size_t)length);
    }
}

void peer_finish(bool is_closed)
{
    struct connection *connection = current < 0 ? NULL : &connections[current];

    if (connection && connection->server >= 0) {
        fuzz_trace("server: connection %d: %s\n", current, is_closed ? "closes" : "sends no more");
        (void)shutdown(connection->server, SHUT_WR);
        connection->is_finished = true;
        connection->is_closed = connection->is_closed || is_closed;
    }
}

void peer_reset(void)
{
    struct connection *connection = current < 0 ? NULL : &connections[current];
    char bytes[4096];

    if (!connection || connection->server < 0) {
        return;
    }
    fuzz_trace("server: connection %d: resets\n", current);
    if (!is_left_by_client(connection)) {
        /* A reset takes away what was sent before. And only an end with unread bytes resets the other one. */
        while (get(connection->client, bytes, sizeof(bytes), 0) > 0) {
        }
        (void)put(connection->client, "x", 1);
    }
    close_server(connection);
}

const struct peer_request *peer_requests(size_t *count)
{
    *count = request_count;
    return requests;
}

const char *peer_written(int connection, size_t *length)
{
    *length = connections[connection].written_length;
    return connections[connection].written;
}
