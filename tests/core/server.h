/* A small HTTP server on loopback that misbehaves by a script: one step for each request it has read. */
#ifndef AURPAY_TESTS_CORE_SERVER_H
#define AURPAY_TESTS_CORE_SERVER_H

#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#define SERVER_MAX_CONNECTIONS 8
#define SERVER_REQUEST_SIZE (64 * 1024)

enum server_action {
    /** Answers 200 with `{}` and keeps the connection. Also what is done when the script is over. */
    SERVER_ANSWER,
    /** Sends the step's bytes and keeps the connection. */
    SERVER_SEND,
    /** Sends the step's bytes and closes the connection. */
    SERVER_SEND_AND_CLOSE,
    /** Executes the request, and closes the connection without a word. */
    SERVER_CLOSE,
    /** As SERVER_CLOSE, and nobody listens any more. */
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
    /** From this connection on (counted from 1) clients are greeted with rubbish and left; 0 for none. */
    int rubbish_from;

    /* Everything below is the thread's; read it through server_count and server_last_request. */
    pthread_mutex_t lock;
    pthread_t thread;
    int listener;
    int wake[2];
    struct server_connection connections[SERVER_MAX_CONNECTIONS];
    int accepted;
    int requests;
    /** Requests that are not GET: what must never be executed twice. */
    int executed;
    char last_request[SERVER_REQUEST_SIZE];
};

struct server_counts {
    int accepted;
    int requests;
    int executed;
};

/** Starts a server; its script is to be filled in before the first request. To be freed by server_stop. */
struct server *server_start(void);

void server_stop(struct server *server);

struct server_counts server_count(struct server *server);

/** Sends bytes to every open connection, whatever it waits for. */
void server_send_to_all(struct server *server, const char *bytes);

/** The last request read, head and body; the caller frees it. */
char *server_last_request(struct server *server);

/** A port on loopback where nobody listens. */
int server_unused_port(void);

#endif
