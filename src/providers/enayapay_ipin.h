/* The IPIN of a card, encrypted as EnayaPay takes it. */
#ifndef AURPAY_PROVIDERS_ENAYAPAY_IPIN_H
#define AURPAY_PROVIDERS_ENAYAPAY_IPIN_H

#include "../core/buffer.h"

/** The most bits of a key that an IPIN is encrypted with. */
#define AURPAY_ENAYAPAY_IPIN_KEY_BITS 8192

/** Encrypts a card's IPIN: base64(RSA PKCS#1 v1.5 of uuid followed by ipin), the usual EBS scheme; EnayaPay's
 *  page does not spell it out.
 *  @param public_key an RSA public key of at most AURPAY_ENAYAPAY_IPIN_KEY_BITS, PEM or the base64 of its DER
 *  form
 *  @param encrypted receives the text
 *  @return AURPAY_ERROR_INVALID when the key is no such one, AURPAY_ERROR_LIMIT when uuid and ipin are too
 *  long for it, AURPAY_ERROR_MEMORY and AURPAY_ERROR_CRYPTO when it could not be done */
AURPAY_MUST_CHECK enum aurpay_code aurpay_enayapay_ipin_encrypt(const char *public_key,
                                                                size_t public_key_length, const char *uuid,
                                                                size_t uuid_length, const char *ipin,
                                                                size_t ipin_length,
                                                                struct aurpay_buffer *encrypted);

#endif
