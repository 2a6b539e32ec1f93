#include "bare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <openssl/evp.h>
#include <openssl/md5.h>

#define TARGET "/api/order/pay-url"

/* All values that change have the same length in each call. */
#define DATE "0000-00-00T00:00:00.000Z"
#define DATE_LENGTH (sizeof(DATE) - 1)
#define DIGEST_LENGTH (2 * MD5_DIGEST_LENGTH)
#define SIGNATURE_LENGTH 44
#define DATE_OFFSET (sizeof("HMAC-SHA256 | ") - 1)
#define ORIGIN_LENGTH (sizeof(BARE_ORIGIN) - 1)
#define DIGEST_OFFSET (ORIGIN_LENGTH - DIGEST_LENGTH)

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

static void write_number(char *digits, int count, long number)
{
    while (count > 0) {
        digits[--count] = (char)('0' + number % 10);
        number /= 10;
    }
}

/* ISO-8601 with milliseconds and Z, as the vendor's script makes it. Only what has changed is written. */
static void write_date(struct bare_call *call)
{
    char *date = call->origin + DATE_OFFSET;
    struct timespec time;

    (void)clock_gettime(CLOCK_REALTIME, &time);
    if (time.tv_sec != call->second) {
        struct tm utc;

        (void)gmtime_r(&time.tv_sec, &utc);
        write_number(date, 4, utc.tm_year + 1900L);
        write_number(date + 5, 2, utc.tm_mon + 1L);
        write_number(date + 8, 2, utc.tm_mday);
        write_number(date + 11, 2, utc.tm_hour);
        write_number(date + 14, 2, utc.tm_min);
        write_number(date + 17, 2, utc.tm_sec);
        call->second = time.tv_sec;
    }
    write_number(date + 20, 3, time.tv_nsec / 1000000);
    memcpy(call->date, date, DATE_LENGTH);
}

static void write_digest(struct bare_call *call)
{
    static const char digits[] = "0123456789abcdef";
    char *hex = call->origin + DIGEST_OFFSET;
    unsigned char digest[MD5_DIGEST_LENGTH];
    size_t i;

    (void)MD5((const unsigned char *)call->body, call->body_length, digest);
    for (i = 0; i < sizeof(digest); i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    memcpy(call->digest, hex, DIGEST_LENGTH);
}

static void write_signature(struct bare_call *call)
{
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256_CTX context = call->signer.inner;

    (void)SHA256_Update(&context, call->origin, ORIGIN_LENGTH);
    (void)SHA256_Final(digest, &context);
    context = call->signer.outer;
    (void)SHA256_Update(&context, digest, sizeof(digest));
    (void)SHA256_Final(digest, &context);
    (void)EVP_EncodeBlock((unsigned char *)call->signature, digest, sizeof(digest));
}

/* Hashes the first block of one of the hashes of HMAC: the key, with each byte changed. */
static void hash_key(SHA256_CTX *context, const char *key, unsigned char change)
{
    unsigned char block[SHA256_CBLOCK];
    size_t i, length = strlen(key);

    if (length > sizeof(block)) {
        bare_fail("the secret is too long");
    }
    for (i = 0; i < sizeof(block); i++) {
        block[i] = (unsigned char)((i < length ? key[i] : 0) ^ change);
    }
    (void)SHA256_Init(context);
    (void)SHA256_Update(context, block, sizeof(block));
}

/* Returns where the value begins in the copy of the line that the list has. */
static char *append(struct bare_call *call, const char *name, const char *value)
{
    char line[512];
    struct curl_slist *list, *last;

    (void)snprintf(line, sizeof(line), "%s: %s", name, value);
    list = curl_slist_append(call->headers, line);
    if (!list) {
        bare_fail("out of memory");
    }
    call->headers = list;
    for (last = list; last->next; last = last->next) {
    }
    return last->data + strlen(name) + strlen(": ");
}

/* libcurl keeps the pointer to the list, and reads the lines when it writes a request. */
static void make_headers(struct bare_call *call, const char *token)
{
    char digest[DIGEST_LENGTH + 1], signature[SIGNATURE_LENGTH + 1];

    (void)snprintf(digest, sizeof(digest), "%0*d", (int)DIGEST_LENGTH, 0);
    (void)snprintf(signature, sizeof(signature), "%0*d", SIGNATURE_LENGTH, 0);
    (void)append(call, "Accept", "application/json");
    (void)append(call, "Content-Type", "application/json");
    (void)append(call, "API-Token", token);
    (void)append(call, "Algorithm", "HMAC-SHA256");
    call->date = append(call, "Date", DATE);
    call->digest = append(call, "Body-MD5", digest);
    call->signature = append(call, "Signature", signature);
}

void bare_sign(struct bare_call *call, const char *body, size_t length)
{
    if (body != call->body || length != call->body_length) {
        if (curl_easy_setopt(call->easy, CURLOPT_POSTFIELDSIZE, (long)length) ||
            curl_easy_setopt(call->easy, CURLOPT_POSTFIELDS, body)) {
            bare_fail("libcurl refuses the body");
        }
        call->body = body;
        call->body_length = length;
    }
    write_date(call);
    write_digest(call);
    write_signature(call);
}

void bare_set_up(struct bare_call *call, const struct bare_settings *settings)
{
    char url[512];
    CURL *easy = curl_easy_init();

    if (!easy) {
        bare_fail("no libcurl");
    }
    call->easy = easy;
    memcpy(call->origin, BARE_ORIGIN, sizeof(call->origin));
    hash_key(&call->signer.inner, settings->secret, 0x36);
    hash_key(&call->signer.outer, settings->secret, 0x5c);
    make_headers(call, settings->token);
    (void)snprintf(url, sizeof(url), "%s" TARGET, settings->base_uri);
    if (curl_easy_setopt(easy, CURLOPT_URL, url) ||
        curl_easy_setopt(easy, CURLOPT_CAINFO, settings->ca_file) ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) || curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) ||
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L) ||
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") ||
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "aurpay-bench") ||
        curl_easy_setopt(easy, CURLOPT_POST, 1L) ||
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, call->headers) ||
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body) ||
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
}
