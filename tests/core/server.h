/* A small HTTP server on loopback that misbehaves by a script, with one step per request. */
#ifndef AURPAY_TESTS_CORE_SERVER_H
#define AURPAY_TESTS_CORE_SERVER_H

#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define SERVER_MAX_CONNECTIONS 8
#define SERVER_REQUEST_SIZE (64 * 1024)

enum server_action {
    /** Answers 200 with `{}` and keeps the connection. Also what the server does after the script's last
     *  step. */
    SERVER_ANSWER,
    /** Sends the step's bytes and keeps the connection. */
    SERVER_SEND,
    /** Sends the step's bytes and closes the connection. */
    SERVER_SEND_AND_CLOSE,
    /** Executes the request and closes the connection without an answer. */
    SERVER_CLOSE,
    /** Like SERVER_CLOSE, and also stops listening. */
    SERVER_CLOSE_AND_LEAVE,
    /** Executes the request and never answers. */
    SERVER_SILENCE
};

struct server_step {
    enum server_action action;
    const char *bytes;
    size_t length;
};

struct server_connection {
    int descriptor;
    char request[SERVER_REQUEST_SIZE];
    size_t length;
};

struct server {
    int port;
    /** What to do with each request; at most 16. */
    struct server_step script[16];
    /** From this connection on (counted from 1) the server sends rubbish and closes; 0 for never. */
    int rubbish_from;

    /* Everything below belongs to the server's thread. Read it with server_count and server_last_request. */
    pthread_mutex_t lock;
    pthread_t thread;
    int listener;
    int wake[2];
    struct server_connection connections[SERVER_MAX_CONNECTIONS];
    int accepted;
    int requests;
    /** Requests that are not GET: they must never be executed twice. */
    int executed;
    char last_request[SERVER_REQUEST_SIZE];
};

struct server_counts {
    int accepted;
    int requests;
    int executed;
};

/** Starts a server. Fill in its script before the first request, and free it with server_stop. */
struct server *server_start(void);

void server_stop(struct server *server);

struct server_counts server_count(struct server *server);

/** Sends bytes to every open connection, whatever the connection waits for. */
void server_send_to_all(struct server *server, const char *bytes);

/** Sends bytes to one open connection; 0 is the first that was accepted, as long as none was closed. */
void server_send_to(struct server *server, int connection, const char *bytes);

/** The last request that the server read, head and body; the caller frees it. */
char *server_last_request(struct server *server);

/** A port on loopback where nobody listens. */
int server_unused_port(void);

#endif
