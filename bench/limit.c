/* Measures the cost of libcurl itself, which no client can go below. It keeps one easy handle and sets its
 * options once. Each call sends the same signed POST and reads the answer into memory. Nothing is encoded,
 * checked or decoded.
 *
 * usage: limit once|each WARM_UP CALLS [PAUSE]
 *
 *   once  signs the request once, before the loop: even the date stays the same
 *   each  signs each call (date, MD5, HMAC, list of headers), as the service requires
 *   PAUSE microseconds to wait before each call, in which caches and processor do other work
 *
 * The server, the secrets and the body are in the environment: BENCH_BASE_URI, BENCH_CA_FILE, BENCH_TOKEN,
 * BENCH_SECRET and BENCH_BODY. Prints a line of JSON: the number of measured calls, their nanoseconds in
 * total, and the median of one call. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <curl/curl.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#define TARGET "/api/order/pay-url"

struct answer {
    char *bytes;
    size_t length;
    size_t capacity;
};

struct signer {
    EVP_MD *md5;
    EVP_MD_CTX *md5_context;
    EVP_MAC_CTX *hmac;
};

struct call {
    CURL *easy;
    struct signer signer;
    struct curl_slist *headers;
    struct answer answer;
    const char *token;
    const char *body;
};

static void fail(const char *what)
{
    (void)fprintf(stderr, "limit: %s\n", what);
    exit(1);
}

static const char *need(const char *variable)
{
    const char *value = getenv(variable);

    if (!value) {
        (void)fprintf(stderr, "limit: %s is not set\n", variable);
        exit(1);
    }
    return value;
}

static int64_t now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context)
{
    struct answer *answer = context;
    size_t length = size * count;

    if (answer->length + length > answer->capacity) {
        answer->capacity = (answer->length + length) * 2;
        answer->bytes = realloc(answer->bytes, answer->capacity);
        if (!answer->bytes) {
            fail("out of memory");
        }
    }
    memcpy(answer->bytes + answer->length, bytes, length);
    answer->length += length;
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

static void write_md5(struct signer *signer, char *hex, const char *body)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0, i;

    if (EVP_DigestInit_ex(signer->md5_context, signer->md5, NULL) != 1 ||
        EVP_DigestUpdate(signer->md5_context, body, strlen(body)) != 1 ||
        EVP_DigestFinal_ex(signer->md5_context, digest, &length) != 1) {
        fail("no MD5");
    }
    for (i = 0; i < length; i++) {
        *hex++ = digits[digest[i] >> 4];
        *hex++ = digits[digest[i] & 15];
    }
    *hex = '\0';
}

static void write_signature(struct signer *signer, char *base64, const char *origin)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    size_t length = 0;

    /* Without a key, EVP_MAC_init() reuses the last one, which is hashed already. */
    if (EVP_MAC_init(signer->hmac, NULL, 0, NULL) != 1 ||
        EVP_MAC_update(signer->hmac, (const unsigned char *)origin, strlen(origin)) != 1 ||
        EVP_MAC_final(signer->hmac, digest, &length, sizeof(digest)) != 1) {
        fail("no HMAC");
    }
    (void)EVP_EncodeBlock((unsigned char *)base64, digest, (int)length);
}

/* Makes what all calls share. */
static void set_up_signer(struct signer *signer, const char *secret)
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
        fail("no digests");
    }
    EVP_MAC_free(mac);
}

static void free_signer(struct signer *signer)
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
        fail("out of memory");
    }
    return longer;
}

