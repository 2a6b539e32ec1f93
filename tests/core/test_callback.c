/* The verdict on callbacks: every combination of what can be wrong. The signatures come from tests/vectors or
 * from OpenSSL's one-shot HMAC. */
#include "test.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "core/callback.h"
#include "vectors.h"

/* 2024-06-17T00:00:00Z */
#define SENT INT64_C(1718582400000)
#define DATE "2024-06-17T00:00:00Z"
#define URL "https://shop.example/callback?id=32"
#define OTHER_URL "http://shop.example/callback?id=32"
#define TOLERANCE 300

static struct aurpay_credentials credentials;

static int set_up(void **state)
{
    (void)state;
    return aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"),
                                  BYTES("secret"));
}

static int tear_down(void **state)
{
    (void)state;
    aurpay_credentials_free(&credentials);
    return 0;
}

static struct aurpay_text text_of(const char *string)
{
    return (struct aurpay_text){string, strlen(string)};
}

/* The platform's scheme: base64(HMAC-SHA256(secret, "{date} | {url}")). */
static void sign(const char *date, const char *url, char signature[64])
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    char origin[256];

    snprintf(origin, sizeof(origin), "%s | %s", date, url);
    assert_non_null(
        HMAC(EVP_sha256(), "secret", 6, (const unsigned char *)origin, strlen(origin), digest, &length));
    EVP_EncodeBlock((unsigned char *)signature, digest, (int)length);
}

static enum aurpay_callback_verdict judge_at(const struct aurpay_callback *callback, int64_t tolerance,
                                             int64_t now)
{
    enum aurpay_callback_verdict verdict;

    assert_int_equal(aurpay_callback_judge(&credentials, callback, tolerance, now, &verdict), AURPAY_OK);
    return verdict;
}

static enum aurpay_callback_verdict judge(const struct aurpay_callback *callback)
{
    return judge_at(callback, TOLERANCE, SENT);
}

/* ---- all combinations ---- */

/* What each part can contain, from a visitor, a proxy or a shop, and whether it is right. */
struct part {
    const char *text;
    bool is_right;
};

static const struct part tokens[] = {
    {"token", true}, {"", false}, {"toke", false}, {"tokeN", false}, {"tokenn", false}, {" token", false},
};

/* All valid dates name the same instant. */
static const struct part dates[] = {
    {DATE, true},
    {"2024-06-17T00:00:00.000Z", true},
    {"2024-06-17T08:00:00+08:00", true},
    {"2024-06-16T19:00:00,000-0500", true},
    {"", false},
    {"2024-06-17", false},
    {"2024-06-17T00:00:00", false},
    {"1718582400", false},
    {"Mon, 17 Jun 2024 00:00:00 GMT", false},
    {DATE " ", false},
    {"2024-06-31T00:00:00Z", false},
};

/* Signed with the given date. */
static const struct part signed_urls[] = {
    {URL, true}, {OTHER_URL, true}, {URL "&x=1", false}, {"https://shop.example/", false}, {"", false},
};

static const struct aurpay_text candidates[] = {{BYTES(URL)}, {BYTES(OTHER_URL)}};

static const struct {
    int64_t milliseconds;
    bool is_fresh;
} ages[] = {{0, true},       {-300000, true},  {300000, true},   {300999, true},
            {301000, false}, {-301000, false}, {86400000, false}};

/* The reference: the check that comes first decides. */
static enum aurpay_callback_verdict expected_of(bool token, bool date, bool signature, bool fresh)
{
    if (!token) {
        return AURPAY_CALLBACK_WRONG_TOKEN;
    }
    if (!date) {
        return AURPAY_CALLBACK_MALFORMED_DATE;
    }
    if (!signature) {
        return AURPAY_CALLBACK_WRONG_SIGNATURE;
    }
    return fresh ? AURPAY_CALLBACK_GENUINE : AURPAY_CALLBACK_STALE;
}

