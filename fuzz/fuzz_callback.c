/* The verdict on a callback against one put together by hand: token, date, signature, freshness, in this
 * order, with several URLs.
 *
 * An input: lines with the merchant's token and secret, our clock in milliseconds, the tolerance in
 * seconds, the number of the URL that is signed (0: none, and the signature is the line that follows), a
 * signature, the callback's token, its date, and the URLs. A `*` as the callback's token is the
 * merchant's; one as its date is our clock's. */
#include <string.h>

#include "core/callback.h"
#include "reference_date.h"
#include "reference_signature.h"
#include "text.h"

#define URLS_MAX 4

/* Of a canonical string. */
#define SIGNED_MAX ((size_t)64 * 1024)

struct example {
    struct fuzz_text token, secret;
    int64_t now, tolerance;
    struct fuzz_text given_token, given_date, given_signature;
    struct fuzz_text urls[URLS_MAX];
    size_t url_count;
};

/* base64(HMAC-SHA256(secret, `{date} | {url}`)) */
static struct fuzz_text sign(const struct example *example, const struct fuzz_text *url)
{
    struct fuzz_text message = fuzz_text_copy(example->given_date.bytes, example->given_date.length);
    struct fuzz_text signature;

    fuzz_text_append(&message, " | ", 3);
    fuzz_text_append(&message, url->bytes, url->length);
    signature = reference_signature_make(false, &example->secret, &message);
    fuzz_text_free(&message);
    return signature;
}

/* Whether the signature is that of one of the URLs. No URL has a NUL or is longer than what is ever
 * signed. */
static bool is_signed(const struct example *example)
{
    bool found = false;
    size_t i;

    for (i = 0; i < example->url_count; i++) {
        const struct fuzz_text *url = &example->urls[i];
        struct fuzz_text signature = sign(example, url);

        found = found || (fuzz_text_equals(&example->given_signature, signature.bytes, signature.length) &&
                          strlen(url->bytes) == url->length &&
                          example->given_date.length + strlen(" | ") + url->length <= SIGNED_MAX);
        fuzz_text_free(&signature);
    }
    return found;
}

static enum aurpay_callback_verdict judge(const struct example *example)
{
    int64_t date, difference;

    if (!fuzz_text_equals(&example->given_token, example->token.bytes, example->token.length)) {
        return AURPAY_CALLBACK_WRONG_TOKEN;
    }
    if (!reference_date_read(example->given_date.bytes, example->given_date.length, &date)) {
        return AURPAY_CALLBACK_MALFORMED_DATE;
    }
    if (!is_signed(example)) {
        return AURPAY_CALLBACK_WRONG_SIGNATURE;
    }
    difference = date > example->now ? date - example->now : example->now - date;
    /* A part of a second does not count. */
    return (difference - difference % 1000) / 1000 > example->tolerance ? AURPAY_CALLBACK_STALE
                                                                        : AURPAY_CALLBACK_GENUINE;
}

static struct aurpay_text text_of(const struct fuzz_text *text)
{
    struct aurpay_text borrowed = {text->bytes, text->length};

    return borrowed;
}

static void show(const struct example *example)
{
    size_t i;

    fuzz_show("token", example->token.bytes, example->token.length);
    fuzz_show("given token", example->given_token.bytes, example->given_token.length);
    fuzz_show("date", example->given_date.bytes, example->given_date.length);
    fuzz_show("signature", example->given_signature.bytes, example->given_signature.length);
    for (i = 0; i < example->url_count; i++) {
        fuzz_show("URL", example->urls[i].bytes, example->urls[i].length);
    }
}

static void compare(const struct example *example)
{
    struct aurpay_credentials credentials;
    struct aurpay_text urls[URLS_MAX];
    struct aurpay_callback callback = {.token = text_of(&example->given_token),
                                       .date = text_of(&example->given_date),
                                       .signature = text_of(&example->given_signature),
                                       .urls = urls,
                                       .url_count = example->url_count};
    enum aurpay_callback_verdict expected = judge(example), verdict;
    enum aurpay_code code;
    int round;
    size_t i;

    for (i = 0; i < example->url_count; i++) {
        urls[i] = text_of(&example->urls[i]);
    }
    code = aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, example->token.bytes,
                                  example->token.length, example->secret.bytes, example->secret.length);
    fuzz_check(code == AURPAY_OK, "credentials are set");
    for (round = 0; round < 2; round++) {
        code = aurpay_callback_judge(&credentials, &callback, example->tolerance, example->now, &verdict);
        if (code || verdict != expected) {
            show(example);
            fuzz_fail("code %d and verdict %d instead of %d", (int)code, (int)verdict, (int)expected);
        }
    }
    aurpay_credentials_free(&credentials);
}

/* Whether a URL begins with a scheme and the first character of a host. */
static void compare_url(const struct fuzz_text *url)
{
    size_t start = strncasecmp(url->bytes, "https://", 8) == 0 ? 8 : 7;
    unsigned char first = (unsigned char)(url->length > start ? url->bytes[start] : 0);
    bool expected = (start == 8 || strncasecmp(url->bytes, "http://", 7) == 0) && url->length > start &&
                    first > ' ' && first != '/' && first != '?' && first != '#' && first != ':' &&
                    first != '@' && first != '\\' && first != 0x7f;

    if (aurpay_callback_has_scheme_and_host(text_of(url)) != expected) {
        fuzz_show("URL", url->bytes, url->length);
        fuzz_fail("it is %s", expected ? "refused" : "taken");
    }
}

static void replace(struct fuzz_text *text, struct fuzz_text replacement)
{
    fuzz_text_free(text);
    *text = replacement;
}

static void read_example(struct fuzz_input *input, struct example *example)
{
    int64_t signed_url;
    char date[64];

    example->token = fuzz_line(input);
    example->secret = fuzz_line(input);
    example->now = fuzz_number(input) % INT64_C(253402300800000);
    example->tolerance = fuzz_number(input);
    signed_url = fuzz_number(input);
    example->given_signature = fuzz_line(input);
    example->given_token = fuzz_line(input);
    example->given_date = fuzz_line(input);
    while (input->length && example->url_count < URLS_MAX) {
        example->urls[example->url_count++] = fuzz_line(input);
    }
    if (strcmp(example->given_token.bytes, "*") == 0) {
        replace(&example->given_token, fuzz_text_copy(example->token.bytes, example->token.length));
    }
    if (strcmp(example->given_date.bytes, "*") == 0 && reference_date_write(example->now, date)) {
        replace(&example->given_date, fuzz_text_copy(date, strlen(date)));
    }
    if (signed_url > 0 && (uint64_t)signed_url <= example->url_count) {
        replace(&example->given_signature, sign(example, &example->urls[signed_url - 1]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct fuzz_input input = {bytes, length};
    struct example example = {.url_count = 0};
    size_t i;

    read_example(&input, &example);
    compare(&example);
    for (i = 0; i < example.url_count; i++) {
        compare_url(&example.urls[i]);
        fuzz_text_free(&example.urls[i]);
    }
    fuzz_text_free(&example.token);
    fuzz_text_free(&example.secret);
    fuzz_text_free(&example.given_signature);
    fuzz_text_free(&example.given_token);
    fuzz_text_free(&example.given_date);
    return 0;
}
