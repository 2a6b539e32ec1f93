#include "signer.h"

#include <string.h>

#include <openssl/crypto.h>

/* A request line may be long (filters), but not without bound. */
#define ORIGIN_LIMIT (64 * 1024)

static enum aurpay_code body_digest(const struct aurpay_signing_input *input, char hex[AURPAY_MD5_HEX_SIZE])
{
    if (strcmp(input->method, "GET") == 0) {
        hex[0] = '\0';
        return AURPAY_OK;
    }
    return aurpay_digest_md5(input->body ? input->body : "", input->body ? input->body_length : 0, hex);
}

/* Appends each string of a NULL-terminated list. */
static enum aurpay_code append_all(struct aurpay_buffer *buffer, const char *const *strings)
{
    enum aurpay_code code = AURPAY_OK;

    while (!code && *strings) {
        code = aurpay_buffer_append_string(buffer, *strings++);
    }
    return code;
}

static enum aurpay_code canonical_string(enum aurpay_algorithm algorithm,
                                         const struct aurpay_signing_input *input,
                                         struct aurpay_signature *signature)
{
    const char *parts[] = {aurpay_hmac_algorithm_name(algorithm),
                           " | ",
                           input->date,
                           " | ",
                           input->method,
                           " ",
                           input->target,
                           NULL};
    const char *digest[] = {" | ", signature->body_md5, NULL};
    enum aurpay_code code = append_all(&signature->origin, parts);

    if (!code && signature->body_md5[0]) {
        code = append_all(&signature->origin, digest);
    }
    return code;
}

static enum aurpay_code sign(struct aurpay_credentials *credentials, const struct aurpay_buffer *origin,
                             char value[AURPAY_SIGNATURE_SIZE])
{
    return aurpay_hmac_sign(&credentials->hmac, credentials->algorithm, credentials->secret,
                            credentials->secret_length, aurpay_buffer_string(origin), origin->length, value);
}

enum aurpay_code aurpay_signer_sign_request(struct aurpay_credentials *credentials,
                                            const struct aurpay_signing_input *input,
                                            struct aurpay_signature *signature)
{
    enum aurpay_code code;

    memset(signature, 0, sizeof(*signature));
    aurpay_buffer_init(&signature->origin, ORIGIN_LIMIT);
    if (credentials->kind != AURPAY_CREDENTIALS_SIGNATURE) {
        return AURPAY_ERROR_INVALID;
    }
    code = body_digest(input, signature->body_md5);
    if (!code) {
        code = canonical_string(credentials->algorithm, input, signature);
    }
    if (!code) {
        code = sign(credentials, &signature->origin, signature->value);
    }
    return code;
}

void aurpay_signer_headers(const struct aurpay_credentials *credentials, const char *date,
                           const struct aurpay_signature *signature,
                           struct aurpay_signature_header headers[AURPAY_SIGNATURE_HEADERS])
{
    const struct aurpay_signature_header all[AURPAY_SIGNATURE_HEADERS] = {
        {"API-Token", credentials->token},
        {"Algorithm", aurpay_hmac_algorithm_name(credentials->algorithm)},
        {"Date", date},
        {"Body-MD5", signature->body_md5},
        {"Signature", signature->value},
    };

    memcpy(headers, all, sizeof(all));
}

enum aurpay_code aurpay_signer_sign_callback(struct aurpay_credentials *credentials, const char *date,
                                             const char *url, char value[AURPAY_SIGNATURE_SIZE])
{
    const char *parts[] = {date, " | ", url, NULL};
    struct aurpay_buffer origin;
    enum aurpay_code code;

    aurpay_buffer_init(&origin, ORIGIN_LIMIT);
    code = append_all(&origin, parts);
    if (!code) {
        code = sign(credentials, &origin, value);
    }
    aurpay_buffer_free(&origin);
    return code;
}

void aurpay_signer_free_signature(struct aurpay_signature *signature)
{
    aurpay_buffer_free(&signature->origin);
    OPENSSL_cleanse(signature->value, sizeof(signature->value));
}