static void assert_verdict(const struct part *token, const struct part *date, const struct part *url,
                           size_t age)
{
    struct aurpay_callback callback = {
        .token = text_of(token->text), .date = text_of(date->text), .urls = candidates, .url_count = 2};
    enum aurpay_callback_verdict expected =
        expected_of(token->is_right, date->is_right, url->is_right, ages[age].is_fresh);
    enum aurpay_callback_verdict verdict;
    char signature[64];

    sign(date->text, url->text, signature);
    callback.signature = text_of(signature);
    verdict = judge_at(&callback, TOLERANCE, SENT + ages[age].milliseconds);
    if (verdict != expected) {
        fail_msg("token \"%s\", date \"%s\", signed for \"%s\", %lld ms old: verdict %d instead of %d",
                 token->text, date->text, url->text, (long long)ages[age].milliseconds, (int)verdict,
                 (int)expected);
    }
}

static void test_every_combination_of_right_and_wrong_parts_has_its_verdict(void **state)
{
    size_t i, j, k, l;

    (void)state;
    for (i = 0; i < COUNT(tokens); i++) {
        for (j = 0; j < COUNT(dates); j++) {
            for (k = 0; k < COUNT(signed_urls); k++) {
                for (l = 0; l < COUNT(ages); l++) {
                    assert_verdict(&tokens[i], &dates[j], &signed_urls[k], l);
                }
            }
        }
    }
}

/* ---- the signature ---- */

static void test_signatures_of_the_vectors_are_genuine(void **state)
{
    json_t *document, *vector;
    json_t *cases = vectors_load("tests/vectors/callback-signatures.json", &document);
    size_t i;

    (void)state;
    json_array_foreach(cases, i, vector)
    {
        const char *secret = vectors_text(vector, "secret");
        const struct aurpay_text url = text_of(vectors_text(vector, "callback_url"));
        const struct aurpay_callback callback = {
            .token = text_of("token"),
            .date = text_of(vectors_text(vector, "date")),
            .signature = text_of(vectors_text(vector, "signature")),
            .urls = &url,
            .url_count = 1,
        };

        aurpay_credentials_free(&credentials);
        assert_int_equal(aurpay_credentials_set(&credentials, AURPAY_CREDENTIALS_SIGNATURE, BYTES("token"),
                                                secret, strlen(secret)),
                         AURPAY_OK);
        /* The vectors' dates span several years, so the tolerance accepts every date. */
        assert_for_case(judge_at(&callback, INT64_MAX, SENT) == AURPAY_CALLBACK_GENUINE,
                        vectors_text(vector, "name"));
    }
    json_decref(document);
}

static void test_no_changed_byte_of_a_signature_is_accepted(void **state)
{
    const struct aurpay_text url = text_of(URL);
    struct aurpay_callback callback = {
        .token = text_of("token"), .date = text_of(DATE), .urls = &url, .url_count = 1};
    char signature[64];
    size_t i, length;
    int bit;

    (void)state;
    sign(DATE, URL, signature);
    length = strlen(signature);
    callback.signature = (struct aurpay_text){signature, length};
    assert_int_equal(judge(&callback), AURPAY_CALLBACK_GENUINE);
    for (i = 0; i < length; i++) {
        for (bit = 0; bit < 8; bit++) {
            signature[i] = (char)(signature[i] ^ 1 << bit);
            assert_int_equal(judge(&callback), AURPAY_CALLBACK_WRONG_SIGNATURE);
            signature[i] = (char)(signature[i] ^ 1 << bit);
        }
        callback.signature.length = i;
        assert_int_equal(judge(&callback), AURPAY_CALLBACK_WRONG_SIGNATURE);
        callback.signature.length = length;
    }
}

static void test_without_a_candidate_url_nothing_is_genuine(void **state)
{
    struct aurpay_callback callback = {.token = text_of("token"), .date = text_of(DATE)};
    char signature[64];

    (void)state;
    sign(DATE, URL, signature);
    callback.signature = text_of(signature);
    assert_int_equal(judge(&callback), AURPAY_CALLBACK_WRONG_SIGNATURE);
}

