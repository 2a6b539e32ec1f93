#include "callback.h"

#include <string.h>

#include <curl/curl.h>
#include <openssl/crypto.h>

#include "clock.h"
#include "digest.h"
#include "signer.h"

bool aurpay_callback_has_scheme_and_host(struct aurpay_text url)
{
    static const char *const schemes[] = {"https://", "http://"};
    size_t i;

    for (i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        size_t length = strlen(schemes[i]);

        if (url.length > length && curl_strnequal(url.bytes, schemes[i], length)) {
            unsigned char first = (unsigned char)url.bytes[length];

            return first > ' ' && !strchr("/?#:@\\\x7f", first);
        }
    }
    return false;
}

bool aurpay_callback_is_token(const struct aurpay_credentials *credentials, struct aurpay_text given)
{
    return aurpay_digest_equals(credentials->token, credentials->token_length, given.bytes, given.length);
}

/* Sets `matches` when the signature is that of the URL. No URL has a NUL, and one that is longer than
 * anything that is ever signed was signed by nobody. */
static enum aurpay_code compare_signature(struct aurpay_credentials *credentials,
                                          const struct aurpay_callback *callback, struct aurpay_text url,
                                          bool *matches)
{
    char expected[AURPAY_SIGNATURE_SIZE] = "";
    enum aurpay_code code;

    if (strlen(url.bytes) != url.length) {
        return AURPAY_OK;
    }
    code = aurpay_signer_sign_callback(credentials, callback->date.bytes, url.bytes, expected);
    if (!code && aurpay_digest_equals(expected, strlen(expected), callback->signature.bytes,
                                      callback->signature.length)) {
        *matches = true;
    }
    /* It would make a forged callback genuine. */
    OPENSSL_cleanse(expected, sizeof(expected));
    return code == AURPAY_ERROR_LIMIT ? AURPAY_OK : code;
}

/* All of the URLs are tried, so that the time does not tell which matches. */
static enum aurpay_code check_signature(struct aurpay_credentials *credentials,
                                        const struct aurpay_callback *callback, bool *matches)
{
    enum aurpay_code code = AURPAY_OK;
    size_t i;

    *matches = false;
    for (i = 0; !code && i < callback->url_count; i++) {
        code = compare_signature(credentials, callback, callback->urls[i], matches);
    }
    return code;
}

static bool is_fresh(int64_t date, int64_t tolerance_seconds, int64_t now)
{
    int64_t difference = now > date ? now - date : date - now;

    /* Compared in seconds: a tolerance times 1000 may not fit. */
    return difference / 1000 <= tolerance_seconds;
}

enum aurpay_code aurpay_callback_judge(struct aurpay_credentials *credentials,
                                       const struct aurpay_callback *callback, int64_t tolerance_seconds,
                                       int64_t now, enum aurpay_callback_verdict *verdict)
{
    enum aurpay_code code;
    bool is_signed;
    int64_t date;

    if (!aurpay_callback_is_token(credentials, callback->token)) {
        *verdict = AURPAY_CALLBACK_WRONG_TOKEN;
        return AURPAY_OK;
    }
    if (aurpay_clock_parse_date(callback->date.bytes, callback->date.length, &date)) {
        *verdict = AURPAY_CALLBACK_MALFORMED_DATE;
        return AURPAY_OK;
    }
    code = check_signature(credentials, callback, &is_signed);
    if (code) {
        return code;
    }
    if (!is_signed) {
        *verdict = AURPAY_CALLBACK_WRONG_SIGNATURE;
    } else {
        *verdict = is_fresh(date, tolerance_seconds, now) ? AURPAY_CALLBACK_GENUINE : AURPAY_CALLBACK_STALE;
    }
    return AURPAY_OK;
}
