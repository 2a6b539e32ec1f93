#include "script.h"

#include <string.h>

#include "clock.h"
#include "peer.h"
#include "sockets.h"

/* Of one run of bytes, in one go. */
#define RUN_SIZE 16384
#define MAX_REPEATS 4096

static struct fuzz_input script;
/* Of the bytes that come next. */
static int repeats;
/* Milliseconds that are still to pass. */
static int silence;
/* The greeting of the next connection. */
static char greeting[RUN_SIZE];
static size_t greeting_length;
/* The run of bytes that is being sent, and how much of it was. */
static char run[RUN_SIZE];
static size_t run_length;
static size_t run_sent;

static void drop_run(void)
{
    run_length = 0;
    repeats = 1;
}

void script_begin(struct fuzz_input input)
{
    script_end();
    script = input;
}

void script_end(void)
{
    script.length = 0;
    drop_run();
    silence = 0;
    greeting_length = 0;
    sockets_refuse(0);
}

uint8_t script_byte(void)
{
    return fuzz_byte(&script);
}

/* ---- bytes ---- */

static bool is_word(uint8_t byte)
{
    return byte >= SCRIPT_CALL && byte <= SCRIPT_QUOTE && byte != '\t' && byte != '\n' && byte != '\r';
}

static bool is_at_bytes(void)
{
    return script.length > 0 && (!is_word(*script.bytes) || *script.bytes == SCRIPT_QUOTE);
}

/* Takes the run of bytes that the script is at. */
static size_t take_run(char *bytes)
{
    size_t length = 0;

    while (length < RUN_SIZE && is_at_bytes()) {
        uint8_t byte = script_byte();

        bytes[length++] = (char)(byte == SCRIPT_QUOTE ? script_byte() : byte);
    }
    return length;
}

/* Takes the next run; its repeats, as far as there is room for them, become part of it. */
static void begin_run(void)
{
    size_t length = take_run(run);
    int copies = (int)(RUN_SIZE / length), i;

    copies = repeats < copies ? repeats : copies;
    for (i = 1; i < copies; i++) {
        memcpy(run + (size_t)i * length, run, length);
    }
    run_length = (size_t)copies * length;
    run_sent = 0;
    repeats = repeats / copies;
}

/* Sends as much as the connection takes. False when something is left.
 * @param has_acted set when something was sent */
static bool send_run(bool *has_acted)
{
    while (repeats > 0) {
        size_t sent = peer_write(run + run_sent, run_length - run_sent);

        *has_acted = *has_acted || sent > 0;
        run_sent += sent;
        if (run_sent < run_length) {
            return false;
        }
        run_sent = 0;
        repeats--;
    }
    drop_run();
    return true;
}

void script_greet(void)
{
    (void)peer_write(greeting, greeting_length);
    greeting_length = 0;
}

/* ---- words ---- */

/* `@` to `_`: 0 to 31 times 20 milliseconds; `` ` `` and what follows: as many seconds. */
static int time_of(uint8_t byte)
{
    return byte & 0x20 ? (byte & 0x1f) * 1000 : (byte & 0x1f) * 20;
}

static int repeats_of(uint8_t byte)
{
    int count = 1 << (byte & 0x0f);

    return count < MAX_REPEATS ? count : MAX_REPEATS;
}

/* Words that only the server hears. False for any other. */
static bool play_word(enum script_word word)
{
    switch (word) {
    case SCRIPT_ANSWER:
        peer_answer();
        return true;
    case SCRIPT_MARK:
        peer_write_mark();
        return true;
    case SCRIPT_CLOSE:
        peer_finish(true);
        return true;
    case SCRIPT_CLOSE_HALF:
        peer_finish(false);
        return true;
    case SCRIPT_RESET:
        peer_reset();
        return true;
    case SCRIPT_SELECT:
        peer_select(script_byte());
        return true;
    case SCRIPT_REPEAT:
        repeats = repeats_of(script_byte());
        return true;
    case SCRIPT_REFUSE:
        sockets_refuse(1 + (script_byte() & 3));
        return true;
    case SCRIPT_TIME:
        silence = time_of(script_byte());
        return true;
    case SCRIPT_GREET:
        greeting_length = take_run(greeting);
        return true;
    default:
        return false;
    }
}

