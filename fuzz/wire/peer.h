/* The server's side of the connections of the target `wire`: it notes every request as its bytes arrive, and
 * all that it answers. Each connection is a pair of sockets of this process; the system calls of sockets.c
 * make libcurl and the core take one end for a TCP connection. */
#ifndef AURPAY_FUZZ_WIRE_PEER_H
#define AURPAY_FUZZ_WIRE_PEER_H

#include <stdbool.h>
#include <stddef.h>

#define PEER_MAX_CONNECTIONS 128
#define PEER_MAX_REQUESTS 256
/* The numbers of calls are below. */
#define PEER_MAX_CALLS 14
#define PEER_PORT 8000
/* Of its own port on the client's side, a connection has this and its number. */
#define PEER_FIRST_CLIENT_PORT 40001
/* Bodies consist of this byte alone, so that a request that begins inside of another one's body is found. */
#define PEER_BODY_BYTE 'b'

/** A request, from its first byte on. */
struct peer_request {
    /** The number of the call, which is in its path. */
    int call;
    int connection;
    /** Its method is GET. */
    bool is_read;
    /** Of the body, as its head says. */
    size_t body_length;
    bool is_head_whole;
    bool is_whole;
    /** The script, or the honest server, has seen to its answer. */
    bool is_taken;
    /** Nothing was asked before on this connection. */
    bool is_first;
    /** Something that the server had sent was unread when it, or a part of its head, arrived. */
    bool had_unread;
    /** What the server had sent on the connection when the head was whole. */
    size_t written;
};

/** Forgets everything.
 *  @param may_fold false: of a line that begins with a blank, it becomes another character */
void peer_begin(bool may_fold);

/** Closes what is open.
 *  @return whether the client had closed all its ends */
bool peer_end(void);

/** A new connection, the current one from now on.
 *  @return the descriptor of the client's end; -1 when there are too many, with errno set */
int peer_open(void);

/** The number of the open connection with that client's descriptor; -1 when it is none. */
int peer_connection_of(int descriptor);

/** Bytes of a request have arrived. They are checked: the line of a request comes in one piece, nothing
 *  begins inside of another request, and what is not a read comes only once. */
void peer_note_arrival(int connection, const char *bytes, size_t length, bool had_unread);

/** Reads what the clients have sent, so that they can send more. */
void peer_read_all(void);

/** Takes the oldest request that is not yet taken, and makes its connection the current one. False when there
 *  is none.
 *  @param needs_body its body must have arrived, too */
bool peer_take(bool needs_body);

/** Makes another open connection the current one: @p number counts them, round and round. */
void peer_select(int number);

/** Sends bytes on the current connection.
 *  @return how many the connection took; all of them when there is nobody to take them */
size_t peer_write(const char *bytes, size_t length);

/** Sends what marks an answer of the last request on the current connection: nobody but the honest server
 *  knows it. */
void peer_write_mark(void);

/** Sends a whole, honest answer to that request. */
void peer_answer(void);

/** Sends no more on the current connection. @p is_closed: what arrives from then on resets it. */
void peer_finish(bool is_closed);

/** Resets the current connection: the client loses what it has not read. */
void peer_reset(void);

/** The requests so far. */
const struct peer_request *peer_requests(size_t *count);

/** What the server has sent on a connection. */
const char *peer_written(int connection, size_t *length);

/** The mark of a call's answers. Static until the next call. */
const char *peer_mark_of(int call);

#endif