/* The part before the NUL is not the whole URL. */
static void test_a_url_with_a_nul_was_signed_by_nobody(void **state)
{
    const struct aurpay_text url = {BYTES(URL "\0&paid=1")};
    struct aurpay_callback callback = {
        .token = text_of("token"), .date = text_of(DATE), .urls = &url, .url_count = 1};
    char signature[64];

    (void)state;
    sign(DATE, URL, signature);
    callback.signature = text_of(signature);
    assert_int_equal(judge(&callback), AURPAY_CALLBACK_WRONG_SIGNATURE);
}

static void test_a_url_longer_than_anything_signed_is_wrong_and_hides_no_other_candidate(void **state)
{
    size_t size = 1024 * 1024;
    char *long_url = malloc(size + 1), signature[64];
    struct aurpay_text urls[2];
    struct aurpay_callback callback = {
        .token = text_of("token"), .date = text_of(DATE), .urls = urls, .url_count = 1};

    (void)state;
    assert_non_null(long_url);
    memset(long_url, 'x', size);
    long_url[size] = '\0';
    urls[0] = (struct aurpay_text){long_url, size};
    urls[1] = text_of(URL);
    sign(DATE, URL, signature);
    callback.signature = text_of(signature);
    assert_int_equal(judge(&callback), AURPAY_CALLBACK_WRONG_SIGNATURE);
    callback.url_count = 2;
    assert_int_equal(judge(&callback), AURPAY_CALLBACK_GENUINE);
    free(long_url);
}

/* ---- the token alone ---- */

static void test_an_api_key_is_right_only_byte_for_byte(void **state)
{
    struct aurpay_credentials key;
    size_t i;

    (void)state;
    assert_int_equal(aurpay_credentials_set(&key, AURPAY_CREDENTIALS_API_KEY, BYTES("token"), NULL, 0),
                     AURPAY_OK);
    for (i = 0; i < COUNT(tokens); i++) {
        assert_for_case(aurpay_callback_is_token(&key, text_of(tokens[i].text)) == tokens[i].is_right,
                        tokens[i].text);
    }
    assert_false(aurpay_callback_is_token(&key, (struct aurpay_text){BYTES("token\0x")}));
    aurpay_credentials_free(&key);
}

/* ---- the URL ---- */

static void test_scheme_and_host_are_looked_at_and_nothing_behind_them(void **state)
{
    static const struct part urls[] = {
        {"https://shop.example/callback", true},
        {"HTTPS://shop.example", true},
        {"http://shop.example", true},
        {"https://s", true},
        {"https://shop.example:99999/\x01\\ #?", true},
        {"https://[::1]/", true},
        {"", false},
        {"https://", false},
        {"https:///callback", false},
        {"https://?x", false},
        {"https://#x", false},
        {"https://:443/", false},
        {"https://@shop.example/", false},
        {"https://\\shop.example/", false},
        {"https:// shop.example/", false},
        {"https://\x7f/", false},
        {"ftp://shop.example/", false},
        {"shop.example/callback", false},
        {"/callback", false},
        {"https:/shop.example/", false},
    };
    size_t i;

    (void)state;
    for (i = 0; i < COUNT(urls); i++) {
        assert_for_case(aurpay_callback_has_scheme_and_host(text_of(urls[i].text)) == urls[i].is_right,
                        urls[i].text);
    }
}

#define test(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(test_every_combination_of_right_and_wrong_parts_has_its_verdict),
        test(test_signatures_of_the_vectors_are_genuine),
        test(test_no_changed_byte_of_a_signature_is_accepted),
        test(test_without_a_candidate_url_nothing_is_genuine),
        test(test_a_url_with_a_nul_was_signed_by_nobody),
        test(test_a_url_longer_than_anything_signed_is_wrong_and_hides_no_other_candidate),
        test(test_an_api_key_is_right_only_byte_for_byte),
        test(test_scheme_and_host_are_looked_at_and_nothing_behind_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