/* Plays all that needs no client: bytes and words.
 * @param has_acted set when something was done */
static void play_server(bool *has_acted)
{
    while (silence == 0) {
        if (run_length > 0) {
            if (!send_run(has_acted)) {
                return;
            }
        } else if (is_at_bytes()) {
            begin_run();
        } else if (script.length > 0) {
            struct fuzz_input before = script;

            if (!play_word((enum script_word)script_byte())) {
                script = before;
                return;
            }
            *has_acted = true;
        } else {
            return;
        }
    }
}

static enum script_word next_word(void)
{
    return script.length > 0 ? (enum script_word) * script.bytes : 0;
}

/* Plays a word that needs the client. False when it waits, or is not for the server. */
static bool play_with_client(void)
{
    enum script_word word = next_word();

    if (word == SCRIPT_PAUSE) {
        (void)script_byte();
        return true;
    }
    if (word == SCRIPT_TAKE || word == SCRIPT_TAKE_HEAD) {
        if (!peer_take(word == SCRIPT_TAKE)) {
            return false;
        }
        (void)script_byte();
        return true;
    }
    return word == SCRIPT_INTERRUPT || word == SCRIPT_NEST;
}

static bool is_over_for_this_call(void)
{
    enum script_word word = next_word();

    return run_length == 0 && (word == 0 || word == SCRIPT_CALL || word == SCRIPT_MANY);
}

static bool answer_honestly(void)
{
    bool has_acted = false;

    while (peer_take(true)) {
        peer_answer();
        has_acted = true;
    }
    return has_acted;
}

static int smaller(int left, int right)
{
    return left < right ? left : right;
}

void script_play(int milliseconds)
{
    bool has_acted = false, goes_on = true;

    peer_read_all();
    while (goes_on) {
        enum script_word word = next_word();

        play_server(&has_acted);
        word = next_word();
        goes_on = silence == 0 && run_length == 0 && play_with_client();
        has_acted = has_acted || goes_on;
        /* After these, it is the client's turn. */
        goes_on = goes_on && word != SCRIPT_PAUSE && word != SCRIPT_INTERRUPT && word != SCRIPT_NEST;
    }
    if (silence > 0) {
        int passed = smaller(silence, milliseconds);

        silence -= passed;
        clock_pass(passed);
    } else if (!has_acted && !(is_over_for_this_call() && answer_honestly())) {
        clock_pass(milliseconds);
    }
}

enum script_word script_play_between(void)
{
    peer_read_all();
    drop_run();
    for (;;) {
        bool has_acted = false;
        enum script_word word;

        clock_pass(silence);
        silence = 0;
        play_server(&has_acted);
        if (silence > 0) {
            continue;
        }
        word = next_word();
        if (word == 0) {
            return 0;
        }
        if (run_length > 0) {
            /* Nobody reads it now. */
            drop_run();
            continue;
        }
        (void)script_byte();
        if (word == SCRIPT_CALL || word == SCRIPT_MANY) {
            return word;
        }
    }
}

bool script_takes_interrupt(void)
{
    bool wants = silence == 0 && run_length == 0 && next_word() == SCRIPT_INTERRUPT;

    if (wants) {
        (void)script_byte();
    }
    return wants;
}

enum script_word script_take_nested(void)
{
    enum script_word word = 0;

    if (silence == 0 && run_length == 0 && next_word() == SCRIPT_NEST) {
        (void)script_byte();
        word = next_word();
        if (word == SCRIPT_CALL || word == SCRIPT_MANY) {
            (void)script_byte();
        } else {
            word = 0;
        }
    }
    return word;
}
