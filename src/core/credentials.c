#include "credentials.h"

#include <string.h>

#include "text.h"

enum aurpay_code aurpay_credentials_set(struct aurpay_credentials *credentials,
                                        enum aurpay_credentials_kind kind, const char *token,
                                        size_t token_length, const char *secret, size_t secret_length)
{
    memset(credentials, 0, sizeof(*credentials));
    credentials->token = aurpay_text_copy(token, token_length);
    credentials->token_length = token_length;
    if (secret) {
        credentials->secret = aurpay_text_copy(secret, secret_length);
        credentials->secret_length = secret_length;
    }
    if (!credentials->token || (secret && !credentials->secret)) {
        aurpay_credentials_free(credentials);
        return AURPAY_ERROR_MEMORY;
    }
    credentials->kind = kind;
    return AURPAY_OK;
}

enum aurpay_code aurpay_credentials_copy(const struct aurpay_credentials *credentials,
                                         struct aurpay_credentials *copy)
{
    enum aurpay_code code;

    memset(copy, 0, sizeof(*copy));
    if (credentials->kind == AURPAY_CREDENTIALS_NONE) {
        return AURPAY_OK;
    }
    code = aurpay_credentials_set(copy, credentials->kind, credentials->token, credentials->token_length,
                                  credentials->secret, credentials->secret_length);
    if (!code) {
        copy->algorithm = credentials->algorithm;
    }
    return code;
}

void aurpay_credentials_free(struct aurpay_credentials *credentials)
{
    aurpay_text_wipe(credentials->token, credentials->token_length);
    aurpay_text_wipe(credentials->secret, credentials->secret_length);
    aurpay_hmac_free(&credentials->hmac);
    memset(credentials, 0, sizeof(*credentials));
}