static void sign(struct call *call)
{
    char date[64], md5[2 * EVP_MAX_MD_SIZE + 1], signature[2 * EVP_MAX_MD_SIZE], origin[512];
    struct curl_slist *headers;

    write_date(date, sizeof(date));
    write_md5(&call->signer, md5, call->body);
    (void)snprintf(origin, sizeof(origin), "HMAC-SHA256 | %s | POST " TARGET " | %s", date, md5);
    write_signature(&call->signer, signature, origin);
    headers = append(NULL, "Accept", "application/json");
    headers = append(headers, "Content-Type", "application/json");
    headers = append(headers, "API-Token", call->token);
    headers = append(headers, "Algorithm", "HMAC-SHA256");
    headers = append(headers, "Date", date);
    headers = append(headers, "Body-MD5", md5);
    headers = append(headers, "Signature", signature);
    if (curl_easy_setopt(call->easy, CURLOPT_HTTPHEADER, headers) != CURLE_OK) {
        fail("cannot set the headers");
    }
    curl_slist_free_all(call->headers);
    call->headers = headers;
}

static void set_up(struct call *call)
{
    char url[512];
    CURL *easy = curl_easy_init();

    if (!easy) {
        fail("no libcurl");
    }
    call->easy = easy;
    call->token = need("BENCH_TOKEN");
    set_up_signer(&call->signer, need("BENCH_SECRET"));
    call->body = need("BENCH_BODY");
    (void)snprintf(url, sizeof(url), "%s" TARGET, need("BENCH_BASE_URI"));
    if (curl_easy_setopt(easy, CURLOPT_URL, url) ||
        curl_easy_setopt(easy, CURLOPT_CAINFO, need("BENCH_CA_FILE")) ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L) ||
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L) || curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L) ||
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L) ||
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") ||
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "aurpay-bench") ||
        curl_easy_setopt(easy, CURLOPT_POST, 1L) || curl_easy_setopt(easy, CURLOPT_POSTFIELDS, call->body) ||
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body) ||
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &call->answer)) {
        fail("libcurl refuses an option");
    }
    sign(call);
}

static void perform(struct call *call)
{
    CURLcode code;
    long status = 0;

    call->answer.length = 0;
    code = curl_easy_perform(call->easy);
    if (code != CURLE_OK) {
        fail(curl_easy_strerror(code));
    }
    (void)curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200 || call->answer.length == 0) {
        fail("the server did not answer with 200 and a body");
    }
}

static int compare(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

static void measure(struct call *call, bool sign_each, long warm_up, long calls, long pause)
{
    int64_t *durations = calloc((size_t)calls, sizeof(*durations)), total = 0;
    long i;

    if (!durations) {
        fail("out of memory");
    }
    for (i = -warm_up; i < calls; i++) {
        int64_t began;

        if (pause > 0) {
            (void)usleep((useconds_t)pause);
        }
        began = now();

        if (sign_each) {
            sign(call);
        }
        perform(call);
        if (i >= 0) {
            durations[i] = now() - began;
            total += durations[i];
        }
    }
    qsort(durations, (size_t)calls, sizeof(*durations), compare);
    (void)printf("{\"calls\": %ld, \"nanoseconds\": %lld, \"median\": %lld}\n", calls, (long long)total,
                 (long long)durations[calls / 2]);
    free(durations);
}

int main(int count, char **arguments)
{
    struct call call = {0};
    bool sign_each;
    long warm_up, calls, pause;

    if (count < 4 || count > 5 || (strcmp(arguments[1], "once") != 0 && strcmp(arguments[1], "each") != 0)) {
        fail("usage: limit once|each WARM_UP CALLS [PAUSE]");
    }
    sign_each = strcmp(arguments[1], "each") == 0;
    warm_up = strtol(arguments[2], NULL, 10);
    calls = strtol(arguments[3], NULL, 10);
    pause = count == 5 ? strtol(arguments[4], NULL, 10) : 0;
    if (warm_up < 0 || calls < 1 || pause < 0 || pause > 100000) {
        fail("nothing to do");
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    set_up(&call);
    measure(&call, sign_each, warm_up, calls, pause);
    curl_slist_free_all(call.headers);
    curl_easy_cleanup(call.easy);
    free(call.answer.bytes);
    free_signer(&call.signer);
    curl_global_cleanup();
    return 0;
}
