/* Public keys that fuzz_ipin gives out, and how what was encrypted with them is read again. */
#ifndef AURPAY_FUZZ_IPIN_KEYS_H
#define AURPAY_FUZZ_IPIN_KEYS_H

#include "fuzz/text.h"

struct evp_pkey_st;

/** RSA of 512, 1024 and 2048 bits, whose private keys are known; P-256, Ed25519 and RSA-PSS; RSA of 8192,
 *  8193 and 16392 bits. */
#define IPIN_KEYS 9

/** The DER form (SubjectPublicKeyInfo) of a key, counted from 0. */
struct fuzz_text ipin_keys_der(size_t number);

/** Reads what was encrypted for a key by RSA PKCS#1 v1.5. False when the private key is not known, which
 *  is no difference.
 *  @param key the key that was given out, perhaps changed
 *  @param plain to be freed in any case; the program ends when the padding is wrong */
bool ipin_keys_decrypt(const struct evp_pkey_st *key, const struct fuzz_text *encrypted,
                       struct fuzz_text *plain);

#endif
