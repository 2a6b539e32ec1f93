/* Whether a callback comes from the platform: its token, its date, its signature and its age.
 * Source: the folder "Callback Authentication Method" of the vendor's Postman collection. */
#ifndef AURPAY_CORE_CALLBACK_H
#define AURPAY_CORE_CALLBACK_H

#include "credentials.h"
#include "text.h"

/** The headers that the platform adds to a callback; a merchant without a callback token gets the last one
 *  alone. */
#define AURPAY_CALLBACK_HEADER_TOKEN "Callback-Token"
#define AURPAY_CALLBACK_HEADER_DATE "Date"
#define AURPAY_CALLBACK_HEADER_SIGNATURE "Signature"
#define AURPAY_CALLBACK_HEADER_API_KEY "Api-Key"

/** What a callback brought. */
struct aurpay_callback {
    struct aurpay_text token;
    struct aurpay_text date;
    struct aurpay_text signature;
    /** The URLs that it may have been sent to (http and https behind a proxy): the signature is that of
     *  one. */
    const struct aurpay_text *urls;
    size_t url_count;
};

/** In the order in which it is looked at: the first that is wrong is the verdict. */
enum aurpay_callback_verdict {
    AURPAY_CALLBACK_WRONG_TOKEN,
    /** The date is not ISO-8601 with a zone. */
    AURPAY_CALLBACK_MALFORMED_DATE,
    AURPAY_CALLBACK_WRONG_SIGNATURE,
    /** All is right, but the date differs from now by more than the tolerance. */
    AURPAY_CALLBACK_STALE,
    AURPAY_CALLBACK_GENUINE
};

/** Judges a callback. The body is not signed: the verdict says nothing of it.
 *  @param credentials the merchant's callback token and secret (AURPAY_CREDENTIALS_SIGNATURE)
 *  @param tolerance_seconds how far the date may be from @p now, before or after it
 *  @param now milliseconds since 1970
 *  @return AURPAY_ERROR_CRYPTO or AURPAY_ERROR_MEMORY when no signature could be made; there is no verdict
 *  then */
AURPAY_MUST_CHECK enum aurpay_code aurpay_callback_judge(struct aurpay_credentials *credentials,
                                                         const struct aurpay_callback *callback,
                                                         int64_t tolerance_seconds, int64_t now,
                                                         enum aurpay_callback_verdict *verdict);

/** Whether a callback's token is the merchant's, compared in constant time. For a merchant without a callback
 *  token it is the API key, and all there is to look at: it says nothing of age or URL. */
bool aurpay_callback_is_token(const struct aurpay_credentials *credentials, struct aurpay_text given);

/** Whether a URL has the scheme and the host that the shop sets. What follows the host's first character is
 *  not looked at: most of it is the visitor's request line, which must not be able to cause an error, and the
 *  signature covers every byte. */
bool aurpay_callback_has_scheme_and_host(struct aurpay_text url);

#endif
