/* The input of the target `wire`: a program of calls, and of what the server does meanwhile and between them.
 *
 * Bytes are sent on the current connection: the newest, until another request is taken or another connection
 * is selected. Only the control characters below do something else; "?" is the byte after them. */
#ifndef AURPAY_FUZZ_WIRE_SCRIPT_H
#define AURPAY_FUZZ_WIRE_SCRIPT_H

#include <stdbool.h>

#include "fuzz/fuzz.h"

enum script_word {
    /** ??: makes a call. See fuzz_wire.c for the two bytes. */
    SCRIPT_CALL = 0x01,
    /** ?: makes many reads at the same time. */
    SCRIPT_MANY = 0x02,
    /** Waits until a request has arrived, and takes it: its answer is now the script's. */
    SCRIPT_TAKE = 0x03,
    /** The same, but does not wait for its body. */
    SCRIPT_TAKE_HEAD = 0x04,
    /** Sends the honest answer to the last request on the current connection. */
    SCRIPT_ANSWER = 0x05,
    /** Sends its mark alone. */
    SCRIPT_MARK = 0x06,
    /** Ends what is sent; what arrives then resets the connection. */
    SCRIPT_CLOSE = 0x07,
    /** Ends what is sent. */
    SCRIPT_CLOSE_HALF = 0x08,
    SCRIPT_RESET = 0x0b,
    /** Lets the client run, so that what follows comes in another piece. */
    SCRIPT_PAUSE = 0x0c,
    /** ?: time passes. */
    SCRIPT_TIME = 0x0e,
    /** ?: selects a connection. */
    SCRIPT_SELECT = 0x0f,
    /** ?: the bytes that follow are sent over and over. */
    SCRIPT_REPEAT = 0x10,
    /** ?: the next connections are refused. */
    SCRIPT_REFUSE = 0x11,
    /** The bytes that follow are sent on the next connection as soon as it is made. */
    SCRIPT_GREET = 0x12,
    /** The caller ends what goes on. */
    SCRIPT_INTERRUPT = 0x13,
    /** The call that follows is made inside of the one that goes on. */
    SCRIPT_NEST = 0x14,
    /** ?: sends this byte, whichever it is. */
    SCRIPT_QUOTE = 0x15
};

/** Without a script the server is honest: it answers each request that is not taken. */
void script_begin(struct fuzz_input input);

/** What the server does while the client waits for @p milliseconds at most. */
void script_play(int milliseconds);

/** What the server does between two calls.
 *  @return the next call: SCRIPT_CALL or SCRIPT_MANY, whose bytes are then to be read with script_byte; 0
 *  when there is none left */
enum script_word script_play_between(void);

/** From now on everything is as an honest server has it. */
void script_end(void);

/** The next byte; 0 at the end. */
uint8_t script_byte(void);

/** For the caller's interrupt: whether the script wants to end what goes on. */
bool script_takes_interrupt(void);

/** For the caller's interrupt: the call that is to be made inside; 0 for none. */
enum script_word script_take_nested(void);

/** Sends the greeting, if there is one, on the connection that was just made. */
void script_greet(void);

#endif
