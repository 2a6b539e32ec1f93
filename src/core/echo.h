/* Finds a secret in a text that a server sent, in whatever form the server repeats it. */
#ifndef AURPAY_CORE_ECHO_H
#define AURPAY_CORE_ECHO_H

#include "text.h"

/** The length of what stands for @p secret at the start of @p text; 0 when nothing does.
 *
 *  These count as the secret: its bytes; its characters escaped as in a URL, in JSON, in HTML or in a string
 *  of a program, all of them or some, once or several times; and all of it in hex or base64. Control
 *  characters may stand between, but not in hex. The beginning of a secret counts too, from 16 bytes on:
 *  servers cut long tokens. Hex and base64 are looked for from 6 bytes on, since shorter ones occur in
 *  ordinary text. */
size_t aurpay_echo_length(struct aurpay_text text, struct aurpay_text secret);

/** Sets the elements of @p bytes with which what stands for @p secret may begin. At any other byte,
 *  aurpay_echo_length returns 0. */
void aurpay_echo_add_beginnings(struct aurpay_text secret, bool bytes[256]);

#endif
