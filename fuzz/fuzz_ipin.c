/* The encryption of an IPIN with any text as the key: the verdict on the key against OpenSSL's own
 * readers, and what was encrypted is read again with the private key.
 *
 * An input: lines with the number of a key (its place in keys.h, from 1 on; 0: none), with changes of the
 * bytes of its DER form (`offset value offset value`), with the width of its lines in base64 (0: one line),
 * with uuid and ipin. Then the text that is given as the key; a `$` in it stands for the numbered key. */
#include <string.h>

#include <openssl/err.h>
#include <openssl/evp.h>

#include "ipin/keys.h"
#include "ipin/reference.h"
#include "providers/enayapay_ipin.h"
#include "reference_signature.h"
#include "text.h"

#define ENCRYPTED_MAX ((size_t)64 * 1024)

/* A larger file has no key in it. */
#define KEY_TEXT_MAX ((size_t)64 * 1024)

static void change_bytes(struct fuzz_text *der, const char *changes)
{
    for (;;) {
        char *end;
        unsigned long offset = strtoul(changes, &end, 10), value;

        if (end == changes) {
            return;
        }
        value = strtoul(end, &end, 10);
        if (offset < der->length) {
            der->bytes[offset] = (char)value;
        }
        changes = end;
    }
}

static struct fuzz_text write_key(int64_t number, const char *changes, int64_t width)
{
    struct fuzz_text der, base64, lines = fuzz_text_copy("", 0);
    size_t at;

    if (number < 1 || number > IPIN_KEYS) {
        return lines;
    }
    der = ipin_keys_der((size_t)number - 1);
    change_bytes(&der, changes);
    base64 = reference_signature_base64((const unsigned char *)der.bytes, der.length);
    for (at = 0; at < base64.length;) {
        size_t left = base64.length - at, length = width > 0 && (uint64_t)width < left ? (size_t)width : left;

        fuzz_text_append(&lines, base64.bytes + at, length);
        at += length;
        fuzz_text_append(&lines, "\n", at < base64.length ? 1 : 0);
    }
    fuzz_text_free(&der);
    fuzz_text_free(&base64);
    return lines;
}

/* The rest of the input, with the key in the place of the first `$`. */
static struct fuzz_text make_text(struct fuzz_input *input, const struct fuzz_text *key)
{
    struct fuzz_text form = fuzz_rest(input);
    const char *hole = memchr(form.bytes, '$', form.length);
    struct fuzz_text text = fuzz_text_copy(form.bytes, hole ? (size_t)(hole - form.bytes) : form.length);

    if (hole) {
        fuzz_text_append(&text, key->bytes, key->length);
        fuzz_text_append(&text, hole + 1, form.length - (size_t)(hole + 1 - form.bytes));
    }
    fuzz_text_free(&form);
    return text;
}

/* What must be answered for a key that was read; NULL for one that was not. */
static enum aurpay_code expect(EVP_PKEY *key, size_t plain_length)
{
    if (!key || EVP_PKEY_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_bits(key) > 8192) {
        return AURPAY_ERROR_INVALID;
    }
    if (plain_length + 11 > (size_t)EVP_PKEY_size(key)) {
        return AURPAY_ERROR_LIMIT;
    }
    return reference_key_encrypts(key, plain_length) ? AURPAY_OK : AURPAY_ERROR_CRYPTO;
}

static void judge_encrypted(EVP_PKEY *key, const struct aurpay_buffer *encrypted,
                            const struct fuzz_text *uuid, const struct fuzz_text *ipin)
{
    struct fuzz_text bytes, plain, expected = fuzz_text_copy(uuid->bytes, uuid->length);

    fuzz_text_append(&expected, ipin->bytes, ipin->length);
    if (!reference_key_decode_base64(encrypted->data, encrypted->length, &bytes) ||
        memchr(encrypted->data, '\n', encrypted->length) || bytes.length != (size_t)EVP_PKEY_size(key)) {
        fuzz_show("encrypted", encrypted->data, encrypted->length);
        fuzz_fail("it is not the base64 of as many bytes as the key has");
    }
    if (ipin_keys_decrypt(key, &bytes, &plain) &&
        !fuzz_text_equals(&plain, expected.bytes, expected.length)) {
        fuzz_show("decrypted", plain.bytes, plain.length);
        fuzz_fail("uuid and ipin are not in it");
    }
    fuzz_text_free(&bytes);
    fuzz_text_free(&plain);
    fuzz_text_free(&expected);
}

static void try_text(const struct fuzz_text *text, const struct fuzz_text *uuid, const struct fuzz_text *ipin)
{
    EVP_PKEY *key = reference_key_read(text);
    struct fuzz_text exact = fuzz_text_copy(text->bytes, text->length);
    enum aurpay_code expected = expect(key, uuid->length + ipin->length), code;
    struct aurpay_buffer encrypted;

    aurpay_buffer_init(&encrypted, ENCRYPTED_MAX);
    ERR_clear_error();
    ERR_raise(ERR_LIB_USER, 42);
    code = aurpay_enayapay_ipin_encrypt(exact.bytes, exact.length, uuid->bytes, uuid->length, ipin->bytes,
                                        ipin->length, &encrypted);
    fuzz_check(ERR_GET_REASON(ERR_get_error()) == 42 && ERR_get_error() == 0,
               "OpenSSL's errors are as before");
    /* OpenSSL 3 reads several blocks until one is a key, but not if its queue has an error. */
    if (code != expected && !reference_key_has_several_blocks(text)) {
        fuzz_show("the key", text->bytes, text->length);
        fuzz_fail("code %d instead of %d", (int)code, (int)expected);
    }
    if (code) {
        fuzz_check(encrypted.length == 0, "nothing is answered");
    } else {
        judge_encrypted(key, &encrypted, uuid, ipin);
    }
    aurpay_buffer_free(&encrypted);
    fuzz_text_free(&exact);
    EVP_PKEY_free(key);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length < KEY_TEXT_MAX ? length : 0};
    int64_t number = fuzz_number(&input), width;
    struct fuzz_text changes = fuzz_line(&input), uuid, ipin, key, text;

    width = fuzz_number(&input);
    uuid = fuzz_line(&input);
    ipin = fuzz_line(&input);
    key = write_key(number, changes.bytes, width);
    text = make_text(&input, &key);
    try_text(&text, &uuid, &ipin);
    fuzz_text_free(&changes);
    fuzz_text_free(&uuid);
    fuzz_text_free(&ipin);
    fuzz_text_free(&key);
    fuzz_text_free(&text);
    return 0;
}
