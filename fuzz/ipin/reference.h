/* Public keys read by OpenSSL from PEM and from DER, the base64 of which is decoded by hand: independent of
 * src/providers/enayapay_ipin.c. */
#ifndef AURPAY_FUZZ_IPIN_REFERENCE_H
#define AURPAY_FUZZ_IPIN_REFERENCE_H

#include "fuzz/text.h"

struct evp_pkey_st;

/** Decodes base64 (RFC 4648, 4) with white space anywhere. A hyphen ends it, as in PEM. False for anything
 *  else;
 *  @p bytes is to be freed in any case. */
bool reference_key_decode_base64(const char *text, size_t length, struct fuzz_text *bytes);

/** Reads a public key of any kind from PEM, or from the base64 of its DER form. NULL when it is none. */
struct evp_pkey_st *reference_key_read(const struct fuzz_text *text);

/** Whether the text has more than one block of PEM, whole or not. */
bool reference_key_has_several_blocks(const struct fuzz_text *text);

/** Whether OpenSSL encrypts so many bytes with an RSA key by PKCS#1 v1.5. */
bool reference_key_encrypts(struct evp_pkey_st *key, size_t length);

#endif
