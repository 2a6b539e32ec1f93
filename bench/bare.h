/* The bare call: what libcurl and OpenSSL need for a signed POST, and nothing else. limit.c measures it in
 * a loop, and bare_extension.c in a page of PHP. One easy handle is kept, and its options are set once.
 * Nothing is checked. A failure ends the process, so that the measure fails. */
#ifndef AURPAY_BENCH_BARE_H
#define AURPAY_BENCH_BARE_H

#include <stddef.h>

#include <curl/curl.h>
#include <openssl/evp.h>

/* A body that libcurl has read, and a NUL that the length does not count. The caller does not free it: the
 * next call writes over it. */
struct bare_answer {
    char *bytes;
    size_t length;
    size_t capacity;
};

/* What all signatures share: a fetched digest, and a key that is hashed already. */
struct bare_signer {
    EVP_MD *md5;
    EVP_MD_CTX *md5_context;
    EVP_MAC_CTX *hmac;
};

struct bare_call {
    CURL *easy;
    struct bare_signer signer;
    struct curl_slist *headers;
    struct bare_answer answer;
    /* Belongs to the caller, and must live as long as the call. */
    const char *token;
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
