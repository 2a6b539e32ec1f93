/* The bare call: what libcurl and OpenSSL need for a signed POST, and nothing else. limit.c measures it in
 * a loop, and bare_extension.c in a page of PHP. One easy handle is kept, with its options and its list of
 * headers: only the date, the digest and the signature are written again, in place. Of the answer, only the
 * status is looked at, and that there is a body. A failure ends the process, so that the measure fails. */
#ifndef AURPAY_BENCH_BARE_H
#define AURPAY_BENCH_BARE_H

/* SHA256_CTX can be copied without an allocation. OpenSSL 3 would rather see EVP_MAC, which needs more. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include <stddef.h>
#include <time.h>

#include <curl/curl.h>
#include <openssl/sha.h>

/* A body that libcurl has read, and a NUL that the length does not count. The caller does not free it: the
 * next call writes over it. */
struct bare_answer {
    char *bytes;
    size_t length;
    size_t capacity;
};

/* The two hashes of HMAC-SHA256, after the block of the key. */
struct bare_signer {
    SHA256_CTX inner;
    SHA256_CTX outer;
};

/* The string that is signed, with room for the date and the digest. */
#define BARE_ORIGIN \
    "HMAC-SHA256 | 0000-00-00T00:00:00.000Z | POST /api/order/pay-url | 00000000000000000000000000000000"

struct bare_call {
    CURL *easy;
    struct bare_signer signer;
    struct bare_answer answer;
    char origin[sizeof(BARE_ORIGIN)];
    time_t second; /* of the date in the origin */
    const char *body;
    size_t body_length;
    struct curl_slist *headers;
    /* Values in the lines of the headers. */
    char *date;
    char *digest;
    char *signature;
};

struct bare_settings {
    const char *base_uri;
    const char *ca_file;
    const char *token;
    const char *secret;
};

/* Writes a message and ends the process. */
_Noreturn void bare_fail(const char *what);

/* Sets everything but the body and the signature. */
void bare_set_up(struct bare_call *call, const struct bare_settings *settings);

/* Sets the body, and signs it with the date of now. The caller keeps the body as long as it is sent. */
void bare_sign(struct bare_call *call, const char *body, size_t length);

/* Sends the request that was signed last, and reads the answer. */
void bare_perform(struct bare_call *call);

void bare_free(struct bare_call *call);

#endif
