#include "bare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <openssl/params.h>

#define TARGET "/api/order/pay-url"

_Noreturn void bare_fail(const char *what)
{
    (void)fprintf(stderr, "bare call: %s\n", what);
    exit(1);
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    struct bare_answer *answer = context;
    size_t length = size * count;

    if (answer->length + length >= answer->capacity) {
        answer->capacity = (answer->length + length) * 2 + 1;
        answer->bytes = realloc(answer->bytes, answer->capacity);
        if (!answer->bytes) {
            bare_fail("out of memory");
        }
    }
    memcpy(answer->bytes + answer->length, bytes, length);
    answer->length += length;
    answer->bytes[answer->length] = '\0';
    return length;
}

/* ISO-8601 with milliseconds and Z, as the vendor's script makes it. */
static void write_date(char *date, size_t size)
{
    struct timespec time;
    struct tm utc;
    char seconds[32];

    (void)clock_gettime(CLOCK_REALTIME, &time);
    (void)gmtime_r(&time.tv_sec, &utc);
    (void)strftime(seconds, sizeof(seconds), "%Y-%m-%dT%H:%M:%S", &utc);
    (void)snprintf(date, size, "%s.%03ldZ", seconds, time.tv_nsec / 1000000);
}

static void write_md5(struct bare_signer *signer, char *hex, const char *body, size_t body_length)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0, i;

    if (EVP_DigestInit_ex(signer->md5_context, signer->md5, NULL) != 1 ||
        EVP_DigestUpdate(signer->md5_context, body, body_length) != 1 ||
        EVP_DigestFinal_ex(signer->md5_context, digest, &length) != 1) {
        bare_fail("no MD5");
    }
    for (i = 0; i < length; i++) {
        *hex++ = digits[digest[i] >> 4];
        *hex++ = digits[digest[i] & 15];
    }
    *hex = '\0';
}

static void write_signature(struct bare_signer *signer, char *base64, const char *origin)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    size_t length = 0;

    /* Without a key, EVP_MAC_init() reuses the last one, which is hashed already. */
    if (EVP_MAC_init(signer->hmac, NULL, 0, NULL) != 1 ||
        EVP_MAC_update(signer->hmac, (const unsigned char *)origin, strlen(origin)) != 1 ||
        EVP_MAC_final(signer->hmac, digest, &length, sizeof(digest)) != 1) {
        bare_fail("no HMAC");
    }
    (void)EVP_EncodeBlock((unsigned char *)base64, digest, (int)length);
}

/* Makes what all calls share. */
static void set_up_signer(struct bare_signer *signer, const char *secret)
{
    char name[] = "SHA256";
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string("digest", name, 0),
                               OSSL_PARAM_construct_end()};
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);

    signer->md5 = EVP_MD_fetch(NULL, "MD5", "-fips");
    signer->md5_context = EVP_MD_CTX_new();
    signer->hmac = EVP_MAC_CTX_new(mac);
    if (!signer->md5 || !signer->md5_context || !signer->hmac ||
        EVP_MAC_init(signer->hmac, (const unsigned char *)secret, strlen(secret), parameters) != 1) {
        bare_fail("no digests");
    }
    EVP_MAC_free(mac);
}

static void free_signer(struct bare_signer *signer)
{
    EVP_MD_CTX_free(signer->md5_context);
    EVP_MD_free(signer->md5);
    EVP_MAC_CTX_free(signer->hmac);
}

static struct curl_slist *append(struct curl_slist *list, const char *name, const char *value)
{
    char line[512];
    struct curl_slist *longer;

    (void)snprintf(line, sizeof(line), "%s: %s", name, value);
    longer = curl_slist_append(list, line);
    if (!longer) {
        bare_fail("out of memory");
    }
    return longer;
}

void bare_sign(struct bare_call *call, const char *body, size_t length)
{
    char date[64], md5[2 * EVP_MAX_MD_SIZE + 1], signature[2 * EVP_MAX_MD_SIZE], origin[512];
    struct curl_slist *headers;

    write_date(date, sizeof(date));
    write_md5(&call->signer, md5, body, length);
    (void)snprintf(origin, sizeof(origin), "HMAC-SHA256 | %s | POST " TARGET " | %s", date, md5);
    write_signature(&call->signer, signature, origin);
    headers = append(NULL, "Accept", "application/json");
    headers = append(headers, "Content-Type", "application/json");
    headers = append(headers, "API-Token", call->token);
    headers = append(headers, "Algorithm", "HMAC-SHA256");
    headers = append(headers, "Date", date);
    headers = append(headers, "Body-MD5", md5);
    headers = append(headers, "Signature", signature);
    if (curl_easy_setopt(call->easy, CURLOPT_HTTPHEADER, headers) ||
        curl_easy_setopt(call->easy, CURLOPT_POSTFIELDSIZE, (long)length) ||
        curl_easy_setopt(call->easy, CURLOPT_POSTFIELDS, body)) {
        bare_fail("libcurl refuses the request");
    }
    curl_slist_free_all(call->headers);
    call->headers = headers;
}

void bare_set_up(struct bare_call *call, const struct bare_settings *settings)
{
    char url[512];
    CURL *easy = curl_easy_init();

    if (!easy) {
        bare_fail("no libcurl");
    }
    call->easy = easy;
    call->token = settings->token;
    set_up_signer(&call->signer, settings->secret);
    (void)snprintf(url, sizeof(url), "%s" TARGET, settings->base_uri);
    if (curl_easy_setopt(easy, CURLOPT_URL, url) ||
        curl_easy_setopt(easy, CURLOPT_CAINFO, settings->ca_file) ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) || curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) ||
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L) ||
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") ||
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "aurpay-bench") ||
        curl_easy_setopt(easy, CURLOPT_POST, 1L) || curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body) ||
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &call->answer)) {
        bare_fail("libcurl refuses an option");
    }
}

void bare_perform(struct bare_call *call)
{
    CURLcode code;
    long status = 0;

    call->answer.length = 0;
    code = curl_easy_perform(call->easy);
    if (code != CURLE_OK) {
        bare_fail(curl_easy_strerror(code));
    }
    (void)curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200 || call->answer.length == 0) {
        bare_fail("the server did not answer with 200 and a body");
    }
}

void bare_free(struct bare_call *call)
{
    curl_slist_free_all(call->headers);
    curl_easy_cleanup(call->easy);
    free(call->answer.bytes);
    free_signer(&call->signer);
}
